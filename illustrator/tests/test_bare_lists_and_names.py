"""Lists that nothing opens, names whose words are looks elsewhere, months after tasks, and columns of tables."""

import pytest

from limner_illustrator.language.parser import parse
from limner_illustrator.scene import Graphic


def read(prompt: str) -> Graphic:
    graphic = parse(prompt, seed=0).graphic
    assert graphic is not None
    return graphic


@pytest.mark.parametrize(
    ("prompt", "labels"),
    [
        ("cycle diagram plan, do, check, act", ["Plan", "Do", "Check", "Act"]),
        ("pyramid diagram vision, goals, tasks", ["Vision", "Goals", "Tasks"]),
    ],
)
def test_bare_list_is_the_content(prompt: str, labels: list[str]) -> None:
    assert [one.label for one in read(prompt).items] == labels


@pytest.mark.parametrize(
    ("prompt", "title"),
    [
        ("album cover for a band called Neon Drive, a sports car", "Neon Drive"),
        ("logo for a cafe called Blue Door, minimal, brown", "Blue Door"),
    ],
)
def test_name_keeps_words_that_are_looks_elsewhere(prompt: str, title: str) -> None:
    assert read(prompt).title == title


def test_month_after_a_task_is_its_time() -> None:
    items = read("gantt chart Q1: research Jan, design Feb, launch Mar").items
    assert [(one.label, one.start) for one in items] == [("Research", 0.0), ("Design", 1.0), ("Launch", 2.0)]


def test_named_columns_are_all_there() -> None:
    header = read("table of employees with name, role and salary").items[0]
    assert [header.label, *header.lines] == ["Name", "Role", "Salary"]


def test_book_now_is_no_library() -> None:
    from limner_illustrator.language.vocabulary.app_topics import find_topic

    topic = find_topic("hotel booking screen with a book now button")
    assert topic is not None
    assert topic.heading == "Where to stay"


def test_message_goes_to_whom_it_names() -> None:
    graphic = read("sequence diagram: user uploads photo to app, app stores it in S3, app notifies user")
    names = [one.label for one in graphic.items]
    assert [(names[one.source], names[one.target]) for one in graphic.links] == [
        ("User", "App"),
        ("App", "S3"),
        ("App", "User"),
    ]


def test_controls_are_no_title() -> None:
    assert read("pricing section with toggle monthly yearly").title == "Choose your plan"
    assert read("instagram-like social feed mobile screen").title is None


@pytest.mark.parametrize(
    "prompt",
    ["org chart: CEO, three VPs, each with two managers", "org chart with a CEO, three VPs each managing two managers"],
)
def test_each_of_a_level_has_its_own_below(prompt: str) -> None:
    graphic = read(prompt)
    labels = [one.label for one in graphic.items]
    assert (labels.count("VP"), labels.count("Manager")) == (3, 6)
    bosses = [one.source for one in graphic.links if labels[one.target] == "Manager"]
    assert sorted(bosses) == [1, 1, 2, 2, 3, 3]
