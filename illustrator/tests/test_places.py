"""Where things stand: in the sky, on a bough, on the bank, in the water, behind glass, in a field."""

import pytest

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.backdrops.drawing import draw_backdrop
from limner_illustrator.backdrops.heavens import hang
from limner_illustrator.backdrops.stage import Stage
from limner_illustrator.canvas import surface, to_pixels
from limner_illustrator.canvas.light import light_for
from limner_illustrator.language.parse import parse
from limner_illustrator.layout import layout
from limner_illustrator.render.actors import measured

EDGE = 512


class Drawn:
    """A prompt, its setting painted and its things placed."""

    def __init__(self, prompt):
        self.scene = parse(prompt, seed=1)
        self.sheet = surface(EDGE, EDGE)
        light = light_for(self.scene, self.scene.random("scene", "light"))
        rng = self.scene.random("scene", "setting")
        self.stage = Stage(self.sheet.getCanvas(), EDGE, EDGE, EDGE / 1024, light, rng, self.scene)
        self.ground = draw_backdrop(self.stage, choose_backdrop(self.scene))
        self.placements = layout(self.scene, EDGE, EDGE, self.ground, measured(self.scene, light))

    def named(self, noun):
        ids = {entity.id for entity in self.scene.entities if entity.noun == noun}
        assert ids, f"no {noun} in {self.scene.prompt}"
        return [placement for placement in self.placements if placement.entity_id in ids]

    def is_painted(self, noun):
        return all(entity.id in self.ground.painted for entity in self.scene.entities if entity.noun == noun)

    def is_in_water(self, noun):
        return [one.ground_y is not None and self.ground.is_water(one.ground_y) for one in self.named(noun)]


@pytest.mark.parametrize(
    ("prompt", "noun"),
    [
        ("two owls under a full moon", "full moon"),
        ("a dog looking at the moon", "moon"),
        ("a wolf howling at the moon", "moon"),
        ("a castle under a rainbow", "rainbow"),
        ("a rainbow over a castle", "rainbow"),
        ("a crescent moon above a mosque", "crescent moon"),
        ("a comet over the mountains", "comet"),
        ("a cat beneath the sun", "sun"),
        ("a fox in a forest with a full moon", "full moon"),
        ("a tent and three shooting stars", "shooting star"),
    ],
)
def test_what_belongs_to_the_sky_is_painted_with_it(prompt, noun):
    drawn = Drawn(prompt)

    assert drawn.is_painted(noun)
    assert drawn.named(noun) == []


@pytest.mark.parametrize(
    "prompt", ["a girl on a crescent moon", "a boy holding a star", "a full moon", "a star on a plate"]
)
def test_a_moon_that_is_used_as_a_thing_is_a_thing(prompt):
    drawn = Drawn(prompt)

    assert not drawn.ground.painted


def test_the_moon_is_a_twelfth_to_a_sixth_of_the_width_unless_it_is_the_subject():
    sizes = [
        2 * hang(Drawn(prompt).stage, 0.55 * EDGE).radius / EDGE
        for prompt in ("an owl under a full moon", "an owl under a giant full moon", "a full moon over the sea")
    ]

    assert 1 / 12 <= sizes[0] <= 1 / 6
    assert sizes[1] > 0.35
    assert 1 / 6 < sizes[2] < 0.35


def test_there_is_one_moon_only():
    with_its_own, without = (Drawn(prompt).stage for prompt in ("a cat under the moon", "a cat at night"))

    assert hang(with_its_own, 200.0) is not None
    assert hang(without, 200.0) is None


@pytest.mark.parametrize(
    ("prompt", "time"),
    [
        ("a dog looking at the moon", "night"),
        ("a full moon over a village", "night"),
        ("a wolf beneath the stars", "night"),
        ("a moon in the sky on a sunny day", "day"),
        ("a fox under the northern lights", "night"),
        ("a cat at sunset under the moon", "sunset"),
        ("a full moon", "day"),
    ],
)
def test_under_the_moon_it_is_night_unless_the_prompt_says_otherwise(prompt, time):
    assert parse(prompt, seed=1).time == time


def test_who_names_the_stars_is_not_under_leaves():
    assert choose_backdrop(parse("a wolf", seed=1)) == "forest"
    assert choose_backdrop(parse("a wolf beneath the stars", seed=1)) == "meadow"
    assert choose_backdrop(parse("a wolf in a forest beneath the stars", seed=1)) == "forest"


