"""The GPU engine of a server: it draws in a process per device, so that nothing that happens to a device, to a
library or to Python's lock there reaches the server. Imports no torch.
"""

import asyncio
import logging
import time
import weakref
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing, suppress
from dataclasses import replace
from functools import partial
from typing import Any

from limner.core.errors import EngineError
from limner.core.model_state import ModelAction, ModelState
from limner.core.picture import Event
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest
from limner.core.worker_stats import WorkerStats
from limner.engines.diffusers.config import read_options
from limner.engines.diffusers.device_process import CallMessage, DeviceProcess
from limner.engines.diffusers.device_processes import DeviceProcesses
from limner.engines.diffusers.library_logs import quiet_libraries
from limner.engines.diffusers.needed_packages import check_packages
from limner.engines.diffusers.parameters import check_adapters, obeyed_parameters
from limner.engines.engine import Engine
from limner.engines.replicas.load import ReplicaLoad, SentRequest
from limner.engines.replicas.messages import Accepted, ReplicaReport
from limner.engines.replicas.repeating import draw_on_replica
from limner.observability.context import request_state
from limner.observability.logs import REQUEST_FIELDS

log = logging.getLogger("limner.diffusers")

SERVER_PROCESSES = DeviceProcesses()
"""The default: all engines of a server share one process per device."""

Opened = list[tuple[DeviceProcess, int]]
"""The processes, and the number of the engine in each."""


def make_engine(**options: Any) -> Engine:
    """The engine `diffusers`. `options`: see EngineOptions and docs/gpu.md.

    Raises ValueError, which names the option.
    """
    known = read_options(options)
    check_packages(known)
    if not known.in_process:
        return ProcessEngine(**options)
    quiet_libraries()
    from limner.engines.diffusers.engine import DiffusersEngine  # imports torch

    return DiffusersEngine(**options)


