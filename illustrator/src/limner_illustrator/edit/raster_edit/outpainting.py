"""Continues a picture beyond its edges: its background by texture synthesis, what is cut off at an edge by a
reflection that slows down and blurs, so that nothing is shown twice.
"""

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.arrays import Floats, floats, soften, to_bytes
from limner_illustrator.edit.raster_edit.learned.faces import find_faces
from limner_illustrator.edit.raster_edit.masks import PixelBox
from limner_illustrator.edit.raster_edit.patchfill import fill_hole
from limner_illustrator.edit.raster_edit.seams import match_seam

DEPTH = 0.09
"""How deep into the picture its reflection reaches, in its shorter edge."""
BLUR = 0.05
"""How much of the distance to the edge the reflection is blurred by."""
WORKING_EDGE = 1000
"""A larger picture is continued at this size: what is new has no finer detail."""

Flags = npt.NDArray[np.bool_]


def find_frame(hole: Flags) -> PixelBox | None:
    """The box of what is known, if the hole surrounds it on one side or more as a frame does."""
    known = ~hole
    rows, columns = np.flatnonzero(known.any(axis=1)), np.flatnonzero(known.any(axis=0))
    if not len(rows):
        return None
    box = PixelBox(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
    reaches_edge = box.width < hole.shape[1] or box.height < hole.shape[0]
    is_full = hole[box.top : box.bottom, box.left : box.right].mean() < 0.02
    return box if reaches_edge and is_full else None


def continue_picture(pixels: Pixels, frame: PixelBox, subject: Floats | None, rng: np.random.Generator) -> Pixels:
    """RGB; what is in the frame stays. `subject` (of the frame's size) is not copied; None if it is not known."""
    height, width = pixels.shape[:2]
    scale = min(1.0, WORKING_EDGE / max(height, width))
    if scale < 1:
        size = round(width * scale), round(height * scale)
        small = PixelBox(*(round(edge * scale) for edge in frame))
        shrunk = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
        inner = None if subject is None else cv2.resize(subject, (small.width, small.height))
        made = _continue(shrunk, small, inner, rng)
        result = cv2.resize(made, (width, height), interpolation=cv2.INTER_CUBIC)
        inside = slice(frame.top, frame.bottom), slice(frame.left, frame.right)
        result[inside] = pixels[inside]
        return np.asarray(result, np.uint8)
    return _continue(pixels, frame, subject, rng)


def _continue(pixels: Pixels, frame: PixelBox, subject: Floats | None, rng: np.random.Generator) -> Pixels:
    height, width = pixels.shape[:2]
    inside = slice(frame.top, frame.bottom), slice(frame.left, frame.right)
    inner = np.ascontiguousarray(pixels[inside])
    hole = np.ones((height, width), bool)
    hole[inside] = False
    columns, rows, distance = _reflect(frame, width, height)
    guess = floats(cv2.remap(inner, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))
    guess = _blur_outwards(guess, distance, hole)
    start = to_bytes(np.where(hole[..., None], guess, pixels))
    kept_out = _find_kept_out(inner, subject)
    avoid = np.zeros((height, width), bool)
    avoid[inside] = kept_out > 0.3
    filled = fill_hole(start, hole, rng, avoid=avoid, guess=start).astype(np.float32)
    # What the edge cuts off goes on as a reflection, not as background.
    at_edge = np.clip(np.arange(width) - frame.left, 0, frame.width - 1), np.arange(height) - frame.top
    is_cut = _erode_inside(kept_out)[np.clip(at_edge[1], 0, frame.height - 1)[:, None], at_edge[0][None]]
    sigma = max(2.0, 0.012 * min(height, width))
    share = np.clip(soften(is_cut, sigma) * 1.6, 0, 1)
    near = np.clip(1.2 - distance / (3.0 * DEPTH * min(frame.width, frame.height)), 0, 1)
    share = floats(share * near)[..., None]
    mixed = to_bytes(filled * (1 - share) + start * share)
    return match_seam(pixels, hole, np.where(hole[..., None], mixed, pixels).astype(np.uint8))


def _erode_inside(kept_out: Floats) -> Floats:
    """Without what does not reach the edge."""
    reach = max(1, min(kept_out.shape) // 90)
    return floats(cv2.erode(kept_out, np.ones((2 * reach + 1, 2 * reach + 1)), borderValue=1.0))


def _reflect(frame: PixelBox, width: int, height: int) -> tuple[Floats, Floats, Floats]:
    """For every pixel, the column and row in the frame that its reflection shows, and its distance to the frame."""
    depth = max(2.0, DEPTH * min(frame.width, frame.height))

    def bend(at: Floats, length: int) -> tuple[Floats, Floats]:
        outside = np.maximum(-at, at - (length - 1)).clip(0)
        reach = depth * (1 - np.exp(-outside / depth))
        inner = np.where(at < 0, reach, np.where(at > length - 1, length - 1 - reach, at))
        return floats(inner), floats(outside)

    across, beside = bend(np.arange(width, dtype=np.float32) - frame.left, frame.width)
    down, above = bend(np.arange(height, dtype=np.float32) - frame.top, frame.height)
    columns = np.repeat(across[None], height, axis=0)
    rows = np.repeat(down[:, None], width, axis=1)
    return columns, rows, floats(np.hypot(beside[None], above[:, None]))


def _blur_outwards(guess: Floats, distance: Floats, hole: Flags) -> Floats:
    """The farther from the frame, the softer: three steps, mixed."""
    result, done = guess, 0.0
    farthest = float(distance.max())
    for step in (0.15, 0.4, 1.0):
        sigma = max(0.6, BLUR * step * farthest)
        soft = soften(guess, sigma)
        share = np.clip((distance - done * farthest) / max(1.0, (step - done) * farthest), 0, 1)[..., None]
        result = floats(result * (1 - share) + soft * share)
        done = step
    return np.where(hole[..., None], result, guess)


def _find_kept_out(inner: Pixels, subject: Floats | None) -> Floats:
    """What must not appear twice: the subject, and faces with their surroundings."""
    kept_out = np.zeros(inner.shape[:2], np.float32) if subject is None else subject.copy()
    return np.maximum(kept_out, mark_faces(inner))


def mark_faces(pixels: Pixels) -> Floats:
    """(H, W), 1 around faces, hair and neck with them."""
    marked = np.zeros(pixels.shape[:2], np.float32)
    for face in find_faces(pixels):
        middle = round((face.left + face.right) / 2), round((face.top + face.bottom) / 2)
        cv2.ellipse(marked, middle, (round(1.1 * face.width), round(1.1 * face.height)), 0, 0, 360, 1.0, -1)
    return marked
