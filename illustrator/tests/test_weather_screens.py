"""Rows of weather screens: days with symbols, and no row for a part that the prompt names."""

import pytest

from limner_illustrator.graphics.screens.topics import choose_entries
from limner_illustrator.graphics.screens.weather_symbols import find_weather
from limner_illustrator.language.vocabulary.app_topics import find_topic


def test_named_parts_of_a_weather_screen_are_no_rows():
    topic = find_topic("weather")
    assert choose_entries(topic, ["Current temperature", "5 day forecast"]) == list(topic.entries)
    assert choose_entries(topic, ["Humidity", "Wind", "Hourly forecast"])[:2] == ["Humidity|62%", "Wind|12 km/h"]


@pytest.mark.parametrize(
    ("text", "kind"), [("19 °C, rain", "rain"), ("22 °C, sun", "sun"), ("Partly cloudy", "partly"), ("62%", None)]
)
def test_weather_has_its_symbol(text, kind):
    assert find_weather(text) == kind
