"""Batch sizes and throughput learned from the duration of forwards."""

import pytest

from limner.engines.diffusers.throughput import (
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
