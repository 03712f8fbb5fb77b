"""What goes wrong harms whoever it belongs to, and nobody else."""

import asyncio
import weakref

import openai
import pytest
from studio import edit, events_of, model_of, running, wish

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.errors import EngineError, PictureError  # noqa: E402
from limner.core.picture import CompletedImage, Size  # noqa: E402
from limner.settings import Settings, Storage  # noqa: E402
from raw_http import get  # noqa: E402
from running import running_server, wait_until  # noqa: E402


class NoRoom:
    """A network for which memory is short from so many rows on."""

    def __init__(self, max_rows):
        self.max_rows = max_rows
        self.refused = 0

    def __call__(self, module, args, kwargs):
        if len(kwargs["hidden_states"]) > self.max_rows:
            self.refused += 1
            raise torch.OutOfMemoryError("out of memory, as asked")


@pytest.mark.parametrize("max_rows", [1, 2])
def test_short_of_memory_the_batch_is_halved_and_everybody_is_served(engine_of, max_rows):
    with running(engine := engine_of("flux", steps=6)) as run:
        run(events_of(engine, wish()))
        limit = NoRoom(max_rows)
        network = model_of(engine).networks["transformer"].real
        hook = network.register_forward_pre_hook(limit, with_kwargs=True)
        events = run(events_of(engine, wish(n=8)))
        again = limit.refused
        run(events_of(engine, wish(n=8)))
        hook.remove()

    assert len(events) == 8
    assert limit.refused == again > 0, "it was learned"


def test_whoever_does_not_fit_at_all_fails_alone(engine_of):
    class TooLarge:
        def __call__(self, module, args, kwargs):
            if kwargs["hidden_states"].shape[1] > 256:
                raise torch.OutOfMemoryError("out of memory, as asked")

    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, wish()))
        model_of(engine).networks["transformer"].real.register_forward_pre_hook(TooLarge(), with_kwargs=True)

        async def both():
            return await asyncio.gather(
                events_of(engine, wish()), events_of(engine, wish(size=Size(128, 128))), return_exceptions=True
            )

        small, large = run(both())

    assert isinstance(small[0], CompletedImage)
    assert isinstance(large, EngineError)
    assert large.code == "out_of_memory"


def test_one_that_fails_in_a_batch_does_not_take_the_others_along(engine_of):
    class Allergic:
        def __call__(self, module, args, kwargs):
            if bool((kwargs["guidance"] == 6.0).any()):
                raise RuntimeError("not this one")

    with running(engine := engine_of("flux", steps=6)) as run:
        run(events_of(engine, wish()))
        model_of(engine).networks["transformer"].real.register_forward_pre_hook(Allergic(), with_kwargs=True)

        async def three():
            return await asyncio.gather(
                events_of(engine, wish(n=3)),
                events_of(engine, wish(guidance_scale=6.0)),
                events_of(engine, wish(n=3)),
                return_exceptions=True,
            )

        first, bad, second = run(three())

    assert (len(first), len(second)) == (3, 3)
    assert isinstance(bad, EngineError)


def test_a_picture_of_nan_is_an_error_not_a_black_square(engine_of):
    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, wish()))
        vae = model_of(engine).pipeline.vae
        decode = vae.decode
        vae.decode = lambda *args, **kwargs: (decode(*args, **kwargs)[0] * float("nan"),)
        with pytest.raises(EngineError, match="NaN"):
            run(events_of(engine, wish()))
        del vae.decode
        assert run(events_of(engine, wish()))


def test_a_model_that_cannot_be_loaded_says_why_and_the_others_are_served(engine_of, tmp_path):
    broken = engine_of("flux", checkpoint=str(tmp_path / "nothing"))
    good = engine_of("flux")

    with running(broken, good) as run:
        with pytest.raises(EngineError, match="nothing") as failure:
            run(events_of(broken, wish()))
        assert run(events_of(good, wish()))

    assert failure.value.code == "model_load_failed"


def test_a_model_that_cannot_see_says_so(engine_of):
    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, wish()))
        classes = model_of(engine).classes
        classes.redraw = classes.inpaint = None
        with pytest.raises(PictureError, match="cannot work from images"):
            run(events_of(engine, edit()))


def test_what_did_not_fit_is_let_go_before_less_is_tried(engine_of):
    """The frames of an error hold every tensor that they had made: on a GPU there would be no room for half of it."""
    held = []

    class Greedy:
        def __call__(self, module, args, kwargs):
            assert not [one for one in held if one() is not None], "what did not fit is still there"
            large = torch.zeros(1000)
            held.append(weakref.ref(large))
            if len(kwargs["hidden_states"]) > 1:
                raise torch.OutOfMemoryError("out of memory, as asked")

    with running(engine := engine_of("flux", steps=6)) as run:
        run(events_of(engine, wish()))
        model_of(engine).networks["transformer"].real.register_forward_pre_hook(Greedy(), with_kwargs=True)

        assert len(run(events_of(engine, wish(n=4)))) == 4
    assert len(held) > 6


