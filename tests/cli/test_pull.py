"""`limner pull`: which files are downloaded, what is shown, and what goes wrong."""

import errno
import io
import json

import numpy as np
import pytest

pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

import safetensors.numpy
from huggingface_hub import constants, try_to_load_from_cache

from hub import COMMIT, running_hub
from limner.cli import pull as command
from limner.cli.model_flags import FLAGS, flag_name
from limner.cli.pull import PullProgress, describe_progress
from limner.engines.diffusers import pulling
from limner.engines.diffusers.hub_cache import find_folder
from limner.engines.diffusers.hub_files import HubFile, pipeline_files
from limner.engines.diffusers.hub_sizes import ask_size
from limner.engines.diffusers.part_sizes import PartSize

INDEX = {
    "_class_name": "FluxPipeline",
    "scheduler": ["diffusers", "FlowMatchEulerDiscreteScheduler"],
    "safety_checker": [None, None],
    "transformer": ["diffusers", "FluxTransformer2DModel"],
    "tokenizer": ["transformers", "CLIPTokenizer"],
}
FILES = {
    "model_index.json": json.dumps(INDEX).encode(),
    "README.md": b"a model",
    "flux1.safetensors": b"x" * 900,
    "scheduler/scheduler_config.json": b"{}",
    "tokenizer/vocab.json": b'{"a": 1}',
    "tokenizer/merges.txt": b"a b",
    "transformer/config.json": b'{"num_layers": 1}',
    "transformer/diffusion_pytorch_model.bin": b"b" * 700,
    "transformer/diffusion_pytorch_model.safetensors": b"s" * 800,
    "transformer/diffusion_pytorch_model.fp16.safetensors": b"h" * 400,
    "safety_checker/model.safetensors": b"c" * 100,
}
NEEDED = {
    "model_index.json",
    "scheduler/scheduler_config.json",
    "tokenizer/vocab.json",
    "tokenizer/merges.txt",
    "transformer/config.json",
}


@pytest.fixture
def hub(monkeypatch, tmp_path):
    monkeypatch.setattr(command, "free_bytes", lambda devices: None)
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setattr(constants, "DEFAULT_ETAG_TIMEOUT", 2)
    with running_hub() as hub:
        monkeypatch.setattr(pulling, "ENDPOINT", hub.url)
        hub.files["me/tiny"] = dict(FILES)
        yield hub


def test_pull_downloads_what_the_pipeline_needs_once(limner, hub):
    first, again = limner("pull", "me/tiny"), limner("pull", "me/tiny")

    assert first.code == again.code == 0
    assert set(hub.fetched) == NEEDED | {"transformer/diffusion_pytorch_model.safetensors"}
    assert len(hub.fetched) == len(set(hub.fetched))
    assert first.lines == again.lines == [str(find_folder("me/tiny"))]
    assert "me/tiny: downloaded 0.0 GB" in first.err
    assert "is downloaded already" in again.err


def test_pull_downloads_a_variant(limner, hub):
    assert limner("pull", "me/tiny", "--variant", "fp16", "--revision", COMMIT).code == 0

    assert [name for name in hub.fetched if "pytorch_model" in name] == [
        "transformer/diffusion_pytorch_model.fp16.safetensors"
    ]


def test_pull_downloads_a_single_network(limner, hub):
    hub.files["me/taef1"] = {"config.json": b"{}", "model.safetensors": b"s" * 9, "model.bin": b"b", "x.png": b"p"}

    assert limner("pull", "me/taef1").code == 0
    assert set(hub.fetched) == {"config.json", "model.safetensors"}


def test_pull_downloads_one_file_and_what_it_lacks(limner, hub):
    network = safetensors.numpy.save({"x_embedder.weight": np.zeros((4, 4), np.float32)})
    hub.files["me/nets"] = {"sub/net.safetensors": network, "other.safetensors": b"o" * 99}
    hub.files["me/ink"] = {"a.safetensors": b"a", "b.safetensors": b"b"}

    options = ["--model-config", "me/tiny", "--lora", "ink=me/ink/b.safetensors"]
    first, again = (limner("pull", "me/nets/sub/net.safetensors", *options) for _ in range(2))

    assert first.code == again.code == 0, first.err
    assert set(hub.fetched) == NEEDED | {"sub/net.safetensors", "b.safetensors"}
    assert len(hub.fetched) == len(set(hub.fetched))
    assert first.lines[-1].endswith("sub/net.safetensors")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["me/tiny/nothing.safetensors", "--model-config", "me/tiny"], "'me/tiny' has no file 'nothing.safetensors'."),
        (["./nothing.safetensors"], "There is no file './nothing.safetensors'."),
        (["me/tiny", "--model-config", "me/tiny"], "'config' is for a 'checkpoint' that is a single file."),
        (["me/nets/x.safetensors"], "does not know what model 'x.safetensors' is. Set 'config'"),
    ],
)
def test_pull_says_what_is_wrong_with_a_single_file(limner, hub, arguments, message):
    hub.files["me/nets"] = {"x.safetensors": safetensors.numpy.save({"x": np.zeros(4, np.float32)})}

    result = limner("pull", *arguments)

    assert result.code == 1
    assert message in result.err


