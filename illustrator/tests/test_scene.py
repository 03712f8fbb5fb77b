"""Scenes round-trip through JSON, and invalid data is rejected."""

import json
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from limner_illustrator.canvas.palette import COLORS
from limner_illustrator.scene import Entity, Relation, Scene, SceneError

words = some.text(min_size=1, max_size=20).filter(str.strip)
names = some.from_regex(r"(?:noto|own|figure):[a-z0-9-]{1,20}", fullmatch=True)


def entities(number: int) -> some.SearchStrategy[Entity]:
    return some.builds(
        Entity,
        id=some.just(f"e{number}"),
        noun=words,
        drawing=names,
        count=some.integers(1, 100),
        color=some.none() | some.sampled_from(sorted(COLORS)),
        material=some.none() | words,
        size=some.floats(0.05, 20),
        text=some.none() | some.text(max_size=40),
        action=some.none() | words,
        attributes=some.lists(words, max_size=4).map(tuple),
    )


@some.composite
def scenes(draw: some.DrawFn) -> Scene:
    number = draw(some.integers(0, 4))
    ids = [f"e{index}" for index in range(1, number + 1)]
    relations = some.builds(
        Relation,
        some.sampled_from(ids or ["e1"]),
        some.sampled_from(["left", "on", "wearing", "made_of"]),
        some.sampled_from(ids or ["e1"]),
    )
    return Scene(
        prompt=draw(some.text(max_size=200)),
        seed=draw(some.integers(-(2**63), 2**63)),
        entities=tuple(draw(entities(index)) for index in range(1, number + 1)),
        relations=tuple(draw(some.lists(relations, max_size=4))) if number else (),
        backdrop=draw(some.none() | words),
        accents=tuple(draw(some.lists(words, max_size=4))),
        time=draw(some.sampled_from(["day", "sunset", "dawn", "night"])),
        weather=draw(some.sampled_from(["clear", "rain", "snow"])),
        season=draw(some.none() | some.sampled_from(["spring", "winter"])),
        styles=tuple(draw(some.lists(words, max_size=2))),
        texts=tuple(draw(some.lists(some.text(max_size=40), max_size=2))),
        view=draw(some.sampled_from(["normal", "top", "portrait"])),
        transparent=draw(some.booleans()),
        tone=draw(some.none() | some.just("vivid")),
    )


@given(scenes())
@settings(max_examples=60, deadline=None, derandomize=True)
def test_scene_round_trips_through_json(scene):
    written = json.dumps(scene.to_json())

    read = Scene.from_json(json.loads(written))

    assert read == scene


def test_json_omits_default_values():
    scene = Scene(prompt="a fox", entities=(Entity(id="e1", noun="fox", drawing="noto:fox"),))

    plain = scene.to_json()

    assert plain == {"version": 1, "prompt": "a fox", "entities": [{"id": "e1", "noun": "fox", "drawing": "noto:fox"}]}


def fox(**changes: object) -> dict[str, object]:
    return {"id": "e1", "noun": "fox", "drawing": "noto:fox", **changes}


