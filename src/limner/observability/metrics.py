"""The metrics of one application, in a registry of its own. docs/monitoring.md lists them."""

from collections.abc import Callable, Iterable
from typing import Literal

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    Info,
    PlatformCollector,
    ProcessCollector,
)
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.openmetrics import exposition as openmetrics

from limner.core.request_record import RequestRecord
from limner.observability.failures import FailureCollector, Service
from limner.observability.labels import MAX_CODES, MAX_ENGINES, METHODS, FirstValues, KnownValues
from limner.observability.server_state import ServerState, StateCollector

SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300)
BYTES = (1_000, 10_000, 100_000, 1_000_000, 4_000_000, 16_000_000, 64_000_000)
NO_CODE = "none"
STORAGE_CODES = "storage_"
"""What the codes of `limner.storage.faults` begin with."""

FetchOutcome = Literal["fetched", "refused", "failed"]
"""`refused`: by the rules for addresses, sizes and types."""


class Metrics:
    """Its methods may be called from any thread."""

    def __init__(self, *, version: str, models: Iterable[str]) -> None:
        """`models`: the names that are labels; every other name is counted as `other`."""
        self.registry = registry = CollectorRegistry()
        self._model = KnownValues(models)
        self._method = KnownValues(METHODS)
        self._code = FirstValues(MAX_CODES)
        self._engine = FirstValues(MAX_ENGINES)
        self._server_state = StateCollector()
        for collector in (ProcessCollector, PlatformCollector, GCCollector):
            collector(registry=registry)
        self._failures = FailureCollector()
        registry.register(self._server_state)
        registry.register(self._failures)

        def counter(name: str, documentation: str, *labels: str) -> Counter:
            return Counter(name, documentation, labels, registry=registry)

        def seconds(name: str, documentation: str, *labels: str) -> Histogram:
            return Histogram(name, documentation, labels, registry=registry, buckets=SECONDS)

        Info("limner_build", "The version of Limner.", registry=registry).info({"version": version})

        self._requests = counter(
            "limner_requests_total", "Accepted requests for images.", "operation", "model", "outcome"
        )
        self._failed = counter("limner_failed_requests_total", "Accepted requests that failed.", "model", "code")
        self._images = counter("limner_images_total", "Images that were completed.", "model")
        self._engine_images = counter(
            "limner_engine_images_total", "Images that were completed, by the engine or route that drew them.", "engine"
        )
        self._partials = counter("limner_partial_images_total", "Partial images that were sent.", "model")
        self._image_bytes = counter("limner_image_bytes_total", "Encoded bytes of the completed images.", "model")
        self._tokens = counter("limner_tokens_total", "Tokens.", "model", "kind")
        self._queue = seconds(
            "limner_request_queue_seconds", "From acceptance to the begin of the first image.", "model"
        )
        self._drawing = seconds(
            "limner_request_drawing_seconds", "From the begin of the first image to the end of the last.", "model"
        )
        self._encoding = seconds(
            "limner_request_encoding_seconds", "Encoding of all images of a request, where it is measured.", "model"
        )
        self._duration = seconds(
            "limner_request_duration_seconds", "From acceptance to the end of the request.", "model", "outcome"
        )

        self._http = counter(
            "limner_http_requests_total", "HTTP requests. 499: the client left.", "route", "method", "status"
        )
        self._http_duration = seconds(
            "limner_http_request_duration_seconds", "From the head of a request to the end of its response.", "route"
        )
        self._http_bytes = Histogram(
            "limner_http_response_size_bytes", "Bodies of responses.", ["route"], registry=registry, buckets=BYTES
        )
        self._http_series: dict[tuple[str, str, int], tuple[Counter, Histogram, Histogram]] = {}
        """By route, method and status: finding series by their labels takes longer than counting."""
        self.in_progress = Gauge(
            "limner_http_requests_in_progress", "HTTP requests that are being served.", registry=registry
        )
        self._refused = counter("limner_refused_requests_total", "Responses with an error.", "status", "code")

        self._fallback = Gauge(
            "limner_limiter_fallback", "1 while limits are not shared, because Redis cannot be used.", registry=registry
        )
        self._fetches = counter("limner_fetches_total", "Input images fetched by URL.", "outcome")
        for outcome in ("fetched", "refused", "failed"):
            self._fetches.labels(outcome)

    def count(self, record: RequestRecord) -> None:
        """A request for images that was accepted and is over."""
        model = self._model(record.model)
        self._requests.labels(record.operation, model, record.outcome).inc()
        if record.outcome == "failed":
            self._failed.labels(model, self._code(record.error_code or NO_CODE)).inc()
        self._images.labels(model).inc(record.num_images)
        if record.engine:
            self._engine_images.labels(self._engine(record.engine)).inc(record.num_images)
        self._partials.labels(model).inc(record.num_partials)
        self._image_bytes.labels(model).inc(record.num_bytes)
        self._tokens.labels(model, "text_input").inc(record.usage.text_tokens)
        self._tokens.labels(model, "image_input").inc(record.usage.image_tokens)
        self._tokens.labels(model, "output").inc(record.usage.output_tokens)
        self._duration.labels(model, record.outcome).observe(record.total_s)
        if record.outcome == "completed":
            self._queue.labels(model).observe(record.queued_s)
            self._drawing.labels(model).observe(record.drawing_s)
            if record.encoding_s:
                self._encoding.labels(model).observe(record.encoding_s)

    def count_http(self, *, route: str, method: str, status: int, seconds: float, num_bytes: int) -> None:
        """`route`: a template of the application, or `other`."""
        key = route, self._method(method), status
        series = self._http_series.get(key)
        if series is None:
            series = self._http.labels(*key), self._http_duration.labels(route), self._http_bytes.labels(route)
            self._http_series[key] = series
        requests, duration, size = series
        requests.inc()
        duration.observe(seconds)
        size.observe(num_bytes)

    def refused(self, code: str | None, status: int) -> None:
        """A response with an error, of any middleware. A failure of the storage is known by its code."""
        self._refused.labels(status, self._code(code or NO_CODE)).inc()
        if code is not None and code.startswith(STORAGE_CODES):
            self._failures.count("storage")

    def count_failure(self, service: Service) -> None:
        self._failures.count(service)

    def watch_failures(self, service: Service, read: Callable[[], int]) -> None:
        """For a component that counts its failures by itself. `read` is called at each scrape, in another thread."""
        self._failures.watch(service, read)

    def set_limiter_fallback(self, *, is_active: bool) -> None:
        self._fallback.set(is_active)

    def fetched(self, outcome: FetchOutcome) -> None:
        self._fetches.labels(outcome).inc()

    def render(self, state: ServerState, *, accept: str) -> tuple[bytes, str]:
        """The metrics and their media type: OpenMetrics if the header `Accept` names it. Takes milliseconds."""
        self._server_state.state = state
        kinds = {part.partition(";")[0].strip() for part in accept.lower().split(",")}
        if "application/openmetrics-text" in kinds:
            body: bytes = openmetrics.generate_latest(self.registry)  # type: ignore[no-untyped-call]
            return body, openmetrics.CONTENT_TYPE_LATEST
        return generate_latest(self.registry), CONTENT_TYPE_PLAIN_0_0_4
