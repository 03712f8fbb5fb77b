"""Finds what draws a noun: the nouns of the records first, then the labels of the art in English, WordNet, the labels
in other languages, and last the class of the noun, which draws a generic form.
"""

import json
import re
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from limner_illustrator.catalog import art, noun_classes, records
from limner_illustrator.language.vocabulary import things

How = Literal["own", "record", "label", "wordnet", "class", "name"]

UNDRAWN = Path(__file__).with_name("undrawn.txt")
"""Words that are no things to draw, even if another source knows them."""

IRREGULAR = {
    "mice": "mouse", "men": "man", "women": "woman", "children": "child", "people": "person", "geese": "goose",
    "feet": "foot", "teeth": "tooth", "oxen": "ox", "wolves": "wolf", "knives": "knife", "loaves": "loaf",
    "leaves": "leaf", "shelves": "shelf", "scarves": "scarf", "calves": "calf", "elves": "elf", "dwarves": "dwarf",
    "hooves": "hoof", "thieves": "thief", "wives": "wife", "halves": "half", "cacti": "cactus", "fungi": "fungus",
    "octopi": "octopus", "dice": "die", "snowmen": "snowman", "policemen": "policeman", "firemen": "fireman",
    "fishermen": "fisherman", "gentlemen": "gentleman", "businessmen": "businessman", "grandchildren": "child",
    "schoolchildren": "schoolchild",
    "mermen": "merman", "cowmen": "cowman", "bacteria": "bacterium", "cookies": "cookie", "movies": "movie",
    "pies": "pie", "ties": "tie", "zombies": "zombie", "brownies": "brownie", "selfies": "selfie", "shoes": "shoe",
    "canoes": "canoe", "toes": "toe", "horseshoes": "horseshoe", "fairies": "fairy", "genies": "genie",
    "aircraft": "aircraft", "spacecraft": "spacecraft", "moose": "moose", "series": "series", "species": "species",
    "chess": "chess", "buses": "bus", "gases": "gas", "lenses": "lens", "irises": "iris", "walruses": "walrus",
    "viruses": "virus", "cactuses": "cactus", "octopuses": "octopus", "hippopotamuses": "hippopotamus",
    "crocuses": "crocus", "circuses": "circus", "princesses": "princess", "axes": "axe", "quizzes": "quiz",
}  # fmt: skip
ENDINGS = (
    ("ies", "y"), ("ves", "f"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("sses", "ss"), ("zzes", "zz"),
    ("oes", "o"),
)  # fmt: skip
KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
"""To hiragana."""


@dataclass(frozen=True, slots=True)
class NounMatch:
    """What draws a noun."""

    drawing: str
    """`noto:fox`, `own:sofa` or `figure:wizard`."""
    how: How
    """The source: the later in the list of the module, the less sure."""


def find(phrase: str) -> NounMatch | None:
    """What draws this noun, in singular or plural; None for what is no thing. The phrase is taken whole: finding the
    noun within "a big old dog" is up to the caller.
    """
    return _find(phrase, len(records.nouns()))


@lru_cache(maxsize=4096)
def _find(phrase: str, _known: int) -> NounMatch | None:
    asked = normal(phrase)
    forms = [asked] if singular(asked) == asked else [asked, singular(asked)]
    if asked.endswith("is") and len(asked) > 4:
        forms.append(asked[:-1])  # "okapis" and "salamis" are plurals, "iris" is not
    for source in (_from_records, _label, _wordnet, _foreign, _class):
        for form in forms:
            if form in _undrawn():
                return None
            found = source(form)
            if found:
                return found
    return None


def find_foreign(word: str) -> NounMatch | None:
    """What draws a word of another language. The English sources know too many words that only look like it."""
    found = find(word)
    return found if found is not None and found.how in ("own", "record", "label") else None


def is_english(noun: str) -> bool:
    """Whether the English sources know it, in singular or plural."""
    sources = (_from_records, _label, _wordnet, _class)
    forms = normal(noun), singular(normal(noun))
    return any(form in _undrawn() or any(source(form) for source in sources) for form in forms)


def list_labels() -> list[str]:
    """The English names of the art."""
    return list(_words()["labels"])


def normal(phrase: str) -> str:
    return re.sub(r"[\s_]+", " ", phrase.replace("’", "'").lower()).strip(" .,;:!?\"'")


def singular(word: str) -> str:
    """The singular of an English noun, or of the last word of a phrase; what is singular stays as it is."""
    return _find_singular(word, len(records.nouns()))


@lru_cache(maxsize=4096)
def _find_singular(word: str, _known: int) -> str:
    head, space, last = word.rpartition(" ")
    return head + space + _singular(last, word)


def _singular(last: str, phrase: str) -> str:
    if last in IRREGULAR:
        return IRREGULAR[last]
    if _is_listed(phrase) or _is_listed(last) or last.endswith("ss") or not last.isascii():
        return last
    if last.endswith(("ies", "us", "is")) and (_is_listed(last[:-1]) or last[:-1] in things.CLOTHES):
        return last[:-1]  # corgis, hoodies, tutus
    if last.endswith(("us", "is")):
        return last
    for ending, replacement in ENDINGS:
        if last.endswith(ending) and len(last) > len(ending) + 1:
            return last[: -len(ending)] + replacement
    return last[:-1] if last.endswith("s") and len(last) > 3 else last


def _is_listed(word: str) -> bool:
    return word in records.nouns() or word in _undrawn()


def _from_records(noun: str) -> NounMatch | None:
    drawing = records.nouns().get(noun)
    if drawing is None:
        return None
    return NounMatch(drawing, "record" if drawing.startswith("noto:") else "own")


def _label(noun: str) -> NounMatch | None:
    icon = _words()["labels"].get(noun)
    return NounMatch(f"noto:{icon}", "label") if icon and _is_thing(icon) else None


def _wordnet(noun: str) -> NounMatch | None:
    drawing = _nouns().get(noun)
    return NounMatch(drawing, "wordnet") if drawing else None


def _foreign(word: str) -> NounMatch | None:
    words = _words()
    table: dict[str, str] = words["foreign"]
    forms = [word, word.translate(KATAKANA)]
    if words["mistakable"].isdisjoint((word, word.removesuffix("s"))):
        forms += [
            word.removesuffix(ending) + instead
            for ending, instead in words["plurals"]
            if word.endswith(ending) and len(word) - len(ending) > 3
        ]
    for form in forms:
        drawing = table.get(form) or (None if form.isascii() else records.nouns().get(form))
        if drawing:
            return NounMatch(drawing, "label")
    return None


def _class(noun: str) -> NounMatch | None:
    found = noun_classes.find_class(noun)
    return NounMatch(found.drawing, "class") if found and records.is_recorded(found.drawing) else None


def _is_thing(icon: str) -> bool:
    """Neither a smiley nor a symbol."""
    return art.icon_group(icon)[0] in range(3, 8)


@lru_cache(maxsize=1)
def _undrawn() -> frozenset[str]:
    return frozenset(word.strip() for word in UNDRAWN.read_text(encoding="utf-8").replace("\n", " ").split(","))


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    words: dict[str, Any] = json.loads(zlib.decompress(art.read_data("words.bin")))
    return {**words, "mistakable": frozenset(words["mistakable"])}


@lru_cache(maxsize=1)
def _nouns() -> dict[str, str]:
    by_drawing: dict[str, list[str]] = json.loads(zlib.decompress(art.read_data("nouns.bin")))
    return {noun: drawing for drawing, nouns in by_drawing.items() for noun in nouns}
