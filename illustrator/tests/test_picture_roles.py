"""What a prompt wants of several input pictures, and what is made of them."""

import numpy as np
import pytest

from limner_illustrator import draw
from limner_illustrator.arrays import ArrayImage, Drawing
from limner_illustrator.canvas.size import Size
from limner_illustrator.drawing import draw_stages
from limner_illustrator.drawing.roles_route import find_place
from limner_illustrator.edit.raster_edit.merging import merge_scenes
from limner_illustrator.edit.raster_edit.picture_panels import arrange_panels, match_colors, measure_row
from limner_illustrator.edit.raster_edit.picture_roles import read_roles
from limner_illustrator.edit.raster_edit.skies import find_sky
from limner_illustrator.edit.raster_edit.task import read_edit_task
from limner_illustrator.edit.request import DrawingRequest
from limner_illustrator.edit.source import read_source
from limner_illustrator.language.parser import parse
from photographs import changed, person

SIZE = Size(192, 192)


def ball(color=(200, 30, 30)):
    """A disc before an even wall."""
    rows, columns = np.mgrid[:160, :160]
    pixels = np.full((160, 160, 3), 225, np.uint8)
    pixels[np.hypot(rows - 80, columns - 80) < 44] = color
    return pixels


def compose(prompt, *images, is_size_free=False):
    sources = tuple(ArrayImage(one if isinstance(one, Drawing) else Drawing(one, None, None, None)) for one in images)
    request = DrawingRequest(
        operation="edit", prompt=prompt, images=sources, size=SIZE, background="auto", is_size_free=is_size_free
    )
    *_, last = draw_stages(request, 0, checkpoint=lambda: None)
    return last


@pytest.mark.parametrize(
    ("prompt", "count", "expected"),
    [
        ("put the cat from the first image next to the mug in the second image", 2, ("insert", 2, (1,))),
        ("add the owl from image 2 to the sky of image 1", 2, ("insert", 1, (2,))),
        ("set the parcel from picture two on the table", 2, ("insert", 1, (2,))),
        ("swap the background of the first photo for the second photo", 2, ("behind", 2, (1,))),
        ("use image 2 as the background of the woman", 2, ("behind", 2, (1,))),
        ("the man in image 2 wears the scarf from image 1", 2, ("wear", 2, (1,))),
        ("replace the mug in image 1 with the glass from image 2", 2, ("replace", 1, (2,))),
        ("render image 1 in the style of image 2", 2, ("colors", 1, (2,))),
        ("show them side by side", 2, ("panels", 1, ())),
        ("a double exposure of both", 2, ("blend", 1, ())),
        ("place the logo in the top left corner of the photo", 2, ("insert", 1, (2,))),
    ],
)
def test_role_of_each_picture_is_read(prompt, count, expected):
    roles = read_roles(prompt, count)
    assert roles is not None
    assert (roles.kind, roles.base, roles.added) == expected


@pytest.mark.parametrize(
    "prompt",
    [
        "put these on a beach",
        "the woman holds the parrot",
        "both dogs sitting side by side on a beach",
        "put it on a table",
    ],
)
def test_new_picture_has_no_roles(prompt):
    assert read_roles(prompt, 2) is None


def test_inserted_subject_keeps_the_base_picture():
    base = person()[:200]
    result = compose("put the ball from image 2 in the bottom left corner of image 1", base, ball())
    before = ArrayImage(Drawing(base, None, None, None)).cover(SIZE)[..., :3]
    assert not changed(before, result.pixels)[:, 96:].any()
    red = (result.pixels[..., 0] > 150) & (result.pixels[..., 1] < 70) & (result.pixels[..., 2] < 70)
    rows, columns = np.nonzero(red)
    assert len(rows) > 200
    assert columns.mean() < 60
    assert rows.mean() > 130


def test_background_of_one_picture_goes_behind_the_other():
    night = np.full((160, 160, 3), (10, 20, 60), np.uint8)
    result = compose("replace the background of the first image with the second image", ball(), night)
    assert np.abs(result.pixels[8, 8].astype(int) - (10, 20, 60)).max() < 20
    assert result.pixels[96, 96, 0] > 120
    assert result.note is None


def test_photographed_thing_goes_into_a_drawn_picture():
    wall = draw("a white wall", size=(160, 160))
    result = compose("put the ball from image 2 into the first picture", wall, ball())
    assert ((result.pixels[..., 0] > 120) & (result.pixels[..., 1] < 80)).sum() > 300


