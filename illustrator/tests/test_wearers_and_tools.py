"""Who wears clothes that are named late, what poses include, and what pronouns say of people."""

import pytest

from limner_illustrator import draw
from limner_illustrator.language import lexicon
from limner_illustrator.language.parser import read
from limner_illustrator.scene import Scene
from limner_illustrator.subjects.figures.activities import activity_of, list_taken
from limner_illustrator.subjects.figures.looks import is_female
from limner_illustrator.subjects.subject import Subject


def _scene(prompt: str) -> Scene:
    return read(prompt, seed=0).scene


@pytest.mark.parametrize(
    ("prompt", "look"),
    [
        ("a lumberjack chopping wood in a plaid shirt", "plaid-shirt"),
        ("a man fixing a bike in a red jacket", "red-jacket"),
        ("a chef cutting vegetables in a white apron", "white-apron"),
    ],
)
def test_clothes_after_an_object_are_the_doers(prompt: str, look: str) -> None:
    assert look in _scene(prompt).entities[0].attributes


@pytest.mark.parametrize("pattern", ["plaid", "checkered", "floral", "striped"])
def test_pattern_of_clothes_is_not_listed(pattern: str) -> None:
    assert draw(f"a man in a {pattern} shirt", size=(64, 64), seed=0).note is None


@pytest.mark.parametrize(
    ("plural", "singular"), [("tutus", "tutu"), ("onesies", "onesie"), ("corgis", "corgi"), ("cactus", "cactus")]
)
def test_singular_of_nouns_with_unusual_endings(plural: str, singular: str) -> None:
    assert lexicon.singular(plural) == singular


@pytest.mark.parametrize("verb", ["yelling into", "laughing on", "talking on"])
def test_who_speaks_into_a_phone_holds_it(verb: str) -> None:
    scene = _scene(f"a man {verb} a phone")
    assert scene.entities[0].action == "phoning"


def test_picked_fruit_is_part_of_the_pose() -> None:
    scene = _scene("a farmer picking apples from a tree")
    assert [one.noun for one in list_taken(scene.entities[0], scene)] == ["apple"]


def test_sawn_plank_is_part_of_the_pose() -> None:
    assert len(_scene("a man sawing a plank").entities) == 1


def test_wall_is_painted_without_an_easel() -> None:
    scene = _scene("a painter painting a wall")
    assert activity_of(scene.entities[0], scene) == "rolling-paint"


@pytest.mark.parametrize("place", ["on", "in"])
def test_people_ride_sleds(place: str) -> None:
    assert [one.kind for one in _scene(f"a child {place} a sled").relations] == ["riding"]


@pytest.mark.parametrize(("prompt", "female"), [("a student raising her hand", True), ("a doctor and his dog", False)])
def test_pronoun_tells_the_sex_of_the_only_person(prompt: str, female: bool) -> None:
    scene = _scene(prompt)
    assert is_female(Subject(scene.entities[0], scene, 0, None), None) is female


def test_participle_before_a_couple_is_done_by_both() -> None:
    assert [one.action for one in _scene("a dancing couple").entities] == ["dancing", "dancing"]


@pytest.mark.parametrize("who", ["viking", "knight", "hockey player"])
def test_helmet_is_the_one_of_the_trade(who: str) -> None:
    assert len(_scene(f"a {who} with a helmet").entities) == 1


@pytest.mark.parametrize("who", ["matador", "rabbi", "hockey player", "quarterback"])
def test_kind_of_person_is_drawn_as_itself(who: str) -> None:
    assert draw(f"a {who}", size=(64, 64), seed=0).note is None


@pytest.mark.parametrize("who", ["weaver", "glassblower"])
def test_craft_without_a_picture_is_named_in_the_note(who: str) -> None:
    assert who in (draw(f"a {who}", size=(64, 64), seed=0).note or "")


def test_face_shows_a_second_verb() -> None:
    toddler = _scene("a toddler hugging a teddy bear and crying").entities[0]
    assert (toddler.action, "crying" in toddler.attributes) == ("hugging", True)


@pytest.mark.parametrize("verb", ["pointing at", "looking up at"])
def test_sky_that_is_looked_at_is_no_place(verb: str) -> None:
    assert _scene(f"a man {verb} the sky").backdrop is None


def test_food_is_handed_to_the_fed() -> None:
    scene = _scene("a girl feeding carrots to a pony")
    assert (scene.entities[0].action, scene.relations[0].kind, scene.entities[1].count) == ("giving", "holding", 1)


@pytest.mark.parametrize("what", ["a huge rock", "a barbell"])
def test_what_is_lifted_above_the_head_is_held(what: str) -> None:
    assert [one.kind for one in _scene(f"a man lifting {what} above his head").relations] in (["holding"], [])


def test_archer_on_horseback_keeps_the_bow() -> None:
    scene = _scene("an archer on horseback")
    assert activity_of(scene.entities[0], scene) == "aiming"


def test_who_catches_with_a_jar_holds_it() -> None:
    scene = _scene("kids catching fireflies in a jar")
    assert activity_of(scene.entities[0], scene) == "holding"


def test_unknown_garment_is_not_put_on_the_head() -> None:
    assert all(one.drawing != "own:generic-garment" for one in _scene("a boy wearing knee pads").entities)


def test_ironed_clothes_are_on_the_board() -> None:
    assert len(_scene("a woman ironing shirts").entities) == 1


@pytest.mark.parametrize("who", ["seamstress", "hostess", "stewardess"])
def test_woman_of_a_trade_is_a_woman(who: str) -> None:
    scene = _scene(f"a {who}")
    assert is_female(Subject(scene.entities[0], scene, 0, None), None)


@pytest.mark.parametrize("verb", ["running from", "running away from", "fleeing"])
def test_who_flees_is_chased(verb: str) -> None:
    scene = _scene(f"a rabbit {verb} a fox")
    assert [(one.subject, one.kind, one.object) for one in scene.relations] == [("e2", "left", "e1")]
    assert [one.action for one in scene.entities] == ["running", "running"]


def test_held_fan_is_no_spectator() -> None:
    assert [one.drawing for one in _scene("a geisha holding a fan").entities][1:] == ["noto:folding-hand-fan"]


@pytest.mark.parametrize(("cap", "drawing"), [("knit cap", "own:beanie"), ("baseball cap", "noto:billed-cap")])
def test_cap_is_of_its_material(cap: str, drawing: str) -> None:
    assert [one.drawing for one in _scene(f"a man with a {cap}").entities][1:] == [drawing]
