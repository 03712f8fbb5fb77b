"""The events of one call of a replica."""

import asyncio
import logging
from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING

from limner.core.picture import Event
from limner.engines.ray.failures import failed_error, translate_failure, unavailable_error
from limner.engines.replicas.messages import Accepted

if TYPE_CHECKING:
    from ray.serve.handle import DeploymentResponseGenerator

log = logging.getLogger("limner.ray")


async def read_events(
    response: "DeploymentResponseGenerator[Accepted | Event]", *, first_event_s: float
) -> AsyncGenerator[Accepted | Event, None]:
    """Yields what the replica sends. Cancels the call if it is closed earlier; dropping the response would not.

    Raises an APIError, ReplicaLostError, or CancelledError. `first_event_s`: the time limit for the first item, since
    a call may wait forever for a replica that is being stopped.
    """
    is_over = False
    is_first = True
    try:
        while True:
            try:
                item = await (_read_first(response, first_event_s) if is_first else anext(response))
            except StopAsyncIteration:
                is_over = True
                return
            except TimeoutError:
                log.warning("no replica accepted a request within %g s", first_event_s)
                raise unavailable_error() from None
            except asyncio.CancelledError:
                if is_cancelling():
                    raise
                is_over = True  # the replica cancelled it
                log.warning("a replica cancelled a request by itself")
                raise failed_error() from None
            except Exception as error:
                failure = translate_failure(error)
                is_over = not isinstance(failure, asyncio.CancelledError)
                raise failure from error
            is_first = False
            yield item
    finally:
        if not is_over:
            response.cancel()  # type: ignore[no-untyped-call]


async def _read_first(response: "DeploymentResponseGenerator[Accepted | Event]", limit_s: float) -> Accepted | Event:
    """Raises TimeoutError. Not `wait_for`: in local testing mode a cancelled response raises an error of its own."""
    reading = asyncio.ensure_future(anext(response))
    try:
        done, _ = await asyncio.wait({reading}, timeout=limit_s)
        if not done:
            raise TimeoutError
        return reading.result()
    finally:
        if not reading.done():
            reading.cancel()
            reading.add_done_callback(lambda task: task.cancelled() or task.exception())  # never "never retrieved"


def is_cancelling() -> bool:
    """Whether the current task is being cancelled."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
