"""Drawings with their inside shown: cells, a flower, a volcano, the Earth, an atom."""

import math
from collections.abc import Callable

import skia

from limner_illustrator.canvas import Canvas, fill, linear, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics.designs.page import WHITE, polygon_path

Anchors = dict[str, tuple[float, float]]
Cutaway = Callable[[Canvas, float], Anchors]
"""Draws into a square of the given edge. Returns where each part is, in px."""

INK: RGB = (58, 62, 78)


def draw_earth(canvas: Canvas, edge: float) -> Anchors:
    center, reach = edge / 2, 0.48 * edge
    canvas.drawCircle(center, center, reach, fill((52, 120, 200)))
    for x, y, wide, tall in ((0.3, 0.3, 0.2, 0.15), (0.24, 0.62, 0.14, 0.2), (0.42, 0.14, 0.16, 0.07)):
        box = skia.Rect.MakeXYWH((x - wide / 2) * edge, (y - tall / 2) * edge, wide * edge, tall * edge)
        canvas.drawOval(box, fill((84, 168, 92)))
    layers: tuple[tuple[str, float, RGB], ...] = (
        ("Crust", 1.0, (122, 92, 66)), ("Mantle", 0.94, (224, 96, 48)), ("Outer core", 0.56, (248, 160, 56)),
        ("Inner core", 0.28, (255, 226, 130)),
    )  # fmt: skip
    anchors = {}
    for at, (name, share, tone) in enumerate(layers):
        inner = layers[at + 1][1] if at < len(layers) - 1 else 0.0
        box = skia.Rect.MakeLTRB(*(center - share * reach,) * 2, *(center + share * reach,) * 2)
        canvas.drawArc(box, -90, 130, True, fill(tone))
        canvas.drawArc(box, -90, 130, True, stroke(mix(tone, INK, 0.3), 0.004 * edge))
        turn = math.radians(-64 + 27 * at)
        middle = (share + inner) / 2 * reach
        anchors[name] = (center + middle * math.cos(turn), center + middle * math.sin(turn))
    return anchors


def draw_volcano(canvas: Canvas, edge: float) -> Anchors:
    def at(x: float, y: float) -> tuple[float, float]:
        return x * edge, y * edge

    sky = shader_paint(linear(at(0, 0), at(0, 0.6), [(150, 196, 232), (232, 226, 214)]))
    canvas.drawRect(skia.Rect(0, 0, edge, 0.72 * edge), sky)
    for number, tone in enumerate(((120, 92, 74), (148, 112, 86), (104, 82, 72))):
        top = 0.68 + 0.11 * number
        canvas.drawRect(skia.Rect(0, top * edge, edge, edge), fill(tone))
    cone = [at(0.06, 0.7), at(0.42, 0.26), at(0.58, 0.26), at(0.94, 0.7)]
    canvas.drawPath(polygon_path(cone), fill((96, 78, 74)))
    for share, tone in ((0.72, (122, 98, 86)), (0.44, (96, 78, 74))):
        inner = [at(0.5 - 0.44 * share, 0.7), at(0.5 - 0.08 * share, 0.28), at(0.5 + 0.08 * share, 0.28),
                 at(0.5 + 0.44 * share, 0.7)]  # fmt: skip
        canvas.drawPath(polygon_path(inner), fill(tone))
    lava: RGB = (246, 112, 40)
    canvas.drawOval(skia.Rect(0.26 * edge, 0.8 * edge, 0.74 * edge, 0.98 * edge), fill(lava))
    vent = [at(0.465, 0.86), at(0.475, 0.25), at(0.525, 0.25), at(0.535, 0.86)]
    canvas.drawPath(polygon_path(vent), fill(lava))
    side = [at(0.5, 0.56), at(0.74, 0.45), at(0.75, 0.47), at(0.5, 0.61)]
    canvas.drawPath(polygon_path(side), fill(lava))
    flow = [at(0.55, 0.25), at(0.66, 0.38), at(0.7, 0.5), at(0.63, 0.41), at(0.52, 0.27)]
    canvas.drawPath(polygon_path(flow), fill((255, 150, 60)))
    for x, y, reach in ((0.5, 0.16, 0.09), (0.4, 0.1, 0.08), (0.58, 0.08, 0.1), (0.48, 0.05, 0.07)):
        canvas.drawCircle(*at(x, y), reach * edge, fill((118, 116, 122)))
    crater = skia.Rect(0.42 * edge, 0.235 * edge, 0.58 * edge, 0.285 * edge)
    canvas.drawOval(crater, fill((255, 176, 74)))
    return {
        "Ash cloud": at(0.56, 0.07), "Crater": at(0.44, 0.26), "Lava flow": at(0.66, 0.41), "Side vent": at(0.7, 0.475),
        "Main vent": at(0.5, 0.66), "Layers of ash": at(0.24, 0.6), "Magma chamber": at(0.4, 0.9),
        "Crust": at(0.12, 0.84),
    }  # fmt: skip


