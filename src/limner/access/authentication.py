"""Who sends a request: its key, from the settings or from the database."""

import asyncio
import hashlib
import hmac
import time
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from limner.access.keys import ANONYMOUS, ApiKey, KeyStore, hash_secret
from limner.core.errors import AuthenticationError

CACHE_S = 0.5
"""How long the answer of the database is used: a revoked key stops working within a second."""
MAX_CACHED = 10_000
NO_KEY = (
    "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth"
    " (i.e. Authorization: Bearer YOUR_KEY)."
)


@dataclass(frozen=True, slots=True)
class CachedKey:
    key: ApiKey | None
    """None: the key is not known."""
    until_s: float
    """Monotonic seconds."""


class Authenticator:
    def __init__(self, static_keys: Iterable[str], store: KeyStore | None) -> None:
        """`store`: the managed keys; None if only `static_keys` are accepted."""
        self._static = {hash_secret(key): _static_key(key) for key in static_keys}
        self._store = store
        self._cache: OrderedDict[str, CachedKey] = OrderedDict()
        self._locks: dict[str, asyncio.Lock] = {}

    @property
    def is_required(self) -> bool:
        """Whether requests need a key."""
        return bool(self._static) or self._store is not None

    async def authenticate(self, headers: Mapping[bytes, bytes]) -> ApiKey:
        """The key of `Authorization: Bearer KEY`, or of Azure's `api-key: KEY`.

        Raises AuthenticationError, or OverloadedError if the database cannot be used.
        """
        if not self.is_required:
            return ANONYMOUS
        secret = _read_secret(headers)
        if not secret:
            raise _unauthorized_error(NO_KEY, code=None)
        # hashes are compared, so the time that it takes says nothing about a secret
        secret_hash = hash_secret(secret.decode("latin-1"))
        static = [key for known, key in self._static.items() if hmac.compare_digest(known, secret_hash)]
        key = static[0] if static else await self._find(secret_hash)
        if key is None or not key.is_valid(time.time()):
            shown = mask_key(secret.decode("latin-1"))
            raise _unauthorized_error(
                f"Incorrect API key provided: {shown}. You can find your API key at"
                " https://platform.openai.com/account/api-keys.",
                code="invalid_api_key",
            )
        return key

    async def _find(self, secret_hash: str) -> ApiKey | None:
        if self._store is None:
            return None
        lock = self._locks.setdefault(secret_hash, asyncio.Lock())
        try:
            async with lock:  # one query for all requests that wait for the same key
                cached = self._cache.get(secret_hash)
                if cached is None or cached.until_s <= time.monotonic():
                    asked_s = time.monotonic()
                    found = await self._store.find_by_secret(secret_hash, now=time.time())
                    cached = CachedKey(found, asked_s + CACHE_S)
                    self._remember(secret_hash, cached)
                return cached.key
        finally:
            if not lock.locked():
                self._locks.pop(secret_hash, None)

    def _remember(self, secret_hash: str, cached: CachedKey) -> None:
        self._cache[secret_hash] = cached
        self._cache.move_to_end(secret_hash)
        if len(self._cache) > MAX_CACHED:
            self._cache.popitem(last=False)


def _read_secret(headers: Mapping[bytes, bytes]) -> bytes:
    scheme, _, secret = headers.get(b"authorization", b"").partition(b" ")
    if scheme.lower() != b"bearer":
        secret = headers.get(b"api-key", b"")
    return secret.strip()


def _static_key(secret: str) -> ApiKey:
    return ApiKey(id=key_digest(secret.encode()), name="api_keys", redacted=mask_key(secret))


def key_digest(key: bytes) -> str:
    """A digest that identifies a key of the settings in logs, engines and the ledger without revealing it."""
    return hashlib.blake2b(key, digest_size=6, person=b"limner").hexdigest()


def mask_key(key: str) -> str:
    """Hide the middle of a long key, because messages are logged."""
    return key if len(key) <= 12 else f"{key[:8]}{'*' * min(24, len(key) - 12)}{key[-4:]}"


def _unauthorized_error(message: str, *, code: str | None) -> AuthenticationError:
    return AuthenticationError(message, code=code, headers={"www-authenticate": 'Bearer realm="OpenAI API"'})
