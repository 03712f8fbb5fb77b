"""Variations of a foreign picture: bent, regraded and painted over, yet clearly of the same picture."""

from collections.abc import Iterator

import cv2
import numpy as np

from limner.engines.illustrator.canvas import Pixels
from limner.engines.illustrator.retouch.arrays import Floats, floats, to_bytes
from limner.engines.illustrator.retouch.warp import ripple, turn

FRACTIONAL_DEFAULT = 0.5


def vary(pixels: Pixels, seed: int, strength: float | None) -> Iterator[Pixels]:
    """RGB or RGBA in; yields the bent picture, then the recoloured one, then the result. Strength 0..1."""
    rng = np.random.default_rng(seed)
    reach = FRACTIONAL_DEFAULT if strength is None else strength
    bent = _bent(pixels, rng, reach)
    yield bent
    drifted = _with_rgb(bent, _drifted(bent[..., :3], rng, reach))
    yield drifted
    yield _with_rgb(drifted, _painted(np.ascontiguousarray(drifted[..., :3]), rng, reach))


def _bent(pixels: Pixels, rng: np.random.Generator, reach: float) -> Pixels:
    longest = max(pixels.shape[:2])
    # Above the middle of the scale a picture may be seen in a mirror: the strongest change that keeps what it shows.
    mirrored = pixels[:, ::-1] if rng.random() < 0.7 * max(0.0, reach - 0.3) else pixels
    rippled = ripple(np.ascontiguousarray(mirrored), 0.045 * reach * longest, 3 + int(rng.integers(0, 3)), rng)
    shift = rng.uniform(-0.05, 0.05, 2) * reach * longest
    zoom = 1.02 + 0.16 * reach * float(rng.random())
    return turn(rippled, float(rng.uniform(-6, 6)) * reach, zoom, (float(shift[0]), float(shift[1])))


def _drifted(rgb: Pixels, rng: np.random.Generator, reach: float) -> Pixels:
    """Another mood of the same colours: drift in Lab, a tilt of light from one side."""
    lab = cv2.cvtColor(np.ascontiguousarray(rgb), cv2.COLOR_RGB2LAB).astype(np.float32)
    chroma = 1 + rng.uniform(-0.25, 0.35) * reach
    lab[..., 1] = (lab[..., 1] - 128) * chroma + 128 + rng.uniform(-16, 16) * reach
    lab[..., 2] = (lab[..., 2] - 128) * chroma + 128 + rng.uniform(-22, 22) * reach
    across = np.linspace(-1, 1, rgb.shape[1], dtype=np.float32)[None] * rng.uniform(-18, 18) * reach
    contrast = 1 + rng.uniform(-0.12, 0.2) * reach
    lab[..., 0] = (lab[..., 0] - 128) * contrast + 128 + rng.uniform(-14, 14) * reach + across
    return to_bytes(cv2.cvtColor(to_bytes(lab), cv2.COLOR_LAB2RGB))


def _painted(rgb: Pixels, rng: np.random.Generator, reach: float) -> Pixels:
    """Edges kept, small detail laid anew in broad touches; the stronger, the broader."""
    height, width = rgb.shape[:2]
    scale = min(1.0, 640 / max(height, width))
    small = cv2.resize(rgb, (max(8, int(width * scale)), max(8, int(height * scale))), interpolation=cv2.INTER_AREA)
    radius = 3 + 2 * int(1 + 2 * reach)
    touched = cv2.medianBlur(small, radius)
    for _ in range(2):
        touched = cv2.bilateralFilter(touched, 7, 26, 5)
    broad = cv2.resize(touched, (width, height), interpolation=cv2.INTER_CUBIC).astype(np.float32)
    detail = rgb.astype(np.float32) - cv2.GaussianBlur(rgb, (0, 0), 2 / scale).astype(np.float32)
    kept = 0.75 - 0.6 * reach
    touches = _touches(height, width, rng) * 7 * reach
    return to_bytes(broad + detail * kept + touches[..., None])


def _touches(height: int, width: int, rng: np.random.Generator) -> Floats:
    """Short slanting hairs of light and dark, as a brush leaves them."""
    small = rng.standard_normal((max(8, height // 2), max(8, width // 2))).astype(np.float32)
    kernel = np.zeros((11, 11), np.float32)
    slant = int(rng.integers(0, 11))
    cv2.line(kernel, (0, slant), (10, 10 - slant), 1.0, 1, cv2.LINE_AA)
    smeared = cv2.filter2D(small, -1, kernel / kernel.sum())
    return floats(cv2.resize(smeared, (width, height), interpolation=cv2.INTER_LINEAR))


def _with_rgb(pixels: Pixels, rgb: Pixels) -> Pixels:
    return rgb if pixels.shape[2] == 3 else np.dstack([rgb, pixels[..., 3]])
