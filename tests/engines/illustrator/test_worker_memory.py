"""A request that needs more memory than a worker may use is an error for the client; the worker goes on."""

import subprocess
import sys

import pytest

SCRIPT = """
from multiprocessing import Pipe
import cv2
from limner.core.picture import CompletedImage, Size
from limner.core.request import ImageRequest
from limner.engines.illustrator.orders import Accepted, Order
from limner.engines.illustrator.worker import limit_memory, serve

cv2.setNumThreads(1)

def drawn(size):
    ours, theirs = Pipe()
    serve(theirs, Order(ImageRequest(operation="generate", model="m", prompt="a fox", size=size, seed=1), 0))
    assert isinstance(ours.recv(), Accepted)
    return ours.recv()

small, large = Size(64, 64), Size(3000, 3000)
assert isinstance(drawn(small), CompletedImage)
limit_memory(120_000_000)
error = drawn(large)
print(type(error).__name__, error.status, error.code)
assert isinstance(drawn(small), CompletedImage)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux limits and reports the address space")
def test_too_large_a_request_is_refused_and_the_next_is_drawn():
    ran = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=120, check=False)

    assert ran.stdout.split() == ["PictureError", "400", "memory_limit_exceeded"], ran.stdout + ran.stderr
    assert ran.returncode == 0
