"""Edits of a Scene leave what they do not name where it was."""

from dataclasses import replace

import pytest

from limner_illustrator.canvas.size import Size
from limner_illustrator.edit.scene_edit import edit_scene
from limner_illustrator.edit.scene_edit.arranging import forget_arrangement, keep_arrangement
from limner_illustrator.edit.scene_edit.variation import shift_arrangement, vary_scene
from limner_illustrator.language.parser import parse
from limner_illustrator.scene import Position, Scene, SceneError

SIZE = Size(256, 256)


@pytest.fixture(scope="module")
def scene():
    return keep_arrangement(replace(parse("a fox and a cat in a meadow with a tree", seed=3), backdrop="meadow"), SIZE)


def places(scene, size=SIZE):
    """Of what an edit gives: by noun, the middle, the foot and the scale of each copy."""
    drawn = keep_arrangement(scene, size)
    nouns = {one.id: one.noun for one in drawn.entities}
    return {(nouns[one.entity], one.copy): (one.x, one.foot, one.unit) for one in drawn.positions}


def edit(scene, instruction):
    after, note = edit_scene(scene, instruction)
    return forget_arrangement(scene, after), note


@pytest.mark.parametrize(
    "instruction",
    [
        "add a butterfly",
        "remove the tree",
        "make it night",
        "make the fox blue",
        "add snow",
    ],
)
def test_what_is_not_named_stays(scene, instruction):
    before, after = places(scene), places(edit(scene, instruction)[0])
    for key in before.keys() & after.keys():
        assert after[key] == pytest.approx(before[key], abs=0.004)
    assert before.keys() & after.keys() >= {("fox", 0), ("cat", 0)}


@pytest.mark.parametrize("instruction", ["add two penguins on the left", "add a horse"])
def test_what_is_there_keeps_its_order_and_proportions_where_room_is_made(scene, instruction):
    before, after = places(scene), places(edit(scene, instruction)[0])
    kept = sorted(before, key=lambda key: before[key][0])
    assert kept == sorted(kept, key=lambda key: after[key][0])
    assert len({round(after[key][2] / before[key][2], 2) for key in kept}) == 1


def test_further_copies_are_as_large_as_the_first():
    scene = keep_arrangement(parse("three penguins on the beach", seed=0), SIZE)
    after, _ = edit(scene, "add two more penguins on the right")
    drawn = keep_arrangement(after, SIZE).positions
    old, new = ([one for one in drawn if one.entity == name] for name in ("e1", "e2"))
    assert min(one.unit for one in new) == pytest.approx(max(one.unit for one in old), rel=0.15)
    assert min(one.x for one in new) > max(one.x for one in old)


def test_a_table_keeps_its_size_whatever_is_put_on_it():
    scene = keep_arrangement(parse("a desk with a laptop", seed=0), SIZE)
    after, _ = edit(scene, "add a lamp and four books on the desk")

    def width(one: Scene) -> float:
        return next(place.unit * place.grown for place in keep_arrangement(one, SIZE).positions if place.entity == "e1")

    assert width(after) == pytest.approx(width(scene), rel=0.01)


@pytest.mark.parametrize(("side", "is_there"), [("left", lambda x: x < 0.5), ("right", lambda x: x > 0.5)])
def test_added_things_go_to_the_named_side(scene, side, is_there):
    after = places(edit(scene, f"add two penguins on the {side}")[0])
    found = [place for (noun, _), place in after.items() if noun == "penguin"]
    assert len(found) == 2
    assert all(is_there(x) for x, _, _ in found)


def test_moving_a_thing_leaves_the_others(scene):
    before, after = places(scene), places(edit(scene, "move the cat up a bit")[0])
    assert after["cat", 0][1] < before["cat", 0][1] - 0.05
    assert after["fox", 0] == pytest.approx(before["fox", 0], abs=0.004)


def test_swapped_things_exchange_their_places(scene):
    before, after = places(scene), places(edit(scene, "swap the fox and the cat")[0])
    assert after["fox", 0][0] == pytest.approx(before["cat", 0][0], abs=0.02)
    assert after["cat", 0][0] == pytest.approx(before["fox", 0][0], abs=0.02)


