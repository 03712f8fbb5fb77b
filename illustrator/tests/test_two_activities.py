"""People who do two things at once, and those who are led along a way."""

import pytest

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.backdrops.context import Ground
from limner_illustrator.language.parser import parse, read
from limner_illustrator.layout import layout
from limner_illustrator.layout.couples import find_couples
from limner_illustrator.scene import Scene
from limner_illustrator.subjects.figures.activities import activity_of, list_taken
from limner_illustrator.subjects.figures.looks import look_alike
from limner_illustrator.subjects.subject import Subject


def _kinds(scene: Scene) -> set[tuple[str, str, str]]:
    return {(scene.entity(one.subject).noun, one.kind, scene.entity(one.object).noun) for one in scene.relations}


@pytest.mark.parametrize(
    ("prompt", "pose"),
    [
        ("a man drinking coffee while reading a newspaper", "reading+drinking"),
        ("a woman reading a book while drinking tea", "reading+drinking"),
        ("a woman walking and talking on the phone", "phoning-walking"),
        ("a boy eating an ice cream while walking", "eating-walking"),
        ("a girl lying on the grass reading a book", "reading-reclining"),
        ("a mother holding a baby while cooking", "cradling+cooking"),
        ("a cook talking on the phone while cooking", "cooking+phoning"),
        ("a man reading a newspaper", None),
        ("a woman walking in a park", None),
    ],
)
def test_two_activities_take_one_pose(prompt: str, pose: str | None) -> None:
    reading = read(prompt, seed=0)
    doer = reading.scene.entities[0]
    assert activity_of(doer, reading.scene) == pose
    assert reading.omissions.missing == ()


def test_an_activity_that_fits_no_pose_is_noted() -> None:
    assert "juggling" in " ".join(read("a man typing while juggling", seed=0).omissions.missing)


@pytest.mark.parametrize(
    ("prompt", "relations"),
    [
        ("a shepherd leading his sheep across a bridge", {("shepherd", "on", "bridge"), ("sheep", "on", "bridge")}),
        ("a mother carrying a toddler up the stairs", {("mother", "on", "stairs")}),
        ("a cat up a tree", {("cat", "in", "tree")}),
        ("a fox running past the house", {("fox", "beside", "house")}),
        ("a dog chasing a cat around a tree", {("dog", "around", "tree"), ("cat", "around", "tree")}),
    ],
)
def test_ways_place_those_who_take_them(prompt: str, relations: set[tuple[str, str, str]]) -> None:
    assert relations <= _kinds(parse(prompt, seed=0))


def test_picking_up_a_ladder_is_no_climb() -> None:
    assert not {one for one in _kinds(parse("a man picking up the ladder", seed=0)) if one[1] == "on"}


def test_a_shepherd_has_several_sheep_and_a_lone_sheep_is_one() -> None:
    assert parse("a shepherd and his sheep", seed=0).entities[1].count == 3
    assert parse("a shepherd with a sheep", seed=0).entities[1].count == 1
    assert parse("a sheep on a hill", seed=0).entities[0].count == 1


@pytest.mark.parametrize("prompt", ["two twins in a park", "twins in a park"])
def test_twins_are_two_children_who_look_alike(prompt: str) -> None:
    scene = parse(prompt, seed=0)
    assert [(one.drawing, one.count) for one in scene.entities] == [("figure:child", 2)]
    second = look_alike(Subject(scene.entities[0], scene, 1))
    assert second.random("hair").random() == Subject(scene.entities[0], scene, 0).random("hair").random()


def test_twin_sisters_stay_sisters_and_twin_pandas_pandas() -> None:
    assert parse("twin sisters", seed=0).entities[0].count == 2
    assert "figure:child" not in {one.drawing for one in parse("panda twins", seed=0).entities}


def test_an_animal_clings_to_the_tree_that_it_hugs() -> None:
    reading = read("a koala hugging a tree", seed=0)
    assert [one.action for one in find_couples(reading.scene)] == ["hugging"]
    assert reading.omissions.missing == ()


def test_a_goalkeeper_is_not_the_soccer_player() -> None:
    nouns = {one.noun for one in parse("a soccer player kicking the ball past the goalkeeper", seed=0).entities}
    assert {"soccer player", "goalkeeper"} <= nouns


