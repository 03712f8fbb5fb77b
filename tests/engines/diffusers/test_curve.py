"""What is learned from how long forwards take: how wide batches should be, and how fast the device is."""

import pytest

from limner.engines.diffusers.curve import RETRY, SAMPLES, WidthCurve
from limner.engines.diffusers.job import BatchKey
from limner.engines.diffusers.pace import Pace

SMALL = BatchKey("m", "512x512")
LARGE = BatchKey("m", "1024x1024")


def test_a_slow_forward_now_and_then_is_not_the_pace():
    pace = Pace()
    for seconds in (60.0, 0.2, 0.2, 45.0, 0.2):
        pace.record(seconds, cost=2.0, now_s=0)

    assert pace.seconds_per_cost == pytest.approx(0.1)


def test_the_pace_is_not_told_before_it_is_known_and_follows_the_device():
    pace = Pace()
    pace.record(60.0, cost=1.0, now_s=0)
    pace.record(0.1, cost=1.0, now_s=0)
    assert pace.seconds_per_cost is None

    for _ in range(40):
        pace.record(0.5, cost=1.0, now_s=0)

    assert pace.seconds_per_cost == pytest.approx(0.5)


def test_a_width_that_did_not_fit_into_memory_is_not_tried_again():
    curve = WidthCurve(max_rows=8)
    curve.limit(SMALL, 2)
    for rows in (1, 1, 2, 2):
        curve.record(SMALL, rows, 1.0)

    assert curve.width(SMALL) == 2
    assert curve.width(LARGE) <= 8


def test_what_a_run_learned_the_next_one_knows():
    before, after = WidthCurve(max_rows=4), WidthCurve(max_rows=4)
    for rows in (1, 1, 2, 2, 4, 4):
        before.record(SMALL, rows, 1.0)

    after.restore(SMALL, before.saved())

    assert after.width(SMALL) == before.width(SMALL) == 4
    assert after.seconds(SMALL, 4) == 1.0


def test_a_pace_that_nobody_measures_any_more_is_no_reason_to_refuse_anybody():
    pace = Pace()
    assert not pace.is_fresh(0)

    pace.record(0.1, cost=1.0, now_s=100)

    assert pace.is_fresh(130)
    assert not pace.is_fresh(1000)


def pays_not(curve, rows):
    for _ in range(SAMPLES):
        curve.record(SMALL, 1, 1.0)
        curve.record(SMALL, 2, 1.0 * rows)


def test_a_width_that_did_not_pay_is_tried_again_after_a_while():
    curve = WidthCurve(max_rows=2)
    pays_not(curve, 2)
    assert curve.width(SMALL) == 1

    for _ in range(RETRY):
        curve.record(SMALL, 1, 1.0)
    assert curve.width(SMALL) == 2
    for _ in range(SAMPLES):
        curve.record(SMALL, 2, 1.1)

    assert curve.width(SMALL) == 2, "now it pays"


def test_one_that_still_does_not_pay_is_left_alone_again():
    curve = WidthCurve(max_rows=2)
    pays_not(curve, 2)
    for _ in range(RETRY):
        curve.record(SMALL, 1, 1.0)
    assert curve.width(SMALL) == 2
    for _ in range(SAMPLES):
        curve.record(SMALL, 2, 2.0)

    assert curve.width(SMALL) == 1


def test_a_width_that_did_not_fit_once_is_not_given_up_for_ever():
    curve = WidthCurve(max_rows=4)
    curve.limit(SMALL, 1)
    for _ in range(RETRY):
        assert curve.width(SMALL) == 1
        curve.record(SMALL, 1, 1.0)

    assert curve.width(SMALL) == 2
