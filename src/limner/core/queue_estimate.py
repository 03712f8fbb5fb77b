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

    def headers(self) -> dict[str, str]:
        headers = {"limner-queue-position": str(self.ahead)}
        if self.eta_s is not None:
            headers["limner-eta"] = str(math.ceil(10 * self.eta_s) / 10)
        return headers
