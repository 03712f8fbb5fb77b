"""Previews of further model families, and predictions with every noise scheduler."""

import io

import numpy as np
import pytest
from engine_fixtures import edit, events_of, make_request, model_of, running, stats_of
from PIL import Image

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
diffusers = pytest.importorskip("diffusers", reason="needs limner[diffusers]")

import tiny  # noqa: E402

from limner.core.picture import CompletedImage, PartialImage, Size  # noqa: E402
from limner.engines.diffusers.observer import StepObserver  # noqa: E402

SEEDS = (7, 8, 9)


def pixels_of(event, size=16):
    """Compared at the resolution of latents: a projection cannot show finer detail."""
    image = Image.open(io.BytesIO(event.picture.read())).resize((size, size), Image.Resampling.BOX)
    return np.asarray(image).astype(float)


@pytest.mark.parametrize("family", tiny.names(generates=True))
def test_vae_previews_converge_to_the_image(engine_of, family):
    edge = tiny.FAMILIES[family].preview_edge
    with running(engine := engine_of(family, steps=5)) as run:
        drawn = [
            run(events_of(engine, make_request(seed=seed, size=Size(edge, edge), partial_images=3))) for seed in SEEDS
        ]

    for events in drawn:
        assert [type(event) for event in events] == [PartialImage] * 3 + [CompletedImage]
    distances = [
        sum(np.abs(pixels_of(events[index], 64) - pixels_of(events[-1], 64)).mean() for events in drawn)
        for index in range(3)
    ]
    assert distances[0] > distances[2] > 0


@pytest.mark.parametrize("family", tiny.names(generates=True))
def test_projected_previews_show_their_own_image(engine_of, family):
    """A random VAE is not linear, but what distinguishes the images must be visible."""
    edge = tiny.FAMILIES[family].preview_edge
    with running(engine := engine_of(family, steps=5)) as run:
        run(events_of(engine, make_request(n=2, size=Size(2 * edge, 2 * edge), num_inference_steps=2)))
        assert model_of(engine).projection.is_ready
        drawn = [
            run(events_of(engine, make_request(seed=seed, size=Size(edge, edge), partial_images=3))) for seed in SEEDS
        ]

    for events in drawn:
        assert [type(event) for event in events] == [PartialImage] * 3 + [CompletedImage]
    shown = np.stack([pixels_of(events[2]) for events in drawn])
    done = np.stack([pixels_of(events[-1]) for events in drawn])
    shown, done = shown - shown.mean(axis=0), done - done.mean(axis=0)
    alike = np.corrcoef(shown.reshape(3, -1), done.reshape(3, -1))[:3, 3:]
    own, other_images = alike.diagonal().mean(), alike[~np.eye(3, dtype=bool)].mean()
    assert own > 0.05 > other_images


@pytest.mark.parametrize(
    ("family", "make"),
    [(family, make_request) for family in ("sd15", "sd15-ddim", "chroma", "pixart-sigma", "lumina2", "hunyuan-image")]
    + [(family, edit) for family in ("sd15", "sd15-ddim", "chroma")],
)
def test_step_count_equals_number_of_forwards(engine_of, family, make):
    request = make(num_inference_steps=7, guidance_scale=3.0)
    counted = []
    with running(engine := engine_of(family)) as run:
        output = engine.workers[0].output
        complete = output.complete
        output.complete = lambda state, decoded: (counted.append(state), complete(state, decoded))[1]
        run(events_of(engine, request))

    [state] = counted
    assert state.num_steps == state.step_index == stats_of(engine).num_forwards


def test_pndm_scheduler_takes_one_extra_step(engine_of):
    with running(engine := engine_of("sd15")) as run:
        events = run(events_of(engine, make_request(num_inference_steps=6, partial_images=3)))

    assert stats_of(engine).num_forwards == 7
    assert [type(event) for event in events] == [PartialImage] * 3 + [CompletedImage]


NOISE = {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear"}
FLOW = {"prediction_type": "flow_prediction", "use_flow_sigmas": True, "flow_shift": 3.0}


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("PNDMScheduler", NOISE | {"skip_prk_steps": True}),
        ("PNDMScheduler", NOISE | {"skip_prk_steps": True, "prediction_type": "v_prediction"}),
        ("DDIMScheduler", NOISE | {"clip_sample": False}),
        ("DPMSolverMultistepScheduler", NOISE),
        ("DPMSolverMultistepScheduler", NOISE | {"algorithm_type": "dpmsolver", "final_sigmas_type": "sigma_min"}),
        ("DPMSolverMultistepScheduler", FLOW),
        ("DEISMultistepScheduler", NOISE),
        ("DEISMultistepScheduler", FLOW),
        ("UniPCMultistepScheduler", NOISE),
        ("UniPCMultistepScheduler", FLOW),
        ("EulerDiscreteScheduler", NOISE),
        ("EulerAncestralDiscreteScheduler", NOISE),
        ("LCMScheduler", NOISE),
        ("FlowMatchEulerDiscreteScheduler", {"shift": 3.0}),
    ],
)
def test_predicted_latents_are_exact_for_every_scheduler(name, options):
    """With an ideal network, the image is predicted exactly from its output and the noise of the step."""
    torch.manual_seed(0)
    picture = torch.randn(1, 4, 8, 8)
    noise_scheduler = getattr(diffusers, name)(**options)
    noise_scheduler.set_timesteps(6)
    observer = StepObserver(noise_scheduler)
    latents = torch.randn(1, 4, 8, 8) * getattr(noise_scheduler, "init_noise_sigma", 1.0)
    for index, timestep in enumerate(noise_scheduler.timesteps):
        if hasattr(noise_scheduler, "scale_model_input"):
            noise_scheduler.scale_model_input(latents, timestep)  # some schedulers require it
        model_output = ideal_output(noise_scheduler, picture, latents, index, timestep)
        observer.wants_prediction = True
        [latents] = noise_scheduler.step(model_output, timestep, latents, return_dict=False)
        assert torch.allclose(observer.take_prediction(), picture, atol=1e-3), index


def ideal_output(noise_scheduler, picture, latents, index, timestep):
    """The network output that predicts the image from noisy `latents`."""
    sigmas = getattr(noise_scheduler, "sigmas", None)
    if (
        noise_scheduler.config.get("prediction_type") == "flow_prediction"
        or "FlowMatch" in type(noise_scheduler).__name__
    ):
        return (latents - picture) / sigmas[index]
    if type(noise_scheduler).__name__.startswith("Euler"):
        return (latents - picture) / sigmas[index]
    alpha = noise_scheduler.alphas_cumprod[int(timestep)]
    noise = (latents - alpha.sqrt() * picture) / (1 - alpha).sqrt()
    is_speed = noise_scheduler.config.prediction_type == "v_prediction"
    return alpha.sqrt() * noise - (1 - alpha).sqrt() * picture if is_speed else noise
