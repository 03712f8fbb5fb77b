"""Groups that play, and what is said figuratively of people."""

import pytest

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.language.parser import parse, read
from limner_illustrator.language.rephrasing import rephrase
from limner_illustrator.language.words import split_words
from limner_illustrator.layout.poses import choose_joined_pose
from limner_illustrator.scene import Scene
from limner_illustrator.subjects.figures.activities import activity_of, all_taken


def said(prompt: str) -> str:
    return " ".join(word.text for word in rephrase(split_words(prompt)))


def played(scene: Scene) -> dict[str, int]:
    """Instrument -> how many people play it."""
    return {
        scene.entity(one.object).noun: scene.entity(one.subject).count
        for one in scene.relations
        if one.kind == "holding"
    }


@pytest.mark.parametrize(
    ("prompt", "meaning"),
    [
        ("a goalkeeper diving to catch the ball", "a goalkeeper lunging for the ball"),
        ("a diver diving into the sea", "a diver diving into the sea"),
        ("a dog looking out of a car window", "a dog looking in a car"),
        ("a ballerina tying her pointe shoes", "a ballerina tying shoelaces"),
        ("students raising their hands", "students raising a hand"),
        ("a man holding his hand", "a man holding his hand"),
        ("a chef throwing a pizza up in the air", "a chef tossing up a pizza"),
        ("a woman bending down to pet a cat", "a woman petting a cat"),
        ("a rock band on stage", "a singer , a guitarist and a drummer on stage"),
        ("a rock band with drums and trumpets", "a rock band with drums and trumpets"),
        ("a teacher helping kids to read", "a teacher beside kids reading"),
    ],
)
def test_figure_of_speech_is_said_plainly(prompt: str, meaning: str) -> None:
    assert said(prompt) == meaning


def test_instruments_are_dealt_out_to_a_band() -> None:
    assert played(parse("a band with drums and trumpets", seed=1)) == {"drums": 2, "trumpet": 2}
    assert played(parse("children playing flutes and drums", seed=1)) == {"flute": 2, "drums": 1}


def test_one_musician_keeps_both_instruments() -> None:
    scene = parse("a man with a guitar and a trumpet", seed=1)
    assert sum(one.drawing.startswith("figure:") for one in scene.entities) == 1


def test_baby_is_carried_with_the_groceries() -> None:
    scene = parse("a mom carrying groceries and a crying baby", seed=1)
    held = {scene.entity(one.object).noun for one in scene.relations if one.kind == "holding"}
    assert held == {"grocery", "baby"}


def test_mask_of_a_nurse_is_over_the_mouth() -> None:
    nurse, *others = parse("a nurse wearing a mask", seed=1).entities
    assert (nurse.attributes, others) == (("mask",), [])
    guest = parse("a woman with a masquerade mask", seed=1).entities[0]
    assert guest.attributes == ("domino",)


def test_who_tries_on_a_hat_wears_it() -> None:
    scene = parse("a woman trying on a hat", seed=1)
    assert [one.kind for one in scene.relations] == ["wearing"]


def test_keys_are_handed_over() -> None:
    scene = parse("a receptionist handing keys to a guest", seed=1)
    assert scene.entities[0].action == "giving"
    assert [scene.entity(one).noun for one in all_taken(scene)] == ["key"]


def test_family_walks_hand_in_hand() -> None:
    scene = parse("a family walking on the beach holding hands", seed=1)
    assert {one.action for one in scene.entities} == {"holding-hands"}


@pytest.mark.parametrize(
    ("prompt", "drawing"),
    [
        ("a fortune teller with a crystal ball", "figure:fortune-teller"),
        ("a model walking down a runway", "figure:woman"),
        ("a drummer boy", "figure:drummer"),
    ],
)
def test_person_is_drawn(prompt: str, drawing: str) -> None:
    assert parse(prompt, seed=1).entities[0].drawing == drawing


@pytest.mark.parametrize(
    ("prompt", "meaning"),
    [
        ("a postman being chased by a dog", "a dog chasing a postman"),
        ("a child is hugged by her mother in the park", "her mother hugging a child in the park"),
        ("a house is seen by the sea", "a house is seen by the sea"),
        ("a boy jumping off a board into a pool", "a boy plunging in a pool"),
        ("a frog jumping into a bucket", "a frog jumping into a bucket"),
    ],
)
def test_passive_and_plunge_are_said_plainly(prompt: str, meaning: str) -> None:
    assert said(prompt) == meaning