HOSTILE = [
    pytest.param(None, id="nothing"),
    pytest.param([], id="a list"),
    pytest.param("scene", id="a word"),
    pytest.param({}, id="no version"),
    pytest.param({"version": 2, "prompt": ""}, id="another version"),
    pytest.param({"version": "1", "prompt": ""}, id="a version that is a word"),
    pytest.param({"version": 1}, id="no prompt"),
    pytest.param({"version": 1, "prompt": 5}, id="a prompt that is a number"),
    pytest.param({"version": 1, "prompt": "x" * 50_000}, id="an endless prompt"),
    pytest.param({"version": 1, "prompt": "", "weight": 3}, id="an unknown field"),
    pytest.param({"version": 1, "prompt": "", "seed": 1.5}, id="a seed that is no integer"),
    pytest.param({"version": 1, "prompt": "", "seed": True}, id="a seed that is true"),
    pytest.param({"version": 1, "prompt": "", "seed": 10**400}, id="an endless seed"),
    pytest.param({"version": 1, "prompt": "", "time": "teatime"}, id="an unknown time"),
    pytest.param({"version": 1, "prompt": "", "time": ["day"]}, id="a time that is a list"),
    pytest.param({"version": 1, "prompt": "", "styles": "oil"}, id="styles that are a word"),
    pytest.param({"version": 1, "prompt": "", "styles": [["oil"]]}, id="a style that is a list"),
    pytest.param({"version": 1, "prompt": "", "texts": ["x"] * 101}, id="too many texts"),
    pytest.param({"version": 1, "prompt": "", "transparent": 1}, id="transparent that is a number"),
    pytest.param({"version": 1, "prompt": "", "entities": {"e1": fox()}}, id="entities that are a dict"),
    pytest.param({"version": 1, "prompt": "", "entities": ["fox"]}, id="an entity that is a word"),
    pytest.param({"version": 1, "prompt": "", "entities": [fox(), fox()]}, id="the same id twice"),
    pytest.param({"version": 1, "prompt": "", "entities": [fox(id="x")]}, id="an id that is none"),
    pytest.param({"version": 1, "prompt": "", "entities": [fox(id=1)]}, id="an id that is a number"),
    pytest.param({"version": 1, "prompt": "", "entities": [fox(count=0)]}, id="none of a thing"),
    pytest.param({"version": 1, "prompt": "", "entities": [fox(count=10**6)]}, id="a million of a thing"),
    pytest.param({"version": 1, "prompt": "", "entities": [fox(size=float("nan"))]}, id="a size that is no number"),
    pytest.param({"version": 1, "prompt": "", "entities": [fox(size="big")]}, id="a size that is a word"),
    pytest.param(
        {"version": 1, "prompt": "", "entities": [fox(drawing="../../etc/passwd")]}, id="a drawing that is a path"
    ),
    pytest.param({"version": 1, "prompt": "", "entities": [fox(attributes=[1])]}, id="an attribute that is a number"),
    pytest.param({"version": 1, "prompt": "", "entities": [fox(noun=None)]}, id="no noun"),
    pytest.param({"version": 1, "prompt": "", "entities": [{"id": "e1"}]}, id="an entity without a drawing"),
    pytest.param(
        {
            "version": 1,
            "prompt": "",
            "entities": [fox()],
            "relations": [{"subject": "e1", "kind": "on", "object": "e9"}],
        },
        id="a relation to a missing entity",
    ),
    pytest.param(
        {
            "version": 1,
            "prompt": "",
            "entities": [fox()],
            "relations": [{"subject": "e1", "kind": "x", "object": "e1"}],
        },
        id="an unknown relation",
    ),
    pytest.param({"version": 1, "prompt": "", "relations": [["e1", "on", "e1"]]}, id="a relation that is a list"),
]


@pytest.mark.parametrize("data", HOSTILE)
def test_invalid_scene_data_raises_scene_error(data):
    with pytest.raises(SceneError):
        Scene.from_json(data)


@given(
    some.recursive(
        some.none() | some.booleans() | some.integers() | some.text(max_size=5),
        lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=8), inner, max_size=3),
    ),
    some.sampled_from([field.name for field in fields(Scene)]),
)
@settings(max_examples=100, deadline=None, derandomize=True)
def test_damaged_field_raises_only_scene_error(value, name):
    data = {"version": 1, "prompt": "a fox", "entities": [fox()], name: value}

    try:
        scene = Scene.from_json(data)
    except SceneError:
        return

    assert isinstance(scene, Scene)


def test_next_id_is_unused():
    scene = Scene(prompt="", entities=(Entity(id="e7", noun="fox", drawing="noto:fox"),))

    new = scene.next_id()

    assert new == "e8"


def test_each_entity_has_its_own_random_stream():
    scene = Scene(prompt="", seed=3)

    draws = [
        scene.random("e1", "pose").random(),
        scene.random("e2", "pose").random(),
        scene.random("e1", "hair").random(),
    ]

    assert len(set(draws)) == 3
    assert scene.random("e1", "pose").random() == draws[0]


def test_json_key_of_backdrop_is_setting():
    scene = Scene(prompt="", backdrop="sea")

    assert scene.to_json() == {"version": 1, "prompt": "", "entities": [], "setting": "sea"}
    assert Scene.from_json(scene.to_json()) == scene
    with pytest.raises(SceneError):
        Scene.from_json({"version": 1, "prompt": "", "backdrop": "sea"})
