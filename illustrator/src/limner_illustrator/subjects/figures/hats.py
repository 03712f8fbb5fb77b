"""Hats and helmets, in head units (see face.py): drawn last, over the hair."""

from collections.abc import Callable

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.subjects.figures.hoods import draw_hood
from limner_illustrator.subjects.figures.named_clothes import WORN_HEADPHONES
from limner_illustrator.subjects.figures.person import Person
from limner_illustrator.subjects.figures.sport_hats import SPORT_HATS
from limner_illustrator.subjects.figures.trade_hats import TRADE_HATS, draw_headphones
from limner_illustrator.subjects.local_canvas import (
    LocalCanvas,
    across,
    ball,
    dark_of,
    down,
    light_of,
    rounded_across,
    rounded_down,
    solid,
)

Hat = Callable[[LocalCanvas, Person], None]

OPEN = frozenset({"crown", "tiara", "flowers", "headband", "party", "veil"})
"""These leave the hair as it is."""
CLOSED = frozenset({"space", "ninja", "hijab", "nun", "hood"})
"""These leave no hair to be seen."""
_STRAW: RGB = (236, 200, 120)
_GOLD: RGB = (240, 192, 66)


def draw_hat(pen: LocalCanvas, person: Person) -> None:
    if person.outfit.hat:
        HATS[person.outfit.hat](pen, person)
    if WORN_HEADPHONES in person.outfit.extras and person.outfit.hat != "headphones":
        draw_headphones(pen, person.outfit.color_of(WORN_HEADPHONES) or (74, 78, 92))


def _pointed(pen: LocalCanvas, person: Person) -> None:
    cloth = dark_of(person.top, 0.12)
    pen.shape(
        "M -9.6 -7 C -6 -15 -4 -24 5 -32 C 8 -33.6 9.4 -31 7 -29.6 C 5 -24 8 -14 9.6 -7 Z", rounded_across(cloth, -9, 9)
    )
    pen.shape("M -9.4 -7.4 L -8.2 -10.6 Q 0 -8.6 8.6 -10.6 L 9.4 -7.4 Q 0 -5.2 -9.4 -7.4 Z", solid(person.outfit.trim))
    pen.oval(0, -6.4, 17, 3.4, across(-17, 17, light_of(cloth, 0.3), cloth, dark_of(cloth, 0.4)))
    pen.shape("M -9.4 -7.4 L -8.2 -10.6 Q 0 -8.6 8.6 -10.6 L 9.4 -7.4 Q 0 -5.2 -9.4 -7.4 Z", solid(person.outfit.trim))
    if person.kind == "wizard":
        for x, y, r in ((-2, -15, 1.5), (3.4, -19, 1.2), (1.6, -24, 1.0), (5, -13, 0.9)):
            pen.star(x, y, r, solid((255, 226, 130)))


def _crown(pen: LocalCanvas, person: Person) -> None:
    pen.shape(
        "M -8.6 -8 L -9.8 -17 L -4.8 -13 L 0 -19 L 4.8 -13 L 9.8 -17 L 8.6 -8 Q 0 -6 -8.6 -8 Z",
        across(-9, 9, (255, 226, 120), _GOLD, (190, 130, 40)),
    )
    for x, y, color in ((-5.4, -9.8, (210, 50, 70)), (0, -9.4, (60, 130, 220)), (5.4, -9.8, (60, 170, 110))):
        pen.dot(x, y, 1.3, ball(x - 0.4, y - 0.4, 1.8, (255, 255, 255), color, color))
    for x, y in ((-9.8, -17), (0, -19), (9.8, -17)):
        pen.dot(x, y, 1.1, solid((255, 240, 190)))


