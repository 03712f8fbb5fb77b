"""`limner keys`: create, list, revoke and rotate the keys in the database."""

import json
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from limner.cli import print_error
from limner.cli.database import opened, shown_url
from limner.cli.key_options import (
    parse_budget,
    parse_duration,
    parse_expiry,
    parse_models,
    show_budget,
    show_time,
)
from limner.cli.models import format_table

if TYPE_CHECKING:
    from limner.access.keys import ApiKey, KeyStore, NewKey
    from limner.settings import Settings

T = TypeVar("T")
LIMITS = "Limits"
Reference = Annotated[str, typer.Argument(metavar="KEY", help="The key's id, name, or value as 'list' shows it.")]
Config = Annotated[Path | None, typer.Option(help="The server's settings file.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def create(
    name: Annotated[str, typer.Argument(help="What it is for, such as a person or an app.")],
    project: Annotated[
        str | None, typer.Option(help="The project that it belongs to. Default: proj_default.", show_default=False)
    ] = None,
    models: Annotated[
        Any, typer.Option(parser=parse_models, metavar="A,B", help="The models it may use. Default: all.")
    ] = None,
    requests_per_minute: Annotated[int | None, typer.Option(min=1, rich_help_panel=LIMITS)] = None,
    images_per_minute: Annotated[int | None, typer.Option(min=1, rich_help_panel=LIMITS)] = None,
    concurrency: Annotated[int | None, typer.Option(min=1, help="Requests at a time.", rich_help_panel=LIMITS)] = None,
    budget: Annotated[
        Any,
        typer.Option(
            parser=parse_budget,
            metavar="AMOUNT",
            help="For each calendar month (UTC), in the currency of the prices.",
            rich_help_panel=LIMITS,
        ),
    ] = None,
    priority: Annotated[int, typer.Option(help="Images of a key with a higher one are drawn first.")] = 0,
    expires: Annotated[
        Any,
        typer.Option(parser=parse_expiry, metavar="90d|DATE", help="When it stops working. Default: never."),
    ] = None,
    config: Config = None,
    *,
    admin: Annotated[
        bool, typer.Option("--admin", help="A key for /v1/organization: keys, limits, usage. It draws nothing.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Create a key, and print its secret, which cannot be shown again."""
    limits = (requests_per_minute, images_per_minute, concurrency, budget)
    if admin and (project or models or priority or any(limit is not None for limit in limits)):
        raise typer.BadParameter("An admin key draws nothing: it has no project, models, limits or priority.")
    from limner.access.keys import DEFAULT_PROJECT, KeyLimits
    from limner.settings import load_settings

    async def run(store: "KeyStore") -> "NewKey":
        return await store.create(
            name=name,
            project_id=DEFAULT_PROJECT if project is None else project,
            kind="admin" if admin else "project",
            models=models or (),
            limits=KeyLimits(
                requests_per_minute=requests_per_minute,
                images_per_minute=images_per_minute,
                concurrency=concurrency,
                monthly_budget=budget,
            ),
            priority=priority,
            expires_at=expires,
        )

    settings = load_settings(config)
    new, url = _with_store(settings, run)
    _hand_over(new, as_json=as_json)
    _hint(f"{new.key.id} was created in {url}. Its secret cannot be shown again.")
    _hint_settings(settings, new.key)


def list_keys(
    project: Annotated[str | None, typer.Option(help="Only the keys of this project.", show_default=False)] = None,
    config: Config = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="Also those that are revoked.")] = False,
    as_json: AsJson = False,
) -> None:
    """List the keys, without their secrets."""
    from limner.settings import load_settings

    found, _ = _with_store(load_settings(config), lambda store: store.list(project))
    keys = [key for key in found if everything or key.revoked_at is None]
    if as_json:
        typer.echo(json.dumps([_as_json(key) for key in keys], indent=2))
        return
    for line in format_table([_as_row(key) for key in keys]) if keys else ["There are no keys."]:
        typer.echo(line)


def revoke(reference: Reference, config: Config = None, *, as_json: AsJson = False) -> None:
    """Revoke a key. Servers refuse it within a second; requests that are running may finish."""
    from limner.settings import load_settings

    async def run(store: "KeyStore") -> "ApiKey":
        return await store.revoke((await _find(store, reference)).id)

    key, _ = _with_store(load_settings(config), run)
    typer.echo(json.dumps(_as_json(key), indent=2) if as_json else f"{key.id} ({key.name}) is revoked.")


def rotate(
    reference: Reference,
    grace: Annotated[
        Any,
        typer.Option(parser=parse_duration, metavar="1h", help="How long the old secret works. Default: not at all."),
    ] = None,
    config: Config = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Give a key a new secret, and print it. Everything else about the key stays."""
    from limner.settings import load_settings

    async def run(store: "KeyStore") -> "NewKey":
        return await store.rotate((await _find(store, reference)).id, grace_s=grace or 0)

    settings = load_settings(config)
    new, url = _with_store(settings, run)
    _hand_over(new, as_json=as_json)
    old = f"works until {show_time(int(time.time()) + grace)} UTC" if grace else "does not work any more"
    _hint(f"{new.key.id} in {url} has a new secret, which cannot be shown again. The old one {old}.")
    _hint_settings(settings, new.key)


def _with_store(settings: "Settings", work: "Callable[[KeyStore], Awaitable[T]]") -> tuple[T, str]:
    """The result, and the database's URL. Raises SettingsError, or an APIError."""
    import asyncio

    from limner.access.keys import KeyStore
    from limner.database.schema import SchemaError, prepare
    from limner.settings import SettingsError

    async def run() -> tuple[T, str]:
        async with opened(settings) as database:
            await prepare(database)
            return await work(KeyStore(database)), shown_url(database)

    try:
        return asyncio.run(run())
    except SchemaError as error:
        raise SettingsError(str(error)) from error


async def _find(store: "KeyStore", reference: str) -> "ApiKey":
    """The key that a reference names; of several, the one that is not revoked."""
    from limner.access.key_secrets import is_managed, redact

    if is_managed(reference):
        raise typer.BadParameter(
            "This is a secret, which other users of this machine can see among the processes."
            f" Name its key '{redact(reference)}' instead."
        )
    found = await store.search(reference)
    usable = [key for key in found if key.revoked_at is None] or found
    if not usable:
        raise typer.BadParameter(f"There is no key '{reference}'. See 'limner keys list'.")
    if len(usable) > 1:
        ids = ", ".join(key.id for key in usable)
        raise typer.BadParameter(f"Several keys are named '{reference}'. Give the id of one: {ids}.")
    return usable[0]


def _hand_over(new: "NewKey", *, as_json: bool) -> None:
    """Print the secret. It is nowhere else, so a failure must say what to do."""
    try:
        print(json.dumps(_as_json(new.key) | {"secret": new.secret}, indent=2) if as_json else new.secret, flush=True)  # noqa: T201
    except OSError as error:
        print_error(f"The secret of {new.key.id} could not be written. Run: limner keys rotate {new.key.id}", 1)
        raise error from None


def _hint(text: str) -> None:
    print(f"limner: {text}", file=sys.stderr)  # noqa: T201


def _hint_settings(settings: "Settings", key: "ApiKey") -> None:
    from limner.families.registry import PUBLISHED_MODELS
    from limner.model_plan import WILDCARD

    if not settings.access.managed_keys:
        _hint("Servers with these settings do not accept it: set 'access.managed_keys'.")
    known = {"illustrator", *PUBLISHED_MODELS, *settings.models}
    unknown = sorted(set(key.models) - known)
    if unknown and WILDCARD not in known:
        _hint(f"Servers with these settings do not have the models: {', '.join(unknown)}.")


def _status(key: "ApiKey") -> str:
    if key.revoked_at is not None:
        return "revoked"
    return "active" if key.is_valid(time.time()) else "expired"


def _as_json(key: "ApiKey") -> dict[str, Any]:
    limits = key.limits
    budget = limits.monthly_budget
    return {
        "id": key.id,
        "name": key.name,
        "project": None if key.kind == "admin" else key.project_id,
        "kind": key.kind,
        "redacted": key.redacted,
        "status": _status(key),
        "models": list(key.models),
        "requests_per_minute": limits.requests_per_minute,
        "images_per_minute": limits.images_per_minute,
        "concurrency": limits.concurrency,
        "monthly_budget": None if budget is None else show_budget(budget),
        "priority": key.priority,
        "created_at": key.created_at,
        "expires_at": key.expires_at,
        "revoked_at": key.revoked_at,
        "last_used_at": key.last_used_at,
    }


def _as_row(key: "ApiKey") -> dict[str, str]:
    limits = key.limits
    shown_limits = {
        "requests/min": limits.requests_per_minute,
        "images/min": limits.images_per_minute,
        "at a time": limits.concurrency,
    }
    return {
        "id": key.id,
        "name": key.name,
        "value": key.redacted,
        "kind": key.kind,
        "project": "" if key.kind == "admin" else key.project_id,
        "status": _status(key),
        "models": ",".join(key.models),
        "limits": ", ".join(f"{value} {unit}" for unit, value in shown_limits.items() if value is not None),
        "budget": "" if limits.monthly_budget is None else show_budget(limits.monthly_budget),
        "priority": str(key.priority) if key.priority else "",
        "expires": show_time(key.expires_at) if key.expires_at is not None else "",
        "last used": show_time(key.last_used_at) if key.last_used_at is not None else "",
    }
