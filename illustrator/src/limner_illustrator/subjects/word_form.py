"""What a generic drawing varies with: the features of the word, the word itself, and the seed."""

import random
from typing import TypeVar

from limner_illustrator.canvas.palette import COLORS, RGB
from limner_illustrator.catalog.noun_classes import find_class
from limner_illustrator.subjects.subject import Subject

Choice = TypeVar("Choice")
Span = tuple[float, float]


class WordForm:
    """The same word always has the same form; the seed changes its proportions and its colours a little."""

    def __init__(self, subject: Subject) -> None:
        noun = subject.entity.noun
        found = find_class(noun) or find_class(noun.split()[-1])
        self.features = found.features if found else frozenset()
        self.subject = subject
        self._word = random.Random(f"form/{noun}")
        self._seed = subject.random(f"form/{noun}")

    def has(self, *features: str) -> bool:
        """Whether the word or one of the prompt's adjectives names one of these features."""
        return not self.features.isdisjoint(features) or self.subject.says(*features)

    def choose(self, *options: Choice) -> Choice:
        """The word's choice."""
        return self._word.choice(options)

    def vary(self, low: float, high: float) -> float:
        """Near the word's place between the bounds; the seed moves it by a quarter."""
        place = self._word.random() * 0.75 + self._seed.random() * 0.25
        return low + (high - low) * place

    def scatter(self) -> random.Random:
        """A stream for spots, leaves and the like."""
        return random.Random(self._seed.random())

    def paint(self, *usual: RGB) -> RGB:
        """The colour that was asked for, else one that the word has by its meaning, else a usual one."""
        chosen = self._seed.choice(usual)
        return self.subject.color or next(iter(self.named_colors), chosen)

    @property
    def named_colors(self) -> list[RGB]:
        names = sorted(one[2:] for one in self.features if one.startswith("c:"))
        return [COLORS[name] for name in names if name in COLORS]