def _tiara(pen: LocalCanvas, person: Person) -> None:
    pen.shape(
        "M -7.4 -10 Q 0 -13.6 7.4 -10 L 6.4 -12.6 L 3.2 -13 L 0 -17.6 L -3.2 -13 L -6.4 -12.6 Z",
        across(-7, 7, (255, 236, 150), _GOLD, (206, 150, 60)),
    )
    pen.dot(0, -13.2, 1.2, solid((240, 90, 140)))


def _capped(pen: LocalCanvas, cloth: RGB, peak: RGB, badge: RGB | None, *, tall: float = 0) -> None:
    """A uniform cap: crown, band and peak."""
    pen.shape(
        f"M -11.6 {-11 - tall} C -10 {-17 - tall} 10 {-17 - tall} 11.6 {-11 - tall} L 9.8 -7 Q 0 -9.6 -9.8 -7 Z",
        rounded_down(cloth, -17 - tall, -7),
    )
    pen.shape("M -9.8 -9.6 Q 0 -12 9.8 -9.6 L 9.8 -6.4 Q 0 -9 -9.8 -6.4 Z", solid(dark_of(cloth, 0.4)))
    pen.shape(
        "M -8.6 -6.6 Q 0 -9.4 8.6 -6.6 Q 6 -2.6 0 -2.8 Q -6 -2.6 -8.6 -6.6 Z", down(-8, -3, light_of(peak, 0.2), peak)
    )
    if badge:
        pen.star(0, -12.8 - tall / 2, 2.2, solid(badge), inner=0.5)


def _police(pen: LocalCanvas, person: Person) -> None:
    _capped(pen, person.top, (30, 32, 44), person.outfit.trim)


def _pilot(pen: LocalCanvas, person: Person) -> None:
    _capped(pen, (246, 246, 250), (30, 32, 44), person.outfit.trim)


def _fire(pen: LocalCanvas, person: Person) -> None:
    red = (204, 44, 44)
    pen.shape(
        "M -14 -4.6 Q 0 -11 14 -4.6 Q 12 -8 9.6 -9 C 9 -18 -9 -18 -9.6 -9 Q -12 -8 -14 -4.6 Z",
        rounded_across(red, -12, 12),
    )
    pen.shape(
        "M -3.4 -8.6 L -3 -14 Q 0 -16 3 -14 L 3.4 -8.6 Q 0 -7.4 -3.4 -8.6 Z", down(-15, -8, (255, 226, 120), _GOLD)
    )
    pen.line("M 0 -16.4 L 0 -14.6", dark_of(red, 0.3), 1.4)


def _hard(pen: LocalCanvas, person: Person) -> None:
    yellow = (250, 196, 50)
    pen.shape(
        "M -12.4 -5.4 Q 0 -10 12.4 -5.4 Q 12 -7 10.2 -7.6 C 9.6 -17.6 -9.6 -17.6 -10.2 -7.6 Q -12 -7 -12.4 -5.4 Z",
        rounded_across(yellow, -12, 12),
    )
    pen.shape("M -2 -8.6 L -2 -15.6 Q 0 -16.4 2 -15.6 L 2 -8.6 Z", solid(light_of(yellow, 0.35)))


def _toque(pen: LocalCanvas, person: Person) -> None:
    for x, y, r in ((-6.6, -16, 5), (0, -18.4, 6), (6.6, -16, 5)):
        pen.dot(x, y, r, ball(x - 1.5, y - 2, r * 1.4, (255, 255, 255), (236, 238, 246)))
    pen.shape(
        "M -8.8 -6.6 L -9.4 -15 Q 0 -12.6 9.4 -15 L 8.8 -6.6 Q 0 -9.2 -8.8 -6.6 Z",
        across(-9, 9, (255, 255, 255), (240, 242, 248), (206, 210, 226)),
    )


