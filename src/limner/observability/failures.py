"""Failures of what a server depends on: a counter for each service, which is there from the start."""

from collections.abc import Callable, Iterator
from threading import Lock
from typing import Literal

from prometheus_client import Metric
from prometheus_client.core import CounterMetricFamily
from prometheus_client.registry import Collector

Service = Literal["ledger_write", "database", "limiter", "storage", "moderation", "rewriting"]
DOCUMENTATION: dict[Service, str] = {
    "ledger_write": "Records that could not be written to the ledger at once.",
    "database": "Transactions that the database did not execute.",
    "limiter": "Commands of the limits that Redis did not execute.",
    "storage": "Images and files that could not be stored or read.",
    "moderation": "Checks that the moderation service did not answer.",
    "rewriting": "Prompts that should have been rewritten, and were drawn as they are.",
}


class FailureCollector(Collector):
    def __init__(self) -> None:
        self._counts: dict[Service, int] = dict.fromkeys(DOCUMENTATION, 0)
        self._readers: list[tuple[Service, Callable[[], int]]] = []
        self._lock = Lock()

    def count(self, service: Service) -> None:
        with self._lock:
            self._counts[service] += 1

    def watch(self, service: Service, read: Callable[[], int]) -> None:
        """Add what a component counts by itself. `read` is called at each scrape, in another thread."""
        self._readers.append((service, read))

    def collect(self) -> Iterator[Metric]:
        for service, documentation in DOCUMENTATION.items():
            total = self._counts[service] + sum(read() for one, read in self._readers if one == service)
            yield CounterMetricFamily(f"limner_{service}_failures", documentation, total)
