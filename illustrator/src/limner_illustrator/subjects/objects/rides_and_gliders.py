"""Things to ride and to glide with: unicycle, tricycle, sleigh, snowmobile, paraglider, farm machines."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import LocalCanvas, ball, dark_of, down, light_of, rounded_down, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_TIRE: RGB = (48, 48, 56)
_STEEL: RGB = (150, 158, 170)
_GLASS = (206, 232, 246), (130, 174, 206)
_YELLOW: RGB = (246, 186, 50)


def _wheel(pen: LocalCanvas, x: float, y: float, radius: float, hub: RGB = _STEEL) -> None:
    pen.dot(x, y, radius, ball(x - radius * 0.3, y - radius * 0.4, radius * 1.5, light_of(_TIRE, 0.2), _TIRE))
    pen.dot(x, y, radius * 0.56, ball(x - 2, y - 3, radius, light_of(hub, 0.4), hub, dark_of(hub, 0.3)))
    pen.dot(x, y, radius * 0.16, solid(dark_of(hub, 0.5)))


def _cab(pen: LocalCanvas, left: float, top: float, right: float, bottom: float, paint: RGB) -> None:
    """A driver's cab that looks to the left."""
    pen.shape(
        f"M {left} {bottom} L {left} {(top + bottom) / 2} Q {left + 6} "
        f"{top} {left + 16} {top} L {right} {top} L {right} "
        f"{bottom} Z",
        rounded_down(paint, top, bottom),
    )
    pen.shape(
        f"M {left + 5} {(top + bottom) / 2 + 4} Q {left + 10} {top + 6} {left + 17} {top + 6} L {right - 7} {top + 6} "
        f"L {right - 7} {(top + bottom) / 2 + 4} Z",
        down(top, bottom, *_GLASS),
    )


@drawing(
    "unicycle", nouns="unicycle", kinds={"vehicle"}, traits={"mount"}, height=1.2, size=(90, 150), seat=(0.5, 0.12)
)
@drawing(
    "penny-farthing",
    nouns="penny-farthing, penny farthing, high wheel bicycle",
    kinds={"vehicle"},
    traits={"mount"},
    height=1.6,
    home="street",
    size=(180, 170),
    seat=(0.48, 0.1),
)
@drawing(
    "tricycle",
    nouns="tricycle, trike",
    kinds={"vehicle"},
    traits={"mount"},
    height=0.7,
    size=(180, 140),
    seat=(0.58, 0.4),
)
@drawing(
    "tandem",
    nouns="tandem bicycle, tandem bike, tandem",
    kinds={"vehicle"},
    traits={"mount"},
    height=1.1,
    home="street",
    size=(230, 130),
    seat=(0.4, 0.3),
)
def _cycle(pen: LocalCanvas, subject: Subject) -> None:
    name = subject.entity.drawing.removeprefix("own:")
    paint = subject.paint((206, 62, 60), (60, 120, 190))

    def spoked(x: float, y: float, radius: float) -> None:
        pen.ring(x, y, radius, radius, _TIRE, 5)
        pen.ring(x, y, radius - 4, radius - 4, _STEEL, 2)
        for k in range(8):
            with pen.at(x, y, turn=k * 22.5):
                pen.line(f"M {4 - radius} 0 L {radius - 4} 0", _STEEL, 0.8, 190)
        pen.dot(x, y, 4, solid(dark_of(_STEEL, 0.3)))

    match name:
        case "unicycle":
            spoked(45, 106, 40)
            pen.line("M 45 106 L 45 26", paint, 6)
            pen.shape("M 20 22 Q 46 36 72 18 Q 70 8 46 14 Q 24 8 20 22 Z", rounded_down((60, 50, 52), 8, 32))
            pen.line("M 45 106 L 58 120 M 50 120 L 68 120", dark_of(_STEEL, 0.3), 4)
        case "penny-farthing":
            spoked(76, 96, 70)
            spoked(160, 146, 20)
            pen.line("M 76 22 Q 130 34 160 146", _TIRE, 6)
            pen.line("M 76 96 L 76 18 M 60 16 L 92 16", _TIRE, 5)
            pen.shape("M 80 18 Q 100 10 112 24 Q 96 28 80 26 Z", solid((124, 76, 52)))
            pen.line("M 76 96 L 90 112", dark_of(_STEEL, 0.4), 4)
        case "tricycle":
            spoked(44, 98, 36)
            for x in (140, 152):
                spoked(x, 112, 22)
            pen.line("M 44 98 L 60 46 L 44 40 M 58 54 L 146 108 M 106 82 L 110 62", paint, 7)
            pen.shape("M 92 62 Q 112 48 130 56 Q 128 68 110 68 Z", rounded_down((60, 52, 56), 50, 68))
            pen.line("M 60 46 L 68 40", paint, 7)
        case _:
            for x in (42, 188):
                spoked(x, 88, 38)
            pen.line("M 42 88 L 64 34 L 112 88 L 152 40 L 188 88 L 112 88 M 64 34 L 152 40 M 84 38 L 112 88", paint, 5)
            for x in (86, 152):
                pen.shape(f"M {x - 14} 26 Q {x} 22 {x + 14} 26 Q {x + 8} 34 {x - 8} 32 Z", solid((60, 50, 52)))
            pen.line("M 64 34 L 58 16 L 46 20 M 132 40 L 128 22 L 118 26", _TIRE, 5)