def test_guessed_base_is_noted():
    result = compose("place the ball in front of the box", ball(), ball((30, 60, 200)))
    assert "does not say which picture" in result.note


def test_faces_are_not_exchanged():
    result = compose("swap their faces", person(), person())
    assert "Faces cannot be exchanged" in result.note


def test_edit_of_one_picture_names_it():
    result = compose("make the second image black and white", ball(), ball((30, 60, 200)))
    assert result.note.startswith("Only image 2 was edited")
    assert np.ptp(result.pixels[96, 96].astype(int)) < 8


def test_people_of_the_pictures_are_not_drawn_again():
    prompt = "group photo of the three people in a park"
    scene = merge_scenes(parse(prompt, seed=1), prompt, {}, num_external=3)
    assert scene.entities == ()
    prompt = "the woman next to a christmas tree"
    scene = merge_scenes(parse(prompt, seed=1), prompt, {}, num_external=1)
    assert all(one.noun != "woman" for one in scene.entities)
    assert len(scene.entities) == 1


def test_pose_of_a_cut_out_is_noted():
    assert "“holding”" in compose("the first one is holding the other", ball(), ball()).note


def test_panels_show_each_picture():
    red, blue = np.full((60, 90, 3), (200, 0, 0), np.uint8), np.full((60, 90, 3), (0, 0, 200), np.uint8)
    sheet = arrange_panels([red, blue, red, blue], Size(180, 120), is_vertical=False, is_transparent=False)
    assert tuple(sheet[20, 20]) == tuple(sheet[100, 20]) == (200, 0, 0)
    assert tuple(sheet[20, 160]) == tuple(sheet[100, 160]) == (0, 0, 200)
    size = measure_row([red, blue], Size(100, 100), is_vertical=False)
    assert size.width / size.height == pytest.approx(3, rel=0.03)
    assert compose("show them side by side", red, blue, is_size_free=True).pixels.shape[1] > 2.5 * 90


def test_colors_of_another_picture_leave_greys_nearly_grey():
    warm = np.full((40, 40, 3), (200, 90, 40), np.uint8)
    warm[:12] = 235
    matched = match_colors(warm, np.full((40, 40, 3), 120, np.uint8))
    assert np.ptp(matched[30, 30].astype(int)) < np.ptp(warm[30, 30].astype(int))
    assert np.ptp(matched[4, 4].astype(int)) < 70


def test_sky_after_sunset_is_found():
    down = np.linspace(0, 1, 120)[:, None, None]
    sky = np.array([14, 24, 62]) * (1 - down) + np.array([40, 60, 110]) * down
    pixels = np.broadcast_to(sky, (120, 160, 3)).astype(np.uint8).copy()
    pixels[90:] = (50, 40, 30)
    assert find_sky(pixels, at_dusk=True)[:60].mean() > 0.8
    assert not find_sky(pixels).any(), "its border is too rough to exchange it"


def test_print_goes_into_the_drawn_shirt():
    shirt, heart = draw("a white t-shirt", size=(192, 192)), draw("a red heart", size=(160, 160))
    result = compose("print the heart from image 2 on the shirt in image 1", shirt, heart)
    red = (result.pixels[..., 0] > 170) & (result.pixels[..., 1] < 90) & (result.pixels[..., 2] < 90)
    rows, columns = np.nonzero(red)
    assert 150 < len(rows) < 0.1 * red.size
    assert 60 < columns.mean() < 132
    assert 60 < rows.mean() < 140


def test_named_place_is_the_drawn_picture_of_it():
    garden = draw("a garden with flowers", size=(192, 192))
    assert find_place_of("put her in the garden", garden) == 2
    assert find_place_of("put her in the library", garden) is None


def find_place_of(prompt, drawing):
    roles = read_roles(prompt, 2)
    sources = [read_source(ArrayImage(one), number) for number, one in enumerate((as_drawing(person()), drawing), 1)]
    task = read_edit_task(
        prompt, seed=0, negative_prompt=None, tone=None, quality="low", fidelity="low", strength=None,
        checkpoint=lambda: None,
    )  # fmt: skip
    found = find_place(sources, roles, task)
    return None if found is None else found.base


def as_drawing(pixels):
    return Drawing(pixels, None, None, None)


def test_background_of_one_of_two_pictures_is_removed_transparently():
    result = compose("remove the background of the first image", ball(), ball((30, 60, 200)))
    assert result.pixels.shape[2] == 4
    assert result.pixels[4, 4, 3] == 0
    assert result.note.startswith("Only image 1")
