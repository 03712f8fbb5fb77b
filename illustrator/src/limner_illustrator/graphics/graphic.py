"""What a graphic is drawn with, and the decorator that declares the function of a kind."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from limner_illustrator.canvas import Canvas
from limner_illustrator.graphics.theme import Theme
from limner_illustrator.scene import Graphic, Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphicContext:
    canvas: Canvas
    """Filled with the background already, or clear if the Scene is transparent."""
    width: int
    height: int
    unit: float
    """1/1024 of the shorter side, somewhat more in long pictures. All lengths are multiples of it or fractions."""
    scene: Scene
    graphic: Graphic
    theme: Theme

    def random(self, purpose: str) -> random.Random:
        return self.scene.random("graphic", purpose)


GraphicFunction = Callable[[GraphicContext], None]
Function = TypeVar("Function", bound=GraphicFunction)


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphicKind:
    name: str
    function: GraphicFunction
    module: str
    takes_styles: bool
    """The art styles of the Scene repaint it. Text in it may become unreadable."""
    has_background: bool
    """It fills the picture itself, so that no background is laid under it."""


GRAPHICS: dict[str, GraphicKind] = {}
"""By name: those whose modules have been imported; `registry` imports all of the package."""


def graphic(*names: str, takes_styles: bool = False, has_background: bool = False) -> Callable[[Function], Function]:
    """Declares the decorated function as what draws the kinds of these names.

    Raises ValueError for a name that another function has.
    """

    def declare(function: Function) -> Function:
        for name in names:
            if name in GRAPHICS:
                raise ValueError(f"{GRAPHICS[name].module} draws the graphic {name!r} already.")
            GRAPHICS[name] = GraphicKind(
                name=name,
                function=function,
                module=function.__module__,
                takes_styles=takes_styles,
                has_background=has_background,
            )
        return function

    return declare
