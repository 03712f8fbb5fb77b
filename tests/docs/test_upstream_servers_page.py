"""docs/upstream-servers.md: its table is that of the profiles, and its settings work."""

import runpy
import tomllib

import pytest
from fenced import PAGES, all_blocks

from limner.engines.proxy.profiles import PROFILES
from limner.models import build_models
from limner.settings import load_settings

PAGE = PAGES / "upstream-servers.md"
SETTINGS = [block.text for block in all_blocks("upstream-servers") if block.language == "toml"]


def test_table_is_up_to_date():
    text = PAGE.read_text(encoding="utf-8")

    assert text == runpy.run_path(str(PAGES / "generate.py"))["with_table"](text), "run: python docs/generate.py"
    assert not [name for name in PROFILES if f"| `{name}` |" not in text]


@pytest.mark.parametrize("text", SETTINGS)
def test_settings_of_a_server_are_valid(text):
    settings = load_settings(environment={}, flags=tomllib.loads(text))

    served = {model.id: model.engine_name for model in build_models(settings)}
    assert {served[name] for name in settings.models} == {"openai"}


def test_every_profile_has_settings():
    used = {model.options.get("profile", "openai") for text in SETTINGS for model in models_of(text)}

    assert used == set(PROFILES)


def models_of(text):
    return load_settings(environment={}, flags=tomllib.loads(text)).models.values()
