"""A table top: seen from the side before a softly lit room, and seen from above."""

import itertools
import re

import skia

from limner_illustrator.backdrops.buildings import rect
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.tones import BLACK, WHITE, in_light, scale_rgb
from limner_illustrator.backdrops.water import add_wave
from limner_illustrator.canvas import (
    SAMPLING,
    fill,
    linear,
    polygon,
    radial,
    shader_paint,
    stroke,
    surface,
    to_image,
    to_pixels,
)
from limner_illustrator.canvas.focus import depth_of_field
from limner_illustrator.canvas.palette import COLORS, RGB, mix

_CHECKS: RGB = (214, 52, 58)
_CHECKED = re.compile(
    r"\b(?:check(?:er|equ)?ed|checkerboard|gingham|plaid)\b[^,.]{0,24}\b(?:cloth|tablecloth|table)\b", re.IGNORECASE
)
_CHECK_COLOR = re.compile(
    r"\b(red|blue|green|yellow|black|pink|orange)\b(?:[- ]and[- ]white)?[- ](?:check|gingham|plaid)", re.IGNORECASE
)
_ROOMS: tuple[tuple[RGB, RGB, RGB], ...] = (
    ((255, 240, 212), (250, 206, 156), (214, 130, 88)),
    ((250, 248, 232), (206, 230, 210), (120, 166, 140)),
    ((236, 240, 242), (202, 222, 228), (120, 158, 172)),
    ((250, 232, 226), (244, 200, 190), (196, 120, 122)),
)
"""Colours of the lit wall, the wall, and the things before it."""
_WOOD: RGB = (184, 124, 74)
_OTHER_WOODS: tuple[RGB, ...] = ((216, 168, 116), (128, 82, 56), (226, 214, 198), (154, 150, 150))
"""Pale oak, walnut, painted and weathered boards."""


@backdrop(
    "table",
    phrases=(
        "wooden surface, counter, countertop, kitchen counter, marble surface, marble counter, "
        "wooden board, checkered tablecloth, tablecloth, checkered cloth, gingham tablecloth, gingham cloth, "
        "checked tablecloth"
    ),
    location="on a table",
    scenery="a wooden surface",
    is_vague=True,
    is_walkable=False,
    indoor=True,
    all_in_focus=True,
    block=((198, 148, 98), (136, 92, 58)),
)
def table(context: BackdropContext) -> Ground:
    height = context.height
    edge = height * 0.62
    _soft_room(context, edge)
    draw_table_top(context, edge)
    if _CHECKED.search(context.scene.prompt):
        _checked_cloth(context, edge)
    return Ground(y=height * 0.82, horizon=edge, table=True)


def _checked_cloth(context: BackdropContext, edge: float) -> None:
    """A cloth of white and red checks over the table."""
    width, height, canvas = context.width, context.height, context.canvas
    named = _CHECK_COLOR.search(context.scene.prompt)
    red = _dim(context, COLORS.get(named[1].lower(), _CHECKS) if named else _CHECKS)
    white = _dim(context, (252, 248, 242))
    canvas.drawRect(rect(0, edge, width, height - edge), fill(white))
    rows = [edge + (height - edge) * (row / 7) ** 1.4 for row in range(8)]
    for row, (top, bottom) in enumerate(itertools.pairwise(rows)):
        if row % 2 == 0:
            canvas.drawRect(rect(0, top, width, bottom - top), fill(red, 120))
    for column in range(-14, 14, 2):
        near = [width / 2 + (column + k) * width * 0.17 for k in (0, 1)]
        far = [width / 2 + (column + k) * width * 0.1 for k in (0, 1)]
        stripe = polygon([(far[0], edge), (far[1], edge), (near[1], height), (near[0], height)])
        canvas.drawPath(stripe, fill(red, 120))
    shade = [(*WHITE, 60), (*WHITE, 0), (40, 10, 20, 60)]
    canvas.drawRect(rect(0, edge, width, height - edge), shader_paint(linear((0, edge), (0, height), shade)))


