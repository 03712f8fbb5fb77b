"""What the checks expect of answers. Whatever is odd becomes a Failed that says what was expected and what came."""

import base64
import binascii
import json
from typing import Any

from limner.conformance import pictures
from limner.conformance.pictures import Pixels, Probed
from limner.conformance.target import Target, shown
from limner.conformance.verdict import Failed
from limner.conformance.wire import Answer

ENVELOPE = {"message", "type", "param", "code"}


def that(fact: object, expected: str, got: object) -> None:
    if not fact:
        raise Failed(expected, told(got))


def equal(what: str, found: object, wanted: object) -> None:
    if found != wanted or type(found) is not type(wanted):
        raise Failed(f"{what} {told(wanted)}", told(found))


def told(value: object) -> str:
    if isinstance(value, str) and not value.isprintable():
        return repr(value)[:300]
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= 300 else f"{text[:300]}…"


def status(answer: Answer, wanted: int = 200) -> None:
    if answer.status != wanted:
        raise Failed(f"status {wanted}", f"{answer.status}: {shown(answer.body)}")


def json_of(answer: Answer) -> Any:
    if "json" not in answer.media_type:
        raise Failed("a Content-Type of JSON", f"'{answer.media_type}': {shown(answer.body)}")
    return loads(answer.body, "a JSON body")


def loads(text: bytes, what: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Failed(what, shown(text)) from None


def drawn(answer: Answer) -> dict[str, Any]:
    """The body of an answer that holds pictures."""
    status(answer)
    body = json_of(answer)
    that(isinstance(body, dict), "a JSON object", body)
    entries = body.get("data")
    that(isinstance(entries, list) and entries, "a `data` list with entries", entries)
    that(all(isinstance(one, dict) for one in entries), "objects in `data`", entries)
    return body  # type: ignore[no-any-return]


def picture_bytes(entry: dict[str, Any]) -> bytes:
    text = entry.get("b64_json")
    if not isinstance(text, str):
        raise Failed("a `b64_json` string", told(text))
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Failed("plain base64 in `b64_json`", told(text[:60])) from None


def probed(data: bytes) -> Probed:
    found = pictures.probe(data)
    if found is None:
        raise Failed("the bytes of a PNG, JPEG or WebP", repr(data[:16]))
    return found


def picture_of(answer: Answer) -> bytes:
    """The first picture of an answer in base64, as bytes that are a picture."""
    data = picture_bytes(drawn(answer)["data"][0])
    probed(data)
    return data


def png_pixels(data: bytes) -> Pixels:
    equal("a picture in", probed(data).format, "png")
    found = pictures.pixels(data)
    if found is None:
        raise Failed("a PNG of 8 bits a sample, whole and without a palette", f"{len(data)} bytes that are not")
    return found


def difference(one: Pixels, other: Pixels, *, left: float, right: float) -> float:
    """The mean difference of two pictures (0 to 255) at places between `left` and `right`, each 0 to 1."""
    steps = range(24)
    places = [(left + (x + 0.5) / 24 * (right - left), (y + 0.5) / 24) for x in steps for y in steps]
    total = sum(abs(a - b) for place in places for a, b in zip(one.at(*place), other.at(*place), strict=True))
    return total / len(places) / 3


def error_of(answer: Answer, wanted_status: int = 400) -> dict[str, Any]:
    """The error in its envelope: an object under `error`, with all four keys."""
    status(answer, wanted_status)
    body = json_of(answer)
    error = body.get("error") if isinstance(body, dict) else None
    if not isinstance(error, dict):
        raise Failed("an object under `error`", shown(answer.body))
    that(set(error) >= ENVELOPE, "message, type, param and code in the error", sorted(error))
    that(isinstance(error["message"], str) and error["message"], "a message", error["message"])
    that(isinstance(error["type"], str) and error["type"], "a type", error["type"])
    for name in ("param", "code"):
        that(error[name] is None or isinstance(error[name], str), f"a string or null as {name}", error[name])
    return error


def understood(answer: Answer) -> None:
    """A cheap way to ask whether a request was read: it wished for 0 pictures, which is refused by most servers."""
    if answer.status == 200:
        drawn(answer)
    else:
        equal("an error about", error_of(answer)["param"], "n")


def refusal(
    target: Target,
    answer: Answer,
    param: str | None,
    code: str | None,
    *,
    message: str | None = None,
    error_type: str = "invalid_request_error",
) -> None:
    """A 400 that names the parameter. In the strict manner, with the literal words."""
    error = error_of(answer)
    equal("param", error["param"], param)
    equal("code", error["code"], code)
    if target.strict:
        if message is not None:
            equal("message", error["message"], message)
        equal("type", error["type"], error_type)
