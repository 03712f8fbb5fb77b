"""Estimates from the reports of replicas, and what is measured in a replica, with a clock of their own."""

from dataclasses import replace

import pytest

from limner.core.errors import BadRequestError
from limner.core.queue_estimate import QueueEstimate
from limner.engines.replicas.load import MAX_AGE_S, MAX_SHAPES, ReplicaLoad
from limner.engines.replicas.messages import shape_of
from limner.engines.replicas.running_work import WINDOW_S, RunningWork
from limner.engines.replicas.work import work_of
from ray_local import make_report, make_request


class Clock:
    def __init__(self):
        self.now_s = 100.0

    def __call__(self):
        return self.now_s


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def load(clock):
    return ReplicaLoad(clock)


def test_estimate_before_any_report_counts_own_images(load):
    with load.add(make_request(n=4), 1), load.add(last := make_request(n=2), 1):
        assert load.estimate(make_request()) == QueueEstimate(6)
        assert load.estimate(last) == QueueEstimate(4)
    assert load.estimate(make_request()) == QueueEstimate(0)


def test_lost_replicas_are_an_outage_until_one_reports(load, clock):
    outages = [load.has_lost_all]
    load.update([make_report("a"), make_report("b")], asked_s=clock.now_s)
    for replica in ("a", "a", "b"):
        load.remove(replica)
        outages.append(load.has_lost_all)
    load.update([make_report("c")], asked_s=clock.now_s)

    assert [*outages, load.has_lost_all] == [False, False, False, True, False]


def test_request_is_accepted_once_a_replica_says_so(load):
    request = make_request()
    found = [load.is_accepted(request.id)]
    with load.add(request, 1) as sent:
        for sent.replica in ("", "a", ""):
            found.append(load.is_accepted(request.id))

    assert found == [False, False, True, False]


def test_estimate_of_an_unknown_shape_counts_the_replicas_images(load, clock):
    load.update([make_report("a", num_images=5), make_report("b", num_images=3)], asked_s=clock.now_s)

    assert load.estimate(make_request()) == QueueEstimate(3)
    assert load.shapes == (shape_of(make_request()),)


def test_estimate_is_the_one_of_the_fastest_replica(load, clock):
    shape = shape_of(make_request())
    slow = make_report("a", new={shape: QueueEstimate(1, 9.0, 60)})
    fast = make_report("b", new={shape: QueueEstimate(2, 4.0, 60)})
    unknown = make_report("c", new={shape: QueueEstimate(0)})
    load.update([slow, fast, unknown], asked_s=clock.now_s)

    assert load.estimate(make_request()) == QueueEstimate(2, 4.0, 60)


def test_requests_sent_since_the_report_are_added(load, clock):
    shape = shape_of(make_request())
    load.update([make_report(new={shape: QueueEstimate(1, 2.0)}, work_per_s=5.0)], asked_s=clock.now_s)
    clock.now_s += 0.1

    with load.add(make_request(n=2), work=10) as sent:
        assert load.estimate(make_request()) == QueueEstimate(3, 4.0)
        sent.complete_image()
        assert load.estimate(make_request()) == QueueEstimate(2, 3.0)
        load.update([make_report(new={shape: QueueEstimate(7, 8.0)}, work_per_s=5.0)], asked_s=clock.now_s + 0.1)
        assert load.estimate(make_request()) == QueueEstimate(7, 8.0)  # the report knows of it


def test_requests_count_for_the_replica_that_accepted_them(load, clock):
    shape = shape_of(make_request())
    load.update([make_report(name, new={shape: QueueEstimate(0, 1.0)}) for name in "ab"], asked_s=clock.now_s)
    clock.now_s += 0.1

    with load.add(make_request(n=4), work=10) as sent:
        assert load.estimate(make_request()).ahead == 2  # either of the two
        sent.replica = "a"
        assert load.estimate(make_request()).ahead == 0
        sent.replica = "b"
        with load.add(make_request(n=3), work=10) as other:
            other.replica = "a"
            assert load.estimate(make_request()).ahead == 3


