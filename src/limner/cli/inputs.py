"""Read what the command line names: prompts, images, the API key, parameters given with `--set`."""

import json
import sys
from pathlib import Path
from typing import Any

import typer

from limner.cli.job import InputFile

RESERVED_PARAMETERS = ("stream", "partial_images", "response_format", "prompt", "image", "mask")


def read_key(key: str | None) -> str | None:
    """Strip whitespace, such as a line break from a file, and check that the key can be sent in a header."""
    key = key.strip() if key else None
    if key and not (key.isascii() and key.isprintable()):
        raise typer.BadParameter("A key consists of ASCII characters without line breaks.", param_hint="--key")
    return key


def read_prompts(prompt: str | None, file: Path | None) -> list[str]:
    """Return the prompt of the command line, or one for each line of a file or of stdin."""
    if (prompt is None) == (file is None):
        raise typer.BadParameter("Give either a prompt or a --file of prompts.", param_hint="PROMPT")
    if prompt is not None and prompt != "-":
        if not prompt.strip():
            raise typer.BadParameter("The prompt is empty.", param_hint="PROMPT")
        return [prompt]
    param = "PROMPT" if file is None else "--file"
    try:
        text = sys.stdin.buffer.read() if file is None or str(file) == "-" else file.read_bytes()
        lines = [line.strip() for line in text.decode("utf-8-sig").splitlines()]
    except OSError as error:
        raise typer.BadParameter(f"'{file or 'stdin'}' cannot be read: {error.strerror}.", param_hint=param) from error
    except UnicodeDecodeError:
        raise typer.BadParameter("The prompts are not UTF-8 text.", param_hint=param) from None
    prompts = [line for line in lines if line and not line.startswith("#")]
    if not prompts:
        raise typer.BadParameter("There is no prompt in it.", param_hint=param)
    return prompts


def read_image(name: str, flag: str) -> InputFile:
    try:
        image = (
            InputFile("stdin", sys.stdin.buffer.read())
            if name == "-"
            else InputFile(Path(name).name, Path(name).read_bytes())
        )
    except OSError as error:
        raise typer.BadParameter(f"'{name}' cannot be read: {error.strerror}.", param_hint=flag) from error
    if not image.data:
        raise typer.BadParameter(f"'{image.name}' is empty.", param_hint=flag)
    return image


def read_assignments(texts: list[str]) -> dict[str, Any]:
    """Parse NAME=VALUE pairs. A value is JSON if it parses as such (`strength=0.6`), else text (`style=vivid`)."""
    found: dict[str, Any] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name:
            raise typer.BadParameter(f"'{text}' is not of the form NAME=VALUE.", param_hint="--set")
        if name in RESERVED_PARAMETERS:
            raise typer.BadParameter(f"'{name}' is set by the command itself.", param_hint="--set")
        if name == "n":
            raise typer.BadParameter("Set the number of pictures with --number.", param_hint="--set")
        try:
            found[name] = json.loads(value)
        except (ValueError, RecursionError):
            found[name] = value
    return found
