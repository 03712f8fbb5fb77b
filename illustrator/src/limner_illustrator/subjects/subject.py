"""What is to be drawn."""

import random
from dataclasses import dataclass

from limner_illustrator.canvas.palette import COLORS, RGB
from limner_illustrator.catalog.kinds import is_animate
from limner_illustrator.catalog.records import find_area
from limner_illustrator.scene import Entity, Scene

_COLORFUL = frozenset({"colorful", "colourful", "multicolored", "multicoloured", "rainbow-colored"})
_RAINBOW = ("red", "orange", "yellow", "green", "turquoise", "blue", "purple", "pink")


@dataclass(frozen=True, slots=True)
class Subject:
    """One copy of an entity, with all that a drawing may ask about it."""

    entity: Entity
    scene: Scene
    copy: int = 0
    pose: str | None = None

    def random(self, purpose: str) -> random.Random:
        """A stream of this copy's own, the same each time it is asked for."""
        source, _, first = (self.entity.look or f"{self.entity.id}/0").partition("/")
        copy = int(first) + self.copy
        return self.scene.random(source, purpose if copy == 0 else f"{purpose}/{copy}")

    @property
    def color(self) -> RGB | None:
        if self.entity.color:
            return COLORS.get(self.entity.color)
        return COLORS[_RAINBOW[(self.copy * 3 + 1) % len(_RAINBOW)]] if self._is_colorful else None

    @property
    def _is_colorful(self) -> bool:
        """Whether each of several things has a colour of its own."""
        is_said = not _COLORFUL.isdisjoint(self.entity.attributes)
        return is_said and self.entity.count > 1 and not is_animate(self.entity.drawing)

    def paint(self, *usual: RGB) -> RGB:
        """The colour that was asked for, else one of the usual ones."""
        return self.color or self.random("color").choice(usual)

    def part(self, name: str) -> RGB | None:
        """The colour that the attribute "blue-roof" gives to a part."""
        for attribute in self.entity.attributes:
            color, _, noun = attribute.partition("-")
            area = find_area(self.entity.drawing, noun) if color in COLORS and noun else None
            if area is not None and area.name == name:
                return COLORS[color]
        return None

    @property
    def text(self) -> str | None:
        return self.entity.text

    def says(self, *words: str) -> bool:
        """Whether the prompt said one of these adjectives, or a noun that holds one."""
        said = {*self.entity.attributes, *self.entity.noun.split()}
        return any(word in said for word in words)


OUTSIDE = 0.35
"""How far a drawing may reach out of its frame, as a part of the frame's longest side: smoke, flags, a shadow."""