def test_interrupted_pull_keeps_complete_files(limner, hub, monkeypatch):
    monkeypatch.setattr(constants, "DOWNLOAD_CHUNK_SIZE", 100_000)
    hub.files["me/tiny"]["transformer/diffusion_pytorch_model.safetensors"] = b"s" * 1_000_000
    show = PullProgress.report

    def interrupt(progress, num_bytes):
        if num_bytes > 500_000:
            raise KeyboardInterrupt
        show(progress, num_bytes)

    monkeypatch.setattr(PullProgress, "report", interrupt)
    interrupted = limner("pull", "me/tiny")
    complete = {name for name in FILES if isinstance(try_to_load_from_cache("me/tiny", name, revision=COMMIT), str)}
    hub.fetched.clear()
    monkeypatch.setattr(PullProgress, "report", show)

    assert interrupted.code == 130
    assert limner("pull", "me/tiny").code == 0
    assert "transformer/diffusion_pytorch_model.safetensors" in hub.fetched
    assert "model_index.json" in complete
    assert not complete.intersection(hub.fetched)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["me/nothing"], "There is no model 'me/nothing' on the hub."),
        (["me/gated"], "is gated: accept its licence at http://127.0.0.1"),
        (["me/tiny", "--revision", "v9"], "'me/tiny' has no revision 'v9'"),
        (["me/empty"], "has no weights that diffusers can load"),
        (["not an id"], "There is no model 'not an id'"),
    ],
)
def test_pull_says_what_is_wrong(limner, hub, arguments, said):
    hub.files |= {"me/gated": dict(FILES), "me/empty": {"README.md": b""}}
    hub.gated.add("me/gated")

    ran = limner("pull", *arguments)

    assert ran.code == 1
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1


def test_pull_without_a_network_says_so(limner, hub, monkeypatch):
    monkeypatch.setattr(pulling, "ENDPOINT", "http://127.0.0.1:9")

    ran = limner("pull", "me/tiny")

    assert ran.code == 1
    assert "The hub cannot be reached at http://127.0.0.1:9" in ran.err


def test_pull_without_space_downloads_nothing(limner, hub, monkeypatch):
    monkeypatch.setattr(pulling, "_free_bytes", lambda folder: 100)

    ran = limner("pull", "me/tiny")

    assert ran.code == 1
    assert "Set HF_HOME to a folder with more space." in ran.err
    assert hub.fetched == ["model_index.json"]


def test_full_disk_is_named(limner, hub, monkeypatch):
    def fetch(*arguments, **options):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(pulling, "hf_hub_download", fetch)

    assert "There is no space left in" in limner("pull", "me/tiny").err


@pytest.mark.parametrize(
    ("variant", "chosen"),
    [(None, "model-00001-of-00002.safetensors"), ("bf16", "model.bf16-00001-of-00002.safetensors")],
)
def test_shards_and_their_index_are_chosen_by_variant(variant, chosen):
    names = [
        "model-00001-of-00002.safetensors",
        "model.bf16-00001-of-00002.safetensors",
        "model.safetensors.index.json",
        "model.bin.index.json",
        "pytorch_model-00001-of-00002.bin",
    ]
    files = [HubFile(f"text_encoder/{name}", 1) for name in names]

    found = pipeline_files(files, {"text_encoder": ["transformers", "T5EncoderModel"]}, variant)

    assert {file.path.rpartition("/")[2] for file in found} == {chosen, "model.safetensors.index.json"}


def test_progress_is_one_line_of_a_terminal(monkeypatch):
    stream = io.StringIO()
    stream.isatty = lambda: True
    monkeypatch.setattr("limner.cli.pull.TERMINAL_PERIOD_S", 0)
    progress = PullProgress("me/tiny", 8_000_000_000, stream)
    progress.report(4_000_000_000)
    progress.finish()

    assert "\r\x1b[Kme/tiny: 4.0 of 8.0 GB, 50 %" in stream.getvalue()
    assert stream.getvalue().count("\n") == 1


def test_progress_is_described_with_speed_and_time_left():
    assert describe_progress("m", 2_000_000_000, 8_000_000_000, 50e6) == "m: 2.0 of 8.0 GB, 25 %, 50 MB/s, 2 min left"


def test_hub_knows_the_size_of_what_is_not_here(hub):
    hub.files["me/taef1"] = {"config.json": b"{}", "model.safetensors": b"s" * 90, "model.bin": b"b" * 5}
    hub.files["me/ink"] = {"a.safetensors": b"a" * 30, "b.safetensors": b"b" * 50}

    assert ask_size("preview_vae", "me/taef1") == PartSize("preview_vae", num_fixed_bytes=90)
    assert ask_size("adapter ink", "me/ink/b.safetensors") == PartSize("adapter ink", num_fixed_bytes=50)
    assert ask_size("vae", "me/nothing") is ask_size("vae", "./nothing.safetensors") is ask_size("vae", "a//b") is None
    assert hub.fetched == []


def test_damaged_index_on_the_hub_is_named(limner, hub):
    hub.files["me/damaged"] = {**FILES, "model_index.json": b"{"}

    result = limner("pull", "me/damaged")

    assert result.code == 1
    assert "model_index.json" in result.err


def test_flags_of_pull_are_those_of_serve(limner):
    shown = limner("pull", "--help").out

    assert set(command.FLAG_NAMES) <= FLAGS.keys()
    assert all(flag_name(name) in shown for name in command.FLAG_NAMES)
