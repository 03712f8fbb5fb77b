"""Things that lean, hands that hold, holes, seasons and reflections."""

import pytest

from limner_illustrator.language.parser import parse, read
from limner_illustrator.layout.hands import FIST, PALM, PALMS, place_in_hand
from limner_illustrator.layout.leaning import leans, place_leaning, slant
from limner_illustrator.layout.placement import Cluster, Part
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.sprite import _in_season
from limner_illustrator.subjects.subject import Subject


def cluster(drawing, width, height, action=None):
    entity = Entity(id=drawing, noun="thing", drawing=drawing, action=action)
    return Cluster((Part(entity=entity, copy=0, x=0, bottom=0, width=width, height=height),))


def test_leaning_thing_is_read_and_not_noted():
    reading = read("a ladder leaning against a tree", seed=1)

    assert reading.scene.entities[0].action == "leaning"
    assert reading.omissions.note() is None


def test_leaning_person_stays_upright():
    assert not leans(parse("a man leaning against a wall", seed=1).entities[0])


def test_ladders_lean_towards_the_support_from_both_sides():
    ladders = [cluster("own:ladder", 1, 3, "leaning") for _ in range(2)]

    _, left, right = place_leaning(cluster("noto:deciduous-tree", 4, 5), ladders).parts

    assert left.x < 0 < right.x
    assert left.tilt > 0 > right.tilt


def test_wide_thing_that_leans_is_not_slanted():
    assert slant(cluster("noto:bicycle", 2, 1, "leaning"), -1).parent.tilt == 0


@pytest.mark.parametrize(
    ("prompt", "drawing", "kind"),
    [
        ("a hand holding a match", FIST, "in"),
        ("a hand holding a red apple", PALM, "on"),
        ("a hand holding a rose", FIST, "in"),
        ("two hands holding a seedling", PALMS, "on"),
    ],
)
def test_hand_fits_what_it_holds(prompt, drawing, kind):
    scene = parse(prompt, seed=1)

    assert scene.entities[0].drawing == drawing
    assert [(one.subject, one.kind, one.object) for one in scene.relations] == [("e2", kind, "e1")]


def test_what_a_fist_holds_reaches_out_of_it():
    hand, held = place_in_hand(cluster(FIST, 1, 1), [cluster("own:match", 0.1, 0.5)]).parts

    assert held.bottom + held.height > 1.3
    assert held.depth < hand.depth


def test_load_of_an_animal_is_on_its_back():
    scene = parse("a hedgehog carrying an apple on its back", seed=1)

    assert [(one.subject, one.kind, one.object) for one in scene.relations] == [("e2", "on", "e1")]


@pytest.mark.parametrize(
    ("prompt", "drawing"),
    [("a mouse peeking out of a hole in the wall", "own:mousehole"), ("a rabbit coming out of a hole", "own:hole")],
)
def test_animal_is_in_its_hole(prompt, drawing):
    scene = parse(prompt, seed=1)

    assert scene.entities[1].drawing == drawing
    assert scene.relations[0].kind == "in"


@pytest.mark.parametrize(
    ("season", "name", "is_colored"),
    [("winter", "leafless-tree", False), ("autumn", "deciduous-tree", True), ("summer", "deciduous-tree", False)],
)
def test_leafy_tree_follows_the_season(season, name, is_colored):
    entity = Entity(id="e1", noun="oak", drawing="noto:deciduous-tree")
    scene = Scene(prompt="an oak", seed=1, entities=(entity,), season=season)

    found, color = _in_season(Subject(entity, scene), "deciduous-tree")

    assert (found, color is not None) == (name, is_colored)


def test_reflection_in_a_lake_is_shown_and_elsewhere_noted():
    assert read("mountains reflected in a lake", seed=1).omissions.note() is None
    assert "reflected" in read("a cat reflected in a spoon", seed=1).omissions.note()


def test_map_that_lies_on_a_table_is_a_thing():
    scene = parse("a treasure map spread out on an old table", seed=1)

    assert scene.graphic is None
    assert [one.kind for one in scene.relations] == ["on"]


def test_street_after_rain_is_wet_and_dry_above():
    scene = parse("an empty street after rain", seed=1)

    assert scene.weather != "rain"
    assert "puddles" in scene.accents
