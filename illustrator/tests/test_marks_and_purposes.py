"""What marks show after their purpose, names without quotes, preference memes, icons of steps, and counted dishes."""

import numpy as np
import pytest

from limner_illustrator.canvas import fill, surface, to_pixels
from limner_illustrator.graphics.designs.sprite_sheets import _shared_scale
from limner_illustrator.language.parser import parse
from limner_illustrator.scene import Graphic


def read(prompt: str) -> Graphic:
    graphic = parse(prompt, seed=0).graphic
    assert graphic is not None
    return graphic


def test_mark_shows_what_follows_its_purpose() -> None:
    nouns = {one.noun for one in parse("app icon for a weather app, sun behind a cloud", seed=0).entities}
    assert nouns == {"sun", "cloud"}


def test_icon_without_a_thing_is_the_glyph_of_its_purpose() -> None:
    assert "glyph-list" in read("app icon for a to-do list, purple").options
    assert not any(one.startswith("glyph-") for one in read("app icon for a fox game, a fox").options)


@pytest.mark.parametrize(
    ("prompt", "title"),
    [
        ("coffee bag label Morning Ritual, kraft", "Morning Ritual"),
        ("logo Blue Harbor, anchor, navy", "Blue Harbor"),
        ("birthday invitation for Mia turning 5, unicorns", "Mia's 5th Birthday"),
        ("badge for completing 100 workouts, gold with a dumbbell", "100 Workouts"),
    ],
)
def test_title_is_the_name(prompt: str, title: str) -> None:
    assert read(prompt).title == title


def test_preference_meme_has_both_sides() -> None:
    items = read("drake style meme about tabs vs spaces").items
    assert [(one.role, one.label) for one in items] == [("worse", "tabs"), ("better", "spaces")]


def test_menu_has_as_many_dishes_as_asked() -> None:
    items = read("restaurant menu with three pizzas and prices").items
    labels = [one.label for one in items]
    assert labels.index("Salads") - labels.index("Pizza") == 4


def test_frames_share_one_scale() -> None:
    def frame(width: int, height: int) -> np.ndarray:
        sheet = surface(width, height)
        sheet.getCanvas().drawPaint(fill((0, 0, 0)))
        return to_pixels(sheet)

    frames = [(frame(50, 100), 0.0), (frame(100, 100), 0.0)]
    assert _shared_scale(frames, 118, 1180) == pytest.approx((118 - 0.18 * 118) / 100)


def test_written_note_does_not_name_a_thing_that_is_drawn() -> None:
    from limner_illustrator import draw

    assert "mountain" not in (draw("T-shirt with a mountain and the words STAY WILD", size=(128, 128)).note or "")


def test_article_before_a_cuisine_counts_no_dishes() -> None:
    labels = [one.label for one in read("menu for a sushi bar").items]
    assert labels.index("Warm dishes") - labels.index("Sushi") > 2


def test_initials_keep_single_letters_without_years() -> None:
    from limner_illustrator.graphics.designs.marks import initials

    assert initials("A & J") == "A&J"
    assert initials("Château Rouge 2019") == "CR"
