"""What is put behind a subject: a place drawn from its description, or one plain colour."""

from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.backdrops.landmarks.registry import LANDMARKS
from limner_illustrator.backdrops.plain_colors import rgb_of_backdrop
from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.palette import RGB
from limner_illustrator.canvas.size import Size
from limner_illustrator.edit.framing import largest_channel
from limner_illustrator.edit.notes import NOT_GENERATED
from limner_illustrator.edit.raster_edit.arrays import Floats, floats, to_bytes
from limner_illustrator.edit.raster_edit.cutout import Foreground
from limner_illustrator.edit.raster_edit.grounds import draw_shading, find_shading, read_sky
from limner_illustrator.edit.raster_edit.task import EditTask, names_place
from limner_illustrator.language.plain_backdrops import find_colors, is_plain_color
from limner_illustrator.render.paint import paint, paint_background
from limner_illustrator.scene import Scene

STRIP_ROWS = 256
WIDER = 1.6
"""How much wider a place is drawn of which a part is chosen."""
SEARCH_EDGE = 256
SHARP_AROUND, BLURRED_FROM = 0.012, 0.07
"""Of the shorter edge: where the focus begins to fade around a subject, and where it ends."""
AT_FOOT = 0.12
"""Of the height: a subject that ends in it is cut off by the lower edge of the picture."""
UNSURE_OUTLINE = f"{NOT_GENERATED}, and the outline of its subject is uncertain."


def is_backdrop(phrase: str, task: EditTask) -> bool:
    """Whether the phrase names something that can be drawn behind a subject."""
    if find_shading(phrase) is not None or is_plain_color(phrase):
        return True
    scene = task.scene_of(phrase)
    is_drawn = names_place(scene) or bool(scene.entities or scene.accents)
    return is_drawn or read_sky(phrase, scene) is not None


def draw_backdrop(phrase: str, size: Size, task: EditTask, subject: Floats | None = None) -> Pixels:
    """RGB. A sight or a thing that the phrase names is put where `subject` (H, W) does not hide it."""
    if (shading := find_shading(phrase)) is not None:
        return draw_shading(shading, phrase, size, task.scene.seed)
    if is_plain_color(phrase):
        return _fill_plain(rgb_of_backdrop(find_colors(phrase)[0]), size)
    scene = task.scene_of(phrase)
    scene = replace(read_sky(phrase, scene) or scene, transparent=False)
    bare = replace(
        scene,
        entities=(),
        relations=(),
        texts=(),
        accents=tuple(one for one in scene.accents if one not in LANDMARKS),
    )
    if bare == scene or subject is None:
        return _paint(bare if subject is None else scene, size, task)
    wide = Size(round(WIDER * size.width), size.height)
    left = round(_find_clear_part(scene, bare, wide, subject, task) * size.width)
    return np.ascontiguousarray(_paint(scene, wide, task)[:, left : left + size.width])


def _paint(scene: Scene, size: Size, task: EditTask) -> Pixels:
    if not scene.entities:
        return np.ascontiguousarray(paint_background(scene, size.width, size.height, task.quality)[..., :3])
    *_, drawn = paint(scene, size.width, size.height, quality=task.quality)
    return np.ascontiguousarray(drawn[..., :3])


def _find_clear_part(scene: Scene, bare: Scene, wide: Size, subject: Floats, task: EditTask) -> float:
    """Which part of a wider drawing shows most of what the scene has more than the bare one: its left edge, in widths
    of the picture.
    """
    scale = SEARCH_EDGE / max(wide)
    small = Size(max(16, round(wide.width * scale)), max(16, round(wide.height * scale)))
    width = min(small.width, max(8, round(small.width / WIDER)))
    more = largest_channel(cv2.absdiff(_paint(scene, small, task), _paint(bare, small, task))) > 24
    free = cv2.resize(1 - subject, (width, small.height), interpolation=cv2.INTER_AREA)
    middle = (small.width - width) / 2
    best = max(
        range(small.width - width + 1),
        key=lambda left: (float((free * more[:, left : left + width]).sum()), -abs(left - middle)),
    )
    return best / width


def compose_before(pixels: Pixels, found: Foreground, behind: Pixels) -> Pixels:
    """The foreground in front of another background, its light brought a little nearer to that of the new place. A
    plain colour has no light of its own.
    """
    if (behind == behind[0, 0]).all():
        return _compose(pixels, found, behind, None)
    light = np.clip(np.array(cv2.mean(behind)[:3]) / 255 * 0.35 + 0.75, 0.7, 1.1)
    return _compose(pixels, found, behind, light)


def compose_on_white(pixels: Pixels, found: Foreground) -> Pixels:
    """The foreground in its own colours."""
    return _compose(pixels, found, np.full_like(pixels, 255), None)