def _brimmed(pen: LocalCanvas, cloth: RGB, band: RGB, *, brim: float, top: float, lift: float = 0) -> None:
    """A hat with a crown, a band and a wide brim; `lift` turns the brim's ends up."""
    pen.shape(
        f"M -8.4 -7 C -8.6 {-top} -5 {-top - 1.6} -1.4 {-top + 0.6} Q 0 {-top + 1.4} 1.4 {-top + 0.6} C 5 "
        f"{-top - 1.6} 8.6 {-top} 8.4 -7 Z",
        rounded_across(cloth, -9, 9),
    )
    pen.shape("M -8.6 -7 L -8.5 -10 Q 0 -8 8.5 -10 L 8.6 -7 Q 0 -5 -8.6 -7 Z", solid(band))
    pen.shape(
        f"M {-brim} {-7 - lift} Q {-brim * 0.6} -4.4 0 -4.2 Q {brim * 0.6} -4.4 {brim} {-7 - lift} Q "
        f"{brim * 0.55} -7.4 0 -7 Q {-brim * 0.55} -7.4 {-brim} {-7 - lift} Z",
        across(-brim, brim, light_of(cloth, 0.24), cloth, dark_of(cloth, 0.3)),
    )


def _straw(pen: LocalCanvas, person: Person) -> None:
    _brimmed(pen, _STRAW, (190, 80, 60), brim=17, top=15)


def _cowboy(pen: LocalCanvas, person: Person) -> None:
    _brimmed(pen, (150, 98, 60), (84, 52, 36), brim=17, top=18, lift=5)


def _fedora(pen: LocalCanvas, person: Person) -> None:
    _brimmed(pen, dark_of(person.top, 0.2), (64, 46, 40), brim=13.6, top=16, lift=1)


def _pirate(pen: LocalCanvas, person: Person) -> None:
    black = (48, 44, 54)
    pen.shape(
        "M -15 -6 C -13 -14 -7 -19.6 0 -19.6 C 7 -19.6 13 -14 15 -6 Q 8 -9.6 0 -8.4 Q -8 -9.6 -15 -6 Z",
        rounded_down(black, -19, -6),
    )
    pen.line("M -14.4 -6.4 C -12 -13.6 -7 -18.6 0 -18.8 C 7 -18.6 12 -13.6 14.4 -6.4", person.outfit.trim, 0.9)
    pen.dot(0, -13.6, 2.5, solid((246, 244, 236)))
    pen.box(-1.4, -12.2, 1.4, -10.2, solid((246, 244, 236)), 0.6)
    for side in (-1, 1):
        pen.dot(side * 1, -13.6, 0.7, solid(black))
        pen.line(f"M {-side * 3.4} -9.2 L {side * 3.4} -11.4", (246, 244, 236), 0.8)


def _beret(pen: LocalCanvas, person: Person) -> None:
    cloth = person.outfit.trim
    pen.shape(
        "M -10.4 -6.6 C -15 -12 -8 -17 1 -16.4 C 11 -16 14 -11 10 -6.8 Q 0 -10.4 -10.4 -6.6 Z",
        rounded_down(cloth, -16, -6),
    )
    pen.line("M 1 -16.2 L 1.8 -18.4", dark_of(cloth, 0.2), 1.2)


def _santa(pen: LocalCanvas, person: Person) -> None:
    red = person.top
    pen.shape(
        "M -10 -7 C -8 -17 0 -20 8 -18 C 14 -16 16 -9 15.4 -3 C 13 -8 12 -10 9.8 -7 Z", rounded_across(red, -10, 15)
    )
    pen.dot(15.4, -2, 3, ball(14.6, -3, 4, (255, 255, 255), (226, 230, 240)))
    pen.box(-11, -10, 11, -5, down(-10, -5, (255, 255, 255), (224, 228, 240)), 2.5)


def _sailor(pen: LocalCanvas, person: Person) -> None:
    pen.shape("M -9 -9 C -9 -16 9 -16 9 -9 Z", down(-16, -9, (255, 255, 255), (226, 230, 240)))
    pen.shape(
        "M -11 -12.4 Q 0 -9.6 11 -12.4 L 10 -6.8 Q 0 -9 -10 -6.8 Z",
        across(-11, 11, (255, 255, 255), (240, 243, 250), (204, 210, 226)),
    )


