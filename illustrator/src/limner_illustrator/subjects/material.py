"""Another material over a sprite: its light and dark become the ramp of gold, wood, glass, stone or ice."""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog.records import thing_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    ramp: tuple[RGB, ...]
    """From dark to light."""
    keep: float = 0.0
    """How much of the sprite's own colour shines through."""
    shine: float = 0.0
    """Strength of the bright bands that polished things have."""
    grain: float = 0.0
    """Strength of a grain along the thing."""
    speckle: float = 0.0
    """Strength of spots, as stone has."""
    stitches: float = 0.0
    """Strength of the rows of V-shaped stitches that knitwear has."""
    opacity: float = 1.0


_GOLD = Material(ramp=((84, 46, 8), (190, 126, 24), (244, 196, 70), (255, 236, 150), (255, 252, 226)), shine=0.5)
_SILVER = Material(ramp=((58, 62, 76), (132, 140, 156), (196, 202, 214), (240, 244, 250)), shine=0.5)
_BRONZE = Material(ramp=((56, 28, 14), (136, 78, 38), (200, 130, 72), (246, 206, 150)), shine=0.4)
_WOOD = Material(ramp=((74, 42, 22), (138, 86, 48), (186, 128, 76), (226, 180, 124)), grain=0.16)
_STONE = Material(ramp=((70, 72, 78), (128, 130, 136), (176, 178, 182), (222, 222, 224)), speckle=0.14)
_MARBLE = Material(ramp=((150, 152, 164), (206, 208, 216), (240, 240, 244), (255, 255, 255)), speckle=0.08)
_GLASS = Material(
    ramp=((96, 150, 180), (150, 206, 230), (206, 238, 250), (255, 255, 255)), keep=0.18, shine=0.4, opacity=0.78
)
_ICE = Material(
    ramp=((70, 130, 190), (130, 196, 236), (196, 232, 250), (250, 254, 255)), keep=0.08, shine=0.35, opacity=0.9
)
_METAL = Material(ramp=((50, 54, 64), (112, 120, 134), (172, 180, 192), (232, 236, 244)), shine=0.4)
_CHOCOLATE = Material(ramp=((40, 20, 12), (84, 46, 28), (126, 76, 48), (186, 132, 98)), shine=0.2)
_PAPER = Material(ramp=((180, 172, 158), (222, 214, 200), (246, 240, 228), (255, 252, 246)), keep=0.1)
_WOOL = Material(ramp=((150, 120, 110), (206, 180, 164), (238, 222, 206), (252, 244, 234)), keep=0.4, speckle=0.08)
_KNIT = Material(ramp=((136, 104, 96), (200, 172, 158), (238, 220, 204), (252, 244, 234)), keep=0.55, stitches=0.2)
_CLAY = Material(ramp=((110, 52, 34), (176, 96, 66), (216, 142, 106), (240, 190, 158)), keep=0.1)

_LEATHER = Material(ramp=((62, 34, 22), (124, 74, 46), (172, 112, 72), (222, 172, 130)), keep=0.6, shine=0.2)
_PLASTIC = Material(ramp=((60, 60, 70), (140, 142, 152), (206, 208, 216), (255, 255, 255)), keep=0.82, shine=0.5)
_FABRIC = Material(ramp=((90, 80, 86), (160, 148, 150), (214, 204, 204), (246, 240, 238)), keep=0.8, speckle=0.1)
_STRAW = Material(ramp=((140, 98, 40), (206, 158, 76), (240, 204, 120), (255, 236, 178)), grain=0.2)
_WATER = Material(
    ramp=((30, 90, 170), (70, 150, 220), (140, 206, 246), (240, 252, 255)), keep=0.06, shine=0.5, opacity=0.86
)

_STITCHES = 24
"""Columns of stitches across the longest side."""

