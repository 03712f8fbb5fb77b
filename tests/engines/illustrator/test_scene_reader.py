"""Scenes from untrusted files: they can be drawn, or the picture counts as foreign."""

import json
import subprocess
import sys
import time

import numpy as np
import pytest

from cpu_time import least_cpu_s
from limner import codec
from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.engines.illustrator.drawing import draw
from limner_illustrator.edit.framing import crop_centre, drawing_size, size_of
from limner_illustrator.edit.scene_reader import read_scene

FOX = {"id": "e1", "noun": "fox", "drawing": "noto:fox"}


def written(**changes):
    return json.dumps({"version": 1, "prompt": "a fox", "entities": [FOX], **changes})


def fox(**changes):
    return written(entities=[{**FOX, **changes}])


NOT_DRAWABLE = {
    "nested arrays": '{"version": 1, "prompt": ' + "[" * 100_000 + "]" * 100_000 + "}",
    "nested objects": '{"a":' * 40_000 + "1" + "}" * 40_000,
    "unclosed": "[" * 200_000,
    "a seed of 5,000 digits": written().replace("{", '{"seed": ' + "9" * 5000 + ",", 1),
    "a version of 5,000 digits": '{"version": ' + "1" * 5000 + "}",
    "a version that is a float": '{"version": 1.0, "prompt": ""}',
    "a version that is true": '{"version": true, "prompt": ""}',
    "an unknown backdrop": written(setting="atlantis"),
    "an unknown style": written(styles=["cubism-9000"]),
    "an unknown icon": fox(drawing="noto:no-such-icon"),
    "an unknown object": fox(drawing="own:no-such-object"),
    "an unknown colour": fox(color="octarine"),
    "an unknown material": fox(material="unobtainium"),
    "an unknown relation": written(relations=[{"subject": "e1", "kind": "hates", "object": "e1"}]),
    "an empty noun": fox(noun=""),
    "a blank noun": fox(noun=" \n"),
    "half a surrogate in a noun": fox(noun="\ud800"),
    "half a surrogate in the prompt": written(prompt="\udfff"),
    "half a surrogate in a text": written(texts=["\ud83e"]),
    "a size that is no number": fox(size=float("nan")),
    "an infinite size": fox(size=float("inf")),
    "a size too large for a float": fox(size=10**400),
    "a count below one": fox(count=0),
    "a count of thousands": fox(count=5000),
    "a count that is true": fox(count=True),
    "thousands of entities": written(entities=[{**FOX, "id": f"e{i + 1}"} for i in range(3000)]),
    "more entities than edits make": written(entities=[{**FOX, "id": f"e{i + 1}"} for i in range(90)]),
    "an id that leaves no next one": fox(id="e999999"),
    "a very long text": written(texts=["x" * 100_000]),
    "a very long prompt": written(prompt="x" * 300_000),
    "a list for text": written(texts="abc"),
    "a field that is an object": written(mood={"a": 1}),
    "no json": "a fox",
    "nothing": "",
    "null": "null",
    "no unicode": b"\xff\xfe",
}


@pytest.mark.parametrize("name", NOT_DRAWABLE)
def test_a_scene_that_cannot_be_drawn_is_none(name):
    assert read_scene(NOT_DRAWABLE[name]) is None
    assert least_cpu_s(lambda: read_scene(NOT_DRAWABLE[name]), below_s=1) < 1


@pytest.mark.parametrize("kind", [int, float, str, bool, list, dict, None])
@pytest.mark.parametrize(
    "name", ["prompt", "seed", "entities", "relations", "setting", "time", "styles", "view", "tone"]
)
def test_wrong_field_type_raises_no_error(name, kind):
    value = {int: 3, float: 0.5, str: "x", bool: True, list: [[]], dict: {"a": []}, None: None}[kind]

    scene = read_scene(written(**{name: value}))

    assert scene is None or read_scene(json.dumps(scene.to_json())) == scene


