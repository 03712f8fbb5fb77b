"""The state of the queue for a request."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QueueEstimate:
    ahead: int = 0
    """Images, of earlier requests or of more urgent ones, that will be drawn before the last one of this request."""
    eta_s: float | None = None
    """Seconds until its last image is drawn; None while the engine's speed is unknown."""
    limit_s: float | None = None
    """Seconds after which the engine cancels it."""
    is_sure: bool = True
    """Whether `eta_s` is reliable enough to refuse requests whose clients time out earlier."""

    def exceeds(self, timeout_s: float | None) -> float | None:
        """The time limit that the request will miss for sure: its client's `timeout_s`, or the engine's."""
        limit_s = min((s for s in (timeout_s, self.limit_s) if s is not None), default=None)
        is_late = limit_s is not None and self.eta_s is not None and self.eta_s > limit_s and self.is_sure
        return limit_s if is_late else None

    def headers(self) -> dict[str, str]:
        headers = {"limner-queue-position": str(self.ahead)}
        if self.eta_s is not None:
            headers["limner-eta"] = str(math.ceil(10 * self.eta_s) / 10)
        return headers
