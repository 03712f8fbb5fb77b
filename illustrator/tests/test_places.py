"""Which place a prompt is shown in: what it names, where its things are at home, what is on its walls."""

import numpy as np
import pytest

from limner_illustrator import draw
from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.drawing import draw_backdrop
from limner_illustrator.backdrops.habitats import list_habitats
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.canvas import surface
from limner_illustrator.canvas.light import make_light
from limner_illustrator.drawing.composition import compose
from limner_illustrator.language.parser import parse, read
from limner_illustrator.render.paint import locate_subjects, paint

EDGE = 128


@pytest.mark.parametrize(
    ("place", "backdrop"),
    [
        ("in a supermarket", "supermarket"),
        ("in a warehouse", "warehouse"),
        ("in a data center", "serverroom"),
        ("in a server room", "serverroom"),
        ("in a school hallway", "corridor"),
        ("in a locker room", "lockerroom"),
        ("in an arcade", "arcade"),
        ("on a highway", "highway"),
        ("in a parking lot", "parkinglot"),
        ("in a garage", "garage"),
        ("in a factory", "factory"),
        ("in a barn", "barn"),
        ("in a hair salon", "barbershop"),
        ("in a laundromat", "laundry"),
        ("in a hotel lobby", "lobby"),
        ("in a prison cell", "prison"),
        ("in a movie theater", "cinema"),
        ("in the savanna", "savanna"),
        ("in a park", "park"),
        ("at a campsite", "campsite"),
        ("in an alley", "alley"),
        ("at a night market", "nightmarket"),
        ("in the suburbs", "suburb"),
        ("at a construction site", "buildingsite"),
        ("at an amusement park", "fair"),
        ("on a basketball court", "court"),
        ("on an ice rink", "icerink"),
        ("in a bowling alley", "bowling"),
        ("in a valley", "valley"),
        ("in a gorge", "gorge"),
        ("beside a fjord", "fjord"),
        ("at a lagoon", "lagoon"),
        ("at an oasis", "oasis"),
        ("at a watering hole", "wateringhole"),
        ("in a hot spring", "hotspring"),
        ("in a bamboo forest", "bamboo"),
        ("in a redwood forest", "redwoods"),
        ("in a pine forest", "pinewood"),
        ("in a birch forest", "birchwood"),
        ("in a nightclub", "nightclub"),
        ("in a diner", "diner"),
        ("in a pub", "bar"),
        ("in a bakery", "bakery"),
        ("in a dining room", "diningroom"),
        ("in a basement", "basement"),
        ("inside a submarine", "submarine"),
        ("in the cockpit", "cockpit"),
        ("in a subway station", "subway"),
        ("in a village square", "townsquare"),
        ("in a castle courtyard", "courtyard"),
        ("at a gas station", "gasstation"),
        ("among ancient ruins", "ruins"),
        ("on an alien planet", "alienplanet"),
    ],
)
def test_place_has_its_own_backdrop(place, backdrop):
    reading = read(f"a dog {place}", seed=0)

    assert reading.scene.backdrop == backdrop
    assert [entity.noun for entity in reading.scene.entities] == ["dog"]
    assert reading.omissions.note() is None


@pytest.mark.parametrize(
    ("prompt", "backdrop"),
    [
        ("a house with a pool", "poolgarden"),
        ("a castle with a moat", "moat"),
        ("a castle surrounded by a moat", "moat"),
        ("a train coming out of a tunnel", "tunnelmouth"),
        ("a car through a tunnel", "tunnelmouth"),
        ("a dog in a tunnel", "dungeon"),
        ("a bicycle leaning against a wall", "wall"),
        ("a sofa by the wall", "livingroom"),
        ("a painting on the wall of a bedroom", "bedroom"),
        ("an elephant", "savanna"),
        ("a lion", "savanna"),
        ("a camel", "desert"),
        ("a shark", "underwater"),
        ("a desk lamp", "livingroom"),
        ("a red door", "wall"),
    ],
)
def test_things_are_shown_where_they_belong(prompt, backdrop):
    scene = parse(prompt, seed=0)

    assert choose_backdrop(scene) == backdrop
    assert scene.entities


