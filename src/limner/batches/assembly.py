"""Makes the output and error files of a closed batch from the results of its lines, and deletes what is temporary.

The files have ids that were reserved when the batch was closed. So a gateway that takes over the work of one that was
killed replaces the files of that one.
"""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Protocol

import msgspec

from limner.batches.batch import Batch
from limner.batches.lines import LineStore, Part
from limner.batches.result_lines import CANCELLED, EXPIRED, LOST, no_response
from limner.batches.store import BatchStore
from limner.storage.blobs import Blobs
from limner.storage.content import COPY_BYTES, Content, Pieces
from limner.storage.faults import storage_errors
from limner.storage.files import Files
from limner.storage.threads import in_thread

log = logging.getLogger("limner.batches")

PAGE = 1000
"""Lines that are in memory at a time."""
DAY_S = 86_400
NEW_LINE = b"\n"


class Scratch(Protocol):
    """Space for temporary files."""

    def new_path(self) -> Path: ...

    def reserve_disk(self, num_bytes: int) -> None:
        """Raises an APIError if there is not enough."""
        ...

    def discard_file(self, path: Path) -> None: ...


class Assembly:
    def __init__(
        self,
        batches: BatchStore,
        lines: LineStore,
        files: Files,
        blobs: Blobs,
        *,
        open_scratch: Callable[[], AbstractContextManager[Scratch]],
        retention_days: int,
    ) -> None:
        self._batches = batches
        self._lines = lines
        self._files = files
        self._blobs = blobs
        self._open_scratch = open_scratch
        self._retention_days = retention_days

    async def assemble(self, batch: Batch) -> None:
        """Store the files of a batch that this gateway owns, and finish it. Raises an APIError."""
        with self._open_scratch() as scratch:
            output_file_id = await self._store_output(batch, scratch)
            error_file_id = await self._store_errors(batch, scratch)
        is_own = await self._batches.finish(
            batch, output_file_id=output_file_id, error_file_id=error_file_id, now=time.time()
        )
        if is_own:
            await self.clean(batch)

    async def clean(self, batch: Batch) -> None:
        """Delete the lines and temporary blobs of a finished batch."""
        await in_thread(self._blobs.delete_all, batch.blob_prefix)
        await self._lines.delete_all(batch.id)
        await self._batches.forget_parts(batch.id)

    async def _store_output(self, batch: Batch, scratch: Scratch) -> str | None:
        """The id of the file; None if no line has succeeded."""
        path = scratch.new_path()
        while num_bytes := await self._list_parts(batch, scratch, path):
            lost: list[Part] = []
            content = Pieces(num_bytes, partial(self._read_parts, path, scratch, lost))
            try:
                return await self._put(batch, batch.output_file_id, "output", content)
            except Exception:  # storages raise different ones if the content ends early
                if not lost:
                    raise
            for part in lost:
                log.warning("%s: the result of line %d is lost.", batch.id, part.line)
                await self._lines.lose(batch.id, part, no_response(part.custom_id, LOST))
        return None

    async def _list_parts(self, batch: Batch, scratch: Scratch, path: Path) -> int:
        """Write the list of the results to a file, for a thread that reads them. Returns the sum of their bytes."""
        num_bytes = line = 0
        scratch.discard_file(path)  # of the attempt before
        while parts := await self._lines.list_parts(batch.id, after=line, limit=PAGE):
            text = b"".join(msgspec.json.encode(part) + NEW_LINE for part in parts)
            scratch.reserve_disk(len(text))
            await in_thread(_append, path, text)
            num_bytes += sum(part.num_bytes for part in parts)
            line = parts[-1].line
        return num_bytes

    def _read_parts(self, parts: Path, scratch: Scratch, lost: list[Part]) -> Iterator[bytes]:
        """The results, up to the first one that is not there, which is added to `lost`. Blocks.

        `parts`: what `_list_parts` has written.
        """
        for part in _read_list(parts):
            path = scratch.new_path()
            try:
                if not self._blobs.copy(part.name, path, now=time.time(), reserve=scratch.reserve_disk):
                    lost.append(part)
                    return
                with path.open("rb") as file:
                    while piece := file.read(COPY_BYTES):
                        yield piece
            finally:
                scratch.discard_file(path)

    async def _store_errors(self, batch: Batch, scratch: Scratch) -> str | None:
        """The id of the file; None if all lines have succeeded."""
        path, line, reason = scratch.new_path(), 0, CANCELLED if batch.outcome == "cancelled" else EXPIRED
        while failed := await self._lines.list_failed(batch.id, after=line, limit=PAGE):
            results = (one.error or no_response(one.custom_id, reason) for one in failed)
            text = b"".join(result.encode() + NEW_LINE for result in results)
            scratch.reserve_disk(len(text))
            await in_thread(_append, path, text)
            line = failed[-1].line
        return await self._put(batch, batch.error_file_id, "error", path) if line else None

    async def _put(self, batch: Batch, file_id: str | None, kind: str, content: Content) -> str:
        assert batch.closed_at is not None
        file = await in_thread(
            self._files.put,
            content,
            filename=f"{batch.id}_{kind}.jsonl",
            purpose="batch_output",
            owner=batch.key_id,
            now=batch.closed_at,
            lifetime_s=self.output_lifetime_s(batch),
            file_id=file_id,
        )
        return file.id

    def output_lifetime_s(self, batch: Batch) -> int | None:
        """None: the files do not expire."""
        return batch.output_lifetime_s or (self._retention_days * DAY_S or None)


def _read_list(path: Path) -> Iterator[Part]:
    with storage_errors(), path.open("rb") as file:
        for line in file:
            yield msgspec.json.decode(line, type=Part)


def _append(path: Path, text: bytes) -> None:
    with storage_errors(), path.open("ab") as file:
        file.write(text)
