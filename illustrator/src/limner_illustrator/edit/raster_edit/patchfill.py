"""Fills a hole in a picture with patches of its surroundings: PatchMatch with voting, coarse to fine, in numpy.

A small picture of the hole is filled by search; the full picture then copies detail from where the patches were found.
"""

from dataclasses import dataclass, field

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.arrays import floats, soften
from limner_illustrator.edit.raster_edit.seams import add_grain, box_around, enlarge, match_seam

PATCH = 7
RADIUS = PATCH // 2
LEVELS = (0.25, 0.5, 1.0)
SEARCH_ROUNDS = (5, 4, 3)
SEARCH_EDGE = 160
"""The longest edge, in pixels, of the finest level that is searched."""
KNOWN_MARGIN = 24
"""How much of the surroundings is looked at at least, in pixels of the picture."""
CLIMB_PENALTY = 300.0
"""What it costs to copy from the whole window's height away, in the units of a patch's colour distance (its root)."""
STRANGENESS, USUAL = 4.0, 18.0
"""What it costs to copy a colour that the hole's border does not have there, and by how many levels colours differ."""
EVEN_MISFIT, MISFITS = 800.0, 3.0
"""The distance at which a patch counts as much as the plain colours along the border: on an even ground, and as a
multiple of that between two patches of the texture there.
"""
ROUGH, NOISE = (100.0, 500.0), 0.8
"""Variances from which on detail is copied from many places as well, and how much of it: noise fits a lawn, no wall."""
TRUSTED = 0.45, 0.75
"""Up to the first trust no detail is copied; from the second on, all of it."""
CONFIDENCE_DECAY = 1.25
LEAST_CONFIDENCE = 0.08

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]
SAMPLES = [(dy, dx) for dy in range(-RADIUS, RADIUS + 1, 2) for dx in range(-RADIUS, RADIUS + 1, 2)]
WHOLE_PATCH = [(dy, dx) for dy in range(-RADIUS, RADIUS + 1) for dx in range(-RADIUS, RADIUS + 1)]


def fill_hole(
    pixels: Pixels,
    hole: Flags,
    rng: np.random.Generator,
    *,
    avoid: Flags | None = None,
    guess: Pixels | None = None,
) -> Pixels:
    """RGB in and out; only the hole's pixels differ. A hole without surroundings becomes a soft wash of grey. Nothing
    is copied from where `avoid` is set: faces, say. `guess` shows what the search starts from.
    """
    if not hole.any():
        return pixels.copy()
    filled = pixels.copy()
    if hole.all():
        filled[:] = 205
        return filled
    rows, columns = _window(hole)
    window = pixels[rows, columns], hole[rows, columns]
    kept_out = None if avoid is None else avoid[rows, columns]
    first = None if guess is None else guess[rows, columns]
    made = match_seam(*window, _fill_window(*window, rng, kept_out, first))
    filled[rows, columns] = add_grain(made, window[1], rng)
    return filled


def _window(hole: Flags) -> tuple[slice, slice]:
    """The hole and as much around it again: what is farther away seldom fits."""
    slices = []
    for axis, length in enumerate(hole.shape):
        where = np.flatnonzero(hole.any(axis=1 - axis))
        margin = int(where[-1] - where[0] + 1) + KNOWN_MARGIN
        slices.append(slice(max(0, int(where[0]) - margin), min(length, int(where[-1]) + margin)))
    return slices[0], slices[1]


@dataclass
class _Match:
    """The best known patch (`source`) for every place (`target`) whose patch touches the hole, at one scale."""

    shape: tuple[int, int]
    target: Ints
    """(2, n): rows and columns."""
    source: Ints
    index: Ints
    """(H, W): position in `target`, -1 elsewhere."""
    valid: Flags = field(repr=False)
    """(H, W): centres of patches that are wholly known."""
    confidence: Floats = field(repr=False)
    """(H, W): 1 where the picture is known, less the deeper in the hole."""
    expected: Floats = field(repr=False)
    """(H, W, 3): the colours along the border, spread evenly over the hole."""
    texture: Floats = field(repr=False)
    """(H, W): the variance inside of a patch, spread in the same way."""
    means: Floats = field(repr=False)
    """(H, W, 3): of the patch around every place."""
    trust: Floats = field(repr=False, default_factory=lambda: np.ones((1, 1), np.float32))
    """(H, W), 0..1: how well what was found fits."""


