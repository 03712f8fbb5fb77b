import asyncio
import json
from dataclasses import replace

import cv2
import numpy as np
import pytest

from limner import codec
from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.engines.illustrator.drawing import draw
from limner.engines.illustrator.engine import IllustratorEngine
from limner_illustrator.edit.scene_store import SceneStore
from limner_illustrator.scene import Entity, Scene

CAT = Scene(prompt="a cat", entities=(Entity(id="e1", noun="cat", drawing="noto:cat-face"),))


def picture(number):
    return np.full((8, 9, 3), number, np.uint8)


def test_scene_is_found_by_its_exact_pixels(tmp_path):
    store = SceneStore(tmp_path / "scenes")
    store.keep(picture(1), CAT)

    assert store.find(picture(1)) == CAT
    assert store.find(picture(2)) is None
    assert store.find(picture(1).reshape(9, 8, 3)) is None


def drawing(seed):
    rough = np.random.default_rng(seed).random((9, 12, 3)).astype(np.float32) * 255
    return cv2.resize(rough, (240, 180), interpolation=cv2.INTER_CUBIC).clip(0, 255).astype(np.uint8)


def resave(pixels, size, quality):
    data = cv2.imencode(".jpg", cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), [1, quality])[1]
    return cv2.imdecode(data, cv2.IMREAD_COLOR)


@pytest.mark.parametrize(("size", "quality"), [((240, 180), 70), ((120, 90), 90), ((360, 270), 85)])
def test_scaled_and_lossy_copies_are_found_where_similar_ones_are(tmp_path, size, quality):
    for finds_similar in (False, True):
        store = SceneStore(tmp_path / str(finds_similar), finds_similar=finds_similar)
        for seed in range(5):
            store.keep(drawing(seed), replace(CAT, seed=seed))
        found = store.find(resave(drawing(3), size, quality))
        assert (found is not None and found.seed == 3) == finds_similar
        assert store.find(drawing(9)) is None
        assert store.find(drawing(2)) == replace(CAT, seed=2)


def test_even_pictures_are_not_similar(tmp_path):
    store = SceneStore(tmp_path, finds_similar=True)
    store.keep(picture(1), CAT)
    assert store.find(picture(1)) == CAT
    assert store.find(picture(2)) is None


@pytest.mark.parametrize("options", [{"similar_scenes": True}, {"similar_scenes": "yes", "scenes_folder": "x"}])
def test_similar_scenes_need_a_folder_and_a_boolean(options):
    with pytest.raises(ValueError, match="similar_scenes"):
        IllustratorEngine(**options)


def test_an_opaque_picture_is_the_same_with_and_without_alpha(tmp_path):
    store = SceneStore(tmp_path)
    store.keep(picture(1), CAT)

    assert store.find(np.dstack([picture(1), np.full((8, 9), 255, np.uint8)])) == CAT


def test_oldest_scenes_are_deleted_and_used_ones_kept(tmp_path):
    store = SceneStore(tmp_path, max_scenes=5)
    for number in range(12):
        store.keep(picture(number), CAT)
        store.find(picture(0))

    assert len(list(tmp_path.iterdir())) <= 10
    assert store.find(picture(11)) == CAT
    assert store.find(picture(0)) == CAT
    assert store.find(picture(1)) is None


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe", b'{"version": 0}', b"[]"])
def test_damaged_file_gives_no_scene(tmp_path, damage):
    store = SceneStore(tmp_path)
    store.keep(picture(1), CAT)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage)

    assert store.find(picture(1)) is None


def test_unwritable_folder_is_ignored(tmp_path):
    (tmp_path / "file").write_text("")
    store = SceneStore(tmp_path / "file" / "scenes")

    store.keep(picture(1), CAT)

    assert store.find(picture(1)) is None


def request(operation, prompt, images=()):
    return ImageRequest(
        operation=operation, model="m", prompt=prompt, images=images, size=Size(160, 160), seed=4, quality="low"
    )


def test_picture_without_metadata_is_edited_through_its_scene(tmp_path):
    store = SceneStore(tmp_path)
    *_, made = draw(request("generate", "a fox in a forest"), 0, checkpoint=lambda: None, scenes=store)
    stripped = codec.encode(made.pixels, "png", compression=100)

    *_, edited = draw(request("edit", "make it night", (stripped,)), 0, checkpoint=lambda: None, scenes=store)

    assert edited.scene is not None
    assert edited.scene.time == "night"
    assert [one.noun for one in edited.scene.entities] == ["fox"]
    assert json.loads(json.dumps(edited.scene.to_json()))["setting"] == "forest"


def test_picture_without_metadata_and_folder_is_external():
    *_, made = draw(request("generate", "a fox in a forest"), 0, checkpoint=lambda: None)
    stripped = codec.encode(made.pixels, "png", compression=100)

    *_, edited = draw(request("edit", "make it night", (stripped,)), 0, checkpoint=lambda: None)

    assert edited.scene is None


def test_engine_keeps_scenes_in_the_given_folder(tmp_path):
    async def draw_one():
        engine = IllustratorEngine(processes=1, scenes_folder=str(tmp_path / "scenes"))
        await engine.start()
        try:
            return [event async for event in engine.generate(request("generate", "a fox"))]
        finally:
            await engine.close()

    completed = asyncio.run(draw_one())[-1]

    found = SceneStore(tmp_path / "scenes").find(codec.decode(completed.picture, mode="RGB"))
    assert [one.noun for one in found.entities] == ["fox"]
