"""Courtesy, cut-outs, tones and colour pairs are read alike for Scenes and for pixels."""

import pytest

from limner_illustrator.edit.instructions.clauses import NO_CHANGE_ASKED
from limner_illustrator.edit.instructions.commands import Add, CutOut, Recolor, SetBackdrop
from limner_illustrator.edit.raster_edit.reading import Adjust, Impossible, Keep
from limner_illustrator.edit.raster_edit.several import split_task
from limner_illustrator.edit.raster_edit.task import read_edit_task
from limner_illustrator.edit.scene_edit import edit_scene
from limner_illustrator.language.parser import parse

PLACE = "a red fox and a bear in the mountains"


def own(instruction, prompt=PLACE):
    return edit_scene(parse(prompt, seed=1), instruction)


def foreign(instruction):
    task = read_edit_task(
        instruction, seed=3, negative_prompt=None, tone=None, quality="low", fidelity="high", strength=None,
        checkpoint=lambda: None,
    )  # fmt: skip
    return [part.command for part in split_task(task)]


BACKGROUND_GONE = [
    "Remove the background", "delete the background", "ERASE THE BACKDROP", "no background", "without a background",
    "transparent background please", "make the background transparent", "Could you please remove the background?",
    "remove  the   back ground", "get rid of the background", "take the background away", "cut out the background",
    "remove the fox's background", "remove the entire background completely", "make it transparent",
    "save it as a transparent png", "the background should be transparent", "I need the background removed",
    "remove the background and make it transparent", "Hi! Please remove the background. Thanks!", "background removal",
    "I'd like the background to be transparent", "delete everything behind the fox", "isolate it",
    "isolate the subject",
    "Entferne den Hintergrund", "Kannst du den Hintergrund entfernen?", "mach den Hintergrund transparent",
    "quita el fondo", "fondo transparente", "sin fondo", "supprime l'arrière-plan", "enlève le fond",
    "fond transparent",
    "背景を透明にして", "去除背景",
]  # fmt: skip


@pytest.mark.parametrize("instruction", BACKGROUND_GONE)
def test_cutout_removes_only_the_background(instruction):
    before = parse(PLACE, seed=1)

    edited, note = own(instruction)

    assert edited.transparent
    assert edited.entities == before.entities
    assert note is None
    assert [type(command) for command in foreign(instruction)] == [CutOut]


FOX_ALONE = [
    "cut out the fox", "isolate the fox", "isolate only the fox", "extract the fox from the image", "cut the fox out",
    "make a cutout of the fox", "keep only the fox", "only keep the fox", "just the fox", "I only want the fox",
    "nothing but the fox", "Remove everything except the fox", "remove everything but the fox, please",
    "delete everything that is not the fox", "remove everything in the picture other than the fox",
    "keep the fox and remove everything else", "keep the fox, remove the rest", "behalte nur den Fuchs",
    "Entferne alles außer dem Fuchs", "deja solo el zorro", "quita todo menos el zorro", "supprime tout sauf le renard",
    "isolate the fox on a transparent background",
]  # fmt: skip


@pytest.mark.parametrize("instruction", FOX_ALONE)
def test_isolating_a_thing_keeps_that_thing(instruction):
    edited, note = own(instruction)

    assert [one.noun for one in edited.entities] == ["fox"]
    assert edited.transparent
    assert note is None
    assert [type(command) for command in foreign(instruction)] == [CutOut]


def test_isolating_a_missing_thing_is_noted_and_removes_nothing():
    for instruction in ("keep only the bus", "remove everything except the bus"):
        edited, note = own(instruction)

        assert edited == parse(PLACE, seed=1)
        assert note == "Nothing called “bus” is in the picture, so nothing was removed."


NO_CUTOUT = [
    pytest.param("don't remove the background", id="prohibition"),
    pytest.param("make the fox transparent", id="a thing"),
    pytest.param("remove the background noise", id="background as an adjective"),
    pytest.param("remove the fox from the background", id="from the background"),
    pytest.param("keep the background", id="keep"),
    pytest.param("make it opaque", id="opaque"),
]


