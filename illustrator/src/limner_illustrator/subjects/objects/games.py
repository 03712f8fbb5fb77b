"""Games that are played at a table."""

from limner_illustrator.subjects.local_canvas import LocalCanvas, across, ball, dark_of, down, light_of, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_WOOD = (150, 100, 64)


@drawing(
    "chess-table",
    nouns="chess table",
    traits={"played_behind", "sit_behind"},
    height=1.0,
    size=(120, 116),
    relief=0.6,
    support=0.3,
)
def _chess_table(pen: LocalCanvas, subject: Subject) -> None:
    """A game of chess on a small table."""
    wood = subject.paint(_WOOD)
    for side in (-1, 1):
        pen.line(f"M {60 + side * 40} 48 L {60 + side * 46} 114", dark_of(wood, 0.2), 6)
        pen.line(f"M {60 + side * 26} 46 L {60 + side * 28} 102", dark_of(wood, 0.4), 4.4)
    pen.box(10, 44, 110, 53, solid(dark_of(wood, 0.3)), 2)
    pen.polygon([(18, 26), (102, 26), (116, 44), (4, 44)], down(26, 44, light_of(wood, 0.2), wood))
    pen.box(4, 43, 116, 48, across(4, 116, light_of(wood), wood, dark_of(wood)), 1.6)
    rows, columns = 4, 8
    for row in range(rows):
        y0, y1 = 28 + 14 * row / rows, 28 + 14 * (row + 1) / rows
        for column in range(columns):
            corners = [
                (60 + (column + step - columns / 2) * (7.2 + (y - 28) * 0.1), y) for y in (y0, y1) for step in (0, 1)
            ]
            tone = (244, 228, 194) if (row + column) % 2 else (124, 80, 52)
            pen.polygon([corners[0], corners[1], corners[3], corners[2]], solid(tone))
    for x, y, tall, light in (
        (36, 32, 15, False), (44, 36, 11, False), (52, 31, 12, False), (40, 41, 13, False), (31, 38, 10, False),
        (84, 32, 15, True), (76, 37, 11, True), (68, 31, 12, True), (82, 41, 13, True), (90, 37, 10, True),
    ):  # fmt: skip
        _piece(pen, x, y, tall, light=light)


def _piece(pen: LocalCanvas, x: float, y: float, tall: float, *, light: bool) -> None:
    rgb = (250, 240, 216) if light else (62, 50, 52)
    pen.shape(
        f"M {x - 3} {y} Q {x} {y + 1.4} {x + 3} {y} L {x + 1.4} {y - tall * 0.7} L {x - 1.4} {y - tall * 0.7} Z",
        across(x - 3, x + 3, light_of(rgb), rgb, dark_of(rgb)),
    )
    pen.dot(x, y - tall * 0.82, 2.1, ball(x - 0.6, y - tall * 0.9, 3, light_of(rgb), rgb, dark_of(rgb, 0.2)))
