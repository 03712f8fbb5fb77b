"""Which jobs take the next step together. Pure bookkeeping: no torch, no clock, no threads.

Between keys: deficit round robin, so that each gets an equal share of the device however much it asks for.
Inside a key: whoever has least left goes first. The leader's batch is filled with whatever has the same shape.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from limner.engines.diffusers.curve import WidthCurve
from limner.engines.diffusers.job import Job

MAX_PASSED_OVER = 16
"""After so many younger jobs, a long job goes first: the shortest may come first, but not for ever."""
MAX_DEBT = 4.0
"""Quanta that a key may owe for riding along: rides cost nobody anything, so they are not held against it for long."""


class Scheduler:
    """`max_running`: how many jobs may have begun; each holds its latents and prompt in the device's memory."""

    def __init__(self, *, max_running: int = 64, curve: WidthCurve | None = None, powers_of_two: bool = False) -> None:
        self.max_running = max_running
        self.curve = curve or WidthCurve()
        self.powers_of_two = powers_of_two
        """Networks that are compiled for fixed shapes exist for a few numbers of rows only."""
        self.waiting: list[Job] = []
        self.running: list[Job] = []
        self._ring: deque[str] = deque()
        self._deficits: dict[str, float] = {}

    def add(self, job: Job) -> None:
        if job.key not in self._deficits:
            self._deficits[job.key] = 0.0
            self._ring.append(job.key)
        self.waiting.append(job)

    def remove(self, job: Job) -> None:
        """Forget a job: it is done, failed, or nobody wants it any more. Of no effect on one that is not here."""
        self.waiting = [other for other in self.waiting if other is not job]
        self.running = [other for other in self.running if other is not job]
        if all(other.key != job.key for other in self._jobs()) and job.key in self._deficits:
            del self._deficits[job.key]
            self._ring.remove(job.key)

    def admit(self, may_begin: Callable[[Job], bool] = lambda job: True) -> list[Job]:
        """The jobs that begin now, in a fair order. A key that has none running is not kept out by the others'."""
        begun: list[Job] = []
        while True:
            candidates = [job for job in self.waiting if may_begin(job)]
            if len(self.running) >= self.max_running:
                busy = {job.key for job in self.running}
                candidates = [job for job in candidates if job.key not in busy]
            if not candidates:
                return begun
            job = self._next_to_begin(candidates)
            self.waiting.remove(job)
            self.running.append(job)
            begun.append(job)

    def schedule(self) -> list[Job]:
        """The batch for the next forward. Empty if no job waits for one."""
        ready = [job for job in self.running if job.batch_key is not None]
        if not ready:
            return []
        urgent = max(job.priority for job in ready)
        leader = self._leader([job for job in ready if job.priority == urgent])
        for job in ready:
            if job.key == leader.key and job.arrived_s < leader.arrived_s:
                job.passed_over += 1
        leader.passed_over = 0
        return self._fill(leader, ready)

    def update(self, batch: Iterable[Job]) -> None:
        """Count the step just taken, and charge each key for its part of it."""
        quantum = self._quantum(self.running)
        for job in batch:
            job.step_index += 1
            job.batch_key = None
            if job.key in self._deficits:
                self._deficits[job.key] = max(-MAX_DEBT * quantum, self._deficits[job.key] - job.cost)

    def expired(self, now_s: float) -> list[Job]:
        """Jobs whose clients have stopped listening."""
        return [job for job in self._jobs() if job.deadline_s is not None and job.deadline_s <= now_s]

    def standing(
        self, job: Job, expected: Iterable[Job] = (), *, seconds_per_cost: Callable[[Job], float] = lambda job: 1.0
    ) -> tuple[int, float]:
        """How many jobs will be done before `job`, about, and the seconds until it is, if nobody else comes.

        `expected`: jobs that are on their way here; `job` need not be here either. Any thread may ask.
        """
        everybody = {job, *expected, *self.waiting, *self.running}
        seconds = {one: one.remaining * seconds_per_cost(one) for one in everybody}
        equals = [one for one in everybody if one.priority == job.priority]
        urgent = [seconds[one] for one in everybody if one.priority > job.priority]
        total = sum(seconds[one] for one in equals)
        share = len({one.key for one in equals})
        done_at: dict[Job, float] = {}
        own_turn: dict[str, float] = {}
        for one in sorted(equals, key=lambda one: (one.remaining, one.arrived_s)):
            own_turn[one.key] = own_turn.get(one.key, 0.0) + seconds[one]
            done_at[one] = min(total, own_turn[one.key] * share)
        ahead = sum(1 for one in equals if one is not job and done_at[one] <= done_at[job])
        return ahead + len(urgent), sum(urgent) + done_at[job]

    def __len__(self) -> int:
        return len(self.waiting) + len(self.running)

    def _jobs(self) -> Iterator[Job]:
        yield from self.waiting
        yield from self.running

    def _next_to_begin(self, candidates: list[Job]) -> Job:
        urgent = max(job.priority for job in candidates)
        candidates = [job for job in candidates if job.priority == urgent]
        num_running = dict.fromkeys(self._ring, 0)
        for job in self.running:
            num_running[job.key] += 1
        key = min({job.key for job in candidates}, key=lambda key: (num_running[key], self._ring.index(key)))
        return _first([job for job in candidates if job.key == key])

    def _leader(self, ready: list[Job]) -> Job:
        best = {key: _first([job for job in ready if job.key == key]) for key in {job.key for job in ready}}
        quantum = self._quantum(best.values())
        while True:
            key = self._ring[0]
            if key in best and self._deficits[key] >= best[key].cost:
                return best[key]
            self._ring.rotate(-1)
            if self._ring[0] in best:
                self._deficits[self._ring[0]] += quantum

    def _fill(self, leader: Job, ready: list[Job]) -> list[Job]:
        assert leader.batch_key is not None
        width = max(leader.num_rows, self.curve.width(leader.batch_key, leader.num_rows))
        batch, num_rows = [leader], leader.num_rows
        company = [job for job in ready if job.batch_key == leader.batch_key and job is not leader]
        while company:
            for key in list(self._ring):  # one of each key, again and again
                mine = [job for job in company if job.key == key]
                if not mine:
                    continue
                job = _first(mine)
                company.remove(job)
                if num_rows + job.num_rows <= width:
                    batch.append(job)
                    num_rows += job.num_rows
        return _power_of_two(batch) if self.powers_of_two else batch

    @staticmethod
    def _quantum(jobs: Iterable[Job]) -> float:
        return max((job.cost for job in jobs), default=1.0)


def _first(jobs: list[Job]) -> Job:
    """Of one key's jobs, the one to serve: a long-suffering one, else the one that has least left."""
    suffering = [job for job in jobs if job.passed_over >= MAX_PASSED_OVER]
    if suffering:
        return min(suffering, key=lambda job: job.arrived_s)
    return min(jobs, key=lambda job: (job.remaining, job.arrived_s))


def _power_of_two(batch: list[Job]) -> list[Job]:
    """As many from the front as have 1, 2, 4 or 8 rows together; the leader goes in any case."""
    num_rows, whole = 0, 1
    for index, job in enumerate(batch):
        num_rows += job.num_rows
        if num_rows.bit_count() == 1:
            whole = index + 1
    return batch[:whole]
