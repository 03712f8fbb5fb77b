"""Batched images equal those of stock diffusers, for every family and operation."""

import sys

import numpy as np
import pytest
from engine_fixtures import SIZE, edit, encode_png, make_request, sample_pixels

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
diffusers = pytest.importorskip("diffusers", reason="needs limner[diffusers]")

import tiny  # noqa: E402
from stock_comparison import (  # noqa: E402
    REQUESTS,
    TOLERANCE,
    load_in_memory,
    load_stock,
    masked,
    run_concurrently,
    run_stock_pipeline,
)

from limner.core.picture import Size  # noqa: E402
from limner.engines.diffusers import batch  # noqa: E402


@pytest.mark.parametrize("family", tiny.names(generates=True))
def test_batched_images_equal_stock_images(family, engine_of):
    engine = engine_of(family)
    can_edit = tiny.FAMILIES[family].edits
    requests = [request for request in REQUESTS if can_edit or not request.images]

    images, batch_size = run_concurrently(engine, requests)

    assert batch_size > 1.2
    stock = load_stock(engine)
    for request in requests:
        alone, _ = run_stock_pipeline(engine, request, stock)
        assert images[request.seed].shape == alone.shape
        assert float((images[request.seed] - alone).abs().max()) <= TOLERANCE, request


def test_unknown_network_runs_one_image_per_forward(engine_of, monkeypatch):
    monkeypatch.delitem(batch.BATCHED_ARGUMENTS, "FluxTransformer2DModel")
    engine = engine_of("flux")

    images, batch_size = run_concurrently(engine, REQUESTS)

    assert batch_size == 1
    stock = load_stock(engine)
    for request in REQUESTS:
        assert torch.equal(images[request.seed], run_stock_pipeline(engine, request, stock)[0])


@pytest.mark.parametrize(
    ("family", "request_", "expected"),
    [
        pytest.param("flux", make_request(), "FluxPipeline", id="flux-generate"),
        pytest.param("flux", edit(), "FluxImg2ImgPipeline", id="flux-edit"),
        pytest.param("flux", masked(), "FluxInpaintPipeline", id="flux-mask"),
        pytest.param("kontext", edit(), "FluxKontextPipeline", id="kontext-edit"),
        pytest.param("kontext", masked(), "FluxKontextInpaintPipeline", id="kontext-mask"),
        pytest.param("klein", edit(), "Flux2KleinPipeline", id="klein-edit"),
        pytest.param("klein", masked(), "Flux2KleinInpaintPipeline", id="klein-mask"),
        pytest.param(
            "sdxl", edit(operation="variation", prompt=""), "StableDiffusionXLImg2ImgPipeline", id="sdxl-variation"
        ),
        pytest.param("z-image", masked(), "ZImageInpaintPipeline", id="z-image-mask"),
        pytest.param("qwen-image", masked(), "QwenImageInpaintPipeline", id="qwen-image-mask"),
        pytest.param("sd15", make_request(), "StableDiffusionPipeline", id="sd15-generate"),
        pytest.param("sd15", edit(), "StableDiffusionImg2ImgPipeline", id="sd15-edit"),
        pytest.param("sd15", masked(), "StableDiffusionInpaintPipeline", id="sd15-mask"),
        pytest.param("sd15-inpaint", make_request(), "StableDiffusionInpaintPipeline", id="sd15-inpaint-generate"),
        pytest.param("sd15-inpaint", edit(), "StableDiffusionInpaintPipeline", id="sd15-inpaint-edit"),
        pytest.param("sd15-inpaint", masked(), "StableDiffusionInpaintPipeline", id="sd15-inpaint-mask"),
        pytest.param("flux-fill", make_request(), "FluxFillPipeline", id="flux-fill-generate"),
        pytest.param("flux-fill", masked(), "FluxFillPipeline", id="flux-fill-mask"),
        pytest.param("flux2", edit(), "Flux2Pipeline", id="flux2-edit"),
        pytest.param("chroma", edit(), "ChromaImg2ImgPipeline", id="chroma-edit"),
        pytest.param("chroma", masked(), "ChromaInpaintPipeline", id="chroma-mask"),
    ],
)
def test_each_operation_selects_its_pipeline(family, request_, expected, engine_of):
    _, kind = run_stock_pipeline(engine_of(family, steps=2), request_)

    assert kind == expected


def test_edit_model_uses_all_input_images(engine_of):
    engine = engine_of("klein")
    sources = (encode_png(sample_pixels()), encode_png(255 - sample_pixels()))
    requests = [
        make_request(seed=1, operation="edit", images=sources[:1]),
        make_request(seed=2, operation="edit", images=sources),
        make_request(seed=3),
        make_request(seed=4, operation="edit", images=sources[::-1]),
    ]

    images, _ = run_concurrently(engine, requests)

    stock = load_stock(engine)
    for request in requests:
        assert float((images[request.seed] - run_stock_pipeline(engine, request, stock)[0]).abs().max()) <= TOLERANCE
    swapped = make_request(seed=2, operation="edit", images=sources[::-1])
    assert not np.allclose(images[2], run_stock_pipeline(engine, swapped, stock)[0], atol=TOLERANCE)


def test_kontext_uses_several_images_side_by_side(engine_of):
    engine = engine_of("kontext", steps=2)
    wide = encode_png(sample_pixels(Size(128, 64)))
    one = make_request(operation="edit", images=(encode_png(sample_pixels()),))
    two = make_request(operation="edit", images=(encode_png(sample_pixels()), wide))

    assert one.size == SIZE
    assert not np.allclose(run_stock_pipeline(engine, one)[0], run_stock_pipeline(engine, two)[0], atol=1e-4)


@pytest.mark.parametrize("kind", ["QwenImageEditPipeline", "QwenImageEditPlusPipeline"])
def test_batched_qwen_image_edits_equal_stock_edits(kind, engine_of, monkeypatch):
    """diffusers resizes references to a megapixel: patched to be small here."""
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
    model = load_in_memory(engine, pipeline)
    two = (encode_png(sample_pixels()), encode_png(255 - sample_pixels()))
    requests = [
        edit(seed=1, prompt="make it rain", num_inference_steps=5),
        edit(seed=2, prompt="as a watercolour of a red fox", num_inference_steps=4, guidance_scale=2.0),
        edit(seed=3, prompt="at night", images=two, num_inference_steps=4),
        make_request(seed=4, prompt="a cat", num_inference_steps=5),
        masked(seed=5, prompt="neon", num_inference_steps=4),
    ]

    images, batch_size = run_concurrently(engine, requests)

    assert batch_size > 1
    assert model.classes.edit is type(pipeline)
    for request in requests:
        alone, _ = run_stock_pipeline(engine, request, model)
        assert float((images[request.seed] - alone).abs().max()) <= TOLERANCE, request
