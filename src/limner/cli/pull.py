"""`limner pull`: download a model before it is served."""

import logging
import shutil
import sys
import time
from collections.abc import Mapping
from typing import Annotated, Any, TextIO

import typer

from limner.cli import print_error
from limner.cli.gpu_memory import free_bytes
from limner.cli.memory_check import find_need
from limner.cli.model_flags import add_model_flags
from limner.cli.model_flags import read_options as read_flags

FLAG_NAMES = ("revision", "variant", "model_config", "vae", "preview_vae", "safety_checker", "lora")
"""Of what may be on the hub."""
TERMINAL_PERIOD_S, LOG_PERIOD_S = 0.2, 30.0
"""Between two reports in a terminal, and in a log."""


@add_model_flags(*FLAG_NAMES, panel=None)
def pull(
    model: Annotated[str, typer.Argument(metavar="MODEL", help="Its id on the hub: see 'limner models --known'.")],
    **model_flags: Any,
) -> None:
    """Download a model from the hub: only the files that are needed. Prints the folder, or the file.

    Run it again after an interruption: complete files are kept.
    """
    from limner.engines.diffusers.known_models import find_known_model
    from limner.engines.registry import is_installed

    if not is_installed("diffusers"):
        raise typer.Exit(
            print_error("The engine 'diffusers' is not installed. Run: pip install 'limner[diffusers]'", 2)
        )
    from limner.engines.diffusers.config import read_options
    from limner.engines.diffusers.hub_cache import get_source
    from limner.engines.diffusers.model_pull import plan_model
    from limner.engines.diffusers.pulling import PullError
    from limner.engines.diffusers.pulling import pull as download
    from limner.engines.diffusers.sources import is_single_file

    logging.getLogger("huggingface_hub").setLevel(logging.ERROR)  # else it shows every attempt
    options = read_flags(model_flags)
    known = find_known_model(model)
    if known and known.variant is not None:
        options.setdefault("variant", known.variant)
    folders = []
    try:
        for plan in plan_model(read_options({"checkpoint": model, **options}).spec()):
            progress = PullProgress(plan.repository, plan.num_missing_bytes, sys.stderr)
            folders.append(download(plan, progress.report))
            progress.finish()
    except (PullError, ValueError) as error:
        raise typer.Exit(print_error(str(error), 1)) from error
    is_file = is_single_file(model)
    typer.echo(str(get_source(model, options.get("revision")) if is_file or not folders else folders[0]))
    _show_need(model, options)


def _show_need(model: str, options: Mapping[str, Any]) -> None:
    from limner.engines.diffusers.memory_need import describe_fit

    need, free = find_need(model, options), free_bytes(["auto"])
    if need is not None and free is not None:
        typer.echo(f"limner: {model} {describe_fit(need, free)}", err=True)


class PullProgress:
    """One line: rewritten in a terminal, repeated now and then in a log. `report` may be called by any thread."""

    def __init__(self, model: str, total_bytes: int, stream: TextIO) -> None:
        self._model = model
        self._total_bytes = total_bytes
        self._stream = stream
        self._is_terminal = stream.isatty()
        self._began_s = self._shown_s = time.monotonic()

    def report(self, num_bytes: int) -> None:
        now = time.monotonic()
        if now - self._shown_s >= (TERMINAL_PERIOD_S if self._is_terminal else LOG_PERIOD_S):
            self._shown_s = now
            self._show(
                describe_progress(
                    self._model, num_bytes, self._total_bytes, num_bytes / max(now - self._began_s, 0.001)
                )
            )

    def finish(self) -> None:
        took_s = time.monotonic() - self._began_s
        is_new = self._total_bytes > 0
        text = f"downloaded {self._total_bytes / 1e9:.1f} GB in {took_s:.0f} s" if is_new else "is downloaded already"
        self._show(f"{self._model}: {text}", is_last=True)

    def _show(self, text: str, *, is_last: bool = False) -> None:
        if self._is_terminal:
            columns = shutil.get_terminal_size().columns - 1
            self._stream.write(f"\r\x1b[K{text[:columns]}" + ("\n" if is_last else ""))
        else:
            self._stream.write(f"{text}\n")
        self._stream.flush()


def describe_progress(model: str, num_bytes: int, total_bytes: int, bytes_per_s: float) -> str:
    share = 100 * num_bytes / max(total_bytes, 1)
    text = f"{model}: {num_bytes / 1e9:.1f} of {total_bytes / 1e9:.1f} GB, {share:.0f} %"
    if bytes_per_s > 0:
        left_s = max(0, total_bytes - num_bytes) / bytes_per_s
        left = f"{left_s:.0f} s" if left_s < 100 else f"{left_s / 60:.0f} min"
        text += f", {bytes_per_s / 1e6:.0f} MB/s, {left} left"
    return text
