"""What becomes of requests, and of the pool, when worker processes die."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from contextlib import aclosing, contextmanager, suppress
from pathlib import Path

import pytest

from limner.core.errors import EngineError, OverloadedError
from limner.core.picture import CompletedImage, PartialImage, Size
from limner.core.request import ImageRequest
from limner.engines.illustrator import pool, worker_process
from limner.engines.illustrator.engine import IllustratorEngine
from running import wait_until

LARGE = {"size": Size(2048, 2048), "quality": "high"}


@contextmanager
def running(processes):
    engine = IllustratorEngine(processes=processes)
    with asyncio.Runner() as runner:
        runner.run(engine.start())
        yield lambda work: runner.run(work(engine))
        runner.run(engine.close())


@pytest.fixture(scope="module")
def run():
    with running(processes=2) as run:
        yield run


@pytest.fixture(scope="module")
def run_one():
    """With one process: each that is killed takes seconds to start again."""
    with running(processes=1) as run:
        yield run


def wish(**fields) -> ImageRequest:
    return ImageRequest(
        **{"operation": "generate", "model": "m", "prompt": "a cat", "size": Size(256, 256), "seed": 1} | fields
    )


async def events_of(engine, request):
    async with aclosing(engine.generate(request)) as events:
        return [event async for event in events]


def pictures_of(events):
    return [(type(event), event.image_index, event.picture.read()) for event in events]


async def until(condition):
    while not condition():  # noqa: ASYNC110 (processes set no asyncio.Event)
        await asyncio.sleep(0.005)


async def kill_when_drawing(engine, *, times):
    """Kill the process that draws the first order, in each of its first attempts."""
    await until(lambda: engine._drawing)
    item = next(iter(engine._drawing))
    for attempt in range(1, times + 1):
        await until(lambda attempt=attempt: item.num_attempts == attempt)
        await asyncio.sleep(0.1)
        for process in engine.pool.processes:
            with suppress(ProcessLookupError, TypeError):
                os.kill(process.pid, signal.SIGKILL)
    return item


def is_gone(pid: int) -> bool:
    """Whether the process has ended and was reaped."""
    return not Path(f"/proc/{pid}").exists()


def test_an_order_is_repeated_once_when_its_worker_dies(run_one):
    undisturbed = run_one(lambda engine: events_of(engine, wish(**LARGE)))

    async def disturb(engine):
        drawing = asyncio.create_task(events_of(engine, wish(**LARGE)))
        await kill_when_drawing(engine, times=1)
        return await drawing

    assert pictures_of(run_one(disturb)) == pictures_of(undisturbed)


def test_previews_sent_before_a_death_are_not_sent_again(run_one):
    request = wish(**LARGE, partial_images=3)
    undisturbed = run_one(lambda engine: events_of(engine, request))

    async def disturb(engine):
        events = []
        async with aclosing(engine.generate(request)) as stream:
            async for event in stream:
                events.append(event)
                if len(events) == 2:
                    for process in engine.pool.processes:
                        os.kill(process.pid, signal.SIGKILL)
        return events

    events = run_one(disturb)

    assert [event.partial_image_index for event in events if isinstance(event, PartialImage)] == [0, 1, 2]
    assert pictures_of(events) == pictures_of(undisturbed)


def test_an_order_that_kills_workers_fails_after_two(run_one):
    async def poison(engine):
        drawing = asyncio.create_task(events_of(engine, wish(**LARGE)))
        item = await kill_when_drawing(engine, times=2)
        with pytest.raises(EngineError) as caught:
            await drawing
        return caught.value, item.num_attempts, await events_of(engine, wish())

    error, num_attempts, events = run_one(poison)

    assert "ended unexpectedly, twice" in error.message
    assert (error.code, error.headers) == ("image_generation_failed", {"x-should-retry": "false"})
    assert num_attempts == 2
    assert isinstance(events[-1], CompletedImage)


def test_a_poisonous_image_ends_the_other_images_of_its_request(run_one):
    async def poison(engine):
        drawing = asyncio.create_task(events_of(engine, wish(**LARGE, n=6)))
        await kill_when_drawing(engine, times=2)
        with pytest.raises(EngineError):
            await drawing
        return dict(engine._drawing), await events_of(engine, wish())

    left, events = run_one(poison)

    assert not left
    assert isinstance(events[-1], CompletedImage)


def test_an_idle_worker_that_dies_is_reaped_and_replaced(run):
    async def kill(engine):
        pid = engine.pool.processes[0].pid
        os.kill(pid, signal.SIGKILL)
        async with asyncio.timeout(30):
            await until(lambda: is_gone(pid) and engine.pool.processes[0].pid not in (None, pid))
        return await events_of(engine, wish())

    assert isinstance(run(kill)[-1], CompletedImage)


def test_both_workers_dead_an_order_waits_for_a_new_one(run):
    async def kill(engine):
        for process in engine.pool.processes:
            os.kill(process.pid, signal.SIGKILL)
        return await asyncio.gather(*(events_of(engine, wish(seed=seed)) for seed in range(8)))

    assert [type(events[-1]) for events in run(kill)] == [CompletedImage] * 8


def test_a_start_that_is_killed_is_tried_again():
    async def kill_while_starting():
        engine = IllustratorEngine(processes=1)
        starting = asyncio.create_task(engine.start())
        killed = set()
        while len(killed) < 3:
            await asyncio.sleep(0.01)
            pid = engine.pool.processes[0].pid if engine.pool else None
            if pid is not None and pid not in killed:
                os.kill(pid, signal.SIGKILL)
                killed.add(pid)
        try:
            await starting
            return await events_of(engine, wish())
        finally:
            await engine.close()

    assert isinstance(asyncio.run(kill_while_starting())[-1], CompletedImage)


def test_a_worker_that_cannot_start_is_an_error(monkeypatch):
    monkeypatch.setattr(worker_process.sys, "executable", "/bin/false")

    async def start():
        engine = IllustratorEngine(processes=2)
        with pytest.raises(EngineError) as caught:
            await engine.start()
        await engine.close()
        return caught.value

    assert asyncio.run(start()).code == "engine_not_started"


def test_a_slow_first_start_is_tried_again(monkeypatch):
    """On an overloaded machine, the first worker of a fresh installation took more than a minute."""
    monkeypatch.setattr(pool, "START_PATIENCE_S", 0)
    attempts = []
    start = worker_process.WorkerProcess.start

    def time_out_at_first(process):
        attempts.append(process)
        if len(attempts) < pool.MAX_START_FAILURES:
            raise worker_process.WorkerStartError("It was not ready in time.", was_killed=False)
        start(process)

    monkeypatch.setattr(worker_process.WorkerProcess, "start", time_out_at_first)

    async def open_and_close():
        engine = IllustratorEngine(processes=1)
        await engine.start()
        await engine.close()

    asyncio.run(open_and_close())

    assert len(attempts) == pool.MAX_START_FAILURES


def test_workers_that_no_longer_start_fail_orders_and_recover(monkeypatch):
    async def break_and_repair():
        engine = IllustratorEngine(processes=1)
        await engine.start()
        try:
            with monkeypatch.context() as broken:
                broken.setattr(worker_process.sys, "executable", "/bin/false")
                os.kill(engine.pool.processes[0].pid, signal.SIGKILL)
                with pytest.raises(EngineError) as caught:
                    await events_of(engine, wish())
            return caught.value.code, await events_of(engine, wish())
        finally:
            await engine.close()

    code, events = asyncio.run(break_and_repair())

    assert code == "engine_not_started"
    assert isinstance(events[-1], CompletedImage)


SERVING = """
import asyncio
from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.engines.illustrator.engine import IllustratorEngine

