"""Prompts in other languages."""

import pytest

from limner_illustrator.language import dictionary
from limner_illustrator.language.parser import read
from limner_illustrator.language.translation import detect_language, translate_words
from limner_illustrator.language.words import split_words


def shown(prompt):
    return [(one.drawing, one.count, one.color) for one in read(prompt, seed=1).scene.entities]


def relations(prompt):
    scene = read(prompt, seed=1).scene
    return {(scene.entity(one.subject).drawing, one.kind, scene.entity(one.object).drawing) for one in scene.relations}


FOX = ("noto:fox", 1, "red")


@pytest.mark.parametrize(
    "prompt",
    [
        "Ein roter Fuchs unter einem Baum", "Un renard rouge sous un arbre", "Un zorro rojo debajo de un árbol",
        "Una volpe rossa sotto un albero", "Uma raposa vermelha debaixo de uma árvore", "Een rode vos onder een boom",
        "Красная лиса под деревом", "木の下の赤い狐", "一只红色的狐狸在树下", "나무 아래의 빨간 여우",
    ],
)  # fmt: skip
def test_same_picture_in_ten_languages(prompt):
    assert FOX in shown(prompt)
    assert ("noto:fox", "under", "noto:deciduous-tree") in relations(prompt)
    assert read(prompt, seed=1).omissions.note() is None


@pytest.mark.parametrize(
    ("prompt", "drawing", "count"),
    [
        ("Gelbe Sonnenblumen in einer Vase", "noto:sunflower", 3),
        ("Deux chevaux blancs dans un champ", "noto:horse", 2),
        ("Un cesto di mele rosse", "noto:red-apple", 1), ("Три белые лошади", "noto:horse", 3),
        ("Два котёнка на диване", "noto:cat-face", 2), ("Três pássaros amarelos", "noto:bird", 3),
        ("drie kinderen op het strand", "figure:child", 3), ("Dos mariposas amarillas", "noto:butterfly", 2),
        ("二匹の猫", "noto:cat-face", 2), ("三只白色的鸟", "noto:bird", 3), ("고양이 두 마리", "noto:cat-face", 2),
    ],
)  # fmt: skip
def test_inflected_and_counted_nouns_are_found(prompt, drawing, count):
    assert (drawing, count) in [(one, number) for one, number, _ in shown(prompt)]


@pytest.mark.parametrize(
    ("prompt", "kind", "other"),
    [
        ("戴着帽子的狗", "wearing", "noto:top-hat"), ("一个拿着红色雨伞的女孩", "holding", "noto:umbrella"),
        ("빨간 우산을 든 소녀", "holding", "noto:umbrella"), ("赤い傘を持った女の子", "holding", "noto:umbrella"),
        ("Девочка с красным зонтом", "holding", "noto:umbrella"),
    ],
)  # fmt: skip
def test_relative_clauses_and_companions_are_related(prompt, kind, other):
    assert (kind, other) in {(one, drawing) for _, one, drawing in relations(prompt)}


@pytest.mark.parametrize(
    ("prompt", "field", "value"),
    [
        ("Aquarell von einem Bauernhof im Winter", "styles", ("watercolor",)),
        ("Un village en hiver", "season", "winter"), ("Un castillo de noche", "time", "night"),
        ("Un castello al tramonto", "time", "sunset"), ("Um cão na chuva", "weather", "rain"),
        ("een vuurtoren bij zonsondergang", "time", "sunset"), ("Акварель: деревня зимой", "season", "winter"),
        ("水彩画の冬の村", "season", "winter"), ("冬天的村庄,水彩画", "styles", ("watercolor",)),
        ("수채화 겨울 마을", "backdrop", "village"), ("Un gatto in biblioteca", "backdrop", "library"),
        ("Ein Boot am See", "backdrop", "lake"),
    ],
)  # fmt: skip
def test_times_seasons_places_and_styles_are_read(prompt, field, value):
    assert getattr(read(prompt, seed=1).scene, field) == value


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Backsteinmauer", ["brick", "wall"]), ("de", "Gartenzaun", ["fence"]), ("nl", "tuinhek", ["fence"]),
    ],
)  # fmt: skip
def test_compounds_are_read_by_their_head(language, text, expected):
    start = {"de": "der", "nl": "het"}[language]
    words = [
        word.text
        for word in translate_words(
            split_words(f"{start} {text} und ein" if language == "de" else f"{start} {text} van een")
        )
    ]

    assert [one for one in words if one in expected] == expected


def test_elided_articles_are_split():
    assert relations("Une tasse à côté d'un gâteau") == {("noto:hot-beverage", "beside", "own:cake")}


def test_unknown_foreign_word_is_noted_and_not_drawn():
    reading = read("Ein Glorbnak auf dem Tisch", seed=1)

    assert [one.drawing for one in reading.scene.entities] == ["own:table"]
    assert reading.omissions.note() == "not drawn: Glorbnak"


def test_unknown_language_is_noted_and_the_rest_is_drawn():
    reading = read("Vanha nainen istuu penkillä järven rannalla 🦊", seed=1)

    assert "noto:fox" in [one.drawing for one in reading.scene.entities]
    assert reading.omissions.note().startswith("the language of the prompt is not understood")


@pytest.mark.parametrize(
    "prompt",
    [
        "the quick brown fox jumps over the lazy dog", "a photo of a cat with a sombrero in San Francisco, 35mm, bokeh",
        "cyberpunk samurai, neon", "a bowl of ramen", "red apple", "Zorblax", "a die and a hut in the rain",
    ],
)  # fmt: skip
def test_english_stays_english(prompt):
    texts = [word.text for word in split_words(prompt)]

    assert detect_language(texts) is None
    assert "language" not in (read(prompt, seed=1).omissions.note() or "")


@pytest.mark.parametrize("prompt", ["Freiheit", "la liberté", "libertad", "свобода", "自由", "자유"])
def test_metaphors_work_in_other_languages(prompt):
    assert "freedom, as birds leaving an open cage" in (read(prompt, seed=1).omissions.note() or "")


def test_every_row_of_the_dictionary_has_a_cell_per_language():
    head, *rows = dictionary.DICTIONARY.read_text(encoding="utf-8").splitlines()

    assert {row.count("|") for row in rows} == {head.count("|")}
    assert all(len(words) > 300 for words in dictionary.load_dictionary().values())
