"""One device and the thread that owns it: handles commands, and runs one step after the other."""

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from weakref import WeakValueDictionary

import torch

from limner.core.model_state import ModelAction
from limner.core.queue_estimate import QueueEstimate
from limner.core.worker_stats import WorkerStats
from limner.engines.diffusers.admission import Admission
from limner.engines.diffusers.checkpoint import load_model
from limner.engines.diffusers.compiled_cache import keep_compiled
from limner.engines.diffusers.config import DeviceLimits, ModelSpec
from limner.engines.diffusers.device import Device, full_name, use_in_thread
from limner.engines.diffusers.downloads import download
from limner.engines.diffusers.loaded_model import LoadedModel
from limner.engines.diffusers.memory_need import MEMORY_SHARE
from limner.engines.diffusers.model_cache import Downloader, Loader, ModelCache
from limner.engines.diffusers.output import OutputProcessor, closing_error, failed_event, lost_error
from limner.engines.diffusers.request_state import RequestState
from limner.engines.diffusers.runner import PipelineRunner
from limner.engines.diffusers.scheduler import Scheduler
from limner.engines.diffusers.step_log import RunnerStats
from limner.engines.diffusers.throughput import BatchSizeTuner
from limner.engines.diffusers.tuning_cache import TuningCache
from limner.engines.diffusers.watchdog import Watchdog

log = logging.getLogger("limner.diffusers")

CLOSE_TIMEOUT_S = 60.0
"""For one step, and for saving what was learned."""


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


@dataclass(frozen=True, slots=True)
class ModelDownloadedCommand:
    spec: ModelSpec


class PreloadCommand:
    pass


@dataclass(frozen=True, slots=True)
class ControlCommand:
    spec: ModelSpec
    action: ModelAction
    keep_alive_s: float | None
    done: "Future[None]"


class ShutdownCommand:
    pass


WorkCommand = (
    EnqueueCommand | AbortCommand | ModelLoadedCommand | ModelDownloadedCommand | PreloadCommand | ControlCommand
)
Command = WorkCommand | ShutdownCommand


