"""What was compiled is kept in the folder of the option `cache`."""

import os
import subprocess
import sys

import pytest

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.engines.diffusers.compiled_cache import VARIABLE, keep_compiled  # noqa: E402
from limner.engines.diffusers.config import DeviceLimits  # noqa: E402
from limner.engines.diffusers.worker import DeviceWorker  # noqa: E402

COMPILE = """
import sys
from pathlib import Path
import torch
from torch._dynamo.utils import counters
from limner.engines.diffusers.compiled_cache import keep_compiled

keep_compiled(Path(sys.argv[1]))
compiled = torch.compile(lambda one, other: one @ other)  # needs no C++
with torch.inference_mode():
    compiled(torch.ones(2, 8), torch.ones(8, 2))
print(counters["inductor"]["fxgraph_cache_hit"], counters["inductor"]["fxgraph_cache_miss"])
"""


def compile_in_a_process(cache, environment):
    done = subprocess.run(
        [sys.executable, "-c", COMPILE, str(cache)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    hits, misses = map(int, done.stdout.split()[-2:])
    return hits, misses


def test_second_process_compiles_nothing(tmp_path, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    environment = dict(os.environ)

    hits, misses = compile_in_a_process(tmp_path, environment)
    assert hits == 0
    assert misses > 0

    assert compile_in_a_process(tmp_path, environment) == (misses, 0)
    assert any((tmp_path / "compiled").iterdir())


def test_worker_keeps_compiled_code_in_its_cache(tmp_path, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)

    DeviceWorker("cpu", DeviceLimits(cache=tmp_path))

    assert os.environ[VARIABLE] == str(tmp_path / "compiled")


def test_folder_of_the_environment_is_kept(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, "/elsewhere")

    keep_compiled(tmp_path)

    assert os.environ[VARIABLE] == "/elsewhere"
