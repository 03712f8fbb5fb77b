"""The class of a rare noun ("pangolin": a mammal with scales), and the kind of a named place or person."""

import mmap
from dataclasses import dataclass
from functools import lru_cache

from limner_illustrator.catalog.art import DATA, missing_data

FILE = "classes.txt"
"""Lines sorted by bytes: noun, TAB, class, TAB, features. See assets/classes.py."""
PREFIX = "generic-"
LABELS = {
    "strings": "stringed instrument", "wind": "wind instrument", "drum": "percussion instrument",
    "keyboard": "keyboard instrument", "instrument": "musical instrument", "gauge": "measuring instrument",
    "optics": "optical instrument", "electronics": "electronic device", "appliance": "household appliance",
    "utensil": "kitchen utensil", "shellfish": "shell", "creature": "sea creature", "celestial": "celestial body",
    "rig": "piece of equipment", "gem": "gem or mineral", "herb": "plant", "headdress": "headdress", "device": "device",
    "footwear": "pair of shoes", "jewelry": "piece of jewellery", "armor": "piece of armour", "food": "food",
}  # fmt: skip
"""What a class is called where its name is not the word for it."""


@dataclass(frozen=True, slots=True)
class NounClass:
    name: str
    features: frozenset[str]

    @property
    def drawing(self) -> str:
        return f"own:{PREFIX}{self.name}"


@lru_cache(maxsize=2048)
def find_class(noun: str) -> NounClass | None:
    """The class of a common noun in lower case and singular."""
    found = None if noun[:1].isupper() else _find_line(noun)
    return None if found is None else NounClass(found[0], frozenset(found[1].split()))


@lru_cache(maxsize=512)
def find_name(name: str) -> tuple[str, str] | None:
    """("place", its kind) or ("person", the figure) of a name as it is written: "Reykjavik", "Marie Curie"."""
    return _find_line(name.title()) if name[:1].isupper() else None


def label_of(drawing: str) -> str | None:
    """ "own:generic-strings" is a stringed instrument; None for all other drawings."""
    name = drawing.removeprefix(f"own:{PREFIX}")
    return None if name == drawing else LABELS.get(name, name)


def _find_line(noun: str) -> tuple[str, str] | None:
    """By bisection of the mapped file."""
    table = _table()
    key = noun.encode() + b"\t"
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", 0, (low + high) // 2) + 1
        end = table.find(b"\n", start)
        if table[start : start + len(key)] == key:
            name, _, rest = table[start + len(key) : end].decode().partition("\t")
            return name, rest
        if table[start:end] < key:
            low = end + 1
        else:
            high = start
    return None


@lru_cache(maxsize=1)
def _table() -> mmap.mmap:
    try:
        with (DATA / FILE).open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except FileNotFoundError as error:
        raise missing_data(FILE) from error
