"""Which of several people what is said belongs to."""

import pytest

from limner_illustrator.language.parser import parse
from limner_illustrator.language.rephrasing import rephrase
from limner_illustrator.language.words import split_words


def said(prompt):
    return " ".join(word.text for word in rephrase(split_words(prompt)))


@pytest.mark.parametrize(
    ("prompt", "meaning"),
    [
        ("a boy giving his mother flowers in a garden", "a boy giving flowers to his mother in a garden"),
        ("a man giving flowers", "a man giving flowers"),
        ("a dad teaching his son to ride a bike", "a dad beside his son riding a bike"),
        ("a mother bathing her baby", "a mother washing her baby in the bathtub"),
        ("a girl giving her dog a bath in a bucket", "a girl washing her dog in a bucket"),
        ("an artist painting a portrait of a woman", "an artist painting a picture beside a woman"),
        ("three dogs, one asleep and two running", "three dogs , one asleep and two running"),
        ("a dj playing music", "a dj playing"),
        ("a cat asleep on his chest", "a cat asleep on his belly"),
        ("a boy helping an old woman", "a boy helping an old woman"),
        ("two nurses, one with a clipboard", "a nurse with a clipboard and a nurse"),
        (
            "two girls, one with red hair and the other with black hair",
            "a girl with red hair and a girl with black hair",
        ),
        ("three musicians playing guitar and drums", "three musicians playing guitar and drums"),
    ],
)
def test_each_thing_follows_the_one_who_has_it(prompt, meaning):
    assert said(prompt) == meaning


def test_a_list_is_dealt_out_to_a_group():
    scene = parse("three musicians playing guitar, drums and violin", seed=1)
    players = [one for one in scene.entities if one.drawing == "figure:musician"]

    assert [one.count for one in players] == [1, 1, 1]
    assert len({relation.subject for relation in scene.relations}) == 3
