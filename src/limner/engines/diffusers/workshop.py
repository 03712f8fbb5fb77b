"""One device and the thread that owns it: takes orders, and between them one step after the other."""

import logging
import queue
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import torch

from limner.core.errors import EngineError, OverloadedError, retry_s
from limner.core.queue_estimate import QueueEstimate
from limner.engines.diffusers.checkpoint import LoadedModel, load
from limner.engines.diffusers.curve import WidthCurve
from limner.engines.diffusers.device import Device
from limner.engines.diffusers.executor import Executor
from limner.engines.diffusers.job import Job
from limner.engines.diffusers.memory import Memory
from limner.engines.diffusers.orders import Abort, Arrived, Begin, Close, Order, Rules
from limner.engines.diffusers.outlet import Outlet
from limner.engines.diffusers.scheduler import Scheduler
from limner.engines.diffusers.shelf import Loader, Shelf
from limner.engines.diffusers.sitting import Sitting
from limner.engines.diffusers.spec import ModelSpec

log = logging.getLogger("limner.diffusers")

POLL_S = 0.002
"""How soon a GPU is asked again whether a decode beside the steps is done."""
KEEP_EVERY_S = 60


class Workshop:
    def __init__(self, name: str, rules: Rules, *, loader: Loader = load) -> None:
        self.rules = rules
        self.device = device = Device(name)
        self.scheduler = scheduler = Scheduler(
            max_running=rules.max_running, curve=WidthCurve(max_rows=rules.max_batch_size)
        )
        self.memory = memory = Memory(rules.cache_folder)
        self._inbox: queue.SimpleQueue[Order] = queue.SimpleQueue()
        inbox = self._inbox
        budget_bytes = rules.memory_bytes
        if budget_bytes is None and device.total_bytes is not None:
            budget_bytes = device.total_bytes * 9 // 10
        # none of these holds the workshop: one that nobody wants any more goes at once
        self.shelf = Shelf(
            name,
            budget_bytes=budget_bytes,
            arrived=lambda spec, model: inbox.put(Arrived(spec, model)),
            leaving=lambda model: memory.keep(model, device.kind, scheduler.curve),
            freed=device.free_memory,
            loader=loader,
        )
        outlet = Outlet(ThreadPoolExecutor(2, thread_name_prefix="diffusers-encode"))
        self.executor = Executor(device, scheduler, self.shelf, memory, outlet)
        self._expected: dict[Job, None] = {}
        """Jobs that are on their way here, in the order they set out."""
        self._thread: threading.Thread | None = None
        self.fatal_error: str | None = None
        """Why nothing is drawn here any more, for whoever runs the server."""
        self._num_kept = 0
        """Forwards that had been taken when last something was kept."""
        self._keep_next_s = 0.0
        self._num_lodgers = 0
        self.is_closed = False
        """Whether it was open once, and is no more."""

    def open(self) -> None:
        """Each engine opens once, and closes once; the thread runs between the first and the last."""
        self._num_lodgers += 1
        self.is_closed, self.fatal_error = False, None
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

    def expect(self, sittings: Sequence[Sitting]) -> None:
        """They will begin, or be aborted: whoever asks in between how things stand should know of them.

        Raises an EngineError if nothing is drawn here any more.
        """
        if not self._is_at_work():
            raise self._gone()
        for sitting in sittings:
            sitting.weigh(self.shelf.get(sitting.spec))
            self._expected[sitting.job] = None

    def begin(self, sittings: Sequence[Sitting]) -> None:
        self._inbox.put(Begin(sittings))
        if not self._is_at_work():  # nobody takes orders any more: they hear it here, unless they were told already
            for sitting in sittings:
                self.executor.fail(sitting, self._gone())

    def abort(self, sittings: Sequence[Sitting]) -> None:
        """Of no effect on what is done already."""
        for sitting in sittings:
            self._expected.pop(sitting.job, None)
        if self._is_at_work():
            self._inbox.put(Abort(sittings))

    def _is_at_work(self) -> bool:
        return self._thread is not None and self._thread.is_alive() and self.fatal_error is None

    def _gone(self) -> EngineError:
        message = f"Nothing is drawn on {self.device.name} any more."
        return EngineError(message, code="device_lost", headers={"x-should-retry": "false"})

    @property
    def load(self) -> int:
        """Images that wait or are drawn here."""
        return len(self.scheduler) + len(self._expected) + self._inbox.qsize()

    def estimate(self, sittings: Sequence[Sitting]) -> QueueEstimate:
        """For the images of one request, whether they are here yet or not. Any thread may ask."""
        left = [sitting for sitting in sittings if not sitting.is_over]
        if not left:
            return QueueEstimate(eta_s=0.0)
        for sitting in left:
            sitting.weigh(self.shelf.get(sitting.spec))
        last = max(left, key=lambda sitting: sitting.job.remaining)
        own = [sitting.job for sitting in left]
        ahead, seconds, is_sure = self._standing(last, [*self._expected, *own])
        return QueueEstimate(max(0, ahead - len(own) + 1), seconds, is_sure=is_sure)

    def _standing(self, sitting: Sitting, expected: Sequence[Job] = ()) -> tuple[int, float | None, bool]:
        """How many jobs are ahead; the seconds until it is done, if known; whether they are measured just now.

        Of a model that is still to be loaded, nothing is known.
        """
        paces = self.executor.paces
        pace = paces.get(sitting.job.model)
        own = pace.seconds_per_cost if pace and self.shelf.get(sitting.spec) else None

        def seconds_per_cost(other: Job) -> float:
            known = paces.get(other.model)
            return (known.seconds_per_cost if known else None) or own or 1.0

        ahead, seconds = self.scheduler.standing(sitting.job, expected, seconds_per_cost=seconds_per_cost)
        is_sure = pace is not None and pace.is_fresh(time.monotonic())
        return ahead, None if own is None else seconds, is_sure

    def _loop(self) -> None:
        try:
            self.device.enter()
            with torch.inference_mode():
                while self._take_orders(self._rest_s()):
                    self._tend()
                    self._admit()
                    self.executor.do_works(has_orders=lambda: not self._inbox.empty())
                    if not self._take_orders(0):  # who left meanwhile costs no step
                        break
                    self._step()
                    if self.executor.has_lost_device:
                        raise RuntimeError(f"{self.device.name} answers nothing but errors")
        except BaseException as error:  # who asks next must hear of it, and so must whoever restarts servers
            log.exception("the thread that draws on %s has died", self.device.name)
            self.fatal_error = f"Nothing is drawn on {self.device.name} any more: {error}"
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
            self.executor.has_news = True
            match order:
                case Begin(sittings):
                    self._welcome(sittings)
                case Abort(sittings):
                    for sitting in sittings:
                        self.executor.end(sitting)
                case Arrived(spec, model):
                    self._receive(spec, model)
                case Close():
                    return False

    def _rest_s(self) -> float | None:
        """How long there is nothing to do. Then what was learned is kept: nobody knows how a server ends."""
        idle_s, now = self._idle_s(), time.monotonic()
        is_new = self.executor.num_forwards > self._num_kept
        if idle_s != 0 and is_new and not self.executor.sittings and now >= self._keep_next_s:
            self._num_kept, self._keep_next_s = self.executor.num_forwards, now + KEEP_EVERY_S
            for model in self.shelf.models():
                self.memory.keep(model, self.device.kind, self.scheduler.curve)
        return idle_s

    def _idle_s(self) -> float | None:
        steps = any(job.batch_key is not None for job in self.scheduler.running)
        if self.executor.has_news or steps or self.executor.has_work:
            return 0.0
        if self.executor.has_asides:
            return POLL_S
        now = time.monotonic()
        ends = [job.deadline_s for job in self.executor.sittings if job.deadline_s is not None]
        tidy_s = self.shelf.next_tidy_s()
        if tidy_s is not None and not self.executor.busy():
            ends.append(tidy_s)
        return max(0.001, min(ends) - now) if ends else None

    def _welcome(self, sittings: Sequence[Sitting]) -> None:
        """All the images of a request, or none: whoever could not be served in time hears it now."""
        for sitting in sittings:
            self._expected.pop(sitting.job, None)
            sitting.weigh(self.shelf.get(sitting.spec))
            self.executor.sittings[sitting.job] = sitting
            self.scheduler.add(sitting.job)
        now = time.monotonic()
        for sitting in sittings:
            deadline_s = sitting.job.deadline_s
            _, wait_s, is_sure = self._standing(sitting)
            if is_sure and deadline_s is not None and wait_s is not None and now + wait_s > deadline_s:
                error = OverloadedError(
                    f"The picture would take {wait_s:.0f}s, longer than you would wait. Please try again later.",
                    code="deadline_exceeded",
                    headers={"retry-after": str(retry_s(now + wait_s - deadline_s))},
                )
                for one in sittings:
                    self.executor.fail(one, error)
                return

    def _receive(self, spec: ModelSpec, model: LoadedModel | Exception) -> None:
        self.shelf.put(spec, model, now_s=time.monotonic(), busy=self.executor.busy())
        if isinstance(model, LoadedModel):
            self.memory.recall(model, self.device.kind)
            return
        if isinstance(model, torch.OutOfMemoryError) and self.executor.make_room():
            return  # it is asked for again
        why = str(model).strip().split("\n")[0][:300]
        error = EngineError(f"The model '{spec.name}' cannot be loaded: {why}", code="model_load_failed")
        for sitting in [one for one in self.executor.sittings.values() if one.spec == spec]:
            self.executor.fail(sitting, error)

    def _tend(self) -> None:
        now = time.monotonic()
        for job in self.scheduler.expired(now):
            self.executor.fail(
                self.executor.sittings[job], OverloadedError("The picture was not done in time.", code="timeout")
            )
        if self.shelf.tidy(now_s=now, busy=self.executor.busy()):
            self.executor.has_news = True

    def _admit(self) -> None:
        if not self.executor.has_news:
            return
        self.executor.has_news = False
        now, busy = time.monotonic(), self.executor.busy()
        first: float | None = None
        for job in sorted(self.scheduler.waiting, key=lambda job: job.arrived_s):
            sitting = self.executor.sittings[job]
            is_coming = self.shelf.want(sitting.spec, now_s=now, keep_alive_s=sitting.keep_alive_s, busy=busy)
            if is_coming:
                busy.add(sitting.spec)  # whoever comes later must not take it away again
            elif first is None:
                first = job.arrived_s  # it waits for room: nobody who came later may keep the others here

        def may_begin(job: Job) -> bool:
            is_there = self.shelf.get(self.executor.sittings[job].spec) is not None
            return is_there and (first is None or job.arrived_s < first)

        for job in self.scheduler.admit(may_begin):
            sitting = self.executor.sittings[job]
            model = self.shelf.get(sitting.spec)
            assert model is not None
            self.executor.start(sitting, partial(sitting.begin, model))

    def _step(self) -> None:
        batch = [self.executor.sittings[job] for job in self.scheduler.schedule()]
        if batch:
            self.executor.step(batch)

    def _let_go(self) -> None:
        gone = OverloadedError("The server is shutting down.", code="server_shutting_down")
        for sitting in list(self.executor.sittings.values()):
            self.executor.fail(sitting, gone)
        self.executor.end_all()
        while not self._inbox.empty():
            if isinstance(order := self._inbox.get(), Begin):
                for sitting in order.sittings:
                    self._expected.pop(sitting.job, None)
                    self.executor.fail(sitting, gone)
        self.shelf.clear()
