"""Images are cut out of JSON before it is parsed."""

import json

import pybase64
import pytest

from limner.core.errors import UpstreamError
from limner.engines.proxy.response_body import read_json

DATA = bytes(range(256))
TEXT = pybase64.b64encode(DATA).decode()


def items_of(data: bytes):
    body = read_json(data)
    return [body.image_of(item) for item in body.value["data"]]


@pytest.mark.parametrize(
    "text",
    [
        f'{{"data":[{{"b64_json":"{TEXT}"}}]}}',
        f'{{"data" : [ {{ "b64_json" :\n "{TEXT}" , "url": null }} ] }}',
        f'{{"data":[{{"b64_json":"{TEXT.rstrip("=")}"}}]}}',
        f'{{"data":[{{"b64_json":"data:image/png;base64,{TEXT}"}}]}}',
        json.dumps({"data": [{"b64_json": TEXT}]}).replace("/", "\\/"),
    ],
)
def test_image_is_decoded(text):
    assert items_of(text.encode()) == [DATA]


def test_several_images_keep_their_order():
    texts = [pybase64.b64encode(bytes([i] * 5)).decode() for i in range(12)]

    assert items_of(json.dumps({"data": [{"b64_json": one} for one in texts]}).encode()) == [
        bytes([i] * 5) for i in range(12)
    ]


def test_text_that_looks_like_an_image_stays_text():
    prompt = 'a sign with "b64_json":"AAAA" and "image 0"'
    body = read_json(json.dumps({"data": [{"revised_prompt": prompt, "b64_json": TEXT}]}).encode())

    assert body.value["data"][0]["revised_prompt"] == prompt
    assert body.image_of(body.value["data"][0]) == DATA


@pytest.mark.parametrize("empty", ['""', "null", "7"])
def test_missing_image_is_none(empty):
    assert items_of(f'{{"data":[{{"b64_json":{empty}}}]}}'.encode()) == [None]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>502</html>",
        b"[]",
        b'"text"',
        b'{"data":[{"b64_json":"AA',
        b'{"b64_json":"AAAA"',
        b'{"b64_json":"!!"}',
    ],
)
def test_malformed_body_is_an_upstream_error(data):
    with pytest.raises(UpstreamError) as caught:
        read_json(data)

    assert caught.value.code == "upstream_invalid_response"
