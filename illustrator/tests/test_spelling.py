"""Misspelled words are read as the known word that they are one edit away from."""

import pytest

from limner_illustrator.language.parser import read


@pytest.mark.parametrize(
    ("prompt", "noun", "note"),
    [
        ("a squirel on a branch", "squirrel", 'read "squirel" as squirrel'),
        ("two tigars in the snow", "tiger", 'read "tigars" as tigers'),
        ("a hosre in a field", "horse", 'read "hosre" as horse'),
    ],
)
def test_misspelled_noun_is_corrected(prompt, noun, note):
    reading = read(prompt, seed=1)

    assert reading.scene.entities[0].noun == noun
    assert reading.omissions.note() == note


def test_misspelled_verb_and_place_are_corrected():
    scene = read("a cat sleepng in the jungel", seed=1).scene

    assert scene.entities[0].action == "sleeping"
    assert scene.backdrop == "jungle"


@pytest.mark.parametrize(
    "prompt",
    [
        "a dog named Squirel",
        'a sign that says "buterfly"',
        "a brooding sleek cat with gleaming eyes",
        "un carro rojo",
        "eine alte Katze auf einer Mauer",
        "a zorblax on a hill",
    ],
)
def test_names_lettering_and_known_words_are_not_corrected(prompt):
    assert read(prompt, seed=1).omissions.corrections == ()
