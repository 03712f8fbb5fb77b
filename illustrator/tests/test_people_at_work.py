"""What people do to things: which pose and which thing a verb means."""

import pytest

from limner_illustrator.language.parser import parse, read
from limner_illustrator.layout.clusters import build_clusters
from limner_illustrator.layout.display_size import display_height
from limner_illustrator.layout.facing import face_objects
from limner_illustrator.layout.placement import Cluster, Part, Spot
from limner_illustrator.layout.poses import choose_joined_pose, merge
from limner_illustrator.scene import Entity, Relation, Scene
from limner_illustrator.subjects.figures.activities import activity_of, list_taken
from limner_illustrator.subjects.figures.expressions import expression_of
from limner_illustrator.subjects.figures.looks import is_female
from limner_illustrator.subjects.figures.person import make_person
from limner_illustrator.subjects.subject import Subject


@pytest.mark.parametrize(
    ("prompt", "pose", "drawing"),
    [
        ("a chef tossing a pizza in the air", "tossing-up", "own:pizza"),
        ("a robot baking a cake", "baking", "own:cake"),
        ("three firefighters putting out a fire", "hosing", "noto:fire"),
        ("bride and groom cutting their wedding cake", "slicing", "own:cake"),
        ("a tennis player serving the ball", "racketing", "noto:tennis-ball"),
        ("a basketball player holding the ball", "dribbling", "noto:basketball"),
        ("an archer drawing her bow", "aiming", "noto:bow-and-arrow"),
        ("a boxer punching a heavy bag", "boxing", "own:punching-bag"),
        ("a photographer kneeling to take a picture of a dog", "photographing-aside-kneeling", "noto:dog-face"),
        ("a woman photographing a flamingo", "photographing-aside", "noto:flamingo"),
    ],
)
def test_verb_and_object_set_the_pose(prompt, pose, drawing):
    scene = parse(prompt, seed=1)
    doer = scene.entities[0]
    assert (activity_of(doer, scene) or doer.action) == pose
    assert drawing in {one.drawing for one in scene.entities}


@pytest.mark.parametrize(
    "prompt",
    ["a chef tossing a pizza in the air", "a ballet dancer leaping into the air", "a boy raising his arms in the air"],
)
def test_in_the_air_is_no_place_for_people(prompt):
    assert parse(prompt, seed=1).backdrop != "sky"


@pytest.mark.parametrize(
    ("prompt", "mount"),
    [
        ("a cyclist racing down a mountain road", "noto:bicycle"),
        ("two jockeys", "noto:horse"),
        ("a biker at a gas station", "noto:motorcycle"),
        ("a kayaker on a lake", "noto:canoe"),
    ],
)
def test_rider_gets_a_mount(prompt, mount):
    scene = parse(prompt, seed=1)
    rider, ridden = scene.entities[0], scene.entities[-1]
    assert ridden.drawing == mount
    assert ridden.count == rider.count
    assert any(one.subject == rider.id and one.object == ridden.id for one in scene.relations)


@pytest.mark.parametrize(
    "prompt", ["a cyclist with his bike", "a cyclist on a unicycle", "a cyclist sleeping", "portrait of a jockey"]
)
def test_rider_who_has_or_needs_none_gets_no_other_mount(prompt):
    scene = parse(prompt, seed=1)
    mounts = [one for one in scene.entities[1:] if one.drawing != "own:bed"]
    assert len(mounts) == (" with " in prompt or " on " in prompt)


def test_grandfather_with_children_on_a_sofa_sits_there_too():
    scene = parse("children on a sofa with their grandfather", seed=1)
    seated = {scene.entity(one.subject).noun for one in scene.relations if one.kind == "on"}
    assert seated == {"child", "grandfather"}


def test_piggyback_ride_carries_the_child():
    scene = parse("a dad giving his son a piggyback ride", seed=1)
    assert [(one.subject, one.kind, one.object) for one in scene.relations] == [("e2", "riding", "e1")]


@pytest.mark.parametrize(("prompt", "hair"), [("a redhead woman", "redhead"), ("a blonde in a red dress", "blonde")])
def test_hair_names_a_woman(prompt, hair):
    woman = parse(prompt, seed=1).entities[0]
    assert woman.drawing == "figure:woman"
    assert hair in woman.attributes


def test_shown_poses_are_not_noted_as_missing():
    for prompt in ("a man kneeling to pet a dog", "an archer aiming her bow", "a cyclist racing down a road"):
        assert not read(prompt, seed=1).omissions.missing, prompt


def _spot(entity, x, pose=None):
    return Spot(Cluster((Part(entity=entity, copy=0, x=0, bottom=0, width=1, height=2, pose=pose),)), x, 100, 10)


