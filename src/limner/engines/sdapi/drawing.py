"""One image on the server: its job, the previews that are chosen of it, and how it is stopped."""

import asyncio
import logging
import time
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from limner.core.errors import APIError
from limner.core.request import ImageRequest
from limner.engines.sdapi.client import JobWatch, Progress, SdapiClient

log = logging.getLogger("limner.sdapi")

STOP_TIMEOUT_S = 120
"""After which a job that cannot be stopped is no longer waited for."""


@dataclass(frozen=True, slots=True)
class PreviewData:
    data: bytes


class Drawing:
    def __init__(
        self, client: SdapiClient, operation: str, body: Mapping[str, Any], request: ImageRequest, poll_s: float
    ) -> None:
        self._client = client
        self._operation = operation
        self._task_id = f"task(limner-{uuid4().hex})"
        self._body = {**body, "force_task_id": self._task_id}
        self._request = request
        self._poll_s = poll_s
        self._job: JobWatch | None = None
        self._drawing: asyncio.Task[bytes] | None = None
        parts = request.partial_images + 1
        self._wanted = [part / parts for part in range(1, parts)]
        """Shares of the work after which a preview is due."""

    @property
    def is_running(self) -> bool:
        """Whether the server may still work on it."""
        return self._drawing is not None and not self._drawing.done()

    async def results(self) -> AsyncGenerator[PreviewData | bytes, None]:
        """The chosen previews, then the image."""
        self._job = await self._client.watch(self._task_id)
        self._drawing = asyncio.create_task(self._client.draw(self._operation, self._body, self._request))
        self._drawing.add_done_callback(lambda task: task.cancelled() or task.exception())  # never "never retrieved"
        while self._wanted:
            done, _ = await asyncio.wait({self._drawing}, timeout=self._poll_s)
            if done:
                break
            progress = await self._progress(has_preview=True)
            if progress is not None and progress.preview and self._wants(progress.share):
                yield PreviewData(progress.preview)
        try:
            data = await asyncio.shield(self._drawing)
        except APIError as error:
            if error.code == "upstream_timeout":  # it would keep the server from the next one
                await self._interrupt()
            raise
        yield data

    async def stop(self) -> None:
        """Interrupt the job once it is the one that runs, and wait for its end. Raises nothing."""
        drawing = self._drawing
        if drawing is None:
            return
        is_interrupted = False
        give_up_s = time.monotonic() + STOP_TIMEOUT_S
        try:
            while not drawing.done() and time.monotonic() < give_up_s:
                is_interrupted = is_interrupted or await self._interrupt()
                await asyncio.wait({drawing}, timeout=self._poll_s)
        finally:
            drawing.cancel()
            await asyncio.gather(drawing, return_exceptions=True)

    async def _interrupt(self) -> bool:
        """Interrupt the job if it runs. Returns whether that was done."""
        if await self._progress(has_preview=False) is None:
            return False
        try:
            await self._client.interrupt()
        except APIError as error:
            log.warning("The job %s cannot be interrupted: %s", self._task_id, error)
            return False
        return True

    def _wants(self, share: float) -> bool:
        if not self._wanted or share < self._wanted[0] or share >= 1:
            return False
        self._wanted = [one for one in self._wanted if one > share]
        return True

    async def _progress(self, *, has_preview: bool) -> Progress | None:
        assert self._job is not None
        try:
            return await self._client.progress(self._job, has_preview=has_preview)
        except APIError:  # the drawing itself says whether it fails
            return None
