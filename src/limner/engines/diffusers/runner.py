"""Runs images through their pipelines: prompts, batched steps, decodes, previews."""

import logging
import time
from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Any

import torch

from limner.core.errors import APIError, OverloadedError
from limner.engines.diffusers.admission import Admission
from limner.engines.diffusers.config import ModelSpec
from limner.engines.diffusers.device import POLL_S, Device, SideStreamTask, is_out_of_memory
from limner.engines.diffusers.loaded_model import LoadedModel
from limner.engines.diffusers.model_cache import ModelCache, as_load_error
from limner.engines.diffusers.output import DecodedImage, OutputProcessor, failed_event, lost_error
from limner.engines.diffusers.pipeline_run import Forward, PipelineRun, Stage, run_batch
from limner.engines.diffusers.request_state import PendingEvent, RequestState
from limner.engines.diffusers.scheduler import Scheduler
from limner.engines.diffusers.stages import STAGE_ORDER, PendingStage, StageQueue
from limner.engines.diffusers.step_log import RunnerStats, StepLog
from limner.engines.diffusers.throughput import BatchKey, BatchSizeTuner
from limner.engines.diffusers.tuning_cache import TuningCache

log = logging.getLogger("limner.diffusers")

SAVE_EVERY_S = 60


class PipelineRunner:
    """Owns the states of all requests on one device. Used by the thread that owns the device."""

    def __init__(
        self,
        *,
        device: Device,
        models: ModelCache,
        scheduler: Scheduler[RequestState],
        admission: Admission,
        tuner: BatchSizeTuner,
        tuning_cache: TuningCache,
        output: OutputProcessor,
    ) -> None:
        self.stats = RunnerStats()
        self._step_log = StepLog(device.name, self.stats, device.memory)
        self.has_lost_device = False
        self._device = device
        self._models = models
        self._scheduler = scheduler
        self._admission = admission
        self._tuner = tuner
        self._tuning_cache = tuning_cache
        self._output = output
        self._stages = StageQueue()
        self._needs_admission = False
        """Whether a waiting image may be able to start."""
        self._num_saved_forwards = 0
        self._next_save_s = 0.0

    @property
    def is_idle(self) -> bool:
        return not (len(self._scheduler) or self._stages.has_pending or self._stages.has_running)

    def enqueue(self, states: Sequence[RequestState]) -> None:
        """All images of a request, or none: reject requests whose client will time out first."""
        self._needs_admission = True
        rejection, failure = capture_error(lambda: self._add(states))
        error: Exception | None = failure or rejection
        if error is not None:
            for state in states:
                self.fail(state, error)

    def _add(self, states: Sequence[RequestState]) -> APIError | None:
        for state in states:
            state.update_cost(self._models.get(state.spec))
            self._scheduler.add(state)
        return self._admission.rejection(states)

    def abort(self, states: Sequence[RequestState]) -> None:
        for state in states:
            self._release(state)

    def fail(self, state: RequestState, error: Exception) -> None:
        if isinstance(error, torch.AcceleratorError) and self._device.is_lost():
            self.has_lost_device = True
        if not state.is_finished:
            if not isinstance(error, APIError):
                log.error("drawing failed", exc_info=error)
            state.publish(failed_event(lost_error(self._device.name) if self.has_lost_device else error))
        self._release(state)

    def fail_all(self, error: Exception) -> None:
        """After an error that is not of one image: the thread goes on, unless the device is lost."""
        log.error("the work of all images was stopped", exc_info=error)
        if isinstance(error, torch.AcceleratorError) and self._device.is_lost():
            self.has_lost_device = True
        for state in [*self._scheduler, *self._stages.states()]:
            self.fail(state, error)

    def receive_model(self, spec: ModelSpec, model: LoadedModel | Exception) -> None:
        """A model was loaded, or could not be."""
        self._needs_admission = True
        self._models.put(spec, model, now_s=time.monotonic(), busy=self._busy())
        if isinstance(model, LoadedModel):
            self._tuning_cache.load(model)
            return
        if is_out_of_memory(model) and self._evict_idle_models():
            return  # admission requests it again
        error = self._models.load_error(spec, now_s=time.monotonic()) or as_load_error(spec, model)
        for state in [one for one in self._scheduler if one.spec == spec]:
            self.fail(state, error)

    def receive_download(self, spec: ModelSpec) -> None:
        self._needs_admission = True
        self._models.set_downloaded(spec)

    def change_models(self, change: Callable[[Collection[ModelSpec]], None]) -> None:
        """`change`: loads or unloads models; it is passed those that are in use."""
        self._needs_admission = True
        change(self._busy())

    def expire(self) -> None:
        """Fail images past their deadline, unload models past their keep_alive, and log what was done."""
        now = time.monotonic()
        self._step_log.write_if_due(now)
        for state in self._scheduler.find_expired(now):
            self.fail(state, OverloadedError("The picture was not done in time.", code="timeout"))
        if self._models.unload_expired(now_s=now, busy=self._busy()):
            self._needs_admission = True

    def admit(self) -> None:
        """Start the images that may start now."""
        if not self._needs_admission:
            return
        self._needs_admission = False
        for state in self._admission.admit(self._busy()):
            self._guard(state, partial(self._start, state))

    def run_stages(self, *, has_commands: Callable[[], bool]) -> None:
        """Decodes, and a few encodes, before the next step. Returns early for commands: an abort saves the rest."""
        self._finish_side_tasks()
        for kind in STAGE_ORDER:
            for pending in self._stages.select(kind):
                if self._stages.take(pending):
                    self._guard(pending.state, partial(self._run_stage, pending), pending.run)
                if has_commands():
                    return

    def _finish_side_tasks(self) -> None:
        """Send what the side stream has decoded. Called while the device takes a step, too."""
        self._device.release_side_tasks()
        for running in self._stages.running():
            is_done, error = capture_error(running.is_done)
            if (is_done or error is not None) and self._stages.take_running(running):
                state, run = running.state, running.run
                self._guard(state, partial(self._finish_decode, state, run, running.value, error), run)

    def step(self) -> None:
        """One forward for one batch, if an image waits for one."""
        batch = self._scheduler.schedule()
        if batch:
            key = batch[0].batch_key
            assert key is not None
            self._forward(batch, key)

    def next_wakeup(self) -> float | None:
        """Seconds until there is something to do without a new command. None: nothing."""
        if self._needs_admission or self._stages.has_pending or self._scheduler.has_ready_job():
            return 0.0
        if self._stages.has_running or self._device.has_side_tasks:
            return POLL_S
        now = time.monotonic()
        times = [state.deadline_s for state in self._scheduler if state.deadline_s is not None]
        report_s = self._step_log.due_s()
        if report_s is not None:
            times.append(report_s)
        expiry_s = self._models.next_expiry_s()
        if expiry_s is not None and not self._busy():
            times.append(expiry_s)
        return max(0.001, min(times) - now) if times else None

    def save_tuning(self) -> None:
        """Save what was learned if the device is idle; at most once a minute."""
        now = time.monotonic()
        num_forwards = self.stats.num_forwards
        if num_forwards > self._num_saved_forwards and not len(self._scheduler) and now >= self._next_save_s:
            self._num_saved_forwards, self._next_save_s = num_forwards, now + SAVE_EVERY_S
            for model in self._models.models():
                self._tuning_cache.save(model)

    def shutdown(self, error: Exception) -> None:
        """Fail all images with `error`, and unload all models."""
        for state in list(self._scheduler):
            self.fail(state, error)
        for state in self._stages.states():  # previews of finished images
            self._release(state)
        self._models.unload_idle(busy=())

    def _busy(self) -> set[ModelSpec]:
        return {state.spec for state in self._scheduler.running}

    def _free_memory(self) -> bool:
        """Whether images have lost their step caches, which may be all that was missing."""
        ended = [model.free_memory() for model in self._models.models()]
        self._device.free_memory()
        return any(ended)

    def _evict_idle_models(self) -> bool:
        return self._models.unload_idle(busy=self._busy())

    def _release(self, state: RequestState, *, keep_previews: bool = False) -> None:
        """Drop all that the image holds. No effect on one that is finished."""
        self._needs_admission = True
        self._scheduler.remove(state)
        state.cancel(keep_previews=keep_previews)
        self._stages.drop(state, kept=state.preview_runs)

    def _start(self, state: RequestState) -> None:
        model = self._models.get(state.spec)
        assert model is not None
        self._resume(state, state.start(model))

    def _resume(self, state: RequestState, run: PipelineRun, value: Any = None) -> None:
        run.resume(value)
        if run is state.run:
            prediction = state.take_prediction()
            if prediction is not None:
                self._send_preview(state, prediction)
        self._dispatch(state, run)

    def _dispatch(self, state: RequestState, run: PipelineRun) -> None:
        """Queue what the pipeline waits for."""
        match run.waiting_for:
            case Stage() as stage:
                self._stages.add(state, run, stage)
            case Forward() as forward:
                self._tuning_cache.restore(state.note_forward(forward))
            case None:  # a pipeline without a decode stage
                task = self._device.run_on_side_stream(partial(self._output.start_copy, state, run.result))
                self._await_decode(state, run, task)

    def _run_stage(self, pending: PendingStage) -> None:
        state, run, stage = pending.state, pending.run, pending.stage
        assert state.model is not None
        state.model.enter_stage(stage.kind)
        value, error = capture_error(lambda: self._compute_stage(pending, is_tiled=state.is_large))
        if is_out_of_memory(error) and not run.is_finished:
            self._free_memory()
            self._evict_idle_models()
            value, error = capture_error(lambda: self._compute_stage(pending, is_tiled=True))
        if error is not None:
            raise error
        if isinstance(value, SideStreamTask):
            self._await_decode(state, run, value)
        else:
            self._resume(state, run, value)

    def _await_decode(self, state: RequestState, run: PipelineRun, task: SideStreamTask) -> None:
        if task.is_done:
            self._finish_decode(state, run, task.value, None)
        else:
            self._stages.add_running(state, run, task)

    def _compute_stage(self, pending: PendingStage, *, is_tiled: bool) -> Any:
        """Encodes block; a decode, and the copy of its image to main memory, run on the side stream."""
        state, run, stage = pending.state, pending.run, pending.stage
        if stage.kind == "encode_prompt":
            return stage.run()
        assert state.model is not None
        compute = partial(state.model.run_tiled, stage.run) if is_tiled else stage.run
        if stage.kind == "encode_image":
            return compute()

        def decode() -> DecodedImage | None:
            run.resume(compute())
            return None if run.waiting_for else self._output.start_copy(state, run.result)

        return self._device.run_on_side_stream(decode)

    def _finish_decode(
        self, state: RequestState, run: PipelineRun, decoded: DecodedImage | None, error: Exception | None
    ) -> None:
        """`decoded`: None if the pipeline waits for something else after the decode."""
        if error is not None:
            raise error
        if decoded is None:
            self._dispatch(state, run)
        elif run is state.run:
            send = self._output.complete(state, decoded)
            self.stats.num_completed += 1
            self._release(state, keep_previews=True)
            send()
        else:
            self._output.send_preview(state, state.preview_event(run), decoded)
            state.take_preview(run)

    def _forward(self, batch: list[RequestState], key: BatchKey) -> None:
        forwards = [state.pending_forward for state in batch]
        num_rows, cost = sum(state.num_rows for state in batch), sum(state.cost for state in batch)
        has_company = self._stages.has_running

        def on_measured(seconds: float) -> None:
            self._admission.record(key.model, seconds, cost)
            self.stats.forward_s += seconds
            if key.is_timed and not has_company:  # concurrent decodes would distort it
                self._tuner.record(key, num_rows, seconds)

        compute = partial(run_batch, forwards, key, adapters=tuple(one.name for one in batch[0].lora))
        _, error = capture_error(batch[0].prepare_forward)
        if error is None:
            values, error = capture_error(
                lambda: self._device.run_timed(compute, on_measured, meanwhile=self._finish_side_tasks)
            )
        if error is not None:
            self._recover(batch, key, error)
            return
        self.stats.num_forwards += 1
        self.stats.num_images += len(batch)
        self.stats.num_latest_images = len(batch)
        self.stats.num_rows += num_rows
        self._scheduler.update(batch)
        for state, value in zip(batch, values, strict=True):
            state.request_prediction()
            self._guard(state, partial(self._resume_main, state, value))

    def _resume_main(self, state: RequestState, value: Any) -> None:
        assert state.run is not None
        self._resume(state, state.run, value)

    def _recover(self, batch: list[RequestState], key: BatchKey, error: Exception) -> None:
        """Out of memory: retry smaller batches, unless all have the same rows. Any other error: retry one by one."""
        is_too_large = is_out_of_memory(error)
        if is_too_large:
            has_ended_caches = self._free_memory()
            if self._evict_idle_models() or has_ended_caches:
                self._forward(batch, key)
                return
            if key.is_timed:
                self._tuner.limit(key, sum(state.num_rows for state in batch) // 2)
            if key.fixed_rows is not None:
                log.error("forwards of %d rows do not fit into memory: set 'deterministic' to fewer", key.fixed_rows)
        if len(batch) == 1 or (is_too_large and key.fixed_rows is not None):
            for state in batch:
                self._guard(state, partial(self._throw, state, error))
            return
        half = (len(batch) + 1) // 2
        parts = [batch[:half], batch[half:]] if is_too_large else [[state] for state in batch]
        for part in parts:
            self._forward(part, key)

    def _throw(self, state: RequestState, error: Exception) -> None:
        assert state.run is not None
        state.run.throw(error)
        try:
            raise error
        finally:
            del error  # breaks the reference cycle with its frames, which hold tensors

    def _send_preview(self, state: RequestState, latents: torch.Tensor) -> None:
        """If it fails, its event must still be resolved."""
        event = self._output.reserve(state)
        _, error = capture_error(lambda: self._start_preview(state, event, latents))
        if error is not None:
            log.error("a preview failed", exc_info=error)
            event.set_result(None)

    def _start_preview(self, state: RequestState, event: PendingEvent, latents: torch.Tensor) -> None:
        model = state.model
        assert model is not None
        # on a side stream a decode is free, unless an offloaded network would have to be moved for it
        is_decode_free = self._device.has_side_stream and state.is_last_preview and not state.is_offloaded
        if model.preview_vae is None and not is_decode_free and self._output.send_projection(state, event, latents):
            return
        run = state.start_preview(latents, event)
        self._guard(state, lambda: self._resume(state, run), run)

    def _guard(self, state: RequestState, work: Callable[[], None], run: PipelineRun | None = None) -> None:
        try:
            work()
        except Exception as error:  # one image's error must not end the thread
            preview = state.take_preview(run)
            if preview is not None:
                log.exception("a preview failed")
                preview.set_result(None)
            else:
                self.fail(state, error)


def capture_error(work: Callable[[], Any]) -> tuple[Any, Exception | None]:
    """The result of `work`, or its error.

    The traceback of an out-of-memory error is dropped, because its frames hold the tensors that filled the memory.
    """
    try:
        return work(), None
    except Exception as error:
        return None, error.with_traceback(None) if is_out_of_memory(error) else error
