"""Batch sizes and throughput learned from the duration of forwards."""

import pytest

from limner.engines.diffusers.throughput import (
    ALONE,
    MAX_SHAPES,
    RETRY_AFTER,
    SAMPLES_PER_SIZE,
    BatchKey,
    BatchSizeTuner,
    ThroughputEstimator,
)

SMALL = BatchKey("m", "512x512")
LARGE = BatchKey("m", "1024x1024")


def test_occasional_slow_forward_does_not_change_throughput():
    estimator = ThroughputEstimator()
    for seconds in (60.0, 0.2, 0.2, 45.0, 0.2):
        estimator.record(seconds, cost=2.0, now_s=0)

    assert estimator.seconds_per_cost == pytest.approx(0.1)


def test_throughput_needs_samples_and_follows_the_device():
    estimator = ThroughputEstimator()
    estimator.record(60.0, cost=1.0, now_s=0)
    estimator.record(0.1, cost=1.0, now_s=0)
    assert estimator.seconds_per_cost is None

    for _ in range(40):
        estimator.record(0.5, cost=1.0, now_s=0)

    assert estimator.seconds_per_cost == pytest.approx(0.5)


def test_size_that_did_not_fit_is_not_retried_soon():
    tuner = BatchSizeTuner(max_rows=8)
    tuner.limit(SMALL, 2)
    for rows in (1, 1, 2, 2):
        tuner.record(SMALL, rows, 1.0)

    assert tuner.target_rows(SMALL) == 2
    assert tuner.target_rows(LARGE) <= 8


def test_saved_measurements_are_restored():
    before, after = BatchSizeTuner(max_rows=4), BatchSizeTuner(max_rows=4)
    for rows in (1, 1, 2, 2, 4, 4):
        before.record(SMALL, rows, 1.0)

    after.restore(SMALL, before.to_json())

    assert after.target_rows(SMALL) == before.target_rows(SMALL) == 4
    assert after.seconds(SMALL, 4) == 1.0


def test_throughput_becomes_stale():
    estimator = ThroughputEstimator()
    assert not estimator.is_fresh(0)

    estimator.record(0.1, cost=1.0, now_s=100)

    assert estimator.is_fresh(130)
    assert not estimator.is_fresh(1000)


def record_no_gain(tuner, rows):
    for _ in range(SAMPLES_PER_SIZE):
        tuner.record(SMALL, 1, 1.0)
        tuner.record(SMALL, 2, 1.0 * rows)


def test_rejected_size_is_retried_later():
    tuner = BatchSizeTuner(max_rows=2)
    record_no_gain(tuner, 2)
    assert tuner.target_rows(SMALL) == 1

    for _ in range(RETRY_AFTER):
        tuner.record(SMALL, 1, 1.0)
    assert tuner.target_rows(SMALL) == 2
    for _ in range(SAMPLES_PER_SIZE):
        tuner.record(SMALL, 2, 1.1)

    assert tuner.target_rows(SMALL) == 2, "it pays now"


def test_retried_size_is_rejected_again():
    tuner = BatchSizeTuner(max_rows=2)
    record_no_gain(tuner, 2)
    for _ in range(RETRY_AFTER):
        tuner.record(SMALL, 1, 1.0)
    assert tuner.target_rows(SMALL) == 2
    for _ in range(SAMPLES_PER_SIZE):
        tuner.record(SMALL, 2, 2.0)

    assert tuner.target_rows(SMALL) == 1


def test_memory_limit_is_retried_later():
    tuner = BatchSizeTuner(max_rows=4)
    tuner.limit(SMALL, 1)
    for _ in range(RETRY_AFTER):
        assert tuner.target_rows(SMALL) == 1
        tuner.record(SMALL, 1, 1.0)

    assert tuner.target_rows(SMALL) == 2


def test_measurements_of_many_shapes_are_bounded():
    tuner = BatchSizeTuner()
    for edge in range(2 * MAX_SHAPES):
        tuner.record(SMALL, 1, 1.0)
        tuner.limit(BatchKey("m", edge), 4)
        tuner.record(BatchKey("m", edge), 1, 1.0)

    known = tuner.measured_rows()
    assert len(known) == MAX_SHAPES
    assert SMALL in known
    assert BatchKey("m", 2 * MAX_SHAPES - 1) in known


def test_scale_of_an_adapter_does_not_change_what_is_known():
    tuner = BatchSizeTuner(max_rows=4)
    for scale in (0.5, 0.7, 0.9):
        tuner.record(BatchKey("m", ("ink",), adapter_scales=(scale,)), 1, 2.0)

    assert len(tuner.measured_rows()) == 1
    assert tuner.seconds(BatchKey("m", ("ink",), adapter_scales=(1.0,)), 1) == 2.0
    assert tuner.seconds(BatchKey("m", ("film",), adapter_scales=(0.5,)), 1) is None
    assert BatchKey("m", "s", adapter_scales=(0.5,)) != BatchKey("m", "s", adapter_scales=(0.7,)), "no common batch"


@pytest.mark.parametrize("key", [BatchKey("m", (ALONE, 1)), BatchKey("m", "512x512", fixed_rows=4)])
def test_batch_size_that_is_not_chosen_is_not_timed(key):
    assert not key.is_timed
    assert SMALL.is_timed
