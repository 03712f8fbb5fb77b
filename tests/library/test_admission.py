"""The library admits requests by the same limits as the server."""

import gc
from dataclasses import replace

import pytest

from limner import Limner, RateLimitError
from limner.settings import Limits, Settings

SMALL = {"model": "illustrator", "size": "128x128", "prompt": "a cat"}


@pytest.fixture
def client():
    settings = Settings(limits=replace(Limits(), max_waiting=2), engines={"illustrator": {"processes": 1}})
    with Limner(settings=settings) as client:
        yield client


def test_full_queue_refuses_when_called(client):
    events = client.images.generate(**SMALL, n=2, stream=True)

    with pytest.raises(RateLimitError, match="2 images are waiting"):
        client.images.generate(**SMALL)
    with pytest.raises(RateLimitError, match="2 images are waiting"):
        client.images.generate(**SMALL, stream=True)
    assert [event.type for event in events] == ["image_generation.completed"] * 2
    assert client.images.generate(**SMALL, n=2).data


def test_stream_that_is_never_read_leaves_the_queue(client):
    events = client.images.generate(**SMALL, n=2, stream=True)
    del events
    gc.collect()

    assert client.images.generate(**SMALL, n=2).data
