"""Prompts in other languages."""

import pytest

from limner_illustrator.edit.instructions.clauses import split_instruction
from limner_illustrator.edit.scene_edit import edit_scene
from limner_illustrator.language import dictionary
from limner_illustrator.language.parser import parse, read
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
        "six red balls",
    ],
)  # fmt: skip
def test_english_stays_english(prompt):
    texts = [word.text for word in split_words(prompt)]

    assert detect_language(texts) is None
    assert "language" not in (read(prompt, seed=1).omissions.note() or "")


@pytest.mark.parametrize("prompt", ["Freiheit", "la liberté", "libertad", "свобода", "自由", "자유"])
def test_metaphors_work_in_other_languages(prompt):
    assert "freedom, as a bird over broken chains" in (read(prompt, seed=1).omissions.note() or "")


@pytest.mark.parametrize(
    ("prompt", "relation"),
    [
        ("ein Mädchen auf einer Schaukel", ("figure:girl", "on", "own:swing")),
        ("Oma strickt im Schaukelstuhl", ("figure:old-woman", "on", "own:rocking-chair")),
        ("un père qui pousse une brouette", ("figure:man", "beside", "own:wheelbarrow")),
        ("una novia abrazando a su madre", ("figure:bride", "beside", "figure:woman")),
        ("il cane dorme su un cuscino accanto al camino", ("noto:dog-face", "on", "own:pillow")),
        ("um menino com seu irmão e um papagaio", ("figure:boy", "beside", "figure:man")),
        ("een jongen vist vanaf een bootje", ("figure:boy", "in", "noto:sailboat")),
        ("бабушка вяжет шарф", ("figure:old-woman", "holding", "noto:scarf")),
        ("男の子がブランコに乗っている", ("figure:boy", "on", "own:swing")),
        ("妈妈抱着婴儿", ("figure:woman", "holding", "figure:baby")),
        ("소녀가 꽃을 들고 있다", ("figure:girl", "holding", "noto:hibiscus")),
        ("고양이가 상자 안에서 자고 있다", ("noto:cat-face", "in", "own:carton")),
    ],
)
def test_daily_life_is_read_in_every_language(prompt, relation):
    assert relation in relations(prompt)


@pytest.mark.parametrize(
    ("prompt", "things"),
    [
        ("天空中的飞机", ["noto:airplane"]),
        ("고양이 두 마리와 개 한 마리", ["noto:cat-face", "noto:dog-face"]),
        ("개가 해변에서 달리고 있다", ["noto:dog-face"]),
        ("おばあさんが編み物をしている", ["figure:old-woman"]),
    ],
)
def test_longer_words_win_and_subjects_stay_apart(prompt, things):
    assert [one.drawing for one in read(prompt, seed=1).scene.entities] == things


@pytest.mark.parametrize(
    ("prompt", "noun"),
    [
        ("die Angst vor dem Scheitern", "fear"),
        ("intelligence artificielle", "artificial intelligence"),
        ("crecimiento personal", "growth"),
        ("cambiamento climatico", "climate change"),
        ("eine Welt ohne Krieg", "world without war"),
        ("мудрость", "wisdom"),
        ("成功", "success"),
        ("幸せ", "joy"),
        ("행복", "joy"),
    ],
)
def test_abstract_nouns_are_known_in_every_language(prompt, noun):
    assert f"drawn: {noun}, as " in (read(prompt, seed=1).omissions.note() or "")


def test_every_row_of_the_dictionary_has_a_cell_per_language():
    head, *rows = dictionary.DICTIONARY.read_text(encoding="utf-8").splitlines()

    assert {row.count("|") for row in rows} == {head.count("|")}
    assert all(len(words) > 300 for words in dictionary.load_dictionary().values())


@pytest.mark.parametrize(
    ("instruction", "command"),
    [
        ("füge eine Katze hinzu, die auf dem Klavier schläft", "add a cat on the piano sleeping"),
        ("füge dem großen Hund einen Hut hinzu", "give a hat to the large dog"),
        ("setze den Vogel neben das Schloss", "put the bird next to the castle"),
        ("ändere die Farbe der Katze in Blau", "change the color of the cat to blue"),
        ("mach den Hintergrund unscharf", "blur background"),
        ("drehe das Bild um 90 Grad nach links", "rotate 90 degrees on the left"),
        ("ajoute un chapeau au chien", "add a hat to the dog"),
        ("recadre l'image en carré", "crop to square"),
        ("coloca un gato al lado del perro", "put a cat next to the dog"),
        ("cambia el fondo a una playa", "change background to a beach"),
        ("mach es schwarz-weiß und schärfer", "make it black white and schärfer"),
        ("plus lumineux", "make it brighter"),
    ],
)
def test_commands_of_other_languages_are_english_before_they_are_read(instruction, command):
    assert [clause.text for clause in split_instruction(instruction).clauses] == [command]


def test_named_thing_of_another_language_is_the_one_in_the_picture():
    edited, note = edit_scene(parse("a castle on a hill", seed=0), "setze einen Vogel über das Schloss")
    assert [(one.noun, one.count) for one in edited.entities] == [("castle", 1), ("bird", 1)]
    assert note is None
