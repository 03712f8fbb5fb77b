"""Chooses the replica with the least outstanding work. Imports Ray: only deployments name this module."""

import random
import time
from dataclasses import dataclass
from typing import Any

from ray.serve.request_router import PendingRequest, ReplicaID, RequestRouter, RunningReplica

MAX_CHOICE_S = 5.0
"""Serve chooses again earlier than that, unless the request was given up."""


@dataclass(slots=True)
class Choice:
    """A replica that a request is sent to, and has not accepted it yet."""

    replica_id: ReplicaID
    work: float
    chosen_s: float
    is_completed: bool = False
    """A short request may be completed before Serve reports that it was accepted."""


class LeastWorkRouter(RequestRouter):
    """Counts work from the choice of a replica on, so that requests that arrive together are spread.

    The work of this gateway is known exactly; that of others through the routing stats of the replicas.
    """

    def initialize_state(self, **kwargs: Any) -> None:
        self._sender = ""
        """The id of this gateway. Its requests name it."""
        self._choices: dict[str, Choice] = {}
        """By the internal id of the request."""
        self._accepted: dict[str, tuple[ReplicaID, float]] = {}
        """The replica and the work, by the internal id of the request."""

    async def choose_replicas(
        self, candidate_replicas: list[RunningReplica], pending_request: PendingRequest | None = None
    ) -> list[list[RunningReplica]]:
        """All replicas, the best one first. Serve takes the first one that is not full."""
        if pending_request is None:
            return [candidate_replicas]
        now_s = time.monotonic()
        request_id = pending_request.metadata.internal_request_id
        self._sender = pending_request.kwargs.get("sender", self._sender)
        self._choices.pop(request_id, None)
        self._choices = {key: one for key, one in self._choices.items() if now_s - one.chosen_s < MAX_CHOICE_S}
        own = self._own_work()
        avoid = pending_request.kwargs.get("avoid", "")

        def rank(replica: RunningReplica) -> tuple[bool, float, float]:
            work = own.get(replica.replica_id, 0.0) + self._work_of_others(replica)
            return replica.replica_id.unique_id == avoid, work, random.random()

        ranked = sorted(candidate_replicas, key=rank)
        if ranked:
            self._choices[request_id] = Choice(ranked[0].replica_id, work_in(pending_request), now_s)
        return [[replica] for replica in ranked]

    def on_request_routed(self, pending_request: PendingRequest, replica_id: ReplicaID, result: object) -> None:
        """The replica has accepted the request."""
        request_id = pending_request.metadata.internal_request_id
        choice = self._choices.pop(request_id, None)
        if choice is None or not choice.is_completed or choice.replica_id != replica_id:
            self._accepted[request_id] = replica_id, work_in(pending_request)

    def on_request_completed(self, replica_id: ReplicaID, internal_request_id: str) -> None:
        """Also called for a request that the replica rejected. Serve then chooses again."""
        if internal_request_id in self._accepted:
            if self._accepted[internal_request_id][0] == replica_id:
                del self._accepted[internal_request_id]
        elif (choice := self._choices.get(internal_request_id)) is not None:
            choice.is_completed = choice.replica_id == replica_id

    def _own_work(self) -> dict[ReplicaID, float]:
        totals: dict[ReplicaID, float] = {}
        for replica_id, work in self._accepted.values():
            totals[replica_id] = totals.get(replica_id, 0.0) + work
        for one in self._choices.values():
            if not one.is_completed:
                totals[one.replica_id] = totals.get(one.replica_id, 0.0) + one.work
        return totals

    def _work_of_others(self, replica: RunningReplica) -> float:
        reported: dict[str, float] = replica.routing_stats.get("work", {})
        return sum(work for sender, work in reported.items() if sender != self._sender)


def work_in(request: PendingRequest) -> float:
    work: float = request.kwargs.get("cost", 0.0)
    return work
