"""How things stand for a request that waits."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QueueEstimate:
    ahead: int = 0
    """Images, of earlier requests or of more urgent ones, that will be drawn before the last one of this request."""
    eta_s: float | None = None
    """Seconds until its last image is drawn; None while nothing is known of how fast the engine is."""
    limit_s: float | None = None
    """Seconds after which the engine gives it up."""
    is_sure: bool = True
    """Whether `eta_s` is good enough to refuse somebody who has less time than that."""

    def headers(self) -> dict[str, str]:
        headers = {"limner-queue-position": str(self.ahead)}
        if self.eta_s is not None:
            headers["limner-eta"] = str(math.ceil(10 * self.eta_s) / 10)
        return headers
