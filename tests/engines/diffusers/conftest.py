"""Tiny checkpoints and engines over them. Without torch, all of this is skipped."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")

HERE = Path(__file__).parent
FOREIGN_WARNINGS = [
    "ignore::DeprecationWarning:diffusers",
    "ignore::FutureWarning:diffusers",
    "ignore::DeprecationWarning:transformers",
    "ignore::FutureWarning:transformers",
]
"""Of libraries about each other: ours stay errors."""


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.parent == HERE:
            for warning in FOREIGN_WARNINGS:
                item.add_marker(pytest.mark.filterwarnings(warning))


@pytest.fixture(scope="session")
def checkpoints(tmp_path_factory):
    """Makes the tiny checkpoint of a family, once."""
    torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
    pytest.importorskip("diffusers", reason="needs limner[diffusers]")
    import tiny

    torch.set_num_threads(1)
    made = {}

    def checkpoint(family):
        if family not in made:
            made[family] = tiny.make(family, tmp_path_factory.mktemp(family))
        return str(made[family])

    return checkpoint


@pytest.fixture
def engine_of(checkpoints, tmp_path):
    """An engine over a family's tiny checkpoint, with options."""
    import tiny

    from limner.engines.diffusers.engine import DiffusersEngine

    def make(family, **options):
        arguments = tiny.ARGUMENTS.get(family, {}) | options.pop("arguments", {})
        defaults = {"checkpoint": checkpoints(family), "device": "cpu", "cache": str(tmp_path / "cache"), "steps": 4}
        return DiffusersEngine(**defaults | {"arguments": arguments} | options)

    return make


@pytest.fixture(scope="session")
def adapter(checkpoints, tmp_path_factory):
    """A tiny adapter for the tiny Flux."""
    peft = pytest.importorskip("peft", reason="needs limner[diffusers]")
    import diffusers

    torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
    torch.manual_seed(3)
    pipeline = diffusers.FluxPipeline.from_pretrained(checkpoints("flux"))
    config = peft.LoraConfig(r=2, target_modules=["to_q", "to_k", "to_v"], init_lora_weights=False)
    pipeline.transformer.add_adapter(config)
    layers = peft.utils.get_peft_model_state_dict(pipeline.transformer)
    folder = tmp_path_factory.mktemp("adapter")
    diffusers.FluxPipeline.save_lora_weights(folder, transformer_lora_layers=layers)
    return str(folder)
