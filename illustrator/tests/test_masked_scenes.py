"""What a mask asks for in a picture with a Scene is wholly inside of the mask, and large enough to see."""

import cv2
import numpy as np
import pytest

from limner_illustrator import draw, edit


@pytest.mark.parametrize(
    ("prompt", "instruction", "box"),
    [
        ("a street with houses at night", "a parked yellow taxi", (0.4, 0.6, 0.9, 1.0)),
        ("a beach with palm trees", "add a sandcastle", (0.3, 0.6, 0.6, 0.95)),
        ("a park with a bench", "a boy with a red balloon", (0.05, 0.4, 0.4, 0.9)),
    ],
)
def test_new_thing_fills_the_mask_and_is_not_cut(prompt, instruction, box):
    picture = draw(prompt, size=(160, 160))
    left, top, right, bottom = (round(160 * edge) for edge in box)
    mask = np.zeros((160, 160), np.float32)
    mask[top:bottom, left:right] = 1
    after = edit(picture, instruction, mask=mask)
    changed = (np.abs(after.pixels.astype(int) - picture.pixels).max(axis=2) > 12).astype(np.uint8)
    x, y, width, height = cv2.boundingRect(changed)
    assert max(width / (right - left), height / (bottom - top)) > 0.6
    edge = changed[top:bottom, [left, right - 1]]
    assert edge.mean() < 0.15
    assert not changed[mask == 0].any()
    assert x >= left
    assert y >= top
