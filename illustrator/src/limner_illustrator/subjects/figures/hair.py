"""Hair and beards, in head units (see face.py). The parts behind the head and on it are drawn apart."""

import math
from collections.abc import Callable

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.subjects.figures.person import Person
from limner_illustrator.subjects.local_canvas import LocalCanvas, dark_of, down, light_of, solid

HairPart = Callable[[LocalCanvas, RGB], None]

_CAP = "M -10.6 1 C -12 -8 -8 -13.4 0 -13.4 C 8 -13.4 12 -8 10.6 1"


def draw_back_hair(pen: LocalCanvas, person: Person) -> None:
    part = BACKS.get(person.haircut)
    if part:
        part(pen, person.hair)


def draw_back_of_head(pen: LocalCanvas, person: Person) -> None:
    """The hair of a head that is turned away from us."""
    if person.haircut == "bald":
        return
    pen.shape(
        "M -10.9 0 C -12.4 -9 -8 -13.6 0 -13.6 C 8 -13.6 12.4 -9 10.9 0 C 11 8 6 11 0 11 C -6 11 -11 8 -10.9 0 Z",
        _sheen(person.hair),
    )
    for x in (-5.4, 0, 5.4):
        pen.line(f"M {x} -11 Q {x * 1.7} -2 {x * 1.1} 8", dark_of(person.hair, 0.2), 0.7, 120)
    draw_back_hair(pen, person)


def draw_front_hair(pen: LocalCanvas, person: Person, *, under_hat: bool) -> None:
    if under_hat:
        _fringe(pen, person)
        return
    part = FRONTS.get(person.haircut)
    if part:
        with pen.at(person.turn * 0.8, 0):
            part(pen, person.hair)


def draw_beard(pen: LocalCanvas, person: Person) -> None:
    if not person.beard:
        return
    with pen.at(person.turn * 2.2, 0):
        _BEARDS[person.beard](pen, mix(person.beard_color, (255, 255, 255), 0.06))


def _fringe(pen: LocalCanvas, person: Person) -> None:
    """What shows below a hat: the temples."""
    if person.haircut in ("bald", "curl"):
        return
    for side in (-1, 1):
        pen.shape(f"M {side * 10.4} -6 L {side * 10.6} 2.4 Q {side * 9} 1 {side * 8} -5 Z", _sheen(person.hair))


def _sheen(hair: RGB) -> object:
    return down(-14, 8, light_of(hair, 0.24), hair, dark_of(hair, 0.22))


# ---------------------------------------------------------------- behind


def _long_back(pen: LocalCanvas, hair: RGB) -> None:
    pen.shape(
        "M -10.8 -2 C -13 -10 -8 -13.6 0 -13.6 C 8 -13.6 13 -10 10.8 -2 C 11.6 8 13.4 14 12 20 C 8 22.4 -8 22.4 -12 20 "
        "C -13.4 14 -11.6 8 -10.8 -2 Z",
        down(-14, 22, hair, dark_of(hair, 0.22), dark_of(hair, 0.34)),
    )


def _bob_back(pen: LocalCanvas, hair: RGB) -> None:
    pen.shape(
        "M -11 -2 C -13 -10 -8 -13.6 0 -13.6 C 8 -13.6 13 -10 11 -2 C 13.4 4 13.4 9 11 11.4 Q 0 13 -11 "
        "11.4 C -13.4 9 -13.4 4 -11 -2 Z",
        down(-14, 13, hair, dark_of(hair, 0.3)),
    )


def _curly_long_back(pen: LocalCanvas, hair: RGB) -> None:
    paint = solid(dark_of(hair, 0.24))
    for x, y, r in (
        (-10, -6, 6), (10, -6, 6), (-12, 1, 6), (12, 1, 6), (-12.4, 8, 6), (12.4, 8, 6), (-10.6, 14.6, 5.4), (10.6,
            14.6, 5.4),
        (-4, 10, 7), (4, 10, 7), (0, -8, 8),
    ):  # fmt: skip
        pen.dot(x, y, r, paint)


def _ponytail_back(pen: LocalCanvas, hair: RGB) -> None:
    pen.shape(
        "M 6 -10 C 18 -12 20 2 16 14 C 15 16 13 16 13 13 C 14 4 12 -2 6 -4 Z", down(-12, 16, hair, dark_of(hair, 0.3))
    )