def picture(scene, size=96):
    pixels = np.full((size, size, 3), 127, np.uint8)
    return codec.encode(pixels, "png", metadata={"limner:scene": scene})


def request(images, operation="edit", prompt="make it night", **fields):
    return ImageRequest(
        operation=operation, model="m", prompt=prompt, images=images, size=Size(96, 96), seed=3, quality="low", **fields
    )


@pytest.mark.parametrize("name", ["unclosed", "an unknown backdrop", "an empty noun", "a seed of 5,000 digits"])
@pytest.mark.parametrize("operation", ["edit", "variation"])
def test_picture_with_an_invalid_scene_is_external(name, operation):
    *_, drawn = draw(request((picture(NOT_DRAWABLE[name]),), operation), 0, checkpoint=lambda: None)

    assert drawn.final
    assert drawn.scene is None


def test_the_fullest_scene_is_drawn_in_time():
    entities = [
        {**FOX, "id": f"e{i + 1}", "count": 100, "text": "(" * 300, "attributes": ["striped"] * 90, "action": "\0"}
        for i in range(64)
    ]
    relations = [{"subject": f"e{i + 1}", "kind": "on", "object": f"e{(i + 1) % 64 + 1}"} for i in range(64)]
    scene = written(entities=entities, relations=relations, texts=["*" * 500] * 90, styles=["oil"] * 90)
    started = time.process_time()

    *_, drawn = draw(request((picture(scene),)), 0, checkpoint=lambda: None)

    assert drawn.scene is not None
    assert time.process_time() - started < 20


def test_invisible_scene_can_join_a_collage():
    """Its sprite has no size."""
    unseen = written(entities=[{**FOX, "size": 0.05, "count": 1}])
    blank = picture(written(), 64)

    *_, drawn = draw(request((picture(unseen), blank), prompt="put them on a table"), 0, checkpoint=lambda: None)

    assert drawn.final


@pytest.mark.parametrize("size", [Size(1, 1000), Size(1000, 1), Size(64, 3840), Size(96, 96), Size(200, 150)])
@pytest.mark.parametrize("target", [Size(96, 96), Size(64, 3840), Size(1024, 512)])
def test_scene_of_a_slim_picture_is_drawn_at_a_bounded_size(size, target):
    drawn = drawing_size(size, target)

    assert drawn.width * drawn.height <= 2.1 * target.width * target.height + max(target) * 2
    assert max(drawn) <= 2 * max(target)
    cropped = crop_centre(np.zeros((drawn.height, drawn.width, 3), np.uint8), target)
    assert size_of(cropped) == target


MEASURED = """
import sys
from pathlib import Path
from limner import codec
from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.engines.illustrator.drawing import draw

def peak_kb():
    return int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])

slim, mask = (codec.probe((Path(sys.argv[1]) / name).read_bytes()) for name in ("slim", "mask"))
request = ImageRequest(operation="edit", model="m", prompt="add a cat", images=(slim,), mask=mask, size=Size(96, 96),
                       seed=3, quality="low")
before = peak_kb()
*_, drawn = draw(request, 0, checkpoint=lambda: None)
print(drawn.pixels.shape)
print(peak_kb() - before)
"""
# In a child, because a process that has already peaked higher would show no growth.


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc/self/status")
def test_masked_edit_of_a_slim_scene_uses_little_memory(tmp_path):
    slim = codec.encode(np.full((2000, 2, 3), 127, np.uint8), "png", metadata={"limner:scene": written()})
    alpha = np.full((64, 64, 4), 255, np.uint8)
    alpha[16:48, 16:48, 3] = 0
    (tmp_path / "slim").write_bytes(slim.read())
    (tmp_path / "mask").write_bytes(codec.encode(alpha, "png").read())

    ran = subprocess.run([sys.executable, "-c", MEASURED, tmp_path], capture_output=True, text=True, check=True)

    shape, grown_kb = ran.stdout.splitlines()
    assert shape == "(96, 96, 3)"
    assert int(grown_kb) < 300_000
