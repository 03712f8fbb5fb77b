"""Garments: what covers the trunk, by name."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.figures.fabric import printed
from limner_illustrator.subjects.figures.person import Person
from limner_illustrator.subjects.figures.skeleton import Body
from limner_illustrator.subjects.local_canvas import LocalCanvas, across, dark_of, light_of, solid

Cut = Callable[[LocalCanvas, Person, Body], None]


def trunk(body: Body, *, below: float = 3.0, waist: float = 1.0, flare: float = 0.0) -> str:
    """The outline from the shoulders to `below` units under the hip joints, `flare` wider there."""
    nx, ny = body.neck
    hx, hy = body.hip
    build = body.build
    side = 1 - 0.2 * abs(body.pose.turn)
    s, w, h = body.shoulder, build.waist * side * waist, build.hip * side + flare
    middle_x, middle_y = (nx + hx) / 2, ny + (hy - ny) * 0.6
    bottom = hy + below
    slope = build.limb * 0.3
    return (
        f"M {nx - s * 0.42} {ny - 0.6} Q {nx - s} {ny} {nx - s} {ny + slope + 3} "
        f"C {nx - s * 0.96} {ny + 10} {middle_x - w} {middle_y - 5} {middle_x - w} {middle_y} "
        f"C {middle_x - w} {middle_y + 4} {hx - h} {hy - 3} {hx - h} {bottom} "
        f"Q {hx} {bottom + 2.2} {hx + h} {bottom} "
        f"C {hx + h} {hy - 3} {middle_x + w} {middle_y + 4} {middle_x + w} {middle_y} "
        f"C {middle_x + w} {middle_y - 5} {nx + s * 0.96} {ny + 10} {nx + s} {ny + slope + 3} "
        f"Q {nx + s} {ny} {nx + s * 0.42} {ny - 0.6} Q {nx} {ny + 2} {nx - s * 0.42} {ny - 0.6} Z"
    )


def cloth(color: RGB, body: Body, *, wide: float = 1.0) -> object:
    reach = body.build.shoulder * wide
    x = body.neck[0]
    return across(x - reach, x + reach, light_of(color, 0.2), color, dark_of(color, 0.22))


def draw_garment(pen: LocalCanvas, person: Person, body: Body) -> None:
    CUTS[person.outfit.garment](pen, person, body)


def _print(pen: LocalCanvas, person: Person, body: Body, *, below: float = 8.0) -> AbstractContextManager[None]:
    """The pattern of the main garment on what is drawn meanwhile; `below`: from the hip to its hem."""
    wide = 3.2 * body.build.hip
    area = (body.neck[0] - wide, body.neck[1] - 4, body.neck[0] + wide, body.hip[1] + below)
    return printed(pen, person.outfit.pattern, person.top, area)


def _shirt(pen: LocalCanvas, person: Person, body: Body) -> None:
    _trousers_top(pen, person, body)
    with _print(pen, person, body):
        pen.shape(trunk(body, below=2.4), cloth(person.top, body))


def _vest(pen: LocalCanvas, person: Person, body: Body) -> None:
    _trousers_top(pen, person, body)
    pen.shape(trunk(body, below=2.4), cloth(person.outfit.trim, body))
    x, y = body.neck
    with _print(pen, person, body), pen.inside(trunk(body, below=2.4)):
        for side in (-1, 1):
            edge = x + side * body.shoulder * 1.2
            pen.shape(
                f"M {x + side * 3.4} {y - 2} L {x + side * 1.2} {y + 14} L {x + side * 1.0} "
                f"{body.hip[1] + 6} L {edge} {body.hip[1] + 6} L {edge} {y - 2} Z",
                solid(person.top if side < 0 else dark_of(person.top, 0.14)),
            )


def _coat(pen: LocalCanvas, person: Person, body: Body) -> None:
    _trousers_top(pen, person, body)
    with _print(pen, person, body, below=16):
        pen.shape(trunk(body, below=13, flare=2.2), cloth(person.top, body, wide=1.2))
    x, y = body.neck
    hx, hy = body.hip
    pen.line(f"M {x} {y + 6} L {hx} {hy + 13}", dark_of(person.top, 0.32), 0.7)


def _dress(pen: LocalCanvas, person: Person, body: Body) -> None:
    with _print(pen, person, body, below=24):
        _skirt(pen, person, body, length=body.build.leg * 0.4, flare=6)
        pen.shape(trunk(body, below=-2, waist=0.96), cloth(person.top, body))
    hx, hy = body.hip
    pen.line(
        f"M {hx - body.build.waist} {hy - 9} Q {hx} {hy - 7.6} {hx + body.build.waist} {hy - 9}",
        dark_of(person.top, 0.3),
        1.6,
    )


def _skirt_and_top(pen: LocalCanvas, person: Person, body: Body) -> None:
    bottom = replace(person, top=person.bottom, outfit=replace(person.outfit, pattern=person.outfit.bottom_pattern))
    with _print(pen, bottom, body, below=24):
        _skirt(pen, bottom, body, length=body.build.leg * 0.4, flare=6)
    with _print(pen, person, body):
        pen.shape(trunk(body, below=-5), cloth(person.top, body))


def _gown(pen: LocalCanvas, person: Person, body: Body) -> None:
    with _print(pen, person, body, below=-body.hip[1]):
        _skirt(pen, person, body, length=-body.hip[1] - 1.4, flare=13)
        pen.shape(trunk(body, below=-2, waist=0.92), cloth(person.top, body))
    hx, hy = body.hip
    pen.line(
        f"M {hx - body.build.waist * 0.94} {hy - 9} Q {hx} {hy - 7} {hx + body.build.waist * 0.94} {hy - 9}",
        person.outfit.trim,
        1.7,
    )


def _robe(pen: LocalCanvas, person: Person, body: Body) -> None:
    with _print(pen, person, body, below=-body.hip[1]):
        _draw_robe(pen, person, body)


def _draw_robe(pen: LocalCanvas, person: Person, body: Body) -> None:
    if body.pose.astride:
        _draped(pen, person, body)
        pen.shape(trunk(body, below=0), cloth(person.top, body))
        return
    floor = -1.2
    hx, _ = body.hip
    nx, ny = body.neck
    s = body.shoulder
    pen.shape(
        f"M {nx - s * 0.42} {ny - 0.6} Q {nx - s} {ny} {nx - s} {ny + 5} C {nx - s} {ny + 26} "
        f"{hx - s * 1.3} {floor - 16} {hx - s * 1.6} {floor} "
        f"Q {hx} {floor + 3} {hx + s * 1.6} {floor} C {hx + s * 1.3} {floor - 16} {nx + s} {ny + 26} "
        f"{nx + s} {ny + 5} Q {nx + s} {ny} {nx + s * 0.42} {ny - 0.6} Z",
        cloth(person.top, body, wide=1.5),
    )
    for x in (-6, 4, 9):
        pen.line(
            f"M {hx + x} {floor} Q {hx + x * 0.8} {floor - 18} {hx + x * 0.5} {floor - 30}",
            dark_of(person.top, 0.3),
            0.8,
            150,
        )


def _overalls(pen: LocalCanvas, person: Person, body: Body) -> None:
    with _print(pen, person, body):
        pen.shape(trunk(body, below=2.4), cloth(person.top, body))
    x, y = body.neck
    hx, hy = body.hip
    w, denim = body.build.waist, person.bottom
    with pen.inside(trunk(body, below=3)):
        pen.shape(
            f"M {x - w * 0.62} {y + 11} L {x + w * 0.62} {y + 11} L {x + w * 0.72} {hy - 8} L {hx + w * 2} "
            f"{hy - 7} L {hx + w * 2} {hy + 8} "
            f"L {hx - w * 2} {hy + 8} L {hx - w * 2} {hy - 7} L {x - w * 0.72} {hy - 8} Z",
            cloth(denim, body),
        )
        for side in (-1, 1):
            pen.line(f"M {x + side * w * 0.5} {y + 12} L {x + side * w * 0.78} {y - 2}", denim, 2.2)
    for side in (-1, 1):
        pen.dot(x + side * w * 0.5, y + 12.6, 0.9, solid((246, 210, 90)))
    pen.box(x - 2.8, y + 16, x + 2.8, y + 21, solid(dark_of(denim, 0.16)), 0.8)
    _trousers_top(pen, person, body, only_legs=True)


def _suit(pen: LocalCanvas, person: Person, body: Body) -> None:
    _trousers_top(pen, person, body)
    outline = trunk(body, below=6)
    with _print(pen, person, body):
        pen.shape(outline, cloth(person.top, body))
    x, y = body.neck
    with pen.inside(outline):
        pen.shape(f"M {x - 4.6} {y - 2} L {x} {y + 15} L {x + 4.6} {y - 2} Z", solid((248, 248, 252)))
        for side in (-1, 1):
            pen.shape(
                f"M {x + side * 4.4} {y - 2} L {x} {y + 15} L {x + side * 5.4} {y + 8} L {x + side * 4.4} "
                f"{y + 6} L {x + side * 6.4} {y + 4} Z",
                solid(dark_of(person.top, 0.26)),
            )
        pen.line(f"M {x} {y + 15} L {body.hip[0]} {body.hip[1] + 8}", dark_of(person.top, 0.34), 0.6)
    for step in (18, 22):
        pen.dot(x + 1.2, y + step, 0.7, solid(dark_of(person.top, 0.5)))


def _armor(pen: LocalCanvas, person: Person, body: Body) -> None:
    _trousers_top(pen, person, body)
    steel = person.top
    pen.shape(
        trunk(body, below=6, flare=2.4),
        across(-body.shoulder, body.shoulder, light_of(steel, 0.5), steel, dark_of(steel, 0.34)),
    )
    x, y = body.neck
    hx, hy = body.hip
    pen.line(f"M {x} {y + 3} L {hx} {hy - 6}", dark_of(steel, 0.24), 0.7)
    for step in (0, 4, 8):
        pen.line(
            f"M {hx - body.build.hip - 1} {hy - 4 + step} Q {hx} {hy - 1.6 + step} "
            f"{hx + body.build.hip + 1} {hy - 4 + step}",
            dark_of(steel, 0.4),
            0.8,
        )
    for side in (-1, 1):
        pen.oval(
            x + side * body.shoulder,
            y + 4.4,
            4.4,
            4,
            across(
                x + side * body.shoulder - 4, x + side * body.shoulder + 4, light_of(steel, 0.5), dark_of(steel, 0.2)
            ),
        )
    pen.star(x, y + 12, 3.4, solid(person.outfit.trim))


def _tutu(pen: LocalCanvas, person: Person, body: Body) -> None:
    hx, hy = body.hip
    reach = body.build.hip * 2.5
    for index, (wide, drop, tone) in enumerate(((1.0, 9, 0.0), (0.92, 6, 0.3), (0.8, 3.2, 0.55))):
        w = reach * wide
        paint = solid(light_of(person.top, tone), 235 - 20 * index)
        pen.shape(
            f"M {hx - 5} {hy - 7} Q {hx - w * 0.7} {hy - 6} {hx - w} {hy + drop * 0.4} Q {hx - w * 0.5} "
            f"{hy + drop + 2} {hx} {hy + drop} "
            f"Q {hx + w * 0.5} {hy + drop + 2} {hx + w} {hy + drop * 0.4} Q {hx + w * 0.7} {hy - 6} "
            f"{hx + 5} {hy - 7} Z",
            paint,
        )
    pen.shape(trunk(body, below=-4, waist=0.94), cloth(person.top, body))


def _bodysuit(pen: LocalCanvas, person: Person, body: Body) -> None:
    with _print(pen, person, body):
        pen.shape(trunk(body, below=4), cloth(person.top, body))


def _plating(pen: LocalCanvas, person: Person, body: Body) -> None:
    """The trunk of a robot, with its screen and lamps."""
    (nx, ny), (hx, hy), half = body.neck, body.hip, body.build.shoulder * 1.12
    with pen.at((nx + hx) / 2, (ny + hy) / 2, turn=body.pose.lean):
        high = body.build.torso / 2
        pen.box(-3.4, -high - 5, 3.4, -high + 2, solid(dark_of(person.skin, 0.2)), 1)
        pen.box(
            -half, -high, half, high + 3, across(-half, half, light_of(person.top), person.top, dark_of(person.top)), 4
        )
        pen.box(-half + 3.4, -high + 4, half - 3.4, 1, solid((56, 66, 80)), 2)
        pen.line("M -6 -4 L -3 -4 L -1.6 -8 L 0.6 -1 L 2.4 -6 L 3.6 -4 L 6.6 -4", (110, 240, 170), 0.8)
        for x, rgb in ((-6, (240, 80, 80)), (-2, (250, 206, 80)), (2, (110, 200, 120)), (6, (90, 160, 240))):
            pen.dot(x, 7, 1.4, solid(rgb))


def _trunks(pen: LocalCanvas, person: Person, body: Body) -> None:
    """Shorts alone."""
    pen.shape(trunk(body, below=2.4), cloth(person.skin, body))
    _trousers_top(pen, person, body)


def _skirt(pen: LocalCanvas, person: Person, body: Body, *, length: float, flare: float) -> None:
    hx, hy = body.hip
    if body.pose.astride:
        _draped(pen, person, body)
        return
    w, h = body.build.waist, body.build.hip + flare
    top, bottom = hy - 9, hy + length
    knees = max(abs(body.left_leg[1][0]), abs(body.right_leg[1][0]))
    h = max(h, knees + 3) if body.pose.thigh < 1 else h
    pen.shape(
        f"M {hx - w * 0.94} {top} C {hx - w * 1.3} {top + 8} {hx - h} {bottom - 8} {hx - h} {bottom} Q "
        f"{hx} {bottom + 4} {hx + h} {bottom} "
        f"C {hx + h} {bottom - 8} {hx + w * 1.3} {top + 8} {hx + w * 0.94} {top} Z",
        across(hx - h, hx + h, light_of(person.top, 0.22), person.top, dark_of(person.top, 0.26)),
    )
    for t in (-0.5, 0.05, 0.55):
        pen.line(
            f"M {hx + h * t} {bottom + 1} Q {hx + h * t * 0.8} {(top + bottom) / 2 + 4} {hx + w * t * 0.9} {top + 8}",
            dark_of(person.top, 0.3),
            0.7,
            130,
        )


def _draped(pen: LocalCanvas, person: Person, body: Body) -> None:
    """A skirt on a mount: it covers the thigh and falls to the shin."""
    (hx, hy), (kx, ky) = body.hip, body.left_leg[1]
    h = body.build.hip
    pen.shape(
        f"M {hx - h * 0.8} {hy - 10} L {hx + h * 0.8} {hy - 10} Q {hx + h * 1.6} {hy + 4} {hx + h * 1.2} {hy + 13} "
        f"Q {(hx + kx) / 2} {ky + 18} {kx - 5} {ky + 13} Q {kx - 9} {ky + 2} {kx - 3} {ky - 6} Q {hx - h} "
        f"{hy - 6} {hx - h * 0.8} {hy - 10} Z",
        across(kx - 6, hx + h, light_of(person.top, 0.22), person.top, dark_of(person.top, 0.24)),
    )
    pen.line(f"M {kx - 1} {ky + 12} Q {kx + 1} {ky + 2} {hx - h * 0.4} {hy - 2}", dark_of(person.top, 0.3), 0.8, 140)


def _trousers_top(pen: LocalCanvas, person: Person, body: Body, *, only_legs: bool = False) -> None:
    """The seat, which joins the legs."""
    if only_legs or person.outfit.legs in ("bare", "tights"):
        return
    hx, hy = body.hip
    h = body.build.hip * (1 - 0.2 * abs(body.pose.turn))
    with printed(pen, person.outfit.bottom_pattern, person.bottom, (hx - h, hy - 6, hx + h, hy + 6)):
        pen.box(hx - h, hy - 6, hx + h, hy + 5.4, solid(person.bottom), 3.4)


CUTS: dict[str, Cut] = {
    "shirt": _shirt,
    "vest": _vest,
    "coat": _coat,
    "dress": _dress,
    "gown": _gown,
    "robe": _robe,
    "overalls": _overalls,
    "suit": _suit,
    "armor": _armor,
    "tutu": _tutu,
    "bodysuit": _bodysuit,
    "skirt": _skirt_and_top,
    "plating": _plating,
    "trunks": _trunks,
}
