"""What the view that a prompt asks for changes, and what is noted when it cannot be drawn."""

import numpy as np
import pytest

from limner_illustrator import draw
from limner_illustrator.backdrops.context import Ground
from limner_illustrator.language.parser import parse
from limner_illustrator.layout import layout

EDGE = 128
GROUND = Ground(y=0.86 * EDGE, horizon=0.55 * EDGE)


def placed(prompt, seed=0):
    (one,) = layout(parse(prompt, seed=seed), EDGE, EDGE, GROUND, lambda *_: 1.0)
    return one


@pytest.mark.parametrize(
    ("prompt", "view"),
    [
        ("a close-up of an owl", "close"),
        ("macro shot of a bee", "close"),
        ("portrait of a woman", "portrait"),
        ("wide shot of a horse in a field", "wide"),
        ("an elephant in the distance", "wide"),
        ("low angle shot of a castle", "low"),
        ("a tower seen from below", "low"),
        ("a girl seen from behind", "behind"),
        ("a car in side view", "side"),
        ("aerial view of a village", "top"),
        ("a dog in front of a house", "normal"),
        ("a dog and, in the distance, a house", "normal"),
    ],
)
def test_view_is_read(prompt, view):
    assert parse(prompt, seed=0).view == view


def test_wide_shot_makes_the_subject_small_and_far():
    near, far = placed("a horse in a field"), placed("wide shot of a horse in a field")

    assert far.height < 0.6 * near.height
    assert far.ground_y < near.ground_y


def test_low_angle_makes_the_subject_larger():
    assert placed("low angle shot of a castle").height > 1.1 * placed("a castle").height


@pytest.mark.parametrize("animal", ["an elephant", "an owl", "a horse"])
def test_close_up_fills_the_picture_with_the_head(animal):
    whole, close = placed(animal), placed(f"close-up of {animal}")

    assert close.height > 1.3 * whole.height
    assert close.x + close.width > 0.8 * EDGE


def test_close_up_shows_an_insect_whole():
    bee = placed("close-up of a ladybug")

    assert bee.x >= 0
    assert bee.x + bee.width <= EDGE
    assert bee.y >= 0


@pytest.mark.parametrize(
    ("prompt", "backdrop"),
    [
        ("a plate of sushi from above", "tabletop"),
        ("a cup of coffee, top view", "tabletop"),
        ("a cat from above", "meadow"),
        ("aerial view of a ship", "sea"),
    ],
)
def test_view_from_above_lays_only_small_things_on_a_table(prompt, backdrop):
    assert draw(prompt, size=(EDGE, EDGE)).scene.backdrop == backdrop


@pytest.mark.parametrize(
    ("prompt", "note"),
    [
        ("a cat from above", "view from above"),
        ("a cat from behind", "view from behind"),
        ("side view of a woman", "side view"),
        ("side view of a fox", "side view"),
        ("side view of a car", None),
        ("side view of a horse", None),
        ("a man from behind", None),
        ("a pizza from above", None),
        ("low angle shot of a castle", None),
    ],
)
def test_view_that_cannot_be_drawn_is_noted(prompt, note):
    found = draw(prompt, size=(EDGE, EDGE)).note

    assert (note is None and found is None) or (note is not None and found is not None and note in found)


def face_brightness(prompt):
    """Of the middle of the head of the only figure in a cut-out picture."""
    pixels = draw(prompt, size=(EDGE, EDGE), transparent=True).pixels
    rows, columns = np.nonzero(pixels[..., 3] > 128)
    top, high, middle = rows.min(), np.ptp(rows), round(columns.mean())
    return pixels[top + round(0.13 * high) : top + round(0.19 * high), middle - 3 : middle + 3, :3].mean()


def test_figure_from_behind_shows_hair_for_a_face():
    assert face_brightness("a woman with black hair from behind") < 0.6 * face_brightness("a woman with black hair")


def test_who_looks_at_the_sea_stands_on_the_shore():
    assert parse("a girl looking at the sea", seed=0).backdrop == "beach"
