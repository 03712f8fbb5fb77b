"""Paintings: on an easel, and in a frame."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.lettering import fit_text
from limner_illustrator.subjects.local_canvas import (
    LocalCanvas,
    dark_of,
    down,
    light_of,
    rounded_across,
    rounded_down,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_WOOD: RGB = (150, 96, 58)


@drawing(
    "easel",
    nouns="easel, canvas, painter's easel, art easel",
    materials={"wood"},
    height=1.7,
    home="meadow",
    size=(120, 156),
    relief=0.35,
)
def _easel(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint((200, 146, 90), _WOOD)
    pen.line("M 60 8 L 60 140", dark_of(wood, 0.3), 5)
    for x0, x1 in ((54, 14), (66, 106)):
        pen.line(f"M {x0} 6 L {x1} 154", wood, 6)
        pen.line(f"M {x0 - 1} 8 L {x1 - 1} 152", light_of(wood, 0.3), 1.8)
    pen.box(22, 20, 98, 98, down(20, 98, (255, 254, 248), (238, 234, 224)), 2)
    if subject.text:
        fit_text(pen.canvas, subject.text, (27, 28, 93, 90), "script", (70, 54, 80))
    else:
        _landscape(pen, 26, 24, 94, 94)
    pen.box(16, 98, 104, 106, rounded_down(wood, 98, 106), 2)
    pen.box(54, 2, 66, 22, rounded_across(dark_of(wood, 0.1), 54, 66), 2)
    for x, tone in ((30, (220, 70, 70)), (40, (70, 130, 210)), (88, (250, 190, 60))):
        pen.box(x - 2, 90, x + 2, 100, solid(tone), 1)


def _landscape(pen: LocalCanvas, left: float, top: float, right: float, bottom: float) -> None:
    """The painting within a painting: hills, a sun, a lake."""
    high, wide = bottom - top, right - left
    pen.canvas.save()
    with pen.inside(f"M {left} {top} L {right} {top} L {right} {bottom} L {left} {bottom} Z"):
        pen.box(left, top, right, bottom, down(top, top + high * 0.6, (120, 184, 236), (255, 232, 196)))
        pen.dot(left + wide * 0.7, top + high * 0.3, high * 0.11, solid((255, 236, 150)))
        x, y = left, top + high
        pen.shape(
            f"M {x} {y - high * 0.4} Q {x + wide * 0.25} {y - high * 0.75} "
            f"{x + wide * 0.5} {y - high * 0.42} Q {x + wide * 0.75} {y - high * 0.7} "
            f"{right} {y - high * 0.4} L {right} {y} L {x} {y} Z",
            solid((126, 158, 190)),
        )
        pen.shape(
            f"M {x} {y - high * 0.3} Q {x + wide * 0.5} {y - high * 0.52} "
            f"{right} {y - high * 0.26} L {right} {y} L {x} {y} Z",
            solid((120, 176, 104)),
        )
        pen.shape(
            f"M {x} {y - high * 0.1} Q {x + wide * 0.6} {y - high * 0.3} "
            f"{right} {y - high * 0.12} L {right} {y} L {x} {y} Z",
            solid((90, 160, 204)),
        )
        for part in (0.2, 0.32):
            pen.polygon(
                [
                    (x + wide * part, y - high * 0.56),
                    (x + wide * (part + 0.07), y - high * 0.28),
                    (x + wide * (part - 0.07), y - high * 0.28),
                ],
                solid((60, 116, 78)),
            )
    pen.canvas.restore()


@drawing(
    "picture",
    nouns="framed picture, picture frame, framed painting, photo frame, painting frame",
    traits={"hangs"},
    materials={"wood"},
    height=0.6,
    home="livingroom",
    size=(130, 104),
    relief=0.3,
)
def _picture(pen: LocalCanvas, subject: Subject) -> None:
    frame = subject.paint((206, 156, 76), _WOOD)
    pen.box(0, 0, 130, 104, down(0, 104, light_of(frame, 0.36), frame, dark_of(frame, 0.34)), 3)
    pen.box(6, 6, 124, 98, down(6, 98, dark_of(frame, 0.34), frame, light_of(frame, 0.3)), 2)
    pen.box(11, 11, 119, 93, solid((252, 250, 242)))
    if subject.text:
        fit_text(pen.canvas, subject.text, (18, 20, 112, 84), "serif", (70, 50, 50))
    else:
        _landscape(pen, 18, 18, 112, 86)