def test_figure_turns_to_what_it_reaches_for_on_its_left():
    man = Entity(id="e1", noun="man", drawing="figure:man", action="slicing")
    cake = Entity(id="e2", noun="cake", drawing="own:cake")
    scene = Scene(prompt="", entities=(man, cake), relations=(Relation("e1", "beside", "e2"),))
    turned = face_objects(scene, [_spot(cake, 10), _spot(man, 60, "slicing")])
    assert [spot.cluster.parent.flip for spot in turned] == [False, True]
    kept = face_objects(scene, [_spot(man, 10, "slicing"), _spot(cake, 60)])
    assert not kept[0].cluster.parent.flip


def test_who_flees_runs_away_from_the_chaser():
    dog = Entity(id="e1", noun="dog", drawing="noto:dog", action="running")
    cat = Entity(id="e2", noun="cat", drawing="noto:cat")
    scene = Scene(prompt="", entities=(dog, cat), relations=(Relation("e1", "left", "e2"),))
    turned = face_objects(scene, [_spot(dog, 10), _spot(cat, 60)])
    assert all(spot.cluster.parent.flip for spot in turned)


@pytest.mark.parametrize(
    ("prompt", "pose"),
    [
        ("a barber shaving a customer", "hairdressing"),
        ("a mother braiding her daughter's hair", "tending"),
        ("a surgeon operating on a patient", "tending"),
        ("a toddler splashing in a puddle", "splashing"),
        ("students raising their hands", "raising-hand"),
        ("a man raising his arms", "cheering"),
        ("a blacksmith hammering a sword", "forging"),
    ],
)
def test_what_is_done_to_others_sets_the_pose(prompt, pose):
    scene = parse(prompt, seed=1)
    assert scene.entities[0].action == pose
    assert not any(one.kind == "on" and one.subject == scene.entities[0].id for one in scene.relations)


def test_load_on_the_head_is_drawn_there():
    scene = parse("a woman carrying a basket on her head", seed=1)
    assert [(one.subject, one.kind, one.object) for one in scene.relations] == [("e1", "wearing", "e2")]


def test_served_fish_fits_on_the_tray():
    scene = parse("a penguin waiter serving fish", seed=1)
    assert [one.id for one in list_taken(scene.entities[0], scene)] == ["e2"]


def test_earrings_are_a_look_and_need_no_note():
    reading = read("a woman with hoop earrings", seed=1)
    assert [one.noun for one in reading.scene.entities] == ["woman"]
    assert reading.omissions.note() is None


def test_couple_on_a_bench_sits():
    assert merge("holding-hands", "sitting") == "holding-hands-seated"
    assert merge("waltzing", "sitting") == "sitting"
    assert merge("waltzing", None) == "waltzing"


@pytest.mark.parametrize("look", ["an eye patch", "a monocle", "a surgical mask"])
def test_what_is_worn_on_the_face_is_a_look(look):
    assert [one.drawing for one in parse(f"a man with {look}", seed=1).entities] == ["figure:man"]


def test_work_at_a_desk_shows_one_desk():
    assert [one.noun for one in parse("a writer typing at a desk", seed=1).entities] == ["writer"]


def test_laying_bricks_is_no_lying():
    scene = parse("two workers laying bricks", seed=1)
    assert scene.entities[0].action is None
    assert [one.kind for one in scene.relations] == ["beside"]


def test_player_hits_the_ball_of_the_sport():
    scene = parse("a volleyball player spiking the ball", seed=1)
    assert scene.entities[1].drawing == "noto:volleyball"
    assert scene.entities[0].action == "spiking"


def test_tennis_in_a_wheelchair_has_a_racket():
    scene = parse("a woman in a wheelchair playing tennis", seed=1)
    woman, chair = scene.entities
    assert choose_joined_pose(scene, woman, "riding", chair) == "racketing-wheeled"


@pytest.mark.parametrize(
    ("prompt", "pose"),
    [
        ("a ballerina tying her pointe shoes", "tying-shoes"),
        ("children playing tug of war", "tugging"),
        ("a runner crossing the finish line", "finishing"),
        ("a man trimming a hedge", "trimming"),
    ],
)
def test_common_phrases_have_poses_of_their_own(prompt, pose):
    scene = parse(prompt, seed=1)
    assert scene.entities[0].action == pose
    assert not any(one.kind == "holding" for one in scene.relations)


def test_mixed_things_are_in_the_bowl():
    scene = parse("a squirrel scientist mixing potions", seed=1)
    assert [one.id for one in list_taken(scene.entities[0], scene)] == ["e2"]


def test_necklace_is_a_look_of_a_person():
    assert [one.noun for one in parse("a woman with a gold necklace", seed=1).entities] == ["woman"]


