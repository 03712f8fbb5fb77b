"""Takes pictures through their pipelines: prompts, steps, decodes, previews."""

import logging
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import torch

from limner.core.errors import APIError
from limner.engines.diffusers.device import Aside, Device, tiled
from limner.engines.diffusers.job import BatchKey, Job
from limner.engines.diffusers.memory import Memory
from limner.engines.diffusers.outlet import Developed, Outlet, failed
from limner.engines.diffusers.pace import Pace
from limner.engines.diffusers.run import Forward, PipelineRun, Work
from limner.engines.diffusers.scheduler import Scheduler
from limner.engines.diffusers.shelf import Shelf
from limner.engines.diffusers.sitting import Promise, Sitting
from limner.engines.diffusers.spec import ModelSpec

log = logging.getLogger("limner.diffusers")

STAGES = ("decode", "encode_prompt", "encode_image")
MAX_ENCODED = 4
"""Prompts that are encoded before the next step is taken."""
TILED_PIXELS = 3_000_000
"""From here on a picture is decoded in tiles."""


class Executor:
    """Used by the thread that owns the device."""

    def __init__(self, device: Device, scheduler: Scheduler, shelf: Shelf, memory: Memory, outlet: Outlet) -> None:
        self.sittings: dict[Job, Sitting] = {}
        """All that wait or are drawn."""
        self.has_news = False
        """Whether somebody may begin who could not before."""
        self.has_lost_device = False
        self.num_forwards = 0
        self.num_pictures = 0
        self.num_rows = 0
        self.paces: dict[str, Pace] = {}
        """How fast each model is here."""
        self.outlet = outlet
        self._device = device
        self._scheduler = scheduler
        self._shelf = shelf
        self._memory = memory
        self._works: list[tuple[Sitting, PipelineRun, Work]] = []
        self._asides: list[tuple[Sitting, PipelineRun, Aside]] = []

    def busy(self) -> set[ModelSpec]:
        """The models that are drawing."""
        return {self.sittings[job].spec for job in self._scheduler.running if job in self.sittings}

    def make_room(self) -> bool:
        """Unload the models that nobody uses now. Whether there were any."""
        return self._shelf.evict(busy=self.busy())

    @property
    def has_work(self) -> bool:
        """Whether something could be done now, beside the steps."""
        return bool(self._works)

    @property
    def has_asides(self) -> bool:
        """Whether the device works beside the steps, and must be asked whether it is done."""
        return bool(self._asides)

    def start(self, sitting: Sitting, run: Callable[[], PipelineRun]) -> None:
        self._guarded(sitting, lambda: self._advance(sitting, run()))

    def do_works(self, *, has_orders: Callable[[], bool]) -> None:
        """All decodes, because nobody has less left to do than who waits for one; a few prompts and pictures to encode.

        Then the others take a step. A model that is offloaded moves for each kind of work: all of one kind is done
        before the next. Orders are heard after each piece: who has left costs no further one.
        """
        for sitting, run, aside in self._asides[:]:
            is_done, failure = attempt(partial(getattr, aside, "is_done"))
            if is_done or failure is not None:
                self._asides.remove((sitting, run, aside))
                self._guarded(sitting, partial(self._develop, sitting, run, aside.answer, failure), run)
        for stage in STAGES:
            found = [one for one in self._works if one[2].stage == stage]
            is_all = stage == "decode" or any(is_offloaded(one[0]) for one in found)
            for one in found if is_all else found[:MAX_ENCODED]:
                if one in self._works:  # an earlier one may have ended it
                    self._works.remove(one)
                    self._guarded(one[0], partial(self._do, *one), one[1])
                if has_orders():
                    return

    def step(self, batch: list[Sitting]) -> None:
        key = batch[0].job.batch_key
        model = batch[0].model
        assert key is not None
        assert model is not None
        model.make_way("forward")
        model.use_lora(batch[0].request.lora)
        self._forward(batch, key)

    def fail(self, sitting: Sitting, error: Exception) -> None:
        if isinstance(error, torch.AcceleratorError) and self._device.is_lost():
            self.has_lost_device = True
        if not sitting.is_over:
            if not isinstance(error, APIError):
                log.error("drawing failed", exc_info=error)
            sitting.publish(failed(error))
        self.end(sitting)

    def end(self, sitting: Sitting, *, keep_previews: bool = False) -> None:
        """Let go of all that it holds. Of no effect on one that is over."""
        sitting.is_over = self.has_news = True
        self._scheduler.remove(sitting.job)
        self.sittings.pop(sitting.job, None)
        if sitting.run is not None:
            sitting.run.cancel()
            sitting.run = None
        if not keep_previews:
            for run, promise in sitting.previews.items():
                run.cancel()
                promise.set_result(None)
            sitting.previews.clear()
        kept = set(sitting.previews)
        self._works = [one for one in self._works if one[0] is not sitting or one[1] in kept]
        self._asides = [one for one in self._asides if one[0] is not sitting or one[1] in kept]

    def end_all(self) -> None:
        """Also the previews of pictures that are done."""
        for sitting, _, _ in [*self._works, *self._asides]:
            self.end(sitting)

    def _do(self, sitting: Sitting, run: PipelineRun, work: Work) -> None:
        model = sitting.model
        assert model is not None
        model.make_way(work.stage)
        size = sitting.request.size
        large = size.width * size.height >= TILED_PIXELS
        found, failure = attempt(lambda: self._done(sitting, run, work, in_tiles=large))
        if isinstance(failure, torch.OutOfMemoryError) and not run.is_over:
            self._device.free_memory()
            self.make_room()
            found, failure = attempt(lambda: self._done(sitting, run, work, in_tiles=True))
        if failure is not None:
            raise failure
        if work.stage != "decode":
            self._advance(sitting, run, found)
        elif found.is_done:
            self._develop(sitting, run, found.answer, None)
        else:
            self._asides.append((sitting, run, found))

    def _done(self, sitting: Sitting, run: PipelineRun, work: Work, *, in_tiles: bool) -> Any:
        """What is decoded goes on to main memory beside the steps; the rest is waited for."""
        if work.stage == "encode_prompt":
            return work.do()
        assert sitting.model is not None
        do = partial(tiled, sitting.model.vae, work.do) if in_tiles else work.do
        if work.stage == "encode_image":
            return do()

        def decode() -> Developed | Reached:
            run.advance(do())
            return Reached() if run.station else self.outlet.develop(sitting, run.result)

        return self._device.do_aside(decode)

    def _develop(
        self, sitting: Sitting, run: PipelineRun, developed: "Developed | Reached", failure: Exception | None
    ) -> None:
        if failure is not None:
            raise failure
        if isinstance(developed, Reached):
            self._arrive(sitting, run)
        elif run is sitting.run:
            send = self.outlet.finish(sitting, developed)
            self.end(sitting, keep_previews=True)
            send()
        else:
            self.outlet.show(sitting, sitting.previews[run], developed)
            del sitting.previews[run]

    def _forward(self, batch: list[Sitting], key: BatchKey) -> None:
        stations = [station for sitting in batch if isinstance(station := sitting.run and sitting.run.station, Forward)]
        num_rows, cost = sum(one.job.num_rows for one in batch), sum(one.job.cost for one in batch)

        has_company = self.has_asides

        def report(seconds: float) -> None:
            self.paces.setdefault(key.model, Pace()).record(seconds, cost, now_s=time.monotonic())
            is_alone = isinstance(key.shape, tuple) and key.shape[0] == "alone"
            if not is_alone and not has_company:  # what goes on beside it makes it slower, not its width
                self._scheduler.curve.record(key, num_rows, seconds)

        work = partial(stations[0].network.forward, [one.call for one in stations])
        answers, failure = attempt(lambda: self._device.timed(work, report))
        if failure is not None:
            self._recover(batch, key, failure)
            return
        self.num_forwards += 1
        self.num_pictures += len(batch)
        self.num_rows += num_rows
        self._scheduler.update([sitting.job for sitting in batch])
        for sitting, answer in zip(batch, answers, strict=True):
            assert sitting.watch is not None
            sitting.watch.wants_estimate = sitting.is_shown_next
            self._guarded(sitting, partial(self._advance, sitting, sitting.run, answer))

    def _recover(self, batch: list[Sitting], key: BatchKey, error: Exception) -> None:
        """Smaller batches, if memory was short; each alone, to find the one that fails."""
        no_room = isinstance(error, torch.OutOfMemoryError)
        if no_room:
            self._device.free_memory()
            if self.make_room():
                self._forward(batch, key)
                return
            self._scheduler.curve.limit(key, sum(one.job.num_rows for one in batch) // 2)
        if len(batch) == 1:
            self._guarded(batch[0], lambda: self._throw(batch[0], error))
            return
        half = (len(batch) + 1) // 2
        parts = [batch[:half], batch[half:]] if no_room else [[one] for one in batch]
        for part in parts:
            self._forward(part, key)

    def _throw(self, sitting: Sitting, error: Exception) -> None:
        assert sitting.run is not None
        sitting.run.fail(error)
        try:
            raise error
        finally:
            del error  # else its frames hold it, and it holds them, with all their tensors

    def _advance(self, sitting: Sitting, run: PipelineRun | None, answer: Any = None) -> None:
        assert run is not None
        run.advance(answer)
        if run is sitting.run and sitting.watch is not None and sitting.watch.estimate is not None:
            estimate, sitting.watch.estimate = sitting.watch.estimate, None
            self._show(sitting, estimate)
        self._arrive(sitting, run)

    def _arrive(self, sitting: Sitting, run: PipelineRun) -> None:
        match run.station:
            case Work():
                self._works.append((sitting, run, run.station))
            case Forward():
                sitting.job.batch_key = BatchKey(sitting.spec.id, sitting.arrive(run.station))
                self._memory.remind(self._scheduler.curve, sitting.job.batch_key)
            case None:  # it had nothing to decode
                self._develop(sitting, run, self.outlet.develop(sitting, run.result), None)

    def _show(self, sitting: Sitting, latents: torch.Tensor) -> None:
        """A preview. If it comes to nothing, whoever waits for it must hear that, too."""
        promise = self.outlet.promise(sitting)
        failure = attempt(lambda: self._sketch_or_decode(sitting, promise, latents))[1]
        if failure is not None:
            log.error("a preview failed", exc_info=failure)
            promise.set_result(None)

    def _sketch_or_decode(self, sitting: Sitting, promise: Promise, latents: torch.Tensor) -> None:
        assert sitting.model is not None
        # beside the steps a decode costs them nothing, unless the network would have to make way for it
        whole = self._device.has_room_aside and sitting.is_last_preview and not is_offloaded(sitting)
        if sitting.model.preview_vae is None and not whole and self.outlet.sketch(sitting, promise, latents):
            return
        run = sitting.begin_preview(latents)
        sitting.previews[run] = promise
        self._guarded(sitting, lambda: self._advance(sitting, run), run)

    def _guarded(self, sitting: Sitting, work: Callable[[], None], run: PipelineRun | None = None) -> None:
        try:
            work()
        except Exception as error:  # one bad picture must not end the thread that draws all the others
            if run is not None and run in sitting.previews:
                log.exception("a preview failed")
                sitting.previews.pop(run).set_result(None)
            else:
                self.fail(sitting, error)


class Reached:
    """In place of a picture: the pipeline has come to something else that it waits for."""


def is_offloaded(sitting: Sitting) -> bool:
    return sitting.spec.offload == "model"


def attempt(work: Callable[[], Any]) -> tuple[Any, Exception | None]:
    """What `work` gives, or what it raises: one that cannot be drawn must not take the others along.

    The frames of an error hold every tensor that they had made. Where memory is short, they are let go with it.
    """
    try:
        return work(), None
    except torch.OutOfMemoryError as error:
        failure = error.with_traceback(None)
    except Exception as error:
        return None, error
    return None, failure
