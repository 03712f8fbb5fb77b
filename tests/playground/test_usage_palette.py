"""The colours of the usage page's plots: seen on cards, and told apart with every kind of colour blindness."""

import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

API = Path(__file__).parents[2] / "src" / "limner" / "api"
MIN_CONTRAST = 3
MIN_DISTANCE = 0.11
"""In OKLab: neighbouring colours of a common ten-colour palette have about 0.1 for normal sight."""
# Machado, Oliveira and Fernandes 2009, severity 1.0
SIGHTS = {
    "normal": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}
# Ottosson 2020
TO_LMS = [
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
]
TO_LAB = [
    [0.2104542553, 0.793617785, -0.0040720468],
    [1.9779984951, -2.428592205, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.808675766],
]


def colors(scheme, name):
    """The values of the CSS variables with that beginning."""
    text = (API / "playground" / "style.css").read_text() + (API / "usage_page" / "usage.css").read_text()
    pairs = re.findall(rf"--{name}[\w-]*: light-dark\((#\w{{6}}), (#\w{{6}})\)", text)
    return [pair[scheme == "dark"] for pair in pairs]


def linear(color):
    value = np.array([int(color[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def contrast(one, other):
    low, high = sorted(linear(color) @ [0.2126, 0.7152, 0.0722] for color in (one, other))
    return (high + 0.05) / (low + 0.05)


def seen_as(color, sight):
    seen = np.clip(np.array(SIGHTS[sight]) @ linear(color), 0, 1)
    return np.array(TO_LAB) @ np.cbrt(np.array(TO_LMS) @ seen)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_series_contrast_with_cards(scheme):
    (card,) = colors(scheme, "card")
    series = colors(scheme, "series")

    assert len(series) == 6
    assert min(contrast(color, card) for color in series) >= MIN_CONTRAST


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("sight", SIGHTS)
def test_series_differ_for_every_sight(scheme, sight):
    pairs = combinations(colors(scheme, "series"), 2)

    assert min(np.linalg.norm(seen_as(one, sight) - seen_as(other, sight)) for one, other in pairs) >= MIN_DISTANCE


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_labels_contrast_with_cards(scheme):
    (card,), (soft,) = colors(scheme, "card"), colors(scheme, "soft")

    assert contrast(soft, card) >= 4.5
