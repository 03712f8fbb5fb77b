"""What a thing is covered in: snow on its upper edges, patches of moss, flowers, a glaze, a cloth thrown over it."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.catalog.kinds import is_animate, is_building, is_food, is_plant
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.subjects.subject import Subject

COVERED = "covered-in-"
"""Prefix of the attribute that names a coat: `covered-in-moss`."""
Field = npt.NDArray[np.float32]
WHITE: RGB = (250, 252, 255)
_SPLASHED = frozenset({"paint", "chocolate", "honey", "slime", "icing"})
"""What covers a thing like a glaze, and people and animals in stains."""
_NUM_STAINS = 90
_PETALS: tuple[RGB, ...] = ((236, 96, 130), (250, 206, 84), (250, 248, 244), (176, 120, 214), (246, 150, 90))


@dataclass(frozen=True, slots=True)
class _Surface:
    """The sprite that is covered."""

    pixels: Pixels
    inside: Field
    """Its alpha, 0..1."""
    below_edge: Field
    """How far each point is below the next upper edge, in heights of the sprite."""
    rng: Random

    def noise(self, cells: int, seed: int = 0) -> Field:
        """Smooth, within 0..1; `cells` along the longer side."""
        height, width = self.inside.shape
        grid = np.random.default_rng(self.rng.getrandbits(31) + seed)
        longest = max(height, width)
        shape = max(2, round(cells * height / longest)), max(2, round(cells * width / longest))
        field = cv2.resize(grid.random(shape, np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
        return np.asarray(np.clip(field, 0, 1), np.float32)


Coat = Callable[[_Surface, RGB | None], tuple[Field, Field]]
"""The colours (H, W, 3; 0..255) of the stuff and how much of it covers each point, 0..1."""


def find_coat(subject: Subject) -> tuple[str | None, RGB | None]:
    """The stuff that the subject is covered in, and its colour if the prompt names one."""
    named = next((one[len(COVERED) :] for one in subject.entity.attributes if one.startswith(COVERED)), None)
    if named is not None:
        stuff, _, color = named.partition(":")
        is_dipped = stuff == "chocolate" and is_food(subject.entity.drawing)
        if stuff == "cloth" and is_animate(subject.entity.drawing):
            stuff = "blanket"
        if stuff in _SPLASHED and is_animate(subject.entity.drawing):
            stuff = f"splashed {stuff}"
        return ("dipped chocolate" if is_dipped else stuff), COLORS.get(color)
    return ("snow on edges" if _catches_snow(subject) else None), None


def _catches_snow(subject: Subject) -> bool:
    """In a white place snow lies on what stands outdoors and does not move."""
    scene, drawing = subject.scene, subject.entity.drawing
    if scene.transparent or scene.backdrop is None or not scene.is_white:
        return False
    return is_building(drawing) or is_plant(drawing) or "tree" in thing_of(drawing).traits


def cover_sprite(pixels: Pixels, stuff: str, rng: Random, color: RGB | None = None) -> Pixels:
    """The unlit sprite under its coat, whose form shows through."""
    coat = COATS.get(stuff)
    if coat is None or min(pixels.shape[:2]) < 4:
        return pixels
    inside = np.asarray(pixels[..., 3] / np.float32(255), np.float32)
    surface = _Surface(pixels, inside, _measure_below_edge(inside), rng)
    colors, amount = coat(surface, color)
    gray = cv2.cvtColor(np.ascontiguousarray(pixels[..., :3]), cv2.COLOR_RGB2GRAY).astype(np.float32)
    # The sprite's own dark lines and folds model the coat a little.
    seen = inside > 0.5
    middle = float(np.median(gray[seen])) if seen.any() else 128.0
    form = np.clip(1 + 0.22 * (gray - middle) / 128, 0.75, 1.15)[..., None]
    share = np.clip(amount, 0, 1)[..., None]
    result = pixels.copy()
    result[..., :3] = np.clip(pixels[..., :3] * (1 - share) + colors * form * share, 0, 255)
    return result


def _measure_below_edge(inside: Field) -> Field:
    height = inside.shape[0]
    depth = np.zeros_like(inside)
    run = np.zeros(inside.shape[1], np.float32)
    for y in range(height):
        run = (run + 1) * (inside[y] > 0.35)
        depth[y] = run
    return np.asarray(depth / height, np.float32)


def _plain(surface: _Surface, rgb: RGB) -> Field:
    return np.full((*surface.inside.shape, 3), rgb, np.float32)


def _step(field: Field, soft: float = 0.06) -> Field:
    """1 where the field is above 0, with a soft edge."""
    return np.asarray(np.clip(field / soft + 0.5, 0, 1), np.float32)


def _snow(surface: _Surface, _: RGB | None) -> tuple[Field, Field]:
    """Deep on every upper edge only: heaps on a sail would look like a cow's spots."""
    return _snow_on_edges(surface, None, depth=0.12)


