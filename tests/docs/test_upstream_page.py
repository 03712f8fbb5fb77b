"""docs/upstream.md: its options, profiles, error codes and settings are those of the engine."""

import re
import tomllib
from pathlib import Path

import msgspec
from fenced import PAGES, only_block

from limner.engines.proxy import calls, config, errors, response_body
from limner.models import build_models
from limner.settings import load_settings

PAGE = PAGES / "upstream.md"
TEXT = PAGE.read_text(encoding="utf-8")


def rows_of(heading: str) -> dict[str, str]:
    """First and second cell of each row of the table under a heading, if the first is code."""
    section = TEXT.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return {name: cell.strip() for name, cell in re.findall(r"^\| `(\w+)` \|([^|]*)\|", section, re.MULTILINE)}


def test_every_option_is_listed_with_its_default():
    listed = rows_of("Options")
    fields = {field.name: field for field in msgspec.structs.fields(config.EngineOptions)}

    assert set(listed) == set(fields) == set(config.EXPECTED)
    for name, field in fields.items():
        if isinstance(field.default, bool):
            assert listed[name] == str(field.default).lower()
        elif isinstance(field.default, int | float):
            assert listed[name] == f"{field.default:g}"


def test_listed_profiles_exist():
    assert set(rows_of("Profiles")) >= {"openai", "limner"}
    assert set(rows_of("Profiles")) <= set(config.PROFILES)


def test_every_error_code_is_listed():
    sources = [Path(module.__file__).read_text(encoding="utf-8") for module in (calls, errors, response_body)]
    codes = {code for text in sources for code in re.findall(r'"(upstream_\w+)"', text)}

    assert codes
    assert {code for code in codes if f"`{code}`" not in TEXT} == set()


def test_settings_of_the_page_are_valid():
    text = only_block("upstream", "toml").text

    settings = load_settings(environment={"LIMNER_ENGINES__OPENAI__API_KEY": "sk-test"}, flags=tomllib.loads(text))

    engine = next(model.engine_name for model in build_models(settings) if model.id == "gpt-image-1.5")
    assert engine == "openai"
