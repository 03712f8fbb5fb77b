"""Labels, series and spans that prompts put into charts, tables and diagrams."""

import pytest

from limner_illustrator.language.genres import read_graphic


def graphic_of(prompt):
    reading = read_graphic(prompt, seed=1)
    assert reading is not None
    return reading.graphic


def values_of(graphic):
    return [(item.label, item.value) for item in graphic.items]


@pytest.mark.parametrize(
    ("prompt", "labels"),
    [
        ("pie chart of favourite drinks, with Gin, Rum and Vodka", ["Gin", "Rum", "Vodka"]),
        ("Balkendiagramm der Einwohner von Berlin, Hamburg und Köln", ["Berlin", "Hamburg", "Köln"]),
        ("diagramme en barres des ventes par trimestre", ["T1", "T2", "T3", "T4"]),
        ("roadmap of product launch by quarter Q1 to Q4 2026", ["Q1 2026", "Q2 2026", "Q3 2026", "Q4 2026"]),
        ("radar chart comparing a player on pace, passing and power", ["Pace", "Passing", "Power"]),
    ],
)
def test_labels_are_those_of_the_prompt(prompt, labels):
    assert [item.label for item in graphic_of(prompt).items] == labels


def test_series_are_named_before_the_span_of_years():
    graphic = graphic_of("line chart comparing revenue of Apple, Microsoft and Google from 2018 to 2023")

    assert list(dict.fromkeys(item.group for item in graphic.items)) == ["Apple", "Microsoft", "Google"]
    assert graphic.items[0].label == "2018"


def test_milestones_are_shared_out_to_the_months_of_a_roadmap():
    reading = read_graphic("roadmap with design, development and launch phases from January to May", seed=1)

    assert [(item.label, item.detail) for item in reading.graphic.items] == [
        ("Jan", "Design"), ("Mar", "Development"), ("May", "Launch"),
    ]  # fmt: skip
    assert reading.missing == ()


def test_a_comparison_has_the_criteria_of_the_prompt_as_rows():
    graphic = graphic_of("comparison table of React, Vue and Angular by performance and community")

    assert graphic.items[0].lines == ("React", "Vue", "Angular")
    assert [item.label for item in graphic.items[1:]] == ["Performance", "Community"]


def test_a_table_of_known_data_has_only_the_columns_that_are_asked():
    graphic = graphic_of("table of the planets with diameter and number of moons")

    assert (graphic.items[0].label, graphic.items[0].lines) == ("Planet", ("Diameter", "Moons"))


def test_a_gantt_chart_spans_the_months_of_the_prompt():
    graphic = graphic_of("gantt chart of a wedding from May to September")

    assert graphic.unit == "month"
    assert max(item.start + item.value for item in graphic.items) == pytest.approx(5)
    assert graphic.options[0] == "from-month-5"


def test_tasks_are_sorted_into_the_quadrants_of_a_known_matrix():
    graphic = graphic_of("effort impact matrix with tasks: fix bugs, new design, write docs")

    assert [(item.label, item.lines) for item in graphic.items][:2] == [
        ("Quick wins", ("Fix bugs",)), ("Major projects", ("New design",)),
    ]  # fmt: skip


def test_a_date_of_a_calendar_has_only_its_event():
    graphic = graphic_of("calendar page for October 2026 with Halloween on the 31st")

    assert graphic.items[-1].detail == "Halloween"


def test_bubbles_are_what_the_prompt_names():
    graphic = graphic_of("bubble chart of programming languages by popularity and salary")

    assert graphic.items[0].label == "Python"
    assert (graphic.x_label, graphic.y_label) == ("Popularity", "Salary")


def test_a_heat_map_has_the_two_axes_of_the_prompt():
    graphic = graphic_of("heatmap of employee satisfaction by department and quarter")

    assert list(dict.fromkeys(item.group for item in graphic.items)) == ["Q1", "Q2", "Q3", "Q4"]
    assert graphic.items[0].label == "Engineering"


def test_a_sankey_diagram_makes_the_sum_of_the_prompt():
    graphic = graphic_of("sankey diagram showing a monthly budget of $4000")

    assert graphic.unit == "$"
    assert sum(float(link.label) for link in graphic.links if link.target == 1) == 4000
