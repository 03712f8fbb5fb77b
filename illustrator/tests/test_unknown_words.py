"""Rare nouns get a form of their class, abstract nouns a metaphor, unknown words a card."""

import numpy as np
import pytest

from limner_illustrator import draw
from limner_illustrator.catalog import art, noun_classes, records
from limner_illustrator.catalog.art import read_data
from limner_illustrator.language import metaphors
from limner_illustrator.language.parser import parse, read
from limner_illustrator.render.paint import paint
from limner_illustrator.scene import Entity, Scene

NO_THINGS = {"notion", "word", "person", "place"}


def drawings(prompt):
    return [one.drawing for one in read(prompt, seed=1).scene.entities]


def classes_in_data():
    return {line.split(b"\t")[1].decode() for line in read_data(noun_classes.FILE).splitlines()}


def test_every_class_of_the_data_has_a_drawing():
    missing = [name for name in classes_in_data() - NO_THINGS if not records.is_recorded(f"own:generic-{name}")]

    assert missing == []


def test_data_is_sorted_and_every_line_is_found():
    lines = read_data(noun_classes.FILE).splitlines()

    assert lines == sorted(lines)
    for line in lines[:: len(lines) // 200]:
        noun, name = line.decode().split("\t")[:2]
        found = noun_classes.find_name(noun) if noun[0].isupper() else noun_classes.find_class(noun)
        assert found is not None
        assert name in (found[0] if isinstance(found, tuple) else found.name)


@pytest.mark.parametrize("word", ["", "zzzzzz", "a", "pangolinx", "0", "ë"])
def test_unknown_words_have_no_class(word):
    assert noun_classes.find_class(word) is None


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        ("zither", "strings"), ("quoll", "mammal"), ("tagine", "dish"), ("potoo", "bird"), ("arapaima", "fish"),
        ("mayfly", "insect"), ("tuatara", "reptile"), ("acacia", "tree"), ("gentian", "flower"), ("bracken", "fern"),
        ("altimeter", "gauge"), ("oscilloscope", "electronics"), ("lathe", "machine"), ("katar", "weapon"),
        ("flagon", "vessel"), ("spiralizer", "utensil"), ("cuirass", "armor"), ("landau", "vehicle"),
        ("emerald", "gem"), ("quasar", "celestial"), ("brocade", "fabric"), ("jambalaya", "dish"), ("pika", "mammal"),
        ("duduk", "wind"), ("ondes martenot", "instrument"),
    ],
)  # fmt: skip
def test_rare_noun_is_drawn_as_its_class(noun, name):
    reading = read(f"a {noun}", seed=1)

    assert [one.drawing for one in reading.scene.entities] == [f"own:generic-{name}"]
    assert f"drawn as a generic {noun_classes.label_of(f'own:generic-{name}')}: {noun}" in reading.omissions.note()


@pytest.mark.parametrize(("noun", "drawing"), [("sloop", "own:sailing-ship"), ("tabby", "noto:cat-face")])
def test_near_relative_is_preferred_to_a_generic_form(noun, drawing):
    assert drawings(f"a {noun}") == [drawing]


def test_features_come_from_the_gloss():
    assert "scales" in noun_classes.find_class("gar").features
    assert "crest" in noun_classes.find_class("turaco").features
    assert "c:green" in noun_classes.find_class("emerald").features


@pytest.mark.parametrize("pair", [("a delphinium", "a gentian"), ("a lathe", "a stapler"), ("a kinkajou", "a wombat")])
def test_two_words_of_a_class_look_different(pair):
    first, second = (draw(prompt, size=(128, 128), seed=3).pixels for prompt in pair)

    assert np.abs(first.astype(int) - second).mean() > 1


def test_generic_form_takes_the_colour_that_is_asked_for():
    red, blue = (draw(f"a {color} flagon", size=(128, 128), seed=3).pixels for color in ("red", "blue"))
    changed = np.abs(red.astype(int) - blue).sum(-1) > 60

    assert changed.mean() > 0.03
    assert red[changed][:, 0].mean() > blue[changed][:, 0].mean() + 40


def test_same_prompt_and_seed_draw_the_same_generic_form():
    first, second = (draw("a quoll", size=(128, 128), seed=5).pixels for _ in range(2))

    assert np.array_equal(first, second)


