"""Several commands in one prompt, on pictures without a Scene."""

import numpy as np
import pytest

from limner_illustrator.edit.instructions.commands import Add, Change, Describe, Remove
from limner_illustrator.edit.raster_edit.masked import edit_masked
from limner_illustrator.edit.raster_edit.reading import Adjust
from limner_illustrator.edit.raster_edit.several import run_in_turn, split_task
from limner_illustrator.edit.raster_edit.task import EditTask, read_edit_task
from limner_illustrator.edit.raster_edit.whole import edit_whole
from limner_illustrator.edit.request import Openness

SIDE = 128


def task_of(prompt) -> EditTask:
    return read_edit_task(
        prompt,
        seed=3,
        negative_prompt=None,
        tone=None,
        quality="low",
        fidelity="high",
        strength=None,
        checkpoint=lambda: None,
    )


def landscape():
    pixels = np.empty((SIDE, SIDE, 3), np.uint8)
    pixels[: SIDE // 2], pixels[SIDE // 2 :] = (120, 170, 230), (80, 130, 60)
    return pixels


def edited(prompt):
    steps = list(run_in_turn(landscape(), split_task(task_of(prompt)), lambda now, part: edit_whole(now, None, part)))
    assert [step.final for step in steps] == [False] * (len(steps) - 1) + [True]
    return steps[-1]


@pytest.mark.parametrize(
    ("prompt", "types"),
    [
        ("add a red barn and make it snow", [Add, Adjust]),
        ("make it winter and add a dog", [Add, Adjust]),
        ("make it night and add a moon", [Adjust, Add]),
        ("add a dog, remove the ball and turn it into a watercolor", [Remove, Add, Change]),
        ("add a boat and rain", [Add, Adjust]),
        ("This is my garden. Add a tree. Make it autumn.", [Add, Adjust]),
        ("add a dog and a cat", [Add]),
        ("a dog. a cat.", [Describe]),
        ("", [Describe]),
    ],
)
def test_commands_are_done_in_a_sensible_order(prompt, types):
    assert [type(part.command) for part in split_task(task_of(prompt))] == types


def test_it_in_a_later_clause_refers_to_the_added_thing():
    (only,) = split_task(task_of("add a barn and make it blue"))

    assert only.command.thing == "a blue barn"


def test_every_command_is_carried_out():
    alone, both = edited("make it winter").pixels, edited("make it winter and add a red apple").pixels

    added = np.abs(both.astype(int) - alone).max(axis=2) > 40
    assert 0.01 < added.mean() < 0.4
    assert both[SIDE // 2 :].mean() > landscape()[SIDE // 2 :].mean() + 30


def test_impossible_command_is_noted_and_the_rest_is_done():
    result = edited("add a blorbqux and make it night")

    assert "blorbqux" in result.note
    assert result.pixels.mean() < 0.6 * landscape().mean()


def test_flying_things_go_to_the_sky_and_others_below():
    result = edited("add a hot air balloon and a tree")

    changed = np.abs(result.pixels.astype(int) - landscape()).max(axis=2) > 25
    rows = np.flatnonzero(changed.any(axis=1))
    assert rows[0] < 0.3 * SIDE
    assert rows[-1] > 0.7 * SIDE


def test_a_lone_balloon_flies():
    changed = np.abs(edited("add a hot air balloon").pixels.astype(int) - landscape()).max(axis=2) > 25

    assert np.flatnonzero(changed.any(axis=1)).mean() < 0.5 * SIDE


def test_every_command_is_carried_out_under_a_mask():
    change: Openness = np.ones((SIDE, SIDE), np.float32)
    parts = split_task(task_of("add a red apple and make it night"))

    *_, last = run_in_turn(landscape(), parts, lambda now, part: edit_masked(now, change, part))

    assert len(parts) == 2
    assert last.pixels[:10].mean() < 0.6 * landscape()[:10].mean()
    assert (last.pixels[..., 0].astype(int) > last.pixels[..., 2].astype(int) + 50).any()
