"""Resolves references to images in JSON bodies, `image_url` and `file_id`, to Uploads."""

import asyncio
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
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


REMOTE_URL = re.compile("https?://", re.IGNORECASE)

Downloads = Mapping[str, bytes | Path]
"""What remote images contain, by the name of the parameter."""


@dataclass(frozen=True, slots=True)
class RemoteImage:
    """An image to be downloaded."""

    name: str
    """Of the parameter."""
    url: str
    max_bytes: int


class References:
    def __init__(self, files: Files, limits: Limits, *, allow_remote: bool = False) -> None:
        self._files = files
        self._limits = limits
        self._allow_remote = allow_remote

    def remote_images(self, values: Mapping[str, object]) -> list[RemoteImage]:
        """What must be downloaded before `resolve`. Empty if the settings do not allow it."""
        if not self._allow_remote:
            return []
        images = values.get("images")
        references = {"mask": values.get("mask")}
        if isinstance(images, list) and len(images) <= MAX_IMAGES:
            references |= {f"images[{index}]": one for index, one in enumerate(images)}
        found = []
        for parent, value in references.items():
            match value:
                case {"image_url": str(url), **rest} if rest in ({}, {"file_id": None}) and REMOTE_URL.match(url):
                    name = f"{parent}.image_url"
                    found.append(RemoteImage(name, url, self._max_bytes(name)))
        return found

    async def resolve(
        self, value: object, *, name: str, owner: str, buffers: RequestBuffers, downloads: Downloads
    ) -> object:
        """Replace valid references by Uploads; the parameter's reader rejects everything else.

        `owner`: the id of the key whose files may be used.
        """
        if name == "mask":
            return await self._resolve(value, name, owner, buffers, downloads)
        if isinstance(value, list) and len(value) <= MAX_IMAGES:
            return [await self._resolve(one, f"{name}[{i}]", owner, buffers, downloads) for i, one in enumerate(value)]
        return value

    async def _resolve(
        self, value: object, name: str, owner: str, buffers: RequestBuffers, downloads: Downloads
    ) -> object:
        match value:
            case {"image_url": str(url), **rest} if rest in ({}, {"file_id": None}):
                name = f"{name}.image_url"
                if name in downloads:
                    return await asyncio.to_thread(
                        read_upload_header,
                        downloads[name],
                        name=name,
                        limits=self._limits,
                        buffers=buffers,
                        content_type=REFERRED,
                    )
                return await asyncio.to_thread(self._from_url, url, name, buffers)
            case {"file_id": str(file_id), **rest} if rest in ({}, {"image_url": None}):
                return await in_thread(self._from_file, file_id, f"{name}.file_id", owner, buffers)
        return value

    def _max_bytes(self, name: str) -> int:
        return self._limits.max_mask_bytes if name.startswith("mask") else self._limits.max_file_bytes

    def _from_url(self, url: str, name: str, buffers: RequestBuffers) -> Upload:
        match = DATA_URL.match(url)
        if match is None:
            expected = "an http(s) URL or a base64-encoded" if self._allow_remote else "a base64-encoded"
            message = f"Invalid '{name}': expected {expected} data URL, such as 'data:image/png;base64,...'."
            if not self._allow_remote:
                message += " This server does not fetch pictures from other addresses."
            return _problem(BadRequestError(message, param=name, code="invalid_image_url"))
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
