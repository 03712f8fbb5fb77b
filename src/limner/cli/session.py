"""One run of `generate`, `edit` or `vary`: send each job to the backend, write its images, report its failures."""

import asyncio
import json
import sys
import time
from contextlib import aclosing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import typer

from limner.cli import describe_os_error
from limner.cli.backend import Backend, BackendError, FinalImage, Preview, RequestFacts
from limner.cli.display import Display
from limner.cli.job import CliJob
from limner.cli.options import CliOptions
from limner.cli.output_files import OutputFiles, detect_format
from limner.core.errors import APIError, AuthenticationError, BadRequestError, OverloadedError, RateLimitError
from limner.core.formats import FORMAT_OF_SUFFIX

RETURNED = "What the server returned"
NUM_PREVIEWS = 2
MAX_TRIES = 5
MAX_WAIT_S = 60.0
MAX_TITLE = 40
FLAGS = {"output_format": "--format", "n": "-n", "image": "--image", "prompt": "PROMPT"} | {
    name: f"--{name}" for name in ("size", "quality", "background", "seed", "model", "mask")
}


class RunAbortedError(Exception):
    """The failure would repeat for all other jobs. It has been reported already."""


@dataclass(slots=True)
class CliSession:
    options: CliOptions
    backend: Backend
    output: OutputFiles | None
    display: Display
    partial_images: int
    files: list[Path] = field(default_factory=list)
    code: int = 0
    """The exit code so far: 1, something failed; 2, wrong use."""
    has_reader: bool = True
    """Whether stdout is still read."""

    async def draw_all(self, jobs: list[CliJob]) -> None:
        slots = asyncio.Semaphore(self.options.jobs)

        async def draw_in_slot(job: CliJob) -> None:
            async with slots:
                await self._draw_or_report(job)

        animation = asyncio.create_task(self.display.animate())
        try:
            async with asyncio.TaskGroup() as group:
                for job in jobs:
                    group.create_task(draw_in_slot(job))
        except* RunAbortedError:
            pass
        finally:
            animation.cancel()
            await asyncio.gather(animation, return_exceptions=True)
            await self.backend.close()
            self.display.close()
        if not self.has_reader:
            raise BrokenPipeError

    async def _draw_or_report(self, job: CliJob) -> None:
        try:
            await self._draw_with_retries(job)
        except (APIError, BackendError) as error:
            self._report_failure(job, error)
            is_wrong = isinstance(error, BadRequestError)
            is_not_installed = getattr(error, "code", None) == "engine_not_installed"
            is_shared = is_not_installed or getattr(error, "param", None) not in (None, "prompt")
            is_usage_error = is_not_installed or (is_wrong and (is_shared or not self.display.is_batch))
            self.code = max(self.code, 2 if is_usage_error else 1)
            if isinstance(error, BackendError | AuthenticationError) or (is_usage_error and is_shared):
                raise RunAbortedError from error
        except BrokenPipeError as error:
            self.has_reader = False
            raise RunAbortedError from error
        except OSError as error:
            self.display.error(f"The picture cannot be written. {describe_os_error(error)}")
            self.code = max(self.code, 1)
            raise RunAbortedError from error

    async def _draw_with_retries(self, job: CliJob) -> None:
        """Retry while the server is busy, after the time that it names."""
        for tries_left in reversed(range(MAX_TRIES)):
            try:
                return await self._draw(job)
            except (RateLimitError, OverloadedError) as error:
                if not tries_left:
                    raise
                retry_after = error.headers.get("retry-after", "")
                wait_s = min(float(retry_after) if retry_after.isdigit() else 2.0, MAX_WAIT_S)
                self.display.note(f"busy, trying again in {wait_s:.0f} s")
                await asyncio.sleep(wait_s)
        return None

    async def _draw(self, job: CliJob) -> None:
        began = time.monotonic()
        facts: dict[str, Any] = {}
        files: list[str] = []
        async with aclosing(self.backend.draw(job, partial_images=self.partial_images)) as events:
            async for event in events:
                match event:
                    case RequestFacts(more):
                        facts |= more
                    case Preview():
                        self.display.preview(job, event.image_index, event.data)
                    case FinalImage():
                        files.append(self._write(job, event.data))
                        self.display.finish(job, event.image_index, event.data)
        facts["took_s"] = round(time.monotonic() - began, 3)
        self._report(job, files, facts)

    def _write(self, job: CliJob, data: bytes) -> str:
        if self.output is None:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
            return "-"
        path = self.output.write(data, stem=job.stem, origin=RETURNED)
        self.files.append(path)
        if FORMAT_OF_SUFFIX.get(path.suffix.lower()) != (found := detect_format(data, RETURNED)):
            self.display.note(f"'{path}' contains {found.upper()}: the server returned no other format")
        return str(path)

    def _report(self, job: CliJob, files: list[str], facts: dict[str, Any]) -> None:
        if self.options.as_json:
            self.display.result(json.dumps({"prompt": job.prompt, "files": files} | facts, ensure_ascii=False))
            return
        for file in files if self.output is not None else ():
            self.display.result(file)
        if facts.get("note"):
            self.display.note(str(facts["note"]))
        if facts.get("ignored"):
            self.display.note(f"without effect here: {', '.join(facts['ignored'])}")
        self.display.fact(_summary(facts))

    def _report_failure(self, job: CliJob, error: APIError | BackendError) -> None:
        param = getattr(error, "param", None)
        text = str(error)
        if isinstance(error, APIError) and param in FLAGS:
            text = f"{FLAGS[param]}: {text}"
        if self.display.is_batch:
            text = f"{_shorten(job.title)}: {text}"
        self.display.error(text)
        if self.options.as_json:
            failure = {"message": str(error), "param": param, "code": getattr(error, "code", None)}
            self.display.result(json.dumps({"prompt": job.prompt, "error": failure}, ensure_ascii=False))


def run_jobs(options: CliOptions, jobs: list[CliJob]) -> int:
    """Return the exit code."""
    output = options.output_files(jobs)
    num_images = sum(job.num_images for job in jobs)
    display = Display(num_images, is_batch=len(jobs) > 1, preview=options.preview)
    return asyncio.run(_run(options, jobs, output, display, num_images))


async def _run(
    options: CliOptions, jobs: list[CliJob], output: OutputFiles | None, display: Display, num_images: int
) -> int:
    backend = open_backend(options, num_images)
    session = CliSession(options, backend, output, display, NUM_PREVIEWS if display.shows_previews else 0)
    await session.draw_all(jobs)
    for path in session.files if options.open_ else ():
        typer.launch(str(path))
    return session.code


def open_backend(options: CliOptions, num_images: int) -> Backend:
    if options.server:
        from limner.cli.api_client import ApiClient, api_url
        from limner.cli.remote_backend import RemoteBackend

        try:
            return RemoteBackend(ApiClient(api_url(options.server), key=options.key))
        except ValueError as error:
            raise typer.BadParameter(str(error), param_hint="--server") from error
    from limner.cli.local_backend import LocalBackend
    from limner.settings import load_settings

    return LocalBackend(load_settings(options.config), num_images=num_images)


def _summary(facts: dict[str, Any]) -> str:
    tokens = (facts.get("usage") or {}).get("total_tokens")
    parts = [
        str(facts.get("size") or ""),
        f"seed {facts['seed']}" if facts.get("seed") is not None else "",
        f"{tokens} tokens" if tokens else "",
        f"{facts['took_s']:.1f} s",
    ]
    return " · ".join(part for part in parts if part)


def _shorten(text: str) -> str:
    return text if len(text) <= MAX_TITLE else f"{text[: MAX_TITLE - 1]}…"
