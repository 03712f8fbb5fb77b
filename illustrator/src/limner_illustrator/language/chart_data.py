"""Labels and plausible values of charts of usual subjects: the table `chart_data.txt`."""

import re
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("vocabulary") / "chart_data.txt"
_TIMED = re.compile(
    r"\b(?:over time|over the (?:last|past)|(?:per|by) (?:year|month|week|day|quarter)|each (?:year|month)|monthly|"
    r"yearly|annual(?:ly)?|quarterly|weekly|daily|since \d{4}|trends?|growth|(?:19|20)\d\d|months?|years?|quarters?|"
    r"weeks?)\b"
)
"""What makes the values those of periods, not of parts."""

Data = tuple[str | None, tuple[tuple[str, float], ...]]
"""The unit, and label and value."""


def find_data(text: str) -> Data | None:
    """For a prompt in lower case that does not ask for a course in time."""
    if _TIMED.search(text):
        return None
    return next((data for words, data in _load() if re.search(rf"\b(?:{words})", text)), None)


@lru_cache(maxsize=1)
def _load() -> tuple[tuple[str, Data], ...]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return tuple(_read(line) for line in lines if not line.startswith("#"))


def _read(line: str) -> tuple[str, Data]:
    words, unit, entries = (one.strip() for one in line.split(" => "))
    parted = (entry.rpartition(" ") for entry in entries.split("; "))
    return words, (unit or None, tuple((label, float(value)) for label, _, value in parted))
