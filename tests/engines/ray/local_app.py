"""An engine in Serve's local testing mode: the replica runs in a thread of this process."""

import asyncio
from contextlib import aclosing, contextmanager

from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.engines.ray.engine import RayEngine
from limner.engines.ray.replica import EngineReplica
from ray_imports import serve
from tiny_engine import TinyEngine

SIZE = Size(64, 48)


class TinyReplica(EngineReplica):
    """Hosts the given engine."""

    def __init__(self, engine):
        super().__init__("illustrator", {"processes": 1})
        self._engine = engine


def make_request(**fields) -> ImageRequest:
    return ImageRequest(
        **{"operation": "generate", "model": "m", "prompt": "a red apple", "size": SIZE, "seed": 7} | fields
    )


@contextmanager
def running_engine(replica=TinyReplica, *arguments, first_event_s=10, refresh_s=0.05, app="test"):
    """Yields a started engine and a function that runs coroutines on its event loop."""
    application = serve.deployment(replica, name="engine").bind(*(arguments or [TinyEngine()]))
    handle = serve.run(application, name=app, route_prefix=None, _local_testing_mode=True)
    engine = RayEngine(app, first_event_s=first_event_s, refresh_s=refresh_s, connect=lambda app: handle)
    with asyncio.Runner() as runner:
        runner.run(engine.start())
        try:
            yield engine, lambda work: runner.run(asyncio.wait_for(work, 60))
        finally:
            runner.run(engine.close())


async def collect_events(engine, request):
    async with aclosing(engine.generate(request)) as events:
        return [event async for event in events]
