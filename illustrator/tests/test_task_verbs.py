"""Verbs of single tasks: the pose, the thing and the relation that each means with its object."""

import pytest

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.language.parser import parse, read
from limner_illustrator.layout.poses import choose_joined_pose
from limner_illustrator.subjects.figures.activities import POSES, activity_of, list_taken
from limner_illustrator.subjects.figures.task_poses import TASKS
from limner_illustrator.subjects.figures.toolbox import MODULES
from limner_illustrator.subjects.figures.tools import TOOLS


def find_pose_of(prompt):
    scene = parse(prompt, seed=0)
    return activity_of(scene.entities[0], scene) or scene.entities[0].action


@pytest.mark.parametrize(
    ("prompt", "pose"),
    [
        ("an astronaut planting a flag on the moon", "planting-flag"),
        ("a gardener planting a tree", "digging"),
        ("a knight drawing his sword", "wielding"),
        ("a girl drawing a picture of a house", "picturing"),
        ("a man painting a house", "rolling-paint"),
        ("a man climbing a rope", "climbing-rope"),
        ("a girl with a hula hoop", "hula-hooping"),
        ("a boy opening a present", "opening"),
        ("a woman opening a door", "working-on"),
        ("a farmer milking a cow", "milking"),
        ("a man shearing a sheep", "trimming"),
        ("a girl brushing her horse", "grooming"),
        ("a girl brushing her hair", "combing"),
        ("a woman balancing on a tightrope", "tightrope"),
        ("a thief sneaking through the night", "sneaking"),
        ("a man with his arms crossed", "arms-crossed"),
        ("a woman rock climbing", "rock-climbing"),
        ("a man taking a shower", "showering"),
        ("a volleyball player hitting the ball", "spiking"),
    ],
)
def test_task_has_its_pose_and_is_not_in_the_note(prompt, pose):
    assert find_pose_of(prompt) == pose
    assert read(prompt, seed=0).omissions.note() is None


def test_every_task_tool_is_drawn():
    assert MODULES
    assert all(pose.tool in TOOLS for pose in TASKS.values() if pose.tool)


def test_flag_is_part_of_the_figure_that_plants_it():
    scene = parse("an astronaut planting a red flag", seed=0)

    assert [one.noun for one in list_taken(scene.entities[0], scene)] == ["flag"]


def test_bath_is_taken_in_the_bathtub():
    scene = parse("a woman taking a bubble bath", seed=0)
    (relation,) = scene.relations

    assert relation.kind == "in"
    assert scene.entity(relation.object).drawing == "own:bathtub"


def test_conductor_has_an_orchestra():
    scene = parse("a conductor conducting an orchestra", seed=0)

    assert scene.entities[0].action == "conducting"
    assert len(scene.entities) > 4


def test_sled_is_sat_on_and_a_snowboard_stood_on():
    sledding, boarding = parse("a girl sledding down a hill", seed=0), parse("a man snowboarding", seed=0)

    assert choose_joined_pose(sledding, sledding.entities[0], "riding", sledding.entities[1]) == "perched"
    assert choose_joined_pose(boarding, boarding.entities[0], "riding", boarding.entities[1]) == "boarding"
    assert "boarding" in POSES


@pytest.mark.parametrize(
    ("prompt", "drawing"),
    [("a man sleeping", "own:bed"), ("a woman rowing", "noto:canoe"), ("a baby sleeping", "own:bed")],
)
def test_doer_gets_what_the_activity_needs(prompt, drawing):
    scene = parse(prompt, seed=0)

    assert [one.drawing for one in scene.entities[1:]] == [drawing]
    assert scene.relations[0].object == scene.entities[1].id


@pytest.mark.parametrize(
    "prompt",
    ["a man sleeping on a bench", "a cat sleeping", "a man sleeping in a tent", "a girl sleeping in the forest"],
)
def test_sleeper_elsewhere_gets_no_bed(prompt):
    assert "own:bed" not in {one.drawing for one in parse(prompt, seed=0).entities}


def test_each_of_a_family_rides_a_bike():
    scene = parse("a family riding bikes in the park", seed=0)
    ridden = [one.object for one in scene.relations if one.kind == "riding"]

    assert len(ridden) == len(set(ridden)) == 4


def test_couple_shares_a_motorcycle():
    scene = parse("a man and a woman riding a motorcycle", seed=0)

    assert len({one.object for one in scene.relations if one.kind == "riding"}) == 1


def test_pilot_is_seen_in_the_window_of_the_plane():
    scene = parse("a pilot flying a plane", seed=0)

    assert scene.entities[1].drawing == "noto:small-airplane"
    assert scene.relations[0].kind == "in"


@pytest.mark.parametrize(
    ("prompt", "pose"),
    [
        ("a man washing his car", "scrubbing"),
        ("a man leaning against a wall", "leaning"),
        ("scouts roasting marshmallows around a campfire", "roasting"),
        ("a boy sitting cross-legged on the floor", "sitting-down"),
    ],
)
def test_posture_is_drawn_and_not_in_the_note(prompt, pose):
    assert find_pose_of(prompt) == pose
    assert read(prompt, seed=0).omissions.note() is None


def test_swimming_duck_is_on_water():
    assert parse("a duck swimming with her ducklings", seed=0).backdrop == "lake"


def test_team_is_made_of_players():
    scene = parse("a soccer team posing for a photo", seed=0)

    assert [(one.drawing, one.count) for one in scene.entities] == [("figure:soccer-player", 5)]


def test_way_to_school_is_outside():
    assert parse("a girl walking to school", seed=0).backdrop != "classroom"


def test_looking_through_binoculars_is_not_in_the_note():
    assert read("a boy looking through binoculars", seed=0).omissions.note() is None


def test_reader_in_bed_is_on_the_mattress():
    scene = parse("a man in bed reading a book", seed=0)

    assert ("e1", "on", "e2") in {(one.subject, one.kind, one.object) for one in scene.relations}


def test_map_that_is_looked_at_is_read_in_the_mountains():
    scene = parse("a hiker with a backpack looking at a map", seed=0)

    assert scene.entities[0].action == "reading"
    assert choose_backdrop(scene) == "mountains"


@pytest.mark.parametrize("prompt", ["a man floating in a pool", "an otter floating on its back"])
def test_who_floats_on_water_is_in_it(prompt):
    assert parse(prompt, seed=0).entities[0].action == "swimming"


def test_who_floats_in_space_is_in_the_air():
    assert parse("an astronaut floating in space", seed=0).entities[0].action == "flying"


def test_blueprint_that_is_drawn_is_no_art_style():
    assert parse("an architect drawing a blueprint at a desk", seed=0).styles == ()


def test_activity_that_a_wheelchair_hides_is_in_the_note():
    assert "cooking" in read("a man in a wheelchair cooking soup", seed=0).omissions.note()
    assert read("a woman in a wheelchair playing the guitar", seed=0).omissions.note() is None
