"""Skies, gradients and blur behind the subject of a photograph, and styles of the whole."""

import cv2
import numpy as np
import pytest

from limner_illustrator import draw, edit
from limner_illustrator.edit.instructions.clauses import split_instruction
from limner_illustrator.edit.instructions.commands import SetBackdrop
from limner_illustrator.edit.raster_edit import whole
from limner_illustrator.edit.raster_edit.cutout import CONFIDENT, _from_salient
from limner_illustrator.edit.raster_edit.reading import Adjust, read_for_pixels
from photographs import changed, known_cutout, person


def disc():
    pixels = np.full((160, 200, 3), (214, 206, 196), np.uint8)
    cv2.circle(pixels, (100, 80), 45, (170, 30, 40), -1, cv2.LINE_AA)
    return pixels


@pytest.mark.parametrize(
    "place", ["a starry night sky", "a sunset sky", "the night sky", "fireworks", "a stormy sky", "bokeh lights"]
)
def test_sky_is_put_behind_the_subject(place):
    before = disc()
    edited = edit(before, f"replace the background with {place}")
    is_other = changed(before, edited.pixels)
    assert edited.note is None
    assert is_other[:30].mean() > 0.9
    assert np.abs(edited.pixels[80, 100].astype(int) - before[80, 100]).max() < 60, "the subject stays"


def test_gradient_goes_from_the_first_colour_to_the_last():
    edited = edit(disc(), "change the background to a blue to orange gradient").pixels
    assert edited[2, 2, 2] > edited[2, 2, 0] + 60
    assert edited[-3, 2, 0] > edited[-3, 2, 2] + 60


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("put it on the moon", "on the moon"),
        ("place her under the stars", "under the stars"),
        ("put the cat in front of bokeh lights", "in front of bokeh lights"),
        ("put the cat on the moon", "on the moon"),
        ("put him on mars", "mars"),
    ],
)
def test_subject_is_put_before_a_place(prompt, place):
    assert read_for_pixels(split_instruction(prompt).clauses[0]) == SetBackdrop(place)


@pytest.mark.parametrize("prompt", ["put it at night", "put him in a storm", "set it at dawn"])
def test_hour_and_weather_are_no_sky_behind_the_subject(prompt):
    assert isinstance(read_for_pixels(split_instruction(prompt).clauses[0]), Adjust)


@pytest.mark.parametrize("prompt", ["put it on the table", "put the cup on the shelf"])
def test_thing_is_not_taken_for_a_place(prompt):
    assert not isinstance(read_for_pixels(split_instruction(prompt).clauses[0]), SetBackdrop)


def test_focus_fades_around_the_subject(monkeypatch):
    before = disc()
    before[:, ::4] = 90
    cv2.circle(before, (100, 80), 45, (170, 30, 40), -1, cv2.LINE_AA)
    rows, columns = np.indices(before.shape[:2])
    monkeypatch.setattr(whole, "cut_out", known_cutout(np.hypot(columns - 100, rows - 80) <= 45))
    is_other = changed(before, edit(before, "blur the background").pixels)
    assert is_other[:, :30].mean() > 0.3
    assert not is_other[80, 146:148].any(), "sharp close to the outline"


def test_slender_thing_that_stands_out_clearly_is_trusted():
    salient = np.zeros((256, 256), np.float32)
    cv2.rectangle(salient, (124, 60), (132, 220), 1.0, -1)
    salient = cv2.GaussianBlur(salient, (0, 0), 1.2)
    assert _from_salient(salient, np.zeros((256, 256, 3), np.uint8)).confidence >= CONFIDENT


@pytest.mark.parametrize("style", ["a watercolor painting", "an oil painting"])
def test_painting_as_a_style_changes_a_photograph(style):
    before = person()
    edited = edit(before, f"turn it into {style}")
    assert edited.note is None
    assert changed(before, edited.pixels).mean() > 0.05


def test_painting_as_a_style_keeps_the_things_of_a_drawing():
    edited = edit(draw("a fox in a forest", size=(96, 96)), "turn it into a watercolor painting")
    assert edited.scene.styles == ("watercolor",)
    assert [one.noun for one in edited.scene.entities] == ["fox"]


def test_pixel_art_keeps_a_small_area_of_its_own_colour():
    pixels = np.zeros((256, 256, 3), np.uint8)
    pixels[..., 2] = np.linspace(90, 255, 256)[:, None]
    pixels[..., 0] = pixels[..., 1] = np.linspace(40, 210, 256)[None]
    pixels[100:112, 100:112] = (240, 190, 160)
    result = edit(pixels, "turn it into pixel art").pixels
    assert np.abs(result[106, 106].astype(int) - (240, 190, 160)).max() < 16


def test_clause_that_another_one_did_already_has_no_note():
    before = draw("a knight in a meadow", size=(96, 96))
    assert edit(before, "make it winter with snow falling").note is None
    assert "changed nothing" in (edit(edit(before, "make it winter"), "add snow falling").note or "")
