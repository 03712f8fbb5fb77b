"""The examples of docs/moderation.md are valid, and what it says about levels and categories is what the code does."""

import asyncio
import json
import subprocess
import sys
import tomllib

from fenced import PAGES, all_blocks

from limner.access.moderation import openai
from limner.access.moderation.image_input import MAX_EDGE
from limner.access.moderation.moderator import Moderator
from limner.access.moderation.pattern_list import read_pattern_list
from limner.access.moderation.patterns import BUILT_IN
from limner.access.moderation.refusal import moderation_error
from limner.core.breaker import Breaker
from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.settings import Moderation, load_settings

TEXT = (PAGES / "moderation.md").read_text(encoding="utf-8")
BLOCKS = all_blocks("moderation")


def blocks(language):
    return [block.text for block in BLOCKS if block.language == language]


def test_every_code_block_language_is_tested():
    assert {block.language for block in BLOCKS} == {"toml", "json", "sh", "python"}


def test_settings_and_lists_of_the_page_are_valid(tmp_path):
    kinds = []
    for text in blocks("toml"):
        path = tmp_path / "example.toml"
        path.write_text(text, encoding="utf-8")
        (kind, *_) = tomllib.loads(text)
        kinds.append(kind)
        match kind:
            case "moderation":
                assert load_settings(path, environment={}).moderation != Moderation()
            case "groups":
                (category,) = read_pattern_list(path)
                assert category.matches(" a counterfeit globex ", is_low=True)
                assert not category.matches(" acme street ", is_low=False)

    assert kinds == ["moderation", "moderation", "groups", "moderation", "project"]


def test_refusal_of_the_page_is_the_one_that_is_sent():
    (text,) = blocks("json")

    assert json.loads(text) == moderation_error("req_8b0f", ["violence"]).body()


def test_command_of_the_page_writes_the_built_in_list(tmp_path):
    (command,) = blocks("sh")

    subprocess.run(
        ["bash", "-euc", command.replace("python -c", f"{sys.executable} -c")], cwd=tmp_path, check=True, timeout=60
    )

    assert read_pattern_list(tmp_path / "patterns.toml")
    assert (tmp_path / "patterns.toml").read_text(encoding="utf-8").strip() == BUILT_IN.read_text("utf-8").strip()


def test_moderator_of_the_page_checks_requests():
    (text,) = blocks("python")
    names: dict[str, type[Moderator]] = {}
    exec(compile(text, "moderation.md", "exec"), names)  # noqa: S102 - our own page
    moderator = names["ShortPrompts"](Moderation())

    async def check(length):
        await moderator.start()
        await moderator.ping()
        found = await moderator.check(
            ImageRequest(operation="generate", model="m", prompt="a" * length, size=Size(64, 64))
        )
        await moderator.close()
        return found

    assert asyncio.run(check(100)) == []
    assert asyncio.run(check(101)) == ["illicit"]
    assert moderator.failures == 0


def test_numbers_and_categories_of_the_page_are_those_of_the_code():
    for name in openai.SEVERE:
        assert f"`{name}`" in TEXT
    assert f"score is {openai.SEVERE_SCORE} or more" in TEXT
    assert f"at most {MAX_EDGE} pixels" in TEXT
    clock = iter([0, 0, 0, 0, 9.9, 10, 10])
    breaker = Breaker(clock=lambda: next(clock))
    for _ in range(3):
        assert breaker.allow()
        breaker.record_failure()
    assert [bool(breaker.allow()) for _ in range(3)] == [False, False, True]