def _snow_on_edges(surface: _Surface, _: RGB | None, *, depth: float = 0.05) -> tuple[Field, Field]:
    thick = depth * (0.6 + surface.noise(14))
    cap = _step(thick - surface.below_edge, 0.012)
    lower = np.clip(surface.below_edge / np.maximum(thick, 1e-3), 0, 1)[..., None]
    colors = np.array(WHITE, np.float32) * (1 - 0.22 * lower) + np.array((150, 180, 225), np.float32) * 0.22 * lower
    return np.asarray(colors, np.float32), cap


def _patches(tones: tuple[RGB, RGB], bare: float, *, from_top: bool = True) -> Coat:
    def grow(surface: _Surface, _: RGB | None) -> tuple[Field, Field]:
        down = np.linspace(0, 1, len(surface.inside), dtype=np.float32)[:, None]
        tilt = (0.5 - down if from_top else down - 0.5) * 0.3
        grain = surface.noise(90)[..., None]
        colors = np.array(tones[0], np.float32) * grain + np.array(tones[1], np.float32) * (1 - grain)
        field = 0.6 * surface.noise(7) + 0.25 * surface.noise(18) + 0.15 * surface.noise(60) + tilt
        edge = 0.12 * np.clip(1 - surface.below_edge / 0.05, 0, 1) if from_top else 0.0
        return colors, _step(field + edge - bare, 0.05)

    return grow


def _speckles(rgb: RGB, share: float) -> Coat:
    def strew(surface: _Surface, _: RGB | None) -> tuple[Field, Field]:
        height = surface.inside.shape[0]
        down = np.linspace(1.25, 0.6, height, dtype=np.float32)[:, None]
        grains = _step(surface.noise(110) * down - (1 - share), 0.1)
        veil = 0.28 * surface.noise(6)
        return _plain(surface, rgb), np.maximum(0.9 * grains, veil)

    return strew


def _frost(surface: _Surface, _: RGB | None) -> tuple[Field, Field]:
    rime = _step(0.05 + 0.03 * surface.noise(20) - surface.below_edge, 0.03)
    crystals = 0.75 * _step(surface.noise(46) - 0.66, 0.12)
    return _plain(surface, (222, 240, 252)), np.maximum.reduce([rime, crystals, np.full_like(rime, 0.34)])


