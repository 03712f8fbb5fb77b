"""Responses in the storage, to be sent again."""

import asyncio
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from limner.api.base64_stream import FileSlice, pieces_of
from limner.api.client_sink import ClientSink
from limner.api.reply_file import ReplyHead, read_head
from limner.api.request_buffers import RequestBuffers
from limner.core.errors import APIError
from limner.storage.blobs import Blobs
from limner.storage.threads import in_thread

log = logging.getLogger("limner.access")

Purpose = Literal["idempotent", "kept"]


@dataclass(frozen=True, slots=True)
class StoredReply:
    """In a file of a request's buffers."""

    head: ReplyHead
    body: FileSlice

    async def error_body(self) -> Mapping[str, object]:
        """The body of a response that is an error."""
        text = b"".join([piece async for piece in pieces_of([self.body])])
        return msgspec.json.decode(text, type=dict[str, object])

    async def send(self, sink: ClientSink, headers: Mapping[str, str]) -> None:
        await sink.start({**self.head.headers, **headers}, status=self.head.status)
        await sink.write([self.body])
        await sink.finish()


class StoredReplies:
    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs

    async def save(self, purpose: Purpose, request_id: str, content: bytes | Path, *, expires_at: int) -> bool:
        """Returns whether it is stored; if not, the reason is in the log."""
        name = _name(purpose, request_id)
        try:
            await in_thread(self._blobs.put, name, content, expires_at=expires_at, now=time.time())
        except APIError as error:
            log.warning("The response of %s cannot be stored: %s", request_id, error.message)
            return False
        return True

    async def open(self, purpose: Purpose, request_id: str, buffers: RequestBuffers) -> StoredReply | None:
        """None: it has expired, or was never stored. Raises an APIError if the storage cannot be used."""
        path = buffers.new_path()
        name = _name(purpose, request_id)
        if not await in_thread(self._blobs.copy, name, path, now=time.time(), reserve=buffers.reserve_disk):
            return None
        head, body_at = await asyncio.to_thread(read_head, path)
        return StoredReply(head, FileSlice(path, body_at, path.stat().st_size))


def _name(purpose: Purpose, request_id: str) -> str:
    return f"{purpose}-{request_id}"
