"""Loading and unloading of models within a memory budget."""

import asyncio
import shutil
import weakref

import numpy as np
import pytest
from engine_fixtures import events_of, make_request, model_of, pixels_of, running

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
diffusers = pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.errors import EngineError  # noqa: E402
from limner.core.picture import Size  # noqa: E402
from limner.core.request import Lora  # noqa: E402
from limner.engines.diffusers.checkpoint import load_model  # noqa: E402
from limner.engines.diffusers.config import DeviceLimits  # noqa: E402
from limner.engines.diffusers.device import Device  # noqa: E402
from limner.engines.diffusers.memory_estimate import estimate_activation_bytes, estimate_bytes  # noqa: E402
from limner.engines.diffusers.worker import DeviceWorker, DeviceWorkers  # noqa: E402
from running import wait_until  # noqa: E402

INK = (Lora("ink", 20.0),)


def test_idle_model_is_unloaded_and_reloaded(engine_of):
    with running(engine := engine_of("flux", keep_alive=0.05)) as run:
        run(events_of(engine, make_request()))
        run(asyncio.sleep(0.4))
        assert model_of(engine) is None
        assert run(events_of(engine, make_request()))


def test_least_recently_used_model_is_evicted(engine_of):
    engines = [engine_of(family, memory_gb=0.004) for family in ("flux", "z-image", "klein")]

    with running(*engines) as run:
        for engine in engines:
            run(events_of(engine, make_request()))
        flux, z_image, klein = (model_of(engine) for engine in engines)
        assert klein is not None
        assert flux is None
        assert z_image is not None
        assert run(events_of(engines[0], make_request()))
        assert model_of(engines[1]) is None


def test_models_that_do_not_fit_together_alternate(engine_of):
    flux, z_image = engine_of("flux", memory_gb=0.0005), engine_of("z-image", memory_gb=0.0005)

    with running(flux, z_image) as run:

        async def both():
            return await asyncio.gather(
                *(events_of(engine, make_request()) for engine in (flux, z_image, flux, z_image))
            )

        assert all(len(events) == 1 for events in run(both()))


def test_one_checkpoint_with_two_option_sets_is_two_models(engine_of, adapter):
    """Both arrive together with equal shapes, and each must use its own weights."""
    plain, inked = engine_of("flux"), engine_of("flux", lora={"ink": adapter})
    alone = [pixels_of(draw_alone(engine, lora)[0].picture) for engine, lora in ((plain, ()), (inked, INK))]
    plain.workers[0].tuner.target_rows = lambda key, rows_per_job=1: 8

    with running(plain, inked) as run:

        async def both():
            await asyncio.gather(events_of(plain, make_request()), events_of(inked, make_request()))
            return await asyncio.gather(events_of(plain, make_request()), events_of(inked, make_request(lora=INK)))

        together = [pixels_of(events[0].picture) for events in run(both())]

    assert np.abs(alone[0] - alone[1]).max() > 3
    for one, other in zip(alone, together, strict=True):
        assert np.abs(one - other).max() <= 1


def draw_alone(engine, lora):
    with running(engine) as run:
        return run(events_of(engine, make_request(lora=lora)))


def test_conflicting_device_limits_are_rejected(engine_of):
    first = engine_of("flux", memory_gb=1)

    with pytest.raises(ValueError, match=r"'memory_gb'.*engines\.diffusers"):
        engine_of("z-image", memory_gb=2)
    assert first


def test_engines_of_one_pool_share_a_worker_per_device(engine_of):
    pool = DeviceWorkers()
    first, second = engine_of("flux", workers=pool), engine_of("z-image", workers=pool)
    separate = engine_of("flux", workers=DeviceWorkers())

    assert first.workers[0] is second.workers[0]
    assert first.workers[0] is not separate.workers[0]


def test_two_devices_run_two_replicas(engine_of):
    with running(engine := engine_of("flux", device=["cpu", "cpu:0"])) as run:

        async def concurrently():
            return await asyncio.gather(*(events_of(engine, make_request(seed=seed)) for seed in range(6)))

        pictures = run(concurrently())

    assert len(pictures) == 6
    assert all(worker.stats.num_forwards for worker in engine.workers)


