"""Simple faces: on things that a prompt calls cute or smiling, and round ones by themselves, as in a set of emoji."""

import math
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
import skia

from limner_illustrator.canvas import (
    Canvas,
    Pixels,
    draw_pixels,
    fill,
    radial,
    shader_paint,
    stroke,
    surface,
    to_pixels,
)
from limner_illustrator.canvas.palette import RGB
from limner_illustrator.graphics.designs.page import luma
from limner_illustrator.language.vocabulary.design_faces import DEFAULT_FACE

INK: RGB = (52, 34, 36)
BLUSH: RGB = (244, 112, 128)
TEAR: RGB = (84, 170, 240)
LIGHT: RGB = (255, 255, 255)
PALE: RGB = (255, 250, 240)
SEARCHED_PX = 240
"""The longer side at which the place of a face is searched, which takes less time than at full size."""
DARK = 88
"""The brightness below which dark eyes are not seen."""


@dataclass(frozen=True, slots=True)
class Face:
    """Parts of a face by name; what `draw_face` knows of each."""

    eyes: str
    mouth: str
    brows: str = ""
    mark: str = ""


FACES: dict[str, Face] = {
    "happy": Face("open", "smile"),
    "laughing": Face("closed-up", "grin"),
    "sad": Face("open", "frown", "worried", "tear"),
    "crying": Face("closed-down", "frown", "worried", "tears"),
    "angry": Face("open", "frown", "angry"),
    "sleepy": Face("closed-down", "small", mark="zzz"),
    "love": Face("hearts", "smile"),
    "surprised": Face("wide", "round", "raised"),
    "cool": Face("shades", "smirk"),
    "winking": Face("wink", "smile"),
    "thinking": Face("aside", "flat", "raised"),
    "sick": Face("closed-down", "wavy", "worried"),
    "shy": Face("closed-up", "small", mark="blush"),
    "confused": Face("open", "wavy", "raised"),
    "scared": Face("wide", "wavy", "worried"),
    "silly": Face("wink", "tongue"),
    "bored": Face("half", "flat"),
}
"""By the name of the mood in the vocabulary."""


def draw_face(canvas: Canvas, x: float, y: float, reach: float, mood: str) -> None:
    """`reach`: from the middle to the outer edge of a cheek."""
    face = FACES.get(mood, FACES[DEFAULT_FACE])
    for side in (-1, 1):
        blush = fill(BLUSH, 230 if face.mark == "blush" else 150)
        canvas.drawOval(_around(x + side * 0.86 * reach, y + 0.26 * reach, 0.2 * reach, 0.13 * reach), blush)
        if face.eyes != "shades":
            _draw_eye(canvas, x + side * 0.56 * reach, y, 0.17 * reach, face.eyes, side)
        if face.brows:
            _draw_brow(canvas, x + side * 0.56 * reach, y - 0.38 * reach, 0.22 * reach, face.brows, side)
    if face.eyes == "shades":
        _draw_shades(canvas, x, y, reach)
    _draw_mouth(canvas, x, y + 0.34 * reach, 0.3 * reach, face.mouth)
    if face.mark in ("tear", "tears"):
        for side in (-1, 1) if face.mark == "tears" else (1,):
            _draw_tear(canvas, x + side * 0.64 * reach, y + 0.4 * reach, 0.13 * reach)


def _around(x: float, y: float, wide: float, tall: float) -> skia.Rect:
    return skia.Rect(x - wide, y - tall, x + wide, y + tall)


def _pen(width: float) -> skia.Paint:
    return stroke(INK, max(1.0, width), StrokeCap=skia.Paint.kRound_Cap)


def _curve(canvas: Canvas, x: float, y: float, wide: float, bend: float, width: float) -> None:
    """An arc through the middle; a positive bend hangs down."""
    path = skia.Path()
    path.moveTo(x - wide, y)
    path.quadTo(x, y + 2 * bend, x + wide, y)
    canvas.drawPath(path, _pen(width))


