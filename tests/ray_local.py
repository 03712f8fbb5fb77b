"""An engine in Serve's local testing mode: the replica runs in a thread of this process."""

import asyncio
from contextlib import aclosing, contextmanager

import pytest

from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.engines.ray import replica
from limner.engines.ray.engine import RayEngine
from limner.engines.ray.replica import EngineReplica
from limner.engines.replicas.messages import ReplicaReport
from ray_imports import serve

SIZE = Size(64, 48)


def make_request(**fields) -> ImageRequest:
    return ImageRequest(
        **{"operation": "generate", "model": "m", "prompt": "a red apple", "size": SIZE, "seed": 7} | fields
    )


def make_report(replica="a", **fields) -> ReplicaReport:
    return ReplicaReport(
        **{
            "replica": replica,
            "obeys": frozenset(),
            "deterministic": True,
            "not_ready_reason": None,
            "stats": (),
            "num_images": 0,
            "work_per_s": None,
            "num_cancelled": 0,
            "new": {},
            "active": {},
        }
        | fields
    )


@contextmanager
def hosted(engine, *, first_event_s=90, refresh_s=0.02, kind=EngineReplica):
    """Yields the gateway's engine for a replica that hosts the given one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(replica, "load_engine", lambda name, options: engine)
        application = serve.deployment(kind, name="engine").bind("name", {})
        handle = serve.run(application, name="app", route_prefix=None, _local_testing_mode=True)
    yield RayEngine("app", first_event_s=first_event_s, refresh_s=refresh_s, connect=lambda app: handle)


@contextmanager
def running(engine):
    """Starts the engine, and yields a function that runs coroutines on its event loop."""
    with asyncio.Runner() as runner:
        runner.run(engine.start())
        try:
            yield lambda work: runner.run(asyncio.wait_for(work, 120))
        finally:
            runner.run(engine.close())


async def collect_events(engine, request):
    async with aclosing(engine.generate(request)) as events:
        return [event async for event in events]


async def wait_until(condition, *, timeout_s=30):
    async with asyncio.timeout(timeout_s):
        while not condition():
            await asyncio.sleep(0.005)
