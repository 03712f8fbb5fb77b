"""Sends calls to an upstream server and reads its images: retries, circuit breaker, streams, URLs."""

import asyncio
import logging
import re
import time
from collections.abc import AsyncGenerator, Mapping
from contextlib import AsyncExitStack, aclosing, asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from limner import __version__
from limner.core.breaker import Breaker
from limner.core.errors import UpstreamError
from limner.core.header_text import decode_header_text
from limner.core.picture import Background, CompletedImage, Event, PartialImage, Picture
from limner.engines.proxy.completion import background_of, complete, describe_crop, is_complete, read_picture
from limner.engines.proxy.config import Upstream
from limner.engines.proxy.errors import (
    UpstreamFault,
    describe,
    read_error_event,
    read_fault,
    translate,
    transport_error,
    unavailable_error,
)
from limner.engines.proxy.event_stream import EventParser, EventTooLargeError, ServerEvent
from limner.engines.proxy.http_client import Exchange, HttpClient, HttpRequest, read_url
from limner.engines.proxy.http_connection import TransportError
from limner.engines.proxy.request_body import Call
from limner.engines.proxy.response_body import JsonBody, decode_base64, invalid_response_error, read_json

log = logging.getLogger("limner.proxy")

MAX_IMAGE_BYTES = 48_000_000
"""Of one encoded image: 3840x2160 RGBA pixels without compression have 33 MB."""
MAX_ERROR_BYTES = 1_000_000
INLINE_BYTES = 8_000_000
"""A larger response is decoded in a thread; a smaller one takes less than 2 ms."""
RETRY_PAUSE_S = 0.1
MAX_RETRY_AFTER_S = 2.0
"""A server that asks for more patience is not tried again: the client hears it."""
ENCODING = re.compile(r"[a-z0-9, _-]{1,40}")
REFUSED_KEY = frozenset({401, 403})
GATEWAY_STATUSES = frozenset({502, 503, 504})
"""These count as failures of the server: it is dead, or what is in front of it says so."""


