"""GET /metrics of a running server: what it counts, and who may read it."""

import json
from dataclasses import replace

import pytest
from prometheus_client.parser import text_string_to_metric_families

from limner.access.ledger import Ledger
from limner.core.worker_stats import WorkerStats
from limner.settings import Access, Moderation, Observability
from raw_http import connect, get, head, post_json, receive
from running import running_server, wait_until
from tiny_engine import TinyEngine

GENERATIONS = "/v1/images/generations"
PARAMS = {"prompt": "a cat", "size": "64x64", "response_format": "b64_json"}


def scrape_after(server, num_requests, **headers):
    """`scrape` once that many requests are counted: a response is read a moment before."""
    scrapes = []

    def is_counted():
        scrapes.append(scrape(server, **headers))
        return scrapes[-1].num_requests == num_requests

    assert wait_until(is_counted)
    return scrapes[-1]


def scrape(server, **headers):
    """A function that returns the value of a sample; 0 if there is none."""
    answer = get(server.port, "/metrics", headers=headers)
    assert answer.status == 200, answer.body
    found = {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(answer.body.decode())
        for sample in family.samples
    }

    def value(name, **labels):
        return found.get((name, frozenset(labels.items())), 0)

    requests = {labels: one for (name, labels), one in found.items() if name == "limner_http_requests_total"}
    value.num_requests = sum(one for labels, one in requests.items() if ("route", "/metrics") not in labels)
    return value


def test_requests_are_counted_by_route_method_and_status(server):
    post_json(server.port, GENERATIONS, PARAMS)
    post_json(server.port, "/openai/deployments/dall-e-2/images/generations", PARAMS)
    for index in range(3):
        get(server.port, f"/nowhere/{index}")
    get(server.port, "/v1/models/made-up")
    get(server.port, GENERATIONS)
    get(server.port, "/v1/files/file-1", method="OPTIONS")
    value = scrape_after(server, 8)

    def requests(route, method, status):
        return value("limner_http_requests_total", route=route, method=method, status=status)

    assert requests(GENERATIONS, "POST", "200") == 1
    assert requests("/openai/deployments/{deployment}/images/generations", "POST", "200") == 1
    assert requests("other", "GET", "404") == 3
    assert requests("/v1/models/{model:path}", "GET", "404") == 1
    assert requests(GENERATIONS, "GET", "405") == 1
    assert requests("/v1/files/{file}", "OPTIONS", "204") == 1
    assert value("limner_http_request_duration_seconds_count", route=GENERATIONS) == 2
    assert value("limner_http_response_size_bytes_sum", route=GENERATIONS) > 100
    assert value("limner_refused_requests_total", status="404", code="model_not_found") == 1
    assert value("limner_refused_requests_total", status="404", code="none") == 3
    assert value("limner_http_requests_in_progress") == 1, "this one"


def test_accepted_requests_are_counted_by_model_and_outcome(server, engine):
    post_json(server.port, GENERATIONS, {**PARAMS, "model": "gpt-image-1", "n": 2})
    post_json(server.port, GENERATIONS, {**PARAMS, "size": "nonsense"})
    engine.fails_at_step = 1
    post_json(server.port, GENERATIONS, {**PARAMS, "model": "gpt-image-1"})
    value = scrape_after(server, 3)

    def requests(outcome, model="gpt-image-1"):
        return value("limner_requests_total", operation="generate", model=model, outcome=outcome)

    assert (requests("completed"), requests("failed"), requests("cancelled")) == (1, 1, 0)
    assert value("limner_images_total", model="gpt-image-1") == 2
    assert value("limner_tokens_total", model="gpt-image-1", kind="output") > 0
    assert value("limner_image_bytes_total", model="gpt-image-1") > 100
    assert value("limner_failed_requests_total", model="gpt-image-1", code="server_error") == 1
    assert value("limner_images_total", model="dall-e-2") == 0, "that one was refused"
    assert value("limner_ledger_write_failures_total") == value("limner_database_failures_total") == 0


def test_failures_of_the_ledger_are_counted(server, monkeypatch):
    async def fail(ledger, batch):
        raise RuntimeError("no disk")

    monkeypatch.setattr(Ledger, "_insert", fail)
    post_json(server.port, GENERATIONS, PARAMS)

    assert wait_until(lambda: scrape(server)("limner_ledger_write_failures_total") >= 1)
    monkeypatch.undo()


def test_failures_of_storage_and_moderation_are_counted(engine, settings):
    unreachable = Moderation(provider="openai", url="http://127.0.0.1:9/v1", on_failure="allow")
    full = replace(settings, storage=replace(settings.storage, max_bytes=1), moderation=unreachable)
    with running_server(engine, full) as server:
        answer = post_json(server.port, GENERATIONS, {**PARAMS, "response_format": "url"})
        value = scrape_after(server, 1)

    assert (answer.status, answer.error["code"]) == (507, "storage_full")
    assert value("limner_storage_failures_total") == 1
    assert value("limner_moderation_failures_total") == 1


