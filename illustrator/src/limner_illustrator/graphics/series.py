"""The items of a chart as a table: one row of values for each series."""

import re
from dataclasses import dataclass

from limner_illustrator.scene import Graphic

_PERIOD = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:\s+\d+)?|q[1-4](?:\s+\d+)?|(?:19|20)\d\d|"
    r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|(?:week|day|month|year)\s*\d+|\d{1,2}:\d\d|\d{1,2}\s*(?:am|pm)|\d+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Table:
    labels: tuple[str, ...]
    series: tuple[str, ...]
    """Names; one empty name where there is one series without a name."""
    values: tuple[tuple[float, ...], ...]
    """[series][label]; 0 where an item is missing."""

    @property
    def is_course(self) -> bool:
        """Whether the labels are periods of time."""
        return all(_PERIOD.fullmatch(label.strip()) for label in self.labels)


def tabulate(graphic: Graphic) -> Table:
    items = [item for item in graphic.items if item.value is not None]
    labels = tuple(dict.fromkeys(item.label for item in items))
    series = tuple(dict.fromkeys(item.group or "" for item in items))
    found = {(item.group or "", item.label): float(item.value or 0) for item in items}
    return Table(labels, series, tuple(tuple(found.get((name, label), 0.0) for label in labels) for name in series))
