"""Details over or behind a garment: belts, badges, capes, wings. Each is one small function, found by name."""

from collections.abc import Callable

from limner_illustrator.subjects.figures.clothes import trunk
from limner_illustrator.subjects.figures.fabric import printed
from limner_illustrator.subjects.figures.garment_details import GARMENT_EXTRAS
from limner_illustrator.subjects.figures.person import Person
from limner_illustrator.subjects.figures.skeleton import Body
from limner_illustrator.subjects.figures.trade_details import TRADE_BEHIND, TRADE_EXTRAS
from limner_illustrator.subjects.local_canvas import LocalCanvas, across, dark_of, down, light_of, solid

Detail = Callable[[LocalCanvas, Person, Body], None]

_INK = (44, 40, 52)


def draw_details(pen: LocalCanvas, person: Person, body: Body) -> None:
    for name in person.outfit.extras:
        if name in EXTRAS:
            EXTRAS[name](pen, person, body)


def draw_behind(pen: LocalCanvas, person: Person, body: Body) -> None:
    for name in person.outfit.behind:
        BEHIND[name](pen, person, body)


def _belt(pen: LocalCanvas, person: Person, body: Body) -> None:
    hx, hy = body.hip
    w = body.build.waist * 1.06 if person.outfit.garment in ("robe", "gown", "coat") else body.build.hip
    y = hy - 7 if person.outfit.garment in ("robe", "gown", "coat") else hy - 3
    color = _INK if person.outfit.trim[0] > 180 else person.outfit.trim
    pen.box(hx - w - 0.6, y - 1.7, hx + w + 0.6, y + 1.7, solid(color), 1.2)
    pen.frame(hx - 2.2, y - 1.9, hx + 2.2, y + 1.9, (240, 200, 90), 0.9, 0.6)