class DeviceWorker:
    """`loader`, `downloader`, `tuner`, `output`: replaceable for tests and benchmarks."""

    def __init__(
        self,
        device_name: str,
        limits: DeviceLimits,
        *,
        loader: Loader = load_model,
        downloader: Downloader | None = None,
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
        if limits.cache is not None:
            keep_compiled(limits.cache)
        tuning_cache = TuningCache(limits.cache, device_kind=device.kind, tuner=tuner)

        def weight_budget(activation_bytes: int) -> int | None:
            if limits.memory_bytes is not None:
                return limits.memory_bytes
            available = device.available_bytes()
            return None if available is None else int(available * MEMORY_SHARE) - activation_bytes

        # no callback references the worker, so that an unused one is freed without the garbage collector
        self.models = ModelCache(
            device.name,
            weight_budget=weight_budget,
            on_loaded=lambda spec, model: inbox.put(ModelLoadedCommand(spec, model)),
            on_downloaded=lambda spec: inbox.put(ModelDownloadedCommand(spec)),
            on_unload=tuning_cache.save,
            on_freed=device.free_memory,
            loader=loader,
            downloader=downloader,
        )
        self.admission = Admission(self.scheduler, self.models, device_name=device.name)
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
        self._watchdog: Watchdog | None = None
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
            forward_s=stats.forward_s,
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
        if self.is_closed and self._thread is not None and not self._thread.is_alive():
            self._thread = None  # it hung when it was closed
        self.is_closed = False
        if self._thread is None:
            self.fatal_error = None
            self._thread = threading.Thread(target=self._loop, name=f"diffusers-{self.name}", daemon=True)
            if self.device.has_side_stream:  # a CPU never hangs, but may take long
                self._watchdog = Watchdog(self.limits.hang_timeout, self._report_hang)
                self._watchdog.start()
            self._thread.start()

    def close(self) -> None:
        """The last call waits until the thread has ended, unless it hangs."""
        self._refcount -= 1
        if self._refcount == 0 and self._thread is not None:
            self._inbox.put(ShutdownCommand())
            self._thread.join(CLOSE_TIMEOUT_S)
            if self._watchdog is not None:
                self._watchdog.stop()
                self._watchdog = None
            if self._thread.is_alive():
                log.error("the worker thread of %s does not end, and is left behind", self.name)
                self.fatal_error = self.fatal_error or f"The device {self.name} hangs."
            else:
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
            raise lost_error(self.name)
        for state in states:
            state.update_cost(self.models.get(state.spec))
            self._expected[state] = None

    def enqueue(self, states: Sequence[RequestState]) -> None:
        self._inbox.put(EnqueueCommand(states))
        if not self._is_running():  # the thread is dead: fail immediately, unless the thread did
            for state in states:
                self._runner.fail(state, lost_error(self.name))

    def preload(self, spec: ModelSpec, keep_alive_s: float | None) -> None:
        """Load the model before it is requested."""
        self.models.preload(spec, keep_alive_s=keep_alive_s)  # from now on it is not ready
        self._inbox.put(PreloadCommand())

    def control(self, spec: ModelSpec, action: ModelAction, keep_alive_s: float | None) -> "Future[None]":
        """Done once loading has begun, or the model is unloaded."""
        done: Future[None] = Future()
        self._inbox.put(ControlCommand(spec, action, keep_alive_s, done))
        if not self._is_running() and not done.done():
            done.set_exception(lost_error(self.name))
        return done

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

    def _loop(self) -> None:
        runner = self._runner
        try:
            use_in_thread(self.name)
            with torch.inference_mode():
                while self._handle_commands(self._wait_s()) and self.fatal_error is None:
                    self._guard(runner.expire)
                    self._guard(runner.admit)
                    self._guard(partial(runner.run_stages, has_commands=self._has_commands))
                    if not self._handle_commands(0):  # an abort that arrived meanwhile saves a step
                        break
                    self._guard(runner.step)
                    if runner.has_lost_device:
                        raise RuntimeError(f"{self.name} returns only errors")
        except BaseException as error:  # report it through fatal_error, to clients and health checks
            log.exception("the worker thread of %s has died", self.name)
            self.fatal_error = f"The device {self.name} has failed: {error}"
        finally:
            self._shutdown()

    def _guard(self, work: Callable[[], None]) -> None:
        """Only a lost device ends the thread."""
        watchdog = self._watchdog
        try:
            with watchdog.watch() if watchdog is not None else nullcontext():
                work()
        except Exception as error:
            self._runner.fail_all(error)

    def _report_hang(self) -> None:
        """Called while the thread of the device is stuck, so it only tells the clients."""
        log.error("%s has been at one piece of work for %.0f s", self.name, self.limits.hang_timeout)
        self.fatal_error = f"The device {self.name} hangs."
        for state in list(self.scheduler):
            if not state.is_finished:
                state.is_finished = True
                state.publish(failed_event(lost_error(self.name)))

    def _wait_s(self) -> float | None:
        """How long to wait for a command. Tuning results are saved first: a server may end without warning."""
        wait_s = self._runner.next_wakeup()
        if wait_s != 0:
            self._guard(self._runner.save_tuning)
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
            if isinstance(command, ShutdownCommand):
                return False
            self._guard(partial(self._handle, command))

    def _handle(self, command: WorkCommand) -> None:
        match command:
            case EnqueueCommand(states):
                for state in states:
                    self._expected.pop(state, None)
                self._runner.enqueue(states)
            case AbortCommand(states):
                self._runner.abort(states)
            case ModelLoadedCommand(spec, model):
                self._runner.receive_model(spec, model)
            case ModelDownloadedCommand(spec):
                self._runner.receive_download(spec)
            case PreloadCommand():
                self._runner.change_models(lambda busy: None)  # it is known already: admission looks for it
            case ControlCommand():
                self._control(command)

    def _control(self, command: ControlCommand) -> None:
        try:
            self._runner.change_models(partial(self.models.control, command.spec, command.action, command.keep_alive_s))
        except Exception as error:
            command.done.set_exception(error)
        else:
            command.done.set_result(None)

    def _shutdown(self) -> None:
        """Fail what is left: if the device has failed, say so, because another process could draw it."""
        is_lost = self.fatal_error is not None
        error = lost_error(self.name) if is_lost else closing_error()
        while self._has_commands():
            command = self._inbox.get()
            if isinstance(command, ControlCommand):
                command.done.set_exception(error)
            elif isinstance(command, EnqueueCommand):
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
                worker = self._workers[name] = DeviceWorker(name, limits, loader=self._load, downloader=download)
            worker.limits.check_equal(limits, name)
            return worker

    def _load(self, spec: ModelSpec, device: str) -> LoadedModel:
        with self._loading:  # accelerate patches torch's classes while it loads
            return load_model(spec, device, is_downloaded=True)