def _compose(pixels: Pixels, found: Foreground, behind: Pixels, light: npt.NDArray[np.floating] | None) -> Pixels:
    """The subject's own bytes where it is opaque and no `light` (RGB factors) falls on it. In strips, which bounds the
    memory for the floats.
    """
    subject = remove_fringe(pixels, found)
    result = np.ascontiguousarray(behind).copy()
    factor = np.ones(3, np.float32) if light is None else light.astype(np.float32)
    for top in range(0, len(result), STRIP_ROWS):
        rows = slice(top, top + STRIP_ROWS)
        alpha = found.alpha[rows, :, None]
        if alpha.any():
            result[rows] = to_bytes(subject[rows] * (factor * alpha) + behind[rows] * (1 - alpha))
    return result


def blur_background(pixels: Pixels, found: Foreground) -> Pixels:
    """The picture's own background out of focus behind the untouched subject, whose colours do not run into it. The
    focus fades away around the subject: its whiskers stay sharp, and an error of its outline does not show.
    """
    edge = min(pixels.shape[:2])
    soft, share = _blur_where(pixels, 1 - found.alpha, max(1.5, edge / 80))
    behind = np.where(share[..., None] > 0.01, soft, pixels)
    sharp = _grow_softly(found.alpha, SHARP_AROUND * edge, BLURRED_FROM * edge)[..., None]
    return to_bytes(pixels * sharp + behind * (1 - sharp))


def _grow_softly(alpha: Floats, near: float, far: float) -> Floats:
    """1 up to `near` px around the subject, 0 from `far` px on. What ends just above the lower edge goes on below."""
    height, width = alpha.shape
    scale = min(1.0, 2 * SEARCH_EDGE / max(height, width))
    size = max(2, round(width * scale)), max(2, round(height * scale))
    solid = (cv2.resize(alpha, size, interpolation=cv2.INTER_AREA) > 0.4).astype(np.uint8)
    foot = round((1 - AT_FOOT) * size[1])
    solid[foot:] |= (solid[foot:].any(axis=0) & (solid[: foot + 1].sum(axis=0) > 0)).astype(np.uint8)
    bay = max(3, round(2 * far * scale)) | 1
    closed = cv2.morphologyEx(solid, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (bay, bay)))
    away = cv2.distanceTransform(1 - closed, cv2.DIST_L2, 5) / scale
    near_by = np.clip((far - away) / (far - near), 0, 1).astype(np.float32)
    return np.maximum(alpha, floats(cv2.resize(near_by, (width, height), interpolation=cv2.INTER_LINEAR)))


def remove_fringe(pixels: Pixels, found: Foreground) -> Pixels:
    """Half-transparent edges take the colour of the subject's inside, or the old background shines through them."""
    sure = (found.alpha > 0.95).astype(np.float32)
    inner, weight = _blur_where(pixels, sure, max(2.0, min(pixels.shape[:2]) / 200))
    edge = (found.alpha < 0.95) & (found.alpha > 0) & (weight > 0.02)
    cleaned = pixels.copy()
    cleaned[edge] = inner[edge]
    return cleaned


def _blur_where(pixels: Pixels, weight: Floats, sigma: float) -> tuple[Pixels, Floats]:
    """The blur of those pixels alone that have a weight, and the blur of the weight. A wide one is computed on a
    smaller copy.
    """
    height, width = weight.shape
    shrink = max(1.0, sigma / 3)
    size = max(2, round(width / shrink)), max(2, round(height / shrink))
    if shrink > 1:
        colors = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
        weight = floats(cv2.resize(weight, size, interpolation=cv2.INTER_AREA))
    else:
        colors = pixels
    share = floats(cv2.GaussianBlur(weight, (0, 0), sigma / shrink))
    total = cv2.GaussianBlur(colors * weight[..., None], (0, 0), sigma / shrink)
    mean = to_bytes(total / np.maximum(share, 1e-3)[..., None])
    if shrink > 1:
        mean, share = (cv2.resize(one, (width, height), interpolation=cv2.INTER_LINEAR) for one in (mean, share))
    return np.asarray(mean, np.uint8), floats(share)


def _fill_plain(color: RGB, size: Size) -> Pixels:
    return np.full((size.height, size.width, 3), color, np.uint8)


def cut_foreground(rgb: Pixels, found: Foreground) -> Pixels:
    """RGBA: the foreground alone."""
    colors = np.ascontiguousarray(rgb[..., :3])
    # What came with transparency of its own has the right colours along its edge already.
    clean = colors if found.is_own else remove_fringe(colors, found)
    return np.dstack([clean, np.rint(found.alpha * 255).astype(np.uint8)])


def note_on_outline(found: Foreground | None) -> str | None:
    return UNSURE_OUTLINE if found is not None and not found.is_confident else None
