"""The open state of a client: a service in this process, whose engines start when they are first needed."""

import time
from collections.abc import AsyncGenerator, Mapping

from limner.core.picture import CompletedImage
from limner.core.request import Operation
from limner.library.inputs import read_inputs
from limner.library.loop_thread import CLOSED
from limner.library.types import ImagesResponse, ImageStreamEvent, event_of, response_of
from limner.models import build_models
from limner.service import ImageService, RequestContext, Submission
from limner.settings import Settings


class Session:
    def __init__(self, settings: Settings) -> None:
        self._service = ImageService(build_models(settings), settings)
        self._limits = settings.limits

    @property
    def is_closed(self) -> bool:
        return self._service.is_closing

    async def call(
        self, operation: Operation, parameters: Mapping[str, object]
    ) -> ImagesResponse | AsyncGenerator[ImageStreamEvent, None]:
        """Raises an APIError, named as in the official client, and RuntimeError if the session is closed."""
        if self.is_closed:
            raise RuntimeError(CLOSED)
        fields = read_inputs({"response_format": "b64_json", **parameters}, self._limits)
        submission = self._service.submit(operation, fields, RequestContext())
        if submission.request.stream:
            return _stream(submission)
        async with submission:
            done = [event async for event in submission.events() if isinstance(event, CompletedImage)]
        return response_of(submission.request, done, created=int(time.time()))

    async def close(self) -> None:
        """Any number of times, in any event loop."""
        await self._service.close()


async def _stream(submission: Submission) -> AsyncGenerator[ImageStreamEvent, None]:
    async with submission:
        async for event in submission.events():
            yield event_of(submission.request, event, created=int(time.time()))
