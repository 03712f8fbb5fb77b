"""The checks of `limner doctor` for services that the settings name: the database, Redis, moderation."""

import asyncio
import time
from collections.abc import Iterator
from importlib.util import find_spec

from limner.cli.findings import Finding
from limner.core.errors import APIError
from limner.settings import Redis, Settings, SettingsError, is_loopback

INSTALL_REDIS = "pip install 'limner[redis]'"


def check_services(settings: Settings) -> Iterator[Finding]:
    database = _database(settings)
    yield database
    if settings.batches.enabled and database.status == "ok":
        yield from _batches(settings)
    if settings.redis.url is not None:
        yield _redis(settings.redis, settings.redis.url)
    if settings.ray.address is not None:
        yield _ray(settings, settings.ray.address)
    yield _moderation(settings)


def _database(settings: Settings) -> Finding:
    """Changes nothing: servers and `limner db upgrade` do."""
    from limner.access.control import sqlite_file
    from limner.cli.database import opened, shown_url
    from limner.database import schema

    async def look() -> tuple[str, str | None]:
        async with opened(settings) as database:
            return shown_url(database), await schema.current_revision(database)

    try:
        path = sqlite_file(settings)
        if path is not None and not path.exists():
            return Finding("database", "ok", f"'{path}' will be made when a server starts")
        url, revision = asyncio.run(look())
    except SettingsError as error:
        detail, _, command = str(error).partition(" Run: ")
        return Finding("database", "missing", detail, command or "Correct database.url in the settings.")
    except APIError as error:
        return Finding("database", "missing", error.message, "Start it, or correct database.url in the settings.")
    detail = f"{url} has {schema.describe_revision(revision)}"
    if revision == schema.HEAD:
        return Finding("database", "ok", detail)
    detail += f"; this version needs {schema.HEAD}"
    if revision is not None and revision > schema.HEAD:
        return Finding("database", "missing", detail, "Update Limner: a newer version has upgraded the database.")
    if path is not None:
        return Finding("database", "ok", f"{detail}, and upgrades it when a server starts")
    return Finding("database", "missing", detail, "limner db upgrade")


def _batches(settings: Settings) -> Iterator[Finding]:
    """Nothing if the database has no batches yet."""
    from limner.access.control import sqlite_file
    from limner.batches.store import Backlog, BatchStore
    from limner.cli.database import opened
    from limner.database import schema

    async def look() -> Backlog | None:
        async with opened(settings) as database:
            if await schema.current_revision(database) != schema.HEAD:
                return None
            return await BatchStore(database, "", lease_s=0).backlog()

    try:
        path = sqlite_file(settings)
        backlog = None if path is not None and not path.exists() else asyncio.run(look())
    except APIError as error:
        yield Finding("batches", "missing", error.message, "Look at the log of the database.")
        return
    if backlog is None:
        return
    detail = f"{backlog.num_batches} unfinished"
    if backlog.oldest_at is not None:
        detail += f", {backlog.num_waiting} lines wait, and {backlog.num_running} are drawn"
        detail += f"; the oldest was created {max(0.0, time.time() - backlog.oldest_at) / 3600:.1f} h ago"
    yield Finding("batches", "ok", detail)


def _redis(settings: Redis, url: str) -> Finding:
    """Also whether it runs scripts, which some installations forbid."""
    if find_spec("redis") is None:
        return Finding("redis", "missing", "the package 'redis' is not installed", INSTALL_REDIS)
    import redis

    try:
        with redis.Redis.from_url(
            url, socket_timeout=settings.timeout_s, socket_connect_timeout=settings.timeout_s
        ) as client:
            client.eval("return 1", 0)
    except ValueError:  # whose message may contain the password
        detail = "'redis.url' is not a URL such as 'redis://:password@host:6379/0'"
        return Finding("redis", "missing", detail, "Correct redis.url in the settings.")
    except redis.RedisError as error:
        detail = f"cannot be used: {str(error).rstrip('.')}"
        return Finding("redis", "missing", detail, "Start it, or correct the table redis of the settings.")
    return Finding("redis", "ok", "answers, and runs scripts")


def _ray(settings: Settings, address: str) -> Finding:
    """Join it. One that a server starts is not started for this."""
    from limner.engines.ray.connection import INSTALL, LOCAL, RayUnavailableError, is_installed
    from limner.engines.ray.status import read_statuses
    from limner.ray_cluster import connected

    if not is_installed():
        return Finding("ray", "missing", "the package 'ray' is not installed", INSTALL)
    if address == LOCAL:
        return Finding("ray", "ok", "'limner serve' starts it")
    try:
        with connected(settings, address):
            apps = read_statuses(settings.ray.app_prefix).values()
    except SettingsError as error:
        return Finding("ray", "missing", str(error), "Correct the table ray of the settings.")
    except RayUnavailableError as error:
        return Finding("ray", "missing", str(error), "Start it, or correct the table ray of the settings.")
    if broken := [app for app in apps if not app.num_running]:
        reasons = "; ".join(f"{app.name}: {app.message.rstrip('.') or app.state}" for app in broken)
        return Finding("ray", "missing", f"{address}: {reasons}", "limner ray deploy")
    return Finding("ray", "ok", f"{address}: {', '.join(app.name for app in apps) or 'nothing is deployed yet'}")


def _moderation(settings: Settings) -> Finding:
    from limner.access.moderation.moderator import ModerationFailure, Moderator
    from limner.access.moderation.registry import open_moderator

    async def ping(moderator: Moderator) -> None:
        await moderator.start()
        try:
            await moderator.ping()
        finally:
            await moderator.close()

    name = settings.moderation.provider
    try:
        moderator = open_moderator(settings.moderation, is_loopback=is_loopback(settings.host))
        if moderator is None:
            return Finding("moderation", "optional", "off: prompts are not checked")
        asyncio.run(ping(moderator))
    except (SettingsError, ModerationFailure) as error:
        remedy = "Correct the table moderation of the settings, or what it names."
        return Finding("moderation", "missing", f"{name or 'patterns'}: {str(error).rstrip('.')}", remedy)
    return Finding("moderation", "ok", f"{name or 'patterns'} works")
