"""Reads geometric shapes, whose words mostly mean something else: "a red square", "three orange circles"."""

from collections.abc import Sequence

from limner_illustrator.language import lexicon
from limner_illustrator.language.phrase_words import DETERMINERS, Found
from limner_illustrator.language.vocabulary import things
from limner_illustrator.language.words import Word, split_words

_SURE = frozenset({"circle", "triangle"})
"""Shapes unless the words around them say else."""
_AMBIGUOUS = _SURE | {"square", "cross", "star", "arrow", "pyramid", "cube"}
_ENDS = frozenset({
    ",", ".", "and", "on", "with", "inside", "next", "above", "below", "beside", "over", "under", "behind", "between",
    "beneath", "in", "to", "left", "right", "pointing", "at", "against", "containing", "is", "around", "stacked",
    "arranged", "floating", "near",
})  # fmt: skip
"""Words that may follow a shape; before another noun its word is an adjective: "a square table"."""
_AROUND = frozenset({"in", "into", "playing", "plays", "town", "city", "market", "full", "half", "village"})
_OTHER_SENSE: dict[str, frozenset[str]] = {
    "star": frozenset({
        "sky", "night", "space", "galaxy", "moon", "shooting", "planet", "planets", "rock", "movie", "pop", "stars",
    }),
    "arrow": frozenset({"bow", "archer", "archery", "quiver", "target", "bullseye", "shooting", "warrior", "cupid"}),
    "cross": frozenset({"church", "grave", "nun", "priest", "jesus", "hill", "wooden"}),
    "cube": frozenset({"ice", "sugar", "stock", "bouillon", "rubik", "rubik's"}),
    "pyramid": frozenset({"egypt", "egyptian", "giza", "maya", "mayan", "aztec"}),
}  # fmt: skip
"""Words that show that no shape is meant."""
_LOOKS = things.COLOR_WORDS.keys() | things.NUMBERS.keys() | things.SIZES.keys() | things.MATERIAL_WORDS
_DIRECTIONS = frozenset({"left", "right", "up", "down", "upwards", "downwards", "upward", "downward"})
_SHAPES = ("circle shape", "triangle shape", "flat square", "hexagon", "star shape", "rectangle")
_SOLIDS = ("geometric cube", "sphere", "cone", "cylinder", "square pyramid", "torus")
_ASSORTED = ("red", "blue", "yellow", "green", "purple", "orange")
_PLACING = frozenset({"in", "among"})
_ARTICLES = frozenset({"a", "an", "the", "some", "various", "several", "many", "colorful", "colourful", "simple",
                       "basic", "abstract", "different", "floating"})  # fmt: skip


def read_shape(words: Sequence[Word], at: int) -> Found:
    """A word for a shape alone, with the word "shape" after it; "geometric shapes" become a few of them."""
    word = lexicon.singular(words[at].text)
    if words[at].lettering is not None:
        return None
    if word == "geometric" or words[at].text in ("shapes", "solids"):
        return _read_assortment(words, at)
    if word not in _AMBIGUOUS or not _means_shape(words, at, word):
        return None
    plural = "s" if words[at].text != word else ""
    if word == "arrow" and (direction := _read_direction(words, at + 1)) is not None:
        length, name = direction
        return 1 + length, list(split_words(f"{name} arrow shape{plural}"))
    if word == "cube":
        return 1, list(split_words(f"geometric cube{plural}"))
    if word == "square":
        return 1, list(split_words(f"flat square{plural}"))  # "red square" is a place
    return 1, list(split_words(f"{word} shape{plural}"))


def _means_shape(words: Sequence[Word], at: int, word: str) -> bool:
    texts = [one.text for one in words]
    before = texts[at - 1] if at else ""
    after = texts[at + 1] if at + 1 < len(texts) else "."
    if after not in _ENDS or (at + 1 < len(words) and words[at + 1].hyphened) or words[at].hyphened:
        return False
    others = _OTHER_SENSE.get(word, frozenset())
    if any(text in others for i, text in enumerate(texts) if i != at):
        return False
    has_look = _has_look(before) and not (word == "pyramid" and before in things.SIZES)
    start = at - 1
    while start >= 0 and (texts[start] in DETERMINERS or _has_look(texts[start])):
        start -= 1
    lead = texts[start] if start >= 0 else ""
    if lead in _AROUND and word in ("circle", "triangle", "square"):
        return False
    if word in _SURE or has_look:
        return has_look or before in DETERMINERS or texts[at] != word or (start == at - 1 and at == 0)
    # "A square inside a circle": another shape is named.
    return before in DETERMINERS and word == "square" and any(lexicon.singular(one) in _SURE for one in texts)


def _has_look(text: str) -> bool:
    return text in _LOOKS or text.isdecimal()


def _read_direction(words: Sequence[Word], at: int) -> tuple[int, str] | None:
    texts = [one.text for one in words[at : at + 4]]
    if texts[:1] != ["pointing"]:
        return None
    for length, text in enumerate(texts[1:], 2):
        if text in _DIRECTIONS:
            return length, text.removesuffix("s").removesuffix("ward")
    return 1, "right"


def _read_assortment(words: Sequence[Word], at: int) -> Found:
    """ "Geometric shapes in red and blue": a few different shapes in these colours."""
    texts = [one.text for one in words[at : at + 2]]
    solid = texts[-1:] == ["solids"]
    length = 2 if texts[0] == "geometric" else 1
    if texts[length - 1 : length] not in (["shapes"], ["solids"], ["forms"], ["figures"]):
        return None
    if length == 1 and at > 1 and words[at - 1].text == "abstract" and words[at - 2].text in _PLACING:
        return None  # a place: "a fox among abstract shapes"
    if length == 1 and at and words[at - 1].text not in _ARTICLES | things.COLOR_WORDS.keys():
        return None
    if length == 1 and texts[0] != "shapes":
        return None
    colors, end = _read_colors(words, at + length)
    before = words[at - 1].text if at else ""
    names = _SOLIDS if solid or any(one.text in ("3d", "render") for one in words) else _SHAPES
    if before in things.COLOR_WORDS:
        colors = [""]
    count = max(3, min(5, len(colors))) if colors else 4
    members = [f"a {(colors or _ASSORTED)[k % len(colors or _ASSORTED)]} {names[k]}" for k in range(count)]
    if colors == [""]:
        members = [f"a {before} {name}" if k else name for k, name in enumerate(names[:count])]
    return end - at, list(split_words(", ".join(members[:-1]) + " and " + members[-1]))


def _read_colors(words: Sequence[Word], at: int) -> tuple[list[str], int]:
    """The colours of "in red, blue and yellow", and where they end."""
    if at >= len(words) or words[at].text != "in":
        return [], at
    colors: list[str] = []
    end = at + 1
    while end < len(words) and (words[end].text in things.COLOR_WORDS or words[end].text in (",", "and")):
        if words[end].text in things.COLOR_WORDS:
            colors.append(words[end].text)
        end += 1
    while end > at + 1 and words[end - 1].text not in things.COLOR_WORDS:
        end -= 1
    return (colors, end) if colors else ([], at)
