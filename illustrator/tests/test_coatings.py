"""What things are covered in: how prompts say it, and that it shows."""

import numpy as np
import pytest

from limner_illustrator import Scene, draw
from limner_illustrator.language.parser import describe, parse, read

EDGE = 160


def coats(prompt):
    return {entity.noun: [one for one in entity.attributes if one.startswith("covered-in-")]
            for entity in parse(prompt, seed=0).entities}  # fmt: skip


@pytest.mark.parametrize(
    ("prompt", "noun", "coat"),
    [
        ("a statue covered in moss", "statue", "moss"),
        ("a moss-covered rock", "rock", "moss"),
        ("moss on a rock", "rock", "moss"),
        ("a car covered with snow", "car", "snow"),
        ("a strawberry dipped in dark chocolate", "strawberry", "chocolate"),
        ("a chocolate-covered strawberry", "strawberry", "chocolate"),
        ("a cottage covered in flowers", "cottage", "flowers"),
        ("a castle overgrown with ivy", "castle", "ivy"),
        ("a table draped with a cloth", "table", "cloth"),
        ("a red cloth over a table", "table", "cloth:red"),
        ("a blue blanket over a sofa", "sofa", "cloth:blue"),
        ("snow on a roof", "house", "snow on edges"),
    ],
)
def test_coat_is_read(prompt, noun, coat):
    assert coats(prompt) == {noun: [f"covered-in-{coat}"]}


@pytest.mark.parametrize(
    "prompt", ["a cat on a rock", "a dog in the snow", "snow on the ground", "a table with a vase", "a cake with cream"]
)
def test_no_coat_is_read_where_nothing_is_covered(prompt):
    assert not any(coats(prompt).values())


def test_coat_belongs_to_the_thing_it_is_said_of():
    assert coats("a cat beside a statue covered in moss") == {"cat": [], "statue": ["covered-in-moss"]}


def test_coat_is_not_noted_as_missing():
    assert read("a statue covered in moss", seed=0).omissions.note() is None


def test_coat_is_described():
    assert "statue covered in moss" in describe(parse("a statue covered in moss", seed=0))


def difference(first, second):
    def sprite(prompt):
        return draw(prompt, size=(EDGE, EDGE), transparent=True).pixels.astype(int)

    one, other = sprite(first), sprite(second)
    seen = one[..., 3] > 128
    return one[seen][:, :3].mean(0) - other[seen][:, :3].mean(0)


@pytest.mark.parametrize(
    ("stuff", "channel", "sign"), [("moss", 1, 1), ("snow", 2, 1), ("mud", 2, -1), ("chocolate", 0, -1)]
)
def test_coat_shows_in_the_colours(stuff, channel, sign):
    change = difference(f"a white statue covered in {stuff}", "a white statue") if sign < 0 else difference(
        f"a black car covered in {stuff}", "a black car"
    )  # fmt: skip

    assert sign * change[channel] > 8


def test_blanket_leaves_a_face_free():
    plain, wrapped = (
        draw(prompt, size=(EDGE, EDGE), transparent=True).pixels.astype(int)
        for prompt in ("a girl", "a girl wrapped in a blanket")
    )
    rows = np.nonzero(plain[..., 3].max(axis=1))[0]
    head = slice(rows[0], rows[0] + (rows[-1] - rows[0]) // 4)

    assert np.abs(plain[head] - wrapped[head]).mean() < 0.5
    assert np.abs(plain - wrapped).mean() > 1


def test_scene_with_a_coat_survives_json():
    scene = parse("a moss-covered rock", seed=0)

    assert Scene.from_json(scene.to_json()) == scene


def test_snow_covered_boat_is_on_its_water_in_winter():
    scene = draw("a wooden boat covered in snow", size=(64, 64)).scene

    assert scene.backdrop == "lake"
    assert scene.is_white
