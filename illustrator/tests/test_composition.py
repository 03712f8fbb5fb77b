"""What a seed chooses where a prompt leaves it open, and what it may not change."""

from itertools import combinations

import numpy as np
import pytest
import skia

from limner_illustrator import Scene, draw
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.water import draw_reflection
from limner_illustrator.canvas import fill, surface, to_pixels
from limner_illustrator.canvas.light import make_light
from limner_illustrator.drawing.composition import compose
from limner_illustrator.language.parser import parse, read
from limner_illustrator.layout import layout

EDGE = 96
SEEDS = range(1, 13)


def drawn(prompt, seed):
    return draw(prompt, size=(EDGE, EDGE), seed=seed)


@pytest.mark.parametrize("prompt", ["a fox", "a house", "a knight", "a cup of tea", "a ship", "a woman in a kitchen"])
def test_seeds_of_an_open_prompt_draw_different_pictures(prompt):
    pictures = [drawn(prompt, seed).pixels.astype(int) for seed in (0, 1, 2, 3)]

    assert min(np.abs(one - other).mean() for one, other in combinations(pictures, 2)) > 8


def test_same_seed_draws_same_pixels():
    assert np.array_equal(drawn("a fox", 7).pixels, drawn("a fox", 7).pixels)


@pytest.mark.parametrize(
    ("prompt", "field", "value"),
    [
        ("a fox at night", "time", "night"),
        ("a fox on a sunny day", "time", "day"),
        ("a fox in the rain", "weather", "rain"),
        ("a fox in winter", "season", "winter"),
        ("a fox in a desert", "backdrop", "desert"),
        ("a fox in a meadow in autumn", "season", "autumn"),
    ],
)
def test_what_the_prompt_names_stays_with_every_seed(prompt, field, value):
    assert {getattr(compose(read(prompt, seed=seed)), field) for seed in SEEDS} == {value}


def test_seeds_choose_several_hours():
    assert len({compose(read("a fox", seed=seed)).time for seed in SEEDS}) > 1


def test_seed_zero_is_by_day():
    scene = compose(read("a fox", seed=0))

    assert (scene.time, scene.weather, scene.season) == ("day", "clear", None)


def test_recolouring_keeps_the_composition():
    assert compose(read("a red car", seed=3)).composition == compose(read("a blue car", seed=3)).composition


def test_left_and_right_stay_with_every_seed():
    for seed in SEEDS:
        scene = compose(read("a cat to the left of a dog", seed=seed))
        ground = Ground(y=0.86 * EDGE, horizon=0.6 * EDGE)
        first, second = sorted(layout(scene, EDGE, EDGE, ground, lambda *_: 1.0), key=lambda one: one.x)
        assert (first.entity_id, second.entity_id) == ("e1", "e2")


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_things_keep_to_the_free_spot_of_a_backdrop(seed):
    scene = compose(read("a lighthouse on a cliff", seed=seed))
    ground = Ground(y=0.6 * EDGE, horizon=0.6 * EDGE, spot_x=0.25 * EDGE)
    (placed,) = layout(scene, EDGE, EDGE, ground, lambda *_: 0.3)

    assert placed.x + placed.width / 2 == pytest.approx(0.25 * EDGE, abs=1)


def test_scene_without_composition_reads_and_is_fixed():
    scene = Scene.from_json({"version": 1, "prompt": "a fox", "seed": 5})

    assert scene.composition == 0
    assert not scene.is_composed_by_seed


def test_composition_survives_json():
    scene = compose(read("a fox", seed=5))

    assert Scene.from_json(scene.to_json()) == scene


def test_parsed_scene_has_no_composition():
    assert parse("a fox", seed=5).composition == 0


@pytest.mark.parametrize("shift", [0, -12])
def test_reflection_mirrors_what_is_above_it_on_a_moved_canvas(shift):
    sheet = surface(EDGE, EDGE)
    canvas = sheet.getCanvas()
    canvas.translate(shift, shift)
    scene = parse("a lake", seed=3)
    light = make_light("day", "clear", scene.random("scene", "light"))
    size = EDGE - shift
    context = BackdropContext(canvas, size, size, size / 1024, light, scene.random("scene", "setting"), scene)
    canvas.drawRect(skia.Rect(0, 0, size, 60), fill((200, 60, 60)))
    draw_reflection(context, 60, size, 1.0)

    shore = 60 + shift
    pixels = to_pixels(sheet)[..., :3]
    assert (pixels[:shore] == (200, 60, 60)).all()
    assert (pixels[shore + 1 : shore + 20, :, 0] > 140).all()