def _pigtails_back(pen: LocalCanvas, hair: RGB) -> None:
    for side in (-1, 1):
        pen.shape(
            f"M {side * 9} -3 C {side * 19} -7 {side * 19} 8 {side * 14} 14 C {side * 12} 15 {side * 11} "
            f"12 {side * 12} 9 "
            f"C {side * 12} 4 {side * 11} 2 {side * 9} 1 Z",
            down(-6, 15, hair, dark_of(hair, 0.3)),
        )
        pen.dot(side * 10.8, -1.4, 1.7, solid((240, 110, 130)))


def _bun_back(pen: LocalCanvas, hair: RGB) -> None:
    pen.dot(0, -14, 5.6, solid(dark_of(hair, 0.14)))
    pen.line("M -2.6 -15 Q 0 -17.4 2.6 -15", light_of(hair, 0.3), 0.9, 150)


def _clown_back(pen: LocalCanvas, hair: RGB) -> None:
    for side in (-1, 1):
        for x, y, r in ((10, -4, 5), (13, 0, 5), (12, 5, 4.4), (13.6, -5, 3.6)):
            pen.dot(side * x, y, r, solid(mix(hair, (255, 190, 90), 0.2 if r > 4.5 else 0)))


def _braids_back(pen: LocalCanvas, hair: RGB) -> None:
    for side in (-1, 1):
        for step in range(7):
            x, y = side * (11 + step * 0.5), 0.6 + step * 3.3
            with pen.at(x, y, turn=side * (18 if step % 2 else -18)):
                pen.oval(0, 0, 3.1 - step * 0.12, 2.3, solid(dark_of(hair, 0.3)))
                pen.oval(0, -0.2, 2.7 - step * 0.12, 1.9, solid(hair if step % 2 else light_of(hair, 0.12)))
        pen.dot(side * 14.4, 23.4, 1.7, solid((240, 110, 130)))
        pen.shape(f"M {side * 14.4 - 1.6} 24 L {side * 14.4 + 1.6} 24 L {side * 14.6} 29 Z", solid(hair))


def _afro_back(pen: LocalCanvas, hair: RGB) -> None:
    pen.dot(0, -5, 18, down(-23, 13, light_of(hair, 0.16), hair, dark_of(hair, 0.3)))
    for step in range(18):
        angle = step * math.pi / 9
        pen.dot(
            math.cos(angle) * 16.4, -5 + math.sin(angle) * 16.4, 3.4, solid(mix(hair, light_of(hair), 0.3 * (step % 2)))
        )


def _dreadlocks_back(pen: LocalCanvas, hair: RGB) -> None:
    for step in range(-6, 7):
        pen.line(
            f"M {step * 1.6} -10 C {step * 2.4} 0 {step * 2.2} 8 {step * 2.3} {21 - step % 2 * 3}",
            dark_of(hair, 0.2),
            3,
        )
        pen.line(f"M {step * 1.6} -10 C {step * 2.4} 0 {step * 2.2} 8 {step * 2.3} {20 - step % 2 * 3}", hair, 2.2)


def _mohawk_back(pen: LocalCanvas, hair: RGB) -> None:
    pen.shape(
        "M -3 -9 L -5 -19 L -2.4 -17 L -2 -24 L 0.6 -20 L 2.4 -25 L 3.4 -18 L 6 -20 L 3.4 -9 Z",
        down(-25, -8, light_of(hair, 0.3), hair, dark_of(hair, 0.2)),
    )


# ---------------------------------------------------------------- on top


def _afro(pen: LocalCanvas, hair: RGB) -> None:
    pen.shape(
        "M -11.4 1 C -15 -8 -10 -17 0 -17 C 10 -17 15 -8 11.4 1 C 10.4 -3 9 -6 6.6 -7.4 Q 0 -9.4 -6.6 -7.4 "
        "C -9 -6 -10.4 -3 -11.4 1 Z",
        _sheen(hair),
    )


def _mohawk(pen: LocalCanvas, hair: RGB) -> None:
    pen.shape(_CAP + " C 9.6 -4 9 -7 7 -8.6 Q 0 -10 -7 -8.6 C -9 -7 -9.6 -4 -10.6 1 Z", solid(hair, 70))
    pen.shape("M -3.4 -7 L -4 -13 L 4.4 -13 L 3.4 -7 Q 0 -5.4 -3.4 -7 Z", down(-14, -6, hair, dark_of(hair, 0.2)))


