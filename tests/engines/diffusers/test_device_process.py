"""The engine of a server and the process of a device, which has a scripted engine instead of torch."""

import asyncio
import gc
import logging
import os
import signal
import subprocess
import sys
from contextlib import aclosing
from pathlib import Path

import pytest
import scripted_device
from engine_fixtures import events_of, make_request, running

from limner.core.errors import EngineError, OverloadedError, PictureError
from limner.core.picture import CompletedImage, PartialImage
from limner.engines.diffusers import process_supervisor
from limner.engines.diffusers.device_processes import DeviceProcesses
from limner.engines.diffusers.process_engine import ProcessEngine
from running import wait_until
from scripted_engine import read_log

TESTS = Path(__file__).parents[2]
SOURCES = os.pathsep.join([str(TESTS), str(TESTS / "engines" / "diffusers"), os.environ.get("PYTHONPATH", "")])


@pytest.fixture(scope="module", autouse=True)
def _scripted():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(process_supervisor, "MODULE", scripted_device.MODULE)
        patch.setattr(process_supervisor, "RETRY_START_S", (0.0, 0.05))
        patch.setenv("PYTHONPATH", SOURCES)
        yield


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Of the shared engine."""
    return tmp_path_factory.mktemp("shared")


@pytest.fixture(scope="module")
def engine(folder):
    return make_engine(folder)


@pytest.fixture(scope="module")
def run(engine):
    with running(engine) as run:
        yield run


def make_engine(folder, processes=None, **options):
    options = {"checkpoint": str(folder), "device": "cpu", "hang_timeout": 60} | options
    return ProcessEngine(processes=processes or DeviceProcesses(), **options)


def draw(engine, prompt="a cat", **fields):
    return events_of(engine, make_request(**{"prompt": prompt, "num_inference_steps": 4} | fields))


async def until(condition):
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.005)


def pids_of(folder, prompt):
    return [line["pid"] for line in read_log(folder, "begun", prompt)]


def has_ended(pid):
    """Whether the process is gone or a zombie: in a container, the adopting process may not reap it."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def test_events_arrive_in_order_from_another_process(engine, run):
    events = run(draw(engine, n=2, partial_images=2))

    assert [(type(one), one.image_index) for one in events] == [
        *[(PartialImage, 0)] * 2,
        (CompletedImage, 0),
        *[(PartialImage, 1)] * 2,
        (CompletedImage, 1),
    ]
    assert events[-1].revised_prompt == str(engine.processes[0].pid) != str(os.getpid())


def test_errors_of_the_engine_arrive_and_exceptions_are_logged(engine, run, caplog):
    with pytest.raises(PictureError) as refused:
        run(draw(engine, "refuse"))
    with pytest.raises(EngineError, match="Image generation failed"):
        run(draw(engine, "fail"))

    assert (refused.value.code, refused.value.headers) == ("moderation_blocked", {"x-should-retry": "false"})
    [line] = [one for one in caplog.records if one.levelno == logging.ERROR]
    assert (line.name, "out of paint" in line.getMessage()) == ("limner.diffusers", True)


def test_request_is_repeated_once_when_its_process_dies(engine, run, folder):
    [image] = run(draw(engine, "exit at 2"))

    first, second = pids_of(folder, "exit at 2")
    assert isinstance(image, CompletedImage)
    assert first != second == engine.processes[0].pid
    assert engine.fatal_error is engine.not_ready_reason is engine.outage is None


def test_request_that_has_sent_a_preview_is_not_repeated(engine, run, folder):
    with pytest.raises(EngineError) as lost:
        run(draw(engine, "exit at 3", partial_images=1))

    assert lost.value.code == "worker_lost"
    assert len(pids_of(folder, "exit at 3")) == 1
    assert run(draw(engine)), "a fresh process has taken over"


def test_broken_device_is_replaced_and_its_request_fails_after_two(engine, run, folder):
    with pytest.raises(EngineError) as lost:
        run(draw(engine, "die of it", num_inference_steps=1000))

    assert lost.value.code == "worker_lost"
    assert len(set(pids_of(folder, "die of it"))) == 2
    assert run(draw(engine))


def test_request_that_ends_processes_does_not_fail_those_beside_it(engine, run, folder):
    async def together():
        bad = asyncio.create_task(draw(engine, "die of it", num_inference_steps=1000))
        good = [asyncio.create_task(draw(engine, "a dog", num_inference_steps=25)) for _ in range(2)]
        await until(lambda: len(read_log(folder, "begun", "a dog")) == 2)
        engine.estimate(make_request())  # has the process look at its state
        return await asyncio.gather(bad, *good, return_exceptions=True)

    bad, *good = run(together())

    assert bad.code == "worker_lost"
    assert [len(images) for images in good] == [1, 1]
    assert len(read_log(folder, "begun", "a dog")) == 4


