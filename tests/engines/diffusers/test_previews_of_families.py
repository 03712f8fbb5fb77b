"""Previews of every further family and of the schedulers of Stable Diffusion 1.5: how many, of what, and when."""

import io

import numpy as np
import pytest
from PIL import Image
from studio import SIZE, events_of, running, wish

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
diffusers = pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from crowd import edit  # noqa: E402

from limner.core.picture import CompletedImage, PartialImage, Size  # noqa: E402
from limner.engines.diffusers.watch import StepWatch  # noqa: E402

FAMILIES = ["sd15", "sd15-ddim", "sd15-multistep", "sd15-fills", "chroma", "lumina2", "sana"]
FAMILIES += [
    "pixart-sigma",
    "cogview4",
    "aura-flow",
    "ovis",
    "krea2",
    "hunyuan-image",
    "flux2",
    "ernie-image",
    "ideogram4",
]
SEEDS = (7, 8, 9)
SIZES = {"sana": Size(256, 256), "hunyuan-image": Size(128, 128)}
"""Where the usual one would have a few latents only."""


def pixels_of(event, size=16):
    """Of what is larger than a latent: finer grain than that no projection can know."""
    image = Image.open(io.BytesIO(event.picture.read())).resize((size, size), Image.Resampling.BOX)
    return np.asarray(image).astype(float)


@pytest.mark.parametrize("family", FAMILIES)
def test_previews_by_the_vae_get_closer_to_the_picture(engine_of, family):
    size = SIZES.get(family, SIZE)
    with running(engine := engine_of(family, steps=8)) as run:
        drawn = [run(events_of(engine, wish(seed=seed, size=size, partial_images=3))) for seed in SEEDS]

    for events in drawn:
        assert [type(event) for event in events] == [PartialImage] * 3 + [CompletedImage]
    distances = [
        sum(np.abs(pixels_of(events[index], 64) - pixels_of(events[-1], 64)).mean() for events in drawn)
        for index in range(3)
    ]
    assert distances[0] > distances[2] > 0


@pytest.mark.parametrize("family", FAMILIES)
def test_previews_by_the_projection_are_of_this_picture(engine_of, family):
    """A random autoencoder is not linear: what tells one picture from the others must still be seen."""
    size = SIZES.get(family, SIZE)
    with running(engine := engine_of(family, steps=8)) as run:
        run(events_of(engine, wish(n=2, size=Size(2 * size.width, 2 * size.height), num_inference_steps=2)))
        assert engine.workshops[0].shelf.get(engine.spec).projection.is_ready
        drawn = [run(events_of(engine, wish(seed=seed, size=size, partial_images=3))) for seed in SEEDS]

    for events in drawn:
        assert [type(event) for event in events] == [PartialImage] * 3 + [CompletedImage]
    shown = np.stack([pixels_of(events[2]) for events in drawn])
    done = np.stack([pixels_of(events[-1]) for events in drawn])
    shown, done = shown - shown.mean(axis=0), done - done.mean(axis=0)
    alike = np.corrcoef(shown.reshape(3, -1), done.reshape(3, -1))[:3, 3:]
    own, strange = alike.diagonal().mean(), alike[~np.eye(3, dtype=bool)].mean()
    assert own > 0.05 > strange


@pytest.mark.parametrize(
    ("family", "make"),
    [(family, wish) for family in ("sd15", "sd15-ddim", "chroma", "pixart-sigma", "lumina2", "hunyuan-image")]
    + [(family, edit) for family in ("sd15", "sd15-ddim", "chroma")],
)
def test_when_a_picture_is_done_as_many_forwards_are_counted_as_it_took(engine_of, family, make):
    request = make(num_inference_steps=7, guidance_scale=3.0)
    counted = []
    with running(engine := engine_of(family)) as run:
        workshop = engine.workshops[0]
        finish = workshop.executor.outlet.finish
        workshop.executor.outlet.finish = lambda sitting, images: (
            counted.append(sitting.job),
            finish(sitting, images),
        )[1]
        run(events_of(engine, request))

    [job] = counted
    assert job.num_steps == job.step_index == engine.workshops[0].executor.num_forwards


def test_the_scheduler_of_stable_diffusion_takes_one_step_more_than_asked(engine_of):
    with running(engine := engine_of("sd15")) as run:
        events = run(events_of(engine, wish(num_inference_steps=6, partial_images=3)))

    assert engine.workshops[0].executor.num_forwards == 7
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
def test_a_network_that_knows_the_picture_is_seen_to_know_it_at_every_step(name, options):
    """With every scheduler: what the network has in mind is told from what it says and from the noise of the step."""
    torch.manual_seed(0)
    picture = torch.randn(1, 4, 8, 8)
    noise_scheduler = getattr(diffusers, name)(**options)
    noise_scheduler.set_timesteps(6)
    watch = StepWatch(noise_scheduler)
    latents = torch.randn(1, 4, 8, 8) * getattr(noise_scheduler, "init_noise_sigma", 1.0)
    for index, timestep in enumerate(noise_scheduler.timesteps):
        if hasattr(noise_scheduler, "scale_model_input"):
            noise_scheduler.scale_model_input(latents, timestep)  # some count on it
        said = what_it_says(noise_scheduler, picture, latents, index, timestep)
        watch.wants_estimate = True
        [latents] = noise_scheduler.step(said, timestep, latents, return_dict=False)
        assert torch.allclose(watch.estimate, picture, atol=1e-3), index


def what_it_says(noise_scheduler, picture, latents, index, timestep):
    """Of `latents`, which are that picture under noise."""
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
