"""Things whose place follows from what they are joined to: leapt over, carried on trays, sat on, hung above others."""

import random

import pytest

from limner_illustrator.backdrops.context import Ground
from limner_illustrator.canvas.light import make_light
from limner_illustrator.language.parser import parse
from limner_illustrator.layout import layout
from limner_illustrator.layout.boxes import full_box_of
from limner_illustrator.render.actors import measure_scene

GROUND = Ground(y=460.0, horizon=300.0)
ROOM = Ground(y=460.0, horizon=400.0, indoor=True)


def arrange(scene, ground=GROUND):
    light = make_light("day", "clear", random.Random(1))
    return layout(scene, 512, 512, ground, measure_scene(scene, light))


def place(prompt, ground=GROUND):
    """The boxes of each noun, in the order of the prompt."""
    scene = parse(prompt, seed=0)
    found = {entity.noun: [] for entity in scene.entities}
    for one in arrange(scene, ground):
        found[scene.entity(one.entity_id).noun].append(full_box_of(one))
    return found


@pytest.mark.parametrize(
    "prompt", ["a sheep jumping over a fence", "a cat leaping over a log", "a frog hopping over a rock"]
)
def test_leaper_is_just_above_hurdle(prompt):
    (leaper,), (hurdle,) = place(prompt).values()

    assert hurdle.holds_x(leaper.x)
    assert 0 <= hurdle.top - leaper.bottom < 0.3 * leaper.height


def test_what_is_leapt_over_in_the_sky_stays_there():
    boxes = place("a cow jumping over the moon")

    assert boxes["cow"][0].bottom < boxes["moon"][0].top


@pytest.mark.parametrize(
    ("prompt", "carrier", "thing"),
    [
        ("a butler holding a tray with a teapot", "tray", "teapot"),
        ("a woman holding a basket with apples", "basket", "apple"),
    ],
)
def test_what_is_held_with_its_carrier_is_there(prompt, carrier, thing):
    boxes = place(prompt)
    (holder,) = boxes[carrier]

    assert all(holder.holds_x(one.x) and one.overlap_y(holder) > -0.1 * one.height for one in boxes[thing])


def test_what_surrounds_candles_surrounds_their_cake():
    boxes = place("six candles on a birthday cake, gifts around it")
    (cake,) = boxes["birthday cake"]

    assert min(one.x for one in boxes["gift"]) < cake.left
    assert max(one.x for one in boxes["gift"]) > cake.right
    assert all(one.bottom > cake.y for one in boxes["gift"])


def test_two_sit_at_both_ends_of_a_seesaw():
    boxes = place("two kids on a seesaw")
    (plank,) = boxes["seesaw"]
    left, right = sorted(boxes["kid"], key=lambda one: one.x)

    assert left.x < plank.left + 0.2 * plank.width
    assert right.x > plank.right - 0.2 * plank.width
    assert left.bottom > right.bottom


@pytest.mark.parametrize("prompt", ["a cat on a piano", "a seagull on a car", "a bird on a cow"])
def test_animal_is_smaller_than_what_carries_it(prompt):
    (animal,), (carrier,) = place(prompt).values()

    assert animal.height < 0.7 * carrier.height
    assert animal.width < 0.7 * carrier.width


def test_what_is_under_a_window_stands_below_it():
    boxes = place("a bicycle under a window", ROOM)
    (bicycle,), (window,) = boxes["bicycle"], boxes["window"]

    assert bicycle.holds_x(window.x)
    assert window.bottom < bicycle.y


def test_moon_is_large_behind_who_is_before_it():
    boxes = place("a witch flying on a broom in front of the full moon")
    (witch,), (moon,) = boxes["witch"], boxes["full moon"]

    assert moon.holds_x(witch.x)
    assert moon.top < witch.y < moon.bottom
    assert moon.width > 0.7 * witch.height


def test_fliers_around_somebody_leave_the_middle_free():
    boxes = place("three butterflies around a girl")
    (girl,) = boxes["girl"]

    assert all(one.overlap(girl) == 0 for one in boxes["butterfly"])


def test_flame_comes_out_of_the_mouth_toward_the_other():
    boxes = place("a dragon breathing fire at a knight")
    (dragon,), (fire,), (knight,) = boxes["dragon"], boxes["fire"], boxes["knight"]

    assert dragon.x < fire.x < knight.x
    assert fire.width > fire.height
    assert fire.bottom < dragon.bottom - 0.25 * dragon.height


