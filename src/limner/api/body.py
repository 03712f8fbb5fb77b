"""Reads the body of a request, JSON or multipart, into Fields. Limits apply while it is received."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from starlette.requests import ClientDisconnect, Request

from limner.api.fetch.fetcher import Fetcher
from limner.api.form import FilePart, FormReader, boundary_of
from limner.api.hangups import while_connected
from limner.api.json_reader import JsonReader
from limner.api.references import Downloads, References, RemoteImage, read_upload_header
from limner.api.request_buffers import RequestBuffers, no_space_error
from limner.core.errors import BadRequestError, PayloadTooLargeError, RequestTimeoutError, UnsupportedMediaTypeError
from limner.core.request import Operation
from limner.core.upload import Upload
from limner.families.family import Fields
from limner.families.readers import wrong_type_error
from limner.settings import Limits

JSON, FORM = "application/json", "multipart/form-data"
ACCEPTS: dict[Operation, tuple[str, ...]] = {
    "generate": (JSON, FORM),
    "edit": (FORM, JSON),
    "variation": (FORM,),
}
"""The content types of each endpoint, the documented one first."""
NO_LIMITS: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class BodyReader:
    limits: Limits
    references: References
    fetcher: Fetcher | None = None
    """None if the settings do not allow it."""

    async def read(self, http: Request, operation: Operation, buffers: RequestBuffers) -> Fields:
        content_type = http.headers.get("content-type", JSON if operation != "variation" else "")
        kind = content_type.split(";")[0].strip().lower()
        if kind not in ACCEPTS[operation]:
            raise unsupported_content_type_error(content_type, ACCEPTS[operation][0])
        if kind == FORM:
            return Fields("form", await self._read_form(http, content_type, buffers))
        text = JsonReader(buffers)
        await text.receive(self.receive(http))
        async with text.parse() as values:
            if operation == "edit":
                downloads: Downloads | None = {}
                if remote := self._remote_images(values):
                    downloads = await while_connected(http.receive, self._download(text, remote, buffers))
                if downloads is None:
                    raise BadRequestError("The client disconnected before its images were downloaded.")
                await self._resolve(values, http.state.key.id, buffers, downloads)
        return Fields("json", values)

    async def read_line(
        self, line: AsyncIterator[bytes], operation: Operation, owner: str, buffers: RequestBuffers
    ) -> Fields:
        """The fields of the `body` in a line of a batch. `owner`: the id of the key whose files may be used."""
        text = JsonReader(buffers)
        await text.receive(line)
        async with text.parse() as fields:
            values = fields.get("body")
            if not isinstance(values, dict):
                raise wrong_type_error("body", values, "an object")
            if operation == "edit":
                downloads = await self._download(text, self._remote_images(values), buffers)
                await self._resolve(values, owner, buffers, downloads)
        return Fields("json", values)

    def _remote_images(self, values: dict[str, object]) -> list[RemoteImage]:
        return [] if self.fetcher is None else self.references.remote_images(values)

    async def _download(self, text: JsonReader, remote: list[RemoteImage], buffers: RequestBuffers) -> Downloads:
        if self.fetcher is None or not remote:
            return {}
        if text.is_parsed_alone:  # others would wait for the download
            raise no_space_error()
        return await self.fetcher.fetch(remote, buffers)

    async def _resolve(
        self, values: dict[str, object], owner: str, buffers: RequestBuffers, downloads: Downloads
    ) -> None:
        """Replace references to images by Uploads."""
        for name in ("images", "mask"):
            if values.get(name) is not None:
                values[name] = await self.references.resolve(
                    values[name], name=name, owner=owner, buffers=buffers, downloads=downloads
                )

    async def read_file_form(self, http: Request, buffers: RequestBuffers, *, max_file_bytes: int) -> dict[str, object]:
        """The fields of an upload to /v1/files: strings, and tuples of FilePart."""
        content_type = http.headers.get("content-type", "")
        if content_type.split(";")[0].strip().lower() != FORM:
            raise unsupported_content_type_error(content_type, FORM)
        form = await self._form(http, content_type, buffers, max_bytes={"file": max_file_bytes})
        return {**form.texts, **{name: tuple(parts) for name, parts in form.files.items()}}

    async def _read_form(self, http: Request, content_type: str, buffers: RequestBuffers) -> dict[str, object]:
        form = await self._form(http, content_type, buffers)
        files = {
            name: tuple([await self._read_upload(label, part, buffers) for label, part in _with_names(name, parts)])
            for name, parts in form.files.items()
        }
        return {**form.texts, **files}

    async def _form(
        self, http: Request, content_type: str, buffers: RequestBuffers, *, max_bytes: Mapping[str, int] = NO_LIMITS
    ) -> FormReader:
        limits = {"image": self.limits.max_file_bytes, "mask": self.limits.max_mask_bytes, **max_bytes}
        form = FormReader(boundary_of(content_type), buffers, max_bytes=limits)
        await form.read(self.receive(http))
        return form

    async def _read_upload(self, name: str, part: FilePart, buffers: RequestBuffers) -> Upload:
        return await asyncio.to_thread(
            read_upload_header,
            part.content,
            name=name,
            limits=self.limits,
            buffers=buffers,
            content_type=part.content_type,
            filename=part.filename,
            in_list=part.in_list,
        )

    async def receive(self, http: Request) -> AsyncIterator[bytes]:
        """The chunks of the body. Raises PayloadTooLargeError before reading if the declared length is too large."""
        refuse_encoded(http)
        limit = self.limits.max_request_bytes
        declared = http.headers.get("content-length", "0")
        if declared.isdigit() and int(declared) > limit:
            raise _request_too_large_error(limit)
        received = 0
        stream = http.stream()
        while (chunk := await self._next(stream)) is not None:
            received += len(chunk)
            if received > limit:
                raise _request_too_large_error(limit)
            if chunk:
                yield chunk

    async def _next(self, stream: AsyncGenerator[bytes, None]) -> bytes | None:
        timeout_s = self.limits.receive_timeout_s
        try:
            async with asyncio.timeout(timeout_s):
                return await anext(stream, None)
        except ClientDisconnect:
            raise BadRequestError("The client disconnected before its request was complete.") from None
        except TimeoutError:
            raise RequestTimeoutError(
                f"No request data was received for {timeout_s:g} seconds.",
                code="request_timeout",
                headers={"connection": "close"},
            ) from None


def _with_names(name: str, parts: list[FilePart]) -> Iterator[tuple[str, FilePart]]:
    """Files with the names that errors use for them."""
    is_list = len(parts) > 1 or any(part.in_list for part in parts)
    for index, part in enumerate(parts):
        yield (f"{name}[{index}]" if is_list else name), part


def refuse_encoded(http: Request) -> None:
    """Refuse compressed bodies: the size of what is received does not limit their size. No client sends them."""
    for name in ("content-encoding", "transfer-encoding"):
        codings = [coding.strip() for value in http.headers.getlist(name) for coding in value.lower().split(",")]
        unknown = [coding for coding in codings if coding not in ("", "identity", "chunked")]
        if unknown:
            raise UnsupportedMediaTypeError(
                f"Unsupported {name.title()}: '{unknown[0][:100]}'. Send the body without compression.",
                code="unsupported_content_encoding",
                headers={"accept-encoding": "identity"},
            )


def unsupported_content_type_error(content_type: str, accepted: str) -> BadRequestError:
    return BadRequestError(
        f"Unsupported content type: '{content_type}'. This API method only accepts '{accepted}' requests, but you"
        f" specified the header 'Content-Type: {content_type}'. Please try again with a supported content type.",
        code="unsupported_content_type",
    )


def _request_too_large_error(limit: int) -> PayloadTooLargeError:
    return PayloadTooLargeError(
        f"The request is too large. The limit is {limit} bytes.",
        code="request_too_large",
        headers={"connection": "close"},
    )
