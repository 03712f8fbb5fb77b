"""Pictures within a design: the scene of the prompt painted into a box, its subjects cut out, and single sprites."""

import random
from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from limner_illustrator.canvas import Canvas, Pixels, color, draw_pixels, fill, surface, to_pixels
from limner_illustrator.canvas.light import Light, make_light, make_scene_light
from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog import kinds
from limner_illustrator.graphics.designs.faces import add_face
from limner_illustrator.graphics.graphic import GRAPHICS, GraphicContext
from limner_illustrator.graphics.theme import make_theme
from limner_illustrator.language.design_notes import find_face_mood
from limner_illustrator.render.finish import Quality, paint_cutout_in_style, paint_in_style
from limner_illustrator.render.paint import paint, paint_background, place_subjects
from limner_illustrator.scene import Entity, Graphic, Scene
from limner_illustrator.subjects.raster import crop
from limner_illustrator.subjects.sprite import sprite

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
SMALLEST_PX = 24
MAX_IN_LINE = 6
FINE_BORDER = 10
"""Borders wider than this, in px, are measured at half the resolution."""
FLAT = 1.7
"""The aspect ratio from which a row of things is too small on a print that is as high as wide."""
MAX_ROWS = 3
FACELESS = frozenset({
    "sunglasses", "glasses", "hat", "top hat", "cap", "crown", "scarf", "bow", "bow tie", "tie", "headphones", "mask",
    "necklace", "umbrella", "flag", "star", "heart", "sparkles", "ring", "glove", "gloves", "shoes", "shoe",
})  # fmt: skip
"""What something else wears or holds has no face of its own beside it."""
LONG = 2.25
"""The aspect ratio up to which the lengths of a nested graphic grow with its longer side."""


def plain_light() -> Light:
    """Daylight that is the same in every picture."""
    return make_light("day", "clear", random.Random(3))


def paint_picture(scene: Scene, width: float, height: float, quality: Quality = "medium") -> Pixels:
    """RGB (height, width, 3): the scene as a picture of its own, without lettering."""
    size = max(SMALLEST_PX, round(width)), max(SMALLEST_PX, round(height))
    bare = replace(scene, graphic=None, texts=(), transparent=False)
    *_, pixels = paint(bare, *size, quality=quality)
    return pixels


def paint_wide_picture(scene: Scene, width: float, height: float, box: Box, quality: Quality = "medium") -> Pixels:
    """RGB: the scene's place over the whole picture, its subjects inside `box` only, so that the rest has room."""
    size = max(SMALLEST_PX, round(width)), max(SMALLEST_PX, round(height))
    bare = replace(scene, graphic=None, texts=(), transparent=False)
    background = paint_background(replace(bare, styles=()), *size, quality)
    left, top, right, bottom = (round(one) for one in box)
    light = make_scene_light(bare, bare.random("scene", "light"))
    placed = place_subjects(background, bare, (left, top, right, bottom), light)
    return paint_in_style(np.ascontiguousarray(placed[..., :3]), bare, quality) if bare.styles else placed[..., :3]


def paint_nested(scene: Scene, width: float, height: float) -> Pixels:
    """RGB: the graphic of a scene, a chart or a screen, as a picture within another design."""
    graphic = scene.graphic or Graphic(kind="")
    kind, theme = GRAPHICS[graphic.kind], make_theme(graphic)
    sheet = surface(width, height)
    sheet.getCanvas().clear(color(theme.paper))
    size = sheet.width(), sheet.height()
    unit = min(size) * min(max(size) / min(size), LONG) ** 0.5 / 1024
    kind.function(
        GraphicContext(
            canvas=sheet.getCanvas(),
            width=size[0],
            height=size[1],
            unit=unit,
            scene=scene,
            graphic=graphic,
            theme=theme,
        )
    )
    return np.ascontiguousarray(to_pixels(sheet)[..., :3])


def cut_out(scene: Scene, edge: float, quality: Quality = "medium") -> Pixels:
    """RGBA, cropped: the subjects together, as they are placed in a picture of `edge` px.

    Things that have faces stand in a row, so that every face is seen.
    """
    if mood := mood_of(scene):
        return _line_up(scene, edge, mood)
    size = max(SMALLEST_PX, round(edge))
    bare = replace(scene, graphic=None, texts=(), transparent=True, backdrop=None)
    *_, pixels = paint(bare, size, size, quality=quality)
    return crop(pixels)


