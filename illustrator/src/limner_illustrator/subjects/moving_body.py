"""Animals whose icon is only a head, from the side: on their legs, digging, howling."""

from dataclasses import dataclass

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.catalog.body import Coat
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.subjects.bodies import FOURS_HEAD, TAILS, draw_head, shade
from limner_illustrator.subjects.local_canvas import INK, LocalCanvas, Point, ball, down, light_of, soft, solid
from limner_illustrator.subjects.raster import Box

FRAME: Box = (-60, -30, 170, 126)

_SOIL: RGB = (112, 76, 50)
_HIPS: tuple[Point, Point] = ((42, 72), (92, 72))
"""Of the front and the hind legs."""


@dataclass(frozen=True, slots=True)
class Gait:
    """The animal looks to the left. A leg is its knee and its foot, in units of the body."""

    front: tuple[Point, Point]
    far_front: tuple[Point, Point]
    hind: tuple[Point, Point]
    far_hind: tuple[Point, Point]
    head: Point = FOURS_HEAD
    """How far the head is from where a seated animal has it."""
    turn: float = 0
    """Degrees clockwise, of the trunk around its middle."""


_WALK = Gait(
    front=((34, 92), (28, 110)), far_front=((52, 92), (56, 108)), hind=((100, 92), (104, 110)),
    far_hind=((84, 90), (78, 108)),
)  # fmt: skip
_STAND = Gait(
    front=((38, 92), (37, 110)), far_front=((52, 90), (52, 107)), hind=((97, 92), (98, 110)),
    far_hind=((82, 90), (82, 107)),
)  # fmt: skip
_RUN = Gait(
    front=((20, 88), (0, 96)), far_front=((28, 94), (12, 106)), hind=((112, 88), (132, 96)),
    far_hind=((106, 94), (120, 108)), head=(-22, 2),
)  # fmt: skip
_DIG = Gait(
    front=((32, 98), (16, 110)), far_front=((46, 98), (34, 111)), hind=((104, 90), (100, 110)),
    far_hind=((88, 92), (84, 108)), head=(-26, 24), turn=-16,
)  # fmt: skip
GAITS: dict[str, Gait] = {
    **dict.fromkeys(("walking", "walk", "grazing"), _WALK),
    "standing": _STAND,
    **dict.fromkeys(("running", "run", "jumping", "jump", "leaping"), _RUN),
    **dict.fromkeys(("digging", "stretching"), _DIG),
}
"""Action -> how it is done by animals with a body under their head."""
_MUZZLES = {"howling": 52.0, "barking": 8.0}
"""Action -> degrees by which the muzzle is raised."""
_HOWLERS = frozenset({"wolf", "fox", "dog-face"})
RAISED_CROWN: Point = (52, 8)
"""Of the head of one that howls."""


def is_moving(name: str, coat: Coat, action: str | None) -> bool:
    """Whether the animal of this icon is drawn on its legs or howling, and not seated."""
    return not coat.standing and (action in GAITS or (action in _MUZZLES and name in _HOWLERS))


def has_gait(drawing: str, action: str | None) -> bool:
    """Whether a drawing has such a body for the action."""
    coat = thing_of(drawing).coat
    return coat is not None and is_moving(drawing.partition(":")[2], coat, action)


def draw_moving(pen: LocalCanvas, head_svg: str, coat: Coat, fur: RGB, action: str) -> None:
    """The animal seen from the side, the head's face towards us. `head_svg` has its final colours."""
    if action in _MUZZLES:
        _draw_crying(pen, coat, fur, _MUZZLES[action])
        return
    gait = GAITS[action]
    limbs = coat.limbs or mix(fur, (60, 20, 10), 0.08)
    paws = coat.paws or light_of(limbs, 0.12)
    far = shade(limbs, 0.45)
    if action == "digging":
        _flying_soil(pen)
    for hip, leg in zip(_HIPS, (gait.far_front, gait.far_hind), strict=True):
        _leg(pen, (hip[0] + 6, hip[1]), leg, far, shade(paws, 0.45))
    with pen.at(66, 64, turn=gait.turn), pen.at(-66, -64):
        _trunk(pen, coat, fur)
    for hip, leg in zip(_HIPS, (gait.front, gait.hind), strict=True):
        _leg(pen, hip, leg, limbs, paws)
    if action == "digging":
        _heap(pen)
    with pen.at(*gait.head):
        pen.oval(56, 60, 20, 9, soft(INK, 60, 4))
        draw_head(pen, head_svg, coat.head)


