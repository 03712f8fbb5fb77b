"""Cut-outs of a person whose face is known: where grabCut starts, and how far its result can be trusted."""

import cv2

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.cutout_confidence import Labels, measure_outline_contrast
from limner_illustrator.edit.raster_edit.learned.faces import Face

LEAST_FACE = 0.08
"""The height of a face, in the picture's height, from which its picture is a portrait."""
CLEAR_CONTRAST = 35.0
"""Lab difference that three quarters of a clear outline have."""
SMALLEST_GAP = 0.005
"""Of the picture: smaller holes in a person are a shine, and no view between arm and body."""
MOST_TURNED = 0.2
"""How far the eyes are from the middle of the face, in its widths: the body of a profile may be anywhere beside it."""
TRUST = 0.6
"""In the cut-out of a portrait that passes."""


def measure_portrait(small: Pixels, labels: Labels, face: Face, scale: float) -> float:
    """0, or TRUST where the face and what is below it are in front, and what is beside and above it is behind. `face`
    is in px of the picture of which `small` is a copy, reduced by `scale`.
    """
    height, width = labels.shape
    left, top, right, bottom = (edge * scale for edge in (face.left, face.top, face.right, face.bottom))
    wide, high, middle = right - left, bottom - top, (left + right) / 2

    def share(x0: float, y0: float, x1: float, y1: float) -> float | None:
        part = labels[
            max(0, round(y0)) : max(0, min(height, round(y1))), max(0, round(x0)) : max(0, min(width, round(x1)))
        ]
        return float(part.mean()) if part.size >= 4 else None

    eyes = (face.left_eye[0] + face.right_eye[0]) / 2 * scale
    if high < LEAST_FACE * height or abs(eyes - middle) > MOST_TURNED * wide:
        return 0.0
    inside = share(left + 0.1 * wide, top + 0.1 * high, right - 0.1 * wide, bottom - 0.05 * high)
    body = share(middle - 0.7 * wide, bottom + 0.7 * high, middle + 0.7 * wide, min(height, bottom + 2.5 * high))
    beside = [
        share(middle - 2.2 * wide, top - 0.3 * high, middle - 1.4 * wide, top + 0.7 * high),
        share(middle + 1.4 * wide, top - 0.3 * high, middle + 2.2 * wide, top + 0.7 * high),
        share(left, top - 1.2 * high, right, top - 0.8 * high),
    ]
    is_whole = inside is not None and inside > 0.97 and (body is None or body > 0.93)
    is_free = all(one is None or one < 0.08 for one in beside)
    contrast = measure_outline_contrast(small, labels, 25)
    return TRUST if is_whole and is_free and contrast > CLEAR_CONTRAST else 0.0


def seed_portrait(mask: Labels, face: Face, scale: float) -> None:
    """Marks, in grabCut's `mask`, the face and the chest in front, the hair as likely in front, and what is above and
    beside the head as behind.
    """
    height, width = mask.shape
    left, top, right, bottom = (round(edge * scale) for edge in (face.left, face.top, face.right, face.bottom))
    wide, high = max(1, right - left), max(1, bottom - top)
    x, y = (left + right) // 2, (top + bottom) // 2
    reach = round(1.4 * wide)
    mask[: max(0, top - round(0.7 * high))] = cv2.GC_BGD
    for side in (slice(0, max(0, x - reach)), slice(min(width, x + reach), width)):
        mask[: max(0, y), side] = cv2.GC_BGD
    cv2.ellipse(
        mask, (x, y - round(0.15 * high)), (round(0.75 * wide), round(0.85 * high)), 0, 0, 360, cv2.GC_PR_FGD, -1
    )
    cv2.ellipse(mask, (x, y), (round(0.42 * wide), round(0.48 * high)), 0, 0, 360, cv2.GC_FGD, -1)
    chest = slice(min(height, bottom + round(0.5 * high)), min(height, bottom + round(1.2 * high)))
    mask[chest, max(0, x - wide // 2) : x + wide // 2] = cv2.GC_FGD


def close_gaps(labels: Labels) -> Labels:
    """Without the small holes."""
    count, pieces, stats, _ = cv2.connectedComponentsWithStats(1 - labels, connectivity=4)
    height, width = labels.shape
    closed = labels.copy()
    for number in range(1, count):
        x, y, wide, high, area = (int(value) for value in stats[number])
        is_inside = x > 0 and y > 0 and x + wide < width and y + high < height
        if is_inside and area < SMALLEST_GAP * labels.size:
            closed[pieces == number] = 1
    return closed