def _soldier(pen: LocalCanvas, person: Person) -> None:
    green = dark_of(person.top, 0.14)
    pen.shape("M -12 -4.4 C -12.6 -18 12.6 -18 12 -4.4 Q 0 -8.6 -12 -4.4 Z", rounded_across(green, -12, 12))
    for x, y, r in ((-5, -11, 2.6), (4, -13, 2.2), (7, -8.6, 1.8), (-1, -8.4, 1.6)):
        pen.oval(x, y, r * 1.3, r * 0.8, solid(dark_of(green, 0.3), 170))


def _knight(pen: LocalCanvas, person: Person) -> None:
    """An open helmet with a plume."""
    steel = person.top
    pen.shape("M 0 -13 C -4 -22 8 -27 15 -20 C 12 -20 9 -18 6 -12 Z", rounded_down(person.outfit.trim, -25, -12))
    pen.shape(
        "M -12 9 C -14 -10 -8 -15.4 0 -15.4 C 8 -15.4 14 -10 12 9 L 8.6 10.6 C 9.6 4 9.4 -2 8 -4.6 Q 0 "
        "-6.6 -8 -4.6 C -9.4 -2 -9.6 4 -8.6 10.6 Z",
        across(-12, 12, light_of(steel, 0.5), steel, dark_of(steel, 0.3)),
    )
    pen.line("M -8.6 -5.2 Q 0 -7.4 8.6 -5.2", dark_of(steel, 0.36), 0.8)
    pen.line("M 0 -15 L 0 -7", dark_of(steel, 0.24), 0.7)
    for side in (-1, 1):
        pen.dot(side * 10, -1, 1.1, solid(dark_of(steel, 0.36)))


def _samurai(pen: LocalCanvas, person: Person) -> None:
    black = (56, 52, 66)
    pen.shape(
        "M -15 4 C -13 -8 -10 -14.6 0 -14.8 C 10 -14.6 13 -8 15 4 L 9.4 1 C 9.6 -3 9 -5 8 -6 Q 0 -8 -8 -6 "
        "C -9 -5 -9.6 -3 -9.4 1 Z",
        rounded_across(black, -14, 14),
    )
    for side in (-1, 1):
        pen.shape(
            f"M {side * 1} -10.4 C {side * 6} -12 {side * 9} -16 {side * 9} -22 C {side * 12} -16 "
            f"{side * 9} -9 {side * 2} -7.6 Z",
            down(-22, -8, (255, 226, 120), _GOLD),
        )
    pen.dot(0, -9.4, 2.2, solid(person.outfit.trim))


def _ninja(pen: LocalCanvas, person: Person) -> None:
    cloth = person.top
    pen.shape(
        "M -11 0 C -13 -9 -8 -13.6 0 -13.6 C 8 -13.6 13 -9 11 0 Q 9 -3.4 0 -3.4 Q -9 -3.4 -11 0 Z",
        rounded_down(cloth, -14, 0),
    )
    pen.shape(
        "M -10.8 2 Q 0 5.4 10.8 2 C 10.6 9 6 13 0 13 C -6 13 -10.6 9 -10.8 2 Z", down(2, 13, cloth, dark_of(cloth, 0.3))
    )
    pen.shape("M -11 -4.6 Q 0 -8 11 -4.6 L 11 -7.6 Q 0 -11 -11 -7.6 Z", solid(person.outfit.trim))
    pen.shape("M 10 -6.4 L 17 -9 L 16 -5.6 L 18 -3 Z", solid(dark_of(person.outfit.trim, 0.14)))