def cut_out_compact(scene: Scene, edge: float, quality: Quality = "medium") -> Pixels:
    """RGBA, cropped: like `cut_out`, but several things that would make a long row stand in rows one above another."""
    cut = cut_out(scene, edge, quality)
    if len(scene.entities) < 2 or scene.relations or cut.shape[1] < FLAT * cut.shape[0]:
        return cut
    rows = []
    for entity in scene.entities[:MAX_ROWS]:
        copies = min(entity.count, MAX_IN_LINE)
        row = _line_up(replace(scene, entities=(replace(entity, count=copies),)), edge, "")
        scale = min(edge / row.shape[1], edge / len(scene.entities[:MAX_ROWS]) / row.shape[0])
        size = max(1, round(scale * row.shape[1])), max(1, round(scale * row.shape[0]))
        spare = max(0, round(edge) - size[0])
        row = cv2.resize(row, size, interpolation=cv2.INTER_AREA)
        rows.append(
            cv2.copyMakeBorder(
                row, 0, round(0.03 * edge), spare // 2, spare - spare // 2, cv2.BORDER_CONSTANT, value=(0, 0, 0, 0)
            )
        )
    return crop(np.ascontiguousarray(np.vstack(rows)))


def mood_of(scene: Scene) -> str:
    """The mood of the faces that the things of a design have; empty for none."""
    return find_face_mood(scene.graphic, scene) if scene.graphic is not None else ""


def _line_up(scene: Scene, edge: float, mood: str) -> Pixels:
    things = [replace(one, count=1) for one in scene.entities for _ in range(one.count)][:MAX_IN_LINE]
    size = edge / max(1, len(things))
    tiles = [cut_out_one(scene, one, size, copy=number) for number, one in enumerate(things)]
    tall, gap = max(one.shape[0] for one in tiles), round(0.06 * size)
    padded = [
        cv2.copyMakeBorder(
            one, tall - one.shape[0], 0, gap if number else 0, 0, cv2.BORDER_CONSTANT, value=(0, 0, 0, 0)
        )
        for number, one in enumerate(tiles)
    ]
    row = np.ascontiguousarray(np.hstack(padded))
    return paint_cutout_in_style(row, scene, "medium") if scene.styles else row


def cut_out_one(scene: Scene, entity: Entity, edge: float, *, pose: str | None = None, copy: int = 0) -> Pixels:
    """RGBA, cropped: one thing alone, its longest side about `edge` px."""
    drawn = sprite(entity, max(SMALLEST_PX, edge), plain_light(), scene, pose=pose, copy=copy)
    mood = mood_of(scene)
    is_worn = entity.noun in FACELESS and len(scene.entities) > 1
    return add_face(drawn, mood) if mood and not is_worn and not kinds.is_animate(entity.drawing) else drawn


def make_entity(drawing: str, number: int = 1) -> Entity:
    """A thing that a design needs and the prompt does not name."""
    return Entity(id=f"e{number}", noun=drawing.partition(":")[2].replace("-", " "), drawing=drawing)


def fit_inside(pixels: Pixels, box: Box) -> Box:
    """The largest centred box of the picture's proportions."""
    left, top, right, bottom = box
    height, width = pixels.shape[:2]
    scale = min((right - left) / width, (bottom - top) / height)
    x, y = (left + right - width * scale) / 2, (top + bottom - height * scale) / 2
    return x, y, x + width * scale, y + height * scale


def draw_inside(canvas: Canvas, pixels: Pixels, box: Box, *, foot: bool = False) -> Box:
    """The picture as large as fits, centred, or standing on the lower edge. Returns where it is."""
    left, top, right, bottom = fit_inside(pixels, box)
    if foot:
        top, bottom = top + box[3] - bottom, box[3]
    draw_smooth(canvas, pixels, (left, top, right, bottom))
    return left, top, right, bottom


def draw_smooth(canvas: Canvas, pixels: Pixels, box: Box) -> None:
    """Scaled with a mipmap, so that large pictures shrink without a moiré."""
    left, top, right, bottom = box
    if right - left < 0.6 * pixels.shape[1]:
        size = max(1, round(right - left)), max(1, round(bottom - top))
        if pixels.shape[2] == 4:
            weight = pixels[..., 3:].astype(np.float32) / 255
            flat = cv2.resize(np.dstack([pixels[..., :3] * weight, weight * 255]), size, interpolation=cv2.INTER_AREA)
            flat[..., :3] *= 255 / np.maximum(flat[..., 3:], 1)
            pixels = np.clip(flat, 0, 255).astype(np.uint8)
        else:
            pixels = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    draw_pixels(canvas, pixels, left, top, right - left, bottom - top)


