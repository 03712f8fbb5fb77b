"""A stock pipeline's own call, run in a greenlet that halts wherever the device has work to do.

The greenlet belongs to the thread that made it, and is moved by that thread only.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from greenlet import GreenletExit, getcurrent, greenlet

from limner.engines.diffusers.batch import Call, Network

Stage = Literal["encode_prompt", "encode_image", "decode"]


@dataclass(frozen=True, slots=True)
class Forward:
    """The pipeline waits for its network."""

    network: Network
    call: Call


@dataclass(frozen=True, slots=True)
class Work:
    """The pipeline waits for something that concerns it alone."""

    stage: Stage
    do: Callable[[], Any]


Station = Forward | Work


def halt(station: Station) -> Any:
    """Called from inside a pipeline: wait until the thread comes by with the answer."""
    parent = getcurrent().parent
    assert parent is not None
    return parent.switch(station)


class PipelineRun:
    """`station` says what it waits for; once that is None, `result` is there."""

    def __init__(self, call: Callable[[], Any]) -> None:
        self._greenlet = greenlet(call)
        self.station: Station | None = None
        self.result: Any = None

    @property
    def is_over(self) -> bool:
        """Whether it has ended, one way or another."""
        return bool(self._greenlet.dead)

    def advance(self, answer: Any = None) -> None:
        """Go on to the next station. Raises what the pipeline raises."""
        self._arrive(self._greenlet.switch(answer) if self.station else self._greenlet.switch())

    def fail(self, error: BaseException) -> None:
        """The work that the pipeline waits for went wrong: it hears of it, and most likely raises it again."""
        self._arrive(self._greenlet.throw(error))

    def cancel(self) -> None:
        """Unwind the pipeline where it stands."""
        if not self._greenlet.dead:
            self._greenlet.throw(GreenletExit)
        self.station = None

    def _arrive(self, reached: Any) -> None:
        if self._greenlet.dead:
            self.station, self.result = None, reached
        else:
            self.station = reached
