"""Parameters beyond the API that self-hosted servers share, in the lenient validation mode."""

from typing import Any

from limner.conformance import expect
from limner.conformance.group import Group
from limner.conformance.result import CheckSkipped
from limner.conformance.target import Target

group = Group("extensions", needs=("gpt",))


def _add_accepted(name: str, value: Any) -> None:
    def run(target: Target) -> None:
        expect.images(target.generate(**{name: value}))

    group.add(name.replace("_", "-"), f"{name} is accepted", run, only="lenient")


for _name, _value in (
    ("seed", 7),
    ("negative_prompt", "blurry"),
    ("num_inference_steps", 4),
    ("steps", 4),
    ("guidance_scale", 2.5),
    ("cfg_scale", 2.5),
):
    _add_accepted(_name, _value)


@group.check("the same seed gives the same image", only="lenient")
def seeds(target: Target) -> None:
    once, again = (expect.first_image(target.generate(seed=7)) for _ in range(2))
    expect.that(once == again, "the same bytes", "others")


@group.check("a seed that is a string is rejected", only="lenient")
def a_seed_of_text(target: Target) -> None:
    error = expect.error(target.generate(seed="seven"))
    expect.equal("param", error["param"], "seed")


@group.check("a random seed is reported, and reproduces the image", only="lenient")
def the_seed_is_reported(target: Target) -> None:
    seed = target.first[1].headers.get("limner-seed")
    if seed is None:
        raise CheckSkipped("the server has no limner-seed header")
    again = expect.first_image(target.generate(seed=int(seed)))
    expect.that(again == expect.first_image(target.first[1]), f"the same image from seed {seed}", "another")


@group.check("ignored parameters are reported", only="lenient")
def ignored_is_named(target: Target) -> None:
    if "limner-seed" not in target.first[1].headers:
        raise CheckSkipped("the server has no limner-ignored header")
    response = target.generate(stream=False, lora=[{"name": "no-such-lora"}])
    expect.images(response)
    ignored = [name.strip() for name in response.headers.get("limner-ignored", "").split(",")]
    expect.that("lora" in ignored, "lora in limner-ignored", ignored)
