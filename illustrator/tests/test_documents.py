"""Resumes, recipe cards, newsletters and icon sets: what they are read as and say."""

import pytest

from limner_illustrator.language.genres import read_graphic
from limner_illustrator.language.parser import parse


def graphic_of(prompt):
    reading = read_graphic(prompt, seed=1)
    assert reading is not None
    return reading.graphic


def labels_of(graphic, role):
    return [item.label for item in graphic.items if item.role == role]


@pytest.mark.parametrize(
    ("prompt", "name", "profession"),
    [
        ("resume template for a graphic designer", "Alex Morgan", "Graphic Designer"),
        ("CV for a nurse named Maria Lopez", "Maria Lopez", "Nurse"),
    ],
)
def test_resume_has_name_and_profession(prompt, name, profession):
    graphic = graphic_of(prompt)

    assert (graphic.kind, graphic.title) == ("resume", name)
    assert labels_of(graphic, "profession") == [profession]
    assert labels_of(graphic, "skill")


@pytest.mark.parametrize(
    ("prompt", "title", "ingredient"),
    [
        ("recipe card for banana bread", "Banana Bread", "3 ripe bananas"),
        ("recipe card: grandma's apple pie, vintage style", "Apple Pie", "6 apples"),
    ],
)
def test_recipe_card_lists_the_ingredients_of_the_dish(prompt, title, ingredient):
    graphic = graphic_of(prompt)

    assert (graphic.kind, graphic.title) == ("recipe-card", title)
    assert ingredient in labels_of(graphic, "ingredient")


def test_newsletter_is_headed_by_its_sender():
    graphic = graphic_of('newsletter design for a yoga studio called "Stillpoint"')

    assert graphic.kind == "newsletter"
    assert labels_of(graphic, "masthead") == ["Stillpoint"]


@pytest.mark.parametrize(
    ("prompt", "count", "noun"),
    [
        ("set of 9 icons for a travel app", 9, "suitcase"),
        ("a set of 12 flat icons for a finance website", 12, "wallet"),
        ("16 food icons in a grid", 16, "pizza"),
        ("set of 6 fitness icons, line art", 6, "dumbbell"),
        ("5 icons: cat, dog, fish", 5, "fish"),
    ],
)
def test_icon_set_has_count_and_things_of_its_subject(prompt, count, noun):
    scene = parse(prompt, seed=0)

    assert scene.graphic is not None
    assert scene.graphic.kind == "icon-set"
    assert [item.value for item in scene.graphic.items if item.role == "count"] == [count]
    assert noun in [one.noun for one in scene.entities]


def test_one_icon_is_no_set():
    assert graphic_of("icon of a rocket").kind == "icon"
