"""Details of clothes that a prompt names: the hood of a raincoat, the sash of a kimono."""

from limner_illustrator.subjects.figures.clothes import trunk
from limner_illustrator.subjects.figures.person import Person
from limner_illustrator.subjects.figures.skeleton import Body
from limner_illustrator.subjects.local_canvas import LocalCanvas, across, dark_of, light_of, solid


def _hood(pen: LocalCanvas, person: Person, body: Body) -> None:
    """Folded down around the neck, with its two strings."""
    x, y = body.neck
    s, color = body.shoulder, person.top
    pen.shape(
        f"M {x - s * 0.86} {y + 3} Q {x - s * 0.9} {y - 5} {x} {y - 4} Q {x + s * 0.9} {y - 5} {x + s * 0.86} {y + 3} "
        f"Q {x} {y + 9} {x - s * 0.86} {y + 3} Z",
        across(x - s, x + s, light_of(color, 0.12), dark_of(color, 0.12), dark_of(color, 0.3)),
    )
    for side in (-1, 1):
        pen.line(f"M {x + side * 2.6} {y + 5.6} L {x + side * 2.9} {y + 12}", light_of(color, 0.6), 0.8)


def _pouch(pen: LocalCanvas, person: Person, body: Body) -> None:
    hx, hy = body.hip
    w = body.build.waist * 0.72
    with pen.inside(trunk(body, below=2.4)):
        outline = f"M {hx - w * 0.6} {hy - 9} L {hx + w * 0.6} {hy - 9} L {hx + w} {hy - 1} L {hx - w} {hy - 1} Z"
        pen.shape(outline, solid(dark_of(person.top, 0.14)))


def _obi(pen: LocalCanvas, person: Person, body: Body) -> None:
    """The crossed collar of a kimono, and its sash."""
    x, y = body.neck
    hx, hy = body.hip
    pale = light_of(person.top, 0.78)
    with pen.inside(trunk(body, below=2.4)):
        pen.line(f"M {x + 4.4} {y - 1} L {x - 4.6} {y + 16}", pale, 2.6)
        pen.line(f"M {x - 4.4} {y - 1} L {x + 4.6} {y + 16}", pale, 2.6)
    w = body.build.waist * 1.16
    color = person.outfit.trim
    pen.box(hx - w, hy - 14, hx + w, hy - 5, across(hx - w, hx + w, light_of(color), color, dark_of(color)), 1.4)
    pen.line(f"M {hx - w} {hy - 9.6} L {hx + w} {hy - 9.6}", dark_of(color, 0.36), 1)


def _bump(pen: LocalCanvas, person: Person, body: Body) -> None:
    """The belly of a pregnant woman, under her dress."""
    (nx, ny), (hx, hy) = body.neck, body.hip
    w = body.build.waist
    x, y = (nx + hx) / 2 + w * 0.9 * body.pose.turn, ny + (hy - ny) * 0.72
    color = person.top
    pen.oval(x, y, w * 1.42, w * 1.3, across(x - w * 1.4, x + w * 1.4, light_of(color, 0.26), color, dark_of(color)))
    pen.line(f"M {x - w * 0.9} {y + w * 0.92} Q {x} {y + w * 1.36} {x + w * 0.9} {y + w * 0.92}", dark_of(color), 0.8)


def _bones(pen: LocalCanvas, person: Person, body: Body) -> None:
    (nx, ny), (hx, hy) = body.neck, body.hip
    white = (246, 246, 250)
    pen.line(f"M {nx} {ny + 4} L {hx} {hy}", white, 1.8)
    for step, wide in ((7, 6.4), (11, 6.8), (15, 6), (19, 4.6)):
        pen.line(f"M {nx - wide} {ny + step - 1} Q {nx} {ny + step + 2.6} {nx + wide} {ny + step - 1}", white, 1.5)
    pen.oval(hx, hy, 5.4, 2.6, solid(white))
    for arm in (body.left_arm, body.right_arm, body.left_leg, body.right_leg):
        (ax, ay), (bx, by), (cx, cy) = arm
        for (px, py), (qx, qy) in (((ax, ay), (bx, by)), ((bx, by), (cx, cy))):
            start, end = (px + (qx - px) * 0.2, py + (qy - py) * 0.2), (px + (qx - px) * 0.8, py + (qy - py) * 0.8)
            pen.line(f"M {start[0]} {start[1]} L {end[0]} {end[1]}", white, 1.5)


GARMENT_EXTRAS = {"hood": _hood, "pouch": _pouch, "obi": _obi, "bump": _bump, "bones": _bones}
