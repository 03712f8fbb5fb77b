"""What is known of ComfyUI's queue, without asking it."""

import math
from dataclasses import dataclass

from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest

NEW_SHARE = 0.3
"""Weight of the latest image in the mean duration."""


@dataclass(slots=True)
class Waiting:
    left: int
    """Images that are not drawn yet."""
    ahead: float = math.inf
    """Prompts before its last one, as far as is known."""


class QueueState:
    def __init__(self) -> None:
        self._remaining = 0
        """Prompts of all clients that wait or run."""
        self._waiting: dict[str, Waiting] = {}
        """By the id of their request."""
        self._mean_s: float | None = None

    def update(self, remaining: int) -> None:
        """ComfyUI's queue has another length. Prompts that come later do not change what is ahead."""
        self._remaining = remaining
        for waiting in self._waiting.values():
            waiting.ahead = min(waiting.ahead, max(0, remaining - waiting.left))

    def add(self, request: ImageRequest) -> None:
        self._waiting[request.id] = Waiting(request.n, self._remaining)

    def remove(self, request: ImageRequest) -> None:
        self._waiting.pop(request.id, None)

    def complete(self, request: ImageRequest, drawing_s: float) -> None:
        """An image of the request is drawn."""
        self._waiting[request.id].left -= 1
        old_s = drawing_s if self._mean_s is None else self._mean_s
        self._mean_s = old_s + NEW_SHARE * (drawing_s - old_s)

    def estimate(self, request: ImageRequest) -> QueueEstimate:
        waiting = self._waiting.get(request.id, Waiting(request.n, self._remaining))
        ahead = int(waiting.ahead)
        if self._mean_s is None:
            return QueueEstimate(ahead)
        return QueueEstimate(ahead, (ahead + waiting.left) * self._mean_s, is_sure=False)
