"""What differs between devices: timing of forwards, a stream beside the steps, and freeing memory."""

import gc
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch

from limner.core.worker_stats import DeviceMemory

OnMeasured = Callable[[float], None]
"""Called with the seconds that a forward took, some time after it was launched."""
SHORT_FORWARD_S = 0.05
"""Shorter forwards are queued one ahead, else the GPU would idle between two of them."""
RECOMPILE_LIMIT = 64
"""Every batch size, image size and mask is a new shape; torch's default of eight is soon reached."""


@dataclass(slots=True)
class SideStreamTask:
    """Work beside the steps, perhaps still running."""

    value: Any
    _event: Any = None

    @property
    def is_done(self) -> bool:
        return self._event is None or bool(self._event.query())


class Device:
    """`name`: cuda, cuda:1, cpu. `new_event`: creates a CUDA event, or a test's replacement."""

    def __init__(self, name: str, *, new_event: Callable[[], Any] | None = None) -> None:
        self.name = full_name(name)
        self._is_cuda = self.name.startswith("cuda")
        self._new_event = new_event or (_cuda_event if self._is_cuda else None)
        self._side_stream: Any = torch.cuda.Stream(self.name) if self._is_cuda else None
        self._in_flight: deque[tuple[Any, Any, OnMeasured]] = deque()
        self._latest_s = float("inf")

    @property
    def kind(self) -> str:
        """The GPU's model: throughput is similar on all devices of a kind."""
        return str(torch.cuda.get_device_name(self.name)) if self._is_cuda else "cpu"

    def is_lost(self) -> bool:
        """Whether this process can no longer use it: a CUDA error may be permanent."""
        try:
            if self._is_cuda:
                torch.cuda.synchronize(self.name)
        except torch.AcceleratorError:
            return True
        return False

    @property
    def has_side_stream(self) -> bool:
        """Whether work can run concurrently with the steps."""
        return self._is_cuda

    def run_timed(self, work: Callable[[], Any], on_measured: OnMeasured) -> Any:
        """Run `work`, and report how long the device took.

        A GPU runs asynchronously. It is kept one short forward ahead, and no long one, so that an abort wastes little.
        """
        if self._new_event is None:
            started = time.perf_counter()
            value = work()
            on_measured(time.perf_counter() - started)
            return value
        self.drain(ahead=1 if self._latest_s <= SHORT_FORWARD_S else 0)
        start, end = self._new_event(), self._new_event()
        start.record()
        value = work()
        end.record()
        self._in_flight.append((start, end, on_measured))
        return value

    def drain(self, *, ahead: int = 0) -> None:
        """Wait until at most `ahead` forwards are in flight, and report the others."""
        while len(self._in_flight) > ahead:
            start, end, on_measured = self._in_flight.popleft()
            end.synchronize()
            self._latest_s = start.elapsed_time(end) / 1000
            on_measured(self._latest_s)

    def run_on_side_stream(self, work: Callable[[], Any]) -> SideStreamTask:
        """On a GPU: concurrently with the steps. On a CPU: now. The value must be in main memory."""
        if not self._is_cuda:
            return SideStreamTask(work())
        self._side_stream.wait_stream(torch.cuda.current_stream(self.name))
        with torch.cuda.stream(self._side_stream):
            value = work()
            event = torch.cuda.Event()
            event.record()
        return SideStreamTask(value, event)

    def free_memory(self) -> None:
        """Run the garbage collector and empty the CUDA cache."""
        gc.collect()
        if self._is_cuda:
            torch.cuda.empty_cache()

    @property
    def total_bytes(self) -> int | None:
        return int(torch.cuda.get_device_properties(self.name).total_memory) if self._is_cuda else None

    def memory(self) -> DeviceMemory | None:
        """By the allocator's own counts: asking CUDA could wait for the device, or disturb the capture of a graph."""
        total_bytes = self.total_bytes
        if total_bytes is None:
            return None
        return DeviceMemory(
            total_bytes=total_bytes,
            reserved_bytes=torch.cuda.memory_reserved(self.name),
            allocated_bytes=torch.cuda.memory_allocated(self.name),
        )


def use_in_thread(name: str) -> None:
    """Called by each thread that uses a device: CUDA's current device and torch's recompile limit are per thread."""
    torch._dynamo.config.recompile_limit = RECOMPILE_LIMIT  # noqa: SLF001 (it has no public name)
    if name.startswith("cuda"):
        torch.cuda.set_device(full_name(name))


def full_name(name: str) -> str:
    """One name per device. "auto" is a GPU if there is one; "cuda" is the first."""
    if name == "auto":
        name = "cuda" if torch.cuda.is_available() else "cpu"
    return "cuda:0" if name == "cuda" else name


def _cuda_event() -> Any:
    return torch.cuda.Event(enable_timing=True, blocking=True)  # blocking: wait without spinning on a CPU core


def run_tiled(vae: Any, work: Callable[[], Any]) -> Any:
    """Run `work` with VAE tiling, which needs less memory, if this VAE supports it."""
    if not hasattr(vae, "enable_tiling"):
        return work()
    vae.enable_tiling()
    try:
        return work()
    finally:
        vae.disable_tiling()