def drop_shadow(canvas: Canvas, pixels: Pixels, box: Box, *, blur: float, down: float, alpha: int = 90) -> None:
    """A soft shadow of a cut-out that is drawn at `box`."""
    left, top, right, bottom = box
    shrink = max(1, int(blur / 2.5))  # a soft edge needs no full resolution
    spare = int(3 * blur / shrink) + 2
    size = max(1, round((right - left) / shrink)), max(1, round((bottom - top) / shrink))
    shape = cv2.resize(np.ascontiguousarray(pixels[..., 3]), size, interpolation=cv2.INTER_AREA)
    shape = cv2.copyMakeBorder(shape, spare, spare, spare, spare, cv2.BORDER_CONSTANT)
    soft = cv2.GaussianBlur(shape, (0, 0), max(blur / shrink, 0.3)).astype(np.float32) * (alpha / 255)
    shadow = np.zeros((*soft.shape, 4), np.uint8)
    shadow[..., 3] = soft
    reach = spare * shrink
    draw_pixels(canvas, shadow, left - reach, top - reach + down, shadow.shape[1] * shrink, shadow.shape[0] * shrink)


def with_border(pixels: Pixels, reach: float, backing_color: RGB = (255, 255, 255)) -> Pixels:
    """RGBA: the cut-out on a backing that follows its outline at a distance of `reach` px."""
    spare = round(reach) + 3
    padded = cv2.copyMakeBorder(pixels, spare, spare, spare, spare, cv2.BORDER_CONSTANT, value=(0, 0, 0, 0))
    solid = (padded[..., 3] > 90).astype(np.uint8)
    outlines, _ = cv2.findContours(solid, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    cv2.drawContours(solid, outlines, -1, 1, cv2.FILLED)
    distance = _measure_distance(solid, max(0.8, reach * 0.16), shrink=2 if reach > FINE_BORDER else 1)
    backing = np.clip(reach - distance + 0.5, 0, 1)
    backing = np.maximum(backing, solid)[..., None]
    alpha = padded[..., 3:].astype(np.float32) / 255
    mixed = np.asarray(backing_color, np.float32) * (1 - alpha) + padded[..., :3] * alpha
    return np.dstack([mixed, 255 * np.maximum(backing, alpha)]).clip(0, 255).astype(np.uint8)


def _measure_distance(solid: Pixels, sigma: float, *, shrink: int) -> NDArray[np.float32]:
    """How far every pixel is from the shape, in px, without small dents; measured `shrink` times smaller."""
    height, width = solid.shape
    small = (
        solid if shrink == 1 else cv2.resize(solid, (width // shrink, height // shrink), interpolation=cv2.INTER_AREA)
    )
    distance = cv2.GaussianBlur(cv2.distanceTransform(1 - small, cv2.DIST_L2, 5), (0, 0), sigma / shrink) * shrink
    smooth: NDArray[np.float32] = (
        distance if shrink == 1 else cv2.resize(distance, (width, height), interpolation=cv2.INTER_LINEAR)
    )
    return smooth


def tint_shape(pixels: Pixels, tone: RGB) -> Pixels:
    """RGBA: the silhouette of a cut-out."""
    flat = np.empty_like(pixels)
    flat[..., :3] = np.clip(tone, 0, 255)
    flat[..., 3] = pixels[..., 3]
    return flat


def rounded(canvas: Canvas, box: Box, radius: float, paint: object) -> None:
    canvas.drawRoundRect(skia.Rect(*box), radius, radius, paint)


def lift(canvas: Canvas, box: Box, radius: float, unit: float, strength: float = 1.0) -> None:
    """The shadow of a sheet or a card on a surface."""
    left, top, right, bottom = box
    for blur, down, alpha in ((26 * unit, 18 * unit, 80), (6 * unit, 4 * unit, 70)):
        paint = fill((24, 16, 40), alpha * strength)
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(0.2, blur)))
        rounded(canvas, (left, top + down, right, bottom + down), radius, paint)


def clip_rounded(canvas: Canvas, box: Box, radius: float) -> None:
    canvas.clipRRect(skia.RRect.MakeRectXY(skia.Rect(*box), radius, radius), doAntiAlias=True)


def draw_clipped(canvas: Canvas, pixels: Pixels, box: Box, radius: float) -> None:
    canvas.save()
    clip_rounded(canvas, box, radius)
    draw_smooth(canvas, pixels, box)
    canvas.restore()


def warp(canvas: Canvas, pixels: Pixels, corners: Sequence[tuple[float, float]]) -> None:
    """The picture stretched to four corners: upper left, upper right, lower right, lower left."""
    height, width = pixels.shape[:2]
    source = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    matrix = cv2.getPerspectiveTransform(source, np.array(corners, np.float32))
    canvas.save()
    canvas.concat(skia.Matrix.MakeAll(*(float(one) for one in matrix.ravel())))
    draw_pixels(canvas, pixels, 0, 0)
    canvas.restore()
