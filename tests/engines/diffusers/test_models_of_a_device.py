"""Which models are there: they come when they are asked for, and go when there is no room or no use."""

import asyncio
import shutil
import weakref

import numpy as np
import pytest
from studio import events_of, model_of, pixels_of, running, wish

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.errors import EngineError  # noqa: E402
from limner.core.picture import Size  # noqa: E402
from limner.core.request import Lora  # noqa: E402
from limner.engines.diffusers.checkpoint import load  # noqa: E402
from limner.engines.diffusers.orders import Rules  # noqa: E402
from limner.engines.diffusers.weights import expected_bytes  # noqa: E402
from limner.engines.diffusers.workshop import Workshop  # noqa: E402
from running import wait_until  # noqa: E402

INK = (Lora("ink", 20.0),)


def test_a_model_that_nobody_uses_is_unloaded_and_comes_back(engine_of):
    with running(engine := engine_of("flux", keep_alive=0.05)) as run:
        run(events_of(engine, wish()))
        run(asyncio.sleep(0.4))
        assert model_of(engine) is None
        assert run(events_of(engine, wish()))


def test_within_a_memory_budget_the_least_recently_used_leaves(engine_of):
    engines = [engine_of(family, memory_gb=0.004) for family in ("flux", "z-image", "klein")]

    with running(*engines) as run:
        for engine in engines:
            run(events_of(engine, wish()))
        flux, z_image, klein = (model_of(engine) for engine in engines)
        assert klein is not None
        assert flux is None
        assert z_image is not None
        assert run(events_of(engines[0], wish()))
        assert model_of(engines[1]) is None


def test_two_models_that_have_no_room_together_take_turns(engine_of):
    flux, z_image = engine_of("flux", memory_gb=0.0005), engine_of("z-image", memory_gb=0.0005)

    with running(flux, z_image) as run:

        async def both():
            return await asyncio.gather(*(events_of(engine, wish()) for engine in (flux, z_image, flux, z_image)))

        assert all(len(events) == 1 for events in run(both()))


def test_one_checkpoint_with_two_settings_is_two_models(engine_of, adapter):
    """They come to the device together, with equal shapes, and each must be drawn with its own weights."""
    plain, inked = engine_of("flux"), engine_of("flux", lora={"ink": adapter})
    alone = [pixels_of(run_alone(engine, lora)[0].picture) for engine, lora in ((plain, ()), (inked, INK))]
    plain.workshops[0].scheduler.curve.width = lambda key, rows_each=1: 8

    with running(plain, inked) as run:

        async def both():
            await asyncio.gather(events_of(plain, wish()), events_of(inked, wish()))
            return await asyncio.gather(events_of(plain, wish()), events_of(inked, wish(lora=INK)))

        together = [pixels_of(events[0].picture) for events in run(both())]

    assert np.abs(alone[0] - alone[1]).max() > 3
    for one, other in zip(alone, together, strict=True):
        assert np.abs(one - other).max() <= 1


def run_alone(engine, lora):
    with running(engine) as run:
        return run(events_of(engine, wish(lora=lora)))


def test_models_of_one_device_share_its_rules(engine_of):
    first = engine_of("flux", memory_gb=1)

    with pytest.raises(ValueError, match=r"'memory_gb'.*engines\.diffusers"):
        engine_of("z-image", memory_gb=2)
    assert first


def test_two_devices_run_two_replicas(engine_of):
    with running(engine := engine_of("flux", device=["cpu", "cpu:0"])) as run:

        async def crowd():
            return await asyncio.gather(*(events_of(engine, wish(seed=seed)) for seed in range(6)))

        pictures = run(crowd())

    assert len(pictures) == 6
    assert all(workshop.executor.num_forwards for workshop in engine.workshops)


