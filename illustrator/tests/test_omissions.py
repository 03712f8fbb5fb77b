"""Notes list what a generation leaves out of its prompt, but not boilerplate."""

import pytest

from limner_illustrator.canvas.size import Size
from limner_illustrator.drawing import draw_stages
from limner_illustrator.edit.request import DrawingRequest
from limner_illustrator.language.description import describe
from limner_illustrator.language.parser import parse, read


def find_missing_phrases(prompt: str) -> tuple[str, ...]:
    return read(prompt, seed=1).omissions.missing


@pytest.mark.parametrize(
    ("prompt", "phrases"),
    [
        ("a modern loading bar beside a smartphone", {"loading bar"}),
        ("a kubernetes cluster next to an owl", {"kubernetes cluster"}),
        ("a fox beside a startup", {"startup"}),
        ("a fridge full of food", {"food"}),
        ("a cat leaning against a tree", {"leaning against"}),
        ("a baker with flour on her face", {"flour"}),
        ("a developer debugging firmware beside a lamp", {"debugging firmware"}),
        ("an octopus knitting a sweater", {"knitting"}),
        ("a lion roaring", {"roaring"}),
        ("an abandoned castle", {"abandoned"}),
        ("a man with green wings", {"green wings"}),
        ("a QR code on a barrel", {"QR code"}),
        ("Frodo Baggins riding a horse", {"Frodo Baggins", "riding"}),
        ("ein Softwareentwickler vor einem Computer", {"Softwareentwickler"}),
        ("una hoja de cálculo junto a un perro", {"cálculo"}),
        ("量子コンピュータと赤い犬", {"量子コンピュータ"}),
        ("an owl. Color palette: teal and orange", {"color palette"}),
    ],
)
def test_missing_phrase_is_listed(prompt: str, phrases: set[str]) -> None:
    assert phrases <= set(find_missing_phrases(prompt))


@pytest.mark.parametrize(
    "prompt",
    [
        "a red fox sleeping in a snowy forest at night",
        "A highly detailed, award winning photo of an owl, 4k, trending on artstation, masterpiece, best quality",
        "cinematic shot of a beautiful lighthouse on a cliff during a storm, golden hour, 35mm, f/1.8, bokeh",
        "Please create a stunning, vibrant and elegant picture of a dragon flying over a castle",
        "a cute cat wearing a red hat and holding a balloon",
        "three red apples in a wicker basket on a wooden table, top view",
        "a woman with red hair reading a book on a bench in the park",
        "an old man with a long white beard",
        "two dogs playing with a ball on the beach at sunset, watercolor",
        "a cup of coffee next to a laptop on a desk, minimalist flat design",
        "no people, a dog without a hat",
        'a sign that says "FRESH QUINCE JELLY"',
        "pixel art of a knight fighting a dragon",
        "an owl 🦉 in the snow ❄️✨",
        "an owl, see https://owls.example.com/quantum.png #parliament",
        "ein Hund mit einem roten Ball am Strand bei Sonnenuntergang",
        "eine alte Frau liest ein Buch im Garten",
        "un perro durmiendo sobre un sofá rojo",
        "un chat noir assis sur une chaise verte",
        "赤い犬が公園の上",
        "하얀 고양이가 소파에서 자고 있다",
        "a bearded viking",
        "a snowman with a scarf in winter",
        "a teddy bear, soft lighting, pastel colors, cozy atmosphere",
    ],
)
def test_shown_and_boilerplate_words_are_not_listed(prompt: str) -> None:
    assert [one for one in find_missing_phrases(prompt) if one != "公園"] == []


def test_substituted_drawing_is_named() -> None:
    assert read("a sloop", seed=1).omissions.near == (("sloop", "sailing ship"),)


@pytest.mark.parametrize(
    ("prompt", "part"),
    [
        ("a cockatoo in the sea", "cockatoo ("),
        ("two jackals", "jackal ("),
        ("a sequoia", "sequoia ("),
        ("a zither", "generic stringed instrument: zither"),
        ("a bobolink in a pond", "generic bird: bobolink"),
    ],
)
def test_stand_in_is_named(prompt: str, part: str) -> None:
    assert part in (read(prompt, seed=0).omissions.note() or "")


def test_note_is_one_short_line() -> None:
    note = read(", ".join(f"quizzle{'abcdefgh'[n % 8]}{n}x" for n in range(400)), seed=1).omissions.note()
    assert note is not None
    assert note.startswith("not drawn: quizzlea0x, quizzleb1x")
    assert len(note) <= 300
    assert note.endswith("...")
    assert "\n" not in note


def test_note_lists_clothes_and_missing_things() -> None:
    request = DrawingRequest(
        prompt="a snail in a tuxedo beside a kubernetes cluster",
        size=Size(64, 64),
    )
    *_, drawn = draw_stages(request, 0, checkpoint=lambda: None)
    assert drawn.note is not None
    assert drawn.note.startswith("not drawn: kubernetes cluster")


def test_complete_generation_has_no_note() -> None:
    request = DrawingRequest(prompt="a red fox on a barrel", size=Size(64, 64))
    *_, drawn = draw_stages(request, 0, checkpoint=lambda: None)
    assert drawn.note is None


@pytest.mark.parametrize(
    ("prompt", "absent"),
    [
        ("a sleek electric car", "sleek"),
        ("a steampunk airship", "steampunk"),
        ("a lion roaring at the moon", "roaring"),
        ("a man with blue tattoos", "tattoos"),
        ("a cat wearing a quantum hat", "quantum"),
    ],
)
def test_description_omits_what_is_not_shown(prompt: str, absent: str) -> None:
    assert absent not in describe(parse(prompt, seed=1))


@pytest.mark.parametrize(
    ("prompt", "noun"), [("un zorro", "fox"), ("ein Hund", "dog"), ("여우", "fox"), ("a sloop", "sailing ship")]
)
def test_description_names_what_is_drawn(prompt: str, noun: str) -> None:
    assert noun in describe(parse(prompt, seed=1))