@pytest.mark.parametrize(
    ("prompt", "missing"),
    [
        ("a white horse with a red mane", ()),
        ("a lion with a blue mane", ()),
        ("a unicorn with a purple mane", ()),
        ("a dog with a blue mane", ("blue mane",)),
    ],
)
def test_manes_take_their_color_or_are_noted(prompt: str, missing: tuple[str, ...]) -> None:
    assert read(prompt, seed=0).omissions.missing == missing


@pytest.mark.parametrize(
    ("prompt", "actions", "backdrop"),
    [
        ("an orchestra conductor waving his baton", ["conducting", None], None),
        ("a penguin walking across the ice", ["walking"], "arctic"),
        ("a girl skating on the ice", ["skating"], "icerink"),
        ("a street musician playing the accordion for a passing couple", ["playing", None, "walking", "walking"], None),
    ],
)
def test_words_with_two_meanings(prompt: str, actions: list[str | None], backdrop: str | None) -> None:
    scene = parse(prompt, seed=0)
    assert [one.action for one in scene.entities] == actions
    assert scene.backdrop == backdrop


@pytest.mark.parametrize(
    ("prompt", "relation"),
    [
        ("a puppy biting a mailman", ("puppy", "beside", "mailman")),
        ("a cat eating a fish", ("cat", "eating", "fish")),
        ("a fisherman pulling a big fish out of the water", ("fisherman", "holding", "fish")),
        ("a man pulling a cart", ("man", "beside", "cart")),
        ("a black cat sitting on a witch's shoulder", ("cat", "riding", "witch")),
        ("a detective examining footprints", ("detective", "beside", "footprint")),
        ("a woman looking through a microscope", ("microscope", "on", "desk")),
        ("a boss shouting at an employee", ("boss", "looking_at", "employee")),
        ("a waiter bringing drinks to a table of guests", ("guest", "behind", "table")),
    ],
)
def test_verbs_relate_people_to_what_they_do(prompt: str, relation: tuple[str, str, str]) -> None:
    assert relation in _kinds(parse(prompt, seed=0))


def test_bite_is_noted_and_its_object_is_not_food() -> None:
    assert "biting" in read("a puppy biting a mailman", seed=0).omissions.missing


@pytest.mark.parametrize(
    ("prompt", "relation"),
    [
        ("a chef tossing vegetables in a wok over a flame", ("chef", "holding", "wok")),
        ("a horse jumping over a fence with a rider", ("rider", "riding", "horse")),
        ("three women laughing over coffee", ("woman", "eating", "coffee")),
        ("a baker pulling fresh bread out of an oven", ("baker", "holding", "bread")),
    ],
)
def test_things_are_where_the_verb_puts_them(prompt: str, relation: tuple[str, str, str]) -> None:
    assert relation in _kinds(parse(prompt, seed=0))


def test_clothes_belong_to_the_person_named_last() -> None:
    horse, _, rider = parse("a horse jumping over a fence with a rider in a red jacket", seed=0).entities
    assert "red-jacket" in rider.attributes
    assert horse.attributes == ()


def test_a_backdrop_is_chosen_without_what_a_container_holds() -> None:
    # The relations of what is left out used to refer to things that were not there.
    assert choose_backdrop(parse("a chef holding a carrot in a bowl over a fire", seed=0))


def test_only_animals_are_led_on_a_leash() -> None:
    assert [one.action for one in parse("a teacher leading children", seed=0).entities] == ["walking", "walking"]
    assert parse("a boy leading a cow", seed=0).entities[0].action == "leading"


@pytest.mark.parametrize(
    ("prompt", "action", "relation"),
    [
        ("a girl feeding a horse an apple", "tending", ("girl", "holding", "apple")),
        ("a boy feeding ducks", "feeding", ("boy", "beside", "duck")),
        ("a boy helping his grandmother cross the street", "holding-hands", ("boy", "beside", "grandmother")),
        ("a pilot next to his airplane with a helmet under his arm", None, ("pilot", "holding", "helmet")),
    ],
)
def test_helping_feeding_and_carrying(prompt: str, action: str | None, relation: tuple[str, str, str]) -> None:
    reading = read(prompt, seed=0)
    assert reading.scene.entities[0].action == action
    assert relation in _kinds(reading.scene)
    assert reading.omissions.missing == ()


def test_a_pilot_beside_an_airplane_stands_on_the_ground() -> None:
    assert choose_backdrop(parse("a pilot standing next to his airplane", seed=0)) == "meadow"
    assert choose_backdrop(parse("a pilot flying an airplane", seed=0)) == "sky"


