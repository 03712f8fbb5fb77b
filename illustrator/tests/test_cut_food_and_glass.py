"""Cut and bitten food, empty vessels, landscapes in glass, and blankets over animals."""

import numpy as np
import pytest

from limner_illustrator.language.parser import describe, parse, read
from limner_illustrator.layout.containers import cover_body
from limner_illustrator.layout.placement import Cluster, Part
from limner_illustrator.scene import Entity
from limner_illustrator.scene.landscapes import LANDSCAPE_VESSELS
from limner_illustrator.subjects.bite import bite


def first(prompt):
    return parse(prompt, seed=0).entities[0]


@pytest.mark.parametrize(
    ("prompt", "drawing"),
    [
        ("half an orange", "own:halved-fruit"),
        ("a lemon cut in half", "own:halved-fruit"),
        ("a halved avocado", "own:halved-fruit"),
        ("sliced tomatoes on a plate", "own:sliced-fruit"),
        ("a slice of watermelon", "noto:watermelon"),
        ("a whole lemon", "noto:lemon"),
    ],
)
def test_cut_fruit_shows_its_inside(prompt, drawing):
    assert first(prompt).drawing == drawing
    assert read(prompt, seed=0).omissions.note() is None


@pytest.mark.parametrize("prompt", ["a half-eaten apple", "an apple with a bite taken out", "a bitten apple"])
def test_bitten_food_is_marked_and_not_noted(prompt):
    assert "bitten" in first(prompt).attributes
    assert read(prompt, seed=0).omissions.note() is None


def test_bite_takes_away_a_part_of_the_right_edge_only():
    whole = np.full((80, 80, 4), 255, np.uint8)
    bitten = bite(whole)

    assert (bitten[..., 3] == 0).sum() > 200
    assert (bitten[:, :40, 3] == 255).all()


@pytest.mark.parametrize(
    "prompt", ["half a mile of road", "a man with half a smile", "a woman cut in half by a magician"]
)
def test_halves_of_other_things_are_no_fruit(prompt):
    assert all(one.drawing not in ("own:halved-fruit", "own:sliced-fruit") for one in parse(prompt, seed=0).entities)


def test_one_full_and_one_empty_glass_differ():
    assert [one.drawing for one in parse("two glasses of milk, one full and one empty", seed=0).entities] == [
        "noto:glass-of-milk",
        "own:water-glass",
    ]


@pytest.mark.parametrize(
    ("prompt", "drawing", "landscape"),
    [
        ("a tiny forest inside a glass bottle", "own:landscape-bottle", "landscape-forest"),
        ("a snow globe with a tiny village inside", "own:landscape-globe", "landscape-village"),
        ("an ocean inside a light bulb", "own:landscape-bulb", "landscape-sea"),
        ("a miniature desert in a jar", "own:landscape-jar", "landscape-desert"),
    ],
)
def test_landscape_is_in_its_vessel_and_is_no_place(prompt, drawing, landscape):
    scene = parse(prompt, seed=0)

    assert scene.backdrop is None
    assert [(one.drawing, one.attributes[-1]) for one in scene.entities] == [(drawing, landscape)]
    assert parse(describe(scene), seed=0).entities[0].attributes[-1] == landscape


@pytest.mark.parametrize("prompt", ["a jar in the forest", "a girl in a forest with a jar", "a bottle on the beach"])
def test_vessel_in_a_landscape_is_outdoors(prompt):
    scene = parse(prompt, seed=0)

    assert scene.backdrop is not None
    assert all(one.drawing not in LANDSCAPE_VESSELS.values() for one in scene.entities)


def test_blanket_covers_an_animal_and_goes_with_it_to_the_couch():
    scene = parse("a cat under a blanket on the couch", seed=0)

    assert [one.drawing for one in scene.entities] == ["noto:cat-face", "own:draped-blanket", "own:sofa"]


def test_blanket_over_a_person_is_noted():
    assert "covers" in (read("a child hiding under the covers", seed=0).omissions.note() or "")
    assert "blanket" in (read("a boy under a blanket", seed=0).omissions.note() or "")


def test_head_shows_above_the_blanket():
    def part(name, drawing, height):
        entity = Entity(id=name, noun="x", drawing=drawing)
        return Part(entity=entity, copy=0, x=0, bottom=0, width=1.0, height=height)

    blanket, cat = part("e1", "own:draped-blanket", 0.5), part("e2", "noto:cat-face", 1.0)
    over, under = cover_body(Cluster((blanket,)), [Cluster((cat,))]).parts

    assert over.height < 0.7 * under.height
    assert over.depth > under.depth
