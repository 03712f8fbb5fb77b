"""Networks in GGUF files, whose weights stay quantised."""

from pathlib import Path

import numpy as np
import pytest
from engine_fixtures import draw, make_request

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
diffusers = pytest.importorskip("diffusers", reason="needs limner[diffusers]")
gguf = pytest.importorskip("gguf", reason="needs limner[diffusers]")

from limner.engines.diffusers.checkpoint import load_model  # noqa: E402
from limner.engines.diffusers.config import read_options  # noqa: E402
from limner.engines.diffusers.memory_estimate import estimate_bytes  # noqa: E402

BLOCK = 32
"""Weights of Q8_0 that share a scale."""


def make_spec(checkpoint, **options):
    return read_options({"checkpoint": str(checkpoint), **options}).spec()


@pytest.fixture(scope="module")
def file(checkpoints, tmp_path_factory):
    path = tmp_path_factory.mktemp("gguf") / "flux-Q8_0.gguf"
    network = diffusers.FluxTransformer2DModel.from_pretrained(Path(checkpoints("flux"), "transformer"))
    writer = gguf.GGUFWriter(path, "flux")
    kind = gguf.GGMLQuantizationType.Q8_0
    for name, weights in network.state_dict().items():
        values = weights.float().numpy()
        if values.ndim == 2 and values.shape[1] % BLOCK == 0:
            writer.add_tensor(name, gguf.quants.quantize(values, kind), raw_dtype=kind)
        else:
            writer.add_tensor(name, values)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def test_gguf_network_draws_nearly_the_same_image(engine_of, checkpoints, file):
    (expected,) = draw(engine_of("flux"), make_request())

    (drawn,) = draw(engine_of("flux", checkpoint=str(file), config=checkpoints("flux")), make_request())

    assert 0 < np.abs(drawn - expected).mean() < 3


def test_gguf_network_stays_small(checkpoints, file):
    spec = make_spec(file, config=checkpoints("flux"))
    model, whole = load_model(spec, "cpu"), load_model(make_spec(checkpoints("flux")), "cpu")

    assert model.num_bytes < 0.9 * whole.num_bytes
    assert estimate_bytes(spec, "cpu") == pytest.approx(model.num_bytes, rel=0.02)


INT8 = {"quant_backend": "torchao", "quant_type": "Int8WeightOnlyConfig"}


@pytest.mark.parametrize("how", ["int8", {"text_encoder_2": INT8}])
def test_text_encoders_beside_gguf_are_quantised(checkpoints, file, how):
    pytest.importorskip("torchao", reason="needs torchao")
    config = checkpoints("flux")

    small = load_model(make_spec(file, config=config, quantization=how), "cpu")

    assert small.num_bytes < load_model(make_spec(file, config=config), "cpu").num_bytes


def test_quantization_of_a_gguf_network_is_refused(checkpoints, file):
    how = {"transformer": INT8}
    pytest.importorskip("torchao", reason="needs torchao")

    with pytest.raises(ValueError, match=r"'quantization': 'flux-Q8_0\.gguf' is quantised already"):
        load_model(make_spec(file, config=checkpoints("flux"), quantization=how), "cpu")
