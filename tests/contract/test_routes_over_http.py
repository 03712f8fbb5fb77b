"""Several engines behind one model, as clients and operators see it."""

import asyncio
import base64
import logging
from collections import Counter

import httpx2
import openai
import pytest

from limner.core.errors import EngineError
from limner.engines.routing.engine import RoutingEngine
from managed_keys import create_key, managed_server
from raw_http import get, post_json
from route_fixtures import DyingEngine, FailingEngine, make_route
from running import running_server, wait_until
from tiny_engine import TinyEngine

GENERATIONS = "/v1/images/generations"
PARAMS = {"model": "gpt-image-1", "prompt": "a cat", "size": "64x64"}
REPORT = "/v1/organization/limner/usage"


def routing(*routes):
    return RoutingEngine("gpt-image-1", routes)


@pytest.fixture
def gpu():
    return FailingEngine()


@pytest.fixture
def server(gpu, settings):
    plain = TinyEngine()
    plain.obeys = frozenset({"seed", "partial_images"})
    with running_server(
        routing(make_route("gpu", gpu, max_failures=2), make_route("up", plain, rank=2)), settings
    ) as one:
        yield one


def generate(server, **fields):
    return post_json(server.port, GENERATIONS, PARAMS | fields)


def test_header_names_the_route_that_drew(server, gpu):
    first = generate(server, n=2)
    gpu.error = EngineError("a")
    second = generate(server, n=2)

    assert [one.headers["limner-engine"] for one in (first, second)] == ["gpu", "up"]
    assert first.headers["limner-seed"] == second.headers["limner-seed"]


def test_official_client_sees_no_difference(server, gpu):
    client = server.client()
    before = client.images.generate(**PARAMS)
    gpu.error = ConnectionResetError("gone")
    after = client.images.with_raw_response.generate(**PARAMS)

    assert after.headers["limner-engine"] == "up"
    assert after.parse().data[0].b64_json == before.data[0].b64_json


def test_stream_says_which_route_drew_in_a_comment(server, gpu):
    gpu.error = EngineError("a")
    answer = generate(server, stream=True, partial_images=1, quality="high")

    lines = answer.body.decode().split("\n")
    assert ": limner-engine: up" in lines
    assert ": limner-ignored: quality" in lines
    assert "limner-ignored" not in answer.headers, "the first route obeys it"
    events = [line for line in lines if line.startswith("event: ")]
    assert events == ["event: image_generation.partial_image", "event: image_generation.completed"]


def test_official_client_reads_the_stream_of_a_fallback(server, gpu):
    gpu.error = EngineError("a")

    events = list(server.client().images.generate(**PARAMS, stream=True, partial_images=2))

    assert [event.type.rpartition(".")[2] for event in events] == ["partial_image", "partial_image", "completed"]
    assert base64.b64decode(events[-1].b64_json)


def test_ignored_header_is_that_of_the_route_that_drew(server, gpu):
    first = generate(server, quality="high", guidance_scale=3)
    gpu.error = EngineError("a")
    second = generate(server, quality="high", guidance_scale=3)

    ignored = [one.headers["limner-ignored"] for one in (first, second)]
    assert ignored == ["guidance_scale", "guidance_scale, quality"]


def test_nothing_is_ignored_any_more_if_the_fallback_obeys(settings):
    plain = FailingEngine(EngineError("a"))
    plain.obeys = frozenset({"seed"})
    with running_server(routing(make_route("plain", plain), make_route("full", rank=2)), settings) as server:
        answer = generate(server, quality="high")

    assert answer.headers["limner-engine"] == "full"
    assert "limner-ignored" not in answer.headers


def test_error_after_a_preview_is_the_last_event(server, gpu):
    gpu.fails_at_step = 3
    answer = generate(server, stream=True, partial_images=1)

    assert answer.body.count(b"event: ") == 2
    assert b"event: error" in answer.body
    assert b"limner-engine" not in answer.body


def test_error_of_all_routes_is_in_the_envelope(settings):
    engine = routing(make_route("gpu", FailingEngine(EngineError("It failed.", code="image_generation_failed"))))
    with running_server(engine, settings) as server:
        answer = generate(server)

    assert (answer.status, answer.error["code"]) == (500, "image_generation_failed")


def test_ledger_and_usage_name_the_route(server, gpu):
    generate(server, n=2)
    gpu.error = EngineError("a")
    generate(server)
    report = get(server.port, f"{REPORT}?start_time=0&group_by[]=engine").json()
    filtered = get(server.port, f"{REPORT}?start_time=0&group_by[]=engine&engines[]=up").json()

    assert [(row["engine"], row["images"]) for row in report["data"]] == [("gpu", 2), ("up", 1)]
    assert [(row["engine"], row["images"]) for row in filtered["data"]] == [("up", 1)]


