"""Words are read as what they mean beside others: hours, exceptions, artists, styles."""

import pytest

from limner_illustrator.language.parser import parse, read
from limner_illustrator.scene import Scene


def nouns(scene: Scene) -> list[str]:
    return [one.noun for one in scene.entities]


@pytest.mark.parametrize(
    ("prompt", "time"),
    [
        ("a street at 3 am", "night"),
        ("a street at 22:15", "night"),
        ("a street at 6am", "dawn"),
        ("a street at 7 pm", "sunset"),
        ("a street at noon", "day"),
        ("a street, evening sun", "sunset"),
    ],
)
def test_hour_sets_the_time_of_day(prompt: str, time: str) -> None:
    assert parse(prompt, seed=0).time == time


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("everyone is asleep except the owl", ["person", "owl"]),
        ("no animals except a cat", ["cat"]),
        ("a dog instead of a person driving the car", ["dog", "car"]),
        ("a birthday party without balloons", ["birthday cake", "present"]),
        ("a lone figure in a trench coat", ["person"]),
        ("a hand-thrown vase", ["vase"]),
        ("a vase, editorial magazine style", ["vase"]),
        ("a vase, concept art by John Harris", ["vase"]),
    ],
)
def test_only_what_is_meant_is_a_thing(prompt: str, expected: list[str]) -> None:
    assert nouns(parse(prompt, seed=0)) == expected


@pytest.mark.parametrize(
    ("prompt", "kept"),
    [("a library without books", "books"), ("a gym without mirrors", "mirrors"), ("a mailman without a bag", "bag")],
)
def test_what_a_picture_always_shows_is_named_when_excluded(prompt: str, kept: str) -> None:
    assert read(prompt, seed=0).omissions.kept == (kept,)


def test_oil_portrait_is_an_oil_painting() -> None:
    reading = read("oil portrait of a violinist", seed=0)

    assert reading.scene.styles == ("oil",)
    assert reading.omissions.note() is None


def test_neon_reflections_are_no_style() -> None:
    assert parse("a man on a street, neon reflections", seed=0).styles == ()


def test_lanterns_overhead_are_no_view_from_above() -> None:
    assert parse("a man on a street, paper lanterns overhead", seed=0).view == "normal"


@pytest.mark.parametrize(
    ("prompt", "view"),
    [
        ("portrait of a man in front of a red barn", "normal"),
        ("portrait of a man on a boat", "normal"),
        ("portrait of a man holding a basket", "portrait"),
        ("portrait of a man and a woman", "portrait"),
    ],
)
def test_portrait_beside_large_things_shows_the_whole_body(prompt: str, view: str) -> None:
    assert parse(prompt, seed=0).view == view


def test_glasses_of_a_drink_are_not_worn() -> None:
    drawings = [one.drawing for one in parse("a samovar with glasses of tea", seed=0).entities]

    assert "noto:glasses" not in drawings


def test_product_for_a_trade_is_drawn_itself() -> None:
    assert read("a skincare dropper bottle", seed=0).omissions.near == ()


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("un phare pendant l'orage", ["lighthouse"]),
        ("um gato dormindo em cima de uma pilha de livros", ["cat", "book"]),
        ("un astronauta plantando una bandera en Marte", ["astronaut", "flag"]),
        ("een fiets tegen een brug", ["bicycle", "bridge"]),
    ],
)
def test_word_of_another_language_is_no_english_thing(prompt: str, expected: list[str]) -> None:
    assert nouns(parse(prompt, seed=0)) == expected


def test_fame_is_an_english_metaphor() -> None:
    assert "fame" in (read("fame", seed=0).omissions.note() or "")


def test_he_is_the_one_who_is_not_the_woman() -> None:
    scene = parse("a farmer and his wife, he holds a fork and she holds a pie", seed=0)

    held = {(scene.entity(one.subject).noun, scene.entity(one.object).noun) for one in scene.relations}
    assert held == {("farmer", "fork"), ("wife", "pie")}


def test_chinese_thing_beside_a_place_is_drawn() -> None:
    assert nouns(parse("一辆红色自行车靠在墙上", seed=0)) == ["bicycle"]


def test_orange_eyes_are_named_and_no_orange_is_drawn() -> None:
    reading = read("an owl with big orange eyes", seed=0)

    assert nouns(reading.scene) == ["owl"]
    assert reading.omissions.missing == ("orange eyes",)


@pytest.mark.parametrize(
    ("prompt", "texts"),
    [
        ('warning sign with a lightning bolt and the text "HIGH VOLTAGE"', ["HIGH VOLTAGE", None]),
        ('a sign with a fox and the words "HELLO THERE"', ["HELLO THERE", None]),
        ('a sign and a mug with the text "HI"', [None, "HI"]),
    ],
)
def test_text_beside_a_picture_on_a_sign_is_on_the_sign(prompt, texts):
    assert [one.text for one in parse(prompt, seed=1).entities] == texts