def _draw_eye(canvas: Canvas, x: float, y: float, size: float, kind: str, side: int) -> None:
    if kind == "hearts":
        canvas.drawPath(heart_path(x, y, 1.5 * size), fill((232, 44, 70)))
    elif kind == "closed-up" or (kind == "wink" and side > 0):
        _curve(canvas, x, y + 0.4 * size, size, -0.7 * size, 0.5 * size)
    elif kind == "closed-down":
        _curve(canvas, x, y, size, 0.6 * size, 0.5 * size)
    else:
        grown = 1.25 if kind == "wide" else 1.0
        canvas.drawOval(_around(x, y, 0.9 * grown * size, grown * 1.1 * size), fill(INK))
        look = 0.4 * size if kind == "aside" else -0.25 * size
        canvas.drawCircle(x + look, y - 0.42 * size, 0.36 * grown * size, fill(LIGHT))
        if kind == "half":
            canvas.drawLine(x - size, y - 0.5 * size, x + size, y - 0.5 * size, _pen(0.6 * size))


def _draw_brow(canvas: Canvas, x: float, y: float, wide: float, kind: str, side: int) -> None:
    slope = {"angry": 0.5, "worried": -0.45, "raised": 0.0}[kind] * wide
    y -= 0.3 * wide if kind == "raised" and side > 0 else 0
    canvas.drawLine(x - side * wide, y + slope, x + side * wide, y - slope, _pen(0.3 * wide))


def _draw_mouth(canvas: Canvas, x: float, y: float, wide: float, kind: str) -> None:
    width = 0.26 * wide
    if kind in ("smile", "smirk", "tongue"):
        if kind == "tongue":
            tongue = x - 0.4 * wide, y + 0.3 * wide, x + 0.4 * wide, y + 1.2 * wide
            canvas.drawRoundRect(skia.Rect(*tongue), 0.4 * wide, 0.4 * wide, fill((236, 92, 112)))
        _curve(canvas, x, y, wide, (0.3 if kind == "smirk" else 0.62) * wide, width)
    elif kind == "grin":
        path = skia.Path()
        path.moveTo(x - 1.1 * wide, y - 0.1 * wide)
        path.quadTo(x, y + 2.4 * wide, x + 1.1 * wide, y - 0.1 * wide)
        path.close()
        canvas.drawPath(path, fill((130, 30, 44)))
        canvas.drawPath(path, _pen(0.7 * width))
    elif kind == "frown":
        _curve(canvas, x, y + 0.55 * wide, wide, -0.5 * wide, width)
    elif kind == "round":
        canvas.drawOval(_around(x, y + 0.35 * wide, 0.42 * wide, 0.55 * wide), fill((110, 30, 44)))
    elif kind == "wavy":
        path = skia.Path()
        path.moveTo(x - wide, y + 0.3 * wide)
        path.cubicTo(x - 0.4 * wide, y - 0.4 * wide, x + 0.4 * wide, y + wide, x + wide, y + 0.2 * wide)
        canvas.drawPath(path, _pen(width))
    else:
        canvas.drawLine(
            x - (0.35 if kind == "small" else 0.9) * wide, y + 0.3 * wide,
            x + (0.35 if kind == "small" else 0.9) * wide, y + 0.3 * wide, _pen(width),
        )  # fmt: skip


def _draw_shades(canvas: Canvas, x: float, y: float, reach: float) -> None:
    canvas.drawLine(x - 0.95 * reach, y - 0.14 * reach, x + 0.95 * reach, y - 0.14 * reach, _pen(0.1 * reach))
    for side in (-1, 1):
        lens = skia.Rect(x + side * 0.5 * reach - 0.38 * reach, y - 0.18 * reach, x + side * 0.5 * reach + 0.38 * reach,
                         y + 0.24 * reach)  # fmt: skip
        canvas.drawRoundRect(lens, 0.2 * reach, 0.2 * reach, fill((30, 30, 40)))


