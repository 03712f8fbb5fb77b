"""Clients retry 5xx, 408, 409 and 429, unless `x-should-retry` says that it is pointless."""

import openai
import pytest

from limner.core.errors import EngineError
from limner.settings import Limits, Settings, Storage
from raw_http import post_json
from running import running_server
from tiny_engine import TinyEngine

GENERATIONS = "/v1/images/generations"


class HopelessEngine(TinyEngine):
    """Fails with a code, every time."""

    def __init__(self, code):
        super().__init__()
        self.code = code

    async def generate(self, request):
        self.requests.append(request)
        raise EngineError("No.", code=self.code)
        yield


def asked_of(engine, folder):
    """How many requests the official client sends."""
    running = running_server(engine, Settings(storage=Storage(folder=folder)))
    with running as server, server.client(max_retries=1) as client, pytest.raises(openai.InternalServerError):
        client.images.generate(model="gpt-image-1", prompt="a")
    return len(engine.requests)


@pytest.mark.parametrize("code", ["model_load_failed", "out_of_memory", "image_generation_timeout"])
def test_permanent_failures_are_not_retried(tmp_path, code):
    assert asked_of(HopelessEngine(code), tmp_path) == 1


def test_temporary_failures_are_retried(tmp_path):
    assert asked_of(HopelessEngine("image_generation_failed"), tmp_path) == 2


@pytest.mark.parametrize("stream", [False, True])
def test_n_beyond_the_queue_limit_is_out_of_range(tmp_path, stream):
    settings = Settings(limits=Limits(max_waiting=4), storage=Storage(folder=tmp_path))
    with running_server(TinyEngine(), settings) as server:
        params = {"model": "gpt-image-1", "prompt": "a", "size": "64x64", "stream": stream}
        refused = post_json(server.port, GENERATIONS, params | {"n": 5})
        served = post_json(server.port, GENERATIONS, params | {"n": 4})

    assert (refused.status, served.status) == (400, 200)
    assert refused.error == {
        "message": "Invalid 'n': integer above maximum value. Expected a value <= 4, but got 5 instead.",
        "type": "invalid_request_error",
        "param": "n",
        "code": "integer_above_max_value",
    }
