"""HTTP as it is between client and server: upgrades, half-closed and old clients, pipelining, encodings."""

import gzip
import json
from collections.abc import Mapping

from limner.conformance import expect
from limner.conformance.group import Group
from limner.conformance.target import GENERATIONS, Target
from limner.conformance.wire import Answer

group = Group("framing")
UPGRADES: dict[str, Mapping[str, str]] = {
    "h2c": {"Connection": "Upgrade, HTTP2-Settings", "Upgrade": "h2c", "HTTP2-Settings": "AAEAAEAAAAIAAAABAAMAAABk"},
    "websocket": {"Connection": "Upgrade", "Upgrade": "websocket"},
}


def _ignores(protocol: str, *, chunk_bytes: int = 0, in_one_piece: bool = True) -> None:
    how = ("chunked" if chunk_bytes else "whole") + (", with its head" if in_one_piece else ", after its head")

    def run(target: Target) -> None:
        body = json.dumps(target.wish()).encode()
        head = target.post_head(GENERATIONS, body, "application/json", chunk_bytes, UPGRADES[protocol])
        framed = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body) if chunk_bytes else body
        with target.connect() as connection:
            if in_one_piece:
                connection.send(head + framed)
            else:
                connection.send(head)
                connection.send(framed)
            expect.drawn(connection.receive())

    name = f"upgrade-{protocol}-{how.replace(', ', '-').replace(' ', '-')}"
    group.add(name, f"an upgrade to {protocol} is ignored and the body is read ({how})", run)


_ignores("h2c")
_ignores("h2c", in_one_piece=False)
_ignores("h2c", chunk_bytes=1)
_ignores("websocket")


def _half_closed(target: Target, *, head: bytes, body: bytes) -> Answer:
    with target.connect() as connection:
        connection.send(head + body)
        connection.finish_sending()
        return connection.receive()


@group.check("a client that has closed its sending side gets its picture")
def half_closed(target: Target) -> None:
    body = json.dumps(target.wish()).encode()
    head = target.post_head(GENERATIONS, body, "application/json", headers={"Connection": "close"})
    expect.drawn(_half_closed(target, head=head, body=body))


@group.check("a client that has closed its sending side gets its stream", needs=("gpt",))
def half_closed_stream(target: Target) -> None:
    body = json.dumps(target.wish(stream=True)).encode()
    head = target.post_head(GENERATIONS, body, "application/json", headers={"Connection": "close"})
    answer = _half_closed(target, head=head, body=body)
    expect.status(answer)
    expect.that(b".completed" in answer.body, "a completed event", answer.body[:100])


@group.check("requests that were sent at once are answered in order")
def pipelined(target: Target) -> None:
    count = 24
    with target.connect() as connection:
        connection.send(b"".join(target.head("GET", f"/no-such-path-{number}") for number in range(count)))
        for number in range(count):
            answer = connection.receive(method="GET")
            if "close" in answer.headers.get("connection", "").lower() and number < count - 1:
                expect.that(number > 0, "more than one answer", "a connection that closes after the first")
                return
            expect.error_of(answer, 404)


@group.check("a stream to HTTP/1.0 has no chunks", needs=("gpt",))
def old_stream(target: Target) -> None:
    body = json.dumps(target.wish(stream=True)).encode()
    head = target.post_head(GENERATIONS, body, "application/json").replace(b" HTTP/1.1\r\n", b" HTTP/1.0\r\n", 1)
    with target.connect() as connection:
        connection.send(head + body)
        answer = connection.receive()
    expect.status(answer)
    expect.that("transfer-encoding" not in answer.headers, "no Transfer-Encoding", answer.headers)
    expect.that(answer.body.endswith(b"\n\n"), "events to the end of the connection", answer.body[-40:])


@group.check("HTTP/1.1 without a Host is a 400")
def no_host(target: Target) -> None:
    expect.equal("a status of", target.ask("GET", "/models", {"Host": ""}).status, 400)


@group.check("two Hosts are a 400")
def two_hosts(target: Target) -> None:
    head = target.head("GET", "/models").replace(b"\r\n", b"\r\nHost: elsewhere.test\r\n", 1)
    with target.connect() as connection:
        connection.send(head)
        expect.equal("a status of", connection.receive(method="GET").status, 400)


@group.check("a compressed body is read, or refused with 415")
def compressed(target: Target) -> None:
    body = gzip.compress(json.dumps(target.wish()).encode())
    answer = target.post(GENERATIONS, body, "application/json", headers={"Content-Encoding": "gzip"})
    if answer.status == 200:
        expect.drawn(answer)
    else:
        expect.error_of(answer, 415)


@group.check("JSON in UTF-16 is refused with a reason")
def utf16(target: Target) -> None:
    answer = target.post(GENERATIONS, json.dumps(target.wish()).encode("utf-16"), "application/json")
    error = expect.error_of(answer, 400)
    expect.that("utf" in str(error["message"]).lower(), "a message that names the encoding", error["message"])


@group.check("JSON after a byte order mark is read, or refused with a 400")
def byte_order_mark(target: Target) -> None:
    answer = target.post(GENERATIONS, b"\xef\xbb\xbf" + json.dumps(target.wish()).encode(), "application/json")
    if answer.status == 200:
        expect.drawn(answer)
    else:
        expect.error_of(answer, 400)


@group.check("an integer of thirty digits is an integer")
def long_integer(target: Target) -> None:
    body = json.dumps(target.wish(n=0)).replace('"n": 0', '"n": ' + "1" * 30).encode()
    error = expect.error_of(target.post(GENERATIONS, body, "application/json"), 400)
    expect.equal("param", error["param"], "n")
    expect.that("decimal" not in str(error["message"]), "a message about its value", error["message"])
