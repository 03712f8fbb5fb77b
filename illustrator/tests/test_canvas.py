"""Surfaces, noise, light and the finish of a picture."""

from dataclasses import replace

import numpy as np

from limner_illustrator.canvas import draw_pixels, fbm, surface, to_pixels
from limner_illustrator.canvas.light import make_light
from limner_illustrator.render import effects
from limner_illustrator.scene import Scene


def test_finish_darkens_corners_only():
    before = np.full((120, 120, 3), 200, np.uint8)
    sheet = surface(120, 120)
    draw_pixels(sheet.getCanvas(), before, 0, 0)

    effects.finish(sheet.getCanvas(), 120, 120)
    after = to_pixels(sheet)

    assert after[0, 0, 0] < 195
    assert after[58, 60, 0] == 200


def test_drawn_pixels_are_read_back_unchanged():
    pixels = np.random.default_rng(1).integers(0, 256, (20, 30, 4), np.uint8)
    pixels[..., 3] = 255
    sheet = surface(30, 20)

    draw_pixels(sheet.getCanvas(), pixels, 0, 0)

    assert np.array_equal(to_pixels(sheet), pixels)


def test_noise_is_smooth_and_about_zero():
    scene = Scene(prompt="")
    noise = fbm(scene.random("scene", "noise"), 400)

    assert noise.shape == (400,)
    assert abs(noise.mean()) < 0.8
    assert np.abs(np.diff(noise)).max() < 0.4


def test_light_of_a_scene_keeps_its_side():
    scene = Scene(prompt="", seed=3)
    first = make_light("day", "clear", scene.random("scene", "light"))
    night = make_light("night", "clear", scene.random("scene", "light"))

    assert first.side == night.side
    assert 0.5 <= abs(first.side) <= 0.8
    assert night.dark > first.dark
    assert replace(first, side=0.0).sky == first.sky
