"""A seated animal in clothes: it sits as a teddy bear does, the arms at its sides, so that its chest is seen."""

from collections.abc import Sequence
from dataclasses import dataclass

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.catalog.body import Coat
from limner_illustrator.subjects.bodies import TAILS, draw_head, draw_seated, head_place, head_units
from limner_illustrator.subjects.icon import icon_bounds
from limner_illustrator.subjects.local_canvas import (
    INK,
    WHITE,
    LocalCanvas,
    ball,
    dark_of,
    down,
    light_of,
    rounded_down,
    soft,
    solid,
)
from limner_illustrator.subjects.recolor import Eyes
from limner_illustrator.subjects.wardrobe.cloth import Area, lay
from limner_illustrator.subjects.wardrobe.details import DETAILS
from limner_illustrator.subjects.wardrobe.faces import WORN_ON_FACES, draw_face
from limner_illustrator.subjects.wardrobe.garments import Worn

TORSO = "M 38 52 C 27 62 23 86 25 104 Q 50 111 75 104 C 77 86 73 62 62 52 Z"
_HIP = "M 37 52 C 25 62 20 86 18 106 Q 50 114 82 106 C 80 86 75 62 63 52 Z"
_SKIRT = (
    "M 38 52 C 30 62 29 76 31 84 C 24 92 17 100 15.4 106 Q 50 115 84.6 106 C 83 100 76 92 69 84 C 71 76 70 62 62 52 Z"
)
_OUTLINES = {"waist": TORSO, "hip": _HIP, "skirt": _SKIRT}
_OVER_ARMS = frozenset({"clasp", "ermine", "straps"})
"""Garments that cover the shoulders, and so the arms as well."""
_AREA: Area = (15, 54, 85, 114)


@dataclass(frozen=True, slots=True)
class Fur:
    """What of the animal shows beside its clothes."""

    coat: RGB
    belly: RGB
    limbs: RGB
    paws: RGB


def draw_dressed(
    pen: LocalCanvas, head_svg: str, coat: Coat, fur: RGB, worn: Sequence[Worn], eyes: Eyes, *, reaching: bool
) -> None:
    """In the frame of `bodies.draw_seated`, and of the same outline. `eyes` are in the head's units; one that holds
    something is `reaching` for it with the arm on the right.
    """
    if all(one.name in WORN_ON_FACES for one in worn):
        draw_seated(pen, head_svg, coat, fur)
    else:
        _draw_in_clothes(pen, head_svg, coat, fur, worn, reaching=reaching)
    left, _, right, _ = icon_bounds(head_svg)
    with head_units(pen, head_svg, coat.head):
        draw_face(pen, eyes, right - left, worn)


def _draw_in_clothes(
    pen: LocalCanvas, head_svg: str, coat: Coat, fur: RGB, worn: Sequence[Worn], *, reaching: bool
) -> None:
    limbs = coat.limbs or mix(fur, (60, 20, 10), 0.08)
    belly = coat.belly or mix(fur, (255, 250, 240), 0.66)
    body = Fur(fur, belly, limbs, coat.paws or light_of(limbs, 0.12))
    if coat.tail:
        TAILS[coat.tail](pen, fur, belly, mix(fur, (30, 10, 10), 0.42))
    _draw_behind(pen, worn)
    _draw_clothes(pen, body, worn, reaching=reaching)
    draw_head(pen, head_svg, coat.head)
    if any("ring" in one.cut.details for one in worn):
        _dome(pen, head_svg, coat.head)


def _dome(pen: LocalCanvas, head_svg: str, width: float) -> None:
    """A helmet of glass round the head, no higher than that."""
    x, y, scale = head_place(head_svg, width)
    left, top, right, _ = icon_bounds(head_svg)
    left, top, right = max(15.4, left * scale + x - 3), top * scale + y + 0.4, min(84.6, right * scale + x + 3)
    pen.box(left, top, right, 68, solid((214, 236, 252), 44), 27)
    pen.frame(left + 0.8, top + 0.8, right - 0.8, 68, (236, 242, 250), 2, 26)
    pen.line(f"M {left + 7} 30 Q {left + 7} {top + 9} {left + 22} {top + 6}", WHITE, 2.6, 210)


