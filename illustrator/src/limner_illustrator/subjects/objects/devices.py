"""Devices: telescope, binoculars, globe, hair dryer, remote control, parking meter, lamps, satellite."""

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
    soft,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_BRASS: RGB = (232, 184, 92)
_WOOD: RGB = (150, 96, 58)
_STEEL: RGB = (160, 168, 182)


@drawing("telescope", nouns="telescope, astronomical telescope", height=1.5, home="meadow", size=(124, 160), relief=0.6)
def _telescope(pen: LocalCanvas, subject: Subject) -> None:
    tube = subject.paint((56, 84, 140), (236, 236, 240), (170, 60, 60))
    for x, y in ((22, 150), (62, 156), (102, 150)):
        pen.line(f"M 62 74 L {x} {y}", dark_of(_WOOD, 0.2), 5.4)
        pen.line(f"M 61 76 L {x - 1} {y - 2}", light_of(_WOOD, 0.2), 1.8)
    pen.box(54, 64, 70, 82, rounded_across(_STEEL, 54, 70), 4)
    with pen.at(62, 60, turn=-32):
        pen.box(-50, -8, -34, 8, rounded_down((54, 56, 68), -8, 8), 3)
        pen.box(-38, -11, 16, 11, down(-11, 11, light_of(tube, 0.4), tube, dark_of(tube, 0.36)), 3)
        pen.box(14, -15, 66, 15, down(-15, 15, light_of(tube, 0.4), tube, dark_of(tube, 0.36)), 3)
        for x in (-24, 13, 58):
            half = 12 if x < 10 else 16
            pen.box(x, -half, x + 6, half, down(-half, half, light_of(_BRASS, 0.5), _BRASS, dark_of(_BRASS, 0.3)), 2)
        pen.oval(66, 0, 4, 13.4, ball(65, -5, 14, (206, 240, 255), (90, 150, 210)))


@drawing("binoculars", nouns="binoculars, field glasses", height=0.15, size=(120, 112))
def _binoculars(pen: LocalCanvas, subject: Subject) -> None:
    case = subject.paint((62, 66, 78), (90, 100, 70))
    pen.box(44, 30, 76, 58, rounded_down(case, 28, 58), 5)
    pen.dot(60, 42, 8, ball(58, 39, 10, (170, 176, 188), (80, 84, 96)))
    for side in (-1, 1):
        x = 60 + side * 28
        pen.box(x - 12, 2, x + 12, 24, rounded_across((44, 46, 56), x - 12, x + 12), 5)
        pen.shape(
            f"M {x - 14} 22 L {x + 14} 22 L {x + side * 4 + 20} 92 L {x + side * 4 - 20} 92 Z",
            across(x - 22, x + 22, light_of(case, 0.34), case, dark_of(case, 0.4)),
        )
        pen.box(x + side * 4 - 23, 86, x + side * 4 + 23, 104, rounded_across((44, 46, 56), x - 22, x + 22), 5)
        pen.oval(x + side * 4, 104, 21, 7, ball(x - 4, 101, 24, (190, 226, 250), (60, 90, 150)))


@drawing("globe", nouns="globe, world globe, desk globe, terrestrial globe", height=0.42, size=(110, 136), relief=0.5)
def _globe(pen: LocalCanvas, subject: Subject) -> None:
    sea = subject.paint((70, 150, 220))
    pen.box(46, 108, 54, 126, rounded_across(_BRASS, 46, 54))
    pen.oval(50, 128, 30, 7, rounded_across(_WOOD, 20, 80))
    pen.oval(50, 125, 26, 5.4, rounded_across(light_of(_WOOD, 0.2), 20, 80))
    pen.dot(50, 56, 43, ball(36, 38, 64, light_of(sea, 0.5), sea, dark_of(sea, 0.4)))
    land = across(8, 92, (150, 206, 110), (96, 166, 84), (58, 118, 66))
    with pen.inside("M 50 13 C 74 13 93 32 93 56 C 93 80 74 99 50 99 C 26 99 7 80 7 56 C 7 32 26 13 50 13 Z"):
        pen.shape("M 14 34 C 20 20 38 16 46 22 C 50 30 40 34 42 40 C 36 46 30 42 30 50 C 22 52 12 46 14 34 Z", land)
        pen.shape("M 30 54 C 40 52 48 58 46 68 C 42 78 40 90 34 92 C 28 84 30 74 26 66 C 24 60 26 56 30 54 Z", land)
        pen.shape(
            "M 58 26 C 68 18 84 24 92 36 L 94 56 C 86 54 82 62 78 58 C 74 50 66 54 64 48 C 58 42 54 34 58 26 Z", land
        )
        pen.shape("M 60 52 C 70 52 76 58 76 66 C 72 76 70 86 64 84 C 60 74 56 68 54 62 C 54 56 56 52 60 52 Z", land)
        pen.oval(50, 12, 20, 5, solid(WHITE, 220))
    pen.line("M 74 8 C 108 30 108 82 70 104", dark_of(_BRASS, 0.3), 5)
    pen.line("M 73 8 C 106 30 106 82 69 103", light_of(_BRASS, 0.2), 2.4)
    pen.oval(34, 34, 9, 6, soft(WHITE, 150, 3))


