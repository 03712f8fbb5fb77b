"""Settings paint any size, hour, weather and season, and say truly where their ground is."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from limner_illustrator.backdrops.choice import choose_setting
from limner_illustrator.backdrops.landmarks.places import LANDMARKS
from limner_illustrator.backdrops.registry import SETTINGS
from limner_illustrator.backdrops.stage import Stage
from limner_illustrator.canvas import draw_pixels, fbm, surface, to_pixels
from limner_illustrator.canvas.focus import depth_of_field
from limner_illustrator.canvas.light import light_for, make_light
from limner_illustrator.language.vocabulary import scenery
from limner_illustrator.render import effects
from limner_illustrator.scene import Entity, Relation, Scene

SELF_LIT = frozenset({"abstract", "circus", "dungeon", "moon", "neonalley", "space", "spaceship", "stage"})
"""Settings that no daylight reaches."""
SHAPES = [(256, 256), (96, 288), (288, 96), (64, 64)]
SHAPES_OF_SETTINGS = [
    (setting, *SHAPES[(index + turn) % len(SHAPES)])
    for index, setting in enumerate(sorted(SETTINGS))
    for turn in (0, 1)
]
"""Each setting in two neighbouring shapes, so that every shape meets half of them."""


def painted(setting, width=160, height=160, light=None, **scene_fields):
    """The pixels (RGB) and the ground."""
    scene = Scene(prompt="", **{"seed": 7, **scene_fields})
    light = light or make_light(scene.time, scene.weather, scene.random("scene", "light"))
    sheet = surface(width, height)
    rng = scene.random("scene", "setting")
    stage = Stage(sheet.getCanvas(), width, height, min(width, height) / 1024, light, rng, scene)
    ground = SETTINGS[setting](stage)
    return to_pixels(sheet), ground


def changed(one, other, least=12):
    """Where a colour differs by more than `least` of 255."""
    return np.abs(one[..., :3].astype(int) - other[..., :3]).max(axis=2) > least


def test_every_setting_that_words_or_things_choose_is_there():
    assert set(scenery.SETTINGS) == set(SETTINGS)
    assert set(scenery.PLACE_SETTINGS.values()) <= set(SETTINGS)


@pytest.mark.parametrize(("setting", "width", "height"), SHAPES_OF_SETTINGS)
def test_a_setting_fills_any_shape_and_has_its_ground_inside(setting, width, height):
    pixels, ground = painted(setting, width, height)

    assert pixels.shape == (height, width, 4)
    assert (pixels[..., 3] == 255).all()
    assert 0.2 * height < ground.y <= height
    assert 0 <= ground.horizon <= height
    assert ground.spot_x is None or 0 < ground.spot_x < width
    assert pixels[..., :3].std() > 2


@pytest.mark.parametrize("setting", sorted(SETTINGS))
def test_the_same_seed_gives_the_same_pixels(setting):
    first, _ = painted(setting)
    again, _ = painted(setting)

    assert np.array_equal(first, again)


@pytest.mark.parametrize("setting", ["meadow", "city", "livingroom", "forest"])
def test_another_seed_gives_another_picture(setting):
    first, _ = painted(setting)
    other, _ = painted(setting, seed=8)

    assert changed(first, other).mean() > 0.1


@pytest.mark.parametrize("setting", sorted(SETTINGS))
def test_night_is_darker_than_day_where_daylight_comes(setting):
    day, _ = painted(setting)
    night, _ = painted(setting, time="night")

    ratio = night[..., :3].mean() / day[..., :3].mean()
    assert ratio == pytest.approx(1, abs=0.01) if setting in SELF_LIT else ratio < 0.82


@pytest.mark.parametrize("weather", ["clear", "cloudy", "rain", "storm", "snow", "fog"])
@pytest.mark.parametrize("time", ["day", "sunset", "dawn", "night"])
def test_every_hour_and_weather_can_be_painted(time, weather):
    pixels, _ = painted("meadow", 96, 96, time=time, weather=weather)

    assert (pixels[..., 3] == 255).all()


def test_sunset_is_redder_than_day():
    day, _ = painted("sea")
    sunset, _ = painted("sea", time="sunset")

    def redness(pixels):
        return pixels[..., 0].mean() - pixels[..., 2].mean()

    assert redness(sunset) > redness(day) + 40


def test_a_snow_field_is_whiter_than_a_meadow():
    snow, _ = painted("snow")
    meadow, _ = painted("meadow")

    low = slice(130, 160)
    assert snow[low, :, :3].min(axis=2).mean() > meadow[low, :, :3].min(axis=2).mean() + 100


def test_winter_lays_snow_on_a_meadow():
    _, summer = painted("meadow")
    pixels, winter = painted("meadow", season="winter")

    assert (summer.cover, winter.cover) == ("grass", "snow")
    assert pixels[130:, :, :3].mean() > 180


def test_autumn_turns_a_forest_from_green():
    summer, _ = painted("forest")
    autumn, _ = painted("forest", season="autumn")

    def greenness(pixels):
        return pixels[..., 1].mean() - pixels[..., 0].mean()

    assert greenness(autumn) < greenness(summer) - 8


@pytest.mark.parametrize("accent", [
    "stars", "aurora", "fireworks", "lanterns", "fireflies", "bubbles", "confetti", "smoke", "flowers",
])  # fmt: skip
def test_an_accent_can_be_seen(accent):
    plain, _ = painted("mountains", time="sunset")
    with_accent, _ = painted("mountains", time="sunset", accents=(accent,))

    assert changed(plain, with_accent).mean() > 0.003


def test_mountains_stand_behind_a_meadow_where_they_are_asked_for():
    asked = [painted("meadow", seed=seed, accents=("mountains",)) for seed in range(6)]
    unasked = [painted("meadow", seed=seed)[0] for seed in range(6)]

    above = [
        changed(one, other)[int(ground.horizon) - 20 : int(ground.horizon)].mean()
        for (one, ground), other in zip(asked, unasked, strict=True)
    ]
    assert max(above) > 0.3


@pytest.mark.parametrize("setting", ["city", "meadow", "skyline"])
@pytest.mark.parametrize("place", sorted(LANDMARKS))
def test_a_named_place_has_its_landmark(place, setting):
    somewhere, _ = painted(setting)
    there, _ = painted(setting, accents=(place,))

    assert (np.abs(somewhere.astype(int) - there).max(axis=2) > 40).mean() > 0.01


@pytest.mark.parametrize(("setting", "place"), [("river", "venice"), ("harbour", "london"), ("city", "sydney")])
def test_only_what_floats_is_in_the_water_before_a_town(setting, place):
    _, for_a_boat = painted(setting, accents=(place,), entities=entities("noto:canoe"))
    _, for_a_cat = painted(setting, accents=(place,), entities=entities("noto:cat"))

    assert for_a_boat.water is not None
    assert for_a_cat.water is None


def test_the_tower_of_paris_is_as_high_as_half_the_picture():
    bare, _ = painted("city", 256, 256, accents=("hong kong",))
    paris, _ = painted("city", 256, 256, accents=("paris",))

    rows = (np.abs(bare.astype(int) - paris).max(axis=2) > 30).any(axis=1)
    assert rows.nonzero()[0].min() < 0.2 * 256


@pytest.mark.parametrize(("setting", "accent"), [
    ("river", "venice"), ("river", "amsterdam"), ("coast", "greece"), ("desert", "egypt"), ("beach", "rio"),
    ("lake", "fuji"), ("mountains", "china"), ("village", "alps"), ("street", "paris"), ("rooftop", "new york"),
    ("balcony", "rome"), ("desert", "mexico"), ("livingroom", "paris"), ("office", "paris"),
])  # fmt: skip
def test_a_place_shows_in_the_settings_that_suit_it(setting, accent):
    plain, _ = painted(setting, 256, 256)
    named, _ = painted(setting, 256, 256, accents=(accent,))

    assert changed(plain, named, 40).mean() > 0.01


@pytest.mark.parametrize(("light", "strong", "weak"), [
    ("pink", 0, 1), ("golden", 0, 2), ("candle", 0, 2), ("blue", 2, 0), ("moon", 2, 0), ("purple", 2, 1),
    ("neon", 0, 1),
])  # fmt: skip
@pytest.mark.parametrize("setting", ["city", "bedroom"])
def test_a_coloured_light_colours_the_picture(light, strong, weak, setting):
    def lead(accents):
        scene = Scene(prompt="", seed=7, accents=accents)
        pixels, _ = painted(setting, accents=accents, light=light_for(scene, scene.random("scene", "light")))
        return pixels[..., strong].mean() - pixels[..., weak].mean()

    assert lead((f"light:{light}",)) > lead(()) + 6


def test_a_light_that_nobody_knows_changes_nothing():
    scene = Scene(prompt="", seed=7, accents=("light:plaid",))

    light = light_for(scene, scene.random("scene", "light"))

    assert light == make_light("day", "clear", scene.random("scene", "light"))


def test_a_high_room_is_furnished_up_to_its_ceiling():
    pixels, _ = painted("livingroom", 128, 384)

    bands = [pixels[top : top + 32, :, :3].reshape(-1, 3).std(axis=0).mean() for top in range(0, 256, 32)]
    assert min(bands) > 6


def test_a_meadow_at_sunset_is_still_green():
    pixels, _ = painted("meadow", time="sunset")

    ground = pixels[110:, :, :3].reshape(-1, 3).mean(axis=0)
    assert ground[1] > max(ground[0], ground[2])


@pytest.mark.parametrize(
    "mood",
    ["nostalgia", "joy", "sadness", "anger", "calm", "mystery", "hope", "love", "chaos", "energy", "dream", None],
)
def test_every_mood_has_its_own_picture(mood):
    pixels, ground = painted("abstract", mood=mood)
    calm, _ = painted("abstract", mood="sadness" if mood == "calm" else "calm")

    assert (pixels[..., 3] == 255).all()
    assert changed(pixels, calm).mean() > 0.5
    assert ground.shows_subjects is (mood != "nostalgia")


def test_nothing_burns_out_in_a_neon_city():
    pixels, _ = painted("city", 256, 256, time="night", weather="rain", styles=("neon",))

    assert (pixels[..., :3].min(axis=2) > 250).mean() < 0.01


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        pytest.param("space", {"floating": True}, id="space"),
        pytest.param("underwater", {"floating": True}, id="underwater"),
        pytest.param("tabletop", {"top_view": True}, id="tabletop"),
        pytest.param("table", {"table": True}, id="table"),
        pytest.param("kitchen", {"indoor": True}, id="kitchen"),
        pytest.param("sea", {"cover": "waves"}, id="sea"),
    ],
)
def test_the_ground_tells_what_it_is(setting, expected):
    _, ground = painted(setting)

    assert {name: getattr(ground, name) for name in expected} == expected


def entities(*drawings):
    return tuple(
        Entity(id=f"e{i}", noun=drawing.split(":")[1], drawing=drawing) for i, drawing in enumerate(drawings, 1)
    )


@pytest.mark.parametrize(
    ("scene", "setting"),
    [
        pytest.param(Scene(prompt="", entities=entities("noto:fox"), setting="desert"), "desert", id="as it says"),
        pytest.param(Scene(prompt=""), "abstract", id="nothing to draw"),
        pytest.param(Scene(prompt="", entities=entities("own:ramen"), view="top"), "tabletop", id="from above"),
        pytest.param(Scene(prompt="", entities=entities("figure:wizard"), view="portrait"), "studio", id="a portrait"),
        pytest.param(Scene(prompt="", entities=entities("noto:fox"), styles=("flat",)), "studio", id="flat"),
        pytest.param(Scene(prompt="", entities=entities("noto:fox")), "meadow", id="an animal"),
        pytest.param(Scene(prompt="", entities=entities("noto:red-apple", "noto:banana")), "table", id="food"),
        pytest.param(Scene(prompt="", entities=entities("own:cake")), "table", id="a cake"),
        pytest.param(Scene(prompt="", entities=entities("own:vase", "noto:sunflower")), "table", id="a vase"),
        pytest.param(Scene(prompt="", entities=entities("noto:cat", "own:sofa")), "livingroom", id="furniture"),
        pytest.param(Scene(prompt="", entities=entities("noto:otter")), "sea", id="an otter"),
        pytest.param(Scene(prompt="", entities=entities("noto:octopus")), "underwater", id="an octopus"),
        pytest.param(Scene(prompt="", entities=entities("noto:rocket")), "space", id="a rocket"),
        pytest.param(Scene(prompt="", entities=entities("noto:automobile")), "street", id="a car"),
        pytest.param(Scene(prompt="", entities=entities("figure:astronaut", "noto:horse")), "meadow", id="a rider"),
        pytest.param(Scene(prompt="", entities=entities("noto:duck", "noto:cow")), "farm", id="a duck on a farm"),
        pytest.param(
            Scene(
                prompt="",
                entities=entities("noto:fish", "noto:fork-and-knife-with-plate"),
                relations=(Relation("e1", "on", "e2"),),
            ),
            "table",
            id="a fish on a plate",
        ),
    ],
)
def test_a_scene_without_a_setting_gets_the_one_where_its_things_are_at_home(scene, setting):
    assert choose_setting(scene) == setting
    assert choose_setting(scene) in SETTINGS


@pytest.mark.parametrize("weather", ["rain", "storm", "snow", "fog"])
def test_weather_is_seen_over_the_picture(weather):
    before, _ = painted("meadow", weather=weather)
    scene = Scene(prompt="", seed=7, weather=weather)
    light = make_light("day", weather, scene.random("scene", "light"))
    sheet = surface(160, 160)

    draw_pixels(sheet.getCanvas(), before, 0, 0)
    effects.weather_effects(sheet.getCanvas(), 160, 160, light, scene.random("scene", "weather"), weather, "day")

    quarters = np.split(changed(to_pixels(sheet), before, 3), 4)
    assert min(quarter.mean() for quarter in quarters) > 0.01


def test_a_mirror_leaves_what_is_above_it():
    before, _ = painted("city", time="night")
    sheet = surface(160, 160)
    draw_pixels(sheet.getCanvas(), before, 0, 0)

    effects.reflect(sheet, 160, 160, 100, Scene(prompt="").random("scene", "reflection"))
    after = to_pixels(sheet)

    upside_down = before[99:39:-1, :, :3].ravel()
    assert np.array_equal(after[:100], before[:100])
    likeness = [np.corrcoef(each[100:, :, :3].ravel(), upside_down)[0, 1] for each in (before, after)]
    assert likeness[1] > likeness[0] + 0.1


@pytest.mark.parametrize("kind", ["grass", "snow", "waves"])
def test_a_cover_lies_about_the_feet_only(kind):
    scene = Scene(prompt="")
    light = make_light("day", "clear", scene.random("scene", "light"))
    sheet = surface(200, 200)

    effects.cover(sheet.getCanvas(), kind, 100, 60, 150, scene.random("e1", "cover"), 200 / 1024, light)
    rows = np.flatnonzero(to_pixels(sheet)[..., 3].any(axis=1))

    assert rows.size
    assert rows.min() > 120
    assert rows.max() < 180


def test_the_finish_darkens_the_corners_and_not_the_middle():
    before = np.full((120, 120, 3), 200, np.uint8)
    sheet = surface(120, 120)
    draw_pixels(sheet.getCanvas(), before, 0, 0)

    effects.finish(sheet.getCanvas(), 120, 120)
    after = to_pixels(sheet)

    assert after[0, 0, 0] < 195
    assert after[58, 60, 0] == 200


def test_depth_of_field_softens_and_keeps_the_alpha():
    sharp, _ = painted("city")
    cut = sharp.copy()
    cut[:50, :, 3] = 0

    soft = depth_of_field(cut, 1.0)

    assert np.array_equal(soft[..., 3], cut[..., 3])
    assert cv2.Laplacian(soft[60:, :, 1], cv2.CV_32F).std() < cv2.Laplacian(cut[60:, :, 1], cv2.CV_32F).std() / 2


def test_no_amount_of_blur_is_no_change():
    sharp, _ = painted("city")

    assert depth_of_field(sharp, 0.0) is sharp


def test_pixels_that_are_drawn_come_back_as_they_were():
    pixels = np.random.default_rng(1).integers(0, 256, (20, 30, 4), np.uint8)
    pixels[..., 3] = 255
    sheet = surface(30, 20)

    draw_pixels(sheet.getCanvas(), pixels, 0, 0)

    assert np.array_equal(to_pixels(sheet), pixels)


def test_noise_is_smooth_and_about_zero():
    scene = Scene(prompt="")
    noise = fbm(scene.random("scene", "noise"), 400)

    assert noise.shape == (400,)
    assert abs(noise.mean()) < 0.8
    assert np.abs(np.diff(noise)).max() < 0.4


def test_the_light_of_one_scene_is_always_from_the_same_side():
    scene = Scene(prompt="", seed=3)
    first = make_light("day", "clear", scene.random("scene", "light"))
    night = make_light("night", "clear", scene.random("scene", "light"))

    assert first.side == night.side
    assert 0.5 <= abs(first.side) <= 0.8
    assert night.dark > first.dark
    assert replace(first, side=0.0).sky == first.sky
