"""A failure affects only the request that caused it."""

import asyncio
import weakref

import openai
import pytest
from engine_fixtures import edit, events_of, make_request, model_of, running

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.errors import EngineError, PictureError  # noqa: E402
from limner.core.picture import CompletedImage, Size  # noqa: E402
from limner.settings import Settings, Storage  # noqa: E402
from raw_http import get  # noqa: E402
from running import running_server, wait_until  # noqa: E402


class OutOfMemoryAbove:
    """A forward hook that raises an out-of-memory error above `max_rows`."""

    def __init__(self, max_rows):
        self.max_rows = max_rows
        self.refused = 0

    def __call__(self, module, args, kwargs):
        if len(kwargs["hidden_states"]) > self.max_rows:
            self.refused += 1
            raise torch.OutOfMemoryError("out of memory, simulated")


@pytest.mark.parametrize("max_rows", [1, 2])
def test_out_of_memory_halves_batch_and_completes_all(engine_of, max_rows):
    with running(engine := engine_of("flux", steps=6)) as run:
        run(events_of(engine, make_request()))
        limit = OutOfMemoryAbove(max_rows)
        network = model_of(engine).networks["transformer"].real
        hook = network.register_forward_pre_hook(limit, with_kwargs=True)
        events = run(events_of(engine, make_request(n=8)))
        again = limit.refused
        run(events_of(engine, make_request(n=8)))
        hook.remove()

    assert len(events) == 8
    assert limit.refused == again > 0, "the limit was learned"


def test_image_that_never_fits_fails_alone(engine_of):
    class TooLarge:
        def __call__(self, module, args, kwargs):
            if kwargs["hidden_states"].shape[1] > 256:
                raise torch.OutOfMemoryError("out of memory, simulated")

    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, make_request()))
        model_of(engine).networks["transformer"].real.register_forward_pre_hook(TooLarge(), with_kwargs=True)

        async def both():
            return await asyncio.gather(
                events_of(engine, make_request()),
                events_of(engine, make_request(size=Size(128, 128))),
                return_exceptions=True,
            )

        small, large = run(both())

    assert isinstance(small[0], CompletedImage)
    assert isinstance(large, EngineError)
    assert large.code == "out_of_memory"


def test_failing_image_does_not_fail_its_batch(engine_of):
    class FailsAtGuidanceSix:
        def __call__(self, module, args, kwargs):
            if bool((kwargs["guidance"] == 6.0).any()):
                raise RuntimeError("not this one")

    with running(engine := engine_of("flux", steps=6)) as run:
        run(events_of(engine, make_request()))
        model_of(engine).networks["transformer"].real.register_forward_pre_hook(FailsAtGuidanceSix(), with_kwargs=True)

        async def three():
            return await asyncio.gather(
                events_of(engine, make_request(n=3)),
                events_of(engine, make_request(guidance_scale=6.0)),
                events_of(engine, make_request(n=3)),
                return_exceptions=True,
            )

        first, bad, second = run(three())

    assert (len(first), len(second)) == (3, 3)
    assert isinstance(bad, EngineError)


def test_nan_image_is_an_error(engine_of):
    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, make_request()))
        vae = model_of(engine).pipeline.vae
        decode = vae.decode
        vae.decode = lambda *args, **kwargs: (decode(*args, **kwargs)[0] * float("nan"),)
        with pytest.raises(EngineError, match="NaN"):
            run(events_of(engine, make_request()))
        del vae.decode
        assert run(events_of(engine, make_request()))


def test_load_failure_is_reported_and_other_models_work(engine_of, tmp_path):
    broken = engine_of("flux", checkpoint=str(tmp_path / "nothing"))
    good = engine_of("flux")

    with running(broken, good) as run:
        with pytest.raises(EngineError, match="nothing") as failure:
            run(events_of(broken, make_request()))
        assert run(events_of(good, make_request()))

    assert failure.value.code == "model_load_failed"


def test_model_without_image_input_rejects_edits(engine_of):
    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, make_request()))
        classes = model_of(engine).classes
        classes.image2image = classes.inpaint = None
        with pytest.raises(PictureError, match="cannot work from images"):
            run(events_of(engine, edit()))


def test_tensors_of_failed_forward_are_freed_before_retry(engine_of):
    """The frames of an error hold its tensors: on a GPU the retry would run out of memory, too."""
    held = []

    class TracksTensors:
        def __call__(self, module, args, kwargs):
            assert not [one for one in held if one() is not None], "tensors of the failed forward are still alive"
            large = torch.zeros(1000)
            held.append(weakref.ref(large))
            if len(kwargs["hidden_states"]) > 1:
                raise torch.OutOfMemoryError("out of memory, simulated")

    with running(engine := engine_of("flux", steps=6)) as run:
        run(events_of(engine, make_request()))
        model_of(engine).networks["transformer"].real.register_forward_pre_hook(TracksTensors(), with_kwargs=True)

        assert len(run(events_of(engine, make_request(n=4)))) == 4
    assert len(held) > 6


