"""Gives pixels another colour, and keeps their light: one thing recoloured, or a whole picture in another's palette."""

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.palette import COLORS
from limner_illustrator.edit.raster_edit.arrays import Floats, floats, to_bytes
from limner_illustrator.edit.raster_edit.masks import ring, support, window_of
from limner_illustrator.edit.request import Openness

GREY = 2
"""Levels by which the channels of a grey picture may differ."""
COLOURED = 11.0
"""Chroma in Lab from which on a pixel has a hue."""
LEAST_COLOURED = 0.22
"""A thing of which less has a hue is grey, white or black."""
HUES = 36
PALE, FULL = 0.2, 0.42
"""Shares of the usual saturation: up to the first a pixel is grey or shine; from the second on it has the colour."""
DARKEST = 24.0
NEAREST_HUE, FARTHEST_HUE = 0.6, 1.0
"""Radians from the dominant hue: up to the first, a pixel is of that colour; from the second on, of another."""
VALLEY, LEAST_PEAK = 1.4, 0.06
"""Another colour begins where its share rises again to so many times the valley's, and to this part of the highest."""
NEAREST_VALLEY = 0.45
OTHER_PIECE, LEAST_PIECE = 0.14, 0.01
"""Radians by which the hue of another thing differs, and its least part of the largest piece."""


def recolor(pixels: Pixels, where: Openness, color: str) -> Pixels:
    """`where` says how much."""
    result = pixels.copy()
    if where.any():
        window = window_of(where, 0)
        result[window] = _recolor(np.ascontiguousarray(pixels[window]), where[window], color)
    return result


def recolor_under_mask(pixels: Pixels, change: Openness, color: str) -> Pixels:
    """What stands out under the mask; masks are seldom drawn just along an outline."""
    margin = max(4, min(pixels.shape[:2]) // 60)
    window = window_of(change, margin)
    result = pixels.copy()
    region, allowed = np.ascontiguousarray(pixels[window]), change[window]
    result[window] = _recolor(region, floats(allowed * _standing_out(region, allowed, margin)), color)
    return result


def has_no_colour(pixels: Pixels) -> bool:
    red, green, blue = cv2.split(pixels[..., :3])
    return max(int(cv2.absdiff(red, green).max()), int(cv2.absdiff(green, blue).max())) <= GREY


def without_colour(pixels: Pixels) -> Pixels:
    return np.asarray(cv2.cvtColor(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB), np.uint8)


def match_palette(pixels: Pixels, model: Pixels, amount: float) -> Pixels:
    """Moves the mean and spread of the colours (Lab) towards those of `model`; amount 0..1."""
    lab = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB).astype(np.float32)
    small = cv2.resize(model, (96, 96), interpolation=cv2.INTER_AREA)
    wanted = cv2.cvtColor(small, cv2.COLOR_RGB2LAB).reshape(-1, 3).astype(np.float32)
    own = lab[::4, ::4].reshape(-1, 3)
    spread = np.clip(wanted.std(axis=0) / np.maximum(own.std(axis=0), 1), 0.6, 1.5)
    moved = (lab - own.mean(axis=0)) * spread + wanted.mean(axis=0)
    mixed = lab * (1 - amount) + moved * amount
    return to_bytes(cv2.cvtColor(to_bytes(mixed), cv2.COLOR_LAB2RGB))


def _recolor(pixels: Pixels, where: Openness, color: str) -> Pixels:
    """Of a coloured thing, what has its dominant hue changes: tyres, eyes and shine keep their own colours. Of a grey
    thing, what is grey changes. Texture and shading stay: lightness moves along a curve.
    """
    wanted = cv2.cvtColor(np.array([[COLORS[color]]], np.uint8), cv2.COLOR_RGB2LAB)[0, 0].astype(np.float32)
    lab = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB).astype(np.float32)
    inside = where > 0.5
    if not inside.any():
        inside = support(where)
    chroma = np.hypot(lab[..., 1] - 128, lab[..., 2] - 128)
    share, typical = _share_of_hue(lab, chroma, inside)
    amount = floats(where * share)
    changed = inside & (amount > 0.4)
    mean_light = float(lab[..., 0][changed if changed.any() else inside].mean())
    target = np.empty_like(lab)
    target[..., 0] = _move_light(lab[..., 0], mean_light, float(wanted[0]))
    depth = np.clip(target[..., 0] / max(float(wanted[0]), 1), 0.35, 1.12)
    if typical > COLOURED:
        depth = depth * np.clip(0.45 + 0.55 * chroma / typical, 0, 1.15)
    target[..., 1:] = 128 + (wanted[1:] - 128) * depth[..., None]
    mixed = lab + (target - lab) * amount[..., None]
    return to_bytes(cv2.cvtColor(to_bytes(mixed), cv2.COLOR_LAB2RGB))


