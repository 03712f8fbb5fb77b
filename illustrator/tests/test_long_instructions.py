"""Hostile and very long instructions: their cost is bounded, and a note says what was left out."""

import pytest

from cpu_time import least_cpu_s
from limner_illustrator.edit.instructions.clauses import MAX_COMMANDS, MAX_LETTERS, split_instruction
from limner_illustrator.edit.raster_edit import task as foreign
from limner_illustrator.edit.raster_edit.several import split_task
from limner_illustrator.edit.raster_edit.task import MAX_CHANGES, MAX_FILLS, read_edit_task
from limner_illustrator.edit.scene_edit import CUT_SHORT, edit_scene
from limner_illustrator.language.parser import parse

NUM_LETTERS = 32_000
MAX_CPU_S = 1.0

UNITS = [
    " ", "\t", "\n", "\r\n", "\u00a0", "\u3000", " \t\n", "\u200b", "make it ", "and ", "remove the ", "the ",
    "a a ",
    "replace X with Y with ", "replace the fox with ", "make the fox blue and ", "add a dog, ", "add a dog. ",
    "add a fox and a dog and ", "give the fox a ", "swap the cat and ", "keep everything else the same, ",
    "keep only the ", "remove everything except the ", "without changing ", "do not ", "only ", "please ", "then ",
    "background ", "remove background ", "transparent ", "with a background ", "red and blue ", "black and white ",
    "less saturated ", "twice as big ", "make it say ", "change the text to ", "hair ", "to the ", "of the ",
    "'", '"', "'a' ", "“a” ", "“", "`", "(", "[", "{", "((a ", ",", ", ", ". ", "...", "!", "?!", ";", "-", "--- ",
    "1 ", "1", "1,", "1.", "夜", "夜にして", "狐", "🦊", "🦊 ", "é", "İ", "ß", "한", "ก", "&", "& ", "/", "\\", "|",
    "a", "x-", "reduce", "\ue000", "\ue0000\ue001 ", "\x00",
]  # fmt: skip


def read_for_foreign(prompt):
    task = read_edit_task(
        prompt, seed=3, negative_prompt=None, tone=None, quality="low", fidelity="high", strength=None,
        checkpoint=lambda: None,
    )  # fmt: skip
    return split_task(task)


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_any_instruction_is_read_in_a_second(unit):
    prompt = f"make it {unit * ((NUM_LETTERS - 12) // len(unit))}blue"
    scene = parse("three cats and a dog on a sofa", seed=1)

    for read in (lambda: edit_scene(scene, prompt), lambda: read_for_foreign(prompt)):
        assert least_cpu_s(read, below_s=MAX_CPU_S) < MAX_CPU_S


def test_reading_takes_linear_time_in_spaces():
    text = "make it" + " " * 320_000 + "blue"
    assert least_cpu_s(lambda: split_instruction(text), below_s=0.3) < 0.3


def test_white_space_changes_nothing_in_the_reading():
    scene = parse("a red fox in the mountains", seed=1)
    plain = edit_scene(scene, "make the fox blue and add a moon")

    for space in ("  ", "\t", " \u00a0 ", "\u3000", " \u200b"):
        assert edit_scene(scene, "make the fox blue and add a moon".replace(" ", space)) == plain


def test_long_chain_of_commands_is_cut_with_a_note():
    scene = parse("a fox", seed=1)
    chain = " ".join(f"Make the fox {color}." for color in ["blue", "red"] * 2000)

    edited, note = edit_scene(scene, chain)

    assert edited.entities[0].color == "red"
    assert note == CUT_SHORT
    assert len(split_instruction(chain).clauses) == MAX_COMMANDS


def test_long_chain_for_pixels_is_cut_with_a_note():
    parts = read_for_foreign("Add a dog. Make it night. " * 1000)

    assert len(parts) == MAX_CHANGES
    assert {part.remark for part in parts} == {foreign.CUT_SHORT}


def test_removals_by_pixels_are_limited():
    parts = read_for_foreign(". ".join(f"remove the {noun}" for noun in ["dog", "cat", "hen", "cow", "bee", "owl"]))

    assert len(parts) == MAX_FILLS
    assert parts[0].remark == foreign.CUT_SHORT


def test_forty_commands_are_all_carried_out():
    scene = parse("a fox", seed=1)
    commands = ["make the fox blue", "make it night"] * (MAX_COMMANDS // 2 - 1) + ["add a moon", "make the fox green"]

    edited, note = edit_scene(scene, ". ".join(commands))

    assert (edited.time, edited.entities[0].color, edited.entities[-1].noun) == ("night", "green", "moon")
    assert note is None


def test_only_the_beginning_of_a_long_description_is_read():
    wanted = split_instruction("a fox " * 4000)

    assert wanted.is_cut_short
    assert sum(len(clause.text) for clause in wanted.clauses) <= MAX_LETTERS


@pytest.mark.parametrize("unit", ["a\n", "🦉 x", "an owl, "], ids=ascii)
def test_long_negative_prompt_is_read_once_for_all_parts(unit):
    prompt = "add a dog. " * 40
    negative = unit * (NUM_LETTERS // len(unit))

    def read():
        task = read_edit_task(
            prompt, seed=3, negative_prompt=negative, tone=None, quality="low", fidelity="high", strength=None,
            checkpoint=lambda: None,
        )  # fmt: skip
        split_task(task)

    assert least_cpu_s(read, below_s=MAX_CPU_S) < MAX_CPU_S
