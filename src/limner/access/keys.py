"""API keys that the server manages: stored by the hash of their secret, which is shown once."""

import json
import re
import secrets
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from sqlalchemy import Row, Select, and_, func, or_, select, tuple_, update

from limner.access.key_secrets import Kind, hash_secret, new_secret, redact
from limner.core.errors import BadRequestError, NotFoundError
from limner.database.connections import Database
from limner.database.tables import api_keys
from limner.families.wording import shorten

DEFAULT_PROJECT = "proj_default"
PROJECT_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}", re.ASCII)
"""Never `.` or `..`, which clients and proxies resolve in paths."""
MAX_NAME = 255
MAX_RATE = 1_000_000_000
MAX_BUDGET = 10**15
"""A billion of the currency, in millionths."""
MAX_PRIORITY = 1000
MAX_TIME = 253_402_300_799
"""The end of the year 9999; later times cannot be shown."""


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
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeyPage:
    keys: Sequence[ApiKey]
    has_more: bool


@dataclass(frozen=True, slots=True)
class Project:
    """What keys have in common that name it."""

    id: str
    created_at: int
    """When its first key was created."""


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
        _check(name, project_id, models, limits, priority, expires_at)
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

    async def list(self, project_id: str | None = None) -> Sequence[ApiKey]:
        """Newest first, revoked ones included."""
        query = _newest_first(select(api_keys))
        if project_id is not None:
            query = query.where(api_keys.c.project_id == project_id)
        return await self._fetch(query)

    async def list_page(
        self,
        kind: Kind,
        *,
        project_id: str | None = None,
        after: str | None = None,
        limit: int,
        oldest_first: bool = False,
    ) -> KeyPage:
        """Keys that are not revoked, newest first, from the one that follows `after`. Raises NotFoundError."""
        place = (api_keys.c.created_at, api_keys.c.id)
        query = select(api_keys).where(api_keys.c.kind == kind, api_keys.c.revoked_at.is_(None))
        if project_id is not None:
            query = query.where(api_keys.c.project_id == project_id)
        if after is not None:
            last = await self.find(after)
            begin = (last.created_at, last.id)
            query = query.where(tuple_(*place) > begin if oldest_first else tuple_(*place) < begin)
        query = query.order_by(*place) if oldest_first else _newest_first(query)
        keys = await self._fetch(query.limit(limit + 1))
        return KeyPage(keys[:limit], len(keys) > limit)

    async def projects(self) -> Sequence[Project]:
        """Those of all keys, revoked ones included, and the default one."""
        created = func.min(api_keys.c.created_at)
        query = select(api_keys.c.project_id, created).where(api_keys.c.kind == "project")
        async with self._database.read() as connection:
            rows = (await connection.execute(query.group_by(api_keys.c.project_id))).all()
        found = {DEFAULT_PROJECT: 0, **{str(name): int(created_at) for name, created_at in rows}}
        return [Project(name, created_at) for name, created_at in sorted(found.items())]

    async def find(self, key_id: str) -> ApiKey:
        """Raises NotFoundError."""
        query = select(api_keys).where(api_keys.c.id == key_id)
        keys = await self._fetch(query) if key_id.isprintable() else ()  # PostgreSQL takes no NUL
        if not keys:
            raise no_such_key_error(key_id)
        return keys[0]

    async def search(self, reference: str) -> Sequence[ApiKey]:
        """The keys with this id, name or redacted secret, newest first."""
        columns = (api_keys.c.id, api_keys.c.name, api_keys.c.redacted)
        return await self._fetch(_newest_first(select(api_keys)).where(or_(*(one == reference for one in columns))))

    async def find_by_secret(self, secret_hash: str, *, now: float) -> ApiKey | None:
        """A key that is valid now, by its secret or, for the time of a rotation, by its previous one."""
        is_previous = and_(api_keys.c.previous_hash == secret_hash, api_keys.c.previous_expires_at > int(now))
        keys = await self._fetch(select(api_keys).where(or_(api_keys.c.secret_hash == secret_hash, is_previous)))
        return keys[0] if keys and keys[0].is_valid(now) else None

    async def revoke(self, key_id: str) -> ApiKey:
        """Raises NotFoundError. A key that is revoked already stays as it is."""
        key = await self.find(key_id)
        statement = update(api_keys).where(api_keys.c.id == key.id, api_keys.c.revoked_at.is_(None))
        async with self._database.write() as connection:
            await connection.execute(statement.values(revoked_at=int(time.time())))
        return await self.find(key_id)

    async def rotate(self, key_id: str, *, grace_s: int = 0) -> NewKey:
        """Give a key a new secret. The old one is accepted for `grace_s` more. Raises NotFoundError."""
        key = await self.find(key_id)
        now = int(time.time())
        secret = new_secret(key.kind)
        is_valid = and_(
            api_keys.c.revoked_at.is_(None), or_(api_keys.c.expires_at.is_(None), api_keys.c.expires_at > now)
        )
        async with self._database.write() as connection:
            done = await connection.execute(
                update(api_keys)
                .where(api_keys.c.id == key_id, is_valid)
                .values(
                    previous_hash=api_keys.c.secret_hash,
                    previous_expires_at=now + grace_s,
                    secret_hash=hash_secret(secret),
                    redacted=redact(secret),
                )
            )
        if done.rowcount == 0:
            raise BadRequestError(f"The key '{key_id}' is revoked or has expired.", param="key", code="invalid_value")
        return NewKey(replace(key, redacted=redact(secret)), secret)

    async def _fetch(self, query: Select[Any]) -> Sequence[ApiKey]:
        async with self._database.read() as connection:
            return [_as_key(row) for row in await connection.execute(query)]


def _newest_first(query: Select[Any]) -> Select[Any]:
    return query.order_by(api_keys.c.created_at.desc(), api_keys.c.id.desc())


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


def _check(
    name: str, project_id: str, models: Sequence[str], limits: KeyLimits, priority: int, expires_at: int | None
) -> None:
    if not name.strip() or len(name) > MAX_NAME or not name.isprintable():
        raise _invalid_error("name", f"expected 1 to {MAX_NAME} printable characters")
    if not PROJECT_ID.fullmatch(project_id):
        raise _invalid_error(
            "project", "expected 1 to 64 letters, digits, '_', '.' or '-', not beginning with '.' or '-'"
        )
    if not all(0 < len(model) <= MAX_NAME and model.isprintable() for model in models):
        raise _invalid_error("models", f"expected names of 1 to {MAX_NAME} printable characters")
    for limit in ("requests_per_minute", "images_per_minute", "concurrency"):
        value = getattr(limits, limit)
        if value is not None and not 1 <= value <= MAX_RATE:
            raise _invalid_error(limit, f"expected 1 to {MAX_RATE}")
    if not 0 <= (limits.monthly_budget or 0) <= MAX_BUDGET:
        raise _invalid_error("budget", f"expected 0 to {MAX_BUDGET // 10**6}")
    if abs(priority) > MAX_PRIORITY:
        raise _invalid_error("priority", f"expected -{MAX_PRIORITY} to {MAX_PRIORITY}")
    if expires_at is not None and not time.time() < expires_at <= MAX_TIME:
        raise _invalid_error("expires", "expected a time in the future, before the year 10000")


def _invalid_error(param: str, expected: str) -> BadRequestError:
    return BadRequestError(f"Invalid '{param}': {expected}.", param=param, code="invalid_value")


def no_such_key_error(key_id: str) -> NotFoundError:
    return NotFoundError(f"No such API key: {shorten(key_id)}", param="key", code="not_found")
