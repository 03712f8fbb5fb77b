"""A place is known everywhere from one record, and a wrong record is refused."""

import subprocess
import sys

import pytest

from limner_illustrator.backdrops.context import Ground
from limner_illustrator.backdrops.landmarks.registry import LANDMARKS, declare_landmark, landmark
from limner_illustrator.backdrops.registry import BACKDROPS, backdrop
from limner_illustrator.catalog.records import RecordError
from limner_illustrator.edit.scene_edit import edit_scene
from limner_illustrator.language.description import describe
from limner_illustrator.language.parser import parse
from limner_illustrator.render.paint import paint
from limner_illustrator.scene import Scene

QUARRY = """
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.context import Ground


@backdrop("quarry", phrases="quarry, quarries, stone pit", location="in a quarry", block=((1, 2, 3), (4, 5, 6)))
def quarry(stage):
    stage.canvas.clear(0xFFE2D8C8)
    return Ground(y=stage.height * 0.86, horizon=stage.height * 0.5)
"""
NEW_PLACE = """
import json
import sys
from limner_illustrator.backdrops import load_backdrops
from limner_illustrator.edit.scene_edit import edit_scene
from limner_illustrator.edit.scene_reader import read_scene
from limner_illustrator.language.description import describe
from limner_illustrator.language.parser import parse
from limner_illustrator.render.paint import paint

assert parse("a fox in a quarry", seed=1).backdrop is None
load_backdrops(sys.argv[1])

scene = parse("a fox in a stone pit", seed=1)
assert scene.backdrop == "quarry", scene
assert describe(scene) == "An illustration of a fox in a quarry.", describe(scene)
*_, pixels = paint(scene, 64, 64, quality="low")
assert abs(pixels[20, 10].astype(int) - (226, 216, 200)).max() < 16, pixels[20, 10]

edited, note = edit_scene(parse("a fox in a forest", seed=1), "put it in a quarry")
assert (edited.backdrop, note) == ("quarry", None), (edited, note)
assert read_scene(json.dumps(edited.to_json())) == edited
"""


def draw(stage):
    return Ground(y=1, horizon=0)


def test_new_backdrop_is_one_file(tmp_path):
    (tmp_path / "quarry.py").write_text(QUARRY)

    done = subprocess.run([sys.executable, "-c", NEW_PLACE, str(tmp_path)], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"roof": True}, r"\"quarry\": unknown field 'roof'. Known: .*\bindoor\b"),
        ({"phrases": "quarry, castle hall"}, r"\"quarry\": .*\"castle hall\" .*'phrases'.*\"castlehall\""),
        ({"phrases": "quarry, pit, quarry"}, r"\"quarry\": \"quarry\" is listed twice in 'phrases'"),
        ({"phrases": "quarry, , pit"}, r"\"quarry\": 'phrases' is empty"),
        ({"location": " "}, r"\"quarry\": 'location' is empty"),
        ({"indoor": "yes"}, r"\"quarry\": 'indoor' must be of type bool, not str"),
        ({"winter": "snow"}, r"\"quarry\": 'winter' must be one of snowy, plain, none"),
        ({"ambiguous_phrases": "pit"}, r"\"quarry\": \"pit\" in 'ambiguous_phrases' is not one of its phrases"),
    ],
)
def test_wrong_backdrop_is_refused_by_name(fields, message):
    with pytest.raises(RecordError, match=message):
        backdrop("quarry", **{"phrases": "quarry", "location": "in a quarry", **fields})(draw)

    assert "quarry" not in BACKDROPS


def test_backdrop_without_location_is_refused():
    with pytest.raises(RecordError, match="\"quarry\" lacks the field 'location'"):
        backdrop("quarry", phrases="quarry")(draw)


def test_second_backdrop_of_a_name_is_refused():
    with pytest.raises(RecordError, match='Backdrop "airport" is declared twice'):
        backdrop("airport", phrases="airfield", location="on an airfield")(draw)


def test_wrong_landmark_is_refused_by_name():
    with pytest.raises(RecordError, match="Landmark \"oslo\": unknown field 'hight'"):
        landmark("oslo", kind="tower", half=20, phrases="oslo", location="in Oslo", hight=3)(draw)
    with pytest.raises(RecordError, match=r"Landmark \"oslo\": .*\"paris\""):
        declare_landmark("oslo", phrases="oslo, paris", location="in Oslo")

    assert "oslo" not in LANDMARKS


@pytest.mark.parametrize("name", sorted(BACKDROPS.keys() - {"table"}))
def test_description_reads_back_as_same_backdrop(name):
    fox = parse("a fox", seed=1).entities

    sentence = describe(Scene(prompt="", entities=fox, backdrop=name))
    scene = parse(sentence, seed=1)

    assert sentence == f"An illustration of a fox {BACKDROPS[name].location}."
    assert scene.backdrop == name
    assert [entity.noun for entity in scene.entities] == ["fox"]


@pytest.mark.parametrize("name", sorted(BACKDROPS))
def test_description_of_place_alone_reads_back(name):
    scene = parse(describe(Scene(prompt="", backdrop=name)), seed=1)

    assert scene.backdrop == name
    assert not scene.entities


@pytest.mark.parametrize("name", sorted(LANDMARKS))
def test_description_reads_back_as_same_landmark(name):
    fox = parse("a fox", seed=1).entities

    scene = parse(describe(Scene(prompt="", entities=fox, backdrop=LANDMARKS[name].backdrop, accents=(name,))), seed=1)

    assert scene.backdrop == LANDMARKS[name].backdrop
    assert name in scene.accents


def test_every_phrase_of_a_place_is_read():
    unread = [
        phrase
        for name, record in BACKDROPS.items()
        for phrase in record.phrases
        if name not in ((scene := parse(f"a fox, {phrase}", seed=1)).backdrop, *scene.accents)
    ]

    assert unread == []


@pytest.mark.parametrize(
    ("name", "weather"),
    [("orchard", "snow"), ("lake", "snow"), ("harbour", "snow"), ("beach", "snow"), ("moon", "clear")],
)
def test_edit_to_winter_brings_snow_where_it_falls(name, weather):
    edited, _ = edit_scene(Scene(prompt="", entities=parse("a fox", seed=1).entities, backdrop=name), "make it winter")

    assert (edited.season, edited.weather) == ("winter", weather)


@pytest.mark.parametrize(("name", "season"), [("island", None), ("moon", None), ("orchard", "winter")])
def test_winter_ends_on_moving_where_none_is(name, season):
    snowy, _ = edit_scene(parse("a fox in a forest", seed=1), "make it winter")

    edited, _ = edit_scene(snowy, f"put it {BACKDROPS[name].location}")

    assert (edited.backdrop, edited.season) == (name, season)


def test_isometric_block_has_colours_of_its_backdrop():
    fox = parse("a fox", seed=1).entities
    corners = {}
    for name in ("arctic", "meadow"):
        *_, pixels = paint(
            Scene(prompt="", seed=1, entities=fox, backdrop=name, styles=("isometric",)), 128, 96, quality="low"
        )
        corners[name] = pixels[60, 20].astype(int)

    assert corners["meadow"][1] > corners["meadow"][2] + 40
    assert corners["arctic"].min() > 180
