"""Light, weather and things in the air that prompts name are in the picture."""

from random import Random

import numpy as np
import pytest

from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.canvas import surface
from limner_illustrator.canvas.light import make_light
from limner_illustrator.language.parser import parse, read
from limner_illustrator.render.paint import locate_subjects, paint

EDGE = 128


def _draw(prompt: str) -> np.ndarray:
    *_, pixels = paint(parse(prompt, seed=3), EDGE, EDGE, quality="low")
    return pixels.astype(np.float32)


@pytest.mark.parametrize(
    ("prompt", "plain"),
    [
        ("a thunderstorm over a meadow", "a stormy sky over a meadow"),
        ("a desert under the milky way", "a desert at night"),
        ("sunbeams over the sea", "the sea"),
        ("contrails over a meadow", "a meadow"),
        ("a sandstorm in a desert", "a desert"),
        ("petals in a meadow", "a meadow"),
        ("swirling leaves in a meadow", "a meadow"),
        ("a lake at blue hour", "a lake at night"),
    ],
)
def test_light_and_weather_are_visible(prompt, plain):
    changed = np.abs(_draw(prompt) - _draw(plain)).max(axis=2) > 8

    assert changed.mean() > 0.002
    assert read(prompt, seed=3).omissions.note() is None


def test_rain_falls_in_neon_street():
    assert np.abs(_draw("a neon street in the rain") - _draw("a neon street")).max() > 20


@pytest.mark.parametrize("prompt", ["a cabin under the milky way", "the milky way over a canyon"])
def test_milky_way_is_in_sky_of_another_place(prompt):
    scene = parse(prompt, seed=0)

    assert scene.backdrop != "space"
    assert scene.time == "night"


def test_milky_way_alone_is_space():
    assert parse("the milky way", seed=0).backdrop == "space"


def test_fireworks_are_at_night():
    assert parse("fireworks over a harbor", seed=0).time == "night"


@pytest.mark.parametrize("prompt", ["rain on a window", "raindrops on glass at night", "rain running down the glass"])
def test_rain_on_window_is_close_view_of_pane(prompt):
    assert parse(prompt, seed=0).backdrop == "wetwindow"


@pytest.mark.parametrize("prompt", ["birds on a wire", "two sparrows on the wires", "a crow on a telephone wire"])
def test_birds_sit_on_wire_across_picture(prompt):
    reading = read(prompt, seed=0)
    wire = next(one for one in reading.scene.entities if one.drawing == "own:wire")
    spots = {one.entity: one for one in locate_subjects(reading.scene, EDGE, EDGE)}
    sitting = [spot for name, spot in spots.items() if name != wire.id]

    assert reading.omissions.note() is None
    assert sitting
    assert all(abs(spot.foot - 0.5) < 0.25 for spot in sitting)


def test_wires_of_a_robot_are_no_power_line():
    assert all(one.drawing != "own:wire" for one in parse("a robot with wires", seed=0).entities)


@pytest.mark.parametrize(
    ("prompt", "season"),
    [
        ("a cow in a valley below snowy peaks", None),
        ("a lake with snow-capped mountains", None),
        ("a snowy mountain village", "winter"),
        ("a snowy village below the mountains", "winter"),
        ("snowy mountains", "winter"),
    ],
)
def test_snow_on_peaks_alone_is_no_winter(prompt, season):
    assert parse(prompt, seed=0).season == season


def test_candles_light_a_room():
    lit, plain = _draw("a library in candlelight"), _draw("a library in warm light")

    assert lit[: EDGE // 2].max() > plain[: EDGE // 2].max() - 40
    assert np.abs(lit[40:60, :24] - plain[40:60, :24]).max() > 60


def test_dolphin_in_a_lagoon_is_in_the_water():
    assert _draw_ground("a dolphin in a lagoon").bank is None
    assert _draw_ground("a girl at a lagoon").bank is not None


def test_fisherman_stands_on_the_quay():
    ground = _draw_ground("a fisherman at the harbour")

    assert ground.water is None


def _draw_ground(prompt: str) -> Ground:
    scene = parse(prompt, seed=0)
    context = BackdropContext(
        surface(EDGE, EDGE).getCanvas(),
        EDGE,
        EDGE,
        EDGE / 1024,
        make_light("day", "clear", Random(1)),
        Random(1),
        scene,
    )
    return BACKDROPS[str(scene.backdrop)].draw(context)


@pytest.mark.parametrize(
    ("prompt", "action"),
    [
        ("gulls over a fishing village", "flying"),
        ("an owl above a snowy village", "flying"),
        ("a duck on a lake", None),
        ("a crane over a construction site", None),
    ],
)
def test_birds_over_a_place_fly(prompt, action):
    assert parse(prompt, seed=0).entities[0].action == action


@pytest.mark.parametrize(
    ("prompt", "mount"), [("a knight riding through a forest", "horse"), ("a cowboy riding a bull", "bull")]
)
def test_horsemen_ride_on_something(prompt, mount):
    scene = parse(prompt, seed=0)

    assert [(one.kind, scene.entity(one.object).noun) for one in scene.relations] == [("riding", mount)]
