"""What a model needs, and what would make it fit."""

import json

import pytest

pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.picture import Size
from limner.engines.diffusers.checkpoint import load_model
from limner.engines.diffusers.memory_estimate import estimate_bytes
from limner.engines.diffusers.memory_need import MemoryNeed, describe_fit, describe_flags, find_fits
from limner.engines.diffusers.part_sizes import PartSize, read_parts
from limner.engines.diffusers.quantization import quantized_bits

GB = 1_000_000_000
NEED = MemoryNeed(
    parts=[PartSize("transformer", 6 * GB), PartSize("text_encoder", 4 * GB), PartSize("vae", 0, GB // 10)],
    size=Size(1024, 1024),
)


@pytest.mark.parametrize(
    ("free_gb", "flags"),
    [
        (17, ["--quantize fp8", "--offload model"]),
        (13, ["--quantize fp8", "--quantize fp8 --offload model"]),
        (9, ["--quantize nf4", "--quantize fp8 --offload model"]),
        (6, ["--quantize nf4 --offload model", "--offload group"]),
        (4.5, ["--offload group"]),
        (2, []),
    ],
)
def test_fits_are_ordered_by_what_they_cost(free_gb, flags):
    found = [describe_flags(one) for one in find_fits(NEED, int(free_gb * GB))]

    assert [set(one.split()) for one in found] == [set(one.split()) for one in flags]


def test_fit_is_described_with_its_flags():
    text = describe_fit(NEED, 17 * GB)

    assert text == ("needs 21.8 GB of 17.0 GB free: fits with --quantize fp8 (11.8 GB) or --offload model (13.6 GB)")
    assert describe_fit(NEED, 30 * GB) == "needs 21.8 GB of 30.0 GB free"
    assert describe_fit(NEED, GB).endswith("does not fit, whatever is quantised or offloaded")


def test_given_quantization_is_kept():
    need = MemoryNeed(parts=NEED.parts, size=NEED.size, quantization='"nf4"')

    assert [describe_flags(one) for one in find_fits(need, 6 * GB)] == [
        "--quantize nf4 --offload model",
        "--quantize nf4 --offload group",
    ]


def test_named_quantization_leaves_the_vae():
    assert quantized_bits('"nf4"', "transformer") == quantized_bits('"nf4"', "text_encoder_2") == 4.5
    assert quantized_bits('"fp8"', "unet") == quantized_bits('"int8"', "unet") == 8
    assert quantized_bits('"nf4"', "vae") is None


def test_linear_layers_of_normalization_are_quantised(tmp_path):
    """The modulations of a FLUX network are a quarter of it."""
    folder = tmp_path / "transformer"
    folder.mkdir()
    (tmp_path / "model_index.json").write_text(json.dumps({"transformer": ["diffusers", "FluxTransformer2DModel"]}))
    header = (
        b'{"norm1.linear.weight": {"dtype": "BF16", "shape": [4, 2]},'
        b' "embed.weight": {"dtype": "BF16", "shape": [3, 2]}}'
    )
    (folder / "model.safetensors").write_bytes(len(header).to_bytes(8, "little") + header)

    assert read_parts(tmp_path, None) == [PartSize("transformer", num_linear=8, num_other=6)]


def test_checkpoint_is_estimated_as_it_is_loaded_with_a_named_quantization(engine_of):
    pytest.importorskip("torchao", reason="needs torchao")
    spec = engine_of("flux", dtype="bfloat16", quantization="int8").spec

    assert estimate_bytes(spec, "cpu") == pytest.approx(load_model(spec, "cpu").num_bytes, rel=0.15)
