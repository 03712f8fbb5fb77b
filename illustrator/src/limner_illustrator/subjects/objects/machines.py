"""Machines of the house and of the field: washing machine, typewriter, gramophone, calculator, drone, wind turbine."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.lettering import fit_text
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    across,
    ball,
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
_BRASS: RGB = (232, 184, 92)
_STEEL: RGB = (160, 168, 182)
_INK: RGB = (52, 50, 60)


@drawing(
    "washing-machine",
    nouns="washing machine, washer, laundry machine, dryer, clothes dryer, tumble dryer, laundromat",
    height=0.86,
    home="kitchen",
    size=(100, 122),
    relief=0.5,
    support=0.02,
)
def _washing_machine(pen: LocalCanvas, subject: Subject) -> None:
    case = subject.paint((240, 242, 246))
    pen.box(0, 0, 100, 118, rounded_across(case, -20, 140), 5)
    pen.box(4, 4, 96, 24, down(4, 24, light_of(case, 0.4), dark_of(case, 0.1)), 3)
    pen.box(10, 8, 36, 20, solid(dark_of(case, 0.14)), 2)
    pen.box(44, 9, 66, 19, solid((50, 66, 80)), 2)
    fit_text(pen.canvas, "0:42", (45, 10, 65, 18), "round", (140, 240, 220))
    for x in (76, 88):
        pen.dot(x, 14, 4.6, ball(x - 1, 12, 6, WHITE, (170, 176, 188)))
    pen.dot(50, 70, 36, ball(42, 60, 48, (246, 248, 250), (156, 164, 178)))
    pen.dot(50, 70, 29, ball(44, 60, 40, (150, 206, 236), (50, 96, 146)))
    for x, y, r, cloth in ((38, 84, 13, (240, 120, 120)), (58, 88, 13, (250, 210, 110)), (66, 76, 10, (140, 200, 150))):
        pen.oval(x, y, r, r * 0.7, ball(x - 3, y - 4, r * 1.3, light_of(cloth, 0.3), cloth))
    for x, y, r in ((34, 66, 4), (44, 58, 3), (62, 60, 5), (70, 66, 3), (52, 68, 3)):
        pen.dot(x, y, r, solid(WHITE, 170))
    pen.line("M 30 60 C 33 50 40 46 48 45", WHITE, 3, 190)
    for x in (6, 82):
        pen.box(x, 117, x + 12, 122, solid(_INK), 2)


@drawing("typewriter", nouns="typewriter, old typewriter, vintage typewriter", height=0.24, size=(140, 113), relief=0.5)
def _typewriter(pen: LocalCanvas, subject: Subject) -> None:
    case = subject.paint((70, 120, 124), (180, 70, 66), (66, 66, 78))
    pen.box(34, -8, 106, 40, down(-8, 40, WHITE, (240, 236, 226)), 1)
    if subject.text:
        fit_text(pen.canvas, subject.text, (40, -2, 100, 22), "serif", _INK)
    else:
        for y in (0, 7, 14):
            pen.line(f"M 42 {y} L {98 - y} {y}", (120, 116, 124), 1.4, 200)
    pen.box(14, 24, 126, 38, rounded_down(_INK, 22, 38), 6)
    for x in (8.0, 132.0):
        pen.box(x - 5, 22, x + 5, 40, rounded_across((110, 112, 124), x - 5, x + 5), 3)
    pen.shape("M 24 34 L 116 34 L 124 58 L 16 58 Z", down(34, 58, light_of(case, 0.3), case))
    pen.shape(
        "M 16 56 L 124 56 L 140 104 Q 140 112 132 112 L 8 112 Q 0 112 0 104 Z", down(56, 112, case, dark_of(case, 0.4))
    )
    for row in range(4):
        y = 64 + row * 11
        for column in range(10):
            half = 46 + row * 4
            x = 70 - half + column * half * 2 / 9
            if row == 3 and 2 <= column <= 7:
                continue
            pen.dot(x, y + 1.4, 4.4, solid(dark_of(case, 0.6)))
            pen.dot(x, y, 4.2, ball(x - 1, y - 1, 5, WHITE, (220, 216, 206)))
    pen.box(42, 93, 98, 101, rounded_down((236, 232, 222), 93, 101), 4)


@drawing(
    "gramophone",
    nouns="gramophone, record player, turntable, phonograph, vinyl player, victrola",
    height=0.6,
    size=(130, 139),
    relief=0.7,
)
def _gramophone(pen: LocalCanvas, subject: Subject) -> None:
    horn = subject.paint(_BRASS)
    pen.line("M 92 96 C 108 84 104 70 88 64", dark_of(horn, 0.3), 6)
    pen.shape(
        "M 92 70 C 76 58 66 44 54 50 L 16 66 C -8 40 14 -8 54 -4 C 64 14 78 40 96 62 Z",
        across(0, 96, light_of(horn, 0.44), horn, dark_of(horn, 0.4)),
    )
    with pen.at(36, 30, turn=-34):
        pen.oval(0, 0, 24, 40, ball(6, 0, 42, dark_of(horn, 0.6), dark_of(horn, 0.16), light_of(horn, 0.3)))
        pen.ring(0, 0, 24, 40, light_of(horn, 0.5), 2)
    pen.oval(62, 97, 46, 9, solid((36, 34, 42)))
    for r in (38, 28):
        pen.ring(62, 97, r, r * 0.19, (90, 88, 100), 0.9)
    pen.oval(62, 97, 14, 2.8, solid((206, 60, 60)))
    pen.line("M 92 96 L 74 95", (200, 204, 214), 3)
    pen.box(12, 102, 114, 132, rounded_down(_WOOD, 100, 132), 3)
    pen.box(6, 128, 120, 138, rounded_down(dark_of(_WOOD, 0.1), 128, 138), 3)
    pen.line("M 114 118 L 126 118 L 126 108", (190, 196, 206), 2.6)
    pen.dot(126, 106, 3.4, solid(dark_of(_WOOD, 0.3)))


@drawing("calculator", nouns="calculator, pocket calculator", height=0.16, size=(84, 120), relief=0.5)
def _calculator(pen: LocalCanvas, subject: Subject) -> None:
    case = subject.paint((70, 76, 92), (90, 150, 170))
    pen.box(0, 0, 84, 120, across(0, 84, light_of(case, 0.3), case, dark_of(case, 0.34)), 10)
    pen.box(9, 9, 75, 34, down(9, 34, (190, 214, 180), (216, 234, 204)), 3)
    fit_text(pen.canvas, subject.text or "1234.5", (32, 12, 73, 31), "round", (44, 56, 48))
    labels = ("7", "8", "9", "÷", "4", "5", "6", "×", "1", "2", "3", "−", "0", ".", "=", "+")
    for index, label in enumerate(labels):
        x, y = 9 + (index % 4) * 17, 42 + (index // 4) * 18
        key: RGB = (250, 150, 60) if index % 4 == 3 else (240, 242, 246)
        pen.box(x, y, x + 14, y + 14, rounded_down(key, y - 4, y + 20), 4)
        fit_text(pen.canvas, label, (x + 2, y + 2, x + 12, y + 12), "round", WHITE if index % 4 == 3 else _INK)


@drawing("sewing-machine", nouns="sewing machine", height=0.36, size=(150, 112), relief=0.6)
def _sewing_machine(pen: LocalCanvas, subject: Subject) -> None:
    case = subject.paint((236, 150, 160), (120, 190, 190), (70, 70, 84))
    pen.box(0, 92, 140, 110, rounded_down(_WOOD, 90, 110), 4)
    pen.box(4, 80, 136, 94, rounded_down(light_of(case, 0.3), 80, 94), 4)
    pen.shape(
        "M 6 10 Q 6 4 14 4 L 116 4 Q 132 6 132 24 L 132 82 L 96 82 L 96 50 Q 94 40 84 40 L 34 40 L 34 52 L 10 52 Z",
        down(4, 82, light_of(case, 0.34), case, dark_of(case, 0.26)),
    )
    pen.dot(136, 26, 13, ball(133, 22, 18, (236, 238, 244), (140, 146, 160)))
    pen.box(18, 52, 26, 64, rounded_across(_STEEL, 18, 26), 1)
    pen.line("M 22 62 L 22 78", (140, 146, 160), 1.8)
    pen.line("M 14 78 L 30 78", (120, 126, 140), 3)
    pen.shape("M -12 82 Q 10 74 40 80 L 52 88 L -8 92 Z", down(74, 92, (110, 170, 226), (70, 120, 190)))
    pen.box(58, -12, 72, 4, rounded_across((250, 210, 90), 58, 72), 2)
    pen.line("M 60 -4 C 40 -6 26 0 22 52", (250, 190, 60), 1.2)
    for x in (54, 70, 86):
        pen.dot(x, 22, 5, ball(x - 1, 20, 7, WHITE, (190, 196, 206)))


@drawing(
    "drone",
    nouns="drone, quadcopter, quadrocopter, delivery drone",
    kinds={"vehicle"},
    traits={"flies"},
    height=0.3,
    size=(150, 78),
    relief=0.6,
)
def _drone(pen: LocalCanvas, subject: Subject) -> None:
    case = subject.paint((236, 238, 244), (60, 64, 78))
    for x, y in ((22, 20), (128, 20), (6, 42), (144, 42)):
        pen.line(f"M 75 46 L {x} {y + 8}", dark_of(case, 0.24), 6)
        pen.box(x - 4, y - 2, x + 4, y + 12, rounded_across(_INK, x - 4, x + 4), 2)
        pen.oval(x, y - 4, 32, 4.4, solid((120, 130, 150), 120))
        pen.oval(x, y - 4, 4, 2.6, solid(_INK))
    pen.shape(
        "M 42 44 Q 46 28 75 28 Q 104 28 108 44 Q 104 62 75 62 Q 46 62 42 44 Z",
        down(28, 62, light_of(case, 0.4), case, dark_of(case, 0.3)),
    )
    pen.box(62, 56, 88, 76, rounded_across(_INK, 62, 88), 6)
    pen.dot(75, 66, 7.4, ball(73, 63, 10, (150, 210, 250), (40, 70, 120)))
    for x, lamp in ((50, (240, 70, 70)), (100, (90, 220, 120))):
        pen.dot(x, 48, 3, ball(x - 1, 47, 4, WHITE, lamp))


@drawing(
    "wind-turbine", nouns="wind turbine, wind turbines, wind farm", height=26, home="farm", size=(120, 200), relief=0.4
)
def _wind_turbine(pen: LocalCanvas, subject: Subject) -> None:
    white = subject.paint((246, 248, 252))
    pen.shape("M 56 62 L 64 62 L 67 200 L 53 200 Z", rounded_across(white, 52, 70))
    pen.box(54, 54, 76, 66, rounded_down(white, 52, 68), 5)
    for turn in (14, 134, 254):
        with pen.at(58, 60, turn=turn):
            pen.shape("M -3 0 Q -8 -20 -1 -70 Q 3 -62 4 -30 L 3 0 Z", across(-6, 4, WHITE, (206, 214, 226)))
    pen.dot(58, 60, 6, ball(56, 58, 8, WHITE, (176, 184, 198)))


@drawing("solar-panel", nouns="solar panel, solar panels, photovoltaic panel", height=1.6, size=(160, 114), relief=0.3)
def _solar_panel(pen: LocalCanvas, subject: Subject) -> None:
    glass = subject.paint((46, 84, 170))
    for x in (44, 112):
        pen.polygon([(x, 60), (x + 7, 60), (x + 3, 112), (x - 6, 112)], rounded_across(_STEEL, x - 6, x + 7))
    panel = [(30, 8), (160, 0), (136, 82), (0, 92)]
    pen.polygon([(x, y + 5) for x, y in panel], solid((120, 128, 142)))
    pen.polygon(panel, across(0, 160, light_of(glass, 0.34), glass, dark_of(glass, 0.3)))
    for part in (0, 0.2, 0.4, 0.6, 0.8, 1):
        pen.line(f"M {30 + 130 * part} {8 - 8 * part} L {136 * part} {92 - 10 * part}", (214, 224, 240), 1.5)
    for part in (0, 0.25, 0.5, 0.75, 1):
        pen.line(f"M {30 - 30 * part} {8 + 84 * part} L {160 - 24 * part} {82 * part}", (214, 224, 240), 1.5)
    pen.polygon([(62, 6), (84, 4.6), (48, 88), (26, 90)], solid(WHITE, 50))


@drawing("cannon", nouns="cannon, artillery, howitzer", height=1.1, size=(140, 118), relief=0.7)
def _cannon(pen: LocalCanvas, subject: Subject) -> None:
    iron = subject.paint((64, 68, 80))
    with pen.at(64, 62, turn=-14):
        barrel = down(-18, 18, light_of(iron, 0.36), iron, dark_of(iron, 0.44))
        pen.shape("M -48 -18 L 78 -13 L 78 13 L -48 18 Q -60 0 -48 -18 Z", barrel)
        pen.dot(-58, 0, 6, ball(-60, -2, 8, light_of(iron, 0.4), iron))
        for x in (-34, 8, 72):
            pen.box(x, -19, x + 8, 19, down(-19, 19, light_of(iron, 0.4), dark_of(iron, 0.3)), 3)
        pen.oval(80, 0, 4.4, 10, solid((24, 22, 30)))
    pen.shape("M 0 104 L 28 70 L 100 74 L 92 92 L 14 114 Z", rounded_down(_WOOD, 70, 114))
    pen.dot(64, 88, 27, ball(56, 78, 38, light_of(_WOOD, 0.24), _WOOD, dark_of(_WOOD, 0.3)))
    pen.dot(64, 88, 20, solid(dark_of(_WOOD, 0.5)))
    for turn in range(0, 180, 45):
        with pen.at(64, 88, turn=turn):
            pen.box(-21, -2.6, 21, 2.6, rounded_down(_WOOD, -3, 3))
    pen.dot(64, 88, 6, ball(62, 86, 8, light_of(iron, 0.4), iron))
    for x, y in ((114, 108), (130, 108), (122, 96)):
        pen.dot(x, y, 8.4, ball(x - 2, y - 3, 12, light_of(iron, 0.44), iron, dark_of(iron, 0.4)))
