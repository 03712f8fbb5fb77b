"""Prompts, edits and rejections of further models: edit-only, text-to-image only, and in-memory pipelines."""

import sys
from types import SimpleNamespace

import pytest
from engine_fixtures import edit, encode_png, events_of, make_request, running, sample_pixels

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
diffusers = pytest.importorskip("diffusers", reason="needs limner[diffusers]")

import tiny  # noqa: E402
from stock_comparison import REQUESTS, TOLERANCE, load_in_memory, load_stock, run_concurrently, run_stock_pipeline  # noqa: E402

from limner.core.errors import PictureError  # noqa: E402
from limner.core.picture import Size  # noqa: E402
from limner.engines.diffusers.checkpoint import load_model  # noqa: E402


@pytest.mark.parametrize("family", tiny.names(generates=True))
def test_prompt_changes_the_image(family, engine_of):
    engine = engine_of(family, steps=2)
    stock = load_stock(engine)

    one, other = (
        run_stock_pipeline(engine, make_request(prompt=prompt), stock)[0]
        for prompt in ("a cat", "two dogs dancing, neon")
    )

    assert float((one - other).abs().max()) > 10 * TOLERANCE


@pytest.mark.parametrize("family", tiny.names(edits=False))
def test_text_to_image_model_rejects_images(family, engine_of):
    with running(engine := engine_of(family)) as run, pytest.raises(PictureError, match="cannot work from images"):
        run(events_of(engine, edit()))


def test_edit_only_model_batches_edits_and_rejects_text(engine_of):
    engine = engine_of("sd15-pix2pix")
    requests = [one for one in REQUESTS if one.images] + [
        edit(seed=11, prompt="at night", num_inference_steps=5, guidance_scale=3.0),
        edit(seed=12, prompt="in the snow", num_inference_steps=4, negative_prompt="a fox"),
    ]

    with running(engine) as run, pytest.raises(PictureError, match="only edits"):
        run(events_of(engine, make_request()))
    images, batch_size = run_concurrently(engine, requests, first=edit(seed=9_999))

    assert batch_size > 1.2
    stock = load_stock(engine)
    for request in requests:
        alone, kind = run_stock_pipeline(engine, request, stock)
        assert kind == "StableDiffusionInstructPix2PixPipeline"
        assert float((images[request.seed] - alone).abs().max()) <= TOLERANCE, request


WITHOUT_REWRITING = {"enable_prompt_rewrite": False}
"""A tiny language model cannot rewrite prompts."""


def test_batched_longcat_images_equal_stock_images(engine_of):
    torch.manual_seed(0)
    engine = engine_of("sdxl", arguments=WITHOUT_REWRITING)
    model = load_in_memory(engine, tiny.longcat(diffusers.LongCatImagePipeline))
    requests = [one for one in REQUESTS if not one.images]

    images, batch_size = run_concurrently(engine, requests)

    assert batch_size > 1.2
    for request in requests:
        alone, _ = run_stock_pipeline(engine, request, model)
        assert float((images[request.seed] - alone).abs().max()) <= TOLERANCE, request


def test_batched_longcat_edits_equal_stock_edits(engine_of, monkeypatch):
    """diffusers draws a megapixel in the shape of the input: patched to be small here."""
    torch.manual_seed(0)
    pipeline = tiny.longcat(diffusers.LongCatImageEditPipeline)
    module = sys.modules[type(pipeline).__module__]
    dimensions = module.calculate_dimensions
    monkeypatch.setattr(module, "calculate_dimensions", lambda area, ratio: dimensions(64 * 64, ratio))
    engine = engine_of("sdxl", arguments=WITHOUT_REWRITING)
    model = load_in_memory(engine, pipeline)
    two = (encode_png(sample_pixels()), encode_png(255 - sample_pixels()))
    requests = [
        edit(seed=1, prompt="make it rain", num_inference_steps=5),
        edit(seed=2, prompt="as a watercolour of a red fox", num_inference_steps=4, guidance_scale=2.0),
        edit(seed=3, prompt="at night", images=two, num_inference_steps=4),
        make_request(seed=4, prompt="a cat", num_inference_steps=5),
    ]

    images, batch_size = run_concurrently(engine, requests)
    wide = run_stock_pipeline(engine, edit(size=Size(128, 64)), model)

    assert batch_size > 1
    assert model.classes.edit is diffusers.LongCatImageEditPipeline
    assert model.classes.text2image is diffusers.LongCatImagePipeline
    for request in requests:
        alone, _ = run_stock_pipeline(engine, request, model)
        assert float((images[request.seed] - alone).abs().max()) <= TOLERANCE, request
    assert wide[0].shape[3] > 1.5 * wide[0].shape[2], "the requested shape"


def test_batched_prx_images_equal_stock_images(engine_of, monkeypatch):
    """Its pipeline cleans prompts with ftfy, which diffusers does not install."""
    cleaner = SimpleNamespace(fix_text=str)
    monkeypatch.setattr(sys.modules[diffusers.PRXPipeline.__module__], "ftfy", cleaner, raising=False)
    torch.manual_seed(0)
    engine = engine_of("sdxl", arguments={"tokenizer_max_length": 32})
    model = load_in_memory(engine, tiny.prx())
    requests = [request for request in REQUESTS if not request.images]

    images, batch_size = run_concurrently(engine, requests)

    assert batch_size > 1.2
    for request in requests:
        alone, _ = run_stock_pipeline(engine, request, model)
        assert float((images[request.seed] - alone).abs().max()) <= TOLERANCE, request


def test_sizes_follow_what_the_pipeline_class_requires(engine_of):
    """Qwen-Image 2.1 draws a smaller image if an edge is not a multiple of 32, which none of its parts says."""
    model = load_model(engine_of("z-image").spec, "cpu")
    assert model.grid % 32

    model.pipeline.__class__ = type("QwenImage21Pipeline", (type(model.pipeline),), {})

    assert model.grid % 32 == 0
