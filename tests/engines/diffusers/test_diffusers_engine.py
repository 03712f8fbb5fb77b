"""The engine as the router sees it: events, sizes, masks, previews, and what happens when something goes wrong."""

import asyncio
import io
import threading
import time
from contextlib import aclosing

import numpy as np
import pytest
from PIL import Image
from studio import SIZE, events_of, hole, picture_of, running, scenery, wish

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.errors import BadRequestError, EngineError, OverloadedError, PictureError  # noqa: E402
from limner.core.picture import CompletedImage, PartialImage, Size  # noqa: E402
from limner.core.request import Lora  # noqa: E402


def pixels_of(picture):
    return np.asarray(Image.open(io.BytesIO(picture.read()))).astype(int)


def model_of(engine, index=0):
    return engine.workshops[index].shelf.get(engine.spec)


def edit(**fields):
    return wish(**{"operation": "edit", "images": (picture_of(scenery()),)} | fields)


class Gate:
    """Stands in a module's way: holds the thread until it is opened."""

    def __init__(self):
        self.reached, self.opened = threading.Event(), threading.Event()
        self.passed = 0

    def __call__(self, *args):
        self.reached.set()
        assert self.opened.wait(10)
        self.passed += 1

    async def wait(self):
        assert await asyncio.to_thread(self.reached.wait, 10)


async def settled(engine):
    """Wait until the workshop has nothing left."""
    workshop = engine.workshops[0]
    for _ in range(500):
        if not workshop.load and not workshop._works and not workshop._asides:
            return
        await asyncio.sleep(0.01)
    pytest.fail("something is left running")


@pytest.mark.parametrize("output_format", ["png", "jpeg", "webp"])
def test_it_draws_as_many_pictures_as_asked_in_the_asked_format(engine_of, output_format):
    with running(engine := engine_of("flux")) as run:
        events = run(events_of(engine, wish(n=3, output_format=output_format)))

    assert [event.image_index for event in events] == [0, 1, 2]
    for event in events:
        assert isinstance(event, CompletedImage)
        image = Image.open(io.BytesIO(event.picture.read()))
        assert (image.format, image.size) == (output_format.upper(), SIZE)


def test_the_same_seed_gives_the_same_picture_and_image_i_has_seed_plus_i(engine_of):
    with running(engine := engine_of("flux", deterministic=True)) as run:
        both = run(events_of(engine, wish(n=2)))
        again = run(events_of(engine, wish()))
        second = run(events_of(engine, wish(seed=8)))

    assert np.array_equal(pixels_of(both[0].picture), pixels_of(again[0].picture))
    assert np.array_equal(pixels_of(both[1].picture), pixels_of(second[0].picture))
    assert not np.array_equal(pixels_of(both[0].picture), pixels_of(both[1].picture))


def test_deterministic_pictures_are_never_in_a_batch(engine_of):
    with running(engine := engine_of("flux", deterministic=True)) as run:
        run(events_of(engine, wish(n=6)))

        workshop = engine.workshops[0]
        assert workshop.num_forwards == workshop.num_rows == 24


@pytest.mark.parametrize("size", [Size(65, 47), Size(100, 64), Size(64, 91)], ids=str)
@pytest.mark.parametrize("family", ["flux", "sdxl", "z-image"])
def test_any_size_is_returned_exactly(engine_of, family, size):
    with running(engine := engine_of(family, steps=2)) as run:
        drawn = run(events_of(engine, wish(size=size, partial_images=1)))
        edited = run(events_of(engine, edit(size=size)))

    assert [event.picture.size for event in drawn + edited] == [size] * 3
    assert pixels_of(drawn[-1].picture).shape == (size.height, size.width, 3)


