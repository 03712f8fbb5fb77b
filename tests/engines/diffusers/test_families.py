"""A picture drawn in a crowd is the picture that stock diffusers draws alone: for every family, every operation."""

import sys

import numpy as np
import pytest
from studio import SIZE, picture_of, scenery, wish

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
diffusers = pytest.importorskip("diffusers", reason="needs limner[diffusers]")

import tiny  # noqa: E402
from crowd import CLOSE, CROWD, drawn_alone, drawn_in_a_crowd, edit, engine_over, masked  # noqa: E402

from limner.core.picture import Size  # noqa: E402
from limner.engines.diffusers import batch  # noqa: E402


@pytest.mark.parametrize("family", ["sdxl", "sd3", "flux", "kontext", "klein", "z-image", "qwen-image"])
def test_a_picture_in_a_crowd_is_the_picture_alone(family, engine_of):
    engine = engine_of(family)

    drawn, company = drawn_in_a_crowd(engine, CROWD)

    assert company > 1.2
    for request in CROWD:
        alone, _ = drawn_alone(engine, request)
        assert drawn[request.seed].shape == alone.shape
        assert float((drawn[request.seed] - alone).abs().max()) <= CLOSE, request


def test_a_network_that_the_table_does_not_know_is_served_one_by_one(engine_of, monkeypatch):
    monkeypatch.delitem(batch.TABLE, "FluxTransformer2DModel")
    engine = engine_of("flux")

    drawn, company = drawn_in_a_crowd(engine, CROWD)

    assert company == 1
    for request in CROWD:
        assert torch.equal(drawn[request.seed], drawn_alone(engine, request)[0])


def test_different_prompts_give_different_pictures(engine_of):
    for family in ("flux", "sdxl", "z-image"):
        engine = engine_of(family)

        drawn, _ = drawn_in_a_crowd(engine, [wish(seed=1, prompt="a cat"), wish(seed=1, prompt="a horse, neon")])
        one, _ = drawn_alone(engine, wish(seed=1, prompt="a cat"))
        other, _ = drawn_alone(engine, wish(seed=1, prompt="a horse, neon"))

        assert drawn
        assert float((one - other).abs().max()) > 100 * CLOSE


@pytest.mark.parametrize(
    ("family", "request_", "expected"),
    [
        pytest.param("flux", wish(), "FluxPipeline", id="flux draws"),
        pytest.param("flux", edit(), "FluxImg2ImgPipeline", id="flux redraws"),
        pytest.param("flux", masked(), "FluxInpaintPipeline", id="flux fills"),
        pytest.param("kontext", edit(), "FluxKontextPipeline", id="kontext follows instructions"),
        pytest.param("kontext", masked(), "FluxKontextInpaintPipeline", id="kontext fills"),
        pytest.param("klein", edit(), "Flux2KleinPipeline", id="klein looks at references"),
        pytest.param("klein", masked(), "Flux2KleinInpaintPipeline", id="klein fills"),
        pytest.param(
            "sdxl", edit(operation="variation", prompt=""), "StableDiffusionXLImg2ImgPipeline", id="sdxl varies"
        ),
        pytest.param("z-image", masked(), "ZImageInpaintPipeline", id="z-image fills"),
        pytest.param("qwen-image", masked(), "QwenImageInpaintPipeline", id="qwen-image fills"),
        pytest.param("sd15", wish(), "StableDiffusionPipeline", id="sd15 draws"),
        pytest.param("sd15", edit(), "StableDiffusionImg2ImgPipeline", id="sd15 redraws"),
        pytest.param("sd15", masked(), "StableDiffusionInpaintPipeline", id="sd15 fills"),
        pytest.param("sd15-fills", wish(), "StableDiffusionInpaintPipeline", id="trained to fill: draws"),
        pytest.param("sd15-fills", edit(), "StableDiffusionInpaintPipeline", id="trained to fill: redraws"),
        pytest.param("sd15-fills", masked(), "StableDiffusionInpaintPipeline", id="trained to fill: fills"),
        pytest.param("flux-fill", wish(), "FluxFillPipeline", id="flux, trained to fill: draws"),
        pytest.param("flux-fill", masked(), "FluxFillPipeline", id="flux, trained to fill: fills"),
        pytest.param("flux2", edit(), "Flux2Pipeline", id="flux2 looks at references"),
        pytest.param("chroma", edit(), "ChromaImg2ImgPipeline", id="chroma redraws"),
        pytest.param("chroma", masked(), "ChromaInpaintPipeline", id="chroma fills"),
    ],
)
def test_each_operation_finds_its_pipeline(family, request_, expected, engine_of):
    _, kind = drawn_alone(engine_of(family, steps=2), request_)

    assert kind == expected