def test_a_model_that_was_unloaded_holds_no_memory(engine_of):
    """Not even after a preview through its autoencoder, whose pipeline is a circle of references."""
    with running(engine := engine_of("flux", keep_alive=1)) as run:
        run(events_of(engine, wish(partial_images=2)))
        network = weakref.ref(model_of(engine).networks["transformer"].real)
        assert network() is not None

        assert wait_until(lambda: model_of(engine) is None)
        assert wait_until(lambda: network() is None, timeout_s=1)


def test_one_that_had_to_leave_keeps_what_it_has_learned(engine_of):
    flux, z_image = engine_of("flux", memory_gb=0.0005), engine_of("z-image", memory_gb=0.0005)

    with running(flux, z_image) as run:
        run(events_of(flux, wish(n=2, size=Size(128, 128))))
        run(events_of(z_image, wish()))
        assert model_of(flux) is None
        run(events_of(flux, wish(num_inference_steps=1)))

        assert model_of(flux).projection.is_ready


class Cramped:
    """Loads one model at a time: a second one finds no memory."""

    def __init__(self):
        self.loaded, self.refused = [], 0

    def __call__(self, spec, device):
        if any(model() is not None for model in self.loaded):
            self.refused += 1
            raise torch.OutOfMemoryError("out of memory, as asked")
        model = load(spec, device)
        self.loaded.append(weakref.ref(model))
        return model


def test_a_model_for_which_there_is_no_memory_takes_the_place_of_an_idle_one(engine_of, tmp_path):
    flux, z_image = engine_of("flux"), engine_of("z-image")
    loader = Cramped()
    workshop = Workshop("cpu", Rules(cache_folder=tmp_path), loader=loader)
    flux.workshops = z_image.workshops = [workshop]

    with running(flux, z_image) as run:
        run(events_of(flux, wish()))
        assert run(events_of(z_image, wish()))

    assert loader.refused == 1


def test_one_that_finds_no_memory_at_all_says_so(engine_of, tmp_path):
    engine = engine_of("flux")

    def loader(spec, device):
        raise torch.OutOfMemoryError("out of memory, as asked")

    engine.workshops = [Workshop("cpu", Rules(cache_folder=tmp_path), loader=loader)]
    with running(engine) as run, pytest.raises(EngineError, match="out of memory") as failure:
        run(events_of(engine, wish()))

    assert failure.value.code == "model_load_failed"


@pytest.mark.parametrize("family", ["flux", "sdxl", "qwen-image"])
@pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
def test_what_a_checkpoint_will_take_is_told_from_its_files(checkpoints, engine_of, family, dtype):
    spec = engine_of(family, dtype=dtype).spec

    assert expected_bytes(spec, "cpu") == pytest.approx(load(spec, "cpu").num_bytes, rel=0.02)


def test_variants_and_single_files_in_a_checkpoint_are_not_counted_twice(checkpoints, engine_of, tmp_path):
    folder = tmp_path / "flux"
    shutil.copytree(checkpoints("flux"), folder)
    weights = folder / "transformer" / "diffusion_pytorch_model.safetensors"
    whole = expected_bytes(engine_of("flux", checkpoint=str(folder)).spec, "cpu")
    shutil.copy(weights, folder / "flux1-dev.safetensors")
    shutil.copy(weights, weights.with_name("diffusion_pytorch_model.fp16.safetensors"))

    for variant in (None, "fp16"):
        assert expected_bytes(engine_of("flux", checkpoint=str(folder), variant=variant).spec, "cpu") == whole


def test_a_damaged_checkpoint_takes_nothing_that_anybody_knew_of(checkpoints, engine_of, tmp_path):
    folder = tmp_path / "flux"
    shutil.copytree(checkpoints("flux"), folder)
    for file in folder.rglob("*.safetensors"):
        file.write_bytes(b"\xff" * 20)

    assert expected_bytes(engine_of("flux", checkpoint=str(folder)).spec, "cpu") == 0
    assert expected_bytes(engine_of("flux", checkpoint="nobody/nothing").spec, "cpu") == 0
