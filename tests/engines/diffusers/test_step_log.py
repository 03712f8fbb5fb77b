"""The line in the log about what a device has done."""

import logging

import pytest
from engine_fixtures import events_of, make_request, running

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")

from limner.core.worker_stats import DeviceMemory  # noqa: E402
from limner.engines.diffusers import step_log  # noqa: E402
from limner.engines.diffusers.step_log import RunnerStats, StepLog  # noqa: E402
from running import wait_until  # noqa: E402


def lines_of(caplog):
    return [record.getMessage() for record in caplog.records if record.name == "limner.diffusers"]


def test_a_minute_of_work_is_one_line_with_its_own_counts(caplog):
    caplog.set_level(logging.INFO, "limner.diffusers")
    stats = RunnerStats(num_forwards=100, num_images=100, forward_s=50, num_completed=7)
    memory = DeviceMemory(total_bytes=80_000_000_000, reserved_bytes=0, allocated_bytes=20_400_000_000)
    log = StepLog("cuda:0", stats, lambda: memory)

    log.write_if_due(0)
    assert log.due_s() is None, "nothing was done"
    stats.num_forwards, stats.num_images, stats.forward_s, stats.num_completed = 140, 250, 54.0, 12
    log.write_if_due(10)
    log.write_if_due(69)
    assert lines_of(caplog) == []
    assert log.due_s() == 70
    log.write_if_due(71)
    log.write_if_due(200)

    assert lines_of(caplog) == [
        "cuda:0: 5 images in 61 s, in 40 steps of 3.8 images and 0.100 s; memory: 20.4 of 80.0 GB"
    ]
    assert log.due_s() is None


def test_device_without_memory_of_its_own_logs_none(caplog):
    caplog.set_level(logging.INFO, "limner.diffusers")
    log = StepLog("cpu", stats := RunnerStats(), lambda: None)
    stats.num_forwards, stats.num_images = 4, 4
    log.write_if_due(0)
    log.write_if_due(60)

    assert lines_of(caplog) == ["cpu: 0 images in 60 s, in 4 steps of 1.0 images and 0.000 s"]


def test_idle_device_wakes_up_to_log_what_it_has_done(engine_of, caplog, monkeypatch):
    caplog.set_level(logging.INFO, "limner.diffusers")
    monkeypatch.setattr(step_log, "REPORT_EVERY_S", 0.5)

    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, make_request(n=2)))
        assert wait_until(lambda: any("steps of" in line for line in lines_of(caplog)))

    done = [line for line in lines_of(caplog) if "steps of" in line]
    assert sum(int(line.split()[1]) for line in done) == 2
