"""The backdrop, the hero object and the art style of `docs/illustrator.md` are added as the page says, and seen."""

import re
import subprocess
import sys

import numpy as np
import pytest
from fenced import ROOT, all_blocks
from PIL import Image

from limner_illustrator.art_styles.registry import ART_STYLES
from limner_illustrator.backdrops.registry import BACKDROPS

PAGE = (ROOT / "docs" / "illustrator.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """The folder in which the page's examples ran, one after the other, in a process of their own."""
    folder = tmp_path_factory.mktemp("page")
    code = "\n".join(block.text for block in all_blocks("illustrator") if block.language == "python")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder


def pixels_of(folder, name):
    with Image.open(folder / name) as image:
        return np.asarray(image.convert("RGB")).astype(float)


def test_backdrop_of_the_page_has_stone_below_a_sky(drawn):
    pixels = pixels_of(drawn, "quarry.png")

    assert pixels.shape == (512, 768, 3)
    sky, stone = pixels[:150].mean(axis=(0, 1)), pixels[400:].mean(axis=(0, 1))
    assert np.abs(sky - stone).max() > 20
    assert stone[0] > stone[2]


def test_documented_object_has_requested_color(drawn):
    pixels = pixels_of(drawn, "cactus.png")

    turquoise = (pixels[..., 1] > pixels[..., 0] + 40) & (pixels[..., 2] > pixels[..., 0] + 40)
    assert turquoise.mean() > 0.01


def test_art_style_of_the_page_leaves_two_inks(drawn):
    pixels = pixels_of(drawn, "duotone.png")

    # the inks lie on one line from violet to orange: red tells the other two channels
    share = (pixels[..., 0] - 44) / (255 - 44)
    assert np.abs(pixels[..., 1] - (24 + share * (176 - 24))).mean() < 6


def test_every_module_and_folder_that_the_page_names_is_there():
    named = re.findall(r"`([\w/]+(?:\.py|/|\.txt))`", PAGE)
    invented = {"backdrops/quarry.py", "subjects/objects/cacti.py", "art_styles/duotone.py"}
    package = ROOT / "illustrator" / "src" / "limner_illustrator"

    missing = [name for name in named if name not in invented and not any(package.rglob(name.rstrip("/")))]

    assert len(named) > 12
    assert not missing


def test_the_page_does_not_promise_more_places_and_styles_than_there_are():
    assert len(BACKDROPS) > 70
    (promised,) = re.findall(r"(\d+) art styles, lettering", PAGE)
    assert int(promised) == len(ART_STYLES)
