"""Titles of charts and diagrams end before what is said of their trend, their look and their parts."""

import pytest

from limner_illustrator.language.parser import read


@pytest.mark.parametrize(
    ("prompt", "title"),
    [
        ("bar chart of monthly revenue for a bakery, rising", "Monthly revenue for a bakery"),
        ("line graph of visits, trending upward", "Visits"),
        ("bar chart of quarterly sales growing steadily", "Quarterly sales"),
        ("flowchart of user signup, with a decision diamond", "User signup"),
        ("mind map of healthy habits, colorful", "Healthy habits"),
        ("infographic about how to brew tea, step by step, flat design", "How to brew tea"),
        ("How to recycle, infographic", "How to recycle"),
        ("bar chart of rising sea levels", "Rising sea levels"),
    ],
)
def test_title_ends_before_trend_look_and_parts(prompt, title):
    assert read(prompt, seed=0).scene.graphic.title == title


def test_flow_chart_has_the_decision_that_is_asked_for():
    reading = read("flowchart of making coffee with a decision diamond", seed=0)
    assert "decision" in [item.role for item in reading.scene.graphic.items]
    assert "diamond" not in (reading.omissions.note() or "")
