"""The scheduler, without an engine."""

from collections import Counter

import pytest
from simulated_device import LARGE, SMALL, SimulatedDevice, tuned

from limner.engines.diffusers.scheduler import MAX_PASSED_OVER, Job, Scheduler
from limner.engines.diffusers.throughput import BatchKey


def test_no_jobs_give_no_batch():
    assert Scheduler().schedule() == []


def test_new_job_joins_running_batch():
    device = tuned(SimulatedDevice())
    early = device.add(steps=8)
    device.forward()

    late = device.add(steps=8)

    assert set(device.forward()) == {early, late}


def test_jobs_of_other_shapes_run_in_their_own_batch():
    device = tuned(tuned(SimulatedDevice()), shape=LARGE)
    small, large = device.add(shape=SMALL), device.add(shape=LARGE)

    first, second = device.forward(), device.forward()

    assert [small] in (first, second)
    assert all(len(batch) == 1 for batch in (first, second))
    assert large.step_index + small.step_index == 2


def test_batch_rows_do_not_exceed_the_target():
    device = tuned(SimulatedDevice(max_rows=4))
    for _ in range(7):
        device.add(num_rows=2)

    assert len(device.forward()) == 2


def test_shortest_remaining_job_of_a_key_goes_first():
    device = SimulatedDevice(max_rows=1)
    device.add(steps=50)
    short = device.add(steps=4)

    device.run()

    assert device.done[short] == 4


def test_short_job_does_not_wait_behind_fifty_long_ones():
    device = SimulatedDevice(max_rows=1)
    long = [device.add(steps=50) for _ in range(50)]
    for _ in range(100):
        device.forward()
    started = device.now

    short = device.add(steps=4)
    device.run()

    assert device.done[short] - started <= 6
    assert len(device.done) == len(long) + 1


def test_long_job_is_not_starved():
    device = SimulatedDevice(max_rows=1)
    long = device.add(steps=3)
    for _ in range(200):
        device.add(steps=2)
        device.forward()
        if long in device.done:
            break

    assert long in device.done
    assert device.done[long] <= 3 * (MAX_PASSED_OVER + 2)


def test_keys_get_equal_shares():
    device = SimulatedDevice(max_rows=1)
    for _ in range(20):
        device.add("greedy", steps=20)
    device.add("modest", steps=20)

    for _ in range(40):
        device.forward()

    shares = Counter(job.key for batch in device.batches for job in batch)
    assert abs(shares["modest"] - shares["greedy"]) <= 1


def test_shares_are_measured_in_cost():
    device = SimulatedDevice(max_rows=1)
    for _ in range(4):
        device.add("large", shape=LARGE, steps=100, cost=4.0)
        device.add("small", shape=SMALL, steps=400, cost=1.0)

    for _ in range(200):
        device.forward()

    work = Counter[str]()
    for batch in device.batches:
        for job in batch:
            work[job.key] += job.cost
    assert work["large"] / work["small"] == pytest.approx(1, abs=0.1)


def test_batches_are_filled_across_keys():
    device = tuned(SimulatedDevice(max_rows=4))
    for _ in range(12):
        device.add("a", steps=30)
    device.add("b", steps=30)

    device.run()

    assert all(len(batch) == 4 for batch in device.batches[:60])


def test_debt_from_shared_batches_is_bounded():
    device = tuned(SimulatedDevice(max_rows=4))
    for _ in range(3):
        device.add("b", steps=100)
    device.add("a", steps=100)
    for _ in range(100):
        device.forward()
    device.add("a", shape=LARGE, steps=40)
    alone = device.add("b", shape=BatchKey("m", "other"), steps=10)

    for _ in range(40):
        device.forward()

    assert alone in device.done


def test_no_shape_starves_another():
    device = tuned(SimulatedDevice(max_rows=4))
    for _ in range(30):
        device.add("a", shape=SMALL, steps=50)
    other = device.add("b", shape=LARGE, steps=10)

    for _ in range(25):
        device.forward()

    assert other in device.done


def test_higher_priority_goes_first():
    device = SimulatedDevice(max_rows=1)
    device.add("a", steps=2)
    urgent = device.add("b", steps=10, priority=1)

    device.run()

    assert device.done[urgent] == 10


def test_max_running_limits_started_jobs():
    device = SimulatedDevice(max_rows=1, max_running=2)
    for _ in range(5):
        device.add()

    device.forward()

    assert (len(device.scheduler.running), len(device.scheduler.waiting)) == (2, 3)


def test_key_without_running_jobs_may_exceed_max_running():
    device = SimulatedDevice(max_rows=1, max_running=2)
    for _ in range(5):
        device.add("a", steps=50)
    device.forward()

    late = device.add("b", steps=3)
    for _ in range(8):
        device.forward()

    assert late in device.done


def test_job_without_loaded_model_does_not_block_others():
    scheduler = Scheduler()
    missing = Job(key="a", model_id="missing", num_steps=1, arrived_s=0)
    there = Job(key="a", model_id="there", num_steps=1, arrived_s=1)
    scheduler.add(missing)
    scheduler.add(there)

    started = scheduler.admit(lambda job: job.model_id == "there")

    assert started == [there]
    assert scheduler.waiting == [missing]


