"""Translate errors of the operating system to API errors."""

import errno
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from limner.core.errors import APIError, OverloadedError, StorageFullError

log = logging.getLogger("limner.storage")

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
"""No space, no inodes, or a file system quota."""
BUSY = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN})
"""Too many open files and similar: temporary."""
NO_RETRY = {"x-should-retry": "false"}


@contextmanager
def storage_errors() -> Iterator[None]:
    """Raise an OSError as an APIError."""
    try:
        yield
    except OSError as error:
        log.warning("%s", error)
        raise as_api_error(error) from error


def as_api_error(error: OSError) -> APIError:
    if error.errno in FULL:
        return storage_full_error("Its disk has no space left.")
    if error.errno in BUSY:
        return storage_busy_error()
    return storage_unavailable_error("Its log says why.")


def storage_full_error(why: str) -> StorageFullError:
    return StorageFullError(
        f"The server's storage is full, so nothing can be stored. {why}", code="storage_full", headers=NO_RETRY
    )


def storage_busy_error() -> OverloadedError:
    return OverloadedError(
        "The server's storage is busy. Please try again in a moment.",
        code="storage_busy",
        headers={"retry-after": "1"},
    )


def storage_unreachable_error() -> OverloadedError:
    return OverloadedError(
        "The server's storage does not answer. Please try again in a moment.",
        code="storage_unreachable",
        headers={"retry-after": "5"},
    )


def storage_unavailable_error(why: str) -> OverloadedError:
    """A failure that lasts until an operator does something."""
    return OverloadedError(
        f"The server's storage cannot be used at present. {why}", code="storage_unavailable", headers=NO_RETRY
    )
