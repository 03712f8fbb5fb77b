"""The young of animals are small animals of the species that the prompt names."""

import pytest

from limner_illustrator.graphics.designs.artwork import mood_of
from limner_illustrator.language.parser import parse, read


@pytest.mark.parametrize(
    ("prompt", "drawing", "count"),
    [
        ("a polar bear mother with two cubs", "noto:polar-bear", 2),
        ("a whale and her calf", "noto:spouting-whale", 1),
        ("a turtle and three hatchlings", "noto:turtle", 3),
        ("a fox and her cubs", "noto:fox", 3),
    ],
)
def test_young_are_of_their_mothers_species(prompt, drawing, count):
    mother, young = parse(prompt, seed=0).entities

    assert (mother.drawing, mother.count, mother.size) == (drawing, 1, 1.0)
    assert (young.drawing, young.count) == (drawing, count)
    assert young.size < 0.7


def test_calf_alone_is_a_calf():
    (calf,) = parse("a calf in a barn", seed=0).entities

    assert (calf.drawing, calf.size) == ("noto:cow", 1.0)


def test_mood_of_an_animal_puts_no_face_on_what_it_holds():
    reading = read("sticker of a sleepy sloth holding a coffee mug", seed=0)

    assert mood_of(reading.scene) == ""
    assert reading.omissions.note() == "not drawn: sleepy"