def test_a_single_thing_moves_to_the_side():
    lone = keep_arrangement(replace(parse("a fox in a meadow", seed=1), backdrop="meadow"), SIZE)
    after, note = edit(lone, "move it to the right")
    assert places(after)["fox", 0][0] > places(lone)["fox", 0][0] + 0.05
    assert note is None


def test_zooming_changes_the_scale_of_everything(scene):
    before = places(scene)
    out, closer = places(edit(scene, "zoom out")[0]), places(edit(scene, "zoom in on the cat")[0])
    assert all(out[key][2] < 0.8 * before[key][2] for key in before)
    assert closer["cat", 0][2] > 1.2 * before["cat", 0][2]
    assert closer["cat", 0][0] == pytest.approx(0.5, abs=0.05)


def test_another_place_arranges_everything_anew(scene):
    assert edit(scene, "put them on a beach")[0].positions == ()


def test_hidden_season_is_noted(scene):
    assert "shows no winter" in edit(scene, "make it winter and put it on a red background")[1]


def test_positions_travel_in_json_and_bad_ones_are_refused(scene):
    assert Scene.from_json(scene.to_json()) == scene
    bad = scene.to_json()
    bad["positions"][0]["x"] = 1e9
    with pytest.raises(SceneError):
        Scene.from_json(bad)
    assert Scene.from_json({"version": 1, "prompt": "a fox"}).positions == ()


def test_variations_differ_in_place_and_keep_the_looks():
    girl = replace(parse("a girl on a beach", seed=5), backdrop="beach")
    shown = [
        shift_arrangement(keep_arrangement(vary_scene(girl, seed, None), SIZE), seed).positions[0] for seed in range(4)
    ]
    assert len({round(one.x, 2) for one in shown}) >= 3
    assert all(isinstance(one, Position) for one in shown)
    varied = vary_scene(girl, 1, None)
    assert varied.random("e1", "skin").random() == girl.random("e1", "skin").random()
    assert varied.random("scene", "setting").random() != girl.random("scene", "setting").random()
    assert vary_scene(varied, 2, None).subject_seed == girl.seed


def test_what_stood_on_a_removed_thing_stays_there():
    scene = keep_arrangement(parse("a cat on a sofa with a dog", seed=0), SIZE)
    before = next(one for one in scene.positions if scene.entity(one.entity).noun == "cat")
    x, foot, unit = places(edit(scene, "remove the sofa")[0])["cat", 0]
    assert (x, unit) == pytest.approx((before.x, before.unit), rel=0.02)
    assert foot == pytest.approx(before.foot, abs=0.03), "on the floor"


def test_moving_past_a_neighbour_on_a_desk_stays_on_the_desk():
    scene = keep_arrangement(parse("a desk with a laptop and a cup", seed=0), SIZE)
    after, note = edit(scene, "move the cup to the left")
    assert [one.noun for one in after.entities] == ["desk", "cup", "laptop"]
    assert after.relations == scene.relations
    assert note is None


def test_only_thing_on_a_table_is_not_moved_off_it():
    scene = keep_arrangement(parse("a lamp on a table", seed=0), SIZE)
    after, note = edit(scene, "move the lamp to the right")
    assert after.relations == scene.relations
    assert "only thing on the table" in note


def test_rider_of_a_removed_horse_does_not_ride():
    after, _ = edit(keep_arrangement(parse("a boy riding a horse", seed=0), SIZE), "remove the horse")
    assert [(one.noun, one.action) for one in after.entities] == [("boy", None)]


def test_bird_of_a_removed_cage_keeps_its_size():
    scene = keep_arrangement(parse("a green parrot in a cage", seed=0), SIZE)
    before = next(one for one in scene.positions if scene.entity(one.entity).noun == "parrot")
    after = places(edit(scene, "remove the cage")[0])
    assert after["parrot", 0][2] == pytest.approx(before.unit, rel=0.02)


def test_what_is_put_on_a_low_thing_is_not_higher_than_it():
    table = parse("a wooden table in a room", seed=0)
    edited, _ = edit_scene(table, "put a tree on the table")
    tree = next(one for one in edited.entities if one.noun == "tree")
    assert tree.size < 0.3
    lamp, _ = edit_scene(table, "put a lamp on the table")
    assert next(one for one in lamp.entities if one.noun == "lamp").size == 1.0
