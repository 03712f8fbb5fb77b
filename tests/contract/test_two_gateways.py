"""Idempotency keys and kept requests across servers with one database and one storage folder."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from buckets import bucket_settings
from keyed_requests import ask, asking, frames_of
from limner.access import replies
from limner.database.connections import Database as Connections
from limner.database.schema import upgrade
from limner.settings import Database, Limits, Settings, Storage
from raw_http import get, receive
from running import running_server, wait_until
from tiny_engine import STEPS, EstimatingTinyEngine, TinyEngine

TESTS = Path(__file__).parents[1]


@pytest.fixture
def settings(database_url, tmp_path):
    async def prepare():
        connections = Connections(database_url, timeout_s=5)
        await upgrade(connections)
        await connections.close()

    asyncio.run(prepare())
    return Settings(heartbeat_s=0.05, storage=Storage(folder=tmp_path), database=Database(url=database_url))


@pytest.fixture
def gateways(settings, monkeypatch):
    """Two servers with their engines, of which the first is slow."""
    monkeypatch.setattr(replies, "RENEW_S", 0.1)
    first, second = EstimatingTinyEngine(seconds_per_step=0.05), TinyEngine()
    with running_server(first, settings) as one, running_server(second, settings) as other:
        yield (one, first), (other, second)


def kept(server, name):
    return get(server.port, f"/v1/images/{name}")


def while_held(gateways, **values):
    """The responses of a request that joins, and of the one on the other gateway that is drawn meanwhile."""
    (one, first), (other, _) = gateways
    first.holds_at_step = 3
    with asking(one.port, **values) as drawing:
        assert wait_until(lambda: first.steps == 3)
        with asking(other.port, **values) as joining:
            time.sleep(0.3)  # until it has joined
            first.holds_at_step = None
            return receive(joining), receive(drawing)


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
def test_request_joins_the_work_of_the_other_gateway(gateways, stream):
    (_, first), (other, second) = gateways
    joined, drawn = while_held(gateways, stream=stream)
    again = ask(other, stream=stream)

    assert drawn.status == joined.status == 200
    assert frames_of(joined.body) == frames_of(drawn.body)
    assert again.body in (drawn.body, b"\n\n".join([*frames_of(drawn.body), b""]))
    assert (b": ping" in joined.body) == stream
    assert joined.headers["idempotent-replayed"] == again.headers["idempotent-replayed"] == "true"
    assert joined.headers["original-request"] == drawn.headers["x-request-id"]
    assert (len(first.requests), len(second.requests)) == (1, 0)


def test_fifty_requests_to_two_gateways_draw_once(gateways):
    (one, first), (other, second) = gateways
    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(lambda number: ask((one, other)[number % 2]), range(50)))

    assert {answer.status for answer in answers} == {200}
    assert len({answer.body for answer in answers}) == 1
    assert len(first.requests) + len(second.requests) == 1


def test_refused_stream_begins_on_no_gateway(gateways, monkeypatch):
    (one, _), (other, _) = gateways
    submit = one.service.submit

    @asynccontextmanager
    async def submit_late(*parameters):
        await asyncio.sleep(0.2)  # the other gateway waits longer than for one look
        async with submit(*parameters) as submission:
            yield submission

    monkeypatch.setattr(type(one.service), "submit", lambda _, *parameters: submit_late(*parameters))
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda number: ask((one, other)[number % 2], stream=True, n=0), range(20)))

    assert {(answer.status, answer.error["param"]) for answer in answers} == {(400, "n")}


def test_other_body_gives_409_on_the_other_gateway(gateways):
    (one, first), (other, second) = gateways
    with asking(one.port) as connection:
        assert wait_until(lambda: first.running == 1)
        refused = ask(other, prompt="a cat")
        assert receive(connection).status == 200

    assert (refused.status, refused.error["code"]) == (409, "idempotency_key_in_use")
    assert second.requests == []


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
def test_error_reaches_those_that_joined_on_the_other_gateway(gateways, stream):
    (_, first), (other, second) = gateways
    first.fails_at_step = 6
    joined, failed = while_held(gateways, stream=stream)
    again = ask(other, stream=stream)

    assert joined.status == failed.status == (200 if stream else 500)
    assert frames_of(joined.body) == frames_of(failed.body)
    assert (again.status, again.headers["idempotent-replayed"]) == (200, None)
    assert len(second.requests) == 1


def test_hangup_of_both_clients_leaves_a_response_for_the_next(gateways):
    (one, first), (other, second) = gateways
    with asking(one.port):
        assert wait_until(lambda: first.running == 1)
        with asking(other.port) as joined:
            joined.settimeout(0.1)
            with pytest.raises(TimeoutError):
                receive(joined)
    answer = ask(other)

    assert answer.status == 200
    assert answer.headers["idempotent-replayed"] == "true"
    assert (first.steps, second.steps) == (STEPS, 0)


def test_kept_request_is_fetched_from_the_other_gateway(gateways):
    (one, first), (other, _) = gateways
    first.holds_at_step = 4
    first.next = type(first.next)(ahead=3, eta_s=7.5)
    client_id = str(uuid.uuid4())
    with asking(one.port, client_id=client_id, limner_keep=True):
        assert wait_until(lambda: first.steps == 4)
    assert wait_until(lambda: kept(other, client_id).json()["eta_s"] == 7.5)
    running = kept(other, client_id)
    first.holds_at_step = None
    assert wait_until(lambda: kept(other, client_id).status != 202)
    answer = kept(other, client_id)

    assert running.status == 202
    assert (running.json()["queue_position"], running.headers["retry-after"]) == (3, "8")
    assert answer.status == 200
    assert answer.body == kept(one, client_id).body


def test_gateway_that_shuts_down_does_not_wait_for_another(gateways):
    (one, first), (other, _) = gateways
    first.holds_at_step = 4
    with asking(one.port) as drawing:
        assert wait_until(lambda: first.steps == 4)
        with asking(other.port) as joined:
            time.sleep(0.2)  # until it has joined
            other.terminate()
            answer = receive(joined)
        assert wait_until(lambda: other.is_gone, timeout_s=20)
        first.holds_at_step = None

        assert (answer.status, answer.error["code"]) == (503, "server_shutting_down")
        assert receive(drawing).status == 200


def test_responses_in_a_bucket_reach_a_gateway_without_the_folder(settings, tmp_path, s3_endpoint):
    first, second = TinyEngine(), TinyEngine()
    bucket = bucket_settings(s3_endpoint)
    with ExitStack() as running:
        one, other = (
            running.enter_context(
                running_server(
                    engine, replace(settings, storage=Storage(folder=tmp_path / name, backend="s3", s3=bucket))
                )
            )
            for name, engine in (("one", first), ("other", second))
        )
        drawn = ask(one, limner_keep=True)
        replayed = ask(other, limner_keep=True)
        assert wait_until(lambda: kept(other, drawn.headers["x-request-id"]).status == 200)
        fetched = kept(other, drawn.headers["x-request-id"])

    assert drawn.body == replayed.body == fetched.body
    assert (len(first.requests), len(second.requests)) == (1, 0)


SERVER = """
import sys, time
sys.path.insert(0, {tests!r})
from pathlib import Path
from limner.access import replies
from limner.settings import Database, Settings, Storage
from running import running_server
from tiny_engine import TinyEngine
replies.LEASE_S, replies.RENEW_S = {lease_s}, {lease_s} / 4
settings = Settings(storage=Storage(folder=Path({folder!r})), database=Database(url={url!r}))
with running_server(TinyEngine(seconds_per_step=60), settings) as server:
    print(server.port, flush=True)
    time.sleep(600)
