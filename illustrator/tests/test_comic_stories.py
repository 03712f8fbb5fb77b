"""Comics tell what their prompt tells: one moment for each panel, with its sentence above the picture."""

import pytest

from limner_illustrator import draw
from limner_illustrator.language.genres import read_graphic
from limner_illustrator.language.story_moments import split_moments


def panels_of(prompt):
    reading = read_graphic(prompt, seed=0)
    assert reading is not None
    assert reading.graphic.kind == "comic"
    return [item for item in reading.graphic.items if item.role == "panel"]


@pytest.mark.parametrize(
    ("text", "captions"),
    [
        (
            "a cat who tries to catch a fish, falls in the pond, and goes home wet",
            ["A cat tries to catch a fish", "The cat falls in the pond", "The cat goes home wet"],
        ),
        (
            "two friends find a map, follow it and discover a chest full of gold",
            ["Two friends find a map", "The two friends follow it", "The two friends discover a chest full of gold"],
        ),
        (
            "a boy and a girl build a snowman, then it melts",
            ["A boy and a girl build a snowman", "The snowman melts"],
        ),
        ("a knight meets a dragon. They share a pizza.", ["A knight meets a dragon", "They share a pizza"]),
        ("an ant carries a leaf, a crumb and a stick", ["An ant carries a leaf, a crumb and a stick"]),
        ("a red flying carpet", []),
        ("a wizard, a frog and a princess", []),
    ],
)
def test_a_story_is_split_into_its_moments(text, captions):
    assert [one.caption for one in split_moments(text)] == captions


def test_pronouns_are_replaced_in_what_is_drawn():
    moments = split_moments("a robot makes coffee and spills it on itself")
    assert moments[1].shown == "a robot spilling the coffee on itself"
    assert moments[1].caption == "The robot spills it on itself"


@pytest.mark.parametrize(
    "prompt",
    [
        "Comic in 4 panels: a robot wakes up, makes coffee, spills it and falls asleep",
        "4-panel comic. Panel 1: a robot wakes up. Panel 2: makes coffee. Panel 3: spills it. Panel 4: he falls asleep",
        "comic with four panels about a robot that wakes up, makes coffee, spills it, and falls asleep",
    ],
)
def test_each_panel_has_its_moment_as_caption(prompt):
    captions = [panel.lines[0] for panel in panels_of(prompt)]
    assert [caption.split()[-1] for caption in captions] == ["up", "coffee", "it", "asleep"]
    assert all("robot" in (panel.detail or "") for panel in panels_of(prompt))


def test_more_moments_than_panels_are_all_told():
    panels = panels_of("2-panel comic: a dog steals a sausage, runs away, hides and sleeps")
    assert [panel.lines[0].count(".") for panel in panels] == [1, 1]
    assert "sleeps" in panels[1].lines[0]


def test_invented_panels_are_noted():
    assert "made up" in (draw("four-panel comic about a penguin that wants to fly", size=(256, 256)).note or "")
    told = draw("two-panel comic: a dog sees a cat, runs away", size=(256, 256))
    assert "made up" not in (told.note or "")


def test_a_caption_is_drawn_into_its_panel():
    told = draw("two-panel comic: a dog runs, sleeps", size=(400, 200)).pixels
    band = told[8:20, 10:190].reshape(-1, 3)
    assert ((band[:, 0] > 240) & (band[:, 2] < 200)).mean() > 0.3  # the pale yellow of captions
