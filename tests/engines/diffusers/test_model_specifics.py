"""What the engine derives from a checkpoint: pipeline classes, arguments, grid, guidance, safety."""

import asyncio
import threading

import numpy as np
import pytest
from engine_fixtures import (
    SIZE,
    edit,
    encode_png,
    events_of,
    half_open_mask,
    make_request,
    model_of,
    pixels_of,
    running,
    sample_pixels,
    stats_of,
)

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
diffusers = pytest.importorskip("diffusers", reason="needs limner[diffusers]")

import tiny  # noqa: E402
import transformers  # noqa: E402
from diffusers.pipelines.stable_diffusion import StableDiffusionSafetyChecker  # noqa: E402
from stock_comparison import load_in_memory, masked, run_stock_pipeline  # noqa: E402

from limner.core.errors import PictureError  # noqa: E402
from limner.core.picture import Size  # noqa: E402
from limner.engines.diffusers.checkpoint import load_model  # noqa: E402
from limner.engines.diffusers.input_images import read_input_images  # noqa: E402
from limner.engines.diffusers.observer import LatentMask  # noqa: E402
from limner.engines.diffusers.pipeline_call import make_pipeline_call  # noqa: E402


def call_of(engine, request):
    return make_pipeline_call(load_model(engine.spec, "cpu"), request, 0, read_input_images(request), engine.sampling)


def test_plain_network_saved_as_inpaint_uses_text2image_class(engine_of):
    torch.manual_seed(0)
    model = load_in_memory(engine_of("sd15"), tiny.sd15(diffusers.StableDiffusionInpaintPipeline))

    assert model.classes.text2image is diffusers.StableDiffusionPipeline
    assert model.classes.image2image is diffusers.StableDiffusionImg2ImgPipeline


@pytest.mark.parametrize("family", ["sd15", "sd15-inpaint", "chroma"])
def test_pixels_outside_mask_are_unchanged(engine_of, family):
    original = sample_pixels()

    with running(engine := engine_of(family)) as run:
        events = run(events_of(engine, masked(partial_images=1)))

    half = SIZE.width // 2
    for event in events:
        assert np.array_equal(pixels_of(event.picture)[:, :half], original[:, :half])
    assert np.abs(pixels_of(events[-1].picture)[:, half:] - original[:, half:]).mean() > 5


@pytest.mark.parametrize("family", ["flux", "sdxl", "z-image", "sd15", "sd15-ddim", "sd15-multistep", "chroma"])
def test_latent_mask_keeps_latents_outside_mask(engine_of, family):
    with running(engine := engine_of(family, steps=5)) as run:
        run(events_of(engine, make_request(num_inference_steps=1)))
        model = model_of(engine)
        model.classes.inpaint = None
        learned = []
        learn = model.projection.learn
        model.projection.learn = lambda latents, image: (learned.append(latents.clone()), learn(latents, image))
        for prompt in ("a cat", "two dogs, neon"):
            run(events_of(engine, edit(mask=encode_png(half_open_mask()), strength=0.9, prompt=prompt)))

    one, other = (latents[0].T.reshape(-1, 16, 16) if latents.ndim == 3 else latents[0] for latents in learned)
    half = one.shape[-1] // 2
    assert torch.allclose(one[..., :half], other[..., :half], atol=1e-5)
    assert not torch.allclose(one[..., half:], other[..., half:], atol=1e-3)


@pytest.mark.parametrize("family", ["sd15", "sd15-ddim", "sd15-multistep"])
def test_latent_mask_ends_without_noise(engine_of, family, monkeypatch):
    kept = []
    apply = LatentMask.apply

    def recording(mask, latents, *args):
        kept.append((mask._original, apply(mask, latents, *args)))
        return kept[-1][1]

    monkeypatch.setattr(LatentMask, "apply", recording)
    with running(engine := engine_of(family, steps=5)) as run:
        run(events_of(engine, make_request(num_inference_steps=1)))
        model_of(engine).classes.inpaint = None
        run(events_of(engine, masked(strength=0.9)))

    picture, last = kept[-1]
    half = last.shape[-1] // 2
    assert torch.allclose(last[..., :half], picture[..., :half], atol=1e-5)
    assert not torch.allclose(kept[0][1][..., :half], picture[..., :half], atol=0.1)


def test_projection_ignores_latents_changed_after_last_step(engine_of):
    with running(engine := engine_of("sd15")) as run:
        run(events_of(engine, masked()))
        model = model_of(engine)
        assert model.projection._num_tokens == 0
        run(events_of(engine, make_request()))
        assert model.projection._num_tokens == 32 * 32


@pytest.mark.parametrize("family", ["pixart-sigma", "sana"])
def test_resolution_binning_is_off_by_default(engine_of, family):
    engine = engine_of(family, steps=1)

    image, _ = run_stock_pipeline(engine, make_request(size=Size(128, 64)))

    assert tuple(image.shape[2:]) == (64, 128)
    assert call_of(engine, make_request()).arguments["use_resolution_binning"] is False


def test_resolution_binning_can_be_enabled(engine_of):
    engine = engine_of("pixart-sigma", arguments={"use_resolution_binning": True})

    assert call_of(engine, make_request()).arguments["use_resolution_binning"] is True


