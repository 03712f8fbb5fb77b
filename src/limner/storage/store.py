"""The Store protocol for images that are returned as URLs, and the signatures of these URLs."""

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from limner.core.errors import GoneError, NotFoundError
from limner.core.formats import FORMATS

NAME = re.compile(rf"[0-9a-f]{{32}}\.({'|'.join(FORMATS)})", re.ASCII)


@dataclass(frozen=True, slots=True)
class StoredFile:
    name: str
    """Random, with the extension of the format."""
    expires_at: int
    """Unix seconds."""


class Store(Protocol):
    """Raises GoneError for a valid name that is not stored, NotFoundError for any other: see `is_name`."""

    def put(self, data: bytes, *, extension: str, now: float) -> StoredFile:
        """Store `data` for the store's lifetime. Blocks: call it in a thread."""
        ...

    def read(self, name: str, *, now: float) -> bytes:
        """Raises NotFoundError or GoneError. Blocks."""
        ...

    def sweep(self, *, now: float) -> int:
        """Delete expired files and return their number. Blocks."""
        ...


class Signer:
    """Signs URLs: they give access to an image without an API key until they expire."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def query(self, file: StoredFile) -> str:
        return f"expires={file.expires_at}&signature={self._sign(file.name, file.expires_at)}"

    def check(self, name: str, query: Mapping[str, str], *, now: float) -> None:
        """Raises NotFoundError for a wrong signature, GoneError for an expired one."""
        raw = query.get("expires", "")
        expires_at = int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 16 else 0
        if not hmac.compare_digest(
            self._sign(name, expires_at), query.get("signature", "").encode("ascii", "replace").decode()
        ):
            raise not_found_error(name)
        if now >= expires_at:
            raise gone_error(name)

    def _sign(self, name: str, expires_at: int) -> str:
        return hmac.new(self._secret, f"{name}:{expires_at}".encode(), sha256).hexdigest()[:32]


def is_name(name: str) -> bool:
    """Whether `name` has the format of generated names. Check it before using it as a path or key."""
    return NAME.fullmatch(name) is not None


def not_found_error(name: str) -> NotFoundError:
    return NotFoundError(f"There is no picture '{name}', or its URL is not complete.", code="picture_not_found")


def gone_error(name: str) -> GoneError:
    return GoneError(f"The picture '{name}' has expired. Pictures are kept for a limited time.", code="picture_expired")
