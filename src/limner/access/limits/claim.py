"""What a request takes of the limits of its key and its project, and how much of them is used."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["requests", "images"]

MINUTE_S = 60
SOON_S = 0.001
"""The shortest time to wait: clocks are compared."""


@dataclass(frozen=True, slots=True)
class Window:
    """A limit of any 60 seconds, and how much of it a request takes."""

    kind: Kind
    owner: str
    limit: int
    amount: int
    project_id: str | None = None
    """If it is a limit of a project: messages name it."""

    @property
    def name(self) -> str:
        return f"{self.owner}/{self.kind}"

    @property
    def is_impossible(self) -> bool:
        """Whether it takes more than there ever is."""
        return self.amount > self.limit


@dataclass(frozen=True, slots=True)
class Claim:
    """All that one request takes, together or not at all."""

    id: str
    """Unique."""
    owner: str
    """Of the limit of requests at a time."""
    windows: tuple[Window, ...] = ()
    concurrency: int | None = None
    """How many requests of the owner may run, this one included."""

    @property
    def is_empty(self) -> bool:
        return not self.windows and self.concurrency is None


@dataclass(frozen=True, slots=True)
class WindowUsage:
    used: int
    reset_s: float = 0.0
    """Until nothing of it is used."""
    wait_s: float = 0.0
    """Until the amount fits. 0: it does."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Before the claim is taken."""

    windows: tuple[WindowUsage, ...]
    num_running: int = 0


def window_usage(used: int, newest_s: float | None, blocking_s: float | None, *, now_s: float) -> WindowUsage:
    """`newest_s`: the time of the last entry. `blocking_s`: that of the last one that must leave the window first."""
    reset_s = 0.0 if newest_s is None or not used else max(0.0, newest_s + MINUTE_S - now_s)
    wait_s = -1.0 if blocking_s is None else blocking_s + MINUTE_S - now_s
    return WindowUsage(used, reset_s, max(SOON_S, wait_s) if wait_s >= 0 else 0.0)


def has_room(claim: Claim, usage: Usage) -> bool:
    is_running_full = claim.concurrency is not None and usage.num_running >= claim.concurrency
    return not is_running_full and all(one.wait_s == 0 for one in usage.windows)
