"""The simulation behind docs/capacity.md: what must hold holds, and the page has its figures."""

import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BENCHMARKS = ROOT / "benchmarks"
PAGE = ROOT / "docs" / "capacity.md"


@pytest.fixture(scope="module")
def load():
    """Imports a module of the folder `benchmarks`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        yield importlib.import_module


@pytest.fixture
def requests(load):
    return load("capacity_arrivals").arrivals(load=0.8, duration_s=1200, seed=5)


def test_quick_mode_finds_nothing_wrong():
    command = [sys.executable, "benchmarks/capacity.py", "--quick"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout == "everything holds\n"


def test_lost_request_is_noticed(load, requests):
    checks, device = load("capacity_checks"), load("capacity_device")
    gpu = device.FifoGpu(is_blind=False)
    gpu.run(requests)
    gpu.outcomes.pop()

    assert "not every request has one outcome" in list(checks.outcome_failures(requests, gpu))


def test_idle_device_is_noticed(load):
    checks, device = load("capacity_checks"), load("capacity_device")

    class LazyGpu(device.FifoGpu):
        def work(self):
            self.now_s += 1
            super().work()

    assert "it was idle while requests waited" in list(checks.work_failures(LazyGpu(is_blind=False)))


def test_wrong_waits_contradict_theory(load):
    checks, device = load("capacity_checks"), load("capacity_device")

    class SlowGpu(device.FifoGpu):
        def work(self):
            self.spend(0.05)
            super().work()

    assert any("by theory" in failure for failure in checks.theory_failures(SlowGpu(is_blind=False)))


def test_last_in_first_out_is_worse_for_short_requests(load):
    checks, device = load("capacity_checks"), load("capacity_device")

    assert list(checks.short_job_failures(device.ScheduledGpu(), device.FifoGpu(is_blind=False)))


def test_arrivals_carry_the_wanted_load(load):
    arrivals = load("capacity_arrivals")
    requests = arrivals.arrivals(load=0.8, duration_s=100_000, seed=1)

    assert sum(request.work_s for request in requests) / 100_000 == pytest.approx(0.8, rel=0.15)
    assert {request.n for request in requests} == set(range(1, 11))


def test_interactive_requests_follow_the_day(load):
    arrivals = load("capacity_arrivals")
    days = [arrivals.arrivals(load=0.8, duration_s=arrivals.DAY_S, seed=seed, is_day=True) for seed in range(3)]
    hours = [request.arrived_s / 3600 for day in days for request in day if request.key.startswith("key")]
    noon, midnight = sum(9 <= hour < 15 for hour in hours), sum(hour < 3 or hour >= 21 for hour in hours)

    assert noon > 3 * midnight


def test_step_times_are_those_measured(load):
    times = load("capacity_times")

    for edge, known in times.STEP_S.items():
        assert [times.step_s(edge, rows) for rows in known] == pytest.approx(list(known.values()))
    assert 0.186 < times.step_s(512, 6) < 0.425
    assert times.step_s(1024, 6) == pytest.approx(2 * 0.711)
    assert (times.best_rows(512, 8), times.best_rows(1024, 8)) == (8, 1)


def test_simulated_prompts_before_a_step_are_those_of_the_engine(load):
    """Read from the source: importing it needs torch."""
    source = (ROOT / "src" / "limner" / "engines" / "diffusers" / "stages.py").read_text(encoding="utf-8")

    assert f"\nMAX_ENCODED = {load('capacity_device').MAX_ENCODED}\n" in source


def test_page_has_the_figures_of_the_last_run(load):
    figures = json.loads((BENCHMARKS / "capacity_figures.json").read_text(encoding="utf-8"))
    text = PAGE.read_text(encoding="utf-8")

    assert load("capacity_page").with_tables(text, figures, load("capacity_fleet").load_fleets()) == text


def test_page_names_every_plot():
    plots = {path.name for path in (ROOT / "docs" / "capacity").iterdir()}
    text = PAGE.read_text(encoding="utf-8")

    assert plots
    assert all(f"(capacity/{name})" in text for name in plots)


@pytest.mark.parametrize(
    "path",
    sorted([*(ROOT / "docs" / "capacity").glob("*.svg"), *(ROOT / "docs" / "scale").glob("*.svg")]),
    ids=lambda path: path.stem,
)
def test_picture_has_both_palettes_and_is_small(path):
    svg = path.read_text(encoding="utf-8")

    assert "prefers-color-scheme: dark" in svg
    assert path.stat().st_size < 40_000
    assert "http://" not in svg.replace("http://www.w3.org/", "")