def _buttons(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    for step in (8, 13, 18):
        pen.dot(
            x + (body.hip[0] - x) * step / 30 - (0 if person.kind in ("baby", "santa") else 1.6),
            y + step,
            1.0,
            solid(person.outfit.trim),
        )


def _stripe(pen: LocalCanvas, person: Person, body: Body) -> None:
    with pen.inside(trunk(body, below=2.4)):
        for step in (11, 17):
            pen.box(-30, body.neck[1] + step, 30, body.neck[1] + step + 3, solid(light_of(person.top, 0.66)))


def _stars(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    for dx, dy, r in (
        (-5, 12, 1.5),
        (5, 22, 1.2),
        (-7, 34, 1.6),
        (3, 46, 1.4),
        (9, 56, 1.7),
        (-3, 60, 1.3),
        (-10, 52, 1.2),
    ):
        if dy < 20 or not body.pose.astride:
            pen.star(x + dx, y + dy, r, solid((255, 220, 120)))


def _cardigan(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    with pen.inside(trunk(body, below=-1)):
        for side in (-1, 1):
            edge = x + side * 16
            pen.shape(
                f"M {x + side * 3.6} {y - 2} L {x + side * 2} {y + 30} L {edge} {y + 30} L {edge} {y - 2} Z",
                solid(light_of(person.top, 0.4)),
            )


def _tie(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    color = person.outfit.trim if person.kind == "businessman" else dark_of(person.top, 0.5)
    pen.shape(
        f"M {x - 1.4} {y + 1.4} L {x + 1.4} {y + 1.4} L {x + 0.9} {y + 3.8} L {x + 1.9} {y + 12.4} L {x} "
        f"{y + 14.8} L {x - 1.9} {y + 12.4} L {x - 0.9} {y + 3.8} Z",
        solid(color),
    )


def _bowtie(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    for side in (-1, 1):
        pen.shape(
            f"M {x} {y + 3} L {x + side * 4.2} {y + 0.8} L {x + side * 4.2} {y + 5.2} Z", solid(person.outfit.trim)
        )
    pen.dot(x, y + 3, 1.1, solid(dark_of(person.outfit.trim)))


def _scarf(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    color = (206, 60, 60) if person.kind == "cowboy" else person.outfit.trim
    pen.shape(
        f"M {x - 6} {y} Q {x} {y + 3.4} {x + 6} {y} Q {x + 5} {y + 4} {x + 1.4} {y + 5} L {x} {y + 10} L "
        f"{x - 1.4} {y + 5} Q {x - 5} {y + 4} {x - 6} {y} Z",
        solid(color),
    )


def _apron(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    hx, hy = body.hip
    w = body.build.waist
    color = person.outfit.color_of("apron") or ((252, 250, 246) if person.kind == "cook" else (196, 178, 150))
    outline = (
        f"M {x - w * 0.56} {y + 9} L {x + w * 0.56} {y + 9} L {hx + w} {hy - 8} Q {hx + w * 1.2} {hy + 6} "
        f"{hx + w * 0.9} {hy + 11} "
        f"L {hx - w * 0.9} {hy + 11} Q {hx - w * 1.2} {hy + 6} {hx - w} {hy - 8} Z"
    )
    with printed(pen, person.outfit.apron_pattern, color, (hx - w * 1.2, y + 8, hx + w * 1.2, hy + 12)):
        pen.shape(outline, across(hx - w, hx + w, light_of(color, 0.3), color, dark_of(color, 0.1)))
    pen.line(f"M {hx - w} {hy - 8} L {hx + w} {hy - 8}", dark_of(color, 0.24), 0.7)


def _splashes(pen: LocalCanvas, person: Person, body: Body) -> None:
    hx, hy = body.hip
    for dx, dy, r, color in (
        (-4, -2, 1.5, (230, 80, 70)),
        (2, 3, 1.2, (70, 130, 210)),
        (5, -4, 1.0, (250, 200, 70)),
        (-2, 7, 1.2, (90, 170, 100)),
    ):
        pen.dot(hx + dx, hy + dy, r, solid(color))


def _badge(pen: LocalCanvas, person: Person, body: Body) -> None:
    pen.star(body.neck[0] + body.shoulder * 0.5, body.neck[1] + 9, 2.3, solid(person.outfit.trim), points=6, inner=0.6)


def _wings_badge(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck[0] + body.shoulder * 0.55, body.neck[1] + 9
    pen.line(f"M {x - 2.6} {y} L {x + 2.6} {y}", person.outfit.trim, 1.1)
    for side in (-1, 1):
        pen.line(
            f"M {side * (body.shoulder - 3)} {body.neck[1] + 2.4} L {side * (body.shoulder - 0.4)} "
            f"{body.neck[1] + 3.4}",
            person.outfit.trim,
            1.3,
        )


def _lapels(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    pen.shape(f"M {x - 4.4} {y - 1} L {x} {y + 13} L {x + 4.4} {y - 1} Z", solid(person.outfit.trim))
    for side in (-1, 1):
        pen.shape(
            f"M {x + side * 4.2} {y - 1} L {x} {y + 13} L {x + side * 5.6} {y + 6} Z", solid(dark_of(person.top, 0.14))
        )
        pen.box(
            body.hip[0] + side * 6 - 2.4,
            body.hip[1] + 1,
            body.hip[0] + side * 6 + 2.4,
            body.hip[1] + 5.4,
            solid(dark_of(person.top, 0.09)),
            0.8,
        )


def _stethoscope(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    pen.line(f"M {x - 4.6} {y + 1} C {x - 5.6} {y + 9} {x - 3.6} {y + 13} {x - 1} {y + 13}", (70, 76, 92), 1.0)
    pen.line(f"M {x + 4.6} {y + 1} C {x + 6} {y + 8} {x + 5.6} {y + 12} {x + 5} {y + 14}", (70, 76, 92), 1.0)
    pen.dot(x + 5, y + 15.4, 1.7, solid((196, 202, 214)))


def _reflectors(pen: LocalCanvas, person: Person, body: Body) -> None:
    below = 12 if person.outfit.garment == "coat" else 2
    with pen.inside(trunk(body, below=below, flare=2)):
        for step in (13, 21, 31):
            pen.box(-30, body.neck[1] + step, 30, body.neck[1] + step + 2.6, solid(person.outfit.trim))


def _ermine(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    s = body.shoulder
    pen.shape(
        f"M {x - s} {y + 1} Q {x} {y - 3} {x + s} {y + 1} L {x + s * 0.9} {y + 7} Q {x} {y + 12} "
        f"{x - s * 0.9} {y + 7} Z",
        down(y, y + 10, (255, 255, 255), (226, 226, 236)),
    )
    for dx, dy in ((-6, 4), (-2, 7), (3, 5.4), (7, 4.4)):
        pen.dot(x + dx, y + dy, 0.6, solid(_INK))


def _sash(pen: LocalCanvas, person: Person, body: Body) -> None:
    hx, hy = body.hip
    w = body.build.waist * 0.98
    pen.box(hx - w, hy - 11, hx + w, hy - 7.4, solid(person.outfit.trim), 1.6)
    pen.dot(hx, hy - 9.2, 1.4, solid(light_of(person.outfit.trim, 0.5)))


def _pockets(pen: LocalCanvas, person: Person, body: Body) -> None:
    for side in (-1, 1):
        x, y = body.neck[0] + side * 4.8, body.neck[1] + 10
        pen.box(x - 2.4, y, x + 2.4, y + 4.6, solid(dark_of(person.top, 0.2)), 0.7)


def _camouflage(pen: LocalCanvas, person: Person, body: Body) -> None:
    with pen.inside(trunk(body)):
        for dx, dy, r in (
            (-7, 6, 3),
            (5, 4, 2.4),
            (8, 16, 3),
            (-4, 19, 3.2),
            (2, 12, 2.2),
            (-8, 26, 2.6),
            (5, 25, 2.6),
        ):
            pen.oval(body.neck[0] + dx, body.neck[1] + dy, r * 1.3, r * 0.8, solid(dark_of(person.top, 0.3), 150))


def _wrap(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    pen.line(f"M {x - 5} {y + 1} L {x + 4} {y + 17}", dark_of(person.top, 0.5), 1.2)
    pen.line(f"M {x + 5} {y + 1} L {x - 1} {y + 11}", dark_of(person.top, 0.5), 1.2)


def _spacesuit(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    pen.box(x - 5.6, y + 10, x + 5.6, y + 19, across(x - 6, x + 6, (206, 212, 226), (170, 178, 198)), 1.4)
    for dx, color in ((-3, (230, 70, 70)), (0, (250, 206, 80)), (3, (80, 170, 230))):
        pen.dot(x + dx, y + 12.8, 1.0, solid(color))
    pen.box(x - 3.8, y + 15, x + 3.8, y + 17.2, solid((80, 90, 116)), 0.6)
    pen.box(x - body.shoulder + 1, y + 6, x - body.shoulder + 5, y + 9, solid(person.outfit.trim), 0.5)
    pen.line(
        f"M {body.hip[0] - body.build.hip} {body.hip[1] - 3} Q {body.hip[0]} {body.hip[1] - 1} "
        f"{body.hip[0] + body.build.hip} {body.hip[1] - 3}",
        (150, 158, 180),
        1.6,
    )
    for leg in (body.left_leg,) if body.pose.astride else (body.left_leg, body.right_leg):
        (kx, ky), width = leg[1], body.build.limb * 0.64
        pen.line(f"M {kx - width} {ky} Q {kx} {ky + 1} {kx + width} {ky}", (190, 196, 212), 1.1)


def _sailor_collar(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    for side in (-1, 1):
        pen.shape(
            f"M {x} {y + 11} L {x + side * 7.4} {y + 4} L {x + side * 6} {y - 0.6} L {x + side * 3.4} {y - 1} Z",
            solid(person.outfit.trim),
        )
    pen.shape(
        f"M {x - 1.6} {y + 10} L {x + 1.6} {y + 10} L {x + 2.6} {y + 17} L {x} {y + 14.6} L {x - 2.6} {y + 17} Z",
        solid((206, 60, 60)),
    )


def _number(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    pen.box(x - 4, y + 9, x + 4, y + 17, solid(person.outfit.trim), 1)
    pen.line(f"M {x - 0.8} {y + 11} L {x + 0.4} {y + 10.6} L {x + 0.4} {y + 15.4}", _INK, 1.1)


def _polka(pen: LocalCanvas, person: Person, body: Body) -> None:
    with pen.inside(trunk(body, below=5)):
        for dx, dy, color in (
            (-6, 8, (230, 70, 90)),
            (4, 12, (70, 130, 220)),
            (-3, 19, (90, 180, 110)),
            (6, 22, (230, 70, 90)),
            (-7, 28, (70, 130, 220)),
        ):
            pen.dot(body.neck[0] + dx, body.neck[1] + dy, 1.9, solid(color))


def _ruff(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    for step in range(-4, 5):
        pen.dot(
            x + step * 2.4, y + 1.6 + abs(step) * -0.24, 2.2, solid((255, 255, 255) if step % 2 else (255, 150, 160))
        )


def _emblem(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    pen.shape(
        f"M {x - 5.4} {y + 7} L {x + 5.4} {y + 7} L {x + 6} {y + 11} L {x} {y + 17.4} L {x - 6} {y + 11} Z",
        solid((250, 206, 70)),
    )
    pen.star(x, y + 11, 3.2, solid(person.outfit.trim))


def _fur(pen: LocalCanvas, person: Person, body: Body) -> None:
    hx, hy = body.hip
    h = body.build.hip + 2.4
    pen.box(hx - h, hy + 9.6, hx + h, hy + 14.6, down(hy + 9, hy + 15, (255, 255, 255), (222, 226, 238)), 2.4)
    pen.box(hx - 1.7, body.neck[1] + 4, hx + 1.7, hy + 11, solid((250, 250, 252)), 1.4)


def _tatters(pen: LocalCanvas, person: Person, body: Body) -> None:
    hx, hy = body.hip
    for dx, dy in ((-5, -12), (4, -6), (1, -18)):
        pen.shape(
            f"M {hx + dx - 2} {hy + dy} L {hx + dx + 2} {hy + dy - 1.6} L {hx + dx + 1} {hy + dy + 2.4} Z",
            solid(person.skin),
        )


def _belly(pen: LocalCanvas, person: Person, body: Body) -> None:
    (nx, ny), (hx, hy) = body.neck, body.hip
    pen.oval(
        (nx + hx) / 2, (ny + hy) / 2 + 2.6, body.build.waist * 0.62, body.build.torso * 0.4, solid(person.outfit.trim)
    )


def _cape(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    s = body.shoulder
    floor = body.hip[1] + 12 if body.pose.astride else -7
    color = person.outfit.trim if person.kind != "king" else (150, 30, 50)
    pen.shape(
        f"M {x - s * 0.8} {y + 1} C {x - s * 1.5} {y + 24} {x - s * 1.8} {floor - 14} {x - s * 1.9} "
        f"{floor} Q {x} {floor + 5} "
        f"{x + s * 1.9} {floor} C {x + s * 1.8} {floor - 14} {x + s * 1.5} {y + 24} {x + s * 0.8} {y + 1} Z",
        across(x - s * 2, x + s * 2, light_of(color, 0.1), dark_of(color, 0.14), dark_of(color, 0.34)),
    )


def _collar_cape(pen: LocalCanvas, person: Person, body: Body) -> None:
    _cape(pen, person, body)
    x, y = body.neck
    for side in (-1, 1):
        pen.shape(
            f"M {x + side * 2} {y + 6} L {x + side * 15} {y - 12} L {x + side * 9} {y + 4} Z", solid(person.outfit.trim)
        )
        pen.line(f"M {x + side * 15} {y - 12} L {x + side * 9.4} {y + 4}", (44, 36, 52), 1.2)


def _lifepack(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck
    pen.box(
        x - 13.4, y - 1, x + 13.4, y + 26, across(x - 13, x + 13, (204, 208, 220), (150, 156, 176), (120, 126, 148)), 4
    )


def _fairy_wings(pen: LocalCanvas, person: Person, body: Body) -> None:
    x, y = body.neck[0], body.neck[1] + 10
    for side in (-1, 1):
        for tip_x, tip_y, fat in ((30, -26, 15), (23, 20, 11)):
            pen.shape(
                f"M {x} {y} C {x + side * 6} {y + tip_y - fat * 0.4} {x + side * (tip_x - 6)} "
                f"{y + tip_y - fat * 0.6} {x + side * tip_x} {y + tip_y} "
                f"C {x + side * (tip_x + 6)} {y + tip_y + fat} {x + side * 12} {y + fat * 0.7} {x} {y} Z",
                across(x, x + side * 34, (226, 250, 255, 230), (170, 220, 250, 200), (226, 190, 250, 190)),
            )


EXTRAS: dict[str, Detail] = {
    "belt": _belt,
    "buttons": _buttons,
    "stripe": _stripe,
    "stars": _stars,
    "cardigan": _cardigan,
    "tie": _tie,
    "bowtie": _bowtie,
    "scarf": _scarf,
    "apron": _apron,
    "splashes": _splashes,
    "badge": _badge,
    "wings-badge": _wings_badge,
    "lapels": _lapels,
    "stethoscope": _stethoscope,
    "reflectors": _reflectors,
    "ermine": _ermine,
    "sash": _sash,
    "pockets": _pockets,
    "camouflage": _camouflage,
    "wrap": _wrap,
    "spacesuit": _spacesuit,
    "sailor-collar": _sailor_collar,
    "number": _number,
    "polka": _polka,
    "ruff": _ruff,
    "emblem": _emblem,
    "fur": _fur,
    "tatters": _tatters,
    "belly": _belly,
    **TRADE_EXTRAS,
    **GARMENT_EXTRAS,
}
"""What is not here (glasses, a mask) is worn on the face: see face_details.py."""
BEHIND: dict[str, Detail] = {
    "cape": _cape,
    "collar-cape": _collar_cape,
    "lifepack": _lifepack,
    "wings": _fairy_wings,
} | TRADE_BEHIND
