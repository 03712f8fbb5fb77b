"""The engine of `docs/write-an-engine.md` works when installed as a package."""

import asyncio
import shutil
import tomllib

import numpy as np
import pytest
from fenced import ROOT, all_blocks, only_block

from limner import Limner
from limner.core.picture import CompletedImage, PartialImage, Size
from limner.core.request import ImageRequest
from limner.engines.registry import EngineSetupError, load_engine
from limner.settings import load_settings

SOURCE = ROOT / "examples" / "stripes_engine.py"


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """The result of `pip install .`: the module, and the entry points of its pyproject.toml."""
    project = tomllib.loads(only_block("write-an-engine", "toml", "[project]").text)["project"]
    shutil.copy(SOURCE, tmp_path)
    dist_info = tmp_path / f"limner_stripes-{project['version']}.dist-info"
    dist_info.mkdir()
    dist_info.joinpath("METADATA").write_text(
        f"Name: {project['name']}\nVersion: {project['version']}\n", encoding="utf-8"
    )
    lines = [
        line
        for group, points in project["entry-points"].items()
        for line in (f"[{group}]", *(f"{name} = {value}" for name, value in points.items()))
    ]
    dist_info.joinpath("entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def test_page_shows_the_example_file():
    block = only_block("write-an-engine", "python")

    assert block.text == SOURCE.read_text(encoding="utf-8")


def test_engine_is_served_under_its_own_and_a_published_name(installed):
    path = installed / "limner.toml"
    path.write_text(only_block("write-an-engine", "toml", "[models").text, encoding="utf-8")

    with Limner(settings=load_settings(path, environment={})) as limner:
        stripes = limner.images.generate(prompt="anything", model="stripes", size="240x120", n=2, seed=3).data
        published = limner.images.generate(prompt="anything", model="gpt-image-1.5", size="240x120", seed=3).data[0]

    first, second = (image.numpy() for image in stripes)
    assert first.shape == (120, 240, 3)
    assert len(np.unique(first[0], axis=0)) == 12
    assert len(np.unique(published.numpy()[0], axis=0)) == 8
    assert not np.array_equal(first, second)


def test_example_engine_meets_the_requirements(installed):
    engine = load_engine("stripes", {})
    request = ImageRequest(
        operation="generate", model="stripes", n=2, size=Size(90, 60), output_format="webp", partial_images=2, seed=1
    )

    async def drawn():
        await engine.start()
        events = [event async for event in engine.generate(request)]
        await engine.close()
        return events

    events = asyncio.run(drawn())

    assert [type(event) for event in events] == 2 * [PartialImage, PartialImage, CompletedImage]
    assert {(event.picture.size, event.picture.format) for event in events} == {(Size(90, 60), "webp")}


def test_invalid_engine_option_is_named_at_startup(installed):
    with pytest.raises(EngineSetupError, match="checks"):
        load_engine("stripes", {"checks": 3})


def test_testing_page_shows_the_example_file():
    shown = [block.text for block in all_blocks("testing")]

    assert (ROOT / "examples" / "test_my_app.py").read_text(encoding="utf-8") in shown
