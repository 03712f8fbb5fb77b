"""Downloads share the server's resources: slots, threads, memory and disk are freed however a download ends."""

import asyncio
import errno
import gc
import json
import socket
import threading
from contextlib import ExitStack, contextmanager

import pytest

from fetching import EDITS, edit, edit_of, fetching_server
from image_host import image_host, response
from limner.api.fetch import fetcher
from limner.api.fetch.fetcher import Fetcher
from limner.api.references import RemoteImage
from limner.api.request_buffers import MemoryBudget, RequestBuffers, full_disk_as_error
from limner.api.spool_folder import SpoolFolder
from limner.core.errors import APIError
from limner.settings import Fetch, Limits
from raw_http import connect, get, head, receive
from running import wait_until
from wire_pictures import data_url, incompressible, picture

PNG = picture(mode="RGBA")
LARGE = incompressible(900_000)


@pytest.fixture
def host():
    with image_host() as host:
        host.pages |= {"/a": response(PNG), "/large": response(LARGE), "/cut": response(LARGE)[:-1], "/silent": silent}
        yield host


def silent(connection):
    connection.recv(1)


def held_until(go_on):
    def page(connection):
        go_on.wait(20)
        connection.sendall(response(PNG))

    return page


@contextmanager
def asking(server, *urls):
    body = json.dumps(edit_of(*urls)).encode()
    with connect(server.port) as connection:
        headers = {"Content-Type": "application/json", "Content-Length": str(len(body))}
        connection.sendall(head(EDITS, headers) + body)
        yield connection


def test_client_that_disconnects_stops_its_downloads(tmp_path, host, uploads):
    def stall(connection):
        connection.sendall(response(LARGE)[:-1])
        connection.recv(1)

    host.pages["/stall"] = stall
    with fetching_server(tmp_path, limits=Limits(upload_memory_bytes=2000)) as server:
        with asking(server, host.url("/silent"), host.url("/stall")):
            assert wait_until(lambda: host.num_open == 2 and uploads())

        assert wait_until(lambda: host.num_open == 0 and not uploads(), timeout_s=5)
        assert edit(server, host.url("/a")).status == 200


def test_client_that_disconnects_stops_a_tls_handshake(tmp_path, host):
    with fetching_server(tmp_path) as server:
        gc.disable()
        try:
            with asking(server, host.url("/a", scheme="https")):
                assert wait_until(lambda: host.num_open == 1)

            assert wait_until(lambda: host.num_open == 0, timeout_s=5)
        finally:
            gc.enable()


def test_half_closed_client_gets_its_answer(tmp_path, host):
    go_on = threading.Event()
    host.pages["/held"] = held_until(go_on)
    with fetching_server(tmp_path) as server, asking(server, host.url("/held")) as connection:
        assert wait_until(lambda: host.num_open == 1)
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(1, socket.MSG_PEEK)  # the server has noticed
        go_on.set()

        assert receive(connection).status == 200


def test_download_waits_for_a_slot(tmp_path, host, monkeypatch):
    monkeypatch.setattr(fetcher, "MAX_DOWNLOADS", 2)
    go_on = threading.Event()
    host.pages["/held"] = held_until(go_on)
    with (
        fetching_server(tmp_path) as server,
        asking(server, *[host.url("/held")] * 2) as first,
        asking(server, host.url("/a")) as second,
    ):
        assert wait_until(lambda: host.num_open == 2)
        assert not wait_until(lambda: host.num_connections > 2, timeout_s=0.1)
        go_on.set()

        assert [receive(first).status, receive(second).status] == [200, 200]


def test_slot_that_stays_taken_is_503(tmp_path, host):
    settings = Fetch(enabled=True, allow_private=True, timeout_s=0.05)
    buffers = RequestBuffers(MemoryBudget(1_000_000, SpoolFolder(tmp_path, max_bytes=1_000_000)))

    async def refused():
        downloads = Fetcher(settings, [].append)
        for _ in range(fetcher.MAX_DOWNLOADS):
            await downloads._slots.acquire()
        with pytest.raises(APIError) as error:
            await downloads.fetch([RemoteImage("mask.image_url", host.url("/a"), 1000)], buffers)
        return error.value

    error = asyncio.run(refused())

    assert (error.status, error.code, error.headers) == (503, "too_many_downloads", {"retry-after": "5"})


