"""`limner usage`: what was drawn, by key, model, day and others, from the database or from a server."""

import json
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from limner.cli import print_error

if TYPE_CHECKING:
    from limner.settings import Settings

MAX_ROWS = 10_000
"""A server sends no more."""
STATEMENT_TIMEOUT_S = 300
"""Of a query over many months: the settings' is that of a server."""


class By(StrEnum):
    model = "model"
    key = "key"
    day = "day"
    hour = "hour"
    project = "project"
    operation = "operation"
    size = "size"
    user = "user"
    engine = "engine"


FIELDS = {
    By.model: "model",
    By.key: "api_key_id",
    By.project: "project_id",
    By.operation: "source",
    By.size: "size",
    By.user: "user_id",
    By.engine: "engine",
}
"""The names in the API."""
WIDTHS = {By.day: "1d", By.hour: "1h"}


def usage(
    by: Annotated[
        list[By] | None, typer.Option("--by", help="What the rows are. Repeat it for several. Default: model.")
    ] = None,
    since: Annotated[
        str, typer.Option(metavar="TIME", help="2026-11-01, 2026-11-01T12:00, or how long ago: 30d, 12h, 90m. UTC.")
    ] = "30d",
    until: Annotated[
        str | None, typer.Option(metavar="TIME", help="Where the time ends, exclusive. Default: now.")
    ] = None,
    server: Annotated[str | None, typer.Option(metavar="URL", help="Ask this server.")] = None,
    key: Annotated[
        str | None, typer.Option(envvar="OPENAI_ADMIN_KEY", help="An admin key of the server.", show_default=False)
    ] = None,
    config: Annotated[Path | None, typer.Option(help="The settings file that names the database.")] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
) -> None:
    """Show images, requests, tokens, cost and times of a server, or of the database of these settings."""
    from limner.cli.usage_table import format_csv, format_usage

    if as_json and as_csv:
        raise typer.BadParameter("choose one of --json and --csv.")
    groups = list(dict.fromkeys(by or [By.model]))
    parameters = _parameters(groups, since, until)
    report = _ask_server(server, key, parameters) if server else _ask_database(config, parameters)
    if as_json:
        typer.echo(json.dumps(report, indent=2))
    elif as_csv:
        typer.echo(format_csv(report, groups), nl=False)
    else:
        for line in format_usage(report, groups):
            typer.echo(line)
    if report["has_more"]:
        print_error(f"there are more than {MAX_ROWS} rows: choose a shorter time, or fewer --by.", 0)


def _parameters(groups: list[By], since: str, until: str | None) -> dict[str, Any]:
    from limner.cli.usage_table import read_time

    widths = [WIDTHS[group] for group in groups if group in WIDTHS]
    if len(widths) > 1:
        raise typer.BadParameter("choose one of day and hour.", param_hint="--by")
    now = datetime.now(UTC)
    start, end = read_time(since, now, "--since"), read_time(until, now, "--until") if until else now
    if end <= start:
        raise typer.BadParameter("it is not after --since.", param_hint="--until")
    return {
        "start_time": int(start.timestamp()),
        "end_time": int(end.timestamp()) + (end.microsecond > 0),
        "group_by": [FIELDS[group] for group in groups if group in FIELDS],
        "latency": ["total", "queued", "drawing"],
        "limit": MAX_ROWS,
    } | ({"bucket_width": widths[0]} if widths else {})


def _ask_server(address: str, key: str | None, parameters: dict[str, Any]) -> dict[str, Any]:
    import asyncio
    from contextlib import aclosing
    from urllib.parse import urlencode

    from limner.cli.api_client import ApiClient, api_url
    from limner.cli.backend import BackendError
    from limner.cli.inputs import read_key

    async def fetch(client: ApiClient) -> dict[str, Any]:
        async with aclosing(client):
            return await client.get_json(f"organization/limner/usage?{urlencode(parameters, doseq=True)}")

    try:
        client = ApiClient(api_url(address), key=read_key(key))
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--server") from error
    try:
        report = asyncio.run(fetch(client))
    except BackendError as error:
        raise typer.Exit(print_error(str(error), 1)) from error
    if report.get("object") != "limner.usage":
        raise typer.Exit(print_error(f"{client.url} did not return usage. Is it a Limner server?", 1))
    return report


def _ask_database(config: Path | None, parameters: dict[str, Any]) -> dict[str, Any]:
    import asyncio

    from limner.access.control import sqlite_file
    from limner.settings import SettingsError, load_settings

    settings = load_settings(config)
    file = sqlite_file(settings)
    if file is not None and not file.is_file():
        raise SettingsError(f"There is no database '{file}' yet: 'limner serve' makes it.")
    return asyncio.run(_read_report(settings, parameters))


async def _read_report(settings: "Settings", parameters: dict[str, Any]) -> dict[str, Any]:
    from limner.access.usage.queries import Usage
    from limner.access.usage.report import ReportOptions, report_usage
    from limner.cli.database import opened
    from limner.database.schema import HEAD, current_revision, describe_revision
    from limner.settings import SettingsError

    options = ReportOptions(
        start_s=parameters["start_time"],
        end_s=parameters["end_time"],
        bucket_width=parameters.get("bucket_width"),
        group_by=parameters["group_by"],
        measures=parameters["latency"],
        limit=parameters["limit"],
    )
    async with opened(settings, statement_timeout_s=STATEMENT_TIMEOUT_S) as database:
        revision = await current_revision(database)
        if revision != HEAD:
            found = describe_revision(revision)
            raise SettingsError(f"The database has {found}; this version needs {HEAD}. See: limner db status")
        return await report_usage(Usage(database), options, currency=settings.ledger.currency)
