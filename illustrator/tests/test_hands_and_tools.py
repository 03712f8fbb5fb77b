"""What is in the hands of people at work, and what stays where it is."""

import pytest

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.language.parser import parse
from limner_illustrator.layout.clusters import build_clusters
from limner_illustrator.layout.poses import choose_joined_pose
from limner_illustrator.subjects.anchors import hand_of
from limner_illustrator.subjects.figures.activities import activity_of, list_taken


@pytest.mark.parametrize(
    ("prompt", "pose"),
    [
        ("a sushi chef slicing salmon", "chopping"),
        ("a tailor measuring a customer", "measuring"),
        ("a lifeguard rescuing a swimmer", "tending"),
        ("a potter shaping clay on a wheel", "pottery"),
        ("a potter", "pottery"),
        ("a nurse giving a thumbs up", "thumbs-up"),
    ],
)
def test_work_has_its_pose(prompt: str, pose: str) -> None:
    scene = parse(prompt, seed=1)
    assert (activity_of(scene.entities[0], scene) or scene.entities[0].action) == pose


def test_knight_has_sword_and_shield() -> None:
    scene = parse("a knight with a sword and a shield", seed=1)
    assert [one.noun for one in list_taken(scene.entities[0], scene)] == ["sword", "shield"]


def test_sword_fighter_keeps_other_things_apart() -> None:
    scene = parse("a pirate fighting with a sword and a lantern", seed=1)
    assert "lantern" not in [one.noun for one in list_taken(scene.entities[0], scene)]


@pytest.mark.parametrize("prompt", ["a girl catching butterflies in a jar", "a boy catching fireflies in a jar"])
def test_who_catches_with_a_jar_is_not_in_it(prompt: str) -> None:
    scene = parse(prompt, seed=1)
    assert not any(one.subject == "e1" and one.kind == "in" for one in scene.relations)


def test_trapped_fairy_is_in_the_jar() -> None:
    assert [one.kind for one in parse("a fairy trapped in a jar", seed=1).relations] == ["in"]


def test_yoga_is_done_on_a_paddleboard() -> None:
    scene = parse("a woman in a yoga pose on a paddleboard", seed=1)
    assert choose_joined_pose(scene, scene.entities[0], "riding", scene.entities[1]) == "yoga"


def test_schoolchildren_wave_from_the_bus() -> None:
    scene = parse("a bus full of schoolchildren waving", seed=1)
    assert "figure:child" in {one.drawing for one in scene.entities}


def test_cat_ear_headphones_have_no_cat() -> None:
    scene = parse("a girl with pink hair and cat ear headphones", seed=1)
    assert [one.noun for one in scene.entities] == ["girl", "headphone"]


@pytest.mark.parametrize(
    ("prompt", "drawings"),
    [
        ("a dog walker with five dogs", ["figure:animal-keeper", "noto:dog-face"]),
        ("a lion tamer", ["figure:animal-keeper", "noto:lion"]),
        ("two chess players", ["figure:chess-player", "own:chess-table"]),
        ("a boy with a slingshot", ["figure:boy", "own:slingshot"]),
    ],
)
def test_people_come_with_what_they_keep(prompt: str, drawings: list[str]) -> None:
    assert [one.drawing for one in parse(prompt, seed=1).entities] == drawings


def test_officer_writes_a_ticket_without_a_desk() -> None:
    scene = parse("a policewoman writing a parking ticket", seed=1)
    assert activity_of(scene.entities[0], scene) == "noting"


def test_feather_boa_is_no_snake() -> None:
    scene = parse("a singer with a feather boa and high heels", seed=1)
    assert {one.drawing for one in scene.entities} == {"figure:singer", "own:scarf"}


def test_briefcase_hangs_from_the_hand() -> None:
    scene = parse("a man holding a briefcase", seed=1)
    (cluster,) = build_clusters(scene, lambda entity, pose: 1.0)
    man, case = cluster.parts
    hand = man.height * (1 - hand_of(man.entity.drawing, man.pose, None)[1])
    assert case.bottom < hand - 0.8 * case.height


def test_people_do_not_stand_on_pets() -> None:
    scene = parse("a little girl tying a ribbon on her puppy", seed=1)
    related = {(one.subject, one.kind, one.object) for one in scene.relations}
    assert ("e1", "beside", "e3") in related
    riders = [one.kind for one in parse("a boy on a horse", seed=1).relations]
    assert riders == ["riding"]


def test_who_cries_on_a_shoulder_is_hugged() -> None:
    scene = parse("a woman crying on her friend's shoulder", seed=1)
    woman = scene.entities[0]
    assert (woman.action, "crying" in woman.attributes) == ("hugging", True)
    assert [one.kind for one in scene.relations] == ["beside"]
    assert [one.kind for one in parse("a man with a bird on his shoulder", seed=1).relations] == ["riding"]


def test_marshmallows_are_toasted_on_sticks() -> None:
    assert parse("two friends toasting marshmallows", seed=1).entities[0].action == "roasting"
    assert parse("two friends toasting with beer", seed=1).entities[0].action == "toasting"


def test_reporter_in_a_storm_is_on_no_stage() -> None:
    assert choose_backdrop(parse("a reporter in a storm holding a microphone", seed=1)) == "street"


def test_caught_fish_is_out_of_the_water() -> None:
    assert choose_backdrop(parse("a fisherman holding a huge fish", seed=1)) != "underwater"
    assert choose_backdrop(parse("a fish", seed=1)) == "underwater"


def test_hole_is_in_the_ground() -> None:
    assert [one.kind for one in parse("a worker drilling a hole", seed=1).relations] == ["beside"]


def test_picnickers_sit_on_their_blanket() -> None:
    scene = parse("a man sitting on a picnic blanket eating a sandwich", seed=1)
    man, blanket = scene.entities[:2]
    assert choose_joined_pose(scene, man, "on", blanket) == "eating-on-ground"


def test_horn_is_blown_and_a_room_is_painted_with_a_roller() -> None:
    viking = parse("a viking blowing a horn", seed=1)
    assert activity_of(viking.entities[0], viking) == "playing-trumpet"
    couple = parse("a couple painting their living room", seed=1)
    assert {one.action for one in couple.entities} == {"rolling-paint"}
    assert couple.backdrop == "livingroom"


def test_viking_blows_his_horn_at_home() -> None:
    assert choose_backdrop(parse("a viking blowing a horn", seed=1)) == "mountains"
    assert choose_backdrop(parse("a woman playing the violin", seed=1)) == "stage"


def test_shared_bath_is_around_the_bathers() -> None:
    assert [one.kind for one in parse("two toddlers sharing a bath", seed=1).relations] == ["in"]
    assert [one.kind for one in parse("two kids sharing an umbrella", seed=1).relations] == ["holding"]


def test_drawing_of_a_child_is_no_style() -> None:
    scene = parse("a boy showing his drawing to his teacher", seed=1)
    assert scene.styles == ()
    assert len(scene.entities) == 3


def test_hammer_hits_the_rock() -> None:
    scene = parse("a geologist hitting a rock with a hammer", seed=1)
    assert scene.entities[0].action == "hammering"


def test_lipstick_is_on_the_lips() -> None:
    assert [one.noun for one in parse("a woman with red lipstick", seed=1).entities] == ["woman"]
    assert len(parse("a woman holding a lipstick", seed=1).entities) == 2


def test_cellist_plays_wherever_he_is() -> None:
    scene = parse("a cellist playing on a bridge", seed=1)
    assert activity_of(scene.entities[0], scene) == "playing-cello"
