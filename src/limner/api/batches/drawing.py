"""Draws a line of a batch as the same request over HTTP would be, and stores its result."""

import asyncio
import logging
import time
import uuid
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from limner.access.keys import ApiKey
from limner.api.base64_stream import Chunk, length_of, pieces_of
from limner.api.batches.line_reader import small_chunks
from limner.api.body import BodyReader
from limner.api.image_call import ImageCall, Responder
from limner.api.middleware import PERMANENT_ERRORS, internal_error
from limner.api.request_buffers import (
    MemoryBudget,
    RequestBuffers,
    full_disk_as_error,
    no_picture_space_error,
    run_in_thread,
)
from limner.batches.batch import Batch
from limner.batches.lines import Line, LineStore
from limner.batches.result_lines import END_RESULT, STOPPED, begin_result, error_response, no_response
from limner.core.errors import (
    APIError,
    EngineError,
    GoneError,
    OverloadedError,
    RateLimitError,
    RequestTimeoutError,
    StorageFullError,
)
from limner.core.request import BACKGROUND_PRIORITY
from limner.core.usage import TokenUsage
from limner.engines.starts import ServiceClosedError
from limner.families.family import Fields
from limner.observability.context import request_state
from limner.service import ImageService, RequestContext
from limner.storage.blobs import Blobs
from limner.storage.threads import in_thread

log = logging.getLogger("limner.batches")

READ_BYTES = 2**20
WRITE_BYTES = 2**20
MAX_ATTEMPTS = 3
"""To draw a line whose request fails for a reason that may pass."""
MAX_TAKEN = 6
"""How often a line is taken, if the gateways that draw it are killed."""
MAX_DEFERRALS = 100
"""How often a line is put off because the server, or what it depends on, cannot be used: in about eight hours."""
RETRY_S = 5
MAX_RETRY_S = 300
OUTAGE_RETRY_S = 1.0


