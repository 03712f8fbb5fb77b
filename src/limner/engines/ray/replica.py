"""Hosts an engine in a replica of a Ray Serve deployment."""

import asyncio
import logging
import threading
from collections.abc import AsyncGenerator, Collection, Mapping
from contextlib import aclosing
from typing import Any

from limner.core.picture import Event
from limner.core.request import ImageRequest
from limner.engines.engine import SupportsHealth
from limner.engines.ray.messages import load_file
from limner.engines.registry import load_engine
from limner.engines.replicas.messages import Accepted, ReplicaReport
from limner.engines.replicas.replica import Replica
from limner.observability.context import NO_REQUEST
from limner.observability.logs import JsonFormatter

log = logging.getLogger("limner.ray")

READY_POLL_S = 0.2
LOCAL = "local"


class EngineReplica:
    """The callable of a deployment: `serve.deployment(EngineReplica)`. `engine`, `options`: as for `load_engine`."""

    def __init__(self, engine: str, options: Mapping[str, Any]) -> None:
        if replica_id() != LOCAL:
            set_up_logs()
        self._replica = Replica(load_engine(engine, options), read_id=replica_id, log=log)
        self._has_been_ready = False

    async def generate(
        self,
        request: ImageRequest,
        *,
        cost: float,
        sender: str = "",
        context: Mapping[str, str] = NO_REQUEST,
        avoid: str = "",
    ) -> AsyncGenerator[Accepted | Event, None]:
        """See `Replica`. `avoid`: for the request router, the id of a replica that failed to draw it."""
        async with aclosing(self._replica.generate(request, cost=cost, sender=sender, context=context)) as items:
            async for item in items:
                yield item if isinstance(item, Accepted) else await load_file(item)

    async def report(self, shapes: Collection[ImageRequest] = ()) -> ReplicaReport:
        """`shapes`: the requests to give an estimate for, see `shape_of`."""
        return await self._replica.report(shapes)

    async def record_routing_stats(self) -> dict[str, Any]:
        """For the request routers of all gateways."""
        return {"work": self._replica.work_by_sender()}

    async def check_health(self) -> None:
        """Raises RuntimeError if the engine can draw nothing any more; Serve then replaces the replica.

        The first check waits until the engine has been loaded, so that a new replica gets no requests before.
        """
        await self._replica.start()
        self._raise_fatal_error()
        while not self._has_been_ready:
            self._has_been_ready = self._replica.not_ready_reason is None
            if not self._has_been_ready:
                await asyncio.sleep(READY_POLL_S)
                self._raise_fatal_error()

    def __del__(self) -> None:
        """Serve calls this when it stops the replica. Ends the processes and threads of the engine."""
        replica = self.__dict__.pop("_replica", None)  # Python calls this, too
        if replica is not None and replica.has_started:
            closing = threading.Thread(target=lambda: asyncio.run(replica.engine.close()))
            closing.start()
            closing.join()

    def _raise_fatal_error(self) -> None:
        engine = self._replica.engine
        error = engine.fatal_error if isinstance(engine, SupportsHealth) else None
        if error is not None:
            raise RuntimeError(error)


def replica_id() -> str:
    """Of this process; `LOCAL` outside of a cluster, as in Serve's local testing mode."""
    from ray import serve
    from ray.serve.exceptions import RayServeException

    try:
        return serve.get_replica_context().replica_id.unique_id
    except RayServeException:
        return LOCAL


def set_up_logs() -> None:
    """One JSON object per line, to the stderr of the replica's process: it names the request."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter())
    logger = logging.getLogger("limner")
    logger.handlers = [handler]
    logger.setLevel(logging.INFO)
    logger.propagate = False
