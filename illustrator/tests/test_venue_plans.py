"""Floor plans of places of business, and greeting cards with an age."""

import pytest

from limner_illustrator.graphics.designs.venue_furniture import UNITS
from limner_illustrator.language.genres import read_graphic
from limner_illustrator.language.parser import parse
from limner_illustrator.language.vocabulary.venues import VENUES


def graphic_of(prompt):
    reading = read_graphic(prompt, seed=1)
    assert reading is not None
    return reading.graphic


@pytest.mark.parametrize(
    ("prompt", "furniture", "count", "room"),
    [
        ("floor plan for a small coffee shop with counter and 6 tables", "tables", 6, "Kitchen"),
        ("floor plan of an office with 12 desks and a meeting room", "desks", 12, "Meeting room"),
        ("hospital ward floor plan with eight beds", "beds", 8, "Office"),
    ],
)
def test_plan_of_a_venue_has_its_furniture_and_rooms(prompt, furniture, count, room):
    items = graphic_of(prompt).items

    main = next(item for item in items if item.role == "main")
    assert (main.detail, main.value) == (furniture, count)
    assert room in [item.label for item in items if item.role == "side"]


def test_plan_of_a_home_keeps_its_rooms():
    graphic = graphic_of("floor plan of a house with a home office and 3 bedrooms")

    assert not graphic.has("venue")
    assert [item.label for item in graphic.items if item.detail == "bedroom"] == ["Bedroom 1", "Bedroom 2", "Bedroom 3"]


def test_every_venue_has_furniture_that_is_drawn():
    assert {venue.furniture for venue in VENUES} <= UNITS.keys()


@pytest.mark.parametrize(
    ("prompt", "title"),
    [
        ("birthday card for a 7 year old who loves dinosaurs", "Happy 7th Birthday"),
        ("40th birthday card for my brother with a guitar", "Happy 40th Birthday"),
    ],
)
def test_birthday_card_says_the_age(prompt, title):
    reading = read_graphic(prompt, seed=1)

    assert reading is not None
    assert reading.graphic.title == title
    assert reading.rest is not None
    assert not any(letter.isdigit() for letter in reading.rest)


def test_title_keeps_its_small_words():
    assert graphic_of("book cover for a cozy mystery titled Murder at the Bakery").title == "Murder at the Bakery"


@pytest.mark.parametrize(
    ("prompt", "count", "title"),
    [
        ("subway map of a fictional city with 4 lines", 4, None),
        ("metro map of Springfield with six colored lines", 6, "Springfield Metro"),
    ],
)
def test_transit_map_has_its_lines(prompt, count, title):
    graphic = graphic_of(prompt)

    assert (graphic.kind, graphic.title) == ("transit-map", title)
    assert [item.value for item in graphic.items if item.role == "count"] == [count]


@pytest.mark.parametrize(
    ("prompt", "title", "sight", "noun"),
    [
        ("map of a theme park", "Theme park map", "Carousel", "carousel horse"),
        ('zoo map called "Wild Acres"', "Wild Acres", "Penguins", "penguin"),
        ("map of a ski resort", "Ski resort map", "Ski school", "ski"),
    ],
)
def test_visitor_map_shows_its_sights(prompt, title, sight, noun):
    scene = parse(prompt, seed=0)

    assert scene.graphic is not None
    assert (scene.graphic.kind, scene.graphic.title) == ("place-map", title)
    assert sight in [item.label for item in scene.graphic.items]
    assert noun in [entity.noun for entity in scene.entities]