@dataclass(frozen=True, slots=True)
class LineDrawing:
    service: ImageService
    body: BodyReader
    budget: MemoryBudget
    responder: Responder
    lines: LineStore
    blobs: Blobs

    async def run(
        self, batch: Batch, line: Line, key: ApiKey, *, kept_until: int, urls_expire_at: int | None
    ) -> float | None:
        """Draw a line that this gateway has taken; its result is stored, or another attempt is made later.

        Returns when, in seconds, if not the line is to blame, but the server or what it depends on.

        `kept_until`: when the blob with the result expires. Raises OverloadedError if the database cannot be used.
        """
        request_id = f"req_{uuid.uuid4().hex}"
        token = request_state.set({"request_id": request_id, "key_id": key.id})
        try:
            if line.num_attempts > MAX_TAKEN:
                await self._fail(line, no_response(line.custom_id, STOPPED))
            else:
                await self._draw(batch, line, key, request_id, kept_until, urls_expire_at)
        except APIError as error:
            return await self._end(line, request_id, error)
        except ServiceClosedError:
            await self._give_back(line, delay_s=0, counts_as=None)
        except Exception:
            log.exception("line %d of %s failed (%s)", line.line, batch.id, request_id)
            await self._end(line, request_id, internal_error())
        finally:
            request_state.reset(token)
        return None

    async def _draw(
        self, batch: Batch, line: Line, key: ApiKey, request_id: str, kept_until: int, urls_expire_at: int | None
    ) -> None:
        with RequestBuffers(self.budget) as buffers:
            fields = await self.body.read_line(self._read(batch, line), batch.operation, key.id, buffers)
            context = RequestContext(
                api_key=key.id,
                project_id=key.project_id,
                priority=BACKGROUND_PRIORITY + key.priority,
                obeys=self.responder.gate.obeys,
                is_background=True,
            )
            async with self.service.submit(batch.operation, without_keep(fields), context) as submission:
                call = ImageCall(submission, buffers, key, request_id, batch.base_url, urls_expire_at)
                async with self.responder.admit(call) as admission:
                    reply = await self.responder.draw(call, submission.events())
                    begin = begin_result(line.custom_id, status=200, request_id=request_id)
                    path = buffers.new_path()
                    num_bytes = await _write(path, [begin, *reply.chunks, END_RESULT], buffers)
                    part = f"{batch.blob_prefix}{line.line}-{uuid.uuid4().hex[:16]}"
                    await self._store(part, path, kept_until)
                    if await self._complete(line, part, num_bytes, reply.usage):
                        admission.recorder.settle("completed")
                        return
                    admission.recorder.fail(EngineError("Another attempt was first.", code="line_lost"))
                    log.info("line %d of %s was drawn elsewhere, or too late (%s)", line.line, batch.id, request_id)
                    with suppress(APIError):  # else it expires
                        await in_thread(self.blobs.delete, part)

    async def _read(self, batch: Batch, line: Line) -> AsyncIterator[bytes]:
        for start in range(line.start_byte, line.end_byte, READ_BYTES):
            end = min(start + READ_BYTES, line.end_byte)
            piece = await in_thread(self.blobs.read_range, batch.input_blob, start, end, now=time.time())
            if piece is None:
                raise GoneError("The input of the batch is no longer in the server's storage.", code="input_lost")
            async for chunk in small_chunks(piece):
                yield chunk

    async def _store(self, part: str, path: Path, kept_until: int) -> None:
        """Raises an APIError after several attempts: the images are drawn already."""
        for attempt in range(1, MAX_ATTEMPTS + 1):
            try:
                await in_thread(self.blobs.put, part, path, expires_at=kept_until, now=time.time())
            except OverloadedError:
                if attempt == MAX_ATTEMPTS:
                    raise
                await asyncio.sleep(OUTAGE_RETRY_S * attempt)
            else:
                return

    async def _complete(self, line: Line, part: str, num_bytes: int, usage: TokenUsage) -> bool:
        """While the database cannot be used, wait for it: the images are drawn already."""
        while True:
            try:
                return await self.lines.complete(line, part, num_bytes, usage, now=time.time())
            except OverloadedError:
                await asyncio.sleep(OUTAGE_RETRY_S)

    async def _end(self, line: Line, request_id: str, error: APIError) -> float | None:
        """The request was answered with an error: that is its result, unless the reason may pass. Returns what `run`
        returns.
        """
        delay_s = retry_delay_s(error)
        if delay_s is not None and isinstance(error, OverloadedError | RateLimitError):
            if line.num_deferrals < MAX_DEFERRALS:
                longer_s = min(MAX_RETRY_S, RETRY_S * 2**line.num_deferrals)
                await self._give_back(line, delay_s=max(delay_s, longer_s), counts_as="deferral")
                return delay_s
        elif delay_s is not None and line.num_attempts < MAX_ATTEMPTS:
            await self._give_back(line, delay_s=delay_s, counts_as="attempt")
            return None
        body = error.body()
        result = error_response(line.custom_id, status=error.status, request_id=request_id, body=body)
        await self._fail(line, result)
        return None

    async def _fail(self, line: Line, result: str) -> None:
        while True:
            try:
                await self.lines.fail(line, result, now=time.time())
            except OverloadedError:
                await asyncio.sleep(OUTAGE_RETRY_S)
            else:
                return

    async def _give_back(self, line: Line, *, delay_s: float, counts_as: Literal["attempt", "deferral"] | None) -> None:
        await self.lines.give_back(line, available_at=time.time() + delay_s, counts_as=counts_as)


def retry_delay_s(error: APIError) -> float | None:
    """When the same request may succeed; None: never.

    503 says that the server, or what it depends on, cannot be used; 429 comes from upstream servers. A batch outlasts
    most of that, so there are many attempts, even if the client of an HTTP request should not retry.
    """
    is_final = error.headers.get("x-should-retry") == "false"
    if isinstance(error, OverloadedError):
        return max(RETRY_S, float(error.headers.get("retry-after", RETRY_S)))
    if error.code in PERMANENT_ERRORS or is_final or isinstance(error, StorageFullError):
        return None
    if isinstance(error, RateLimitError | RequestTimeoutError):
        return max(RETRY_S, float(error.headers.get("retry-after", RETRY_S)))
    return RETRY_S if error.status >= 500 else None


def without_keep(fields: Fields) -> Fields:
    """Without `limner_keep`, which has no effect: results are kept anyway."""
    return Fields(fields.kind, {name: value for name, value in fields.values.items() if name != "limner_keep"})


async def _write(path: Path, chunks: list[Chunk], buffers: RequestBuffers) -> int:
    """Returns the number of bytes. Raises OverloadedError if there is not enough space."""
    num_bytes = length_of(chunks)
    if not buffers.reserve_pictures(num_bytes):
        raise no_picture_space_error()
    pending, num_pending = [], 0
    async for piece in pieces_of(chunks):
        pending.append(piece)
        num_pending += len(piece)
        if num_pending >= WRITE_BYTES:
            await run_in_thread(partial(_append, path, pending))
            pending, num_pending = [], 0
    await run_in_thread(partial(_append, path, pending))
    return num_bytes


def _append(path: Path, pieces: list[bytes]) -> None:
    with full_disk_as_error(), path.open("ab") as file:
        file.writelines(pieces)