def _short(pen: LocalCanvas, hair: RGB) -> None:
    pen.shape(_CAP + " C 9.4 -2 9 -5 7 -6.6 C 2 -5.2 -4 -5.6 -7 -7 C -9 -5 -9.4 -2 -10.6 1 Z", _sheen(hair))


def _parted(pen: LocalCanvas, hair: RGB) -> None:
    pen.shape(
        _CAP + " C 9.6 -3 9 -5 8 -6.4 C 2 -5.4 -2 -7.6 -4.4 -9.8 C -5.4 -7 -8 -5.6 -9 -4 C -9.6 -2.6 -10 -1 -10.6 1 Z",
        _sheen(hair),
    )
    pen.line("M -4 -9.8 Q -1 -12.4 5 -12.2", light_of(hair, 0.4), 0.7, 110)


def _quiff(pen: LocalCanvas, hair: RGB) -> None:
    pen.shape(
        "M -10.6 0 C -12 -8 -9 -12 -4 -12.6 C 0 -17 9 -16.4 10.4 -11 C 11.6 -7 11 -3 10.6 0 C 9.6 -3 9.4 "
        "-5 8 -7 C 3 -6 -3 -6.4 -7.4 -7.4 "
        "C -9 -5 -9.8 -3 -10.6 0 Z",
        _sheen(hair),
    )
    pen.line("M -3 -11.4 Q 2 -15 8 -12.4", light_of(hair, 0.4), 0.8, 120)


def _slick(pen: LocalCanvas, hair: RGB) -> None:
    pen.shape(
        _CAP + " C 9.6 -3 9 -6 7 -8.4 C 4 -9.6 2 -8.4 0 -5.6 C -2 -8.4 -4 -9.6 -7 -8.4 C -9 -6 -9.6 -3 -10.6 1 Z",
        _sheen(hair),
    )


def _buzz(pen: LocalCanvas, hair: RGB) -> None:
    pen.shape(
        "M -10.2 -1 C -11 -8 -7 -12 0 -12 C 7 -12 11 -8 10.2 -1 C 9.6 -4 9 -6.6 7 -7.6 Q 0 -9 -7 -7.6 C "
        "-9 -6.6 -9.6 -4 -10.2 -1 Z",
        _sheen(hair),
    )


def _curly(pen: LocalCanvas, hair: RGB) -> None:
    for x, y, r in (
        (-9.4, -3.6, 3.6), (9.4, -3.6, 3.6), (-9, -8.4, 4.2), (9, -8.4, 4.2), (-4.6, -11.6, 4.6), (4.6, -11.6, 4.6),
            (0, -12.8, 4.4),
        (-5.4, -8, 3.2), (5.4, -8, 3.2), (0, -8.8, 3.4),
    ):  # fmt: skip
        pen.dot(x, y, r, solid(mix(hair, dark_of(hair, 0.3), 0.5 if y > -8.2 else 0)))
    for x, y in ((-5, -12), (1, -13), (6, -10.6)):
        pen.line(f"M {x - 1.4} {y} Q {x} {y - 1.8} {x + 1.6} {y - 0.4}", light_of(hair, 0.34), 0.6, 140)


def _mop(pen: LocalCanvas, hair: RGB) -> None:
    pen.shape(
        _CAP
        + " C 10 -1 9.4 -3.6 8.4 -5 L 6.4 -2.6 C 6 -4.4 5 -5.6 4 -6.2 L 1.4 -2.8 C 1 -4.6 0 -5.8 -1 -6.4 L -4.4 -3.2 "
        "C -5 -4.6 -5.6 -5.6 -6.6 -6.2 C -8.4 -4.4 -9.6 -2 -10.6 1 Z",
        _sheen(hair),
    )


def _receding(pen: LocalCanvas, hair: RGB) -> None:
    for side in (-1, 1):
        pen.shape(
            f"M {side * 9.4} -6.6 C {side * 13} -7 {side * 13.4} 1 {side * 10.6} 4 C {side * 9.4} 2 "
            f"{side * 9.6} -3 {side * 9.4} -6.6 Z",
            _sheen(hair),
        )


def _long(pen: LocalCanvas, hair: RGB) -> None:
    pen.shape(
        "M -11 6 C -13 -8 -8 -13.6 0 -13.6 C 8 -13.6 13 -8 11 6 C 10 2 10 -3 7.4 -6.4 C 4 -6 0 -7.4 -2 "
        "-9.6 C -4 -7 -7 -6 -8.4 -4.6 "
        "C -9.6 -2 -10 2 -11 6 Z",
        _sheen(hair),
    )
    pen.line("M -2 -10.4 Q 3 -12.6 7.6 -9", light_of(hair, 0.4), 0.7, 120)


