"""Groups that watch, are spoken to, or play together."""

import pytest

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.backdrops.context import Ground
from limner_illustrator.language.parser import parse
from limner_illustrator.layout import layout
from limner_illustrator.scene import Scene
from limner_illustrator.subjects.coat import find_coat
from limner_illustrator.subjects.figures.activities import FROM_BEHIND
from limner_illustrator.subjects.subject import Subject


def _kinds(scene: Scene) -> set[tuple[str, str, str]]:
    return {(scene.entity(one.subject).noun, one.kind, scene.entity(one.object).noun) for one in scene.relations}


@pytest.mark.parametrize(
    "prompt",
    [
        "a crowd cheering in front of a concert stage",
        "a magician performing for an audience of children",
        "a rock band playing on stage for a crowd",
    ],
)
def test_audience_of_a_show_is_seen_from_behind(prompt: str) -> None:
    scene = parse(prompt, seed=0)
    audience = [one for one in scene.entities if FROM_BEHIND in one.attributes]
    assert [one.count for one in audience] == [12]
    assert choose_backdrop(scene) == "stage"


@pytest.mark.parametrize("prompt", ["a crowd of people in a city", "three friends on a stage", "a choir on a stage"])
def test_other_groups_face_us(prompt: str) -> None:
    assert not any(FROM_BEHIND in one.attributes for one in parse(prompt, seed=0).entities)


def test_audience_is_below_and_before_the_performers() -> None:
    scene = parse("a magician performing for an audience of children", seed=0)
    placed = layout(scene, 1000, 1000, Ground(y=870, horizon=720), lambda entity, pose: 0.4)
    heads = [one.y for one in placed if one.entity_id == "e2"]
    magician = next(one for one in placed if one.entity_id == "e1")
    assert min(heads) > magician.y + 0.4 * magician.height
    assert min(one.depth for one in placed if one.entity_id == "e2") > magician.depth


def test_teacher_speaks_to_the_class() -> None:
    scene = parse("a teacher standing in front of a class of students", seed=0)
    assert ("teacher", "looking_at", "student") in _kinds(scene)
    assert scene.entities[1].count == 5


def test_one_who_plays_in_a_band_is_beside_its_members() -> None:
    kinds = {one[1] for one in _kinds(parse("a bear playing the drums in a jazz band", seed=0))}
    assert "in" not in kinds


@pytest.mark.parametrize(
    ("prompt", "backdrop"),
    [
        ("a barista handing a cup of coffee to a customer", "cafe"),
        ("a dentist and a child", "hospital"),
        ("two boxers fighting", "gym"),
        ("a nurse and a horse", "meadow"),
        ("a man and a woman", "meadow"),
    ],
)
def test_people_of_no_trade_are_where_the_others_work(prompt: str, backdrop: str) -> None:
    assert choose_backdrop(parse(prompt, seed=0)) == backdrop


def test_one_behind_a_counter_stands_behind_it() -> None:
    assert ("fox", "behind", "counter") in _kinds(
        parse("a fox barista pouring milk into a cup behind the counter", seed=0)
    )
    assert parse("a cup on a kitchen counter", seed=0).backdrop == "table"


def test_two_members_do_what_is_said_of_each() -> None:
    scene = parse("two sisters, one painting, the other playing the violin", seed=0)
    assert [one.action for one in scene.entities if one.noun == "sister"] == ["painting", "playing"]
    assert [one.subject for one in scene.relations] == ["e2"]


def test_bed_on_which_hair_is_braided_is_not_held() -> None:
    assert ("girl", "on", "bed") in _kinds(parse("three girls braiding each other's hair on a bed", seed=0))


def test_stands_of_a_stadium_show_the_crowd() -> None:
    scene = parse("a basketball player dunking while the crowd cheers", seed=0)
    assert [one.noun for one in scene.entities] == ["basketball player"]
    assert scene.backdrop == "stadium"


def test_a_face_covered_in_paint_is_still_seen() -> None:
    child = parse("a toddler covered in paint", seed=0)
    car = parse("a car covered in paint", seed=0)
    assert find_coat(Subject(child.entities[0], child))[0] == "splashed paint"
    assert find_coat(Subject(car.entities[0], car))[0] == "paint"
