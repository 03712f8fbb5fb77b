"""What is counted, in the registry of one application."""

import re
import threading

import pytest
from prometheus_client import REGISTRY
from prometheus_client.openmetrics.parser import text_string_to_metric_families as parse_openmetrics
from prometheus_client.parser import text_string_to_metric_families as parse_text
from request_records import make_record

from limner.core.worker_stats import DeviceMemory, WorkerStats
from limner.observability.labels import MAX_CODES
from limner.observability.metrics import Metrics
from limner.observability.server_state import ServerState

STATE = ServerState(is_ready=True, num_waiting=3, max_waiting=256)


@pytest.fixture
def metrics() -> Metrics:
    return Metrics(version="1.2.3", models=["gpt-image-1", "dall-e-2"])


def value(metrics, name, **labels):
    """Of a sample; None if there is none."""
    return metrics.registry.get_sample_value(name, {key: str(one) for key, one in labels.items()})


def samples(metrics, name, state=STATE):
    """By the values of the labels, in the alphabetical order of their names."""
    body, _ = metrics.render(state, accept="")
    return {
        tuple(text for _, text in sorted(sample.labels.items())): sample.value
        for family in parse_text(body.decode())
        for sample in family.samples
        if sample.name == name
    }


def test_completed_request_is_counted(metrics):
    metrics.count(make_record())
    model = {"model": "gpt-image-1"}

    assert value(metrics, "limner_requests_total", operation="generate", outcome="completed", **model) == 1
    assert value(metrics, "limner_images_total", **model) == 2
    assert value(metrics, "limner_partial_images_total", **model) == 3
    assert value(metrics, "limner_image_bytes_total", **model) == 5000
    tokens = {kind: value(metrics, "limner_tokens_total", kind=kind, **model) for kind in ("text_input", "image_input")}
    assert tokens == {"text_input": 10, "image_input": 20}
    assert value(metrics, "limner_tokens_total", kind="output", **model) == 300
    assert value(metrics, "limner_request_queue_seconds_sum", **model) == 0.5
    assert value(metrics, "limner_request_drawing_seconds_sum", **model) == 2
    assert value(metrics, "limner_request_encoding_seconds_sum", **model) == 0.25
    assert value(metrics, "limner_request_duration_seconds_sum", outcome="completed", **model) == 2.75
    assert value(metrics, "limner_request_duration_seconds_bucket", outcome="completed", le="2.5", **model) == 0
    assert value(metrics, "limner_request_duration_seconds_bucket", outcome="completed", le="5.0", **model) == 1
    assert value(metrics, "limner_failed_requests_total", code="none", **model) is None


def test_failed_request_has_its_code_and_no_phases(metrics):
    metrics.count(make_record(outcome="failed", error_code="out_of_memory", num_images=0))

    assert value(metrics, "limner_failed_requests_total", model="gpt-image-1", code="out_of_memory") == 1
    assert value(metrics, "limner_request_duration_seconds_count", model="gpt-image-1", outcome="failed") == 1
    assert value(metrics, "limner_request_drawing_seconds_count", model="gpt-image-1") is None


def test_unmeasured_encoding_is_not_observed(metrics):
    metrics.count(make_record(encoding_s=0))

    assert value(metrics, "limner_request_encoding_seconds_count", model="gpt-image-1") is None


def test_unknown_models_share_one_label(metrics):
    for index in range(50):
        metrics.count(make_record(model=f"made-up-{index}"))

    assert samples(metrics, "limner_images_total") == {("other",): 100}


def test_unknown_methods_share_one_label(metrics):
    for method in ("GET", "BREW", "GET / HTTP/1.1"):
        metrics.count_http(route="/health", method=method, status=200, seconds=0.02, num_bytes=70_000)

    assert samples(metrics, "limner_http_requests_total") == {
        ("GET", "/health", "200"): 1,
        ("other", "/health", "200"): 2,
    }
    assert value(metrics, "limner_http_request_duration_seconds_bucket", route="/health", le="0.025") == 3
    assert value(metrics, "limner_http_response_size_bytes_bucket", route="/health", le="100000.0") == 3
    assert value(metrics, "limner_http_response_size_bytes_sum", route="/health") == 210_000


def test_number_of_error_codes_is_bounded(metrics):
    for index in range(MAX_CODES + 50):
        metrics.refused(f"code_{index}", 400)
    metrics.refused("code_3", 400)
    counted = samples(metrics, "limner_refused_requests_total")

    assert len(counted) == MAX_CODES + 1
    assert counted["code_3", "400"] == 2
    assert counted["other", "400"] == 50


def test_error_without_a_code_is_counted(metrics):
    metrics.refused(None, 404)

    assert samples(metrics, "limner_refused_requests_total") == {("none", "404"): 1}


@pytest.mark.parametrize("service", ["ledger_write", "limiter", "database", "moderation", "storage"])
def test_failures_are_counted_from_zero(metrics, service):
    """An alert on an increase misses the first one of a counter that was not there before."""
    name = f"limner_{service}_failures_total"
    before = samples(metrics, name)

    metrics.count_failure(service)

    assert (before, samples(metrics, name)) == ({(): 0}, {(): 1})


def test_errors_of_the_storage_are_its_failures(metrics):
    for code in ("storage_full", "storage_unreachable", "no_such_storage", None):
        metrics.refused(code, 503)

    assert samples(metrics, "limner_storage_failures_total") == {(): 2}


def test_failures_that_components_count_are_added(metrics):
    counts = [2, 3]
    metrics.watch_failures("storage", lambda: counts[0])
    metrics.watch_failures("storage", lambda: counts[1])
    metrics.count_failure("storage")
    before = samples(metrics, "limner_storage_failures_total")
    counts[1] = 10

    assert (before, samples(metrics, "limner_storage_failures_total")) == ({(): 6}, {(): 13})
    assert samples(metrics, "limner_database_failures_total") == {(): 0}