@pytest.mark.parametrize("prompt", ["two owls on a branch", "two owls on the branch of a tree", "two owls on a bough"])
def test_owls_sit_on_a_bough_that_comes_from_the_side(prompt):
    drawn = Drawn(prompt)
    (bough,) = [one for one in drawn.placements if one.width > 0.5 * EDGE]

    assert bough.x == pytest.approx(0, abs=2)
    assert bough.ground_y is None
    for owl in drawn.named("owl"):
        assert bough.y < owl.y + owl.height < bough.y + 0.7 * bough.height
        assert owl.height > 0.15 * EDGE


def test_what_hangs_from_a_bough_is_below_it():
    drawn = Drawn("a spider hanging from a branch")
    (spider,), (bough,) = drawn.named("spider"), drawn.named("branch")

    assert spider.y + spider.height > bough.y + bough.height


def test_a_squirrel_in_a_tree_is_in_its_crown():
    drawn = Drawn("a squirrel in a tree")
    (squirrel,), (tree,) = drawn.named("squirrel"), drawn.named("tree")

    assert squirrel.y + squirrel.height < tree.y + 0.6 * tree.height


@pytest.mark.parametrize(
    ("prompt", "noun"),
    [
        ("a cottage by a lake", "cottage"),
        ("a house near the sea", "house"),
        ("a tent beside a river", "tent"),
        ("a deer at the edge of a pond", "deer"),
        ("a girl on the bank of a river", "girl"),
        ("a castle on the shore of a lake", "castle"),
        ("a castle on a lake", "castle"),
    ],
)
def test_who_is_by_the_water_stands_on_land(prompt, noun):
    drawn = Drawn(prompt)

    assert drawn.is_in_water(noun) == [False]
    assert drawn.ground.bank is None or drawn.named(noun)[0].ground_y > drawn.ground.bank


@pytest.mark.parametrize(
    ("prompt", "noun"),
    [
        ("a crocodile in a river", "crocodile"),
        ("a hippo in the water", "hippo"),
        ("two swans on a pond", "swan"),
        ("a duck on a lake", "duck"),
        ("a boat on a river", "boat"),
        ("a bear in a river", "bear"),
    ],
)
def test_who_is_in_the_water_is_partly_under_its_line(prompt, noun):
    in_water = Drawn(prompt).is_in_water(noun)

    assert in_water
    assert all(in_water)


def test_swans_are_on_the_lake_while_the_castle_is_on_its_shore():
    drawn = Drawn("a castle by a lake with two swans")

    assert drawn.is_in_water("castle") == [False]
    assert drawn.is_in_water("swan") == [True, True]
    (castle,) = drawn.named("castle")
    assert all(swan.x + swan.width < castle.x + 0.2 * castle.width for swan in drawn.named("swan"))


def test_swans_are_on_the_river_beside_which_the_house_is():
    drawn = Drawn("a house by a river with a swan")

    assert drawn.is_in_water("house") == [False]
    assert drawn.is_in_water("swan") == [True]


def test_a_table_by_the_pond_does_not_bear_its_ducks():
    drawn = Drawn("a picnic table beside a pond with three ducks")

    assert drawn.scene.relations == ()
    assert drawn.is_in_water("duck") == [True, True, True]


def test_a_bridge_spans_the_river_and_a_boat_passes_its_arch():
    drawn = Drawn("a boat under a bridge")
    (bridge,), (boat,) = drawn.named("bridge"), drawn.named("boat")

    assert bridge.width > 0.9 * EDGE
    assert bridge.y + 0.4 * bridge.height < boat.y


@pytest.mark.parametrize(
    ("prompt", "vessel"),
    [
        ("a goldfish in a bowl", "own:fishbowl"),
        ("a bowl with a goldfish", "own:fishbowl"),
        ("an aquarium with fish", "own:aquarium"),
        ("a fish in a tank", "own:aquarium"),
    ],
)
def test_fish_that_live_are_behind_glass(prompt, vessel):
    drawn = Drawn(prompt)
    (host,) = [one for one in drawn.placements if drawn.scene.entity(one.entity_id).drawing == vessel]
    fish = [one for one in drawn.placements if one is not host]

    assert fish
    assert drawn.scene.setting is None
    for one in fish:
        assert one.depth > host.depth
        assert host.x < one.x < one.x + one.width < host.x + host.width
        assert host.y < one.y < one.y + one.height < host.y + host.height


def test_it_is_the_fish_and_not_the_cat_that_is_in_the_bowl():
    scene = parse("a cat watching a fish in a bowl", seed=1)

    assert {(one.subject, one.kind, one.object) for one in scene.relations} == {
        ("e1", "looking_at", "e2"),
        ("e2", "in", "e3"),
    }


