"""Graphics: prompts choose a kind, and every kind is drawn at every size."""

from dataclasses import replace

import numpy as np
import pytest

from limner_illustrator.arrays import draw
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.painting import paint_graphic
from limner_illustrator.graphics.registry import GRAPHICS
from limner_illustrator.graphics.text import font_for, in_bold
from limner_illustrator.graphics.theme import make_theme
from limner_illustrator.language.genres import read_graphic
from limner_illustrator.language.parser import read
from limner_illustrator.language.vocabulary.app_topics import find_topic
from limner_illustrator.language.vocabulary.graphics import GRAPHICS as TERMS
from limner_illustrator.scene import Graphic, GraphicItem, GraphicLink, Scene, SceneError

NAMELESS = {"abstract", "connection-diagram", "screen-row"}
"""Kinds that are found by their whole prompts."""


def split(phrases):
    return [phrase for phrase in (one.strip() for one in phrases.split(",")) if phrase]


def test_every_kind_has_phrases_and_a_drawing():
    assert set(TERMS) == set(GRAPHICS)
    named = [terms for kind, terms in TERMS.items() if kind not in NAMELESS]
    assert all(terms.phrases.strip() or terms.ambiguous.strip() for terms in named)
    assert all(terms.description.startswith(("a ", "an ", "the ")) for terms in TERMS.values())


def test_no_phrase_names_two_kinds():
    phrases = [phrase for terms in TERMS.values() for phrase in {*split(terms.phrases), *split(terms.ambiguous)}]

    assert len(phrases) == len(set(phrases))


@pytest.mark.parametrize("kind", sorted(TERMS))
def test_every_phrase_chooses_a_registered_kind(kind):
    for phrase in [*split(TERMS[kind].phrases), *split(TERMS[kind].ambiguous)]:
        reading = read_graphic(f"a {phrase}", seed=1)

        assert reading is not None, phrase
        assert reading.graphic.kind in GRAPHICS, phrase


@pytest.mark.parametrize("kind", sorted(GRAPHICS.keys() - NAMELESS))
@pytest.mark.parametrize("size", [(256, 256), (900, 120), (120, 900)], ids=["small", "wide", "tall"])
def test_a_kind_is_drawn_at_any_size(kind, size):
    scene = read(f"a {split(TERMS[kind].phrases)[0]}", seed=3).scene
    drawn = list(paint_graphic(scene, *size, quality="medium"))

    assert [one.shape for one in drawn] == [(size[1], size[0], 3)]
    assert drawn[0].std() > 4


@pytest.mark.parametrize("kind", sorted(GRAPHICS))
def test_a_kind_without_content_is_drawn(kind):
    """Scenes come from files, too."""
    scene = Scene(prompt="x", graphic=Graphic(kind=kind))

    assert next(paint_graphic(scene, 128, 128, quality="low")).shape == (128, 128, 3)


@pytest.mark.parametrize("kind", sorted(GRAPHICS))
def test_a_kind_is_drawn_from_odd_content(kind):
    item = GraphicItem(label="x" * 300, value=-1e14, start=-5.0, group="g", role="decision", lines=("y" * 200,) * 5)
    links = tuple(GraphicLink(source=at % 5, target=(at * 3 + 1) % 5, label="z" * 80) for at in range(8))
    scene = Scene(prompt="x", graphic=Graphic(kind=kind, title="T" * 400, items=(item,) * 5, links=links, unit="%"))

    assert next(paint_graphic(scene, 160, 120, quality="low")).shape == (120, 160, 3)


def test_partial_images_come_nearer_to_the_picture():
    scene = read("bar chart of fruit: apples 3, pears 5", seed=1).scene
    *partials, final = paint_graphic(scene, 256, 256, quality="medium", partials=3)
    distances = [np.abs(one.astype(int) - final).mean() for one in partials]

    assert len(partials) == 3
    assert distances == sorted(distances, reverse=True)
    assert min(distances) > 0


