"""The scheduler alone: numbers in, batches out."""

from collections import Counter

import pytest
from clockwork import LARGE, SMALL, Clockwork, wide

from limner.engines.diffusers.job import BatchKey, Job
from limner.engines.diffusers.scheduler import MAX_PASSED_OVER, Scheduler


def test_nothing_to_do_gives_no_batch():
    assert Scheduler().schedule() == []


def test_a_new_job_joins_a_batch_that_is_already_running():
    clockwork = wide(Clockwork())
    early = clockwork.add(steps=8)
    clockwork.forward()

    late = clockwork.add(steps=8)

    assert set(clockwork.forward()) == {early, late}


def test_jobs_of_another_shape_wait_for_their_own_batch():
    clockwork = wide(wide(Clockwork()), shape=LARGE)
    small, large = clockwork.add(shape=SMALL), clockwork.add(shape=LARGE)

    first, second = clockwork.forward(), clockwork.forward()

    assert [small] in (first, second)
    assert all(len(batch) == 1 for batch in (first, second))
    assert large.step_index + small.step_index == 2


def test_a_batch_has_no_more_rows_than_the_width():
    clockwork = wide(Clockwork(max_rows=4))
    for _ in range(7):
        clockwork.add(num_rows=2)

    assert len(clockwork.forward()) == 2


def test_the_shortest_remaining_of_a_key_goes_first():
    clockwork = Clockwork(max_rows=1)
    clockwork.add(steps=50)
    short = clockwork.add(steps=4)

    clockwork.run()

    assert clockwork.done[short] == 4


def test_a_short_job_does_not_wait_behind_fifty_long_ones():
    clockwork = Clockwork(max_rows=1)
    long = [clockwork.add(steps=50) for _ in range(50)]
    for _ in range(100):
        clockwork.forward()
    begun = clockwork.now

    short = clockwork.add(steps=4)
    clockwork.run()

    assert clockwork.done[short] - begun <= 6
    assert len(clockwork.done) == len(long) + 1


def test_a_long_job_is_not_passed_over_for_ever():
    clockwork = Clockwork(max_rows=1)
    long = clockwork.add(steps=3)
    for _ in range(200):
        clockwork.add(steps=2)
        clockwork.forward()
        if long in clockwork.done:
            break

    assert long in clockwork.done
    assert clockwork.done[long] <= 3 * (MAX_PASSED_OVER + 2)


def test_every_key_gets_an_equal_share_however_much_it_asks_for():
    clockwork = Clockwork(max_rows=1)
    for _ in range(20):
        clockwork.add("greedy", steps=20)
    clockwork.add("modest", steps=20)

    for _ in range(40):
        clockwork.forward()

    shares = Counter(job.key for batch in clockwork.batches for job in batch)
    assert abs(shares["modest"] - shares["greedy"]) <= 1


def test_a_key_with_large_pictures_gets_as_much_work_as_one_with_small_ones_not_as_many_steps():
    clockwork = Clockwork(max_rows=1)
    for _ in range(4):
        clockwork.add("large", shape=LARGE, steps=100, cost=4.0)
        clockwork.add("small", shape=SMALL, steps=400, cost=1.0)

    for _ in range(200):
        clockwork.forward()

    work = Counter[str]()
    for batch in clockwork.batches:
        for job in batch:
            work[job.key] += job.cost
    assert work["large"] / work["small"] == pytest.approx(1, abs=0.1)


def test_riding_along_is_free_but_leading_is_shared():
    clockwork = wide(Clockwork(max_rows=4))
    for _ in range(12):
        clockwork.add("a", steps=30)
    clockwork.add("b", steps=30)

    clockwork.run()

    assert all(len(batch) == 4 for batch in clockwork.batches[:60])


def test_a_key_that_rode_along_for_long_is_not_starved_afterwards():
    clockwork = wide(Clockwork(max_rows=4))
    for _ in range(3):
        clockwork.add("b", steps=100)
    clockwork.add("a", steps=100)
    for _ in range(100):
        clockwork.forward()
    clockwork.add("a", shape=LARGE, steps=40)
    alone = clockwork.add("b", shape=BatchKey("m", "other"), steps=10)

    for _ in range(40):
        clockwork.forward()

    assert alone in clockwork.done


def test_no_shape_waits_behind_another():
    clockwork = wide(Clockwork(max_rows=4))
    for _ in range(30):
        clockwork.add("a", shape=SMALL, steps=50)
    other = clockwork.add("b", shape=LARGE, steps=10)

    for _ in range(25):
        clockwork.forward()

    assert other in clockwork.done


def test_a_higher_priority_goes_before_everything_else():
    clockwork = Clockwork(max_rows=1)
    clockwork.add("a", steps=2)
    urgent = clockwork.add("b", steps=10, priority=1)

    clockwork.run()

    assert clockwork.done[urgent] == 10


def test_no_more_jobs_begin_than_may_run():
    clockwork = Clockwork(max_rows=1, max_running=2)
    for _ in range(5):
        clockwork.add()

    clockwork.forward()

    assert (len(clockwork.scheduler.running), len(clockwork.scheduler.waiting)) == (2, 3)


def test_a_key_with_nothing_running_may_always_begin_one():
    clockwork = Clockwork(max_rows=1, max_running=2)
    for _ in range(5):
        clockwork.add("a", steps=50)
    clockwork.forward()

    late = clockwork.add("b", steps=3)
    for _ in range(8):
        clockwork.forward()

    assert late in clockwork.done


