"""OpenTelemetry traces: the spans of a request, their attributes, and the collector."""

import json
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

pytest.importorskip("opentelemetry.sdk", reason="needs limner[traces]")

from opentelemetry import trace
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode
from request_records import make_record

from limner.api import telemetry as api_telemetry
from limner.observability import tracing
from limner.observability.tracing import Tracing
from limner.settings import Observability, SettingsError
from raw_http import connect, get, head, post_json
from running import running_server, wait_until
from tiny_engine import TinyEngine

GENERATIONS = "/v1/images/generations"
PARAMS = {"prompt": "a secret cat", "size": "64x64", "response_format": "b64_json"}
OF_EVERY_REQUEST = {
    *("http.request.method", "http.route", "http.response.status_code", "url.path", "url.scheme", "url.query"),
    *("network.protocol.version", "server.address", "user_agent.original", "limner.request_id", "limner.key_id"),
}
PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
UNSAMPLED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00"


@pytest.fixture
def traced(settings, monkeypatch):
    """A function that runs a server; the spans are there when it has stopped."""
    exporter = InMemorySpanExporter()
    monkeypatch.setattr(tracing, "OTLPSpanExporter", lambda: exporter)
    settings = replace(settings, observability=Observability(traces=True))

    @contextmanager
    def run(engine=None, **options):
        with running_server(engine or TinyEngine(), replace(settings, **options)) as server:
            yield server

    run.spans = exporter.get_finished_spans
    return run


def by_name(spans):
    return {span.name: span for span in spans}


def test_request_has_one_span_with_its_phases(traced):
    with traced() as server:
        answer = post_json(server.port, GENERATIONS, PARAMS, headers={"User-Agent": "test/1"})
    spans = by_name(traced.spans())
    server_span = spans[f"POST {GENERATIONS}"]

    assert set(spans) == {f"POST {GENERATIONS}", "read", "queue", "draw", "send"}
    assert server_span.kind is SpanKind.SERVER
    assert server_span.parent is None
    assert {name: value for name, value in server_span.attributes.items() if name in OF_EVERY_REQUEST} == {
        "http.request.method": "POST",
        "http.route": GENERATIONS,
        "http.response.status_code": 200,
        "url.path": GENERATIONS,
        "url.scheme": "http",
        "network.protocol.version": "1.1",
        "server.address": "127.0.0.1",
        "user_agent.original": "test/1",
        "limner.request_id": answer.headers["x-request-id"],
    }
    assert server_span.status.status_code is StatusCode.UNSET
    assert server_span.attributes["gen_ai.request.model"] == "dall-e-2"
    for name in ("read", "queue", "draw", "send"):
        assert spans[name].parent.span_id == server_span.context.span_id
        assert server_span.start_time <= spans[name].start_time <= spans[name].end_time <= server_span.end_time
    assert spans["read"].end_time <= spans["draw"].start_time <= spans["draw"].end_time <= spans["send"].start_time
    assert server_span.resource.attributes["service.name"] == "limner"


def test_trace_of_the_client_is_continued(traced):
    with traced() as server:
        get(server.port, "/v1/models", headers={"traceparent": PARENT})
        get(server.port, "/health", headers={"traceparent": "nonsense"})
    spans = by_name(traced.spans())
    span = spans["GET /v1/models"]

    assert trace.format_trace_id(span.context.trace_id) == PARENT.split("-")[1]
    assert trace.format_span_id(span.parent.span_id) == PARENT.split("-")[2]
    assert spans["GET /health"].parent is None
    assert "read" not in spans, "no body was read"


def test_unsampled_trace_is_not_sent(traced):
    with traced() as server:
        assert get(server.port, "/v1/models", headers={"traceparent": UNSAMPLED}).status == 200

    assert traced.spans() == ()


def test_many_messages_of_a_stream_make_no_more_spans(traced):
    with traced() as server:
        post_json(server.port, GENERATIONS, {**PARAMS, "model": "gpt-image-1", "stream": True, "partial_images": 3})

    assert len(traced.spans()) == 5


def test_secrets_are_not_in_spans(traced):
    with traced(api_keys=("sk-a-long-secret",)) as server:
        key = {"Authorization": "Bearer sk-a-long-secret"}
        url = post_json(server.port, GENERATIONS, {**PARAMS, "response_format": "url"}, headers=key)
        path = "/pictures/" + url.json()["data"][0]["url"].partition("/pictures/")[2]
        assert get(server.port, path).status == 200
        signature = path.partition("?")[2]
    text = "".join(span.to_json() for span in traced.spans())

    assert signature
    for secret in ("sk-a-long", "secret cat", signature):
        assert secret not in text
    assert by_name(traced.spans())[f"POST {GENERATIONS}"].attributes["limner.key_id"]