def _elf(pen: LocalCanvas, person: Person) -> None:
    cloth = person.top
    pen.shape("M -10 -6.6 C -8 -16 0 -22 14 -22 C 8 -19 9 -12 10 -6.6 Z", rounded_across(cloth, -10, 12))
    pen.box(-10.8, -9.4, 10.8, -5.4, solid(person.outfit.trim), 2)


def _party(pen: LocalCanvas, person: Person) -> None:
    cloth = person.bottom
    pen.shape("M -5.4 -10.6 L 1 -25 L 7.4 -10.6 Q 1 -8.6 -5.4 -10.6 Z", rounded_across(cloth, -5, 7))
    for x, y in ((-1.6, -12.4), (3.4, -13.6), (0.6, -17.6)):
        pen.dot(x, y, 1.1, solid((255, 236, 130)))
    pen.dot(1, -25, 2.2, solid((255, 236, 130)))


def _headband(pen: LocalCanvas, person: Person) -> None:
    pen.shape("M -10.6 -4.8 Q 0 -7.4 10.6 -4.8 L 10.4 -7.6 Q 0 -10.2 -10.4 -7.6 Z", solid(person.outfit.trim))


def _flowers(pen: LocalCanvas, person: Person) -> None:
    for index, x in enumerate((-8, -4, 0, 4, 8)):
        y = -9.4 - 2.6 * (1 - (x / 8) ** 2)
        color = ((255, 150, 180), (255, 214, 110), (250, 250, 255))[index % 3]
        for dx, dy in ((-1.2, 0), (1.2, 0), (0, -1.2), (0, 1.2)):
            pen.dot(x + dx, y + dy, 1.3, solid(color))
        pen.dot(x, y, 0.9, solid((250, 180, 60)))


def _veil(pen: LocalCanvas, person: Person) -> None:
    for side in (-1, 1):
        pen.shape(
            f"M {side * 1} -14.4 C {side * 14} -14 {side * 14} 4 {side * 16} 26 Q {side * 12} 27 "
            f"{side * 9.6} 24 C {side * 12} 8 {side * 11} -4 {side * 7} -9 Z",
            solid((255, 255, 255), 150),
        )
    _flowers(pen, person)


def _space(pen: LocalCanvas, person: Person) -> None:
    """A clear helmet: the face shows through."""
    pen.dot(0, -1, 16.4, ball(-5, -8, 26, (255, 255, 255, 60), (190, 220, 246, 40), (120, 150, 190, 110)))
    pen.ring(0, -1, 16.2, 16.2, (226, 230, 240), 2.6)
    pen.ring(0, -1, 14.7, 14.7, (150, 160, 184), 0.7)
    pen.line("M -10.6 -7.4 Q -8 -11.6 -3.4 -12.8", (255, 255, 255), 1.8, 210)
    for side in (-1, 1):
        pen.box(side * 16.6 - 1.9, -5, side * 16.6 + 1.9, 4, solid((206, 62, 58)), 1.5)
    pen.shape(
        "M -12 13.6 Q 0 17 12 13.6 L 12 16 Q 0 20 -12 16 Z",
        across(-12, 12, (210, 214, 226), mix((210, 214, 226), (90, 96, 120), 0.5)),
    )


HATS: dict[str, Hat] = (
    {
        "wizard": _pointed,
        "crown": _crown,
        "tiara": _tiara,
        "police": _police,
        "pilot": _pilot,
        "fire": _fire,
        "hard": _hard,
        "toque": _toque,
        "straw": _straw,
        "cowboy": _cowboy,
        "fedora": _fedora,
        "pirate": _pirate,
        "beret": _beret,
        "santa": _santa,
        "sailor": _sailor,
        "soldier": _soldier,
        "knight": _knight,
        "samurai": _samurai,
        "ninja": _ninja,
        "elf": _elf,
        "party": _party,
        "headband": _headband,
        "flowers": _flowers,
        "veil": _veil,
        "space": _space,
        "hood": draw_hood,
    }
    | TRADE_HATS
    | SPORT_HATS
)
