"""Which requests are accepted, when they start, and how long they wait."""

import time
from collections.abc import Collection, Sequence

from limner.core.errors import APIError, OverloadedError, retry_s
from limner.core.queue_estimate import QueueEstimate
from limner.engines.diffusers.config import ModelSpec
from limner.engines.diffusers.memory_estimate import estimate_activation_bytes
from limner.engines.diffusers.model_cache import ModelCache
from limner.engines.diffusers.native_size import drawn_size, find_native_size
from limner.engines.diffusers.request_state import RequestState
from limner.engines.diffusers.scheduler import Scheduler
from limner.engines.diffusers.throughput import ThroughputEstimator


class Admission:
    def __init__(self, scheduler: Scheduler[RequestState], models: ModelCache, *, device_name: str) -> None:
        self.throughput: dict[str, ThroughputEstimator] = {}
        """By model id."""
        self._scheduler = scheduler
        self._models = models
        self._device_name = device_name

    def record(self, model_id: str, seconds: float, cost: float) -> None:
        """`cost`: of all rows of a forward that took `seconds`."""
        self.throughput.setdefault(model_id, ThroughputEstimator()).record(seconds, cost, now_s=time.monotonic())

    def estimate(self, states: Sequence[RequestState], expected: Sequence[RequestState]) -> QueueEstimate:
        """For the images of one request, enqueued or not. `expected`: to be enqueued. Safe from any thread."""
        remaining = [state for state in states if not state.is_finished]
        if not remaining:
            return QueueEstimate(eta_s=0.0)
        for state in remaining:
            state.update_cost(self._models.get(state.spec))
        last = max(remaining, key=lambda state: state.remaining)
        ahead, seconds, is_fresh = self._estimate_wait(last, [*expected, *remaining])
        return QueueEstimate(max(0, ahead - len(remaining) + 1), seconds, is_sure=is_fresh)

    def rejection(self, states: Sequence[RequestState]) -> APIError | None:
        """The error for a request whose model was broken just now, or of which an image would miss its deadline."""
        now = time.monotonic()
        for state in states:
            load_error = self._models.load_error(state.spec, now_s=now)
            if load_error is not None:
                return load_error
            _, wait_s, is_fresh = self._estimate_wait(state)
            deadline_s = state.deadline_s
            if is_fresh and deadline_s is not None and wait_s is not None and now + wait_s > deadline_s:
                limit_s = max(0.0, deadline_s - now)
                return OverloadedError(
                    f"The image would take about {wait_s:.0f}s, longer than the time limit of {limit_s:.0f}s.",
                    code="deadline_exceeded",
                    headers={"retry-after": str(retry_s(now + wait_s - deadline_s))},
                )
        return None

    def admit(self, busy: Collection[ModelSpec]) -> list[RequestState]:
        """Request the models that are needed, and return the images that start now. `busy`: models in use."""
        now, in_use = time.monotonic(), set(busy)
        blocked_since: float | None = None
        for state in sorted(self._scheduler.waiting, key=lambda state: state.arrived_s):
            spec, model = state.spec, self._models.get(state.spec)
            size = drawn_size(state.request.size, find_native_size(spec, model and model.pipeline))
            if self._models.request(
                spec,
                now_s=now,
                keep_alive_s=state.keep_alive_s,
                busy=in_use,
                activation_bytes=estimate_activation_bytes(spec, self._device_name, size),
            ):
                in_use.add(spec)  # later requests must not evict it
            elif blocked_since is None:
                blocked_since = state.arrived_s  # later requests must not keep busy models loaded

        self._models.request_preloads(now_s=now, busy=in_use)

        def can_start(state: RequestState) -> bool:
            is_loaded = self._models.get(state.spec) is not None
            return is_loaded and (blocked_since is None or state.arrived_s < blocked_since)

        return self._scheduler.admit(can_start)

    def _estimate_wait(
        self, state: RequestState, expected: Sequence[RequestState] = ()
    ) -> tuple[int, float | None, bool]:
        """Jobs ahead; seconds until it is done, if known; whether the throughput was measured recently.

        Unknown for a model that is not loaded.
        """
        estimator = self.throughput.get(state.model_id)
        own = estimator.seconds_per_cost if estimator and self._models.get(state.spec) else None

        def seconds_per_cost(other: RequestState) -> float:
            known = self.throughput.get(other.model_id)
            return (known.seconds_per_cost if known else None) or own or 1.0

        ahead, seconds = self._scheduler.estimate_wait(state, expected, seconds_per_cost=seconds_per_cost)
        is_fresh = estimator is not None and estimator.is_fresh(time.monotonic())
        return ahead, None if own is None else seconds, is_fresh