def _draw_behind(pen: LocalCanvas, worn: Sequence[Worn]) -> None:
    """What hangs down the back."""
    for one in worn:
        if one.cut.behind == "cape":
            cape = "M 36 54 C 22 66 15.4 90 15.4 109 Q 50 114 84.6 109 C 84.6 90 78 66 64 54 Z"
            pen.shape(cape, down(54, 112, one.color, dark_of(one.color, 0.34)))
            for x in (19.4, 80.6):
                pen.line(f"M {50 + (x - 50) * 0.7} 70 Q {x} 88 {x} 107", dark_of(one.color, 0.4), 1, 150)
        elif one.cut.behind == "backpack":
            pen.box(15.4, 60, 84.6, 100, rounded_down(dark_of(one.color, 0.16), 60, 100), 13)


def _draw_clothes(pen: LocalCanvas, fur: Fur, worn: Sequence[Worn], *, reaching: bool) -> None:
    """The body below the head, its clothes on."""
    torso = "M 37 50 C 24 66 20 92 27 108 L 73 108 C 80 92 76 66 63 50 Z"
    pen.shape(torso, down(50, 110, light_of(fur.coat, 0.1), fur.coat, dark_of(fur.coat, 0.2)))
    pen.oval(50, 80, 15, 23, down(58, 102, fur.belly, mix(fur.belly, fur.coat, 0.25)))
    trousers = next((one for one in worn if one.cut.legs), None)
    long = any(one.cut.length != "waist" and one.cut.covers for one in worn)
    if long:
        _legs(pen, fur, trousers)
    for one in worn:
        _on_torso(pen, one)
    if not long:
        _legs(pen, fur, trousers)
    for one in worn:
        if one.name == "boots":
            _boot(pen, 29, one)
            _boot(pen, 71, one)
    _arms(pen, fur, worn, reaching=reaching)
    for one in worn:
        if one.cut.behind == "cape":
            _over_shoulders(pen, one)
    pen.oval(50, 60, 20, 6, soft(INK, 70, 2.4))
    for one in worn:
        for name in one.cut.details:
            if name in _OVER_ARMS:
                DETAILS[name](pen, one)


def _over_shoulders(pen: LocalCanvas, cape: Worn) -> None:
    """A cape's two halves, open in the middle."""
    for side in (-1, 1):
        x = 50.0
        half = (
            f"M {x + side * 10} 60 C {x + side * 24} 58 {x + side * 34.6} 82 {x + side * 34.6} 109 "
            f"L {x + side * 27} 110 C {x + side * 32} 92 {x + side * 20} 78 {x + side * 6} 70 Z"
        )
        pen.shape(half, down(58, 110, light_of(cape.color, 0.12), cape.color, dark_of(cape.color, 0.2)))
        pen.line(
            f"M {x + side * 22} 68 Q {x + side * 31} 84 {x + side * 31.6} 106", dark_of(cape.color, 0.36), 0.9, 170
        )


def _on_torso(pen: LocalCanvas, one: Worn) -> None:
    if one.name == "trousers":
        lay(pen, "M 21 88 Q 50 95 79 88 L 80 106 Q 50 113 20 106 Z", one, _AREA)
        pen.line("M 24 90 Q 50 96 76 90", one.trim, 3)
    if one.cut.covers:
        if one.name == "overalls":
            shirt = Worn("t-shirt", one.cut, (236, 120, 96), "striped")
            lay(pen, TORSO, shirt, _AREA)
            bib = "M 36 76 L 64 76 L 68 86 L 76 94 L 75 105 Q 50 112 25 105 L 24 94 L 32 86 Z"
            lay(pen, bib, one, _AREA)
        else:
            outline = _OUTLINES[one.cut.length]
            lay(pen, outline, one, _AREA)
            with pen.inside(outline):
                _hem(pen, one)
    with pen.inside(_HIP if one.cut.length != "skirt" else _SKIRT):
        for name in one.cut.details:
            if name in DETAILS and name not in _OVER_ARMS:
                DETAILS[name](pen, one)


