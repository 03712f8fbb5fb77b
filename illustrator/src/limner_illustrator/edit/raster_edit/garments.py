"""Finds what somebody in a photograph wears below the face by its colour, where nothing separates the person."""

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.arrays import Floats, floats
from limner_illustrator.edit.raster_edit.learned.faces import Face
from limner_illustrator.edit.raster_edit.matting import guided_filter

UPPER = frozenset({
    "shirt", "t-shirt", "tshirt", "tee", "blouse", "top", "sweater", "jumper", "pullover", "sweatshirt", "hoodie",
    "cardigan", "jacket", "coat", "blazer", "suit", "spacesuit", "uniform", "dress", "gown", "robe", "jersey", "vest",
    "clothes", "clothing", "outfit", "jumpsuit", "overalls", "tunic", "kimono",
})  # fmt: skip
"""What covers the chest, which is what is below a face."""
LEAST_CHROMA = 26.0
"""Grey, black and white clothes are not told from shadows and walls by their colour."""
HUE_REACH = 0.26
"""Radians in Lab around the hue of the chest."""
LEAST_OF_CHEST = 0.45
"""Of the pixels of the chest that have that colour."""
BODY = 2.5
"""Half of the width of a body, in widths of the face."""
MOST_BESIDE = 0.06
"""Of the pixels that are where no body is: more of them are a wall or a thing of the same colour."""
LEAST_SHARE = 0.01

Flags = npt.NDArray[np.bool_]


def find_upper_garment(rgb: Pixels, face: Face) -> Floats | None:
    """(H, W) 0..1. None where the colour below the chin is not clearly that of one garment."""
    height, width = rgb.shape[:2]
    middle = (face.left + face.right) / 2
    chest = _box(face, middle, 0.55, 1.7, 0.75, (height, width))
    lab = cv2.cvtColor(cv2.GaussianBlur(rgb, (0, 0), max(0.8, face.width / 60)), cv2.COLOR_RGB2LAB).astype(np.float32)
    chroma, hue = np.hypot(lab[..., 1] - 128, lab[..., 2] - 128), np.arctan2(lab[..., 2] - 128, lab[..., 1] - 128)
    top, bottom, left, right = chest
    if bottom - top < 8 or right - left < 8:
        return None
    main = _find_main_hue(hue[top:bottom, left:right], chroma[top:bottom, left:right])
    if main is None:
        return None
    like = (np.abs(np.angle(np.exp(1j * (hue - main)))) < HUE_REACH) & (chroma > 0.62 * LEAST_CHROMA)
    if _is_like_skin(lab, face, main):
        like &= chroma > 1.4 * _chroma_of_skin(lab, face)
    if like[top:bottom, left:right].mean() < LEAST_OF_CHEST:
        return None
    piece = _grow(like, chest, round(face.width / 9))
    body = _outline_body(face, middle, (height, width))
    if piece.mean() < LEAST_SHARE or (piece & ~body).sum() > MOST_BESIDE * piece.sum():
        return None
    piece &= body
    soft = guided_filter(rgb, floats(piece), max(3, round(face.width / 30)) | 1, 4e-4)
    return floats(np.clip((soft - 0.2) / 0.5, 0, 1))


def _box(
    face: Face, middle: float, first: float, last: float, half: float, shape: tuple[int, int]
) -> tuple[int, int, int, int]:
    """Top, bottom, left, right of a part below the chin, in heights and widths of the face."""
    height, width = shape
    top, bottom = face.bottom + first * face.height, face.bottom + last * face.height
    left, right = middle - half * face.width, middle + half * face.width
    return round(min(height, top)), round(min(height, bottom)), round(max(0, left)), round(min(width, right))


def _find_main_hue(hue: Floats, chroma: Floats) -> float | None:
    coloured = chroma > LEAST_CHROMA
    if coloured.mean() < LEAST_OF_CHEST:
        return None
    bins = 36
    numbers = ((hue[coloured] + np.pi) * (bins / (2 * np.pi))).astype(np.intp) % bins
    counts = np.bincount(numbers, chroma[coloured], minlength=bins)
    smooth = np.roll(counts, 1) + 2 * counts + np.roll(counts, -1)
    return (int(smooth.argmax()) + 0.5) * (2 * np.pi / bins) - np.pi


def _cheek(lab: Floats, face: Face) -> Floats:
    x, y = face.nose
    half, tall = 0.22 * face.width, 0.12 * face.height
    part = lab[max(0, round(y)) : round(y + tall) + 1, max(0, round(x - half)) : round(x + half) + 1]
    return floats(np.median(part.reshape(-1, 3), axis=0))


def _chroma_of_skin(lab: Floats, face: Face) -> float:
    cheek = _cheek(lab, face)
    return float(np.hypot(cheek[1] - 128, cheek[2] - 128))


def _is_like_skin(lab: Floats, face: Face, main: float) -> bool:
    cheek = _cheek(lab, face)
    turn = np.angle(np.exp(1j * (np.arctan2(cheek[2] - 128, cheek[1] - 128) - main)))
    return abs(float(turn)) < HUE_REACH + 0.2


def _grow(like: Flags, chest: tuple[int, int, int, int], bridge: int) -> Flags:
    """The pieces of that colour that reach into the chest; nothing that hangs on them by less than `bridge` px."""
    top, bottom, left, right = chest
    wide = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (bridge | 1, bridge | 1))
    shape = cv2.morphologyEx(cv2.morphologyEx(like.astype(np.uint8), cv2.MORPH_CLOSE, wide), cv2.MORPH_OPEN, wide)
    count, pieces = cv2.connectedComponents(shape)
    inside = np.bincount(pieces[top:bottom, left:right].ravel(), minlength=count)
    inside[0] = 0
    kept = np.flatnonzero(inside > 0.02 * (bottom - top) * (right - left))
    near = cv2.dilate((np.isin(pieces, kept) & (shape > 0)).astype(np.uint8), wide)
    return np.asarray(like & (near > 0))


def _outline_body(face: Face, middle: float, shape: tuple[int, int]) -> Flags:
    """Where a body may be: as wide as the neck at the chin, and BODY on both sides from the shoulders on."""
    height, width = shape
    rows, columns = np.arange(height)[:, None], np.arange(width)[None, :]
    down = np.clip((rows - face.bottom) / face.height, -1, 1)
    half = np.where(down < -0.1, 0, 0.8 + (BODY - 0.8) * np.clip(down, 0, 1)) * face.width
    return np.asarray(np.abs(columns - middle) <= half)
