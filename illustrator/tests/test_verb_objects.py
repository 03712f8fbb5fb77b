"""Verbs and their objects."""

import pytest

from limner_illustrator.language.parser import parse


@pytest.mark.parametrize(
    ("prompt", "subject", "relation", "target"),
    [
        ("a waiter pouring coffee into a cup", "waiter", "holding", "coffee"),
        ("an old man reading a newspaper on a bench", "old man", "holding", "newspaper"),
        ("an old man reading a newspaper on a bench", "old man", "on", "bench"),
        ("a woman holding her umbrella", "woman", "holding", "umbrella"),
        ("a girl pushing her bicycle", "girl", "beside", "bicycle"),
        ("a monkey peeling a banana", "monkey", "holding", "banana"),
        ("a farmer milking a cow", "farmer", "beside", "cow"),
        ("a gardener watering a tree", "gardener", "beside", "tree"),
        ("a chef slicing a carrot with a knife", "chef", "holding", "knife"),
        ("a woman watering plants with a watering can", "woman", "holding", "watering can"),
        ("a photographer taking a photo of a bird", "photographer", "looking_at", "bird"),
        ("two children building a raft", "child", "beside", "raft"),
        ("a lamp to the left of a sofa and a plant to the right of it", "plant", "right", "sofa"),
    ],
)
def test_verb_relates_its_subject_to_its_object(prompt: str, subject: str, relation: str, target: str) -> None:
    scene = parse(prompt, seed=1)
    related = {(scene.entity(one.subject).noun, one.kind, scene.entity(one.object).noun) for one in scene.relations}
    assert (subject, relation, target) in related


@pytest.mark.parametrize(
    ("prompt", "nouns"),
    [
        ("a waiter pouring coffee into a cup", ["waiter", "coffee"]),
        ("a dancer spinning gracefully on stage", ["dancer"]),
        ("a burning building", ["building"]),
        ("a mechanic carefully repairing a motorcycle", ["mechanic", "motorcycle"]),
    ],
)
def test_verbs_and_adverbs_are_no_things(prompt: str, nouns: list[str]) -> None:
    assert [one.noun for one in parse(prompt, seed=1).entities] == nouns