@pytest.mark.parametrize("parameter", ["group_by[]=engine", "engines[]=up"])
def test_usage_of_openai_has_no_engines(server, parameter):
    answer = get(server.port, f"/v1/organization/usage/images?start_time=0&{parameter}")

    assert answer.status == 400


def test_route_that_is_out_is_visible_and_the_server_stays_ready(server, gpu, caplog):
    healthy = get(server.port, "/health").json()["routes_out"]
    gpu.error = EngineError("a", code="broken")
    with caplog.at_level(logging.WARNING, "limner.routes"):
        assert [generate(server).status for _ in range(3)] == [200] * 3
    health = get(server.port, "/health").json()
    ready = get(server.port, "/health/ready").status
    live = get(server.port, "/v1/organization/limner/live").json()["routes"]
    metrics = get(server.port, "/metrics").body.decode()

    assert (healthy, health["routes_out"], ready) == ([], ["gpt-image-1/gpu"], 200)
    assert [(one["route"], one["requests"], one["failures"]) for one in live] == [("gpu", 2, 2), ("up", 3, 0)]
    assert "EngineError (broken)" in live[0]["problem"]
    assert 'limner_route_up{model="gpt-image-1",route="gpu"} 0.0' in metrics
    assert 'limner_route_up{model="gpt-image-1",route="up"} 1.0' in metrics
    assert 'limner_route_failures_total{model="gpt-image-1",route="gpu"} 2.0' in metrics
    assert 'limner_engine_images_total{engine="up"} 3.0' in metrics
    assert any("The route 'gpu' is out." in record.message for record in caplog.records)


def test_server_is_not_ready_while_all_routes_are_out(settings):
    engine = routing(make_route("gpu", FailingEngine(EngineError("a")), max_failures=1))
    with running_server(engine, settings) as server:
        generate(server)
        refused = generate(server)
        ready = get(server.port, "/health/ready")
        live = get(server.port, "/health/live").status

    assert (refused.status, refused.error["code"]) == (503, "no_route_available")
    assert 1 <= int(refused.headers["retry-after"]) <= 10
    assert (ready.status, live) == (503, 200)


def test_health_of_a_server_without_routes_names_none(settings):
    with running_server(TinyEngine(), settings) as server:
        assert "routes_out" not in get(server.port, "/health").json()


def test_client_that_leaves_during_the_fallback_stops_it(server, gpu):
    up = server.service.models["gpt-image-1"].engine._routes["up"].target
    gpu.error = EngineError("a")
    up.engine.holds_at_step = 2
    client = server.client(timeout=0.5)

    with pytest.raises(openai.APITimeoutError):
        client.images.generate(**PARAMS)

    assert wait_until(lambda: up.engine.running == 0 and len(up.engine.requests) == 1 and up.num_images == 0)
    assert wait_until(lambda: server.service.num_waiting == 0)


def test_project_of_the_key_chooses_the_route(database_url, tmp_path):
    keys = [create_key(database_url, project_id=project) for project in ("proj_a", "proj_b")]
    by_key = frozenset({keys[1].key.id})
    engine = routing(
        make_route("a", projects=frozenset({"proj_a"})), make_route("b", keys=by_key, rank=2), make_route("c", rank=3)
    )
    with managed_server(database_url, tmp_path, engine) as server:
        third = create_key(database_url)
        headers = [
            post_json(server.port, GENERATIONS, PARAMS, headers={"Authorization": f"Bearer {one.secret}"}).headers
            for one in (*keys, third)
        ]

    assert [one["limner-engine"] for one in headers] == ["a", "b", "c"]


def test_100_clients_lose_no_request_while_a_route_dies(settings):
    dying = DyingEngine(5, seconds_per_step=0.001)

    async def draw_all(address):
        async with httpx2.AsyncClient(base_url=address, timeout=60) as client:
            return await asyncio.gather(*(client.post(GENERATIONS, json=PARAMS) for _ in range(100)))

    with running_server(routing(make_route("dying", dying), make_route("other")), settings) as server:
        answers = asyncio.run(draw_all(server.address))

    assert {answer.status_code for answer in answers} == {200}
    assert Counter(answer.headers["limner-engine"] for answer in answers) == {"dying": 5, "other": 95}
    assert len(dying.requests) >= 8, "three failures take it out"


def test_kept_response_of_an_idempotent_request_names_the_route(server, gpu):
    gpu.error = EngineError("a")
    headers = {"Idempotency-Key": "one"}
    first, second = (post_json(server.port, GENERATIONS, PARAMS, headers=headers) for _ in range(2))

    assert [one.headers["limner-engine"] for one in (first, second)] == ["up", "up"]
    assert first.json()["data"] == second.json()["data"]
