"""A thing of one picture set into another that keeps its place."""

import pytest

from limner_illustrator.edit.raster_edit.picture_roles import read_roles
from limner_illustrator.edit.scene_edit.joining import join_scenes
from limner_illustrator.language.parser import parse


def join(prompt, base, other):
    roles = read_roles(prompt, 2)
    scenes = {1: parse(base, seed=0), 2: parse(other, seed=0)}
    joined = join_scenes(
        scenes[roles.base],
        [scenes[number] for number in roles.added],
        thing=roles.thing,
        how=roles.how,
        target=roles.target,
        is_worn=roles.kind == "wear",
    )
    if joined is None:
        return None, set()
    nouns = {one.id: one.noun for one in joined.entities}
    return joined, {(nouns[one.subject], one.kind, nouns[one.object]) for one in joined.relations}


def test_vase_comes_onto_the_table_with_its_flowers():
    joined, relations = join(
        "put the vase of the first image on the table of the second image", "a vase of roses", "a table in a garden"
    )
    assert joined.backdrop == parse("a table in a garden", seed=0).backdrop
    assert ("vase", "on", "table") in relations
    assert any(one.noun == "rose" for one in joined.entities)


@pytest.mark.parametrize(
    "prompt", ["give the cat the scarf from the second picture", "put the scarf from image 2 on the cat"]
)
def test_scarf_is_worn_and_the_sofa_stays(prompt):
    _, relations = join(prompt, "a cat on a sofa", "a blue scarf")
    assert {("cat", "on", "sofa"), ("cat", "wearing", "scarf")} <= relations


def test_unknown_target_is_not_joined():
    joined, _ = join("put the cup of image 2 on the piano of image 1", "a cat on a sofa", "a cup")
    assert joined is None