def _glaze(rgb: RGB, *, dipped: bool = False) -> Coat:
    """Runs down from the top in drops, or covers what was dipped into it."""

    def pour(surface: _Surface, color: RGB | None) -> tuple[Field, Field]:
        height, width = surface.inside.shape
        tone = np.array(color or rgb, np.float32)
        xs = np.linspace(0, 1, width, dtype=np.float32)
        waves = surface.noise(9)[height // 2]
        down = np.linspace(0, 1, height, dtype=np.float32)[:, None]
        line = 0.3 + 0.05 * np.sin(xs * 19 + 6 * waves) if dipped else 0.5 + 0.34 * (waves - 0.5)
        amount = _step(down - line, 0.015) if dipped else _step(line - down, 0.015)
        shine = np.clip(1 - np.abs((xs - 0.32) / 0.09), 0, 1) * np.clip(1 - np.abs(down - line - 0.16) / 0.2, 0, 1)
        colors = tone * (1.12 - 0.3 * xs[None, :, None]) + (255 - tone) * 0.45 * shine[..., None]
        return np.asarray(colors, np.float32), amount

    return pour


def _flowers(surface: _Surface, color: RGB | None) -> tuple[Field, Field]:
    """Blossoms over leaves; gaps show what is under them."""
    leaves, amount = _patches(((70, 128, 62), (112, 170, 84)), 0.5)(surface, None)
    colors = np.ascontiguousarray(leaves)
    height, width = surface.inside.shape
    cover = np.ascontiguousarray(amount)
    radius = max(2.0, 0.026 * max(height, width))
    for _ in range(150):
        x, y = surface.rng.uniform(0, width), surface.rng.uniform(0, height)
        if surface.inside[min(height - 1, int(y)), min(width - 1, int(x))] < 0.5:
            continue
        tone = color or surface.rng.choice(_PETALS)
        size = radius * surface.rng.uniform(0.7, 1.2)
        for petal in range(5):
            angle = petal * 1.2566 + surface.rng.uniform(0, 0.4)
            spot = round(x + 0.72 * size * np.cos(angle)), round(y + 0.72 * size * np.sin(angle))
            tint = mix(tone, (90, 40, 60), 0.05 * (petal % 3))
            cv2.circle(colors, spot, max(1, round(0.62 * size)), tint, -1, cv2.LINE_AA)
            cv2.circle(cover, spot, max(1, round(0.62 * size)), 1.0, -1)
        cv2.circle(colors, (round(x), round(y)), max(1, round(0.42 * size)), (250, 214, 96), -1, cv2.LINE_AA)
    return colors, cover


def _splashes(*tones: RGB) -> Coat:
    """Drops and stains of one or several colours, between which a face is still seen."""

    def splash(surface: _Surface, color: RGB | None) -> tuple[Field, Field]:
        height, width = surface.inside.shape
        colors, cover = np.zeros((height, width, 3), np.float32), np.zeros((height, width), np.float32)
        for _ in range(_NUM_STAINS):
            spot = round(surface.rng.uniform(0, width)), round(surface.rng.uniform(0, height))
            tone = color or surface.rng.choice(tones)
            size = 0.034 * max(height, width) * surface.rng.uniform(0.3, 1) ** 2
            axes = max(1, round(size)), max(1, round(size * surface.rng.uniform(0.6, 1)))
            turn = surface.rng.uniform(0, 180)
            cv2.ellipse(colors, spot, axes, turn, 0, 360, tone, -1, cv2.LINE_AA)
            cv2.ellipse(cover, spot, axes, turn, 0, 360, 1.0, -1, cv2.LINE_AA)
        return colors, cover

    return splash


def _cloth(surface: _Surface, color: RGB | None, *, from_top: bool = True) -> tuple[Field, Field]:
    """Hangs over the upper part in folds, or around the lower one, below a face."""
    height, width = surface.inside.shape
    tone = np.array(color or surface.rng.choice(((196, 74, 70), (240, 234, 222), (84, 122, 170))), np.float32)
    xs = np.linspace(0, 1, width, dtype=np.float32)
    phase = surface.rng.uniform(0, 6)
    hem = (0.55 if from_top else 0.46) + 0.03 * np.sin(xs * 26 + phase)
    down = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    folds = 0.10 * np.sin(xs * 52 + phase)[None, :] * np.clip((down - 0.15) * 4, 0, 1)
    band = 0.12 * ((down > hem - 0.07) & (down < hem - 0.045))
    colors = tone * (1.04 + folds + band)[..., None]
    return np.asarray(colors, np.float32), _step(hem - down if from_top else down - hem, 0.008)


def _blanket(surface: _Surface, color: RGB | None) -> tuple[Field, Field]:
    return _cloth(surface, color, from_top=False)


COATS: dict[str, Coat] = {
    "snow": _snow,
    "snow on edges": _snow_on_edges,
    "frost": _frost,
    "moss": _patches(((62, 112, 48), (122, 164, 74)), 0.44),
    "ivy": _patches(((34, 92, 48), (84, 142, 66)), 0.42),
    "leaves": _patches(((196, 110, 44), (150, 150, 60)), 0.4),
    "mud": _patches(((96, 66, 42), (122, 86, 56)), 0.46, from_top=False),
    "rust": _patches(((150, 76, 36), (186, 104, 54)), 0.45),
    "cheese": _patches(((250, 206, 92), (255, 232, 150)), 0.36),
    "dust": _speckles((206, 196, 180), 0.3),
    "sugar": _speckles((252, 250, 246), 0.42),
    "glitter": _speckles((252, 220, 120), 0.36),
    "chocolate": _glaze((84, 46, 28)),
    "dipped chocolate": _glaze((84, 46, 28), dipped=True),
    "honey": _glaze((232, 160, 40)),
    "paint": _glaze((70, 130, 210)),
    "slime": _glaze((120, 200, 70)),
    "icing": _glaze((250, 226, 234)),
    "splashed paint": _splashes((224, 66, 72), (58, 122, 214), (250, 204, 64), (84, 172, 96), (236, 122, 184)),
    "splashed chocolate": _splashes((84, 46, 28)),
    "splashed honey": _splashes((232, 160, 40)),
    "splashed slime": _splashes((120, 200, 70)),
    "splashed icing": _splashes((250, 226, 234)),
    "flowers": _flowers,
    "cloth": _cloth,
    "blanket": _blanket,
}
