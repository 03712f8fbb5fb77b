"""A client that leaves, at any phase of its picture, costs at most the step that was being taken."""

import asyncio
import time
from contextlib import aclosing

import pytest
from studio import Gate, events_of, model_of, running, settled, wish

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.errors import OverloadedError  # noqa: E402
from limner.core.picture import CompletedImage  # noqa: E402


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
            before = engine.workshops[0].executor.num_forwards
            gate = Gate()
            hook = model_of(engine).pipeline.text_encoder.register_forward_pre_hook(gate)
            leaving = asyncio.create_task(events_of(engine, wish(prompt="something new")))
            await gate.wait()
            leaving.cancel()
            await asyncio.gather(leaving, return_exceptions=True)
            gate.opened.set()
            await settled(engine)
            hook.remove()
            return engine.workshops[0].executor.num_forwards - before

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
    assert engine.workshops[0].executor.num_forwards < 8 * 40


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
