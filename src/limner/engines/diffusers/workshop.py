"""One device and the thread that owns it: takes orders, and between them one step after the other."""

import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import torch

from limner.core.errors import ApiError, EngineError, OverloadedError
from limner.engines.diffusers.checkpoint import LoadedModel, load
from limner.engines.diffusers.curve import WidthCurve
from limner.engines.diffusers.device import Aside, Device, tiled
from limner.engines.diffusers.job import BatchKey, Job
from limner.engines.diffusers.memory import Memory
from limner.engines.diffusers.orders import Abort, Arrived, Begin, Close, Order, Rules
from limner.engines.diffusers.outlet import Outlet, failed
from limner.engines.diffusers.run import Forward, PipelineRun, Work
from limner.engines.diffusers.scheduler import Scheduler
from limner.engines.diffusers.shelf import Loader, Shelf
from limner.engines.diffusers.sitting import Sitting
from limner.engines.diffusers.spec import ModelSpec

log = logging.getLogger("limner.diffusers")

TILED_PIXELS = 3_000_000
"""From here on a picture is decoded in tiles."""
PACE_MEMORY = 0.1
POLL_S = 0.002
"""How soon a GPU is asked again whether a decode beside the steps is done."""


class Workshop:
    def __init__(self, device: str, rules: Rules, *, loader: Loader = load) -> None:
        self.rules = rules
        self.device = Device(device)
        self.memory = Memory(rules.cache_folder)
        self.scheduler = Scheduler(max_running=rules.max_running, curve=WidthCurve(max_rows=rules.max_batch_size))
        self.num_forwards = 0
        self.num_rows = 0
        self.seconds_per_cost: float | None = None
        """How fast the device works, once it has worked."""
        self._inbox: queue.SimpleQueue[Order] = queue.SimpleQueue()
        inbox = self._inbox
        budget_bytes = rules.memory_bytes
        if budget_bytes is None and self.device.total_bytes is not None:
            budget_bytes = self.device.total_bytes * 9 // 10
        self.shelf = Shelf(
            device,
            budget_bytes=budget_bytes,
            arrived=lambda spec, model: inbox.put(Arrived(spec, model)),
            loader=loader,
        )
        self._sittings: dict[Job, Sitting] = {}
        self._works: list[tuple[Sitting, PipelineRun, Work]] = []
        self._asides: list[tuple[Sitting, PipelineRun, Aside]] = []
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="diffusers-encode")
        self._outlet = Outlet(self._pool)
        self._thread: threading.Thread | None = None
        self._has_news = False
        """Whether somebody may begin who could not before."""
        self._num_lodgers = 0
        self.is_closed = False
        """Whether it was open once, and is no more."""

    def open(self) -> None:
        """Each engine opens once, and closes once; the thread runs between the first and the last."""
        self._num_lodgers += 1
        self.is_closed = False
        if self._thread is None:
            self._thread = threading.Thread(target=self._loop, name=f"diffusers-{self.device.name}", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Blocks until the thread has let everything go, if nobody else is here."""
        self._num_lodgers -= 1
        if self._num_lodgers == 0 and self._thread is not None:
            self._inbox.put(Close())
            self._thread.join()
            self._thread = None
            self.is_closed = True

    def begin(self, sittings: Sequence[Sitting]) -> None:
        if self._thread is None or not self._thread.is_alive():
            raise EngineError(f"Nothing is drawn on {self.device.name} any more.", code="image_generation_failed")
        self._inbox.put(Begin(sittings))

    def abort(self, sittings: Sequence[Sitting]) -> None:
        """Of no effect on what is done already."""
        self._inbox.put(Abort(sittings))

    @property
    def load(self) -> int:
        """Images that wait or are drawn here."""
        return len(self.scheduler) + self._inbox.qsize()

    def outlook(self, sittings: Sequence[Sitting]) -> tuple[int, float] | None:
        """For sittings that are not here yet: whose are done before, and the seconds until the last one. Any thread."""
        if self.seconds_per_cost is None:
            return None
        for sitting in sittings:
            sitting.weigh(self.shelf.get(sitting.spec))
        last = sittings[-1].job
        own = sum(sitting.job.remaining for sitting in sittings[:-1])
        return self.scheduler.position(last), (self.scheduler.work_until_done(last) + own) * self.seconds_per_cost

    def _loop(self) -> None:
        try:
            with torch.inference_mode():
                while self._take_orders(self._idle_s()):
                    self._tend()
                    self._admit()
                    self._do_works()
                    if not self._take_orders(0):  # who left meanwhile costs no step
                        break
                    self._step()
        except BaseException:
            log.exception("the thread that draws on %s has died", self.device.name)
            raise
        finally:
            self._let_go()

    def _take_orders(self, wait_s: float | None) -> bool:
        """Waits so long for the first one; None waits for ever. False: it is over."""
        while True:
            try:
                order = self._inbox.get(block=wait_s != 0, timeout=wait_s)
            except queue.Empty:
                return True
            wait_s = 0.0
            self._has_news = True
            match order:
                case Begin(sittings):
                    self._welcome(sittings)
                case Abort(sittings):
                    for sitting in sittings:
                        self._end(sitting)
                case Arrived(spec, model):
                    self._receive(spec, model)
                case Close():
                    return False

    def _idle_s(self) -> float | None:
        if self._has_news or self._works or any(job.batch_key is not None for job in self.scheduler.running):
            return 0.0
        if self._asides:
            return POLL_S
        now = time.monotonic()
        ends = [job.deadline_s for job in self._sittings if job.deadline_s is not None]
        tidy_s = self.shelf.next_tidy_s()
        if tidy_s is not None and not self._busy():
            ends.append(tidy_s)
        return max(0.001, min(ends) - now) if ends else None

    def _welcome(self, sittings: Sequence[Sitting]) -> None:
        """All the images of a request, or none: whoever could not be served in time hears it now."""
        for sitting in sittings:
            sitting.weigh(self.shelf.get(sitting.spec))
            self._sittings[sitting.job] = sitting
            self.scheduler.add(sitting.job)
        if self.seconds_per_cost is None:
            return
        now = time.monotonic()
        for sitting in sittings:
            job = sitting.job
            wait_s = self.scheduler.work_until_done(job) * self.seconds_per_cost
            if job.deadline_s is not None and now + wait_s > job.deadline_s:
                retry_s = max(1, round(now + wait_s - job.deadline_s))
                error = OverloadedError(
                    f"The picture would take {wait_s:.0f}s, longer than you would wait. Please try again later.",
                    code="deadline_exceeded",
                    headers={"retry-after": str(retry_s)},
                )
                for one in sittings:
                    self._fail(one, error)
                return

    def _receive(self, spec: ModelSpec, model: LoadedModel | Exception) -> None:
        self.shelf.put(spec, model, now_s=time.monotonic(), busy=self._busy())
        if isinstance(model, LoadedModel):
            self.memory.recall(model, self.device.name)
            return
        why = str(model).strip().split("\n")[0][:300]
        error = EngineError(f"The model '{spec.name}' cannot be loaded: {why}", code="model_load_failed")
        for sitting in [one for one in self._sittings.values() if one.spec == spec]:
            self._fail(sitting, error)

    def _tend(self) -> None:
        now = time.monotonic()
        for job in self.scheduler.expired(now):
            self._fail(self._sittings[job], OverloadedError("The picture was not done in time.", code="timeout"))
        for model in self.shelf.tidy(now_s=now, busy=self._busy()):
            self._forget(model)

    def _forget(self, model: LoadedModel) -> None:
        self.memory.keep(model, self.device.name, self.scheduler.curve)
        self.device.free_memory()

    def _admit(self) -> None:
        self._has_news = False
        if not self.scheduler.waiting:
            return
        now, busy = time.monotonic(), self._busy()
        first: float | None = None
        for job in sorted(self.scheduler.waiting, key=lambda job: job.arrived_s):
            sitting = self._sittings[job]
            is_coming = self.shelf.want(sitting.spec, now_s=now, keep_alive_s=sitting.keep_alive_s, busy=busy)
            if is_coming:
                busy.add(sitting.spec)  # whoever comes later must not take it away again
            elif first is None:
                first = job.arrived_s  # it waits for room: nobody who came later may keep the others here

        def may_begin(job: Job) -> bool:
            is_there = self.shelf.get(self._sittings[job].spec) is not None
            return is_there and (first is None or job.arrived_s < first)

        for job in self.scheduler.admit(may_begin):
            sitting = self._sittings[job]
            model = self.shelf.get(sitting.spec)
            assert model is not None
            self._guarded(sitting, partial(self._start, sitting, model))

    def _start(self, sitting: Sitting, model: LoadedModel) -> None:
        self._advance(sitting, sitting.begin(model))

    def _do_works(self) -> None:
        """At most one prompt, one picture to encode and one to decode: steps go on in between."""
        for sitting, run, aside in [one for one in self._asides if one[2].is_done]:
            self._asides.remove((sitting, run, aside))
            self._guarded(sitting, partial(self._advance, sitting, run, aside.answer), run)
        for stage in ("encode_prompt", "encode_image", "decode"):
            found = next((one for one in self._works if one[2].stage == stage), None)
            if found is not None:
                self._works.remove(found)
                self._guarded(found[0], partial(self._do, *found), found[1])

    def _do(self, sitting: Sitting, run: PipelineRun, work: Work) -> None:
        if work.stage != "decode":
            self._advance(sitting, run, work.do())
            return
        assert sitting.model is not None
        size = sitting.request.size
        vae = sitting.model.pipeline.vae
        large = size.width * size.height >= TILED_PIXELS
        try:
            aside = self.device.do_aside(lambda: tiled(vae, work.do) if large else work.do())
        except torch.OutOfMemoryError:
            self.device.free_memory()
            aside = self.device.do_aside(lambda: tiled(vae, work.do))
        self._asides.append((sitting, run, aside))

    def _step(self) -> None:
        batch = [self._sittings[job] for job in self.scheduler.schedule()]
        if not batch:
            return
        key = batch[0].job.batch_key
        assert key is not None
        model = batch[0].model
        assert model is not None
        model.use_lora(batch[0].request.lora)
        self._forward(batch, key)

    def _forward(self, batch: list[Sitting], key: BatchKey) -> None:
        stations = [station for sitting in batch if isinstance(station := sitting.run and sitting.run.station, Forward)]
        num_rows, cost = sum(one.job.num_rows for one in batch), sum(one.job.cost for one in batch)

        def report(seconds: float) -> None:
            pace = seconds / cost
            before = self.seconds_per_cost
            self.seconds_per_cost = pace if before is None else before + PACE_MEMORY * (pace - before)
            if not isinstance(key.shape, tuple) or key.shape[0] != "alone":
                self.scheduler.curve.record(key, num_rows, seconds)

        try:
            answers = self.device.timed(lambda: stations[0].network.forward([one.call for one in stations]), report)
        except Exception as error:  # one that cannot be drawn must not take the others along
            self._recover(batch, key, error)
            return
        self.num_forwards += 1
        self.num_rows += num_rows
        self.scheduler.update([sitting.job for sitting in batch])
        for sitting, answer in zip(batch, answers, strict=True):
            assert sitting.watch is not None
            sitting.watch.wants_estimate = sitting.is_shown_next
            sitting.last_output = answer
            self._guarded(sitting, partial(self._advance, sitting, sitting.run, answer))

    def _recover(self, batch: list[Sitting], key: BatchKey, error: Exception) -> None:
        """Smaller batches, if memory was short; each alone, to find the one that fails."""
        no_room = isinstance(error, torch.OutOfMemoryError)
        if no_room:
            self.device.free_memory()
            self.scheduler.curve.limit(key, sum(one.job.num_rows for one in batch) // 2)
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
        raise error

    def _advance(self, sitting: Sitting, run: PipelineRun | None, answer: Any = None) -> None:
        assert run is not None
        run.advance(answer)
        if run is sitting.run and sitting.watch is not None and sitting.watch.estimate is not None:
            estimate, sitting.watch.estimate = sitting.watch.estimate, None
            self._show(sitting, estimate)
        match run.station:
            case Work():
                self._works.append((sitting, run, run.station))
            case Forward():
                sitting.job.batch_key = BatchKey(sitting.spec.name, sitting.arrive(run.station))
                self.memory.remind(self.scheduler.curve, sitting.job.batch_key)
            case None if run is sitting.run:
                send = self._outlet.finish(sitting, run.result)
                self._end(sitting, keep_previews=True)
                send()
            case None:
                self._outlet.show(sitting, sitting.previews.pop(run), run.result)

    def _show(self, sitting: Sitting, latents: torch.Tensor) -> None:
        promise = self._outlet.promise(sitting)
        assert sitting.model is not None
        whole = self.device.has_room_aside and sitting.is_last_preview  # a decode there costs the steps nothing
        if sitting.model.preview_vae is None and not whole and self._outlet.sketch(sitting, promise, latents):
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
                self._fail(sitting, error)

    def _fail(self, sitting: Sitting, error: Exception) -> None:
        if not sitting.is_over:
            if not isinstance(error, ApiError):
                log.error("drawing failed", exc_info=error)
            sitting.publish(failed(error))
        self._end(sitting)

    def _end(self, sitting: Sitting, *, keep_previews: bool = False) -> None:
        """Let go of all that it holds. Of no effect on one that is over."""
        sitting.is_over = self._has_news = True
        self.scheduler.remove(sitting.job)
        self._sittings.pop(sitting.job, None)
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

    def _busy(self) -> set[ModelSpec]:
        return {self._sittings[job].spec for job in self.scheduler.running if job in self._sittings}

    def _let_go(self) -> None:
        gone = OverloadedError("The server is shutting down.", code="server_shutting_down")
        for sitting in list(self._sittings.values()):
            self._fail(sitting, gone)
        for sitting, _, _ in [*self._works, *self._asides]:  # previews of pictures that are done
            self._end(sitting)
        while not self._inbox.empty():
            if isinstance(order := self._inbox.get(), Begin):
                for sitting in order.sittings:
                    self._fail(sitting, gone)
        for model in self.shelf.clear():
            self._forget(model)
