"""One device and the thread that owns it: handles commands, and runs one step after the other."""

import logging
import queue
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from weakref import WeakValueDictionary

import torch

from limner.core.errors import EngineError, OverloadedError
from limner.core.queue_estimate import QueueEstimate
from limner.core.worker_stats import WorkerStats
from limner.engines.diffusers.admission import Admission
from limner.engines.diffusers.checkpoint import LoadedModel, load_model
from limner.engines.diffusers.config import DeviceLimits, ModelSpec
from limner.engines.diffusers.device import Device, full_name, use_in_thread
from limner.engines.diffusers.model_cache import Loader, ModelCache
from limner.engines.diffusers.output import OutputProcessor
from limner.engines.diffusers.request_state import RequestState
from limner.engines.diffusers.runner import PipelineRunner, RunnerStats
from limner.engines.diffusers.scheduler import Scheduler
from limner.engines.diffusers.throughput import BatchSizeTuner
from limner.engines.diffusers.tuning_cache import TuningCache

log = logging.getLogger("limner.diffusers")


@dataclass(frozen=True, slots=True)
class EnqueueCommand:
    states: Sequence[RequestState]


@dataclass(frozen=True, slots=True)
class AbortCommand:
    states: Sequence[RequestState]


@dataclass(frozen=True, slots=True)
class ModelLoadedCommand:
    spec: ModelSpec
    model: LoadedModel | Exception


class ShutdownCommand:
    pass


Command = EnqueueCommand | AbortCommand | ModelLoadedCommand | ShutdownCommand


