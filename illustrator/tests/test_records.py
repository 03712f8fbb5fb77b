"""Records of things: one module is enough for a new thing, and wrong records are refused."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.catalog import noun_classes, records
from limner_illustrator.catalog.records import RecordError, icon
from limner_illustrator.language import lexicon
from limner_illustrator.subjects.figures.outfits import Outfit, figure
from limner_illustrator.subjects.registry import draw_function, drawing

MODULES = {
    "objects": '''
"""A tower of magenta cubes."""

from limner_illustrator.subjects.local_canvas import LocalCanvas, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject


@drawing("zorblat", nouns="zorblat, cube zorblat", height=2.5, home="library", glow=0.9, size=(100, 200), relief=0)
def _zorblat(pen: LocalCanvas, subject: Subject) -> None:
    pen.box(0, 0, 100, 200, solid(subject.paint((255, 0, 255))))
''',
    "people": '''
"""A figure in lime."""

from limner_illustrator.subjects.figures.outfits import Outfit, figure

figure("gribnik", Outfit(top=((140, 250, 40),), garment="robe"), nouns="gribnik", home="desert")
''',
    "icons": '''
"""An icon that no other record names."""

from limner_illustrator.catalog.records import icon

icon("input-numbers", nouns="quindle", height=7.5, home="library", traits={"celestial"})
''',
}
PROGRAM = """
import json, sys
import numpy as np
from importlib import import_module
for package in ("subjects.objects", "subjects.people", "catalog.icons"):
    module = import_module(f"limner_illustrator.{package}")
    module.__path__.append(f"{sys.argv[1]}/{package.rpartition('.')[2]}")

from limner_illustrator import draw, edit
from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.language.description import describe
from limner_illustrator.language.parser import parse
from limner_illustrator.language.visible import glows
from limner_illustrator.subjects.natural_size import natural_height

seen = {}
for noun in ("zorblat", "gribnik", "quindle"):
    scene = parse(f"two {noun}s", seed=4)
    [entity] = scene.entities
    seen[noun] = {
        "drawing": entity.drawing,
        "count": entity.count,
        "height": natural_height(entity),
        "home": choose_backdrop(scene),
        "glows": glows(entity.drawing),
        "description": describe(scene),
    }