def _fill_window(
    pixels: Pixels, hole: Flags, rng: np.random.Generator, avoid: Flags | None, first: Pixels | None
) -> Pixels:
    finest = min(1.0, SEARCH_EDGE / max(hole.shape))
    guess: Floats | None = None
    match: _Match | None = None
    for share, rounds in zip(LEVELS, SEARCH_ROUNDS, strict=True):
        known, missing = _scale(pixels, hole, finest * share)
        if guess is None and first is not None:
            shown = cv2.resize(first, missing.shape[::-1], interpolation=cv2.INTER_AREA).astype(np.float32)
            guess = np.where(missing[..., None], shown, known)
        else:
            guess = _first_guess(known, missing, guess)
        fresh = _start(known, missing, match, rng, _shrink(avoid, missing.shape))
        if fresh is None:
            continue
        match = fresh
        for _ in range(rounds):
            distance = _search(guess, match, rng)
            guess = np.where(missing[..., None], _vote(guess, match, distance), known)
    assert guess is not None
    if match is None:
        smooth = cv2.resize(guess, hole.shape[::-1], interpolation=cv2.INTER_CUBIC)
        return np.where(hole[..., None], np.clip(smooth, 0, 255), pixels).astype(np.uint8)
    return _add_detail(pixels, hole, guess, match)


def _scale(pixels: Pixels, hole: Flags, scale: float) -> tuple[Floats, Flags]:
    height, width = (max(PATCH * 3, int(length * scale)) for length in hole.shape)
    known = cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA).astype(np.float32)
    # Area averages mix the hole into its border: everything that touches it is missing too.
    touched = cv2.resize(hole.astype(np.float32), (width, height), interpolation=cv2.INTER_AREA) > 0
    return known, touched