class ProcessEngine:
    """One checkpoint, on one or several devices, each with a process of its own."""

    def __init__(self, *, processes: DeviceProcesses = SERVER_PROCESSES, **options: Any) -> None:
        self.options = read_options(options)
        self.spec = self.options.spec()
        self.options.sampling()
        self.options.warmup_sizes()
        limits = self.options.limits()
        self._devices = [
            (processes.get(device, limits), options | {"device": device}) for device in self.options.devices()
        ]
        self._opened: Opened = []
        self._load = ReplicaLoad()
        self._finalizer: Callable[[], object] = lambda: None

    @property
    def obeys(self) -> frozenset[str]:
        return obeyed_parameters(self.spec)

    @property
    def deterministic(self) -> bool:
        return bool(self.options.deterministic)

    @property
    def processes(self) -> list[DeviceProcess]:
        return [process for process, _ in self._devices]

    @property
    def fatal_error(self) -> str | None:
        """None as long as one device works."""
        errors = [process.fatal_error for process in self.processes]
        return None if None in errors else errors[0]

    @property
    def not_ready_reason(self) -> str | None:
        """None once a process has started and warmed up. One that is replaced later is an outage."""
        self._update_load()
        if not self._opened or self._load.has_been_ready:
            return None
        for process, _ in self._opened:
            process.refresh()  # for the next question: a download says how far it is
        reasons = [report.not_ready_reason for report in self._load.reports]
        return next((one for one in reasons if one), f"The process of the model '{self.spec.name}' is starting.")

    @property
    def outage(self) -> str | None:
        """While the processes of all its devices are being replaced."""
        self._update_load()
        if not self._opened or not self._load.has_lost_all:
            return None
        return f"The process of the model '{self.spec.name}' is being replaced."

    def has_worker(self, request_id: str) -> bool:
        return self._load.is_accepted(request_id)

    def stats(self) -> Mapping[object, WorkerStats]:
        return {process: process.stats() for process, _ in self._opened}

    def model_states(self) -> Sequence[ModelState]:
        return [
            process.model_state(number)
            or ModelState(checkpoint=self.spec.name, device=process.name, problem=process.fatal_error)
            for process, number in self._opened
        ]

    async def control_model(self, action: ModelAction) -> None:
        await asyncio.gather(*(self._control(process, number, action) for process, number in self._opened))

    def estimate(self, request: ImageRequest) -> QueueEstimate:
        """From the latest reports of the processes, and from what was sent since. Does not block.

        Raises a BadRequestError for an unknown adapter.
        """
        check_adapters(self.spec, request)
        self._update_load()
        estimate = self._load.estimate(request)
        for process, number in self._opened:
            process.ask_estimates(number, self._load.shapes)
        return replace(estimate, limit_s=self.options.deadline)

    async def start(self) -> None:
        """Does not wait for the processes, which take seconds to import their libraries."""
        if not self._opened:
            self._opened = [(process, process.open(options)) for process, options in self._devices]
            self._finalizer = weakref.finalize(self, _kill, self._opened).detach

    async def close(self) -> None:
        """May be called repeatedly, from any event loop, and on an engine that was never started."""
        opened, self._opened = self._opened, []
        self._finalizer()
        # before the first await, which may be cancelled
        stopping = [process.close(number) for process, number in opened]
        await asyncio.gather(*(asyncio.to_thread(one.finish_stop) for one in stopping if one is not None))

    async def generate(self, request: ImageRequest) -> AsyncGenerator[Event, None]:
        """Sends the request again, once, if its process ends before it has sent anything."""
        check_adapters(self.spec, request)
        if not self._opened:
            raise EngineError("The engine has not been started.", code="image_generation_failed")
        attempt = partial(self._draw, request)
        async with aclosing(draw_on_replica(request, self._load, attempt, name=self.spec.name, log=log)) as events:
            async for event in events:
                yield event

    async def _draw(self, request: ImageRequest, sent: SentRequest) -> AsyncGenerator[Accepted | Event, None]:
        """One attempt. Raises ReplicaLostError."""
        state = request_state.get()
        context = {name: str(state[name]) for name in REQUEST_FIELDS if state.get(name)}
        inbox: asyncio.Queue[CallMessage] = asyncio.Queue()
        process, number = min(self._opened, key=lambda one: (one[0].fatal_error is not None, one[0].load))
        is_repeat, sent.replica = bool(sent.replica), ""
        call = process.draw(number, request, context, _publisher(inbox), is_repeat=is_repeat)
        try:
            while (message := await inbox.get()) is not None:
                if isinstance(message, Exception):
                    raise message
                yield message
        finally:
            process.cancel(call)

    async def _control(self, process: DeviceProcess, number: int, action: ModelAction) -> None:
        inbox: asyncio.Queue[CallMessage] = asyncio.Queue()
        call = process.control(number, action, _publisher(inbox))
        try:
            failure = await inbox.get()
        finally:
            process.cancel(call)
        if isinstance(failure, Exception):
            raise failure

    def _update_load(self) -> None:
        reports: list[ReplicaReport] = []
        asked_s = [time.monotonic()]
        for process, number in self._opened:
            latest = process.reports
            report = None if latest is None else latest.by_engine.get(number)
            if latest is not None and report is not None:
                reports.append(report)
                asked_s.append(latest.asked_s)
        self._load.update(reports, asked_s=min(asked_s))


def _publisher(inbox: "asyncio.Queue[CallMessage]") -> Callable[[CallMessage], None]:
    """From a supervisor's thread into an inbox of this event loop."""
    loop = asyncio.get_running_loop()

    def publish(message: CallMessage) -> None:
        with suppress(RuntimeError):  # the loop is closed: the consumer is gone
            loop.call_soon_threadsafe(inbox.put_nowait, message)

    return publish


def _kill(opened: Sequence[tuple[DeviceProcess, int]]) -> None:
    """The engine was forgotten, or the interpreter ends: nothing waits for its processes."""
    for process, number in opened:
        supervisor = process.close(number)
        if supervisor is not None:
            supervisor.kill()
