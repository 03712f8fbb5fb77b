"""Variations of an external image: composed, lit and painted otherwise, yet clearly of the same picture."""

from collections.abc import Iterator

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.arrays import Floats, floats, to_bytes
from limner_illustrator.edit.raster_edit.recompose import recompose
from limner_illustrator.edit.raster_edit.warp import ripple, turn

FRACTIONAL_DEFAULT = 0.5
SLIGHT = 0.3
"""Below this strength nothing moves."""


HOURS: tuple[tuple[float, float, float, float], ...] = (
    (4, 2, 16, 0.06),
    (-3, 6, 24, 0.10),
    (2, -3, -14, 0.04),
    (8, -4, 4, -0.06),
    (-6, 8, -6, 0.08),
    (6, 4, 9, 0.02),
)
"""Hours of the day, as shifts of lightness, of green to red and of blue to yellow in Lab, and of contrast."""


def vary(pixels: Pixels, seed: int, strength: float | None) -> Iterator[Pixels]:
    """RGB or RGBA in; yields the new composition, then that in another light, then the result. Strength 0..1."""
    rng = np.random.default_rng(seed)
    reach = FRACTIONAL_DEFAULT if strength is None else strength
    framed = _reframe(_rearrange(pixels, rng, reach), rng, reach)
    yield framed
    lit = _replace_rgb(framed, _change_light(framed[..., :3], rng, reach))
    yield lit
    yield _replace_rgb(lit, _repaint(np.ascontiguousarray(lit[..., :3]), rng, reach))


def _rearrange(pixels: Pixels, rng: np.random.Generator, reach: float) -> Pixels:
    if pixels.shape[2] == 4 or reach < SLIGHT:
        return pixels
    moved = recompose(np.ascontiguousarray(pixels), rng, reach)
    return pixels if moved is None else moved


def _reframe(pixels: Pixels, rng: np.random.Generator, reach: float) -> Pixels:
    """Looked at from a little nearer, from a little aside, or in a mirror."""
    longest = max(pixels.shape[:2])
    mirrored = pixels[:, ::-1] if rng.random() < 0.5 * min(1.0, 1.6 * reach) else pixels
    rippled = ripple(np.ascontiguousarray(mirrored), 0.009 * reach * longest, 3, rng)
    zoom = 1.01 + 0.42 * reach * float(rng.random())
    # Only what the zoom has brought in may go out again on the other side.
    room = (zoom - 1) / 2
    shift_x, shift_y = rng.uniform(-0.9, 0.9) * room * pixels.shape[1], rng.uniform(-0.6, 0.6) * room * pixels.shape[0]
    return turn(rippled, float(rng.uniform(-2.2, 2.2)) * reach, zoom, (float(shift_x), float(shift_y)))


def _change_light(rgb: Pixels, rng: np.random.Generator, reach: float) -> Pixels:
    """The light of another hour, falling in from one side, and the colours a little richer or quieter."""
    lab = cv2.cvtColor(np.ascontiguousarray(rgb), cv2.COLOR_RGB2LAB).astype(np.float32)
    light, red, yellow, contrast = HOURS[int(rng.integers(len(HOURS)))]
    amount = 1.5 * reach
    chroma = 1 + rng.uniform(-0.25, 0.35) * reach
    side = np.linspace(-1, 1, rgb.shape[1], dtype=np.float32)[None] * rng.choice((-1, 1))
    height = np.linspace(1, -1, rgb.shape[0], dtype=np.float32)[:, None]
    glow = (0.8 * side + 0.4 * height) * np.float32(reach)
    lab[..., 0] = (lab[..., 0] - 128) * (1 + contrast * amount) + 128 + light * amount + 18 * glow
    lab[..., 1] = (lab[..., 1] - 128) * chroma + 128 + red * amount * (1 + 0.5 * glow)
    lab[..., 2] = (lab[..., 2] - 128) * chroma + 128 + yellow * amount * (1 + glow)
    return to_bytes(cv2.cvtColor(to_bytes(lab), cv2.COLOR_LAB2RGB))


def _repaint(rgb: Pixels, rng: np.random.Generator, reach: float) -> Pixels:
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
    touches = _make_brush_texture(height, width, rng) * 7 * reach
    return to_bytes(broad + detail * kept + touches[..., None])


def _make_brush_texture(height: int, width: int, rng: np.random.Generator) -> Floats:
    """Short slanting hairs of light and dark, as a brush leaves them."""
    small = rng.standard_normal((max(8, height // 2), max(8, width // 2))).astype(np.float32)
    kernel = np.zeros((11, 11), np.float32)
    slant = int(rng.integers(0, 11))
    cv2.line(kernel, (0, slant), (10, 10 - slant), 1.0, 1, cv2.LINE_AA)
    smeared = cv2.filter2D(small, -1, kernel / kernel.sum())
    return floats(cv2.resize(smeared, (width, height), interpolation=cv2.INTER_LINEAR))


def _replace_rgb(pixels: Pixels, rgb: Pixels) -> Pixels:
    return rgb if pixels.shape[2] == 3 else np.dstack([rgb, pixels[..., 3]])
