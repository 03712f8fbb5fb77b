"""The two formats of a response: one JSON body, or server-sent events.

Images never pass through a serializer: they are chunks between small pieces of JSON.
"""

import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

import msgspec

from limner.api.base64_stream import Chunk
from limner.api.request_buffers import RequestBuffers, no_picture_space_error
from limner.core.header_text import encode_header_text
from limner.core.picture import Background, CompletedImage, Event, PartialImage, Picture
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest
from limner.core.usage import TokenUsage
from limner.service import Submission

EVENT_PREFIX = {"generate": "image_generation", "edit": "image_edit", "variation": "image_variation"}

StorePicture = Callable[[CompletedImage], Awaitable[str]]
"""Stores a picture and returns its URL."""


@dataclass(frozen=True, slots=True)
class JsonReply:
    chunks: list[Chunk]
    headers: dict[str, str]
    """An empty one is not sent, even if it was to be."""
    usage: TokenUsage


@dataclass(frozen=True, slots=True)
class DataEntry:
    """What is kept of a completed image."""

    image_index: int
    background: Background
    usage: TokenUsage
    note: str | None
    engine: str
    ignored: frozenset[str] | None
    chunks: list[Chunk]
    """Its element of `data`."""


async def as_json(
    submission: Submission, events: AsyncIterator[Event], *, store: StorePicture, buffers: RequestBuffers
) -> JsonReply:
    """Collect the events. Pictures wait for the last one in the request's buffers."""
    done = [
        await make_entry(submission, event, store=store, buffers=buffers)
        async for event in events
        if isinstance(event, CompletedImage)
    ]
    return join_entries(submission, done)


def join_entries(submission: Submission, done: list[DataEntry]) -> JsonReply:
    """The JSON response with these images."""
    request, shape = submission.request, submission.model.family.response
    done.sort(key=lambda entry: entry.image_index)

    usage = sum((entry.usage for entry in done), TokenUsage())
    head: dict[str, Any] = {"created": int(time.time())}
    tail: dict[str, Any] = {}
    if shape.is_described:
        head["background"] = done[0].background
        tail = describe(request) | {"usage": usage_json(usage)}
    if request.safety_identifier:
        tail["safety_identifier"] = request.safety_identifier

    chunks: list[Chunk] = [msgspec.json.encode(head)[:-1], b',"data":[']
    for index, entry in enumerate(done):
        chunks += [b","] if index else []
        chunks += entry.chunks
    chunks.append(b"]," + msgspec.json.encode(tail)[1:] if tail else b"]}")
    notes = dict.fromkeys(entry.note for entry in done if entry.note)
    engines = dict.fromkeys(entry.engine for entry in done if entry.engine)
    headers = {"limner-note": encode_header_text(" ".join(notes))} if notes else {}
    if engines:
        headers["limner-engine"] = ", ".join(engines)
    ignored = [entry.ignored for entry in done if entry.ignored is not None]
    if ignored:
        headers["limner-ignored"] = join_names(frozenset().union(*ignored))
    return JsonReply(chunks, headers, usage)


async def as_sse(request: ImageRequest, events: AsyncGenerator[Event, None]) -> AsyncGenerator[list[Chunk], None]:
    """Frames, each a list of chunks."""
    async with aclosing(events):
        async for event in events:
            yield _frame(request, event)


def join_names(parameters: Iterable[str]) -> str:
    """As the header `limner-ignored` lists them."""
    return ", ".join(sorted(parameters))


def describe(request: ImageRequest) -> dict[str, str]:
    """The resolved parameters, never `auto`. The background is reported by events."""
    return {
        "output_format": request.output_format,
        "quality": request.quality,
        "size": str(request.size),
    }


def usage_json(usage: TokenUsage) -> dict[str, object]:
    return {
        "input_tokens": usage.input_tokens,
        "input_tokens_details": {"image_tokens": usage.image_tokens, "text_tokens": usage.text_tokens},
        "output_tokens": usage.output_tokens,
        "output_tokens_details": {"image_tokens": usage.output_tokens, "text_tokens": 0},
        "total_tokens": usage.total_tokens,
    }


async def make_entry(
    submission: Submission, event: CompletedImage, *, store: StorePicture, buffers: RequestBuffers
) -> DataEntry:
    """Store the picture, or keep it in the buffers."""
    extra = b""
    if submission.model.family.response.revised_prompt:
        extra = b',"revised_prompt":' + msgspec.json.encode(event.revised_prompt or submission.request.prompt)
    elif event.rewritten_prompt is not None:  # other families have no such field, but the client should know
        extra = b',"revised_prompt":' + msgspec.json.encode(event.rewritten_prompt)
    chunks: list[Chunk]
    if submission.request.response_format == "url":
        chunks = [b'{"url":' + msgspec.json.encode(await store(event)) + extra + b"}"]
    else:
        chunks = [b'{"b64_json":"', await _keep(event.picture, buffers), b'"' + extra + b"}"]
    return DataEntry(event.image_index, event.background, event.usage, event.note, event.engine, event.ignored, chunks)


async def _keep(picture: Picture, buffers: RequestBuffers) -> Picture:
    kept = await buffers.keep(picture)
    if kept is None:
        raise no_picture_space_error()
    return kept


def _frame(request: ImageRequest, event: Event) -> list[Chunk]:
    prefix = EVENT_PREFIX[request.operation]
    body: dict[str, Any] = {"created_at": int(time.time())}
    comment = b""
    match event:
        case PartialImage():
            name = f"{prefix}.partial_image"
            body["partial_image_index"] = event.partial_image_index
        case CompletedImage():
            name = f"{prefix}.completed"
            body["usage"] = usage_json(event.usage)
            if event.rewritten_prompt is not None:
                body["revised_prompt"] = event.rewritten_prompt
            if event.note:
                comment = f": limner-note: {encode_header_text(event.note)}\n".encode()
            if event.engine:
                comment += f": limner-engine: {event.engine}\n".encode()
            if event.ignored is not None:
                comment += f": limner-ignored: {join_names(event.ignored)}\n".encode()
    if request.n > 1:
        body["image_index"] = event.image_index
    if request.safety_identifier:
        body["safety_identifier"] = request.safety_identifier
    body |= {"background": event.background} | describe(request)
    start = f'event: {name}\ndata: {{"type":"{name}","b64_json":"'.encode()
    return [comment + start, event.picture, b'",' + msgspec.json.encode(body)[1:] + b"\n\n"]


def ping_frame(estimate: QueueEstimate) -> bytes:
    """A comment with the state of the queue; clients skip comments."""
    return "".join([": ping\n", *(f": {name}: {value}\n" for name, value in estimate.headers().items()), "\n"]).encode()


def error_frame(body: Mapping[str, object]) -> bytes:
    """The last event of a stream whose status line was sent before the error occurred."""
    return b"event: error\ndata: " + msgspec.json.encode({"type": "error", **body}) + b"\n\n"