def draw_flower(canvas: Canvas, edge: float) -> Anchors:
    def at(x: float, y: float) -> tuple[float, float]:
        return x * edge, y * edge

    green: RGB = (86, 150, 78)
    petal: RGB = (240, 122, 160)
    canvas.drawLine(*at(0.5, 0.6), *at(0.5, 0.98), stroke(green, 0.035 * edge))
    for side in (-1, 1):
        leaf = skia.Path()
        leaf.moveTo(*at(0.5, 0.86))
        leaf.quadTo(*at(0.5 + side * 0.12, 0.68), *at(0.5 + side * 0.3, 0.74))
        leaf.quadTo(*at(0.5 + side * 0.2, 0.88), *at(0.5, 0.88))
        canvas.drawPath(leaf, fill(green))
    for side, share in ((-1, 1.0), (1, 1.0), (-1, 0.6), (1, 0.6)):
        path = skia.Path()
        path.moveTo(*at(0.5, 0.58))
        path.cubicTo(*at(0.5 + side * 0.44 * share, 0.6), *at(0.5 + side * 0.5 * share, 0.2),
                     *at(0.5 + side * 0.34 * share, 0.08))  # fmt: skip
        path.cubicTo(*at(0.5 + side * 0.2 * share, 0.16), *at(0.5 + side * 0.1 * share, 0.36), *at(0.5, 0.58))
        tone = petal if share == 1.0 else mix(petal, WHITE, 0.3)
        canvas.drawPath(path, fill(tone))
        canvas.drawPath(path, stroke(mix(petal, INK, 0.3), 0.005 * edge))
    for side in (-1, 1):
        sepal = [at(0.5, 0.63), at(0.5 + side * 0.17, 0.5), at(0.5 + side * 0.04, 0.57)]
        canvas.drawPath(polygon_path(sepal), fill(mix(green, INK, 0.2)))
    for x in (0.4, 0.45, 0.55, 0.6):
        tip = at(x, 0.3 + 0.5 * abs(x - 0.5))
        canvas.drawLine(*at(0.5 + (x - 0.5) * 0.3, 0.56), *tip, stroke((250, 226, 150), 0.01 * edge))
        canvas.drawOval(skia.Rect.MakeXYWH(tip[0] - 0.018 * edge, tip[1] - 0.03 * edge, 0.036 * edge, 0.05 * edge),
                        fill((232, 172, 40)))  # fmt: skip
    canvas.drawLine(*at(0.5, 0.52), *at(0.5, 0.26), stroke((150, 196, 96), 0.02 * edge))
    canvas.drawOval(skia.Rect(0.462 * edge, 0.23 * edge, 0.538 * edge, 0.275 * edge), fill((120, 170, 76)))
    canvas.drawOval(skia.Rect(0.45 * edge, 0.47 * edge, 0.55 * edge, 0.61 * edge), fill((134, 182, 88)))
    for x, y in ((0.485, 0.53), (0.515, 0.53), (0.5, 0.57)):
        canvas.drawCircle(*at(x, y), 0.012 * edge, fill(WHITE))
    return {
        "Petal": at(0.2, 0.2), "Stigma": at(0.5, 0.25), "Anther": at(0.6, 0.345), "Filament": at(0.565, 0.43),
        "Style": at(0.5, 0.38), "Ovary": at(0.47, 0.55), "Sepal": at(0.62, 0.54), "Leaf": at(0.26, 0.76),
        "Stem": at(0.5, 0.93),
    }  # fmt: skip


