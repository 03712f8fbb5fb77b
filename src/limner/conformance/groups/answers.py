"""JSON responses: their keys, their images, and whether they describe the images correctly."""

import time

from limner.conformance import expect, pictures
from limner.conformance.forms import field, file
from limner.conformance.group import Group
from limner.conformance.result import CheckFailed, CheckSkipped
from limner.conformance.target import OMIT, VARIATIONS, Target
from limner.conformance.wire import HttpResponse

group = Group("answers")
GPT = ("gpt",)
CLIENT_MODELS = ("dall-e-2", "dall-e-3", "gpt-image-1", "gpt-image-1-mini", "gpt-image-1.5", "gpt-image-2")
"""Model names that clients send by default."""


@group.check("a generation returns 200 and JSON")
def a_generation_is_drawn(target: Target) -> None:
    expect.images(target.first[1])


@group.check("`created` is the current time in whole seconds")
def created_is_a_time(target: Target) -> None:
    created = expect.images(target.first[1]).get("created")
    if not isinstance(created, int) or isinstance(created, bool):
        raise CheckFailed("an integer as `created`", expect.format_value(created))
    expect.that(abs(created - time.time()) < 86_400, "a time within a day of now", created)


@group.check("`data` has one entry by default")
def one_picture_by_default(target: Target) -> None:
    expect.equal("entries in `data`:", len(expect.images(target.first[1])["data"]), 1)


@group.check("`n` of 2 returns two images", needs=GPT)
def n_is_obeyed(target: Target) -> None:
    entries = expect.images(target.once("two", lambda: target.generate(n=2)))["data"]
    expect.equal("entries in `data`:", len(entries), 2)
    for entry in entries:
        expect.image(expect.b64_image(entry))


@group.check("`b64_json` is plain base64 of an image", needs=GPT)
def base64_is_plain(target: Target) -> None:
    expect.first_image(target.first[1])


@group.check("a response with `b64_json` has no `url`", needs=GPT)
def base64_or_url(target: Target) -> None:
    url = expect.images(target.first[1])["data"][0].get("url")
    expect.that(url is None, "no `url` beside `b64_json`", url)


@group.check("the image has the requested size", needs=GPT)
def size_is_obeyed(target: Target) -> None:
    if "size" not in target.cheap:
        raise CheckSkipped("the server accepts no size")
    expect.equal("a picture of", expect.image(expect.first_image(target.first[1])).size, target.cheap["size"])


@group.check("the response reports background, output_format, quality and size", needs=GPT)
def the_picture_is_described(target: Target) -> None:
    body = expect.images(target.first[1])
    for name in ("background", "output_format", "quality", "size"):
        expect.that(isinstance(body.get(name), str), f"a string as `{name}`", body.get(name))


@group.check("`auto` is reported resolved", needs=GPT)
def auto_is_resolved(target: Target) -> None:
    body = expect.images(target.generate(size=OMIT, quality="auto", background="auto"))
    expect.that(body.get("background") in ("opaque", "transparent"), "a resolved background", body.get("background"))
    expect.that(body.get("quality") in ("low", "medium", "high"), "a resolved quality", body.get("quality"))
    size = expect.image(expect.b64_image(body["data"][0])).size
    expect.equal("as `size` the picture's own,", body.get("size"), size)


@group.check("the reported size is that of the image", needs=GPT)
def reported_size_is_true(target: Target) -> None:
    body = expect.images(target.first[1])
    expect.equal("as `size`", body.get("size"), expect.image(expect.b64_image(body["data"][0])).size)


@group.check("the reported quality is the requested one", needs=GPT)
def reported_quality_is_true(target: Target) -> None:
    if "quality" not in target.cheap:
        raise CheckSkipped("the server accepts no quality")
    expect.equal("as `quality`", expect.images(target.first[1]).get("quality"), target.cheap["quality"])


@group.check("images are PNG by default", needs=GPT)
def png_by_default(target: Target) -> None:
    expect.equal("a picture in", expect.image(expect.first_image(target.first[1])).format, "png")
    expect.equal("as `output_format`", expect.images(target.first[1]).get("output_format"), "png")


def _add_format_check(output_format: str) -> None:
    def run(target: Target) -> None:
        response = target.generate(output_format=output_format)
        expect.equal("a picture in", expect.image(expect.first_image(response)).format, output_format)
        expect.equal("as `output_format`", expect.images(response).get("output_format"), output_format)

    group.add(f"{output_format}-is-drawn", f"`output_format` {output_format} is applied", run, needs=GPT)


for _name in ("jpeg", "webp"):
    _add_format_check(_name)


@group.check("a reported transparent background is true", needs=GPT)
def transparency_is_true(target: Target) -> None:
    if target.strict and target.name.startswith("gpt-image-2") and not target.name.startswith("gpt-image-2."):
        raise CheckSkipped(f"{target.name} draws no transparency")
    response = target.generate(background="transparent", output_format="png")
    body, data = expect.images(response), expect.first_image(response)
    if body.get("background") == "transparent" and not pictures.has_alpha(data):
        raise CheckFailed("an alpha channel, as `background` says 'transparent'", "a PNG without one")
    if target.strict:
        expect.equal("as `background`", body.get("background"), "transparent")


@group.check("a `safety_identifier` is echoed", needs=GPT)
def safety_identifier_is_echoed(target: Target) -> None:
    body = expect.images(target.generate(safety_identifier="someone"))
    expect.equal("as `safety_identifier`", body.get("safety_identifier"), "someone")


@group.check("without a `safety_identifier` none is reported", needs=GPT)
def no_safety_identifier(target: Target) -> None:
    body = expect.images(target.first[1])
    expect.that("safety_identifier" not in body, "no `safety_identifier`", body.get("safety_identifier"))


@group.check("a response has no key `error`, not even null")
def no_error_in_an_answer(target: Target) -> None:
    expect.that("error" not in expect.images(target.first[1]), "no key `error`", "one")


@group.check("a variation is generated", needs=("variations",))
def a_variation_is_drawn(target: Target) -> None:
    expect.images(target.once("variation", lambda: _vary(target)))


def _vary(target: Target) -> HttpResponse:
    edge = target.edge[0]
    model = "dall-e-2" if "dall-e-2" in target.models else target.name
    photo = file("image", pictures.photo(edge, edge))
    return target.post_form(VARIATIONS, field("model", model), field("size", "256x256"), photo)


for _model in CLIENT_MODELS:

    def _is_known(target: Target, model: str = _model) -> None:
        expect.no_parse_error(target.generate(model=model, n=0))

    group.add(
        f"knows-{_model}",
        f"the model name {_model}, which clients send by default, is accepted",
        _is_known,
        only="lenient",
    )