def test_night_market_is_at_night():
    assert parse("a girl at a night market", seed=0).time == "night"


@pytest.mark.parametrize("accent", ["graffiti", "moss", "ivy"])
def test_what_is_on_a_wall_shows(accent):
    bare = draw("a wall", size=(EDGE, EDGE)).pixels.astype(int)
    shown = draw(f"{accent} on a wall", size=(EDGE, EDGE))

    assert shown.note is None
    assert accent in shown.scene.accents
    assert np.abs(shown.pixels - bare).mean() > 3


@pytest.mark.parametrize(
    ("prompt", "is_painted"), [("light through a window", True), ("a cat and a window", True), ("a red window", False)]
)
def test_plain_window_is_the_one_of_the_room(prompt, is_painted):
    scene = parse(prompt, seed=0)
    rng = scene.random("scene", "setting")
    light = make_light("day", "clear", rng)
    context = BackdropContext(surface(EDGE, EDGE).getCanvas(), EDGE, EDGE, EDGE / 1024, light, rng, scene)
    ground = draw_backdrop(context, "livingroom")
    (window,) = (entity.id for entity in scene.entities if entity.drawing == "own:window")

    assert (window in ground.painted) == is_painted


@pytest.mark.parametrize("prompt", ["a fox", "a house", "a woman", "a car", "a wizard", "a bee"])
def test_habitats_of_all_seeds_exist(prompt):
    entities = parse(prompt, seed=0).entities
    home = choose_backdrop(parse(prompt, seed=0))

    habitats = list_habitats(home, entities)
    assert home in habitats
    assert set(habitats) <= set(BACKDROPS)
    assert {choose_backdrop(compose(read(prompt, seed=seed))) for seed in range(1, 30)} <= set(habitats)


def test_path_leads_to_a_distant_house():
    near = draw("a cottage", size=(EDGE, EDGE))
    far = draw("a path leading to a cottage", size=(EDGE, EDGE))

    assert far.note is None
    assert "path" in far.scene.accents
    middle = slice(EDGE // 2 - 6, EDGE // 2 + 6)
    # Sand is redder than grass.
    assert far.pixels[-6:, middle, 0].mean() > near.pixels[-6:, middle, 0].mean() + 30


@pytest.mark.parametrize(
    ("prompt", "backdrop"),
    [
        ("a bicycle in front of a bakery", None),
        ("a car parked outside a diner", None),
        ("a cat in a bakery", "bakery"),
        ("a dog at a cafe", "cafe"),
        ("a chair next to a window with snow outside", None),
    ],
)
def test_shop_is_seen_from_outside(prompt, backdrop):
    scene = parse(prompt, seed=0)
    assert scene.backdrop == backdrop
    assert backdrop or len(scene.entities) == 2


def test_ship_floats_beyond_the_ice():
    scene = parse("a sailboat in the arctic", seed=0)
    (boat,) = locate_subjects(scene, 400, 400)
    assert boat.foot < 0.75


@pytest.mark.parametrize(
    ("prompt", "land"),
    [
        ("a van on a road in the desert", "desert"),
        ("a desert highway", "desert"),
        ("a bus on a forest road", "forest"),
        ("a coastal road", "coast"),
    ],
)
def test_road_through_country_has_no_houses(prompt, land):
    reading = read(prompt, seed=0)

    assert reading.scene.backdrop == "highway"
    assert land in reading.scene.accents
    assert reading.omissions.note() is None


@pytest.mark.parametrize("valley", ["canyon", "gorge"])
def test_river_runs_through_a_canyon(valley):
    reading = read(f"a {valley} with a river", seed=0)

    assert reading.scene.backdrop == valley
    assert reading.omissions.note() is None


def test_deep_sea_is_darker_than_reef():
    deep, reef = (
        next(iter(paint(parse(prompt, seed=0), EDGE, EDGE, quality="low"))) for prompt in ("the deep sea", "a reef")
    )

    assert deep.mean() < 0.6 * reef.mean()
