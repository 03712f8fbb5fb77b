"""What the command line asked for, read and judged before anything is drawn."""

import errno
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Self

import typer

from limner.cli.names import Places, slug
from limner.core.picture import Format
from limner.core.request import Operation

FORMATS: dict[str, Format] = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp"}


@dataclass(frozen=True, slots=True)
class InputImage:
    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One request: a line of a batch, or the whole of a call."""

    operation: Operation
    prompt: str = ""
    images: tuple[InputImage, ...] = ()
    mask: InputImage | None = None
    parameters: Mapping[str, Any]
    """By the API's names; only those that were given."""
    stem: str
    """What its files are called, without number and suffix."""

    @property
    def num(self) -> int:
        return int(self.parameters.get("n", 1))

    @property
    def title(self) -> str:
        return self.prompt or f"a variation of {self.images[0].name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The options that `generate`, `edit` and `vary` share."""

    num: int
    size: str | None
    quality: str | None
    background: str | None
    seed: int | None
    also: list[str] | None
    output: str | None
    output_format: str | None
    model: str | None
    server: str | None
    key: str | None
    jobs: int
    config: Path | None
    force: bool
    open_: bool
    as_json: bool
    preview: bool | None

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self:
        """From the arguments of a command, which are more than these."""
        asked = cls(**{one.name: values[one.name] for one in fields(cls)})
        asked = replace(asked, key=read_key(asked.key))
        if asked.server and asked.config:
            raise typer.BadParameter("A server has settings of its own: leave one out.", param_hint="--config")
        return asked

    def wish(
        self,
        operation: Operation,
        *,
        prompt: str = "",
        images: tuple[InputImage, ...] = (),
        mask: InputImage | None = None,
    ) -> Wish:
        stem = f"{Path(images[0].name).stem}-variation" if operation == "variation" else slug(prompt)
        return Wish(
            operation=operation, prompt=prompt, images=images, mask=mask, parameters=self._parameters(), stem=stem
        )

    def _parameters(self) -> dict[str, Any]:
        given = {
            "model": self.model,
            "n": self.num if self.num > 1 else None,
            "size": self.size,
            "quality": self.quality,
            "background": self.background,
            "seed": self.seed,
            "output_format": self._format(),
        }
        return {name: value for name, value in given.items() if value is not None} | _assigned(self.also or [])

    def _format(self) -> str | None:
        """The format that was asked for, by name or by the output's suffix."""
        suffix = Path(self.output).suffix.lower() if self.output and not self._is_folder() else ""
        by_suffix = FORMATS.get(suffix)
        by_name = {"jpg": "jpeg"}.get(self.output_format or "", self.output_format)
        if by_suffix and by_name and by_suffix != by_name:
            raise typer.BadParameter(f"'{self.output}' does not name a {by_name} file.", param_hint="--format")
        return by_name or by_suffix

    def _is_folder(self) -> bool:
        return self.output is not None and (self.output.endswith("/") or os.path.isdir(self.output))  # noqa: PTH112 (never raises)

    def places(self, wishes: list[Wish]) -> Places | None:
        """Where the pictures go; None for stdout. Refused before anything is drawn, if nothing can be written there."""
        try:
            return self._places(wishes)
        except OSError as error:
            message = f"'{self.output}' cannot be written: {error.strerror}."
            raise typer.BadParameter(message, param_hint="--output") from error

    def _places(self, wishes: list[Wish]) -> Places | None:
        if self.output is None:
            return Places(_writable(Path()), force=self.force)
        if self.output == "-":
            if self.as_json or sum(wish.num for wish in wishes) > 1:
                raise typer.BadParameter("Stdout takes one picture, and nothing else.", param_hint="--output")
            if getattr(sys.stdout, "name", None) == 1:  # opened by number: see limner.cli
                raise typer.BadParameter("Stdout is closed.", param_hint="--output")
            return None
        path = Path(self.output)
        if self._is_folder():
            path.mkdir(parents=True, exist_ok=True)
            return Places(_writable(path), force=self.force)
        if path.suffix.lower() not in FORMATS:
            known = ", ".join(FORMATS)
            raise typer.BadParameter(
                f"'{path}' must end in one of {known}, or in / for a folder.", param_hint="--output"
            )
        if not path.parent.is_dir():
            raise typer.BadParameter(f"There is no folder '{path.parent}'.", param_hint="--output")
        if len(wishes) > 1:
            raise typer.BadParameter(
                f"Several prompts need a folder: write '{path.parent / path.stem}/'.", param_hint="--output"
            )
        places = Places(_writable(path.parent), force=self.force, name=path.name)
        taken = [one for one in places.first(wishes[0].num) if one.exists()]
        if taken and not self.force:
            raise typer.BadParameter(f"'{taken[0]}' exists; --force overwrites it.", param_hint="--output")
        return places


def read_key(key: str | None) -> str | None:
    """As it may be sent in a header; a line break at its end, as files have it, is no part of it."""
    key = key.strip() if key else None
    if key and not (key.isascii() and key.isprintable()):
        raise typer.BadParameter("A key consists of ASCII characters without line breaks.", param_hint="--key")
    return key


def _writable(folder: Path) -> Path:
    """Raises OSError. `os.access` knows of read-only file systems, too."""
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
    return folder


def prompts_of(prompt: str | None, file: Path | None) -> list[str]:
    """One prompt from the command line, or one on each line of a file or of stdin."""
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


def read_image(name: str, flag: str) -> InputImage:
    try:
        image = (
            InputImage("stdin", sys.stdin.buffer.read())
            if name == "-"
            else InputImage(Path(name).name, Path(name).read_bytes())
        )
    except OSError as error:
        raise typer.BadParameter(f"'{name}' cannot be read: {error.strerror}.", param_hint=flag) from error
    if not image.data:
        raise typer.BadParameter(f"'{image.name}' is empty.", param_hint=flag)
    return image


def _assigned(texts: list[str]) -> dict[str, Any]:
    """`strength=0.6` is a number, `style=vivid` is text."""
    found: dict[str, Any] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name:
            raise typer.BadParameter(f"'{text}' is not of the form NAME=VALUE.", param_hint="--set")
        if name in ("stream", "partial_images", "response_format", "prompt", "image", "mask"):
            raise typer.BadParameter(f"'{name}' is set by the command itself.", param_hint="--set")
        if name == "n":
            raise typer.BadParameter("The number of pictures is set with --number.", param_hint="--set")
        try:
            found[name] = json.loads(value)
        except (ValueError, RecursionError):
            found[name] = value
    return found
