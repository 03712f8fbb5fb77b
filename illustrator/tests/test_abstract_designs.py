"""Abstract designs: backgrounds and compositions of shapes, and the prompts that ask for them."""

import random

import numpy as np
import pytest

from limner_illustrator.arrays import draw
from limner_illustrator.canvas import surface, to_pixels
from limner_illustrator.graphics.designs.abstracts import grounds  # noqa: F401  (declares all motifs)
from limner_illustrator.graphics.designs.abstracts.sheet import MOTIFS, Sheet
from limner_illustrator.language.parser import read
from limner_illustrator.language.vocabulary import abstract_designs as vocabulary

NAMES = sorted({*vocabulary.MOVEMENTS, *vocabulary.MOTIFS, "geometric"})


def options_of(prompt):
    graphic = read(prompt, seed=1).scene.graphic
    return () if graphic is None else (graphic.kind, *graphic.options)


@pytest.mark.parametrize(
    ("prompt", "kind", "motif"),
    [
        ("abstract background with flowing waves in purple and pink", "abstract", "waves"),
        ("low poly background of triangles in shades of blue", "abstract", "low-poly"),
        ("topographic map lines background, dark green", "abstract", "topographic"),
        ("blue gradient background", "abstract", "gradient"),
        ("retro wave background with neon grid and sun", "abstract", "retro-grid"),
        ("abstract painting in blue and gold", "abstract", "strokes"),
        ("bauhaus poster with circles and triangles in primary colors", "poster", "bauhaus"),
        ('album cover with geometric shapes in pink, titled "Neon Nights"', "album-cover", "geometric"),
        ("bauhaus banner, primary colors", "banner", "bauhaus"),
        ("memphis style pattern with squiggles and dots", "pattern", "memphis"),
        ("website hero background, abstract, purple mesh gradient", "abstract", "mesh"),
    ],
)
def test_motif_of_a_prompt(prompt, kind, motif):
    found = options_of(prompt)
    assert found[0] == kind
    assert f"motif-{motif}" in found


@pytest.mark.parametrize(
    "prompt",
    [
        "cat on a gradient background",
        "a vase in front of a geometric background",
        "geometric wolf logo",
        "a wave",
        "landing page for a bakery with gradient background",
        "polka dot pattern, pink on white",
        "poster of a mountain with sun rays",
    ],
)
def test_design_of_things_has_no_motif(prompt):
    assert not any(one.startswith("motif-") for one in options_of(prompt))


def test_named_shapes_are_composed_and_not_noted():
    reading = read("bauhaus poster with circles, semicircles and triangles in red, blue and yellow", seed=1)
    assert {"shape-circle", "shape-half", "shape-triangle"} <= set(reading.scene.graphic.options)
    assert reading.scene.graphic.colors == ("red", "blue", "yellow")
    assert reading.omissions.note() is None


def test_look_within_a_quoted_title_stays_in_it():
    assert read('poster titled "Neon Nights" with a fox', seed=1).scene.graphic.title == "Neon Nights"


@pytest.mark.parametrize("name", NAMES)
def test_motif_covers_its_sheet_in_several_tones(name):
    drawn = surface(96, 96)
    colors = ((200, 40, 60), (30, 60, 150), (250, 210, 90))
    MOTIFS[name](Sheet(drawn.getCanvas(), 96, 96, random.Random(4), colors))
    pixels = to_pixels(drawn)
    assert (pixels[..., 3] == 255).all()
    assert len(np.unique(pixels[..., :3].reshape(-1, 3), axis=0)) > 4


@pytest.mark.parametrize("name", ["memphis", "topographic"])
def test_tiled_motif_goes_on_at_the_opposite_edge(name):
    drawn = surface(128, 128)
    MOTIFS[name](Sheet(drawn.getCanvas(), 128, 128, random.Random(4), ((20, 20, 30), (240, 120, 90), (250, 250, 245))))
    pixels = to_pixels(drawn)[..., :3].astype(int)
    seam = np.abs(pixels[:, 0] - pixels[:, -1]).mean()
    assert seam <= np.abs(pixels[:, 40] - pixels[:, 44]).mean() + 12


def test_title_stands_on_a_plain_field():
    pixels = draw('bauhaus poster with text "FORM" in red and blue', size=(160, 160), seed=1).pixels
    foot = pixels[-5:, :, :3].reshape(-1, 3)
    assert (np.abs(foot.astype(int) - foot[0]) < 6).all()
