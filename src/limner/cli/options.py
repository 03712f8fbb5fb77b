"""The options of a drawing command, validated before anything is drawn."""

import errno
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Self

import typer

from limner.cli.inputs import read_assignments, read_key
from limner.cli.job import CliJob, InputFile
from limner.cli.output_files import OutputFiles, file_stem
from limner.cli.terminal import has_pillow
from limner.core.formats import FORMAT_OF_SUFFIX
from limner.core.request import Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class CliOptions:
    """The options that `generate`, `edit` and `vary` share."""

    num: int
    size: str | None
    quality: str | None
    background: str | None
    seed: int | None
    parameters: list[str] | None
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
    def from_arguments(cls, arguments: Mapping[str, Any]) -> Self:
        """Pick the shared options from all arguments of a command."""
        options = cls(**{field.name: arguments[field.name] for field in fields(cls)})
        options = replace(options, key=read_key(options.key))
        if options.server and options.config:
            raise typer.BadParameter(
                "A server has its own settings: use either --server or --config.", param_hint="--config"
            )
        if options.preview and not has_pillow():
            raise typer.BadParameter("Previews need Pillow: pip install pillow.", param_hint="--preview")
        return options

    def job(
        self,
        operation: Operation,
        *,
        prompt: str = "",
        images: tuple[InputFile, ...] = (),
        mask: InputFile | None = None,
    ) -> CliJob:
        stem = f"{Path(images[0].name).stem}-variation" if operation == "variation" else file_stem(prompt)
        return CliJob(
            operation=operation, prompt=prompt, images=images, mask=mask, parameters=self._parameters(), stem=stem
        )

    def output_files(self, jobs: list[CliJob]) -> OutputFiles | None:
        """Where to write the images; None for stdout. Raises BadParameter if nothing can be written there."""
        try:
            return self._output_files(jobs)
        except OSError as error:
            message = f"'{self.output}' cannot be written: {error.strerror}."
            raise typer.BadParameter(message, param_hint="--output") from error

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
        return {name: value for name, value in given.items() if value is not None} | read_assignments(
            self.parameters or []
        )

    def _format(self) -> str | None:
        """The format given with --format or by the suffix of --output."""
        suffix = Path(self.output).suffix.lower() if self.output and not self._is_folder() else ""
        by_suffix = FORMAT_OF_SUFFIX.get(suffix)
        by_name = {"jpg": "jpeg"}.get(self.output_format or "", self.output_format)
        if by_suffix and by_name and by_suffix != by_name:
            raise typer.BadParameter(f"'{self.output}' does not name a {by_name} file.", param_hint="--format")
        return by_name or by_suffix

    def _is_folder(self) -> bool:
        return self.output is not None and (self.output.endswith("/") or os.path.isdir(self.output))  # noqa: PTH112 (never raises)

    def _output_files(self, jobs: list[CliJob]) -> OutputFiles | None:
        if self.output is None:
            return OutputFiles(_writable(Path()), force=self.force)
        if self.output == "-":
            if self.as_json or sum(job.num_images for job in jobs) > 1:
                raise typer.BadParameter(
                    "Only one image can be written to stdout, without --json.", param_hint="--output"
                )
            if getattr(sys.stdout, "name", None) == 1:  # replaced because it was closed: see limner.cli
                raise typer.BadParameter("Stdout is closed.", param_hint="--output")
            return None
        path = Path(self.output)
        if self._is_folder():
            path.mkdir(parents=True, exist_ok=True)
            return OutputFiles(_writable(path), force=self.force)
        if path.suffix.lower() not in FORMAT_OF_SUFFIX:
            known = ", ".join(FORMAT_OF_SUFFIX)
            raise typer.BadParameter(
                f"'{path}' must end in one of {known}, or in / for a folder.", param_hint="--output"
            )
        if not path.parent.is_dir():
            raise typer.BadParameter(f"There is no folder '{path.parent}'.", param_hint="--output")
        if len(jobs) > 1:
            raise typer.BadParameter(
                f"Several prompts need a folder: write '{path.parent / path.stem}/'.", param_hint="--output"
            )
        files = OutputFiles(_writable(path.parent), force=self.force, name=path.name)
        existing = [candidate for candidate in files.first_paths(jobs[0].num_images) if candidate.exists()]
        if existing and not self.force:
            raise typer.BadParameter(f"'{existing[0]}' exists; --force overwrites it.", param_hint="--output")
        return files


def _writable(folder: Path) -> Path:
    """Raises OSError. `os.access` detects read-only file systems, too."""
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
    return folder
