"""What is to be drawn."""

import random
from dataclasses import dataclass

from limner_illustrator.canvas.palette import COLORS, RGB
from limner_illustrator.scene import Entity, Scene


@dataclass(frozen=True, slots=True)
class Subject:
    """One copy of an entity, with all that a drawing may ask about it."""

    entity: Entity
    scene: Scene
    copy: int = 0
    pose: str | None = None

    def random(self, purpose: str) -> random.Random:
        """A stream of this copy's own, the same each time it is asked for."""
        return self.scene.random(self.entity.id, purpose if self.copy == 0 else f"{purpose}/{self.copy}")

    @property
    def color(self) -> RGB | None:
        return COLORS.get(self.entity.color) if self.entity.color else None

    def paint(self, *usual: RGB) -> RGB:
        """The colour that was asked for, else one of the usual ones."""
        return self.color or self.random("color").choice(usual)

    @property
    def text(self) -> str | None:
        return self.entity.text

    def says(self, *words: str) -> bool:
        """Whether the prompt said one of these adjectives, or a noun that holds one."""
        said = {*self.entity.attributes, *self.entity.noun.split()}
        return any(word in said for word in words)


OUTSIDE = 0.35
"""How far a drawing may reach out of its frame, as a part of the frame's longest side: smoke, flags, a shadow."""
