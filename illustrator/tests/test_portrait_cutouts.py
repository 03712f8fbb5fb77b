"""Portraits are cut out by their face, without the network of the extra too."""

import cv2
import numpy as np
import pytest

from limner_illustrator.edit.raster_edit import cutout
from limner_illustrator.edit.raster_edit.cutout import cut_out
from limner_illustrator.edit.raster_edit.portraits import close_gaps
from photographs import needs_photos, photo


@pytest.fixture(autouse=True)
def without_network(monkeypatch):
    monkeypatch.setattr(cutout, "find_salient", lambda pixels: None)


@needs_photos
def test_portrait_is_cut_out_of_a_busy_ground():
    found = cut_out(photo("astronaut.png"))
    assert found.is_confident
    assert found.alpha[60, 114] > 0.9  # the face
    assert found.alpha[60, 180] < 0.1  # the shuttle beside it


@needs_photos
def test_portrait_is_cut_out_of_bricks():
    person = photo("astronaut.png")
    alpha = cut_out(person).alpha[..., None]
    bricks = cv2.resize(photo("brick.png"), person.shape[1::-1])
    found = cut_out((person * alpha + bricks * (1 - alpha)).astype(np.uint8))
    assert found.is_confident
    assert float(np.abs(found.alpha - alpha[..., 0]).mean()) < 0.03


@needs_photos
def test_profile_before_grass_is_not_trusted():
    assert not cut_out(photo("camera.png")).is_confident


def test_small_holes_are_closed():
    labels = np.zeros((100, 100), np.uint8)
    labels[20:, 20:80] = 1
    labels[50:54, 50:54] = 0
    labels[60:80, 30:50] = 0
    closed = close_gaps(labels)
    assert closed[52, 52] == 1
    assert closed[70, 40] == 0
