"""What stands behind a house for parties and play: a barbecue and a trampoline."""

from limner_illustrator.subjects.local_canvas import LocalCanvas, down, light_of, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject


@drawing(
    "barbecue",
    nouns="barbecue, bbq, barbecue grill, grill, bbq grill, charcoal grill",
    traits={"surface"},
    height=1.05,
    home="garden",
    size=(120, 126),
    support=0.28,
)
def _barbecue(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint((58, 60, 70), (176, 54, 48))
    for x, foot in ((40, 26), (80, 94), (60, 60)):
        pen.line(f"M {x} 66 L {foot} 122", (118, 122, 134), 4)
    pen.line("M 33 100 L 87 100", (118, 122, 134), 3)
    pen.oval(60, 38, 52, 8, solid((236, 110, 50)))
    pen.shape(
        "M 8 36 Q 12 76 60 76 Q 108 76 112 36 Q 86 46 60 46 Q 34 46 8 36 Z", down(36, 76, light_of(body, 0.2), body)
    )
    for x in range(20, 104, 8):
        pen.line(f"M {x} 33 L {x} 43", (176, 180, 190), 1.6)
    pen.ring(60, 37, 52, 8, (150, 154, 166), 3)
    for x, turn in ((38, -8), (60, 4), (82, -4)):
        with pen.at(x, 34, turn=turn):
            pen.oval(0, 0, 10, 4.4, down(-4, 4, (166, 96, 60), (112, 60, 40)))
    pen.line("M 4 40 L -4 40", (168, 116, 72), 5)


@drawing(
    "trampoline",
    nouns="trampoline, bouncy trampoline",
    traits={"stand_on", "surface"},
    height=0.9,
    home="garden",
    size=(240, 92),
    support=0.3,
)
def _trampoline(pen: LocalCanvas, subject: Subject) -> None:
    rim = subject.paint((52, 120, 206), (226, 92, 70))
    for x, y in ((30, 40), (84, 50), (156, 50), (210, 40)):
        pen.line(f"M {x} {y} L {x} {y + 40}", (120, 126, 140), 5)
    pen.oval(120, 31, 118, 27, down(4, 58, light_of(rim, 0.2), rim))
    pen.oval(120, 29, 98, 20, down(9, 49, (74, 78, 92), (44, 46, 58)))
