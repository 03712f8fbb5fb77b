"""Costumes and patterned clothes of people."""

import numpy as np
import pytest

from limner_illustrator.canvas.light import make_light
from limner_illustrator.language.parser import parse, read
from limner_illustrator.subjects.figures.person import make_person
from limner_illustrator.subjects.sprite import sprite
from limner_illustrator.subjects.subject import Subject


def find_outfit(prompt):
    scene = parse(prompt, seed=0)
    return make_person(Subject(scene.entities[0], scene, 0)).outfit


def draw_first(prompt):
    scene = parse(prompt, seed=0)
    light = make_light("day", "clear", scene.random("scene", "light"))
    return sprite(scene.entities[0], 160, light, scene)[..., :3].astype(int)


@pytest.mark.parametrize(
    ("prompt", "hat"),
    [
        ("a boy dressed as a pirate", "pirate"),
        ("a woman dressed as a witch", "wizard"),
        ("a man in a santa costume", "santa"),
        ("a girl in an astronaut costume", "space"),
    ],
)
def test_person_in_role_costume_wears_its_hat(prompt, hat):
    assert find_outfit(prompt).hat == hat


@pytest.mark.parametrize(
    ("prompt", "ears"),
    [
        ("a boy dressed as a dinosaur", "spikes"),
        ("a girl in a bunny costume", "long"),
        ("a toddler dressed up as a pumpkin", "stem"),
        ("a kid in a raccoon costume", "round"),
    ],
)
def test_person_in_animal_costume_wears_a_hood(prompt, ears):
    outfit = find_outfit(prompt)

    assert outfit.hat == "hood"
    assert outfit.hood.ears == ears


def test_costume_takes_the_color_of_the_prompt():
    red, green, blue = find_outfit("a boy dressed as a blue dragon").hood.color

    assert blue > red
    assert blue > green


def test_costume_that_cannot_be_drawn_is_in_the_note():
    assert "taco" in read("a man in a taco costume", seed=0).omissions.note()
    assert "taco" in read("a man dressed as a taco", seed=0).omissions.note()


def test_costume_keeps_the_age_of_the_child():
    assert find_outfit("a boy dressed as a pirate").age == "child"


@pytest.mark.parametrize(
    ("prompt", "pattern"),
    [
        ("a man in a plaid shirt", "plaid"),
        ("a girl in a polka dot dress", "dotted"),
        ("a lady in a floral dress", "floral"),
        ("a woman in a striped swimsuit", "striped"),
        ("a soldier in a camouflage jacket", "camouflage"),
    ],
)
def test_pattern_of_clothes_is_printed_on_them(prompt, pattern):
    plain = prompt.replace("polka dot ", "").replace(f"{prompt.split()[4]} ", "")

    assert find_outfit(prompt).pattern.name == pattern
    assert draw_first(prompt).shape == draw_first(plain).shape
    assert np.abs(draw_first(prompt) - draw_first(plain)).max(axis=2).mean() > 3


def test_second_color_of_a_garment_is_its_pattern():
    read_prompt = read("a woman in a red and white striped shirt", seed=0)
    pattern = find_outfit("a woman in a red and white striped shirt").pattern

    assert pattern.color is not None
    assert min(pattern.color) > 200
    assert read_prompt.omissions.note() is None


def test_trousers_have_a_pattern_of_their_own():
    outfit = find_outfit("a man in camouflage pants and a white t-shirt")

    assert outfit.pattern is None
    assert outfit.bottom_pattern.name == "camouflage"


def test_denim_is_blue_and_shown():
    outfit = find_outfit("a woman in a denim jacket")

    assert outfit.top[0][2] > outfit.top[0][0] + 40
    assert read("a woman in a denim jacket", seed=0).omissions.note() is None


@pytest.mark.parametrize(
    ("prompt", "drawing"),
    [
        ("a cowboy with a brown hat", "own:cowboy-hat"),
        ("a woman in a red hat", "own:fedora"),
        ("a witch wearing a purple hat", "own:witch-hat"),
        ("a magician with a hat", "noto:top-hat"),
        ("a cat wearing a hat", "noto:top-hat"),
        ("a man in a top hat", "noto:top-hat"),
    ],
)
def test_plain_hat_is_the_one_of_its_wearer(prompt, drawing):
    assert drawing in {one.drawing for one in parse(prompt, seed=0).entities}


@pytest.mark.parametrize(
    ("prompt", "extra"),
    [
        ("a woman wearing headphones", "worn-headphones"),
        ("a boy in a green hoodie", "hood"),
        ("a lady in a blue kimono", "obi"),
        ("a pregnant woman", "bump"),
        ("a student with a red backpack", "straps"),
    ],
)
def test_named_clothes_have_their_details(prompt, extra):
    assert extra in find_outfit(prompt).extras


def test_boots_reach_up_the_shins():
    assert find_outfit("a girl in red boots").boots
    assert not find_outfit("a girl in red shoes").boots


def test_named_shirt_has_no_stripes_of_its_own():
    assert "stripe" not in find_outfit("a boy in a black hoodie").extras
    assert "stripe" in find_outfit("a boy").extras


@pytest.mark.parametrize(
    ("prompt", "garment", "sleeves"),
    [
        ("a man in a tank top", "shirt", "none"),
        ("a woman in a red crop top and leggings", "shirt", "none"),
        ("a boy in swim trunks", "trunks", "none"),
        ("a woman in a polo shirt", "shirt", "short"),
        ("a person in a wetsuit", "bodysuit", "long"),
    ],
)
def test_garment_of_two_words_is_worn_and_is_no_thing(prompt, garment, sleeves):
    outfit = find_outfit(prompt)

    assert (outfit.garment, outfit.sleeves) == (garment, sleeves)
    assert len(parse(prompt, seed=0).entities) == 1


def test_uniform_of_a_role_is_the_outfit_of_that_role():
    assert find_outfit("a woman in a police uniform").hat == "police"
    assert parse("a girl in a school uniform", seed=0).backdrop is None


def test_apron_has_its_pattern():
    assert find_outfit("a grandma in a flowery apron").apron_pattern.name == "floral"


def test_each_role_has_a_wearer_of_its_own():
    scene = parse("three kids dressed as a pirate, a witch and a dinosaur", seed=0)

    assert [(one.drawing, one.count, one.attributes) for one in scene.entities] == [
        ("figure:child", 1, ("pirate",)),
        ("figure:child", 1, ("witch",)),
        ("figure:child", 1, ("dinosaur",)),
    ]


def test_kilt_is_worn_and_is_no_hat():
    scene = parse("a man in a kilt", seed=0)

    assert [one.drawing for one in scene.entities] == ["figure:man"]
    assert find_outfit("a man in a green kilt").garment == "skirt"


def test_glasses_are_drawn_on_the_face_in_their_color():
    outfit = find_outfit("a woman with red glasses")

    assert "glasses" in outfit.extras
    assert outfit.color_of("glasses")[0] > 150


def test_tie_dye_shirt_is_no_tie():
    scene = parse("a man in a tie-dye shirt", seed=0)

    assert len(scene.entities) == 1
    assert find_outfit("a man in a tie-dye shirt").pattern.name == "rainbow"


def test_flower_crown_is_on_the_hair():
    assert find_outfit("a girl with a flower crown").hat == "flowers"
    assert len(parse("a girl with a flower crown", seed=0).entities) == 1