def _draw_tear(canvas: Canvas, x: float, y: float, size: float) -> None:
    path = skia.Path()
    path.moveTo(x, y - 1.5 * size)
    path.cubicTo(x + 0.4 * size, y - 0.6 * size, x + size, y, x, y + size)
    path.cubicTo(x - size, y, x - 0.4 * size, y - 0.6 * size, x, y - 1.5 * size)
    canvas.drawPath(path, fill(TEAR))


def heart_path(x: float, y: float, size: float) -> skia.Path:
    """About `size` px from the middle to the edge."""
    path = skia.Path()
    path.moveTo(x, y + 0.9 * size)
    path.cubicTo(x - 1.5 * size, y - 0.1 * size, x - 0.75 * size, y - 1.15 * size, x, y - 0.4 * size)
    path.cubicTo(x + 0.75 * size, y - 1.15 * size, x + 1.5 * size, y - 0.1 * size, x, y + 0.9 * size)
    return path


def add_face(pixels: Pixels, mood: str) -> Pixels:
    """RGBA: the cut-out of a thing with a face where it is widest and solid."""
    place = _find_face_place(pixels)
    if place is None:
        return pixels
    x, y, reach = place
    height, width = pixels.shape[:2]
    sheet = surface(width, height)
    canvas = sheet.getCanvas()
    draw_pixels(canvas, pixels, 0, 0)
    around = pixels[max(0, int(y - reach / 2)) : int(y + reach / 2) + 1, max(0, int(x - reach)) : int(x + reach) + 1]
    if luma(around[..., :3].reshape(-1, 3).mean(axis=0)) < DARK:
        glow = radial((x, y + 0.1 * reach), 1.15 * reach, [(*PALE, 215), (*PALE, 190), (*PALE, 0)],
                      [0, 0.75, 1])  # fmt: skip
        canvas.drawOval(_around(x, y + 0.1 * reach, 1.15 * reach, 0.8 * reach), shader_paint(glow))
    draw_face(canvas, x, y, reach, mood)
    return np.ascontiguousarray(to_pixels(sheet))


def _find_face_place(pixels: Pixels) -> tuple[float, float, float] | None:
    """The middle and the reach of a face: about the centre of the largest disc that fits into the outline.

    Near the middle discs count a little more, so that the face of a long thing is not at one of its ends.
    """
    shrink = max(1.0, max(pixels.shape[:2]) / SEARCHED_PX)
    size = max(1, round(pixels.shape[1] / shrink)), max(1, round(pixels.shape[0] / shrink))
    pixels = cv2.resize(np.ascontiguousarray(pixels), size, interpolation=cv2.INTER_AREA)
    solid = (pixels[..., 3] > 128).astype(np.uint8)
    if not solid.any():
        return None
    distance = cv2.distanceTransform(cv2.copyMakeBorder(solid, 1, 1, 1, 1, cv2.BORDER_CONSTANT), cv2.DIST_L2, 5)
    distance = distance[1:-1, 1:-1]
    height, width = solid.shape
    across = np.abs(np.arange(width) - width / 2)[None, :]
    down = np.abs(np.arange(height) - 0.52 * height)[:, None]
    plain = 1 - np.minimum(1, 3 * _unevenness(pixels, distance.max()))
    score = distance * (0.55 + 0.45 * plain) - 0.12 * across - 0.12 * down
    at_y, at_x = np.unravel_index(int(score.argmax()), score.shape)
    radius = float(distance[at_y, at_x])
    return shrink * float(at_x), shrink * (float(at_y) - 0.05 * radius), 0.74 * shrink * radius


