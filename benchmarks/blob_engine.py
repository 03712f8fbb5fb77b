"""An engine that sends prepared bytes, or waits as a device would: what is left is the way to the client."""

import asyncio
import os
from collections.abc import AsyncGenerator
from pathlib import Path

from limner.core.picture import CompletedImage, Event, Picture
from limner.core.request import ImageRequest

NAME = "blob"
BLOB = os.urandom(2_000_000)


class BlobEngine:
    """Draws one request at a time, for `step_s` times its steps."""

    obeys = frozenset({"num_inference_steps"})
    deterministic = True

    def __init__(self, *, step_s: float = 0.0) -> None:
        self._step_s = step_s
        self._device = asyncio.Lock()

    async def start(self) -> None: ...

    async def close(self) -> None: ...

    async def generate(self, request: ImageRequest) -> AsyncGenerator[Event, None]:
        if self._step_s:
            async with self._device:
                await asyncio.sleep(self._step_s * (request.num_inference_steps or 1))
        for index in range(request.n):
            yield CompletedImage(
                image_index=index, picture=Picture(BLOB, "png", request.size), revised_prompt=str(os.getpid())
            )


def install(folder: Path) -> None:
    """Metadata of a plugin, for a folder on the module path: replicas load the engine by its name."""
    info = folder / "blob-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: blob\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[limner.engines]\n{NAME} = blob_engine:BlobEngine\n", encoding="utf-8")
