"""A package that an option needs is named when the engine is made, before anything is downloaded or loaded."""

import pytest

from limner.engines.diffusers import needed_packages
from limner.engines.diffusers.config import read_options
from limner.engines.diffusers.needed_packages import check_packages
from limner.engines.registry import EngineSetupError, load_engine

TABLE = {"transformer": {"quant_backend": "bitsandbytes_4bit", "load_in_4bit": True}}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"quantization": "fp8"}, "'quantization': fp8 needs the package torchao"),
        ({"quantization": "nf4"}, "'quantization': nf4 needs the package bitsandbytes"),
        ({"quantization": TABLE}, "'quantization': bitsandbytes needs the package bitsandbytes"),
        ({"step_cache": "cache-dit"}, "'step_cache': cache-dit needs the package cache-dit"),
        ({"step_cache": {"method": "cache-dit"}}, "'step_cache': cache-dit needs the package cache-dit"),
        ({"checkpoint": "flux-Q4.gguf"}, "'checkpoint': a GGUF file needs the package gguf"),
    ],
)
@pytest.mark.parametrize("in_process", [True, False])
def test_missing_package_is_named(monkeypatch, options, message, in_process):
    monkeypatch.setattr(needed_packages, "find_spec", lambda name: None)

    with pytest.raises(EngineSetupError) as refused:
        load_engine("diffusers", {"checkpoint": "someone/flux", "in_process": in_process, **options})

    assert f"{message}. Run: pip install" in str(refused.value)


def test_packages_of_other_options_need_not_be_there(monkeypatch):
    monkeypatch.setattr(needed_packages, "find_spec", lambda name: None)

    check_packages(read_options({"checkpoint": "someone/flux", "step_cache": "first_block"}))
