"""Meals are what stands on the table, and things stand where they are used."""

from dataclasses import replace

import pytest

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.backdrops.sky_objects import sky_entities
from limner_illustrator.catalog.kinds import is_building, is_vehicle
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.language.parser import parse, read
from limner_illustrator.layout.display_size import vary
from limner_illustrator.subjects.objects.containers import is_filled
from limner_illustrator.subjects.subject import Subject


def list_nouns(prompt):
    return [one.noun for one in parse(prompt, seed=0).entities]


def list_drawings(prompt):
    return {one.drawing for one in parse(prompt, seed=0).entities}


@pytest.mark.parametrize(
    "prompt", ["a family dinner", "a family having dinner", "a romantic dinner for two", "a sunday brunch with friends"]
)
def test_company_sits_at_a_table_with_several_dishes(prompt):
    scene = parse(prompt, seed=0)
    table = next(one.id for one in scene.entities if one.drawing == "own:dining-table")

    assert {one.subject for one in scene.relations if one.kind == "behind" and one.object == table}
    assert len([one for one in scene.relations if one.kind == "on" and one.object == table]) >= 3


@pytest.mark.parametrize(
    ("prompt", "dishes"),
    [
        ("breakfast with pancakes, orange juice and bacon", ["pancake", "juice", "bacon"]),
        ("a healthy breakfast with yogurt and berries", ["yogurt"]),
        ("breakfast on a terrace with coffee and croissants", ["coffee", "croissant"]),
    ],
)
def test_named_dishes_replace_the_meal(prompt, dishes):
    nouns = list_nouns(prompt)

    assert nouns[: len(dishes)] == dishes
    assert "breakfast" not in nouns


@pytest.mark.parametrize("prompt", ["a man eating breakfast", "a woman cooking dinner", "a dinner plate"])
def test_meal_of_one_person_has_no_laid_table(prompt):
    assert "own:dining-table" not in list_drawings(prompt)


def test_breakfast_in_bed_is_on_a_tray_on_the_bed():
    scene = parse("breakfast in bed with croissants and coffee", seed=0)
    bed, tray, *dishes = [one.id for one in scene.entities]

    assert [(one.subject, one.kind, one.object) for one in scene.relations] == [
        (tray, "on", bed),
        *((dish, "on", tray) for dish in dishes),
    ]


@pytest.mark.parametrize(
    ("prompt", "drawing"),
    [
        ("a swing hanging from an old oak tree", "own:rope-swing"),
        ("a hamster running in a wheel", "own:hamster-wheel"),
        ("a patient on a stretcher", "own:stretcher"),
        ("two deck chairs on the beach", "own:deck-chair"),
        ("a cat on a blanket", "own:rug"),
    ],
)
def test_context_chooses_the_drawing(prompt, drawing):
    assert drawing in list_drawings(prompt)


def test_swing_without_a_tree_has_a_frame():
    assert "own:swing" in list_drawings("a swing in the garden")


def test_small_things_beside_an_animal_in_a_room_get_a_table():
    scene = parse("a cat and an alarm clock in a bedroom", seed=0)
    clock, table = scene.entities[1], scene.entities[2]

    assert table.drawing == "own:table"
    assert [(one.subject, one.kind, one.object) for one in scene.relations] == [(clock.id, "on", table.id)]


@pytest.mark.parametrize("prompt", ["a lemonade stand", "a hot dog stand", "a newspaper kiosk", "a fruit stand"])
def test_stands_are_outdoors(prompt):
    assert choose_backdrop(parse(prompt, seed=0)) in ("street", "park", "meadow")


def test_what_hangs_above_a_place_is_in_the_air():
    assert parse("umbrellas hanging above a street", seed=0).entities[0].action == "floating"
    assert parse("cups hanging on the wall", seed=0).entities[0].action != "floating"


@pytest.mark.parametrize("prompt", ["four colorful umbrellas", "four umbrellas in different colors"])
def test_each_of_several_colorful_things_has_its_own_color(prompt):
    scene = parse(prompt, seed=0)

    assert len({Subject(scene.entities[0], scene, copy).color for copy in range(4)}) == 4


def test_single_colorful_thing_keeps_its_colors():
    scene = parse("a colorful parrot", seed=0)

    assert Subject(scene.entities[0], scene).color is None


def test_cow_jumps_over_the_moon():
    scene = parse("a cow jumping over the moon", seed=0)

    assert sky_entities(replace(scene, backdrop=choose_backdrop(scene))) == ()


def test_named_bed_replaces_the_bed_of_the_room():
    scene = parse("a bunk bed in a bedroom", seed=0)
    plain = parse("a toy train in a bedroom", seed=0)

    def leaves_out(one):
        return BackdropContext(None, 8, 8, 1.0, None, None, one).leaves_out("bed")

    assert leaves_out(scene)
    assert not leaves_out(plain)


@pytest.mark.parametrize("prompt", ["an aquarium with a shark and a crab with a net", "a cow jumping over the moon"])
def test_backdrop_is_chosen_where_some_things_do_not_count(prompt):
    assert choose_backdrop(parse(prompt, seed=0))


@pytest.mark.parametrize(("prompt", "count"), [("a camel caravan", 4), ("a wolf pack in the snow", 5), ("a camel", 1)])
def test_herd_after_its_animal_counts(prompt, count):
    assert parse(prompt, seed=0).entities[0].count == count


def test_two_houses_are_single_houses():
    assert [(one.drawing, one.count) for one in parse("two houses", seed=0).entities] == [("noto:house", 2)]


