"""The axolotl: a salamander that keeps its gills."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    ball,
    dark_of,
    down,
    light_of,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_PINK: RGB = (248, 182, 194)


@drawing(
    "axolotl",
    nouns="axolotl, mexican axolotl",
    kinds={"animal"},
    traits={"swims"},
    height=0.12,
    home="underwater",
    size=(180, 110),
    relief=0.6,
)
def _axolotl(pen: LocalCanvas, subject: Subject) -> None:
    """A wide smiling head with three feathery gills on each side, short legs and a finned tail."""
    skin = subject.paint(_PINK)
    gill = (226, 74, 110)
    shade = dark_of(skin, 0.16)
    tail = "M 112 54 C 138 44 154 26 178 22 C 180 50 166 82 132 88 C 120 90 112 84 108 78 Z"
    pen.shape(tail, down(22, 88, light_of(skin, 0.46), light_of(skin, 0.1)))
    pen.line("M 112 70 C 136 66 154 50 172 32", shade, 4)
    for x, lean in ((84, -4), (118, 8)):
        pen.line(f"M {x} 82 Q {x + lean} 94 {x + lean * 1.4} 100", shade, 9)
        for toe in (-6, 0, 6):
            pen.line(f"M {x + lean * 1.4} 99 L {x + lean * 1.4 + toe} 106", shade, 3.4)
    pen.shape(
        "M 58 44 C 84 36 116 46 132 58 C 140 72 130 88 108 92 C 84 96 62 92 54 80 Z",
        down(40, 94, light_of(skin, 0.3), skin, shade),
    )
    for x, y in ((88, 56), (102, 62), (116, 66), (96, 72)):
        pen.dot(x, y, 2, solid(shade))
    for side in (-1, 1):
        for rise, reach in ((-34.0, 40.0), (-8.0, 50.0), (16.0, 42.0)):
            x0, y0 = 50 + side * 30, 58 + rise * 0.3
            x1, y1 = 50 + side * reach, 56 + rise
            pen.line(f"M {x0} {y0} Q {(x0 + x1) / 2} {(y0 + y1) / 2 - 4} {x1} {y1}", dark_of(gill, 0.1), 4)
            for step in range(2, 7):
                part = step / 6
                tip, level = x0 + (x1 - x0) * part, y0 + (y1 - y0) * part - 3 * (1 - part)
                pen.line(f"M {tip - 3} {level - 5} L {tip} {level} L {tip + 3} {level + 5}", gill, 2)
    pen.oval(50, 62, 38, 29, ball(42, 48, 56, light_of(skin, 0.5), skin, shade))
    for side in (-1, 1):
        pen.dot(50 + side * 22, 58, 5, solid((52, 40, 52)))
        pen.dot(50 + side * 22 - 1.6, 56.4, 1.7, solid(WHITE))
        pen.oval(50 + side * 25, 69, 5, 3, solid((250, 120, 140), 150))
    pen.line("M 34 68 Q 50 82 66 68", (168, 84, 104), 2.4)
    pen.line("M 66 88 Q 62 98 58 101", skin, 9)
    for toe in (-6, 0, 6):
        pen.line(f"M 58 100 L {58 + toe} 107", skin, 3.4)
