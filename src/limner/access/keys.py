"""API keys that the server manages: stored by the hash of their secret, which is shown once."""

import hashlib
import json
import re
import secrets
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from sqlalchemy import Row, and_, or_, select, update

from limner.core.errors import BadRequestError, NotFoundError
from limner.database.connections import Database
from limner.database.tables import api_keys

Kind = Literal["project", "admin"]
SECRET_BYTES = 32
DEFAULT_PROJECT = "proj_default"
PROJECT_ID = re.compile(r"[A-Za-z0-9_.-]{1,64}", re.ASCII)
MAX_NAME = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLimits:
    """None: no limit of its own, so that of the settings applies."""

    requests_per_minute: int | None = None
    images_per_minute: int | None = None
    concurrency: int | None = None
    monthly_budget: int | None = None
    """In millionths of the ledger's currency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey:
    """Who sends a request. Without keys, one anonymous key with an empty id stands for everyone."""

    id: str
    name: str = ""
    project_id: str = DEFAULT_PROJECT
    kind: Kind = "project"
    redacted: str = ""
    """The beginning and the end of the secret."""
    models: tuple[str, ...] = ()
    """The models it may use; empty: all."""
    limits: KeyLimits = KeyLimits()
    priority: int = 0
    """Requests of a higher one are drawn first."""
    created_at: int = 0
    expires_at: int | None = None
    revoked_at: int | None = None
    last_used_at: int | None = None

    def is_valid(self, now: float) -> bool:
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)


ANONYMOUS = ApiKey(id="")


@dataclass(frozen=True, slots=True)
class NewKey:
    key: ApiKey
    secret: str


class KeyStore:
    """Every method raises OverloadedError if the database cannot be used."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def create(
        self,
        *,
        name: str,
        project_id: str = DEFAULT_PROJECT,
        kind: Kind = "project",
        models: Sequence[str] = (),
        limits: KeyLimits = KeyLimits(),
        priority: int = 0,
        expires_at: int | None = None,
    ) -> NewKey:
        """Raises BadRequestError that names the parameter."""
        _check_name(name)
        if not PROJECT_ID.fullmatch(project_id):
            raise BadRequestError(
                "Invalid 'project': expected 1 to 64 letters, digits, '_', '.' or '-'.",
                param="project",
                code="invalid_value",
            )
        now = int(time.time())
        secret = new_secret(kind)
        key = ApiKey(
            id=f"key_{secrets.token_hex(12)}",
            name=name,
            project_id=project_id,
            kind=kind,
            redacted=redact(secret),
            models=tuple(models),
            limits=limits,
            priority=priority,
            created_at=now,
            expires_at=expires_at,
        )
        values = asdict(replace(key, limits=KeyLimits())) | asdict(limits)
        del values["limits"]
        values |= {"models": json.dumps(key.models), "secret_hash": hash_secret(secret)}
        async with self._database.write() as connection:
            await connection.execute(api_keys.insert().values(values))
        return NewKey(key, secret)

    async def list(self, project_id: str | None = None) -> list[ApiKey]:
        """Newest first, revoked ones included."""
        query = select(api_keys).order_by(api_keys.c.created_at.desc(), api_keys.c.id.desc())
        if project_id is not None:
            query = query.where(api_keys.c.project_id == project_id)
        async with self._database.read() as connection:
            return [_as_key(row) for row in await connection.execute(query)]

    async def find(self, key_id: str) -> ApiKey:
        """Raises NotFoundError."""
        async with self._database.read() as connection:
            row = (await connection.execute(select(api_keys).where(api_keys.c.id == key_id))).one_or_none()
        if row is None:
            raise _no_such_key_error(key_id)
        return _as_key(row)

    async def find_by_secret(self, secret_hash: str, *, now: float) -> ApiKey | None:
        """A key that is valid now, by its secret or, for the time of a rotation, by its previous one."""
        is_previous = and_(api_keys.c.previous_hash == secret_hash, api_keys.c.previous_expires_at > int(now))
        query = select(api_keys).where(or_(api_keys.c.secret_hash == secret_hash, is_previous))
        async with self._database.read() as connection:
            row = (await connection.execute(query)).first()
        key = _as_key(row) if row is not None else None
        return key if key is not None and key.is_valid(now) else None

    async def revoke(self, key_id: str) -> ApiKey:
        """Raises NotFoundError. A key that is revoked already stays as it is."""
        now = int(time.time())
        statement = update(api_keys).where(api_keys.c.id == key_id, api_keys.c.revoked_at.is_(None))
        async with self._database.write() as connection:
            await connection.execute(statement.values(revoked_at=now))
        return await self.find(key_id)

    async def rotate(self, key_id: str, *, grace_s: int = 0) -> NewKey:
        """Give a key a new secret. The old one is accepted for `grace_s` more. Raises NotFoundError."""
        key = await self.find(key_id)
        if not key.is_valid(time.time()):
            raise BadRequestError(f"The key '{key_id}' is revoked or has expired.", param="key", code="invalid_value")
        secret = new_secret(key.kind)
        statement = update(api_keys).where(api_keys.c.id == key_id)
        async with self._database.write() as connection:
            await connection.execute(
                statement.values(
                    previous_hash=api_keys.c.secret_hash,
                    previous_expires_at=int(time.time()) + grace_s,
                    secret_hash=hash_secret(secret),
                    redacted=redact(secret),
                )
            )
        return NewKey(replace(key, redacted=redact(secret)), secret)


def new_secret(kind: Kind) -> str:
    prefix = "sk-limner-admin-" if kind == "admin" else "sk-limner-"
    return prefix + secrets.token_urlsafe(SECRET_BYTES)


def hash_secret(secret: str) -> str:
    """A plain hash is enough: the secrets are random and long, so that none can be guessed."""
    return hashlib.sha256(secret.encode()).hexdigest()


def redact(secret: str) -> str:
    """The prefix with four more characters, and the last four."""
    prefix = "sk-limner-admin-" if secret.startswith("sk-limner-admin-") else "sk-limner-"
    return f"{secret[: len(prefix) + 4]}...{secret[-4:]}"


def _as_key(row: Row[Any]) -> ApiKey:
    data = row._mapping  # noqa: SLF001 (its public name)
    return ApiKey(
        id=data["id"],
        name=data["name"],
        project_id=data["project_id"],
        kind=data["kind"],
        redacted=data["redacted"],
        models=tuple(json.loads(data["models"])),
        limits=KeyLimits(
            requests_per_minute=data["requests_per_minute"],
            images_per_minute=data["images_per_minute"],
            concurrency=data["concurrency"],
            monthly_budget=data["monthly_budget"],
        ),
        priority=data["priority"],
        created_at=data["created_at"],
        expires_at=data["expires_at"],
        revoked_at=data["revoked_at"],
        last_used_at=data["last_used_at"],
    )


def _check_name(name: str) -> None:
    if not name.strip() or len(name) > MAX_NAME or not name.isprintable():
        raise BadRequestError(
            f"Invalid 'name': expected 1 to {MAX_NAME} printable characters.", param="name", code="invalid_value"
        )


def _no_such_key_error(key_id: str) -> NotFoundError:
    return NotFoundError(f"No such API key: {key_id}", param="key", code="not_found")