picture = draw("a zorblat", size=(256, 192), seed=4, quality="low")
pixels = picture.pixels.astype(int)
magenta = (pixels[..., 0] > 150) & (pixels[..., 1] < 100) & (pixels[..., 2] > 150)
seen["magenta"] = float(magenta.mean())
with_fox = edit(picture, "add a fox")
without = edit(with_fox, "remove the zorblat")
back = edit(without, "add a gribnik")
nouns = [[one.noun for one in each.scene.entities] for each in (picture, with_fox, without, back)]
print(json.dumps({**seen, "nouns": nouns}))
"""


@pytest.fixture(scope="module")
def added(tmp_path_factory):
    """What a process sees that finds one more module in each package of records."""
    folder = tmp_path_factory.mktemp("records")
    for package, source in MODULES.items():
        (folder / package).mkdir()
        (folder / package / "one_more.py").write_text(source, encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", PROGRAM, str(folder)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_new_object_is_found_by_its_noun(added):
    assert added["zorblat"]["drawing"] == "own:zorblat"
    assert added["zorblat"]["count"] == 2


def test_a_new_object_has_the_height_and_glow_of_its_record(added):
    assert added["zorblat"]["height"] == 2.5
    assert added["zorblat"]["glows"]


@pytest.mark.parametrize(("noun", "home"), [("zorblat", "library"), ("gribnik", "desert"), ("quindle", "library")])
def test_the_home_of_a_new_thing_chooses_the_backdrop(added, noun, home):
    assert added[noun]["home"] == home


def test_a_new_object_is_drawn_by_its_function(added):
    assert added["magenta"] > 0.05


@pytest.mark.parametrize("noun", ["zorblat", "gribnik", "quindle"])
def test_a_new_thing_is_described(added, noun):
    assert f"two {noun}s" in added[noun]["description"].lower()


def test_a_new_figure_and_a_new_icon_are_found_by_their_nouns(added):
    assert added["gribnik"]["drawing"] == "figure:gribnik"
    assert added["quindle"]["drawing"] == "noto:input-numbers"
    assert added["quindle"]["height"] == 7.5


def test_new_things_are_added_and_removed_by_edits(added):
    assert added["nouns"] == [["zorblat"], ["zorblat", "fox"], ["fox"], ["fox", "gribnik"]]


WRONG = [
    pytest.param({"heigth": 0.9}, "unknown field 'heigth'", id="field"),
    pytest.param({"nouns": "gizmo, fox"}, "nouns: 'fox' belongs to noto:fox", id="noun of another thing"),
    pytest.param({"nouns": "gizmo, gizmo"}, "nouns: 'gizmo' belongs to own:gizmo", id="noun twice"),
    pytest.param({"nouns": "Gizmo"}, "nouns: 'Gizmo' is not in lower case", id="capital"),
    pytest.param({"kinds": {"beast"}}, "kinds: unknown value 'beast'", id="kind"),
    pytest.param({"traits": {"flys"}}, "traits: unknown value 'flys'", id="trait"),
    pytest.param({"materials": {"woood"}}, "materials: unknown value 'woood'", id="material"),
    pytest.param({"worn_on": "knees"}, "worn_on: unknown value 'knees'", id="worn on"),
    pytest.param({"height": 0}, "height must be positive", id="height"),
    pytest.param({"height": float("nan")}, "height must be positive", id="height that is no number"),
    pytest.param({"height": "2"}, "height must be positive", id="height as text"),
    pytest.param({"nouns": ["gizmo"]}, "nouns must be text", id="nouns as a list"),
    pytest.param({"kinds": "animal"}, "kinds must be a set", id="kinds as text"),
]


@pytest.mark.parametrize(("fields", "message"), WRONG)
def test_a_wrong_record_names_the_thing_and_the_field(fields, message):
    records.load()

    with pytest.raises(RecordError) as caught:
        drawing("gizmo", **fields)

    assert str(caught.value).startswith("own:gizmo: ")
    assert message in str(caught.value)
    assert draw_function("gizmo") is None
    assert lexicon.find("gizmo") is None or lexicon.find("gizmo").drawing != "own:gizmo"


def test_a_record_of_an_unknown_icon_is_refused():
    with pytest.raises(RecordError, match="noto:vixen: there is no such icon"):
        icon("vixen", height=0.5)


@pytest.mark.parametrize(
    ("add", "named"),
    [
        (lambda: icon("fox", height=0.5), "noto:fox"),
        (lambda: drawing("hydrant", height=0.9), "own:hydrant"),
        (lambda: figure("wizard", Outfit()), "figure:wizard"),
    ],
    ids=["icon", "object", "figure"],
)
def test_a_second_record_of_a_thing_is_refused(add, named):
    records.load()

    with pytest.raises(RecordError, match=f"{named}: there is a record already"):
        add()


def test_every_home_is_a_backdrop():
    homes = {thing.home for family in ("noto", "own", "figure") for _, thing in records.drawings(family)}

    assert len(homes) > 20
    assert homes - {None} <= set(BACKDROPS)


def test_no_noun_of_a_record_is_listed_as_undrawn():
    assert not lexicon._undrawn() & records.nouns().keys()


@pytest.mark.parametrize("family", ["own", "figure"])
def test_every_object_and_figure_has_nouns(family):
    listed = [name for name, thing in records.drawings(family) if not thing.words]

    assert [name for name in listed if not name.startswith(noun_classes.PREFIX) and name != "specimen-card"] == []


def test_the_build_reads_the_same_nouns_as_the_program(monkeypatch):
    assets = Path(__file__).parents[1] / "assets"
    monkeypatch.syspath_prepend(assets)
    spec = importlib.util.spec_from_file_location("words_of_the_build", assets / "words.py")
    words = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(words)

    read = words.read_nouns(Path(records.__file__).parents[1])

    assert read == records.nouns() | dict.fromkeys(lexicon._undrawn(), "nothing")


FAILING_LOAD = """
from limner_illustrator.catalog import art, records

calls = iter(range(30))


def fail(name):
    if next(calls, None) is None:
        raise OSError("the disk is gone")
    return True


art.has_icon = fail
for _ in range(2):
    try:
        records.load()
    except OSError as error:
        print(error)
"""


def test_failed_load_reports_its_cause_each_time():
    done = subprocess.run([sys.executable, "-c", FAILING_LOAD], capture_output=True, text=True, check=False)

    assert (done.stdout, done.stderr) == ("the disk is gone\n" * 2, "")