@pytest.mark.parametrize("instruction", NO_CUTOUT)
def test_other_commands_keep_the_background(instruction):
    assert not own(instruction)[0].transparent
    assert CutOut not in [type(command) for command in foreign(instruction)]


def test_background_replaced_in_two_sentences_is_one_command():
    edited, note = own("Remove the background and replace it with a beach")

    assert (edited.backdrop, edited.transparent, note) == ("beach", False, None)
    assert foreign("remove the background. Add a beach instead") == [SetBackdrop("a beach")]


def test_commands_beside_a_cutout_are_carried_out():
    edited, note = own("make the fox blue with a transparent background")

    assert edited.transparent
    assert edited.entities[0].color == "blue"
    assert note is None


def test_a_new_place_ends_transparency():
    cut, _ = own("remove the background")

    assert not edit_scene(cut, "put them on a beach")[0].transparent
    assert not edit_scene(cut, "make it opaque")[0].transparent
    assert edit_scene(cut, "make the fox blue")[0].transparent


BLACK_AND_WHITE = [
    "Make it black and white", "black & white", "B&W", "make it b/w please", "make it bw", "convert to greyscale",
    "Turn this into a black-and-white photo", "make the whole picture monochrome", "apply a black and white filter",
    "remove all colours", "grey scale", "mach es schwarz-weiß", "en noir et blanc", "hazlo en blanco y negro",
    "白黒にして",
]  # fmt: skip


@pytest.mark.parametrize("instruction", BLACK_AND_WHITE)
def test_black_and_white_applies_to_the_whole_picture(instruction):
    before = parse(PLACE, seed=1)

    edited, note = own(instruction)

    assert (edited.styles, edited.entities, note) == (("noir",), before.entities, None)
    assert foreign(instruction) == [Adjust(("black and white",))]


def test_a_tone_keeps_the_art_style_and_can_be_undone():
    oil, _ = own("make it an oil painting")
    grey, _ = edit_scene(oil, "make it black and white")
    sepia, _ = edit_scene(grey, "make it sepia")

    assert (grey.styles, sepia.styles) == (("oil", "noir"), ("oil", "vintage"))
    for undo in ("in colour again", "bring back the colors", "colorize it", "undo the sepia filter"):
        assert edit_scene(sepia, undo) == (oil, None)


def test_one_thing_takes_the_first_of_two_colours_with_a_note():
    edited, note = own("make the bear red and blue")

    assert [one.color for one in edited.entities] == ["red", "red"]
    assert note == "One thing has one colour here, so “bear” became red, not blue."
    assert foreign("make the car red and blue") == [Recolor("the car", ("red", "blue"))]


def test_several_things_share_two_colours():
    edited, note = own("make the cars red and blue", "three cars beside a tree")

    cars = [one for one in edited.entities if one.noun == "car"]
    assert sorted((one.color, one.count) for one in cars) == [("blue", 1), ("red", 2)]
    assert note is None


BLUE_FOX = [
    "Only change the colour of the fox to blue", "make only the fox blue", "change only the fox to blue",
    "Just make the fox blue", "simply make the fox blue", "make the fox blue only", "only the fox should be blue",
    "change nothing but the colour of the fox to blue", "Would you mind making the fox blue?",
    "make the fox blue. Keep everything else the same.", "MAKE THE FOX BLUE AND KEEP EVERYTHING ELSE THE SAME",
    "make the fox blue but keep the rest as is", "make the fox blue, don't change anything else",
    "make the fox blue without changing the rest", "make the fox blue while keeping everything else unchanged",
    "Keep everything else the same but make the fox blue.", "make the fox blue; leave the rest untouched",
    "make the fox blue, nothing else should change", "make the fox blue, everything else stays the same",
    "Change the fox's color to blue while preserving all other details exactly", "make the fox blue, no other changes",
    "Do not alter the background. Make the fox blue, please", "if possible make the fox blue, thank you",
    "make the fox blue, preserving the original composition", "mach den Fuchs blau, ändere sonst nichts",
    "haz el zorro azul sin cambiar lo demás", "Make the fox blue. Ne change rien d'autre.",
]  # fmt: skip


