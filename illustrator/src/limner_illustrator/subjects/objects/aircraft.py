"""Aircraft and spacecraft with shapes of their own, and wheels that steer."""

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

_GLASS = (206, 232, 246), (110, 160, 200)


@drawing(
    "airship",
    nouns="airship, zeppelin, blimp, dirigible",
    kinds={"vehicle"},
    traits={"flies"},
    height=20,
    home="sky",
    size=(230, 110),
)
def _airship(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((206, 210, 218), (226, 190, 130), (196, 84, 74))
    for points in ([(178, 30), (222, 4), (214, 42)], [(178, 66), (222, 92), (214, 54)]):
        pen.polygon(points, solid(dark_of(skin, 0.24)))
    pen.shape(
        "M 2 48 C 14 8 90 0 130 6 C 180 12 214 36 222 48 C 214 60 180 84 130 90 C 90 96 14 88 2 48 Z",
        down(4, 92, light_of(skin, 0.4), skin, dark_of(skin, 0.36)),
    )
    for y in (26, 48, 70):
        pen.line(f"M 10 48 Q 110 {y + (y - 48) * 0.9} 216 48", dark_of(skin, 0.24), 1.6, 170)
    pen.polygon([(186, 44), (226, 42), (226, 54), (186, 52)], solid(dark_of(skin, 0.34)))
    pen.shape(
        "M 70 90 L 150 90 L 142 106 Q 138 110 130 110 L 90 110 Q 80 108 70 90 Z", rounded_down((110, 92, 84), 90, 110)
    )
    for k in range(4):
        pen.box(88 + k * 14, 94, 97 + k * 14, 102, solid((250, 236, 180)), 1)


@drawing(
    "fighter-jet",
    nouns="fighter jet, jet fighter, fighter plane, stealth fighter, warplane, jet",
    kinds={"vehicle"},
    traits={"flies"},
    height=4,
    home="sky",
    size=(230, 100),
)
@drawing(
    "biplane",
    nouns="biplane, old airplane, vintage airplane, wright flyer",
    kinds={"vehicle"},
    traits={"flies"},
    height=3,
    home="sky",
    size=(200, 120),
)
@drawing(
    "seaplane",
    nouns="seaplane, floatplane, flying boat",
    kinds={"vehicle"},
    traits={"flies"},
    height=4,
    home="sea",
    size=(210, 110),
)
@drawing(
    "glider",
    nouns="glider, sailplane, glider plane",
    kinds={"vehicle"},
    traits={"flies"},
    height=2,
    home="sky",
    size=(230, 80),
)
@drawing(
    "space-shuttle",
    nouns="space shuttle, spaceplane, shuttle orbiter",
    kinds={"vehicle"},
    traits={"flies"},
    height=14,
    home="space",
    size=(220, 100),
)
def _aircraft(pen: LocalCanvas, subject: Subject) -> None:
    """It flies to the left."""
    match subject.entity.drawing:
        case "own:fighter-jet":
            steel = subject.paint((130, 142, 158))
            pen.polygon([(176, 44), (220, 2), (228, 4), (206, 48)], rounded_down(dark_of(steel, 0.1), 2, 48))
            pen.shape(
                "M 2 58 Q 50 40 96 36 L 206 42 L 216 62 L 90 70 Q 30 68 2 58 Z",
                down(36, 70, light_of(steel, 0.3), steel, dark_of(steel, 0.2)),
            )
            pen.shape("M 60 45 Q 84 22 116 38 Z", down(24, 46, *_GLASS))
            pen.polygon([(96, 58), (176, 98), (196, 96), (168, 58)], rounded_down(dark_of(steel, 0.16), 58, 98))
            pen.polygon([(180, 58), (218, 82), (228, 80), (212, 56)], solid(dark_of(steel, 0.3)))
            pen.oval(216, 52, 5, 10, solid((250, 160, 70)))
        case "own:biplane":
            paint = subject.paint((206, 60, 52), (230, 180, 70))
            pen.polygon([(164, 60), (192, 22), (200, 26), (190, 66)], rounded_down(paint, 22, 66))
            pen.shape("M 18 48 Q 30 38 60 44 L 190 58 L 188 70 L 60 84 Q 26 82 18 48 Z", rounded_down(paint, 40, 84))
            pen.box(34, 84, 148, 92, rounded_down(light_of(paint, 0.1), 84, 92), 4)
            for x in (48, 82, 130):
                pen.line(f"M {x} 22 L {x - 4} 88", (120, 90, 66), 3)
            pen.box(34, 16, 154, 25, rounded_down(light_of(paint, 0.16), 16, 25), 4)
            pen.shape("M 88 46 Q 100 34 112 49 Z", down(36, 50, *_GLASS))
            pen.box(6, 56, 20, 70, rounded_down((80, 80, 90), 56, 70), 5)
            pen.oval(8, 62, 3, 38, solid((90, 66, 50), 210))
            pen.line("M 60 90 L 54 106 M 92 90 L 96 106", (80, 76, 80), 3)
            for x in (54, 96):
                pen.dot(x, 108, 10, solid((50, 48, 56)))
        case "own:seaplane":
            paint = subject.paint((250, 200, 70), (220, 80, 66))
            pen.polygon([(176, 44), (202, 6), (210, 8), (202, 50)], rounded_down(paint, 6, 50))
            pen.shape(
                "M 12 46 Q 24 28 70 28 L 204 42 L 200 54 L 60 66 Q 20 64 12 46 Z", down(28, 66, WHITE, (232, 234, 238))
            )
            pen.line("M 20 52 L 200 50", paint, 6)
            pen.box(50, 18, 150, 28, rounded_down(paint, 18, 28), 5)
            for k in range(3):
                pen.box(46 + k * 22, 33, 60 + k * 22, 45, down(33, 45, *_GLASS), 3)
            pen.line("M 56 64 L 52 86 M 110 62 L 116 86", (120, 126, 136), 4)
            pen.shape("M 14 86 Q 30 78 150 84 L 140 100 L 34 102 Z", rounded_down(paint, 80, 102))
            pen.oval(8, 46, 3, 28, solid((90, 80, 80), 190))
        case "own:glider":
            paint = subject.paint((250, 250, 250))
            pen.polygon([(196, 36), (214, 2), (224, 4), (218, 38)], rounded_down(paint, 2, 38))
            pen.shape(
                "M 4 44 Q 30 26 84 32 L 222 34 L 222 40 L 84 52 Q 24 58 4 44 Z", down(26, 58, WHITE, (206, 214, 224))
            )
            pen.shape("M 22 38 Q 44 24 70 33 Z", down(24, 40, *_GLASS))
            pen.polygon([(84, 40), (8, 76), (18, 78), (118, 44)], down(40, 78, WHITE, (190, 200, 212)))
        case _:
            pen.polygon([(168, 40), (196, 0), (212, 2), (206, 44)], rounded_down((232, 234, 238), 0, 44))
            for y in (44, 62):
                pen.polygon([(204, y), (220, y - 6), (220, y + 12), (204, y + 10)], solid((80, 82, 92)))
            pen.shape(
                "M 4 60 Q 14 34 60 32 L 206 34 L 210 74 L 40 76 Q 6 74 4 60 Z",
                down(32, 76, subject.paint(WHITE), (226, 230, 234)),
            )
            pen.shape("M 4 60 Q 8 46 22 40 Q 26 60 44 76 Q 6 74 4 60 Z", solid((60, 60, 70)))
            pen.polygon([(32, 40), (56, 36), (56, 44), (36, 47)], solid((50, 70, 100)))
            pen.polygon([(84, 66), (190, 92), (212, 92), (204, 64)], down(64, 92, WHITE, (60, 60, 70)))
            pen.line("M 70 40 L 160 40", (150, 156, 166), 1.6)


@drawing("ships-wheel", nouns="ship's wheel, ship wheel, helm, ships wheel", height=1.1, size=(150, 150))
@drawing("steering-wheel", nouns="steering wheel, car steering wheel", height=0.4, size=(120, 120))
def _steering(pen: LocalCanvas, subject: Subject) -> None:
    if subject.entity.drawing == "own:steering-wheel":
        tone = subject.paint((56, 56, 66))
        pen.line("M 16 62 L 104 62 M 60 62 L 60 104", light_of(tone, 0.14), 11)
        pen.ring(60, 60, 50, 50, dark_of(tone, 0.2), 14)
        pen.ring(60, 59, 50, 50, light_of(tone, 0.16), 5)
        pen.dot(60, 62, 17, ball(55, 56, 24, light_of(tone, 0.34), tone))
        return
    wood = subject.paint((150, 96, 56))
    for k in range(8):
        with pen.at(75, 75, turn=k * 45):
            pen.box(-4, -58, 4, -8, across(-4, 4, light_of(wood, 0.2), dark_of(wood, 0.2)), 2)
            pen.shape("M -4 -54 Q -7 -62 -4 -72 Q 0 -76 4 -72 Q 7 -62 4 -54 Z", rounded_across(wood, -6, 6))
    pen.ring(75, 75, 46, 46, dark_of(wood, 0.3), 15)
    pen.ring(75, 75, 46, 46, wood, 11)
    pen.ring(75, 74, 48, 48, light_of(wood, 0.3), 2, 160)
    pen.dot(75, 75, 15, ball(70, 69, 22, (250, 220, 130), (210, 160, 60), (150, 100, 40)))
