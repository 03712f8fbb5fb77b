"""A thing of the scene that a figure's drawing includes, at its natural size beside the figure."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from limner_illustrator.canvas.palette import COLORS, RGB
from limner_illustrator.catalog.art import has_icon, icon_svg
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.catalog.thing import Trait
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.icon import FRAME, draw_icon
from limner_illustrator.subjects.local_canvas import LocalCanvas
from limner_illustrator.subjects.raster import Box, measure
from limner_illustrator.subjects.recolor import is_near, recolor_svg
from limner_illustrator.subjects.registry import draw_function
from limner_illustrator.subjects.subject import OUTSIDE, Subject

_UNITS_PER_M = 58.0
_SMALLEST, _LARGEST = 9.0, 46.0
"""In units of the figure: smaller things would not be seen, larger ones would hide it."""

_SERVED = frozenset({
    "spaghetti", "steaming-bowl", "pot-of-food", "curry-rice", "green-salad", "shallow-pan-of-food", "bowl-with-spoon",
    "cooked-rice", "ramen", "soup", "sushi", "noodles", "shortcake", "shaved-ice", "plate", "salad", "birthday-cake",
    "pancakes", "custard", "cake", "steak", "oyster", "fondue", "cut-of-meat",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Held:
    entity: Entity
    scene: Scene

    @property
    def noun(self) -> str:
        return self.entity.noun

    @property
    def color(self) -> RGB | None:
        return COLORS.get(self.entity.color) if self.entity.color else None

    @property
    def traits(self) -> AbstractSet[Trait]:
        return thing_of(self.entity.drawing).traits

    @property
    def is_served(self) -> bool:
        """Whether it is food on a plate or in a bowl."""
        return self.entity.drawing.partition(":")[2] in _SERVED

    @property
    def size(self) -> float:
        """Of the longest side, in units of the figure."""
        metres = (thing_of(self.entity.drawing).height or 0.25) * self.entity.size
        return float(min(_LARGEST, max(_SMALLEST, metres * _UNITS_PER_M)))

    def draw(
        self, pen: LocalCanvas, x: float, y: float, *, size: float | None = None, turn: float = 0, foot: bool = False
    ) -> None:
        """Around (x, y), or standing there if `foot`; `size` is that of its longest side."""
        left, top, right, bottom = self._bounds()
        scale = (size or self.size) / max(right - left, bottom - top)
        with (
            pen.at(x, y, turn=turn, scale=scale),
            pen.at(-(left + right) / 2, -bottom if foot else -(top + bottom) / 2),
        ):
            self._draw(pen)

    def height(self, size: float | None = None) -> float:
        left, top, right, bottom = self._bounds()
        return (size or self.size) * (bottom - top) / max(right - left, bottom - top)

    def _bounds(self) -> Box:
        width, height = thing_of(self.entity.drawing).size
        spare = OUTSIDE * max(width, height)
        is_own = self.entity.drawing.startswith("own:")
        return measure(self._draw, (-spare, -spare, width + spare, height + spare) if is_own else FRAME)

    def _draw(self, pen: LocalCanvas) -> None:
        family, _, name = self.entity.drawing.partition(":")
        function = draw_function(name) if family == "own" else None
        if function:
            function(pen, Subject(self.entity, self.scene))
            return
        svg = icon_svg(name if has_icon(name) else "wrapped-gift")
        draw_icon(pen, recolor_svg(svg, self.color) if self.color and not is_near(svg, self.color) else svg)
