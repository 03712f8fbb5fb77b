"""Queue estimates are reported, and requests that would come too late are refused."""

import httpx2
import openai
import pytest

from limner.core.queue_estimate import QueueEstimate
from limner.settings import Settings, Storage
from raw_http import post_json
from running import running_server
from tiny_engine import EstimatingTinyEngine

GENERATIONS = "/v1/images/generations"
PARAMS = {"model": "gpt-image-1", "prompt": "a cat", "size": "64x64"}


@pytest.fixture
def engine():
    return EstimatingTinyEngine()


@pytest.fixture
def server(engine, tmp_path):
    with running_server(engine, Settings(heartbeat_s=0.02, storage=Storage(folder=tmp_path))) as server:
        yield server


def test_engine_estimate_is_in_the_headers(server, engine):
    engine.next = QueueEstimate(ahead=3, eta_s=12.345)

    headers = post_json(server.port, GENERATIONS, PARAMS).headers

    assert (headers["limner-queue-position"], headers["limner-eta"]) == ("3", "12.4")


def test_unknown_eta_is_left_out(server, engine):
    engine.next = QueueEstimate(ahead=1)

    headers = post_json(server.port, GENERATIONS, PARAMS).headers

    assert headers["limner-queue-position"] == "1"
    assert "limner-eta" not in headers


def test_waiting_stream_reports_the_queue_in_comments(server, engine):
    engine.seconds_per_step = 0.1
    engine.next = QueueEstimate(ahead=2, eta_s=30)

    comments = []
    with httpx2.stream("POST", server.address + GENERATIONS, json=PARAMS | {"stream": True}, timeout=30) as answer:
        for line in answer.iter_lines():
            engine.next = QueueEstimate(ahead=1, eta_s=9)
            comments += [line] if line.startswith(":") else []

    assert answer.headers["limner-queue-position"] == "2"
    assert comments[-3:] == [": ping", ": limner-queue-position: 1", ": limner-eta: 9.0"]


def test_request_beyond_the_client_timeout_is_refused(server, engine):
    engine.next = QueueEstimate(ahead=5, eta_s=75)

    with pytest.raises(openai.InternalServerError) as refusal:
        server.client(timeout=30).images.generate(**PARAMS)

    assert (refusal.value.status_code, refusal.value.code) == (503, "deadline_exceeded")
    assert "about 75s" in refusal.value.body["message"]
    assert refusal.value.response.headers["retry-after"] == "45"
    assert "x-should-retry" not in refusal.value.response.headers
    assert engine.requests == []
    assert server.service.num_waiting == 0


def test_late_request_with_an_empty_queue_is_not_retried(server, engine):
    engine.next = QueueEstimate(ahead=0, eta_s=500)

    with pytest.raises(openai.InternalServerError) as refusal:
        server.client(timeout=30, max_retries=2).images.generate(**PARAMS)

    assert refusal.value.response.headers["x-should-retry"] == "false"
    assert 1 <= int(refusal.value.response.headers["retry-after"]) <= 60
    assert "stream=True" in refusal.value.body["message"]


def test_client_with_a_long_timeout_is_served(server, engine):
    engine.next = QueueEstimate(ahead=5, eta_s=75)

    assert server.client(timeout=80).images.generate(**PARAMS).data


def test_stream_has_no_client_timeout(server, engine):
    engine.next = QueueEstimate(ahead=5, eta_s=75)

    events = list(server.client(timeout=30).images.generate(**PARAMS, stream=True))

    assert [event.type for event in events] == ["image_generation.completed"]


def test_request_beyond_the_engine_deadline_is_refused_even_as_a_stream(server, engine):
    engine.next = QueueEstimate(ahead=5, eta_s=75, limit_s=60)

    with pytest.raises(openai.InternalServerError) as refusal:
        server.client().images.generate(**PARAMS, stream=True)

    assert refusal.value.code == "deadline_exceeded"


@pytest.mark.parametrize(
    ("headers", "timeout_s"),
    [
        ({"x-stainless-read-timeout": "600"}, 600),
        ({"x-stainless-read-timeout": "30.5"}, 30.5),
        ({"X-Stainless-Timeout": "40"}, 40),
        ({"x-stainless-read-timeout": "600", "x-stainless-timeout": "700"}, 600),
        ({"x-stainless-timeout": "600", "x-stainless-runtime": "node"}, 300),
        ({"x-stainless-runtime": "node"}, 300),
        ({"x-stainless-runtime": "bun", "x-stainless-timeout": "600"}, 600),
        ({"x-stainless-read-timeout": "NOT_GIVEN"}, None),
        ({"x-stainless-read-timeout": "nan"}, None),
        ({"x-stainless-read-timeout": "inf"}, None),
        ({"x-stainless-read-timeout": "-3"}, None),
        ({"x-stainless-read-timeout": "0"}, None),
        ({}, None),
    ],
)
def test_client_timeout_is_read_from_headers(server, engine, headers, timeout_s):
    assert post_json(server.port, GENERATIONS, PARAMS, headers=headers).status == 200

    assert engine.requests[-1].timeout_s == timeout_s


def test_engine_gets_a_digest_of_the_key(engine, tmp_path):
    keys = ("sk-first-secret", "sk-second-secret")
    with running_server(engine, Settings(api_keys=keys, storage=Storage(folder=tmp_path))) as server:
        for key in (*keys, keys[0]):
            server.client(api_key=key).images.generate(**PARAMS)

    first, second, again = (request.api_key for request in engine.requests)
    assert first == again != second
    assert all(first and key not in first and first not in key for key in keys)


def test_key_digest_is_empty_without_keys(server, engine):
    server.client(api_key="anything").images.generate(**PARAMS)

    assert engine.requests[-1].api_key == ""
