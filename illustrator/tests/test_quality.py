"""What low, medium and high quality change in a picture."""

import cv2
import numpy as np
import pytest

from limner_illustrator import draw

EDGE = 256


def drawn(prompt, quality, **options):
    return draw(prompt, size=(EDGE, EDGE), quality=quality, seed=1, **options).pixels


def detail(pixels):
    """How much fine structure there is."""
    gray = cv2.cvtColor(np.ascontiguousarray(pixels[..., :3]), cv2.COLOR_RGB2GRAY).astype(np.float32)
    return float(np.abs(gray - cv2.GaussianBlur(gray, (0, 0), 2)).mean())


@pytest.mark.parametrize("prompt", ["a fox in a forest", "a cup of coffee", "a castle at night"])
def test_higher_quality_has_more_detail(prompt):
    low, medium, high = (detail(drawn(prompt, quality)) for quality in ("low", "medium", "high"))

    assert low < 0.9 * medium
    assert high > 1.15 * medium


@pytest.mark.parametrize("prompt", ["a red fox in a forest", "a blue vase", "a house at sunset"])
def test_quality_keeps_composition_and_colours(prompt):
    low, medium, high = (
        cv2.resize(drawn(prompt, quality), (16, 16), interpolation=cv2.INTER_AREA).astype(int)
        for quality in ("low", "medium", "high")
    )

    assert np.abs(low - medium).mean() < 8
    assert np.abs(high - medium).mean() < 14


def test_high_quality_keeps_alpha():
    medium = drawn("a fox", "medium", transparent=True)
    high = drawn("a fox", "high", transparent=True)

    assert high.shape == medium.shape
    assert np.abs(high[..., 3].astype(int) - medium[..., 3]).mean() < 2


def test_high_quality_draws_tiny_pictures():
    assert draw("a fox", size=(16, 16), quality="high").pixels.shape == (16, 16, 3)
