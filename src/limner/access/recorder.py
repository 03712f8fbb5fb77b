"""Watches the events of a request, and makes its record: what was drawn, how long it took, and how it ended."""

import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import replace

from limner.access.keys import ApiKey
from limner.access.prices import Rate
from limner.core.errors import APIError
from limner.core.picture import CompletedImage, Event, PartialImage
from limner.core.request import ImageRequest
from limner.core.request_record import Outcome, RequestRecord
from limner.core.usage import TokenUsage

MAX_TEXT = 255
"""Characters of the client's text in a row, prompts excepted."""
MAX_CODE = 64
"""Of an error, which an engine of others may have raised."""


class Recorder:
    def __init__(
        self,
        request: ImageRequest,
        *,
        request_id: str,
        key: ApiKey,
        rate: Rate,
        settle: Callable[[RequestRecord], None],
    ) -> None:
        """`settle` is called once with the record."""
        self._request = request
        self._request_id = request_id
        self._key = key
        self._rate = rate
        self._settle = settle
        self._created_at_ms = time.time_ns() // 1_000_000
        self._began_s = time.perf_counter()
        self._first_drawn_s: float | None = None
        """When the engine began to draw the first image."""
        self._last_drawn_s: float | None = None
        self._num_images = 0
        self._num_partials = 0
        self._num_bytes = 0
        self._encoding_s = 0.0
        self._engine = ""
        self._usage = TokenUsage()
        self._is_settled = False
        self._error_code: str | None = None
        self._has_failed = False

    async def watch(self, events: AsyncGenerator[Event, None]) -> AsyncGenerator[Event, None]:
        """Pass the events on. The record of a stream is settled before its last event is sent."""
        try:
            async with aclosing(events):
                async for event in events:
                    self._count(event)
                    if self._request.stream and self._num_images == self._request.n:
                        self.settle("completed")
                    yield event
        except Exception as error:
            self.fail(error)
            raise

    def fail(self, error: Exception) -> None:
        """The request ends with this error."""
        self._has_failed = True
        code = (error.code or error.type) if isinstance(error, APIError) else "server_error"
        self._error_code = clean_text(code)[:MAX_CODE]

    def close(self) -> None:
        """Settle the record, unless that is done: the request failed, or its client left."""
        self.settle("failed" if self._has_failed else "cancelled")

    def settle(self, outcome: Outcome) -> None:
        if self._is_settled:
            return
        self._is_settled = True
        request, now_s = self._request, time.perf_counter()
        drawing_ends_s = now_s if self._last_drawn_s is None else self._last_drawn_s
        drawing_begins_s = drawing_ends_s if self._first_drawn_s is None else self._first_drawn_s
        # a client that got an error instead of images does not pay for those that were drawn before
        is_free = outcome == "failed" and not request.stream
        self._settle(
            RequestRecord(
                request_id=self._request_id,
                created_at_ms=self._created_at_ms,
                key_id=self._key.id,
                project_id=self._key.project_id,
                user=None if request.user is None else clean_text(request.user)[:MAX_TEXT],
                operation=request.operation,
                model=clean_text(request.model)[:MAX_TEXT],
                size=request.size,
                quality=request.quality,
                output_format=request.output_format,
                n=request.n,
                num_images=self._num_images,
                num_partials=self._num_partials,
                num_bytes=self._num_bytes,
                usage=self._usage,
                queued_s=max(0.0, drawing_begins_s - self._began_s),
                drawing_s=drawing_ends_s - drawing_begins_s,
                encoding_s=self._encoding_s,
                total_s=now_s - self._began_s,
                outcome=outcome,
                error_code=self._error_code if outcome == "failed" else None,
                cost=0 if is_free else self._rate.cost(self._usage, self._num_images),
                engine=clean_text(self._engine)[:MAX_CODE],
                prompt=clean_text(request.prompt),
            )
        )

    def _count(self, event: Event) -> None:
        self._engine = event.engine
        match event:
            case PartialImage():
                self._num_partials += 1
            case CompletedImage():
                now_s = time.perf_counter()
                self._num_images += 1
                self._num_bytes += event.picture.num_bytes
                self._encoding_s += event.encoding_s
                self._usage += event.usage
                self._last_drawn_s = now_s
                began_s = max(self._began_s, now_s - event.drawing_s) if event.drawing_s else self._began_s
                self._first_drawn_s = min(self._first_drawn_s or began_s, began_s)


def without_prompt(record: RequestRecord) -> RequestRecord:
    return replace(record, prompt=None)


def clean_text(text: str) -> str:
    """Text that every database stores: without NUL, and valid UTF-8."""
    return text.replace("\x00", "").encode(errors="replace").decode()