def test_who_is_chased_runs() -> None:
    scene = parse("a dog chasing a postman", seed=1)
    assert [one.action for one in scene.entities] == ["running", "running"]


def test_harmonica_at_a_campfire_is_on_no_stage() -> None:
    assert choose_backdrop(parse("a cowboy playing the harmonica by a campfire", seed=1)) == "forest"


def test_rifle_is_no_water_pistol() -> None:
    scene = parse("a hunter aiming a rifle at a deer", seed=1)
    assert [one.drawing for one in scene.entities][1] == "own:rifle"
    assert [scene.entity(one).noun for one in all_taken(scene)] == ["rifle"]


def test_gold_chains_are_around_the_neck() -> None:
    assert len(parse("a rapper with gold chains", seed=1).entities) == 1
    assert len(parse("a man holding a chain", seed=1).entities) == 2


@pytest.mark.parametrize(
    ("prompt", "relation"),
    [
        ("a lady walking with an umbrella", "holding"),
        ("a cowgirl waving from her horse", "riding"),
        ("a grandfather flying a drone", "below"),
        ("a pilot flying a plane", "in"),
        ("a kid flying a kite", "holding"),
    ],
)
def test_what_people_move_with_is_where_it_belongs(prompt: str, relation: str) -> None:
    scene = parse(prompt, seed=1)
    assert [one.kind for one in scene.relations] == [relation]
    assert scene.entities[0].action != "flying" or relation == "holding"


def test_rider_does_other_things_in_the_saddle() -> None:
    scene = parse("an archer on horseback shooting an arrow", seed=1)
    archer = scene.entities[0]
    horse = next(one for one in scene.entities if one.drawing == "noto:horse")
    assert choose_joined_pose(scene, archer, "riding", horse) == "aiming-riding"
    assert not read("a girl riding a bike while eating an apple", seed=1).omissions.missing


def test_snow_angel_is_no_angel() -> None:
    scene = parse("a girl making a snow angel", seed=1)
    assert [one.action for one in scene.entities] == ["snow-angel"]
    assert choose_backdrop(scene) == "snow"


@pytest.mark.parametrize(
    ("prompt", "meaning"),
    [
        ("a nurse taking an old man's blood pressure", "a nurse examining an old man"),
        ("a dj mixing music", "a dj playing"),
        ("a woman mixing dough", "a woman mixing dough"),
        ("a boy drawing dinosaurs", "a boy drawing the dinosaurs"),
        ("a girl holding a drawing", "a girl holding a drawing"),
    ],
)
def test_work_is_said_plainly(prompt: str, meaning: str) -> None:
    assert said(prompt) == meaning


def test_who_draws_is_not_in_a_drawing() -> None:
    assert parse("a boy drawing dinosaurs", seed=1).styles == ()
    assert parse("a drawing of a cat", seed=1).styles != ()


def test_drawn_animals_are_on_the_easel() -> None:
    scene = parse("a boy drawing dinosaurs", seed=1)
    assert [scene.entity(one).noun for one in all_taken(scene)] == ["dinosaur"]


def test_dj_with_headphones_plays_the_keyboard() -> None:
    scene = parse("a dj with headphones mixing music", seed=1)
    assert activity_of(scene.entities[0], scene) == "playing-keyboard"


@pytest.mark.parametrize(
    ("prompt", "meaning"),
    [
        ("a queen dancing at a royal ball", "a queen dancing in a ballroom"),
        ("a girl peeking out from behind a curtain", "a girl peeking behind a curtain"),
        ("a doctor listening to a baby's heartbeat", "a doctor examining a baby"),
    ],
)
def test_places_and_checkups_are_said_plainly(prompt: str, meaning: str) -> None:
    assert said(prompt) == meaning


def test_tattoo_on_a_person_is_no_style() -> None:
    reading = read("a woman getting a tattoo", seed=1)
    assert (reading.scene.styles, reading.omissions.missing) == ((), ("tattoo",))
    assert parse("a tattoo of a rose", seed=1).styles == ("tattoo",)


def test_orchestra_plays_and_is_conducted() -> None:
    scene = parse("a conductor leading an orchestra", seed=1)
    assert scene.entities[0].action == "conducting"
    assert {"violinist", "cellist", "harpist"} <= {one.noun for one in scene.entities}