def draw_table_top(context: BackdropContext, edge: float) -> None:
    """Boards from this y to the lower edge of the picture."""
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    woods = (_WOOD, *_OTHER_WOODS) if context.scene.is_composed_by_seed else (_WOOD,)
    wood = _dim(context, rng.choice(woods))
    tones = [mix(wood, (255, 236, 200), 0.42), wood, scale_rgb(wood, 0.74)]
    canvas.drawRect(
        rect(0, edge, width, height - edge), shader_paint(linear((0, edge), (0, height), tones, [0, 0.42, 1]))
    )
    _grain(context, edge, wood)
    for i in range(1, 5):
        y = edge + (height - edge) * (i / 5) ** 1.5
        canvas.drawLine(0, y, width, y, stroke(scale_rgb(wood, 0.46), unit * (1 + 2 * i / 5), 120))
        canvas.drawLine(
            0, y + unit * (1.5 + i * 0.4), width, y + unit * (1.5 + i * 0.4), stroke(mix(wood, WHITE, 0.5), unit, 60)
        )
    sheen = radial(
        (width * (0.5 + 0.2 * context.light.side), edge), width * 0.6, [(255, 240, 210, 96), (255, 240, 210, 0)]
    )
    canvas.drawRect(rect(0, edge, width, height - edge), shader_paint(sheen, BlendMode=skia.BlendMode.kScreen))
    canvas.drawRect(rect(0, edge - 2 * unit, width, 5 * unit), fill((255, 244, 220), 120))


def _dim(context: BackdropContext, rgb: RGB) -> RGB:
    if context.scene.time == "night":
        return (rgb[0] * 0.58, rgb[1] * 0.48, rgb[2] * 0.5)
    if context.scene.time in ("sunset", "dawn"):
        return mix(rgb, context.light.key, 0.14)
    return rgb


def _soft_room(context: BackdropContext, edge: float) -> None:
    """A bright room far out of focus: drawn small, blurred, scaled up."""
    rng = context.rng
    scale = 220 / max(context.width, edge)
    w, h = max(16, round(context.width * scale)), max(16, round(edge * scale))
    unit = context.unit * scale
    bright, wall, things = (_dim(context, rgb) for rgb in rng.choice(_ROOMS))
    made = surface(w, h)
    canvas = made.getCanvas()
    lamp_x = w * (0.5 + 0.34 * context.light.side)
    canvas.drawPaint(shader_paint(radial((lamp_x, h * 0.4), max(w, h) * 0.8, [bright, wall, mix(wall, things, 0.45)])))
    pane = rect(lamp_x - 130 * unit, h * 0.10, 260 * unit, h * 0.58)
    outside = mix(context.light.sky[2], context.light.sky[-1], 0.5)
    canvas.drawRect(pane, fill(mix(outside, WHITE, 0.25 if context.scene.time == "day" else 0.0)))
    canvas.drawRect(
        rect(pane.left(), h * 0.48, pane.width(), h * 0.2),
        fill(mix(in_light((150, 200, 140), context.light), outside, 0.45)),
    )
    canvas.drawLine(pane.centerX(), pane.top(), pane.centerX(), pane.bottom(), stroke(bright, 16 * unit))
    shelf_x = w * (0.5 - 0.34 * context.light.side)
    for row in (0.36, 0.64):
        canvas.drawRect(
            rect(shelf_x - 220 * unit, h * row, 440 * unit, 14 * unit), fill(mix(things, (120, 80, 50), 0.4))
        )
        for i in range(9):
            tall = unit * rng.uniform(40, 120)
            tone = _dim(
                context,
                rng.choice(((226, 120, 90), (240, 190, 100), (120, 160, 140), (250, 240, 226), (130, 150, 190))),
            )
            canvas.drawRect(
                rect(shelf_x + (i * 48 - 212) * unit, h * row - tall, 36 * unit, tall), fill(mix(tone, wall, 0.25))
            )
    canvas.drawRect(rect(0, h * 0.90, w, h * 0.1), fill(mix(things, wall, 0.3)))
    soft = depth_of_field(to_pixels(made), 1.7 * 1024 * 22 * unit / min(w, h) / 9)
    context.canvas.drawImageRect(to_image(soft), rect(0, 0, context.width, edge + 2), SAMPLING)
    _bokeh(context, edge, bright)


