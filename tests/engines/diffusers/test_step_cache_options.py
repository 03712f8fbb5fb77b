"""The option `step_cache` is checked before a model is downloaded and loaded."""

import dataclasses

import pytest

pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.engines.diffusers.config import read_options
from limner.engines.diffusers.option_checks import STEP_CACHE_OPTIONS
from limner.engines.diffusers.step_cache_options import METHODS

TABLES = [
    {"method": "first_block", "threshold": 0.1},
    {"method": "taylorseer", "cache_interval": 3, "taylor_factors_dtype": "float32"},
    {"method": "mag", "mag_ratios": "flux", "num_inference_steps": 8},
]


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        (
            {"threshold": 0.1},
            "'step_cache.method' must be one of first_block, taylorseer, mag, pyramid_attention, cache-dit, not None",
        ),
        ({"method": "teacache"}, "'step_cache.method' must be one of .*, not 'teacache'"),
        ({"method": ["mag"]}, "'step_cache.method' must be one of"),
        ({"method": "first_block", "treshold": 0.1}, "'step_cache': first_block has no treshold; it has threshold."),
        ("mag", "'step_cache': mag needs 'mag_ratios'"),
    ],
)
def test_wrong_setting_is_refused_before_the_model_is_loaded(setting, message):
    with pytest.raises(ValueError, match=message):
        read_options({"checkpoint": "someone/flux", "step_cache": setting}).spec()


@pytest.mark.parametrize("setting", ["first_block", "taylorseer", "pyramid_attention", *TABLES])
def test_right_settings_are_accepted(setting):
    spec = read_options({"checkpoint": "someone/flux", "step_cache": setting}).spec()

    assert spec.step_cache_options == ({"method": setting} if isinstance(setting, str) else setting)


@pytest.mark.parametrize("method", METHODS)
def test_options_known_without_diffusers_are_those_of_diffusers(method):
    own = {field.name for field in dataclasses.fields(METHODS[method].config)} - {"current_timestep_callback"}

    assert STEP_CACHE_OPTIONS[method] == own
