"""OpenTelemetry traces: a span for each HTTP request, with its phases as children. Needs the extra `traces`.

The provider is the application's own, not the process's. The attributes have the names of the semantic conventions.
"""

import asyncio
import threading
import time
from collections.abc import Mapping
from typing import Any

from opentelemetry import context, propagate, trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import OTELResourceDetector, Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter
from opentelemetry.trace import Span, SpanKind, StatusCode

from limner.core.request_record import RequestRecord

CLOSE_S = 2
"""How long the last spans may take to be sent when the server stops."""
NS = 1_000_000_000


class Tracing:
    """`exporter`: by default OTLP over HTTP, as the OTEL_ variables say."""

    def __init__(self, *, version: str, exporter: SpanExporter | None = None) -> None:
        service = {"service.name": "limner", "service.version": version}
        resource = Resource.create({**service, **OTELResourceDetector().detect().attributes})
        self._provider = TracerProvider(resource=resource, shutdown_on_exit=False)
        self._exporter = exporter or OTLPSpanExporter()
        self._provider.add_span_processor(BatchSpanProcessor(self._exporter))
        self._tracer = self._provider.get_tracer("limner", version)

    def start_request(self, method: str, headers: Mapping[str, str], attributes: Mapping[str, str]) -> "RequestSpan":
        """Continues the trace that the headers name. The span is the current one until it ends."""
        parent = propagate.extract(headers)
        span = self._tracer.start_span(
            method, parent, SpanKind.SERVER, {"http.request.method": method, **attributes}, start_time=time.time_ns()
        )
        return RequestSpan(self, span, method)

    def count(self, record: RequestRecord) -> None:
        """Describe an accepted request that is over, and its phases, in the current span.

        The phases are placed by their lengths, back from now. Encoding overlaps with drawing if there are several
        images: its length is their sum, so its span is cut at the beginning of the drawing.
        """
        span = trace.get_current_span()
        if not span.get_span_context().trace_flags.sampled:
            return
        if span.is_recording():
            span.set_attributes(_attributes_of(record))
            if record.outcome == "failed":
                span.set_status(StatusCode.ERROR)
                span.set_attribute("error.type", record.error_code or "unknown")
        admitted = time.time_ns() - round(record.total_s * NS)
        begun = admitted + round(record.queued_s * NS)
        done = begun + round(record.drawing_s * NS)
        self.add_phase("queue", span, admitted, begun)
        if not record.drawing_s:
            return
        drawing = self.add_phase("draw", span, begun, done)
        if record.encoding_s:
            self.add_phase("encode", drawing, max(begun, done - round(record.encoding_s * NS)), done)

    def add_phase(self, name: str, parent: Span, began: int, ended: int) -> Span:
        """A child span whose times, in Unix nanoseconds, are known."""
        span = self._tracer.start_span(name, trace.set_span_in_context(parent), start_time=began)
        span.end(ended)
        return span

    async def close(self) -> None:
        """Send the last spans, within a time limit."""
        closing = threading.Thread(target=self._provider.shutdown, name="limner-traces", daemon=True)
        closing.start()
        await asyncio.to_thread(closing.join, CLOSE_S)
        if closing.is_alive():  # the collector does not answer: no further attempts
            self._exporter.shutdown()


class RequestSpan:
    """The span of one HTTP request. Made and ended by the same task."""

    def __init__(self, tracing: Tracing, span: Span, method: str) -> None:
        self._tracing = tracing
        self._span = span
        self._method = method
        self._token = context.attach(trace.set_span_in_context(span))
        self._read_began = self._read_ended = self._sending_began = 0

    @property
    def trace_id(self) -> str:
        return trace.format_trace_id(self._span.get_span_context().trace_id)

    def reading(self) -> None:
        """The body is being waited for."""
        self._read_began = self._read_began or time.time_ns()

    def read(self) -> None:
        """The body is complete."""
        self._read_ended = time.time_ns()

    def sending(self) -> None:
        """The response begins."""
        self._sending_began = time.time_ns()

    def end(self, *, route: str, status: int, error_code: str | None, attributes: Mapping[str, str]) -> None:
        """`status`: 0 if there was no response."""
        now = time.time_ns()
        context.detach(self._token)
        span = self._span
        if span.is_recording():
            if self._read_ended:
                self._tracing.add_phase("read", span, self._read_began, self._read_ended)
            if self._sending_began:
                self._tracing.add_phase("send", span, self._sending_began, now)
            span.update_name(f"{self._method} {route}")
            span.set_attributes({"http.route": route, **attributes})
            if status:
                span.set_attribute("http.response.status_code", status)
            if status >= 500 or not status:
                span.set_status(StatusCode.ERROR)
                span.set_attribute("error.type", error_code or str(status or "disconnected"))
        span.end(now)


def _attributes_of(record: RequestRecord) -> dict[str, Any]:
    return {
        "gen_ai.operation.name": "generate_content",
        "gen_ai.provider.name": "limner",
        "gen_ai.output.type": "image",
        "gen_ai.request.model": record.model,
        "gen_ai.request.choice.count": record.n,
        "gen_ai.usage.input_tokens": record.usage.input_tokens,
        "gen_ai.usage.output_tokens": record.usage.output_tokens,
        "limner.operation": record.operation,
        "limner.outcome": record.outcome,
        "limner.size": str(record.size),
        "limner.quality": record.quality,
        "limner.output_format": record.output_format,
        "limner.images": record.num_images,
    }
