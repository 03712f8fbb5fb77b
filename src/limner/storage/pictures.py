"""Images that are returned as URLs, and the signatures of these URLs."""

import hmac
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from limner.core.errors import GoneError, NotFoundError
from limner.core.formats import FORMATS
from limner.storage.blobs import Blobs

NAME = re.compile(rf"[0-9a-f]{{32}}\.({'|'.join(FORMATS)})", re.ASCII)
CACHE_CONTROL = "private, max-age=3600, immutable"


@dataclass(frozen=True, slots=True)
class StoredFile:
    name: str
    """Random, with the extension of the format."""
    expires_at: int
    """Unix seconds."""
    url: str | None = None
    """Where clients read it, if not from this server."""


class Pictures:
    """Every method blocks: call it with `threads.in_thread`."""

    def __init__(
        self, blobs: Blobs, *, lifetime_s: float, sign: Callable[[str, int, float], str] | None = None
    ) -> None:
        """`sign`: makes a URL from a blob's name, its expiry time and the present time; None: this server sends it."""
        self._blobs = blobs
        self._lifetime_s = lifetime_s
        self._sign = sign

    def put(self, data: bytes | Path, *, extension: str, now: float, expires_at: int | None = None) -> StoredFile:
        """`expires_at`: None: after the lifetime of the settings."""
        name = f"{secrets.token_hex(16)}.{extension}"
        if expires_at is None:
            expires_at = int(now + self._lifetime_s)
        self._blobs.put(name, data, expires_at=expires_at, now=now)
        return StoredFile(name, expires_at, self._sign(name, expires_at, now) if self._sign else None)

    def read(self, name: str, *, now: float) -> bytes:
        """Raises GoneError for a valid name that is not stored, NotFoundError for any other."""
        if not is_name(name):
            raise not_found_error(name)
        data = self._blobs.read(name, now=now)
        if data is None:
            raise gone_error(name)
        return data

    def sweep(self, *, now: float) -> int:
        """Delete expired images and return their number."""
        return self._blobs.sweep(now=now)


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
