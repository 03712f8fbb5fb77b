"""Charts of usual subjects: which labels and values they show without being told."""

import re

import pytest

from limner_illustrator.language.chart_data import find_data
from limner_illustrator.language.genres import read_graphic


def items_of(prompt):
    reading = read_graphic(prompt, seed=1)
    assert reading is not None
    return reading.graphic.items


@pytest.mark.parametrize(
    ("prompt", "label"),
    [
        ("bar chart of the most popular dog breeds", "Labrador"),
        ("bar chart of coffee consumption by country", "Finland"),
        ("bar chart of average salary by profession", "Nurse"),
        ("pie chart of reasons employees quit", "Burnout"),
        ("bar chart of tallest mountains in Europe", "Mont Blanc"),
        ("bar chart comparing the price of 3 laptops", "Laptop C"),
        ("bar chart of bugs per sprint", "Sprint 1"),
    ],
)
def test_chart_labels_are_those_of_the_subject(prompt, label):
    assert label in [item.label for item in items_of(prompt)]


def test_course_since_a_year_ends_in_the_last_full_one():
    items = items_of("line graph of global temperature since 1900")

    assert (items[0].label, items[-1].label) == ("1900", "2024")
    assert items[0].value is not None
    assert items[-1].value is not None
    assert items[0].value < items[-1].value


def test_pie_of_known_values_makes_one_hundred():
    items = items_of("pie chart of programming languages")

    assert sum(item.value or 0 for item in items) == pytest.approx(100)


def test_chart_per_group_is_a_bar_chart():
    reading = read_graphic("chart showing screen time per age group", seed=1)

    assert reading is not None
    assert reading.graphic.kind == "bar-chart"


def test_seating_chart_is_a_plan_of_tables():
    reading = read_graphic("seating chart for a wedding with 12 tables", seed=1)

    assert reading is not None
    assert [item.value for item in reading.graphic.items if item.role == "main"] == [12]


def test_data_of_a_subject_is_no_course():
    assert find_data("coffee consumption per year") is None
    assert re.match("kg", find_data("coffee consumption by country")[0])


@pytest.mark.parametrize(
    ("prompt", "label"),
    [
        ("gráfico de barras de frutas favoritas", "Plátanos"),
        ("Balkendiagramm der beliebtesten Haustiere", "Hunde"),
        ("diagramme de flux pour adopter un hamster", "Fixer un but"),
        ("Flussdiagramm zum Zurücksetzen eines Passworts", "Neues Passwort setzen"),
    ],
)
def test_made_up_labels_are_in_the_language_of_the_prompt(prompt, label):
    assert label in [item.label for item in items_of(prompt)]
