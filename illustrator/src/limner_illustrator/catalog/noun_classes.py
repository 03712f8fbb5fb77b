"""The class of a rare noun ("pangolin": a mammal with scales), and the kind of a named place or person."""

from dataclasses import dataclass
from functools import lru_cache

from limner_illustrator.catalog.line_table import find_line

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
    value = find_line(FILE, noun)
    if value is None:
        return None
    name, _, features = value.partition("\t")
    return name, features
