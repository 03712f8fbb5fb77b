"""Monuments: obelisk, dolmen, triumphal arch, ziggurat, aqueduct, pagoda, stupa, column."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog.thing import Box
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

_STONE: RGB = (190, 184, 174)
_DARK: RGB = (56, 54, 64)


def _arcade(pen: LocalCanvas, stone: RGB, box: Box, step: float, half: float) -> None:
    """A wall with a row of open arches, `step` apart and twice `half` wide."""
    left, top, right, bottom = box
    path = f"M {left} {top} L {right} {top} L {right} {bottom} L {left} {bottom} Z"
    for k in range(round((right - left) / step)):
        x = left + step / 2 + k * step
        start, end, spring, crown = x + half, x - half, top + half + 8, top + 4  # against the wall's direction: a hole
        path += (
            f" M {start} {bottom} L {start} {spring} C {start} {crown} {end} {crown} {end} {spring} L {end} {bottom} Z"
        )
    pen.shape(path, down(top, bottom, light_of(stone, 0.24), stone))


def _door(pen: LocalCanvas, x: float, bottom: float, half: float, tall: float, paint: RGB = (96, 66, 48)) -> None:
    pen.box(
        x - half,
        bottom - tall,
        x + half,
        bottom,
        down(bottom - tall, bottom, light_of(paint, 0.1), dark_of(paint, 0.2)),
        half * 0.6,
    )


@drawing(
    "obelisk",
    nouns="obelisk, washington monument, cleopatra's needle",
    kinds={"building"},
    height=20,
    home="city",
    size=(70, 210),
)
@drawing(
    "dolmen",
    nouns="dolmen, stonehenge, standing stones, stone circle, menhir, megalith",
    kinds={"building"},
    height=4,
    home="meadow",
    size=(210, 110),
)
@drawing(
    "triumphal-arch",
    nouns="triumphal arch, arc de triomphe, city gate",
    kinds={"building"},
    height=20,
    home="city",
    size=(150, 150),
)
@drawing(
    "ziggurat",
    nouns="ziggurat, step pyramid, mayan pyramid, mayan temple, aztec pyramid",
    kinds={"building"},
    height=20,
    home="jungle",
    size=(200, 130),
)
@drawing("great-sphinx", nouns="sphinx, great sphinx", kinds={"building"}, height=12, home="desert", size=(200, 130))
@drawing("aqueduct", nouns="aqueduct, roman aqueduct", kinds={"building"}, height=16, home="meadow", size=(240, 120))
@drawing(
    "viaduct", nouns="viaduct, railway viaduct, train viaduct", kinds={"building"}, traits={"span"}, height=16,
    home="meadow", size=(300, 130),
)  # fmt: skip
@drawing(
    "tiered-pagoda", nouns="pagoda, chinese temple, japanese pagoda", kinds={"building"}, height=20, size=(140, 200)
)
@drawing("dome-stupa", nouns="stupa, buddhist stupa", kinds={"building"}, height=14, size=(160, 140))
@drawing(
    "stone-column",
    nouns="column, stone column, greek column, roman column, pillar",
    kinds={"building"},
    height=5,
    size=(70, 190),
)
@drawing(
    "bunker",
    nouns="bunker, bomb shelter, air raid shelter",
    kinds={"building"},
    height=3,
    home="meadow",
    size=(190, 90),
)
def _old_stones(pen: LocalCanvas, subject: Subject) -> None:
    stone = subject.paint(_STONE)
    match subject.entity.drawing:
        case "own:obelisk":
            pen.polygon(
                [(26, 24), (44, 24), (50, 180), (20, 180)],
                across(20, 50, light_of(stone, 0.4), stone, dark_of(stone, 0.34)),
            )
            pen.polygon([(26, 24), (44, 24), (35, 2)], across(26, 44, (250, 224, 140), (190, 146, 60)))
            pen.box(12, 178, 58, 192, rounded_down(stone, 178, 192), 1)
            pen.box(4, 190, 66, 208, rounded_down(dark_of(stone, 0.1), 190, 208), 1)
        case "own:dolmen":
            for x, y, half in ((24.0, 34.0, 13.0), (72.0, 30.0, 14.0), (122.0, 32.0, 13.0), (178.0, 28.0, 15.0)):
                pen.shape(
                    f"M {x - half} 106 L {x - half + 3} {y + 4} Q {x} {y - 4} "
                    f"{x + half - 2} {y + 3} L {x + half + 2} 106 Z",
                    across(x - half, x + half, light_of(stone, 0.2), stone, dark_of(stone, 0.36)),
                )
            for left, right, y in ((6, 88, 12), (108, 200, 10)):
                pen.shape(
                    f"M {left} {y + 6} Q {(left + right) / 2} {y - 6} {right} {y + 4} L {right - 3} "
                    f"{y + 22} Q {(left + right) / 2} {y + 18} {left + 3} {y + 24} Z",
                    down(y - 6, y + 24, light_of(stone, 0.3), dark_of(stone, 0.24)),
                )
            for k in range(12):
                pen.oval(16 + (k * 47) % 180, 44 + (k * 29) % 54, 5, 3, solid((130, 150, 96), 120))
        case "own:triumphal-arch":
            pen.box(12, 20, 138, 148, across(12, 138, light_of(stone, 0.3), stone, dark_of(stone, 0.2)), 1)
            pen.shape(
                "M 52 148 L 52 84 C 52 52 98 52 98 84 L 98 148 Z", down(60, 148, (150, 190, 220), (206, 222, 226))
            )
            for x in (22, 118):
                pen.box(x, 62, x + 12, 140, across(x, x + 12, light_of(stone, 0.5), dark_of(stone, 0.1)), 2)
            pen.box(6, 46, 144, 56, rounded_down(light_of(stone, 0.2), 46, 56), 1)
            pen.box(4, 10, 146, 24, rounded_down(light_of(stone, 0.14), 10, 24), 1)
            pen.box(44, 28, 106, 42, solid(dark_of(stone, 0.16)), 1)
        case "own:ziggurat":
            for k in range(5):
                left, top = 4 + k * 19, 106 - k * 21
                pen.box(
                    left,
                    top,
                    200 - left,
                    top + 23,
                    across(left, 200 - left, light_of(stone, 0.3), stone, dark_of(stone, 0.3)),
                    1,
                )
            pen.polygon(
                [(84, 22), (116, 22), (130, 128), (70, 128)], down(22, 128, light_of(stone, 0.34), dark_of(stone, 0.1))
            )
            for k in range(15):
                pen.line(f"M {83 - k * 0.8} {28 + k * 7} L {117 + k * 0.8} {28 + k * 7}", dark_of(stone, 0.3), 1.4)
            pen.box(78, -2, 122, 24, rounded_across(stone, 78, 122), 1)
            pen.box(94, 6, 106, 24, solid(_DARK))
        case "own:great-sphinx":
            sand = subject.paint((222, 186, 124))
            pen.shape(
                "M 70 96 C 80 60 160 50 186 84 Q 198 104 194 124 L 60 124 Z",
                down(56, 124, light_of(sand, 0.24), sand, dark_of(sand, 0.24)),
            )
            pen.box(2, 104, 96, 126, rounded_down(light_of(sand, 0.1), 104, 126), 9)
            pen.shape(
                "M 34 104 Q 38 76 54 70 L 92 74 Q 100 96 96 112 L 40 112 Z", down(70, 112, sand, dark_of(sand, 0.2))
            )
            pen.shape(
                "M 36 14 Q 62 -10 88 14 L 100 78 L 78 74 L 46 74 L 24 78 Z",
                across(24, 100, (236, 200, 110), (190, 146, 70)),
            )
            for k in range(4):
                pen.line(
                    f"M {33 - k * 2} {26 + k * 13} L {42 - k} {28 + k * 13} M "
                    f"{91 + k * 2} {26 + k * 13} L {82 + k} {28 + k * 13}",
                    (70, 100, 150),
                    4,
                )
            pen.oval(62, 40, 22, 28, ball(56, 32, 36, light_of(sand, 0.3), sand))
            for x in (53, 71):
                pen.oval(x, 36, 4, 2.6, solid((70, 54, 44)))
            pen.line("M 54 54 Q 62 57 70 54", (120, 84, 56), 2)
        case "own:aqueduct":
            for top, tall, step, half in ((24, 34, 30, 10), (58, 60, 48, 17)):
                _arcade(pen, stone, (0, top, 240, top + tall), step, half)
            for y in (20, 56):
                pen.box(-2, y, 242, y + 7, rounded_down(light_of(stone, 0.14), y, y + 7), 1)
        case "own:viaduct":
            _arcade(pen, stone, (0, 14, 300, 130), 60, 23)
            for x in range(60, 300, 60):
                pen.box(x - 7, 54, x + 7, 130, rounded_across(stone, x - 7, x + 7))
            pen.box(-2, 8, 302, 17, rounded_down(light_of(stone, 0.14), 8, 17), 1)
        case "own:tiered-pagoda":
            red = subject.paint((186, 54, 48))
            pen.line("M 70 -4 L 70 18", (226, 186, 90), 4)
            for k in range(5):
                y, half = 164 - k * 34, 44 - k * 5.4
                pen.box(
                    70 - half,
                    y - 2,
                    70 + half,
                    y + 30,
                    across(70 - half, 70 + half, light_of(red, 0.2), red, dark_of(red, 0.3)),
                )
                for x in (-0.6, 0.0, 0.6):
                    pen.box(70 + x * half - 5, y + 8, 70 + x * half + 5, y + 26, solid((250, 226, 170)), 1)
                pen.shape(
                    f"M {70 - half - 24} {y + 6} Q {70 - half} {y} {70 - half + 8} "
                    f"{y - 16} L {70 + half - 8} {y - 16} Q "
                    f"{70 + half} {y} {70 + half + 24} {y + 6} Q 70 {y - 2} {70 - half - 24} {y + 6} Z",
                    down(y - 16, y + 6, (90, 104, 110), (52, 62, 70)),
                )
            pen.box(12, 192, 128, 202, rounded_down(_STONE, 192, 202), 1)
        case "own:dome-stupa":
            white = subject.paint((248, 244, 236))
            for k in range(3):
                pen.box(
                    4 + k * 12,
                    126 - k * 12,
                    156 - k * 12,
                    138 - k * 12,
                    rounded_down(white, 126 - k * 12, 138 - k * 12),
                    1,
                )
            pen.shape("M 32 104 C 26 30 134 30 128 104 Z", ball(66, 56, 80, WHITE, white, dark_of(white, 0.24)))
            pen.box(64, 34, 96, 54, rounded_across((236, 190, 80), 64, 96), 1)
            pen.polygon([(68, 36), (92, 36), (80, -20)], across(68, 92, (252, 226, 130), (206, 150, 50)))
            pen.line("M 70 44 Q 74 40 78 44 M 84 44 Q 88 40 92 44", (60, 60, 90), 1.6)
        case "own:stone-column":
            pen.box(20, 26, 50, 168, across(20, 50, light_of(stone, 0.5), stone, dark_of(stone, 0.3)))
            for k in range(4):
                pen.line(f"M {25 + k * 6.6} 28 L {25 + k * 6.6} 166", dark_of(stone, 0.24), 2)
            for top, half in ((4, 32), (14, 25), (166, 22), (176, 30)):
                pen.box(35 - half, top, 35 + half, top + 12, rounded_down(light_of(stone, 0.1), top, top + 12), 4)
        case _:
            concrete = subject.paint((150, 152, 150))
            pen.shape(
                "M 2 88 Q 10 30 50 22 L 140 22 Q 180 30 188 88 Z",
                down(22, 88, light_of(concrete, 0.24), concrete, dark_of(concrete, 0.24)),
            )
            pen.box(40, 42, 150, 54, solid(_DARK), 2)
            pen.shape("M 6 74 Q 30 10 96 10 Q 160 10 184 74 Q 150 22 96 22 Q 40 22 6 74 Z", solid((110, 146, 84)))
            _door(pen, 95, 88, 14, 26, (90, 96, 92))
