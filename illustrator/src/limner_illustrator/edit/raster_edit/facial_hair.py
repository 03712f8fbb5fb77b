"""Grows a moustache or a beard on a photographed face, in the colour of its hair."""

import math
import re
from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.arrays import Floats, floats, to_bytes
from limner_illustrator.edit.raster_edit.heads import Head
from limner_illustrator.edit.raster_edit.learned.faces import Face
from limner_illustrator.subjects.figures.looks import HAIRS

Kind = Literal["moustache", "beard"]
BROWN = (82, 56, 40)
DARKER = 0.82
"""Of the hair's own colour: under a nose there is less light."""
STRANDS = 22.0
"""Levels by which strands differ."""
COVER = 0.94
_NAMED = re.compile(
    r"(?:^|,? and |,? with |, )?(?:an? |some )?(?P<looks>(?:(?!(?:and|with|an?|some) )[\w-]+ ){0,3})"
    r"(?P<what>mo?ustaches?|beards?|goatees?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Growth:
    kind: Kind
    color: str | None
    """A name in HAIRS; None: the colour of the hair."""
    rest: str
    """What the words name besides."""


def find_growth(thing: str) -> Growth | None:
    found = _NAMED.search(thing)
    if found is None:
        return None
    kind: Kind = "moustache" if "stache" in found["what"].lower() else "beard"
    color = next((word for word in found["looks"].lower().split() if word in HAIRS), None)
    rest = re.sub(r"^(?:,|and\b| )+", "", f"{thing[: found.start()]}{thing[found.end() :]}".strip())
    return Growth(kind, color, rest)


def grow(pixels: Pixels, head: Head, growth: Growth, rng: np.random.Generator) -> Pixels:
    """RGB in and out; the head's face is known."""
    face = head.face
    if face is None:
        return pixels
    cover = _moustache(pixels, face, head.tilt)
    if growth.kind == "beard":
        cover = np.maximum(cover, _beard(pixels, face, head.tilt))
    hair = _sample_hair(pixels, head) * DARKER if growth.color is None else floats(HAIRS[growth.color])
    lightness = cv2.GaussianBlur(pixels.astype(np.float32).mean(axis=2), (0, 0), max(1.0, 0.03 * face.height))
    usual = float(np.average(lightness, weights=cover + 1e-6))
    shade = np.clip(lightness / max(usual, 1.0), 0.6, 1.4)
    scale = max(0.6, face.height / 160)
    noise = rng.normal(0, 1, pixels.shape[:2]).astype(np.float32)
    strands = cv2.GaussianBlur(noise, (0, 0), sigmaX=0.7 * scale, sigmaY=2.6 * scale)
    strands *= STRANDS / max(1e-3, float(strands.std()))
    grown = hair * shade[..., None] + strands[..., None] * (0.4 + hair / 255)
    alpha = (COVER * cover)[..., None]
    return to_bytes(pixels * (1 - alpha) + grown * alpha)


def _sample_hair(pixels: Pixels, head: Head) -> Floats:
    """The colour of the band above the forehead; brown where it is as light as skin, or outside of the picture."""
    box = head.box
    rows = slice(max(0, box.top + round(0.04 * box.height)), max(0, box.top + round(0.14 * box.height)))
    middle, reach = round(head.middle), round(0.2 * box.width)
    band = pixels[rows, max(0, middle - reach) : middle + reach].reshape(-1, 3)
    if len(band) < 8:
        return floats(BROWN)
    return floats(np.median(band, axis=0))


def _coordinates(pixels: Pixels, face: Face, tilt: float) -> tuple[Floats, Floats]:
    """Of every pixel from the mouth, in widths and heights of the face, along the face's axes."""
    y, x = np.indices(pixels.shape[:2], np.float32)
    x, y = x - face.mouth[0], y - face.mouth[1]
    cos, sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    return floats((x * cos + y * sin) / face.width), floats((y * cos - x * sin) / face.height)


def _soft(inside: Floats, edge: float) -> Floats:
    """0..1 from a signed distance."""
    return floats(np.clip(inside / edge + 0.5, 0, 1))


def _moustache(pixels: Pixels, face: Face, tilt: float) -> Floats:
    across, down = _coordinates(pixels, face, tilt)
    nose = (face.nose[1] - face.mouth[1]) / face.height
    half = 0.27
    middle = 0.42 * nose + 1.1 * across**2
    thick = 0.062 * np.sqrt(np.clip(1 - (across / half) ** 2, 0, 1)) * (1 - 0.45 * np.exp(-((across / 0.03) ** 2)))
    return _soft(floats(thick - np.abs(down - middle)), 0.022) * (np.abs(across) < half)


def _beard(pixels: Pixels, face: Face, tilt: float) -> Floats:
    across, down = _coordinates(pixels, face, tilt)
    chin = (face.bottom - face.mouth[1]) / face.height
    jaw = 1 - (across / 0.5) ** 2 - ((down + 0.12) / (chin + 0.2)) ** 2
    below_cheeks = down - (0.02 - 1.35 * np.maximum(0, np.abs(across) - 0.2))
    lips = (across / 0.2) ** 2 + ((down - 0.01) / 0.075) ** 2 - 1
    low_enough = down + 0.38
    return (
        _soft(floats(jaw), 0.22)
        * _soft(floats(below_cheeks), 0.05)
        * _soft(floats(lips), 0.5)
        * _soft(floats(low_enough), 0.1)
    )
