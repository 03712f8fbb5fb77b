"""Device timing, with simulated CUDA events."""

import os
import sys
import threading

import pytest

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.engines.diffusers.device import (  # noqa: E402
    RECOMPILE_LIMIT,
    Device,
    SideStreamTask,
    configure_allocator,
    default_dtype,
    full_name,
    use_in_thread,
)


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


@pytest.mark.parametrize(
    ("capability", "dtype"),
    [
        pytest.param((7, 5), torch.float16, id="turing"),
        pytest.param((8, 0), torch.bfloat16, id="ampere"),
        pytest.param((12, 0), torch.bfloat16, id="blackwell"),
    ],
)
def test_bfloat16_is_the_default_only_where_it_is_native(monkeypatch, capability, dtype):
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda name: capability)

    assert default_dtype("cuda:0") == dtype
    assert default_dtype("cpu") == torch.float32


def test_finished_side_tasks_are_noticed_during_a_step():
    """Else a decoded image waits for the end of a step that has nothing to do with it."""
    tasks = []

    class Event:
        """Of a step that ends after the side task was noticed."""

        def record(self):
            self.left = 5

        def query(self):
            self.left -= 1
            return self.left < 0

        def synchronize(self):
            assert noticed or not device.has_side_tasks

        def elapsed_time(self, end):
            return 1000.0

    class SideEvent:
        is_over = False

        def query(self):
            return self.is_over

    def side_stream(work):
        tasks.append(SideStreamTask(work(), SideEvent()))
        return tasks[-1]

    device, noticed = Device("cpu", new_event=Event, side_stream=side_stream), []

    def meanwhile():
        tasks[-1]._event.is_over = True
        device.release_side_tasks()
        noticed.append(device.has_side_tasks)

    device.run_timed(lambda: None, lambda seconds: None)
    device.drain()
    device.run_on_side_stream(lambda: None)
    for _ in range(2):
        device.run_timed(lambda: None, lambda seconds: None, meanwhile=meanwhile)

    assert noticed == [False]


@pytest.mark.parametrize(("name", "value"), [("PYTORCH_ALLOC_CONF", None), ("PYTORCH_CUDA_ALLOC_CONF", "backend:x")])
def test_allocator_is_configured_unless_the_operator_did(monkeypatch, name, value):
    for one in ("PYTORCH_ALLOC_CONF", "PYTORCH_CUDA_ALLOC_CONF"):
        monkeypatch.delenv(one, raising=False)
    if value is not None:
        monkeypatch.setenv(name, value)

    configure_allocator()

    assert os.environ.get("PYTORCH_ALLOC_CONF") == (None if value else "expandable_segments:True")
