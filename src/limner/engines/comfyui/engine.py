"""The engine `comfyui`: draws with a workflow on a ComfyUI server."""

import asyncio
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import Any
from uuid import uuid4

from limner.core.picture import CompletedImage, Event
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest
from limner.engines.comfyui.client import PRIORITY_STEP, ComfyClient, PromptRefused
from limner.engines.comfyui.connection import Connection
from limner.engines.comfyui.errors import refused_error
from limner.engines.comfyui.job import Job
from limner.engines.comfyui.options import read_options, read_sampling, read_workflows
from limner.engines.comfyui.queue import QueueState
from limner.engines.comfyui.request_values import RequestValues, obeyed_fields, unused_note
from limner.engines.comfyui.workflow import Workflow
from limner.engines.native_results import make_image, make_preview
from limner.engines.native_server import NativeServer, close_in_loop, finish_tasks
from limner.engines.proxy.sizes import GridSizes

OPEN_TIMEOUT_S = 2
"""For the WebSocket. Without it, images are drawn without previews."""


class ComfyEngine:
    """`options`: see ComfyOptions and docs/comfyui.md."""

    deterministic = False

    def __init__(self, **options: Any) -> None:
        self._options = read_options(options)
        self._sampling = read_sampling(self._options)
        self._workflows = read_workflows(self._options)
        self._sizes = GridSizes(multiple=self._options.multiple)
        self.obeys = obeyed_fields(self._workflows, self._sampling)
        self._queue = QueueState()
        self._server = NativeServer(
            "ComfyUI",
            self._options.base_url,
            headers=self._options.all_headers(),
            connect_timeout_s=self._options.connect_timeout_s,
        )
        client_id = uuid4().hex
        self._client = ComfyClient(self._server, client_id)
        self._connection = Connection(
            self._options.base_url,
            client_id,
            headers=self._options.all_headers(),
            connect_timeout_s=self._options.connect_timeout_s,
            on_queue=self._queue.update,
        )
        self._withdrawals: set[asyncio.Task[None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        """In which it was started."""

    async def start(self) -> None:
        """ComfyUI need not run yet."""
        await self.close()
        self._loop = asyncio.get_running_loop()
        await self._server.open()
        self._connection.open()

    async def close(self) -> None:
        """Any number of times, and in any event loop."""
        loop, self._loop = self._loop, None
        await close_in_loop(loop, self._close)

    async def _close(self) -> None:
        await finish_tasks(self._withdrawals)
        await self._connection.close()
        await self._server.close()

    def estimate(self, request: ImageRequest) -> QueueEstimate:
        self._workflows.choose(request)
        return self._queue.estimate(request)

    async def check(self) -> None:
        """Raises an APIError if ComfyUI cannot be reached."""
        await self._client.find("")

    async def generate(self, request: ImageRequest) -> AsyncGenerator[Event, None]:
        """Each image is a prompt of its own. Their events are yielded in the order of their index."""
        workflow = self._workflows.choose(request)
        values = RequestValues(request, workflow, self._sampling, self._sizes.nearest(request.size), self._client)
        jobs = [self._make_job(request, index, workflow, values) for index in range(request.n)]
        note = unused_note(request, workflow, self.obeys)
        self._queue.add(request)
        try:
            if not self._connection.is_open:
                await self.check()
                await self._connection.wait_open(OPEN_TIMEOUT_S)
            for job in jobs:
                await job.submit()
            for index, job in enumerate(jobs):
                async with aclosing(self._events(request, index, job, note)) as events:
                    async for event in events:
                        yield event
        except PromptRefused as refusal:
            raise refused_error(refusal.body, workflow, request) from None
        finally:
            self._queue.remove(request)
            for job in jobs:
                job.detach()
            if not all(job.is_done for job in jobs):
                self._withdraw(jobs)

    async def _events(
        self, request: ImageRequest, index: int, job: Job, note: str | None
    ) -> AsyncGenerator[Event, None]:
        num_previews = 0
        async with aclosing(job.results()) as results:
            async for result in results:
                if isinstance(result, bytes):
                    preview = await asyncio.to_thread(make_preview, result, request, index, num_previews)
                    if preview is not None:
                        num_previews += 1
                        yield preview
                    continue
                drawing_s = 0.0 if job.started_s is None else time.monotonic() - job.started_s
                data = await self._client.view(result)
                image: CompletedImage = await asyncio.to_thread(
                    make_image, data, request, index, drawing_s=drawing_s, note=note
                )
                self._queue.complete(request, drawing_s)
                yield image

    def _make_job(self, request: ImageRequest, index: int, workflow: Workflow, values: RequestValues) -> Job:
        # ComfyUI draws the lowest number first; without one, prompts get the next number
        number = time.time() - request.priority * PRIORITY_STEP if request.priority else None
        return Job(
            self._server,
            self._client,
            self._connection,
            workflow,
            lambda: values.make_prompt(index, epoch=self._connection.num_breaks),
            number=number,
            partial_images=request.partial_images,
            timeout_s=self._options.timeout_s,
            reconnect_s=self._options.reconnect_s,
        )

    def _withdraw(self, jobs: Sequence[Job]) -> None:
        """In a task of its own: who hangs up does not wait for it."""
        task = asyncio.create_task(_withdraw_all(jobs))
        self._withdrawals.add(task)
        task.add_done_callback(self._withdrawals.discard)


async def _withdraw_all(jobs: Sequence[Job]) -> None:
    """The last one first, so that none begins because the one before it was stopped."""
    for job in reversed(jobs):
        await job.withdraw()
