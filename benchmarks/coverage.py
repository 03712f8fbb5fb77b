"""Measure how many nouns of prompts are drawn: `make coverage`.

Reads prompts with the things that a reader expects to see (the head of `prompts_150.txt` says how they are written),
parses each, and reports what was not found, what was found and not expected, and which facts were missed.
"""

import argparse
import random
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from limner_illustrator.language.lexicon import singular
from limner_illustrator.language.parser import parse
from limner_illustrator.scene import Entity, Scene

PROMPTS = Path(__file__).with_name("prompts_150.txt")
NOUNS_GOAL = 0.97
JUNK_GOAL = 0.03


@dataclass(frozen=True, slots=True)
class Expected:
    noun: str
    drawings: tuple[str, ...] = ()
    """Patterns of drawings that show a noun under another name."""
    count: int | None = None
    optional: bool = False

    def draws(self, entity: Entity) -> bool:
        if any(fnmatchcase(entity.drawing, pattern) for pattern in self.drawings):
            return True
        family, _, name = entity.drawing.partition(":")
        words = name.split("-")
        wanted = singular(self.noun).replace(" ", "-").split("-")
        return words == wanted or wanted[-1] in words or (family == "own" and singular(entity.noun) == self.noun)


@dataclass(frozen=True, slots=True)
class Row:
    prompt: str
    things: tuple[Expected, ...]
    scenery: tuple[tuple[str, ...], ...]
    facts: tuple[str, ...]


@dataclass(slots=True)
class Score:
    prompts: int = 0
    nouns: int = 0
    facts: int = 0
    missed: list[str] = field(default_factory=list)
    junk: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def share_of_nouns(self) -> float:
        return 1 - len(self.missed) / max(1, self.nouns)

    def share_of_junk(self) -> float:
        return len(self.junk) / max(1, self.prompts)


def read_rows(path: Path) -> Iterator[Row]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            prompt, things, *facts = line.split("\t")
            yield _row(prompt, [one.strip() for one in things.split(",")], facts)


def _row(prompt: str, things: Iterable[str], facts: list[str]) -> Row:
    scenery = tuple(tuple(part.strip("@") for part in one.split("|")) for one in things if one.startswith("@"))
    nouns = tuple(_expected(one) for one in things if not one.startswith("@"))
    listed = tuple(fact.strip() for fact in facts[0].split(";")) if facts else ()
    return Row(prompt, nouns, scenery, listed)


def _expected(text: str) -> Expected:
    noun, _, drawings = text.removeprefix("?").partition("=")
    noun, _, count = noun.partition("*")
    patterns = tuple(one for one in drawings.split("|") if one)
    return Expected(noun.strip(), patterns, int(count) if count else None, optional=text.startswith("?"))


def score_row(row: Row, score: Score) -> None:
    scene = parse(row.prompt, seed=random.Random(row.prompt).getrandbits(32))
    score.prompts += 1
    for expected in row.things:
        if not expected.optional:
            score.nouns += 1
            problem = _missing(scene, expected)
            if problem:
                score.missed.append(f"{row.prompt[:70]!r}: {problem}")
    seen = _circumstances(scene)
    for names in row.scenery:
        score.nouns += 1
        if not any(name in seen for name in names):
            score.missed.append(f"{row.prompt[:70]!r}: no scenery {'|'.join(names)}, only {sorted(seen)}")
    junk = [one for one in scene.entities if not any(_allows(row, scene, expected, one) for expected in row.things)]
    if junk:
        score.junk.append(f"{row.prompt[:70]!r}: " + ", ".join(f"{one.noun} ({one.drawing})" for one in junk))
    for fact in row.facts:
        score.facts += 1
        if not _holds(row, scene, fact):
            score.wrong.append(f"{row.prompt[:70]!r}: {fact}")


def _missing(scene: Scene, expected: Expected) -> str | None:
    found = [one for one in scene.entities if expected.draws(one)]
    if not found and _is_a_look(scene, expected):
        return None
    if not found:
        others = ", ".join(f"{one.noun} ({one.drawing})" for one in scene.entities)
        return f"no {expected.noun}, only {others or 'nothing'}"
    count = sum(one.count for one in found)
    if expected.count is not None and count != expected.count:
        return f"{count} of {expected.noun}, not {expected.count}"
    return None


def _is_a_look(scene: Scene, expected: Expected) -> bool:
    """Clothes and body parts are drawn as part of their owner."""
    looks = {look for one in scene.entities for look in one.attributes}
    forms = {expected.noun, singular(expected.noun)}
    return any(look in forms or look.rpartition("-")[2] in forms for look in looks)


def _circumstances(scene: Scene) -> set[str]:
    named = (scene.setting, *scene.accents, scene.time, scene.weather, scene.season, scene.mood)
    return {one for one in named if one}


def _allows(row: Row, scene: Scene, expected: Expected, entity: Entity) -> bool:
    shapes = {one.object for one in scene.relations if one.kind in ("shaped_like", "made_of")}
    return expected.draws(entity) or expected.noun == entity.noun or (expected.optional and entity.id in shapes)


def _holds(row: Row, scene: Scene, fact: str) -> bool:
    subject, says, value = fact.partition(" is ")
    if says:
        return any(value in (one.color, one.action) or value in one.attributes for one in _named(row, scene, subject))
    words = fact.split(" ")
    for at in range(1, len(words) - 1):
        first, kind, second = " ".join(words[:at]), words[at], " ".join(words[at + 1 :])
        ids = [{one.id for one in _named(row, scene, name)} for name in (first, second)]
        if any(one.kind == kind and one.subject in ids[0] and one.object in ids[1] for one in scene.relations):
            return True
        if kind == "on" and any(second in one.attributes for one in _named(row, scene, first)):
            return True
    return False


def _named(row: Row, scene: Scene, noun: str) -> list[Entity]:
    wanted = next((one for one in row.things if singular(one.noun) == singular(noun)), Expected(noun))
    return [one for one in scene.entities if wanted.draws(one)]


def report(score: Score) -> str:
    lines = [
        f"{score.prompts} prompts",
        f"nouns drawn:       {score.share_of_nouns():6.1%} of {score.nouns} (goal {NOUNS_GOAL:.0%})",
        f"prompts with junk: {score.share_of_junk():6.1%} (goal at most {JUNK_GOAL:.0%})",
        f"facts right:       {1 - len(score.wrong) / max(1, score.facts):6.1%} of {score.facts}",
    ]
    for title, failures in (("Not drawn", score.missed), ("Junk", score.junk), ("Wrong facts", score.wrong)):
        if failures:
            lines += ["", f"{title}:", *(f"  {failure}" for failure in failures)]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("prompts", nargs="?", type=Path, default=PROMPTS)
    score = Score()
    for row in read_rows(parser.parse_args().prompts):
        score_row(row, score)
    sys.stdout.write(report(score) + "\n")


if __name__ == "__main__":
    main()