def test_flock_of_geese_flies_in_a_v():
    geese = sorted(place("five geese flying")["goose"], key=lambda one: one.x)

    assert geese[-1].y < geese[0].y < geese[-2].y or geese[-2].y < geese[0].y < geese[-1].y


def test_ship_stays_on_the_water_beside_an_island():
    scene = parse("a pirate ship beside a palm tree on a tropical island", seed=0)
    placed = arrange(scene)
    ship, palm = (full_box_of(next(one for one in placed if one.entity_id == key)) for key in ("e1", "e2"))

    assert ship.bottom < 0.7 * palm.bottom + 0.3 * GROUND.horizon
    assert ship.overlap_x(palm) < 0.5 * ship.width


@pytest.mark.parametrize("prompt", ["a carriage pulled by two white horses", "a donkey next to a cart"])
def test_draft_animals_are_before_what_they_draw(prompt):
    boxes = place(prompt)
    animals = next(some for noun, some in boxes.items() if noun in ("horse", "donkey"))
    (drawn,) = next(some for noun, some in boxes.items() if noun in ("carriage", "cart"))

    assert all(one.right < drawn.x for one in animals)


def test_flier_is_not_larger_than_who_stands_below():
    boxes = place("a bee above a girl")

    assert boxes["bee"][0].height < 0.4 * boxes["girl"][0].height


def test_row_in_front_of_a_truck_leaves_it_to_be_seen():
    boxes = place("three kids standing in a row in front of a truck")

    assert max(one.height for one in boxes["kid"]) < 0.75 * boxes["truck"][0].height


def test_who_is_hugged_on_a_bed_is_on_it():
    boxes = place("a toddler hugging a huge teddy bear on a bed")

    assert boxes["bed"][0].holds_x(boxes["teddy bear"][0].x)
    assert boxes["teddy bear"][0].bottom < boxes["bed"][0].bottom


def test_hen_on_eggs_sits_in_their_nest():
    boxes = place("a hen sitting on eggs in a nest")

    assert boxes["nest"][0].holds_x(boxes["hen"][0].x)
    assert boxes["hen"][0].height > boxes["egg"][0].height


def test_crane_stands_on_the_ground_behind_a_ship():
    boxes = place("a crane above a ship")

    assert boxes["crane"][0].bottom > GROUND.horizon


def test_somebody_on_a_tiny_planet_is_as_large_as_others():
    boxes = place("a little prince on a tiny planet")

    assert boxes["prince"][0].height > 0.2 * 512


def test_who_looks_over_a_gate_stands_behind_it():
    boxes = place("a horse over a gate")
    (horse,), (gate,) = boxes["horse"], boxes["gate"]

    assert horse.bottom > gate.y
    assert horse.overlap(gate) > 0


def test_load_of_a_truck_is_on_its_bed():
    boxes = place("a pumpkin on a pickup truck")
    (box,), (truck,) = boxes["pumpkin"], boxes["pickup truck"]

    assert truck.x < box.x < truck.right
    assert box.bottom < truck.bottom - 0.3 * truck.height


def test_who_hides_behind_a_tree_shows_below_its_crown():
    boxes = place("a girl hiding behind a tree")

    assert boxes["girl"][0].height < 0.45 * boxes["tree"][0].height


def test_thing_in_front_of_a_laid_table_is_on_it():
    boxes = place("a candle on a table with a book in front of it")

    assert boxes["book"][0].bottom < boxes["table"][0].y


def test_cub_on_its_mother_is_smaller():
    scene = parse("a bear cub on its mother's back", seed=0)
    cub, mother = (full_box_of(one) for one in sorted(arrange(scene), key=lambda one: one.entity_id)[:2])

    assert cub.height < 0.6 * mother.height


def test_toy_is_smaller_than_a_real_thing():
    toy, real = (place(f"a girl next to a {noun}")[noun][0] for noun in ("toy train", "train"))

    assert toy.height < 0.5 * real.height


def test_dog_pulls_the_sled_that_penguins_are_on():
    boxes = place("four penguins on a sled pulled by a husky")

    assert boxes["husky"][0].right < boxes["sled"][0].x


def test_bird_on_a_narrow_post_is_seen():
    boxes = place("a pelican on a post")

    assert boxes["pelican"][0].height > 0.25 * boxes["post"][0].height


def test_who_swings_from_a_branch_hangs_below_it():
    boxes = place("a monkey swinging from a branch")
    (monkey,), (branch,) = boxes["monkey"], boxes["branch"]

    assert branch.holds_x(monkey.x)
    assert monkey.y > branch.y
