"""Writes words into a photograph: on the surface of a thing, in its light, or as a caption."""

import re

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels, surface, to_pixels
from limner_illustrator.canvas.palette import COLORS, RGB
from limner_illustrator.edit.framing import compose_over_white
from limner_illustrator.edit.raster_edit.arrays import Floats, floats, soften, to_bytes
from limner_illustrator.edit.raster_edit.surfaces import Surface, find_surface
from limner_illustrator.subjects.lettering import fit_text, text_shape

SHEET_WIDTH = 900
MARGIN = 0.8
"""How much of a surface's box the words fill."""
DARK: RGB = (34, 32, 38)
LIGHT: RGB = (250, 248, 244)
CAPTION_WIDTH, CAPTION_HEIGHT = 0.86, 0.15
"""The most that a caption takes of the picture."""
_TOP = re.compile(r"\b(?:top|upper|above|sky|header)\b")
_MIDDLE = re.compile(r"\b(?:middle|cent(?:er|re)|across)\b")


def inscribe(pixels: Pixels, text: str, where: Floats, name: str, color: str | None = None) -> Pixels | None:
    """`pixels` with the text on what `where` marks (H, W); None if it has no room. `name`: what that thing is."""
    shapes = tuple(shape for _, shape in text_shape(text, "sans"))
    found = find_surface(compose_over_white(pixels), where, shapes, name)
    if found is None or found.width < 12 or found.height < 6:
        return None
    placed = _shrink(found)
    cover = _warp(_render(text, placed), placed, pixels.shape[:2])
    if not cover.any():
        return None
    return _ink(pixels, cover, placed, color)


def write_caption(pixels: Pixels, text: str, where: str = "", color: str | None = None) -> Pixels:
    """Along the lower edge, or where the words say; light with a dark outline, so that it reads on anything."""
    height, width = pixels.shape[:2]
    box_width, box_height = CAPTION_WIDTH * width, CAPTION_HEIGHT * height
    left, top = (width - box_width) / 2, 0.96 * height - box_height
    if _TOP.search(where):
        top = 0.04 * height
    elif _MIDDLE.search(where):
        top = (height - box_height) / 2
    sheet = surface(width, height)
    ink: RGB = LIGHT if color is None else COLORS[color]
    edge = DARK if sum(ink) > 330 else LIGHT
    fit_text(sheet.getCanvas(), text, (left, top, left + box_width, top + box_height), "sans", ink, edge)
    words = to_pixels(sheet)
    weight = words[..., 3:].astype(np.float32) / 255
    mixed = to_bytes(pixels[..., :3] * (1 - weight) + words[..., :3] * weight)
    if pixels.shape[2] == 3:
        return mixed
    return np.dstack([mixed, np.maximum(pixels[..., 3], words[..., 3])])


def _shrink(found: Surface) -> Surface:
    middle = found.corners.mean(axis=0)
    return Surface(floats(middle + (found.corners - middle) * MARGIN), found.bend)


def _render(text: str, place: Surface) -> Floats:
    """(H, W) 0..1: the words, as large as fit into a sheet of the surface's proportions, bent as it is."""
    height = max(8, round(SHEET_WIDTH * place.height / max(1.0, place.width)))
    sag = round(place.bend * SHEET_WIDTH)
    sheet = surface(SHEET_WIDTH, height + sag)
    fit_text(sheet.getCanvas(), text, (0, 0, SHEET_WIDTH, height), "sans", (255, 255, 255))
    cover = to_pixels(sheet)[..., 3].astype(np.float32) / 255
    if not sag:
        return floats(cover)
    across = np.linspace(-1, 1, SHEET_WIDTH, dtype=np.float32)
    # A cylinder seen from the front and a little above: letters crowd at its sides, the middle hangs down.
    angle = across * np.float32(0.9)
    columns = (np.arcsin(np.clip(across * np.sin(0.9), -1, 1)) / 0.9 + 1) / 2 * (SHEET_WIDTH - 1)
    drop = sag * (np.cos(angle) - np.cos(0.9)) / (1 - np.cos(0.9))
    rows = np.arange(height + sag, dtype=np.float32)[:, None] - drop[None]
    grid = np.broadcast_to(columns[None].astype(np.float32), rows.shape)
    return floats(cv2.remap(cover, np.ascontiguousarray(grid), floats(rows), cv2.INTER_LINEAR))


def _warp(cover: Floats, place: Surface, shape: tuple[int, ...]) -> Floats:
    height, width = cover.shape
    sheet = floats([[0, 0], [width, 0], [width, height], [0, height]])
    corners = place.corners.copy()
    if place.bend:
        # The sheet is higher than the words by what they hang down.
        down = (corners[3] - corners[0]) * (place.bend * place.width / max(1.0, place.height))
        corners[2:] += down / 2
        corners[:2] -= down / 2
    matrix = cv2.getPerspectiveTransform(sheet, corners)
    reduced = place.width / width
    if reduced < 0.5:
        cover = floats(cv2.GaussianBlur(cover, (0, 0), 0.35 / reduced))
    return floats(cv2.warpPerspective(cover, matrix, (shape[1], shape[0]), flags=cv2.INTER_LINEAR))


def _ink(pixels: Pixels, cover: Floats, place: Surface, color: str | None) -> Pixels:
    """Ink takes the surface's light: its folds and shine go on through the letters."""
    left, top, wide, high = cv2.boundingRect((cover > 0).astype(np.uint8))
    sigma = max(1.0, place.height / 12)
    margin = round(3 * sigma)
    window = slice(max(0, top - margin), top + high + margin), slice(max(0, left - margin), left + wide + margin)
    rgb = compose_over_white(np.ascontiguousarray(pixels[window]))
    lightness = cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY).astype(np.float32)
    written = cover[window]
    usual = float(np.median(lightness[written > 0.02])) if (written > 0.02).any() else float(lightness.mean())
    ink = floats(COLORS[color] if color is not None else DARK if usual > 118 else LIGHT)
    shade = np.clip(soften(lightness, sigma) / max(usual, 24), 0.55, 1.3)[..., None]
    amount = (0.93 * written)[..., None]
    inked = pixels.copy()
    inked[window][..., :3] = to_bytes(rgb * (1 - amount) + np.clip(ink * shade, 0, 255) * amount)
    return inked
