"""Checkpoints that are a single file, other VAEs, and what of them is on the hub."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from engine_fixtures import draw, make_request

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
diffusers = pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from huggingface_hub import constants  # noqa: E402
from original_layout import save_single_file, vae_tensors  # noqa: E402
from safetensors.torch import load_file, save_file  # noqa: E402

from hub import files_of  # noqa: E402
from limner.engines.diffusers.checkpoint import load_model  # noqa: E402
from limner.engines.diffusers.config import read_options  # noqa: E402
from limner.engines.diffusers.memory_estimate import estimate_bytes  # noqa: E402
from limner.engines.diffusers.model_parts import find_parts  # noqa: E402
from limner.engines.diffusers.single_files import find_config_id  # noqa: E402
from limner.engines.diffusers.weight_headers import TensorHeader  # noqa: E402


def make_spec(checkpoint, **options):
    return read_options({"checkpoint": str(checkpoint), **options}).spec()


@pytest.fixture(scope="module")
def whole_file(checkpoints, tmp_path_factory):
    pipeline = diffusers.StableDiffusionPipeline.from_pretrained(checkpoints("sd15"))
    return save_single_file(pipeline, tmp_path_factory.mktemp("file") / "tiny.safetensors")


@pytest.fixture(scope="module")
def configuration(checkpoints, tmp_path_factory):
    """The folder of a checkpoint without its weights."""
    folder = tmp_path_factory.mktemp("config") / "sd15"
    shutil.copytree(checkpoints("sd15"), folder, ignore=shutil.ignore_patterns("*.safetensors"))
    return str(folder)


def test_file_with_a_whole_pipeline_draws_as_its_folder(engine_of, whole_file, configuration):
    (expected,) = draw(engine_of("sd15"), make_request())

    (drawn,) = draw(engine_of("sd15", checkpoint=whole_file, config=configuration), make_request())

    assert np.array_equal(drawn, expected)


def test_size_of_a_file_is_known_before_it_is_loaded(engine_of, whole_file, configuration):
    spec = make_spec(whole_file, config=configuration)

    assert {part.name for part in find_parts(spec, configuration) if part.num_values} == {"unet", "vae", "text_encoder"}
    assert estimate_bytes(spec, "cpu") == pytest.approx(load_model(spec, "cpu").num_bytes, rel=0.02)


@pytest.mark.parametrize("missing", ["with_vae", "with_text_encoder"])
def test_parts_that_a_file_lacks_come_from_its_config(engine_of, checkpoints, tmp_path, missing):
    pipeline = diffusers.StableDiffusionPipeline.from_pretrained(checkpoints("sd15"))
    path = save_single_file(pipeline, tmp_path / "part.safetensors", **{missing: False})
    spec = make_spec(path, config=checkpoints("sd15"))

    model = load_model(spec, "cpu")

    for name in ("unet", "vae", "text_encoder"):
        own, expected = getattr(model.pipeline, name).state_dict(), getattr(pipeline, name).state_dict()
        assert all(torch.equal(own[key], expected[key]) for key in expected), name
    assert estimate_bytes(spec, "cpu") == pytest.approx(model.num_bytes, rel=0.02)


def flux_weights(checkpoints):
    return next(Path(checkpoints("flux"), "transformer").glob("*.safetensors"))


def test_file_with_a_network_only_draws_as_its_folder(engine_of, checkpoints, tmp_path):
    file = shutil.copy(flux_weights(checkpoints), tmp_path / "net.safetensors")
    (expected,) = draw(engine_of("flux"), make_request())
    engine = engine_of("flux", checkpoint=str(file), config=checkpoints("flux"))

    (drawn,) = draw(engine, make_request())

    assert np.array_equal(drawn, expected)
    assert estimate_bytes(engine.spec, "cpu") == estimate_bytes(engine_of("flux").spec, "cpu")


@pytest.mark.parametrize("family", ["sd15", "flux"])
def test_file_is_quantised_as_its_folder_is(engine_of, checkpoints, whole_file, tmp_path, family):
    pytest.importorskip("torchao", reason="needs torchao")
    file = whole_file
    if family == "flux":
        file = shutil.copy(flux_weights(checkpoints), tmp_path / "net.safetensors")
    options = {"checkpoint": str(file), "config": checkpoints(family)}
    component = "transformer" if family == "flux" else "unet"
    how = {component: {"quant_backend": "torchao", "quant_type": "Int8WeightOnlyConfig"}}
    (expected,) = draw(engine_of(family, quantization=how), make_request())

    plain, small = engine_of(family, **options), engine_of(family, quantization=how, **options)

    assert load_model(small.spec, "cpu").num_bytes < load_model(plain.spec, "cpu").num_bytes
    assert np.abs(draw(small, make_request())[0] - expected).max() <= 1


def test_file_of_unknown_architecture_asks_for_its_config(engine_of, tmp_path):
    save_file({"mystery.weight": torch.zeros(2, 2)}, tmp_path / "mystery.safetensors")

    with pytest.raises(ValueError, match=r"does not know what model 'mystery.safetensors' is. Set 'config'"):
        load_model(make_spec(tmp_path / "mystery.safetensors"), "cpu")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("/nowhere/model.safetensors", "There is no file '/nowhere/model.safetensors'"),
        ("model.gguf", "There is no file 'model.gguf'"),
    ],
)
def test_missing_file_is_named(engine_of, name, message):
    with pytest.raises(ValueError, match=message):
        load_model(make_spec(name, config="/nowhere"), "cpu")


def test_file_that_cannot_be_read_safely_is_refused(engine_of, tmp_path, configuration):
    (tmp_path / "old.ckpt").write_bytes(b"PK" * 9)
    save_file({"a.weight": torch.ones(2), "a.scale_weight": torch.ones(1)}, tmp_path / "scaled.safetensors")

    for name, message in [("old.ckpt", "format of safetensors or GGUF"), ("scaled.safetensors", "scaled weights")]:
        with pytest.raises(ValueError, match=message):
            load_model(make_spec(tmp_path / name, config=configuration), "cpu")


def test_config_is_refused_for_a_folder(engine_of):
    with pytest.raises(ValueError, match="'config' is for a 'checkpoint' that is a single file"):
        make_spec("folder", config="some/where")


def test_configuration_follows_from_known_tensors():
    sd15 = {"model.diffusion_model.output_blocks.11.0.skip_connection.weight": TensorHeader("F16", [320, 640, 1, 1])}
    xl = {"conditioner.embedders.1.model.transformer.resblocks.9.mlp.c_proj.bias": TensorHeader("F16", [1280])}

    assert find_config_id(sd15) == "stable-diffusion-v1-5/stable-diffusion-v1-5"
    assert find_config_id(xl) == "stabilityai/stable-diffusion-xl-base-1.0"
    assert find_config_id({"x": TensorHeader("F16", [1])}) is None


def test_file_on_the_hub_is_fetched_with_the_rest_of_its_config(engine_of, checkpoints, hub, monkeypatch):
    folder = Path(checkpoints("flux"))
    weights = next((folder / "transformer").glob("*.safetensors"))
    hub.files["me/nets"] = {"sub/net.safetensors": weights.read_bytes(), "other.safetensors": b"x" * 99}
    hub.files["them/flux"] = files_of(folder)
    spec = make_spec("me/nets/sub/net.safetensors", config="them/flux")

    loaded = load_model(spec, "cpu")

    assert "sub/net.safetensors" in hub.fetched
    assert "transformer/config.json" in hub.fetched
    assert "text_encoder/model.safetensors" in hub.fetched
    assert not {"other.safetensors", f"transformer/{weights.name}"} & set(hub.fetched)
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    assert load_model(spec, "cpu", is_downloaded=True).num_bytes == loaded.num_bytes
    assert estimate_bytes(spec, "cpu") == pytest.approx(loaded.num_bytes, rel=0.02)


@pytest.mark.parametrize("kind", ["folder", "file", "original file"])
def test_other_vae_replaces_the_checkpoints_own(engine_of, checkpoints, tmp_path, kind):
    folder = Path(shutil.copytree(Path(checkpoints("sd15"), "vae"), tmp_path / "vae"))
    weights = next(folder.glob("*.safetensors"))
    save_file({name: -one for name, one in load_file(weights).items()}, weights)
    other = diffusers.AutoencoderKL.from_pretrained(folder)
    if kind == "original file":
        save_file({name: one.contiguous() for name, one in vae_tensors(other).items()}, tmp_path / "vae.safetensors")
    source = {"folder": folder, "file": weights, "original file": tmp_path / "vae.safetensors"}[kind]
    spec = make_spec(checkpoints("sd15"), vae=str(source))

    model = load_model(spec, "cpu")

    own, expected = model.vae.state_dict(), other.state_dict()
    assert all(torch.equal(own[name], expected[name]) for name in expected)
    assert estimate_bytes(spec, "cpu") == pytest.approx(model.num_bytes, rel=0.02)


def test_missing_vae_is_named(checkpoints):
    with pytest.raises(ValueError, match=r"'/nowhere/vae'"):
        load_model(make_spec(checkpoints("sd15"), vae="/nowhere/vae"), "cpu")