@drawing(
    "hair-dryer",
    nouns="hair dryer, hair drier, hairdryer, blow dryer, blowdryer, hairdrier",
    height=0.24,
    size=(128, 136),
)
def _hair_dryer(pen: LocalCanvas, subject: Subject) -> None:
    shell = subject.paint((232, 96, 140), (90, 170, 190), (150, 110, 210))
    pen.line("M 84 116 C 88 136 110 132 126 128", (60, 58, 68), 4)
    with pen.at(84, 62, turn=-14):
        pen.shape(
            "M -14 8 L 14 8 L 10 58 Q 0 64 -10 58 Z", across(-14, 14, light_of(shell, 0.3), shell, dark_of(shell, 0.3))
        )
        pen.box(-5, 22, 5, 40, rounded_across((250, 250, 252), -5, 5), 3)
        pen.dot(0, 27, 2.6, solid(dark_of(shell, 0.3)))
    body = "M 18 36 L 70 28 C 96 22 122 34 122 54 C 122 76 96 84 70 78 L 18 70 Z"
    pen.shape(body, down(24, 82, light_of(shell, 0.44), shell, dark_of(shell, 0.34)))
    pen.shape("M 20 34 L 4 30 L 4 76 L 20 72 Z", across(4, 20, (110, 112, 126), (60, 60, 72)))
    pen.oval(4, 53, 4, 23, solid((40, 40, 50)))
    pen.oval(108, 53, 12, 18, ball(104, 48, 20, (96, 98, 112), (50, 50, 60)))
    for y in (44, 50, 56, 62):
        pen.line(f"M 100 {y} L 116 {y}", (150, 154, 168), 1.6)
    pen.line("M 34 42 L 78 36", WHITE, 4, 150)


@drawing(
    "remote", nouns="remote control, remote, tv remote, television remote", height=0.18, size=(70, 155), relief=0.7
)
def _remote(pen: LocalCanvas, subject: Subject) -> None:
    case = subject.paint((58, 60, 72))
    with pen.at(30, 76, turn=14):
        pen.box(-20, -74, 20, 74, across(-20, 20, light_of(case, 0.3), case, dark_of(case, 0.4)), 12)
        pen.dot(-9, -60, 5, ball(-10, -61, 6, (255, 150, 140), (220, 50, 50)))
        pen.dot(0, -30, 14, ball(-3, -34, 18, light_of(case, 0.5), light_of(case, 0.16)))
        pen.dot(0, -30, 5.4, solid(dark_of(case, 0.3)))
        for row in range(4):
            for column in range(3):
                key = (214, 218, 228) if row < 3 else ((230, 80, 80), (90, 190, 110), (90, 140, 230))[column]
                x, y = -11 + column * 11, -4 + row * 14
                pen.box(x - 4, y - 4, x + 4, y + 4, rounded_down(key, y - 5, y + 5), 2.4)
        pen.box(-10, 56, 10, 60, solid(light_of(case, 0.4)), 1.6)