def test_fetches_are_counted_by_outcome(metrics):
    metrics.fetched("refused")

    assert samples(metrics, "limner_fetches_total") == {("fetched",): 0, ("refused",): 1, ("failed",): 0}


def test_limiter_fallback_is_shown_while_it_lasts(metrics):
    metrics.set_limiter_fallback(is_active=True)
    during = value(metrics, "limner_limiter_fallback")
    metrics.set_limiter_fallback(is_active=False)

    assert (during, value(metrics, "limner_limiter_fallback")) == (1, 0)


def worker(**fields) -> WorkerStats:
    values = {"engine": "illustrator", "device": "cpu", "num_workers": 4, "num_alive": 3, "num_queued": 7}
    return WorkerStats(**values | {"num_drawing": 2} | fields)


def test_workers_of_the_same_kind_are_summed(metrics):
    gpu = worker(
        engine="diffusers",
        device="cuda:0",
        num_forwards=10,
        num_forward_images=35,
        forward_s=1.25,
        num_batch_images=4,
        memory=DeviceMemory(total_bytes=100, reserved_bytes=60, allocated_bytes=50),
    )
    state = ServerState(is_ready=False, num_waiting=9, max_waiting=256, workers=(worker(), worker(), gpu))
    cpu_key, gpu_key = ("cpu", "illustrator", ""), ("cuda:0", "diffusers", "")

    def read(name):
        return samples(metrics, name, state)

    assert read("limner_ready") == {(): 0}
    assert (read("limner_waiting_images"), read("limner_waiting_images_limit")) == ({(): 9}, {(): 256})
    assert read("limner_engine_workers") == {cpu_key: 8, gpu_key: 4}
    assert read("limner_engine_workers_alive") == {cpu_key: 6, gpu_key: 3}
    assert read("limner_engine_queued_images") == {cpu_key: 14, gpu_key: 7}
    assert read("limner_engine_drawing_images") == {cpu_key: 4, gpu_key: 2}
    assert read("limner_engine_batch_images") == {gpu_key: 4}
    assert read("limner_engine_forwards_total") == {gpu_key: 10}
    assert read("limner_engine_forward_images_total") == {gpu_key: 35}
    assert read("limner_engine_forward_seconds_total") == {gpu_key: 1.25}
    assert read("limner_gpu_memory_total_bytes") == {gpu_key: 100}
    assert read("limner_gpu_memory_reserved_bytes") == {gpu_key: 60}
    assert read("limner_gpu_memory_allocated_bytes") == {gpu_key: 50}


def test_workers_of_replicas_keep_their_names(metrics):
    workers = (worker(), worker(replica="app/a"), worker(replica="app/b"))
    state = ServerState(is_ready=True, num_waiting=0, max_waiting=1, workers=workers)

    assert samples(metrics, "limner_engine_workers", state) == {
        ("cpu", "illustrator", replica): 4 for replica in ("", "app/a", "app/b")
    }


@pytest.mark.parametrize(
    "accept",
    [
        "application/openmetrics-text",
        "text/plain;version=0.0.4;q=0.3, Application/OpenMetrics-Text;version=1.0.0;q=0.5,*/*;q=0.1",
        "application/openmetrics-text; version=nonsense; escaping=\u00e9",
    ],
)
def test_openmetrics_is_sent_to_who_accepts_it(metrics, accept):
    metrics.count(make_record())

    body, media_type = metrics.render(STATE, accept=accept)

    assert media_type.startswith("application/openmetrics-text; version=1.0.0")
    assert {family.name for family in parse_openmetrics(body.decode())} >= {"limner_requests", "limner_build"}


@pytest.mark.parametrize("accept", ["", "*/*", "text/plain; version=nonsense", "application/openmetrics-texts", ",;,"])
def test_text_is_sent_to_everybody_else(metrics, accept):
    body, media_type = metrics.render(STATE, accept=accept)

    assert media_type == "text/plain; version=0.0.4; charset=utf-8"
    assert list(parse_text(body.decode()))


def test_each_application_has_its_own_registry(metrics):
    other = Metrics(version="1", models=[])
    metrics.count(make_record())

    assert samples(other, "limner_images_total") == {}
    assert not [family.name for family in REGISTRY.collect() if family.name.startswith("limner")]


def test_process_metrics_and_the_version_are_there(metrics):
    body = metrics.render(STATE, accept="")[0].decode()

    assert 'limner_build_info{version="1.2.3"} 1.0' in body
    for name in ("process_resident_memory_bytes", "process_open_fds", "python_gc_collections_total", "python_info"):
        assert re.search(rf"^{name}\b", body, re.MULTILINE), name


def test_names_follow_the_conventions_of_prometheus(metrics):
    for family in metrics.registry.collect():
        if family.name.startswith("limner"):
            assert re.fullmatch(r"limner_[a-z_]+", family.name)
            assert not family.name.endswith(("_total", "_count", "_sum", "_bucket", "_ms", "_milliseconds"))
            assert family.documentation.endswith(".")


def test_counting_while_rendering_loses_nothing(metrics):
    def count():
        for _ in range(500):
            metrics.count(make_record())
            metrics.count_http(route="/v1", method="POST", status=200, seconds=1, num_bytes=1)

    threads = [threading.Thread(target=count) for _ in range(4)]
    for one in threads:
        one.start()
    while any(one.is_alive() for one in threads):
        metrics.render(STATE, accept="")

    assert value(metrics, "limner_images_total", model="gpt-image-1") == 4000
    assert value(metrics, "limner_http_requests_total", route="/v1", method="POST", status=200) == 2000
