"""The key that signs the URLs of pictures."""

import logging
import os
import secrets
from contextlib import suppress
from pathlib import Path

log = logging.getLogger("limner.storage")

NUM_BYTES = 32


def read_secret(folder: Path) -> bytes:
    """The key that signs this folder's URLs; made once, so that they outlive a restart.

    Where it cannot be kept, as on a full or read-only disk, it lasts as long as this process.
    """
    try:
        return _read_or_make(folder / "secret")
    except OSError as error:
        log.warning("The key that signs the URLs of pictures cannot be kept: %s. They end with this process.", error)
        return secrets.token_bytes(NUM_BYTES)


def _read_or_make(path: Path) -> bytes:
    with suppress(FileNotFoundError):
        kept = path.read_bytes()
        if len(kept) == NUM_BYTES:
            return kept
        log.warning("'%s' is damaged and is made anew: the URLs given so far end.", path)
        path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    mine = path.with_name(f"secret-{secrets.token_hex(8)}")
    descriptor = os.open(mine, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(NUM_BYTES))
        with suppress(FileExistsError):  # a server that started at the same time was first: its secret counts
            os.link(mine, path)
    finally:
        mine.unlink(missing_ok=True)
    return path.read_bytes()
