"""Splits an instruction into the commands that it gives."""

import re
from dataclasses import dataclass

from limner.engines.illustrator.quotes import take_texts
from limner.engines.illustrator.vocabulary.things import COLOR_WORDS
from limner.engines.illustrator.words import TEXT_CLOSE, TEXT_OPEN

_VERBS = (
    "make|add|remove|delete|erase|replace|swap|change|turn|put|place|give|set|paint|colou?r|recolou?r|move|take|dr"
    "aw|insert|include|let|have|"
    "dress|write|show|render|convert|transform|get rid "
    "of|switch|shrink|enlarge|resize|dye|hide|shift|apply|increase|decrease|drop|bring|use|"
    "keep|double|rotate|flip|zoom|restyle|undo|remake|position|exchange|substitute|clear|wipe"
)
_START = rf"(?:please |also |then |now |and |finally |next |afterwards )*(?:{_VERBS})\b"
_SPLIT = re.compile(
    rf"[.;!?\n]+(?:\s+|$)|,?\s+(?:and|then|but|also|plus)(?:\s+(?:then|also|please|finally))*\s+(?={_START})|"
    rf",\s*(?={_START})|,?\s+and then\s+|\s*,?\s*then\s+"
)
_POLITE = re.compile(
    r"^(?:please|now|also|then|and|next|finally|ok(?:ay)?|so|just|hey|hi|kindly|can you|could you|would you|will "
    r"you|can we|could we|i want you to|"
    r"i would like you to|i'd like you to|i need you to|you should|let's|let us|try to|go ahead and|i want to|"
    r"i'd like to|we should)[\s,]+",
)
_MAKES = re.compile(r"\s*(?:please )?(?:make|turn|paint|colou?r) ", re.IGNORECASE)
_AND_THE = re.compile(r",?\s+and\s+(?=(?:the|his|her|its|their)\s)", re.IGNORECASE)
_DEGREES = frozenset({"bigger", "larger", "smaller", "taller", "shorter", "tiny", "huge", "big", "small", "giant"})
_MARK = re.compile(f"{TEXT_OPEN}(\\d+){TEXT_CLOSE}")


@dataclass(frozen=True, slots=True)
class Clause:
    """One command, with its quoted texts put aside."""

    text: str
    """Lower case, without politeness; a quoted text stands in it as a mark."""
    raw: str
    """As it was written, the quoted texts in their places: what `parse` reads."""
    texts: tuple[str, ...] = ()

    def quoted(self, text: str) -> str:
        """A fragment of the clause with its lettering back, in quotes."""
        return _MARK.sub(lambda match: f"“{_text_of(self, match)}”", text)


def _predicates(piece: str) -> list[str]:
    """ "make the cats smaller and the sofa blue" gives two commands."""
    verb = _MAKES.match(piece)
    if verb is None:
        return [piece]
    parts = _AND_THE.split(piece[verb.end() :])
    ends = [part.strip().lower().rpartition(" ")[2] for part in parts]
    if len(parts) < 2 or not all(end in COLOR_WORDS or end in _DEGREES for end in ends):
        return [piece]
    return [verb.group() + part for part in parts]


def _text_of(clause: Clause, match: re.Match[str]) -> str:
    number = int(match[1])
    return clause.texts[number] if number < len(clause.texts) else ""


def split_instruction(instruction: str) -> tuple[tuple[str, ...], list[Clause]]:
    texts, marked = take_texts(instruction)
    clauses = []
    pieces = [part for piece in _SPLIT.split(marked.replace("’", "'")) for part in _predicates(piece)]
    for piece in pieces:
        plain = " ".join(piece.split()).strip(" ,.:")
        while (shorter := _POLITE.sub("", plain.lower())) != plain.lower():
            plain = plain[len(plain) - len(shorter) :]
        if plain:
            clause = Clause(plain.lower(), "", texts)
            clauses.append(Clause(plain.lower(), clause.quoted(plain), texts))
    return texts, clauses
