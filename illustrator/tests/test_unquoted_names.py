"""Names of events and offers without quotation marks, and the stats of trading cards."""

import pytest

from limner_illustrator.language.parser import read


@pytest.mark.parametrize(
    ("prompt", "title", "lines"),
    [
        ("concert poster jazz night", "Jazz Night", []),
        ("concert poster for blues evening at the riverside", "Blues Evening", ["At the riverside"]),
        ("concert poster for a rock band", "Rock Band Concert", []),
        ("event poster of a street food festival with trucks", "Street Food Festival", []),
        ("flyer yoga class every tuesday 6pm", "Yoga Class", ["Every tuesday 6pm"]),
        ("banner winter clearance 30% off", "Winter Clearance", ["30% off"]),
        ("banner for black friday sale, 50% off", "Black Friday Sale", ["50% off"]),
        ("poster of a lion", None, []),
    ],
)
def test_event_without_quotation_marks_is_the_title(prompt, title, lines):
    graphic = read(prompt, seed=0).scene.graphic
    assert (graphic.title, [item.label for item in graphic.items]) == (title, lines)


@pytest.mark.parametrize(
    ("prompt", "name", "stats", "color"),
    [
        ("fire dragon trading card, attack 7, defense 4", "Fire Dragon", ["Attack 7", "Defense 4"], "red"),
        ("trading card of an ice wolf, 5 attack and 8 defense", "Ice Wolf", ["Attack 5", "Defense 8"], "light blue"),
        ("game card of an archer, ATK 1200 DEF 800", None, ["Attack 1200", "Defense 800"], None),
    ],
)
def test_trading_card_has_the_stats_and_the_colour_of_its_element(prompt, name, stats, color):
    reading = read(prompt, seed=0)
    graphic = reading.scene.graphic
    assert graphic.title == name
    assert [f"{item.label} {item.detail}" for item in graphic.items] == stats
    assert reading.omissions.note() is None
    if color:
        assert graphic.colors
        assert reading.scene.entities[0].color is not None
