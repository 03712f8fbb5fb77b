"""Limner passes its own suite, in both manners, with and without keys."""

import pytest
from serving import MaskingEngine, check, serving_ours

from limner.settings import Settings, Storage

NO_KEYS = "the server takes any key"


@pytest.mark.parametrize("manner", ["lenient", "strict"])
def test_our_server_passes_every_check_of_its_manner(tmp_path, manner):
    settings = Settings(strict=manner == "strict", storage=Storage(folder=tmp_path))
    with serving_ours(MaskingEngine(), settings) as url:
        verdicts = check(url, manner=manner).values()

    assert [one for one in verdicts if one.outcome == "failed"] == []
    assert {one.reason for one in verdicts if one.outcome == "skipped"} == {NO_KEYS}
    assert len(verdicts) > 250


@pytest.mark.parametrize("model", ["dall-e-2", "gpt-image-2", "illustrator"])
@pytest.mark.parametrize("manner", ["lenient", "strict"])
def test_every_family_passes(tmp_path, manner, model):
    groups = ("parameters", "answers", "errors", "masks", "usage", "urls")
    settings = Settings(strict=manner == "strict", storage=Storage(folder=tmp_path))
    with serving_ours(MaskingEngine(), settings) as url:
        verdicts = check(url, *groups, manner=manner, model=model).values()

    assert [one for one in verdicts if one.outcome == "failed"] == []


def test_keys_are_checked_where_there_are_some(tmp_path):
    settings = Settings(api_keys=("sk-secret",), storage=Storage(folder=tmp_path))
    with serving_ours(MaskingEngine(), settings) as url:
        verdicts = check(url, "errors", "urls", "protocol", key="sk-secret").values()

    assert {one.outcome for one in verdicts} == {"passed"}
