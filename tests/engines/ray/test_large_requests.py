"""How requests with large pictures reach a replica, on a real cluster."""

import os

import pytest

from limner.core.picture import CompletedImage, Picture, Size
from limner.core.request import ImageRequest
from limner.engines.ray.engine import RayEngine, open_handle
from ray_imports import ray
from ray_local import collect_events, make_request, running

pytestmark = pytest.mark.cluster


class RecordingHandle:
    """Passes calls on, and keeps their first arguments."""

    def __init__(self, handle, requests=None):
        self.requests = [] if requests is None else requests
        self._handle = handle

    def options(self, **options):
        return RecordingHandle(self._handle.options(**options), self.requests)

    def broadcast(self, *arguments):
        return self._handle.broadcast(*arguments)

    @property
    def generate(self):
        return RecordingHandle(self._handle.generate, self.requests)

    def remote(self, request, **arguments):
        self.requests.append(request)
        return self._handle.remote(request, **arguments)


@pytest.fixture(scope="module")
def handle(ray_cluster):
    ray_cluster.deploy(large={})
    return open_handle("large")


@pytest.mark.parametrize(("num_bytes", "kind"), [(100_000, ImageRequest), (20_000_000, ray.ObjectRef)])
def test_large_request_is_put_into_the_object_store_once(handle, num_bytes, kind):
    recorder = RecordingHandle(handle)
    picture = Picture(os.urandom(num_bytes), "png", Size(64, 64))
    request = make_request(id=f"retried-{num_bytes}", prompt="exit at 1", operation="edit", images=(picture,))
    engine = RayEngine("large", first_event_s=20, refresh_s=0.1, connect=lambda app: recorder)

    with running(engine) as run:
        events = run(collect_events(engine, request))

    first, second = recorder.requests  # a replica died, so another one drew it
    assert [type(event) for event in events] == [CompletedImage]
    assert isinstance(first, kind)
    assert first == second
