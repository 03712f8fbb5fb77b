"""Details of the clothes of trades, of history and of the stage: each is found by name, as those in details.py."""

from collections.abc import Callable

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.figures.clothes import trunk
from limner_illustrator.subjects.figures.fabric import printed
from limner_illustrator.subjects.figures.person import Person
from limner_illustrator.subjects.figures.skeleton import Body
from limner_illustrator.subjects.local_canvas import LocalCanvas, across, ball, dark_of, down, light_of, solid

Detail = Callable[[LocalCanvas, Person, Body], None]

_INK: RGB = (44, 40, 52)
_GOLD: RGB = (240, 192, 72)
_WHITE: RGB = (250, 250, 252)


def _apron(usual: RGB) -> Detail:
    def draw(pen: LocalCanvas, person: Person, body: Body) -> None:
        rgb = person.outfit.color_of("apron") or usual
        (x, y), (hx, hy), w = body.neck, body.hip, body.build.waist
        outline = (
            f"M {x - w * 0.56} {y + 9} L {x + w * 0.56} {y + 9} L {hx + w} {hy - 8} Q {hx + w * 1.2} {hy + 8} "
            f"{hx + w * 0.9} {hy + 14} L {hx - w * 0.9} {hy + 14} Q {hx - w * 1.2} {hy + 8} {hx - w} {hy - 8} Z"
        )
        with printed(pen, person.outfit.apron_pattern, rgb, (hx - w * 1.2, y + 8, hx + w * 1.2, hy + 15)):
            pen.shape(outline, across(hx - w, hx + w, light_of(rgb, 0.24), rgb, dark_of(rgb, 0.16)))
        pen.line(f"M {hx - w} {hy - 8} L {hx + w} {hy - 8}", dark_of(rgb, 0.3), 0.8)
        for side in (-1, 1):
            pen.line(f"M {x + side * w * 0.5} {y + 9} L {x + side * w * 0.6} {y + 1}", dark_of(rgb, 0.1), 1.1)

    return draw