def test_unloaded_model_frees_its_memory(engine_of):
    """Even after a VAE preview, whose pipeline is a reference cycle."""
    with running(engine := engine_of("flux", keep_alive=1)) as run:
        run(events_of(engine, make_request(partial_images=2)))
        network = weakref.ref(model_of(engine).networks["transformer"].real)
        assert network() is not None

        assert wait_until(lambda: model_of(engine) is None)
        assert wait_until(lambda: network() is None, timeout_s=1)


def test_evicted_model_keeps_its_tuning(engine_of):
    flux, z_image = engine_of("flux", memory_gb=0.0005), engine_of("z-image", memory_gb=0.0005)

    with running(flux, z_image) as run:
        run(events_of(flux, make_request(n=2, size=Size(128, 128))))
        run(events_of(z_image, make_request()))
        assert model_of(flux) is None
        run(events_of(flux, make_request(num_inference_steps=1)))

        assert model_of(flux).projection.is_ready


class SingleModelLoader:
    """Loads one model at a time: a second one runs out of memory."""

    def __init__(self):
        self.loaded, self.refused = [], 0

    def __call__(self, spec, device):
        if any(model() is not None for model in self.loaded):
            self.refused += 1
            raise torch.OutOfMemoryError("out of memory, simulated")
        model = load_model(spec, device)
        self.loaded.append(weakref.ref(model))
        return model


def test_out_of_memory_while_loading_evicts_idle_model(engine_of, tmp_path):
    flux, z_image = engine_of("flux"), engine_of("z-image")
    loader = SingleModelLoader()
    worker = DeviceWorker("cpu", DeviceLimits(cache=tmp_path), loader=loader)
    flux.workers = z_image.workers = [worker]

    with running(flux, z_image) as run:
        run(events_of(flux, make_request()))
        assert run(events_of(z_image, make_request()))

    assert loader.refused == 1


def test_out_of_memory_while_loading_is_reported(engine_of, tmp_path):
    engine = engine_of("flux")

    def loader(spec, device):
        raise torch.OutOfMemoryError("out of memory, simulated")

    engine.workers = [DeviceWorker("cpu", DeviceLimits(cache=tmp_path), loader=loader)]
    with running(engine) as run, pytest.raises(EngineError, match="out of memory") as failure:
        run(events_of(engine, make_request()))

    assert failure.value.code == "model_load_failed"


@pytest.mark.parametrize("family", ["flux", "sdxl", "qwen-image"])
@pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
def test_estimated_bytes_match_loaded_bytes(checkpoints, engine_of, family, dtype):
    spec = engine_of(family, dtype=dtype).spec

    assert estimate_bytes(spec, "cpu") == pytest.approx(load_model(spec, "cpu").num_bytes, rel=0.02)


def test_variants_and_single_files_are_not_counted_twice(checkpoints, engine_of, tmp_path):
    folder = tmp_path / "flux"
    shutil.copytree(checkpoints("flux"), folder)
    weights = folder / "transformer" / "diffusion_pytorch_model.safetensors"
    whole = estimate_bytes(engine_of("flux", checkpoint=str(folder)).spec, "cpu")
    shutil.copy(weights, folder / "flux1-dev.safetensors")
    shutil.copy(weights, weights.with_name("diffusion_pytorch_model.fp16.safetensors"))

    for variant in (None, "fp16"):
        assert estimate_bytes(engine_of("flux", checkpoint=str(folder), variant=variant).spec, "cpu") == whole


def test_damaged_checkpoint_is_estimated_as_zero_bytes(checkpoints, engine_of, tmp_path):
    folder = tmp_path / "flux"
    shutil.copytree(checkpoints("flux"), folder)
    for file in folder.rglob("*.safetensors"):
        file.write_bytes(b"\xff" * 20)

    assert estimate_bytes(engine_of("flux", checkpoint=str(folder)).spec, "cpu") == 0
    header = b'{"a": {"dtype": "F32"}}'
    for file in folder.rglob("*.safetensors"):
        file.write_bytes(len(header).to_bytes(8, "little") + header)
    assert estimate_bytes(engine_of("flux", checkpoint=str(folder)).spec, "cpu") == 0
    assert estimate_bytes(engine_of("flux", checkpoint="no/checkpoint").spec, "cpu") == 0


FP8 = {"quant_backend": "torchao", "quant_type": "Float8WeightOnlyConfig"}


