"""Reads patterns on things: "polka-dotted", "red and white striped", "with blue stripes"."""

from collections.abc import Sequence

from limner_illustrator.catalog import kinds
from limner_illustrator.language import lexicon
from limner_illustrator.language.phrase_words import Found
from limner_illustrator.language.vocabulary.things import CLOTHES, COLOR_WORDS
from limner_illustrator.language.words import Word
from limner_illustrator.subjects.surface_pattern import PATTERNS

_AFTER = {
    ("polka", "dots"): "dotted", ("dots",): "dotted", ("spots",): "dotted", ("stripes",): "striped",
    ("a", "floral", "pattern"): "floral", ("a", "checkered", "pattern"): "checkered",
    ("a", "striped", "pattern"): "striped",
    ("a", "polka", "dot", "pattern"): "dotted",
    ("a", "flower", "pattern"): "floral", ("a", "zigzag", "pattern"): "zigzag",
    ("floral", "patterns"): "floral", ("checks",): "checkered",
}  # fmt: skip


def read_pattern(words: Sequence[Word], at: int) -> Found:
    """The pattern as one adjective before its noun, with the colour of the print: "red white-striped"."""
    texts = [word.text for word in words[at : at + 8]]
    if texts[0] == "polka" and texts[1:2] in (["dot"], ["dotted"]) and _names_plain_thing(texts[2:5]):
        return 2, [_adjective("dotted")]
    if texts[0] in COLOR_WORDS and texts[1:2] == ["and"] and texts[2:3] and texts[2] in COLOR_WORDS:
        length, name = _read_name(texts[3:])
        if name and _names_plain_thing(texts[3 + length : 6 + length]):
            return 3 + length, [words[at], _adjective(f"{COLOR_WORDS[texts[2]]}-{name}")]
    if texts[1:2] == ["with"] and _is_plain_thing(texts[0]):
        color = COLOR_WORDS.get(texts[2]) if len(texts) > 2 else None
        start = 3 if color else 2
        for phrase, name in _AFTER.items():
            if tuple(texts[start : start + len(phrase)]) == phrase:
                return start + len(phrase), [_adjective(f"{color}-{name}" if color else name), words[at]]
    return None


def _read_name(texts: Sequence[str]) -> tuple[int, str]:
    if texts[:1] == ["polka"] and texts[1:2] in (["dot"], ["dotted"]):
        return 2, "dotted"
    return (1, texts[0]) if texts and texts[0] in PATTERNS else (0, "")


def _adjective(text: str) -> Word:
    return Word(text, text)


def _names_plain_thing(texts: Sequence[str]) -> bool:
    """Whether a thing that can be printed comes next; clothes have patterns of their own."""
    return any(_is_plain_thing(text) for text in texts[:2])


def _is_plain_thing(text: str) -> bool:
    found = lexicon.find(text) if text.isalpha() and text not in CLOTHES else None
    return found is not None and not kinds.is_animate(found.drawing) and found.drawing.partition(":")[0] != "figure"
