"""The key that signs image URLs."""

import logging
import os
import secrets
from contextlib import suppress
from pathlib import Path

log = logging.getLogger("limner.storage")

NUM_BYTES = 32


def read_secret(folder: Path) -> bytes:
    """Read the signing key, or create it. URLs stay valid after a restart.

    If it cannot be stored, as on a full or read-only disk, a key for this process only is returned.
    """
    try:
        return _read_or_create(folder / "secret")
    except OSError as error:
        log.warning(
            "The key that signs image URLs cannot be stored: %s. The URLs are valid until this process ends.", error
        )
        return secrets.token_bytes(NUM_BYTES)


def _read_or_create(path: Path) -> bytes:
    with suppress(FileNotFoundError):
        kept = path.read_bytes()
        if len(kept) == NUM_BYTES:
            return kept
        log.warning("'%s' is damaged and is replaced: earlier image URLs are no longer valid.", path)
        path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"secret-{secrets.token_hex(8)}")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(NUM_BYTES))
        with suppress(FileExistsError):  # another server created it first: use that one
            os.link(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    return path.read_bytes()
