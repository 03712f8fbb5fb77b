"""Bodies share a memory budget while they are received: the rest is spooled to disk, nothing is refused."""

import json
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from limner.settings import Limits, Settings, Storage
from raw_http import connect, field, file, form, head, post_form, post_json, receive
from running import running_server, wait_until
from tiny_engine import TinyEngine
from wire_pictures import data_url, incompressible, picture

EDITS = "/v1/images/edits"
BUDGET = 200_000
BUFFERS = 400_000
"""Buffered between a socket and the application: one read, and the parser's."""


@pytest.fixture
def crowded(tmp_path):
    """A server whose memory for uploads is small."""
    engine = TinyEngine()
    settings = Settings(limits=Limits(upload_memory_bytes=BUDGET), storage=Storage(folder=tmp_path))
    with running_server(engine, settings) as server:
        yield server, engine


def bytes_on_disk(uploads):
    return sum(path.stat().st_size for folder in uploads() for path in folder.iterdir())


PICTURE = incompressible(280_000)
FORM = form(b"b", *[field(f"f{n}", "x" * 200_000) for n in range(4)], file("image", incompressible(900_000)))
PARAMS = {"prompt": "a", "images": [{"image_url": data_url(PICTURE)}] * 6}
BODIES = [
    pytest.param(FORM, "multipart/form-data; boundary=b", id="form"),
    pytest.param(json.dumps(PARAMS).encode(), "application/json", id="json"),
]


@contextmanager
def stalled(port, body, content_type, *, sent):
    """An upload that stops after `sent` bytes; `complete()` sends the rest."""
    with connect(port) as connection:
        connection.sendall(head(EDITS, {"Content-Type": content_type, "Content-Length": str(len(body))}) + body[:sent])

        def complete():
            connection.sendall(body[sent:])
            return receive(connection)

        yield complete


@pytest.mark.parametrize(("body", "content_type"), BODIES)
def test_slow_bodies_are_spooled_to_disk(crowded, uploads, body, content_type):
    server, _ = crowded
    num_clients, sent = 6, 1_600_000
    with ExitStack() as clients:
        for _ in range(num_clients):
            clients.enter_context(stalled(server.port, body, content_type, sent=sent))

        assert wait_until(lambda: bytes_on_disk(uploads) > num_clients * (sent - BUFFERS) - BUDGET)
    assert wait_until(lambda: not uploads())


def test_spooled_form_is_read_correctly(crowded):
    server, engine = crowded
    parts = form(b"b", field("prompt", "a" * 20_000), field("quality", "low"), file("image", PICTURE))
    kind = "multipart/form-data; boundary=b"
    with stalled(server.port, FORM, kind, sent=900_000), stalled(server.port, parts, kind, sent=10_000) as complete:
        answer = complete()

    assert answer.status == 200, answer.body
    (asked,) = engine.requests
    assert (asked.prompt, asked.quality) == ("a" * 20_000, "low")
    assert isinstance(asked.images[0].data, Path)


@pytest.mark.parametrize("sent", [10_000, 300_000, 900_000])
def test_spooled_json_is_read_correctly(crowded, sent):
    server, engine = crowded
    body = json.dumps(PARAMS).encode()
    with stalled(server.port, body, "application/json", sent=sent) as complete:
        answer = complete()

    assert answer.status == 200, answer.body
    (asked,) = engine.requests
    assert [image.size for image in asked.images] == [image.size for image in asked.images[:1]] * 6
    assert all(isinstance(image.data, Path) for image in asked.images)


def test_memory_is_freed(crowded, uploads):
    server, engine = crowded
    for _ in range(3):
        assert post_json(server.port, EDITS, PARAMS).status == 200
        assert post_form(server.port, EDITS, field("prompt", "a"), file("image", PICTURE)).status == 200
        small = post_form(server.port, EDITS, field("prompt", "a"), file("image", picture() + bytes(BUDGET - 5_000)))

        assert small.status == 200
        assert isinstance(engine.requests[-1].images[0].data, bytes)
    assert wait_until(lambda: not uploads())


def test_json_is_served_while_memory_is_full(crowded):
    server, _ = crowded
    with stalled(server.port, FORM, "multipart/form-data; boundary=b", sent=190_000):
        answer = post_json(server.port, "/v1/images/generations", {"prompt": "a", "user": "u" * 100_000})
        broken = post_json(server.port, EDITS, {"prompt": "a", "images": "x" * 300_000})

    assert (answer.status, broken.status) == (200, 400)
