"""Plain buildings: yurt, teepee, outhouse, warehouse, smokestack, oil rig, lemonade stand, totem pole."""

from limner_illustrator.canvas.palette import RGB
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

_BRICK: RGB = (178, 98, 76)
_WOOD: RGB = (150, 104, 66)
_STEEL: RGB = (170, 178, 190)
_DARK: RGB = (56, 54, 64)


def _door(pen: LocalCanvas, x: float, bottom: float, half: float, tall: float, paint: RGB = (96, 66, 48)) -> None:
    pen.box(
        x - half,
        bottom - tall,
        x + half,
        bottom,
        down(bottom - tall, bottom, light_of(paint, 0.1), dark_of(paint, 0.2)),
        half * 0.6,
    )


@drawing("yurt", nouns="yurt, ger", kinds={"building"}, height=3, home="meadow", size=(170, 110))
@drawing("teepee", nouns="teepee, tipi, tepee, wigwam", kinds={"building"}, height=4, home="meadow", size=(140, 160))
@drawing(
    "outhouse",
    nouns="outhouse, privy, portable toilet, porta potty",
    kinds={"building"},
    height=2.4,
    home="farm",
    size=(90, 150),
)
@drawing(
    "warehouse",
    nouns="warehouse, hangar, airplane hangar, depot",
    kinds={"building"},
    height=9,
    home="street",
    size=(220, 120),
)
@drawing(
    "smokestack",
    nouns="smokestack, chimney, factory chimney",
    kinds={"building"},
    height=16,
    home="city",
    size=(70, 200),
)
@drawing(
    "cooling-tower",
    nouns="cooling tower, nuclear power plant, nuclear plant",
    kinds={"building"},
    height=30,
    size=(180, 150),
)
@drawing(
    "oil-rig",
    nouns="oil rig, oil platform, drilling rig, offshore platform",
    kinds={"building"},
    height=30,
    home="sea",
    size=(200, 180),
    submerged=0.15,
)
@drawing(
    "lemonade-stand",
    nouns="lemonade stand, newsstand, ticket booth, toll booth, kiosk",
    kinds={"building"},
    height=2.6,
    home="street",
    size=(140, 150),
)
@drawing(
    "bus-shelter", nouns="bus shelter, bus stop shelter", kinds={"building"}, height=2.6, home="street", size=(190, 120)
)
@drawing("totem", nouns="totem pole, totem", kinds={"building"}, height=6, home="forest", size=(110, 210))
def _modest(pen: LocalCanvas, subject: Subject) -> None:
    match subject.entity.drawing:
        case "own:yurt":
            felt = subject.paint((244, 238, 226))
            pen.shape(
                "M 10 54 L 160 54 L 156 106 L 14 106 Z", across(10, 160, light_of(felt, 0.4), felt, dark_of(felt, 0.2))
            )
            pen.shape(
                "M 4 58 Q 50 14 72 12 L 98 12 Q 120 14 166 58 Q 85 70 4 58 Z",
                down(12, 62, light_of(felt, 0.3), dark_of(felt, 0.14)),
            )
            pen.box(70, 4, 100, 16, rounded_down((150, 110, 80), 4, 16), 4)
            for y in (68, 92):
                pen.line(f"M 11 {y} L 159 {y}", (190, 70, 60), 3)
            _door(pen, 85, 106, 14, 44, (200, 90, 56))
        case "own:teepee":
            hide = subject.paint((236, 214, 174))
            for tip in (52, 62, 80, 92):
                pen.line(f"M {70 + (tip - 70) * -0.2} 30 L {tip} -6", (120, 84, 56), 4)
            pen.shape(
                "M 66 22 L 76 22 L 136 156 L 6 156 Z", across(6, 136, light_of(hide, 0.3), hide, dark_of(hide, 0.3))
            )
            for k in range(6):
                pen.polygon(
                    [(30 + k * 15, 112), (38 + k * 15, 98), (46 + k * 15, 112)],
                    solid((190, 70, 54) if k % 2 else (60, 110, 150)),
                )
            pen.line("M 24 118 L 120 118", (120, 70, 50), 2.4)
            pen.polygon([(70, 92), (90, 156), (52, 156)], solid((70, 48, 42)))
        case "own:outhouse":
            wood = subject.paint(_WOOD)
            pen.box(12, 30, 78, 146, down(30, 146, light_of(wood, 0.2), dark_of(wood, 0.16)))
            for k in range(6):
                pen.line(f"M {22 + k * 10} 32 L {22 + k * 10} 144", dark_of(wood, 0.34), 1.4)
            pen.box(24, 46, 66, 146, rounded_down(light_of(wood, 0.14), 46, 146), 1)
            pen.shape("M 50 60 C 34 60 34 84 50 84 C 42 80 42 64 50 60 Z", solid(_DARK))
            pen.dot(60, 100, 3, solid((230, 190, 90)))
            pen.polygon([(2, 34), (8, 12), (88, 22), (88, 36)], rounded_down(dark_of(wood, 0.2), 12, 36))
        case "own:warehouse":
            wall = subject.paint((150, 166, 180))
            pen.shape(
                "M 4 118 L 4 50 Q 110 -18 216 50 L 216 118 Z",
                down(8, 118, light_of(wall, 0.3), wall, dark_of(wall, 0.1)),
            )
            for k in range(13):
                pen.line(
                    f"M {16 + k * 15.6} {46 - 30 * (1 - ((k - 6) / 6.4) ** 2)} L {16 + k * 15.6} 116",
                    dark_of(wall, 0.14),
                    1.4,
                )
            pen.box(56, 54, 164, 118, solid(dark_of(wall, 0.3)))
            for k in range(7):
                pen.box(60, 56 + k * 9, 160, 63 + k * 9, rounded_down((222, 226, 230), 56 + k * 9, 63 + k * 9), 1)
        case "own:smokestack":
            brick = subject.paint(_BRICK)
            for k, (x, y, radius) in enumerate(((40, -6, 10), (54, -24, 14), (44, -46, 17))):
                pen.dot(x, y, radius, solid((210, 212, 216), 190 - k * 40))
            pen.polygon(
                [(22, 10), (48, 10), (58, 198), (12, 198)],
                across(12, 58, light_of(brick, 0.3), brick, dark_of(brick, 0.36)),
            )
            for k in range(14):
                pen.line(f"M {22 - k * 0.7} {24 + k * 12} L {48 + k * 0.7} {24 + k * 12}", dark_of(brick, 0.24), 1.2)
            pen.box(18, 4, 52, 16, rounded_down(dark_of(brick, 0.1), 4, 16), 1)
        case "own:cooling-tower":
            concrete = subject.paint((206, 208, 210))
            for x in (52, 132):
                for k in range(3):
                    pen.dot(x + 4 + k * 8, 14 - k * 16, 15 + k * 3, solid((240, 242, 246), 210 - k * 40))
                pen.shape(
                    f"M {x - 26} 20 Q {x - 18} 78 {x - 44} 146 L {x + 44} 146 Q {x + 18} 78 {x + 26} 20 Z",
                    across(x - 44, x + 44, light_of(concrete, 0.5), concrete, dark_of(concrete, 0.34)),
                )
                pen.oval(x, 20, 26, 6, solid(dark_of(concrete, 0.3)))
        case "own:oil-rig":
            steel = subject.paint((226, 140, 60))
            for x in (34, 82, 118, 166):
                pen.box(x - 6, 96, x + 6, 178, rounded_across(_STEEL, x - 6, x + 6), 2)
            pen.line(
                "M 34 110 L 82 170 M 82 110 L 34 170 M 118 110 L 166 170 M 166 110 L 118 170", dark_of(_STEEL, 0.3), 3
            )
            pen.box(8, 84, 192, 102, rounded_down(steel, 84, 102), 2)
            pen.box(120, 56, 176, 86, rounded_down((240, 238, 232), 56, 86), 2)
            for k in range(4):
                pen.box(126 + k * 12, 64, 134 + k * 12, 74, solid((90, 130, 160)), 1)
            pen.line("M 50 84 L 70 -4 M 98 84 L 78 -4", dark_of(_STEEL, 0.4), 4)
            for k in range(5):
                pen.line(
                    f"M {54 + k * 3.4} {70 - k * 16} L {94 - k * 3.4} {70 - k * 16} L {57 + k * 3.4} {54 - k * 16}",
                    dark_of(_STEEL, 0.4),
                    2,
                )
            pen.line("M 14 84 L 22 40 L 4 20", steel, 4)
        case "own:lemonade-stand":
            wood = subject.paint((222, 178, 110))
            for x in (14, 126):
                pen.box(x - 4, 20, x + 4, 146, rounded_across(dark_of(wood, 0.2), x - 4, x + 4))
            pen.box(18, 40, 122, 90, solid((104, 76, 66)))
            pen.box(4, 86, 136, 98, rounded_down(light_of(wood, 0.2), 86, 98), 2)
            pen.box(10, 96, 130, 146, down(96, 146, wood, dark_of(wood, 0.1)))
            for k in range(6):
                pen.line(f"M {30 + k * 17} 98 L {30 + k * 17} 144", dark_of(wood, 0.2), 1.6)
            for k in range(8):
                pen.polygon(
                    [(2 + k * 17, 12), (19 + k * 17, 12), (19 + k * 17, 38), (10.5 + k * 17, 46), (2 + k * 17, 38)],
                    solid(WHITE if k % 2 else (240, 190, 60)),
                )
            if "lemonade" in subject.entity.noun:
                pen.polygon([(42, 62), (60, 62), (58, 86), (44, 86)], solid((255, 230, 110), 230))
                for x in (82, 100):
                    pen.dot(x, 80, 7, ball(x - 2, 77, 10, (255, 244, 150), (246, 206, 60)))
        case "own:bus-shelter":
            steel = subject.paint((90, 110, 130))
            pen.box(20, 22, 170, 112, solid((206, 228, 240), 130))
            pen.box(40, 76, 130, 84, rounded_down(_WOOD, 76, 84), 2)
            for x in (48, 122):
                pen.line(f"M {x} 84 L {x} 114", steel, 4)
            for x in (18, 172):
                pen.box(x - 4, 18, x + 4, 118, rounded_across(steel, x - 4, x + 4))
            pen.box(142, 40, 164, 86, rounded_down((240, 150, 80), 40, 86), 2)
            pen.box(6, 8, 184, 22, rounded_down(steel, 8, 22), 5)
        case _:
            wood = subject.paint((150, 92, 58))
            for k, (beak, tone) in enumerate(
                (((244, 200, 80), (60, 110, 150)), ((206, 60, 50), (60, 140, 100)), ((244, 200, 80), (190, 70, 56)))
            ):
                top = 18 + k * 64
                pen.box(26, top, 84, top + 62, across(26, 84, light_of(wood, 0.24), wood, dark_of(wood, 0.3)), 8)
                for x in (42, 68):
                    pen.oval(x, top + 20, 10, 9, solid(WHITE))
                    pen.dot(x, top + 21, 5, solid(_DARK))
                    pen.line(f"M {x - 11} {top + 9} L {x + 11} {top + 7}", tone, 5)
                pen.polygon([(47, top + 28), (63, top + 28), (55, top + 46)], solid(beak))
                pen.line(f"M 38 {top + 52} Q 55 {top + 58} 72 {top + 52}", (200, 50, 46), 4)
            pen.shape("M 26 42 L 2 14 L 8 48 L 26 66 Z", rounded_down((60, 110, 150), 14, 66))
            pen.shape("M 84 42 L 108 14 L 102 48 L 84 66 Z", rounded_down((60, 110, 150), 14, 66))
            pen.polygon([(34, 20), (76, 20), (68, -2), (55, 8), (42, -2)], solid((206, 70, 56)))