def draw_plant_cell(canvas: Canvas, edge: float) -> Anchors:
    wall = skia.Rect(0.04 * edge, 0.1 * edge, 0.96 * edge, 0.9 * edge)
    canvas.drawRoundRect(wall, 0.09 * edge, 0.09 * edge, fill((96, 158, 78)))
    inner = wall.makeInset(0.03 * edge, 0.03 * edge)
    canvas.drawRoundRect(inner, 0.07 * edge, 0.07 * edge, fill((204, 230, 168)))
    canvas.drawRoundRect(inner, 0.07 * edge, 0.07 * edge, stroke((232, 196, 92), 0.014 * edge))
    vacuole = skia.Rect(0.36 * edge, 0.32 * edge, 0.78 * edge, 0.72 * edge)
    canvas.drawRoundRect(vacuole, 0.14 * edge, 0.14 * edge, fill((150, 200, 232)))
    anchors = _draw_organelles(canvas, edge, nucleus=(0.23, 0.35), mitochondria=((0.26, 0.72), (0.84, 0.24)))
    for x, y in ((0.5, 0.22), (0.64, 0.2), (0.86, 0.46), (0.86, 0.7), (0.52, 0.8), (0.68, 0.8)):
        box = skia.Rect.MakeXYWH((x - 0.05) * edge, (y - 0.03) * edge, 0.1 * edge, 0.06 * edge)
        canvas.drawOval(box, fill((60, 140, 70)))
        for line in (-0.02, 0.0, 0.02):
            canvas.drawLine((x + line) * edge, (y - 0.016) * edge, (x + line) * edge, (y + 0.016) * edge,
                            stroke((130, 196, 110), 0.006 * edge))  # fmt: skip
    return {
        "Cell wall": (0.5 * edge, 0.115 * edge), "Cell membrane": (0.93 * edge, 0.58 * edge),
        "Chloroplast": (0.64 * edge, 0.2 * edge), "Vacuole": (0.62 * edge, 0.52 * edge),
        "Cytoplasm": (0.4 * edge, 0.83 * edge), **anchors,
    }  # fmt: skip


def draw_animal_cell(canvas: Canvas, edge: float) -> Anchors:
    body = skia.Rect(0.03 * edge, 0.08 * edge, 0.97 * edge, 0.92 * edge)
    canvas.drawOval(body, fill((250, 214, 196)))
    canvas.drawOval(body, stroke((226, 130, 110), 0.02 * edge))
    anchors = _draw_organelles(
        canvas, edge, nucleus=(0.46, 0.48), mitochondria=((0.24, 0.66), (0.76, 0.34), (0.5, 0.8))
    )
    for x, y in ((0.74, 0.64), (0.3, 0.24), (0.84, 0.52)):
        canvas.drawCircle(x * edge, y * edge, 0.04 * edge, fill((150, 120, 210)))
    return {
        "Cell membrane": (0.9 * edge, 0.3 * edge), "Cytoplasm": (0.18 * edge, 0.46 * edge),
        "Lysosome": (0.74 * edge, 0.64 * edge), **anchors,
    }  # fmt: skip