def test_copies_of_different_sizes_differ():
    candles = parse("three candles of different heights", seed=0).entities[0]

    assert len({vary(candles, copy) for copy in range(3)}) == 3
    assert vary(parse("three candles", seed=0).entities[0], 1) == 1


@pytest.mark.parametrize(
    ("prompt", "backdrop"),
    [
        ("the interior of a cozy cabin with a fireplace", "livingroom"),
        ("the inside of a spaceship", "spaceship"),
        ("inside of an old church with candles", "church"),
        ("a castle interior", "castlehall"),
    ],
)
def test_interior_is_a_place_and_no_building(prompt, backdrop):
    scene = parse(prompt, seed=0)

    assert scene.backdrop == backdrop
    assert all(not is_building(one.drawing) and not is_vehicle(one.drawing) for one in scene.entities)


@pytest.mark.parametrize("prompt", ["a small cabin with a light in the window", "a house with a table and chairs"])
def test_building_does_not_stand_in_a_room(prompt):
    assert not BACKDROPS[choose_backdrop(parse(prompt, seed=0))].indoor


def test_wearer_of_sunglasses_is_on_the_towel():
    scene = parse("a pineapple wearing sunglasses on a beach towel", seed=0)
    pineapple, _, towel = (one.id for one in scene.entities)

    assert (pineapple, "on", towel) in [(one.subject, one.kind, one.object) for one in scene.relations]


def test_shadow_that_is_the_subject_is_noted():
    assert "shadow" in (read("a cat's shadow on a brick wall", seed=0).omissions.note() or "")
    assert read("a cat on a wall with soft shadows", seed=0).omissions.note() is None


def test_list_in_an_aquarium_is_in_it():
    scene = parse("an aquarium with a shark, a crab and a treasure chest", seed=0)

    assert [(one.kind, one.object) for one in scene.relations] == [("in", scene.entities[0].id)] * 3


@pytest.mark.parametrize(
    ("prompt", "drawing"),
    [
        ("a pile of gold coins", "own:coin-pile"),
        ("a heap of gold", "own:coin-pile"),
        ("a pile of laundry", "own:laundry-pile"),
        ("a pile of autumn leaves", "own:leaf-pile"),
    ],
)
def test_heap_of_many_small_things_is_one_drawing(prompt, drawing):
    assert [(one.drawing, one.count) for one in parse(prompt, seed=0).entities] == [(drawing, 1)]


def test_chairs_of_a_table_stand_around_it():
    scene = parse("a dining table with four chairs", seed=0)

    assert [one.kind for one in scene.relations] == ["around"]
    assert [one.kind for one in parse("a table with four cups", seed=0).relations] == ["on"]


def test_land_animals_before_a_mountain_lake_are_on_its_shore():
    assert "ashore" in parse("two llamas in front of a mountain lake", seed=0).accents


def test_reading_glasses_are_no_lettering():
    scene = parse("a book with a flower and reading glasses on top", seed=0)

    assert scene.texts == ()
    assert "reading glasses" in [one.noun for one in scene.entities]
    assert all(one.text is None for one in scene.entities)


def test_seal_with_a_ball_is_not_on_a_table():
    assert choose_backdrop(parse("a seal balancing a ball on its nose", seed=0)) != "table"
    assert choose_backdrop(parse("a fish on a plate", seed=0)) == "table"


@pytest.mark.parametrize("prompt", ["a jar full of marbles", "a jar of cookies"])
def test_jar_is_filled(prompt):
    assert parse(prompt, seed=0).entities[1].count == 12


def test_counted_things_in_a_jar_keep_their_number():
    assert parse("a jar with three marbles", seed=0).entities[1].count == 3


@pytest.mark.parametrize(
    ("prompt", "drawing"),
    [
        ("a bowl of cereal", "own:cereal"),
        ("a baby in a crib", "own:crib"),
        ("a wagon wheel", "own:wagon-wheel"),
        ("a wheel", "noto:wheel"),
        ("a hot dog cart", "own:vendor-cart"),
        ("a radio on a sideboard", "own:sideboard"),
        ("a rose bush", "own:bush"),
    ],
)
def test_common_things_have_drawings_of_their_own(prompt, drawing):
    assert drawing in list_drawings(prompt)


def test_horse_drawn_carriage_has_a_horse():
    assert list_nouns("a horse-drawn carriage in front of a castle") == ["carriage", "horse", "castle"]


def test_farm_without_fences_has_none():
    assert "fence" in parse("a farm with cows but no fences", seed=0).absent


def test_dog_in_its_doghouse_is_in_the_doorway():
    assert [one.kind for one in parse("a dog in a doghouse", seed=0).relations] == ["in"]
    assert thing_of("own:kennel").tank


def test_empty_cage_has_no_bird_of_its_own():
    empty, full = (parse(prompt, seed=0) for prompt in ("an empty bird cage", "a bird cage"))

    assert is_filled(Subject(empty.entities[0], empty))
    assert not is_filled(Subject(full.entities[0], full))


def test_door_of_a_cage_is_a_part_of_it():
    assert list_nouns("a bird cage with an open door") == ["bird cage"]
    assert "door" in (read("a bird cage with an open door", seed=0).omissions.note() or "")
    assert "door" in list_nouns("a dog next to a door")


@pytest.mark.parametrize("prompt", ["a cactus with a party hat", "a pumpkin with a witch hat"])
def test_plant_wears_its_hat(prompt):
    assert [(one.subject, one.kind, one.object) for one in parse(prompt, seed=0).relations] == [("e1", "wearing", "e2")]


def test_empty_room_has_no_furniture():
    assert "furniture" in parse("an old piano in an empty room", seed=0).absent
    assert "furniture" not in parse("an old piano in a room", seed=0).absent
