"""`limner models --known`, and what `limner serve --model` takes from the table."""

import json
from importlib.util import find_spec

import pytest
import typer

from limner.cli import gpu_memory
from limner.cli.gpu_memory import free_bytes
from limner.cli.memory_check import check_memory, find_need
from limner.cli.serve import with_known_options
from limner.engines.diffusers import needed_packages

DEV = "black-forest-labs/FLUX.1-dev"
needs_hub_files = pytest.mark.skipif(find_spec("huggingface_hub") is None, reason="needs limner[diffusers]")


@pytest.fixture
def free_mib(monkeypatch, tmp_path):
    """Installs an `nvidia-smi` that reports this much for each GPU, and a cache of the hub that is empty."""

    def install(*amounts: int) -> None:
        tool = tmp_path / "nvidia-smi"
        cases = "".join(f'--id={number}) echo " {amount}" ;; ' for number, amount in enumerate(amounts))
        tool.write_text(f'#!/bin/sh\ncase "$3" in {cases} *) exit 6 ;; esac\n')
        tool.chmod(0o755)
        monkeypatch.setattr(gpu_memory, "QUERY", (str(tool), *gpu_memory.QUERY[1:]))
        monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)

    return install


def test_known_models_are_listed_with_licence_and_memory(limner):
    ran = limner("models", "--known")

    assert ran.code == 0
    assert ran.lines[0].split()[:4] == ["MODEL", "LICENSE", "EDITS", "PARAMS"]
    row = next(line for line in ran.lines if line.startswith(DEV))
    assert "(gated)" in row
    assert "35.4 GB" in row


def test_known_models_are_listed_as_json(limner):
    rows = json.loads(limner("models", "--known", "--json").out)

    dev = next(row for row in rows if row["id"] == DEV)
    assert dev["options"] == {"steps": {"low": 14, "medium": 21, "high": 28}, "guidance": 3.5}
    assert len(rows) >= 30


def test_flags_override_options_of_known_model():
    options = with_known_options("black-forest-labs/FLUX.1-schnell", {"steps": 8, "arguments": {"joint": 1}})

    assert options == {"preload": True, "steps": 8, "arguments": {"max_sequence_length": 256, "joint": 1}}
    assert with_known_options("someone/else", {"preload": False}) == {"preload": False}


@needs_hub_files
def test_model_that_fits_is_reported(free_mib, capfd):
    free_mib(48 * 1024)

    check_memory(DEV, {})

    assert capfd.readouterr().err == f"limner: {DEV} needs 35.4 GB of 51.5 GB free\n"


@needs_hub_files
def test_model_that_does_not_fit_is_refused_with_what_would(free_mib):
    free_mib(15 * 1024, 48 * 1024)

    with pytest.raises(typer.BadParameter, match=r"needs 35\.4 GB of 16\.1 GB free: fits with --quantize nf4"):
        check_memory(DEV, {})
    with pytest.raises(typer.BadParameter):
        check_memory(DEV, {"device": ["cuda:1", "cuda:0"]})
    check_memory(DEV, {"device": "cuda:1"})
    check_memory(DEV, {"quantization": "nf4"})
    check_memory(DEV, {"memory_gb": 15})
    check_memory(DEV, {"device": "cpu"})
    check_memory("someone/else", {})


@needs_hub_files
def test_files_of_a_checkpoint_come_before_the_table(free_mib, tmp_path, capfd):
    free_mib(1024)
    (tmp_path / "transformer").mkdir()
    (tmp_path / "model_index.json").write_text('{"transformer": ["diffusers", "FluxTransformer2DModel"]}')
    header = b'{"proj.weight": {"dtype": "F32", "shape": [1000, 1000000]}}'
    (tmp_path / "transformer" / "model.safetensors").write_bytes(len(header).to_bytes(8, "little") + header)

    with pytest.raises(typer.BadParameter, match=r"needs 3\.6 GB of 1\.1 GB free"):
        check_memory(str(tmp_path), {})


@needs_hub_files
def test_placed_text_encoder_is_not_needed_on_the_device():
    whole, placed = find_need(DEV, {}), find_need(DEV, {"placement": {"text_encoder_2": "cpu"}})

    assert whole.num_bytes - placed.num_bytes == pytest.approx(9.5e9, rel=0.05)


@needs_hub_files
def test_own_parts_count_in_the_need_of_a_known_model(tmp_path):
    """Their files are here; FLUX.1 is not."""
    header = b'{"weight": {"dtype": "F32", "shape": [1000, 500000]}}'
    file = tmp_path / "model.safetensors"
    file.write_bytes(len(header).to_bytes(8, "little") + header)
    plain = find_need(DEV, {}).num_bytes

    def added(**options):
        return (find_need(DEV, options).num_bytes - plain) / 1e9

    assert added(lora={"ink": str(file)}) == added(preview_vae=str(tmp_path)) == 1
    assert added(safety_checker=str(tmp_path)) == 1
    assert added(vae=str(file)) == pytest.approx(1 - 0.17, abs=0.01), "instead of the checkpoint's own"
    assert added(safety_checker=False, vae="not/here") == 0


@needs_hub_files
def test_preview_vae_stays_on_the_device_of_an_offloaded_model(tmp_path):
    header = b'{"weight": {"dtype": "F32", "shape": [1000, 500000]}}'
    (tmp_path / "model.safetensors").write_bytes(len(header).to_bytes(8, "little") + header)
    own = {"preview_vae": str(tmp_path), "safety_checker": str(tmp_path)}

    plain, with_preview = (find_need(DEV, {"offload": "model", **one}) for one in ({}, own))

    assert with_preview.num_bytes - plain.num_bytes == 1e9


@needs_hub_files
def test_flags_that_other_options_exclude_are_not_suggested(free_mib):
    free_mib(12_000)
    fused = {"speed": {"weights": "x", "use": "fused"}}

    for options, missing in [({"lora": fused}, "--quantize"), ({"placement": {"text_encoder": "cpu"}}, "--offload")]:
        with pytest.raises(typer.BadParameter) as refused:
            check_memory(DEV, options)
        assert missing not in refused.value.message


def test_missing_package_is_named_before_the_download(limner, monkeypatch):
    monkeypatch.setattr(needed_packages, "find_spec", lambda name: None)

    ran = limner("serve", "--model", "someone/else", "--quantize", "nf4")

    assert ran.code == 2
    assert "'quantization': nf4 needs the package bitsandbytes. Run: pip install bitsandbytes" in ran.err


def test_visible_devices_are_numbered_as_cuda_does(free_mib):
    free_mib(1, 2, 3)

    assert free_bytes(["cuda:0"], {"CUDA_VISIBLE_DEVICES": "2,0"}) == 3 * 2**20
    assert free_bytes(["auto"], {}) == 2**20
    assert free_bytes(["cuda:1"], {"CUDA_VISIBLE_DEVICES": "2"}) is None
    assert free_bytes(["cuda:7"], {}) is None
    assert free_bytes(["cpu"], {}) is None


def test_memory_is_unknown_without_the_driver(monkeypatch):
    monkeypatch.setattr(gpu_memory, "QUERY", ("/nowhere/nvidia-smi",))

    assert free_bytes(["auto"], {}) is None
    check_memory(DEV, {})
