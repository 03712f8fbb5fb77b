"""Disconnecting clients: their work stops, and other clients are not affected."""

import json
import time
from collections.abc import Callable
from contextlib import ExitStack

from limner.conformance import events, expect
from limner.conformance.forms import file, form
from limner.conformance.group import Group
from limner.conformance.result import CheckFailed
from limner.conformance.target import EDITS, GENERATIONS, Target
from limner.conformance.wire import ClientConnection

group = Group("cancel")
NUM_CLIENTS = 6
SLACK_S = 1.0
START_S = 0.3
"""Time after which the server has started to work on the requests."""
GPT = ("gpt",)


def _drawing_s(target: Target) -> float:
    """Duration of a cheap generation on the idle server."""

    def measure() -> float:
        started = time.monotonic()
        expect.images(target.generate())
        return time.monotonic() - started

    return target.once("drawing_s", lambda: min(measure(), measure()))


def _check_next_generation(target: Target, leave: Callable[[ClientConnection], None], **values: object) -> None:
    """If the work of disconnected clients continued, the next generation would have to wait for it."""
    usual_s = _drawing_s(target)
    body = json.dumps(target.generation_fields(**values)).encode()
    with ExitStack() as stack:
        connections = [stack.enter_context(target.connect()) for _ in range(NUM_CLIENTS)]
        for connection in connections:
            connection.send(target.post_head(GENERATIONS, body, "application/json") + body)
        time.sleep(START_S)
        for connection in connections:
            leave(connection)
    started = time.monotonic()
    expect.images(target.generate())
    took_s = time.monotonic() - started
    allowed_s = 2.5 * usual_s + SLACK_S
    if took_s > allowed_s:
        raise CheckFailed(
            f"a picture within {allowed_s:.1f} s of {NUM_CLIENTS} clients disconnecting (alone: {usual_s:.1f} s)",
            f"{took_s:.1f} s: it seems to have waited for their work",
        )


def _close(connection: ClientConnection) -> None:
    """The connection is closed at the end of the check."""


def _reset(connection: ClientConnection) -> None:
    connection.reset()


def _receive_first_event(connection: ClientConnection) -> None:
    events.receive_stream(connection, whole=False)


@group.check("the work of clients that close their connection stops")
def closed(target: Target) -> None:
    _check_next_generation(target, _close)


@group.check("the work of clients that reset their connection stops")
def reset(target: Target) -> None:
    _check_next_generation(target, _reset)


@group.check("the work of clients that close a stream stops", needs=GPT)
def streams_left(target: Target) -> None:
    _check_next_generation(target, _close, stream=True)


@group.check("closing a stream after its first event affects no other client", needs=GPT)
def streams_left_early(target: Target) -> None:
    _check_next_generation(target, _receive_first_event, stream=True, partial_images=3)


@group.check("a truncated upload affects no other client", needs=("edits",))
def a_broken_upload(target: Target) -> None:
    body = form((*target.edit_fields(), file("image", target.photo)), boundary=b"b")
    with target.connect() as connection:
        connection.send(target.post_head(EDITS, body, "multipart/form-data; boundary=b") + body[: len(body) // 2])
    expect.images(target.generate())


@group.check("a truncated body affects no other client")
def a_broken_body(target: Target) -> None:
    body = json.dumps(target.generation_fields()).encode()
    with target.connect() as connection:
        connection.send(target.post_head(GENERATIONS, body, "application/json") + body[:10])
        connection.reset()
    expect.images(target.generate())


@group.check("truncated headers affect no other client")
def broken_headers(target: Target) -> None:
    with target.connect() as connection:
        connection.send(target.head("POST", GENERATIONS)[:30])
    expect.images(target.generate())


@group.check("a slow client receives its whole stream", needs=GPT)
def a_slow_reader(target: Target) -> None:
    body = json.dumps(target.generation_fields(stream=True, partial_images=3)).encode()
    with target.connect() as connection:
        connection.send(target.post_head(GENERATIONS, body, "application/json") + body)
        time.sleep(0.5)
        transcript = events.receive_stream(connection)
    expect.that(transcript.error is None, "a whole stream", transcript.error)
    expect.image(expect.b64_image(transcript.completed))