@pytest.mark.parametrize("instruction", BLUE_FOX)
def test_courtesy_around_a_command_changes_nothing(instruction):
    before = parse(PLACE, seed=1)

    edited, note = own(instruction)

    assert edited.entities[0].color == "blue"
    assert edited.entities[1:] == before.entities[1:]
    assert (edited.backdrop, edited.transparent, note) == (before.backdrop, False, None)


@pytest.mark.parametrize("instruction", ["Only make it night", "Please only make it night", "just make it night"])
def test_only_before_a_command_is_ignored(instruction):
    assert own(instruction)[0].time == "night"
    assert foreign(instruction) == [Adjust(("night",))]


@pytest.mark.parametrize("instruction", ["keep everything the same", "Don't change anything.", "leave it as it is"])
def test_request_for_no_change_is_noted(instruction):
    assert own(instruction) == (parse(PLACE, seed=1), NO_CHANGE_ASKED)
    assert foreign(instruction) == [Keep()]


def test_prohibited_thing_is_removed():
    assert [one.noun for one in own("don't show the bear")[0].entities] == ["fox"]


def test_every_command_without_effect_is_noted():
    edited, note = own("make the fox fluffy and make it night")

    assert edited.time == "night"
    assert note == "“make the fox fluffy” changed nothing in the picture."


def test_notes_beyond_three_are_counted():
    _, note = own("remove the bus. remove the dog. remove the cow. remove the hen. remove the goat")

    assert note.count("so nothing was removed") == 3
    assert note.endswith("And 2 more like this.")


@pytest.mark.parametrize(
    ("instruction", "expected"),
    [("entferne den Fuchs", ["bear"]), ("elimina el zorro", ["bear"]), ("añade un perro", ["fox", "bear", "dog"])],
)
def test_commands_in_other_languages_are_carried_out(instruction, expected):
    assert [one.noun for one in own(instruction)[0].entities] == expected


@pytest.mark.parametrize(
    ("instruction", "nouns"),
    [
        ("pas de renard", ["bear"]),
        ("sin oso", ["fox"]),
        ("ohne Bären", ["fox"]),
        ("rimuovi l'orso", ["fox"]),
        ("убери лису", ["bear"]),
        ("熊を消して", ["fox"]),
        ("aggiungi un uccello", ["fox", "bear", "bird"]),
        ("添加一只鸟", ["fox", "bear", "bird"]),
        ("quita el oso y añade un pájaro", ["fox", "pájaro"]),
        ("sostituisci l'orso con un cavallo", ["fox", "cavallo"]),
    ],
)
def test_verbs_of_other_languages_add_and_remove(instruction, nouns):
    scene, _ = own(instruction)
    found = [entity.noun for entity in scene.entities]
    assert len(found) == len(nouns)
    assert set(found) & {"fox", "bear"} == set(nouns) & {"fox", "bear"}


def test_sides_and_degrees_of_other_languages_are_read():
    assert own("rends l'ours plus grand")[0].entities[1].size > 1
    assert own("verschiebe den Fuchs nach rechts")[0] != parse(PLACE, seed=1)


@pytest.mark.parametrize("instruction", ["hazla en blanco y negro", "ponla en sepia", "сделай фото черно-белым"])
def test_tone_of_a_photograph_in_other_languages(instruction):
    assert isinstance(foreign(instruction)[0], Adjust)


@pytest.mark.parametrize("instruction", ["no changes except make it night", "change nothing but make it night"])
def test_exception_from_no_change_is_a_command(instruction):
    assert own(instruction)[0].time == "night"


@pytest.mark.parametrize("instruction", ["the fox should be green and smaller", "make the fox smaller and green"])
def test_colour_and_size_in_one_command(instruction):
    fox = own(instruction)[0].entities[0]
    assert (fox.color, fox.size < 1) == ("green", True)


def test_definite_thing_is_not_added_to_a_photograph_again():
    assert foreign("put the cat on the sofa") == [Impossible()]
    assert isinstance(foreign("put the hat on her")[0], Add)


def test_colour_for_an_old_photograph_is_no_vintage_look():
    assert foreign("add some color to this old photo") == [Adjust(("saturated",))]
