"""An abort, at any phase of an image, wastes at most the step that is running."""

import asyncio
import time
from contextlib import aclosing

import pytest
from engine_fixtures import Gate, events_of, make_request, model_of, running, stats_of, wait_until_idle

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.errors import OverloadedError  # noqa: E402
from limner.core.picture import CompletedImage  # noqa: E402


def test_abort_while_queued_runs_no_forward(engine_of):
    with running(engine := engine_of("flux", max_running=1)) as run:

        async def scenario():
            await events_of(engine, make_request())
            gate = Gate()
            hook = model_of(engine).networks["transformer"].real.register_forward_pre_hook(gate)
            staying = asyncio.create_task(events_of(engine, make_request(num_inference_steps=3)))
            await gate.wait()
            aborted = asyncio.create_task(events_of(engine, make_request(num_inference_steps=30)))
            await asyncio.sleep(0.05)
            aborted.cancel()
            gate.opened.set()
            await staying
            await wait_until_idle(engine)
            hook.remove()
            return gate.num_calls

        assert run(scenario()) == 3


def test_abort_during_prompt_encoding_runs_no_forward(engine_of):
    with running(engine := engine_of("flux")) as run:

        async def scenario():
            await events_of(engine, make_request())
            before = stats_of(engine).num_forwards
            gate = Gate()
            hook = model_of(engine).pipeline.text_encoder.register_forward_pre_hook(gate)
            aborted = asyncio.create_task(events_of(engine, make_request(prompt="something new")))
            await gate.wait()
            aborted.cancel()
            await asyncio.gather(aborted, return_exceptions=True)
            gate.opened.set()
            await wait_until_idle(engine)
            hook.remove()
            return stats_of(engine).num_forwards - before

        assert run(scenario()) == 0


@pytest.mark.parametrize("abort_after", [1, 5])
def test_abort_between_steps_stops_within_one_step(engine_of, abort_after):
    with running(engine := engine_of("flux")) as run:

        async def scenario():
            await events_of(engine, make_request())
            gate = Gate(is_open=True)
            arrived = asyncio.Event()
            loop = asyncio.get_running_loop()

            def count(*args):
                gate.num_calls += 1
                if gate.num_calls == abort_after:
                    loop.call_soon_threadsafe(arrived.set)
                    time.sleep(0.2)  # the client disconnects during this forward

            hook = model_of(engine).networks["transformer"].real.register_forward_pre_hook(count)
            aborted = asyncio.create_task(events_of(engine, make_request(num_inference_steps=50)))
            await arrived.wait()
            aborted.cancel()
            await asyncio.gather(aborted, return_exceptions=True)
            await wait_until_idle(engine)
            hook.remove()
            return gate.num_calls

        assert run(scenario()) == abort_after


def test_abort_during_decode_does_not_affect_other_requests(engine_of):
    with running(engine := engine_of("flux")) as run:

        async def scenario():
            await events_of(engine, make_request())
            gate, vae = Gate(), model_of(engine).pipeline.vae
            decode = vae.decode
            vae.decode = lambda *args, **kwargs: (gate(), decode(*args, **kwargs))[1]
            aborted = asyncio.create_task(events_of(engine, make_request(n=2)))
            await gate.wait()
            aborted.cancel()
            await asyncio.gather(aborted, return_exceptions=True)
            gate.opened.set()
            await wait_until_idle(engine)
            del vae.decode
            return gate.num_calls, await events_of(engine, make_request())

        passed, events = run(scenario())

    assert passed == 1
    assert isinstance(events[0], CompletedImage)


def test_closing_the_stream_stops_work(engine_of):
    with running(engine := engine_of("flux", steps=40)) as run:

        async def leave_early():
            async with aclosing(engine.generate(make_request(n=8, partial_images=3))) as events:
                await anext(events)
            await wait_until_idle(engine)
            return await events_of(engine, make_request(num_inference_steps=2))

        events = run(leave_early())

    assert isinstance(events[-1], CompletedImage)
    assert stats_of(engine).num_forwards < 8 * 40


def test_closing_the_engine_fails_running_requests(engine_of):
    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, make_request()))

        async def scenario():
            task = asyncio.create_task(events_of(engine, make_request(num_inference_steps=5000)))
            await asyncio.sleep(0.1)
            await engine.close()
            await engine.start()
            with pytest.raises(OverloadedError):
                await task
            return await events_of(engine, make_request())

        assert run(scenario())
