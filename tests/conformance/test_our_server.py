"""Limner passes its own suite, in both validation modes, with and without keys."""

import pytest
from serving import MaskingEngine, check, serving_ours

from limner.settings import Settings, Storage

NO_KEYS = "the server takes any key"


@pytest.mark.parametrize("mode", ["lenient", "strict"])
def test_limner_passes_every_check_of_its_mode(tmp_path, mode):
    settings = Settings(strict=mode == "strict", storage=Storage(folder=tmp_path))
    with serving_ours(MaskingEngine(), settings) as url:
        results = check(url, mode=mode).values()

    assert [one for one in results if one.outcome == "failed"] == []
    assert {one.reason for one in results if one.outcome == "skipped"} == {NO_KEYS}
    assert len(results) > 250


@pytest.mark.parametrize("model", ["dall-e-2", "gpt-image-2", "illustrator"])
@pytest.mark.parametrize("mode", ["lenient", "strict"])
def test_every_family_passes(tmp_path, mode, model):
    groups = ("parameters", "answers", "errors", "masks", "usage", "urls")
    settings = Settings(strict=mode == "strict", storage=Storage(folder=tmp_path))
    with serving_ours(MaskingEngine(), settings) as url:
        results = check(url, *groups, mode=mode, model=model).values()

    assert [one for one in results if one.outcome == "failed"] == []


def test_key_checks_run_if_the_server_has_keys(tmp_path):
    settings = Settings(api_keys=("sk-secret",), storage=Storage(folder=tmp_path))
    with serving_ours(MaskingEngine(), settings) as url:
        results = check(url, "errors", "urls", "protocol", key="sk-secret").values()

    assert {one.outcome for one in results} == {"passed"}
