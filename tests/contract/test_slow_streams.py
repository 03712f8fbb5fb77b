"""A client that reads a stream slowly occupies neither the queue nor memory, and is limited in time."""

import asyncio
import json
import socket
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from limner.api.request_buffers import MemoryBudget, RequestBuffers
from limner.api.spool_folder import SpoolFolder
from limner.api.stream_buffer import buffer_events
from limner.core.picture import CompletedImage, Picture, Size
from limner.settings import Limits, Settings, Storage
from raw_http import head, post_json
from running import running_server, wait_until
from tiny_engine import TinyEngine

GENERATIONS = "/v1/images/generations"
LARGE = bytes(range(256)) * 32_000
"""More than the buffers of a socket pair hold."""


class LavishEngine(TinyEngine):
    """Draws large pictures at once."""

    async def generate(self, request):
        self.running += 1
        try:
            for index in range(request.n):
                await asyncio.sleep(self.seconds_per_step)
                self.steps += 1
                yield CompletedImage(image_index=index, picture=Picture(LARGE, "png", request.size))
        finally:
            self.running -= 1


@contextmanager
def serving(tmp_path, *, seconds_per_step=0.0, heartbeat_s=10.0, **limits):
    engine = LavishEngine(seconds_per_step=seconds_per_step)
    settings = Settings(limits=Limits(**limits), storage=Storage(folder=tmp_path), heartbeat_s=heartbeat_s)
    with running_server(engine, settings) as server:
        yield server, engine


@contextmanager
def streaming(server, **values):
    """A connection with a stream of which nothing has been read."""
    body = json.dumps({"model": "gpt-image-1", "prompt": "a", "size": "64x64", "stream": True, **values}).encode()
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65_536)
        connection.settimeout(20)
        connection.connect(("127.0.0.1", server.port))
        connection.sendall(
            head(GENERATIONS, {"Content-Type": "application/json", "Content-Length": str(len(body))}) + body
        )
        yield connection


def bytes_on_disk(uploads):
    return sum(path.stat().st_size for folder in uploads() for path in folder.iterdir())


def read_all(connection):
    received = bytearray()
    try:
        while piece := connection.recv(1_000_000):
            received += piece
    except ConnectionError:
        pass
    return bytes(received)


def test_places_are_freed_as_images_are_drawn(tmp_path):
    with serving(tmp_path, max_waiting=10) as (server, engine), streaming(server, n=10):
        assert wait_until(lambda: engine.steps == 10 and server.service.num_waiting == 0)

        assert post_json(server.port, GENERATIONS, {"prompt": "a", "n": 10, "size": "64x64"}).status == 200


@pytest.mark.parametrize("memory", [10, 20_000_000])
def test_unread_pictures_stay_within_the_budgets(tmp_path, uploads, memory):
    limits = {"upload_memory_bytes": memory, "max_spooled_bytes": 400_000_000}
    with serving(tmp_path, **limits) as (server, engine), streaming(server, n=10) as connection:
        assert wait_until(lambda: engine.steps == 10 and engine.running == 0)
        assert bytes_on_disk(uploads) >= 10 * len(LARGE) - memory
        received = read_all(connection)

        assert received.count(b"event: image_generation.completed") == 10
        assert len(received) > 10 * len(LARGE) * 4 / 3
        assert wait_until(lambda: not uploads())


def test_files_are_deleted_as_they_are_sent(tmp_path, uploads):
    with serving(tmp_path, upload_memory_bytes=10) as (server, engine), streaming(server, n=6) as connection:
        assert wait_until(lambda: engine.running == 0 and engine.steps == 6)
        before = bytes_on_disk(uploads)
        for _ in range(300):
            connection.recv(100_000)

        assert wait_until(lambda: bytes_on_disk(uploads) < before)


def test_engine_waits_while_the_buffers_are_full(tmp_path, uploads):
    limits = {"upload_memory_bytes": 10, "max_spooled_bytes": 5 * len(LARGE)}
    with serving(tmp_path, **limits) as (server, engine), streaming(server, n=10) as connection:
        assert wait_until(lambda: engine.steps == 3)
        time.sleep(0.2)
        assert engine.steps == 3, "two on disk, which is half of the budget, and one in memory"
        assert bytes_on_disk(uploads) == 2 * len(LARGE)

        assert read_all(connection).count(b"event: image_generation.completed") == 10


def test_stream_client_that_reads_nothing_is_disconnected(tmp_path, uploads):
    with serving(tmp_path, send_timeout_s=0.3, upload_memory_bytes=10) as (server, _), streaming(server, n=5):
        assert wait_until(uploads)
        assert wait_until(lambda: not server.server.server_state.connections)
        assert wait_until(lambda: not uploads())


