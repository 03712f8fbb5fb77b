"""Error responses: the envelope, the order of checks, and malformed requests of every kind."""

import json
from typing import Any

from limner.conformance import expect
from limner.conformance.group import Group
from limner.conformance.result import CheckSkipped
from limner.conformance.target import EDITS, GENERATIONS, Target

group = Group("errors")
NOT_JSON = {
    "nothing": b"",
    "half an object": b"{",
    "a word": b"nonsense",
    "NaN": b'{"prompt": NaN}',
    "a lone surrogate": b'{"prompt": "\\ud800"}',
    "UTF-16": b"\xff\xfe{\x00}\x00",
    "broken UTF-8": b'{"prompt": "\xff"}',
}
NO_OBJECT = {"a list": b"[]", "a number": b"1", "a string": b'"a"', "null": b"null"}
DEEP = b'{"prompt":' + b"[" * 900 + b"]" * 900 + b"}"


def _add_rejected_body(name: str, body: bytes, *, message: str | None = None) -> None:
    def run(target: Target) -> None:
        error = expect.error(target.post(GENERATIONS, body, "application/json"))
        if message is not None and target.strict:
            expect.that(error["message"].startswith(message), f"a message that begins '{message}'", error["message"])

    group.add(f"body-{name.replace(' ', '-').lower()}", f"a body that is {name} is a 400", run)


for _name, _body in NOT_JSON.items():
    _add_rejected_body(_name, _body, message="We could not parse the JSON body of your request.")
for _name, _body in (NO_OBJECT | {"nested 900 deep": DEEP}).items():
    _add_rejected_body(_name, _body)


def _add_order_check(first: str, then: str, values: dict[str, Any]) -> None:
    def run(target: Target) -> None:
        error = expect.error(target.generate(**values))
        expect.equal("an error about", error["param"], first)

    group.add(f"{first}-before-{then}".replace("_", "-"), f"{first} is checked before {then}", run, needs=("gpt",))


_add_order_check("model", "unknown keys", {"model": 1, "foo": 1, "prompt": ""})
_add_order_check("foo", "the prompt", {"foo": 1, "prompt": "", "n": 0})
_add_order_check("prompt", "n", {"prompt": "", "n": 0, "size": "9x9"})
_add_order_check("n", "the rest", {"n": 0, "size": "bogus", "quality": "x"})
_add_order_check("quality", "output_compression", {"quality": "x", "output_compression": 101})


@group.check("an unknown path is a 404 in the envelope")
def unknown_path(target: Target) -> None:
    expect.error(target.post_json("/images/nothing", {}), 404)


@group.check("another method is a 405 in the envelope")
def another_method(target: Target) -> None:
    expect.error(target.request("GET", GENERATIONS), 405)


@group.check("another content type is a 400 in the envelope")
def another_content_type(target: Target) -> None:
    error = expect.error(target.post(GENERATIONS, b"prompt=a", "text/plain"))
    if target.strict:
        expect.equal(
            "message",
            error["message"],
            "Unsupported content type: 'text/plain'. This API method only accepts 'application/json' requests, but you"
            " specified the header 'Content-Type: text/plain'. Please try again with a supported content type.",
        )


@group.check("another content type at edits is a 400 in the envelope", needs=("edits",))
def another_content_type_of_an_edit(target: Target) -> None:
    expect.error(target.post(EDITS, b"prompt=a", "text/plain"))


@group.check("a body without a content type is read as JSON or rejected in the envelope")
def no_content_type(target: Target) -> None:
    response = target.post(GENERATIONS, json.dumps(target.generation_fields()).encode(), None)
    if response.status != 200:
        expect.error(response)


@group.check("an error has a request id")
def errors_have_an_id(target: Target) -> None:
    response = target.post(GENERATIONS, b"{", "application/json")
    expect.error(response)
    expect.that(response.headers.get("x-request-id"), "a header x-request-id", response.headers.get("x-request-id"))


@group.check("a message does not repeat long values")
def messages_are_short(target: Target) -> None:
    response = target.generate(model="y" * 100_000)
    if response.status == 200:
        raise CheckSkipped("the server accepts any model")
    expect.error(response)
    expect.that(len(response.body) < 10_000, "a body below 10 kB", f"{len(response.body)} bytes")


@group.check("names in messages are escaped")
def messages_are_escaped(target: Target) -> None:
    name = 'a"b\\c</script>\r\nX: y'
    response = target.generate(**{name: 1})
    error = expect.error(response)
    expect.equal("code", error["code"], "unknown_parameter")
    expect.that("x" not in response.headers, "no header made of the name", response.headers.get("x"))


@group.check("a wrong key is a 401 with www-authenticate", needs=("key",))
def a_wrong_key(target: Target) -> None:
    response = target.post_json(GENERATIONS, target.generation_fields(), headers={"Authorization": "Bearer wrong-key"})
    error = expect.error(response, 401)
    expect.equal("code", error["code"], "invalid_api_key")
    scheme = response.headers.get("www-authenticate", "")
    expect.that(scheme.lower().startswith("bearer"), "a header www-authenticate: Bearer", scheme)


@group.check("no key is a 401", needs=("key",))
def no_key(target: Target) -> None:
    expect.error(target.post_json(GENERATIONS, target.generation_fields(), headers={"Authorization": ""}), 401)


@group.check("an error response has no `data`")
def no_data_in_an_error(target: Target) -> None:
    response = target.post(GENERATIONS, b"{", "application/json")
    expect.error(response)
    expect.that("data" not in expect.json_body(response), "no `data` beside `error`", "one")
