"""Whoever waits is told how things stand; whoever would wait in vain is refused before anything is drawn."""

import httpx2
import openai
import pytest

from limner.core.queue_estimate import QueueEstimate
from limner.settings import Settings, Storage
from raw_http import post_json
from running import running_server
from tiny_engine import EstimatingTinyEngine

GENERATIONS = "/v1/images/generations"
WISH = {"model": "gpt-image-1", "prompt": "a cat", "size": "64x64"}


@pytest.fixture
def engine():
    return EstimatingTinyEngine()


@pytest.fixture
def server(engine, tmp_path):
    with running_server(engine, Settings(heartbeat_s=0.02, storage=Storage(folder=tmp_path))) as server:
        yield server


def test_what_the_engine_foresees_stands_in_the_headers(server, engine):
    engine.next = QueueEstimate(ahead=3, eta_s=12.345)

    headers = post_json(server.port, GENERATIONS, WISH).headers

    assert (headers["limner-queue-position"], headers["limner-eta"]) == ("3", "12.4")


def test_an_engine_that_knows_no_time_says_none(server, engine):
    engine.next = QueueEstimate(ahead=1)

    headers = post_json(server.port, GENERATIONS, WISH).headers

    assert headers["limner-queue-position"] == "1"
    assert "limner-eta" not in headers


def test_a_stream_that_waits_says_how_things_stand_now(server, engine):
    engine.seconds_per_step = 0.1
    engine.next = QueueEstimate(ahead=2, eta_s=30)

    comments = []
    with httpx2.stream("POST", server.address + GENERATIONS, json=WISH | {"stream": True}, timeout=30) as answer:
        for line in answer.iter_lines():
            engine.next = QueueEstimate(ahead=1, eta_s=9)
            comments += [line] if line.startswith(":") else []

    assert answer.headers["limner-queue-position"] == "2"
    assert comments[-3:] == [": ping", ": limner-queue-position: 1", ": limner-eta: 9.0"]


def test_a_picture_that_comes_too_late_for_its_client_is_refused_at_once(server, engine):
    engine.next = QueueEstimate(ahead=5, eta_s=75)

    with pytest.raises(openai.InternalServerError) as refusal:
        server.client(timeout=30).images.generate(**WISH)

    assert (refusal.value.status_code, refusal.value.code) == (503, "deadline_exceeded")
    assert "about 75s" in refusal.value.body["message"]
    assert refusal.value.response.headers["retry-after"] == "45"
    assert "x-should-retry" not in refusal.value.response.headers
    assert engine.requests == []
    assert server.service.num_waiting == 0


def test_one_that_nobody_holds_up_is_not_to_be_tried_again(server, engine):
    engine.next = QueueEstimate(ahead=0, eta_s=500)

    with pytest.raises(openai.InternalServerError) as refusal:
        server.client(timeout=30, max_retries=2).images.generate(**WISH)

    assert refusal.value.response.headers["x-should-retry"] == "false"
    assert 1 <= int(refusal.value.response.headers["retry-after"]) <= 60
    assert "stream=True" in refusal.value.body["message"]


def test_who_waits_long_enough_is_served(server, engine):
    engine.next = QueueEstimate(ahead=5, eta_s=75)

    assert server.client(timeout=80).images.generate(**WISH).data


def test_a_stream_waits_as_long_as_it_takes(server, engine):
    engine.next = QueueEstimate(ahead=5, eta_s=75)

    events = list(server.client(timeout=30).images.generate(**WISH, stream=True))

    assert [event.type for event in events] == ["image_generation.completed"]


def test_what_the_engine_would_give_up_is_refused_even_as_a_stream(server, engine):
    engine.next = QueueEstimate(ahead=5, eta_s=75, limit_s=60)

    with pytest.raises(openai.InternalServerError) as refusal:
        server.client().images.generate(**WISH, stream=True)

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
def test_how_long_a_client_waits_is_read_from_its_headers(server, engine, headers, timeout_s):
    assert post_json(server.port, GENERATIONS, WISH, headers=headers).status == 200

    assert engine.requests[-1].timeout_s == timeout_s


def test_the_engine_hears_which_key_asked_but_not_the_key(engine, tmp_path):
    keys = ("sk-first-secret", "sk-second-secret")
    with running_server(engine, Settings(api_keys=keys, storage=Storage(folder=tmp_path))) as server:
        for key in (*keys, keys[0]):
            server.client(api_key=key).images.generate(**WISH)

    first, second, again = (request.api_key for request in engine.requests)
    assert first == again != second
    assert all(first and key not in first and first not in key for key in keys)


def test_without_keys_nobody_has_a_name(server, engine):
    server.client(api_key="anything").images.generate(**WISH)

    assert engine.requests[-1].api_key == ""