def _first_guess(known: Floats, missing: Flags, coarser: Floats | None) -> Floats:
    if coarser is None:
        seen = np.clip(known, 0, 255).astype(np.uint8)
        painted = cv2.inpaint(seen, missing.astype(np.uint8), 4, cv2.INPAINT_TELEA)
        return np.asarray(painted, np.float32)
    larger = cv2.resize(coarser, missing.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return np.where(missing[..., None], larger, known)


def _shrink(flags: Flags | None, shape: tuple[int, ...]) -> Flags | None:
    if flags is None:
        return None
    small = cv2.resize(flags.astype(np.float32), shape[::-1], interpolation=cv2.INTER_AREA)
    return np.asarray(small > 0.1, np.bool_)


def _start(
    known: Floats, missing: Flags, coarser: _Match | None, rng: np.random.Generator, avoid: Flags | None
) -> _Match | None:
    """Random sources, or the coarser level's offsets scaled up. None if there is nothing to copy from."""
    height, width = missing.shape
    touches = cv2.dilate(missing.astype(np.uint8), np.ones((PATCH, PATCH), np.uint8)) > 0
    inner = np.zeros_like(missing)
    inner[RADIUS : height - RADIUS, RADIUS : width - RADIUS] = True
    free = ~touches & inner
    if avoid is not None and (free & ~avoid).sum() >= 10:
        free &= cv2.dilate(avoid.astype(np.uint8), np.ones((PATCH, PATCH), np.uint8)) == 0
    candidates = np.array(np.nonzero(free))
    target = np.array(np.nonzero(touches & inner))
    if candidates.shape[1] < 10 or not target.shape[1]:
        return None
    index = np.full(missing.shape, -1, np.intp)
    index[tuple(target)] = np.arange(target.shape[1])
    source = candidates[:, rng.integers(0, candidates.shape[1], target.shape[1])]
    valid = free
    if coarser is not None:
        source = _scale_up(coarser, target, source, missing.shape, valid)
    depth = cv2.distanceTransform(missing.astype(np.uint8), cv2.DIST_L2, 3)
    confidence = np.maximum(CONFIDENCE_DECAY**-depth, LEAST_CONFIDENCE).astype(np.float32)
    means = floats(cv2.blur(known, (PATCH, PATCH)))
    variance = np.maximum(cv2.blur(known * known, (PATCH, PATCH)) - means * means, 0).mean(axis=2, keepdims=True)
    beside = _border(touches, PATCH)
    usual = float(np.median(variance[beside])) if beside.any() else 0.0
    texture = np.minimum(spread_evenly(floats(variance), ~beside)[..., 0], 2 * usual)
    expected = spread_evenly(known, ~_border(missing, 5))
    return _Match((height, width), target, source, index, valid, confidence, expected, texture, means)


def _border(flags: Flags, width: int) -> Flags:
    return np.asarray((cv2.dilate(flags.astype(np.uint8), np.ones((width, width), np.uint8)) > 0) & ~flags)


def spread_evenly(known: Floats, missing: Flags) -> Floats:
    """`known` with holes filled by what surrounds them, without texture: halved until none is left and enlarged."""
    values, weights = known * ~missing[..., None], (~missing).astype(np.float32)
    if not missing.any() or min(missing.shape) < 2 or not weights.any():
        return floats(values / max(float(weights.mean()), 1e-6))
    size = (missing.shape[1] + 1) // 2, (missing.shape[0] + 1) // 2
    share = cv2.resize(weights, size, interpolation=cv2.INTER_AREA)
    halved = cv2.resize(values, size, interpolation=cv2.INTER_AREA).reshape(*share.shape, -1)
    halved = halved / np.maximum(share, 1e-6)[..., None]
    coarse = spread_evenly(floats(halved), np.asarray(share <= 0))
    enlarged = cv2.resize(coarse, missing.shape[::-1], interpolation=cv2.INTER_LINEAR).reshape(known.shape)
    return np.where(missing[..., None], enlarged, known)


def _scale_up(coarser: _Match, target: Ints, fallback: Ints, shape: tuple[int, int], valid: Flags) -> Ints:
    grown = np.array(shape).reshape(2, 1)
    small = np.array(coarser.shape).reshape(2, 1)
    there = np.minimum(target * small // grown, small - 1)
    found = coarser.index[tuple(there)]
    offset = (coarser.source[:, found] - there) * grown // small
    source = np.clip(target + offset, RADIUS, grown - RADIUS - 1)
    usable = (found >= 0) & valid[tuple(source)]
    return np.where(usable, source, fallback)


def _search(guess: Floats, match: _Match, rng: np.random.Generator) -> Floats:
    """One round: take over what neighbours found, then look around at random. Returns the distances."""
    target = match.target
    height, width = match.shape
    limits = np.array([[height], [width]]) - RADIUS - 1
    best = _distance(guess, match, np.arange(target.shape[1]), match.source)

    def improve(proposal: Ints, usable: Flags) -> None:
        nonlocal best
        proposal = np.clip(proposal, RADIUS, limits)
        usable &= match.valid[tuple(proposal)]
        which = np.flatnonzero(usable)
        if not len(which):
            return
        full = best.copy()
        full[which] = _distance(guess, match, which, proposal[:, which])
        better = full < best
        match.source = np.where(better, proposal, match.source)
        best = np.where(better, full, best)

    for step in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        shift = np.array(step).reshape(2, 1)
        neighbour = np.clip(target - shift, 0, np.array([[height - 1], [width - 1]]))
        found = match.index[tuple(neighbour)]
        improve(match.source[:, found] + shift, found >= 0)
    reach = max(height, width) // 2
    while reach >= 1:
        jump = rng.integers(-reach, reach + 1, target.shape)
        improve(match.source + jump, np.ones(target.shape[1], bool))
        reach //= 3
    return best


def _distance(guess: Floats, match: _Match, which: Ints, source: Ints) -> Floats:
    """How badly each source patch fits its target. What is known counts more than what is guessed, and height counts:
    photographs are layered from sky to ground.
    """
    target = match.target[:, which]
    climb = (source[0] - target[0]).astype(np.float32) * (CLIMB_PENALTY / match.shape[0])
    total = climb * climb
    for dy, dx in SAMPLES:
        difference = guess[target[0] + dy, target[1] + dx] - guess[source[0] + dy, source[1] + dx]
        total += np.einsum("ij,ij->i", difference, difference) * match.confidence[target[0] + dy, target[1] + dx]
    strange = np.linalg.norm(match.means[tuple(source)] - match.expected[tuple(target)], axis=1)
    usual = USUAL + np.sqrt(match.texture[tuple(target)])
    return floats(total + STRANGENESS * np.maximum(strange - usual, 0) ** 2)


def _vote(guess: Floats, match: _Match, distance: Floats) -> Floats:
    """Every patch that covers a pixel has a say in its colour, the better its fit the more."""
    height, width = match.shape
    weight = match.confidence[tuple(match.target)] ** 2 / (distance + 400)
    total = np.zeros((height * width, 3), np.float32)
    share = np.zeros(height * width, np.float32)
    for dy, dx in WHOLE_PATCH:
        place = (match.target[0] + dy) * width + match.target[1] + dx
        # Within one offset every target lands on a pixel of its own, so plain fancy assignment adds up.
        total[place] += guess[match.source[0] + dy, match.source[1] + dx] * weight[:, None]
        share[place] += weight
    # Where nothing fits, the border's colours are safer than any patch.
    confidence = match.confidence.ravel()
    misfit = EVEN_MISFIT + MISFITS * 2 * len(SAMPLES) * 3 * match.texture.ravel() * confidence
    plain = len(WHOLE_PATCH) * confidence**2 / misfit
    match.trust = floats((share / np.maximum(share + plain, 1e-9)).reshape(height, width))
    total += match.expected.reshape(-1, 3) * plain[:, None]
    voted = (total / np.maximum(share + plain, 1e-9)[:, None]).reshape(height, width, 3)
    return np.where((share > 0).reshape(height, width, 1), voted, guess)


def _add_detail(pixels: Pixels, hole: Flags, guess: Floats, match: _Match) -> Pixels:
    """Broad colours from the vote, detail copied from the places that the search found."""
    blur = max(1.5, 2.2 * max(hole.shape) / max(match.shape) / 2)
    box = box_around(hole, round(3 * blur))
    broad = enlarge(guess, hole.shape, box)
    copied = _copy(pixels, hole, broad, match, box)
    detail = (copied - soften(copied, blur)) * _measure_coherence(hole, match, box)[..., None]
    merged = np.clip(soften(broad, blur / 2) + detail, 0, 255)
    filled = pixels.copy()
    filled[box] = np.where(hole[box][..., None], np.rint(merged), pixels[box]).astype(np.uint8)
    return filled


def _measure_coherence(hole: Flags, match: _Match, box: tuple[slice, slice]) -> Floats:
    """Of the box, 0..1: how far neighbours were copied from one place. Detail from many places is noise."""
    offset = np.zeros((*match.shape, 2), np.float32)
    offset[tuple(match.target)] = (match.source - match.target).T
    same = np.zeros(match.shape, np.float32)
    for axis in (0, 1):
        for step in (-1, 1):
            same += (np.abs(offset - np.roll(offset, step, axis=axis)).max(axis=2) <= 1).astype(np.float32) / 4
    share = np.clip((cv2.GaussianBlur(same, (0, 0), 1.5) - 0.28) / 0.3, 0, 1)
    rough = float(np.median(match.texture[tuple(match.target)]))
    share = np.maximum(share, np.clip((rough - ROUGH[0]) / (ROUGH[1] - ROUGH[0]), 0, NOISE))
    share *= np.clip((match.trust - TRUSTED[0]) / (TRUSTED[1] - TRUSTED[0]), 0, 1)
    return enlarge(floats(share), hole.shape, box, cv2.INTER_LINEAR)


def _copy(pixels: Pixels, hole: Flags, broad: Floats, match: _Match, box: tuple[slice, slice]) -> Floats:
    height, width = hole.shape
    scale = np.array([[height / match.shape[0]], [width / match.shape[1]]])
    inside = np.array(np.nonzero(hole[box]))
    place = inside + np.array([[box[0].start], [box[1].start]])
    small = np.minimum((place / scale).astype(np.intp), np.array(match.shape).reshape(2, 1) - 1)
    found = match.index[tuple(small)]
    offset = np.where(found >= 0, match.source[:, found] - small, 0) * scale
    limits = np.array([[height - 1], [width - 1]])
    source = np.clip(np.rint(place + offset).astype(np.intp), 0, limits)
    known = ~hole[tuple(source)]
    copied = pixels[box].astype(np.float32)
    copied[tuple(inside)] = np.where(known[:, None], pixels[tuple(source)], broad[tuple(inside)])
    return copied