def _pocket_cross(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck[0] - body.shoulder * 0.5, body.neck[1] + 9
    pen.box(x - 0.7, y - 2.3, x + 0.7, y + 2.3, solid((214, 50, 56)), 0.3)
    pen.box(x - 2.3, y - 0.7, x + 2.3, y + 0.7, solid((214, 50, 56)), 0.3)


def _tape(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    for side in (-1, 1):
        pen.line(f"M {x + side * 4} {y} Q {x + side * 6.6} {y + 8} {x + side * 5.4} {y + 19}", (250, 214, 80), 1.8)
        for step in range(3, 19, 3):
            pen.line(f"M {x + side * 5 - 0.8} {y + step} L {x + side * 5 + 1} {y + step}", _INK, 0.3)


def _satchel(pen: LocalCanvas, person: Person, body: Body) -> None:
    (x, y), (hx, hy), leather = body.neck, body.hip, (146, 98, 60)
    pen.line(f"M {x + 6} {y + 1} L {hx - 9} {hy - 1}", dark_of(leather, 0.2), 1.8)
    pen.box(hx - 17, hy - 3, hx - 3, hy + 9, down(hy - 3, hy + 9, light_of(leather), leather, dark_of(leather)), 1.6)
    pen.shape(
        f"M {hx - 17} {hy - 3} L {hx - 3} {hy - 3} L {hx - 3} {hy + 2} Q {hx - 10} {hy + 6} {hx - 17} {hy + 2} Z",
        solid(dark_of(leather, 0.14)),
    )


def _necklace(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    metal = person.outfit.color_of("necklace") or _GOLD
    pen.line(f"M {x - 5} {y + 1} Q {x} {y + 15} {x + 5} {y + 1}", metal, 0.9)
    for step in range(-4, 5):
        pen.dot(x + step * 1.15, y + 8 - step * step * 0.42, 0.9, ball(x + step, y + 7, 1.4, _WHITE, metal))


def _leg_cast(pen: LocalCanvas, person: Person, body: Body) -> None:
    """Plaster on a leg that is broken."""
    (x, y), (fx, fy) = body.right_leg[1:]
    for rgb, wide in (((196, 196, 204), 1.84), (_WHITE, 1.7)):
        pen.line(f"M {x} {y} L {fx} {fy - 3}", rgb, body.build.limb * wide)


def _whistle(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    pen.line(f"M {x - 4} {y + 1} L {x} {y + 12} L {x + 4} {y + 1}", _INK, 0.6)
    pen.dot(x, y + 13.4, 2, ball(x - 0.6, y + 12.8, 2.4, _WHITE, (206, 210, 220)))


def _plaid(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    with pen.inside(trunk(body, below=2.4)):
        for step in range(-3, 4):
            pen.line(f"M {x + step * 4.4} {y - 2} L {x + step * 4.4} {y + 34}", dark_of(person.top, 0.5), 1.3, 140)
        for step in range(1, 8):
            pen.line(f"M {x - 16} {y + step * 4.4} L {x + 16} {y + step * 4.4}", dark_of(person.top, 0.5), 1.3, 140)


def _suspenders(pen: LocalCanvas, person: Person, body: Body) -> None:
    (x, y), (hx, hy), w = body.neck, body.hip, body.build.waist
    for side in (-1, 1):
        pen.line(f"M {x + side * w * 0.62} {y + 1} L {hx + side * w * 0.56} {hy - 2}", dark_of(person.bottom, 0.4), 1.7)


def _smudges(pen: LocalCanvas, person: Person, body: Body) -> None:
    (x, y), (hx, hy) = body.neck, body.hip
    for dx, dy, r in ((-5, 12, 2), (4, 20, 1.6), (-2, 27, 1.4)):
        pen.oval(x + dx, y + dy, r * 1.5, r * 0.8, solid(_INK, 110))
    pen.oval(hx + 4, hy + 2, 2.4, 1.3, solid(_INK, 100))


def _jabot(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    pen.box(x - 4.4, y - 0.6, x + 4.4, y + 2, solid(_WHITE), 1)
    for side in (-1, 1):
        pen.polygon(
            [(x + side * 0.4, y + 1.6), (x + side * 3.6, y + 1.6), (x + side * 4.4, y + 13), (x + side * 0.8, y + 13)],
            solid(_WHITE),
        )


def _fur_collar(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    for step in range(-5, 6):
        rgb = (150, 126, 104) if step % 2 else (178, 152, 126)
        pen.dot(x + step * 2.2, y + 3 - abs(step) * 0.1, 3, ball(x + step * 2.2, y + 2, 4, light_of(rgb), rgb))


def _gold_collar(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    for half, low, rgb in ((11, 9, _GOLD), (9, 7, (40, 100, 170)), (7, 5, _GOLD), (5, 3, (190, 60, 60))):
        pen.shape(
            f"M {x - half} {y + 1} Q {x} {y - 3} {x + half} {y + 1} Q {x} {y + low * 2} {x - half} {y + 1} Z",
            solid(rgb),
        )


def _kimono(pen: LocalCanvas, person: Person, body: Body) -> None:
    (x, y), (hx, hy), w = body.neck, body.hip, body.build.waist
    pen.line(f"M {x - 4} {y} L {x + 2} {y + 13}", (252, 246, 240), 2)
    pen.line(f"M {x + 4} {y} L {x - 3} {y + 13}", (252, 246, 240), 2)
    pen.box(
        hx - w * 1.04,
        hy - 16,
        hx + w * 1.04,
        hy - 6,
        across(hx - w, hx + w, light_of(_GOLD), _GOLD, dark_of(_GOLD)),
        1.4,
    )
    pen.line(f"M {hx - w} {hy - 11} L {hx + w} {hy - 11}", (200, 50, 60), 1.4)
    for dx, dy in ((-8, 10), (6, 18), (-3, 30), (10, 34)):
        for px, py in ((-1.3, 0), (1.3, 0), (0, -1.3), (0, 1.3)):
            pen.dot(hx + dx + px, hy + dy + py, 1.2, solid((255, 226, 234)))


def _pelt(pen: LocalCanvas, person: Person, body: Body) -> None:
    """An animal's skin over one shoulder, spotted, with a ragged hem."""
    (x, y), (hx, hy), s = body.neck, body.hip, body.build.hip + 2
    pen.shape(
        f"M {x + 1} {y - 1} L {x + body.shoulder} {y + 1} L {x + body.shoulder} {y + 12} L {x - body.shoulder} "
        f"{y + 14} Z",
        solid(person.skin),
    )
    pen.polygon(
        [
            (hx - s, hy - 4),
            (hx + s, hy - 4),
            (hx + s + 1, hy + 8),
            (hx + 5, hy + 12),
            (hx + 2, hy + 8),
            (hx - 4, hy + 13),
            (hx - s - 1, hy + 8),
        ],
        solid(dark_of(person.top, 0.06)),
    )
    for dx, dy in ((-5, -18), (2, -12), (-3, -6), (5, -3), (-6, 3), (3, 5)):
        pen.oval(hx + dx, hy + dy, 1.8, 1.3, solid(dark_of(person.top, 0.5)))


def _clerical_collar(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    pen.box(x - 4.6, y - 1, x + 4.6, y + 1.8, solid(_INK), 1)
    pen.box(x - 1.8, y - 1, x + 1.8, y + 1.8, solid(_WHITE), 0.4)


def _cross(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    pen.line(f"M {x - 4} {y + 1} L {x} {y + 10} L {x + 4} {y + 1}", _GOLD, 0.6)
    pen.box(x - 0.8, y + 9, x + 0.8, y + 16, solid(_GOLD), 0.3)
    pen.box(x - 2.6, y + 11, x + 2.6, y + 12.6, solid(_GOLD), 0.3)


def _diamonds(pen: LocalCanvas, person: Person, body: Body) -> None:
    (x, y), tone = body.neck, person.bottom
    with pen.inside(trunk(body, below=4)):
        pen.box(x, y - 4, x + 20, body.hip[1] + 8, solid(tone))
        for row in range(4):
            for column in (-1, 0):
                cx, cy = x - 4 + column * 7.6 + 8 * (column == 0), y + 8 + row * 8
                pen.polygon([(cx, cy - 4), (cx + 3, cy), (cx, cy + 4), (cx - 3, cy)], solid(_GOLD))


def _black_stripes(pen: LocalCanvas, person: Person, body: Body) -> None:
    with pen.inside(trunk(body, below=2.4)):
        for step in range(2, 34, 5):
            pen.box(-30, body.neck[1] + step, 30, body.neck[1] + step + 2.4, solid(_INK))


def _backpack(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    rgb = person.outfit.color_of("straps") or ((206, 90, 60) if person.kind == "hiker" else (70, 110, 190))
    w = body.shoulder + 6
    pen.box(x - w, y - 4, x + w, y + 26, across(x - w, x + w, light_of(rgb), rgb, dark_of(rgb)), 7)
    if person.kind == "hiker":
        pen.box(x - 15, y - 7, x + 15, y, down(y - 7, y, (120, 150, 90), (80, 110, 64)), 3.4)


def _straps(pen: LocalCanvas, person: Person, body: Body) -> None:
    (x, y), w = body.neck, body.build.waist
    named = person.outfit.color_of("straps")
    rgb = dark_of(named) if named else (150, 60, 40) if person.kind == "hiker" else (44, 74, 140)
    for side in (-1, 1):
        pen.line(f"M {x + side * w * 0.7} {y + 1} Q {x + side * w * 0.66} {y + 10} {x + side * w} {y + 17}", rgb, 2)


TRADE_EXTRAS: dict[str, Detail] = {
    "necklace": _necklace,
    "leg-cast": _leg_cast,
    "white-apron": _apron(_WHITE),
    "red-apron": _apron((186, 54, 54)),
    "green-apron": _apron((76, 136, 96)),
    "leather-apron": _apron((120, 82, 54)),
    "pocket-cross": _pocket_cross,
    "tape": _tape,
    "satchel": _satchel,
    "whistle": _whistle,
    "plaid": _plaid,
    "suspenders": _suspenders,
    "smudges": _smudges,
    "jabot": _jabot,
    "fur-collar": _fur_collar,
    "gold-collar": _gold_collar,
    "kimono": _kimono,
    "pelt": _pelt,
    "clerical-collar": _clerical_collar,
    "cross": _cross,
    "diamonds": _diamonds,
    "black-stripes": _black_stripes,
    "straps": _straps,
}
TRADE_BEHIND: dict[str, Detail] = {"backpack": _backpack}