def test_idle_models_are_evicted_before_an_image_fails(engine_of):
    flux, z_image = engine_of("flux"), engine_of("z-image")

    class OutOfMemoryWithTwoModels:
        def __call__(self, module, args, kwargs):
            if model_of(z_image) is not None:
                raise torch.OutOfMemoryError("out of memory, simulated")

    with running(flux, z_image) as run:
        run(events_of(z_image, make_request()))
        run(events_of(flux, make_request()))
        model_of(flux).networks["transformer"].real.register_forward_pre_hook(
            OutOfMemoryWithTwoModels(), with_kwargs=True
        )

        assert run(events_of(flux, make_request()))
        assert model_of(z_image) is None
        assert run(events_of(z_image, make_request())), "it is loaded again"


@pytest.mark.parametrize("stage", ["encode", "decode"])
def test_out_of_memory_in_vae_is_retried_with_tiling(engine_of, stage):
    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, make_request()))
        vae, tiled = model_of(engine).pipeline.vae, []
        real = getattr(vae, stage)

        def cramped(*args, **kwargs):
            tiled.append(vae.use_tiling)
            if not vae.use_tiling:
                raise torch.OutOfMemoryError("out of memory, simulated")
            return real(*args, **kwargs)

        setattr(vae, stage, cramped)
        events = run(events_of(engine, edit()))

    assert isinstance(events[-1], CompletedImage)
    assert tiled[:2] == [False, True]


@pytest.mark.parametrize("where", ["projection", "start", "decode", "send"])
def test_failed_preview_does_not_block_the_image(engine_of, where):
    with running(engine := engine_of("flux", steps=6)) as run:
        run(events_of(engine, make_request(n=2, size=Size(128, 128), num_inference_steps=2)))
        model, output = model_of(engine), engine.workers[0].output

        def fail(*args, **kwargs):
            raise RuntimeError("simulated")

        if where == "projection":
            model.projection.apply = fail
        else:
            model.projection.apply = lambda *args: None  # falls back to the VAE
        if where == "start":
            model.noise_scheduler = OnlyOnce(model.noise_scheduler)
        if where == "decode":
            model.pipeline.vae.decode = FailsUntil(model.pipeline.vae.decode, 2)
        if where == "send":
            output.send_preview = fail
        events = run(events_of(engine, make_request(partial_images=2)))

    assert [type(event) for event in events] == [CompletedImage]


class OnlyOnce:
    def __init__(self, real):
        self.real, self.calls = real, 0

    def __call__(self):
        self.calls += 1
        if self.calls > 1:
            raise RuntimeError("simulated")
        return self.real()


class FailsUntil:
    def __init__(self, real, calls):
        self.real, self.left = real, calls

    def __call__(self, *args, **kwargs):
        self.left -= 1
        if self.left >= 0:
            raise RuntimeError("simulated")
        return self.real(*args, **kwargs)


class FaultyGpu:
    """A forward hook that raises a CUDA error."""

    def __call__(self, module, args):
        raise torch.AcceleratorError("an illegal memory access, simulated")


@pytest.mark.parametrize("is_lost", [False, True])
def test_lost_device_is_reported_and_recovered_one_continues(engine_of, tmp_path, is_lost):
    engine = engine_of("flux")
    worker = engine.workers[0]
    with running_server(engine, Settings(storage=Storage(folder=tmp_path))) as server:
        images = server.client().images
        images.generate(model="gpt-image-1", prompt="a cat", size="64x64")
        worker.device.is_lost = lambda: is_lost
        hook = model_of(engine).networks["transformer"].real.register_forward_pre_hook(FaultyGpu())
        with pytest.raises(openai.InternalServerError):
            images.generate(model="gpt-image-1", prompt="a cat", size="64x64")
        hook.remove()

        if is_lost:
            assert wait_until(lambda: engine.fatal_error is not None)
            with pytest.raises(openai.InternalServerError) as failure:
                images.generate(model="gpt-image-1", prompt="a cat", size="64x64")
            assert failure.value.code == "device_lost"
            health = get(server.port, "/health")
            assert (health.status, health.json()["error"]["code"]) == (503, "device_lost")
            assert worker.load == 0
        else:
            assert images.generate(model="gpt-image-1", prompt="a cat", size="64x64").data
            assert get(server.port, "/health").status == 200


def test_other_device_takes_over_when_one_is_lost(engine_of):
    engine = engine_of("flux", device=["cpu", "cpu:0"])
    with running(engine) as run:
        run(events_of(engine, make_request(n=2)))
        lost, other = engine.workers
        lost.fatal_error = "simulated"

        async def concurrently():
            return await asyncio.gather(*(events_of(engine, make_request(seed=seed)) for seed in range(4)))

        before = other.stats.num_forwards
        assert len(run(concurrently())) == 4
        assert engine.fatal_error is None
        assert other.stats.num_forwards > before
