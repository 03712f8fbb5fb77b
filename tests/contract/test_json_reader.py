"""Long strings of a JSON body are spooled while it is received, however it is split into chunks."""

import asyncio
import json
import time

import pytest

from limner.api.json_reader import LONG_BYTES, JsonReader, SpooledString
from limner.api.request_buffers import MemoryBudget, RequestBuffers
from limner.api.spool_folder import SpoolFolder, default_spool_root
from limner.core.errors import APIError
from raw_http import post


def read(body, cuts=()):
    """The object read from `body`, split at these offsets, and the raw text of its long strings."""

    async def chunks():
        for begin, end in zip((0, *cuts), (*cuts, len(body)), strict=True):
            yield body[begin:end]

    async def run(*, memory):
        with RequestBuffers(MemoryBudget(memory, SpoolFolder(default_spool_root(), max_bytes=10**9))) as space:
            text = JsonReader(space)
            await text.receive(chunks())
            async with text.parse() as values:
                long = {key: value for key, value in values.items() if isinstance(value, SpooledString)}
                assert all(len(value) == value.path.stat().st_size for value in long.values())
                return values, {key: value.path.read_bytes() for key, value in long.items()}

    whole = asyncio.run(run(memory=10**9))
    assert asyncio.run(run(memory=0)) == whole, "where it waits makes no difference"
    return whole


TRICKY = [
    pytest.param(
        {"a": 'quote " backslash \\ both \\" end\\', "b": ["x", {"c": "\u2028\n\t"}], "d": None}, id="escapes"
    ),
    pytest.param({"": "", "a": "", "\\": '"'}, id="empty"),
    pytest.param({"a": 1.5, "b": [True, False, [], {}]}, id="no strings"),
]


@pytest.mark.parametrize("value", TRICKY)
@pytest.mark.parametrize("ensure_ascii", [True, False])
def test_chunk_borders_do_not_change_what_is_read(value, ensure_ascii):
    body = json.dumps(value, ensure_ascii=ensure_ascii).encode()

    for cut in range(1, len(body)):
        assert read(body, (cut,))[0] == value
    assert read(body, tuple(range(1, len(body))))[0] == value


def test_long_string_is_spooled_verbatim():
    long = '\\"' * LONG_BYTES
    body = b'{"before":1,"long":"' + long.encode() + b'","after":"\\\\"}'

    values, texts = read(body)

    assert texts == {"long": long.encode()}
    assert (values["before"], values["after"]) == (1, "\\")


@pytest.mark.parametrize("around", range(-3, 4))
def test_chunk_borders_at_the_end_of_a_long_string_are_harmless(around):
    long = b"x" * (LONG_BYTES + 5) + b'\\"\\\\'
    body = b'{"long":"' + long + b'","n":2}'
    end = body.index(b'","n"')

    values, texts = read(body, (9 + LONG_BYTES + around, end + around))

    assert texts == {"long": long}
    assert values["n"] == 2


def test_string_of_exactly_the_limit_stays_in_memory():
    values, texts = read(b'{"a":"' + b"x" * LONG_BYTES + b'"}')

    assert not texts
    assert values == {"a": "x" * LONG_BYTES}


def test_long_key_is_not_taken_for_a_token():
    values, _ = read(b'{"' + b"k" * (LONG_BYTES + 1) + b'":1}')

    assert [key[:5] for key in values] == ["kkkkk"]


@pytest.mark.parametrize("body", [b'{"a":"' + b"x" * 300_000, b'{"a":"' + b"x" * 300_000 + b"\\", b'{"a":"x'])
def test_string_that_never_ends_is_refused(body):
    with pytest.raises(APIError, match="could not parse the JSON body"):
        read(body)


def test_flood_of_short_strings_is_refused():
    with pytest.raises(APIError, match="too large"):
        read(b'{"a":[' + (b'"' + b"x" * 200_000 + b'",') * 50)


def test_flood_outside_of_strings_is_refused():
    with pytest.raises(APIError, match="too large"):
        read(b'{"a":[' + b"[]," * 30_000)


@pytest.mark.parametrize("body", [b'{"a":\\"x"}', b'{"a":1\\', b'{"a":\\\\"', b'{\\"a":1}', b'{"a":\x001}'])
def test_escape_outside_of_a_string_is_refused(body):
    for cut in range(len(body)):
        with pytest.raises(APIError, match="could not parse the JSON body"):
            read(body, (cut,) if cut else ())


@pytest.mark.parametrize("escape", [b"\\\\", b'\\"'], ids=["backslashes", "quotes"])
def test_many_escapes_are_read_as_fast_as_letters(shared, escape):
    def seconds_for(content):
        begun = time.perf_counter()
        answer = post(shared.port, "/v1/images/generations", b'{"user":"' + content, content_type="application/json")
        assert answer.status == 400
        return time.perf_counter() - begun

    letters, escapes = (min(seconds_for(content * 10_000_000) for _ in range(2)) for content in (b"ab", escape))

    assert escapes < 5 * letters + 0.5, "40 times as long, if every escape is a step of its own"
