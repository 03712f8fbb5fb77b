"""Print measurements beside their goals."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    name: str
    measured: float
    unit: str
    at_least: float | None = None
    at_most: float | None = None

    @property
    def goal(self) -> str:
        if self.at_least is not None:
            return f">= {self.at_least:g}"
        return f"<= {self.at_most:g}" if self.at_most is not None else ""

    @property
    def verdict(self) -> str:
        if not self.goal:
            return ""
        low = self.at_least is not None and self.measured < self.at_least
        high = self.at_most is not None and self.measured > self.at_most
        return "MISSED" if low or high else "ok"


def show(title: str, measure: Callable[[], Iterable[Figure]]) -> None:
    """Measure and print. A failing part is reported and does not stop the others."""
    print(f"\n{title}\n{'-' * len(title)}", flush=True)
    try:
        for figure in measure():
            number = f"{figure.measured:,.{1 if figure.measured < 100 else 0}f}"
            print(f"{figure.name:<52} {number:>9} {figure.unit:<6} {figure.goal:>8}  {figure.verdict}", flush=True)
    except Exception as error:
        print(f"could not be measured: {error!r}", flush=True)
