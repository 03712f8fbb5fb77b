"""A file of settled requests that are not in the database yet, so that a killed process loses none.

Each process appends to its own file, which it locks. A file without a lock belongs to a process that was killed: the
next one to start takes its lines over.
"""

import fcntl
import logging
import os
import shutil
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
        self._folder = folder
        self._path, self._file = _create_locked(folder)
        self._encoder = msgspec.json.Encoder()

    def append(self, entry: JournalEntry) -> None:
        """Raises OSError, and then leaves no part of the entry."""
        state = os.fstat(self._file)
        if not state.st_nlink:
            state = self._replace_deleted()
        line = self._encoder.encode(entry) + b"\n"
        try:
            written = os.write(self._file, line)
        except OSError:
            os.ftruncate(self._file, state.st_size)
            raise
        if written != len(line):
            os.ftruncate(self._file, state.st_size)
            raise OSError(f"only {written} of {len(line)} bytes were written")

    def _replace_deleted(self) -> os.stat_result:
        """The file was deleted, perhaps with its folder: go on in a new one, with the entries so far."""
        log.warning("The journal '%s' was deleted. A new one is begun.", self._path)
        path, file = _create_locked(self._folder)
        try:
            os.lseek(self._file, 0, os.SEEK_SET)
            with open(self._file, "rb", closefd=False) as old, open(file, "wb", closefd=False) as new:
                shutil.copyfileobj(old, new)
        except OSError:
            _discard(path, file)
            raise
        os.close(self._file)
        self._path, self._file = path, file
        return os.fstat(file)

    def clear(self) -> None:
        """All entries are in the database."""
        os.ftruncate(self._file, 0)

    def adopt(self) -> list[JournalEntry]:
        """Move the entries of processes that were killed into this journal, and return them.

        A file that cannot be moved is left for the next start; what this journal has of it is returned.
        """
        adopted: list[JournalEntry] = []
        for path in self._folder.glob(f"*{SUFFIX}"):
            if path == self._path:
                continue
            try:
                with path.open("rb") as file:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    for entry in _read_entries(file.read(), path):
                        self.append(entry)
                        adopted.append(entry)
                    path.unlink()
            except (BlockingIOError, FileNotFoundError):
                continue  # in use, or adopted by another process
            except OSError as error:
                log.error("The journal '%s' of a killed process cannot be taken over: %s", path, error)  # noqa: TRY400
        return adopted

    def close(self) -> None:
        """Delete the file if it is empty; else the next process takes its entries over. Raises OSError."""
        try:
            state = os.fstat(self._file)
            if not state.st_size:
                self._path.unlink(missing_ok=True)
            elif not state.st_nlink:
                self._replace_deleted()
        finally:
            os.close(self._file)


def _create_locked(folder: Path) -> tuple[Path, int]:
    """A new file with a lock. Retries if another process takes it over before it is locked."""
    folder.mkdir(parents=True, exist_ok=True)
    while True:
        path = folder / f"{uuid.uuid4().hex}{SUFFIX}"
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
        except OSError:
            _discard(path, file)
            raise
        if os.fstat(file).st_nlink:
            return path, file
        os.close(file)


def _discard(path: Path, file: int) -> None:
    path.unlink(missing_ok=True)
    os.close(file)


def _read_entries(data: bytes, path: Path) -> list[JournalEntry]:
    decoder = msgspec.json.Decoder(JournalEntry)
    entries = []
    for line in data.splitlines():
        try:
            entries.append(decoder.decode(line))
        except (msgspec.DecodeError, UnicodeDecodeError):
            log.exception("A line of the journal '%s' is damaged and skipped.", path)
    return entries