def test_surfer_on_the_beach_is_on_no_wave():
    scene = parse("a surfer carrying his board on the beach", seed=1)
    assert [one.drawing for one in scene.entities] == ["figure:surfer", "own:surfboard"]
    assert parse("a surfer", seed=1).entities[0].drawing == "noto:person-surfing"


def test_mechanic_under_a_car_lies():
    scene = parse("a mechanic under a car", seed=1)
    mechanic, car = scene.entities
    assert choose_joined_pose(scene, mechanic, "under", car) == "lying"


def test_gown_without_more_is_worn_by_a_woman():
    for seed in range(4):
        scene = parse("an opera singer in a red gown", seed=seed)
        assert is_female(Subject(scene.entities[0], scene), None)


def test_marshmallows_are_roasted_beside_the_fire():
    scene = parse("a boy scout roasting marshmallows over a campfire", seed=1)
    related = {(scene.entity(one.subject).noun, one.kind, scene.entity(one.object).noun) for one in scene.relations}
    assert related == {("boy scout", "holding", "marshmallow"), ("boy scout", "beside", "campfire")}
    assert scene.entities[0].action == "roasting"


def test_spyglass_is_at_the_eye():
    scene = parse("a pirate looking through a spyglass", seed=1)
    assert scene.entities[0].action == "spying"
    assert [one.id for one in list_taken(scene.entities[0], scene)] == ["e2"]


def test_who_cries_can_read_at_the_same_time():
    reading = read("a woman crying while reading a letter", seed=1)
    woman = reading.scene.entities[0]
    assert woman.action == "reading"
    assert expression_of(Subject(woman, reading.scene), None).tears
    assert not reading.omissions.missing


def test_dog_of_a_rower_is_in_the_boat():
    scene = parse("a man rowing a boat with his dog", seed=1)
    aboard = {scene.entity(one.subject).noun for one in scene.relations if one.kind == "in"}
    assert aboard == {"man", "dog"}


def test_treated_puppy_does_not_hold_the_vet():
    scene = parse("a vet bandaging a puppy's paw", seed=1)
    assert [(one.subject, one.kind, one.object) for one in scene.relations] == [("e1", "beside", "e2")]


@pytest.mark.parametrize(
    "noun",
    [
        "actor",
        "actress",
        "volunteer",
        "thief",
        "coach",
        "babysitter",
        "cousin",
        "bodyguard",
        "influencer",
        "grandparents",
    ],
)
def test_common_people_are_known(noun):
    assert parse(f"a {noun} at home", seed=1).entities[0].drawing.startswith("figure:")


def test_cup_in_a_hand_is_small_beside_its_holder():
    scene = parse("a woman holding a cup of tea", seed=1)
    (cluster,) = build_clusters(scene, lambda entity, pose: 1.0)
    woman, cup = cluster.parts
    assert cup.height < 0.2 * woman.height


def test_mouse_at_work_is_not_tiny():
    mouse = Entity(id="e1", noun="mouse", drawing="noto:mouse-face", attributes=("chef",))
    assert display_height(mouse, "cooking") > 2 * display_height(mouse)


@pytest.mark.parametrize(
    ("prompt", "pose"),
    [
        ("a group of friends sitting around a campfire singing songs", "singing-along-on-ground"),
        ("a singer singing on stage", None),
        ("a kid drawing on the wall with crayons", None),
        ("a bodybuilder flexing his muscles", None),
    ],
)
def test_pose_depends_on_the_company(prompt, pose):
    scene = parse(prompt, seed=1)
    assert activity_of(scene.entities[0], scene) == pose


def test_one_crayon_is_in_the_hand_that_draws_on_a_wall():
    scene = parse("a kid drawing on the wall with crayons", seed=1)
    assert scene.entities[0].action == "scribbling"
    assert [one.id for one in list_taken(scene.entities[0], scene)] == ["e2"]


def test_kids_ski_whom_an_instructor_teaches():
    scene = parse("a ski instructor teaching kids to ski", seed=1)
    assert [(one.drawing, one.action) for one in scene.entities] == [("figure:coach", None), ("figure:child", "skiing")]


def test_scar_and_war_paint_are_in_the_face():
    reading = read("a viking with a scar and blue war paint", seed=1)
    viking = Subject(reading.scene.entities[0], reading.scene)
    assert {"scar", "face-paint"} <= set(make_person(viking).outfit.extras)
    assert reading.omissions.note() is None


def test_bow_is_in_the_hands_of_the_archer():
    for prompt in ("an archer aiming her bow at a target", "an elf drawing a bow", "a hunter aiming a rifle at a deer"):
        scene = parse(prompt, seed=1)
        assert [one.id for one in list_taken(scene.entities[0], scene)] == ["e2"], prompt