@pytest.mark.parametrize(
    ("path", "method", "name", "status"),
    [("/v1/models/x", "GET", "GET /v1/models/{model:path}", 404), ("/nowhere/1", "PUT", "PUT other", 404)],
)
def test_refusal_of_a_request_is_no_error_of_the_server(traced, path, method, name, status):
    with traced() as server:
        get(server.port, path, method=method)
    span = by_name(traced.spans())[name]

    assert span.attributes["http.response.status_code"] == status
    assert span.status.status_code is StatusCode.UNSET
    assert "error.type" not in span.attributes


def test_failure_of_the_server_has_its_code(traced):
    engine = TinyEngine(fails_at_step=1)
    with traced(engine) as server:
        post_json(server.port, GENERATIONS, PARAMS)
    span = by_name(traced.spans())[f"POST {GENERATIONS}"]

    assert span.status.status_code is StatusCode.ERROR
    assert (span.attributes["http.response.status_code"], span.attributes["error.type"]) == (500, "server_error")


def test_client_that_leaves_has_no_status(traced):
    engine = TinyEngine()
    engine.holds_at_step = 0
    with traced(engine) as server:
        with connect(server.port) as connection:
            body = json.dumps(PARAMS).encode()
            framing = {"Content-Type": "application/json", "Content-Length": str(len(body))}
            connection.sendall(head(GENERATIONS, framing) + body)
            assert wait_until(lambda: engine.running == 1)
        assert wait_until(lambda: engine.running == 0)
    span = by_name(traced.spans())[f"POST {GENERATIONS}"]

    assert "http.response.status_code" not in span.attributes
    assert span.attributes["error.type"] == "disconnected"


@pytest.fixture
def exporter():
    return InMemorySpanExporter()


def count_in_request(exporter, record):
    """The spans of a request within which the record was counted."""
    one = Tracing(version="1", exporter=exporter)
    request = one.start_request("POST", {}, {})
    one.count(record)
    request.end(route=GENERATIONS, status=200, error_code=None, attributes={})
    one._provider.shutdown()
    return by_name(exporter.get_finished_spans())


def seconds(span):
    return (span.end_time - span.start_time) / 1e9


def test_accepted_request_is_described_in_the_terms_of_the_conventions(exporter):
    spans = count_in_request(exporter, make_record())
    attributes = spans[f"POST {GENERATIONS}"].attributes

    assert {name: value for name, value in attributes.items() if name.startswith("gen_ai.")} == {
        "gen_ai.operation.name": "generate_content",
        "gen_ai.provider.name": "limner",
        "gen_ai.output.type": "image",
        "gen_ai.request.model": "gpt-image-1",
        "gen_ai.request.choice.count": 2,
        "gen_ai.usage.input_tokens": 30,
        "gen_ai.usage.output_tokens": 300,
    }
    assert (attributes["limner.size"], attributes["limner.outcome"]) == ("1024x1024", "completed")


def test_names_are_those_of_the_installed_conventions(exporter):
    from opentelemetry.semconv._incubating.attributes import gen_ai_attributes
    from opentelemetry.semconv.attributes import error_attributes, http_attributes, server_attributes, url_attributes

    modules = (gen_ai_attributes, error_attributes, http_attributes, server_attributes, url_attributes)
    known = {value for module in modules for value in vars(module).values() if isinstance(value, str)}
    spans = count_in_request(exporter, make_record(outcome="failed", error_code="out_of_memory"))
    names = set(spans[f"POST {GENERATIONS}"].attributes)

    assert len(names) > 12
    assert {name for name in names if not name.startswith("limner.")} <= known


def test_phases_follow_each_other(exporter):
    spans = count_in_request(exporter, make_record())
    queue, draw, encode = (spans[name] for name in ("queue", "draw", "encode"))

    assert (seconds(queue), seconds(draw), seconds(encode)) == (0.5, 2.0, 0.25)
    assert queue.end_time == draw.start_time
    assert encode.end_time == draw.end_time
    assert abs(time.time_ns() - queue.start_time) / 1e9 == pytest.approx(2.75, abs=1)
    assert queue.parent.span_id == draw.parent.span_id == spans[f"POST {GENERATIONS}"].context.span_id
    assert encode.parent.span_id == draw.context.span_id