@pytest.mark.parametrize("family", ["flux", "kontext", "klein", "sdxl", "z-image", "qwen-image"])
def test_outside_the_mask_every_pixel_stays(engine_of, family):
    original = scenery()
    request = edit(mask=picture_of(hole()), partial_images=1)

    with running(engine := engine_of(family)) as run:
        events = run(events_of(engine, request))

    half = SIZE.width // 2
    for event in events:
        assert np.array_equal(pixels_of(event.picture)[:, :half], original[:, :half])
    assert np.abs(pixels_of(events[-1].picture)[:, half:] - original[:, half:]).mean() > 5


def test_a_mask_works_on_a_model_without_a_class_for_it(engine_of):
    original = scenery()

    with running(engine := engine_of("flux", steps=6)) as run:
        run(events_of(engine, wish(num_inference_steps=1)))
        model_of(engine).classes.inpaint = None
        request = edit(mask=picture_of(hole()), strength=0.9)
        [event] = run(events_of(engine, request))

    half = SIZE.width // 2
    assert np.array_equal(pixels_of(event.picture)[:, :half], original[:, :half])
    assert np.abs(pixels_of(event.picture)[:, half:] - original[:, half:]).mean() > 5


@pytest.mark.parametrize("family", ["flux", "sdxl", "z-image"])
def test_a_latent_mask_holds_the_picture_in_place_whatever_is_drawn_beside_it(engine_of, family):
    with running(engine := engine_of(family, steps=5)) as run:
        run(events_of(engine, wish(num_inference_steps=1)))
        model = model_of(engine)
        model.classes.inpaint = None
        seen = []
        learn = model.projection.learn
        model.projection.learn = lambda latents, image: (seen.append(latents.clone()), learn(latents, image))
        for prompt in ("a cat", "two dogs, neon"):
            run(events_of(engine, edit(mask=picture_of(hole()), strength=0.9, prompt=prompt)))

    one, other = (latents[0].T.reshape(-1, 16, 16) if latents.ndim == 3 else latents[0] for latents in seen)
    half = one.shape[-1] // 2
    assert torch.allclose(one[..., :half], other[..., :half], atol=1e-5)
    assert not torch.allclose(one[..., half:], other[..., half:], atol=1e-3)


def test_a_lower_strength_stays_closer_to_the_picture(engine_of):
    with running(engine := engine_of("flux", steps=8)) as run:
        faithful, loose, unchanged = (
            pixels_of(run(events_of(engine, edit(**fields)))[0].picture)
            for fields in ({"input_fidelity": "high"}, {"input_fidelity": "low"}, {"strength": 0.02})
        )

    assert np.abs(faithful - unchanged).mean() < np.abs(loose - unchanged).mean()


def test_a_transparent_picture_has_alpha_and_is_told_to_be_beyond_the_model(engine_of):
    with running(engine := engine_of("flux", steps=1)) as run:
        [event] = run(events_of(engine, wish(background="transparent")))

    assert pixels_of(event.picture).shape[2] == 4
    assert "background" not in engine.obeys


@pytest.mark.parametrize("partial_images", [0, 1, 2, 3])
def test_previews_come_in_order_and_before_their_picture(engine_of, partial_images):
    with running(engine := engine_of("z-image", steps=6)) as run:
        events = run(events_of(engine, wish(n=2, partial_images=partial_images)))

    for index in (0, 1):
        *previews, last = [event for event in events if event.image_index == index]
        assert isinstance(last, CompletedImage)
        assert [preview.partial_image_index for preview in previews] == list(range(partial_images))


@pytest.mark.parametrize("family", ["flux", "sdxl", "z-image", "klein", "qwen-image"])
@pytest.mark.parametrize("is_learned", [False, True], ids=["by the VAE", "by the projection"])
def test_previews_are_of_this_picture_and_get_closer_to_it(engine_of, family, is_learned):
    seeds = (7, 8, 9)
    with running(engine := engine_of(family, steps=8)) as run:
        if is_learned:
            run(events_of(engine, wish(n=2, size=Size(128, 128), num_inference_steps=2)))
            assert model_of(engine).projection.is_ready
        drawn = [run(events_of(engine, wish(seed=seed, partial_images=3))) for seed in seeds]

    others = drawn[1:] + drawn[:1]
    first, last, strange = (
        sum(distance(events[which], own[-1]) for events, own in zip(shown, drawn, strict=True))
        for which, shown in ((0, drawn), (2, drawn), (2, others))
    )
    assert all(isinstance(event, PartialImage) for events in drawn for event in events[:3])
    assert last < first
    assert last < strange


