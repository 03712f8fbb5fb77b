"""Where things stand: in the sky, on a branch, on the bank, in the water, behind glass, in a field."""

import pytest

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.drawing import draw_backdrop
from limner_illustrator.backdrops.sky_objects import draw_sky_entities
from limner_illustrator.canvas import surface, to_pixels
from limner_illustrator.canvas.light import make_scene_light
from limner_illustrator.language.parser import parse
from limner_illustrator.layout import layout
from limner_illustrator.render.actors import measure_scene

EDGE = 512


class Drawn:
    """A prompt with its backdrop drawn and its things placed."""

    def __init__(self, prompt):
        self.scene = parse(prompt, seed=1)
        self.sheet = surface(EDGE, EDGE)
        light = make_scene_light(self.scene, self.scene.random("scene", "light"))
        rng = self.scene.random("scene", "setting")
        self.context = BackdropContext(self.sheet.getCanvas(), EDGE, EDGE, EDGE / 1024, light, rng, self.scene)
        self.ground = draw_backdrop(self.context, choose_backdrop(self.scene))
        self.placements = layout(self.scene, EDGE, EDGE, self.ground, measure_scene(self.scene, light))

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
def test_sky_entities_are_drawn_with_the_sky(prompt, noun):
    drawn = Drawn(prompt)

    assert drawn.is_painted(noun)
    assert drawn.named(noun) == []


@pytest.mark.parametrize(
    "prompt", ["a girl on a crescent moon", "a boy holding a star", "a full moon", "a star on a plate"]
)
def test_moon_used_as_a_thing_is_not_in_the_sky(prompt):
    drawn = Drawn(prompt)

    assert not drawn.ground.painted


def test_moon_is_large_only_as_the_subject():
    sizes = [
        2 * draw_sky_entities(Drawn(prompt).context, 0.55 * EDGE).radius / EDGE
        for prompt in ("an owl under a full moon", "an owl under a giant full moon", "a full moon over the sea")
    ]

    assert 1 / 12 <= sizes[0] <= 1 / 6
    assert sizes[1] > 0.35
    assert 1 / 6 < sizes[2] < 0.35


def test_named_moon_replaces_that_of_the_sky():
    with_its_own, without = (Drawn(prompt).context for prompt in ("a cat under the moon", "a cat at night"))

    assert draw_sky_entities(with_its_own, 200.0) is not None
    assert draw_sky_entities(without, 200.0) is None


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
def test_moon_makes_night_unless_prompt_names_hour(prompt, time):
    assert parse(prompt, seed=1).time == time


def test_stars_move_scene_out_of_the_forest():
    assert choose_backdrop(parse("a wolf", seed=1)) == "forest"
    assert choose_backdrop(parse("a wolf beneath the stars", seed=1)) == "meadow"
    assert choose_backdrop(parse("a wolf in a forest beneath the stars", seed=1)) == "forest"


@pytest.mark.parametrize("prompt", ["two owls on a branch", "two owls on the branch of a tree", "two owls on a bough"])
def test_owls_sit_on_branch_from_the_side(prompt):
    drawn = Drawn(prompt)
    (branch,) = [one for one in drawn.placements if one.width > 0.5 * EDGE]

    assert branch.x == pytest.approx(0, abs=2)
    assert branch.ground_y is None
    for owl in drawn.named("owl"):
        assert branch.y < owl.y + owl.height < branch.y + 0.7 * branch.height
        assert owl.height > 0.15 * EDGE


def test_hanging_things_are_below_their_branch():
    drawn = Drawn("a spider hanging from a branch")
    (spider,), (branch,) = drawn.named("spider"), drawn.named("branch")

    assert spider.y + spider.height > branch.y + branch.height


def test_squirrel_in_a_tree_is_in_its_crown():
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
def test_subjects_beside_water_stand_on_land(prompt, noun):
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
def test_subjects_in_water_are_partly_below_surface(prompt, noun):
    in_water = Drawn(prompt).is_in_water(noun)

    assert in_water
    assert all(in_water)


def test_swans_are_on_lake_and_castle_on_shore():
    drawn = Drawn("a castle by a lake with two swans")

    assert drawn.is_in_water("castle") == [False]
    assert drawn.is_in_water("swan") == [True, True]
    (castle,) = drawn.named("castle")
    assert all(swan.x + swan.width < castle.x + 0.2 * castle.width for swan in drawn.named("swan"))


def test_swans_are_on_river_beside_the_house():
    drawn = Drawn("a house by a river with a swan")

    assert drawn.is_in_water("house") == [False]
    assert drawn.is_in_water("swan") == [True]


def test_ducks_are_not_on_table_by_the_pond():
    drawn = Drawn("a picnic table beside a pond with three ducks")

    assert drawn.scene.relations == ()
    assert drawn.is_in_water("duck") == [True, True, True]


def test_boat_passes_under_bridge_over_river():
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
def test_live_fish_are_behind_glass(prompt, vessel):
    drawn = Drawn(prompt)
    (host,) = [one for one in drawn.placements if drawn.scene.entity(one.entity_id).drawing == vessel]
    fish = [one for one in drawn.placements if one is not host]

    assert fish
    assert drawn.scene.backdrop is None
    for one in fish:
        assert one.depth > host.depth
        assert host.x < one.x < one.x + one.width < host.x + host.width
        assert host.y < one.y < one.y + one.height < host.y + host.height


def test_fish_and_not_cat_is_in_the_bowl():
    scene = parse("a cat watching a fish in a bowl", seed=1)

    assert {(one.subject, one.kind, one.object) for one in scene.relations} == {
        ("e1", "looking_at", "e2"),
        ("e2", "in", "e3"),
    }


