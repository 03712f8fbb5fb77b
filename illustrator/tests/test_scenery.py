"""Backdrops fill any size at any hour and in any weather and season, and report where their ground is."""

from functools import cache

import cv2
import numpy as np
import pytest

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.drawing import draw_backdrop
from limner_illustrator.backdrops.landmarks.registry import LANDMARKS
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.canvas import draw_pixels, surface, to_pixels
from limner_illustrator.canvas.focus import depth_of_field
from limner_illustrator.canvas.light import make_light, make_scene_light
from limner_illustrator.render import effects
from limner_illustrator.scene import Entity, Relation, Scene

SELF_LIT = frozenset(
    {
        "abstract",
        "cinema",
        "circus",
        "dungeon",
        "icerink",
        "moon",
        "neonalley",
        "neongrid",
        "nightclub",
        "space",
        "spaceship",
        "stage",
    }
)
"""Backdrops that no daylight reaches."""
SHAPES = [(256, 256), (96, 288), (288, 96), (64, 64)]
SHAPES_OF_BACKDROPS = [
    (backdrop, *SHAPES[(index + turn) % 4]) for index, backdrop in enumerate(sorted(BACKDROPS)) for turn in (0, 1)
]
"""Each backdrop in two neighbouring shapes, so that every shape is tested with half of them."""
SIGHTS = sorted(name for name, landmark in LANDMARKS.items() if landmark.sight is not None)


def painted(backdrop, width=160, height=160, light=None, **scene_fields):
    """The pixels (RGB) and the ground."""
    scene = Scene(prompt="", **{"seed": 7, **scene_fields})
    light = light or make_light(scene.time, scene.weather, scene.random("scene", "light"))
    sheet = surface(width, height)
    rng = scene.random("scene", "setting")
    context = BackdropContext(sheet.getCanvas(), width, height, min(width, height) / 1024, light, rng, scene)
    ground = draw_backdrop(context, backdrop)
    return to_pixels(sheet), ground


@cache
def painted_by_day(backdrop):
    return painted(backdrop)[0]


def changed(one, other, least=12):
    return np.abs(one[..., :3].astype(int) - other[..., :3]).max(axis=2) > least


@pytest.mark.parametrize(("backdrop", "width", "height"), SHAPES_OF_BACKDROPS)
def test_backdrop_fills_any_shape_with_ground_inside(backdrop, width, height):
    pixels, ground = painted(backdrop, width, height)

    assert pixels.shape == (height, width, 4)
    assert (pixels[..., 3] == 255).all()
    assert 0.2 * height < ground.y <= height
    assert 0 <= ground.horizon <= height
    assert ground.spot_x is None or 0 < ground.spot_x < width
    assert pixels[..., :3].std() > 2


@pytest.mark.parametrize("backdrop", sorted(BACKDROPS))
def test_same_seed_gives_same_pixels(backdrop):
    again, _ = painted(backdrop)

    assert np.array_equal(painted_by_day(backdrop), again)


@pytest.mark.parametrize("backdrop", ["meadow", "city", "livingroom", "forest"])
def test_other_seed_gives_other_pixels(backdrop):
    first, _ = painted(backdrop)
    other, _ = painted(backdrop, seed=8)

    assert changed(first, other).mean() > 0.1


@pytest.mark.parametrize("backdrop", sorted(BACKDROPS))
def test_night_is_darker_where_daylight_comes(backdrop):
    night, _ = painted(backdrop, time="night")

    ratio = night[..., :3].mean() / painted_by_day(backdrop)[..., :3].mean()
    assert abs(ratio - 1) < 0.01 if backdrop in SELF_LIT else ratio < 0.82


@pytest.mark.parametrize("weather", ["clear", "cloudy", "rain", "storm", "snow", "fog"])
@pytest.mark.parametrize("time", ["day", "sunset", "dawn", "night"])
def test_every_hour_and_weather_can_be_drawn(time, weather):
    pixels, _ = painted("meadow", 96, 96, time=time, weather=weather)

    assert (pixels[..., 3] == 255).all()


def test_sunset_is_redder_than_day():
    day, _ = painted("sea")
    sunset, _ = painted("sea", time="sunset")

    def redness(pixels):
        return pixels[..., 0].mean() - pixels[..., 2].mean()

    assert redness(sunset) > redness(day) + 40