def distance(preview, done):
    """Of what is larger than a latent: finer grain than that no projection can know."""
    one, other = (
        Image.open(io.BytesIO(event.picture.read())).resize((32, 32), Image.Resampling.BOX) for event in (preview, done)
    )
    return float(np.abs(np.asarray(one).astype(int) - np.asarray(other)).mean())


def test_a_tiny_autoencoder_draws_the_previews_if_the_settings_name_one(engine_of, tmp_path):
    import diffusers

    blocks = {"encoder_block_out_channels": (16, 16), "decoder_block_out_channels": (16, 16)}
    layers = {"num_encoder_blocks": (1, 1), "num_decoder_blocks": (1, 1)}
    diffusers.AutoencoderTiny(**blocks, **layers, latent_channels=4).save_pretrained(tmp_path / "taesd")

    with running(engine := engine_of("z-image", preview_vae=str(tmp_path / "taesd"))) as run:
        run(events_of(engine, wish()))
        calls = Gate()
        calls.opened.set()
        model_of(engine).preview_vae.decoder.register_forward_pre_hook(calls)
        events = run(events_of(engine, wish(partial_images=2)))

    assert len(events) == 3
    assert calls.passed == 2


def test_what_was_learned_about_previews_is_kept(engine_of):
    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, wish(n=2, size=Size(128, 128))))

    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, wish(num_inference_steps=1)))
        assert model_of(engine).projection.is_ready


def test_leaving_in_the_queue_costs_no_forward(engine_of):
    with running(engine := engine_of("flux", max_running=1)) as run:

        async def scene():
            await events_of(engine, wish())
            gate = Gate()
            hook = model_of(engine).networks["transformer"].real.register_forward_pre_hook(gate)
            staying = asyncio.create_task(events_of(engine, wish(num_inference_steps=3)))
            await gate.wait()
            leaving = asyncio.create_task(events_of(engine, wish(num_inference_steps=30)))
            await asyncio.sleep(0.05)
            leaving.cancel()
            gate.opened.set()
            await staying
            await settled(engine)
            hook.remove()
            return gate.passed

        assert run(scene()) == 3


def test_leaving_while_the_prompt_is_encoded_costs_no_forward(engine_of):
    with running(engine := engine_of("flux")) as run:

        async def scene():
            await events_of(engine, wish())
            before = engine.workshops[0].num_forwards
            gate = Gate()
            hook = model_of(engine).pipeline.text_encoder.register_forward_pre_hook(gate)
            leaving = asyncio.create_task(events_of(engine, wish(prompt="something new")))
            await gate.wait()
            leaving.cancel()
            await asyncio.gather(leaving, return_exceptions=True)
            gate.opened.set()
            await settled(engine)
            hook.remove()
            return engine.workshops[0].num_forwards - before

        assert run(scene()) == 0


@pytest.mark.parametrize("left_after", [1, 5])
def test_leaving_between_steps_ends_within_one_step(engine_of, left_after):
    with running(engine := engine_of("flux")) as run:

        async def scene():
            await events_of(engine, wish())
            gate = Gate()
            gate.opened.set()
            arrived = asyncio.Event()
            loop = asyncio.get_running_loop()

            def count(*args):
                gate.passed += 1
                if gate.passed == left_after:
                    loop.call_soon_threadsafe(arrived.set)
                    time.sleep(0.2)  # the client leaves during this very forward

            hook = model_of(engine).networks["transformer"].real.register_forward_pre_hook(count)
            leaving = asyncio.create_task(events_of(engine, wish(num_inference_steps=50)))
            await arrived.wait()
            leaving.cancel()
            await asyncio.gather(leaving, return_exceptions=True)
            await settled(engine)
            hook.remove()
            return gate.passed

        assert run(scene()) == left_after


