"""The grammar of instructions: what a clause may ask for, from the narrowest reading to the widest.

Which reading is right depends on the picture ("turn it into ..." speaks of a thing, or of the whole picture), so the
caller takes the first that it can carry out.
"""

import re
from collections.abc import Iterator

from limner_illustrator.edit.instructions.additions import read_addition, read_gift, read_speech, read_writing
from limner_illustrator.edit.instructions.clauses import MAX_COMMAND_LETTERS, Clause
from limner_illustrator.edit.instructions.commands import (
    Change,
    Describe,
    EditCommand,
    MakeOpaque,
    ResetArtStyle,
    SetTone,
)
from limner_illustrator.edit.instructions.cutouts import asks_opaque, find_cutout
from limner_illustrator.edit.instructions.feelings import read_feeling
from limner_illustrator.edit.instructions.framings import read_framing
from limner_illustrator.edit.instructions.phrasing import WHOLE_PICTURE
from limner_illustrator.edit.instructions.places import (
    read_backdrop,
    read_mentioned_backdrop,
    read_move,
    read_relocation,
    read_sky,
    read_swap,
)
from limner_illustrator.edit.instructions.things import (
    read_counting,
    read_recoloring,
    read_removal,
    read_replacement,
    read_resizing,
)
from limner_illustrator.edit.instructions.tones import find_tone
from limner_illustrator.language.plain_backdrops import find_colors

_NO_STYLE = re.compile(
    r"^(?:remove|drop|undo|reset|clear|delete|take away|get rid of|turn off|without|no)\s+(?:the |any |all "
    r")?(?:[\w-]+ ){0,3}?(?:styles?|effects?|filters?|look|painting)$"
    r"|^(?:back to|use|make it|restore|in) (?:the )?(?:normal|original|default|usual|standard|3d)(?: style| look)?$"
)
_CHANGE = re.compile(
    r"^(?:make|turn|paint|colou?r|recolou?r|dye|render|redraw|repaint|draw|convert|transform|show|have|let|set|"
    r"change|restyle|remake|redo|do|apply|use|give|as|in|keep|zoom)\b\s*(?P<rest>.*)$"
)
_SHOULD = re.compile(r"^(?:it|they|the|there|he|she|all|every)\b.*\b(?:should|must|needs?)\b|^let it\b")
_STATEMENT = re.compile(r"^(?:it|they|the|there|he|she|all|every)\b.*\b(?:is|are|has|have)\b")
_ADJUST = re.compile(
    r"^(?:increase|decrease|reduce|boost|lower|raise|brighten|darken|lighten|blur|sharpen|enhance|flip|mirror|invert|"
    r"desaturate|saturate|soften|upscale|as if|more|less)\b"
)
_AUXILIARY = re.compile(r"\b(?:should|must|needs? to|has to|have to|into|look like|looks like|look|to be|become)\b")


def read_clause(clause: Clause) -> Iterator[EditCommand]:
    """Never empty: the last reading is a description."""
    if len(clause.text) <= MAX_COMMAND_LETTERS:
        yield from _commands(clause)
    yield Describe(clause.raw)


def _commands(clause: Clause) -> Iterator[EditCommand]:
    text = clause.text
    if asks_opaque(text):
        yield MakeOpaque(find_colors(text))
    elif (cut_out := find_cutout(text)) is not None:
        yield cut_out
    if (tone := find_tone(text)) is not None:
        yield SetTone(tone)
    if _NO_STYLE.search(text):
        yield ResetArtStyle()
    yield from read_framing(text)
    yield from read_feeling(text)
    yield from read_speech(clause)
    yield from read_writing(clause)
    yield from read_removal(text)
    yield from read_backdrop(text)
    yield from read_swap(text)
    yield from read_sky(text)
    yield from read_replacement(text)
    yield from read_recoloring(text)
    yield from read_resizing(text)
    yield from read_counting(text)
    yield from read_relocation(text)
    yield from read_move(text)
    yield from read_gift(text)
    yield from read_addition(clause)
    yield from _read_change(text)
    yield from read_mentioned_backdrop(text)


def _read_change(text: str) -> Iterator[EditCommand]:
    match = _CHANGE.match(text)
    is_order = match is not None or bool(_SHOULD.match(text) or _ADJUST.match(text))
    if not is_order and not _STATEMENT.match(text):
        return
    rest = _AUXILIARY.sub(" ", match["rest"] if match is not None else text)
    yield Change(" ".join(WHOLE_PICTURE.sub(" it ", f" {rest} ").split()), is_statement=not is_order)
