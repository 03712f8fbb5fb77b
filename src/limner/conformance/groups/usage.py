"""Token usage: fields, sums, and in strict mode the published numbers."""

from typing import Any

from limner.conformance import expect
from limner.conformance.forms import file
from limner.conformance.group import Group
from limner.conformance.groups.streaming import generation, with_partials
from limner.conformance.result import CheckSkipped
from limner.conformance.target import EDITS, Target

group = Group("usage", needs=("gpt",))
DETAILS = ("image_tokens", "text_tokens")
STOP_SIGN = "An isolated stop sign."


def usage_of(body: dict[str, Any]) -> dict[str, Any]:
    usage = body.get("usage")
    expect.that(isinstance(usage, dict), "a `usage` object", usage)
    assert isinstance(usage, dict)
    for name in ("input_tokens", "output_tokens", "total_tokens"):
        _check_count(usage, name)
    details = usage.get("input_tokens_details")
    expect.that(isinstance(details, dict), "input_tokens_details", details)
    for name in DETAILS:
        _check_count(usage["input_tokens_details"], name)
    return usage


def _check_count(values: dict[str, Any], name: str) -> None:
    found = values.get(name)
    fits = isinstance(found, int) and not isinstance(found, bool) and found >= 0
    expect.that(fits, f"a count as `{name}`", found)


def usage_of_edit(target: Target, num_images: int) -> dict[str, Any]:
    photos = [file("image[]", target.photo) for _ in range(num_images)]
    return target.once(
        f"usage of {num_images}",
        lambda: usage_of(expect.images(target.post_form(EDITS, *target.edit_fields(), *photos))),
    )


def first_usage(target: Target) -> dict[str, Any]:
    body = expect.images(target.first[1])
    if "usage" not in body:
        raise CheckSkipped("the server reports no usage")
    return usage_of(body)


@group.check("a response reports its usage in whole tokens")
def usage_is_reported(target: Target) -> None:
    usage_of(expect.images(target.first[1]))


@group.check("the total is the sum of input and output")
def totals_add_up(target: Target) -> None:
    usage = first_usage(target)
    expect.equal("as total_tokens", usage["total_tokens"], usage["input_tokens"] + usage["output_tokens"])


@group.check("the input is the sum of its details")
def input_adds_up(target: Target) -> None:
    usage = first_usage(target)
    expect.equal("as input_tokens", usage["input_tokens"], sum(usage["input_tokens_details"][name] for name in DETAILS))


@group.check("the output is the sum of its details")
def output_adds_up(target: Target) -> None:
    usage = first_usage(target)
    details = usage.get("output_tokens_details")
    if details is None and not target.strict:
        raise CheckSkipped("the server reports no output_tokens_details, which are optional")
    expect.that(isinstance(details, dict), "output_tokens_details", details)
    for name in DETAILS:
        _check_count(usage["output_tokens_details"], name)
    expect.equal(
        "as output_tokens", usage["output_tokens"], sum(usage["output_tokens_details"][name] for name in DETAILS)
    )


@group.check("an image costs output tokens")
def output_costs(target: Target) -> None:
    expect.that(first_usage(target)["output_tokens"] > 0, "output tokens above 0", 0)


@group.check("a generation has no image tokens in its input")
def no_input_images(target: Target) -> None:
    expect.equal("input image tokens:", first_usage(target)["input_tokens_details"]["image_tokens"], 0)


@group.check("a longer prompt costs more")
def a_longer_prompt(target: Target) -> None:
    short = first_usage(target)["input_tokens_details"]["text_tokens"]
    longer = usage_of(expect.images(target.generate(prompt="red green blue yellow " * 40)))
    long = longer["input_tokens_details"]["text_tokens"]
    expect.that(long > short + 50, f"more than {short + 50} text tokens", long)


@group.check("two images cost twice as much, input included")
def two_pictures(target: Target) -> None:
    one, two = first_usage(target), usage_of(expect.images(target.once("two", lambda: target.generate(n=2))))
    for name in ("input_tokens", "output_tokens"):
        expect.equal(f"as {name} of two", two[name], 2 * one[name])


@group.check("an edit counts its image", needs=("edits",))
def an_edit_costs(target: Target) -> None:
    found = usage_of_edit(target, 1)["input_tokens_details"]["image_tokens"]
    expect.that(found > 0, "input image tokens above 0", found)


@group.check("two input images cost more than one", needs=("edits",))
def two_inputs_cost_more(target: Target) -> None:
    one, two = (usage_of_edit(target, count)["input_tokens_details"]["image_tokens"] for count in (1, 2))
    expect.that(two > one, f"more than {one} image tokens", two)


@group.check("the usage has the shape of the Images API")
def images_shape(target: Target) -> None:
    details = first_usage(target)["input_tokens_details"]
    expect.that("cached_tokens" not in details, "no cached_tokens", details)


@group.check("a stream reports its usage in the completed event")
def usage_of_a_stream(target: Target) -> None:
    usage = usage_of(with_partials(target).completed)
    expect.equal("as total_tokens", usage["total_tokens"], usage["input_tokens"] + usage["output_tokens"])
    for data in with_partials(target).partials:
        expect.that("usage" not in data, "no usage in a partial event", data.get("usage"))


@group.check("each sent partial image costs 100 tokens", only="strict")
def partials_cost(target: Target) -> None:
    without = usage_of(generation(target, partial_images=0).completed)["output_tokens"]
    transcript = with_partials(target)
    found = usage_of(transcript.completed)["output_tokens"]
    expect.equal("as output_tokens", found, without + 100 * len(transcript.partials))


@group.check("partial images without a stream cost nothing", only="strict")
def partials_without_a_stream(target: Target) -> None:
    found = usage_of(expect.images(target.generate(partial_images=3)))["output_tokens"]
    expect.equal("as output_tokens", found, first_usage(target)["output_tokens"])


@group.check(f"'{STOP_SIGN}' costs 11 tokens, as recorded", only="strict")
def the_stop_sign(target: Target) -> None:
    found = usage_of(expect.images(target.generate(prompt=STOP_SIGN)))["input_tokens_details"]["text_tokens"]
    expect.equal("as text_tokens", found, 11)


def _add_cost(model: str, size: str, quality: str, tokens: int) -> None:
    def run(target: Target) -> None:
        response = target.generate(model=model, size=size, quality=quality)
        expect.equal("as output_tokens", usage_of(expect.images(response))["output_tokens"], tokens)

    sentence = f"{quality} {size} of {model} costs {tokens} tokens, as published"
    group.add(f"{model}-{size}-{quality}", sentence, run, only="strict", needs=(model,))


for _row in (
    ("gpt-image-1", "1024x1024", "low", 272),
    ("gpt-image-1", "1024x1536", "low", 408),
    ("gpt-image-1", "1536x1024", "low", 400),
    ("gpt-image-1", "1024x1024", "medium", 1056),
    ("gpt-image-2", "1024x1024", "low", 196),
    ("gpt-image-2", "1536x1024", "low", 158),
    ("gpt-image-2", "816x816", "low", 171),
    ("gpt-image-2", "1280x720", "low", 106),
):
    _add_cost(*_row)
