"""Rate limits over HTTP: errors and headers, as the official client reads them."""

import json
import sqlite3
import threading
from contextlib import contextmanager

import openai
import pytest

from limner.settings import Access, Redis, Settings, Storage
from raw_http import connect, get, head, post_json, receive
from redis_server import running_redis
from running import running_server, wait_until
from tiny_engine import TinyEngine

GENERATIONS = "/v1/images/generations"
PARAMS = {"model": "gpt-image-1", "prompt": "a fox", "size": "64x64"}


@contextmanager
def serving(folder, *, engine=None, redis=None, keys=("sk-one", "sk-two"), **access):
    settings = Settings(
        storage=Storage(folder=folder), access=Access(**access), redis=redis or Redis(), api_keys=tuple(keys)
    )
    with running_server(engine or TinyEngine(), settings) as server:
        yield server


def ask(server, *, key="sk-one", **values):
    return post_json(server.port, GENERATIONS, PARAMS | values, headers={"Authorization": f"Bearer {key}"})


def ledger_rows(folder):
    with sqlite3.connect(folder / "limner.db") as connection:
        return connection.execute("SELECT count(*) FROM ledger").fetchone()[0]


def test_each_key_has_the_limits_of_the_settings(tmp_path):
    with serving(tmp_path, requests_per_minute=2, images_per_minute=9) as server:
        answers = [ask(server, n=2) for _ in range(3)]
        other = ask(server, key="sk-two")

    assert [answer.status for answer in answers] == [200, 200, 429]
    assert other.status == 200
    headers = {name: value for name, value in answers[0].headers.items() if name.startswith("x-ratelimit")}
    assert headers == {
        "x-ratelimit-limit-requests": "2",
        "x-ratelimit-remaining-requests": "1",
        "x-ratelimit-reset-requests": "1m0s",
        "x-ratelimit-limit-images": "9",
        "x-ratelimit-remaining-images": "7",
        "x-ratelimit-reset-images": "1m0s",
    }
    assert answers[2].error["code"] == "rate_limit_exceeded"
    assert 1 <= int(answers[2].headers["retry-after"]) <= 60
    assert answers[2].headers["x-ratelimit-remaining-requests"] == "0"


def test_limits_hold_without_keys(tmp_path):
    with serving(tmp_path, keys=(), requests_per_minute=1) as server:
        assert [post_json(server.port, GENERATIONS, PARAMS).status for _ in range(2)] == [200, 429]


def test_streams_have_the_headers_and_are_refused_before_they_begin(tmp_path):
    with serving(tmp_path, images_per_minute=1) as server:
        stream = ask(server, stream=True)
        refused = ask(server, stream=True)

    assert stream.headers["content-type"].startswith("text/event-stream")
    assert stream.headers["x-ratelimit-remaining-images"] == "0"
    assert refused.status == 429
    assert refused.error["message"] == (
        "Rate limit exceeded for images per minute in organization org-limner. Limit: 1/1min. Current: 2/1min."
    )


def test_official_client_raises_rate_limit_error(tmp_path):
    with serving(tmp_path, requests_per_minute=1) as server, server.client(api_key="sk-one") as client:
        client.images.generate(**PARAMS)
        with pytest.raises(openai.RateLimitError) as refusal:
            client.images.generate(**PARAMS)

    error = refusal.value
    assert (error.status_code, error.code, error.type, error.param) == (429, "rate_limit_exceeded", "requests", None)
    assert "on requests per min (RPM): Limit 1, Used 1, Requested 1." in error.message


def test_official_client_does_not_retry_what_can_never_pass(tmp_path):
    engine = TinyEngine()
    running = serving(tmp_path, engine=engine, images_per_minute=2)
    with running as server, server.client(api_key="sk-one", max_retries=5, timeout=5) as client:
        with pytest.raises(openai.RateLimitError, match="Request too large") as refusal:
            client.images.generate(**PARAMS, n=3)
        client.images.generate(**PARAMS, n=2)

    assert refusal.value.param == "n"
    assert refusal.value.response.request.headers["x-stainless-retry-count"] == "0"
    assert [request.n for request in engine.requests] == [2]


def test_refused_requests_are_neither_drawn_nor_recorded(tmp_path):
    engine = TinyEngine()
    with serving(tmp_path, engine=engine, images_per_minute=3) as server:
        statuses = [ask(server, n=2).status for _ in range(5)]
        assert wait_until(lambda: ledger_rows(tmp_path) == 1)
        assert server.service.num_waiting == 0

    assert statuses == [200, 429, 429, 429, 429]
    assert len(engine.requests) == 1
    assert ledger_rows(tmp_path) == 1


def test_invalid_requests_are_not_counted(tmp_path):
    with serving(tmp_path, requests_per_minute=1) as server:
        invalid = [ask(server, size="nonsense").status for _ in range(3)]
        assert invalid == [400, 400, 400]
        assert ask(server).status == 200


def test_exhausted_key_is_refused_before_the_body_is_read(tmp_path):
    with serving(tmp_path, requests_per_minute=1) as server:
        assert ask(server).status == 200
        with connect(server.port) as connection:
            headers = {
                "Authorization": "Bearer sk-one",
                "Content-Type": "application/json",
                "Content-Length": "50000000",
            }
            connection.sendall(head(GENERATIONS, headers))
            answer = receive(connection)

    assert answer.status == 429
    assert answer.error["message"].startswith("Rate limit reached for organization org-limner on requests per min")


