"""Device timing, with simulated CUDA events."""

import sys
import threading

import pytest

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.engines.diffusers.device import RECOMPILE_LIMIT, Device, full_name, use_in_thread  # noqa: E402


class SimulatedGpu:
    """Runs asynchronously: it has progressed as far as events were waited for."""

    def __init__(self, seconds):
        self.seconds, self.now, self.queued = seconds, 0.0, 0

    def forward(self):
        self.queued += 1
        return self.queued

    def new_event(self):
        return SimulatedEvent(self)


class SimulatedEvent:
    def __init__(self, gpu):
        self.gpu = gpu

    def record(self):
        self.at = self.gpu.queued

    def synchronize(self):
        self.gpu.now = max(self.gpu.now, self.at)

    def elapsed_time(self, end):
        return 1000 * self.gpu.seconds * (end.at - self.at)


@pytest.mark.parametrize(("seconds", "ahead"), [(0.2, 1), (0.01, 2)], ids=["long forwards", "short forwards"])
def test_only_short_forwards_are_queued_ahead(seconds, ahead):
    gpu = SimulatedGpu(seconds)
    device = Device("cpu", new_event=gpu.new_event)
    reported, most = [], 0

    for _ in range(10):
        device.run_timed(gpu.forward, reported.append)
        most = max(most, gpu.queued - gpu.now)
    device.drain()

    assert most == ahead
    assert reported == [pytest.approx(seconds)] * 10


def test_device_aliases_resolve_to_one_name():
    assert full_name("cuda") == full_name("cuda:0") == "cuda:0"
    assert full_name("cuda:1") == "cuda:1"
    assert full_name("auto") == ("cuda:0" if torch.cuda.is_available() else "cpu")


def test_recompile_limit_is_raised_in_each_thread():
    seen = []

    def work():
        use_in_thread("cpu")
        seen.append(sys.modules["torch._dynamo"].config.recompile_limit)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert seen == [RECOMPILE_LIMIT]