def _share_of_hue(lab: Floats, chroma: Floats, inside: npt.NDArray[np.bool_]) -> tuple[Floats, float]:
    """(H, W) 0..1: how far a pixel has the dominant colour; and the chroma that is typical of that."""
    coloured = inside & (chroma > COLOURED)
    if coloured.sum() < LEAST_COLOURED * inside.sum():
        # Grey, white or black: what has a colour of its own keeps it.
        return floats(np.clip((3 * COLOURED - chroma) / COLOURED, 0, 1)), 0.0
    hue = np.arctan2(lab[..., 2] - 128, lab[..., 1] - 128)
    bins = ((hue[coloured] + np.pi) * (HUES / (2 * np.pi))).astype(np.intp) % HUES
    counts = np.bincount(bins, chroma[coloured], minlength=HUES)
    smooth = 0.5 * np.roll(counts, -1) + counts + 0.5 * np.roll(counts, 1)
    main = (int(np.argmax(smooth)) + 0.5) * (2 * np.pi / HUES) - np.pi
    turn = np.angle(np.exp(1j * (hue - main)))
    apart = np.abs(turn)
    reach = np.where(turn < 0, _find_valley(smooth, -1), _find_valley(smooth, 1))
    near = np.clip((reach - apart) / (FARTHEST_HUE - NEAREST_HUE), 0, 1)
    typical = float(np.percentile(chroma[coloured & (apart < FARTHEST_HUE)], 70))
    # In shadow there is little chroma, on white in warm light as well: what tells them apart is chroma per lightness.
    strength = chroma / np.maximum(lab[..., 0], DARKEST)
    usual = float(np.percentile(strength[coloured & (apart < FARTHEST_HUE)], 60))
    paleness = np.clip((strength / usual - PALE) / (FULL - PALE), 0, 1)
    share = floats(near * paleness * np.clip((chroma - 3) / 6, 0, 1))
    return _drop_other_pieces(share, np.where(inside, turn, 0)), typical


def _drop_other_pieces(share: Floats, turn: npt.NDArray[np.floating]) -> Floats:
    """Without pieces apart from the largest one whose mean hue is not its own: the coffee behind the cup's white rim.

    `turn`: radians from the dominant hue.
    """
    count, pieces, stats, _ = cv2.connectedComponentsWithStats((share > 0.5).astype(np.uint8))
    if count < 3:
        return share
    areas = stats[:, cv2.CC_STAT_AREA]
    means = np.bincount(pieces.ravel(), turn.ravel(), minlength=count) / np.maximum(areas, 1)
    largest = 1 + int(areas[1:].argmax())
    is_other = (np.abs(means - means[largest]) > OTHER_PIECE) & (areas > LEAST_PIECE * areas[largest])
    is_other[0] = False
    if not is_other.any():
        return share
    dropped = cv2.dilate(is_other[pieces].astype(np.uint8), np.ones((9, 9), np.uint8))
    kept = cv2.GaussianBlur(1 - dropped.astype(np.float32), (0, 0), 1.5)
    return floats(share * kept)


def _find_valley(counts: npt.NDArray[np.floating], way: int) -> float:
    """Radians from the highest of the HUES to where another colour begins on one side: that of coffee in a red cup."""
    step = 2 * np.pi / HUES
    main, peak = int(np.argmax(counts)), float(counts.max())
    lowest = peak
    for number in range(1, int(FARTHEST_HUE / step) + 1):
        count = float(counts[(main + way * number) % HUES])
        if count > VALLEY * lowest and count > LEAST_PEAK * peak:
            return max(NEAREST_VALLEY, (number - 1) * step)
        lowest = min(lowest, count)
    return FARTHEST_HUE


def _move_light(lightness: Floats, mean: float, wanted: float) -> Floats:
    """A gamma curve that brings the mean half way or more to the wanted lightness: black and white stay where they
    are, so that shadows and shine do.
    """
    mean, goal = np.clip(mean, 12, 243) / 255, np.clip(wanted, 22, 246) / 255
    power = float(np.clip(np.log(goal) / np.log(mean), 0.24, 3.2))
    return floats(255 * np.power(np.clip(lightness / 255, 0, 1), power))


def _standing_out(pixels: Pixels, change: Openness, reach: int) -> Floats:
    """(H, W) 0..1: how far a pixel under the mask differs from the surroundings, up to `reach` px from the mask. All
    1 if nothing stands out.
    """
    outside = ring(change, reach)
    if not outside.any():
        return np.ones(change.shape, np.float32)
    lab = cv2.cvtColor(cv2.GaussianBlur(pixels, (0, 0), 1.2), cv2.COLOR_RGB2LAB).astype(np.float32)
    around = lab[outside][:: max(1, int(outside.sum()) // 400)]
    spread = around.std(axis=0) + 5
    inside = np.flatnonzero(support(change))
    mine = lab.reshape(-1, 3)[inside] / spread
    nearest = np.full(len(inside), np.inf, np.float32)
    for one in cv2.kmeans(floats(around), min(6, len(around)), None, (3, 12, 0.5), 1, cv2.KMEANS_PP_CENTERS)[2]:
        nearest = np.minimum(nearest, np.linalg.norm(mine - one / spread, axis=1))
    amount = np.clip((nearest - 1.6) / 1.2, 0, 1)
    if amount.mean() < 0.08:
        return np.ones(change.shape, np.float32)
    weight = np.zeros(change.size, np.float32)
    weight[inside] = amount
    return floats(cv2.GaussianBlur(weight.reshape(change.shape), (0, 0), 1.0))
