"""Products on blocks, furnished isometric places and error pages."""

import numpy as np
import pytest

from limner_illustrator.canvas.light import make_light
from limner_illustrator.language.parser import read
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.sprite import sprite

PRODUCTS = (
    "dropper-bottle", "pump-bottle", "cosmetic-bottle", "cream-jar", "cosmetic-tube", "perfume-bottle",
    "display-block", "server-rack",
)  # fmt: skip


@pytest.mark.parametrize("name", PRODUCTS)
def test_product_fills_its_frame(name):
    entity = Entity(id="e1", noun=name, drawing=f"own:{name}")
    scene = Scene(prompt="", seed=1, entities=(entity,))
    pixels = sprite(entity, 120, make_light("day", "clear", scene.random("scene", "light")), scene)
    assert (pixels[..., 3] > 200).mean() > 0.4
    assert np.ptp(pixels[..., :3][pixels[..., 3] > 200].astype(int), axis=0).max() > 60


@pytest.mark.parametrize(
    ("prompt", "product", "block"),
    [
        ("skincare bottle on a marble podium", "own:cosmetic-bottle", "own:display-block"),
        ("product shot of a face cream jar on a pedestal", "own:cream-jar", "own:display-block"),
        ("serum dropper bottle on a stone podium", "own:dropper-bottle", "own:display-block"),
    ],
)
def test_product_stands_on_a_block(prompt, product, block):
    reading = read(prompt, seed=0)
    assert [one.drawing for one in reading.scene.entities] == [product, block]
    assert [one.kind for one in reading.scene.relations] == ["on"]
    assert reading.omissions.note() is None


@pytest.mark.parametrize(
    ("prompt", "drawing"),
    [("isometric server room", "own:server-rack"), ("isometric library", "own:bookshelf")],
)
def test_isometric_place_has_its_furniture(prompt, drawing):
    assert drawing in [one.drawing for one in read(prompt, seed=0).scene.entities]
    assert not read(prompt.removeprefix("isometric "), seed=0).scene.entities


def test_isometric_place_with_things_gets_no_others():
    nouns = [one.noun for one in read("isometric library with a cat", seed=0).scene.entities]
    assert nouns == ["cat"]


def test_page_of_a_server_error_is_a_page_with_what_is_named():
    scene = read("500 page with a robot", seed=0).scene
    assert scene.graphic.kind == "intro-screen"
    assert scene.graphic.title == "Something went wrong"
    assert [one.noun for one in scene.entities] == ["robot"]