class UpstreamCalls:
    def __init__(self, upstream: Upstream, client: HttpClient, breaker: Breaker) -> None:
        self._upstream = upstream
        self._client = client
        self._breaker = breaker
        self._headers = (
            ("user-agent", f"limner/{__version__}"),
            ("accept-encoding", "identity"),
            *upstream.headers,
        )

    async def draw(self, call: Call, *, is_pasted: bool) -> AsyncGenerator[Event, None]:
        """The events of one call. Raises an APIError."""
        reader = EventReader(call, is_pasted=is_pasted)
        http_request = await self._request(call)
        async with self._open(http_request, call) as exchange:
            reader.ignored = read_names(exchange.headers.get("limner-ignored", ""))
            is_stream = exchange.headers.get("content-type", "").startswith("text/event-stream")
            if is_stream:
                async with aclosing(self._read_stream(exchange, reader)) as events:
                    async for event in events:
                        yield event
                return
            data = await self._read_body(exchange, MAX_IMAGE_BYTES * 4 // 3 * call.n + MAX_ERROR_BYTES)
            note = exchange.headers.get("limner-note")
        # the connection is free again while images are fetched and completed
        body = await asyncio.to_thread(read_json, data) if len(data) > INLINE_BYTES else read_json(data)
        for item in self._items(body, call):
            image = body.image_of(item)
            if image is None:
                image = await self._fetch(item.get("url"))
            yield await reader.completed(image, item | {"background": body.value.get("background")}, note=note)

    async def check(self) -> None:
        """Raise an APIError unless the server answers a request that draws nothing, also with 404."""
        http_request = HttpRequest("GET", self._upstream.url("/models", ""), self._headers)
        async with AsyncExitStack() as stack:
            outcome = await self._attempt(stack, http_request)
            match outcome:
                case TransportError():
                    raise transport_error(outcome) from outcome
                case UpstreamFault(status=status) if status >= 500 or status in REFUSED_KEY:
                    raise unavailable_error(None)
                case Exchange():
                    await outcome.read_end()

    async def _request(self, call: Call) -> HttpRequest:
        content_type, body = await asyncio.to_thread(call.body) if call.images else call.body()
        headers = (*self._headers, ("content-type", content_type), ("x-client-request-id", call.request.id))
        return HttpRequest("POST", self._upstream.url(call.path, call.model), headers, body)

    @asynccontextmanager
    async def _open(self, http_request: HttpRequest, call: Call) -> AsyncGenerator[Exchange, None]:
        """A response of status 200. Raises an APIError for any other end.

        A request is sent a second time only if the server cannot have drawn anything: it was not reached, or it has
        refused the request as temporarily unavailable.
        """
        async with AsyncExitStack() as stack:
            outcome = await self._attempt(stack, http_request)
            pause_s = retry_pause_s(outcome)
            if pause_s is not None:
                await stack.aclose()
                await asyncio.sleep(pause_s)
                outcome = await self._attempt(stack, http_request)
            match outcome:
                case TransportError():
                    log.warning("the upstream server %s %s", http_request.url.authority, outcome)
                    raise transport_error(outcome) from outcome
                case UpstreamFault():
                    is_own_model = self._upstream.model is not None
                    raise translate(outcome, call.request, call.profile, is_own_model=is_own_model)
            refuse_encoding(outcome)
            yield outcome

    async def _attempt(
        self, stack: AsyncExitStack, http_request: HttpRequest
    ) -> Exchange | UpstreamFault | TransportError:
        permit = self._breaker.allow()
        if permit is None:
            raise unavailable_error(self._breaker.wait_s)
        try:
            exchange = await stack.enter_async_context(self._client.exchange(http_request))
            if exchange.status == 200:
                self._record_success()
                return exchange
            body = await exchange.read(MAX_ERROR_BYTES)
            fault = read_fault(exchange.status, exchange.headers, b"" if find_encoding(exchange) else body)
        except TransportError as error:
            self._record_failure(str(error))
            return error
        except BaseException:
            self._breaker.abandon(permit)
            raise
        if exchange.status in GATEWAY_STATUSES and not fault.is_final:  # a final error is of this request
            self._record_failure(describe(fault))
        else:
            self._record_success()
        return fault

    def _record_success(self) -> None:
        if self._breaker.is_open:
            log.info("the upstream server %s works again", self._upstream.base_url)
        self._breaker.record_success()

    def _record_failure(self, reason: str) -> None:
        was_open = self._breaker.is_open
        self._breaker.record_failure()
        if self._breaker.is_open and not was_open:
            log.error(
                "the upstream server %s gets no requests for %.0f s, because it failed repeatedly: it %s",
                self._upstream.base_url, self._breaker.wait_s, reason,
            )  # fmt: skip

    async def _read_body(self, exchange: Exchange, max_bytes: int) -> bytes | bytearray:
        try:
            return await exchange.read(max_bytes)
        except TransportError as error:
            self._record_failure(str(error))
            raise transport_error(error) from error

    async def _read_stream(self, exchange: Exchange, reader: "EventReader") -> AsyncGenerator[Event, None]:
        parser = EventParser(MAX_IMAGE_BYTES * 4 // 3 + MAX_ERROR_BYTES)
        try:
            async with aclosing(exchange.chunks()) as chunks:
                async for chunk in chunks:
                    for one in parser.feed(chunk):
                        event = await self._read_event(one, reader)
                        if event is not None:
                            yield event
                            if reader.is_done:
                                await exchange.read_end()
                                return
        except TransportError as error:
            self._record_failure(str(error))
            raise transport_error(error) from error
        except EventTooLargeError as error:
            log.warning("the upstream server sent too much: %s", error)
            raise transport_error(TransportError("size", str(error), sent=True)) from error
        raise transport_error(TransportError("closed", "ended the stream too early", sent=True))

    async def _read_event(self, one: ServerEvent, reader: "EventReader") -> Event | None:
        if one.data == b"[DONE]":
            return None
        body = read_json(one.data)
        value = body.value
        kind = value.get("type") or one.name
        if kind == "error" or isinstance(value.get("error"), dict | str):
            fault = read_error_event(value)
            is_own_model = self._upstream.model is not None
            raise translate(fault, reader.call.request, reader.call.profile, is_own_model=is_own_model)
        if not isinstance(kind, str) or not kind.endswith((".partial_image", ".completed")):
            return None
        image = body.image_of(value)
        if image is None and value.get("url"):
            image = await self._fetch(value["url"])
        if image is None:
            raise invalid_response_error("an event has no image")
        if kind.endswith(".partial_image"):
            return await reader.partial(image, value)
        return await reader.completed(image, value, note=_note_of(one))

    def _items(self, body: JsonBody, call: Call) -> list[dict[str, Any]]:
        items = body.value.get("data")
        if isinstance(body.value.get("error"), dict | str) and not items:
            is_own_model = self._upstream.model is not None
            raise translate(read_error_event(body.value), call.request, call.profile, is_own_model=is_own_model)
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise invalid_response_error("its response has no images")
        if len(items) < call.n:
            raise invalid_response_error(f"its response has {len(items)} images instead of {call.n}")
        return items[: call.n]

    async def _fetch(self, text: Any) -> bytes:
        """An image that the server returned as a URL: of its own host, or of one that the settings allow."""
        if not isinstance(text, str) or not text:
            raise invalid_response_error("its response has no image")
        if text.startswith("data:"):
            return decode_base64(text.partition(",")[2].encode())
        try:
            url = read_url(urljoin(f"{self._upstream.base_url}/", text))
        except ValueError:
            raise invalid_response_error("the URL of an image is invalid") from None
        if url.host not in self._upstream.url_hosts:
            log.error("the upstream server returned an image on another host: add %r to 'url_hosts'", url.host)
            raise UpstreamError(
                "The upstream server returned an image on a host from which this server may not fetch.",
                code="upstream_misconfigured",
                headers={"x-should-retry": "false"},
            )
        is_own = url.origin == self._upstream.origin
        headers = self._headers if is_own else self._headers[:2]  # the key is for the server alone
        try:
            async with self._client.exchange(HttpRequest("GET", url, headers)) as exchange:
                if exchange.status != 200:
                    raise invalid_response_error(f"the URL of an image answered {exchange.status}")
                refuse_encoding(exchange)
                return bytes(await exchange.read(MAX_IMAGE_BYTES))
        except TransportError as error:
            raise transport_error(error) from error


@dataclass(slots=True)
class EventReader:
    """Turns the images of one call into events."""

    call: Call
    is_pasted: bool
    ignored: frozenset[str] = frozenset()
    """Parameters that the server reports to have no effect, as another Limner does."""
    _num_completed: int = 0
    _num_partials: dict[int, int] | None = None
    _started_s: float = 0.0

    def __post_init__(self) -> None:
        self._started_s = time.monotonic()
        self._num_partials = {}

    @property
    def is_done(self) -> bool:
        return self._num_completed >= self.call.n

    async def partial(self, data: bytes, value: Mapping[str, Any]) -> PartialImage | None:
        """None for one that is not wanted or cannot be read: previews are optional."""
        assert self._num_partials is not None
        index = self._index(value)
        number = self._num_partials.get(index, 0)
        if number >= self.call.request.partial_images:
            return None
        try:
            picture = await self._complete(read_picture(data))
        except UpstreamError:
            return None
        self._num_partials[index] = number + 1
        return PartialImage(
            image_index=index,
            partial_image_index=number,
            picture=picture,
            background=self._background(picture, value),
        )

    async def completed(self, data: bytes, value: Mapping[str, Any], *, note: str | None) -> CompletedImage:
        index = self._index(value)
        self._num_completed += 1
        began_s = time.monotonic()
        drawn = read_picture(data)
        picture = await self._complete(drawn)
        now_s = time.monotonic()
        note = decode_header_text(note) if note else None
        prompt = value.get("revised_prompt")
        notes = [note, describe_crop(drawn.size, self.call.request.size), *self.call.notes(self.ignored)]
        return CompletedImage(
            image_index=index,
            picture=picture,
            background=self._background(picture, value),
            revised_prompt=prompt if isinstance(prompt, str) and prompt else None,
            note="; ".join(filter(None, notes)) or None,
            drawing_s=(now_s - self._started_s) / self.call.n,
            encoding_s=now_s - began_s,
        )

    async def _complete(self, picture: Picture) -> Picture:
        """In a thread only if pixels are needed."""
        call = self.call
        if not self.is_pasted and is_complete(picture, call.request, call.obeyed):
            return picture
        return await asyncio.to_thread(
            complete, picture.read(), call.request, is_masked=self.is_pasted, obeyed=call.obeyed
        )

    def _index(self, value: Mapping[str, Any]) -> int:
        """Of the image in the request."""
        index = value.get("image_index")
        if not isinstance(index, int) or not 0 <= index < self.call.n:
            index = min(self._num_completed, self.call.n - 1)
        return self.call.first_index + index

    def _background(self, picture: Picture, value: Mapping[str, Any]) -> Background:
        stated = value.get("background")
        if self.call.request.background == "auto" and stated == "opaque":
            return "opaque"
        return background_of(picture, self.call.request)


def retry_pause_s(outcome: Exchange | UpstreamFault | TransportError) -> float | None:
    """Seconds after which a request may be sent again; None if it may not."""
    match outcome:
        case TransportError(sent=False, kind="refused" | "unreachable"):
            return RETRY_PAUSE_S
        case UpstreamFault(status=503, is_final=False, retry_after_s=float() as wait_s) if wait_s <= MAX_RETRY_AFTER_S:
            return wait_s
    return None


def find_encoding(exchange: Exchange) -> str | None:
    """The `content-encoding` of a response; None if its body is as it is."""
    encoding = exchange.headers.get("content-encoding", "").strip().lower()
    return None if encoding in ("", "identity") else encoding


def refuse_encoding(exchange: Exchange) -> None:
    """Raise an UpstreamError for a response that is compressed, although `identity` was asked for."""
    encoding = find_encoding(exchange)
    if encoding is not None:
        log.error(
            "the upstream server, or a proxy in front of it, compresses responses (%.40r): turn that off", encoding
        )
        name = f"the encoding '{encoding}'" if ENCODING.fullmatch(encoding) else "an unknown encoding"
        raise invalid_response_error(f"its response has {name}, although none was accepted")


def read_names(header: str) -> frozenset[str]:
    return frozenset(name.strip() for name in header.split(",")) - {""}


def _note_of(event: ServerEvent) -> str | None:
    """Another Limner sends its note as a comment."""
    prefix = b"limner-note:"
    found = (one.removeprefix(prefix).strip() for one in event.comments if one.startswith(prefix))
    return next((one.decode("ascii", "replace") for one in found), None)
