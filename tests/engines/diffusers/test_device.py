"""What differs between devices, with events in place of a GPU's own."""

import sys
import threading

import pytest

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.engines.diffusers.device import RECOMPILE_LIMIT, Device, full_name  # noqa: E402


class Gpu:
    """Works behind our back: it is as far as somebody has waited for."""

    def __init__(self, seconds):
        self.seconds, self.now, self.queued = seconds, 0.0, 0

    def forward(self):
        self.queued += 1
        return self.queued

    def new_event(self):
        return Event(self)


class Event:
    def __init__(self, gpu):
        self.gpu = gpu

    def record(self):
        self.at = self.gpu.queued

    def synchronize(self):
        self.gpu.now = max(self.gpu.now, self.at)

    def elapsed_time(self, end):
        return 1000 * self.gpu.seconds * (end.at - self.at)


@pytest.mark.parametrize(("seconds", "ahead"), [(0.2, 1), (0.01, 2)], ids=["long forwards", "short forwards"])
def test_a_gpu_is_kept_ahead_of_short_forwards_only(seconds, ahead):
    gpu = Gpu(seconds)
    device = Device("cpu", new_event=gpu.new_event)
    reported, most = [], 0

    for _ in range(10):
        device.timed(gpu.forward, reported.append)
        most = max(most, gpu.queued - gpu.now)
    device.settle()

    assert most == ahead
    assert reported == [pytest.approx(seconds)] * 10


def test_a_device_has_one_name():
    assert full_name("cuda") == full_name("cuda:0") == "cuda:0"
    assert full_name("cuda:1") == "cuda:1"
    assert full_name("auto") == ("cuda:0" if torch.cuda.is_available() else "cpu")


def test_a_thread_that_works_on_a_device_may_compile_for_many_shapes():
    """torch keeps that setting for each thread by itself."""
    seen = []

    def work():
        Device("cpu").enter()
        seen.append(sys.modules["torch._dynamo"].config.recompile_limit)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert seen == [RECOMPILE_LIMIT]
