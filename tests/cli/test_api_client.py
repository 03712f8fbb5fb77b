"""`ApiClient` against scripted servers: events in pieces, large and broken responses, silence, images as URLs."""

import asyncio
import base64
import json
import threading
import time
from contextlib import aclosing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from cpu_time import least_cpu_s
from limner.cli import api_client
from limner.cli.api_client import ApiClient, api_url, read_events, read_json
from limner.cli.backend import BackendError, FinalImage
from limner.cli.job import CliJob, InputFile
from limner.cli.remote_backend import RemoteBackend
from limner.core.errors import AuthenticationError, BadRequestError, InternalServerError

PNG = b"\x89PNG and so on"
EVENT = 'event: image_generation.completed\ndata: {"b64_json": "aGk="}\n\n'


@contextmanager
def scripted_server(respond):
    """A server that answers each request with `respond(handler)`. Yields its address and the requests it got."""
    requests = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            requests.append((self.path, dict(self.headers), body))
            respond(self)

        do_GET = do_POST  # noqa: N815

        def log_message(self, *_): ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", requests
        finally:
            server.shutdown()
            thread.join()


def reply(handler, body, *, status=200, content_type="application/json", length=None, pieces=1):
    handler.send_response(status)
    handler.send_header("content-type", content_type)
    handler.send_header("content-length", str(len(body) if length is None else length))
    handler.end_headers()
    step = max(1, -(-len(body) // pieces))
    for start in range(0, len(body), step):
        handler.wfile.write(body[start : start + step])
        handler.wfile.flush()
        time.sleep(0.002 if pieces > 1 else 0)


def run_with_client(address, use, *, key=None):
    async def run():
        async with aclosing(ApiClient(api_url(address), key=key)) as client:
            return await use(client)

    return asyncio.run(run())


async def post_and_read_events(client):
    async with aclosing(await client.request("POST", "images/generations", content=b"{}")) as response:
        return [event async for event in read_events(response)]


def draw(address, job, *, key=None):
    async def collect(client):
        return [event async for event in RemoteBackend(client).draw(job, partial_images=0)]

    return run_with_client(address, collect, key=key)


FOX = CliJob(operation="generate", prompt="A fox", parameters={}, stem="a-fox")


@pytest.mark.parametrize("pieces", [1, 7, 40])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_events_are_read_in_pieces_of_any_size(pieces, newline):
    note, prompt = "No “otter” here", "one\u2028two"
    lines = [
        ": keep-alive",
        "",
        ": limner-note: No %E2%80%9Cotter%E2%80%9D here",
        "event: first",
        f'data: {{"revised_prompt": "{prompt}"}}',
        "",
        "event: second",
        'data: {"a":',
        "data: 1}",
        "",
        "data: [DONE]",
        "",
        "event: cut off",
        "data: {}",
    ]
    body = newline.join(lines).encode()

    with scripted_server(lambda h: reply(h, body, content_type="text/event-stream", pieces=pieces)) as (address, _):
        events = run_with_client(address, post_and_read_events)

    assert events == [("limner-note", note), ("first", {"revised_prompt": prompt}), ("second", {"a": 1})]


@pytest.mark.parametrize(
    ("body", "length"),
    [
        pytest.param(EVENT.encode(), 10_000, id="connection closed"),
        pytest.param(b"data: {no JSON}\n\n", None, id="no JSON"),
        pytest.param(b"data: \xff\n\n", None, id="no UTF-8"),
    ],
)
def test_broken_event_stream_is_a_backend_error(body, length):
    def respond(handler):
        reply(handler, body, content_type="text/event-stream", length=length)
        handler.close_connection = True

    with scripted_server(respond) as (address, _), pytest.raises(BackendError, match="response broke off: "):
        run_with_client(address, post_and_read_events)


@pytest.mark.parametrize("is_stream", [False, True], ids=["JSON", "events"])
def test_large_image_is_read_in_linear_time(is_stream):
    image = bytes(24 * 2**20)
    text = base64.b64encode(image).decode()
    body = f'data: {{"type": "x.completed", "b64_json": "{text}"}}\n\n' if is_stream else {"data": [{"b64_json": text}]}
    content = (body if is_stream else json.dumps(body)).encode()
    content_type = "text/event-stream" if is_stream else "application/json"

    with scripted_server(lambda h: reply(h, content, content_type=content_type)) as (address, _):

        def read():
            events = draw(address, FOX)
            assert [event.data == image for event in events if isinstance(event, FinalImage)] == [True]

        assert least_cpu_s(read, below_s=1.5) < 1.5, "0.4 s; concatenating each chunk takes 6 s"


@pytest.mark.parametrize("sends_headers", [False, True], ids=["no response", "no body"])
def test_silent_server_times_out(monkeypatch, sends_headers):
    monkeypatch.setattr(api_client, "RESPONSE_TIMEOUT_S", 0.2)
    is_done = threading.Event()

    def respond(handler):
        if sends_headers:
            reply(handler, b"", length=10)
        is_done.wait(10)

    async def get(client):
        return await client.get_json("models")

    with scripted_server(respond) as (address, _):
        with pytest.raises(BackendError, match="timed out"):
            run_with_client(address, get)
        is_done.set()


@pytest.mark.parametrize(
    ("status", "error", "expected", "message"),
    [
        pytest.param(400, {"message": "No.", "param": "size"}, BadRequestError, "No.", id="bad request"),
        pytest.param(
            401, {"message": "No key."}, AuthenticationError, "No key. Pass the server's key with --key.", id="no key"
        ),
        pytest.param(418, {"message": "Tea."}, BadRequestError, "Tea.", id="other client error"),
        pytest.param(502, {"message": "Down."}, InternalServerError, "Down.", id="other server error"),
        pytest.param(500, "oh", BackendError, "answered 500 Internal Server Error. Is it an", id="no error object"),
        pytest.param(404, None, BackendError, "answered 404 Not Found. Is it an Images API?", id="null"),
    ],
)
def test_error_response_becomes_the_matching_error(status, error, expected, message):
    body = json.dumps({"error": error}).encode()

    with scripted_server(lambda h: reply(h, body, status=status)) as (address, _), pytest.raises(expected) as raised:
        draw(address, FOX)

    assert message in str(raised.value)
    assert getattr(raised.value, "param", None) == (error["param"] if status == 400 else None)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        pytest.param(b"<html>", "The server's response cannot be read", id="no JSON"),
        pytest.param(b"[]", "not a JSON object", id="an array"),
        pytest.param(b"{}", "answered without a picture", id="no data"),
        pytest.param(b'{"data": [{}]}', "answered without a picture", id="no image"),
        pytest.param(b'{"data": [{"b64_json": "?"}]}', "no readable picture", id="no base64"),
        pytest.param(b'{"data": [{"url": "http://127.0.0.1:9/a"}]}', "URL cannot be read: .*refused|Connect", id="URL"),
        pytest.param(b'{"data": [{"url": "ftp://a/b"}]}', "The picture's URL cannot be read", id="no HTTP URL"),
    ],
)
def test_unusable_response_is_a_backend_error(body, message):
    with scripted_server(lambda h: reply(h, body)) as (address, _), pytest.raises(BackendError, match=message):
        draw(address, FOX)


