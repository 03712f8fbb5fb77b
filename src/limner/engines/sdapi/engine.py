"""The engine `sdapi`: draws on a server with A1111's API."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

from limner.core.picture import Event
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest
from limner.engines.native_results import make_image, make_preview
from limner.engines.native_server import NativeServer, close_in_loop, finish_tasks
from limner.engines.proxy.sizes import GridSizes
from limner.engines.sdapi.body import check_request, make_body
from limner.engines.sdapi.client import SdapiClient
from limner.engines.sdapi.drawing import Drawing, PreviewData
from limner.engines.sdapi.options import read_options
from limner.engines.sdapi.turns import Turns

NEW_SHARE = 0.3
"""Weight of the latest image in the mean duration."""


class SdapiEngine:
    """`options`: see SdapiOptions and docs/sdapi.md. The server draws one image at a time, so they wait here."""

    obeys = frozenset(
        {"quality", "seed", "negative_prompt", "num_inference_steps", "guidance_scale", "strength"}
        | {"input_fidelity", "mask_mode", "lora", "partial_images"}
    )
    deterministic = False

    def __init__(self, **options: Any) -> None:
        self._options = read_options(options)
        self._options.num_steps()
        self._options.guidance_scale()
        self._sizes = GridSizes(multiple=self._options.multiple)
        self._server = NativeServer(
            "The image server",
            self._options.base_url,
            headers=self._options.all_headers(),
            connect_timeout_s=self._options.connect_timeout_s,
        )
        self._client = SdapiClient(self._server, self._options.timeout_s)
        self._turns = Turns()
        self._left: dict[str, int] = {}
        """Images that are not drawn yet, by the id of their request."""
        self._mean_s: float | None = None
        self._stopping: set[asyncio.Task[None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        """In which it was started."""

    async def start(self) -> None:
        """The server need not run yet."""
        await self.close()
        self._loop = asyncio.get_running_loop()
        self._turns = Turns()
        await self._server.open()

    async def close(self) -> None:
        """Any number of times, and in any event loop."""
        loop, self._loop = self._loop, None
        await close_in_loop(loop, self._close)

    async def _close(self) -> None:
        await finish_tasks(self._stopping)
        await self._server.close()

    def estimate(self, request: ImageRequest) -> QueueEstimate:
        """Requests take turns, so each of the others is ahead with at most as many images as this one has."""
        check_request(request)
        own = self._left.get(request.id, request.n)
        ahead = sum(min(left, own) for request_id, left in self._left.items() if request_id != request.id)
        if self._mean_s is None:
            return QueueEstimate(ahead)
        return QueueEstimate(ahead, (ahead + own) * self._mean_s, is_sure=False)

    async def check(self) -> None:
        """Raises an APIError if the server cannot be reached, or has no API."""
        await self._client.check()

    async def generate(self, request: ImageRequest) -> AsyncGenerator[Event, None]:
        """Each image is a job of its own, which waits for its turn."""
        check_request(request)
        self._left[request.id] = request.n
        try:
            size = self._sizes.nearest(request.size)
            body = await asyncio.to_thread(make_body, request, self._options, size)
            operation = "img2img" if request.images else "txt2img"
            for index in range(request.n):
                await self._turns.take(request.priority)
                seeded = {**body, "seed": (request.seed or 0) + index}
                drawing = Drawing(self._client, operation, seeded, request, self._options.poll_s)
                try:
                    async with aclosing(self._events(request, index, drawing)) as events:
                        async for event in events:
                            yield event
                finally:
                    self._end(drawing)
        finally:
            self._left.pop(request.id, None)

    async def _events(self, request: ImageRequest, index: int, drawing: Drawing) -> AsyncGenerator[Event, None]:
        began_s, num_previews = time.monotonic(), 0
        async with aclosing(drawing.results()) as results:
            async for result in results:
                if isinstance(result, PreviewData):
                    preview = await asyncio.to_thread(make_preview, result.data, request, index, num_previews)
                    if preview is not None:
                        num_previews += 1
                        yield preview
                    continue
                drawing_s = time.monotonic() - began_s
                self._left[request.id] -= 1
                old_s = drawing_s if self._mean_s is None else self._mean_s
                self._mean_s = old_s + NEW_SHARE * (drawing_s - old_s)
                yield await asyncio.to_thread(make_image, result, request, index, drawing_s=drawing_s)

    def _end(self, drawing: Drawing) -> None:
        """Give the turn back; not before a job is stopped whose client has left."""
        if not drawing.is_running:
            self._turns.give_back()
            return
        task = asyncio.create_task(self._stop(drawing, self._turns))
        self._stopping.add(task)
        task.add_done_callback(self._stopping.discard)

    async def _stop(self, drawing: Drawing, turns: Turns) -> None:
        try:
            await drawing.stop()
        finally:
            turns.give_back()
