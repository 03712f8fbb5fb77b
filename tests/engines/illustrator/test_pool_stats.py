"""What the illustrator reports to the metrics and the log."""

import asyncio
import logging
from contextlib import aclosing
from contextvars import ContextVar

from limner.core.picture import CompletedImage, Size
from limner.core.request import ImageRequest
from limner.engines.engine import SupportsStats
from limner.engines.illustrator.engine import IllustratorEngine

REQUEST = ContextVar("request", default="none")


def make_request(**fields) -> ImageRequest:
    return ImageRequest(
        **{"operation": "generate", "model": "m", "prompt": "a cat", "size": Size(256, 256), "seed": 1} | fields
    )


async def collect_events(engine, request):
    async with aclosing(engine.generate(request)) as events:
        return [event async for event in events]


def in_engine(work):
    async def run():
        engine = IllustratorEngine(processes=1)
        assert engine.stats() == {}, "not started"
        await engine.start()
        try:
            return await work(engine)
        finally:
            await engine.close()

    return asyncio.run(run())


def test_completed_image_has_drawing_and_encoding_time():
    *previews, done = in_engine(lambda engine: collect_events(engine, make_request(partial_images=2)))

    assert len(previews) == 2
    assert isinstance(done, CompletedImage)
    assert 0 < done.encoding_s < done.drawing_s < 60


def test_stats_count_workers_and_images():
    async def look(engine):
        assert isinstance(engine, SupportsStats)
        (before,) = engine.stats().values()
        drawing = asyncio.create_task(collect_events(engine, make_request(size=Size(3000, 2000), n=3)))
        for _ in range(1000):
            (during,) = engine.stats().values()
            if during.num_drawing:
                break
            await asyncio.sleep(0.002)
        drawing.cancel()
        await asyncio.gather(drawing, return_exceptions=True)
        await collect_events(engine, make_request())
        (after,) = engine.stats().values()
        await engine.close()
        (closed,) = engine.stats().values()
        return before, during, after, closed

    before, during, after, closed = in_engine(look)

    assert (before.engine, before.device, before.num_workers, before.num_alive) == ("illustrator", "cpu", 1, 1)
    assert (before.num_drawing, before.num_queued, before.num_forwards) == (0, 0, None)
    assert (during.num_drawing, during.num_queued) == (1, 2)
    assert after.num_queued == 0
    assert (closed.num_workers, closed.num_alive) == (1, 0)


def test_failure_is_logged_in_the_context_of_its_request(monkeypatch):
    """The messages of a worker arrive from another thread; JSON logs name the request they belong to."""
    seen = []

    class Listener(logging.Handler):
        def emit(self, record):
            seen.append((record.getMessage().splitlines()[0], REQUEST.get()))

    monkeypatch.setattr("limner.engines.illustrator.engine.log", log := logging.getLogger("limner.test"))
    monkeypatch.setattr(log, "handlers", [Listener()])

    async def fail(engine):
        REQUEST.set("req_1")
        await asyncio.gather(collect_events(engine, make_request(size=Size(0, 0))), return_exceptions=True)

    in_engine(fail)

    assert seen == [("drawing failed:", "req_1")]
