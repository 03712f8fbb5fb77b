"""Reads multipart/form-data as clients send it: parts in any order, perhaps without file names, types or quotes."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from limner.api.request_buffers import RequestBuffers, SpooledPart
from limner.core.errors import BadRequestError, PayloadTooLargeError
from limner.families.readers import FormText

MAX_PARTS = 256
MAX_BOUNDARY_LENGTH = 256
"""RFC 2046 allows 70; the parser takes no more than this."""
MAX_PADDING = 1024
"""White space allowed after the first boundary."""
MAX_TEXT_BYTES = 1_000_000
"""Of all text fields together."""
FILE_PART = re.compile(r"(image|mask|markup|file)(\[[0-9]*\])?", re.ASCII)


@dataclass(frozen=True, slots=True)
class FilePart:
    content: bytes | Path
    num_bytes: int
    content_type: str | None
    filename: str | None
    in_list: bool = False
    """Whether its name is that of a list item, such as `image[]`."""


@dataclass(slots=True)
class FormPart:
    """One part being read."""

    spool: SpooledPart
    headers: dict[str, str] = field(default_factory=dict)
    name: str = ""
    filename: str | None = None
    is_file: bool = False
    content: bytes | Path = b""
    """Set when the part is complete."""


class Preamble:
    """Removes what precedes the first boundary, and white space after it: legal, but the parser fails on them."""

    def __init__(self, boundary: bytes) -> None:
        self._delimiter = b"--" + boundary
        self._pattern = re.compile(rb"\n" + re.escape(self._delimiter) + rb"(?:[ \t]*(\r\n)|(--))")
        self._tail = b"\n"

    def skip(self, chunk: bytes) -> bytes:
        """Empty until the first boundary is complete; then the boundary and what follows."""
        text = self._tail + chunk
        found = self._pattern.search(text)
        if found is None:
            self._tail = text[-(len(self._delimiter) + MAX_PADDING) :]
            return b""
        return self._delimiter + (found[1] or found[2]) + text[found.end() :]


class FormReader:
    """Reads a body part by part. Files are recognized by the part's name, not by what the client declares."""

    def __init__(self, boundary: bytes, buffers: RequestBuffers, *, max_bytes: dict[str, int]) -> None:
        self._buffers = buffers
        self._max_bytes = max_bytes
        self._preamble: Preamble | None = Preamble(boundary)
        self._part: FormPart | None = None
        self._header = (bytearray(), bytearray())
        self._ended: list[FormPart] = []
        self._done: list[FormPart] = []
        self._closed = False
        self.texts: dict[str, FormText | None] = {}
        self.files: dict[str, list[FilePart]] = {}
        self._num_parts = 0
        self._num_text_bytes = 0
        self._parser = MultipartParser(
            boundary,
            {
                "on_part_begin": self._on_part_begin,
                "on_header_field": self._on_header_field,
                "on_header_value": self._on_header_value,
                "on_header_end": self._on_header_end,
                "on_headers_finished": self._on_headers_finished,
                "on_part_data": self._on_part_data,
                "on_part_end": self._on_part_end,
                "on_end": self._on_end,
            },
        )

    async def read(self, body: AsyncIterator[bytes]) -> None:
        try:
            async for chunk in body:
                self._write(chunk)
                for part in self._ended:
                    await self._finish(part)
                self._done += self._ended
                self._ended.clear()
                if self._part is not None and self._part.spool.wants_flush:
                    await asyncio.to_thread(self._part.spool.flush)
            self._parser.finalize()
        except FormParserError as error:
            raise _malformed_error(str(error)) from error
        if not self._closed:
            raise _malformed_error("it ends before its last boundary")
        for part in self._done:  # not earlier: a slow client must not have its texts read back into memory
            await self._keep(part)

    def _write(self, chunk: bytes) -> None:
        if self._preamble is not None:
            chunk = self._preamble.skip(chunk)
            if chunk:
                self._preamble = None
        self._parser.write(chunk)

    async def _finish(self, part: FormPart) -> None:
        spill = part.spool.must_spill
        finish = part.spool.finish
        part.content = await asyncio.to_thread(finish, spill=True) if spill else finish(spill=False)

    async def _keep(self, part: FormPart) -> None:
        if part.is_file and part.filename is None and part.content == b"null":  # how some SDKs send no file
            return
        text = None if part.is_file else await _as_text(part.content, part.spool.num_bytes)
        if text is not None:
            if part.filename is not None:  # it looked like a file, and was not counted as text yet
                self._count_text(part, part.spool.num_bytes)
            if part.name in self.texts and not part.name.endswith("]"):
                raise _duplicate_error(part.name)
            self.texts[part.name] = None if text == "null" and part.name != "prompt" else text
            return
        name = part.name.partition("[")[0] if part.is_file else part.name
        file = FilePart(
            part.content,
            part.spool.num_bytes,
            part.headers.get("content-type"),
            part.filename,
            in_list=part.is_file and part.name.endswith("]"),
        )
        self.files.setdefault(name, []).append(file)

    def _on_part_begin(self) -> None:
        self._num_parts += 1
        if self._num_parts > MAX_PARTS:
            raise PayloadTooLargeError(f"A form may have at most {MAX_PARTS} parts.", code="too_many_parts")
        self._part = FormPart(SpooledPart(self._buffers))

    def _on_header_field(self, data: bytes, start: int, end: int) -> None:
        self._header[0].extend(data[start:end])

    def _on_header_value(self, data: bytes, start: int, end: int) -> None:
        self._header[1].extend(data[start:end])

    def _on_header_end(self) -> None:
        assert self._part is not None
        name, value = (piece.decode("latin-1") for piece in self._header)
        self._part.headers[name.lower()] = value
        self._header = (bytearray(), bytearray())

    def _on_headers_finished(self) -> None:
        part = self._part
        assert part is not None
        disposition, options = parse_options_header(part.headers.get("content-disposition", ""))
        if disposition != b"form-data" or b"name" not in options:
            raise _malformed_error("a part has no name")
        part.name = options[b"name"].decode("utf-8", "replace")
        if b"filename" in options:
            part.filename = options[b"filename"].decode("utf-8", "replace")
        part.is_file = FILE_PART.fullmatch(part.name) is not None

    def _on_part_data(self, data: bytes, start: int, end: int) -> None:
        part = self._part
        assert part is not None
        part.spool.feed(data[start:end])
        if part.is_file or part.filename is not None:
            name = part.name.partition("[")[0]
            _limit_size(part, part.spool.num_bytes, self._max_bytes.get(name, self._max_bytes["image"]))
        else:
            self._count_text(part, end - start)

    def _count_text(self, part: FormPart, num_bytes: int) -> None:
        self._num_text_bytes += num_bytes
        _limit_size(part, self._num_text_bytes, MAX_TEXT_BYTES)

    def _on_part_end(self) -> None:
        assert self._part is not None
        self._ended.append(self._part)
        self._part = None

    def _on_end(self) -> None:
        self._closed = True


