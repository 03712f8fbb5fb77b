"""What an application reports to, in one place."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from limner.core.request_record import RequestRecord
from limner.observability.metrics import Metrics
from limner.observability.readiness import ReadinessChecks

if TYPE_CHECKING:  # an extra
    from limner.observability.tracing import Tracing


@dataclass(frozen=True, slots=True)
class Telemetry:
    metrics: Metrics
    readiness: ReadinessChecks
    tracing: "Tracing | None" = None

    def count(self, record: RequestRecord) -> None:
        """A request for images that was accepted and is over. Call it once, in the context of the HTTP request."""
        self.metrics.count(record)
        if self.tracing is not None:
            self.tracing.count(record)

    async def close(self) -> None:
        if self.tracing is not None:
            await self.tracing.close()