def _unevenness(pixels: Pixels, reach: float) -> npt.NDArray[np.float32]:
    """How much the brightness varies around each pixel, 0 to 1: a face is not read across an edge of colour."""
    gray = cv2.cvtColor(np.ascontiguousarray(pixels[..., :3]), cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    edge = max(3, round(0.9 * reach))
    mean, square = cv2.blur(gray, (edge, edge)), cv2.blur(gray * gray, (edge, edge))
    return np.asarray(np.sqrt(np.maximum(0, square - mean * mean)), np.float32)


def make_emoji(edge: float, mood: str) -> Pixels:
    """RGBA: a round yellow face."""
    sheet = surface(edge, edge)
    canvas = sheet.getCanvas()
    x = y = edge / 2
    reach = 0.46 * edge
    glow = radial((x - 0.3 * reach, y - 0.4 * reach), 1.7 * reach, [(255, 236, 120), (255, 200, 50), (236, 140, 30)],
                  [0, 0.55, 1])  # fmt: skip
    if mood == "angry":
        glow = radial((x, y + 0.6 * reach), 1.9 * reach, [(255, 206, 70), (244, 120, 50), (214, 60, 50)], [0, 0.5, 1])
    if mood == "sick":
        glow = radial((x - 0.3 * reach, y - 0.4 * reach), 1.7 * reach, [(226, 238, 130), (160, 196, 70)], [0, 1])
    canvas.drawCircle(x, y, reach, shader_paint(glow))
    canvas.drawCircle(x, y, reach, stroke((214, 130, 30), max(1.0, 0.02 * edge)))
    draw_face(canvas, x, y - 0.06 * edge, 0.68 * reach, mood)
    draw_mark(canvas, edge, mood)
    return np.ascontiguousarray(to_pixels(sheet))


def draw_mark(canvas: Canvas, edge: float, mood: str) -> None:
    """The sign of a mood in the upper right corner, where a face alone would not tell it."""
    x, y, size = 0.85 * edge, 0.15 * edge, 0.11 * edge
    if mood == "sleepy":
        for step, (dx, dy, grown) in enumerate(((-0.9, 0.8, 0.5), (0.0, 0.0, 0.7), (0.9, -0.8, 0.9))):
            _draw_z(
                canvas, x + dx * 0.5 * size, y + dy * 0.5 * size, 0.5 * grown * size, 0.12 * size * (1 + 0.2 * step)
            )
    elif mood == "love":
        canvas.drawPath(heart_path(x, y, 0.8 * size), fill((232, 60, 90)))
    elif mood == "angry":
        for k in range(4):
            turn = math.pi / 4 + k * math.pi / 2
            middle_x, middle_y = x + 0.95 * size * math.cos(turn), y + 0.95 * size * math.sin(turn)
            arc = _around(middle_x, middle_y, 0.62 * size, 0.62 * size)
            canvas.drawArc(arc, math.degrees(turn) + 125, 110, False, stroke((214, 40, 50), 0.2 * size))
    elif mood in ("sad", "crying"):
        _draw_tear(canvas, x, y, 0.6 * size)
    elif mood in ("surprised", "scared"):
        for side in (-1, 1):
            canvas.drawLine(
                x + side * 0.3 * size, y - 0.8 * size, x + side * 0.26 * size, y + 0.3 * size, _mark_pen(size)
            )
            canvas.drawCircle(x + side * 0.24 * size, y + 0.75 * size, 0.14 * size, fill((240, 130, 30)))
    elif mood in ("thinking", "confused"):
        _curve(canvas, x, y - 0.2 * size, 0.5 * size, -0.6 * size, 0.24 * size)
        canvas.drawLine(x + 0.5 * size, y - 0.2 * size, x, y + 0.4 * size, _pen(0.24 * size))
        canvas.drawCircle(x, y + 0.8 * size, 0.15 * size, fill(INK))


def _mark_pen(size: float) -> skia.Paint:
    return stroke((240, 130, 30), 0.26 * size, StrokeCap=skia.Paint.kRound_Cap)


def _draw_z(canvas: Canvas, x: float, y: float, size: float, width: float) -> None:
    path = skia.Path()
    path.moveTo(x - size, y - size)
    path.lineTo(x + size, y - size)
    path.lineTo(x - size, y + size)
    path.lineTo(x + size, y + size)
    canvas.drawPath(path, stroke((80, 110, 200), max(1.0, width), StrokeJoin=skia.Paint.kRound_Join))
