"""Prompts of 32,000 characters are read in linear time, whatever they consist of."""

import pytest

from cpu_time import least_cpu_s
from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.language.description import describe
from limner_illustrator.language.parser import parse
from limner_illustrator.scene import Scene

LETTERS = 32_000
FAMILIES = {
    "spaces": " ",
    "tabs": "\t",
    "newlines": "\n",
    "lines of one word": "owl\n",
    "straight quotes": '"',
    "quoted letters": '"b" ',
    "opening quotes": "“",
    "low quotes": "„b",
    "single quotes": " 'b",
    "backticks": "`b",
    "guillemets": "«b",
    "round brackets": "(",
    "nested brackets": "[{(",
    "json openings": '{"prompt": ',
    "fences": "```",
    "backslashes": "\\",
    "one known word": "owl ",
    "one unknown word": "qwrt ",
    "and": "and ",
    "or": "or ",
    "on": "a goat on a barrel on ",
    "with": "a goat with a scarf with ",
    "list with and": "an owl and a goat and ",
    "list with commas": "owl, goat, ",
    "commas": ",",
    "adjectives with commas": "a big, ",
    "no": "no ",
    "nested relations": "an owl next to a goat holding a kite under a tree in a box behind ",
    "of": "a statue of ",
    "between": "an owl between ",
    "made of": "an owl made of ",
    "looks like": "an owl that looks like ",
    "verbs": "an owl sleeping ",
    "pronouns": "an owl with it ",
    "sides": "on the left an owl, ",
    "says": "says BOO ",
    "numbers": "12 ",
    "one number": "7",
    "numbers with commas": "7,",
    "numbers with stops": "7.",
    "emoji": "🦉",
    "emoji and words": "🦉 x",
    "joined emoji": "👩‍🚀",
    "flags": "🇵🇹",
    "keycaps": "7️⃣",
    "chinese": "一只猫头鹰在雪地里",
    "japanese": "赤い犬が本を読んでいる",
    "japanese with spaces": "赤い犬 ",
    "korean": "강아지가 ",
    "korean without spaces": "강아지",
    "thai": "แมว",
    "combining marks": "\u0301",
    "words with marks": "a\u0301 ",
    "arabic": "قطة ",
    "hebrew": "חתול ",
    "cyrillic": "собаки ",
    "one long word": "abcdefgh",
    "one long plural": "oes",
    "hyphens": "owl-",
    "apostrophes": "a'b",
    "possessives": "owl's ",
    "colours": "red ",
    "colours that are things": "orange ",
    "materials that are things": "glass ",
    "sizes": "tiny ",
    "materials": "a denim ",
    "colours and materials": "gold crystal ",
    "styles": "gouache ",
    "places": "forest ",
    "fields": "a field of ",
    "families": "a family ",
    "french": "le chat de la ",
    "labels": "Style: oil\n",
    "prompts": "Prompt: ",
    "instructions": "generate an image of ",
    "addresses": "http://b.c/d ",
    "mail": "a.b@c.",
    "hashtags": "#b",
    "dots": ".",
    "full width": "ｏｗｌ ",
    "null characters": "\x00",
    "surrogates": "\ud800",
    "zero width spaces": "\u200b",
    "mixed": 'an "owl" (on) 12 🦉 狐狸 sofa, with 고양이 and; ',
}


def read(text: str) -> Scene:
    scene = parse(text, seed=1)
    describe(scene)
    choose_backdrop(scene)
    return scene


@pytest.mark.parametrize("unit", FAMILIES.values(), ids=FAMILIES)
def test_long_text_is_read_within_a_second(unit: str) -> None:
    read("an owl on a barrel")  # loads the tables
    text = (unit * (LETTERS // len(unit) + 1))[:LETTERS]
    scenes = []
    assert least_cpu_s(lambda: scenes.append(read(text)), below_s=1) < 1
    assert len(scenes[0].entities) <= 24
    assert len(scenes[0].texts) <= 8


@pytest.mark.parametrize("unit", ["red owl sofa ", "orange ", "an owl on a box, ", "no "])
def test_time_grows_linearly(unit: str) -> None:
    def least_s(letters: int, *, below_s: float) -> float:
        text = (unit * (letters // len(unit) + 1))[:letters]
        return least_cpu_s(lambda: read(text), below_s=below_s)

    limit_s = 14 * least_s(4_000, below_s=0)
    assert least_s(LETTERS, below_s=limit_s) < limit_s


def test_color_chain_keeps_its_last_noun() -> None:
    scene = parse("an orange gold rose", seed=1)
    assert [entity.drawing for entity in scene.entities] == ["noto:rose"]
