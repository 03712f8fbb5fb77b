"""Which jobs take the next denoising step together. Pure bookkeeping: no torch, clock, thread or lock.

Between priorities: the highest first, but one turn of MAX_PASSED_OVER + 1 is the oldest job's that others pass over.
Between keys: deficit round robin, so that each key gets an equal share of the device however much it requests.
Between adapters of one model: a few steps with the same ones, because switching takes time.
Within a key: shortest remaining job first. The leader's batch is filled with jobs of the same shape.
"""

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from limner.engines.diffusers.throughput import BatchKey, BatchSizeTuner

MAX_PASSED_OVER = 16
"""After this many younger jobs a long job goes first, and after this many urgent ones one that is not: none starves."""
BACKGROUND = -1_000_000
"""The priority of jobs that run only while there are no others."""
MAX_STEPS_PER_SWITCH = 8
"""Steps that a model takes with the same adapters while jobs with others wait."""
MAX_DEBT = 4.0
"""Quanta that a key may owe for steps in other keys' batches: they cost the others almost nothing."""


@dataclass(slots=True, eq=False, kw_only=True)
class Job:
    """One image, as the scheduler sees it."""

    key: str
    """The client: shares are fair between keys."""
    model_id: str
    num_steps: int
    """Forwards in total, as far as known."""
    arrived_s: float
    cost: float = 1.0
    """Of one forward, in a unit shared by all jobs."""
    priority: int = 0
    deadline_s: float | None = None
    """When the client stops listening, on the clock of `arrived_s`."""
    step_index: int = 0
    adapters: Hashable = None
    """What its model must be switched to before a forward."""
    batch_key: BatchKey | None = None
    """Set while the job waits for a forward; None while it does something else."""
    num_rows: int = 1
    """Rows it adds to a forward: two with classifier-free guidance."""
    passed_over: int = 0
    """How often a younger job of the same key went first."""

    @property
    def remaining(self) -> float:
        """The work left, in units of cost."""
        return max(1, self.num_steps - self.step_index) * self.cost


JobT = TypeVar("JobT", bound=Job)


class PriorityTurns:
    """Who may have a turn, by priority."""

    def __init__(self) -> None:
        self._num_urgent = 0
        """Turns in a row that passed over less urgent jobs."""

    def select(self, jobs: list[JobT]) -> list[JobT]:
        """For the next turn: the most urgent ones, or the oldest of the others."""
        highest = max(job.priority for job in jobs)
        others = [job for job in jobs if BACKGROUND < job.priority < highest]
        if others and self._num_urgent == MAX_PASSED_OVER:
            self._num_urgent = 0
            return [min(others, key=lambda job: job.arrived_s)]
        self._num_urgent += bool(others)
        return [job for job in jobs if job.priority == highest]


