"""HTTP: upgrades, half-closed connections, pipelining, HTTP/1.0, and body encodings."""

import gzip
import json
from collections.abc import Mapping

from limner.conformance import expect
from limner.conformance.group import Group
from limner.conformance.target import GENERATIONS, Target
from limner.conformance.wire import HttpResponse

group = Group("framing")
UPGRADES: dict[str, Mapping[str, str]] = {
    "h2c": {"Connection": "Upgrade, HTTP2-Settings", "Upgrade": "h2c", "HTTP2-Settings": "AAEAAEAAAAIAAAABAAMAAABk"},
    "websocket": {"Connection": "Upgrade", "Upgrade": "websocket"},
}


def _add_ignored_upgrade(protocol: str, *, chunk_bytes: int = 0, in_one_piece: bool = True) -> None:
    how = ("chunked" if chunk_bytes else "whole") + (", with its head" if in_one_piece else ", after its head")

    def run(target: Target) -> None:
        body = json.dumps(target.generation_fields()).encode()
        head = target.post_head(GENERATIONS, body, "application/json", chunk_bytes, UPGRADES[protocol])
        framed = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body) if chunk_bytes else body
        with target.connect() as connection:
            if in_one_piece:
                connection.send(head + framed)
            else:
                connection.send(head)
                connection.send(framed)
            expect.images(connection.receive())

    name = f"upgrade-{protocol}-{how.replace(', ', '-').replace(' ', '-')}"
    group.add(name, f"an upgrade to {protocol} is ignored and the body is read ({how})", run)


_add_ignored_upgrade("h2c")
_add_ignored_upgrade("h2c", in_one_piece=False)
_add_ignored_upgrade("h2c", chunk_bytes=1)
_add_ignored_upgrade("websocket")


def _send_half_closed(target: Target, *, head: bytes, body: bytes) -> HttpResponse:
    with target.connect() as connection:
        connection.send(head + body)
        connection.finish_sending()
        return connection.receive()


@group.check("a client that has closed its sending side receives its image")
def half_closed(target: Target) -> None:
    body = json.dumps(target.generation_fields()).encode()
    head = target.post_head(GENERATIONS, body, "application/json", headers={"Connection": "close"})
    expect.images(_send_half_closed(target, head=head, body=body))


@group.check("a client that has closed its sending side receives its stream", needs=("gpt",))
def half_closed_stream(target: Target) -> None:
    body = json.dumps(target.generation_fields(stream=True)).encode()
    head = target.post_head(GENERATIONS, body, "application/json", headers={"Connection": "close"})
    response = _send_half_closed(target, head=head, body=body)
    expect.status(response)
    expect.that(b".completed" in response.body, "a completed event", response.body[:100])


@group.check("pipelined requests are answered in order")
def pipelined(target: Target) -> None:
    count = 24
    with target.connect() as connection:
        connection.send(b"".join(target.head("GET", f"/no-such-path-{number}") for number in range(count)))
        for number in range(count):
            response = connection.receive(method="GET")
            if "close" in response.headers.get("connection", "").lower() and number < count - 1:
                expect.that(number > 0, "more than one response", "a connection that closes after the first")
                return
            expect.error(response, 404)


@group.check("a stream to HTTP/1.0 has no chunks", needs=("gpt",))
def old_stream(target: Target) -> None:
    body = json.dumps(target.generation_fields(stream=True)).encode()
    head = target.post_head(GENERATIONS, body, "application/json").replace(b" HTTP/1.1\r\n", b" HTTP/1.0\r\n", 1)
    with target.connect() as connection:
        connection.send(head + body)
        response = connection.receive()
    expect.status(response)
    expect.that("transfer-encoding" not in response.headers, "no Transfer-Encoding", response.headers)
    expect.that(response.body.endswith(b"\n\n"), "events to the end of the connection", response.body[-40:])


@group.check("HTTP/1.1 without a Host is a 400")
def no_host(target: Target) -> None:
    expect.equal("a status of", target.request("GET", "/models", {"Host": ""}).status, 400)


@group.check("two Hosts are a 400")
def two_hosts(target: Target) -> None:
    head = target.head("GET", "/models").replace(b"\r\n", b"\r\nHost: elsewhere.test\r\n", 1)
    with target.connect() as connection:
        connection.send(head)
        expect.equal("a status of", connection.receive(method="GET").status, 400)


@group.check("a compressed body is read or rejected with 415")
def compressed(target: Target) -> None:
    body = gzip.compress(json.dumps(target.generation_fields()).encode())
    response = target.post(GENERATIONS, body, "application/json", headers={"Content-Encoding": "gzip"})
    if response.status == 200:
        expect.images(response)
    else:
        expect.error(response, 415)


@group.check("JSON in UTF-16 is rejected with a reason")
def utf16(target: Target) -> None:
    response = target.post(GENERATIONS, json.dumps(target.generation_fields()).encode("utf-16"), "application/json")
    error = expect.error(response, 400)
    expect.that("utf" in str(error["message"]).lower(), "a message that names the encoding", error["message"])


@group.check("JSON after a byte order mark is read or rejected with 400")
def byte_order_mark(target: Target) -> None:
    response = target.post(
        GENERATIONS, b"\xef\xbb\xbf" + json.dumps(target.generation_fields()).encode(), "application/json"
    )
    if response.status == 200:
        expect.images(response)
    else:
        expect.error(response, 400)


@group.check("an integer of thirty digits is parsed as an integer")
def long_integer(target: Target) -> None:
    body = json.dumps(target.generation_fields(n=0)).replace('"n": 0', '"n": ' + "1" * 30).encode()
    error = expect.error(target.post(GENERATIONS, body, "application/json"), 400)
    expect.equal("param", error["param"], "n")
    expect.that("decimal" not in str(error["message"]), "a message about its value", error["message"])
