"""`limner doctor`: what is installed, what works, what is missing and how to get it."""

import json
from pathlib import Path
from typing import Annotated

import typer

MARKS = {"ok": ("✓", typer.colors.GREEN), "optional": ("–", typer.colors.YELLOW), "missing": ("✗", typer.colors.RED)}


def doctor(
    config: Annotated[Path | None, typer.Option(help="A settings file to examine as well.")] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Examine this installation. Exit code 1 if pictures cannot be drawn here."""
    from limner.cli.checks import examine

    findings = []
    for finding in examine(config):
        findings.append(finding)
        if not as_json:
            mark, colour = MARKS[finding.status]
            typer.echo(f"{typer.style(mark, fg=colour)} {finding.name}: {finding.detail}")
            if finding.remedy:
                typer.echo(f"    {finding.remedy}")
    healthy = all(finding.status != "missing" for finding in findings)
    if as_json:
        told = [
            {"name": one.name, "status": one.status, "detail": one.detail, "remedy": one.remedy} for one in findings
        ]
        typer.echo(json.dumps({"healthy": healthy, "findings": told}, indent=2))
    else:
        typer.echo("Limner can draw here." if healthy else "Limner cannot work here yet; see above.")
    raise typer.Exit(0 if healthy else 1)
