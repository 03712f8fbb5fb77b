"""Unusual but legal bodies: encodings of JSON, long numbers, data URLs, multipart framing."""

import base64
import codecs
import gzip
import json

import pytest

from limner.api.data_urls import CHUNK, DATA_URL, decode_base64_file, decode_base64_text
from raw_http import field, file, form, post, post_json
from wire_pictures import incompressible, picture

GENERATIONS, EDITS = "/v1/images/generations", "/v1/images/edits"
PARAMS = {"model": "gpt-image-1", "prompt": "Füchse", "size": "64x64"}


def ask(server, body, path=GENERATIONS, **options):
    return post(server.port, path, body, content_type="application/json", **options)


@pytest.mark.parametrize("chunked", [0, 1, 2, 5])
def test_byte_order_mark_is_skipped(shared, last_request, chunked):
    answer = ask(shared, codecs.BOM_UTF8 + json.dumps(PARAMS, ensure_ascii=False).encode(), chunked=chunked)

    assert answer.status == 200, answer.body
    assert last_request().prompt == "Füchse"


ENCODINGS = [
    pytest.param("utf-16", "begins like UTF-16.", id="UTF-16"),
    pytest.param("utf-16-le", "begins like UTF-16.", id="UTF-16 LE without a mark"),
    pytest.param("utf-16-be", "begins like UTF-16.", id="UTF-16 BE without a mark"),
    pytest.param("utf-32", "begins like UTF-32.", id="UTF-32"),
    pytest.param("utf-32-be", "begins like UTF-32.", id="UTF-32 BE without a mark"),
    pytest.param("latin-1", "byte 37 of yours is not.", id="Latin-1"),
]


@pytest.mark.parametrize(("encoding", "reason"), ENCODINGS)
@pytest.mark.parametrize("chunked", [0, 1, 3])
def test_error_names_another_encoding(shared, encoding, reason, chunked):
    answer = ask(shared, json.dumps(PARAMS, ensure_ascii=False).encode(encoding), chunked=chunked)

    assert answer.status == 400
    assert answer.error["message"].startswith("We could not parse the JSON body of your request. (HINT: ")
    assert "It must be encoded in UTF-8" in answer.error["message"]
    assert answer.error["message"].endswith(reason)


@pytest.mark.parametrize("body", [b"", b"{", b'{"prompt": "a",}', b"\xef\xbb\xbf", b"prompt=a", b'{"a": NaN}'])
def test_other_mistakes_keep_their_message(shared, body):
    assert ask(shared, body).error["message"].endswith("but what was sent was not valid JSON.)")


def test_compressed_json_without_a_header_is_recognized(shared):
    assert "yours begins like gzip" in ask(shared, gzip.compress(json.dumps(PARAMS).encode())).error["message"]


@pytest.mark.parametrize("coding", ["gzip", "GZIP", "deflate", "br", "zstd", "identity, gzip", "x-gzip", "utf-8"])
@pytest.mark.parametrize("path", [GENERATIONS, EDITS, "/v1/files"])
def test_encoded_body_is_refused_with_415(shared, coding, path):
    body = form(b"b", field("prompt", "a"))
    kind = "multipart/form-data; boundary=b"
    answer = post(shared.port, path, body, content_type=kind, headers={"Content-Encoding": coding})

    assert (answer.status, answer.error["code"]) == (415, "unsupported_content_encoding")
    assert answer.headers["accept-encoding"] == "identity"
    assert set(answer.error) == {"message", "type", "param", "code"}


@pytest.mark.parametrize("coding", ["identity", "Identity", ""])
def test_identity_encoding_is_accepted(shared, coding):
    assert ask(shared, json.dumps(PARAMS).encode(), headers={"Content-Encoding": coding}).status == 200


NUMBERS = [
    pytest.param("1" * 30, "integer_above_max_value", id="30 digits"),
    pytest.param("-" + "9" * 25, "integer_below_min_value", id="negative"),
    pytest.param("18446744073709551616", "integer_above_max_value", id="2^64"),
    pytest.param("9" * 400, "integer_above_max_value", id="400 digits"),
    pytest.param("1.5", "invalid_type", id="decimal"),
    pytest.param("0.1234567890123456789012345", "invalid_type", id="a long decimal"),
]


