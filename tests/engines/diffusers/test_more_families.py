"""The families beyond the first six: each drawn in a crowd as alone, with previews, by its usual schedulers."""

import sys

import pytest
from studio import events_of, picture_of, running, scenery, wish

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
diffusers = pytest.importorskip("diffusers", reason="needs limner[diffusers]")

import tiny  # noqa: E402
from crowd import CLOSE, CROWD, drawn_alone, drawn_in_a_crowd, edit, engine_over  # noqa: E402

from limner.core.errors import PictureError  # noqa: E402
from limner.core.picture import Size  # noqa: E402

SEE = ["sd15", "sd15-ddim", "sd15-multistep", "sd15-fills", "chroma", "flux2", "flux-fill"]
"""They work from images, too."""
DRAW = [
    "lumina2",
    "sana",
    "pixart-sigma",
    "cogview4",
    "aura-flow",
    "ovis",
    "krea2",
    "hunyuan-image",
    "ernie-image",
    "ideogram4",
]


@pytest.mark.parametrize("family", SEE + DRAW)
def test_a_picture_in_a_crowd_is_the_picture_alone(family, engine_of):
    engine = engine_of(family)
    requests = [one for one in CROWD if family in SEE or not one.images]

    drawn, company = drawn_in_a_crowd(engine, requests)

    assert company > 1.2
    for request in requests:
        alone, _ = drawn_alone(engine, request)
        assert drawn[request.seed].shape == alone.shape
        assert float((drawn[request.seed] - alone).abs().max()) <= CLOSE, request


@pytest.mark.parametrize("family", SEE + DRAW)
def test_a_prompt_changes_the_picture(family, engine_of):
    engine = engine_of(family)

    one, other = (drawn_alone(engine, wish(prompt=prompt))[0] for prompt in ("a cat", "two dogs dancing, neon"))

    assert float((one - other).abs().max()) > 10 * CLOSE


@pytest.mark.parametrize("family", DRAW)
def test_a_model_that_only_draws_refuses_images(family, engine_of):
    with running(engine := engine_of(family)) as run, pytest.raises(PictureError, match="cannot work from images"):
        run(events_of(engine, edit()))


def test_a_model_that_only_edits_does_so_in_a_crowd_as_alone_and_refuses_to_draw(engine_of):
    engine = engine_of("sd15-instructs")
    requests = [one for one in CROWD if one.images] + [
        edit(seed=11, prompt="at night", num_inference_steps=5, guidance_scale=3.0),
        edit(seed=12, prompt="in the snow", num_inference_steps=4, negative_prompt="a fox"),
    ]

    with running(engine) as run, pytest.raises(PictureError, match="only edits"):
        run(events_of(engine, wish()))
    drawn, company = drawn_in_a_crowd(engine, requests, first=edit(seed=9_999))

    assert company > 1.2
    for request in requests:
        alone, kind = drawn_alone(engine, request)
        assert kind == "StableDiffusionInstructPix2PixPipeline"
        assert float((drawn[request.seed] - alone).abs().max()) <= CLOSE, request


WITHOUT_REWRITING = {"enable_prompt_rewrite": False}
"""A tiny language model has nothing to say about prompts."""


def test_longcat_draws_in_a_crowd_as_alone(engine_of):
    torch.manual_seed(0)
    engine = engine_of("sdxl", arguments=WITHOUT_REWRITING)
    model = engine_over(engine, tiny.longcat(diffusers.LongCatImagePipeline))
    requests = [one for one in CROWD if not one.images]

    drawn, company = drawn_in_a_crowd(engine, requests)

    assert company > 1.2
    for request in requests:
        alone, _ = drawn_alone(engine, request, model)
        assert float((drawn[request.seed] - alone).abs().max()) <= CLOSE, request


def test_longcat_follows_instructions_in_a_crowd_as_alone(engine_of, monkeypatch):
    """It draws a megapixel in the shape of its image, whatever is asked: made small here, where diffusers says so."""
    torch.manual_seed(0)
    pipeline = tiny.longcat(diffusers.LongCatImageEditPipeline)
    module = sys.modules[type(pipeline).__module__]
    dimensions = module.calculate_dimensions
    monkeypatch.setattr(module, "calculate_dimensions", lambda area, ratio: dimensions(64 * 64, ratio))
    engine = engine_of("sdxl", arguments=WITHOUT_REWRITING)
    model = engine_over(engine, pipeline)
    two = (picture_of(scenery()), picture_of(255 - scenery()))
    requests = [
        edit(seed=1, prompt="make it rain", num_inference_steps=5),
        edit(seed=2, prompt="as a watercolour of a red fox", num_inference_steps=4, guidance_scale=2.0),
        edit(seed=3, prompt="at night", images=two, num_inference_steps=4),
        wish(seed=4, prompt="a cat", num_inference_steps=5),
    ]

    drawn, company = drawn_in_a_crowd(engine, requests)
    wide = drawn_alone(engine, edit(size=Size(128, 64)), model)

    assert company > 1
    assert model.classes.instruct is diffusers.LongCatImageEditPipeline
    assert model.classes.generate is diffusers.LongCatImagePipeline
    for request in requests:
        alone, _ = drawn_alone(engine, request, model)
        assert float((drawn[request.seed] - alone).abs().max()) <= CLOSE, request
    assert wide[0].shape[3] > 1.5 * wide[0].shape[2], "in the shape that is asked for"
