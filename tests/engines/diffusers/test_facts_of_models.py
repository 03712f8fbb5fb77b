"""What the engine reads off a checkpoint: how it is asked, what it cannot do, and what must not be seen."""

import asyncio
import io
import threading

import numpy as np
import pytest
from PIL import Image
from studio import SIZE, events_of, hole, picture_of, running, scenery, wish

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
diffusers = pytest.importorskip("diffusers", reason="needs limner[diffusers]")

import tiny  # noqa: E402
import transformers  # noqa: E402
from crowd import drawn_alone, edit, engine_over, masked  # noqa: E402
from diffusers.pipelines.stable_diffusion import StableDiffusionSafetyChecker  # noqa: E402

from limner.core.errors import PictureError  # noqa: E402
from limner.core.picture import Size  # noqa: E402
from limner.engines.diffusers.checkpoint import load  # noqa: E402
from limner.engines.diffusers.latent_mask import LatentMask  # noqa: E402
from limner.engines.diffusers.materials import read_materials  # noqa: E402
from limner.engines.diffusers.plan import make_plan  # noqa: E402


def pixels_of(picture):
    return np.asarray(Image.open(io.BytesIO(picture.read()))).astype(int)


def model_of(engine):
    return engine.workshops[0].shelf.get(engine.spec)


def plan_of(engine, request):
    return make_plan(load(engine.spec, "cpu"), request, 0, read_materials(request), engine.recipe)


def test_a_plain_network_that_was_saved_with_the_class_for_masks_draws_with_the_plain_class(engine_of):
    torch.manual_seed(0)
    model = engine_over(engine_of("sd15"), tiny.sd15(diffusers.StableDiffusionInpaintPipeline))

    assert model.classes.generate is diffusers.StableDiffusionPipeline
    assert model.classes.redraw is diffusers.StableDiffusionImg2ImgPipeline


@pytest.mark.parametrize("family", ["sd15", "sd15-fills", "chroma"])
def test_outside_the_mask_every_pixel_stays(engine_of, family):
    original = scenery()

    with running(engine := engine_of(family)) as run:
        events = run(events_of(engine, masked(partial_images=1)))

    half = SIZE.width // 2
    for event in events:
        assert np.array_equal(pixels_of(event.picture)[:, :half], original[:, :half])
    assert np.abs(pixels_of(events[-1].picture)[:, half:] - original[:, half:]).mean() > 5


@pytest.mark.parametrize("family", ["flux", "sdxl", "z-image", "sd15", "sd15-ddim", "sd15-multistep", "chroma"])
def test_a_latent_mask_holds_the_picture_in_place_whatever_is_drawn_beside_it(engine_of, family):
    with running(engine := engine_of(family, steps=5)) as run:
        run(events_of(engine, wish(num_inference_steps=1)))
        model = model_of(engine)
        model.classes.inpaint = None
        seen = []
        learn = model.projection.learn
        model.projection.learn = lambda latents, image: (seen.append(latents.clone()), learn(latents, image))
        for prompt in ("a cat", "two dogs, neon"):
            run(events_of(engine, edit(mask=picture_of(hole()), strength=0.9, prompt=prompt)))

    one, other = (latents[0].T.reshape(-1, 16, 16) if latents.ndim == 3 else latents[0] for latents in seen)
    half = one.shape[-1] // 2
    assert torch.allclose(one[..., :half], other[..., :half], atol=1e-5)
    assert not torch.allclose(one[..., half:], other[..., half:], atol=1e-3)


@pytest.mark.parametrize("family", ["sd15", "sd15-ddim", "sd15-multistep"])
def test_at_the_end_of_a_latent_mask_nothing_is_left_of_the_noise(engine_of, family, monkeypatch):
    kept = []
    keep = LatentMask.keep

    def watched(mask, latents, *args):
        kept.append((mask._picture, keep(mask, latents, *args)))
        return kept[-1][1]

    monkeypatch.setattr(LatentMask, "keep", watched)
    with running(engine := engine_of(family, steps=5)) as run:
        run(events_of(engine, wish(num_inference_steps=1)))
        model_of(engine).classes.inpaint = None
        run(events_of(engine, masked(strength=0.9)))

    picture, last = kept[-1]
    half = last.shape[-1] // 2
    assert torch.allclose(last[..., :half], picture[..., :half], atol=1e-5)
    assert not torch.allclose(kept[0][1][..., :half], picture[..., :half], atol=0.1)


def test_latents_that_a_pipeline_changes_after_the_last_step_teach_no_projection(engine_of):
    with running(engine := engine_of("sd15")) as run:
        run(events_of(engine, masked()))
        model = model_of(engine)
        assert model.projection._num_tokens == 0
        run(events_of(engine, wish()))
        assert model.projection._num_tokens == 32 * 32


