"""Engines over tiny checkpoints."""

import pytest


@pytest.fixture
def engine_of(checkpoints, tmp_path):
    """Creates an engine for a family's tiny checkpoint."""
    import tiny

    from limner.engines.diffusers.engine import DiffusersEngine

    def make(family, **options):
        arguments = tiny.FAMILIES[family].arguments | options.pop("arguments", {})
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