def test_an_instruction_model_sees_all_images(engine_of):
    engine = engine_of("klein")
    images = (picture_of(scenery()), picture_of(255 - scenery()))
    requests = [
        wish(seed=1, operation="edit", images=images[:1]),
        wish(seed=2, operation="edit", images=images),
        wish(seed=3),
        wish(seed=4, operation="edit", images=images[::-1]),
    ]

    drawn, _ = drawn_in_a_crowd(engine, requests)

    for request in requests:
        assert float((drawn[request.seed] - drawn_alone(engine, request)[0]).abs().max()) <= CLOSE
    swapped = wish(seed=2, operation="edit", images=images[::-1])
    assert not np.allclose(drawn[2], drawn_alone(engine, swapped)[0], atol=CLOSE)


def test_kontext_sees_several_images_side_by_side(engine_of):
    engine = engine_of("kontext", steps=2)
    wide = picture_of(scenery(Size(128, 64)))
    one = wish(operation="edit", images=(picture_of(scenery()),))
    two = wish(operation="edit", images=(picture_of(scenery()), wide))

    assert one.size == SIZE
    assert not np.allclose(drawn_alone(engine, one)[0], drawn_alone(engine, two)[0], atol=1e-4)


@pytest.mark.parametrize("kind", ["QwenImageEditPipeline", "QwenImageEditPlusPipeline"])
def test_qwen_image_edit_follows_instructions_in_a_crowd_as_alone(kind, engine_of, monkeypatch):
    """Its references are a megapixel each, whatever is asked: made small here, where diffusers says how large."""
    torch.set_num_threads(1)
    torch.manual_seed(0)
    pipeline = tiny.qwen_edit(getattr(diffusers, kind))
    module = sys.modules[type(pipeline).__module__]
    if "Plus" in kind:
        monkeypatch.setattr(module, "VAE_IMAGE_SIZE", 64 * 64)
        monkeypatch.setattr(module, "CONDITION_IMAGE_SIZE", 64 * 64)
    else:
        dimensions = module.calculate_dimensions
        for one in (module, sys.modules[diffusers.QwenImageEditInpaintPipeline.__module__]):
            monkeypatch.setattr(one, "calculate_dimensions", lambda area, ratio: dimensions(64 * 64, ratio))
    engine = engine_of("qwen-image")
    model = engine_over(engine, pipeline)
    two = (picture_of(scenery()), picture_of(255 - scenery()))
    requests = [
        edit(seed=1, prompt="make it rain", num_inference_steps=5),
        edit(seed=2, prompt="as a watercolour of a red fox", num_inference_steps=4, guidance_scale=2.0),
        edit(seed=3, prompt="at night", images=two, num_inference_steps=4),
        wish(seed=4, prompt="a cat", num_inference_steps=5),
        masked(seed=5, prompt="neon", num_inference_steps=4),
    ]

    drawn, company = drawn_in_a_crowd(engine, requests)

    assert company > 1
    assert model.classes.instruct is type(pipeline)
    for request in requests:
        alone, _ = drawn_alone(engine, request, model)
        assert float((drawn[request.seed] - alone).abs().max()) <= CLOSE, request
