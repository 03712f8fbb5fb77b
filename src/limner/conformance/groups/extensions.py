"""Parameters beyond the API that self-hosted servers share, in the lenient manner."""

from typing import Any

from limner.conformance import expect
from limner.conformance.group import Group
from limner.conformance.target import Target
from limner.conformance.verdict import Skipped

group = Group("extensions", needs=("gpt",))


def _takes(name: str, value: Any) -> None:
    def run(target: Target) -> None:
        expect.drawn(target.generate(**{name: value}))

    group.add(name.replace("_", "-"), f"{name} is taken", run, only="lenient")


for _name, _value in (
    ("seed", 7),
    ("negative_prompt", "blurry"),
    ("num_inference_steps", 4),
    ("steps", 4),
    ("guidance_scale", 2.5),
    ("cfg_scale", 2.5),
):
    _takes(_name, _value)


@group.check("the same seed gives the same picture", only="lenient")
def seeds(target: Target) -> None:
    once, again = (expect.picture_of(target.generate(seed=7)) for _ in range(2))
    expect.that(once == again, "the same bytes", "others")


@group.check("a seed that is a string is refused", only="lenient")
def a_seed_of_text(target: Target) -> None:
    error = expect.error_of(target.generate(seed="seven"))
    expect.equal("param", error["param"], "seed")


@group.check("a seed that was not asked for is told, and gives the picture again", only="lenient")
def the_seed_is_told(target: Target) -> None:
    seed = target.first[1].headers.get("limner-seed")
    if seed is None:
        raise Skipped("the server has no limner-seed header")
    again = expect.picture_of(target.generate(seed=int(seed)))
    expect.that(again == expect.picture_of(target.first[1]), f"the same picture from seed {seed}", "another")


@group.check("what was accepted without effect is named", only="lenient")
def ignored_is_named(target: Target) -> None:
    if "limner-seed" not in target.first[1].headers:
        raise Skipped("the server has no limner-ignored header")
    answer = target.generate(stream=False, lora=[{"name": "no-such-lora"}])
    expect.drawn(answer)
    ignored = [name.strip() for name in answer.headers.get("limner-ignored", "").split(",")]
    expect.that("lora" in ignored, "lora in limner-ignored", ignored)
