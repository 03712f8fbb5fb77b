"""The Files protocol: files that clients upload for use as `file_id`."""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, BinaryIO, Protocol

import msgspec

from limner.core.errors import NotFoundError
from limner.storage.content import Content, length_of

ID = re.compile(r"file-[0-9a-f]{24}", re.ASCII)
TIME_DIGITS = 11
"""Hexadecimal digits of an id that hold the creation time in milliseconds; the rest is random."""
MAX_PAGE = 10_000
MAX_RECORD_BYTES = 65_536
Natural = Annotated[int, msgspec.Meta(ge=0, lt=2**53)]
"""The integers that every JSON parser can represent; a larger value means a damaged record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileObject:
    """The API's File object without its constant fields, and its owner."""

    id: str
    bytes: Natural
    created_at: Natural
    filename: str
    purpose: str
    expires_at: Natural | None = None
    """Unix seconds; None: never."""
    owner: str = ""
    """The id of the key that uploaded it; empty on a server without keys."""


@dataclass(frozen=True, slots=True)
class Page:
    files: list[FileObject]
    has_more: bool


class Files(Protocol):
    """Every method blocks: call it with `threads.in_thread`. Expired files are not found, even before they are deleted.

    A file exists only for its owner. Failures of the storage are APIErrors, for the client.
    """

    def put(
        self,
        content: Content,
        *,
        filename: str,
        purpose: str,
        owner: str,
        now: float,
        lifetime_s: int | None = None,
        file_id: str | None = None,
    ) -> FileObject:
        """`lifetime_s`: None: the file does not expire. `file_id`: of `new_file_id`, to replace a file of this id that
        was stored with the same arguments.
        """
        ...

    def find(self, file_id: str, *, owner: str, now: float) -> FileObject:
        """Raises NotFoundError, also if the content is missing or the record is damaged."""
        ...

    def open(self, file_id: str, *, owner: str, now: float, scratch: Callable[[int], Path]) -> BinaryIO:
        """Open the content of a file. It stays readable if the file is deleted meanwhile, unless it has no `fileno`:
        then it is read from where it is stored. Raises NotFoundError.

        `scratch`: the path for a temporary file of so many bytes, if the content has to be downloaded.
        """
        ...

    def copy(self, file_id: str, target: Path, *, owner: str, now: float, reserve: Callable[[int], None]) -> None:
        """Link or copy the content to `target`, where it stays if the file is deleted. Raises NotFoundError.

        `reserve`: called with the number of bytes before they are written; not called for a link.
        """
        ...

    def list_page(
        self,
        *,
        owner: str,
        now: float,
        limit: int = MAX_PAGE,
        after: str | None = None,
        oldest_first: bool = False,
        purpose: str | None = None,
    ) -> Page:
        """List files in order of creation. `after`: the last id of the previous page; it may have been deleted.

        Raises NotFoundError for an `after` that was never issued.
        """
        ...

    def delete(self, file_id: str, *, owner: str, now: float) -> None:
        """Raises NotFoundError."""
        ...

    def sweep(self, *, now: float) -> int:
        """Delete expired files and the remains of interrupted uploads. Returns the number deleted."""
        ...


def new_file_id(now: float) -> str:
    return f"file-{int(now * 1000):0{TIME_DIGITS}x}{secrets.token_hex(12)[TIME_DIGITS:]}"


def new_file(
    content: Content,
    *,
    filename: str,
    purpose: str,
    owner: str,
    now: float,
    lifetime_s: int | None,
    file_id: str | None = None,
) -> FileObject:
    return FileObject(
        id=file_id or new_file_id(now),
        bytes=length_of(content),
        created_at=int(now),
        filename=filename,
        purpose=purpose,
        expires_at=None if lifetime_s is None else int(now) + lifetime_s,
        owner=owner,
    )


def decode_record(file_id: str, record: bytes) -> FileObject | None:
    """None if it is damaged."""
    try:
        file = msgspec.json.decode(record, type=FileObject)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return file if file.id == file_id else None


def created_ms(file_id: str) -> int:
    """The creation time in an id, in Unix milliseconds."""
    return int(file_id.removeprefix("file-")[:TIME_DIGITS], 16)


def read_cursor(after: str, now: float) -> tuple[int, str]:
    """Creation time in milliseconds and id of a file that may be deleted: clients delete while they list.

    Raises NotFoundError for an id that was never issued.
    """
    if not ID.fullmatch(after) or created_ms(after) > now * 1000:
        raise no_such_file_error(after)
    return created_ms(after), after


def has_expired(expires_at: int | None, now: float) -> bool:
    return expires_at is not None and expires_at <= now


def no_such_file_error(file_id: str) -> NotFoundError:
    return NotFoundError(f"No such File object: {file_id}", param="id", code=None)
