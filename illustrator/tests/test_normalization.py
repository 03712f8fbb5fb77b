"""Emoji, labels, addresses and styled letters in prompts are read or ignored, never drawn as things."""

import pytest

from limner_illustrator.language.parser import parse


def list_drawings(prompt: str) -> list[str]:
    return [entity.drawing for entity in parse(prompt, seed=1).entities]


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("an 🦉", ["noto:owl"]),
        ("🦊", ["noto:fox"]),
        ("a 🐕 and a 🐈", ["noto:dog-face", "noto:cat-face"]),
        ("An owl 🦉 in winter ❄️✨", ["noto:owl"]),
        ("👩‍🚀", ["figure:astronaut"]),
        ("👨🏿‍🍳", ["figure:cook"]),
        ("a 👧🏽", ["figure:girl"]),
        ("👨‍👩‍👦", ["figure:man", "figure:woman", "figure:boy"]),
        ("🐻‍❄️", ["noto:polar-bear"]),
        ("an owl 🇧🇷 🏴‍☠️ 😀 💯", ["noto:owl"]),
        ("ａｎ ｏｗｌ", ["noto:owl"]),
        ("𝐚𝐧 𝐨𝐰𝐥", ["noto:owl"]),
        ("an owl https://cats.example.com/dog/horse.png", ["noto:owl"]),
        ("an owl (www.dog.org/cat)", ["noto:owl"]),
        ("an owl by cat@horse.com", ["noto:owl"]),
        ("an owl #cat #dog @horse", ["noto:owl"]),
        ("an owl, cat_final.psd, ./dogs/horse.webp", ["noto:owl"]),
        ("an owl <lora:cat:0.8> --ar 16:9 --style raw", ["noto:owl"]),
        ("an owl. Camera: drone shot, 35mm", ["noto:owl"]),
        ("an owl\nColor palette: orange, peach and rose", ["noto:owl"]),
        ("an owl\n- **Lighting:** candles and a lamp\n- **Style:** comic book", ["noto:owl"]),
        ("Subject: an owl\nBackground: forest\nAspect ratio: 3:2\nTags: cat, dog", ["noto:owl"]),
        ("an owl. Negative prompt: dog, cat", ["noto:owl"]),
    ],
)
def test_only_requested_things_are_drawn(prompt: str, expected: list[str]) -> None:
    assert list_drawings(prompt) == expected


@pytest.mark.parametrize(("prompt", "count"), [("🦊🦊🦊", 3), ("2️⃣ 🍎", 2), ("four 🦆", 4)])
def test_repeated_emoji_and_keycaps_set_the_count(prompt: str, count: int) -> None:
    assert parse(prompt, seed=1).entities[0].count == count


def test_labels_set_light_style_and_place() -> None:
    scene = parse("Subject: an owl\nSetting: beach\nLighting: golden hour\nStyle: watercolor", seed=1)
    assert (scene.backdrop, scene.time, scene.styles) == ("beach", "sunset", ("watercolor",))


def test_emoji_in_quoted_lettering_are_kept() -> None:
    assert parse('a sign that says "I ❤ NY"', seed=1).entities[0].text == "I ❤ NY"


@pytest.mark.parametrize(
    "prompt",
    [
        "눈 덮인 숲 속의 여우", "눈 쌓인 산의 여우", "un zorro en un bosque nevado",
        "ein Fuchs in einem verschneiten Wald",
        "un renard dans une forêt enneigée", "лиса в заснеженном лесу", "una volpe in un bosco innevato",
    ],
)  # fmt: skip
def test_snow_cover_is_winter_and_not_a_thing(prompt: str) -> None:
    scene = parse(prompt, seed=1)
    assert [entity.drawing for entity in scene.entities] == ["noto:fox"]
    assert scene.season == "winter"


@pytest.mark.parametrize(
    ("prompt", "material"),
    [
        ("una silla hecha de madera", "wood"), ("un perro de papel", "paper"), ("ein Hund aus Glas", "glass"),
        ("une chaise en bois", "wood"), ("un chat fait de verre", "glass"), ("un gatto di pietra", "stone"),
        ("uma cadeira feita de madeira", "wood"), ("een hond van hout en een kat", "wood"),
        ("собака из дерева", "wood"), ("Haus aus Holz", "wood"), ("silla de madera", "wood"),
        ("유리로 만든 고양이", "glass"), ("나무로 된 의자", "wood"),
    ],
)  # fmt: skip
def test_material_phrase_is_not_a_thing(prompt: str, material: str) -> None:
    scene = parse(prompt, seed=1)
    assert scene.entities[0].material == material
    assert not {"noto:wood", "noto:tumbler-glass", "noto:rock", "noto:page-facing-up"} & set(list_drawings(prompt))
