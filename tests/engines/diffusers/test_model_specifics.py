"""What the engine derives from a checkpoint: pipeline classes, arguments, grid, guidance."""

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
from diffusers.configuration_utils import register_to_config  # noqa: E402
from stock_comparison import load_in_memory, masked, run_stock_pipeline  # noqa: E402

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


def test_noise_of_a_scheduler_with_its_own_seed_follows_the_request(engine_of):
    """DPM++ SDE draws its noise from a seed in its configuration, whatever generator it gets."""

    class OwnSeedScheduler(diffusers.EulerDiscreteScheduler):
        @register_to_config
        def __init__(self, noise_sampler_seed=None, num_train_timesteps=1000):
            super().__init__(num_train_timesteps=num_train_timesteps)
            made.append(noise_sampler_seed)

    made = []
    with running(engine := engine_of("sdxl")) as run:
        run(events_of(engine, make_request(num_inference_steps=1)))
        model_of(engine).pipeline.scheduler = OwnSeedScheduler()
        made.clear()
        run(events_of(engine, make_request(num_inference_steps=1, seed=5, n=2)))

    assert set(made) == {5, 6}


@pytest.mark.parametrize(("size", "target"), [((4000, 3000), (64, 64)), ((1000, 4000), (64, 64))])
def test_sources_are_reduced_before_they_reach_the_device(size, target):
    source = encode_png(np.zeros((size[1], size[0], 3), np.uint8))

    [pixels] = read_input_images(edit(images=(source,), size=Size(*target))).sources

    height, width = pixels.shape[:2]
    assert 0.99 * 1024 * 1024 <= height * width <= 1.01 * 1024 * 1024
    assert width / height == pytest.approx(size[0] / size[1], rel=0.01)


def test_sources_keep_the_requested_size():
    source = encode_png(np.zeros((1500, 1500, 3), np.uint8))

    [pixels] = read_input_images(edit(images=(source,), size=Size(2048, 1024))).sources

    assert pixels.shape[:2] == (1448, 1448)
