"""Draws a building in its own units, lit like the scene: x from its middle, y up from its foot, 100 is its height."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import skia

from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.tones import in_haze, scale_rgb
from limner_illustrator.canvas import Path, Point, fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.subjects.local_canvas import outline

_FLOOD: RGB = (255, 214, 150)
"""The colour of floodlights at night."""
_WINDOW: RGB = (255, 216, 132)


@dataclass(frozen=True, slots=True)
class BuildingCanvas:
    context: BackdropContext
    far: float
    """How much haze is before it, 0..1."""

    def tone(self, rgb: RGB) -> RGB:
        """The colour in this light. Sights are floodlit at night, since dark ones would not show."""
        if self.context.scene.time == "night":
            seen = (rgb[0] * _FLOOD[0] / 290, rgb[1] * _FLOOD[1] / 300, rgb[2] * _FLOOD[2] / 290)
            return mix(seen, self.context.light.haze, self.far * 0.8)
        return in_haze(rgb, self.context.light, self.far)

    def opening(self, rgb: RGB) -> RGB:
        """A window or a gateway in a wall of this colour."""
        if self.context.scene.time in ("night", "sunset") or self.context.light.dark > 0.3:
            return mix(_WINDOW, self.context.light.haze, self.far * 0.3)
        return mix(scale_rgb(self.tone(rgb), 0.5), self.context.light.shadow, 0.2)

    def path(self, outline_of: Path, rgb: RGB, contrast: float = 1.0) -> None:
        """Filled, brighter on the side of the light."""
        bounds = outline_of.getBounds()
        tone = self.tone(rgb)
        tones = [mix(tone, self.context.light.key, 0.22 * contrast), tone, scale_rgb(tone, 1 - 0.28 * contrast)]
        if self.context.light.side > 0:
            tones.reverse()
        ramp = linear((bounds.left(), 0), (bounds.right() + 0.01, 0), tones)
        self.context.canvas.drawPath(outline_of, shader_paint(ramp))

    def shape(self, points: Sequence[Point], rgb: RGB) -> None:
        self.path(polygon(points), rgb)

    def curve(self, text: str, rgb: RGB) -> None:
        """`text`: absolute SVG commands M, L, Q, C, Z; an outline within another is a hole."""
        closed = outline(text)
        closed.setFillType(skia.PathFillType.kEvenOdd)
        self.path(closed, rgb)

    def box(self, left: float, low: float, right: float, high: float, rgb: RGB) -> None:
        self.path(polygon([(left, low), (left, high), (right, high), (right, low)]), rgb)

    def flat(self, points: Sequence[Point], rgb: RGB, alpha: float = 255) -> None:
        self.context.canvas.drawPath(polygon(points), fill(self.tone(rgb), alpha))

    def line(self, points: Sequence[Point], rgb: RGB, width: float, alpha: float = 255) -> None:
        self.context.canvas.drawPath(polygon(points, close=False), stroke(self.tone(rgb), width, alpha))

    def stripe(self, text: str, rgb: RGB, width: float) -> None:
        self.context.canvas.drawPath(outline(text), stroke(self.tone(rgb), width, StrokeCap=skia.Paint.kRound_Cap))

    def disc(self, x: float, y: float, radius: float, rgb: RGB) -> None:
        circle = skia.Path()
        circle.addCircle(x, y, radius)
        self.path(circle, rgb)

    def arches(self, xs: Sequence[float], low: float, half: float, tall: float, wall: RGB) -> None:
        """Round-headed openings in a wall, each `2 * half` wide."""
        openings = skia.Path()
        for x in xs:
            openings.moveTo(x - half, low)
            openings.lineTo(x - half, low + tall - half)
            openings.cubicTo(
                x - half, low + tall + half * 0.34, x + half, low + tall + half * 0.34, x + half, low + tall - half
            )
            openings.lineTo(x + half, low)
            openings.close()
        self.context.canvas.drawPath(openings, fill(self.opening(wall)))

    def panes(self, xs: Sequence[float], ys: Sequence[float], size: tuple[float, float], wall: RGB) -> None:
        """Rows of small windows, centred on these points."""
        openings = skia.Path()
        for x in xs:
            for y in ys:
                openings.addRect(skia.Rect.MakeLTRB(x - size[0], y - size[1], x + size[0], y + size[1]))
        self.context.canvas.drawPath(openings, fill(self.opening(wall), 235))

    def dome(self, x: float, low: float, radius: float, rgb: RGB, *, swell: float = 1.0, tall: float = 1.1) -> None:
        """`swell` above 1 makes an onion dome; `tall` is in radii."""
        r, top = radius, low + radius * tall
        path = skia.Path()
        path.moveTo(x - r * 0.92, low)
        path.cubicTo(x - r * 1.3 * swell, low + r * 0.62 * tall, x - r * 0.62, top - r * 0.1, x, top)
        path.cubicTo(x + r * 0.62, top - r * 0.1, x + r * 1.3 * swell, low + r * 0.62 * tall, x + r * 0.92, low)
        path.close()
        self.path(path, rgb, 1.3)

    @contextmanager
    def at(self, x: float, y: float, size: float) -> Iterator[None]:
        """Moves the origin to (x, y) and scales."""
        self.context.canvas.save()
        self.context.canvas.translate(x, y)
        self.context.canvas.scale(size, size)
        yield
        self.context.canvas.restore()


@contextmanager
def building_at(
    context: BackdropContext, x: float, y: float, height: float, far: float = 0.0, *, mirrored: bool = False
) -> Iterator[BuildingCanvas]:
    """A canvas whose origin is at (x, y), in pixels, and on which 100 units are `height` pixels."""
    scale = height / 100
    context.canvas.save()
    context.canvas.translate(x, y)
    context.canvas.scale(-scale if mirrored else scale, -scale)
    yield BuildingCanvas(context, far)
    context.canvas.restore()


def spread(left: float, right: float, number: int) -> list[float]:
    """The middles of `number` equal parts."""
    return [left + (right - left) * (i + 0.5) / number for i in range(number)]
