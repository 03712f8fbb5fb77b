"""Things that are fitted into masks without being cut off."""

import cv2
import numpy as np
import pytest

from limner_illustrator.edit.raster_edit.compose import insert_under
from limner_illustrator.edit.raster_edit.fitting import fit_in
from limner_illustrator.scene import Entity, Scene

SIDE = 256


def disc(size=64):
    return cv2.circle(np.zeros((size, size), np.uint8), (size // 2, size // 2), size // 2 - 1, 255, -1)


def canvas():
    return np.zeros((SIDE, SIDE), np.uint8)


MASKS = {
    "disc": cv2.circle(canvas(), (150, 110), 70, 1, -1),
    "triangle": cv2.fillPoly(canvas(), [np.array([[40, 230], [220, 230], [60, 20]])], 1),
    "slanting ellipse": cv2.ellipse(canvas(), (130, 130), (100, 45), 35, 0, 360, 1, -1),
    "brush stroke": cv2.polylines(canvas(), [np.array([[40, 60], [120, 50], [200, 150], [120, 200]])], False, 1, 52),
    "two blots": cv2.circle(cv2.circle(canvas(), (60, 60), 24, 1, -1), (190, 180), 50, 1, -1),
}


def test_a_whole_rectangle_is_filled():
    change = np.zeros((SIDE, SIDE), np.float32)
    change[40:200, 60:180] = 1

    box = fit_in(change, np.full((80, 60), 255, np.uint8))

    assert abs(box.width - 120) < 8
    assert abs(box.height - 160) < 8


@pytest.mark.parametrize("name", MASKS)
def test_round_thing_fits_whole_into_thick_masks(name):
    mask = MASKS[name]

    box = fit_in(mask.astype(np.float32), disc())

    drawn = np.zeros((SIDE, SIDE), np.uint8)
    drawn[box.top : box.bottom, box.left : box.right] = cv2.resize(disc(), (box.width, box.height)) > 128
    assert (drawn & (1 - mask)).sum() < 0.02 * drawn.sum()
    assert drawn.sum() > 0.5 * np.pi * cv2.distanceTransform(mask, cv2.DIST_L2, 5).max() ** 2


@pytest.mark.parametrize("name", MASKS)
def test_drawing_in_a_mask_is_not_cut_by_its_border(name):
    mask = MASKS[name].astype(np.float32)
    ground = np.full((SIDE, SIDE, 3), 200, np.uint8)
    balloon = Entity(id="e1", noun="balloon", drawing="own:hotair")

    composed = insert_under(ground, Scene(prompt="", seed=1, entities=(balloon,)), mask)

    changed = np.abs(composed.astype(int) - ground).max(axis=2) > 60
    assert changed.any()
    assert (changed & (mask == 0)).sum() < 0.03 * changed.sum()


def test_thin_line_mask_holds_something():
    change = cv2.line(canvas(), (20, 100), (230, 100), 1, 6).astype(np.float32)

    box = fit_in(change, disc())

    assert box.width > 2
    assert 90 < (box.top + box.bottom) / 2 < 110


def test_mask_of_one_pixel_is_accepted():
    change = np.zeros((SIDE, SIDE), np.float32)
    change[100, 100] = 1

    assert fit_in(change, disc()).width >= 1
