"""Adapters in the scheduler: all images of a forward have the same ones, and switching costs time."""

import itertools

import pytest
from simulated_device import SimulatedDevice

from limner.engines.diffusers.scheduler import MAX_STEPS_PER_SWITCH, Job
from limner.engines.diffusers.throughput import BatchKey


def test_adapters_are_switched_every_few_steps_only():
    device = SimulatedDevice(max_rows=1)
    for key in ("a", "b"):
        device.add(key=key, shape=BatchKey("m", key), steps=40, adapters=key)

    device.run()

    order = [batch[0].adapters for batch in device.batches if batch]
    turns = [len(list(same)) for _, same in itertools.groupby(order)]
    assert max(turns[:-2]) == MAX_STEPS_PER_SWITCH
    assert len(turns) <= 2 * 40 / MAX_STEPS_PER_SWITCH + 1
    assert abs(device.done[first(device, "a")] - device.done[first(device, "b")]) <= MAX_STEPS_PER_SWITCH


def first(device, key):
    return next(job for job in device.done if job.key == key)


def test_shares_of_keys_stay_fair_between_adapters():
    """Three clients with one adapter and one with another: each gets a quarter."""
    device = SimulatedDevice(max_rows=1)
    jobs = [device.add(key=key, shape=BatchKey("m", key), steps=400, adapters=key == "d") for key in "abcd"]

    for _ in range(320):
        device.forward()

    assert jobs[-1].step_index == pytest.approx(80, abs=2 * MAX_STEPS_PER_SWITCH)


def test_other_models_do_not_wait_for_adapters():
    device = SimulatedDevice(max_rows=1)
    inked = device.add(key="a", steps=20, adapters="ink")
    other = Job(key="b", model_id="other", num_steps=20, arrived_s=0.0)
    device.shapes[other] = BatchKey("other", "512x512")
    device.scheduler.add(other)

    for _ in range(10):
        device.forward()

    assert abs(inked.step_index - other.step_index) <= 1