def test_requests_at_a_time_are_limited(tmp_path):
    engine = TinyEngine()
    engine.holds_at_step = 0
    statuses = []
    with serving(tmp_path, engine=engine, concurrency=2) as server:
        threads = [threading.Thread(target=lambda: statuses.append(ask(server).status)) for _ in range(2)]
        for thread in threads:
            thread.start()
        assert wait_until(lambda: engine.running == 2)
        refused, other = ask(server), threading.Thread(target=lambda: statuses.append(ask(server, key="sk-two").status))
        other.start()
        assert wait_until(lambda: engine.running == 3)
        engine.holds_at_step = None
        for thread in (*threads, other):
            thread.join()
        later = ask(server)

    assert refused.status == 429
    assert refused.headers["retry-after"] == "1"
    assert statuses == [200, 200, 200]
    assert later.status == 200


def test_client_that_leaves_no_longer_counts_as_running(tmp_path):
    engine = TinyEngine()
    engine.holds_at_step = 0
    body = json.dumps(PARAMS).encode()
    headers = {
        "Authorization": "Bearer sk-one",
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
    }
    with serving(tmp_path, engine=engine, concurrency=1) as server:
        with connect(server.port) as connection:
            connection.sendall(head(GENERATIONS, headers) + body)
            assert wait_until(lambda: engine.running == 1)
            assert ask(server).status == 429
        assert wait_until(lambda: engine.running == 0)
        engine.holds_at_step = None
        assert wait_until(lambda: ask(server).status == 200)


def test_sequential_requests_never_meet_their_own_concurrency_limit(tmp_path):
    with serving(tmp_path, concurrency=1) as server, server.client(api_key="sk-one") as client:
        for _ in range(40):
            client.images.generate(**PARAMS)


def test_stream_no_longer_runs_when_its_last_event_arrives(tmp_path):
    """The client may send its next request then, before the stream ends."""
    with serving(tmp_path, concurrency=1) as server, server.client(api_key="sk-one") as client:
        for _ in range(30):
            with client.images.generate(**PARAMS, stream=True) as events:
                assert next(event for event in events if event.type == "image_generation.completed")
                client.images.generate(**PARAMS)


def test_two_servers_with_one_redis_share_the_limits(tmp_path):
    with running_redis() as redis:
        shared = Redis(url=redis.url, timeout_s=5)
        limits = {"redis": shared, "images_per_minute": 20, "requests_per_minute": 1000, "concurrency": 100}
        with serving(tmp_path / "one", **limits) as one, serving(tmp_path / "two", **limits) as two:
            statuses = []
            threads = [
                threading.Thread(
                    target=lambda server=server: statuses.extend(ask(server, n=2).status for _ in range(10))
                )
                for server in (one, two) * 4
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            last = ask(one, n=1)

    assert (statuses.count(200), statuses.count(429)) == (10, 70)
    assert last.headers["x-ratelimit-remaining-images"] == "0"


def test_sequential_requests_pass_a_concurrency_limit_of_two_servers(tmp_path):
    with running_redis() as redis:
        limits = {"redis": Redis(url=redis.url, timeout_s=5), "concurrency": 1}
        with serving(tmp_path / "one", **limits) as one, serving(tmp_path / "two", **limits) as two:
            assert {ask(server).status for _ in range(15) for server in (one, two)} == {200}


def test_metrics_say_whether_redis_is_used(tmp_path, monkeypatch):
    monkeypatch.setattr("limner.access.limits.bounded_calls.OPEN_S", 0.1)
    monkeypatch.setattr("limner.access.limits.limiter.RENEW_S", 0.05)

    def values(server):
        lines = get(server.port, "/metrics", headers={"Authorization": "Bearer sk-one"}).body.decode().splitlines()
        return {line.split()[0]: float(line.split()[1]) for line in lines if line.startswith("limner_limiter")}

    with running_redis() as redis, serving(tmp_path, redis=Redis(url=redis.url), requests_per_minute=9) as server:
        before = values(server)
        redis.kill()
        assert wait_until(lambda: values(server)["limner_limiter_fallback"] == 1)
        assert ask(server).status == 200
        during = values(server)
        redis.start()
        assert wait_until(lambda: values(server)["limner_limiter_fallback"] == 0)

    assert before == {"limner_limiter_failures_total": 0, "limner_limiter_fallback": 0}
    assert during["limner_limiter_failures_total"] >= 1


def test_server_refuses_with_503_while_redis_is_gone_if_set(tmp_path):
    with running_redis() as redis:
        shared = Redis(url=redis.url, timeout_s=1, on_failure="refuse")
        with serving(tmp_path, redis=shared, requests_per_minute=9) as server:
            assert ask(server).status == 200
            redis.kill()
            refused = ask(server)

    assert (refused.status, refused.error["code"]) == (503, "limiter_unavailable")
    assert refused.error["message"].startswith("The server's rate limits cannot be checked at present.")
    assert 1 <= int(refused.headers["retry-after"]) <= 60
