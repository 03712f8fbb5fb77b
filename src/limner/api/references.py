"""Resolves references to images in JSON bodies, `image_url` and `file_id`, to Uploads."""

import asyncio
import time
from pathlib import Path

from limner import codec
from limner.api.data_urls import DATA_URL, decode_base64_file, decode_base64_text
from limner.api.json_reader import SpooledString
from limner.api.request_buffers import RequestBuffers, full_disk_as_error
from limner.core.errors import APIError, BadRequestError, NotFoundError, PayloadTooLargeError
from limner.core.upload import Upload
from limner.families.images import MAX_IMAGES
from limner.settings import Limits
from limner.storage.files import Files
from limner.storage.threads import in_thread

MAX_URL_LENGTH = 20_971_520
REFERRED = "application/octet-stream"
"""The content type of referenced files; not text, which could be a form field."""


class References:
    def __init__(self, files: Files, limits: Limits) -> None:
        self._files = files
        self._limits = limits

    async def resolve(self, value: object, *, name: str, owner: str, buffers: RequestBuffers) -> object:
        """Replace valid references by Uploads; the parameter's reader rejects everything else.

        `owner`: the id of the key whose files may be used.
        """
        if name == "mask":
            return await self._resolve(value, name, owner, buffers)
        if isinstance(value, list) and len(value) <= MAX_IMAGES:
            return [await self._resolve(one, f"{name}[{i}]", owner, buffers) for i, one in enumerate(value)]
        return value

    async def _resolve(self, value: object, name: str, owner: str, buffers: RequestBuffers) -> object:
        match value:
            case {"image_url": str(url), **rest} if rest in ({}, {"file_id": None}):
                return await asyncio.to_thread(self._from_url, url, f"{name}.image_url", buffers)
            case {"file_id": str(file_id), **rest} if rest in ({}, {"image_url": None}):
                return await in_thread(self._from_file, file_id, f"{name}.file_id", owner, buffers)
        return value

    def _max_bytes(self, name: str) -> int:
        return self._limits.max_mask_bytes if name.startswith("mask") else self._limits.max_file_bytes

    def _from_url(self, url: str, name: str, buffers: RequestBuffers) -> Upload:
        match = DATA_URL.match(url)
        if match is None:
            return _problem(
                BadRequestError(
                    f"Invalid '{name}': expected a base64-encoded data URL, such as 'data:image/png;base64,...'."
                    " This server does not fetch pictures from other addresses.",
                    param=name,
                    code="invalid_image_url",
                )
            )
        if len(url) > MAX_URL_LENGTH:
            return _problem(
                BadRequestError(
                    f"Invalid '{name}': string too long. Expected a string with maximum length {MAX_URL_LENGTH},"
                    f" but got a string with length {len(url)} instead.",
                    param=name,
                    code="string_above_max_length",
                )
            )
        try:
            content = self._decode(url, match.end(), buffers, max_bytes=self._max_bytes(name))
        except ValueError:
            return _problem(
                BadRequestError(
                    f"Invalid '{name}': expected base64-encoded data, but it could not be decoded.",
                    param=name,
                    code="invalid_base64",
                )
            )
        except OverflowError:
            return _problem(too_large_error(name, self._max_bytes(name)))
        return read_upload_header(content, name=name, limits=self._limits, buffers=buffers, content_type=REFERRED)

    def _decode(self, url: str, skip: int, buffers: RequestBuffers, *, max_bytes: int) -> bytes | Path:
        if isinstance(url, SpooledString):
            target = buffers.new_path()
            with full_disk_as_error():
                decode_base64_file(url.path, target, skip=skip, max_bytes=max_bytes, reserve=buffers.reserve_disk)
            buffers.discard_file(url.path)
            return target
        data = decode_base64_text(url[skip:])
        if len(data) > max_bytes:
            raise OverflowError
        if buffers.reserve_memory(len(data)):
            return data
        target = buffers.new_path()
        buffers.reserve_disk(len(data))
        with full_disk_as_error():
            target.write_bytes(data)
        return target

    def _from_file(self, file_id: str, name: str, owner: str, buffers: RequestBuffers) -> Upload:
        now = time.time()
        try:
            if self._files.find(file_id, owner=owner, now=now).bytes > self._max_bytes(name):
                return _problem(too_large_error(name, self._max_bytes(name)))
            path = buffers.new_path()
            with full_disk_as_error():
                self._files.copy(file_id, path, owner=owner, now=now, reserve=buffers.reserve_disk)
        except NotFoundError as error:
            return _problem(BadRequestError(error.message, param=name, code="invalid_value"))
        return read_upload_header(path, name=name, limits=self._limits, buffers=buffers, content_type=REFERRED)


def read_upload_header(
    content: bytes | Path,
    *,
    name: str,
    limits: Limits,
    buffers: RequestBuffers,
    content_type: str | None = None,
    filename: str | None = None,
    in_list: bool = False,
) -> Upload:
    """An Upload with the facts of its header. Blocks if `content` is a file."""
    picture = codec.probe(content)
    problem = None
    if picture is not None:
        problem = buffers.pixels.add(
            picture.size, name, max_pixels=limits.max_pixels, max_request_pixels=limits.max_request_pixels
        )
    return Upload(
        picture=picture,
        num_bytes=content.stat().st_size if isinstance(content, Path) else len(content),
        has_alpha=picture is not None and problem is None and codec.has_alpha(picture),
        content_type=content_type,
        filename=filename,
        in_list=in_list,
        looks_like=codec.describe_foreign(content) if picture is None else None,
        problem=problem,
    )


def too_large_error(name: str, limit: int) -> PayloadTooLargeError:
    return PayloadTooLargeError(
        f"Invalid '{name}': too large. The limit is {limit} bytes.", param=name, code="file_too_large"
    )


def _problem(problem: APIError) -> Upload:
    return Upload(picture=None, num_bytes=0, problem=problem)
