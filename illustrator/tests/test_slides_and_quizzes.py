"""Slides, quiz screens, neural networks, loyalty cards and charts of people: what they contain."""

import pytest

from limner_illustrator.language.genres import read_graphic


def graphic_of(prompt):
    reading = read_graphic(prompt, seed=1)
    assert reading is not None
    return reading.graphic


def labels_of(graphic, role):
    return [item.label for item in graphic.items if item.role == role]


@pytest.mark.parametrize(
    ("prompt", "title", "point"),
    [
        ("pitch deck slide about market size", "Market size", "Growing 14% a year"),
        ("powerpoint slide about the benefits of exercise", "Benefits of exercise", "Heart: stronger"),
        ("presentation slide with: hire two people, open a shop, sell online", None, "Open a shop"),
    ],
)
def test_slide_has_title_and_points(prompt, title, point):
    graphic = graphic_of(prompt)

    assert graphic.kind == "slide"
    assert title is None or graphic.title == title
    assert point in labels_of(graphic, "point")


def test_quiz_asks_the_question_of_the_prompt():
    graphic = graphic_of("quiz app question screen: What is the capital of Peru?")

    assert labels_of(graphic, "question") == ["What is the capital of Peru?"]
    assert labels_of(graphic, "right") == ["Lima"]
    assert len(labels_of(graphic, "answer")) == 3


def test_neural_network_has_its_hidden_layers():
    labels = [item.label for item in graphic_of("diagram of a neural network with 3 hidden layers").items]

    assert labels == ["Input", "Hidden 1", "Hidden 2", "Hidden 3", "Output"]


def test_loyalty_card_has_its_stamps():
    graphic = graphic_of("loyalty card for a coffee shop, 10 stamps")

    assert graphic.title == "Coffee Shop"
    assert [item.value for item in graphic.items if item.role == "count"] == [10]


@pytest.mark.parametrize(("prompt", "count"), [("org chart for a marketing agency with 12 people", 12),
                                               ("org chart of a startup with five employees", 5)])  # fmt: skip
def test_org_chart_has_as_many_people_as_named(prompt, count):
    graphic = graphic_of(prompt)

    assert len(graphic.items) == count
    assert len(graphic.links) == count - 1


def test_ends_of_a_course_are_no_parts():
    graphic = graphic_of("infographic about how coffee is made from bean to cup")

    assert graphic.title == "How coffee is made from bean to cup"
    assert len(graphic.items) > 5


def test_cover_for_a_novel_is_a_book_cover():
    assert graphic_of("cover for a fantasy novel called The Glass Orchard").kind == "book-cover"
    assert read_graphic("a cover for a couch", seed=1) is None


def test_chore_chart_is_a_table_of_the_week():
    graphic = graphic_of("chore chart for kids")

    assert graphic.kind == "table"
    assert "Mon" in graphic.items[0].lines


def test_fishbone_diagram_has_causes_of_the_problem():
    graphic = graphic_of("fishbone diagram for late deliveries")

    assert (graphic.kind, graphic.title) == ("fishbone-diagram", "Late deliveries")
    assert [item.label for item in graphic.items][:2] == ["People", "Process"]
    assert "Traffic" in graphic.items[4].lines


def test_facts_are_those_of_the_topic():
    items = graphic_of("infographic: 10 facts about elephants").items

    assert len(items) == 10
    assert items[2].label == "22 months"


def test_life_cycle_is_a_cycle():
    graphic = graphic_of("infographic showing the life cycle of a butterfly")

    assert graphic.kind == "cycle-diagram"
    assert "Chrysalis" in [item.label for item in graphic.items]


def test_decision_tree_asks_about_its_topic():
    assert "Hamster" in [item.label for item in graphic_of("decision tree for choosing a pet").items]


def test_gantt_chart_keeps_first_and_last_of_the_named_phases():
    labels = [item.label for item in graphic_of("gantt chart for a product launch in 5 phases").items]

    assert len(labels) == 5
    assert labels[-1].startswith("Launch")


def test_radar_compares_by_criteria():
    graphic = graphic_of("radar chart comparing two smartphones")

    assert "Battery" in [item.label for item in graphic.items]
    assert {item.group for item in graphic.items} == {"Smartphone A", "Smartphone B"}


def test_sprite_sheet_of_a_slime_is_no_knight():
    assert graphic_of("sprite sheet of a slime bouncing").has("slime")


@pytest.mark.parametrize("prompt", ["a slide on a playground", "a slide with water at a pool"])
def test_playground_slide_is_no_presentation(prompt):
    assert read_graphic(prompt, seed=1) is None


def test_infographic_of_a_history_is_a_timeline():
    assert graphic_of("infographic about the history of chocolate").kind == "timeline"


def test_comic_after_a_colon_has_its_panels():
    graphic = graphic_of("comic: a robot learns to dance, 3 panels")

    assert graphic.kind == "comic"
    assert sum(item.role == "panel" for item in graphic.items) in (0, 3)


def test_slide_speaks_of_its_topic():
    points = labels_of(graphic_of("presentation slide about climate change"), "point")

    assert "Know: your audience" not in points
