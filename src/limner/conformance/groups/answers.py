"""What a plain answer holds: its keys, its picture, and what it says about it."""

import time

from limner.conformance import expect, pictures
from limner.conformance.forms import field, file
from limner.conformance.group import Group
from limner.conformance.target import LEFT_OUT, VARIATIONS, Target
from limner.conformance.verdict import Failed, Skipped
from limner.conformance.wire import Answer

group = Group("answers")
GPT = ("gpt",)
CLIENT_MODELS = ("dall-e-2", "dall-e-3", "gpt-image-1", "gpt-image-1-mini", "gpt-image-1.5", "gpt-image-2")
"""Names that clients send without asking their user."""


@group.check("a generation answers 200 with JSON")
def a_generation_is_drawn(target: Target) -> None:
    expect.drawn(target.first[1])


@group.check("`created` is the time in whole seconds")
def created_is_a_time(target: Target) -> None:
    created = expect.drawn(target.first[1]).get("created")
    if not isinstance(created, int) or isinstance(created, bool):
        raise Failed("an integer as `created`", expect.told(created))
    expect.that(abs(created - time.time()) < 86_400, "a time within a day of now", created)


@group.check("there is one entry in `data` unless more are asked for")
def one_picture_by_default(target: Target) -> None:
    expect.equal("entries in `data`:", len(expect.drawn(target.first[1])["data"]), 1)


@group.check("`n` of 2 gives two pictures", needs=GPT)
def n_is_obeyed(target: Target) -> None:
    entries = expect.drawn(target.once("two", lambda: target.generate(n=2)))["data"]
    expect.equal("entries in `data`:", len(entries), 2)
    for entry in entries:
        expect.probed(expect.picture_bytes(entry))


@group.check("`b64_json` is plain base64 of a picture", needs=GPT)
def base64_is_plain(target: Target) -> None:
    expect.picture_of(target.first[1])


@group.check("an answer in base64 holds no `url`", needs=GPT)
def base64_or_url(target: Target) -> None:
    url = expect.drawn(target.first[1])["data"][0].get("url")
    expect.that(url is None, "no `url` beside `b64_json`", url)


@group.check("the picture has the size that was asked for", needs=GPT)
def size_is_obeyed(target: Target) -> None:
    if "size" not in target.cheap:
        raise Skipped("no size was accepted")
    expect.equal("a picture of", expect.probed(expect.picture_of(target.first[1])).size, target.cheap["size"])


@group.check("background, output_format, quality and size are told", needs=GPT)
def the_picture_is_described(target: Target) -> None:
    body = expect.drawn(target.first[1])
    for name in ("background", "output_format", "quality", "size"):
        expect.that(isinstance(body.get(name), str), f"a string as `{name}`", body.get(name))


@group.check("what was asked as `auto` is told resolved", needs=GPT)
def auto_is_resolved(target: Target) -> None:
    body = expect.drawn(target.generate(size=LEFT_OUT, quality="auto", background="auto"))
    expect.that(body.get("background") in ("opaque", "transparent"), "a resolved background", body.get("background"))
    expect.that(body.get("quality") in ("low", "medium", "high"), "a resolved quality", body.get("quality"))
    size = expect.probed(expect.picture_bytes(body["data"][0])).size
    expect.equal("as `size` the picture's own,", body.get("size"), size)


@group.check("the told size is that of the picture", needs=GPT)
def the_told_size_is_true(target: Target) -> None:
    body = expect.drawn(target.first[1])
    expect.equal("as `size`", body.get("size"), expect.probed(expect.picture_bytes(body["data"][0])).size)


@group.check("the told quality is the one asked for", needs=GPT)
def the_told_quality_is_true(target: Target) -> None:
    if "quality" not in target.cheap:
        raise Skipped("no quality was accepted")
    expect.equal("as `quality`", expect.drawn(target.first[1]).get("quality"), target.cheap["quality"])


@group.check("a picture is a PNG by default", needs=GPT)
def png_by_default(target: Target) -> None:
    expect.equal("a picture in", expect.probed(expect.picture_of(target.first[1])).format, "png")
    expect.equal("as `output_format`", expect.drawn(target.first[1]).get("output_format"), "png")


def _comes_as(output_format: str) -> None:
    def run(target: Target) -> None:
        answer = target.generate(output_format=output_format)
        expect.equal("a picture in", expect.probed(expect.picture_of(answer)).format, output_format)
        expect.equal("as `output_format`", expect.drawn(answer).get("output_format"), output_format)

    group.add(f"{output_format}-is-drawn", f"`output_format` {output_format} gives such a picture", run, needs=GPT)


for _name in ("jpeg", "webp"):
    _comes_as(_name)


@group.check("what is told of a transparent background is true", needs=GPT)
def transparency_is_true(target: Target) -> None:
    if target.strict and target.name.startswith("gpt-image-2") and not target.name.startswith("gpt-image-2."):
        raise Skipped(f"{target.name} draws no transparency")
    answer = target.generate(background="transparent", output_format="png")
    body, data = expect.drawn(answer), expect.picture_of(answer)
    if body.get("background") == "transparent" and not pictures.has_alpha(data):
        raise Failed("an alpha channel, as `background` says 'transparent'", "a PNG without one")
    if target.strict:
        expect.equal("as `background`", body.get("background"), "transparent")


@group.check("a `safety_identifier` is echoed", needs=GPT)
def safety_identifier_is_echoed(target: Target) -> None:
    body = expect.drawn(target.generate(safety_identifier="someone"))
    expect.equal("as `safety_identifier`", body.get("safety_identifier"), "someone")


@group.check("without a `safety_identifier` none is told", needs=GPT)
def no_safety_identifier(target: Target) -> None:
    body = expect.drawn(target.first[1])
    expect.that("safety_identifier" not in body, "no `safety_identifier`", body.get("safety_identifier"))


@group.check("an answer holds no `error`, not even null")
def no_error_in_an_answer(target: Target) -> None:
    expect.that("error" not in expect.drawn(target.first[1]), "no key `error`", "one")


@group.check("a variation is drawn", needs=("variations",))
def a_variation_is_drawn(target: Target) -> None:
    expect.drawn(target.once("variation", lambda: _vary(target)))


def _vary(target: Target) -> Answer:
    edge = target.edge[0]
    model = "dall-e-2" if "dall-e-2" in target.models else target.name
    photo = file("image", pictures.photo(edge, edge))
    return target.post_form(VARIATIONS, field("model", model), field("size", "256x256"), photo)


for _model in CLIENT_MODELS:

    def _known(target: Target, model: str = _model) -> None:
        expect.understood(target.generate(model=model, n=0))

    group.add(
        f"knows-{_model}", f"the model name {_model}, which clients send unasked, is known", _known, only="lenient"
    )
