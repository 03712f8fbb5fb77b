"""Sends a request again, once, if its replica dies before it has sent anything."""

import logging
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from limner.core.errors import EngineError
from limner.core.picture import CompletedImage, Event
from limner.core.request import ImageRequest
from limner.engines.replicas.load import ReplicaLoad, SentRequest
from limner.engines.replicas.messages import Accepted
from limner.engines.replicas.work import work_of

MAX_ATTEMPTS = 2

Attempt = Callable[[SentRequest], AsyncGenerator[Accepted | Event, None]]


class ReplicaLostError(Exception):
    """The replica, its machine, or an object that it sent is gone."""


async def draw_on_replica(
    request: ImageRequest, load: ReplicaLoad, attempt: Attempt, *, name: str, log: logging.Logger
) -> AsyncGenerator[Event, None]:
    """`attempt`: sends the request, and yields what the replica sends. `name`: what log lines call the replicas."""
    num_sent = num_completed = 0
    with load.add(request, work_of(request)) as sent:
        for index in range(1, MAX_ATTEMPTS + 1):
            try:
                async with aclosing(attempt(sent)) as items:
                    async for item in items:
                        if isinstance(item, Accepted):
                            sent.replica = item.replica
                            continue
                        num_sent += 1
                        if isinstance(item, CompletedImage):
                            num_completed += 1
                            sent.complete_image()
                        yield item
            except ReplicaLostError as error:
                log.warning("replica '%s' of '%s' was lost while drawing: %s", sent.replica, name, error)
                load.remove(sent.replica)
                if num_completed == request.n:
                    return  # all images had arrived
                if num_sent or index == MAX_ATTEMPTS:
                    raise lost_error() from error
            else:
                return


def lost_error() -> EngineError:
    return EngineError("The worker that was drawing the image has stopped.", code="worker_lost")
