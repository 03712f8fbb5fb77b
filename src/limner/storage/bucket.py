"""A bucket of an S3 server: named objects, all under one prefix."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError
from obstore.store import S3Store

from limner.settings import S3, SettingsError
from limner.storage.bucket_faults import bucket_errors
from limner.storage.content import Content, Pieces, checked_pieces

if TYPE_CHECKING:
    from obstore.store import S3Config, S3Credential, S3CredentialProvider

PIECE_BYTES = 5 * 2**20
"""Uploads and downloads take one request for each piece, so that the time limit of a request fits to any size."""
MAX_PIECES = 10_000
"""Of an upload; S3 has this limit."""
NUM_PARALLEL = 4
"""Pieces of an upload at a time."""
MAX_RETRIES = 2
FIRST_RETRY_S = 0.1


@dataclass(frozen=True, slots=True)
class Entry:
    key: str
    num_bytes: int


class Bucket:
    """Every method blocks, and raises an APIError if the bucket fails."""

    def __init__(self, store: S3Store) -> None:
        self._store = store

    def put(self, key: str, content: Content, *, attributes: dict[str, str] | None = None) -> None:
        """Store all of it or nothing, replacing an earlier object."""
        if isinstance(content, Pieces):
            self._put_pieces(key, content, attributes)
            return
        with bucket_errors():
            obstore.put(
                self._store,
                key,
                content,
                attributes=attributes,
                chunk_size=PIECE_BYTES,
                max_concurrency=NUM_PARALLEL,
            )

    def _put_pieces(self, key: str, content: Pieces, attributes: dict[str, str] | None) -> None:
        """obstore cannot be given the pieces: it would read them in a thread that must not call it again."""
        writer = obstore.open_writer(
            self._store,
            key,
            attributes=attributes,
            buffer_size=max(PIECE_BYTES, -(-content.num_bytes // MAX_PIECES)),
            max_concurrency=NUM_PARALLEL,
        )
        for piece in checked_pieces(content):
            with bucket_errors():
                writer.write(piece)
        with bucket_errors():  # until then, there is no new object
            writer.close()

    def create(self, key: str, content: bytes) -> None:
        """Store an object unless there is one."""
        try:
            with bucket_errors():
                obstore.put(self._store, key, content, mode="create")
        except AlreadyExistsError:
            pass

    def read(self, key: str) -> bytes | None:
        """None: there is no such object."""
        try:
            with bucket_errors(may_be_missing=True):
                return bytes(obstore.get(self._store, key).bytes())
        except FileNotFoundError:
            return None

    def read_range(self, key: str, start: int, end: int) -> bytes | None:
        """None: there is no such object."""
        try:
            with bucket_errors(may_be_missing=True):
                return bytes(obstore.get_range(self._store, key, start=start, end=end))
        except FileNotFoundError:
            return None

    def download(self, entry: Entry, target: Path) -> bool:
        """Copy an object to a new file. False: there is no such object."""
        with target.open("wb") as file:
            for start in range(0, entry.num_bytes, PIECE_BYTES):
                try:
                    with bucket_errors(may_be_missing=True):
                        end = min(start + PIECE_BYTES, entry.num_bytes)
                        piece = obstore.get_range(self._store, entry.key, start=start, end=end)
                except FileNotFoundError:
                    return False
                file.write(piece)
        return True

    def list(self, folder: str, *, after: str | None = None) -> Iterator[Entry]:
        """The objects of a folder, in the order of their keys. `after`: only those with a greater key."""
        with bucket_errors():
            for page in obstore.list(self._store, folder, offset=after, chunk_size=1000):
                for found in page:
                    yield Entry(found["path"], found["size"])

    def delete(self, keys: Iterable[str]) -> None:
        """Keys without an object are ignored."""
        with bucket_errors():
            obstore.delete(self._store, list(keys))

    def sign(self, key: str, lifetime_s: float) -> str:
        """A URL that reads an object without credentials."""
        with bucket_errors():
            return obstore.sign(self._store, "GET", key, timedelta(seconds=lifetime_s))


def open_bucket(settings: S3) -> Bucket:
    """Does not connect. Raises SettingsError."""
    if not settings.bucket or not all(one.isascii() and (one.isalnum() or one in "._-") for one in settings.bucket):
        raise SettingsError("'storage.s3.bucket' must be the name of a bucket.")
    if (settings.access_key_id is None) != (settings.secret_access_key is None):
        raise SettingsError("'storage.s3.access_key_id' and 'storage.s3.secret_access_key' belong together: set both.")
    limit = timedelta(seconds=settings.timeout_s)
    config: S3Config = {"region": settings.region, "disable_bulk_delete": True}  # not every S3 server has it
    credentials: S3CredentialProvider | None = None
    if settings.endpoint is not None:
        _check_endpoint(settings.endpoint)
        config |= {"endpoint": settings.endpoint, "aws_endpoint_url_s3": settings.endpoint}  # else its variable wins
    if settings.access_key_id is not None:
        config["skip_signature"] = False
        credentials = _static_credentials(settings)
    try:
        store = S3Store(
            settings.bucket,
            prefix=settings.prefix.strip("/") or None,
            config=config,
            credential_provider=credentials,
            client_options={
                "timeout": limit,
                "connect_timeout": limit,
                "allow_http": (settings.endpoint or "").startswith("http://"),
            },
            retry_config={
                "max_retries": MAX_RETRIES,
                "retry_timeout": limit,
                "backoff": {
                    "init_backoff": timedelta(seconds=FIRST_RETRY_S),
                    "max_backoff": timedelta(seconds=1),
                    "base": 2,
                },
            },
        )
    except (BaseError, ValueError) as error:
        raise SettingsError(f"'storage.s3' cannot be used: {str(error).partition(chr(10))[0]}") from None
    return Bucket(store)


def _check_endpoint(endpoint: str) -> None:
    try:
        parts = urlsplit(endpoint)
        is_valid = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_valid = False
    if not is_valid or not endpoint.isascii() or any(one.isspace() for one in endpoint):
        raise SettingsError(f"'storage.s3.endpoint' is not an http(s) address: '{endpoint}'.")


def _static_credentials(settings: S3) -> "S3CredentialProvider":
    """The settings' own keys, whatever AWS variables the environment has (such as AWS_SESSION_TOKEN)."""
    assert settings.access_key_id is not None
    assert settings.secret_access_key is not None
    credential: S3Credential = {
        "access_key_id": settings.access_key_id,
        "secret_access_key": settings.secret_access_key,
        "token": None,
        "expires_at": None,
    }
    return lambda: credential
