"""docs/gpu.md matches the engine."""

import re
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.engines.diffusers.config import EngineOptions
from limner.engines.diffusers.engine import DiffusersEngine
from limner.settings import load_settings

PAGE = (Path(__file__).parents[3] / "docs" / "gpu.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


def test_every_option_is_documented():
    rows = "".join(line.split("|")[1] for line in PAGE.splitlines() if line.startswith("| `"))

    missing = [name for name in EngineOptions.__struct_fields__ if f"`{name}`" not in rows]

    assert not missing


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=["one model", "adapters", "a large model", "one image fast", "each family"]
)
def test_every_docs_example_is_accepted(example, tmp_path):
    path = tmp_path / "limner.toml"
    path.write_text(example, encoding="utf-8")

    settings = load_settings(path, environment={})

    for model in settings.models.values():
        options = {**settings.engines.get("diffusers", {}), **model.options}
        assert DiffusersEngine(**options, device="cpu").spec.checkpoint == model.options["checkpoint"]
