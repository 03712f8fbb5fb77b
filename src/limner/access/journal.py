"""A file of settled requests that are not in the database yet, so that a killed process loses none.

Each process appends to its own file, which it locks. A file without a lock belongs to a process that was killed: the
next one to start takes its lines over.
"""

import fcntl
import logging
import os
import uuid
from pathlib import Path

import msgspec

from limner.core.request_record import RequestRecord

log = logging.getLogger("limner.access")

SUFFIX = ".jsonl"


class JournalEntry(msgspec.Struct, frozen=True):
    record: RequestRecord
    is_reserved: bool
    """Whether the request has a reservation to settle."""


class Journal:
    """Small synchronous writes: the kernel's cache keeps them if the process is killed."""

    def __init__(self, folder: Path) -> None:
        """Raises OSError if the folder cannot be used."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._path = folder / f"{uuid.uuid4().hex}{SUFFIX}"
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)
        fcntl.flock(self._file, fcntl.LOCK_EX)
        self._encoder = msgspec.json.Encoder()

    def append(self, entry: JournalEntry) -> None:
        """Raises OSError, and then leaves no part of the entry."""
        line = self._encoder.encode(entry) + b"\n"
        size = os.fstat(self._file).st_size
        try:
            written = os.write(self._file, line)
        except OSError:
            os.ftruncate(self._file, size)
            raise
        if written != len(line):
            os.ftruncate(self._file, size)
            raise OSError(f"only {written} of {len(line)} bytes were written")

    def clear(self) -> None:
        """All entries are in the database."""
        os.ftruncate(self._file, 0)

    def adopt(self) -> list[JournalEntry]:
        """Move the entries of processes that were killed into this journal, and return them."""
        adopted = []
        for path in self._folder.glob(f"*{SUFFIX}"):
            if path == self._path:
                continue
            try:
                with path.open("rb") as file:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    entries = _read_entries(file.read(), path)
                    for entry in entries:
                        self.append(entry)
                    path.unlink()
            except (BlockingIOError, FileNotFoundError):
                continue  # in use, or adopted by another process
            adopted += entries
        return adopted

    def close(self) -> None:
        """Delete the file if it is empty; else the next process takes its entries over."""
        if os.fstat(self._file).st_size == 0:
            self._path.unlink(missing_ok=True)
        os.close(self._file)


def _read_entries(data: bytes, path: Path) -> list[JournalEntry]:
    decoder = msgspec.json.Decoder(JournalEntry)
    entries = []
    for line in data.splitlines():
        try:
            entries.append(decoder.decode(line))
        except (msgspec.DecodeError, UnicodeDecodeError):
            log.exception("A line of the journal '%s' is damaged and skipped.", path)
    return entries
