"""The prompts of `coverage.py` with what a reader expects of them; `prompts_300.txt` explains the format."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from limner_illustrator.language.lexicon import singular
from limner_illustrator.language.visible import is_near_only
from limner_illustrator.scene import Entity

NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Expected:
    noun: str
    drawings: tuple[str, ...] = ()
    """Patterns of drawings that show a noun under another name."""
    count: int | None = None
    optional: bool = False

    def is_drawn_by(self, entity: Entity) -> bool:
        if any(fnmatchcase(entity.drawing, pattern) for pattern in self.drawings):
            return True
        words = entity.drawing.partition(":")[2].split("-")
        wanted = singular(self.noun).replace(" ", "-").split("-")
        if words == wanted or wanted[-1] in words:
            return True
        return singular(entity.noun) == singular(self.noun) and not is_near_only(entity.noun, entity.drawing)


@dataclass(frozen=True, slots=True)
class Row:
    kind: str
    prompt: str
    things: tuple[Expected, ...]
    scenery: tuple[tuple[str, ...], ...]
    """For each place, time or weather: the names of which one is enough, in lower case, as patterns."""
    optional_scenery: tuple[str, ...]
    named: tuple[str, ...]
    """Phrases that the note names unless they are drawn."""
    facts: tuple[str, ...]


def read_rows(path: Path) -> Iterator[Row]:
    kind = path.stem
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            kind = line[3:]
        elif line and not line.startswith("#"):
            prompt, things, *facts = line.split("\t")
            yield _make_row(kind, prompt, [one.strip() for one in things.split(",")], facts)


def _make_row(kind: str, prompt: str, things: Iterable[str], facts: list[str]) -> Row:
    things = [one for one in things if one and one != NOTHING]
    return Row(
        kind,
        prompt,
        things=tuple(_read_expected(one) for one in things if one[0] not in "@~" and not one.startswith("?@")),
        scenery=tuple(tuple(part.strip("@ ") for part in one.split("|")) for one in things if one[0] == "@"),
        optional_scenery=tuple(one[2:] for one in things if one.startswith("?@")),
        named=tuple(one[1:] for one in things if one[0] == "~"),
        facts=tuple(one.strip() for one in facts[0].split(";") if one.strip()) if facts else (),
    )


def _read_expected(text: str) -> Expected:
    noun, _, drawings = text.removeprefix("?").partition("=")
    noun, _, count = noun.partition("*")
    patterns = tuple(one for one in drawings.split("|") if one and one != NOTHING)
    return Expected(noun.strip(), patterns, int(count) if count else None, optional=text.startswith("?"))
