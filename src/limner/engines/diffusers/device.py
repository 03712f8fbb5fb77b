"""What differs between devices: timing of forwards, a stream beside the steps, and freeing memory."""

import gc
import os
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch

from limner.core.worker_stats import DeviceMemory

OnMeasured = Callable[[float], None]
"""Called with the seconds that a forward took, some time after it was launched."""
POLL_S = 0.002
"""How often a GPU is asked whether a decode on the side stream is done."""
SHORT_FORWARD_S = 0.05
"""Shorter forwards are queued one ahead, else the GPU would idle between two of them."""
OUT_OF_MEMORY_SIGNS = ("CUDNN_STATUS_ALLOC_FAILED", "CUBLAS_STATUS_ALLOC_FAILED", "CUDA error: out of memory")
"""Of cuDNN, cuBLAS and the CUDA runtime."""
NATIVE_BFLOAT16 = (8, 0)
"""The compute capability, Ampere, from which on bfloat16 is not emulated."""
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

    @property
    def is_over(self) -> bool:
        """Whether it is done, or has failed."""
        try:
            return self.is_done
        except Exception:  # the image that waits for it gets the error
            return True

    def wait(self) -> None:
        if self._event is not None:
            self._event.synchronize()


SideStream = Callable[[Callable[[], Any]], SideStreamTask]
"""Launches work beside the steps, and returns before it is done."""


class Device:
    """`name`: cuda, cuda:1, cpu. `new_event`, `side_stream`: a test's replacements for those of CUDA."""

    def __init__(
        self, name: str, *, new_event: Callable[[], Any] | None = None, side_stream: SideStream | None = None
    ) -> None:
        self.name = full_name(name)
        configure_allocator()
        self._is_cuda = self.name.startswith("cuda")
        self._new_event = new_event or (_cuda_event if self._is_cuda else None)
        self._side_stream = side_stream or (_cuda_side_stream(self.name) if self._is_cuda else None)
        self._side_tasks: list[tuple[SideStreamTask, Callable[[], Any]]] = []
        """With their work, which holds what they read: memory that is freed too early is overwritten by the steps."""
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
        return self._side_stream is not None

    def run_timed(
        self, work: Callable[[], Any], on_measured: OnMeasured, *, meanwhile: Callable[[], None] = lambda: None
    ) -> Any:
        """Run `work`, and report how long the device took. `meanwhile`: called while it waits beside side tasks.

        A GPU runs asynchronously. It is kept one short forward ahead, and no long one, so that an abort wastes little.
        """
        if self._new_event is None:
            started = time.perf_counter()
            value = work()
            on_measured(time.perf_counter() - started)
            return value
        self.drain(ahead=1 if self._latest_s <= SHORT_FORWARD_S else 0, meanwhile=meanwhile)
        start, end = self._new_event(), self._new_event()
        start.record()
        value = work()
        end.record()
        self._in_flight.append((start, end, on_measured))
        return value

    def drain(self, *, ahead: int = 0, meanwhile: Callable[[], None] = lambda: None) -> None:
        """Wait until at most `ahead` forwards are in flight, and report the others."""
        while len(self._in_flight) > ahead:
            start, end, on_measured = self._in_flight.popleft()
            while self._side_tasks and not end.query():
                meanwhile()
                time.sleep(POLL_S)
            end.synchronize()
            self._latest_s = start.elapsed_time(end) / 1000
            on_measured(self._latest_s)

    def run_on_side_stream(self, work: Callable[[], Any]) -> SideStreamTask:
        """On a GPU: concurrently with the steps. On a CPU: now. The value must be in main memory."""
        if self._side_stream is None:
            return SideStreamTask(work())
        self.release_side_tasks()
        task = self._side_stream(work)
        self._side_tasks.append((task, work))
        return task

    @property
    def has_side_tasks(self) -> bool:
        return bool(self._side_tasks)

    def release_side_tasks(self) -> None:
        """Drop what finished tasks have read, also those that no image waits for any more."""
        self._side_tasks = [(task, work) for task, work in self._side_tasks if not task.is_over]

    def free_memory(self) -> None:
        """Run the garbage collector and empty the CUDA cache."""
        tasks, self._side_tasks = self._side_tasks, []
        while tasks:
            tasks.pop()[0].wait()
        gc.collect()
        if self._is_cuda:
            torch.cuda.empty_cache()

    @property
    def total_bytes(self) -> int | None:
        return int(torch.cuda.get_device_properties(self.name).total_memory) if self._is_cuda else None

    def available_bytes(self) -> int | None:
        """What this process has, and could still have: other processes may use the device, too. None: not a GPU."""
        if not self._is_cuda:
            return None
        free, _ = torch.cuda.mem_get_info(self.name)
        return int(free) + int(torch.cuda.memory_reserved(self.name))

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


def configure_allocator() -> None:
    """Let blocks of the CUDA allocator grow: images of many sizes leave gaps. Without effect once CUDA is in use."""
    if not os.environ.keys() & {"PYTORCH_ALLOC_CONF", "PYTORCH_CUDA_ALLOC_CONF"}:
        os.environ["PYTORCH_ALLOC_CONF"] = "expandable_segments:True"


def default_dtype(name: str) -> torch.dtype:
    """The fastest one that the device computes natively, without losing quality."""
    if not name.startswith("cuda"):
        return torch.float32
    is_native = torch.version.hip is not None or torch.cuda.get_device_capability(name) >= NATIVE_BFLOAT16
    return torch.bfloat16 if is_native else torch.float16


def is_out_of_memory(error: BaseException | None) -> bool:
    """Libraries under torch report it in errors of their own."""
    if isinstance(error, torch.OutOfMemoryError):
        return True
    return isinstance(error, RuntimeError) and any(sign in str(error) for sign in OUT_OF_MEMORY_SIGNS)


def _cuda_side_stream(name: str) -> SideStream:
    stream = torch.cuda.Stream(name)

    def launch(work: Callable[[], Any]) -> SideStreamTask:
        stream.wait_stream(torch.cuda.current_stream(name))
        try:
            with torch.cuda.stream(stream):
                value = work()
                event = torch.cuda.Event()
                event.record()
        except Exception:
            stream.synchronize()  # what was launched before the error still reads
            raise
        return SideStreamTask(value, event)

    return launch


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
