"""When previews are sent, and what they show."""

import io

import numpy as np
import pytest
from engine_fixtures import Gate, events_of, make_request, model_of, running
from PIL import Image

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.picture import CompletedImage, PartialImage, Size  # noqa: E402
from limner.engines.diffusers.checkpoint import load_model  # noqa: E402
from limner.engines.diffusers.memory_estimate import estimate_bytes  # noqa: E402


@pytest.mark.parametrize("partial_images", [0, 1, 2, 3])
def test_previews_arrive_in_order_before_their_image(engine_of, partial_images):
    with running(engine := engine_of("z-image", steps=6)) as run:
        events = run(events_of(engine, make_request(n=2, partial_images=partial_images)))

    for index in (0, 1):
        *previews, last = [event for event in events if event.image_index == index]
        assert isinstance(last, CompletedImage)
        assert [preview.partial_image_index for preview in previews] == list(range(partial_images))


@pytest.mark.parametrize("family", ["flux", "sdxl", "z-image", "klein", "qwen-image"])
@pytest.mark.parametrize("is_learned", [False, True], ids=["by the VAE", "by the projection"])
def test_previews_converge_to_their_own_image(engine_of, family, is_learned):
    seeds = (7, 8, 9)
    with running(engine := engine_of(family, steps=8)) as run:
        if is_learned:
            run(events_of(engine, make_request(n=2, size=Size(128, 128), num_inference_steps=2)))
            assert model_of(engine).projection.is_ready
        drawn = [run(events_of(engine, make_request(seed=seed, partial_images=3))) for seed in seeds]

    others = drawn[1:] + drawn[:1]
    first, last, other_images = (
        sum(distance(events[which], own[-1]) for events, own in zip(shown, drawn, strict=True))
        for which, shown in ((0, drawn), (2, drawn), (2, others))
    )
    assert all(isinstance(event, PartialImage) for events in drawn for event in events[:3])
    assert last < first
    assert last < other_images


def distance(preview, done):
    """Compared at the resolution of latents: a projection cannot show finer detail."""
    one, other = (
        Image.open(io.BytesIO(event.picture.read())).resize((32, 32), Image.Resampling.BOX) for event in (preview, done)
    )
    return float(np.abs(np.asarray(one).astype(int) - np.asarray(other)).mean())


@pytest.fixture
def tiny_vae(tmp_path):
    import diffusers

    blocks = {"encoder_block_out_channels": (16, 16), "decoder_block_out_channels": (16, 16)}
    layers = {"num_encoder_blocks": (1, 1), "num_decoder_blocks": (1, 1)}
    diffusers.AutoencoderTiny(**blocks, **layers, latent_channels=4).save_pretrained(tmp_path / "taesd")
    return str(tmp_path / "taesd")


@pytest.mark.parametrize("offload", [None, "model", "group"])
def test_preview_vae_counts_in_the_memory_of_a_model(engine_of, tiny_vae, offload):
    plain, own = (engine_of("z-image", offload=offload, **one).spec for one in ({}, {"preview_vae": tiny_vae}))

    assert estimate_bytes(own, "cpu") > estimate_bytes(plain, "cpu")
    assert estimate_bytes(own, "cpu") == pytest.approx(load_model(own, "cpu").num_bytes, rel=0.02)


def test_preview_vae_decodes_previews(engine_of, tiny_vae):
    with running(engine := engine_of("z-image", preview_vae=tiny_vae)) as run:
        run(events_of(engine, make_request()))
        calls = Gate(is_open=True)
        model_of(engine).preview_vae.decoder.register_forward_pre_hook(calls)
        events = run(events_of(engine, make_request(partial_images=2)))

    assert len(events) == 3
    assert calls.num_calls == 2


def test_preview_projection_is_saved(engine_of):
    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, make_request(n=2, size=Size(128, 128))))

    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, make_request(num_inference_steps=1)))
        assert model_of(engine).projection.is_ready
