import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import skia

import limner_illustrator
from limner_illustrator.art_styles.registry import ART_STYLES, apply_style, apply_styles
from limner_illustrator.art_styles.style import art_style
from limner_illustrator.canvas import color, surface, to_pixels
from limner_illustrator.language.parser import read

NAMES = sorted(ART_STYLES)


@pytest.fixture(scope="module")
def picture():
    """Blue sky, green land, a red ball; 320 x 256."""

    sheet = surface(320, 256)
    canvas = sheet.getCanvas()
    canvas.clear(color((120, 180, 235)))
    canvas.drawRect(skia.Rect(0, 170, 320, 256), skia.Paint(Color=color((80, 150, 70))))
    canvas.drawCircle(160, 130, 70, skia.Paint(AntiAlias=True, Color=color((210, 50, 45))))
    return np.ascontiguousarray(to_pixels(sheet)[..., :3])


def styled_as(name, pixels, seed):
    return apply_style(pixels, ART_STYLES[name], seed)


def difference(a, b):
    return float(np.abs(a.astype(int) - b.astype(int)).mean())


@pytest.mark.parametrize("name", NAMES)
def test_a_style_keeps_the_size_and_changes_the_picture(picture, name):
    styled = styled_as(name, picture, 3)

    assert styled.shape == picture.shape
    assert styled.dtype == np.uint8
    assert difference(styled, picture) > 0.8


@pytest.mark.parametrize("name", NAMES)
def test_same_seed_gives_same_bytes(picture, name):
    assert np.array_equal(styled_as(name, picture, 3), styled_as(name, picture, 3))


def test_every_style_looks_different_from_every_other(picture):
    results = {name: styled_as(name, picture, 3) for name in NAMES}

    alike = [(a, b) for k, a in enumerate(NAMES) for b in NAMES[k + 1 :] if difference(results[a], results[b]) < 0.8]

    assert alike == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shape", [(64, 64), (64, 900), (900, 64)], ids=["small", "wide", "tall"])
def test_a_style_works_at_odd_sizes(name, shape):
    pixels = np.full((*shape, 3), 128, np.uint8)
    pixels[: shape[0] // 2, : shape[1] // 3] = (200, 60, 40)

    assert styled_as(name, pixels, 1).shape == pixels.shape


@pytest.mark.parametrize("name", ["noir", "sketch", "ink", "charcoal"])
def test_a_style_without_colour_has_no_colour(picture, name):
    styled = styled_as(name, picture, 3).astype(int)

    assert (styled.max(2) - styled.min(2)).mean() < 25


def test_neon_is_dark_and_does_not_burn_out():
    bright = np.full((256, 256, 3), 245, np.uint8)
    bright[100:150, 60:200] = (250, 220, 120)

    styled = styled_as("neon", bright, 1)

    assert styled.mean() < 110


def test_grade_follows_another_style(picture):
    both = apply_styles(picture, ["oil", "noir"], 3)

    assert (both.max(2).astype(int) - both.min(2)).max() <= 1
    assert difference(both, styled_as("noir", picture, 3)) > 1


def test_unknown_style_is_skipped(picture):
    assert np.array_equal(apply_styles(picture, ["no such style"], 3), picture)


DUOTONE = """
import numpy as np

from limner_illustrator.art_styles.style import art_style


@art_style("duotone", description="A duotone print of", phrases="duotone, two-tone print", is_crisp=True)
def duotone(pixels, seed, *, fineness=1.0):
    return np.where(pixels.mean(axis=2, keepdims=True) < 128, (40, 20, 90), (250, 180, 120)).astype(np.uint8)
"""
USE_OF_DUOTONE = """
import numpy as np
from limner_illustrator import draw, edit

INKS = {(40, 20, 90), (250, 180, 120)}

def has_two_inks(pixels):
    return {tuple(one) for one in pixels.reshape(-1, 3).tolist()} <= INKS

drawn = draw("a fox in a forest, two-tone print", size=(160, 128))
plain = draw("a fox in a forest", size=(160, 128))
own, foreign = (edit(one, "turn it into a duotone") for one in (plain, plain.pixels))
print(drawn.scene.styles, drawn.description, has_two_inks(drawn.pixels))
print(own.scene.styles, own.description, has_two_inks(own.pixels))
print(has_two_inks(foreign.pixels), has_two_inks(plain.pixels))
"""


def test_one_new_file_is_parsed_drawn_described_and_edited(tmp_path):
    source, copy = Path(limner_illustrator.__file__).parent, tmp_path / "limner_illustrator"
    shutil.copytree(source, copy, ignore=shutil.ignore_patterns("data"))
    (copy / "data").symlink_to(source / "data")
    (copy / "art_styles" / "duotone.py").write_text(DUOTONE, encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-c", USE_OF_DUOTONE],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout.splitlines() == [
        "('duotone',) A duotone print of a fox in a forest. True",
        "('duotone',) A duotone print of a fox in a forest. True",
        "True False",
    ], done.stderr


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"name": "oil"}, "'oil'.*art_styles.oil declares this name already"),
        ({"phrases": "duotone, van gogh"}, "'duotone'.*the phrase 'van gogh' belongs to 'oil'"),
        ({"phrases": " , "}, "'duotone'.*no phrases"),
        ({"description": ""}, "'duotone'.*no description"),
        ({"adjectives": "striped"}, r"'duotone'.*\['striped'\] are not among its phrases"),
    ],
)
def test_a_faulty_record_is_refused_by_name(fields, error):
    record = {"name": "duotone", "description": "A duotone print of", "phrases": "duotone", **fields}

    with pytest.raises(ValueError, match=error):
        art_style(**record)(ART_STYLES["flat"].function)

    assert "duotone" not in ART_STYLES


