"""Records a response to a file that any number of clients read, also while it is written."""

import asyncio
from collections.abc import AsyncGenerator, Iterable, Iterator, Mapping
from contextlib import aclosing, contextmanager
from functools import partial
from pathlib import Path

from limner.api.base64_stream import Chunk, FileSlice, length_of, pieces_of
from limner.api.reply_file import ReplyHead, encode_head
from limner.api.request_buffers import RequestBuffers, full_disk_as_error, no_picture_space_error, run_in_thread
from limner.core.errors import APIError

SMALL_BYTES = 65_536
"""Less is written without a reservation."""


class Recording:
    """A ResponseSink. What one `write` adds is seen by readers as a whole, so that a frame is never interrupted."""

    def __init__(self, buffers: RequestBuffers) -> None:
        self._buffers = buffers
        self.path: Path = buffers.new_path()
        self._head: ReplyHead | None = None
        self._body_at = 0
        self._end = 0
        """Of what readers may see."""
        self.is_done = False
        self.error: APIError | None = None
        """With which it ends."""
        self._num_readers = 0
        self._changed = asyncio.Event()

    async def start(self, headers: Mapping[str, str], *, status: int = 200) -> None:
        head = ReplyHead(status, dict(headers))
        line = encode_head(head.lasting())
        await self._append([line])
        self._head, self._body_at, self._end = head, len(line), len(line)
        self._notify()

    async def write(self, chunks: Iterable[Chunk]) -> None:
        """Raises OverloadedError if there is not enough space."""
        chunks = list(chunks)
        num_bytes = length_of(chunks)
        if num_bytes > SMALL_BYTES and not self._buffers.reserve_pictures(num_bytes):
            raise no_picture_space_error()
        pending: list[bytes] = []
        async with aclosing(pieces_of(chunks)) as pieces:
            async for piece in pieces:
                pending.append(piece)
                if len(piece) > SMALL_BYTES:
                    await self._append(pending)
                    pending = []
        if pending:
            await self._append(pending)
        self._end += num_bytes
        self._notify()

    def finish(self, error: APIError | None = None) -> None:
        """The response is complete, or ends with an error, which is not written to the file. The first call counts."""
        if not self.is_done:
            self.is_done, self.error = True, error
            self._notify()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Keep the file during the context."""
        self._num_readers += 1
        try:
            yield
        finally:
            self._num_readers -= 1
            self._notify()

    async def wait_for_head(self) -> ReplyHead:
        """Raises the error that the response is instead."""
        while self._head is None:
            if self.error is not None:
                raise self.error
            await self._changed.wait()
        return self._head

    async def pieces(self) -> AsyncGenerator[list[Chunk], None]:
        """The body, as it is recorded. Raises the error with which it ends. Call it within `reading`."""
        at = self._body_at
        while True:
            if at < self._end:
                piece = FileSlice(self.path, at, self._end)
                at = piece.end
                yield [piece]
                continue
            if self.error is not None:
                raise self.error
            if self.is_done:
                return
            await self._changed.wait()

    async def wait_until_unread(self) -> None:
        while self._num_readers:
            await self._changed.wait()

    async def _append(self, pieces: list[bytes]) -> None:
        await run_in_thread(partial(_append_all, self.path, pieces))

    def _notify(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()


def _append_all(path: Path, pieces: list[bytes]) -> None:
    with full_disk_as_error(), path.open("ab") as file:
        file.writelines(pieces)