def test_a_job_whose_model_is_not_there_does_not_hold_up_the_others():
    scheduler = Scheduler()
    missing = Job(key="a", model="missing", num_steps=1, arrived_s=0)
    there = Job(key="a", model="there", num_steps=1, arrived_s=1)
    scheduler.add(missing)
    scheduler.add(there)

    begun = scheduler.admit(lambda job: job.model == "there")

    assert begun == [there]
    assert scheduler.waiting == [missing]


def test_a_removed_job_leaves_nothing_behind():
    clockwork = Clockwork()
    waiting, running = clockwork.add("a"), clockwork.add("b")
    clockwork.forward()

    for job in (waiting, running):
        clockwork.scheduler.remove(job)
        clockwork.scheduler.remove(job)

    assert len(clockwork.scheduler) == 0
    assert clockwork.scheduler.schedule() == []
    assert not clockwork.scheduler._ring
    assert not clockwork.scheduler._deficits


def test_jobs_past_their_deadline_are_named():
    clockwork = Clockwork()
    late, patient = clockwork.add(deadline_s=3.0), clockwork.add(deadline_s=9.0)
    clockwork.add()

    assert clockwork.scheduler.expired(4.0) == [late]
    assert clockwork.scheduler.expired(10.0) == [late, patient]


def test_the_estimate_is_what_happens():
    clockwork = Clockwork(max_rows=1)
    clockwork.add("a", steps=30)
    clockwork.add("a", steps=10)
    clockwork.add("b", steps=100)
    job = clockwork.add("a", steps=20)
    _, estimate = clockwork.scheduler.standing(job)

    clockwork.run()

    assert estimate == pytest.approx(clockwork.done[job], rel=0.15)


def test_a_position_counts_whoever_will_be_done_before():
    clockwork = Clockwork(max_rows=1)
    clockwork.add("a", steps=50)
    clockwork.add("a", steps=4)

    job = clockwork.add("a", steps=10)

    assert clockwork.scheduler.standing(job)[0] == 1


def test_compiled_networks_get_batches_of_a_power_of_two():
    clockwork = wide(Clockwork(max_rows=8, powers_of_two=True))
    for _ in range(7):
        clockwork.add()

    assert len(clockwork.forward()) == 4


def test_it_is_their_rows_that_are_a_power_of_two_not_the_pictures():
    clockwork = wide(Clockwork(max_rows=8, powers_of_two=True))
    for num_rows in (1, 2, 2, 2):
        clockwork.add(num_rows=num_rows)

    batches = [clockwork.forward() for _ in range(8)]

    assert {sum(job.num_rows for job in batch) for batch in batches} <= {1, 2, 4, 8}
    assert max(len(batch) for batch in batches) > 1


def test_whoever_is_more_urgent_is_ahead_and_whoever_is_less_is_not():
    clockwork = Clockwork(max_rows=1)
    clockwork.add("a", steps=50, priority=-1)
    clockwork.add("b", steps=30, priority=1)

    job = clockwork.add("a", steps=10)

    assert clockwork.scheduler.standing(job) == (1, 40)


def test_whoever_is_on_the_way_counts():
    scheduler = Scheduler()
    coming = [Job(key="a", model="m", num_steps=5, arrived_s=index) for index in range(3)]

    assert scheduler.standing(Job(key="a", model="m", num_steps=9, arrived_s=9), coming) == (3, 24)


class Watched(Job):
    """Counts how often somebody looks at what it has left."""

    looks = 0

    @property
    def remaining(self) -> float:
        Watched.looks += 1
        return super().remaining


def test_a_standing_among_a_thousand_looks_at_each_a_few_times_only():
    scheduler = Scheduler()
    for index in range(1000):
        scheduler.add(Watched(key=f"key{index % 7}", model="m", num_steps=1 + index % 50, arrived_s=index))
    Watched.looks = 0

    ahead, work = scheduler.standing(Job(key="key0", model="m", num_steps=25, arrived_s=1000))

    assert 0 < Watched.looks < 10_000, "it was a thousand times a thousand once"
    assert 0 < ahead < 1000
    assert work >= 25


def test_a_thousand_jobs_of_many_kinds_all_end():
    clockwork = Clockwork(max_rows=8, seconds=lambda rows: 0.5 + 0.5 * rows, max_running=16)
    for index in range(1000):
        clockwork.add(
            f"key{index % 7}",
            shape=BatchKey("m", index % 5),
            steps=1 + index % 9,
            num_rows=1 + index % 2,
            cost=1 + index % 3,
            priority=index % 11 == 0,
        )

    clockwork.run()

    assert len(clockwork.done) == 1000


def test_short_pictures_behind_long_ones_are_done_in_less_than_half_the_time_of_first_in_first_out():
    clockwork = Clockwork(max_rows=1)
    long = [clockwork.add(f"key{index % 3}", steps=50) for index in range(12)]
    short = [clockwork.add(f"key{index % 3}", steps=4) for index in range(20)]

    clockwork.run()

    in_line = 50 * len(long) + 4 * len(short)
    assert max(clockwork.done[job] for job in short) < in_line / 2
    assert max(clockwork.done.values()) == in_line


def test_where_width_pays_the_batch_grows():
    clockwork = Clockwork(max_rows=8, seconds=lambda rows: 1.0 + 0.1 * rows)
    for _ in range(16):
        clockwork.add(steps=20)

    clockwork.run()

    assert max(len(batch) for batch in clockwork.batches[10:60]) == 8


def test_where_a_picture_fills_the_device_alone_the_batch_stays_narrow():
    clockwork = Clockwork(max_rows=8, seconds=lambda rows: 1.0 * rows)
    for _ in range(16):
        clockwork.add(steps=20)

    clockwork.run()

    assert Counter(map(len, clockwork.batches[10:])).most_common(1)[0][0] == 1
