"""The illustrator as an engine: bad inputs, cancelled requests, hanging processes. See also test_worker_deaths.py."""

import asyncio
import os
import signal
from contextlib import aclosing

import pytest

from limner.core.errors import EngineError, PictureError
from limner.core.picture import CompletedImage, Picture, Size
from limner.core.request import ImageRequest
from limner.engines.illustrator.engine import IllustratorEngine


@pytest.fixture(scope="module")
def run():
    engine = IllustratorEngine(processes=1)
    with asyncio.Runner() as runner:
        runner.run(engine.start())
        yield lambda work: runner.run(work(engine))
        runner.run(engine.close())


def make_request(**fields) -> ImageRequest:
    return ImageRequest(
        **{"operation": "generate", "model": "m", "prompt": "a cat", "size": Size(256, 256), "seed": 1} | fields
    )


async def collect_events(engine, request):
    async with aclosing(engine.generate(request)) as events:
        return [event async for event in events]


def test_undecodable_input_image_raises_picture_error(run):
    broken = Picture(b"\x89PNG\r\n\x1a\n" + bytes(64), "png", Size(64, 64))

    with pytest.raises(PictureError, match="Invalid image file or mode for image 1"):
        run(lambda engine: collect_events(engine, make_request(operation="edit", images=(broken,))))


def test_cancelled_requests_free_the_worker(run):
    async def cancel_all(engine):
        tasks = [
            asyncio.create_task(collect_events(engine, make_request(size=Size(3840, 2160), n=4))) for _ in range(3)
        ]
        await asyncio.sleep(0.1)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        loop = asyncio.get_running_loop()
        started = loop.time()
        await collect_events(engine, make_request())
        return loop.time() - started

    waited_s = run(cancel_all)

    assert waited_s < 8, "twelve large pictures would take far longer"


def test_hanging_worker_times_out_and_is_replaced():
    async def hang():
        engine = IllustratorEngine(processes=1, timeout_s=2)
        await engine.start()
        try:
            os.kill(engine.pool.processes[0].pid, signal.SIGSTOP)
            with pytest.raises(EngineError, match="took too long"):
                await collect_events(engine, make_request())
            return await collect_events(engine, make_request())
        finally:
            await engine.close()

    events = asyncio.run(hang())

    assert isinstance(events[-1], CompletedImage)


@pytest.mark.parametrize(
    ("options", "name"),
    [({"processes": -1}, "processes"), ({"timeout_s": 0}, "timeout_s")],
    ids=["processes", "timeout"],
)
def test_invalid_engine_option_raises_value_error(options, name):
    with pytest.raises(ValueError, match=f"'{name}' must be a number"):
        IllustratorEngine(**options)