@pytest.mark.parametrize("family", ["pixart-sigma", "sana"])
def test_a_model_that_knows_a_few_sizes_draws_the_one_that_is_asked_for(engine_of, family):
    engine = engine_of(family, steps=1)

    image, _ = drawn_alone(engine, wish(size=Size(128, 64)))

    assert tuple(image.shape[2:]) == (64, 128)
    assert plan_of(engine, wish()).arguments["use_resolution_binning"] is False


def test_the_settings_may_ask_for_the_sizes_that_a_model_knows(engine_of):
    engine = engine_of("pixart-sigma", arguments={"use_resolution_binning": True})

    assert plan_of(engine, wish()).arguments["use_resolution_binning"] is True


@pytest.mark.parametrize(("family", "grid"), [("sana", 32), ("lumina2", 16), ("pixart-sigma", 16), ("sd15", 8)])
def test_the_grid_is_that_of_the_latents_and_of_the_patches(engine_of, family, grid):
    assert load(engine_of(family).spec, "cpu").grid == grid


@pytest.mark.parametrize("size", [Size(65, 47), Size(100, 64)], ids=str)
@pytest.mark.parametrize("family", ["sd15", "sana", "lumina2", "krea2"])
def test_any_size_is_returned_exactly(engine_of, family, size):
    with running(engine := engine_of(family, steps=2)) as run:
        drawn = run(events_of(engine, wish(size=size, partial_images=1)))

    assert [event.picture.size for event in drawn] == [size] * 2


def test_a_distilled_model_is_asked_without_guidance_and_with_few_steps(engine_of):
    torch.manual_seed(0)
    engine = engine_of("krea2")
    pipeline = tiny.MAKERS["krea2"]()
    pipeline.register_to_config(is_distilled=True)
    model = engine_over(engine, pipeline)

    plan = make_plan(
        model, wish(guidance_scale=4.0, num_inference_steps=None), 0, read_materials(wish()), engine.recipe
    )
    with running(engine) as run:
        run(events_of(engine, wish(guidance_scale=4.0, num_inference_steps=5)))

    assert plan.arguments["guidance_scale"] == 0
    assert engine.workshops[0].executor.num_forwards == 5, "one for each step"


def test_a_schedule_of_guidance_is_stretched_to_the_steps_and_gives_way_to_a_number(engine_of):
    engine = engine_of("ideogram4")
    own = plan_of(engine, wish(num_inference_steps=16)).arguments
    asked = plan_of(engine, wish(num_inference_steps=16, guidance_scale=5.0)).arguments

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


def test_what_a_safety_checker_holds_back_is_an_error_and_is_not_seen_in_previews(engine_of):
    torch.manual_seed(0)
    engine = engine_of("sd15")
    engine_over(engine, tiny.sd15(**safety_checker(is_strict=True)))
    seen = []

    async def look():
        async for event in engine.generate(wish(partial_images=3)):
            seen.append(pixels_of(event.picture))  # noqa: PERF401 (what came before the error counts)

    with running(engine) as run, pytest.raises(PictureError) as refusal:
        run(look())

    assert refusal.value.code == "moderation_blocked"
    assert len(seen) == 3
    assert not np.any(seen)


def test_with_a_safety_checker_every_preview_passes_it(engine_of):
    torch.manual_seed(0)
    engine = engine_of("sd15")
    model = engine_over(engine, tiny.sd15(**safety_checker(is_strict=False)))

    with running(engine) as run:
        run(events_of(engine, wish(n=2, size=Size(128, 128), num_inference_steps=2)))
        calls = []
        hook = model.pipeline.safety_checker.register_forward_pre_hook(lambda *args: calls.append(1))
        events = run(events_of(engine, wish(partial_images=3)))
        hook.remove()

    assert not model.projection.is_ready
    assert len(events) == len(calls) == 4
    assert pixels_of(events[0].picture).any()


@pytest.mark.parametrize("family", ["sd15", "chroma", "lumina2", "sana", "pixart-sigma", "cogview4", "aura-flow"])
def test_leaving_between_steps_ends_within_one_step(engine_of, family):
    with running(engine := engine_of(family)) as run:

        async def scene():
            await events_of(engine, wish())
            [network] = model_of(engine).networks.values()
            passed, arrived, loop = [], asyncio.Event(), asyncio.get_running_loop()

            def count(*args):
                passed.append(1)
                if len(passed) == 3:
                    loop.call_soon_threadsafe(arrived.set)
                    assert gone.wait(10)  # the client leaves during this very forward

            gone = threading.Event()
            hook = network.real.register_forward_pre_hook(count)
            leaving = asyncio.create_task(events_of(engine, wish(num_inference_steps=50)))
            await arrived.wait()
            leaving.cancel()
            await asyncio.gather(leaving, return_exceptions=True)
            gone.set()
            for _ in range(500):
                if engine.workshops[0].load:
                    await asyncio.sleep(0.01)
            hook.remove()
            await events_of(engine, wish(num_inference_steps=1))
            return len(passed)

        assert run(scene()) == 3
