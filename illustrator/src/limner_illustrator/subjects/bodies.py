"""Bodies for animals whose icon is only a head: seated, with the head's own colours, tail by species."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.catalog.body import Coat, Tail
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.subjects.icon import draw_icon, icon_bounds
from limner_illustrator.subjects.lettering import fit_text
from limner_illustrator.subjects.local_canvas import INK, LocalCanvas, ball, down, light_of, soft, solid
from limner_illustrator.subjects.raster import Box
from limner_illustrator.subjects.recolor import Eyes, color_at, luminance_of

FRAME: Box = (-16, 0, 112, 118)
"""The units of a seated body; the head fills the upper half."""

DrawTail = Callable[[LocalCanvas, RGB, RGB, RGB], None]


def dye(coat: Coat, fur: RGB) -> Coat:
    """The same coat on an animal that was given another colour."""
    return replace(coat, fur=fur, belly=None, limbs=None, paws=None if coat.paws is None else mix(fur, INK, 0.4))


def shade(fur: RGB, amount: float) -> RGB:
    """Darker and a little redder, as fur is in its own shadow."""
    return mix(fur, (fur[0] * 0.55, fur[1] * 0.40, fur[2] * 0.38), amount)


def _brush_tail(pen: LocalCanvas, fur: RGB, pale: RGB, dark: RGB) -> None:
    tail = "M 60 104 C 104 107 104 68 88 54 C 96 76 82 84 62 86 Z"
    pen.shape(tail, down(52, 106, pale, pale, fur, shade(fur, 0.27)))


def _grey_brush_tail(pen: LocalCanvas, fur: RGB, pale: RGB, dark: RGB) -> None:
    pen.shape("M 60 104 C 100 107 98 72 86 60 C 90 80 80 86 62 88 Z", down(58, 106, dark, fur, fur))


def _curled_tail(pen: LocalCanvas, fur: RGB, pale: RGB, dark: RGB) -> None:
    pen.line("M 68 102 C 96 105 94 82 90 70", shade(fur, 0.22), 7)
    pen.line("M 68 102 C 96 105 94 82 90 70", fur, 5.2)


def _tufted_tail(pen: LocalCanvas, fur: RGB, pale: RGB, dark: RGB) -> None:
    pen.line("M 68 102 C 96 105 94 82 91 70", fur, 4.4)
    pen.oval(91, 66, 5, 7.5, solid(dark))


def _puff_tail(pen: LocalCanvas, fur: RGB, pale: RGB, dark: RGB) -> None:
    pen.dot(76, 98, 9, ball(74, 95, 11, light_of(pale, 0.6), pale))


def _stub_tail(pen: LocalCanvas, fur: RGB, pale: RGB, dark: RGB) -> None:
    pen.dot(75, 98, 6.5, ball(74, 96, 8, fur, shade(fur, 0.36)))


def _pig_tail(pen: LocalCanvas, fur: RGB, pale: RGB, dark: RGB) -> None:
    pen.line("M 72 94 C 84 96 88 88 82 86 C 76 84 78 94 88 90", shade(fur, 0.22), 3.2)


TAILS: dict[Tail, DrawTail] = {
    "brush": _brush_tail,
    "grey-brush": _grey_brush_tail,
    "curled": _curled_tail,
    "tufted": _tufted_tail,
    "puff": _puff_tail,
    "stub": _stub_tail,
    "pig": _pig_tail,
}

ASLEEP = frozenset({"sleeping", "sleep", "asleep", "lying", "napping", "curled"})
ON_LEGS = frozenset(
    {"running", "run", "walking", "walk", "jumping", "jump", "flying", "fly", "standing", "grazing", "rearing"}
)
"""What an animal does on its legs, and not seated."""
CURLED_HEAD = (-15, 42)
"""Offset of a sleeping animal's head from the place of a seated one's."""


def is_on_legs(name: str, action: str | None) -> bool:
    """Whether the icon of the whole animal is drawn, and not the head on a seated body."""
    thing = thing_of(f"noto:{name}")
    can_sit = thing.coat is not None
    return action in ON_LEGS or (thing.whole_by_default and not (action == "sitting" and can_sit))


def draw_seated(pen: LocalCanvas, head_svg: str, coat: Coat, fur: RGB, text: str | None = None) -> None:
    """The animal, seated and facing us. `head_svg` has its final colours; `fur` goes with it; `text` is on a board."""
    dark = mix(fur, (30, 10, 10), 0.42)
    pale = coat.belly or mix(fur, (255, 250, 240), 0.66)
    limbs = coat.limbs or mix(fur, (60, 20, 10), 0.08)
    paws = coat.paws or light_of(limbs, 0.12)
    if coat.tail:
        TAILS[coat.tail](pen, fur, pale, dark)
    torso = "M 37 50 C 24 66 20 92 27 108 L 73 108 C 80 92 76 66 63 50 Z"
    pen.shape(torso, down(50, 110, light_of(fur, 0.1), fur, shade(fur, 0.29)))
    with pen.inside(torso):
        if coat.stripes:
            _stripes(pen)
        if coat.spots:
            _patches(pen)
    pen.oval(50, 80, 14.5, 22, down(58, 102, pale, mix(pale, fur, 0.25)))
    for side in (-1, 1):
        hip = 50 + side * 21
        pen.oval(hip, 100, 14, 11.5, ball(hip - 4, 94, 18, light_of(limbs, 0.12), limbs, shade(limbs, 0.29)))
        pen.oval(hip + side * 1, 107.5, 12, 4.6, solid(paws))
    for side in (-1, 1):
        _front_leg(pen, 50 + side * 9.2, limbs, paws)
    pen.oval(50, 58, 19, 7, soft(INK, 80, 2.4))
    draw_head(pen, head_svg, coat.head)
    if text:
        pen.box(24, 76, 76, 104, solid((150, 110, 76)), 3)
        pen.box(25.4, 77.4, 74.6, 102.6, solid((252, 246, 232)), 2)
        fit_text(pen.canvas, text, (28, 79, 72, 101), "round", (70, 44, 40))


NECK = 61.0
COLLAR = 29.0
"""How far down a seated animal has its neck, and how wide that is."""
FOURS_HEAD = (-18.0, 4.0)
"""How far the head is from where a seated animal has it."""


def draw_on_fours(pen: LocalCanvas, head_svg: str, coat: Coat, fur: RGB) -> None:
    """The animal standing, its head to the left."""
    hoof, far = mix(fur, INK, 0.6), shade(fur, 0.5)
    for x in (46, 90):
        _side_leg(pen, x, far, mix(hoof, INK, 0.3))
    if coat.tail:
        with pen.at(24, -40):
            TAILS[coat.tail](pen, fur, fur, hoof)
    torso = (
        "M 26 50 C 34 36 52 42 66 42 C 84 40 104 44 106 62 C 108 80 98 "
        "88 78 88 C 60 90 44 92 34 84 C 24 76 20 62 26 50 Z"
    )
    pen.shape(torso, down(40, 92, light_of(fur, 0.14), fur, shade(fur, 0.4)))
    for x in (36, 99):
        _side_leg(pen, x, fur, hoof)
    pen.oval(36, 62, 16, 14, soft(INK, 60, 4))
    with pen.at(*FOURS_HEAD):
        draw_head(pen, head_svg, coat.head)


def _side_leg(pen: LocalCanvas, x: float, fur: RGB, hoof: RGB) -> None:
    leg = (
        f"M {x - 8} 70 L {x + 8} 70 C {x + 7} 84 {x + 5} 90 {x + 5} 108 "
        f"L {x - 5} 108 C {x - 5} 90 {x - 7} 84 {x - 8} 70 Z"
    )
    pen.shape(leg, down(70, 110, fur, shade(fur, 0.2)))
    pen.box(x - 6, 106, x + 6, 114, down(106, 114, light_of(hoof, 0.2), hoof), 3)


def draw_curled(pen: LocalCanvas, head_svg: str, coat: Coat, fur: RGB, eyes: Eyes) -> None:
    """The animal asleep on its belly, the head on its paws, lids over its `eyes` (in the head's units)."""
    limbs = coat.limbs or mix(fur, (60, 20, 10), 0.08)
    paws = coat.paws or light_of(limbs, 0.12)
    back = "M 34 110 C 26 84 44 60 66 60 C 92 60 106 82 101 100 Q 98 111 88 111 L 34 111 Z"
    pen.shape(back, down(58, 112, light_of(fur, 0.14), fur, shade(fur, 0.3)))
    with pen.inside(back):
        if coat.stripes:
            for x in (56, 68, 80, 91):
                pen.shape(f"M {x - 3} 58 Q {x - 1} 76 {x} 84 Q {x + 4} 76 {x + 4} 58 Z", solid((58, 38, 34)))
        if coat.spots:
            for x, y in ((60, 72), (84, 78)):
                pen.oval(x, y, 10, 8, solid((74, 66, 66)))
    pen.oval(84, 100, 15, 12, ball(80, 94, 20, light_of(limbs, 0.12), limbs, shade(limbs, 0.3)))
    pen.oval(76, 108, 12, 4.4, solid(paws))
    if coat.tail:
        tail = "M 97 98 C 108 110 92 114 70 111.4"
        pen.line(tail, shade(fur, 0.4), 7.6)
        pen.line(tail, fur, 6)
    for x in (22, 44):
        pen.oval(x, 107.6, 12, 4.8, down(102, 112, light_of(paws, 0.12), shade(paws, 0.2)))
    pen.oval(36, 100, 26, 6, soft(INK, 70, 2.4))
    with pen.at(*CURLED_HEAD):
        draw_head(pen, head_svg, coat.head)
        _close_eyes(pen, head_svg, coat.head, fur, eyes)


def _close_eyes(pen: LocalCanvas, svg: str, width: float, fur: RGB, eyes: Eyes) -> None:
    with head_units(pen, svg, width):
        close_eyes(pen, svg, fur, eyes)


def close_eyes(pen: LocalCanvas, svg: str, fur: RGB, eyes: Eyes) -> None:
    """Lids over the eyes of an icon, in its own units."""
    for x, y, rx, ry in eyes:
        lid = color_at(svg, x, y - ry * 1.4) or fur
        line: RGB = (48, 34, 36) if luminance_of(lid) > 0.34 else (176, 170, 176)
        pen.oval(x, y, rx * 1.36, ry * 1.26, solid(lid))
        pen.line(f"M {x - rx * 1.1} {y} Q {x} {y + ry * 1.1} {x + rx * 1.1} {y}", line, 2.4)


def _front_leg(pen: LocalCanvas, x: float, limbs: RGB, paws: RGB) -> None:
    pen.box(x - 6.6, 66, x + 6.6, 110, down(62, 110, limbs, shade(limbs, 0.11)), 6.6)
    pen.line(f"M {x - 6.4} 76 L {x - 6.4} 104", shade(limbs, 0.90), 0.7, 70)
    pen.line(f"M {x + 6.4} 76 L {x + 6.4} 104", shade(limbs, 0.90), 0.7, 70)
    pen.box(x - 7.4, 99, x + 7.4, 110.6, down(98, 111, light_of(paws, 0.12), paws), 5.4)
    for toe in (-2.4, 2.4):
        pen.line(f"M {x + toe} 106 L {x + toe} 109.6", shade(paws, 0.90), 0.9, 150)


def _stripes(pen: LocalCanvas) -> None:
    for side in (-1, 1):
        for y in (62, 72, 82, 92):
            tip, edge = 50 + side * 16, 50 + side * 30
            pen.shape(
                f"M {edge} {y - 4} Q {tip + side * 4} {y - 1} {tip} {y + 2} Q {tip + side * 6} {y + 2} "
                f"{edge} {y + 1} Z",
                solid((58, 38, 34)),
            )


def _patches(pen: LocalCanvas) -> None:
    for x, y, rx, ry in ((30, 74, 9, 12), (70, 92, 10, 9), (66, 60, 7, 6)):
        pen.oval(x, y, rx, ry, solid((74, 66, 66)))


def draw_head(pen: LocalCanvas, svg: str, width: float) -> None:
    with head_units(pen, svg, width):
        draw_icon(pen, svg)


def head_units(pen: LocalCanvas, svg: str, width: float) -> AbstractContextManager[None]:
    """The pen in the icon's own units, its head on the shoulders."""
    x, y, scale = head_place(svg, width)
    return pen.at(x, y, scale=scale)


def head_place(svg: str, width: float) -> tuple[float, float, float]:
    """Where the icon's origin comes to lie, and how much the icon is scaled."""
    left, top, right, bottom = icon_bounds(svg)
    scale = min(width / (right - left), 62 / (bottom - top))
    return 50 - (left + right) / 2 * scale, 62 - bottom * scale, scale
