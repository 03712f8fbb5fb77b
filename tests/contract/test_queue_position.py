import threading

import httpx2
import pytest

from running import wait_until
from tiny_engine import TinyEngine


@pytest.fixture
def engine():
    return TinyEngine(seconds_per_step=0.1)


def test_queue_position_counts_images_ahead(server, http):
    params = {"prompt": "a cat", "size": "64x64", "response_format": "b64_json"}
    url = f"{server.address}/v1/images/generations"
    first = threading.Thread(target=lambda: httpx2.post(url, json=params | {"n": 2}, timeout=30))
    first.start()
    assert wait_until(lambda: server.service.num_waiting == 2)

    second = http.post("/v1/images/generations", json=params)
    first.join()
    assert wait_until(lambda: server.service.num_waiting == 0)
    third = http.post("/v1/images/generations", json=params)

    assert second.headers["limner-queue-position"] == "2"
    assert third.headers["limner-queue-position"] == "0"
