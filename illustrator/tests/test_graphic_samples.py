"""Values and participants that a prompt names only in passing."""

import pytest

from limner_illustrator.language.parser import parse
from limner_illustrator.scene import Graphic


def graphic_of(prompt: str) -> Graphic:
    graphic = parse(prompt, seed=0).graphic
    assert graphic is not None
    return graphic


@pytest.mark.parametrize(
    ("prompt", "first", "last"),
    [
        ("line chart of monthly active users from January to June rising from 2k to 9k", 2000, 9000),
        ("line chart: temperature falling from 30 to 12 over a week", 30, 12),
        ("line chart showing churn going from 8% to 3% in 2024", 8, 3),
        ("line chart of revenue growing from $1,200 to $4,500 by quarter", 1200, 4500),
    ],
)
def test_course_runs_between_the_values_of_the_prompt(prompt, first, last):
    items = graphic_of(prompt).items

    assert (items[0].value, items[-1].value) == (first, last)


def test_two_years_are_a_span_and_no_values():
    items = graphic_of("line chart of revenue from 2015 to 2020").items

    assert [one.label for one in items] == [str(year) for year in range(2015, 2021)]
    assert items[0].value != 2015


def test_sequence_has_every_participant_between_which_it_is():
    graphic = graphic_of("sequence diagram of OAuth login between user, app and auth server")

    assert [one.label for one in graphic.items] == ["User", "App", "Auth server"]
