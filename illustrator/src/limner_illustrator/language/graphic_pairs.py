"""What is known of pairs that are often compared: cells of a table, and what both have in common."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("vocabulary") / "comparisons.txt"


@dataclass(frozen=True, slots=True)
class Pair:
    rows: tuple[tuple[str, str, str], ...]
    """Criterion, of the first, of the second."""
    common: tuple[str, ...]


def find_pair(first: str, second: str) -> Pair | None:
    """What is known of two things, in the order in which they are given."""
    one, two = first.lower(), second.lower()
    for left, right, pair in _load():
        if re.search(rf"\b(?:{left})", one) and re.search(rf"\b(?:{right})", two):
            return pair
        if re.search(rf"\b(?:{left})", two) and re.search(rf"\b(?:{right})", one):
            return Pair(tuple((criterion, b, a) for criterion, a, b in pair.rows), pair.common)
    return None


@lru_cache(maxsize=1)
def _load() -> tuple[tuple[str, str, Pair], ...]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return tuple(_read(line) for line in lines if not line.startswith("#"))


def _read(line: str) -> tuple[str, str, Pair]:
    left, right, cells, common = (one.strip() for one in line.split("=>"))
    rows = []
    for row in cells.split("; "):
        criterion, first, second = row.split("|")
        rows.append((criterion, first, second))
    return left, right, Pair(tuple(rows), tuple(common.split("; ")))
