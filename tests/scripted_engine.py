"""An engine for tests whose prompts say what goes wrong. Replicas load it by name, from a plugin's metadata."""

import asyncio
import json
import os
import time
from collections.abc import AsyncGenerator
from pathlib import Path
from uuid import uuid4

from limner.core.errors import PictureError
from limner.core.picture import CompletedImage, Event, PartialImage, Picture
from limner.core.request import ImageRequest
from tiny_engine import paint

NAME = "scripted"


class ScriptedEngine:
    """Prompts: `exit at N` ends the process at step N of the first image, once for each request; `refuse` and `fail`
    raise errors; `cancel` cancels itself. `folder`: where the engine records what it does.
    """

    def __init__(self, *, folder: str, step_s: float = 0.0) -> None:
        self.obeys = frozenset({"seed", "quality", "num_inference_steps"})
        self.deterministic = True
        self.fatal_error: str | None = None
        self.not_ready_reason: str | None = None
        self._folder = Path(folder)
        self._step_s = step_s

    async def start(self) -> None:
        self._record("started", "")

    async def close(self) -> None:
        self._record("closed", "")

    async def generate(self, request: ImageRequest) -> AsyncGenerator[Event, None]:
        self._record("begun", request.prompt)
        if request.prompt == "refuse":
            raise PictureError(
                "The image was refused.", param="prompt", code="moderation_blocked", headers={"x-should-retry": "false"}
            )
        if request.prompt == "fail":
            raise RuntimeError("out of paint")
        if request.prompt == "cancel":
            raise asyncio.CancelledError
        if request.prompt == "die of it":
            self.fatal_error = "The device has failed."
        steps = request.num_inference_steps or 4
        try:
            for index in range(request.n):
                for step in range(steps):
                    await asyncio.sleep(self._step_s)
                    if index == 0 and request.prompt == f"exit at {step}":
                        self._exit_once(request.id)
                    if step < request.partial_images:
                        picture = paint(request, index, step)
                        yield PartialImage(image_index=index, partial_image_index=step, picture=picture)
                yield CompletedImage(
                    image_index=index,
                    picture=self._as_file(paint(request, index, steps)),
                    revised_prompt=str(os.getpid()),
                )
                if request.prompt == f"exit after {index}":
                    await asyncio.sleep(0.2)  # the image is on its way
                    os._exit(1)
        except (asyncio.CancelledError, GeneratorExit):
            self._record("cancelled", request.prompt)
            raise
        self._record("done", request.prompt)

    def _as_file(self, picture: Picture) -> Picture:
        """Pictures may be files of this machine."""
        path = self._folder / f"{uuid4().hex}.png"
        path.write_bytes(picture.read())
        return Picture(path, picture.format, picture.size)

    def _exit_once(self, request_id: str) -> None:
        try:
            (self._folder / request_id).touch(exist_ok=False)
        except FileExistsError:
            return
        os._exit(1)

    def _record(self, kind: str, prompt: str) -> None:
        line = {"kind": kind, "prompt": prompt, "pid": os.getpid(), "time": time.time()}
        with (self._folder / "log").open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


def read_log(folder: Path, kind: str, prompt: str) -> list[dict]:
    log = folder / "log"
    lines = map(json.loads, log.read_text(encoding="utf-8").splitlines()) if log.exists() else []
    return [line for line in lines if (line["kind"], line["prompt"]) == (kind, prompt)]


def install(folder: Path) -> Path:
    """Metadata of a plugin, for a folder on the module path."""
    info = folder / "scripted-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: scripted\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(
        f"[limner.engines]\n{NAME} = scripted_engine:ScriptedEngine\n", encoding="utf-8"
    )
    return folder
