"""Who sends a request: its key, from the settings or from the database."""

import asyncio
import hashlib
import hmac
import time
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

from limner.access.key_secrets import hash_secret, is_managed, redact_static
from limner.access.keys import ANONYMOUS, ApiKey, KeyStore
from limner.core.errors import AuthenticationError, NotFoundError

CACHE_S = 0.5
"""How long the answer of the database is used: a revoked key stops working within a second."""
MAX_CACHED = 10_000
HEADERS = {b"authorization": "Authorization", b"api-key": "api-key"}
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
        self._lookups: dict[str, asyncio.Task[ApiKey | None]] = {}

    @property
    def is_required(self) -> bool:
        """Whether requests need a key."""
        return bool(self._static) or self._store is not None

    async def authenticate(self, headers: Iterable[tuple[bytes, bytes]]) -> ApiKey:
        """The key of `Authorization: Bearer KEY`, or of Azure's `api-key: KEY`.

        Raises AuthenticationError, or OverloadedError if the database cannot be used.
        """
        if not self.is_required:
            return ANONYMOUS
        secret = _read_secret(headers)
        if not secret:
            raise _unauthorized_error(NO_KEY, code=None)
        key = await self._find(secret.decode("latin-1"))
        if key is None or not key.is_valid(time.time()):
            shown = mask_key(secret.decode("latin-1"))
            raise _unauthorized_error(
                f"Incorrect API key provided: {shown}. You can find your API key at"
                " https://platform.openai.com/account/api-keys.",
                code="invalid_api_key",
            )
        return key

    async def find(self, key_id: str) -> ApiKey | None:
        """The key with this id; None if it is not valid. Raises OverloadedError if the database cannot be used."""
        if not self.is_required:
            return None if key_id else ANONYMOUS
        static = [key for key in self._static.values() if key.id == key_id]
        if static or self._store is None:
            return static[0] if static else None
        try:
            key = await self._store.find(key_id)
        except NotFoundError:
            return None
        return key if key.is_valid(time.time()) else None

    async def _find(self, secret: str) -> ApiKey | None:
        # hashes are compared, so the time that it takes says nothing about a secret
        secret_hash = hash_secret(secret)
        static = [key for known, key in self._static.items() if hmac.compare_digest(known, secret_hash)]
        if static:
            return static[0]
        if self._store is None or not is_managed(secret):
            return None
        cached = self._cache.get(secret_hash)
        if cached is not None and cached.until_s > time.monotonic():
            return cached.key
        lookup = self._lookups.get(secret_hash)
        if lookup is None:  # one query for all requests that wait for the same key, also if it fails
            lookup = self._lookups[secret_hash] = asyncio.create_task(self._look_up(self._store, secret_hash))
            lookup.add_done_callback(lambda task: task.cancelled() or task.exception())  # never "never retrieved"
        return await asyncio.shield(lookup)

    async def _look_up(self, store: KeyStore, secret_hash: str) -> ApiKey | None:
        asked_s = time.monotonic()
        try:
            key = await store.find_by_secret(secret_hash, now=time.time())
        finally:
            del self._lookups[secret_hash]
        self._remember(secret_hash, CachedKey(key, asked_s + CACHE_S))
        return key

    def _remember(self, secret_hash: str, cached: CachedKey) -> None:
        self._cache[secret_hash] = cached
        self._cache.move_to_end(secret_hash)
        if len(self._cache) > MAX_CACHED:
            self._cache.popitem(last=False)


def _read_secret(headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Raises AuthenticationError for several keys: a proxy in front of the server may have checked another one."""
    values: dict[bytes, bytes] = {}
    for name, value in headers:
        if name in HEADERS and values.setdefault(name, value) != value:
            raise _unauthorized_error(
                f"The header '{HEADERS[name]}' was sent more than once, with different values. Send one key.",
                code="invalid_api_key",
            )
    scheme, _, secret = values.get(b"authorization", b"").partition(b" ")
    if scheme.lower() != b"bearer":
        secret = values.get(b"api-key", b"")
    return secret.strip()


def _static_key(secret: str) -> ApiKey:
    return ApiKey(id=key_digest(secret.encode()), name="api_keys", redacted=redact_static(secret))


def key_digest(key: bytes) -> str:
    """A digest that identifies a key of the settings in logs, engines and the ledger without revealing it."""
    return hashlib.blake2b(key, digest_size=6, person=b"limner").hexdigest()


def mask_key(key: str) -> str:
    """Hide the middle of a long key, because messages are logged."""
    return key if len(key) <= 12 else f"{key[:8]}{'*' * min(24, len(key) - 12)}{key[-4:]}"


def _unauthorized_error(message: str, *, code: str | None) -> AuthenticationError:
    return AuthenticationError(message, code=code, headers={"www-authenticate": 'Bearer realm="OpenAI API"'})
