"""Work beside the denoising steps: prompts and images to encode, latents to decode."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from limner.engines.diffusers.device import SideStreamTask
from limner.engines.diffusers.pipeline_run import PipelineRun, Stage, StageKind
from limner.engines.diffusers.request_state import RequestState

STAGE_ORDER: tuple[StageKind, ...] = ("decode", "encode_prompt", "encode_image")
MAX_ENCODED = 4
"""Prompts or images encoded before the next denoising step."""


@dataclass(frozen=True, slots=True, eq=False)
class PendingStage:
    state: RequestState
    run: PipelineRun
    stage: Stage


@dataclass(frozen=True, slots=True, eq=False)
class RunningStage:
    """A stage on the side stream."""

    state: RequestState
    run: PipelineRun
    task: SideStreamTask

    def is_done(self) -> bool:
        return self.task.is_done

    @property
    def value(self) -> Any:
        return self.task.value


class StageQueue:
    def __init__(self) -> None:
        self._pending: list[PendingStage] = []
        self._running: list[RunningStage] = []

    @property
    def has_pending(self) -> bool:
        return bool(self._pending)

    @property
    def has_running(self) -> bool:
        """Whether tasks on the side stream must be polled."""
        return bool(self._running)

    def add(self, state: RequestState, run: PipelineRun, stage: Stage) -> None:
        self._pending.append(PendingStage(state, run, stage))

    def add_running(self, state: RequestState, run: PipelineRun, task: SideStreamTask) -> None:
        self._running.append(RunningStage(state, run, task))

    def select(self, kind: StageKind) -> list[PendingStage]:
        """What to run before the next step: all decodes, since those images have the least work left; a few others.

        An offloaded model moves its weights for each kind of stage, so all of one kind run together.
        """
        found = [one for one in self._pending if one.stage.kind == kind]
        is_offloaded = any(one.state.is_offloaded for one in found)
        return found if kind == "decode" or is_offloaded else found[:MAX_ENCODED]

    def take(self, pending: PendingStage) -> bool:
        """Remove it. False if it was dropped meanwhile."""
        if pending not in self._pending:
            return False
        self._pending.remove(pending)
        return True

    def running(self) -> list[RunningStage]:
        return list(self._running)

    def take_running(self, running: RunningStage) -> bool:
        """Remove it. False if it was dropped meanwhile."""
        if running not in self._running:
            return False
        self._running.remove(running)
        return True

    def drop(self, state: RequestState, *, kept: Collection[PipelineRun]) -> None:
        """Forget a state's stages, except those of `kept` runs."""
        self._pending = [one for one in self._pending if one.state is not state or one.run in kept]
        self._running = [one for one in self._running if one.state is not state or one.run in kept]

    def states(self) -> list[RequestState]:
        return [*(one.state for one in self._pending), *(one.state for one in self._running)]