def test_a_frog_under_a_mushroom_is_lower_than_its_cap():
    drawn = Drawn("a frog under a mushroom")
    (frog,), (mushroom,) = drawn.named("frog"), drawn.named("mushroom")

    assert frog.y > mushroom.y + 0.4 * mushroom.height


def test_what_is_in_a_bowl_is_cut_off_by_its_front_rim():
    drawn = Drawn("three apples in a bowl")
    (bowl,) = drawn.named("bowl")

    assert len(drawn.named("apple")) == 3
    for apple in drawn.named("apple"):
        assert apple.depth > bowl.depth
        assert apple.y < apple.hidden_from < apple.y + apple.height


def test_soup_is_still_in_a_bowl():
    (bowl,) = [one for one in parse("shrimp in a bowl", seed=1).entities if one.noun == "bowl"]

    assert bowl.drawing == "noto:bowl-with-spoon"


@pytest.mark.parametrize(
    ("prompt", "crop"),
    [
        ("a scarecrow in a field of corn", "corn"),
        ("a scarecrow in a cornfield", "corn"),
        ("a girl in a field of red tulips", "tulip"),
        ("a tractor in a wheat field", "wheat"),
        ("a dog in a pumpkin patch", "pumpkin"),
        ("a cat in a rose garden", "rose"),
    ],
)
def test_a_field_is_full_of_its_crop(prompt, crop):
    drawn = Drawn(prompt)

    assert drawn.scene.setting == "crops"
    assert drawn.is_painted(crop)
    assert len(drawn.placements) == 1


def test_a_field_has_the_colour_that_was_asked_for():
    reds = []
    for color in ("red", "white"):
        near = to_pixels(Drawn(f"a field of {color} tulips").sheet)[int(0.7 * EDGE) :, :, :3].astype(int)
        reds.append(float(((near[..., 0] > 150) & (near[..., 1] < 90)).mean()))

    assert reds[0] > 0.1 > reds[1]


def test_a_field_of_nothing_that_grows_is_a_meadow():
    assert parse("a boy in a field of grass", seed=1).setting == "meadow"


@pytest.mark.parametrize("thing", ["house", "castle", "tree", "church", "tower"])
def test_nobody_holds_what_is_larger_than_a_person(thing):
    scene = parse(f"two rabbits in a forest with a {thing}", seed=1)

    assert [(one.subject, one.kind, one.object) for one in scene.relations] == [("e2", "behind", "e1")]


@pytest.mark.parametrize("thing", ["balloon", "book", "fishing rod", "kite", "sunflower"])
def test_what_can_be_held_is_held(thing):
    scene = parse(f"a boy with a {thing}", seed=1)

    assert [one.kind for one in scene.relations] == ["holding"]


@pytest.mark.parametrize(("prompt", "share"), [("twenty sheep in a meadow", 0.15), ("25 ducks on a pond", 0.14)])
def test_a_crowd_is_large_enough_to_be_told_apart(prompt, share):
    placements = Drawn(prompt).placements

    assert max(placement.size_px for placement in placements) > share * EDGE


def test_many_flowers_spread_from_the_neck_of_their_vase():
    drawn = Drawn("ten roses in a vase")
    roses, (vase,) = drawn.named("rose"), drawn.named("vase")

    assert len(roses) == 10
    assert max(rose.x + rose.width for rose in roses) - min(rose.x for rose in roses) > 1.5 * vase.width
    assert len({round(rose.y) for rose in roses}) > 3


@pytest.mark.parametrize(("words", "count"), [("seventeen", 17), ("nineteen", 19), ("twenty four", 24)])
def test_numbers_are_words(words, count):
    assert parse(f"{words} cats", seed=1).entities[0].count == count
    assert parse(f"{words.replace(' ', '-')} cats", seed=1).entities[0].count == count


@pytest.mark.parametrize(
    ("prompt", "drawing", "count"),
    [("a pile of books", "noto:books", 1), ("two books", "noto:closed-book", 2), ("books", "noto:books", 1)],
)
def test_two_books_are_two_and_a_pile_is_one(prompt, drawing, count):
    (books,) = parse(prompt, seed=1).entities

    assert (books.drawing, books.count) == (drawing, count)


def test_a_snowy_branch_is_still_what_the_robin_is_on():
    scene = parse("a robin on a snowy branch", seed=1)

    assert [one.kind for one in scene.relations] == ["on"]


def test_a_picture_with_a_moon_is_the_same_each_time():
    first, second = (to_pixels(Drawn("an owl on a branch under a full moon").sheet) for _ in range(2))

    assert (first == second).all()
