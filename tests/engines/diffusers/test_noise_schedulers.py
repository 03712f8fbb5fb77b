"""The option `scheduler`."""

import diffusers
import numpy as np
import pytest
from engine_fixtures import draw, make_request

pytest.importorskip("torch", reason="needs limner[diffusers]")

from limner.engines.diffusers.checkpoint import load_model
from limner.engines.diffusers.config import read_options

KARRAS = {"type": "DPMSolverMultistepScheduler", "use_karras_sigmas": True}


def load(checkpoint, scheduler):
    return load_model(read_options({"checkpoint": checkpoint, "scheduler": scheduler}).spec(), "cpu")


def test_scheduler_replaces_the_checkpoints_own(engine_of, checkpoints, tmp_path):
    pipeline = diffusers.DiffusionPipeline.from_pretrained(checkpoints("sd15"))
    options = {"use_karras_sigmas": True, "algorithm_type": "sde-dpmsolver++"}
    pipeline.scheduler = diffusers.DPMSolverMultistepScheduler.from_config(pipeline.scheduler.config, **options)
    pipeline.save_pretrained(tmp_path)
    (expected,) = draw(engine_of("sd15", checkpoint=str(tmp_path)), make_request())
    (pndm,) = draw(engine_of("sd15"), make_request())

    (drawn,) = draw(engine_of("sd15", scheduler=options | {"type": "DPMSolverMultistepScheduler"}), make_request())

    assert np.array_equal(drawn, expected)
    assert np.abs(drawn - pndm).max() > 3


def test_scheduler_keeps_the_checkpoints_configuration(checkpoints):
    made = load(checkpoints("sdxl"), "EulerAncestralDiscreteScheduler").noise_scheduler()

    assert type(made) is diffusers.EulerAncestralDiscreteScheduler
    assert (made.config.beta_start, made.config.timestep_spacing) == (0.00085, "leading")


def test_scheduler_options_apply_to_every_image(checkpoints):
    made = load(checkpoints("sd3"), {"type": "FlowMatchEulerDiscreteScheduler", "shift": 1.5}).noise_scheduler(seed=3)

    assert made.config.shift == 1.5


def test_solver_draws_by_flow_matching_where_the_model_does(engine_of):
    (expected,) = draw(engine_of("sd3"), make_request(num_inference_steps=24))

    (drawn,) = draw(engine_of("sd3", scheduler="DPMSolverMultistepScheduler"), make_request(num_inference_steps=24))

    assert 0 < np.abs(drawn - expected).mean() < 3


@pytest.mark.parametrize(
    ("family", "scheduler", "message"),
    [
        ("sd15", "PaintScheduler", "'scheduler': diffusers has no scheduler 'PaintScheduler'"),
        ("sd15", "AutoencoderKL", "'scheduler': diffusers has no scheduler 'AutoencoderKL'"),
        (
            "sd15",
            KARRAS | {"sharp": 1},
            "'scheduler': DPMSolverMultistepScheduler knows no sharp. Known: ",
        ),
        ("sd15", KARRAS | {"algorithm_type": "magic"}, "'scheduler': DPMSolverMultistepScheduler: magic"),
        ("sd15", "FlowMatchEulerDiscreteScheduler", "which does not draw by flow matching. Its own is PNDMScheduler"),
        ("sd3", "PNDMScheduler", "which draws by flow matching. Its own is FlowMatchEulerDiscreteScheduler"),
        ("sd15", {"use_karras_sigmas": True}, "'scheduler' must have a 'type'"),
        ("sd15", 3, "'scheduler' must be a class of diffusers, or a table with its 'type', not 3"),
    ],
)
def test_scheduler_that_does_not_fit_is_named(checkpoints, family, scheduler, message):
    with pytest.raises(ValueError, match=message):
        load(checkpoints(family), scheduler)
