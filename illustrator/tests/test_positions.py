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
        "add two penguins on the left",
        "remove the tree",
        "add a horse",
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
