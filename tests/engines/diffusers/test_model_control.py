"""Loading, unloading and pinning models of a running engine."""

import asyncio

import pytest
from engine_fixtures import Gate, events_of, make_request, model_of, running

pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.errors import ConflictError


def state_of(engine):
    (state,) = engine.model_states()
    return state


async def until_loaded(engine):
    while state_of(engine).status != "loaded":
        await asyncio.sleep(0.01)


def test_model_is_loaded_and_unloaded_without_a_request(engine_of):
    engine = engine_of("flux")
    assert list(engine.model_states()) == []
    with running(engine) as run:
        assert state_of(engine).status == "absent"
        run(engine.control_model("load"))
        run(until_loaded(engine))
        assert state_of(engine).num_bytes == model_of(engine).num_bytes > 0
        run(engine.control_model("unload"))

        assert (state_of(engine).status, model_of(engine)) == ("absent", None)
        assert run(events_of(engine, make_request()))


def test_pinned_model_is_neither_evicted_nor_expired(engine_of):
    pinned, other = engine_of("flux", memory_gb=0.0005, keep_alive=0.05), engine_of("z-image", memory_gb=0.0005)
    with running(pinned, other) as run:
        run(pinned.control_model("pin"))
        run(until_loaded(pinned))
        run(asyncio.sleep(0.3))
        assert (state_of(pinned).status, state_of(pinned).is_pinned) == ("loaded", True)
        waiting = run(other.control_model("load"))
        run(asyncio.sleep(0.2))
        assert state_of(other).problem == f"The model '{other.spec.name}' does not fit beside the loaded ones."

        run(pinned.control_model("unpin"))
        run(other.control_model("load"))
        run(until_loaded(other))

    assert waiting is None


def test_drawing_model_is_not_unloaded(engine_of):
    async def scenario():
        drawing = asyncio.ensure_future(events_of(engine, make_request(num_inference_steps=3)))
        await gate.wait()
        unloading = asyncio.ensure_future(engine.control_model("unload"))
        gate.opened.set()
        with pytest.raises(ConflictError, match="is drawing"):
            await unloading
        return await drawing

    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, make_request()))
        gate = Gate()
        model_of(engine).pipeline.transformer.register_forward_hook(gate)

        assert run(scenario())