def test_trickling_reader_is_disconnected_at_the_stream_timeout(tmp_path, uploads, monkeypatch):
    monkeypatch.setattr("limner.connection.CLOSE_S", 0.1)
    with serving(tmp_path, stream_timeout_s=0.5, upload_memory_bytes=10) as (server, _), streaming(server) as reader:
        began = time.monotonic()
        assert reader.recv(1)
        while server.server.server_state.connections and time.monotonic() - began < 10:
            with suppress(ConnectionError):
                reader.recv(100)
            time.sleep(0.01)

        assert 0.3 < time.monotonic() - began < 5
        assert wait_until(lambda: not uploads())


@pytest.mark.parametrize("heartbeat_s", [0.05, 10])
def test_stream_timeout_ends_with_an_error_event(tmp_path, heartbeat_s):
    with serving(tmp_path, seconds_per_step=60, stream_timeout_s=0.3, heartbeat_s=heartbeat_s) as (server, engine):
        with streaming(server) as connection:
            received = read_all(connection)

        assert wait_until(lambda: engine.running == 0 and server.service.num_waiting == 0)
    last = received.rpartition(b"event: error\ndata: ")[2].partition(b"\n")[0]
    assert json.loads(last)["error"] == {
        "message": "The stream has reached its limit of 0.3 seconds.",
        "type": "invalid_request_error",
        "param": None,
        "code": "stream_timeout",
    }


def test_plain_response_beyond_the_buffers_gets_503(tmp_path, uploads):
    limits = {"upload_memory_bytes": 10, "max_spooled_bytes": 5 * len(LARGE)}
    with serving(tmp_path, **limits) as (server, engine):
        answer = post_json(server.port, GENERATIONS, {"model": "gpt-image-1", "prompt": "a", "n": 4, "size": "64x64"})

        assert (answer.status, answer.error["code"]) == (503, "picture_space_full")
        assert 1 <= int(answer.headers["retry-after"]) <= 60
        assert wait_until(lambda: not uploads() and engine.running == 0)


def test_buffers_are_freed_however_a_stream_ends(tmp_path):
    spool = SpoolFolder(tmp_path, max_bytes=100)
    budget = MemoryBudget(20, spool)

    async def events(*, fails):
        for index in range(4):
            yield CompletedImage(image_index=index, picture=Picture(bytes(12), "png", Size(1, 1)))
        if fails:
            raise ValueError("broken")

    async def run(*, fails, stop_after):
        with RequestBuffers(budget) as buffers:
            stream = buffer_events(events(fails=fails), buffers)
            indexes = []
            async for event in stream:
                indexes.append(event.image_index)
                if len(indexes) == stop_after:
                    break
            await stream.aclose()
            return indexes

    assert asyncio.run(run(fails=False, stop_after=None)) == [0, 1, 2, 3]
    assert asyncio.run(run(fails=False, stop_after=2)) == [0, 1]
    with pytest.raises(ValueError, match="broken"):
        asyncio.run(run(fails=True, stop_after=None))
    assert (budget.num_free, spool.num_bytes) == (20, 0)
    spool.close()


def test_picture_beyond_the_budgets_reserves_nothing(tmp_path):
    spool = SpoolFolder(tmp_path / "spool", max_bytes=0)
    spool.open()
    budget = MemoryBudget(20, spool)

    async def events():
        yield CompletedImage(image_index=0, picture=Picture(bytes(12), "png", Size(1, 1)))

    async def run():
        with RequestBuffers(budget) as buffers:
            assert buffers.reserve_memory(10)  # an upload, say
            assert [event.image_index async for event in buffer_events(events(), buffers)] == [0]
            return budget.num_free

    assert asyncio.run(run()) == 10
    spool.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_plain_response_on_a_full_disk_is_a_permanent_error(tmp_path, monkeypatch):
    """Retries would draw the pictures three times in vain. A stream needs no disk."""
    monkeypatch.setattr(RequestBuffers, "new_path", lambda buffers: Path("/dev/full"))
    with serving(tmp_path, upload_memory_bytes=1000) as (server, engine):
        answer = post_json(server.port, GENERATIONS, {"model": "gpt-image-1", "prompt": "a", "n": 2, "size": "64x64"})
        stream = post_json(server.port, GENERATIONS, {"model": "gpt-image-1", "prompt": "a", "stream": True})

        assert (answer.status, answer.error["code"]) == (503, "storage_full")
        assert answer.headers["x-should-retry"] == "false"
        assert b"event: image_generation.completed" in stream.body
        assert engine.running == 0
