"""A fingerprint of what a picture looks like, which survives scaling and lossy formats (a difference hash)."""

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.framing import compose_over_white

EDGE = 16
BITS = 2 * EDGE * EDGE
MAX_DISTANCE = 28
"""Bits by which the fingerprints of one picture may differ after it was saved anew."""
LEAST_DETAIL = 60
"""Bits that must be set, and clear: an even picture looks like every other one."""


def fingerprint(pixels: Pixels) -> int | None:
    """None for a picture with too little detail."""
    grey = cv2.cvtColor(np.ascontiguousarray(compose_over_white(pixels)), cv2.COLOR_RGB2GRAY)
    small = cv2.resize(grey, (EDGE + 1, EDGE + 1), interpolation=cv2.INTER_AREA).astype(np.int16)
    # A difference of less than a level is noise: it counts as none.
    across = small[:EDGE, 1:] > small[:EDGE, :-1] + 1
    down = small[1:, :EDGE] > small[:-1, :EDGE] + 1
    bits = np.concatenate([across.ravel(), down.ravel()])
    if not LEAST_DETAIL <= int(bits.sum()) <= BITS - LEAST_DETAIL:
        return None
    return int.from_bytes(np.packbits(bits).tobytes(), "big")


def distance(one: int, other: int) -> int:
    """The number of bits that differ."""
    return (one ^ other).bit_count()