def test_snow_field_is_whiter_than_meadow():
    snow, _ = painted("snow")
    meadow, _ = painted("meadow")

    low = slice(130, 160)
    assert snow[low, :, :3].min(axis=2).mean() > meadow[low, :, :3].min(axis=2).mean() + 100


def test_winter_covers_meadow_with_snow():
    _, summer = painted("meadow")
    pixels, winter = painted("meadow", season="winter")

    assert (summer.cover, winter.cover) == ("grass", "snow")
    assert pixels[130:, :, :3].mean() > 180


def test_autumn_makes_forest_less_green():
    summer, _ = painted("forest")
    autumn, _ = painted("forest", season="autumn")

    def greenness(pixels):
        return pixels[..., 1].mean() - pixels[..., 0].mean()

    assert greenness(autumn) < greenness(summer) - 8


@pytest.mark.parametrize("accent", [
    "stars", "aurora", "fireworks", "lanterns", "fireflies", "bubbles", "confetti", "smoke", "flowers",
])  # fmt: skip
def test_accent_is_visible(accent):
    plain, _ = painted("mountains", time="sunset")
    with_accent, _ = painted("mountains", time="sunset", accents=(accent,))

    assert changed(plain, with_accent).mean() > 0.003


def test_mountains_accent_shows_behind_meadow():
    asked = [painted("meadow", seed=seed, accents=("mountains",)) for seed in range(6)]
    unasked = [painted("meadow", seed=seed)[0] for seed in range(6)]

    above = [
        changed(one, other)[int(ground.horizon) - 20 : int(ground.horizon)].mean()
        for (one, ground), other in zip(asked, unasked, strict=True)
    ]
    assert max(above) > 0.3


@pytest.mark.parametrize("backdrop", ["city", "meadow", "skyline"])
@pytest.mark.parametrize("place", SIGHTS)
def test_named_place_shows_its_sight(place, backdrop):
    somewhere, _ = painted(backdrop)
    there, _ = painted(backdrop, accents=(place,))

    assert (np.abs(somewhere.astype(int) - there).max(axis=2) > 40).mean() > 0.01


@pytest.mark.parametrize(("backdrop", "place"), [("river", "venice"), ("harbour", "london"), ("city", "sydney")])
def test_only_boats_are_in_water_before_a_town(backdrop, place):
    _, for_a_boat = painted(backdrop, accents=(place,), entities=entities("noto:canoe"))
    _, for_a_cat = painted(backdrop, accents=(place,), entities=entities("noto:cat"))

    assert for_a_boat.water is not None
    assert for_a_cat.water is None


def test_tower_of_paris_reaches_upper_fifth():
    bare, _ = painted("city", 256, 256, accents=("hong kong",))
    paris, _ = painted("city", 256, 256, accents=("paris",))

    rows = (np.abs(bare.astype(int) - paris).max(axis=2) > 30).any(axis=1)
    assert rows.nonzero()[0].min() < 0.2 * 256


@pytest.mark.parametrize(("backdrop", "accent"), [
    ("river", "venice"), ("river", "amsterdam"), ("coast", "greece"), ("desert", "egypt"), ("beach", "rio"),
    ("lake", "fuji"), ("mountains", "china"), ("village", "alps"), ("street", "paris"), ("rooftop", "new york"),
    ("balcony", "rome"), ("desert", "mexico"), ("livingroom", "paris"), ("office", "paris"),
])  # fmt: skip
def test_named_place_shows_in_its_backdrop(backdrop, accent):
    plain, _ = painted(backdrop, 256, 256)
    named, _ = painted(backdrop, 256, 256, accents=(accent,))

    assert changed(plain, named, 40).mean() > 0.01


@pytest.mark.parametrize(("light", "strong", "weak"), [
    ("pink", 0, 1), ("golden", 0, 2), ("candle", 0, 2), ("blue", 2, 0), ("moon", 2, 0), ("purple", 2, 1),
    ("neon", 0, 1),
])  # fmt: skip
@pytest.mark.parametrize("backdrop", ["city", "bedroom"])
def test_coloured_light_colours_the_picture(light, strong, weak, backdrop):
    def lead(accents):
        scene = Scene(prompt="", seed=7, accents=accents)
        pixels, _ = painted(backdrop, accents=accents, light=make_scene_light(scene, scene.random("scene", "light")))
        return pixels[..., strong].mean() - pixels[..., weak].mean()

    assert lead((f"light:{light}",)) > lead(()) + 6