@pytest.mark.parametrize(("number", "code"), NUMBERS)
@pytest.mark.parametrize("name", ["n", "output_compression"])
def test_long_integer_stays_an_integer(shared, number, code, name):
    answer = ask(shared, json.dumps(PARAMS | {name: 0}).replace(f'"{name}": 0', f'"{name}": {number}').encode())

    assert (answer.status, answer.error["code"], answer.error["param"]) == (400, code, name)
    if code == "invalid_type":
        assert "but got a decimal number instead" in answer.error["message"]
    elif len(number) < 100:
        assert f"but got {number} instead" in answer.error["message"]


@pytest.mark.parametrize("number", ["7" * 5000, "-" + "7" * 20_000, "1e999", "1" * 50_000 + ".5"])
@pytest.mark.parametrize("name", ["n", "guidance_scale", "user", "unknown"])
def test_enormous_number_is_refused(shared, number, name):
    answer = ask(shared, b'{"prompt": "a", "size": "64x64", "%s": %s}' % (name.encode(), number.encode()))

    assert answer.status == 400
    assert len(answer.error["message"]) < 500


def test_deep_nesting_beside_a_long_number_is_refused(shared):
    for depth in (40, 900, 20_000):
        body = b'{"prompt": "a", "n": %s, "x": %s%s}' % (b"1" * 30, b"[" * depth, b"]" * depth)

        assert ask(shared, body).status == 400


SMALL, LARGE = picture(), incompressible(900_000)
TEXT = {data: base64.b64encode(data).decode() for data in (SMALL, LARGE)}


def lines_of(text, end):
    return end.join(text[at : at + 76] for at in range(0, len(text), 76)) + end


DIALECTS = {
    "plain": lambda text: f"data:image/png;base64,{text}",
    "capitals": lambda text: f"DATA:IMAGE/PNG;BASE64,{text}",
    "mixed case": lambda text: f"Data:image/PNG;Base64,{text}",
    "no type": lambda text: f"data:;base64,{text}",
    "a parameter": lambda text: f"data:image/png;name=a.png;base64,{text}",
    "spaces": lambda text: f" data:image/png; base64, {text} ",
    "no padding": lambda text: f"data:image/png;base64,{text.rstrip('=')}",
    "lines": lambda text: f"data:image/png;base64,{lines_of(text, chr(10))}",
    "lines of Windows": lambda text: f"data:image/png;base64,{lines_of(text, chr(13) + chr(10))}",
    "lines, no padding": lambda text: f"data:image/png;base64,{lines_of(text.rstrip('='), chr(10))}",
    "percent escapes": lambda text: (
        "data:image/png;base64," + text.replace("+", "%2B").replace("/", "%2f").replace("=", "%3D")
    ),
}


@pytest.mark.parametrize("data", [SMALL, LARGE], ids=["small", "on disk"])
@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
def test_every_variant_of_data_urls_is_read(shared, last_request, data, dialect):
    values = {"prompt": "a", "size": "64x64", "images": [{"image_url": dialect(TEXT[data])}]}
    answer = post_json(shared.port, EDITS, values)

    assert answer.status == 200, answer.body
    assert last_request().images[0].size == (64, 64)


@pytest.mark.parametrize("text", ["A", "AAAAA", "####", "AAAA%zz", "AAA=A", "é", "AAAA===="])
def test_broken_base64_is_refused(shared, text):
    url = f"data:image/png;base64,{text}"
    answer = post_json(shared.port, EDITS, {"prompt": "a", "images": [{"image_url": url}]})

    assert (answer.status, answer.error["code"]) == (400, "invalid_base64")


