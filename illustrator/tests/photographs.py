"""Photographs and shapes that stand for them, for the tests of edits of pictures without a Scene."""

from importlib.util import find_spec
from pathlib import Path

import cv2
import numpy as np
import pytest

from limner_illustrator.edit.raster_edit.cutout import Foreground

has_cutouts = find_spec("rembg") is not None
needs_photos = pytest.mark.skipif(find_spec("skimage") is None, reason="scikit-image ships the photographs")
needs_cutouts = pytest.mark.skipif(
    not has_cutouts or find_spec("skimage") is None, reason="the extra cutouts is missing"
)


def photo(name):
    spec = find_spec("skimage")
    pixels = cv2.imread(str(Path(spec.origin).parent / "data" / name), cv2.IMREAD_COLOR)
    height, width = pixels.shape[:2]
    size = round(width * 256 / max(height, width)), round(height * 256 / max(height, width))
    return cv2.cvtColor(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), cv2.COLOR_BGR2RGB)


def person():
    """A head on shoulders before an even wall; grain keeps it from being too even."""
    pixels = np.full((256, 200, 3), (205, 212, 220), np.uint8)
    cv2.ellipse(pixels, (100, 235), (70, 90), 0, 0, 360, (200, 90, 30), -1, cv2.LINE_AA)
    cv2.rectangle(pixels, (88, 110), (112, 150), (190, 140, 110), -1)
    cv2.ellipse(pixels, (100, 88), (32, 40), 0, 0, 360, (190, 140, 110), -1, cv2.LINE_AA)
    noise = np.random.default_rng(1).normal(0, 2, pixels.shape)
    return np.clip(pixels + noise, 0, 255).astype(np.uint8)


def known_cutout(is_subject):
    """In the place of `cut_out`: the subject is found, with or without the network of the extra."""
    found = Foreground(is_subject.astype(np.float32), confidence=1.0)
    return lambda pixels, **options: found


def changed(before, after):
    return np.abs(before.astype(int) - after[..., :3]).max(axis=2) > 12


def box_of(flags):
    rows, columns = np.nonzero(flags)
    return columns.min(), rows.min(), columns.max(), rows.max()