@pytest.mark.parametrize(("family", "grid"), [("sana", 32), ("lumina2", 16), ("pixart-sigma", 16), ("sd15", 8)])
def test_grid_covers_latents_and_patches(engine_of, family, grid):
    assert load_model(engine_of(family).spec, "cpu").grid == grid


@pytest.mark.parametrize("size", [Size(65, 47), Size(100, 64)], ids=str)
@pytest.mark.parametrize("family", ["sd15", "sana", "lumina2", "krea2"])
def test_any_size_is_returned_exactly(engine_of, family, size):
    with running(engine := engine_of(family, steps=2)) as run:
        drawn = run(events_of(engine, make_request(size=size, partial_images=1)))

    assert [event.picture.size for event in drawn] == [size] * 2


def test_distilled_model_runs_without_guidance(engine_of):
    torch.manual_seed(0)
    engine = engine_of("krea2")
    pipeline = tiny.FAMILIES["krea2"].make()
    pipeline.register_to_config(is_distilled=True)
    model = load_in_memory(engine, pipeline)

    call = make_pipeline_call(
        model,
        make_request(guidance_scale=4.0, num_inference_steps=None),
        0,
        read_input_images(make_request()),
        engine.sampling,
    )
    with running(engine) as run:
        run(events_of(engine, make_request(guidance_scale=4.0, num_inference_steps=5)))

    assert call.arguments["guidance_scale"] == 0
    assert stats_of(engine).num_forwards == 5, "one per step"


def test_guidance_schedule_is_resampled_and_overridable(engine_of):
    engine = engine_of("ideogram4")
    own = call_of(engine, make_request(num_inference_steps=16)).arguments
    asked = call_of(engine, make_request(num_inference_steps=16, guidance_scale=5.0)).arguments

    assert own["guidance_schedule"] == [7.0] * 15 + [3.0]
    assert (asked["guidance_schedule"], asked["guidance_scale"]) == (None, 5.0)


def safety_checker(*, is_strict):
    vision = {"hidden_size": 32, "intermediate_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2}
    config = transformers.CLIPConfig(
        vision_config=vision | {"image_size": 32, "patch_size": 16, "projection_dim": 16}, projection_dim=16
    )
    checker = StableDiffusionSafetyChecker(config).eval()
    checker.concept_embeds_weights.data.fill_(-2.0 if is_strict else 2.0)
    checker.special_care_embeds_weights.data.fill_(2.0)
    extractor = transformers.CLIPImageProcessorPil(size={"shortest_edge": 32}, crop_size={"height": 32, "width": 32})
    return {"safety_checker": checker, "feature_extractor": extractor}


def test_blocked_image_is_an_error_with_blank_previews(engine_of):
    torch.manual_seed(0)
    engine = engine_of("sd15")
    load_in_memory(engine, tiny.sd15(**safety_checker(is_strict=True)))
    previews = []

    async def collect():
        async for event in engine.generate(make_request(partial_images=3)):
            previews.append(pixels_of(event.picture))  # noqa: PERF401 (events before the error count)

    with running(engine) as run, pytest.raises(PictureError) as refusal:
        run(collect())

    assert refusal.value.code == "moderation_blocked"
    assert len(previews) == 3
    assert not np.any(previews)


def test_every_preview_passes_the_safety_checker(engine_of):
    torch.manual_seed(0)
    engine = engine_of("sd15")
    model = load_in_memory(engine, tiny.sd15(**safety_checker(is_strict=False)))

    with running(engine) as run:
        run(events_of(engine, make_request(n=2, size=Size(128, 128), num_inference_steps=2)))
        calls = []
        hook = model.pipeline.safety_checker.register_forward_pre_hook(lambda *args: calls.append(1))
        events = run(events_of(engine, make_request(partial_images=3)))
        hook.remove()

    assert not model.projection.is_ready
    assert len(events) == len(calls) == 4
    assert pixels_of(events[0].picture).any()


@pytest.mark.parametrize("family", ["sd15", "chroma", "lumina2", "sana", "pixart-sigma", "cogview4", "aura-flow"])
def test_abort_between_steps_stops_within_one_step(engine_of, family):
    with running(engine := engine_of(family)) as run:

        async def scenario():
            await events_of(engine, make_request())
            [network] = model_of(engine).networks.values()
            passed, arrived, loop = [], asyncio.Event(), asyncio.get_running_loop()

            def count(*args):
                passed.append(1)
                if len(passed) == 3:
                    loop.call_soon_threadsafe(arrived.set)
                    assert gone.wait(10)  # the client disconnects during this forward

            gone = threading.Event()
            hook = network.real.register_forward_pre_hook(count)
            leaving = asyncio.create_task(events_of(engine, make_request(num_inference_steps=50)))
            await arrived.wait()
            leaving.cancel()
            await asyncio.gather(leaving, return_exceptions=True)
            gone.set()
            for _ in range(500):
                if engine.workers[0].load:
                    await asyncio.sleep(0.01)
            hook.remove()
            await events_of(engine, make_request(num_inference_steps=1))
            return len(passed)

        assert run(scenario()) == 3
