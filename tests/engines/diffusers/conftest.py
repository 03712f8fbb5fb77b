"""Engines over tiny checkpoints."""

import gc
import sys

import pytest

from hub import running_hub


@pytest.fixture(scope="session", autouse=True)
def _no_tf32():
    """A GPU would round products to ten bits of mantissa."""
    torch = sys.modules.get("torch")
    if torch is not None:
        torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = False


@pytest.fixture(scope="module", autouse=True)
def _freeze_libraries():
    """Exempt from garbage collection what diffusers imports on first use: each model that is freed collects."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def engine_of(checkpoints, tmp_path):
    """Creates an engine for a family's tiny checkpoint."""
    import tiny
    from engine_fixtures import TEST_DEVICE

    from limner.engines.diffusers.engine import DiffusersEngine

    # "auto" would be 16 bits on a GPU
    dtype = {} if TEST_DEVICE == "cpu" else {"dtype": "float32"}

    def make(family, **options):
        arguments = tiny.FAMILIES[family].arguments | options.pop("arguments", {})
        defaults = {"checkpoint": checkpoints(family), "device": TEST_DEVICE, "cache": str(tmp_path / "cache")}
        return DiffusersEngine(**defaults | dtype | {"steps": 4} | {"arguments": arguments} | options)

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


@pytest.fixture
def hub(monkeypatch, tmp_path):
    """A hub on this machine, and an empty cache."""
    constants = pytest.importorskip("huggingface_hub.constants", reason="needs limner[diffusers]")

    from limner.engines.diffusers import pulling

    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setattr(constants, "DEFAULT_ETAG_TIMEOUT", 2)
    with running_hub() as hub:
        for name in ("ENDPOINT", "HUGGINGFACE_CO_URL_TEMPLATE"):
            monkeypatch.setattr(constants, name, getattr(constants, name).replace("https://huggingface.co", hub.url))
        monkeypatch.setattr(pulling, "ENDPOINT", hub.url)
        yield hub