def test_process_that_hangs_is_killed_and_replaced(tmp_path):
    with running(engine := make_engine(tmp_path, hang_timeout=2)) as run:

        async def stop_while_drawing():
            drawing = asyncio.create_task(draw(engine, num_inference_steps=50))
            await until(lambda: read_log(tmp_path, "begun", "a cat"))
            await until(lambda: engine.not_ready_reason is None)  # until then, it would not be an outage
            stopped = engine.processes[0].pid
            os.kill(stopped, signal.SIGSTOP)
            await until(lambda: engine.outage is not None)
            return stopped, await drawing

        stopped, [image] = run(stop_while_drawing())

    assert image.revised_prompt != str(stopped)
    assert has_ended(stopped)


def test_device_that_cannot_be_used_is_reported_until_it_can(tmp_path):
    (tmp_path / "broken").touch()
    with running(engine := make_engine(tmp_path)) as run:
        with pytest.raises(EngineError) as waited:
            run(draw(engine))
        error = engine.fatal_error
        with pytest.raises(EngineError) as refused:
            run(draw(engine))
        (tmp_path / "broken").unlink()

        assert wait_until(lambda: engine.fatal_error is None)
        assert run(draw(engine))

    assert "There is no such device." in error
    assert waited.value.code == refused.value.code == "device_lost"


def test_client_that_leaves_cancels_the_work(engine, run, folder):
    async def leave():
        async with aclosing(engine.generate(make_request(partial_images=1, num_inference_steps=10_000))) as events:
            await anext(events)
        await until(lambda: read_log(folder, "cancelled", "a cat in the rain"))

    run(leave())

    assert engine.processes[0].load == 0
    assert run(draw(engine))


def test_engine_is_ready_once_its_process_has_started(tmp_path):
    engine = make_engine(tmp_path)
    assert engine.not_ready_reason is None, "it was not started"
    with running(engine):
        assert "is starting" in engine.not_ready_reason
        assert [one.num_alive for one in engine.stats().values()] == [0]
        assert wait_until(lambda: engine.not_ready_reason is None)


def test_devices_have_a_process_each_and_share_the_images(tmp_path):
    with running(engine := make_engine(tmp_path, device=["cpu", "cpu:0"])) as run:

        async def both():
            return await asyncio.gather(*(draw(engine, seed=seed) for seed in range(4)))

        images = run(both())
        pids = {str(process.pid) for process in engine.processes}
        one, other = engine.processes
        other.fatal_error = "simulated"

        assert {image.revised_prompt for [image] in images} == pids
        assert engine.fatal_error is None
        assert [image.revised_prompt for image in run(draw(engine, n=2))] == [str(one.pid)] * 2


def test_engines_on_one_device_share_its_process(tmp_path):
    processes = DeviceProcesses()
    engines = [make_engine(tmp_path, processes, priority=priority) for priority in (0, 1)]
    with running(*engines) as run:
        [one], [other] = (run(draw(engine)) for engine in engines)
        with pytest.raises(ValueError, match="'max_running'"):
            make_engine(tmp_path, processes, max_running=3)
        run(engines[0].close())
        [again] = run(draw(engines[1]))

    assert one.revised_prompt == other.revised_prompt == again.revised_prompt


def test_close_ends_the_process_and_may_be_repeated(tmp_path):
    engine = make_engine(tmp_path)
    asyncio.run(engine.close())
    with running(engine) as run:
        run(draw(engine))
        pid = engine.processes[0].pid

        async def close_while_drawing():
            drawing = asyncio.create_task(draw(engine, "another", n=8))
            await until(lambda: read_log(tmp_path, "begun", "another"))
            await engine.close()
            await engine.close()
            await drawing

        with pytest.raises(OverloadedError) as closed:
            run(close_while_drawing())
        ended = has_ended(pid)
        run(engine.start())
        again = run(draw(engine))

    assert closed.value.code == "server_shutting_down"
    assert ended
    assert read_log(tmp_path, "closed", "")[0]["pid"] == pid, "the engine was closed in its process"
    assert again[0].revised_prompt != str(pid)


def test_forgotten_engine_ends_its_process(tmp_path):
    async def forget():
        engine = make_engine(tmp_path)
        await engine.start()
        await draw(engine)
        return engine.processes[0].pid

    pid = asyncio.run(forget())
    gc.collect()

    assert wait_until(lambda: has_ended(pid), timeout_s=5)


SERVING = """
import asyncio, sys
from limner.engines.diffusers import process_supervisor
process_supervisor.MODULE = "scripted_device"
from test_device_process import draw, make_engine

async def main():
    engine = make_engine(sys.argv[1])
    await engine.start()
    await draw(engine)
    print(engine.processes[0].pid, flush=True)
    await draw(engine, n=10_000)

asyncio.run(main())
"""


def test_process_ends_when_the_server_is_killed(tmp_path):
    command = [sys.executable, "-c", SERVING, str(tmp_path)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([SOURCES, str(TESTS / "engines")])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as server:
        pid = int(server.stdout.readline())
        server.kill()

    assert wait_until(lambda: has_ended(pid), timeout_s=2)
