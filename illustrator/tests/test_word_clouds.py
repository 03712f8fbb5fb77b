"""Word clouds, plans of usual trades, and titles in quotes."""

import pytest

from limner_illustrator.language.genres import read_graphic


def graphic_of(prompt):
    reading = read_graphic(prompt, seed=1)
    assert reading is not None
    return reading.graphic


def test_word_cloud_has_the_words_of_the_prompt():
    graphic = graphic_of("word cloud with the words: ocean, wave, beach, salt")

    assert graphic.kind == "word-cloud"
    assert [item.label for item in graphic.items] == ["Ocean", "Wave", "Beach", "Salt"]
    assert not graphic.is_sample


def test_word_cloud_of_a_topic_has_its_words():
    labels = [item.label for item in graphic_of("word cloud about teamwork").items]

    assert labels[0] == "Teamwork"
    assert "Trust" in labels
    assert "Cumulus" not in labels


@pytest.mark.parametrize(
    ("prompt", "feature", "terms"),
    [
        ("pricing table for a yoga studio: drop-in $18, monthly $99, yearly $899", "Unlimited classes",
         ["per visit", "per month", "per year"]),
        ("pricing page for a web hosting company", "Free SSL", [None, None, None]),
    ],
)  # fmt: skip
def test_plans_offer_what_the_trade_sells(prompt, feature, terms):
    items = graphic_of(prompt).items

    assert feature in [line for item in items for line in item.lines]
    assert [item.group for item in items] == terms


def test_quoted_infographic_keeps_its_title_and_count():
    graphic = graphic_of('Infographic "7 habits of happy couples"')

    assert graphic.title == "7 habits of happy couples"
    assert len(graphic.items) == 7
    assert graphic.items[0].label == "Listen"


def test_flow_chart_after_a_colon_has_a_title():
    assert graphic_of("flowchart: how to file an insurance claim").title == "How to file an insurance claim"