def _hem(pen: LocalCanvas, one: Worn) -> None:
    tone = one.trim
    if one.cut.length == "waist":
        pen.line("M 22 103 Q 50 111 78 103", tone, 5.4)
    else:
        pen.line("M 14 105 Q 50 114 86 105", tone, 3.4)
    if one.cut.length == "skirt":
        for x in (-22, -11, 0, 11, 22):
            pen.line(f"M {50 + x * 0.6} 90 L {50 + x * 1.3} 112", dark_of(one.color, 0.3), 0.9, 130)


def _legs(pen: LocalCanvas, fur: Fur, trousers: Worn | None) -> None:
    tone = trousers.color if trousers else fur.limbs
    for side in (-1, 1):
        hip = 50 + side * 21
        pen.oval(hip, 100, 14, 11.5, ball(hip - 4, 94, 18, light_of(tone, 0.14), tone, dark_of(tone, 0.26)))
        if trousers and trousers.pattern == "striped":
            for x in (-7, 0, 7):
                pen.line(f"M {hip + x} 92 L {hip + x * 1.1} 104", light_of(tone, 0.6), 1.6, 190)
        pen.oval(hip + side, 107.5, 12, 4.6, solid(fur.paws))


def _boot(pen: LocalCanvas, x: float, one: Worn) -> None:
    boot = f"M {x - 12.6} 109 Q {x - 13} 96 {x - 6} 95 L {x + 6} 95 Q {x + 13} 96 {x + 12.6} 109 Z"
    pen.shape(boot, ball(x - 4, 98, 17, light_of(one.color, 0.36), one.color, dark_of(one.color, 0.3)))
    pen.box(x - 8, 93, x + 8, 97.4, rounded_down(one.trim, 93, 97), 2.2)
    pen.box(x - 13, 107, x + 13, 111.6, solid(dark_of(one.color, 0.5)), 2.2)


def _arms(pen: LocalCanvas, fur: Fur, worn: Sequence[Worn], *, reaching: bool) -> None:
    sleeved = [one for one in worn if one.cut.covers and one.cut.sleeves != "none" and one.name != "overalls"]
    sleeve = sleeved[-1] if sleeved else None
    for side in (-1, 1):
        up = reaching and side == 1
        shoulder = 50 + side * 18, 65.0
        elbow = (50 + side * 27, 74.0) if up else (50 + side * 26, 76.0)
        hand = (50 + side * 29, 70.0) if up else (50 + side * 22.4, 91.0)
        skin = fur.limbs
        path = f"M {shoulder[0]} {shoulder[1]} Q {elbow[0]} {elbow[1]} {hand[0]} {hand[1]}"
        tone = sleeve.color if sleeve else skin
        pen.line(path, dark_of(tone, 0.3), 13.4)
        pen.line(path, skin, 12)
        pen.dot(hand[0], hand[1], 6.4, ball(hand[0] - 2, hand[1] - 2, 9, light_of(fur.paws, 0.2), fur.paws))
        if sleeve is None:
            continue
        share = 0.86 if sleeve.cut.sleeves == "long" else 0.5
        end = tuple(
            (1 - share) ** 2 * a + 2 * share * (1 - share) * b + share**2 * c
            for a, b, c in zip(shoulder, elbow, hand, strict=True)
        )
        middle = tuple(a + (b - a) * share for a, b in zip(shoulder, elbow, strict=True))
        part = f"M {shoulder[0]} {shoulder[1]} Q {middle[0]} {middle[1]} {end[0]} {end[1]}"
        pen.line(part, light_of(tone, 0.1 if side < 0 else 0.02), 12.6)
        _cuff(pen, sleeve, (middle[0], middle[1]), (end[0], end[1]))


def _cuff(pen: LocalCanvas, sleeve: Worn, before: tuple[float, float], end: tuple[float, float]) -> None:
    """A band across the end of the sleeve."""
    dx, dy = end[0] - before[0], end[1] - before[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    x, y = -dy / length * 5.2, dx / length * 5.2
    at = end[0] + dx / length * 3.4, end[1] + dy / length * 3.4
    pen.line(f"M {at[0] - x} {at[1] - y} L {at[0] + x} {at[1] + y}", sleeve.trim, 3.6)
