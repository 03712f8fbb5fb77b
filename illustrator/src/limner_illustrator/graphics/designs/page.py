"""What a design is drawn on: the canvas, the scene and its graphic, and the colours and texts that they give."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps

import skia

from limner_illustrator.backdrops.plain_colors import color_of_backdrop
from limner_illustrator.canvas import Canvas, fill, linear, shader_paint
from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.graphics.designs.schemes import INK, WHITE, choose_scheme, luma
from limner_illustrator.graphics.designs.typesetting import all_letters_in
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.render.finish import Quality
from limner_illustrator.scene import Graphic, Scene

__all__ = ["INK", "WHITE", "Page", "design", "ink_on", "luma", "polygon_path"]


@dataclass(frozen=True, slots=True)
class Page:
    canvas: Canvas
    width: int
    height: int
    scene: Scene
    graphic: Graphic
    quality: Quality = "medium"

    @property
    def unit(self) -> float:
        """Pixels per 1/1024 of the shorter side."""
        return min(self.width, self.height) / 1024

    @property
    def box(self) -> tuple[float, float, float, float]:
        return 0, 0, self.width, self.height

    @property
    def title(self) -> str:
        return self.graphic.title or ""

    @property
    def texts(self) -> list[str]:
        """What is written besides the title."""
        said = [*(item.label for item in self.graphic.items if item.role is None), *self.scene.texts]
        return [one for one in dict.fromkeys(said) if one.casefold() != self.title.casefold()]

    @property
    def background(self) -> str | None:
        """The colour of the ground that the prompt or an edit asks for, by name."""
        return self.graphic.background or color_of_backdrop(self.scene)

    def text_of(self, role: str) -> str:
        return next((item.label for item in self.graphic.items if item.role == role), "")

    def lines_of(self, role: str) -> list[str]:
        return [item.label for item in self.graphic.items if item.role == role]

    def random(self, purpose: str) -> random.Random:
        """A stream of the design's own: other prompts look different under the same seed, edits of a design alike."""
        return self.scene.random("scene", f"{self.graphic.kind}/{self.scene.prompt}/{purpose}")

    @property
    def is_dark(self) -> bool:
        return self.graphic.has("dark")

    def scheme(self) -> tuple[RGB, RGB, RGB]:
        """A deep colour, an accent and a paper: those that the prompt names first."""
        return choose_scheme(self.graphic, self.background, self.random("scheme"))

    def fill_background(self, rgb: RGB) -> None:
        """A plain ground, none where the picture is to be transparent."""
        if not self.scene.transparent:
            self.canvas.drawPaint(fill(rgb))

    def fill_desk(self, rgb: RGB) -> None:
        """A lit surface that cards and sheets lie on."""
        if not self.scene.transparent:
            light, dark = mix(rgb, WHITE, 0.28), mix(rgb, INK, 0.08)
            self.canvas.drawPaint(shader_paint(linear((0, 0), (self.width, self.height), [light, rgb, dark])))


def ink_on(paper: RGB, deep: RGB = INK) -> RGB:
    """A colour that can be read on `paper`: `deep` where it differs enough."""
    if abs(luma(paper) - luma(deep)) > 90:
        return deep
    return WHITE if luma(paper) < 140 else INK


def polygon_path(points: Sequence[tuple[float, float]]) -> skia.Path:
    path = skia.Path()
    path.addPoly([skia.Point(*point) for point in points], True)
    return path


DesignFunction = Callable[[Page], None]


def design(*names: str) -> Callable[[DesignFunction], DesignFunction]:
    """Declares the decorated function as what draws the designs of these names; it fills the picture itself."""

    def declare(function: DesignFunction) -> DesignFunction:
        @wraps(function)
        def draw(context: GraphicContext) -> None:
            ink = next((one.removeprefix("ink-") for one in context.graphic.options if one.startswith("ink-")), "")
            with all_letters_in(COLORS.get(ink)):
                function(Page(context.canvas, context.width, context.height, context.scene, context.graphic))

        graphic(*names, has_background=True)(draw)
        return function

    return declare
