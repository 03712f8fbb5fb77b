"""The secrets of managed keys: random, stored as a hash, and recognizable by their prefix."""

import hashlib
import re
import secrets
from typing import Literal

Kind = Literal["project", "admin"]
SECRET_BYTES = 32
PREFIXES: dict[Kind, str] = {"project": "sk-limner-", "admin": "sk-limner-admin-"}
MANAGED = re.compile(r"(sk-limner-(?:admin-)?)[\w-]{43}", re.ASCII)


def new_secret(kind: Kind) -> str:
    return PREFIXES[kind] + secrets.token_urlsafe(SECRET_BYTES)


def hash_secret(secret: str) -> str:
    """A plain hash is enough: the secrets are random and long, so that none can be guessed."""
    return hashlib.sha256(secret.encode()).hexdigest()


def is_managed(secret: str) -> bool:
    """Whether it has the form of a managed key's secret; others need no query."""
    return MANAGED.fullmatch(secret) is not None


def redact(secret: str) -> str:
    """The prefix with four more characters, and the last four."""
    match = MANAGED.fullmatch(secret)
    if match is None:
        raise ValueError("not the secret of a managed key")
    return f"{secret[: match.end(1) + 4]}...{secret[-4:]}"


def redact_static(secret: str) -> str:
    """The same for a key of the settings, which may be short."""
    return f"{secret[:4]}...{secret[-4:]}" if len(secret) >= 24 else "..."
