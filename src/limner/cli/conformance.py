"""`limner conformance`: check any images server against the API's contract."""

import os
from pathlib import Path
from typing import Annotated

import typer


def conformance(
    url: Annotated[str, typer.Argument(help="The server's address, such as http://127.0.0.1:8000/v1.")],
    model: Annotated[
        str | None, typer.Option("--model", "-m", help="The model to check. Default: each check's own.")
    ] = None,
    key: Annotated[
        str | None, typer.Option(envvar="OPENAI_API_KEY", help="The server's API key.", show_default=False)
    ] = None,
    group: Annotated[
        list[str] | None, typer.Option(help="Run only this group of checks; repeat it for several.")
    ] = None,
    json: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Also write the results to this file.")
    ] = None,
    timeout: Annotated[float, typer.Option(min=1, help="Seconds allowed for each check.")] = 60,
    *,
    strict: Annotated[
        bool, typer.Option("--strict", help="Expect strict validation by the rules of the model's family.")
    ] = False,
) -> None:
    """Check any images server against the API's contract. Exit code 1 if a check fails, 2 if no server answers."""
    from limner.cli.inputs import read_key
    from limner.conformance.command import conformance as check
    from limner.conformance.wire import parse_address

    try:
        parse_address(url)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="URL") from error
    if json is not None and (json.is_dir() or not os.access(json.parent, os.W_OK)):
        raise typer.BadParameter(f"'{json}' cannot be written.", param_hint="--json")

    code = check(
        url,
        model=model,
        strict=strict,
        key=read_key(key),
        group=group or (),
        json=json,
        timeout=timeout,
        say=typer.echo,
    )
    raise typer.Exit(code)
