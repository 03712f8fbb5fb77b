"""A moderation service that is slow, gone, or fails: time limits, the retry, the breaker, cancellation."""

import asyncio
import socket
import threading
import time
from contextlib import suppress

import pytest
from moderation_service import (
    KEY,
    answer,
    check,
    error_reply,
    moderation_server,
    picture,
    request_of,
    settings_of,
    use,
)

from limner.access.moderation.moderator import ModerationFailure
from limner.access.moderation.openai import OpenAIModerator
from limner.core.breaker import Breaker
from limner.core.errors import OverloadedError, PictureError
from limner.core.picture import Picture, Size
from limner.settings import Moderation
from services import free_port


@pytest.fixture(scope="module")
def server():
    with moderation_server() as service:
        yield service


@pytest.fixture
def service(server):
    server.reset()
    return server


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def test_slow_service_is_a_failure_after_the_timeout(service):
    async def answer_late(_):
        await asyncio.sleep(3)
        return answer()

    service.reply = answer_late
    moderator = OpenAIModerator(settings_of(service, timeout_s=0.2))
    started = time.monotonic()

    with pytest.raises(OverloadedError):
        check(moderator, request_of())

    assert time.monotonic() - started < 2
    assert len(service.bodies) == 1  # a timeout is not retried


def test_trickling_service_is_a_failure_after_the_timeout():
    """Each byte arrives in time, and the whole never does."""

    def trickle():
        connection, _ = listener.accept()
        with connection, suppress(ConnectionError):
            connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n")
            while True:
                connection.sendall(b" ")
                time.sleep(0.05)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=trickle)
        thread.start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        started = time.monotonic()
        with pytest.raises(OverloadedError):
            check(OpenAIModerator(Moderation(url=url, timeout_s=0.3)), request_of())
        assert time.monotonic() - started < 2
        thread.join()


def test_refused_connection_is_a_failure(caplog):
    moderator = OpenAIModerator(Moderation(url=f"http://127.0.0.1:{free_port()}/v1", api_key=KEY))

    with pytest.raises(OverloadedError):
        check(moderator, request_of())
    with pytest.raises(ModerationFailure):
        use(moderator, OpenAIModerator.ping)

    assert "127.0.0.1" in caplog.text
    assert moderator.failures == 1  # a ping is no request


class FlakyServer:
    """Closes the first connections without a response."""

    def __init__(self, *, num_closed):
        self.num_connections = 0
        self._num_closed = num_closed
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}/v1"
        self._thread = threading.Thread(target=self._serve)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._listener.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._listener.close()

    def _serve(self):
        body = answer("hate").body
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                self.num_connections += 1
                connection.recv(65_536)
                if self.num_connections > self._num_closed:
                    head = f"HTTP/1.1 200 OK\r\ncontent-length: {len(body)}\r\nconnection: close\r\n\r\n"
                    connection.sendall(head.encode() + body)


def test_failed_connection_is_retried_once():
    with FlakyServer(num_closed=1) as server:
        assert check(OpenAIModerator(Moderation(url=server.url)), request_of()) == ["hate"]
        assert server.num_connections == 2

    with FlakyServer(num_closed=9) as server:
        with pytest.raises(OverloadedError):
            check(OpenAIModerator(Moderation(url=server.url)), request_of())
        assert server.num_connections == 2


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_failing_service_is_not_asked_for_a_while(service, caplog):
    service.reply = error_reply(500)
    clock = Clock()
    moderator = OpenAIModerator(settings_of(service), breaker=Breaker(threshold=2, pause_s=10, clock=clock))

    async def scenario(moderator):
        outcomes = []
        for _ in range(4):
            with pytest.raises(OverloadedError) as error:
                await moderator.check(request_of())
            outcomes.append((len(service.bodies), error.value.headers["retry-after"]))
        clock.now = 10
        service.reply = lambda _: answer("violence")
        outcomes.append(await moderator.check(request_of()))
        outcomes.append(await moderator.check(request_of()))
        return outcomes

    outcomes = use(moderator, scenario)

    assert outcomes == [(1, "1"), (2, "10"), (2, "10"), (2, "10"), ["violence"], ["violence"]]
    assert moderator.failures == 4
    assert caplog.text.count("failed") == 2  # and none for each request while it is paused


def test_failing_service_allows_at_once_if_the_settings_say_so(service):
    service.reply = error_reply(500)
    moderator = OpenAIModerator(settings_of(service, on_failure="allow"), breaker=Breaker(threshold=1))

    assert check(moderator, request_of(), request_of(), request_of()) == []

    assert len(service.bodies) == 1
    assert moderator.failures == 3


def test_rejected_input_does_not_open_the_breaker(service):
    """Else one client could turn moderation off for all, where failures are allowed."""
    service.reply = error_reply(400, "invalid_image")
    moderator = OpenAIModerator(settings_of(service, on_failure="allow"), breaker=Breaker(threshold=1))

    check(moderator, *[request_of()] * 4)

    assert len(service.bodies) == 4


def test_damaged_image_does_not_use_up_the_attempt_of_an_open_breaker(service):
    clock = Clock()
    breaker = Breaker(threshold=1, pause_s=10, clock=clock)
    breaker.record_failure()
    clock.now = 11
    damaged = Picture(picture().read()[:200], "png", Size(40, 30))
    moderator = OpenAIModerator(settings_of(service), breaker=breaker)

    with pytest.raises(PictureError):
        check(moderator, request_of(images=(damaged,)))

    assert check(moderator, request_of()) == []
    assert len(service.bodies) == 1


def test_violation_counts_even_if_another_part_fails(service):
    service.reply = lambda body: answer("sexual") if isinstance(body["input"], str) else error_reply(500)(body)
    moderator = OpenAIModerator(settings_of(service, on_failure="allow"))

    assert check(moderator, request_of(images=(picture(),))) == ["sexual"]


def test_failed_part_is_not_outweighed_by_an_allowed_one(service):
    service.reply = lambda body: answer() if isinstance(body["input"], str) else error_reply(500)(body)

    with pytest.raises(OverloadedError):
        check(OpenAIModerator(settings_of(service)), request_of(images=(picture(),)))


def test_parts_are_sent_at_the_same_time(service):
    async def answer_late(_):
        await asyncio.sleep(0.2)
        return answer()

    service.reply = answer_late
    started = time.monotonic()

    check(OpenAIModerator(settings_of(service)), request_of(images=(picture(),) * 9))

    assert time.monotonic() - started < 1.5
    assert len(service.bodies) == 10


def test_cancelled_check_ends_at_once_and_the_next_one_works(service):
    has_begun = threading.Event()

    async def never(_):
        has_begun.set()
        await asyncio.sleep(5)

    service.reply = never

    async def scenario(moderator):
        checking = asyncio.create_task(moderator.check(request_of(images=(picture(),))))
        assert await asyncio.to_thread(has_begun.wait, 5)
        checking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await checking
        service.reply = None
        return await moderator.check(request_of())

    moderator = OpenAIModerator(settings_of(service))
    assert use(moderator, scenario) == []
    assert moderator.failures == 0


def test_ping_works_and_closes_the_breaker(service):
    breaker = Breaker(threshold=1)
    breaker.record_failure()

    use(OpenAIModerator(settings_of(service), breaker=breaker), OpenAIModerator.ping)

    assert not breaker.is_open


def test_moderator_can_be_started_again(service):
    moderator = OpenAIModerator(settings_of(service))

    assert check(moderator, request_of()) == []
    assert check(moderator, request_of()) == []
    with pytest.raises(RuntimeError, match="not started"):
        asyncio.run(moderator.ping())
