"""A failure affects only the request that caused it."""

import asyncio
import functools
import weakref

import numpy as np
import pytest
from engine_fixtures import Gate, edit, events_of, make_request, model_of, pixels_of, running, wait_until_idle

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.errors import EngineError, PictureError  # noqa: E402
from limner.core.picture import CompletedImage, Size  # noqa: E402
from limner.core.request import Lora  # noqa: E402


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

    def __call__(self, **options):
        self.calls += 1
        if self.calls > 1:
            raise RuntimeError("simulated")
        return self.real(**options)


class FailsUntil:
    def __init__(self, real, calls):
        self.real, self.left = real, calls

    def __call__(self, *args, **kwargs):
        self.left -= 1
        if self.left >= 0:
            raise RuntimeError("simulated")
        return self.real(*args, **kwargs)


@pytest.mark.parametrize("odd", ["5", "null", "[1]", '{"transformer": 5}'])
def test_odd_model_index_is_only_a_load_failure(engine_of, tmp_path, odd):
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "model_index.json").write_text(odd)
    engine = engine_of("flux", checkpoint=str(tmp_path / "odd"))

    with running(engine) as run, pytest.raises(EngineError) as failure:
        run(events_of(engine, make_request()))

    assert failure.value.code == "model_load_failed"
    assert engine.fatal_error is None


def test_error_before_a_forward_fails_only_its_image(engine_of, adapter):
    """Out of memory while room is made, then while adapters are switched; the switch is repeated for the next image."""
    inked = make_request(lora=(Lora("ink", 20.0),))
    with running(engine := engine_of("flux", lora={"ink": adapter}, deterministic=True)) as run:
        plain = pixels_of(run(events_of(engine, make_request()))[0].picture)
        run(events_of(engine, inked))
        run(events_of(engine, make_request()))
        model = model_of(engine)
        for owner, name in ((model, "enter_stage"), (model.pipeline, "set_adapters")):
            real, failures = getattr(owner, name), []

            def fail_first(*args, real=real, failures=failures):
                if args[0] != "encode_prompt" and len(failures) < 1:
                    failures.append(args)
                    raise RuntimeError("simulated")
                return real(*args)

            setattr(owner, name, fail_first)
            with pytest.raises(EngineError):
                run(events_of(engine, inked))
            assert failures
        again = pixels_of(run(events_of(engine, make_request()))[0].picture)

    assert engine.fatal_error is None
    assert np.array_equal(plain, again)


def test_pipeline_that_fails_when_cancelled_harms_no_other_image(engine_of, monkeypatch):
    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, make_request()))
        pipeline_class = model_of(engine).classes.text2image
        real = pipeline_class.__call__

        @functools.wraps(real)
        def call(*args, **kwargs):
            try:
                return real(*args, **kwargs)
            except BaseException as error:
                raise RuntimeError("simulated") from error

        monkeypatch.setattr(pipeline_class, "__call__", call)
        gate = Gate()
        model_of(engine).networks["transformer"].real.register_forward_pre_hook(gate)

        async def leave():
            task = asyncio.create_task(events_of(engine, make_request()))
            await gate.wait()
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            gate.opened.set()
            await wait_until_idle(engine)

        run(leave())
        assert run(events_of(engine, make_request()))

    assert engine.fatal_error is None


@pytest.mark.parametrize("part", ["expire", "admit", "run_stages", "step", "_add"])
def test_unexpected_error_in_the_worker_does_not_end_it(engine_of, part):
    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, make_request()))
        runner = engine.workers[0]._runner
        setattr(runner, part, FailsUntil(getattr(runner, part), 1))
        results = [run(gather_errors(engine)) for _ in range(2)]

    assert engine.fatal_error is None
    assert isinstance(results[-1][0], CompletedImage)


async def gather_errors(engine):
    try:
        return await events_of(engine, make_request())
    except EngineError as error:
        return [error]


@pytest.mark.parametrize(
    "message", ["cuDNN error: CUDNN_STATUS_ALLOC_FAILED", "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling"]
)
def test_allocation_errors_of_libraries_halve_the_batch(engine_of, message):
    class Cramped:
        def __call__(self, module, args, kwargs):
            if len(kwargs["hidden_states"]) > 1:
                raise RuntimeError(message)

    with running(engine := engine_of("flux", steps=2)) as run:
        run(events_of(engine, make_request()))
        tuner, limits = engine.workers[0].tuner, []
        tuner.target_rows = lambda key, rows_per_job=1: limits[-1] if limits else 8
        tuner.limit = lambda key, rows: limits.append(rows)
        model_of(engine).networks["transformer"].real.register_forward_pre_hook(Cramped(), with_kwargs=True)
        assert len(run(events_of(engine, make_request(n=4)))) == 4

    assert limits[-1] == 1


def test_out_of_memory_drops_encoded_prompts(engine_of):
    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, make_request(prompt="kept")))
        model = model_of(engine)
        assert len(model._prompts) == 1
        model.networks["transformer"].real.register_forward_pre_hook(OutOfMemoryAbove(0), with_kwargs=True)
        with pytest.raises(EngineError) as failure:
            run(events_of(engine, make_request(prompt="kept")))

    assert failure.value.code == "out_of_memory"
    assert not model._prompts
