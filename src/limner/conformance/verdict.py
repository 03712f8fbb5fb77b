"""How a check ends."""

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["passed", "failed", "skipped"]
Manner = Literal["lenient", "strict"]


class Failed(Exception):  # noqa: N818 (it is a verdict, not a mistake of ours)
    """What was expected, and what came."""

    def __init__(self, expected: str, got: str) -> None:
        super().__init__(f"expected {expected}, got {got}")
        self.expected = expected
        self.got = got


class Skipped(Exception):  # noqa: N818
    """Why the check does not apply to this server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    id: str
    group: str
    sentence: str
    outcome: Outcome
    took_s: float
    expected: str | None = None
    got: str | None = None
    reason: str | None = None
    """Why it was skipped."""
