"""Compares notes with what they have to say; `prompts_notes.txt` explains the format."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from limner_illustrator.language.lexicon import singular
from limner_illustrator.language.parser import read


@dataclass(frozen=True, slots=True)
class NoteScore:
    prompt: str
    note: str
    num_expected: int
    unnamed: tuple[str, ...]
    """What the picture does not show, and the note does not name."""
    misnamed: tuple[str, ...]
    """What the note names although the picture shows it."""


def score_notes(path: Path) -> list[NoteScore]:
    return [_score(*columns) for columns in _read_columns(path)]


def report_notes(scores: list[NoteScore]) -> str:
    expected = sum(one.num_expected for one in scores)
    unnamed = sum(len(one.unnamed) for one in scores)
    complete = sum(not one.unnamed for one in scores)
    lines = [
        f"{len(scores)} prompts",
        f"  complete notes: {complete} ({complete / len(scores):.1%})",
        f"  words named of those not shown: {expected - unnamed} of {expected} ({1 - unnamed / expected:.1%})",
        f"  notes that name what is shown: {sum(bool(one.misnamed) for one in scores)}",
    ]
    for one in scores:
        faults = [f"not in the note: {word}" for word in one.unnamed]
        faults += [f"in the note, but drawn: {word}" for word in one.misnamed]
        if faults:
            lines.append(f"  {one.prompt!r}: {', '.join(faults)}")
    return "\n".join(lines)


def _read_columns(path: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            prompt, listed, shown = (*line.split("\t"), "", "")[:3]
            yield prompt, _split(listed), _split(shown)


def _split(text: str) -> list[str]:
    """The words; those with a question mark may be in the note or not."""
    return [word.strip().lower() for word in text.split(",") if word.strip() and not word.strip().endswith("?")]


def _score(prompt: str, listed: list[str], shown: list[str]) -> NoteScore:
    note = (read(prompt, seed=random.Random(prompt).getrandbits(32)).omissions.note() or "").lower()
    left_out = note
    for sentence in note.split("; "):
        if sentence.startswith("drawn"):
            left_out = left_out.replace(sentence, "")
    return NoteScore(
        prompt,
        note,
        len(listed),
        unnamed=tuple(word for word in listed if not _names(note, word)),
        misnamed=tuple(word for word in shown if _names(left_out, word)),
    )


def _names(note: str, word: str) -> bool:
    words = set(re.findall(r"[^\W_]+", note))
    return word in words or singular(word) in {singular(one) for one in words}