def test_encoding_of_several_images_is_within_the_drawing(exporter):
    spans = count_in_request(exporter, make_record(encoding_s=30))

    assert spans["encode"].start_time == spans["draw"].start_time


def test_request_that_was_never_drawn_has_no_drawing(exporter):
    spans = count_in_request(exporter, make_record(outcome="cancelled", drawing_s=0, encoding_s=0))

    assert set(spans) == {"queue", f"POST {GENERATIONS}"}
    assert spans[f"POST {GENERATIONS}"].status.status_code is StatusCode.UNSET


def test_failed_request_is_an_error(exporter):
    """A stream that fails has the status 200."""
    span = count_in_request(exporter, make_record(outcome="failed", error_code="out_of_memory"))[f"POST {GENERATIONS}"]

    assert (span.status.status_code, span.attributes["error.type"]) == (StatusCode.ERROR, "out_of_memory")


def test_record_outside_of_a_request_makes_no_spans(exporter):
    one = Tracing(version="1", exporter=exporter)
    one.count(make_record())
    one._provider.shutdown()

    assert exporter.get_finished_spans() == ()


class Collector(ThreadingHTTPServer):
    """OTLP over HTTP, on a free port."""

    def __init__(self, *, delay_s=0.0):
        super().__init__(("127.0.0.1", 0), CollectorHandler)
        self.delay_s = delay_s
        self.paths, self.headers, self.spans, self.resources = [], [], [], []

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}"


class CollectorHandler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = ExportTraceServiceRequest.FromString(self.rfile.read(int(self.headers["content-length"])))
        self.server.paths.append(self.path)
        self.server.headers.append(self.headers)
        for group in body.resource_spans:
            self.server.resources.append({one.key: one.value.string_value for one in group.resource.attributes})
            self.server.spans += [span for scope in group.scope_spans for span in scope.spans]
        time.sleep(self.server.delay_s)
        self.send_response(200)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_): ...


@contextmanager
def collecting(**options):
    collector = Collector(**options)
    collector.daemon_threads = True
    thread = threading.Thread(target=collector.serve_forever)
    thread.start()
    try:
        yield collector
    finally:
        collector.shutdown()
        thread.join()
        collector.server_close()


def test_spans_reach_the_collector_of_the_variables(engine, settings, monkeypatch):
    with collecting() as collector:
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address)
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_HEADERS", "x-tenant=acme")
        monkeypatch.setenv("OTEL_SERVICE_NAME", "pictures")
        with running_server(engine, replace(settings, observability=Observability(traces=True))) as server:
            post_json(server.port, GENERATIONS, PARAMS, headers={"traceparent": PARENT})

    assert set(collector.paths) == {"/v1/traces"}
    assert collector.headers[0]["x-tenant"] == "acme"
    assert collector.resources[0]["service.name"] == "pictures"
    assert {span.name for span in collector.spans} == {f"POST {GENERATIONS}", "read", "queue", "draw", "send"}
    assert {span.trace_id.hex() for span in collector.spans} == {PARENT.split("-")[1]}


@pytest.mark.parametrize("is_slow", [True, False], ids=["slow", "gone"])
def test_collector_that_does_not_answer_holds_nothing_up(engine, settings, monkeypatch, is_slow):
    monkeypatch.setattr(tracing, "CLOSE_S", 0.3)
    with collecting(delay_s=1.5) as collector:
        address = collector.address if is_slow else "http://127.0.0.1:9"
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", address)
        with running_server(engine, replace(settings, observability=Observability(traces=True))) as server:
            began_s = time.monotonic()
            assert post_json(server.port, GENERATIONS, PARAMS).status == 200
            stopping_s = time.monotonic()
        stopped_s = time.monotonic()

    assert stopping_s - began_s < 1
    assert stopped_s - stopping_s < 2


def test_lines_of_the_log_have_the_trace(traced, caplog):
    seen = []

    def generate(request, generate=TinyEngine.generate):
        from limner.observability.context import request_state

        seen.append(dict(request_state.get()))
        return generate(engine, request)

    engine = TinyEngine()
    engine.generate = generate
    with traced(engine) as server:
        post_json(server.port, GENERATIONS, PARAMS, headers={"traceparent": PARENT})

    assert seen[0]["trace_id"] == PARENT.split("-")[1]


def test_missing_extra_says_what_to_install(engine, settings, monkeypatch):
    monkeypatch.delitem(sys.modules, "limner.observability.tracing", raising=False)
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace", None)

    with pytest.raises(SettingsError, match=r"pip install 'limner\[traces\]'"):
        api_telemetry.start_tracing()
