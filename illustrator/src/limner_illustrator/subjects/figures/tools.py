"""What hands work with: each tool is drawn in one or more layers of its figure."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.figures.held import Held
from limner_illustrator.subjects.figures.person import Person
from limner_illustrator.subjects.figures.poses import Point
from limner_illustrator.subjects.figures.skeleton import Body
from limner_illustrator.subjects.local_canvas import LocalCanvas

Layer = Literal["behind", "body", "face", "over"]
"""Before the body is drawn; over the body and under the hands; over the face and under raised hands; over all."""
WOOD: RGB = (146, 98, 60)
STEEL: RGB = (196, 204, 216)
IRON: RGB = (92, 98, 112)
PAPER: RGB = (250, 248, 240)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grip:
    """The hands and all that a tool depends on."""

    body: Body
    person: Person
    things: tuple[Held, ...] = ()
    """What of the scene the tool stands for or holds."""
    from_behind: bool = False
    """Whether the figure is seen from behind."""

    @property
    def left(self) -> Point:
        return self.body.left_arm[2]

    @property
    def right(self) -> Point:
        return self.body.right_arm[2]

    @property
    def neck(self) -> Point:
        return self.body.neck

    @property
    def thing(self) -> Held | None:
        return self.things[0] if self.things else None

    def paint(self, usual: RGB) -> RGB:
        """The colour that the thing was given."""
        return (self.things[0].color if self.things else None) or usual


DrawTool = Callable[[LocalCanvas, Grip], None]
TOOLS: dict[str, dict[Layer, DrawTool]] = defaultdict(dict)


def tool(name: str, layer: Layer) -> Callable[[DrawTool], DrawTool]:
    """Decorates what draws one layer of a tool."""

    def register(function: DrawTool) -> DrawTool:
        TOOLS[name][layer] = function
        return function

    return register