def test_active_request_has_the_estimate_of_its_replica(load, clock):
    request = make_request()
    active = {request.id: QueueEstimate(4, 3.0, 60)}
    with load.add(request, 1) as sent:
        load.update([make_report(active=active)], asked_s=clock.now_s)
        sent.replica = "a"
        assert load.estimate(request) == QueueEstimate(4, 3.0, 60)
        clock.now_s += 1
        assert load.estimate(request) == QueueEstimate(4, 2.0, 60)
        clock.now_s += 5
        assert load.estimate(request) == QueueEstimate(4, 0.0, 60)


def test_request_that_every_replica_refuses_is_refused(load, clock):
    shape, error = shape_of(make_request()), BadRequestError("No.", param="lora", code="c", headers={"a": "b"})
    load.update([make_report("a", new={shape: error}), make_report("b")], asked_s=clock.now_s)
    assert load.estimate(make_request()) == QueueEstimate(0)
    load.update([make_report("a", new={shape: error}), make_report("b", new={shape: error})], asked_s=clock.now_s)

    with pytest.raises(BadRequestError) as caught:
        load.estimate(make_request())

    assert caught.value is not error  # its traceback would grow with each request
    assert (caught.value.param, caught.value.code, caught.value.headers) == ("lora", "c", {"a": "b"})


def test_old_reports_are_not_used(load, clock):
    load.update([make_report(num_images=5)], asked_s=clock.now_s)
    clock.now_s += MAX_AGE_S + 1

    assert load.estimate(make_request()) == QueueEstimate(0)
    assert load.reports == []
    assert load.latest is not None


def test_shapes_are_the_latest_ones(load):
    for steps in range(1, MAX_SHAPES + 10):
        load.estimate(make_request(num_inference_steps=steps))

    assert [one.num_inference_steps for one in load.shapes] == list(range(10, MAX_SHAPES + 10))


def test_requests_that_differ_in_what_is_drawn_have_one_shape():
    request = make_request()

    assert shape_of(request) == shape_of(make_request(prompt="a pear", seed=9, user="u", api_key="k"))
    assert shape_of(request) != shape_of(make_request(n=2))
    assert shape_of(shape_of(request)) == shape_of(request)


def test_work_is_images_times_megapixels_times_steps():
    request = make_request(num_inference_steps=10)

    assert work_of(replace(request, n=3)) == pytest.approx(3 * work_of(request))
    assert work_of(replace(request, num_inference_steps=40)) == pytest.approx(4 * work_of(request))
    assert work_of(make_request(quality="low")) < work_of(make_request()) < work_of(make_request(quality="high"))
    edit = make_request(operation="edit", images=(object(),), strength=0.5, num_inference_steps=10)
    assert work_of(edit) == pytest.approx(work_of(request) / 2)


def test_speed_is_measured_while_there_is_work(clock):
    work = RunningWork(clock)
    assert work.work_per_s is None

    with work.add(make_request(n=2), 12, "gateway") as one:
        assert (work.num_images, work.by_sender()) == (2, {"gateway": 12})
        clock.now_s += 3
        work.complete_image(one)
        assert (work.num_images, work.by_sender()) == (1, {"gateway": 6})
        assert work.work_per_s == 2
        with work.add(make_request(), 6, "gateway"), work.add(make_request(), 1, "other"):
            assert work.by_sender() == {"gateway": 12, "other": 1}
    clock.now_s += 1000  # idle

    assert work.work_per_s == 2
    assert (work.num_images, work.by_sender(), work.requests) == (0, {}, [])


def test_speed_follows_a_change(clock):
    work = RunningWork(clock)
    for seconds in (10, 1):
        for _ in range(int(3 * WINDOW_S / seconds)):
            with work.add(make_request(), 10, "gateway") as one:
                clock.now_s += seconds
                work.complete_image(one)

    assert work.work_per_s == pytest.approx(10, rel=0.2)
