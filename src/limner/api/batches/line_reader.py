"""Reads the input file of a batch line by line, in bounded memory, and says what is wrong with a line."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from limner.api.json_reader import CHUNK_BYTES, JsonReader, SpooledString
from limner.api.json_text import BOM, parse_json
from limner.api.request_buffers import RequestBuffers
from limner.batches.batch import BatchError
from limner.core.errors import APIError, BadRequestError, PayloadTooLargeError
from limner.families.readers import missing_error, wrong_type_error
from limner.families.wording import shorten

READ_BYTES = 2**20
"""Read at a time. Longer lines are parsed while they are read."""
LINES_AT_ONCE = 500
FILE_LINES_FOR_EACH = 4
"""Lines, blank ones included, that a file may have for each request that it may have."""
MAX_CUSTOM_ID = 512
MAX_MODEL = 255
BLANK = re.compile(rb"[ \t\r\n]*")


@dataclass(frozen=True, slots=True)
class RawLine:
    number: int
    start_byte: int
    end_byte: int
    text: bytes | None
    """None: it is too long."""


@dataclass(frozen=True, slots=True)
class ParsedLine:
    custom_id: str
    model: str | None


def read_lines(path: Path, *, max_lines: int) -> Iterator[RawLine]:
    """The lines that are not blank. Blocks. Ends after `max_lines` lines and one more, which is blank or not."""
    with path.open("rb") as file:
        number, start = 0, 0
        while number <= max_lines and (head := file.readline(READ_BYTES)):
            number += 1
            end, is_long = start + len(head), not head.endswith(b"\n")
            piece = head
            while is_long and not piece.endswith(b"\n") and (piece := file.readline(READ_BYTES)):
                end += len(piece)
            text = head if end - start == len(head) else None
            skipped = len(BOM) if start == 0 and head.startswith(BOM) else 0
            if number > max_lines or text is None or not BLANK.fullmatch(text[skipped:]):
                yield RawLine(number, start + skipped, end, None if text is None else text[skipped:])
            start = end


def take_lines(lines: Iterator[RawLine], endpoint: str) -> list[tuple[RawLine, ParsedLine | BatchError | None]]:
    """The next lines, of which few are in memory; with None for those that are too long for it. Empty at the end.

    Blocks.
    """
    taken, num_bytes = [], 0
    for line in islice(lines, LINES_AT_ONCE):
        taken.append((line, None if line.text is None else _parse_short(line.text, endpoint, line.number)))
        num_bytes += len(line.text or b"")
        if num_bytes >= READ_BYTES:
            break
    return taken


def _parse_short(text: bytes, endpoint: str, number: int) -> ParsedLine | BatchError:
    try:
        return check_line(parse_json(text), endpoint, number)
    except BadRequestError:
        return _not_json_error(number)


async def parse_long(line: RawLine, path: Path, buffers: RequestBuffers, endpoint: str) -> ParsedLine | BatchError:
    """`path`: of the whole input. Raises OverloadedError if there is not enough space for its strings."""
    reader = JsonReader(buffers)
    try:
        await reader.receive(_pieces(path, line.start_byte, line.end_byte))
        async with reader.parse() as fields:
            return check_line(fields, endpoint, line.number)
    except PayloadTooLargeError:
        return BatchError("request_too_large", "This line is too large.", line=line.number)
    except BadRequestError:
        return _not_json_error(line.number)


def _not_json_error(number: int) -> BatchError:
    return BatchError("invalid_json_line", "This line is not parseable as valid JSON.", line=number)


async def _pieces(path: Path, start: int, end: int) -> AsyncIterator[bytes]:
    with path.open("rb") as file:
        file.seek(start)
        while start < end:
            piece = await asyncio.to_thread(file.read, min(READ_BYTES, end - start))
            start += len(piece)
            async for chunk in small_chunks(piece):
                yield chunk


async def small_chunks(piece: bytes) -> AsyncIterator[bytes]:
    """As small as those of a body that is received; others have their turns in between."""
    for start in range(0, len(piece), CHUNK_BYTES):
        yield piece[start : start + CHUNK_BYTES]
        await asyncio.sleep(0)


def check_line(fields: object, endpoint: str, number: int) -> ParsedLine | BatchError:
    """What a line says, or the first thing that is wrong with it."""
    if not isinstance(fields, dict):
        return BatchError("invalid_json_line", "Each line must be a JSON object.", line=number)
    try:
        return _check(fields, endpoint, number)
    except APIError as error:
        return BatchError(error.code or "invalid_request", error.message, error.param, number)


def _check(fields: Mapping[str, Any], endpoint: str, number: int) -> ParsedLine | BatchError:
    """Raises an APIError for a field that is missing or has the wrong type."""
    for name in ("custom_id", "method", "url", "body"):
        if fields.get(name) is None:
            raise missing_error(name)
    custom_id, method, url, body = (fields[name] for name in ("custom_id", "method", "url", "body"))
    if not isinstance(custom_id, str):
        raise wrong_type_error("custom_id", custom_id, "a string")
    if isinstance(custom_id, SpooledString) or not 1 <= len(custom_id) <= MAX_CUSTOM_ID:
        message = f"Invalid 'custom_id': expected a string of 1 to {MAX_CUSTOM_ID} characters."
        return BatchError("invalid_custom_id", message, "custom_id", number)
    if method != "POST":
        message = f"Invalid value: '{shorten(method)}'. Supported values are: 'POST'."
        return BatchError("invalid_method", message, "method", number)
    if url != endpoint:
        message = "The URL provided for this request does not match the batch endpoint."
        return BatchError("invalid_url", message, "url", number)
    if not isinstance(body, dict):
        raise wrong_type_error("body", body, "an object")
    if body.get("stream"):
        message = "Images: Streaming is not supported in the Batch API."
        return BatchError("streaming_unsupported", message, "body.stream", number)
    model = body.get("model")
    return ParsedLine(custom_id, None if model is None else shorten(model, limit=MAX_MODEL))


def duplicate_error(custom_id: str, number: int) -> BatchError:
    message = (
        f"The custom_id '{shorten(custom_id)}' for this request is a duplicate of another request."
        " The custom_id parameter must be unique for each request in a batch."
    )
    return BatchError("duplicate_custom_id", message, "custom_id", number)


def mismatched_model_error(model: str, number: int) -> BatchError:
    message = (
        f"The model '{shorten(model)}' for this request does not match the rest of the batch."
        " Each batch must contain requests for a single model."
    )
    return BatchError("mismatched_model", message, "body.model", number)


def unknown_model_error(model: str, number: int) -> BatchError:
    message = f"The provided model '{shorten(model)}' is not supported by the Batch API."
    return BatchError("model_not_found", message, "body.model", number)
