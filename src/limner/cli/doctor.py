"""`limner doctor`: report what works, what is missing, and what to do about it."""

import json
from pathlib import Path
from typing import Annotated

import typer

MARKS = {"ok": ("✓", typer.colors.GREEN), "optional": ("–", typer.colors.YELLOW), "missing": ("✗", typer.colors.RED)}


def doctor(
    config: Annotated[Path | None, typer.Option(help="A settings file to check, too.")] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Check this installation. Exit code 1 if it cannot draw images."""
    from limner.cli.checks import run_checks

    findings = []
    for finding in run_checks(config):
        findings.append(finding)
        if not as_json:
            mark, color = MARKS[finding.status]
            typer.echo(f"{typer.style(mark, fg=color)} {finding.name}: {finding.detail}")
            if finding.remedy:
                typer.echo(f"    {finding.remedy}")
    healthy = all(finding.status != "missing" for finding in findings)
    if as_json:
        report = [
            {"name": one.name, "status": one.status, "detail": one.detail, "remedy": one.remedy} for one in findings
        ]
        typer.echo(json.dumps({"healthy": healthy, "findings": report}, indent=2))
    else:
        typer.echo("Limner works." if healthy else "Limner does not work yet: fix what is marked with ✗ above.")
    raise typer.Exit(0 if healthy else 1)
