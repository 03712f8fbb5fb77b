"""What `limner pull` has downloaded is all that the engine needs."""

from pathlib import Path

import pytest

pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from huggingface_hub import constants

from hub import running_hub
from limner.engines.diffusers import pulling
from limner.engines.diffusers.checkpoint import load_model
from limner.engines.diffusers.config import ModelSpec


def test_pulled_checkpoint_is_loaded_without_the_hub(checkpoints, monkeypatch, tmp_path):
    folder = Path(checkpoints("flux"))
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    progress = []
    with running_hub() as hub:
        monkeypatch.setattr(pulling, "ENDPOINT", hub.url)
        hub.files["me/flux"] = {
            str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()
        }
        plan = pulling.plan_pull("me/flux")
        pulled = pulling.pull(plan, progress.append)
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)

    assert max(progress) == plan.num_missing_bytes > 100_000
    assert load_model(ModelSpec(checkpoint=str(pulled)), "cpu").num_bytes > 100_000
