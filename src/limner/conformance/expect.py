"""Assertions on responses. Each raises CheckFailed with what was expected and what was received."""

import base64
import binascii
import json
from typing import Any

from limner.conformance import pictures
from limner.conformance.pictures import ImageHeader, Pixels
from limner.conformance.result import CheckFailed
from limner.conformance.target import Target, shorten
from limner.conformance.wire import HttpResponse

ENVELOPE = {"message", "type", "param", "code"}


def that(fact: object, expected: str, got: object) -> None:
    if not fact:
        raise CheckFailed(expected, format_value(got))


def equal(what: str, found: object, wanted: object) -> None:
    if found != wanted or type(found) is not type(wanted):
        raise CheckFailed(f"{what} {format_value(wanted)}", format_value(found))


def format_value(value: object) -> str:
    if isinstance(value, str) and not value.isprintable():
        return repr(value)[:300]
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= 300 else f"{text[:300]}…"


def status(response: HttpResponse, wanted: int = 200) -> None:
    if response.status != wanted:
        raise CheckFailed(f"status {wanted}", f"{response.status}: {shorten(response.body)}")


def json_body(response: HttpResponse) -> Any:
    if "json" not in response.media_type:
        raise CheckFailed("a Content-Type of JSON", f"'{response.media_type}': {shorten(response.body)}")
    return parse_json(response.body, "a JSON body")


def parse_json(text: bytes, what: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise CheckFailed(what, shorten(text)) from None


def images(response: HttpResponse) -> dict[str, Any]:
    """The body of a response with images."""
    status(response)
    body = json_body(response)
    that(isinstance(body, dict), "a JSON object", body)
    entries = body.get("data")
    that(isinstance(entries, list) and entries, "a `data` list with entries", entries)
    that(all(isinstance(one, dict) for one in entries), "objects in `data`", entries)
    return body  # type: ignore[no-any-return]


def b64_image(entry: dict[str, Any]) -> bytes:
    text = entry.get("b64_json")
    if not isinstance(text, str):
        raise CheckFailed("a `b64_json` string", format_value(text))
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise CheckFailed("plain base64 in `b64_json`", format_value(text[:60])) from None


def image(data: bytes) -> ImageHeader:
    found = pictures.probe(data)
    if found is None:
        raise CheckFailed("the bytes of a PNG, JPEG or WebP", repr(data[:16]))
    return found


def first_image(response: HttpResponse) -> bytes:
    """The first image of a response with base64, decoded."""
    data = b64_image(images(response)["data"][0])
    image(data)
    return data


def png_pixels(data: bytes) -> Pixels:
    equal("a picture in", image(data).format, "png")
    found = pictures.pixels(data)
    if found is None:
        raise CheckFailed("a PNG of 8 bits a sample, whole and without a palette", f"{len(data)} bytes that are not")
    return found


def mean_difference(one: Pixels, other: Pixels, *, left: float, right: float) -> float:
    """Mean difference of two images, 0 to 255, between the relative x coordinates `left` and `right`."""
    steps = range(24)
    places = [(left + (x + 0.5) / 24 * (right - left), (y + 0.5) / 24) for x in steps for y in steps]
    total = sum(abs(a - b) for place in places for a, b in zip(one.at(*place), other.at(*place), strict=True))
    return total / len(places) / 3


def error(response: HttpResponse, wanted_status: int = 400) -> dict[str, Any]:
    """The error of a response: an object under `error` with all four keys."""
    status(response, wanted_status)
    body = json_body(response)
    found = body.get("error") if isinstance(body, dict) else None
    if not isinstance(found, dict):
        raise CheckFailed("an object under `error`", shorten(response.body))
    that(set(found) >= ENVELOPE, "message, type, param and code in the error", sorted(found))
    that(isinstance(found["message"], str) and found["message"], "a message", found["message"])
    that(isinstance(found["type"], str) and found["type"], "a type", found["type"])
    for name in ("param", "code"):
        that(found[name] is None or isinstance(found[name], str), f"a string or null as {name}", found[name])
    return found


def no_parse_error(response: HttpResponse) -> None:
    """Check cheaply that a request with `n` of 0 was parsed: most servers reject only that value."""
    if response.status == 200:
        images(response)
    else:
        equal("an error about", error(response)["param"], "n")


def refusal(
    target: Target,
    response: HttpResponse,
    param: str | None,
    code: str | None,
    *,
    message: str | None = None,
    error_type: str = "invalid_request_error",
) -> None:
    """A 400 that names the parameter; in strict mode with the literal message."""
    found = error(response)
    equal("param", found["param"], param)
    equal("code", found["code"], code)
    if target.strict:
        if message is not None:
            equal("message", found["message"], message)
        equal("type", found["type"], error_type)