def test_requests_refused_before_routing_have_their_route(engine, settings):
    with running_server(engine, replace(settings, api_keys=("sk-one",))) as server:
        get(server.port, "/v1/models")
        get(server.port, "/nowhere")
        value = scrape_after(server, 2, Authorization="Bearer sk-one")

    assert value("limner_http_requests_total", route="/v1/models", method="GET", status="401") == 1
    assert value("limner_http_requests_total", route="other", method="GET", status="401") == 1
    assert value("limner_refused_requests_total", status="401", code="none") == 2


def test_requests_refused_by_the_connection_are_counted(server):
    with connect(server.port) as connection:
        connection.sendall(b"nonsense\r\n\r\n")
        assert receive(connection).status == 400
    with connect(server.port) as connection:
        connection.sendall(head("/", {"Cookie": "c" * 400_000}))
        assert receive(connection).status == 431
    value = scrape(server)

    assert value("limner_refused_requests_total", status="400", code="invalid_http") == 1
    assert value("limner_refused_requests_total", status="431", code="headers_too_large") == 1


def test_client_that_leaves_is_counted_as_499(tmp_path, settings):
    engine = TinyEngine()
    engine.holds_at_step = 0
    with running_server(engine, settings) as server:
        with connect(server.port) as connection:
            body = json.dumps(PARAMS).encode()
            framing = {"Content-Type": "application/json", "Content-Length": str(len(body))}
            connection.sendall(head(GENERATIONS, framing) + body)
            assert wait_until(lambda: engine.running == 1)
            during = scrape(server)

        def is_counted():
            return scrape(server)("limner_http_requests_total", route=GENERATIONS, method="POST", status="499") == 1

        assert wait_until(is_counted)
    assert during("limner_waiting_images") == 1
    assert during("limner_http_requests_in_progress") == 2


def test_bytes_of_a_stream_are_counted(server):
    answer = post_json(server.port, GENERATIONS, {**PARAMS, "model": "gpt-image-1", "stream": True})
    value = scrape_after(server, 1)

    assert value("limner_http_response_size_bytes_sum", route=GENERATIONS) == len(answer.body)


def test_state_is_the_one_at_the_scrape(settings):
    class EngineWithWorkers(TinyEngine):
        def stats(self):
            workers = {"num_workers": 2, "num_alive": 1, "num_queued": 5, "num_drawing": 1}
            return {self: WorkerStats(engine="tiny", device="cpu", **workers)}

    with running_server(EngineWithWorkers(), settings) as server:
        value = scrape(server)
        server.service._is_closing = True
        closing = scrape(server)

    labels = {"engine": "tiny", "device": "cpu", "replica": ""}
    assert value("limner_engine_workers_alive", **labels) == 1
    assert value("limner_engine_queued_images", **labels) == 5
    assert (value("limner_waiting_images"), value("limner_waiting_images_limit")) == (0, 256)
    assert (value("limner_ready"), closing("limner_ready")) == (1, 0)


def test_format_is_negotiated(server):
    text = get(server.port, "/metrics")
    openmetrics = get(server.port, "/metrics", headers={"Accept": "application/openmetrics-text;version=1.0.0"})

    assert text.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert openmetrics.headers["content-type"].startswith("application/openmetrics-text; version=1.0.0")
    assert openmetrics.body.endswith(b"# EOF\n")
    assert text.headers["x-request-id"].startswith("req_")


def test_metrics_that_are_off_do_not_exist(engine, settings):
    off = replace(settings, observability=Observability(metrics=False), api_keys=("sk-one",))
    with running_server(engine, off) as server:
        answer = get(server.port, "/metrics")

    assert (answer.status, answer.error["message"]) == (404, "Invalid URL (GET /metrics)")


@pytest.mark.parametrize(
    ("options", "allowed", "refused"),
    [
        pytest.param({}, [None, "anything"], [], id="no keys"),
        pytest.param({"api_keys": ("sk-one", "sk-two")}, ["sk-two"], [None, "sk-three", "sk-on"], id="keys"),
        pytest.param({"access": Access(managed_keys=True)}, [], [None, "sk-one"], id="managed keys"),
        pytest.param(
            {"observability": Observability(metrics_key="m-key"), "api_keys": ("sk-one",)},
            ["m-key"],
            [None, "sk-one", "m-ke", "m-key2", "m-k\u00e9y"],
            id="a key for the metrics",
        ),
        pytest.param(
            {"observability": Observability(metrics_key="m-key")},
            ["m-key"],
            [None, ""],
            id="only a key for the metrics",
        ),
    ],
)
def test_metrics_are_read_with_their_key(engine, settings, options, allowed, refused):
    with running_server(engine, replace(settings, **options)) as server:
        for key in allowed:
            scrape(server, **({} if key is None else {"Authorization": f"bearer {key}"}))
        for key in refused:
            answer = get(server.port, "/metrics", headers={} if key is None else {"Authorization": f"Bearer {key}"})
            assert answer.status == 401, key
            assert answer.error["code"] == ("invalid_api_key" if key else None)
            assert answer.headers["www-authenticate"] == 'Bearer realm="metrics"'
            assert "limner_" not in answer.error["message"]
            if key:
                assert key not in answer.error["message"]


def test_pages_of_other_sites_do_not_read_the_metrics(server):
    answer = get(server.port, "/metrics", headers={"Origin": "https://example.com"})

    assert answer.status == 403
