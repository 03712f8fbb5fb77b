"""How the pool handles worker processes that die."""

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
from limner.engines import worker_process
from limner.engines.illustrator import pool
from limner.engines.illustrator.engine import IllustratorEngine
from running import wait_until

LARGE = {"size": Size(2048, 2048), "quality": "high"}


@contextmanager
def started_engine(processes):
    engine = IllustratorEngine(processes=processes)
    with asyncio.Runner() as runner:
        runner.run(engine.start())
        yield lambda work: runner.run(work(engine))
        runner.run(engine.close())


@pytest.fixture(scope="module")
def run():
    with started_engine(processes=2) as run:
        yield run


@pytest.fixture(scope="module")
def run_single():
    """With a single process, because each restart takes seconds."""
    with started_engine(processes=1) as run:
        yield run


def make_request(**fields) -> ImageRequest:
    return ImageRequest(
        **{"operation": "generate", "model": "m", "prompt": "a cat", "size": Size(256, 256), "seed": 1} | fields
    )


async def collect_events(engine, request):
    async with aclosing(engine.generate(request)) as events:
        return [event async for event in events]


def summarize(events):
    return [(type(event), event.image_index, event.picture.read()) for event in events]


async def wait_for(condition):
    while not condition():
        await asyncio.sleep(0.005)


async def kill_when_drawing(engine, *, times):
    """Kill the process that draws the first task, in each of its first `times` attempts."""
    await wait_for(lambda: engine._tasks)
    item = next(iter(engine._tasks))
    for attempt in range(1, times + 1):
        await wait_for(lambda attempt=attempt: item.num_attempts == attempt)
        await asyncio.sleep(0.1)
        for process in engine.pool.processes:
            with suppress(ProcessLookupError, TypeError):
                os.kill(process.pid, signal.SIGKILL)
    return item


def is_gone(pid: int) -> bool:
    """Whether the process has ended and was reaped."""
    return not Path(f"/proc/{pid}").exists()


def test_task_is_retried_once_when_its_worker_dies(run_single):
    undisturbed = run_single(lambda engine: collect_events(engine, make_request(**LARGE)))

    async def disturb(engine):
        drawing = asyncio.create_task(collect_events(engine, make_request(**LARGE)))
        await kill_when_drawing(engine, times=1)
        return await drawing

    assert summarize(run_single(disturb)) == summarize(undisturbed)


def test_retried_task_does_not_repeat_previews(run_single):
    request = make_request(**LARGE, partial_images=3)
    undisturbed = run_single(lambda engine: collect_events(engine, request))

    async def disturb(engine):
        events = []
        async with aclosing(engine.generate(request)) as stream:
            async for event in stream:
                events.append(event)
                if len(events) == 2:
                    for process in engine.pool.processes:
                        os.kill(process.pid, signal.SIGKILL)
        return events

    events = run_single(disturb)

    assert [event.partial_image_index for event in events if isinstance(event, PartialImage)] == [0, 1, 2]
    assert summarize(events) == summarize(undisturbed)


def test_task_fails_after_killing_two_workers(run_single):
    async def poison(engine):
        drawing = asyncio.create_task(collect_events(engine, make_request(**LARGE)))
        item = await kill_when_drawing(engine, times=2)
        with pytest.raises(EngineError) as caught:
            await drawing
        return caught.value, item.num_attempts, await collect_events(engine, make_request())

    error, num_attempts, events = run_single(poison)

    assert "ended unexpectedly, twice" in error.message
    assert (error.code, error.headers) == ("image_generation_failed", {"x-should-retry": "false"})
    assert num_attempts == 2
    assert isinstance(events[-1], CompletedImage)


def test_failed_image_cancels_the_other_images_of_its_request(run_single):
    async def poison(engine):
        drawing = asyncio.create_task(collect_events(engine, make_request(**LARGE, n=6)))
        await kill_when_drawing(engine, times=2)
        with pytest.raises(EngineError):
            await drawing
        return dict(engine._tasks), await collect_events(engine, make_request())

    left, events = run_single(poison)

    assert not left
    assert isinstance(events[-1], CompletedImage)


def test_dead_idle_worker_is_reaped_and_replaced(run):
    async def kill(engine):
        pid = engine.pool.processes[0].pid
        os.kill(pid, signal.SIGKILL)
        async with asyncio.timeout(30):
            await wait_for(lambda: is_gone(pid) and engine.pool.processes[0].pid not in (None, pid))
        return await collect_events(engine, make_request())

    assert isinstance(run(kill)[-1], CompletedImage)


def test_tasks_wait_for_new_workers_when_all_are_dead(run):
    async def kill(engine):
        for process in engine.pool.processes:
            os.kill(process.pid, signal.SIGKILL)
        return await asyncio.gather(*(collect_events(engine, make_request(seed=seed)) for seed in range(8)))

    assert [type(events[-1]) for events in run(kill)] == [CompletedImage] * 8


def test_killed_start_is_retried():
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
            return await collect_events(engine, make_request())
        finally:
            await engine.close()

    assert isinstance(asyncio.run(kill_while_starting())[-1], CompletedImage)


def test_worker_that_cannot_start_raises_engine_error(monkeypatch):
    monkeypatch.setattr(worker_process.sys, "executable", "/bin/false")

    async def start():
        engine = IllustratorEngine(processes=2)
        with pytest.raises(EngineError) as caught:
            await engine.start()
        await engine.close()
        return caught.value

    assert asyncio.run(start()).code == "engine_not_started"


def test_slow_first_start_is_retried(monkeypatch):
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


def test_failed_restart_fails_tasks_until_a_worker_starts(monkeypatch):
    async def break_and_repair():
        engine = IllustratorEngine(processes=1)
        await engine.start()
        try:
            with monkeypatch.context() as broken:
                broken.setattr(worker_process.sys, "executable", "/bin/false")
                os.kill(engine.pool.processes[0].pid, signal.SIGKILL)
                with pytest.raises(EngineError) as caught:
                    await collect_events(engine, make_request())
            return caught.value.code, await collect_events(engine, make_request())
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


def test_workers_end_when_the_server_is_killed():
    with subprocess.Popen([sys.executable, "-c", SERVING], stdout=subprocess.PIPE, text=True) as server:
        pids = [int(pid) for pid in server.stdout.readline().split()]
        server.kill()

    assert len(pids) == 2
    assert wait_until(lambda: all(has_ended(pid) for pid in pids), timeout_s=1)


def has_ended(pid: int) -> bool:
    """Whether the process is gone or a zombie: in a container, the adopting process may not reap it."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def test_close_during_a_large_drawing_is_quick():
    async def close():
        engine = IllustratorEngine(processes=1)
        await engine.start()
        drawing = asyncio.create_task(
            collect_events(engine, make_request(prompt="a castle, oil painting", size=Size(3840, 2160), quality="high"))
        )
        await asyncio.sleep(1)
        began = time.monotonic()
        await engine.close()
        took_s = time.monotonic() - began
        with pytest.raises(OverloadedError, match="was closed"):
            await drawing
        return took_s

    assert asyncio.run(close()) < 0.5
