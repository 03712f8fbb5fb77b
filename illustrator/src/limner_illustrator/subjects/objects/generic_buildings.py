"""Generic buildings, towers and furniture."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.lettering import fit_text
from limner_illustrator.subjects.local_canvas import (
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
from limner_illustrator.subjects.word_form import WordForm

_WALLS: tuple[RGB, ...] = ((226, 206, 170), (206, 146, 116), (196, 200, 206), (236, 226, 206), (170, 120, 90))
_ROOFS: tuple[RGB, ...] = ((176, 80, 62), (90, 104, 126), (120, 134, 96), (146, 100, 70))
_WOODS: tuple[RGB, ...] = ((166, 110, 66), (130, 82, 54), (204, 158, 108), (232, 226, 214))
_GLASS = ((190, 222, 240), (110, 150, 186))
_CUSHIONS: tuple[RGB, ...] = ((176, 72, 76), (80, 120, 160), (110, 150, 110), (224, 176, 90))


@drawing("generic-building", kinds={"building"}, height=8, home="village", size=(170, 140))
def _building(pen: LocalCanvas, subject: Subject) -> None:
    """A domed hall, a colonnade, a gabled hall, a tent, a stepped block or a flat-roofed house."""
    form = WordForm(subject)
    wall, roof = form.paint(*_WALLS), form.choose(*_ROOFS)
    kind = next((one for one in ("dome", "tent", "columns", "tall") if form.has(one)), None)
    kind = kind or form.choose("columns", "gable", "flat", "gable")
    if kind == "tent":
        pen.shape(
            "M 85 10 Q 96 80 160 134 L 10 134 Q 74 80 85 10 Z",
            across(10, 160, light_of(wall, 0.3), wall, dark_of(wall, 0.34)),
        )
        for x in (40.0, 66.0, 112.0, 138.0):
            pen.line(f"M 85 12 Q {(85 + x) / 2 + 2} 80 {x} 134", roof, 4)
        pen.shape(
            "M 85 78 Q 96 108 104 134 L 66 134 Q 76 108 85 78 Z", down(78, 134, dark_of(roof, 0.6), dark_of(roof, 0.3))
        )
        pen.line("M 85 12 L 85 -4", dark_of(roof, 0.3), 3)
        return
    if kind == "tall":
        _tower(pen, subject)
        return
    pen.box(18, 66, 152, 134, across(18, 152, light_of(wall, 0.24), wall, dark_of(wall, 0.2)))
    if kind == "dome":
        pen.shape("M 40 58 C 42 8 128 8 130 58 Z", ball(70, 30, 76, light_of(roof, 0.5), roof, dark_of(roof, 0.34)))
        for x in (62.0, 85.0, 108.0):
            pen.line(f"M {x} 58 Q {85 + (x - 85) * 0.8} 30 85 18", dark_of(roof, 0.3), 1.8, 170)
        pen.line("M 85 20 L 85 2", (226, 186, 96), 3)
        pen.dot(85, 3, 4, solid((240, 206, 110)))
        pen.box(32, 56, 138, 68, rounded_down(light_of(wall, 0.2), 56, 68), 2)
    elif kind == "columns":
        pen.polygon([(10, 58), (85, 20), (160, 58)], down(20, 58, light_of(wall, 0.4), wall))
        pen.polygon([(34, 54), (85, 29), (136, 54)], solid(dark_of(wall, 0.2)))
        pen.box(10, 56, 160, 68, rounded_down(light_of(wall, 0.2), 56, 68), 2)
        for step in range(7):
            x = 26 + step * 19.6
            pen.box(x - 5, 68, x + 5, 130, rounded_across(light_of(wall, 0.24), x - 6, x + 6), 2)
    elif kind == "steps":
        for row in range(3):
            pen.box(
                36 + row * 18,
                46 - row * 20,
                134 - row * 18,
                68 - row * 20,
                across(36, 134, light_of(wall, 0.3), dark_of(wall, 0.1)),
                1,
            )
            pen.box(
                32 + row * 18,
                44 - row * 20,
                138 - row * 18,
                49 - row * 20,
                rounded_down(roof, 44 - row * 20, 49 - row * 20),
                1,
            )
    elif kind == "gable":
        peak = form.vary(14, 34)
        pen.polygon(
            [(6, 70), (36, peak), (134, peak), (164, 70)],
            down(peak, 70, light_of(roof, 0.24), roof, dark_of(roof, 0.24)),
        )
        for row in range(4):
            y = peak + 8 + row * (62 - peak) / 4
            pen.line(f"M {34 - row * 7} {y} L {136 + row * 7} {y}", dark_of(roof, 0.3), 1.6, 150)
        pen.box(112, peak - 12, 124, peak + 18, rounded_across(dark_of(wall, 0.3), 112, 124), 1)
    else:
        pen.box(12, 58, 158, 70, rounded_down(light_of(roof, 0.2), 58, 70), 2)
        pen.box(52, 38, 118, 58, across(52, 118, light_of(wall, 0.3), dark_of(wall, 0.1)), 1)
    if kind != "columns":
        for x in (32, 58, 112, 138):
            arch = f"M {x - 8} 108 L {x - 8} 88 Q {x} 74 {x + 8} 88 L {x + 8} 108 Z"
            pen.shape(arch, down(78, 108, *_GLASS))
            pen.line(f"M {x} 80 L {x} 108 M {x - 8} 96 L {x + 8} 96", light_of(wall, 0.5), 2)
    pen.shape("M 72 134 L 72 98 Q 85 78 98 98 L 98 134 Z", down(84, 134, light_of(roof, 0.1), dark_of(roof, 0.5)))
    pen.box(8, 132, 162, 138, rounded_down(dark_of(wall, 0.3), 132, 138), 2)
    if subject.text:
        pen.box(46, 68, 124, 82, rounded_down((250, 244, 226), 68, 82), 3)
        fit_text(pen.canvas, subject.text, (49, 69, 121, 81), "serif", (70, 50, 50))


@drawing("generic-tower", kinds={"building"}, height=14, home="village", size=(170, 180))
def _tower(pen: LocalCanvas, subject: Subject) -> None:
    form = WordForm(subject)
    wall, roof = form.paint(*_WALLS), form.choose(*_ROOFS)
    half, taper = form.vary(20, 32), form.vary(0, 8)
    pen.polygon(
        [(85 - half, 136), (85 + half, 136), (85 + half - taper, 34), (85 - half + taper, 34)],
        across(85 - half, 85 + half, light_of(wall, 0.3), wall, dark_of(wall, 0.34)),
    )
    if form.choose(True, False):
        pen.polygon(
            [(85 - half - 6, 36), (85 + half + 6, 36), (85, -14)],
            across(85 - half, 85 + half, light_of(roof, 0.3), roof, dark_of(roof, 0.3)),
        )
    else:
        pen.box(85 - half - 6, 24, 85 + half + 6, 38, rounded_across(light_of(wall, 0.1), 85 - half, 85 + half), 2)
        pen.shape(
            f"M {85 - half} 24 Q 85 -16 {85 + half} 24 Z",
            ball(78, 8, 40, light_of(roof, 0.4), roof, dark_of(roof, 0.3)),
        )
    for y in (50, 76, 102):
        pen.box(80, y, 90, y + 15, down(y, y + 15, *_GLASS), 4)
        pen.line(f"M {85 - half + 2} {y + 20} L {85 + half - 2} {y + 20}", dark_of(wall, 0.2), 2, 150)
    pen.shape("M 76 136 L 76 122 Q 85 112 94 122 L 94 136 Z", solid(dark_of(roof, 0.4)))


@drawing("generic-seat", traits={"seat"}, height=0.9, home="livingroom", size=(120, 130), seat=(0.5, 0.56))
@drawing("generic-bed", traits={"sit_on"}, height=0.8, home="bedroom", size=(160, 110))
@drawing("generic-table", traits={"surface"}, height=0.8, home="livingroom", size=(150, 100), support=0.1)
@drawing("generic-cabinet", traits={"surface"}, height=1.4, home="livingroom", size=(120, 140), support=0.05)
def _furniture(pen: LocalCanvas, subject: Subject) -> None:
    form = WordForm(subject)
    wood, cushion = form.choose(*_WOODS), form.paint(*_CUSHIONS)
    kind = subject.entity.drawing.rpartition("-")[2]
    if kind == "seat":
        back = form.vary(6, 36)
        for x in (24, 94):
            pen.box(x - 4, 70, x + 4, 126, rounded_across(wood, x - 4, x + 4), 2)
        pen.box(20, back, 98, 84, across(20, 98, light_of(cushion, 0.3), cushion, dark_of(cushion, 0.3)), 12)
        pen.box(12, 72, 106, 94, rounded_down(cushion, 72, 94), 9)
        for x in (10, 108):
            pen.box(x - 6, 56, x + 6, 98, rounded_across(wood, x - 6, x + 6), 5)
    elif kind == "bed":
        pen.box(8, 14, 22, 104, rounded_across(wood, 8, 22), 4)
        pen.box(140, 44, 152, 104, rounded_across(wood, 140, 152), 4)
        pen.box(18, 56, 146, 88, rounded_down((250, 246, 238), 56, 88), 6)
        pen.box(58, 54, 146, 90, rounded_down(cushion, 54, 90), 6)
        pen.box(24, 42, 58, 62, rounded_down((255, 252, 246), 42, 62), 9)
    elif kind == "table":
        for x in (22, 128):
            pen.box(x - 5, 22, x + 5, 96, rounded_across(wood, x - 5, x + 5), 2)
        pen.box(6, 10, 144, 24, rounded_down(light_of(wood, 0.14), 10, 24), 4)
        pen.box(18, 24, 132, 38, rounded_down(dark_of(wood, 0.1), 24, 38), 2)
        pen.dot(75, 31, 3, solid((236, 196, 100)))
    else:
        pen.box(12, 10, 108, 130, across(12, 108, light_of(wood, 0.24), wood, dark_of(wood, 0.3)), 4)
        pen.box(6, 4, 114, 14, rounded_down(light_of(wood, 0.1), 4, 14), 3)
        rows = form.choose(2, 3, 4)
        for row in range(rows):
            top = 20 + row * 102 / rows
            for left in (20, 62):
                pen.box(
                    left,
                    top,
                    left + 38,
                    top + 102 / rows - 8,
                    down(top, top + 40, light_of(wood, 0.16), dark_of(wood, 0.16)),
                    3,
                )
                pen.dot(left + 19, top + 46 / rows, 3, solid((236, 196, 100)))
        for x in (20, 92):
            pen.box(x, 128, x + 8, 138, rounded_across(dark_of(wood, 0.3), x, x + 8), 1)
