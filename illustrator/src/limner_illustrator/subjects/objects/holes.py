"""Holes in the ground and in a wall, out of which something looks."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import LocalCanvas, ball, dark_of, down, light_of, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_EARTH: RGB = (134, 98, 70)
_DARK: RGB = (34, 24, 24)


@drawing(
    "hole",
    nouns="hole, rabbit hole, hole in the ground, burrow, pit, foxhole",
    traits={"container", "open_top"},
    height=0.3,
    home="meadow",
    size=(180, 84),
    relief=0.4,
    rim=0.3,
    lip=0.26,
    mouth=0.66,
)
def _hole(pen: LocalCanvas, subject: Subject) -> None:
    """Round, with the earth that was dug out around it."""
    earth = subject.paint(_EARTH)
    pen.shape("M 0 70 Q 8 26 52 22 Q 90 2 130 22 Q 172 28 180 70 Q 150 84 90 84 Q 30 84 0 70 Z",
              down(4, 84, light_of(earth, 0.2), earth, dark_of(earth, 0.3)))  # fmt: skip
    pen.oval(90, 44, 62, 22, ball(90, 54, 60, _DARK, dark_of(earth, 0.66)))
    rng = subject.random("clods")
    for _ in range(26):
        x, y = rng.uniform(10, 170), rng.choice((rng.uniform(66, 78), rng.uniform(20, 26)))
        pen.oval(x, y, rng.uniform(2, 6), rng.uniform(2, 4), solid(light_of(earth, rng.uniform(0, 0.3))))


@drawing(
    "mousehole",
    nouns="mousehole, mouse hole, hole in the wall, hole in a wall, hole of a wall, mouse-hole",
    traits={"container"},
    height=0.2,
    home="wall",
    size=(110, 110),
    relief=0.2,
    tank=(0.7, 0.72, 0.4),
)
def _mousehole(pen: LocalCanvas, subject: Subject) -> None:
    """An arch at the foot of the wall."""
    arch = "M 6 110 L 6 58 C 6 22 28 4 55 4 C 82 4 104 22 104 58 L 104 110 Z"
    rim = subject.paint((150, 112, 80))
    pen.shape(arch, solid(rim))
    pen.shape(
        "M 12 110 L 12 60 C 12 28 32 11 55 11 C 78 11 98 28 98 60 L 98 110 Z", ball(55, 90, 90, _DARK, (62, 46, 42))
    )
    pen.line("M 6 110 L 6 58 C 6 22 28 4 55 4 C 82 4 104 22 104 58 L 104 110", dark_of(rim, 0.4), 2)