def test_removed_job_leaves_no_state():
    device = SimulatedDevice()
    waiting, running = device.add("a"), device.add("b")
    device.forward()

    for job in (waiting, running):
        device.scheduler.remove(job)
        device.scheduler.remove(job)

    assert len(device.scheduler) == 0
    assert device.scheduler.schedule() == []
    assert not device.scheduler._ring
    assert not device.scheduler._deficits


def test_expired_jobs_are_returned():
    device = SimulatedDevice()
    late, patient = device.add(deadline_s=3.0), device.add(deadline_s=9.0)
    device.add()

    assert device.scheduler.find_expired(4.0) == [late]
    assert device.scheduler.find_expired(10.0) == [late, patient]


def test_estimate_matches_simulation():
    device = SimulatedDevice(max_rows=1)
    device.add("a", steps=30)
    device.add("a", steps=10)
    device.add("b", steps=100)
    job = device.add("a", steps=20)
    _, estimate = device.scheduler.estimate_wait(job)

    device.run()

    assert estimate == pytest.approx(device.done[job], rel=0.15)


def test_position_counts_jobs_that_finish_earlier():
    device = SimulatedDevice(max_rows=1)
    device.add("a", steps=50)
    device.add("a", steps=4)

    job = device.add("a", steps=10)

    assert device.scheduler.estimate_wait(job)[0] == 1


def test_powers_of_two_limit_batch_sizes():
    device = tuned(SimulatedDevice(max_rows=8, powers_of_two=True))
    for _ in range(7):
        device.add()

    assert len(device.forward()) == 4


def test_powers_of_two_apply_to_rows():
    device = tuned(SimulatedDevice(max_rows=8, powers_of_two=True))
    for num_rows in (1, 2, 2, 2):
        device.add(num_rows=num_rows)

    batches = [device.forward() for _ in range(8)]

    assert {sum(job.num_rows for job in batch) for batch in batches} <= {1, 2, 4, 8}
    assert max(len(batch) for batch in batches) > 1


def test_only_higher_priorities_count_as_ahead():
    device = SimulatedDevice(max_rows=1)
    device.add("a", steps=50, priority=-1)
    device.add("b", steps=30, priority=1)

    job = device.add("a", steps=10)

    ahead, wait = device.scheduler.estimate_wait(job)
    device.run()

    assert ahead == 1
    assert wait == pytest.approx(device.done[job], rel=0.05)


def test_expected_jobs_count_as_ahead():
    scheduler = Scheduler()
    coming = [Job(key="a", model_id="m", num_steps=5, arrived_s=index) for index in range(3)]

    assert scheduler.estimate_wait(Job(key="a", model_id="m", num_steps=9, arrived_s=9), coming) == (3, 24)


class CountingJob(Job):
    """Counts reads of `remaining`."""

    num_reads = 0

    @property
    def remaining(self) -> float:
        CountingJob.num_reads += 1
        return super().remaining


def test_estimate_for_a_thousand_jobs_is_not_quadratic():
    scheduler = Scheduler()
    for index in range(1000):
        scheduler.add(CountingJob(key=f"key{index % 7}", model_id="m", num_steps=1 + index % 50, arrived_s=index))
    CountingJob.num_reads = 0

    ahead, work = scheduler.estimate_wait(Job(key="key0", model_id="m", num_steps=25, arrived_s=1000))

    assert 0 < CountingJob.num_reads < 10_000
    assert 0 < ahead < 1000
    assert work >= 25


def test_a_thousand_mixed_jobs_all_finish():
    device = SimulatedDevice(max_rows=8, seconds=lambda rows: 0.5 + 0.5 * rows, max_running=16)
    for index in range(1000):
        device.add(
            f"key{index % 7}",
            shape=BatchKey("m", index % 5),
            steps=1 + index % 9,
            num_rows=1 + index % 2,
            cost=1 + index % 3,
            priority=index % 11 == 0,
        )

    device.run()

    assert len(device.done) == 1000


def test_short_jobs_finish_twice_as_early_as_with_fifo():
    device = SimulatedDevice(max_rows=1)
    long = [device.add(f"key{index % 3}", steps=50) for index in range(12)]
    short = [device.add(f"key{index % 3}", steps=4) for index in range(20)]

    device.run()

    in_line = 50 * len(long) + 4 * len(short)
    assert max(device.done[job] for job in short) < in_line / 2
    assert max(device.done.values()) == in_line


def test_batch_grows_where_it_pays():
    device = SimulatedDevice(max_rows=8, seconds=lambda rows: 1.0 + 0.1 * rows)
    for _ in range(16):
        device.add(steps=20)

    device.run()

    assert max(len(batch) for batch in device.batches[10:60]) == 8


def test_batch_stays_small_where_it_does_not_pay():
    device = SimulatedDevice(max_rows=8, seconds=lambda rows: 1.0 * rows)
    for _ in range(16):
        device.add(steps=20)

    device.run()

    assert Counter(map(len, device.batches[10:])).most_common(1)[0][0] == 1


def test_fixed_rows_are_filled_without_measurements():
    device = SimulatedDevice(max_rows=8, powers_of_two=True)
    for _ in range(5):
        device.add(shape=BatchKey("m", "512x512", fixed_rows=3), steps=1)
    device.add(shape=BatchKey("m", "512x512"), steps=1)

    device.run()

    assert sorted(len(batch) for batch in device.batches) == [1, 2, 3]
