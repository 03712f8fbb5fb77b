"""What a design is drawn on: the canvas, the scene and its graphic, and the colours and texts that they give."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps

import skia

from limner_illustrator.backdrops.plain_colors import color_of_backdrop
from limner_illustrator.canvas import Canvas, fill, linear, shader_paint
from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.graphics.designs.typesetting import all_letters_in
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.render.finish import Quality
from limner_illustrator.scene import Graphic, Scene

WHITE: RGB = (255, 255, 255)
INK: RGB = (32, 30, 40)
SCHEMES: tuple[tuple[RGB, RGB, RGB], ...] = (
    ((28, 44, 98), (244, 162, 72), (250, 244, 232)),
    ((22, 92, 92), (240, 128, 98), (246, 244, 234)),
    ((92, 40, 96), (250, 190, 80), (252, 240, 236)),
    ((176, 48, 56), (30, 60, 92), (252, 242, 226)),
    ((36, 82, 58), (226, 170, 70), (244, 242, 226)),
    ((44, 48, 62), (66, 160, 200), (240, 243, 246)),
)
"""A deep colour, an accent and a pale paper."""


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
        """A deep colour, an accent and a pale paper: those that the prompt names first."""
        deep, accent, paper = self.random("scheme").choice(SCHEMES)
        named: list[RGB] = [COLORS[one] for one in self.graphic.colors if one in COLORS]
        if named:
            dark = [one for one in named if luma(one) < 175]
            deep = dark[0] if dark else mix(named[0], INK, 0.72)
            rest = [one for one in named if one is not deep]
            accent = rest[0] if rest else mix(deep, WHITE, 0.55)
            paper = mix(deep, WHITE, 0.93)
        if self.background in COLORS:
            paper = COLORS[self.background or ""]
        return deep, accent, paper

    def fill_background(self, rgb: RGB) -> None:
        """A plain ground, none where the picture is to be transparent."""
        if not self.scene.transparent:
            self.canvas.drawPaint(fill(rgb))

    def fill_desk(self, rgb: RGB) -> None:
        """A lit surface that cards and sheets lie on."""
        if not self.scene.transparent:
            light, dark = mix(rgb, WHITE, 0.28), mix(rgb, INK, 0.08)
            self.canvas.drawPaint(shader_paint(linear((0, 0), (self.width, self.height), [light, rgb, dark])))


def luma(rgb: Sequence[float]) -> float:
    return 0.3 * rgb[0] + 0.59 * rgb[1] + 0.11 * rgb[2]


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
