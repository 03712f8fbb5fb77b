"""Fire, as several drawings need it, and the campfire."""

from limner_illustrator.subjects.local_canvas import LocalCanvas, ball, down, rounded_down, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject


def draw_flame(pen: LocalCanvas, x: float, bottom: float, width: float, height: float) -> None:
    """A flame that stands on `bottom`, three colours deep."""
    for size, colors in (
        (1.0, ((250, 120, 40), (236, 70, 30))),
        (0.68, ((255, 200, 70), (250, 140, 40))),
        (0.38, ((255, 252, 220), (255, 220, 110))),
    ):
        w, h = width * size / 2, height * size
        pen.shape(
            f"M {x + w * 0.1} {bottom - h} C {x + w * 0.2} {bottom - h * 0.72} {x + w * 1.3} "
            f"{bottom - h * 0.56} {x + w} {bottom - h * 0.2} "
            f"C {x + w * 0.8} {bottom + h * 0.04} {x - w * 0.8} {bottom + h * 0.04} {x - w} {bottom - h * 0.22} "
            f"C {x - w * 1.1} {bottom - h * 0.46} {x - w * 0.5} {bottom - h * 0.5} {x - w * 0.4} {bottom - h * 0.72} "
            f"C {x - w * 0.1} {bottom - h * 0.6} {x} {bottom - h * 0.8} {x + w * 0.1} {bottom - h} Z",
            down(bottom - h, bottom, *colors),
        )


@drawing(
    "campfire",
    nouns="campfire, bonfire, camp fire, fire pit",
    materials={"fire"},
    height=0.9,
    home="forest",
    size=(100, 106),
    relief=0.3,
    glow=0.95,
)
def _campfire(pen: LocalCanvas, subject: Subject) -> None:
    pen.dot(50, 52, 48, ball(50, 58, 48, (255, 190, 80, 120), (255, 150, 50, 0)))
    for x, y in ((16, 92), (30, 97), (50, 99), (70, 97), (84, 92)):
        pen.oval(x, y, 10, 6.4, ball(x - 3, y - 3, 13, (190, 188, 190), (128, 126, 132), (84, 82, 92)))
    for turn in (-24, 24):
        with pen.at(50, 86, turn=turn):
            pen.box(-34, -5, 34, 5, rounded_down((122, 78, 48), -5, 5), 5)
            pen.oval(33 if turn > 0 else -33, 0, 3, 4.8, solid((214, 168, 112)))
    draw_flame(pen, 50, 86, 42, 70)
    draw_flame(pen, 33, 87, 24, 38)
    draw_flame(pen, 67, 87, 24, 40)
    for x, y in ((36, 22), (62, 14), (70, 34), (28, 40)):
        pen.dot(x, y, 1.3, solid((255, 220, 130)))
