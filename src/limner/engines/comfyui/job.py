"""One image: a prompt in ComfyUI's queue, from its submission to its file."""

import asyncio
import logging
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from typing import Any
from uuid import uuid4

from limner.core.errors import APIError, EngineError, UpstreamError
from limner.engines.comfyui.client import ComfyClient, FileReference, PromptRefused, find_files
from limner.engines.comfyui.connection import Connection
from limner.engines.comfyui.errors import failed_error
from limner.engines.comfyui.messages import Preview, Progress
from limner.engines.comfyui.workflow import Prompt, Workflow
from limner.engines.native_server import NativeServer
from limner.engines.sampling import preview_steps

log = logging.getLogger("limner.comfyui")

POLL_S = 10
"""While the WebSocket is open: should a message be lost."""
FAST_POLL_S = 1
"""While it is not."""
CANCEL_TIMEOUT_S = 30

MakePrompt = Callable[[], Awaitable[Prompt]]
"""Uploads the input images if needed, and returns the workflow with all values."""


class PromptLost(Exception):  # noqa: N818 (not an error of its own)
    """ComfyUI was restarted, and has forgotten the prompt."""


class Job:
    def __init__(
        self,
        server: NativeServer,
        client: ComfyClient,
        connection: Connection,
        workflow: Workflow,
        make_prompt: MakePrompt,
        *,
        number: float | None,
        partial_images: int,
        timeout_s: float,
        reconnect_s: float,
    ) -> None:
        self.prompt_id = ""
        self.is_done = False
        """Whether nothing of it is left in ComfyUI's queue."""
        self.started_s: float | None = None
        self._server = server
        self._client = client
        self._connection = connection
        self._workflow = workflow
        self._make_prompt = make_prompt
        self._number = number
        self._partial_images = partial_images
        self._timeout_s = timeout_s
        self._reconnect_s = reconnect_s
        self._inbox: asyncio.Queue[bytes | None] = asyncio.Queue()
        """Previews; None if the prompt may have ended."""
        self._waiting: asyncio.Timeout | None = None
        """For the next one."""
        self._submission: asyncio.Task[str] | None = None
        self._num_breaks = 0
        self._has_sent = False
        self._is_repeated = False
        self._unreachable_since_s: float | None = None
        self._progress = SamplingProgress(workflow, partial_images)

    async def submit(self) -> None:
        """Raises PromptRefused if the prompt is invalid."""
        prompt = await self._make_prompt()
        self.prompt_id, self._num_breaks = str(uuid4()), self._connection.num_breaks
        self.started_s = None
        self._progress = SamplingProgress(self._workflow, self._partial_images)
        self._connection.add(self.prompt_id, self)
        self._submission = asyncio.create_task(
            self._client.submit(self.prompt_id, prompt, number=self._number, has_previews=self._partial_images > 0)
        )
        prompt_id = await asyncio.shield(self._submission)
        if prompt_id != self.prompt_id:  # an older version: messages may have come before this was known
            self._connection.remove(self.prompt_id)
            self.prompt_id = prompt_id
            self._connection.add(prompt_id, self)
            self.on_check()

    async def results(self) -> AsyncGenerator[bytes | FileReference, None]:
        """The chosen previews, then the image."""
        while True:
            item = await self._next()
            if item is not None:
                self._has_sent = True
                yield item
                continue
            try:
                entry = await self._find_end()
            except PromptLost:
                if self._has_sent or self._is_repeated:
                    raise UpstreamError(
                        "ComfyUI was restarted while it drew the image.", code="upstream_disconnected"
                    ) from None
                log.warning("ComfyUI was restarted: the prompt %s is sent again", self.prompt_id)
                self._is_repeated = True
                self._connection.remove(self.prompt_id)
                await self.submit()
                continue
            if entry is not None:
                self.is_done = True
                while not self._inbox.empty():
                    if (preview := self._inbox.get_nowait()) is not None:
                        yield preview
                files = find_files(entry, self._workflow.output)
                if not files:
                    raise failed_error(entry, self._workflow)
                yield files[0]
                return

    def on_start(self) -> None:
        if self.started_s is not None:
            return
        self.started_s = time.monotonic()
        if self._waiting is not None and not self._waiting.expired():  # the time limit begins
            limit_s = asyncio.get_running_loop().time() + self._timeout_s
            self._waiting.reschedule(min(limit_s, self._waiting.when() or limit_s))

    def on_progress(self, progress: Progress) -> None:
        self.on_start()
        self._progress.update(progress)

    def on_preview(self, preview: Preview) -> None:
        if self._progress.wants_preview(preview):
            self._inbox.put_nowait(preview.data)

    def on_check(self) -> None:
        self._inbox.put_nowait(None)

    def detach(self) -> None:
        """No more messages are needed."""
        self._connection.remove(self.prompt_id)

    async def withdraw(self) -> None:
        """Take the prompt out of ComfyUI's queue, or interrupt it. Any number of times; raises nothing."""
        self.detach()
        submission, self._submission = self._submission, None
        if submission is None or self.is_done:
            return
        self.is_done = True
        try:
            async with asyncio.timeout(CANCEL_TIMEOUT_S):
                try:
                    self.prompt_id = await submission
                except PromptRefused:
                    return
                except APIError:  # its answer was lost
                    log.debug("The prompt %s may not have been queued", self.prompt_id)
                await self._client.cancel(self.prompt_id)
        except (APIError, TimeoutError) as error:
            log.warning("The prompt %s cannot be cancelled: %s", self.prompt_id, error)

    async def _next(self) -> bytes | None:
        """The next preview, or None when it is time to look at the history."""
        if self._unreachable_since_s is not None or not self._connection.is_open:
            wait_s: float = FAST_POLL_S
        else:
            wait_s = POLL_S
        if self.started_s is not None:
            left_s = self.started_s + self._timeout_s - time.monotonic()
            if left_s <= 0:
                raise self._server.timeout_error()
            wait_s = min(wait_s, left_s)
        try:
            async with asyncio.timeout(wait_s) as self._waiting:
                return await self._inbox.get()
        except TimeoutError:
            return None
        finally:
            self._waiting = None

    async def _find_end(self) -> Mapping[str, Any] | None:
        """The history of the prompt; None if it has not ended, or if ComfyUI cannot be reached at the moment.

        Raises PromptLost if ComfyUI was restarted, an EngineError if somebody removed the prompt from its queue.
        """
        try:
            entry = await self._client.history(self.prompt_id)
            if entry is None:
                place = await self._client.find(self.prompt_id)
                if place == "running":
                    self.on_start()
                if place != "gone":
                    self._unreachable_since_s = None
                    return None
                entry = await self._client.history(self.prompt_id)  # it may have ended between the two calls
        except APIError as error:
            now_s = time.monotonic()
            if error.headers.get("x-should-retry") == "false":
                raise
            if self._unreachable_since_s is None:
                self._unreachable_since_s = now_s
            if now_s - self._unreachable_since_s > self._reconnect_s:
                raise
            return None
        self._unreachable_since_s = None
        if entry is None and self._connection.num_breaks == self._num_breaks:
            self.is_done = True
            raise EngineError("The image was removed from ComfyUI's queue.", code="image_generation_interrupted")
        if entry is None:
            raise PromptLost
        return entry


class SamplingProgress:
    """Chooses the previews to send, evenly over the steps of all nodes that denoise."""

    def __init__(self, workflow: Workflow, partial_images: int) -> None:
        self._samplers = workflow.samplers
        self._partial_images = partial_images
        self._node: str | None = None
        self._num_done = 0
        """Steps of the samplers that are done."""
        self._total = 0
        """Of the one that runs."""
        self._position = 0
        self._wanted: list[int] | None = None

    def update(self, progress: Progress) -> None:
        if self._samplers and progress.node not in self._samplers:
            return
        if progress.node != self._node:
            self._num_done += self._total
            self._node = progress.node
        self._total = progress.total
        self._position = self._num_done + progress.value
        if self._wanted is None:
            all_steps = progress.total * max(1, len(self._samplers))
            self._wanted = preview_steps(all_steps, self._partial_images)

    def wants_preview(self, preview: Preview) -> bool:
        """Whether to send this preview, which is of the latest step."""
        is_other = self._samplers and preview.node is not None and preview.node not in self._samplers
        if is_other or not self._wanted or self._position < self._wanted[0]:
            return False
        self._wanted = [step for step in self._wanted if step > self._position]
        return True