def test_models_that_nobody_uses_make_room_before_a_picture_fails(engine_of):
    flux, z_image = engine_of("flux"), engine_of("z-image")

    class NoRoomForTwo:
        def __call__(self, module, args, kwargs):
            if model_of(z_image) is not None:
                raise torch.OutOfMemoryError("out of memory, as asked")

    with running(flux, z_image) as run:
        run(events_of(z_image, wish()))
        run(events_of(flux, wish()))
        model_of(flux).networks["transformer"].real.register_forward_pre_hook(NoRoomForTwo(), with_kwargs=True)

        assert run(events_of(flux, wish()))
        assert model_of(z_image) is None
        assert run(events_of(z_image, wish())), "and it comes back"


@pytest.mark.parametrize("stage", ["encode", "decode"])
def test_short_of_memory_beside_the_steps_it_is_tried_again_in_tiles(engine_of, stage):
    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, wish()))
        vae, tiled = model_of(engine).pipeline.vae, []
        real = getattr(vae, stage)

        def cramped(*args, **kwargs):
            tiled.append(vae.use_tiling)
            if not vae.use_tiling:
                raise torch.OutOfMemoryError("out of memory, as asked")
            return real(*args, **kwargs)

        setattr(vae, stage, cramped)
        events = run(events_of(engine, edit()))

    assert isinstance(events[-1], CompletedImage)
    assert tiled[:2] == [False, True]


@pytest.mark.parametrize("where", ["sketch", "begin", "decode", "pixels"])
def test_a_preview_that_fails_holds_nobody_up(engine_of, where):
    """Whatever goes wrong on the way to a preview, the picture comes."""
    with running(engine := engine_of("flux", steps=6)) as run:
        run(events_of(engine, wish(n=2, size=Size(128, 128), num_inference_steps=2)))
        model, executor = model_of(engine), engine.workshops[0].executor

        def fail(*args, **kwargs):
            raise RuntimeError("as asked")

        if where == "sketch":
            model.projection.show = fail
        else:
            model.projection.show = lambda *args: None  # then it goes through the VAE
        if where == "begin":
            model.noise_scheduler = OnlyOnce(model.noise_scheduler)
        if where == "decode":
            model.pipeline.vae.decode = FailsUntil(model.pipeline.vae.decode, 2)
        if where == "pixels":
            executor.outlet.show = fail
        events = run(events_of(engine, wish(partial_images=2)))

    assert [type(event) for event in events] == [CompletedImage]


class OnlyOnce:
    def __init__(self, real):
        self.real, self.calls = real, 0

    def __call__(self):
        self.calls += 1
        if self.calls > 1:
            raise RuntimeError("as asked")
        return self.real()


class FailsUntil:
    def __init__(self, real, calls):
        self.real, self.left = real, calls

    def __call__(self, *args, **kwargs):
        self.left -= 1
        if self.left >= 0:
            raise RuntimeError("as asked")
        return self.real(*args, **kwargs)


class FaultyGpu:
    """A network whose device has an error, of which it recovers or not."""

    def __call__(self, module, args):
        raise torch.AcceleratorError("an illegal memory access, as asked")


@pytest.mark.parametrize("is_lost", [False, True])
def test_a_device_that_is_lost_is_told_and_one_that_recovers_draws_on(engine_of, tmp_path, is_lost):
    engine = engine_of("flux")
    workshop = engine.workshops[0]
    with running_server(engine, Settings(storage=Storage(folder=tmp_path))) as server:
        images = server.client().images
        images.generate(model="gpt-image-1", prompt="a cat", size="64x64")
        workshop.device.is_lost = lambda: is_lost
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
            assert workshop.load == 0
        else:
            assert images.generate(model="gpt-image-1", prompt="a cat", size="64x64").data
            assert get(server.port, "/health").status == 200


def test_where_one_of_two_devices_is_lost_the_other_draws_everything(engine_of):
    engine = engine_of("flux", device=["cpu", "cpu:0"])
    with running(engine) as run:
        run(events_of(engine, wish(n=2)))
        lost, other = engine.workshops
        lost.fatal_error = "as asked"

        async def crowd():
            return await asyncio.gather(*(events_of(engine, wish(seed=seed)) for seed in range(4)))

        before = other.executor.num_forwards
        assert len(run(crowd())) == 4
        assert engine.fatal_error is None
        assert other.executor.num_forwards > before
