"""`limner ray`: deploy the engines of the settings on a Ray cluster, show them, delete them."""

import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from limner.cli import print_error
from limner.cli.models import format_table

if TYPE_CHECKING:
    from limner.settings import Settings

DEFAULT_ADDRESS = "auto"
MAX_MODELS = 3
"""In the table."""
Config = Annotated[Path | None, typer.Option(help="The server's settings file.")]
Address = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="The cluster: auto, or host:port of its head node. Default: ray.address of the settings, else auto.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def deploy(config: Config = None, address: Address = None, *, as_json: AsJson = False) -> None:
    """Deploy the engines of the settings on a Ray cluster, update what has changed, and delete what is gone.

    Running servers go on: an update finishes the requests that replicas have begun.
    """
    from limner.engines.ray.deployments import Change
    from limner.ray_cluster import deploy as run

    rows: list[dict[str, str]] = []

    def report(app: str, change: Change) -> None:
        rows.append({"application": app, "change": change})
        if not as_json:
            typer.echo(f"{app}: {change}")
            sys.stdout.flush()

    with _joined(config, address) as settings:
        run(settings, only_missing=False, report=report)
    if as_json:
        typer.echo(json.dumps(rows, indent=2))


def status(config: Config = None, address: Address = None, *, as_json: AsJson = False) -> None:
    """Show the applications of a Ray cluster, their replicas and problems. Exit code 1 if one of them does not run."""
    from limner.engines.ray.status import read_statuses

    with _joined(config, address) as settings:
        prefix = settings.ray.app_prefix
        found = list(read_statuses(prefix).values())
    if as_json:
        typer.echo(json.dumps([asdict(one) | {"num_running": one.num_running} for one in found], indent=2))
    elif not found:
        typer.echo(f"There are no applications '{prefix}-...'. 'limner ray deploy' deploys those of the settings.")
    else:
        rows = [_row(one) for one in found]
        for line in format_table(rows):
            typer.echo(line)
        for one in found:
            if one.message:
                typer.echo(f"{one.name}: {one.message}")
    raise typer.Exit(0 if all(one.state == "RUNNING" for one in found) else 1)


def delete(
    apps: Annotated[
        list[str] | None, typer.Argument(metavar="[APPLICATION]...", help="As 'status' shows them.", show_default=False)
    ] = None,
    config: Config = None,
    address: Address = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="All with the prefix of the settings.")] = False,
) -> None:
    """Delete applications from a Ray cluster, when their requests are finished."""
    if bool(apps) == everything:
        raise typer.BadParameter("Name the applications, or pass --all.", param_hint="APPLICATION")
    from limner.engines.ray.deployments import delete as run
    from limner.engines.ray.status import read_statuses

    with _joined(config, address) as settings:
        prefix = settings.ray.app_prefix
        known = read_statuses(prefix)
        for name in apps or ():
            if name not in known:
                raise typer.BadParameter(
                    f"There is no application '{name}'. Known: {', '.join(known) or 'none'}.", param_hint="APPLICATION"
                )
        run(
            list(dict.fromkeys(apps or known)),
            prefix,
            timeout_s=settings.ray.deploy_timeout_s,
            report=lambda app, change: typer.echo(f"{app}: {change}"),
        )


@contextmanager
def _joined(config: Path | None, address: str | None) -> "Iterator[Settings]":
    """The settings, while this process has joined the cluster."""
    from limner.engines.ray.connection import LOCAL, RayUnavailableError
    from limner.ray_cluster import connected
    from limner.settings import load_settings

    settings = load_settings(config)
    joined = address or settings.ray.address or DEFAULT_ADDRESS
    if joined == LOCAL:
        if address is not None:
            raise typer.BadParameter(
                "This command joins a cluster that runs: pass auto, or host:port.", param_hint="--address"
            )
        joined = DEFAULT_ADDRESS  # the one that 'limner serve --ray' has started
    logging.getLogger("limner").addHandler(logging.NullHandler())  # the error says it all
    try:
        with connected(settings, joined):
            yield settings
    except RayUnavailableError as error:
        raise typer.Exit(print_error(str(error), 1)) from error


def _row(one: Any) -> dict[str, str]:
    num_more = len(one.models) - MAX_MODELS
    reserved = (f"{name} {amount:g}" for name, amount in one.resources.items() if amount)
    return {
        "application": one.name,
        "state": one.state,
        "replicas": f"{one.num_running}/{one.num_wanted}",
        "engine": one.engine,
        "each": ", ".join(reserved),
        "models": ", ".join(one.models[:MAX_MODELS]) + (f" and {num_more} more" if num_more > 0 else ""),
    }
