import json
from dataclasses import replace
from itertools import pairwise

import pytest

from limner_illustrator.backdrops.context import Ground
from limner_illustrator.layout import Placement, layout
from limner_illustrator.scene import Entity, Relation, Scene

SIZES = [
    pytest.param((1024, 1024), id="square"),
    pytest.param((1536, 1024), id="landscape"),
    pytest.param((1024, 1536), id="portrait"),
    pytest.param((1500, 500), id="three to one"),
    pytest.param((64, 64), id="smallest"),
    pytest.param((3840, 64), id="sixty to one"),
    pytest.param((64, 3840), id="one to sixty"),
]
ANIMALS = "cat dog mouse elephant fox horse bear lion rabbit penguin owl frog cow pig monkey tiger camel ox goat snail"


def aspect(entity, pose):
    return {"noto:horse": 1.2, "own:sofa": 1.9, "noto:giraffe": 0.6}.get(entity.drawing, 0.9)


def ground_of(size, **more):
    return Ground(y=0.84 * size[1], horizon=0.55 * size[1], **more)


def scene_of(*things, relations=(), **more):
    """Things are drawings, or (drawing, count) or (drawing, count, action)."""
    entities = []
    for number, thing in enumerate(things, 1):
        drawing, count, action = (*thing, None)[:3] if isinstance(thing, tuple) else (thing, 1, None)
        noun = drawing.split(":")[1]
        entities.append(Entity(id=f"e{number}", noun=noun, drawing=drawing, count=count, action=action))
    return Scene(
        prompt="", entities=tuple(entities), relations=tuple(Relation(*relation) for relation in relations), **more
    )


def placed(scene, size=(1024, 1024), **ground):
    return layout(scene, *size, ground_of(size, **ground), aspect)


def one(placements, entity_id) -> Placement:
    return next(placement for placement in placements if placement.entity_id == entity_id)


def middle(placement):
    return placement.x + placement.width / 2


SCENES = [
    pytest.param(scene_of("noto:giraffe"), {}, id="one"),
    pytest.param(scene_of(("noto:frog", 7)), {}, id="seven"),
    pytest.param(scene_of(("noto:ewe", 16)), {}, id="sixteen"),
    pytest.param(scene_of(*[f"noto:{name}" for name in ANIMALS.split()]), {}, id="twenty kinds"),
    pytest.param(
        scene_of(("noto:cat", 3), "noto:dog", "own:sofa", relations=[("e1", "on", "e3"), ("e2", "on", "e3")]),
        {"indoor": True},
        id="on a sofa",
    ),
    pytest.param(
        scene_of("figure:astronaut", "noto:horse", relations=[("e1", "riding", "e2")]), {}, id="riding a horse"
    ),
    pytest.param(scene_of("figure:girl", "noto:umbrella", relations=[("e1", "holding", "e2")]), {}, id="holding"),
    pytest.param(scene_of("noto:dragon", "own:castle", relations=[("e1", "flying_over", "e2")]), {}, id="flying over"),
    pytest.param(scene_of(("own:balloon", 5), "noto:cat"), {}, id="balloons and a cat"),
    pytest.param(scene_of("noto:rocket", "noto:ringed-planet"), {"floating": True}, id="in space"),
    pytest.param(scene_of("own:sushi", "noto:avocado"), {"top_view": True}, id="from above"),
]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("scene", "ground"), SCENES)
def test_nothing_leaves_the_canvas(scene, ground, size):
    placements = placed(scene, size, **ground)

    assert len(placements) == sum(entity.count for entity in scene.entities)
    for placement in placements:
        assert placement.x >= -1
        assert placement.y >= -1
        assert placement.x + placement.width <= size[0] + 1
        assert placement.y + placement.height <= size[1] + 1


def test_a_layout_is_plain_data_and_the_same_each_time():
    scene = scene_of(("noto:cat", 3), "noto:dog")

    first = [placement.to_json() for placement in placed(scene)]
    second = [placement.to_json() for placement in placed(scene)]

    assert json.loads(json.dumps(first)) == first
    assert first == second


def test_feet_stand_on_the_ground():
    placements = placed(scene_of("noto:cat", "noto:dog"))

    assert len(placements) == 2
    for placement in placements:
        assert placement.ground_y == pytest.approx(placement.y + placement.height)
        assert 0.8 * 1024 < placement.ground_y < 0.93 * 1024


def test_a_single_subject_fills_a_good_part_of_the_picture():
    (placement,) = placed(scene_of("noto:cat"))

    assert placement.size_px > 0.5 * 1024