def test_an_unknown_field_is_refused_by_name():
    with pytest.raises(TypeError, match="descripton"):
        art_style("duotone", descripton="A duotone print of", phrases="duotone")


def test_japanese_prints_are_a_style_with_bare_paper_around():
    drawn = limner_illustrator.draw("ukiyo-e print of a boat", size=(128, 128))
    assert drawn.scene.styles == ("ukiyo-e",)
    assert drawn.note is None
    assert np.ptp(drawn.pixels[0].astype(int), axis=0).max() == 0


@pytest.mark.parametrize(
    ("prompt", "style"),
    [
        ("a roman mosaic of a dolphin", "mosaic"),
        ("a crayon drawing of a barn", "crayon"),
        ("a chalk drawing of a bird", "chalk"),
        ("a pointillist river", "pointillism"),
        ("a risograph print of a fern", "risograph"),
        ("vaporwave dolphin", "synthwave"),
        ("a bauhaus style lamp", "bauhaus"),
        ("a cubist violin", "cubist"),
        ("a horse in the style of picasso", "cubist"),
        ("an art nouveau swan", "artnouveau"),
        ("anime boy with a guitar", "anime"),
        ("a lego castle", "bricks"),
        ("a lego city", "bricks"),
        ("a truck made of lego bricks", "bricks"),
    ],
)
def test_prompt_names_its_own_style(prompt, style):
    reading = read(prompt, seed=1)

    assert reading.scene.styles == (style,)
    assert reading.omissions.note() is None


@pytest.mark.parametrize("prompt", ["a child playing with lego", "a kid drawing with crayons"])
def test_toys_and_tools_are_no_style(prompt):
    assert read(prompt, seed=1).scene.styles == ()


def test_unknown_style_is_noted():
    assert "steampunk" in (read("a steampunk owl", seed=1).omissions.note() or "")


def test_bauhaus_uses_few_colors(picture):
    assert len(np.unique(styled_as("bauhaus", picture, 3).reshape(-1, 3) // 32, axis=0)) < 24


def test_chalk_is_on_a_dark_board(picture):
    assert styled_as("chalk", picture, 3).mean() < 0.7 * picture.mean()
