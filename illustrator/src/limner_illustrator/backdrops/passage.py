"""A passage in one-point perspective: floor, ceiling, two long walls and an end."""

from collections.abc import Iterator
from dataclasses import dataclass

from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.room import Room
from limner_illustrator.backdrops.tones import BLACK, WHITE, scale_rgb
from limner_illustrator.canvas import Point, fill, linear, polygon, shader_paint
from limner_illustrator.canvas.palette import RGB, mix


@dataclass(frozen=True, slots=True)
class Passage:
    """Places in it: depth 0 is at the picture's front and 1 at the end; height 0 is the floor, 1 the ceiling; across -1
    is the left wall, 1 the right one.
    """

    room: Room
    end: float
    """Size of the end wall as a part of the front."""

    @property
    def context(self) -> BackdropContext:
        return self.room.context

    def at(self, across: float, depth: float, height: float) -> Point:
        width, tall = self.context.width, self.context.height
        reach = max(width, 0.9 * tall)
        scale = 1 / (1 + depth * (1 / self.end - 1))
        x = width / 2 + across * 0.86 * reach * scale
        y = 0.46 * tall + (0.64 - 1.16 * height) * tall * scale
        return x, y

    def tone(self, rgb: RGB) -> RGB:
        """Lit by its own lamps after dark, not in a warm light as a home is."""
        return scale_rgb(rgb, 0.7) if self.context.scene.time == "night" else self.room.tone(rgb)

    def wall(self, side: float, near: float, far: float, low: float, high: float, rgb: RGB, alpha: float = 255) -> None:
        """A rectangle on the wall of that side, or parallel to it."""
        corners = [
            self.at(side, near, low),
            self.at(side, near, high),
            self.at(side, far, high),
            self.at(side, far, low),
        ]
        tone = self.tone(rgb)
        tones = [mix(tone, WHITE, 0.08), scale_rgb(tone, 0.8)]
        paint = linear(corners[0], corners[3], [(*one, alpha) for one in tones])
        self.context.canvas.drawPath(polygon(corners), shader_paint(paint))

    def flat(
        self, left: float, right: float, near: float, far: float, height: float, rgb: RGB, alpha: float = 255
    ) -> None:
        """A level rectangle: a part of the floor, a shelf, a lamp on the ceiling."""
        corners = [
            self.at(left, near, height),
            self.at(right, near, height),
            self.at(right, far, height),
            self.at(left, far, height),
        ]
        self.context.canvas.drawPath(polygon(corners), fill(self.tone(rgb), alpha))

    def front(
        self, left: float, right: float, low: float, high: float, depth: float, rgb: RGB, alpha: float = 255
    ) -> None:
        """A rectangle that faces us."""
        corners = [
            self.at(left, depth, low),
            self.at(left, depth, high),
            self.at(right, depth, high),
            self.at(right, depth, low),
        ]
        self.context.canvas.drawPath(polygon(corners), fill(self.tone(rgb), alpha))

    def steps(self, number: int) -> Iterator[tuple[float, float]]:
        """Equal lengths from the end to the front, so that near things cover far ones."""
        for k in reversed(range(number)):
            yield k / number, (k + 1) / number

    def ground(self) -> Ground:
        return Ground(y=self.context.height * 0.88, horizon=self.at(0, 1, 0)[1])


def paint_passage(
    context: BackdropContext, wall: RGB, floor: RGB, ceiling: RGB, *, end: float = 0.3, back: RGB | None = None
) -> Passage:
    room = Room(context, context.height * 0.7)
    passage = Passage(room, end)
    canvas, height = context.canvas, context.height
    horizon = passage.at(0, 1, 0)[1]
    top = passage.at(0, 1, 1)[1]
    under, over = passage.tone(floor), passage.tone(ceiling)
    down = linear((0, horizon), (0, height), [scale_rgb(under, 0.62), under])
    canvas.drawPaint(shader_paint(down))
    up = linear((0, top), (0, 0), [scale_rgb(over, 0.7), over])
    corners = [passage.at(-1, -0.1, 1), passage.at(1, -0.1, 1), passage.at(1, 1, 1), passage.at(-1, 1, 1)]
    canvas.drawPath(polygon(corners), shader_paint(up))
    for side in (-1, 1):
        passage.wall(side, -0.1, 1, 0, 1, wall if side * context.light.side < 0 else scale_rgb(wall, 0.88))
    passage.front(-1, 1, 0, 1, 1, back or scale_rgb(wall, 0.74))
    for side in (-1, 1):
        foot = [
            passage.at(side, -0.1, 0),
            passage.at(side * 0.9, -0.1, 0),
            passage.at(side * 0.9, 1, 0),
            passage.at(side, 1, 0),
        ]
        canvas.drawPath(polygon(foot), fill(BLACK, 36))
    return passage