@pytest.mark.parametrize(
    ("options", "share"),
    [
        pytest.param({"offload": "sequential"}, 0, id="sequential offload"),
        pytest.param({"offload": "group"}, 0, id="group offload"),
        pytest.param({"quantization": {"transformer": FP8}}, 0.25, id="8 of 32 bits"),
        pytest.param({"quantization": {"quant_backend": "bitsandbytes_4bit"}}, 4.5 / 32, id="4 bits and scales"),
        pytest.param({"quantization": {"text_encoder": FP8}}, 1, id="another part"),
    ],
)
def test_estimate_follows_offload_and_quantization(engine_of, tmp_path, options, share):
    (tmp_path / "transformer").mkdir()
    (tmp_path / "model_index.json").write_text('{"transformer": ["diffusers", "FluxTransformer2DModel"]}')
    header = b'{"proj.weight": {"dtype": "F32", "shape": [64, 64]}}'
    (tmp_path / "transformer" / "model.safetensors").write_bytes(len(header).to_bytes(8, "little") + header)

    spec = engine_of("flux", checkpoint=str(tmp_path), **options).spec

    assert estimate_bytes(spec, "cpu") == share * 64 * 64 * 4


def test_offloaded_model_is_estimated_by_its_largest_part(engine_of):
    whole = estimate_bytes(engine_of("flux").spec, "cpu")
    spec = engine_of("flux", offload="model").spec

    assert 0 < estimate_bytes(spec, "cpu") < whole
    assert estimate_bytes(spec, "cpu") == pytest.approx(load_model(spec, "cpu").num_bytes, rel=0.02)


def test_quantized_model_is_estimated_without_its_original_size(engine_of):
    spec = engine_of("flux", dtype="bfloat16", quantization={"transformer": FP8}).spec

    assert estimate_bytes(spec, "cpu") == pytest.approx(load_model(spec, "cpu").num_bytes, rel=0.15)


def test_budget_is_what_is_free_less_what_images_need(engine_of, monkeypatch, tmp_path):
    """Other processes use the same GPU; a large image evicts an idle model that a small one leaves."""
    flux, z_image = engine_of("flux"), engine_of("z-image")
    worker = DeviceWorker("cpu", DeviceLimits(cache=tmp_path))
    flux.workers = z_image.workers = [worker]
    both = sum(estimate_bytes(engine.spec, "cpu") for engine in (flux, z_image))
    small = estimate_activation_bytes(flux.spec, "cpu", Size(64, 64))
    monkeypatch.setattr(Device, "available_bytes", lambda device: int((both + small) / 0.94))
    with running(flux, z_image) as run:
        run(events_of(flux, make_request(num_inference_steps=1)))
        run(events_of(z_image, make_request(num_inference_steps=1)))
        assert worker.models.get(flux.spec) is not None

        monkeypatch.setattr(Device, "available_bytes", lambda device: int((both + small) / 0.96))
        worker.models._slots[z_image.spec].model = None
        worker.models._slots[z_image.spec].status = "absent"
        run(events_of(z_image, make_request(num_inference_steps=1)))

    assert worker.models.get(flux.spec) is None


@pytest.mark.parametrize(("offload", "device_map"), [(None, "cpu"), ("model", None)])
def test_weights_are_read_onto_the_device(engine_of, monkeypatch, offload, device_map):
    """Else they take twice their size in main memory, and twice the time."""
    real, maps = diffusers.DiffusionPipeline.from_pretrained, []

    def from_pretrained(checkpoint, **options):
        maps.append(options.get("device_map"))
        return real(checkpoint, **options)

    monkeypatch.setattr(diffusers.DiffusionPipeline, "from_pretrained", from_pretrained)

    assert load_model(engine_of("flux", offload=offload).spec, "cpu")
    assert maps == [device_map]


def test_pipeline_without_device_map_is_loaded_through_main_memory(engine_of, monkeypatch):
    real, maps = diffusers.DiffusionPipeline.from_pretrained, []

    def from_pretrained(checkpoint, *, device_map=None, **options):
        maps.append(device_map)
        if device_map is not None:
            raise NotImplementedError("`device_map` is not yet supported for connected pipelines.")
        return real(checkpoint, **options)

    monkeypatch.setattr(diffusers.DiffusionPipeline, "from_pretrained", from_pretrained)

    assert load_model(engine_of("flux").spec, "cpu")
    assert maps == ["cpu", None]