def _bangs(pen: LocalCanvas, hair: RGB) -> None:
    pen.shape(
        "M -11 5 C -13 -8 -8 -13.6 0 -13.6 C 8 -13.6 13 -8 11 5 C 10.4 1 10 -2 9 -4.6 Q 0 -2.6 -9 -4.6 C "
        "-10 -2 -10.4 1 -11 5 Z",
        _sheen(hair),
    )
    pen.line("M -6 -10 Q 0 -12.4 6 -10", light_of(hair, 0.4), 0.8, 120)


def _tied(pen: LocalCanvas, hair: RGB) -> None:
    pen.shape(
        _CAP + " C 9.8 -3 9 -6 6 -8 C 3 -9.2 1 -10 0 -10.4 C -1 -10 -3 -9.2 -6 -8 C -9 -6 -9.8 -3 -10.6 1 Z",
        _sheen(hair),
    )


def _curly_long(pen: LocalCanvas, hair: RGB) -> None:
    _curly(pen, hair)
    for side in (-1, 1):
        for y in (0, 5):
            pen.dot(side * 11.2, y, 3, solid(dark_of(hair, 0.1)))


def _curl(pen: LocalCanvas, hair: RGB) -> None:
    pen.line("M 0 -11 C -4 -14 2 -17 3 -13.6 C 3.4 -12 0.6 -12 1.2 -13.6", hair, 1.3)


# ---------------------------------------------------------------- beards


def _full_beard(pen: LocalCanvas, hair: RGB) -> None:
    pen.shape(
        "M -10.2 0 C -9.4 3 -7 4.6 -4 4.8 Q 0 3.6 4 4.8 C 7 4.6 9.4 3 10.2 0 C 11 9 6 14.6 0 14.8 C -6 "
        "14.6 -11 9 -10.2 0 Z",
        down(0, 15, hair, dark_of(hair, 0.16)),
    )
    pen.line("M -2.4 7.4 Q 0 9.2 2.4 7.4", (150, 60, 64), 0.9)


def _long_beard(pen: LocalCanvas, hair: RGB) -> None:
    pen.shape(
        "M -10.2 0 C -9.4 3 -7 4.6 -4 4.8 Q 0 3.6 4 4.8 C 7 4.6 9.4 3 10.2 0 C 12 12 7 24 1 32 Q 0 33.6 "
        "-1 32 C -7 24 -12 12 -10.2 0 Z",
        down(0, 33, light_of(hair, 0.4), hair, dark_of(hair, 0.2)),
    )
    for x in (-6, -2.6, 2.6, 6):
        pen.line(f"M {x} 9 Q {x * 0.9} 18 {x * 0.35} 26", dark_of(hair, 0.24), 0.5, 120)
    _moustache(pen, hair)


def _moustache(pen: LocalCanvas, hair: RGB) -> None:
    for side in (-1, 1):
        pen.shape(
            f"M 0 4.8 C {side * 3} 4 {side * 6} 5 {side * 6.6} 7.6 C {side * 4} 7.4 {side * 2} 6.8 0 6.2 Z",
            solid(dark_of(hair, 0.06)),
        )


BACKS: dict[str, HairPart] = {
    "long": _long_back,
    "bob": _bob_back,
    "curly-long": _curly_long_back,
    "ponytail": _ponytail_back,
    "pigtails": _pigtails_back,
    "bun": _bun_back,
    "clown": _clown_back,
    "braids": _braids_back,
    "afro": _afro_back,
    "dreadlocks": _dreadlocks_back,
    "mohawk": _mohawk_back,
}
FRONTS: dict[str, HairPart] = {
    "short": _short,
    "parted": _parted,
    "quiff": _quiff,
    "slick": _slick,
    "buzz": _buzz,
    "curly": _curly,
    "mop": _mop,
    "receding": _receding,
    "long": _long,
    "bob": _bangs,
    "ponytail": _tied,
    "pigtails": _bangs,
    "bun": _tied,
    "curly-long": _curly_long,
    "curl": _curl,
    "braids": _tied,
    "afro": _afro,
    "dreadlocks": _bangs,
    "mohawk": _mohawk,
}
_BEARDS: dict[str, HairPart] = {"full": _full_beard, "long": _long_beard, "moustache": _moustache}