@pytest.mark.parametrize(("kind", "first", "second"), [("left", "e1", "e2"), ("right", "e2", "e1")])
def test_left_and_right_are_what_they_say(kind, first, second):
    placements = placed(scene_of("noto:red-apple", "noto:banana", relations=[("e1", kind, "e2")]))

    left, right = one(placements, first), one(placements, second)
    assert left.x + left.width < right.x + 1


@pytest.mark.parametrize(("kind", "upper", "lower"), [("above", "e1", "e2"), ("below", "e2", "e1")])
def test_above_and_below_are_what_they_say(kind, upper, lower):
    placements = placed(scene_of("noto:bear", "noto:mantelpiece-clock", relations=[("e1", kind, "e2")]))

    top, bottom = one(placements, upper), one(placements, lower)
    assert top.y + top.height <= bottom.y + 1
    assert top.ground_y is None
    assert bottom.ground_y is not None


@pytest.mark.parametrize(("kind", "back", "front"), [("behind", "e1", "e2"), ("front", "e2", "e1")])
def test_what_is_behind_is_painted_first_and_stands_higher(kind, back, front):
    placements = placed(scene_of("noto:dog", "noto:cat", relations=[("e1", kind, "e2")]))

    far, near = one(placements, back), one(placements, front)
    assert far.depth < near.depth
    assert far.ground_y < near.ground_y


def test_cats_on_a_sofa_rest_on_it():
    scene = scene_of(("noto:cat", 3), "noto:dog", "own:sofa", relations=[("e1", "on", "e3"), ("e2", "on", "e3")])

    placements = placed(scene)

    sofa = one(placements, "e3")
    assert len(placements) == 5
    for sitter in placements:
        if sitter.entity_id != "e3":
            assert sofa.x <= middle(sitter) <= sofa.x + sofa.width
            assert sofa.y < sitter.y + sitter.height < sofa.y + sofa.height
            assert sitter.depth > sofa.depth


def test_a_rider_sits_on_its_mount():
    placements = placed(scene_of("figure:astronaut", "noto:horse", relations=[("e1", "riding", "e2")]))

    rider, mount = one(placements, "e1"), one(placements, "e2")
    assert rider.pose == "riding"
    assert mount.x < middle(rider) < mount.x + mount.width
    assert rider.y < mount.y + 0.3 * mount.height
    assert rider.ground_y is None


def test_a_mouse_beside_an_elephant_is_small_but_seen():
    placements = placed(scene_of("noto:mouse", "noto:elephant"))

    ratio = one(placements, "e1").height / one(placements, "e2").height
    assert 0.12 < ratio < 0.5


def test_what_flies_has_no_ground_under_it():
    placements = placed(scene_of(("own:balloon", 2), "noto:cat"))

    balloons = [placement for placement in placements if placement.entity_id == "e1"]
    assert [(balloon.ground_y, balloon.shadow) for balloon in balloons] == [(None, "none")] * 2
    assert one(placements, "e2").ground_y is not None


def test_copies_of_one_kind_do_not_hide_each_other():
    placements = placed(scene_of(("noto:frog", 4)))

    lefts = sorted((placement.x, placement.x + placement.width) for placement in placements)
    assert len(lefts) == 4
    assert all(right <= left + 1 for (_, right), (left, _) in pairwise(lefts))


def test_a_banner_spreads_its_subjects_over_its_width():
    placements = placed(scene_of("noto:dog", "noto:elephant", ("noto:cat", 2)), (1536, 512))

    assert max(map(middle, placements)) - min(map(middle, placements)) > 0.5 * 1536


def test_on_a_table_there_are_contact_shadows_only():
    placements = placed(scene_of("own:sushi"), table=True)

    assert [placement.shadow for placement in placements] == ["contact"]


def test_what_another_thing_is_made_of_is_not_drawn_beside_it():
    placements = placed(scene_of("noto:house", "noto:cheese-wedge", relations=[("e1", "made_of", "e2")]))

    assert [placement.entity_id for placement in placements] == ["e1"]


def test_relations_that_go_in_circles_do_no_harm():
    circle = [("e1", "on", "e2"), ("e2", "on", "e1"), ("e1", "left", "e2"), ("e2", "left", "e1")]

    placements = placed(scene_of("noto:cat", "noto:dog", relations=circle))

    assert {placement.entity_id for placement in placements} == {"e1", "e2"}


def test_two_who_hug_touch_each_other():
    scene = scene_of(("figure:boy", 1, "hugging"), "noto:dog", relations=[("e1", "beside", "e2")])

    boy, dog = (one(placed(scene), entity_id) for entity_id in ("e1", "e2"))

    assert boy.x < dog.x < boy.x + boy.width