@drawing("parking-meter", nouns="parking meter", height=1.4, home="street", size=(60, 175), relief=0.6)
def _parking_meter(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint((104, 116, 134), (70, 110, 150))
    pen.box(25, 84, 35, 170, rounded_across(_STEEL, 25, 35))
    pen.oval(30, 170, 15, 4.6, rounded_across(dark_of(_STEEL, 0.2), 15, 45))
    pen.box(19, 78, 41, 92, rounded_across(dark_of(paint, 0.2), 19, 41), 3)
    head = "M 2 42 C 2 -12 58 -12 58 42 L 54 82 Q 30 88 6 82 Z"
    pen.shape(head, across(2, 58, light_of(paint, 0.4), paint, dark_of(paint, 0.36)))
    pen.shape("M 10 36 C 10 4 50 4 50 36 L 49 42 L 11 42 Z", down(8, 42, (250, 252, 246), (206, 222, 226)))
    for turn in (-60, -30, 0, 30, 60):
        with pen.at(30, 38, turn=turn):
            pen.box(-0.8, -25, 0.8, -20, solid((80, 84, 96)))
    pen.shape("M 30 38 L 12 32 C 14 20 22 14 30 13 Z", solid((230, 70, 60), 200))
    with pen.at(30, 38, turn=-24):
        pen.box(-1.2, -21, 1.2, 2, solid((50, 46, 56)), 1)
    pen.box(13, 49, 47, 60, rounded_down((44, 54, 60), 49, 60), 2)
    fit_text(pen.canvas, subject.text or "0:25", (15, 50, 45, 59), "round", (140, 250, 170))
    pen.box(27, 64, 33, 75, solid((50, 54, 64)), 2)
    pen.dot(46, 70, 4, ball(45, 69, 5, (236, 240, 246), (140, 146, 160)))


@drawing(
    "street-lamp",
    nouns="street lamp, streetlamp, street light, streetlight, lamp post, lamppost",
    height=3.6,
    home="street",
    size=(80, 198),
    relief=0.4,
    glow=0.6,
)
def _street_lamp(pen: LocalCanvas, subject: Subject) -> None:
    iron = subject.paint((60, 68, 80))
    pen.oval(40, 34, 36, 36, soft((255, 226, 130), 70, 9))
    pen.box(36.6, 56, 43.4, 190, rounded_across(iron, 36, 44))
    pen.box(33, 150, 47, 192, rounded_across(iron, 33, 47), 2)
    pen.box(26, 188, 54, 198, rounded_down(iron, 188, 198), 3)
    pen.box(32, 96, 48, 101, rounded_down(light_of(iron, 0.16), 96, 101), 2)
    for side in (-1, 1):
        pen.line(f"M 40 76 C {40 + side * 16} 74 {40 + side * 18} 62 {40 + side * 9} 62", iron, 2.4)
    pen.shape("M 22 22 L 58 22 L 50 56 L 30 56 Z", ball(40, 42, 26, (255, 252, 220), (255, 224, 120)))
    pen.line("M 22 22 L 30 56 M 58 22 L 50 56 M 40 22 L 40 56", iron, 2.4)
    pen.shape("M 16 23 Q 40 -6 64 23 Z", rounded_down(iron, 4, 24))
    pen.box(28, 54, 52, 60, rounded_down(iron, 54, 60), 2)
    pen.dot(40, 4, 4, ball(39, 3, 5, light_of(iron, 0.5), iron))


@drawing(
    "lantern",
    nouns="lantern, oil lamp, kerosene lamp, oil lantern, gas lamp, hurricane lamp",
    height=0.4,
    size=(80, 109),
    relief=0.4,
    glow=0.8,
)
def _lantern(pen: LocalCanvas, subject: Subject) -> None:
    metal = subject.paint((70, 74, 88), (190, 130, 70))
    pen.ring(40, 8, 17, 17, metal, 3.4)
    pen.shape("M 22 32 Q 40 8 58 32 Z", rounded_across(metal, 22, 58))
    pen.box(14, 30, 66, 38, rounded_down(metal, 30, 38), 3)
    pen.shape(
        "M 18 38 L 62 38 L 66 98 L 14 98 Z",
        ball(40, 74, 46, (255, 250, 210, 245), (255, 216, 110, 235), (240, 160, 60, 225)),
    )
    pen.box(33, 72, 47, 98, rounded_across((252, 244, 226), 33, 47), 2)
    pen.shape(
        "M 40 44 C 50 58 47 72 40 72 C 33 72 30 58 40 44 Z", ball(40, 64, 16, WHITE, (255, 226, 110), (255, 160, 50))
    )
    for x0, x1 in ((19, 15), (40, 40), (61, 65)):
        pen.line(f"M {x0} 38 L {x1} 98", metal, 3.2, 255 if x0 != 40 else 110)
    pen.box(8, 97, 72, 108, rounded_down(metal, 97, 108), 3)
    pen.line("M 24 46 L 22 88", WHITE, 2.6, 150)


@drawing(
    "candlestick",
    nouns="candlestick, candelabra, candle holder, candleholder, candelabrum, menorah",
    height=0.5,
    size=(100, 150),
    relief=0.5,
    glow=0.7,
)
def _candlestick(pen: LocalCanvas, subject: Subject) -> None:
    metal = subject.paint(_BRASS, (190, 196, 208))
    gleam = across(10, 90, light_of(metal, 0.4), metal, dark_of(metal, 0.36))
    for x, top in ((16, 36), (50, 14), (84, 36)):
        pen.box(x - 5, top, x + 5, top + 40, rounded_across((252, 242, 222), x - 5, x + 5), 2)
        pen.shape(
            f"M {x} {top - 22} C {x + 8} {top - 10} {x + 5} {top - 1} {x} "
            f"{top - 1} C {x - 5} {top - 1} {x - 8} {top - 10} {x} {top - 22} "
            "Z",
            ball(x, top - 7, 13, WHITE, (255, 226, 110), (255, 150, 40)),
        )
        pen.shape(f"M {x - 10} {top + 38} L {x + 10} {top + 38} L {x + 6} {top + 47} L {x - 6} {top + 47} Z", gleam)
    pen.line("M 16 82 C 18 108 48 96 50 110 C 52 96 82 108 84 82", dark_of(metal, 0.1), 5)
    pen.line("M 15 82 C 17 106 47 94 49 108", light_of(metal, 0.4), 1.6)
    pen.box(46, 60, 54, 132, across(46, 54, light_of(metal, 0.4), dark_of(metal, 0.3)), 2)
    pen.oval(50, 100, 7, 6, ball(47, 97, 9, light_of(metal, 0.6), metal))
    pen.shape("M 22 144 Q 26 130 50 128 Q 74 130 78 144 Q 50 152 22 144 Z", gleam)


@drawing(
    "satellite",
    nouns="satellite, space station, space probe, space telescope",
    kinds={"vehicle"},
    traits={"flies"},
    height=4,
    home="space",
    size=(180, 132),
    relief=0.5,
)
def _satellite(pen: LocalCanvas, subject: Subject) -> None:
    foil = subject.paint((238, 196, 96), (206, 212, 222))
    with pen.at(90, 66, turn=-22):
        pen.box(-74, -3, 74, 3, rounded_down((170, 176, 190), -3, 3))
        for left in (-90, 34):
            pen.box(left, -22, left + 56, 22, down(-22, 22, (90, 130, 220), (44, 70, 150)), 2)
            for step in range(1, 5):
                pen.line(f"M {left + step * 11.2} -22 L {left + step * 11.2} 22", (150, 180, 240), 1)
            pen.line(f"M {left} 0 L {left + 56} 0", (150, 180, 240), 1)
            pen.frame(left, -22, left + 56, 22, (210, 216, 228), 2, 2)
        pen.box(-24, -26, 24, 26, across(-24, 24, light_of(foil, 0.4), foil, dark_of(foil, 0.34)), 4)
        for y in (-12, 4):
            pen.line(f"M -23 {y} L 23 {y - 3}", dark_of(foil, 0.3), 1.1, 180)
        pen.line("M 0 26 L 0 42", (150, 156, 170), 3)
        pen.shape("M -20 40 Q 0 62 20 40 Q 0 46 -20 40 Z", rounded_across((236, 238, 244), -20, 20))
        pen.line("M 0 46 L 0 62", (150, 156, 170), 2)
        pen.dot(0, 63, 3, solid((240, 90, 80)))
        pen.line("M 8 -26 L 16 -44", (200, 206, 216), 2)
        pen.dot(16, -45, 2.6, solid((250, 220, 120)))
