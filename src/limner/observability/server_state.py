"""Metrics that are read at each scrape: the queue, the workers, the devices."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from prometheus_client import Metric
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.registry import Collector

from limner.core.route_state import RouteState
from limner.core.worker_stats import WorkerStats


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchState:
    """The unfinished batches of all servers with the same database."""

    num_batches: int
    num_waiting: int
    """Lines."""
    num_running: int
    oldest_s: float
    """Seconds since the oldest one was created; 0 without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerState:
    is_ready: bool
    num_waiting: int
    """Images that are queued or being drawn."""
    max_waiting: int
    workers: tuple[WorkerStats, ...] = ()
    batches: BatchState | None = None
    """None: the server has no batches."""
    routes: tuple[RouteState, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A metric with the labels WORKER_LABELS, one value for each of them."""

    name: str
    documentation: str
    value: Callable[[WorkerStats], float | None]
    """None: the device has none."""
    family: type[CounterMetricFamily] | type[GaugeMetricFamily] = GaugeMetricFamily


WORKER_LABELS = ("engine", "device", "replica")
READINGS = (
    Reading("limner_engine_workers", "Workers that should be there.", lambda one: one.num_workers),
    Reading("limner_engine_workers_alive", "Workers that can draw.", lambda one: one.num_alive),
    Reading("limner_engine_queued_images", "Images that wait for a worker.", lambda one: one.num_queued),
    Reading("limner_engine_drawing_images", "Images that have been begun.", lambda one: one.num_drawing),
    Reading(
        "limner_engine_batch_images",
        "Images of the latest forward pass; 0 while nothing is drawn.",
        lambda one: None if one.num_forwards is None else one.num_batch_images,
    ),
    Reading("limner_engine_forwards_total", "Forward passes.", lambda one: one.num_forwards, CounterMetricFamily),
    Reading(
        "limner_engine_forward_images_total",
        "Images, summed over forward passes.",
        lambda one: None if one.num_forwards is None else one.num_forward_images,
        CounterMetricFamily,
    ),
    Reading(
        "limner_engine_forward_seconds_total",
        "Seconds that forward passes took on the device.",
        lambda one: None if one.num_forwards is None else one.forward_s,
        CounterMetricFamily,
    ),
    Reading(
        "limner_gpu_memory_total_bytes",
        "Memory of the device.",
        lambda one: one.memory.total_bytes if one.memory else None,
    ),
    Reading(
        "limner_gpu_memory_reserved_bytes",
        "Memory that this process holds.",
        lambda one: one.memory.reserved_bytes if one.memory else None,
    ),
    Reading(
        "limner_gpu_memory_allocated_bytes",
        "Of the memory that this process holds, what is in use.",
        lambda one: one.memory.allocated_bytes if one.memory else None,
    ),
)


@dataclass(frozen=True, slots=True)
class RouteReading:
    """A metric with the labels `model` and `route`."""

    name: str
    documentation: str
    value: Callable[[RouteState], int]
    family: type[CounterMetricFamily] | type[GaugeMetricFamily]


ROUTE_READINGS = (
    RouteReading(
        "limner_route_up",
        "1 while the route gets requests.",
        lambda one: one.problem is None,
        GaugeMetricFamily,
    ),
    RouteReading(
        "limner_route_requests_total",
        "Requests that were sent to the route.",
        lambda one: one.num_requests,
        CounterMetricFamily,
    ),
    RouteReading(
        "limner_route_failures_total",
        "Of those, the ones that failed there.",
        lambda one: one.num_failures,
        CounterMetricFamily,
    ),
)


class StateCollector(Collector):
    """The workers of one kind on one device are summed: models with different options have their own.

    Those of Ray's replicas keep the replica's name, so that a query over several gateways can count them once.
    """

    def __init__(self) -> None:
        self.state = ServerState(is_ready=False, num_waiting=0, max_waiting=0)
        """As of the current scrape."""

    def collect(self) -> Iterator[Metric]:
        state = self.state
        ready = "1 if the server is ready for requests, as /health/ready reports it."
        yield GaugeMetricFamily("limner_ready", ready, float(state.is_ready))
        waiting = "Images that are queued or being drawn."
        yield GaugeMetricFamily("limner_waiting_images", waiting, state.num_waiting)
        limit = "The limit of limner_waiting_images, beyond which requests are refused."
        yield GaugeMetricFamily("limner_waiting_images_limit", limit, state.max_waiting)
        if state.batches is not None:
            yield from _collect_batches(state.batches)
        for reading in READINGS:
            sums: dict[tuple[str, str, str], float] = {}
            for one in state.workers:
                value = reading.value(one)
                if value is not None:
                    key = one.engine, one.device, one.replica
                    sums[key] = sums.get(key, 0) + value
            family = reading.family(reading.name, reading.documentation, labels=WORKER_LABELS)
            for labels, total in sums.items():
                family.add_metric(labels, total)
            yield family
        for each in ROUTE_READINGS:
            family = each.family(each.name, each.documentation, labels=("model", "route"))
            for route in state.routes:
                family.add_metric((route.model, route.route), each.value(route))
            yield family


def _collect_batches(state: BatchState) -> Iterator[Metric]:
    yield GaugeMetricFamily("limner_batches", "Unfinished batches of all servers.", state.num_batches)
    lines = GaugeMetricFamily("limner_batch_lines", "Lines of unfinished batches of all servers.", labels=("state",))
    lines.add_metric(("waiting",), state.num_waiting)
    lines.add_metric(("running",), state.num_running)
    yield lines
    oldest = "Seconds since the oldest unfinished batch was created; 0 without one."
    yield GaugeMetricFamily("limner_batch_oldest_seconds", oldest, state.oldest_s)