def test_frog_under_mushroom_is_below_its_cap():
    drawn = Drawn("a frog under a mushroom")
    (frog,), (mushroom,) = drawn.named("frog"), drawn.named("mushroom")

    assert frog.y > mushroom.y + 0.4 * mushroom.height


def test_contents_of_bowl_end_at_its_front_rim():
    drawn = Drawn("three apples in a bowl")
    (bowl,) = drawn.named("bowl")

    assert len(drawn.named("apple")) == 3
    for apple in drawn.named("apple"):
        assert apple.depth > bowl.depth
        assert apple.y < apple.hidden_from < apple.y + apple.height


def test_soup_is_in_a_bowl():
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
def test_field_is_full_of_its_crop(prompt, crop):
    drawn = Drawn(prompt)

    assert drawn.scene.backdrop == "crops"
    assert drawn.is_painted(crop)
    assert len(drawn.placements) == 1


def test_field_has_the_requested_colour():
    reds = []
    for color in ("red", "white"):
        near = to_pixels(Drawn(f"a field of {color} tulips").sheet)[int(0.7 * EDGE) :, :, :3].astype(int)
        reds.append(float(((near[..., 0] > 150) & (near[..., 1] < 90)).mean()))

    assert reds[0] > 0.1 > reds[1]


def test_field_without_a_crop_is_a_meadow():
    assert parse("a boy in a field of grass", seed=1).backdrop == "meadow"


@pytest.mark.parametrize("thing", ["house", "castle", "tree", "church", "tower"])
def test_large_things_are_not_held(thing):
    scene = parse(f"two rabbits in a forest with a {thing}", seed=1)

    assert [(one.subject, one.kind, one.object) for one in scene.relations] == [("e2", "behind", "e1")]


@pytest.mark.parametrize("thing", ["balloon", "book", "fishing rod", "kite", "sunflower"])
def test_small_things_are_held(thing):
    scene = parse(f"a boy with a {thing}", seed=1)

    assert [one.kind for one in scene.relations] == ["holding"]


@pytest.mark.parametrize(("prompt", "share"), [("twenty sheep in a meadow", 0.15), ("25 ducks on a pond", 0.14)])
def test_members_of_a_crowd_are_large_enough(prompt, share):
    placements = Drawn(prompt).placements

    assert max(placement.size_px for placement in placements) > share * EDGE


def test_flowers_spread_from_the_neck_of_their_vase():
    drawn = Drawn("ten roses in a vase")
    roses, (vase,) = drawn.named("rose"), drawn.named("vase")

    assert len(roses) == 10
    assert max(rose.x + rose.width for rose in roses) - min(rose.x for rose in roses) > 1.5 * vase.width
    assert len({round(rose.y) for rose in roses}) > 3


@pytest.mark.parametrize(("words", "count"), [("seventeen", 17), ("nineteen", 19), ("twenty four", 24)])
def test_number_words_are_counts(words, count):
    assert parse(f"{words} cats", seed=1).entities[0].count == count
    assert parse(f"{words.replace(' ', '-')} cats", seed=1).entities[0].count == count


@pytest.mark.parametrize(
    ("prompt", "drawing", "count"),
    [("a pile of books", "noto:books", 1), ("two books", "noto:closed-book", 2), ("books", "noto:books", 1)],
)
def test_pile_is_one_thing_and_two_books_are_two(prompt, drawing, count):
    (books,) = parse(prompt, seed=1).entities

    assert (books.drawing, books.count) == (drawing, count)


def test_robin_is_on_snowy_branch():
    scene = parse("a robin on a snowy branch", seed=1)

    assert [one.kind for one in scene.relations] == ["on"]


def test_picture_with_a_moon_is_deterministic():
    first, second = (to_pixels(Drawn("an owl on a branch under a full moon").sheet) for _ in range(2))

    assert (first == second).all()


@pytest.mark.parametrize(
    ("prompt", "backdrop"),
    [
        ("a castle at the top of a hill", "hilltop"),
        ("a mermaid sitting on a rock under the moon", "coast"),
        ("a shark beneath a small boat", "underwater"),
        ("a sunken pirate ship", "underwater"),
        ("a lantern hanging from a tree branch", "forest"),
        ("a pizza with mushrooms", "table"),
        ("a basket of fruit on a picnic blanket", "meadow"),
    ],
)
def test_relations_choose_the_place(prompt, backdrop):
    assert choose_backdrop(parse(prompt, seed=0)) == backdrop


def test_boat_is_at_the_surface_above_the_shark():
    drawn = Drawn("a shark beneath a small boat")
    (boat,), (shark,) = drawn.named("small boat"), drawn.named("shark")

    assert boat.y + boat.height < shark.y


def test_bicycle_is_not_in_its_own_basket():
    scene = parse("a bicycle with flowers in the basket", seed=0)
    inside = [(scene.entity(one.subject).noun, one.kind) for one in scene.relations if one.kind == "in"]

    assert inside == [("flower", "in")]


@pytest.mark.parametrize(
    "prompt", ["a bird with a worm in its beak", "a horse eating an apple", "a rabbit eating a carrot"]
)
def test_animal_has_its_food_on_the_side_of_its_head(prompt):
    drawn = Drawn(prompt)
    animal, food = (drawn.named(entity.noun)[0] for entity in drawn.scene.entities)

    assert food.x + food.width / 2 < animal.x + 0.3 * animal.width
