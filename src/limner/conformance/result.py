"""Outcomes of checks."""

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["passed", "failed", "skipped"]
ValidationMode = Literal["lenient", "strict"]


class CheckFailed(Exception):  # noqa: N818 (a result, not an error of this program)
    """The response differs from what the check expects."""

    def __init__(self, expected: str, got: str) -> None:
        super().__init__(f"expected {expected}, got {got}")
        self.expected = expected
        self.got = got


class CheckSkipped(Exception):  # noqa: N818
    """The check does not apply to this server; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    id: str
    group: str
    sentence: str
    outcome: Outcome
    took_s: float
    expected: str | None = None
    got: str | None = None
    reason: str | None = None
    """Set if skipped."""
