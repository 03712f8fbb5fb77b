"""What is known of single things, so that three of a group can be compared: the table `profiles.txt`."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("vocabulary") / "profiles.txt"
_FURTHER = re.compile(r"\s+(?:energy|power|plants?|database|framework|language|cars?|milk|cards?)$")
"""What the last name of an enumeration ends with: "solar, wind and nuclear energy"."""


@dataclass(frozen=True, slots=True)
class _Profile:
    group: str
    pattern: re.Pattern[str]
    cells: dict[str, str]


def find_profiles(names: list[str]) -> list[tuple[str, tuple[str, ...]]]:
    """(criterion, a cell for each name) of things of one group; empty if one of them is unknown."""
    plain = [name.lower().strip() for name in names]
    for group in dict.fromkeys(one.group for one in _load()):
        found = [_find(group, name) or _find(group, _FURTHER.sub("", name)) for name in plain]
        known = [one for one in found if one is not None]
        if len(known) == len(names):
            return [(criterion, tuple(one.cells[criterion] for one in known)) for criterion in known[0].cells]
    return []


def _find(group: str, name: str) -> _Profile | None:
    return next((one for one in _load() if one.group == group and one.pattern.fullmatch(name)), None)


@lru_cache(maxsize=1)
def _load() -> tuple[_Profile, ...]:
    profiles: list[_Profile] = []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        group, words, cells = line.split(" => ")
        rows = dict(cell.split("|") for cell in cells.split("; "))
        first = next((one for one in profiles if one.group == group), None)
        if first is not None and list(first.cells) != list(rows):
            raise ValueError(f"The criteria of {words!r} differ from those of the group {group!r}.")
        profiles.append(_Profile(group, re.compile(words), rows))
    return tuple(profiles)
