"""Words of several meanings, and compounds that are no kind of what their last word names."""

import pytest

from limner_illustrator.language import lexicon
from limner_illustrator.language.parser import read
from limner_illustrator.language.vocabulary import other_things


def find_drawings(prompt: str) -> set[str]:
    return {one.drawing for one in read(prompt, seed=0).scene.entities}


@pytest.mark.parametrize(
    ("prompt", "drawing"),
    [
        ("a crane in a pond", "own:crane"),
        ("a crane lifting a container", "noto:tower-crane"),
        ("a woodblock print of a crane over waves", "own:crane"),
        ("a folded crane on a shelf", "own:origami-crane"),
        ("a glass of water in the rain", "own:water-glass"),
        ("a bagpipes player", "figure:musician"),
        ("a theremin player", "figure:musician"),
        ("a jaguar on a highway", "noto:racing-car"),
        ("a jaguar on a branch", "noto:leopard"),
        ("a baseball pitcher", "figure:baseball-player"),
        ("a pitcher of milk", "own:pitcher"),
        ("a bass in a river", "noto:fish"),
        ("a bass player", "own:guitar"),
        ("an elf with a bow", "noto:bow-and-arrow"),
        ("a cat with a bow", "noto:ribbon"),
        ("the ruler of an empire", "figure:king"),
        ("a ruler on a desk", "noto:straight-ruler"),
        ("a burning match", "own:match"),
        ("a fan in a stadium", "figure:person"),
        ("a waiter carrying glasses", "noto:tumbler-glass"),
        ("a waiter wearing glasses", "noto:glasses"),
        ("a soldier with a pike", "own:spear"),
        ("a pike in a river", "noto:fish"),
        ("a surfer riding a huge wave", "noto:person-surfing"),
    ],
)
def test_other_words_choose_the_meaning(prompt: str, drawing: str) -> None:
    assert drawing in find_drawings(prompt)


@pytest.mark.parametrize(
    ("prompt", "phrase"),
    [
        ("a python script on a laptop", "python code"),
        ("pigs in a pen on a farm", "animal pen"),
        ("two boxers in a boxing ring", "boxing ring"),
        ("a man with a hairy chest", "hairy torso"),
        ("a dog with a bottle cap", "bottle cap"),
        ("an owl with a license plate", "license plate"),
    ],
)
def test_meaning_without_a_drawing_is_noted(prompt: str, phrase: str) -> None:
    assert phrase in (read(prompt, seed=0).omissions.note() or "")


@pytest.mark.parametrize(
    ("prompt", "drawing"),
    [
        ("a hair ball and a cat", "noto:soccer-ball"),
        ("a girl in a tank top", "own:tank"),
        ("two owls and a machine gun", "noto:microphone"),
        ("an owl with a coat hanger", "figure:person"),
        ("an owl with a trash bag", "noto:handbag"),
        ("a meteor shower over a lighthouse", "noto:shower"),
        ("a well-dressed man", "own:well"),
        ("a gorilla beating its chest", "own:treasure"),
        ("a neon sign with a flickering letter", "noto:envelope"),
        ("a pommel horse in a gym", "noto:horse"),
        ("a mummy and daddy", "figure:zombie"),
    ],
)
def test_last_word_of_a_compound_is_not_drawn(prompt: str, drawing: str) -> None:
    assert drawing not in find_drawings(prompt)


def test_no_listed_compound_draws_its_last_word() -> None:
    listed = [" ".join(one.split()) for one in other_things.NOT_DRAWN.split(",")]
    heads = {one: lexicon.find(one.rpartition(" ")[2]) for one in listed if " " in one}
    drawn = [
        one
        for one, head in heads.items()
        if head is not None and head.drawing in find_drawings(f"an owl beside a {one}")
    ]
    assert drawn == []


def test_watering_hole_is_a_place() -> None:
    scene = read("zebras at a watering hole", seed=0).scene
    assert scene.backdrop == "wateringhole"
    assert [one.drawing for one in scene.entities] == ["noto:zebra"]