def test_the_same_prompt_and_seed_give_the_same_pixels():
    first, second = (draw("a hand-drawn bar chart of sales", size=(256, 256), seed=5).pixels for _ in range(2))

    assert np.array_equal(first, second)


def test_a_transparent_graphic_has_a_transparent_background():
    pixels = draw("bar chart of fruit: apples 3, pears 5", size=(256, 256), transparent=True).pixels

    assert pixels[2, 2, 3] == 0
    assert (pixels[..., 3] == 255).mean() > 0.05


def test_a_scene_with_a_graphic_survives_json():
    scene = Scene(
        prompt="x",
        graphic=Graphic(
            kind="bar-chart",
            title="Sales",
            items=(GraphicItem(label="a", value=3.0, lines=("x",)), GraphicItem(label="b", group="g", start=1.5)),
            links=(GraphicLink(source=0, target=1, label="then"),),
            colors=("blue",),
            options=("horizontal",),
        ),
    )

    assert Scene.from_json(scene.to_json()) == scene
    assert Scene.from_json({"version": 1, "prompt": "x"}).graphic is None


@pytest.mark.parametrize(
    "broken",
    [
        {"kind": "bar-chart", "items": [{"label": "a"}], "links": [{"source": 0, "target": 1}]},
        {"kind": "bar-chart", "items": [{"label": "a", "value": float("nan")}]},
        {"kind": "bar-chart", "items": [{"value": 3}]},
        {"kind": "bar-chart", "items": [{"label": "x"}] * 101},
        {"kind": "bar-chart", "title": "x" * 501},
        {"kind": "bar-chart", "unknown": 1},
        {"items": []},
        "bar-chart",
    ],
)
def test_a_broken_graphic_is_refused(broken):
    with pytest.raises(SceneError):
        Scene.from_json({"version": 1, "prompt": "x", "graphic": broken})


def test_a_second_function_for_a_kind_is_refused():
    with pytest.raises(ValueError, match="bar-chart"):
        graphic("bar-chart")(lambda context: None)


def test_painting_a_scene_without_a_graphic_is_refused():
    with pytest.raises(ValueError, match="no graphic"):
        next(paint_graphic(Scene(prompt="x"), 64, 64, quality="low"))


def test_dark_mode_is_dark_and_colours_are_those_of_the_prompt():
    dark = draw("bar chart of fruit: apples 3, pears 5, dark mode", size=(256, 256)).pixels
    red = draw("bar chart of fruit in red: apples 3, pears 5", size=(256, 256)).pixels.astype(int)

    assert np.median(dark) < 60
    assert ((red[..., 0] - red[..., 1] > 100) & (red[..., 0] - red[..., 2] > 100)).mean() > 0.05


@pytest.mark.parametrize("quality", ["low", "medium", "high"])
def test_every_quality_has_the_size_that_was_asked_for(quality):
    scene = replace(read("a bar chart", seed=1).scene)

    assert next(paint_graphic(scene, 300, 200, quality=quality)).shape == (200, 300, 3)


@pytest.mark.parametrize(
    ("prompt", "topic"),
    [
        ("mobile app screen for tracking water intake", "Water today"),
        ("plant watering reminder app", "Your plants"),
        ("an app for roommates to share chores", "This week"),
    ],
)
def test_an_app_shows_what_its_topic_needs(prompt, topic):
    assert find_topic(prompt).heading == topic
    assert read(prompt, seed=1).scene.graphic.kind == "app-screen"


def test_apps_of_different_topics_look_different():
    water, chores = (draw(f"mobile app screen for {topic}", size=(256, 256)).pixels for topic in ("water", "chores"))

    assert (water != chores).any()


def test_large_text_is_bold_and_small_text_is_not():
    context = GraphicContext(
        canvas=None, width=100, height=100, unit=1.0, scene=None, graphic=None, theme=make_theme(Graphic(kind="table"))
    )

    assert (font_for(context, 44), font_for(context, 24)) == ("sans", "text")
    assert font_for(in_bold(context), 24) == "sans"