def _trunk(pen: LocalCanvas, coat: Coat, fur: RGB) -> None:
    dark, pale = mix(fur, INK, 0.5), coat.belly or mix(fur, (255, 250, 240), 0.6)
    if coat.tail:
        with pen.at(28, -44):
            TAILS[coat.tail](pen, fur, pale, dark)
    torso = (
        "M 28 58 C 34 40 54 46 68 45 C 90 42 108 48 108 66 "
        "C 108 82 98 86 80 85 C 62 88 46 92 36 84 C 28 78 25 66 28 58 Z"
    )
    pen.shape(torso, down(42, 92, light_of(fur, 0.14), fur, shade(fur, 0.3)))
    with pen.inside(torso):
        pen.oval(66, 92, 34, 9, solid(pale, 150))
        if coat.stripes:
            for x in (58, 70, 82, 94):
                pen.shape(f"M {x - 3} 40 Q {x - 2} 60 {x + 1} 70 Q {x + 4} 58 {x + 4} 40 Z", solid((58, 38, 34)))
        if coat.spots:
            for x, y in ((62, 56), (88, 62), (74, 76)):
                pen.oval(x, y, 10, 8, solid((74, 66, 66)))


def _leg(pen: LocalCanvas, hip: Point, leg: tuple[Point, Point], fur: RGB, paw: RGB) -> None:
    (knee_x, knee_y), (x, y) = leg
    path = f"M {hip[0]} {hip[1]} Q {(hip[0] + knee_x) / 2} {knee_y - 6} {knee_x} {knee_y} L {x} {y}"
    pen.line(path, shade(fur, 0.16), 15)
    pen.line(path, fur, 13.4)
    pen.oval(x - 2.4, y + 1, 9.4, 5.6, ball(x - 4, y - 2, 12, light_of(paw, 0.14), paw, shade(paw, 0.2)))


def _flying_soil(pen: LocalCanvas) -> None:
    for x, y, radius in ((120, 92, 5), (130, 78, 4), (138, 96, 3.4), (142, 66, 3), (112, 100, 4), (150, 84, 2.6)):
        pen.dot(x, y, radius, ball(x - 1, y - 2, radius * 1.5, light_of(_SOIL, 0.2), _SOIL, shade(_SOIL, 0.3)))


def _heap(pen: LocalCanvas) -> None:
    """Earth at its paws and behind it."""
    for left, right, top in ((-8, 52, 104), (104, 152, 98)):
        middle = (left + right) / 2
        path = f"M {left} 116 Q {left + 8} {top} {middle} {top} Q {right - 8} {top} {right} 116 Z"
        pen.shape(path, down(top, 116, light_of(_SOIL, 0.16), _SOIL, shade(_SOIL, 0.3)))


def _draw_crying(pen: LocalCanvas, coat: Coat, fur: RGB, raised: float) -> None:
    """Seated, seen from the side, the mouth open and the muzzle `raised` by degrees."""
    pale, dark = coat.belly or mix(fur, (255, 250, 240), 0.6), mix(fur, (30, 10, 10), 0.42)
    limbs = coat.limbs or mix(fur, (60, 20, 10), 0.08)
    paws = coat.paws or light_of(limbs, 0.12)
    if coat.tail:
        with pen.at(22, 2):
            TAILS[coat.tail](pen, fur, pale, dark)
    pen.line("M 44 66 L 42 106", shade(limbs, 0.45), 12)
    pen.oval(39, 108, 9, 4.6, solid(shade(paws, 0.45)))
    torso = "M 26 30 C 22 48 24 66 32 80 C 44 96 56 112 88 111 C 100 104 96 78 82 62 C 70 48 60 40 56 24 Z"
    pen.shape(torso, down(20, 112, light_of(fur, 0.12), fur, shade(fur, 0.3)))
    pen.shape("M 26 30 C 21 50 24 68 33 82 C 42 76 40 50 36 30 Z", solid(pale))
    pen.oval(80, 95, 19, 16, ball(74, 88, 26, light_of(limbs, 0.12), limbs, shade(limbs, 0.3)))
    pen.oval(70, 108.4, 15, 4.8, solid(paws))
    pen.line("M 38 68 L 34 106", limbs, 13)
    pen.oval(30, 108.4, 10, 5, solid(paws))
    with pen.at(40, 18, turn=raised):
        _open_head(pen, fur, pale, dark)


def _open_head(pen: LocalCanvas, fur: RGB, pale: RGB, dark: RGB) -> None:
    """In profile, to the left, the mouth open."""
    pen.shape("M 8 -10 L 24 -30 L 24 -2 Z", solid(shade(fur, 0.3)))
    pen.shape("M -10 7 L -31 17 Q -27 23 -8 18 Z", solid(pale))
    pen.shape("M -6 2 L -30 13 L -29 16 L -6 13 Z", solid((120, 30, 40)))
    pen.shape(
        "M 20 12 C 22 -8 8 -20 -6 -15 C -14 -12 -22 -7 -35 -6 Q -40 2 -33 6 C -24 8 -16 7 -9 9 C -2 17 10 22 20 12 Z",
        down(-18, 18, light_of(fur, 0.12), fur, shade(fur, 0.2)),
    )
    pen.shape("M -36 -1 C -24 1 -14 2 -8 9 C -16 7 -24 8 -33 6 Z", solid(pale))
    pen.oval(-36, -3, 4.6, 4, solid(INK))
    pen.line("M -10 -5 Q -5 -1 0 -5", dark, 2.2)
    pen.shape("M 0 -13 L 12 -34 L 18 -6 Z", down(-34, -6, dark, fur))
