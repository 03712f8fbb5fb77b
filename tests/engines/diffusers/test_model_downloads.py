"""Downloads precede loading, and hold up no other model."""

import asyncio
import json
import queue
import shutil
import threading
import time

import pytest
from engine_fixtures import events_of, make_request, running

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
diffusers = pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from huggingface_hub import constants  # noqa: E402
from tiny import modular  # noqa: E402

from hub import files_of  # noqa: E402
from limner.core.errors import EngineError  # noqa: E402
from limner.engines.diffusers import downloads  # noqa: E402
from limner.engines.diffusers import model_cache as cache_module  # noqa: E402
from limner.engines.diffusers import worker as worker_module  # noqa: E402
from limner.engines.diffusers.checkpoint import load_model  # noqa: E402
from limner.engines.diffusers.config import DeviceLimits  # noqa: E402
from limner.engines.diffusers.memory_estimate import estimate_bytes  # noqa: E402
from limner.engines.diffusers.model_cache import ModelCache  # noqa: E402
from limner.engines.diffusers.worker import DeviceWorker, DeviceWorkers  # noqa: E402


def test_local_model_does_not_wait_for_a_download(engine_of, monkeypatch):
    may_end = threading.Event()

    def download(spec):
        if spec.checkpoint == "hub/large":
            assert may_end.wait(30)
            raise OSError("no such model, simulated")

    monkeypatch.setattr(worker_module, "download", download)
    pool = DeviceWorkers()
    remote, local = engine_of("flux", checkpoint="hub/large", workers=pool), engine_of("flux", workers=pool)
    with running(remote, local) as run:

        async def both():
            waiting = asyncio.create_task(events_of(remote, make_request()))
            await asyncio.sleep(0)
            assert await asyncio.wait_for(events_of(local, make_request()), 30)
            assert not waiting.done()
            may_end.set()
            with pytest.raises(EngineError, match="no such model"):
                await waiting

        run(both())


def test_size_is_known_once_a_model_was_downloaded(engine_of, monkeypatch):
    sizes, loads, commands = [], [], queue.SimpleQueue()
    monkeypatch.setattr(cache_module, "estimate_bytes", lambda spec, device: sum(sizes))
    cache = ModelCache(
        "cpu",
        weight_budget=lambda activation_bytes: None,
        on_loaded=lambda spec, model: commands.put("loaded"),
        on_downloaded=lambda spec: commands.put("downloaded"),
        on_unload=lambda model: None,
        on_freed=lambda: None,
        loader=lambda spec, device: loads.append(cache._slots[spec].num_bytes),
        downloader=lambda spec: sizes.append(7),
    )
    spec = engine_of("flux").spec

    for expected in ("downloaded", "loaded"):
        assert cache.request(spec, now_s=0.0, keep_alive_s=None, busy=())
        assert commands.get(timeout=10) == expected
        if expected == "downloaded":
            assert not loads
            cache.set_downloaded(spec)

    assert loads == [7]


def test_downloaded_model_is_sized_and_loaded_without_the_hub(engine_of, checkpoints, monkeypatch, tmp_path):
    """The cache holds only the files that the pipeline needs, not all of its repository."""
    monkeypatch.setattr(downloads.constants, "HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setattr("huggingface_hub.file_download.constants.HF_HUB_CACHE", str(tmp_path))
    folder = tmp_path / "models--hub--tiny"
    snapshot = folder / "snapshots" / "abc"
    shutil.copytree(checkpoints("flux"), snapshot)
    (folder / "refs").mkdir()
    (folder / "refs" / "main").write_text("abc")
    spec = engine_of("flux", checkpoint="hub/tiny").spec

    assert estimate_bytes(spec, "cpu") == estimate_bytes(engine_of("flux").spec, "cpu") > 0
    assert load_model(spec, "cpu", is_downloaded=True).pipeline.config._name_or_path == str(
        folder / "snapshots" / "abc"
    )


def test_broken_model_is_not_loaded_again_at_once(engine_of, monkeypatch, tmp_path):
    loads = []

    def loader(spec, device):
        loads.append(spec)
        raise ValueError("broken, simulated")

    engine = engine_of("flux")
    engine.workers = [DeviceWorker("cpu", DeviceLimits(cache=tmp_path), loader=loader)]
    with running(engine) as run:
        for _ in range(3):
            with pytest.raises(EngineError, match="broken") as failure:
                run(events_of(engine, make_request()))
        assert (len(loads), failure.value.code) == (1, "model_load_failed")
        assert 1 <= int(failure.value.headers["retry-after"]) <= 5

        now_s = time.monotonic()
        monkeypatch.setattr(time, "monotonic", lambda: now_s + 6)
        with pytest.raises(EngineError):
            run(events_of(engine, make_request()))
        assert len(loads) == 2
        assert 6 <= int(engine.workers[0].models.load_error(engine.spec, now_s=now_s + 6).headers["retry-after"]) <= 10


def test_only_needed_files_are_downloaded(engine_of, checkpoints, hub):
    network = {"model.safetensors": b"1", "model.bin": b"2", "config.json": b"{}", "nested/model.safetensors": b"3"}
    hub.files = {"hub/ink": network, "hub/tiny": network, "hub/large": files_of(checkpoints("flux"))}

    downloads.download(engine_of("flux", lora={"ink": "hub/ink"}, preview_vae="hub/tiny").spec)

    assert sorted(hub.fetched) == sorted(2 * ["model.safetensors", "config.json"])
    downloads.download(engine_of("flux", checkpoint="hub/large").spec)
    assert {"transformer/config.json", "tokenizer/tokenizer.json"} & set(hub.fetched)


def test_what_is_here_is_used_without_the_hub(engine_of, checkpoints, hub, monkeypatch):
    hub.files = {"hub/large": files_of(checkpoints("flux"))}
    spec = engine_of("flux", checkpoint="hub/large").spec
    downloads.download(spec)
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)

    downloads.download(spec)

    assert load_model(spec, "cpu", is_downloaded=True).num_bytes > 0
    with pytest.raises(ValueError, match="HF_HUB_OFFLINE is set"):
        downloads.download(engine_of("flux", checkpoint="hub/other").spec)


def test_modular_repository_is_downloaded_with_components_of_others(engine_of, hub, monkeypatch, tmp_path):
    torch.manual_seed(0)
    modular.modular_flux().save_pretrained(str(tmp_path / "own"), overwrite_modular_index=True)
    index = json.loads((tmp_path / "own" / "modular_model_index.json").read_text())
    for name, source in index.items():
        if isinstance(source, list):
            source[2]["pretrained_model_name_or_path"] = "them/texts" if "2" in name else "me/blocks"
    files = files_of(tmp_path / "own")
    of_others = {name: content for name, content in files.items() if "_2/" in name}
    own = {name: content for name, content in files.items() if name not in of_others}
    own["modular_model_index.json"] = json.dumps(index).encode()
    hub.files = {"me/blocks": own | {"transformer/model.ckpt": b"x"}, "them/texts": of_others | {"vae/x.bin": b"x"}}
    spec = engine_of("flux", checkpoint="me/blocks").spec

    downloads.download(spec)

    assert {"transformer/model.ckpt", "vae/x.bin"}.isdisjoint(hub.fetched)
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    model = load_model(spec, "cpu", is_downloaded=True)
    assert estimate_bytes(spec, "cpu") == pytest.approx(model.num_bytes, rel=0.02)
