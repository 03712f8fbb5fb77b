"""Memes, and names and numbers on tickets, certificates and business cards."""

import numpy as np
import pytest

from limner_illustrator import draw
from limner_illustrator.language.genres import read_graphic


def read(prompt):
    reading = read_graphic(prompt, seed=0)
    assert reading is not None
    return reading


def texts_of(prompt, role):
    return [item.label for item in read(prompt).graphic.items if item.role == role]


@pytest.mark.parametrize(
    ("prompt", "top", "bottom"),
    [
        ('meme with a cat, top text "IT COMPILES", bottom text "SHIP IT"', ["IT COMPILES"], ["SHIP IT"]),
        ('meme of a dog, bottom text "SHIP IT", top text "IT COMPILES"', ["IT COMPILES"], ["SHIP IT"]),
        (
            "meme: top text: one does not simply, bottom text: ship on friday",
            ["one does not simply"],
            ["ship on friday"],
        ),
        ('a meme of a dog saying "This is fine"', [], ["This is fine"]),
        ("programming meme about merge conflicts", ["merge conflicts"], []),
    ],
)
def test_texts_of_a_meme_are_at_its_edges(prompt, top, bottom):
    assert read(prompt).graphic.kind == "meme"
    assert texts_of(prompt, "top") == top
    assert texts_of(prompt, "bottom") == bottom


def test_letters_of_a_meme_are_white_with_a_dark_outline():
    plain = draw("a fox in a meadow", size=(256, 256)).pixels
    meme = draw('meme of a fox in a meadow, bottom text "HELLO THERE"', size=(256, 256)).pixels
    band = meme[200:, :].reshape(-1, 3).astype(int)
    assert (band.min(axis=1) > 240).mean() > (plain[200:].reshape(-1, 3).min(axis=1) > 240).mean() + 0.03
    assert (band.max(axis=1) < 30).mean() > 0.02
    assert np.array_equal(meme, draw('meme of a fox in a meadow, bottom text "HELLO THERE"', size=(256, 256)).pixels)


def test_an_invented_picture_of_a_meme_is_noted():
    assert "made up" in (draw("meme about mondays", size=(128, 128)).note or "")
    assert "made up" not in (draw('meme of a cat saying "no"', size=(128, 128)).note or "")


def test_somebody_who_looks_at_a_meme_stays_a_scene():
    assert read_graphic("a cat looking at a meme on a phone", seed=0) is None


def test_a_ticket_has_its_row_and_a_name_with_a_time_of_day():
    graphic = read("concert ticket for The Midnight Owls, row B seat 12").graphic
    assert graphic.title == "The Midnight Owls"
    assert {"Row B", "Seat 12"} <= {item.label for item in graphic.items}


def test_a_certificate_names_the_course_and_the_year():
    prompt = "Certificate of completion for Maria Lopez, Python Bootcamp, 2024"
    assert texts_of(prompt, "reason") == ["Python Bootcamp"]
    assert texts_of(prompt, "date") == ["2024"]


def test_a_job_title_is_kept_whole():
    assert texts_of("business card for Anna Schmidt, Product Designer", "profession") == ["Product Designer"]


@pytest.mark.parametrize(
    ("prompt", "rows"),
    [
        ("comparison table of MySQL, PostgreSQL and SQLite", {"First release": ("1995", "1996", "2000")}),
        ("table comparing Venus and Mars by moons", {"Moons": ("0", "2")}),
        ("table of Python, Java and Go: typing, speed", {"Typing": ("Dynamic", "Static", "Static")}),
        ("comparison table of solar, wind and nuclear energy", {"Fuel": ("None", "None", "Uranium")}),
    ],
)
def test_comparisons_of_known_things_have_their_facts(prompt, rows):
    found = {item.label: item.lines for item in read(prompt).graphic.items}
    assert rows.items() <= found.items()


def test_comparisons_of_unknown_things_claim_nothing():
    reading = read("comparison table of Foobar, Quux and Bazzle by price")
    assert reading.graphic.items[1].lines == ("–", "–", "–")
    assert reading.remarks == ("cells of which nothing is known are empty",)


@pytest.mark.parametrize(
    ("prompt", "shown"),
    [
        ("app icon for a recipe app, chef hat, green", "chef hat"),
        ("icon for a weather app, sun, cloud", "a sun, a cloud"),
        ("logo for a bike shop, orange, minimalist", "bicycle"),
    ],
)
def test_a_listed_thing_is_shown_in_place_of_the_trade(prompt, shown):
    assert shown in (read(prompt).rest or "")


def test_the_edge_of_a_sticker_is_not_noted():
    assert draw("sticker of a cactus, white outline", size=(128, 128)).note is None
    assert draw("die cut sticker of a cat with a thick white border", size=(128, 128)).note is None


def test_what_things_are_compared_as_is_no_part_of_a_name():
    rows = read("comparison table of dogs, cats and rabbits as pets").graphic.items
    assert rows[0].lines == ("Dogs", "Cats", "Rabbits")
    assert "–" not in {cell for row in rows for cell in row.lines}
