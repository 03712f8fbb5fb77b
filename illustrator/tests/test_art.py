"""The packed icons and fonts, and their origin."""

import json
from pathlib import Path

import pytest
import skia

from limner_illustrator.catalog import art

ASSETS = Path(__file__).parents[1] / "assets"
SAMPLES = {
    "latin": "Ağőñ€",
    "cyrillic": "Жщ",
    "greek": "Ωψ",
    "arabic": "عم",
    "hebrew": "שם",
    "devanagari": "अक",
    "cjk": "あ龍们한",
}


def test_every_icon_is_a_complete_svg():
    names = art.icon_names()

    drawings = [art.icon_svg(name) for name in names]

    assert len(names) > 1600
    assert all(svg.startswith("<svg ") and svg.endswith("</svg>") for svg in drawings)


@pytest.mark.parametrize("name", ["fox", "red-apple", "lighthouse", "monarch-butterfly", "flag-in-hole"])
def test_icon_can_be_drawn(name):
    data = skia.Data.MakeWithCopy(art.icon_svg(name).encode())

    picture = skia.SVGDOM.MakeFromStream(skia.MemoryStream.Make(data))

    assert (picture.containerSize().width(), picture.containerSize().height()) == (128, 128)


@pytest.mark.parametrize("name", ["flag-germany", "waving-hand-dark-skin-tone", "woman-mage-tone3", "asterisk", ""])
def test_flags_and_skin_tones_are_left_out(name):
    known = art.has_icon(name)

    assert not known


def test_icon_has_its_group():
    groups = [art.icon_group(name) for name in ("fox", "red-apple", "automobile")]

    assert groups == [(3, 34), (4, 42), (5, 54)]


def test_unknown_icon_is_named_in_the_error():
    with pytest.raises(art.ArtError, match="There is no icon 'no-such-thing'"):
        art.icon_svg("no-such-thing")


@pytest.mark.parametrize("kind", art.FACES)
@pytest.mark.parametrize("script", SAMPLES)
def test_every_font_style_covers_every_script(kind, script):
    face = skia.Typeface.MakeFromData(skia.Data.MakeWithCopy(art.font(kind, script)))

    glyphs = face.unicharsToGlyphs([ord(letter) for letter in SAMPLES[script]])

    assert len(glyphs) == len(SAMPLES[script])
    assert all(glyphs)


def test_missing_data_error_says_how_to_build_it():
    with pytest.raises(art.ArtError, match=r"python assets/pack\.py"):
        art.read_data("absent.bin")


def test_lock_hashes_every_package_without_registry_urls():
    lock = json.loads((ASSETS / "package-lock.json").read_text(encoding="utf-8"))

    packages = [package for path, package in lock["packages"].items() if path]

    assert all(package["integrity"].startswith("sha512-") for package in packages)
    assert not any("resolved" in package for package in packages)


def test_every_package_is_named_in_the_notice():
    notice = (ASSETS.parent / "NOTICE").read_text(encoding="utf-8").lower().replace("-", " ")
    packages = json.loads((ASSETS / "package.json").read_text(encoding="utf-8"))["dependencies"]

    missing = [name for name in packages if name.rpartition("/")[2].split("-")[0] not in notice]

    assert not missing