@pytest.mark.parametrize("host", ["http://no.invalid", "http://a..b", "https://127.0.0.1:9"])
def test_unreachable_host_is_a_backend_error(host):
    with pytest.raises(BackendError, match=r"cannot be reached: .*known|Nothing answers at"):
        draw(host, FOX)


def test_key_is_sent_to_the_api_and_not_to_image_urls():
    def respond(handler):
        if handler.command == "GET":
            reply(handler, PNG, content_type="image/png")
        else:
            reply(handler, b'{"data": [{"url": "/signed.png?s=%2Fa%3D"}]}')

    with scripted_server(respond) as (address, requests):
        events = draw(address, FOX, key="sk-one")

    assert [event.data for event in events if isinstance(event, FinalImage)] == [PNG]
    (_, api_headers, _), (image_path, image_headers, _) = requests
    assert api_headers["authorization"] == "Bearer sk-one"
    assert "authorization" not in {name.lower() for name in image_headers}
    assert image_path == "/signed.png?s=%2Fa%3D"


def test_image_as_data_url_is_decoded():
    body = json.dumps({"data": [{"url": f"data:image/png;base64,{base64.b64encode(PNG).decode()}"}]}).encode()

    with scripted_server(lambda h: reply(h, body)) as (address, _):
        events = draw(address, FOX)

    assert [event.data for event in events if isinstance(event, FinalImage)] == [PNG]


def test_form_contains_fields_and_files():
    job = CliJob(
        operation="edit",
        prompt='Say "hé"',
        images=(InputFile('a"b.png', PNG), InputFile("c.jpg", b"\xff\xd8")),
        mask=InputFile("m.png", PNG),
        parameters={"n": 2, "seed": 0.5, "flag": True, "list": [1, "a"]},
        stem="x",
    )

    with scripted_server(lambda h: reply(h, b'{"data": [{"b64_json": "aGk="}]}')) as (address, requests):
        draw(address, job)

    ((path, _, body),) = requests
    parts = [part.partition(b"\r\n\r\n") for part in body.split(b"\r\n--")]
    found = {head.split(b"Content-Disposition: form-data; ")[1]: content for head, _, content in parts if content}
    assert path == "/v1/images/edits"
    assert {name: value for name, value in found.items() if b"filename" not in name} == {
        b'name="n"': b"2",
        b'name="seed"': b"0.5",
        b'name="flag"': b"true",
        b'name="list"': b'[1, "a"]',
        b'name="prompt"': 'Say "hé"'.encode(),
    }
    assert {name: value for name, value in found.items() if b"filename" in name} == {
        b'name="image[]"; filename="a%22b.png"\r\nContent-Type: image/png': PNG,
        b'name="image[]"; filename="c.jpg"\r\nContent-Type: image/jpeg': b"\xff\xd8",
        b'name="mask"; filename="m.png"\r\nContent-Type: image/png': PNG,
    }


def test_proxy_variables_are_ignored(monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")

    with scripted_server(lambda h: reply(h, b'{"data": []}')) as (address, _):

        async def get(client):
            async with aclosing(await client.request("GET", "models")) as response:
                return await read_json(response)

        assert run_with_client(address, get) == {"data": []}


def test_file_that_is_no_image_is_named_before_it_is_sent():
    job = CliJob(operation="edit", prompt="", parameters={}, stem="a", images=(InputFile("notes.txt", b"Buy milk."),))

    with (
        scripted_server(lambda h: reply(h, b"{}")) as (address, requests),
        pytest.raises(BackendError, match=r"'notes\.txt' is not an image in the format PNG, JPEG or WebP"),
    ):
        draw(address, job)

    assert not requests
