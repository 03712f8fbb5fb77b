"""What differs between devices: how long something took, what may run beside the steps, and how memory is let go."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch

Report = Callable[[float], None]
"""Told the seconds that a forward took, some time after it was asked for."""


@dataclass(slots=True)
class Aside:
    """A piece of work beside the steps, perhaps not done yet."""

    answer: Any
    _event: Any = None

    @property
    def is_done(self) -> bool:
        return self._event is None or bool(self._event.query())


class Device:
    def __init__(self, name: str) -> None:
        self.name = name
        self._is_cuda = name.startswith("cuda")
        self._aside: Any = torch.cuda.Stream(name) if self._is_cuda else None
        self._unreported: tuple[Any, Any, Report] | None = None

    @property
    def has_room_aside(self) -> bool:
        """Whether work may go on beside the steps."""
        return self._is_cuda

    def timed(self, work: Callable[[], Any], report: Report) -> Any:
        """Do `work`, and report how long the device was at it.

        A GPU works behind our back: it is kept at most one forward ahead, so that nobody waits for what is given up.
        """
        if not self._is_cuda:
            begun = time.perf_counter()
            answer = work()
            report(time.perf_counter() - begun)
            return answer
        self.settle()
        begin, end = torch.cuda.Event(enable_timing=True), torch.cuda.Event(enable_timing=True)
        begin.record()
        answer = work()
        end.record()
        self._unreported = (begin, end, report)
        return answer

    def settle(self) -> None:
        """Wait for the last forward, and report it."""
        if self._unreported is not None:
            begin, end, report = self._unreported
            self._unreported = None
            end.synchronize()
            report(begin.elapsed_time(end) / 1000)

    def do_aside(self, work: Callable[[], Any]) -> Aside:
        """On a GPU: on a stream of its own, beside the steps. On a CPU: now."""
        if not self._is_cuda:
            return Aside(work())
        self._aside.wait_stream(torch.cuda.current_stream(self.name))
        with torch.cuda.stream(self._aside):
            answer = work()
            event = torch.cuda.Event()
            event.record()
        for tensor in answer if isinstance(answer, tuple) else ():
            if isinstance(tensor, torch.Tensor):
                tensor.record_stream(torch.cuda.current_stream(self.name))
        return Aside(answer, event)

    def free_memory(self) -> None:
        if self._is_cuda:
            torch.cuda.empty_cache()

    @property
    def total_bytes(self) -> int | None:
        return int(torch.cuda.get_device_properties(self.name).total_memory) if self._is_cuda else None


def tiled(vae: Any, work: Callable[[], Any]) -> Any:
    """Decode in tiles, which takes less memory, if this VAE can."""
    if not hasattr(vae, "enable_tiling"):
        return work()
    vae.enable_tiling()
    try:
        return work()
    finally:
        vae.disable_tiling()