def _draw_organelles(
    canvas: Canvas, edge: float, *, nucleus: tuple[float, float], mitochondria: tuple[tuple[float, float], ...]
) -> Anchors:
    x, y = nucleus
    canvas.drawCircle(x * edge, y * edge, 0.12 * edge, fill((186, 140, 206)))
    canvas.drawCircle(x * edge, y * edge, 0.12 * edge, stroke((130, 84, 160), 0.01 * edge))
    canvas.drawCircle((x + 0.02) * edge, (y + 0.01) * edge, 0.045 * edge, fill((118, 66, 150)))
    for at, (left, top) in enumerate(mitochondria):
        canvas.save()
        canvas.translate(left * edge, top * edge)
        canvas.rotate(-24 + 30 * at)
        box = skia.Rect(-0.075 * edge, -0.036 * edge, 0.075 * edge, 0.036 * edge)
        canvas.drawOval(box, fill((238, 140, 70)))
        path = skia.Path()
        path.moveTo(-0.055 * edge, 0)
        for number in range(6):
            path.lineTo((-0.045 + 0.018 * number) * edge, (0.018 if number % 2 else -0.018) * edge)
        canvas.drawPath(path, stroke((170, 78, 30), 0.008 * edge))
        canvas.restore()
    golgi = (x + 0.02, y + 0.23)
    for number in range(4):
        box = skia.Rect.MakeXYWH((golgi[0] - 0.07) * edge, (golgi[1] - 0.05 + 0.022 * number) * edge, 0.14 * edge,
                                 0.06 * edge)  # fmt: skip
        canvas.drawArc(box, 200, 140, False, stroke((214, 84, 130), 0.012 * edge))
    for number in range(14):
        turn = 2.4 * number
        dot = x + (0.15 + 0.006 * number) * math.cos(turn), y + (0.15 + 0.006 * number) * math.sin(turn)
        canvas.drawCircle(dot[0] * edge, dot[1] * edge, 0.008 * edge, fill((70, 90, 150)))
    ribosome = x + 0.15 * math.cos(0.0), y
    first = mitochondria[0]
    return {
        "Nucleus": ((x - 0.06) * edge, (y - 0.05) * edge), "Nucleolus": ((x + 0.02) * edge, (y + 0.01) * edge),
        "Ribosomes": (ribosome[0] * edge, ribosome[1] * edge),
        "Golgi apparatus": (golgi[0] * edge, (golgi[1] - 0.02) * edge),
        "Mitochondrion": (first[0] * edge, first[1] * edge),
    }  # fmt: skip


def draw_atom(canvas: Canvas, edge: float) -> Anchors:
    center = edge / 2
    for turn in (0, 60, 120):
        canvas.save()
        canvas.translate(center, center)
        canvas.rotate(turn)
        canvas.drawOval(
            skia.Rect(-0.46 * edge, -0.17 * edge, 0.46 * edge, 0.17 * edge), stroke((120, 140, 180), 0.008 * edge)
        )
        canvas.drawCircle(0.46 * edge, 0, 0.028 * edge, fill((60, 120, 230)))
        canvas.restore()
    spots = [(0.0, 0.0), *((0.055 * math.cos(1.05 * n), 0.055 * math.sin(1.05 * n)) for n in range(6))]
    for number, (x, y) in enumerate(spots):
        tone: RGB = (226, 70, 70) if number % 2 else (140, 146, 160)
        canvas.drawCircle(center + x * edge, center + y * edge, 0.036 * edge, fill(tone))
        canvas.drawCircle(center + x * edge, center + y * edge, 0.036 * edge, stroke(mix(tone, INK, 0.3), 0.004 * edge))
    return {
        "Electron": (center + 0.46 * edge, center), "Orbit": (center - 0.4 * edge, center - 0.085 * edge),
        "Proton": (center + 0.055 * edge, center + 0.002 * edge), "Neutron": (center, center),
        "Nucleus": (center - 0.06 * edge, center + 0.05 * edge),
    }  # fmt: skip


CUTAWAYS: dict[str, Cutaway] = {
    "earth": draw_earth,
    "volcano": draw_volcano,
    "flower": draw_flower,
    "plant-cell": draw_plant_cell,
    "animal-cell": draw_animal_cell,
    "atom": draw_atom,
}
