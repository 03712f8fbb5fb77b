"""Validates the input of a batch, and adds its lines to the database."""

import asyncio
import hashlib
import json
import time
from dataclasses import dataclass, field
from pathlib import Path

from limner.access.recorder import clean_text
from limner.api.batches.line_reader import (
    FILE_LINES_FOR_EACH,
    ParsedLine,
    RawLine,
    duplicate_error,
    mismatched_model_error,
    parse_long,
    read_lines,
    take_lines,
    unknown_model_error,
)
from limner.api.request_buffers import MemoryBudget, RequestBuffers, full_disk_as_error
from limner.batches.batch import Batch, BatchError
from limner.batches.lines import LineStore, NewLine
from limner.batches.store import BatchStore
from limner.core.errors import NotFoundError
from limner.service import ImageService
from limner.settings import Batches
from limner.storage.blobs import Blobs
from limner.storage.files import Files
from limner.storage.threads import in_thread

MAX_ERRORS = 100
"""That are reported."""
KEPT_S = 7 * 86_400
"""How long the temporary blobs of a batch outlast its window, if no gateway deletes them."""


@dataclass(frozen=True, slots=True)
class Validation:
    batches: BatchStore
    lines: LineStore
    files: Files
    blobs: Blobs
    budget: MemoryBudget
    service: ImageService
    settings: Batches
    strict: bool

    async def validate(self, batch: Batch) -> None:
        """Begin a batch that this gateway owns, or let it fail. Raises an APIError if that is not possible now."""
        with RequestBuffers(self.budget) as buffers:
            path = buffers.new_path()
            findings = Findings()
            if await self._copy_input(batch, path, buffers, findings):
                # of a gateway that was killed
                if not await self.lines.delete_all(batch.id, is_validating=True):
                    return
                if not await self._read(batch, path, findings):
                    return
            if findings.errors:
                await self.batches.fail(batch.id, findings.errors[:MAX_ERRORS], now=time.time())
                return
            now = time.time()
            expires_at = batch.expires_at + KEPT_S
            await in_thread(self.blobs.put, batch.input_blob, path, expires_at=expires_at, now=now)
            model = None if findings.model is None else clean_text(findings.model)
            total = len(findings.custom_ids)
            has_begun = await self.batches.begin(batch.id, total=total, model=model, now=now)
            if not has_begun and await self.batches.closed_among([batch.id]):
                await in_thread(self.blobs.delete, batch.input_blob)  # what else deletes it may have done so before

    async def _copy_input(self, batch: Batch, path: Path, buffers: RequestBuffers, findings: "Findings") -> bool:
        now = time.time()
        try:
            file = await in_thread(self.files.find, batch.input_file_id, owner=batch.key_id, now=now)
        except NotFoundError:
            findings.errors.append(_no_file_error(batch.input_file_id))
            return False
        if file.purpose != "batch":
            message = f"The file '{file.id}' has the purpose '{file.purpose}'. Upload it with the purpose 'batch'."
            findings.errors.append(BatchError("invalid_request", message, "input_file_id"))
            return False
        if file.bytes > self.settings.max_file_bytes:
            findings.errors.append(_too_large_error(self.settings.max_file_bytes))
            return False
        try:
            with full_disk_as_error():
                await in_thread(
                    self.files.copy, file.id, path, owner=batch.key_id, now=now, reserve=buffers.reserve_disk
                )
        except NotFoundError:  # deleted meanwhile
            findings.errors.append(_no_file_error(batch.input_file_id))
            return False
        return True

    async def _read(self, batch: Batch, path: Path, findings: "Findings") -> bool:
        """Returns False if the batch is not this gateway's to validate any more."""
        max_file_lines = self.settings.max_lines * FILE_LINES_FOR_EACH
        lines = read_lines(path, max_lines=max_file_lines)
        while taken := await asyncio.to_thread(take_lines, lines, batch.endpoint):
            new = []
            for raw, short in taken:
                parsed = short or await self._parse_long(raw, path, batch.endpoint)
                if isinstance(parsed, BatchError):
                    findings.errors.append(parsed)
                elif (error := self._check(parsed, raw.number, findings)) is not None:
                    findings.errors.append(error)
                else:
                    new.append(_new_line(raw, parsed))
            if len(findings.custom_ids) > self.settings.max_lines or taken[-1][0].number > max_file_lines:
                findings.errors = [_too_many_error(self.settings.max_lines)]
                return True
            if len(findings.errors) >= MAX_ERRORS:
                return True
            if new and not findings.errors and not await self.lines.add(batch.id, new):
                return False
        if not findings.custom_ids and not findings.errors:
            findings.errors.append(EMPTY)
        return True

    async def _parse_long(self, raw: RawLine, path: Path, endpoint: str) -> ParsedLine | BatchError:
        with RequestBuffers(self.budget) as buffers:
            return await parse_long(raw, path, buffers, endpoint)

    def _check(self, line: ParsedLine, number: int, findings: "Findings") -> BatchError | None:
        """What is wrong with a line, besides its own fields."""
        digest = hashlib.blake2b(line.custom_id.encode(errors="surrogatepass"), digest_size=16).digest()
        if digest in findings.custom_ids:
            return duplicate_error(line.custom_id, number)
        if not findings.custom_ids:
            findings.model = line.model
        findings.custom_ids.add(digest)
        if line.model is None and self.strict:
            return BatchError("invalid_request", "Model parameter is required.", "body.model", number)
        if line.model is not None and not self.service.has_model(line.model):
            return unknown_model_error(line.model, number)
        if line.model != findings.model:
            return mismatched_model_error(line.model or "", number)
        return None


@dataclass(slots=True)
class Findings:
    errors: list[BatchError] = field(default_factory=list)
    custom_ids: set[bytes] = field(default_factory=set)
    """As digests."""
    model: str | None = None
    """Of the first line."""


def _new_line(raw: RawLine, parsed: ParsedLine) -> NewLine:
    return NewLine(
        line=raw.number,
        custom_id=json.dumps(parsed.custom_id),
        start_byte=raw.start_byte,
        end_byte=raw.end_byte,
    )


EMPTY = BatchError(
    "empty_file", "The batch input file is empty. Please ensure that the batch contains at least one request."
)


def _no_file_error(file_id: str) -> BatchError:
    message = f"Cannot find file {file_id[:100]}, or organization org-limner does not have access to it."
    return BatchError("invalid_request", message, "file_id")


def _too_large_error(limit: int) -> BatchError:
    message = f"The batch input file is larger than the {limit} maximum. Please try again with a smaller batch."
    return BatchError("file_too_large", message, "input_file_id")


def _too_many_error(limit: int) -> BatchError:
    message = f"The batch input file contains more than the maximum of {limit} requests."
    return BatchError("too_many_requests", message)
