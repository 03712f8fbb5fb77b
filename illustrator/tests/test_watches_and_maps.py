"""Screens of watches and of map applications, landing pages, and figures that a prompt gives."""

import pytest

from limner_illustrator.graphics.screens.figures import put_given_figure
from limner_illustrator.language.parser import parse
from limner_illustrator.language.vocabulary.app_topics import find_topic


@pytest.mark.parametrize(
    ("prompt", "frame"),
    [
        ("smartwatch app showing heart rate 72 bpm", "watch"),
        ("apple watch UI with the steps of today", "watch"),
        ("saas landing page for a gardening app", "browser"),
        ("mobile landing page for a bakery", "phone"),
        ("recipe app screen", "phone"),
    ],
)
def test_frame_is_the_named_device(prompt: str, frame: str) -> None:
    graphic = parse(prompt, seed=0).graphic
    assert graphic is not None
    assert graphic.options[0] == frame


@pytest.mark.parametrize(
    ("prompt", "figure", "caption"),
    [
        ("heart rate 72 bpm", "72", "bpm"),
        ("step counter with 10,250 steps", "10,250", "steps"),
        ("weather app, 24 °C", "24 °C", "Partly cloudy"),
        ("wallet with $310", "$310", "Main account"),
        ("heart rate", "64", "bpm"),
    ],
)
def test_given_figure_replaces_the_usual_one(prompt: str, figure: str, caption: str) -> None:
    topic = find_topic(prompt.lower())
    assert topic is not None
    given = put_given_figure(topic, prompt.lower())
    assert (given.figure, given.caption) == (figure, caption)


def test_venn_keeps_nouns_that_are_style_words_elsewhere() -> None:
    graphic = parse("venn diagram of design, technology and business", seed=0).graphic
    assert graphic is not None
    assert [one.label for one in graphic.items] == ["Design", "Technology", "Business"]


def test_weather_screen_is_named_after_its_place() -> None:
    graphic = parse("weather app screen, 24 °C in Rome", seed=0).graphic
    assert graphic is not None
    assert graphic.title == "Rome"