@pytest.mark.parametrize("name", sorted(name for name, _ in records.drawings("own") if name.startswith("generic-")))
def test_every_generic_form_can_be_drawn(name):
    for noun in ("alpha", "beta", "gamma"):
        entity = Entity(id="e1", noun=noun, drawing=f"own:{name}")
        *_, pixels = paint(Scene(prompt="", entities=(entity,), backdrop="studio"), 96, 96, quality="low")
        assert pixels.std() > 5


@pytest.mark.parametrize(
    "prompt",
    ["freedom", "the concept of freedom", "a watercolor painting of freedom", "freedom, minimalist"],
)
def test_abstract_subject_is_drawn_as_its_metaphor(prompt):
    reading = read(prompt, seed=1)

    assert {one.drawing for one in reading.scene.entities} == {"noto:dove", "noto:chains"}
    assert "freedom, as a bird over broken chains" in reading.omissions.note()


def test_metaphor_keeps_style_place_and_time_of_the_prompt():
    scene = read("an oil painting of loneliness in a city at night", seed=1).scene

    assert (scene.backdrop, scene.time, scene.styles) == ("city", "night", ("oil",))


@pytest.mark.parametrize(
    ("prompt", "drawing"),
    [("a man with a sense of freedom", "figure:man"), ("a balance scale", "noto:balance-scale")],
)
def test_there_is_no_metaphor_beside_a_real_subject(prompt, drawing):
    assert drawings(prompt) == [drawing]


def test_atmospheric_noun_of_a_place_has_no_metaphor():
    assert drawings("the silence of the desert") == []


@pytest.mark.parametrize("noun", ["remote work", "artificial intelligence", "big data", "cloud computing", "time"])
def test_metaphors_of_several_words_win_over_their_words(noun):
    assert f"{noun}, as " in read(noun, seed=1).omissions.note()


def test_every_metaphor_names_drawings_that_exist():
    book = metaphors._load_metaphors()
    seen = 0
    for phrases in book._by_first_word.values():
        for _, metaphor in phrases:
            for one in metaphor.scene.entities:
                family, _, name = one.drawing.partition(":")
                assert art.has_icon(name) if family == "noto" else records.is_recorded(one.drawing), one
                seen += 1
    assert seen > 200


def test_edits_take_words_literally():
    assert parse("freedom", seed=1).entities == ()


def test_unknown_word_is_lettered_on_a_card():
    reading = read("a purple glorbnak", seed=1)
    (card,) = reading.scene.entities

    assert (card.drawing, card.text, card.color) == ("own:specimen-card", "glorbnak", "purple")
    assert "glorbnak, as the word on a card" in reading.omissions.note()


@pytest.mark.parametrize("prompt", ["ethereal, dreamy", "beautiful", "", "something nice and calm"])
def test_adjectives_alone_get_no_card(prompt):
    assert drawings(prompt) == []


@pytest.mark.parametrize(
    ("prompt", "backdrop", "said"),
    [
        ("Reykjavik at night", "city", "Reykjavik, as a city"),
        ("a cat in Buenos Aires", "city", "Buenos Aires, as a city"),
        ("the streets of Xylopolis", "street", "Xylopolis, as a street"),
        ("Sunset in Glimmerdeep", "village", "Glimmerdeep, as a village"),
    ],
)
def test_named_place_is_a_place(prompt, backdrop, said):
    reading = read(prompt, seed=1)

    assert reading.scene.backdrop == backdrop
    assert said in reading.omissions.note()


@pytest.mark.parametrize(
    ("prompt", "drawing"),
    [("Mozart playing the piano", "figure:musician"), ("portrait of Zorblax", "figure:person")],
)
def test_named_person_is_a_person(prompt, drawing):
    assert drawing in drawings(prompt)


@pytest.mark.parametrize("prompt", ["a starry night in the style of Cezanne", "a field by Hokusai"])
def test_credit_of_an_artist_draws_no_person(prompt):
    assert not any(one.startswith("figure:") for one in drawings(prompt))


def test_brand_is_lettered():
    graphic = read("a logo for a startup called Wexfordly", seed=1).scene.graphic
    assert graphic is not None
    assert graphic.title == "Wexfordly"


@pytest.mark.parametrize("prompt", ["a data center with rows of servers", "a time capsule", "a power station"])
def test_noun_within_a_known_phrase_is_no_metaphor(prompt):
    assert not read(prompt, seed=1).omissions.symbols
