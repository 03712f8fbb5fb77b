"""Draws an abstract noun as a scene that stands for it: "freedom" as birds leaving an open cage."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast

from limner_illustrator.language.senses import load_phrasebook
from limner_illustrator.language.terms import is_idea
from limner_illustrator.language.words import Phrasebook, Word
from limner_illustrator.scene import Entity, Relation, RelationKind, Scene

METAPHORS = Path(__file__).with_name("metaphors.txt")
"""One row each: nouns: what is shown | things | relations | weather, season, time and last the place.

A thing is a noun and its drawing with *count, @size, #colour, !action and ~attribute; relations name things by their
number.
"""
ATMOSPHERIC = frozenset({
    "peace", "silence", "quiet", "stillness", "harmony", "beauty", "joy", "hope", "mystery", "magic", "fun", "love",
    "solitude", "sleep", "life", "adventure", "nostalgia", "music", "energy", "power",
})  # fmt: skip
"""Nouns that describe the place where a prompt names one: "the silence of the desert"."""
FRAMES = frozenset({"idea", "ideas", "inspiration"})
"""Nouns that introduce another one."""
_THING = re.compile(r"(?P<noun>.+) (?P<drawing>\w+:[\w-]+)(?P<marks>(?:[*@#!~][\w.]+)*)")
_MARK = re.compile(r"([*@#!~])([\w.]+)")
_EXCLUDING = frozenset({"without", "no", "not", "against"})
_TIMES = frozenset({"dawn", "sunset", "night"})
_WEATHERS = frozenset({"rain", "storm", "fog", "cloudy", "snow"})
_SEASONS = frozenset({"spring", "summer", "autumn", "winter"})


@dataclass(frozen=True, slots=True)
class Metaphor:
    noun: str
    shown: str
    """The picture in words: "birds leaving an open cage"."""
    scene: Scene
    """Without prompt and seed."""

    @property
    def note(self) -> str:
        return f"{self.noun}, as {self.shown}"


def find_metaphor(
    words: Sequence[Word], names_nothing: Callable[[list[Word]], Literal["nothing", "place", "things"]]
) -> tuple[Metaphor, list[Word]] | None:
    """The metaphor of a prompt whose subject is an abstract noun, and the other words. `names_nothing` says what the
    other words name: beside a real subject ("a man with a sense of freedom") there is no metaphor.
    """
    texts = [word.text for word in words]
    matches = [(at, _load_metaphors().match(texts, at)) for at in range(len(words)) if words[at].lettering is None]
    found = [
        (at, match[0], match[1])
        for at, match in matches
        if match is not None and not _is_within_phrase(texts, at, match[0]) and not _is_excluded(texts, at)
    ]
    if not found:
        return None
    # "the idea of resilience" is about resilience
    at, length, metaphor = next((one for one in found if one[2].noun not in FRAMES), found[0])
    others = [*words[:at], *words[at + length :]]
    named = names_nothing(others)
    if named == "things" or (named == "place" and metaphor.noun in ATMOSPHERIC):
        return None
    return metaphor, others


def is_metaphor(text: str) -> bool:
    """Whether the word by itself is an abstract noun that is drawn as a scene."""
    return _load_metaphors().match([text], 0) is not None


def _is_within_phrase(texts: Sequence[str], at: int, length: int) -> bool:
    """Whether the words are part of a longer known phrase: the "data" of "data center", the "memory" of "memory
    card".
    """
    wider = [texts[start:end] for start in (at - 1, at) for end in (at + length, at + length + 1) if start >= 0]
    if any(len(words) > length and is_idea(" ".join(words)) for words in wider):
        return True
    book = load_phrasebook()
    phrases = ((start, book.match(texts, start)) for start in range(max(0, at - 2), at + 1))
    return any(match is not None and match[0] > length and start + match[0] > at for start, match in phrases)


def _is_excluded(texts: Sequence[str], at: int) -> bool:
    """Whether the prompt is about its absence: "a world without war"."""
    return any(text in _EXCLUDING for text in texts[max(0, at - 2) : at])


def compose(metaphor: Metaphor, asked: Scene) -> Scene:
    """The scene of the metaphor with what the prompt says about the picture: style, place, time, weather."""
    drawn = metaphor.scene
    place = asked.backdrop if asked.backdrop not in (None, "abstract") else drawn.backdrop
    return replace(
        asked,
        entities=drawn.entities,
        relations=drawn.relations,
        backdrop=place,
        time=drawn.time if asked.time == "day" else asked.time,
        weather=drawn.weather if asked.weather == "clear" else asked.weather,
        season=asked.season or drawn.season,
        mood=None,
    )


@lru_cache(maxsize=1)
def _load_metaphors() -> Phrasebook[Metaphor]:
    return Phrasebook(
        (noun, Metaphor(noun, shown, scene))
        for nouns, shown, scene in map(_read_row, METAPHORS.read_text(encoding="utf-8").splitlines())
        for noun in nouns
    )


def _read_row(row: str) -> tuple[list[str], str, Scene]:
    left, things, relations, setting = (part.strip() for part in row.split("|"))
    nouns, _, shown = left.partition(": ")
    words = setting.split()
    scene = Scene(
        prompt="",
        entities=tuple(_read_thing(number, one) for number, one in enumerate(things.split(", "), 1)),
        relations=tuple(_read_relation(one) for one in relations.split(", ") if one),
        backdrop=words[-1],
        time=cast("Literal['day']", next((word for word in words if word in _TIMES), "day")),
        weather=cast(
            "Literal['clear']",
            next((word for word in words[:-1] if word in _WEATHERS), "clear"),
        ),
        season=cast("Literal['spring'] | None", next((word for word in words if word in _SEASONS), None)),
    )
    return nouns.split(", "), shown, scene


def _read_thing(number: int, text: str) -> Entity:
    match = _THING.fullmatch(text)
    if match is None:
        raise ValueError(f"Not a thing of a metaphor: {text!r}")
    marks = dict(_MARK.findall(match["marks"]))
    return Entity(
        id=f"e{number}",
        noun=match["noun"],
        drawing=match["drawing"],
        count=int(marks.get("*", 1)),
        size=float(marks.get("@", 1)),
        color=marks.get("#"),
        action=marks.get("!"),
        attributes=(marks["~"],) if "~" in marks else (),
    )


def _read_relation(text: str) -> Relation:
    subject, kind, other = text.split()
    return Relation(f"e{subject}", cast("RelationKind", kind), f"e{other}")