def test_leaving_during_the_decode_leaves_nothing_behind_and_the_others_are_served(engine_of):
    with running(engine := engine_of("flux")) as run:

        async def scene():
            await events_of(engine, wish())
            gate, vae = Gate(), model_of(engine).pipeline.vae
            decode = vae.decode
            vae.decode = lambda *args, **kwargs: (gate(), decode(*args, **kwargs))[1]
            leaving = asyncio.create_task(events_of(engine, wish(n=2)))
            await gate.wait()
            leaving.cancel()
            await asyncio.gather(leaving, return_exceptions=True)
            gate.opened.set()
            await settled(engine)
            del vae.decode
            return gate.passed, await events_of(engine, wish())

        passed, events = run(scene())

    assert passed == 1
    assert isinstance(events[0], CompletedImage)


def test_closing_the_stream_stops_the_work_and_the_next_request_is_served(engine_of):
    with running(engine := engine_of("flux", steps=40)) as run:

        async def leave_early():
            async with aclosing(engine.generate(wish(n=8, partial_images=3))) as events:
                await anext(events)
            await settled(engine)
            return await events_of(engine, wish(num_inference_steps=2))

        events = run(leave_early())

    assert isinstance(events[-1], CompletedImage)
    assert engine.workshops[0].num_forwards < 8 * 40


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
    assert all(workshop.num_forwards for workshop in engine.workshops)


def test_who_cannot_be_served_in_time_hears_it_at_once(engine_of):
    with running(engine := engine_of("flux", deadline=10)) as run:
        run(events_of(engine, wish()))
        begun = time.monotonic()
        with pytest.raises(OverloadedError) as refusal:
            run(events_of(engine, wish(num_inference_steps=100_000)))

        assert time.monotonic() - begun < 8
    assert int(refusal.value.headers["retry-after"]) >= 1


def test_what_is_not_done_in_time_is_given_up(engine_of):
    with running(engine := engine_of("flux", deadline=0.3)) as run:
        with pytest.raises(OverloadedError, match="in time"):
            run(events_of(engine, wish(num_inference_steps=5000)))
        run(settled(engine))


def test_stopping_the_server_ends_what_is_running(engine_of):
    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, wish()))

        async def scene():
            task = asyncio.create_task(events_of(engine, wish(num_inference_steps=5000)))
            await asyncio.sleep(0.1)
            await engine.close()
            await engine.start()
            with pytest.raises(OverloadedError):
                await task
            return await events_of(engine, wish())

        assert run(scene())


def test_a_greedy_user_does_not_hold_up_a_modest_one(engine_of):
    with running(engine := engine_of("flux", max_batch_size=1)) as run:
        run(events_of(engine, wish()))

        async def scene():
            greedy = [asyncio.create_task(events_of(engine, wish(n=8, user="greedy", num_inference_steps=40)))]
            await asyncio.sleep(0.05)
            before = engine.workshops[0].num_forwards
            await events_of(engine, wish(user="modest", num_inference_steps=10))
            took = engine.workshops[0].num_forwards - before
            for task in greedy:
                task.cancel()
            return took

        assert run(scene()) <= 30


def test_a_short_picture_does_not_wait_behind_long_ones(engine_of):
    with running(engine := engine_of("flux", max_batch_size=1)) as run:
        run(events_of(engine, wish()))

        async def scene():
            long = asyncio.create_task(events_of(engine, wish(n=10, num_inference_steps=50)))
            await asyncio.sleep(0.1)
            before = engine.workshops[0].num_forwards
            await events_of(engine, wish(num_inference_steps=4))
            took = engine.workshops[0].num_forwards - before
            long.cancel()
            return took

        assert run(scene()) <= 15


