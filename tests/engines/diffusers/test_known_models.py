"""The table of known models agrees with diffusers, and with the sizes of the classes that it names."""

import inspect

import pytest

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
diffusers = pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.engines.diffusers.config import read_options  # noqa: E402
from limner.engines.diffusers.known_models import find_known_model, known_models  # noqa: E402

MODELS = [pytest.param(model, id=model.id) for model in known_models()]
KLEIN_9B = {"in_channels": 128, "num_layers": 8, "num_single_layers": 24, "num_attention_heads": 32}
CONFIGS = {
    "black-forest-labs/FLUX.1-dev": ("FluxTransformer2DModel", {"guidance_embeds": True}),
    "black-forest-labs/FLUX.2-klein-9B": (
        "Flux2Transformer2DModel",
        {**KLEIN_9B, "joint_attention_dim": 12288, "guidance_embeds": False},
    ),
    "Tongyi-MAI/Z-Image-Turbo": ("ZImageTransformer2DModel", {"cap_feat_dim": 2560}),
    "Alpha-VLLM/Lumina-Image-2.0": ("Lumina2Transformer2DModel", {}),
    "AIDC-AI/Ovis-Image-7B": ("OvisImageTransformer2DModel", {}),
    "zai-org/GLM-Image": ("GlmImageTransformer2DModel", {"num_attention_heads": 32, "attention_head_dim": 128}),
}
"""Networks with the published configuration."""


@pytest.mark.parametrize("model", MODELS)
def test_known_model_fits_its_pipeline(model):
    pipeline = getattr(diffusers, model.pipeline)
    components = set(inspect.signature(pipeline.__init__).parameters)
    arguments = set(inspect.signature(pipeline.__call__).parameters)

    assert {part.name for part in model.part_sizes()} <= components
    assert model.arguments.keys() <= arguments
    assert model.guidance is None or arguments & {"guidance_scale", "true_cfg_scale", "distilled_guidance_scale"}
    assert (model.edits != "none") <= (
        "image" in arguments or hasattr(diffusers, model.pipeline.replace("Pipeline", "Img2ImgPipeline"))
    )


@pytest.mark.parametrize("model", MODELS)
def test_engine_accepts_options_of_known_model(model):
    options = read_options({"checkpoint": model.id, **model.options()})

    assert options.sampling().num_steps("high", 1) == model.steps


@pytest.mark.parametrize("name", CONFIGS)
def test_known_network_has_the_size_of_its_class(name):
    class_name, config = CONFIGS[name]
    with torch.device("meta"):
        network = getattr(diffusers, class_name)(**config)
    size = next(part for part in find_known_model(name).part_sizes() if part.name == "transformer")

    assert sum(one.numel() for one in network.parameters()) == pytest.approx(size.num_values, abs=1e6)


def test_quality_divides_steps_of_known_model_unless_it_is_distilled():
    assert find_known_model("black-forest-labs/FLUX.1-dev").options()["steps"] == {"low": 14, "medium": 21, "high": 28}
    assert find_known_model("black-forest-labs/FLUX.1-schnell").options()["steps"] == 4


def test_known_model_is_found_in_any_case():
    assert find_known_model("tongyi-mai/z-image-TURBO").id == "Tongyi-MAI/Z-Image-Turbo"
    assert find_known_model("someone/else") is None