def test_cards_by_candlelight_are_played_indoors() -> None:
    assert choose_backdrop(parse("two foxes playing cards by candlelight", seed=0)) == "livingroom"


def test_an_elephant_sprays_no_fire_hose() -> None:
    assert "spraying water on" in read("a mother elephant spraying water on her baby", seed=0).omissions.missing


@pytest.mark.parametrize(
    ("prompt", "relation"),
    [
        ("a robot vacuuming while a cat rides on its head", ("cat", "on", "robot")),
        ("a woman and a parrot sitting on her shoulder", ("parrot", "riding", "woman")),
        ("a musician with a hat full of coins in front of him", ("hat", "front", "musician")),
        ("a knight kneeling before the queen", ("knight", "looking_at", "queen")),
        ("monks walking up the temple steps", ("monk", "on", "temple steps")),
    ],
)
def test_where_things_are_on_and_before_people(prompt: str, relation: tuple[str, str, str]) -> None:
    assert relation in _kinds(parse(prompt, seed=0))


def test_cat_on_its_own_back_has_no_support() -> None:
    assert not {one for one in _kinds(parse("a woman and a cat lying on its back", seed=0)) if one[0] == "cat"}


@pytest.mark.parametrize(
    ("prompt", "drawing"),
    [
        ("a lion tamer holding a hoop for a lion to jump through", "own:hula-hoop"),
        ("a basketball player next to a hoop", "own:hoop"),
    ],
)
def test_a_hoop_is_that_of_the_circus_or_of_basketball(prompt: str, drawing: str) -> None:
    assert drawing in {one.drawing for one in parse(prompt, seed=0).entities}


def test_who_jogs_with_a_stroller_pushes_it() -> None:
    reading = read("a woman jogging while pushing a stroller", seed=0)
    assert reading.scene.entities[0].action == "pushing"
    assert reading.omissions.missing == ()


def test_who_hides_is_half_covered() -> None:
    scene = parse("a fox hiding behind a rock", seed=0)
    fox, rock = (
        next(
            one
            for one in layout(scene, 1000, 1000, Ground(y=870, horizon=500), lambda entity, pose: 1.0)
            if one.entity_id == entity_id
        )
        for entity_id in ("e1", "e2")
    )
    assert fox.depth < rock.depth
    assert fox.x < rock.x < fox.x + fox.width


def test_animals_sit_at_the_table() -> None:
    scene = parse("a bear family eating porridge at the breakfast table", seed=0)
    placed = layout(scene, 1000, 1000, Ground(y=870, horizon=500), lambda entity, pose: 1.0)
    table = next(one for one in placed if one.entity_id == "e3")
    assert all(one.depth < table.depth for one in placed if one.entity_id == "e1")


@pytest.mark.parametrize(
    ("prompt", "backdrop"),
    [
        ("a baker in front of his bakery", "meadow"),
        ("a surgeon operating on a patient", "hospital"),
        ("a boxer punching a bag", "gym"),
    ],
)
def test_places_of_work(prompt: str, backdrop: str) -> None:
    assert choose_backdrop(parse(prompt, seed=0)) == backdrop


def test_a_duck_leads_its_ducklings_without_a_leash() -> None:
    scene = parse("a mother duck leading her ducklings across a road", seed=0)
    assert [one.action for one in scene.entities] == ["walking", "walking"]
    assert find_couples(scene) == ()


def test_carolers_hold_their_lanterns() -> None:
    scene = parse("a group of carolers singing in the snow with lanterns", seed=0)
    assert list_taken(scene.entities[0], scene) == []
    assert activity_of(scene.entities[0], scene) == "singing-along"


def test_who_pulls_on_a_skirt_pulls_on_who_wears_it() -> None:
    assert ("puppy", "beside", "girl") in _kinds(parse("a puppy pulling on a girl's skirt", seed=0))


@pytest.mark.parametrize(
    ("prompt", "relation"),
    [
        ("a florist behind her counter", ("florist", "behind", "counter")),
        ("three boys racing bicycles down a hill", ("boy", "riding", "bicycle")),
    ],
)
def test_counters_have_owners_and_bicycles_riders(prompt: str, relation: tuple[str, str, str]) -> None:
    assert relation in _kinds(parse(prompt, seed=0))