"""


@dataclass(frozen=True)
class OtherProcess:
    port: int
    pid: int


@contextmanager
def server_process(settings, *, lease_s):
    """A server in a process of its own, which draws for hours."""
    values = {"tests": str(TESTS), "folder": str(settings.storage.folder), "url": settings.database.url}
    code = SERVER.format(lease_s=lease_s, **values)
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
        try:
            yield OtherProcess(int(process.stdout.readline()), process.pid)
        finally:
            process.kill()


def test_killed_gateway_blocks_the_key_for_its_lease_only(settings):
    engine, client_id = TinyEngine(), str(uuid.uuid4())
    with running_server(engine, settings) as server, server_process(settings, lease_s=3) as other:
        with asking(other.port, limner_keep=True, client_id=client_id):
            assert wait_until(lambda: kept(server, client_id).status == 202)
            with asking(server.port, limner_keep=True) as plain, asking(server.port, stream=True) as conflicting:
                assert receive(conflicting).status == 409
                os.kill(other.pid, signal.SIGKILL)
                answer = receive(plain)
        assert wait_until(lambda: kept(server, client_id).status != 202)
        lost = kept(server, client_id)

    assert answer.status == 200
    assert answer.headers["idempotent-replayed"] is None
    assert len(engine.requests) == 1
    assert (lost.status, lost.error["code"]) == (500, "request_lost")
    assert lost.headers["x-should-retry"] == "false"


@pytest.mark.parametrize("fails_at_step", [None, 3], ids=["drawn", "failed"])
def test_stream_that_joined_a_killed_gateway_is_drawn_by_its_own(settings, fails_at_step):
    engine = TinyEngine(fails_at_step=fails_at_step)
    with (
        running_server(engine, settings) as server,
        server_process(settings, lease_s=3) as other,
        asking(other.port, stream=True) as drawing,
    ):
        drawing.recv(10)
        with asking(server.port, stream=True) as joined:
            joined.recv(1, socket.MSG_PEEK)  # the stream has begun
            os.kill(other.pid, signal.SIGKILL)
            answer = receive(joined)

    assert answer.status == 200
    assert answer.body.startswith(b": ping")
    last = b"event: error" if fails_at_step else b"event: image_generation.completed"
    assert [frame.startswith(last) for frame in frames_of(answer.body)] == [True]
    assert len(engine.requests) == 1


def test_stream_that_joined_a_killed_gateway_gets_the_refusal_of_its_own(settings):
    """The stream has begun, so the error is its last event."""
    engine = TinyEngine()
    settings = replace(settings, limits=Limits(max_waiting=1))
    with running_server(engine, settings) as server, server_process(settings, lease_s=3) as other:
        engine.holds_at_step = 0
        with asking(other.port, stream=True) as drawing:
            drawing.recv(10)
            with asking(server.port, stream=True) as joined, asking(server.port, "another key") as first:
                assert wait_until(lambda: engine.running == 1)
                joined.recv(1, socket.MSG_PEEK)  # the stream has begun
                os.kill(other.pid, signal.SIGKILL)
                answer = receive(joined)
                engine.holds_at_step = None
                assert receive(first).status == 200

    assert answer.status == 200
    assert b'"code":"rate_limit_exceeded"' in frames_of(answer.body)[-1]
