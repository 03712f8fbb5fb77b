"""The models of benchmarks/gpu.py have the published sizes, counted on the meta device."""

import importlib.util
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

BENCHMARK = Path(__file__).parents[3] / "benchmarks" / "gpu_models.py"


@pytest.fixture(scope="module")
def gpu_models():
    spec = importlib.util.spec_from_file_location("gpu_models", BENCHMARK)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("name", "billions"), [("sdxl", 2.567), ("klein", 3.876), ("z-image", 6.155), ("flux", 11.901)]
)
def test_benchmark_networks_have_published_sizes(gpu_models, name, billions):
    with torch.device("meta"):
        pipeline = gpu_models.MAKERS[name]()

    network = getattr(pipeline, "transformer", None) or pipeline.unet
    assert sum(one.numel() for one in network.parameters()) / 1e9 == pytest.approx(billions, abs=0.001)
    assert pipeline.vae.config.block_out_channels[-1] == 512