def test_two_who_fight_face_each_other():
    scene = scene_of(("figure:knight", 2, "fighting"))

    left, right = sorted(placed(scene), key=lambda placement: placement.x)

    assert not left.flip
    assert right.flip


def test_a_driver_is_seen_at_the_window():
    scene = scene_of("noto:monkey", "noto:automobile", relations=[("e1", "in", "e2")])

    placements = placed(scene)
    monkey, car = one(placements, "e1"), one(placements, "e2")

    assert monkey.depth > car.depth
    assert car.y <= monkey.y + 0.01 * car.height
    assert monkey.hidden_from is not None
    assert car.y < monkey.hidden_from < car.y + 0.5 * car.height


def test_who_sits_at_a_table_is_behind_it_and_the_meal_is_on_it():
    scene = scene_of(
        ("figure:man", 1, "sitting"),
        "own:table",
        "noto:spaghetti",
        relations=[("e1", "behind", "e2"), ("e1", "eating", "e3")],
    )

    placements = placed(scene)
    man, table, meal = (one(placements, entity_id) for entity_id in ("e1", "e2", "e3"))

    assert man.depth < table.depth < meal.depth
    assert abs(middle(man) - middle(table)) < 0.1 * table.width
    assert table.y - 1 < meal.y + meal.height < table.y + 0.3 * table.height


def test_what_is_between_two_of_a_kind_stands_in_their_middle():
    scene = scene_of("noto:soccer-ball", ("noto:package", 2), relations=[("e1", "left", "e2"), ("e1", "right", "e2")])

    placements = placed(scene)
    boxes = sorted(middle(placement) for placement in placements if placement.entity_id == "e2")

    assert boxes[0] < middle(one(placements, "e1")) < boxes[1]


def test_who_reads_holds_one_book_only():
    scene = scene_of(("figure:girl", 1, "reading"), "noto:open-book", relations=[("e1", "holding", "e2")])

    assert [placement.entity_id for placement in placed(scene)] == ["e1"]


def test_the_moon_is_no_larger_than_who_looks_at_it_needs():
    scene = scene_of("figure:girl", "noto:full-moon", relations=[("e1", "looking_at", "e2")])

    girl = one(placed(scene, floating=True), "e1")

    assert girl.height > 0.12 * 1024


@pytest.mark.parametrize("seat", ["own:sofa", "own:rocking-chair", "noto:chair", "own:log"])
def test_a_person_on_a_seat_sits(seat):
    person, _ = sorted(
        placed(scene_of("figure:man", seat, relations=[("e1", "on", "e2")])), key=lambda one: one.entity_id
    )

    assert person.pose == "sitting"


@pytest.mark.parametrize(("thing", "top", "bottom"), [("noto:diving-mask", 0, 0.5), ("noto:military-medal", 0.2, 0.8)])
def test_masks_are_worn_on_the_face_and_medals_on_the_neck(thing, top, bottom):
    placements = placed(scene_of("figure:man", thing, relations=[("e1", "wearing", "e2")]))
    man, worn = sorted(placements, key=lambda one: one.entity_id)

    assert man.y + top * man.height <= worn.y
    assert worn.y + worn.height <= man.y + bottom * man.height


@pytest.mark.parametrize(("drawing", "in_air"), [("noto:eagle", True), ("own:cable-car", True), ("own:bat", False)])
def test_what_flies_is_in_the_air(drawing, in_air):
    [placement] = placed(scene_of(drawing))

    assert (placement.ground_y is None) == in_air


@pytest.mark.parametrize("count", [1, 2])
def test_subject_is_between_the_copies_of_its_object(count):
    scene = scene_of(("noto:cat", count), ("noto:dog", 2), relations=[("e1", "right", "e2"), ("e1", "left", "e2")])
    placements = placed(scene)
    inner = [middle(one) for one in placements if one.entity_id == "e1"]
    outer = [middle(one) for one in placements if one.entity_id == "e2"]

    assert min(outer) < min(inner)
    assert max(inner) < max(outer)


def test_giant_small_thing_is_larger_than_tiny_large_thing():
    scene = scene_of("noto:strawberry", "noto:elephant")
    strawberry, elephant = scene.entities
    scene = replace(scene, entities=(replace(strawberry, size=1.8), replace(elephant, size=0.45)))
    placements = placed(scene)

    assert one(placements, "e1").height > one(placements, "e2").height


def test_tiny_thing_alone_gets_little_of_the_picture():
    scene = scene_of("noto:cat")
    tiny = replace(scene, entities=(replace(scene.entities[0], size=0.45),))

    assert one(placed(tiny), "e1").height < 0.6 * one(placed(scene), "e1").height
