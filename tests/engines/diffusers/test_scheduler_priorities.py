"""Priorities in the scheduler: urgent jobs first, and none starved."""

import pytest
from simulated_device import LARGE, SimulatedDevice

from limner.engines.diffusers.scheduler import BACKGROUND, MAX_PASSED_OVER

TURN = MAX_PASSED_OVER + 1


def keep_busy(device, job, *, priority=1, limit=2000):
    """Add urgent jobs without end until `job` is done; returns the steps that took."""
    for step in range(limit):
        if job in device.done:
            return step
        if sum(one.priority == priority for one in device.scheduler) < 4:
            device.add("urgent", steps=10, priority=priority)
        device.forward()
    raise AssertionError("it is starved")


def test_urgent_jobs_do_not_starve_others():
    device = SimulatedDevice(max_rows=1)
    low = device.add("a", steps=5)

    assert keep_busy(device, low) <= 5 * TURN + 1


def test_others_get_one_turn_of_seventeen():
    device = SimulatedDevice(max_rows=1)
    low = [device.add("a", steps=100) for _ in range(5)]
    device.add("b", steps=1000, priority=1)

    for _ in range(10 * TURN):
        device.forward()

    assert sum(job.step_index for job in low) == 10


def test_oldest_of_the_others_has_the_turn():
    device = SimulatedDevice(max_rows=1)
    oldest = device.add("a", steps=4, priority=-3)
    device.add("b", steps=4)

    keep_busy(device, oldest)

    assert [job for job in device.done if job.priority < 1] == [oldest]


def test_urgent_job_waits_for_one_turn_at_most_behind_starved_ones():
    device = SimulatedDevice(max_rows=1)
    for index in range(50):
        device.add(f"key{index}", steps=100)
    device.add("urgent", steps=100, priority=1)
    for _ in range(60):
        device.forward()
    began = device.now

    late = device.add("late", steps=8, priority=2)
    for _ in range(12):
        device.forward()

    assert device.done[late] - began <= 9


def test_background_jobs_get_no_turn_while_there_are_others():
    device = SimulatedDevice(max_rows=1)
    background = device.add("a", steps=5, priority=BACKGROUND)
    normal = [device.add("b", steps=100) for _ in range(2)]
    for _ in range(150):
        device.forward()
    assert background.step_index == 0

    device.run()

    assert max(device.done[job] for job in normal) < device.done[background]


def test_urgent_jobs_do_not_starve_the_start_of_others():
    """All places are taken by urgent jobs of the same key."""
    device = SimulatedDevice(max_rows=1, max_running=2)
    for _ in range(4):
        device.add("same", steps=2, priority=1)
    device.forward()
    low = device.add("same", steps=2)

    for _ in range(6 * TURN):
        if len(device.scheduler.waiting) < 4:
            device.add("same", steps=2, priority=1)
        device.forward()

    assert low in device.done


@pytest.mark.parametrize("own_steps", [2, 30])
@pytest.mark.parametrize("urgent_steps", [20, 400])
@pytest.mark.parametrize("lower_steps", [0, 50])
def test_estimate_agrees_with_what_happens(own_steps, urgent_steps, lower_steps):
    device = SimulatedDevice(max_rows=1)
    device.add("urgent", steps=urgent_steps, priority=2)
    if lower_steps:
        device.add("lower", steps=lower_steps, priority=-1, shape=LARGE)
    job = device.add("own", steps=own_steps, priority=0)

    _, wait = device.scheduler.estimate_wait(job)
    device.run()

    assert wait == pytest.approx(device.done[job], rel=0.05, abs=2)