@pytest.mark.parametrize("size", [0, 1, 2, 3, 100, CHUNK * 3 // 4 - 1, CHUNK * 3 // 4 + 1, 4_000_000])
@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
@pytest.mark.parametrize("padded", [True, False])
def test_base64_in_a_file_reads_as_in_memory(tmp_path, size, end, padded):
    data = incompressible(max(size, 100))[:size]
    text = base64.b64encode(data).decode()
    text = lines_of(text if padded else text.rstrip("="), end) if end else text
    source = tmp_path / "source"
    source.write_bytes(b"data:," + json.dumps(text)[1:-1].replace("/", "\\/").encode())
    claimed = []

    decode_base64_file(source, tmp_path / "target", skip=6, max_bytes=size, reserve=claimed.append)

    assert (tmp_path / "target").read_bytes() == data == decode_base64_text(text)
    assert sum(claimed) == size


@pytest.mark.parametrize("shift", range(8))
def test_escapes_at_the_edge_of_a_chunk_are_read(tmp_path, shift):
    text = ("+/8=" * 1000).replace("=", "A")
    for escaped in (r"\u002b", "%2B", r"\u002B"):
        source = tmp_path / "source"
        filler = "A" * (CHUNK - 4000 - shift)
        source.write_text(filler + text.replace("+", escaped) + "A" * ((-len(filler) - len(text)) % 4))

        decode_base64_file(source, tmp_path / "target", skip=0, max_bytes=10**8)

        expected = base64.b64decode(filler + text + "A" * ((-len(filler) - len(text)) % 4))
        assert (tmp_path / "target").read_bytes() == expected


def test_data_url_pattern_runs_in_linear_time():
    for text in ("data:" + ";a" * 200_000, " " * 400_000, "data:" + "a" * 400_000, "data:" + "; " * 200_000):
        assert DATA_URL.match(text) is None


def fields(boundary, *, padding=b"", preamble=b"", epilogue=b"", final_padding=b""):
    body = form(boundary, field("prompt", "a"), field("size", "64x64"), file("image", SMALL))
    body = body.replace(b"--" + boundary + b"\r\n", b"--" + boundary + padding + b"\r\n")
    end = b"--" + boundary + b"--\r\n"
    return preamble + body.removesuffix(end) + end.removesuffix(b"\r\n") + final_padding + b"\r\n" + epilogue


FRAMINGS = [
    pytest.param({"padding": b" "}, id="a space after each boundary"),
    pytest.param({"padding": b" \t  "}, id="white space after each boundary"),
    pytest.param({"final_padding": b" \t"}, id="white space after the last"),
    pytest.param({"preamble": b"\r\n"}, id="a blank line first"),
    pytest.param({"preamble": b"This is a message in MIME format.\r\n"}, id="a preamble"),
    pytest.param({"preamble": b"-- dashes --\r\n--\r\n--bound\r\n\r\n--boundaryx\r\n"}, id="almost boundaries"),
    pytest.param({"preamble": b"--boundary not at its end\r\n"}, id="a preamble with a boundary in a line"),
    pytest.param({"preamble": b"x" * 20_000 + b"\r\n", "padding": b"\t"}, id="a long preamble"),
    pytest.param({"epilogue": b"The end.\r\n--boundary\r\n"}, id="an epilogue"),
]


@pytest.mark.parametrize("chunked", [0, 1, 7, 1000])
@pytest.mark.parametrize("framing", FRAMINGS)
def test_legal_form_framings_are_read(shared, last_request, framing, chunked):
    body = fields(b"boundary", **framing)
    kind = "multipart/form-data; boundary=boundary"
    answer = post(shared.port, EDITS, body, content_type=kind, chunked=chunked)

    assert answer.status == 200, answer.body
    assert last_request().prompt == "a"


@pytest.mark.parametrize("length", [1, 70, 256])
def test_long_boundaries_are_read(shared, length):
    boundary = b"b" * length
    kind = f"multipart/form-data; boundary={boundary.decode()}"

    assert post(shared.port, EDITS, fields(boundary), content_type=kind).status == 200


@pytest.mark.parametrize("length", [257, 1000, 1025, 4096, 4097, 60_000])
@pytest.mark.parametrize("path", [EDITS, "/v1/files"])
@pytest.mark.parametrize("quote", ["", '"'])
def test_boundary_that_is_too_long_is_refused(shared, length, path, quote):
    kind = f"multipart/form-data; boundary={quote}{'b' * length}{quote}"
    answer = post(shared.port, path, fields(b"b" * length), content_type=kind)

    assert answer.status == 400
    assert answer.error["message"] == (
        "We could not parse the multipart form of your request: its boundary has more than 256 characters."
    )
