"""benchmarks/gpu_smoke.py runs on a CPU as far as a CPU goes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

BENCHMARKS = Path(__file__).parents[3] / "benchmarks"


@pytest.fixture
def gpu_smoke(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import gpu_smoke

    return gpu_smoke


def test_smoke_script_says_what_it_skips():
    command = [sys.executable, str(BENCHMARKS / "gpu_smoke.py"), "--device", "cpu", "--quick", "--stages", "streams"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result.pop("seconds") > 0
    assert result == {"stage": "streams", "status": "skipped", "skipped": "needs a GPU"}


def test_smoke_script_draws(gpu_smoke, capsys):
    gpu_smoke.run_here("race", "cpu", is_quick=True)

    assert json.loads(capsys.readouterr().out.splitlines()[-1]) == {"status": "ok", "images": 6}


@pytest.mark.parametrize(
    ("result", "exit_code"),
    [({"status": "ok"}, 0), ({"status": "skipped"}, 0), ({"status": "failed"}, 1), ({"status": "timeout"}, 1)],
)
def test_smoke_script_reports_failures_by_its_exit_code(gpu_smoke, monkeypatch, result, exit_code):
    monkeypatch.setattr(gpu_smoke, "run_in_process", lambda *args, **options: result)
    monkeypatch.setattr(sys, "argv", ["gpu_smoke.py", "--stages", "streams"])

    assert gpu_smoke.main() == exit_code


@pytest.mark.skipif("__import__('torch').cuda.is_available()", reason="the stage passes on a GPU")
def test_smoke_stage_fails_where_no_gpu_is_found(gpu_smoke, capsys):
    gpu_smoke.run_here("streams", "cuda", is_quick=True)

    result = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert result["status"] == "failed"
    assert "finds no GPU" in result["error"]