def _limit_size(part: FormPart, received: int, limit: int) -> None:
    if received > limit:
        raise PayloadTooLargeError(
            f"Invalid '{part.name}': too large. The limit is {limit} bytes.",
            param=part.name,
            code="file_too_large",
            headers={"connection": "close"},
        )


async def _as_text(content: bytes | Path, num_bytes: int) -> FormText | None:
    """The part's text; None if it is a file under another field's name, which the family will reject by that name."""
    if num_bytes > MAX_TEXT_BYTES:
        return None
    data = content if isinstance(content, bytes) else await asyncio.to_thread(content.read_bytes)
    try:
        return FormText(data.decode())
    except UnicodeDecodeError:
        return None


def boundary_of(content_type: str) -> bytes:
    _, options = parse_options_header(content_type)
    boundary = options.get(b"boundary", b"")
    if not boundary:
        raise _malformed_error("its Content-Type names no boundary")
    if len(boundary) > MAX_BOUNDARY_LENGTH:
        raise _malformed_error(f"its boundary has more than {MAX_BOUNDARY_LENGTH} characters")
    return boundary


def _duplicate_error(name: str) -> BadRequestError:
    return BadRequestError(
        f"Duplicate parameter: '{name}'. You provided multiple values for this parameter, whereas only one is allowed."
        f" If you are trying to provide a list of values, use the array syntax instead e.g. '{name}[]=<value>'.",
        param=name,
        code="duplicate_parameter",
    )


def _malformed_error(why: str) -> BadRequestError:
    return BadRequestError(f"We could not parse the multipart form of your request: {why}.")
