"""Slices and pieces of food that is mostly drawn whole: bread, pie, cheesecake, meat loaf."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import LocalCanvas, ball, dark_of, down, light_of, rounded_down, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_CRUST: RGB = (196, 134, 70)


@drawing(
    "bread-slice",
    nouns="bread slice, toast, slice of toast, slice of bread, toast slice, piece of toast, loaf slice",
    kinds={"food"},
    traits={"surface"},
    height=0.12,
    home="table",
    size=(120, 116),
    support=0.2,
)
def _bread_slice(pen: LocalCanvas, subject: Subject) -> None:
    is_toast = "toast" in subject.entity.noun
    crumb: RGB = (226, 172, 104) if is_toast else (250, 228, 184)
    shape = (
        "M 16 46 C -8 22 18 2 40 8 Q 60 2 80 8 C 104 2 128 22 104 46 L "
        "104 100 Q 104 112 92 112 L 28 112 Q 16 112 16 100 Z"
    )
    with pen.at(7, 3):
        pen.shape(shape, solid(dark_of(_CRUST, 0.3)))
    pen.shape(shape, solid(_CRUST))
    with pen.at(60, 60, stretch=(0.88, 0.88)), pen.at(-60, -59):
        pen.shape(shape, ball(46, 40, 90, light_of(crumb, 0.3), crumb))
        for k in range(16):
            pen.oval(24 + (k * 37) % 74, 26 + (k * 23) % 76, 2.6, 1.8, solid(dark_of(crumb, 0.14), 150))


@drawing(
    "pie-slice",
    nouns="pie slice, piece of pie, slice of pie, tart slice, quiche slice",
    kinds={"food"},
    height=0.09,
    home="table",
    size=(160, 90),
)
@drawing(
    "cheesecake-slice",
    nouns="cheesecake slice, slice of cheesecake, piece of cheesecake",
    kinds={"food"},
    height=0.1,
    home="table",
    size=(160, 100),
)
def _wedge(pen: LocalCanvas, subject: Subject) -> None:
    """A wedge with its tip to the left."""
    if subject.entity.drawing == "own:cheesecake-slice":
        pen.polygon([(4, 40), (130, 58), (130, 92), (4, 62)], down(40, 92, (255, 246, 220), (246, 226, 180)))
        pen.polygon([(4, 58), (130, 84), (130, 96), (4, 68)], solid((178, 116, 64)))
        pen.polygon([(130, 58), (156, 24), (156, 60), (130, 96)], down(24, 96, (206, 150, 90), (166, 108, 60)))
        pen.shape("M 4 40 Q 70 18 146 16 Q 160 18 156 26 L 130 58 Z", down(16, 58, (255, 250, 232), (252, 236, 200)))
        pen.shape(
            "M 30 38 Q 80 20 132 22 L 122 46 Q 112 62 108 46 Q 96 62 90 44 Q 70 52 30 38 Z",
            solid(subject.paint((206, 44, 66))),
        )
        pen.dot(112, 22, 9, ball(109, 18, 12, (250, 120, 130), (200, 30, 54)))
        return
    filling = subject.paint((222, 150, 66), (176, 50, 66), (120, 60, 130))
    pen.polygon([(4, 44), (122, 60), (122, 84), (10, 62)], down(44, 84, light_of(filling, 0.16), dark_of(filling, 0.1)))
    for k in range(7):
        pen.dot(30 + k * 13, 56 + k * 2.4, 6, ball(28 + k * 13, 54 + k * 2.4, 8, light_of(filling, 0.4), filling))
    pen.polygon([(8, 62), (122, 82), (124, 90), (12, 68)], solid(_CRUST))
    pen.shape("M 4 44 Q 60 24 140 22 Q 148 40 122 60 Z", down(22, 60, light_of(_CRUST, 0.4), _CRUST))
    for k in range(3):
        pen.line(f"M {52 + k * 24} {34 - k * 2} L {60 + k * 22} {48 - k * 2}", dark_of(_CRUST, 0.2), 2.6)
    pen.shape(
        "M 122 60 Q 140 34 138 22 Q 158 18 156 34 Q 158 64 140 88 Q 128 96 122 86 Z",
        rounded_down(light_of(_CRUST, 0.1), 22, 90),
    )