def test_how_long_a_picture_would_take_is_known_before_it_is_asked_for(engine_of):
    with running(engine := engine_of("flux", max_batch_size=1)) as run:
        assert engine.outlook(wish()) is None
        run(events_of(engine, wish()))

        async def scene():
            idle = engine.outlook(wish(num_inference_steps=4))
            others = asyncio.create_task(events_of(engine, wish(n=5, num_inference_steps=4)))
            await asyncio.sleep(0.03)
            busy = engine.outlook(wish(num_inference_steps=40))
            await others
            return idle, busy

        (ahead, wait_s), (busy_ahead, busy_wait_s) = run(scene())

    assert ahead == 0
    assert 0 < wait_s < 2
    assert busy_ahead >= 1
    assert busy_wait_s > 5 * wait_s


def test_a_prompt_is_encoded_once(engine_of):
    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, wish()))
        gate = Gate()
        gate.opened.set()
        model_of(engine).pipeline.text_encoder_2.register_forward_pre_hook(gate)
        run(events_of(engine, wish(n=3)))
        run(events_of(engine, wish(prompt="another", n=3)))

    assert gate.passed == 1


def test_a_model_that_cannot_see_says_so(engine_of):
    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, wish()))
        classes = model_of(engine).classes
        classes.redraw = classes.inpaint = None
        with pytest.raises(PictureError, match="cannot work from images"):
            run(events_of(engine, edit()))


@pytest.fixture(scope="session")
def adapter(checkpoints, tmp_path_factory):
    """A tiny adapter for the tiny Flux."""
    peft = pytest.importorskip("peft", reason="needs limner[diffusers]")
    import diffusers

    torch.manual_seed(3)
    pipeline = diffusers.FluxPipeline.from_pretrained(checkpoints("flux"))
    config = peft.LoraConfig(r=2, target_modules=["to_q", "to_k", "to_v"], init_lora_weights=False)
    pipeline.transformer.add_adapter(config)
    layers = peft.utils.get_peft_model_state_dict(pipeline.transformer)
    folder = tmp_path_factory.mktemp("adapter")
    diffusers.FluxPipeline.save_lora_weights(folder, transformer_lora_layers=layers)
    return str(folder)


def test_an_adapter_changes_the_pictures_that_ask_for_it_and_no_others(engine_of, adapter):
    with running(engine := engine_of("flux", lora={"ink": adapter}, deterministic=True)) as run:

        async def crowd():
            return await asyncio.gather(
                *(events_of(engine, wish(lora=lora)) for lora in ((), (Lora("ink", 20.0),), (), (Lora("ink", 0.0),)))
            )

        plain, inked, again, unmoved = (pixels_of(events[0].picture) for events in run(crowd()))

    assert "lora" in engine.obeys
    assert np.array_equal(plain, again)
    assert np.abs(plain - unmoved).max() <= 1
    assert np.abs(plain - inked).max() > 3


def test_an_unknown_adapter_is_named(engine_of):
    with running(engine := engine_of("flux", lora={"ink": "/nowhere"})) as run, pytest.raises(BadRequestError) as bad:
        run(events_of(engine, wish(lora=(Lora("oil"),))))

    assert bad.value.param == "lora"
    assert "'ink'" in bad.value.message


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({"checkpoint": ""}, "checkpoint"),
        ({"dtype": "int4"}, "dtype"),
        ({"offload": "disk"}, "offload"),
        ({"steps": 0}, "steps"),
        ({"steps": {"best": 3}}, "steps"),
        ({"guidance": "much"}, "guidance"),
        ({"max_batch_size": 0}, "max_batch_size"),
        ({"keep_alive": -1}, "keep_alive"),
        ({"memory_gb": "all"}, "memory_gb"),
        ({"compile": "yes"}, "compile"),
        ({"arguments": 3}, "arguments"),
    ],
)
def test_a_wrong_option_is_named(options, named):
    from limner.engines.diffusers.engine import DiffusersEngine

    with pytest.raises(ValueError, match=named):
        DiffusersEngine(**{"checkpoint": "somewhere", "device": "cpu"} | options)
