"""The Ray engine on a real cluster: what dies, what is cancelled, what is refused."""

import asyncio
import time

import pytest

from limner.core.picture import CompletedImage
from limner.engines.ray.engine import RayEngine
from local_app import collect_events, make_request

pytestmark = pytest.mark.cluster


@pytest.fixture(scope="module")
def scripted(ray_cluster):
    ray_cluster.deploy("scripted")
    engine = RayEngine("scripted", first_event_s=10, refresh_s=0.2)
    with asyncio.Runner() as runner:
        runner.run(engine.start())
        yield engine, lambda work: runner.run(asyncio.wait_for(work, 60))
        runner.run(engine.close())


def test_first(scripted):
    engine, run = scripted
    t = time.perf_counter()
    events = run(collect_events(engine, make_request(n=3, partial_images=2)))
    print(time.perf_counter() - t, events)
    assert len(events) == 9


def test_retry(scripted):
    engine, run = scripted
    t = time.perf_counter()
    events = run(collect_events(engine, make_request(prompt="exit at 0")))
    print(time.perf_counter() - t, events)
    assert len(events) == 1
    assert isinstance(events[0], CompletedImage)
