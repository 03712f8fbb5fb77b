"""Clients that leave: their work stops, and nobody else notices."""

import json
import time
from collections.abc import Callable
from contextlib import ExitStack

from limner.conformance import events, expect
from limner.conformance.forms import file, form
from limner.conformance.group import Group
from limner.conformance.target import EDITS, GENERATIONS, Target
from limner.conformance.verdict import Failed
from limner.conformance.wire import Connection

group = Group("cancel")
NUM_LEAVERS = 6
SLACK_S = 1.0
START_S = 0.3
"""By then, a server has begun to work for those who asked."""
GPT = ("gpt",)


def _drawing_s(target: Target) -> float:
    """How long a cheap picture takes when nothing else is drawn."""

    def measure() -> float:
        started = time.monotonic()
        expect.drawn(target.generate())
        return time.monotonic() - started

    return target.once("drawing_s", lambda: min(measure(), measure()))


def _is_prompt_after(target: Target, leave: Callable[[Connection], None], **values: object) -> None:
    """If the work of those who left went on, the next picture would have to wait behind it."""
    usual_s = _drawing_s(target)
    body = json.dumps(target.wish(**values)).encode()
    with ExitStack() as leavers:
        connections = [leavers.enter_context(target.connect()) for _ in range(NUM_LEAVERS)]
        for connection in connections:
            connection.send(target.post_head(GENERATIONS, body, "application/json") + body)
        time.sleep(START_S)
        for connection in connections:
            leave(connection)
    started = time.monotonic()
    expect.drawn(target.generate())
    took_s = time.monotonic() - started
    allowed_s = 2.5 * usual_s + SLACK_S
    if took_s > allowed_s:
        raise Failed(
            f"a picture within {allowed_s:.1f} s of {NUM_LEAVERS} clients leaving (alone it takes {usual_s:.1f} s)",
            f"{took_s:.1f} s: it seems to have waited for theirs",
        )


def _say_goodbye(connection: Connection) -> None:
    """Closing is what happens at the end anyway."""


def _reset(connection: Connection) -> None:
    connection.reset()


def _hear_the_first(connection: Connection) -> None:
    events.listen(connection, whole=False)


@group.check("the work of clients that close their connection stops")
def closed(target: Target) -> None:
    _is_prompt_after(target, _say_goodbye)


@group.check("the work of clients that crash stops")
def reset(target: Target) -> None:
    _is_prompt_after(target, _reset)


@group.check("the work of clients that leave a stream stops", needs=GPT)
def streams_left(target: Target) -> None:
    _is_prompt_after(target, _say_goodbye, stream=True)


@group.check("leaving a stream after its first event harms nobody", needs=GPT)
def streams_left_early(target: Target) -> None:
    _is_prompt_after(target, _hear_the_first, stream=True, partial_images=3)


@group.check("an upload that breaks off harms nobody", needs=("edits",))
def a_broken_upload(target: Target) -> None:
    body = form((*target.edit_fields(), file("image", target.photo)), boundary=b"b")
    with target.connect() as connection:
        connection.send(target.post_head(EDITS, body, "multipart/form-data; boundary=b") + body[: len(body) // 2])
    expect.drawn(target.generate())


@group.check("a body that breaks off harms nobody")
def a_broken_body(target: Target) -> None:
    body = json.dumps(target.wish()).encode()
    with target.connect() as connection:
        connection.send(target.post_head(GENERATIONS, body, "application/json") + body[:10])
        connection.reset()
    expect.drawn(target.generate())


@group.check("headers that break off harm nobody")
def broken_headers(target: Target) -> None:
    with target.connect() as connection:
        connection.send(target.head("POST", GENERATIONS)[:30])
    expect.drawn(target.generate())


@group.check("a client that reads slowly gets its whole stream", needs=GPT)
def a_slow_reader(target: Target) -> None:
    body = json.dumps(target.wish(stream=True, partial_images=3)).encode()
    with target.connect() as connection:
        connection.send(target.post_head(GENERATIONS, body, "application/json") + body)
        time.sleep(0.5)
        transcript = events.listen(connection)
    expect.that(transcript.broke is None, "a whole stream", transcript.broke)
    expect.probed(expect.picture_bytes(transcript.completed))