MATERIALS: dict[str, Material] = {
    **dict.fromkeys(("gold", "golden"), _GOLD),
    **dict.fromkeys(("silver", "chrome"), _SILVER),
    **dict.fromkeys(("bronze", "copper", "brass"), _BRONZE),
    **dict.fromkeys(("wood", "wooden", "bamboo", "wicker"), _WOOD),
    **dict.fromkeys(("stone", "concrete", "rock", "brick"), _STONE),
    **dict.fromkeys(("marble", "porcelain", "ceramic"), _MARBLE),
    **dict.fromkeys(("glass", "crystal", "transparent", "glassy"), _GLASS),
    **dict.fromkeys(("ice", "icy", "frozen"), _ICE),
    **dict.fromkeys(("metal", "metallic", "steel", "iron"), _METAL),
    **dict.fromkeys(("chocolate",), _CHOCOLATE),
    **dict.fromkeys(("paper", "cardboard", "origami"), _PAPER),
    **dict.fromkeys(("wool", "woolen", "felt", "fur", "furry", "plush"), _WOOL),
    **dict.fromkeys(("knitted", "knit", "crocheted", "crochet"), _KNIT),
    **dict.fromkeys(("clay", "terracotta"), _CLAY),
    **dict.fromkeys(("leather",), _LEATHER),
    **dict.fromkeys(("plastic",), _PLASTIC),
    **dict.fromkeys(("fabric",), _FABRIC),
    **dict.fromkeys(("straw",), _STRAW),
    **dict.fromkeys(("water",), _WATER),
}


def apply_material(pixels: Pixels, name: str, drawing: str = "") -> Pixels:
    """The sprite of a drawing in that material; one that is not known leaves it as it is."""
    material = MATERIALS.get(name)
    if material is None or name in thing_of(drawing).materials:
        return pixels
    gray = cv2.cvtColor(np.ascontiguousarray(pixels[..., :3]), cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    level = _stretch(gray, pixels[..., 3]) + _bands(gray.shape, material)
    steps = np.linspace(0, 1, len(material.ramp))
    lookup = np.stack(
        [np.interp(np.linspace(0, 1, 256), steps, [rgb[i] for rgb in material.ramp]) for i in range(3)], -1
    )
    tinted = lookup.astype(np.float32)[(np.clip(level, 0, 1) * 255).astype(np.uint8)]
    result = pixels.copy()
    result[..., :3] = np.clip(tinted * (1 - material.keep) + pixels[..., :3] * material.keep, 0, 255).astype(np.uint8)
    if material.opacity < 1:
        result[..., 3] = (pixels[..., 3] * material.opacity).astype(np.uint8)
    return result


def _stretch(gray: npt.NDArray[np.float32], alpha: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
    """The sprite's own lights and darks, spread around the middle of the ramp."""
    seen = gray[alpha > 128]
    if not len(seen):
        return gray
    low, middle, high = (float(value) for value in np.percentile(seen, (4, 50, 97)))
    spread = max(0.16, high - middle, middle - low)
    level: npt.NDArray[np.float32] = (0.52 + (gray - middle) / spread * 0.34).astype(np.float32)
    return level


def _bands(shape: tuple[int, ...], material: Material) -> npt.NDArray[np.float32]:
    """Slanted reflections for polished things, a wavy grain for wood."""
    height, width = shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    slant = (x / width + y / height * 0.7) * 2 * np.pi
    bands = material.shine * 0.28 * np.sin(slant * 1.5 + 0.6 * np.sin(slant * 0.7)) - material.shine * 0.06
    if material.grain:
        waves = y / height * 46 + 2.4 * np.sin(x / width * 7 + y / height * 3)
        bands = bands + material.grain * np.sin(waves * 1.3) * (0.6 + 0.4 * np.sin(waves * 0.37))
    if material.stitches:
        unit = max(height, width) / _STITCHES
        slope = np.abs((x / unit) % 1 - 0.5)
        bands = bands + material.stitches * (np.cos(2 * np.pi * (y / unit * 1.4 - slope * 1.6)) - 0.9 * (slope < 0.07))
    if material.speckle:
        spots = np.random.default_rng(5).normal(size=(max(2, height // 3), max(2, width // 3))).astype(np.float32)
        spots = cv2.resize(cv2.GaussianBlur(spots, (0, 0), 1.1), (width, height), interpolation=cv2.INTER_LINEAR)
        bands = bands + material.speckle * 2.2 * spots
    result: npt.NDArray[np.float32] = bands.astype(np.float32)
    return result