def test_unknown_light_changes_nothing():
    scene = Scene(prompt="", seed=7, accents=("light:plaid",))

    light = make_scene_light(scene, scene.random("scene", "light"))

    assert light == make_light("day", "clear", scene.random("scene", "light"))


def test_high_room_has_detail_up_to_ceiling():
    pixels, _ = painted("livingroom", 128, 384)

    bands = [pixels[top : top + 32, :, :3].reshape(-1, 3).std(axis=0).mean() for top in range(0, 256, 32)]
    assert min(bands) > 6


def test_meadow_at_sunset_is_green():
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


def test_neon_city_is_not_overexposed():
    pixels, _ = painted("city", 256, 256, time="night", weather="rain", styles=("neon",))

    assert (pixels[..., :3].min(axis=2) > 250).mean() < 0.01


@pytest.mark.parametrize(
    ("backdrop", "expected"),
    [
        pytest.param("space", {"floating": True}, id="space"),
        pytest.param("underwater", {"floating": True}, id="underwater"),
        pytest.param("tabletop", {"top_view": True}, id="tabletop"),
        pytest.param("table", {"table": True}, id="table"),
        pytest.param("kitchen", {"indoor": True}, id="kitchen"),
        pytest.param("sea", {"cover": "waves"}, id="sea"),
    ],
)
def test_ground_has_properties_of_its_backdrop(backdrop, expected):
    _, ground = painted(backdrop)

    assert {name: getattr(ground, name) for name in expected} == expected


def entities(*drawings):
    return tuple(
        Entity(id=f"e{i}", noun=drawing.split(":")[1], drawing=drawing) for i, drawing in enumerate(drawings, 1)
    )


@pytest.mark.parametrize(
    ("scene", "backdrop"),
    [
        pytest.param(Scene(prompt="", entities=entities("noto:fox"), backdrop="desert"), "desert", id="as it says"),
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
def test_scene_without_place_gets_home_of_its_things(scene, backdrop):
    assert choose_backdrop(scene) == backdrop
    assert backdrop in BACKDROPS


@pytest.mark.parametrize("weather", ["rain", "storm", "snow", "fog"])
def test_weather_is_visible_over_the_picture(weather):
    before, _ = painted("meadow", weather=weather)
    scene = Scene(prompt="", seed=7, weather=weather)
    light = make_light("day", weather, scene.random("scene", "light"))
    sheet = surface(160, 160)

    draw_pixels(sheet.getCanvas(), before, 0, 0)
    effects.weather_effects(sheet.getCanvas(), 160, 160, light, scene.random("scene", "weather"), weather, "day")

    assert min(quarter.mean() for quarter in np.split(changed(to_pixels(sheet), before, 3), 4)) > 0.01


def test_reflection_leaves_pixels_above_it():
    before, _ = painted("city", time="night")
    sheet = surface(160, 160)
    draw_pixels(sheet.getCanvas(), before, 0, 0)

    effects.reflect(sheet, 160, 160, 100, Scene(prompt="").random("scene", "reflection"))
    after = to_pixels(sheet)

    assert np.array_equal(after[:100], before[:100])
    upside_down = before[99:39:-1, :, :3].ravel()
    likeness = [np.corrcoef(each[100:, :, :3].ravel(), upside_down)[0, 1] for each in (before, after)]
    assert likeness[1] > likeness[0] + 0.1


@pytest.mark.parametrize("kind", ["grass", "snow", "waves"])
def test_cover_surrounds_feet_only(kind):
    scene = Scene(prompt="")
    light = make_light("day", "clear", scene.random("scene", "light"))
    sheet = surface(200, 200)

    effects.cover(sheet.getCanvas(), kind, 100, 60, 150, scene.random("e1", "cover"), 200 / 1024, light)
    rows = np.flatnonzero(to_pixels(sheet)[..., 3].any(axis=1))

    assert rows.size
    assert rows.min() > 120
    assert rows.max() < 180


def test_depth_of_field_keeps_alpha():
    sharp, _ = painted("city")
    cut = sharp.copy()
    cut[:50, :, 3] = 0

    soft = depth_of_field(cut, 1.0)

    assert np.array_equal(soft[..., 3], cut[..., 3])
    assert cv2.Laplacian(soft[60:, :, 1], cv2.CV_32F).std() < cv2.Laplacian(cut[60:, :, 1], cv2.CV_32F).std() / 2


def test_zero_blur_returns_same_pixels():
    sharp, _ = painted("city")

    assert depth_of_field(sharp, 0.0) is sharp
