"""A request above the memory limit is a client error, and the worker keeps running."""

import subprocess
import sys

import pytest

SCRIPT = """
from multiprocessing import Pipe
import cv2
from limner.core.picture import CompletedImage, Size
from limner.core.request import ImageRequest
from limner.engines.illustrator.messages import TaskAccepted, DrawTask
from limner.engines.illustrator.worker import limit_memory, serve

cv2.setNumThreads(1)

def draw(size):
    engine_end, worker_end = Pipe()
    serve(worker_end, DrawTask(ImageRequest(operation="generate", model="m", prompt="a fox", size=size, seed=1), 0))
    assert isinstance(engine_end.recv(), TaskAccepted)
    return engine_end.recv()

small, large = Size(64, 64), Size(3000, 3000)
assert isinstance(draw(small), CompletedImage)
limit_memory(120_000_000)
error = draw(large)
print(type(error).__name__, error.status, error.code)
assert isinstance(draw(small), CompletedImage)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux limits and reports the address space")
def test_request_above_memory_limit_is_rejected_and_next_is_drawn():
    ran = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=120, check=False)

    assert ran.stdout.split() == ["PictureError", "400", "memory_limit_exceeded"], ran.stdout + ran.stderr
    assert ran.returncode == 0
