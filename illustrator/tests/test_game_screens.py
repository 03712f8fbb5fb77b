"""Screens of games: their form, name, buttons and scene."""

import pytest

from limner_illustrator.language.genres import read_graphic
from limner_illustrator.language.parser import parse


@pytest.mark.parametrize(
    ("prompt", "form", "title"),
    [
        ("game inventory screen for an RPG", "inventory", "Inventory"),
        ('title screen for a pirate game called "Black Pearl Bay"', "menu", "Black Pearl Bay"),
        ("game over screen for a zombie game", "over", "Game Over"),
        ("HUD for a racing game", "hud", None),
    ],
)
def test_game_screen_has_form_and_title(prompt, form, title):
    reading = read_graphic(prompt, seed=1)

    assert reading is not None
    assert reading.graphic.kind == "game-screen"
    assert form in reading.graphic.options
    assert reading.graphic.title == title


def test_game_menu_has_the_buttons_of_the_prompt():
    reading = read_graphic("pause menu with resume, settings and quit buttons", seed=1)

    assert reading is not None
    labels = [item.label for item in reading.graphic.items if item.role == "button"]
    assert labels == ["Resume", "Settings", "Quit"]


def test_inventory_holds_things():
    nouns = [one.noun for one in parse("game inventory screen for an RPG", seed=0).entities]

    assert {"sword", "shield", "potion"} <= set(nouns)
    assert len(nouns) == 12
