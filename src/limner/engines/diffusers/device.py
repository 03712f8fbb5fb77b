"""What differs between devices: how long something took, what may run beside the steps, and how memory is let go."""

import gc
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch

Report = Callable[[float], None]
"""Told the seconds that a forward took, some time after it was asked for."""
SHORT_S = 0.05
"""Forwards that take no longer than this are queued one ahead: else the GPU would wait for us between two of them."""
RECOMPILE_LIMIT = 64
"""A batch, a size and a mask more or less are new shapes: eight, which is torch's own limit, are soon seen."""


@dataclass(slots=True)
class Aside:
    """A piece of work beside the steps, perhaps not done yet."""

    answer: Any
    _event: Any = None

    @property
    def is_done(self) -> bool:
        return self._event is None or bool(self._event.query())


class Device:
    """`name`: cuda, cuda:1, cpu. `new_event`: what is recorded on a GPU to know when it has come so far."""

    def __init__(self, name: str, *, new_event: Callable[[], Any] | None = None) -> None:
        self.name = full_name(name)
        self._is_cuda = self.name.startswith("cuda")
        self._new_event = new_event or (_cuda_event if self._is_cuda else None)
        self._aside: Any = torch.cuda.Stream(self.name) if self._is_cuda else None
        self._unreported: deque[tuple[Any, Any, Report]] = deque()
        self._latest_s = float("inf")

    def enter(self) -> None:
        enter(self.name)

    @property
    def kind(self) -> str:
        """What it is: how fast a model is on it, others of its kind may know as well."""
        return str(torch.cuda.get_device_name(self.name)) if self._is_cuda else "cpu"

    def is_lost(self) -> bool:
        """Whether nothing can be done with it any more by this process: an error of a GPU may be for good."""
        try:
            if self._is_cuda:
                torch.cuda.synchronize(self.name)
        except torch.AcceleratorError:
            return True
        return False

    @property
    def has_room_aside(self) -> bool:
        """Whether work may go on beside the steps."""
        return self._is_cuda

    def timed(self, work: Callable[[], Any], report: Report) -> Any:
        """Do `work`, and report how long the device was at it.

        A GPU works behind our back. It is kept one short forward ahead, and no long one, so that nobody waits for much
        that is given up meanwhile.
        """
        if self._new_event is None:
            begun = time.perf_counter()
            answer = work()
            report(time.perf_counter() - begun)
            return answer
        self.settle(ahead=1 if self._latest_s <= SHORT_S else 0)
        begin, end = self._new_event(), self._new_event()
        begin.record()
        answer = work()
        end.record()
        self._unreported.append((begin, end, report))
        return answer

    def settle(self, *, ahead: int = 0) -> None:
        """Wait until no more than so many forwards are under way, and report the others."""
        while len(self._unreported) > ahead:
            begin, end, report = self._unreported.popleft()
            end.synchronize()
            self._latest_s = begin.elapsed_time(end) / 1000
            report(self._latest_s)

    def do_aside(self, work: Callable[[], Any]) -> Aside:
        """On a GPU: on a stream of its own, beside the steps. On a CPU: now. The answer lies in main memory."""
        if not self._is_cuda:
            return Aside(work())
        self._aside.wait_stream(torch.cuda.current_stream(self.name))
        with torch.cuda.stream(self._aside):
            answer = work()
            event = torch.cuda.Event()
            event.record()
        return Aside(answer, event)

    def free_memory(self) -> None:
        """What nobody holds any more, circles of references too, becomes room again."""
        gc.collect()
        if self._is_cuda:
            torch.cuda.empty_cache()

    @property
    def total_bytes(self) -> int | None:
        return int(torch.cuda.get_device_properties(self.name).total_memory) if self._is_cuda else None


def enter(name: str) -> None:
    """Called by each thread that works on a device: kernels and events belong to the thread's current one.

    How often torch may compile one function anew is a thread's own affair, too.
    """
    torch._dynamo.config.recompile_limit = RECOMPILE_LIMIT  # noqa: SLF001 (it has no public name)
    if name.startswith("cuda"):
        torch.cuda.set_device(full_name(name))


def full_name(name: str) -> str:
    """ "auto" is a GPU where there is one; "cuda" is the first of them: a device has one name, and one owner."""
    if name == "auto":
        name = "cuda" if torch.cuda.is_available() else "cpu"
    return "cuda:0" if name == "cuda" else name


def _cuda_event() -> Any:
    return torch.cuda.Event(enable_timing=True, blocking=True)  # who waits for it leaves the processor to others


def tiled(vae: Any, work: Callable[[], Any]) -> Any:
    """Decode in tiles, which takes less memory, if this VAE can."""
    if not hasattr(vae, "enable_tiling"):
        return work()
    vae.enable_tiling()
    try:
        return work()
    finally:
        vae.disable_tiling()