async def main():
    engine = IllustratorEngine(processes=2)
    await engine.start()
    request = ImageRequest(
        operation="generate", model="m", prompt="a castle, oil painting", size=Size(3840, 2160), quality="high", n=2
    )
    events = engine.generate(request)
    drawing = asyncio.ensure_future(anext(events))
    await asyncio.sleep(1)
    print(*(process.pid for process in engine.pool.processes), flush=True)
    await drawing

asyncio.run(main())
"""


def test_workers_die_with_a_killed_server_while_drawing():
    with subprocess.Popen([sys.executable, "-c", SERVING], stdout=subprocess.PIPE, text=True) as server:
        pids = [int(pid) for pid in server.stdout.readline().split()]
        server.kill()

    assert len(pids) == 2
    assert wait_until(lambda: all(has_ended(pid) for pid in pids), timeout_s=1)


def has_ended(pid: int) -> bool:
    """Also where the adopting process, as in a container, does not reap it."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def test_closing_in_the_middle_of_a_large_drawing_is_quick():
    async def close():
        engine = IllustratorEngine(processes=1)
        await engine.start()
        drawing = asyncio.create_task(
            events_of(engine, wish(prompt="a castle, oil painting", size=Size(3840, 2160), quality="high"))
        )
        await asyncio.sleep(1)
        began = time.monotonic()
        await engine.close()
        took_s = time.monotonic() - began
        with pytest.raises(OverloadedError, match="was closed"):
            await drawing
        return took_s

    assert asyncio.run(close()) < 0.5