@drawing(
    "sleigh",
    nouns="sleigh, santa's sleigh, horse sleigh",
    kinds={"vehicle"},
    traits={"sit_on"},
    height=1.4,
    home="snow",
    size=(180, 120),
    seat=(0.62, 0.5),
)
@drawing(
    "snowmobile",
    nouns="snowmobile",
    kinds={"vehicle"},
    traits={"mount"},
    height=1.2,
    home="snow",
    size=(190, 110),
    seat=(0.6, 0.35),
)
def _on_runners(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint((190, 44, 50))
    gold: RGB = (236, 190, 76)
    if subject.entity.drawing == "own:snowmobile":
        pen.line("M 6 92 Q 14 104 30 104 L 74 104", _TIRE, 6)
        pen.box(76, 78, 184, 106, rounded_down(_TIRE, 78, 106), 13)
        pen.shape("M 12 78 Q 30 44 70 40 L 92 60 L 180 58 L 184 80 L 30 84 Z", rounded_down(paint, 40, 84))
        pen.polygon([(54, 42), (72, 16), (80, 18), (76, 44)], down(16, 44, *_GLASS))
        pen.box(98, 48, 172, 62, rounded_down((60, 56, 62), 48, 62), 6)
        pen.line("M 84 44 L 96 36", _TIRE, 5)
        return
    pen.line("M 8 66 C -6 96 8 112 30 112 L 172 112", gold, 5)
    for x in (56, 136):
        pen.line(f"M {x} 112 L {x} 90", gold, 5)
    pen.shape(
        "M 10 40 C 4 64 14 92 50 94 L 138 94 C 166 92 174 60 170 8 C 160 10 152 20 150 42 L 96 46 C 70 62 36 64 26 40 "
        "C 22 34 12 34 10 40 Z",
        rounded_down(paint, 8, 94),
    )
    pen.line("M 20 52 C 34 74 70 72 96 54 L 152 50 L 160 16", gold, 4)
    pen.shape("M 98 54 L 148 50 L 148 70 L 100 72 Z", rounded_down(dark_of(paint, 0.3), 50, 72))


@drawing(
    "hang-glider",
    nouns="hang glider, hang-glider",
    kinds={"vehicle"},
    traits={"flies"},
    height=2,
    home="mountains",
    size=(220, 110),
)
@drawing(
    "paraglider",
    nouns="paraglider, paragliding wing",
    kinds={"vehicle"},
    traits={"flies"},
    height=4,
    home="mountains",
    size=(220, 180),
)
@drawing("jetpack", nouns="jetpack, jet pack", height=0.7, size=(120, 150))
def _glider(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint((232, 90, 60), (70, 140, 210), (250, 196, 60))
    match subject.entity.drawing:
        case "own:hang-glider":
            pen.line("M 110 34 L 86 96 L 140 96 Z", _TIRE, 3)
            pen.shape(
                "M 110 4 L 216 58 Q 160 50 110 52 Q 60 50 4 58 Z",
                down(4, 58, light_of(paint, 0.3), paint, dark_of(paint, 0.2)),
            )
            pen.polygon([(110, 4), (138, 50), (82, 50)], solid((250, 246, 236), 220))
            pen.line("M 110 4 L 110 52", _TIRE, 2)
        case "own:paraglider":
            for k in range(7):
                pen.line(f"M {22 + k * 29} {44 - 24 * (1 - abs(k - 3) / 3)} L {108 + (k - 3)} 160", (90, 90, 100), 1)
            pen.shape("M 4 56 C 30 -8 190 -8 216 56 C 176 30 44 30 4 56 Z", down(4, 56, light_of(paint, 0.3), paint))
            for k in range(5):
                pen.line(
                    f"M {44 + k * 33} {18 - 6 * (1 - abs(k - 2) / 2)} L {52 + k * 29} {42 - 6 * (1 - abs(k - 2) / 2)}",
                    dark_of(paint, 0.2),
                    2,
                )
            pen.box(98, 156, 122, 176, rounded_down((60, 62, 72), 156, 176), 7)
        case _:
            for x in (28, 92):
                pen.shape(
                    f"M {x - 16} 112 L {x + 16} 112 L {x + 7} 148 L {x} 136 L {x - 7} 148 Z",
                    down(112, 148, (255, 240, 150), (250, 120, 50)),
                )
                pen.shape(
                    f"M {x - 22} 30 Q {x} -14 {x + 22} 30 L {x + 20} 108 L {x - 20} 108 Z", rounded_down(paint, 4, 108)
                )
                pen.box(x - 14, 104, x + 14, 116, rounded_down((80, 84, 94), 104, 116), 3)
            pen.box(46, 40, 74, 92, rounded_down(_STEEL, 40, 92), 5)
            pen.dot(60, 56, 6, solid((90, 220, 140)))


@drawing("bulldozer", nouns="bulldozer, dozer", kinds={"vehicle"}, height=2.8, home="street", size=(200, 130))
@drawing(
    "combine-harvester",
    nouns="combine harvester, combine, harvester",
    kinds={"vehicle"},
    height=3.4,
    home="farm",
    size=(210, 150),
)
def _farm_machine(pen: LocalCanvas, subject: Subject) -> None:
    if subject.entity.drawing == "own:bulldozer":
        paint = subject.paint(_YELLOW)
        pen.box(54, 82, 188, 124, rounded_down(_TIRE, 82, 124), 20)
        for k in range(5):
            pen.dot(74 + k * 24, 103, 10, ball(72 + k * 24, 100, 14, light_of(_STEEL, 0.3), dark_of(_STEEL, 0.3)))
        pen.box(60, 50, 130, 86, rounded_down(paint, 50, 86), 4)
        _cab(pen, 112, 10, 176, 86, paint)
        pen.box(78, 30, 86, 52, rounded_down(_TIRE, 30, 52), 2)
        pen.line("M 34 100 L 100 92", dark_of(paint, 0.3), 8)
        pen.shape("M 12 54 Q 34 88 8 124 L 32 124 Q 52 88 34 54 Z", rounded_down(light_of(paint, 0.1), 54, 124))
        return
    paint = subject.paint((94, 160, 70), (206, 60, 52))
    pen.shape("M 66 50 L 190 34 Q 206 40 204 108 L 84 112 Z", rounded_down(paint, 34, 112))
    pen.box(120, 20, 176, 42, rounded_down(dark_of(paint, 0.2), 20, 42), 3)
    _cab(pen, 58, 18, 108, 86, paint)
    pen.polygon([(58, 92), (86, 92), (86, 116), (40, 132)], rounded_down(dark_of(paint, 0.2), 92, 132))
    pen.dot(26, 116, 26, solid((210, 176, 80)))
    for k in range(6):
        with pen.at(26, 116, turn=k * 30):
            pen.box(-26, -2, 26, 2, solid(dark_of(paint, 0.3)))
    _wheel(pen, 104, 116, 30, _YELLOW)
    _wheel(pen, 176, 124, 21, _YELLOW)