def test_name_server_that_does_not_answer_blocks_nothing(tmp_path, host, monkeypatch):
    answer_now = threading.Event()
    look_up = socket.getaddrinfo

    def slow_look_up(name, *rest, **options):
        if name == b"slow.test":
            answer_now.wait(60)
        return look_up("127.0.0.1" if name == b"slow.test" else name, *rest, **options)

    monkeypatch.setattr(socket, "getaddrinfo", slow_look_up)
    url = host.url("/a", host="slow.test")
    with fetching_server(tmp_path, timeout_s=1) as server, ExitStack() as clients:
        waiting = [clients.enter_context(asking(server, *[url] * 4)) for _ in range(4)]
        try:
            assert get(server.port, "/health").status == 200
            assert edit(server, data_url(PNG)).status == 200  # which needs a thread
            answers = [receive(connection) for connection in waiting]
        finally:
            answer_now.set()

    assert [answer.error["message"] for answer in answers] == [f"Timeout while downloading {url}."] * 4
    assert host.num_connections == 0


@pytest.mark.parametrize("path", ["/cut", "/large", "/silent"])
def test_memory_and_disk_are_freed(tmp_path, host, path):
    spool = SpoolFolder(tmp_path, max_bytes=10_000_000)
    spool.open()
    budget = MemoryBudget(100_000, spool)
    downloads = Fetcher(Fetch(enabled=True, allow_private=True, timeout_s=0.2 if path == "/silent" else 30), [].append)
    images = [RemoteImage(f"images[{i}].image_url", host.url(one), 5_000_000) for i, one in enumerate(["/large", path])]

    with RequestBuffers(budget) as buffers:
        if path == "/large":
            asyncio.run(downloads.fetch(images, buffers))
            assert spool.num_bytes == 2 * len(LARGE)
        else:
            with pytest.raises(APIError):
                asyncio.run(downloads.fetch(images, buffers))

    assert budget.num_free == 100_000
    assert spool.num_bytes == 0
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
    spool.close()


def test_downloads_respect_the_space_for_uploads(tmp_path, host, uploads):
    with fetching_server(tmp_path, limits=Limits(upload_memory_bytes=2000, max_spooled_bytes=1_500_000)) as server:
        for _ in range(3):
            assert edit(server, host.url("/cut")).status == 400
        answer = edit(server, host.url("/large"), host.url("/large"))
        assert wait_until(lambda: not uploads())
        alone = edit(server, host.url("/large"))

    assert (answer.status, answer.error["code"]) == (413, "request_too_large")
    assert alone.status == 200


def fail_as_full(part):
    with full_disk_as_error():
        raise OSError(errno.ENOSPC, "No space left on device")


def test_full_disk_is_an_error_that_clients_do_not_retry(tmp_path, host, monkeypatch):
    with fetching_server(tmp_path, limits=Limits(upload_memory_bytes=2000)) as server:
        monkeypatch.setattr("limner.api.request_buffers.SpooledPart.flush", fail_as_full)
        answer = edit(server, host.url("/large"))

    assert (answer.status, answer.error["code"], answer.headers["x-should-retry"]) == (503, "storage_full", "false")
    assert wait_until(lambda: host.num_open == 0)


def test_body_beyond_the_memory_budget_downloads_nothing(tmp_path, host):
    """Such bodies are parsed one at a time: a slow download would make all others wait."""
    with fetching_server(tmp_path, limits=Limits(upload_memory_bytes=10)) as server:
        answer = edit(server, host.url("/a"))

    assert (answer.status, answer.error["code"]) == (503, "upload_space_full")
    assert host.num_connections == 0


def test_draining_server_refuses_a_request_that_still_downloads(tmp_path, host):
    go_on = threading.Event()
    host.pages["/held"] = held_until(go_on)
    with fetching_server(tmp_path) as server, asking(server, host.url("/held")) as connection:
        assert wait_until(lambda: host.num_open == 1)
        asyncio.run(server.service.drain(limit_s=0))
        go_on.set()
        answer = receive(connection)

    assert (answer.status, answer.error["code"]) == (503, "server_shutting_down")
