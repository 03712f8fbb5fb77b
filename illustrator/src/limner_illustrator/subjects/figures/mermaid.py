"""What a mermaid has in place of legs and clothes."""

from limner_illustrator.subjects.figures.clothes import cloth, trunk
from limner_illustrator.subjects.figures.person import Person
from limner_illustrator.subjects.figures.skeleton import Body
from limner_illustrator.subjects.local_canvas import INK, LocalCanvas, across, dark_of, light_of, soft, solid


def draw_tail(pen: LocalCanvas, person: Person, body: Body) -> None:
    """A mermaid's tail in place of legs, its fin swept to the side."""
    hx, hy = body.hip
    h = body.build.hip * 1.06
    pen.shape(
        "M 21 -10 C 30 -20 40 -18 45 -25 C 45 -11 38 -3 28 -3 C 38 3 39 13 34 20 C 27 15 20 6 21 -10 Z",
        across(20, 46, light_of(person.top, 0.3), light_of(person.top, 0.5)),
    )
    outline = (
        f"M {hx - h} {hy - 7} C {hx - h * 1.5} {hy + 16} {hx - h * 0.7} {hy + 42} 20 -3 L 26 -9 C 13 -10 "
        f"{hx + h * 1.4} {hy + 20} {hx + h} {hy - 7} "
        f"Q {hx} {hy - 3} {hx - h} {hy - 7} Z"
    )
    pen.shape(outline, across(hx - h, hx + h * 1.6, light_of(person.top, 0.3), person.top, dark_of(person.top, 0.3)))
    with pen.inside(outline):
        for row in range(8):
            for column in range(-3, 5):
                x, y = hx + column * 5 + (row % 2) * 2.5, hy - 3 + row * 5
                pen.line(f"M {x - 2.5} {y} Q {x} {y + 3.4} {x + 2.5} {y}", light_of(person.top, 0.5), 0.5, 130)


def draw_shells(pen: LocalCanvas, person: Person, body: Body) -> None:
    outline = trunk(body, below=-7)
    pen.shape(outline, cloth(person.skin, body))
    x, y = body.neck
    for side in (-1, 1):
        pen.shape(
            f"M {x + side * 0.8} {y + 9} Q {x + side * 1.6} {y + 5.6} {x + side * 4.2} {y + 5.6} Q "
            f"{x + side * 7.4} {y + 6} {x + side * 7.2} {y + 10} "
            f"Q {x + side * 4} {y + 13} {x + side * 0.8} {y + 9} Z",
            solid(person.outfit.trim),
        )
    pen.oval(x, body.hip[1] - 11, 0.6, 0.9, soft(INK, 110, 0.3))