def _bokeh(context: BackdropContext, edge: float, bright: RGB) -> None:
    """Discs of distant lamps: pale, warm, soft at the rim."""
    rng = context.rng
    strength = 120 if context.scene.time == "night" else 88
    for _ in range(round(15 * across(context))):
        x, y, size = rng.random() * context.width, rng.random() ** 0.8 * edge * 0.85, context.unit * rng.uniform(22, 62)
        rgb = mix(bright, rng.choice(((255, 226, 160), (255, 206, 150), WHITE)), 0.7)
        alpha = strength * rng.uniform(0.4, 1.0)
        disc = radial((x, y), size, [(*rgb, alpha * 0.7), (*rgb, alpha), (*rgb, 0)], [0, 0.86, 1])
        context.canvas.drawCircle(x, y, size, shader_paint(disc))


def _grain(context: BackdropContext, edge: float, wood: RGB) -> None:
    rng, unit = context.rng, context.unit
    for rgb, alpha, number in ((scale_rgb(wood, 0.5), 34, 60), (mix(wood, (255, 226, 180), 0.6), 40, 44)):
        path = skia.Path()
        for _ in range(round(number * across(context))):
            near = rng.random() ** 1.4
            y = edge + (context.height - edge) * near
            add_wave(path, rng.random() * context.width, y, unit * rng.uniform(80, 420), unit * (1 + 4 * near))
        context.canvas.drawPath(path, fill(rgb, alpha))


@backdrop(
    "tabletop",
    phrases="tabletop, table top",
    location="on a tabletop",
    indoor=True,
    all_in_focus=True,
    block=((198, 148, 98), (136, 92, 58)),
)
def tabletop(context: BackdropContext) -> Ground:
    """Boards seen from straight above."""
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    boards = max(4, round(8 * width / (1024 * unit)))
    wide = width / boards
    for i in range(boards):
        tone = _dim(context, mix((150, 98, 60), (192, 136, 86), rng.random()))
        x = i * wide
        canvas.drawRect(
            rect(x, 0, wide + 1, height),
            shader_paint(linear((x, 0), (x + wide, 0), [mix(tone, WHITE, 0.08), tone, scale_rgb(tone, 0.88)])),
        )
        _veins(context, x, wide, tone)
        canvas.drawRect(rect(x - 1.5 * unit, 0, 3.4 * unit, height), fill(scale_rgb(tone, 0.36), 200))
        canvas.drawRect(rect(x + 2 * unit, 0, 1.6 * unit, height), fill(WHITE, 34))
    at = (width * (0.5 + 0.28 * context.light.side), height * 0.26)
    lamp = radial(
        at,
        max(width, height) * 0.95,
        [(255, 240, 210, 92), (255, 240, 210, 0), (30, 12, 0, 0), (30, 12, 0, 120)],
        [0, 0.45, 0.5, 1],
    )
    canvas.drawPaint(shader_paint(lamp))
    return Ground(y=height * 0.5, horizon=0.0, top_view=True)


def _veins(context: BackdropContext, x: float, wide: float, tone: RGB) -> None:
    rng, unit, height = context.rng, context.unit, context.height
    number = round(15 * height / (1024 * unit))
    for rgb, alpha in ((scale_rgb(tone, 0.6), 64), (mix(tone, (255, 226, 180), 0.5), 56)):
        path = skia.Path()
        for _ in range(number):
            at, y, run = x + wide * rng.uniform(0.06, 0.94), height * rng.random(), unit * rng.uniform(80, 360)
            sway, half = rng.uniform(-7, 7) * unit, unit * rng.uniform(0.8, 2.4)
            path.moveTo(at, y)
            path.quadTo(at + sway + half, y + run / 2, at + sway * 0.4, y + run)
            path.quadTo(at + sway - half, y + run / 2, at, y)
        context.canvas.drawPath(path, fill(rgb, alpha))
    if rng.random() < 0.5:
        _knot(context, x + wide * rng.uniform(0.3, 0.7), height * rng.random(), wide * rng.uniform(0.10, 0.18), tone)


def _knot(context: BackdropContext, x: float, y: float, size: float, tone: RGB) -> None:
    for grow, alpha in ((1.9, 30), (1.5, 36), (1.1, 46)):
        ring = rect(x - size * grow * 0.5, y - size * grow, size * grow, size * grow * 2)
        context.canvas.drawOval(ring, stroke(scale_rgb(tone, 0.55), 2 * context.unit, alpha * 2))
    context.canvas.drawOval(
        rect(x - size * 0.34, y - size * 0.6, size * 0.68, size * 1.2), fill(mix(scale_rgb(tone, 0.5), BLACK, 0.1), 170)
    )
