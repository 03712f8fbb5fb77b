"""Tiny checkpoints and engines over them. Without torch, all of this is skipped."""

import asyncio
import os
from contextlib import aclosing, contextmanager

import pytest

from limner.core.picture import Size
from limner.core.request import ImageRequest

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")

SIZE = Size(64, 64)


@pytest.fixture(scope="session")
def checkpoints(tmp_path_factory):
    """Makes the tiny checkpoint of a family, once."""
    torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
    pytest.importorskip("diffusers", reason="needs limner[diffusers]")
    import tiny

    torch.set_num_threads(1)
    made = {}

    def checkpoint(family):
        if family not in made:
            made[family] = tiny.make(family, tmp_path_factory.mktemp(family))
        return str(made[family])

    return checkpoint


@pytest.fixture
def engine_of(checkpoints, tmp_path):
    """An engine over a family's tiny checkpoint, with options."""
    import tiny

    from limner.engines.diffusers.engine import DiffusersEngine

    def make(family, **options):
        arguments = tiny.ARGUMENTS.get(family, {}) | options.pop("arguments", {})
        defaults = {"checkpoint": checkpoints(family), "device": "cpu", "cache": str(tmp_path / "cache"), "steps": 4}
        return DiffusersEngine(**defaults | {"arguments": arguments} | options)

    return make


@contextmanager
def running(*engines):
    """Runs coroutine functions on the loop that the engines live in."""
    with asyncio.Runner() as runner:
        for engine in engines:
            runner.run(engine.start())
        try:
            yield lambda work: runner.run(asyncio.wait_for(work, 60))
        finally:
            for engine in engines:
                runner.run(engine.close())


async def events_of(engine, request):
    async with aclosing(engine.generate(request)) as events:
        return [event async for event in events]


def wish(**fields) -> ImageRequest:
    return ImageRequest(
        **{"operation": "generate", "model": "m", "prompt": "a cat in the rain", "size": SIZE, "seed": 7} | fields
    )
