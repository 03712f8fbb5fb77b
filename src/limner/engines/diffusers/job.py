"""A job: one image on its way from noise to picture. The unit that the scheduler moves; it knows no torch."""

from collections.abc import Hashable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BatchKey:
    """Jobs with equal keys may share a forward pass; each keeps its own timestep, prompt and guidance."""

    model: str
    shape: Hashable


@dataclass(slots=True, eq=False, kw_only=True)
class Job:
    key: str
    """Who asked: shares are fair between keys."""
    model: str
    num_steps: int
    """Forwards that it takes in all, as far as known."""
    arrived_s: float
    cost: float = 1.0
    """Of one of its forwards, in a unit that all jobs share."""
    priority: int = 0
    deadline_s: float | None = None
    """When its client stops listening, on the clock of `arrived_s`."""
    step_index: int = 0
    batch_key: BatchKey | None = None
    """Set while the job waits for a forward; None while it does something else."""
    num_rows: int = 1
    """Rows that it adds to a forward: two with guidance that is computed beside the picture."""
    passed_over: int = 0
    """How often a younger job of its own key went first."""

    @property
    def remaining(self) -> float:
        """The work that is left, in units of cost."""
        return max(1, self.num_steps - self.step_index) * self.cost
