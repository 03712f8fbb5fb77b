"""Work beside the steps, on a simulated side stream that finishes late."""

import asyncio

import pytest
from engine_fixtures import events_of, make_request, model_of, running

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from torch.multiprocessing.reductions import StorageWeakRef  # noqa: E402

from limner.core.picture import CompletedImage  # noqa: E402
from limner.engines.diffusers.device import Device, SideStreamTask  # noqa: E402


class LateEvent:
    def __init__(self):
        self.is_over = False
        self.num_queries = 0

    def query(self):
        self.num_queries += 1
        return self.is_over or self.num_queries > 3

    def synchronize(self):
        self.is_over = True


class LateStream:
    def __init__(self, *, never=False):
        self.never = never
        self.events = []

    def __call__(self, work):
        value = work()
        event = LateEvent()
        if self.never:
            event.query = lambda: event.is_over
        self.events.append(event)
        return SideStreamTask(value, event)


def test_what_a_side_task_reads_is_kept_until_it_is_done():
    """Also after an abort, when no image holds the task any more."""
    device = Device("cpu", side_stream=(stream := LateStream(never=True)))
    latents = torch.zeros(4)
    storage = StorageWeakRef(latents.untyped_storage())

    device.run_on_side_stream(lambda latents=latents: latents.sum())
    del latents
    device.release_side_tasks()
    assert not storage.expired()
    stream.events[0].is_over = True
    device.release_side_tasks()

    assert storage.expired()
    assert not device.has_side_tasks


def test_failed_side_task_is_dropped():
    """Else its error would stop all work, again and again."""
    device = Device("cpu", side_stream=(stream := LateStream()))
    task = device.run_on_side_stream(lambda: None)

    def fail():
        raise torch.AcceleratorError("an illegal memory access, simulated")

    stream.events[0].query = fail
    device.release_side_tasks()

    assert not device.has_side_tasks
    with pytest.raises(torch.AcceleratorError):
        assert task.is_done


def test_freeing_memory_waits_for_the_side_stream():
    device = Device("cpu", side_stream=(stream := LateStream(never=True)))
    device.run_on_side_stream(lambda: None)

    device.free_memory()

    assert stream.events[0].is_over
    assert not device.has_side_tasks


@pytest.mark.parametrize("family", ["flux", "sdxl", "z-image"])
def test_latents_outlive_a_late_decode(engine_of, family):
    with running(engine := engine_of(family)) as run:
        run(events_of(engine, make_request()))
        device, vae = engine.workers[0].device, model_of(engine).pipeline.vae
        device._side_stream = stream = LateStream()
        decode, storages, freed = vae.decode, [], []

        def observed(latents, *args, **kwargs):
            storages.append(StorageWeakRef(latents.untyped_storage()))
            return decode(latents, *args, **kwargs)

        def check(*args):
            freed.extend(storage.expired() for storage in storages if device.has_side_tasks)

        vae.decode = observed
        for network in model_of(engine).networks.values():
            network.real.register_forward_pre_hook(check)

        async def crowd():
            first = make_request(num_inference_steps=2)
            return await asyncio.gather(
                events_of(engine, first), events_of(engine, make_request(num_inference_steps=9, seed=3))
            )

        assert all(isinstance(events[-1], CompletedImage) for events in run(crowd()))

    assert len(stream.events) == 2
    assert freed
    assert not any(freed)