class Scheduler(Generic[JobT]):
    """`max_running`: how many jobs may have started; each holds its latents and prompt in device memory."""

    def __init__(
        self, *, max_running: int = 64, tuner: BatchSizeTuner | None = None, powers_of_two: bool = False
    ) -> None:
        self.max_running = max_running
        self.powers_of_two = powers_of_two
        """For networks compiled for fixed shapes: limits how many row counts are compiled."""
        self.waiting: list[JobT] = []
        self.running: list[JobT] = []
        self._tuner = tuner or BatchSizeTuner()
        self._ring: deque[str] = deque()
        self._deficits: dict[str, float] = {}
        self._switched: dict[str, tuple[Hashable, int]] = {}
        """By model: the adapters of its latest step, and how many steps it has taken with them."""
        self._starts = PriorityTurns()
        self._steps = PriorityTurns()

    def add(self, job: JobT) -> None:
        if job.key not in self._deficits:
            self._deficits[job.key] = 0.0
            self._ring.append(job.key)
        self.waiting.append(job)

    def remove(self, job: JobT) -> None:
        """Forget a job that is done, failed or aborted. No effect on an unknown one."""
        self.waiting = [other for other in self.waiting if other is not job]
        self.running = [other for other in self.running if other is not job]
        if all(other.key != job.key for other in self) and job.key in self._deficits:
            del self._deficits[job.key]
            self._ring.remove(job.key)

    def admit(self, can_start: Callable[[JobT], bool] = lambda job: True) -> list[JobT]:
        """The jobs that start now, in a fair order. A key without running jobs may exceed `max_running`."""
        started: list[JobT] = []
        while True:
            candidates = [job for job in self.waiting if can_start(job)]
            if len(self.running) >= self.max_running:
                busy = {job.key for job in self.running}
                candidates = [job for job in candidates if job.key not in busy]
            if not candidates:
                return started
            job = self._next_to_start(candidates)
            self.waiting.remove(job)
            self.running.append(job)
            started.append(job)

    def schedule(self) -> list[JobT]:
        """The batch for the next forward. Empty if no job waits for one."""
        ready = [job for job in self.running if job.batch_key is not None]
        if not ready:
            return []
        leader = self._leader(self._without_switches(self._steps.select(ready)))
        adapters, num_steps = self._switched.get(leader.model_id, (None, 0))
        is_new_turn = adapters != leader.adapters or num_steps >= MAX_STEPS_PER_SWITCH
        self._switched[leader.model_id] = leader.adapters, 1 if is_new_turn else num_steps + 1
        for job in ready:
            if job.key == leader.key and job.arrived_s < leader.arrived_s:
                job.passed_over += 1
        leader.passed_over = 0
        return self._fill(leader, ready)

    def update(self, batch: Iterable[JobT]) -> None:
        """Count the step just taken, and charge each key for its part."""
        quantum = self._quantum(self.running)
        for job in batch:
            job.step_index += 1
            job.batch_key = None
            if job.key in self._deficits:
                self._deficits[job.key] = max(-MAX_DEBT * quantum, self._deficits[job.key] - job.cost)

    def find_expired(self, now_s: float) -> list[JobT]:
        """Jobs whose deadline has passed."""
        return [job for job in self if job.deadline_s is not None and job.deadline_s <= now_s]

    def has_ready_job(self) -> bool:
        return any(job.batch_key is not None for job in self.running)

    def estimate_wait(
        self, job: JobT, expected: Iterable[JobT] = (), *, seconds_per_cost: Callable[[JobT], float] = lambda job: 1.0
    ) -> tuple[int, float]:
        """How many jobs will finish before `job`, and the seconds until it is done, if no further jobs arrive.

        `expected`: jobs not added yet. `job` need not be added either. Safe to call from any thread.
        """
        jobs = {job, *expected, *self.waiting, *self.running}
        seconds = {one: one.remaining * seconds_per_cost(one) for one in jobs}
        equals = [one for one in jobs if one.priority == job.priority]
        urgent = [seconds[one] for one in jobs if one.priority > job.priority]
        total = sum(seconds[one] for one in equals)
        num_keys = len({one.key for one in equals})
        done_at: dict[JobT, float] = {}
        key_seconds: dict[str, float] = {}
        for one in sorted(equals, key=lambda one: (one.remaining, one.arrived_s)):
            key_seconds[one.key] = key_seconds.get(one.key, 0.0) + seconds[one]
            done_at[one] = min(total, key_seconds[one.key] * num_keys)
        ahead = sum(1 for one in equals if one is not job and done_at[one] <= done_at[job])
        wait_s = sum(urgent) + done_at[job]
        lower_s = sum(seconds[one] for one in jobs if BACKGROUND < one.priority < job.priority)
        wait_s += min(lower_s, wait_s / MAX_PASSED_OVER)  # their turns
        if urgent and job.priority > BACKGROUND:  # its own turns
            highest = max(one.priority for one in jobs)
            older = (one for one in jobs if BACKGROUND < one.priority < highest and one.arrived_s < job.arrived_s)
            wait_s = min(wait_s, (MAX_PASSED_OVER + 1) * (seconds[job] + sum(seconds[one] for one in older)))
        return ahead + len(urgent), wait_s

    def __len__(self) -> int:
        return len(self.waiting) + len(self.running)

    def __iter__(self) -> Iterator[JobT]:
        yield from self.waiting
        yield from self.running

    def _next_to_start(self, candidates: list[JobT]) -> JobT:
        candidates = self._starts.select(candidates)
        num_running = dict.fromkeys(self._ring, 0)
        for job in self.running:
            num_running[job.key] += 1
        key = min({job.key for job in candidates}, key=lambda key: (num_running[key], self._ring.index(key)))
        return _first([job for job in candidates if job.key == key])

    def _without_switches(self, jobs: list[JobT]) -> list[JobT]:
        """Of each model that keeps its adapters, only the jobs that use them."""
        kept = {
            job.model_id: job.adapters
            for job in jobs
            if (switched := self._switched.get(job.model_id)) is not None
            and switched[0] == job.adapters
            and switched[1] < MAX_STEPS_PER_SWITCH
        }
        return [job for job in jobs if job.model_id not in kept or kept[job.model_id] == job.adapters]

    def _leader(self, ready: list[JobT]) -> JobT:
        best = {key: _first([job for job in ready if job.key == key]) for key in {job.key for job in ready}}
        quantum = self._quantum(best.values())
        while True:
            key = self._ring[0]
            if key in best and self._deficits[key] >= best[key].cost:
                return best[key]
            self._ring.rotate(-1)
            if self._ring[0] in best:
                self._deficits[self._ring[0]] += quantum

    def _fill(self, leader: JobT, ready: list[JobT]) -> list[JobT]:
        assert leader.batch_key is not None
        fixed_rows = leader.batch_key.fixed_rows
        max_rows = max(leader.num_rows, fixed_rows or self._tuner.target_rows(leader.batch_key, leader.num_rows))
        batch, num_rows = [leader], leader.num_rows
        others = [job for job in ready if job.batch_key == leader.batch_key and job is not leader]
        while others and num_rows < max_rows:
            for key in list(self._ring):  # one of each key per turn
                same_key = [job for job in others if job.key == key]
                if not same_key:
                    continue
                job = _first(same_key)
                others.remove(job)
                if num_rows + job.num_rows <= max_rows:
                    batch.append(job)
                    num_rows += job.num_rows
        return _power_of_two(batch) if self.powers_of_two and fixed_rows is None else batch

    @staticmethod
    def _quantum(jobs: Iterable[Job]) -> float:
        return max((job.cost for job in jobs), default=1.0)


def _first(jobs: list[JobT]) -> JobT:
    """Of one key's jobs, the next to serve: one passed over too often, else the one with the least work left."""
    starved = [job for job in jobs if job.passed_over >= MAX_PASSED_OVER]
    if starved:
        return min(starved, key=lambda job: job.arrived_s)
    return min(jobs, key=lambda job: (job.remaining, job.arrived_s))


def _power_of_two(batch: list[JobT]) -> list[JobT]:
    """The longest prefix with 1, 2, 4 or 8 rows; always includes the leader."""
    num_rows, length = 0, 1
    for index, job in enumerate(batch):
        num_rows += job.num_rows
        if num_rows.bit_count() == 1:
            length = index + 1
    return batch[:length]