class DeviceWorker:
    """`loader`, `tuner`, `output`: replaceable for tests and benchmarks."""

    def __init__(
        self,
        device_name: str,
        limits: DeviceLimits,
        *,
        loader: Loader = load_model,
        tuner: BatchSizeTuner | None = None,
        output: OutputProcessor | None = None,
    ) -> None:
        self.limits = limits
        self.device = device = Device(device_name)
        self.tuner = tuner = tuner or BatchSizeTuner(max_rows=limits.max_batch_size)
        self.scheduler: Scheduler[RequestState] = Scheduler(max_running=limits.max_running, tuner=tuner)
        self.output = output or OutputProcessor(ThreadPoolExecutor(2, thread_name_prefix="diffusers-encode"))
        self._inbox: queue.SimpleQueue[Command] = queue.SimpleQueue()
        inbox = self._inbox
        tuning_cache = TuningCache(limits.cache, device_kind=device.kind, tuner=tuner)
        budget_bytes = limits.memory_bytes
        if budget_bytes is None and device.total_bytes is not None:
            budget_bytes = device.total_bytes * 9 // 10
        # no callback references the worker, so that an unused one is freed without the garbage collector
        self.models = ModelCache(
            device.name,
            budget_bytes=budget_bytes,
            on_loaded=lambda spec, model: inbox.put(ModelLoadedCommand(spec, model)),
            on_unload=tuning_cache.save,
            on_freed=device.free_memory,
            loader=loader,
        )
        self.admission = Admission(self.scheduler, self.models)
        self._runner = PipelineRunner(
            device=device,
            models=self.models,
            scheduler=self.scheduler,
            admission=self.admission,
            tuner=tuner,
            tuning_cache=tuning_cache,
            output=self.output,
        )
        self._expected: dict[RequestState, None] = {}
        """Announced, but not enqueued yet; in order of arrival."""
        self._thread: threading.Thread | None = None
        self._refcount = 0
        self.fatal_error: str | None = None
        """Why the worker has failed permanently, for the operator."""
        self.is_closed = False
        """Whether it was opened once, and has been closed."""

    @property
    def name(self) -> str:
        return self.device.name

    @property
    def stats(self) -> RunnerStats:
        return self._runner.stats

    def worker_stats(self) -> WorkerStats:
        """Safe to call from any thread."""
        stats, num_drawing = self.stats, len(self.scheduler.running)
        return WorkerStats(
            engine="diffusers",
            device=self.name,
            num_workers=1,
            num_alive=int(self._is_running()),
            num_queued=max(0, self.load - num_drawing),
            num_drawing=num_drawing,
            num_forwards=stats.num_forwards,
            num_forward_images=stats.num_images,
            num_batch_images=stats.num_latest_images if num_drawing else 0,
            memory=self.device.memory(),
        )

    @property
    def is_idle(self) -> bool:
        return self.load == 0 and self._runner.is_idle

    @property
    def load(self) -> int:
        """Images that wait or run here."""
        return len(self.scheduler) + len(self._expected) + self._inbox.qsize()

    def open(self) -> None:
        """Called once by each engine; the thread runs from the first `open` to the last `close`."""
        self._refcount += 1
        self.is_closed, self.fatal_error = False, None
        if self._thread is None:
            self._thread = threading.Thread(target=self._loop, name=f"diffusers-{self.name}", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """The last call blocks until the thread has ended."""
        self._refcount -= 1
        if self._refcount == 0 and self._thread is not None:
            self._inbox.put(ShutdownCommand())
            self._thread.join()
            self._thread = None
            self.is_closed = True

    def use_fixed_shapes(self) -> None:
        """For compiled networks: limit batches to powers of two."""
        self.scheduler.powers_of_two = True

    def announce(self, states: Sequence[RequestState]) -> None:
        """Register images before they are enqueued or aborted, so that queue estimates include them.

        Raises an EngineError if the worker has failed permanently.
        """
        if not self._is_running():
            raise self._lost_error()
        for state in states:
            state.update_cost(self.models.get(state.spec))
            self._expected[state] = None

    def enqueue(self, states: Sequence[RequestState]) -> None:
        self._inbox.put(EnqueueCommand(states))
        if not self._is_running():  # the thread is dead: fail immediately, unless the thread did
            for state in states:
                self._runner.fail(state, self._lost_error())

    def abort(self, states: Sequence[RequestState]) -> None:
        """No effect on finished images."""
        for state in states:
            self._expected.pop(state, None)
        if self._is_running():
            self._inbox.put(AbortCommand(states))

    def estimate(self, states: Sequence[RequestState]) -> QueueEstimate:
        """For the images of one request, announced or not. Safe to call from any thread."""
        return self.admission.estimate(states, list(self._expected))

    def _is_running(self) -> bool:
        return self._thread is not None and self._thread.is_alive() and self.fatal_error is None

    def _lost_error(self) -> EngineError:
        message = f"The device {self.name} has failed. Restart the process."
        return EngineError(message, code="device_lost", headers={"x-should-retry": "false"})

    def _loop(self) -> None:
        runner = self._runner
        try:
            use_in_thread(self.name)
            with torch.inference_mode():
                while self._handle_commands(self._wait_s()):
                    runner.expire()
                    runner.admit()
                    runner.run_stages(has_commands=self._has_commands)
                    if not self._handle_commands(0):  # an abort that arrived meanwhile saves a step
                        break
                    runner.step()
                    if runner.has_lost_device:
                        raise RuntimeError(f"{self.name} returns only errors")
        except BaseException as error:  # report it through fatal_error, to clients and health checks
            log.exception("the worker thread of %s has died", self.name)
            self.fatal_error = f"The device {self.name} has failed: {error}"
        finally:
            self._shutdown()

    def _wait_s(self) -> float | None:
        """How long to wait for a command. Tuning results are saved first: a server may end without warning."""
        wait_s = self._runner.next_wakeup()
        if wait_s != 0:
            self._runner.save_tuning()
        return wait_s

    def _has_commands(self) -> bool:
        return not self._inbox.empty()

    def _handle_commands(self, wait_s: float | None) -> bool:
        """Wait for the first one; None waits forever. False: shut down."""
        while True:
            try:
                command = self._inbox.get(block=wait_s != 0, timeout=wait_s)
            except queue.Empty:
                return True
            wait_s = 0.0
            match command:
                case EnqueueCommand(states):
                    for state in states:
                        self._expected.pop(state, None)
                    self._runner.enqueue(states)
                case AbortCommand(states):
                    self._runner.abort(states)
                case ModelLoadedCommand(spec, model):
                    self._runner.receive_model(spec, model)
                case ShutdownCommand():
                    return False

    def _shutdown(self) -> None:
        error = OverloadedError("The server is shutting down.", code="server_shutting_down")
        while self._has_commands():
            if isinstance(command := self._inbox.get(), EnqueueCommand):
                for state in command.states:
                    self._expected.pop(state, None)
                    self._runner.fail(state, error)
        self._runner.shutdown(error)


class DeviceWorkers:
    """One worker per device: all models share their devices."""

    def __init__(self) -> None:
        self._workers: WeakValueDictionary[str, DeviceWorker] = WeakValueDictionary()
        self._lock = threading.Lock()
        self._loading = threading.Lock()

    def get(self, device_name: str, limits: DeviceLimits) -> DeviceWorker:
        """The first model decides the limits. Raises ValueError if a later one disagrees."""
        name = full_name(device_name)
        with self._lock:
            worker = self._workers.get(name)
            if worker is None or worker.is_closed:
                worker = self._workers[name] = DeviceWorker(name, limits, loader=self._load)
            for one in fields(DeviceLimits):
                if getattr(worker.limits, one.name) != getattr(limits, one.name):
                    raise ValueError(f"All models on '{name}' have one '{one.name}': set it in [engines.diffusers].")
            return worker

    def _load(self, spec: ModelSpec, device: str) -> LoadedModel:
        with self._loading:  # accelerate patches torch's classes while it loads
            return load_model(spec, device)
