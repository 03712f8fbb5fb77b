"""A scheduler driven by a clock of its own: what would happen on a device whose forwards take known times."""

from limner.engines.diffusers.curve import WidthCurve
from limner.engines.diffusers.job import BatchKey, Job
from limner.engines.diffusers.scheduler import Scheduler

SMALL = BatchKey("m", "512x512")
LARGE = BatchKey("m", "1024x1024")


class Clockwork:
    """A scheduler with a network whose forward takes a known time; no clock but its own."""

    def __init__(self, *, max_rows=4, seconds=lambda rows: 1.0, **options):
        self.scheduler = Scheduler(curve=WidthCurve(max_rows=max_rows), **options)
        self.seconds = seconds
        self.shapes: dict[Job, BatchKey] = {}
        self.now = 0.0
        self.done: dict[Job, float] = {}
        self.batches: list[list[Job]] = []

    def add(self, key="a", shape=SMALL, steps=4, **fields) -> Job:
        job = Job(key=key, model="m", num_steps=steps, arrived_s=self.now + 1e-6 * len(self.shapes), **fields)
        self.shapes[job] = shape
        self.scheduler.add(job)
        return job

    def forward(self) -> list[Job]:
        for job in self.scheduler.admit():
            job.batch_key = self.shapes[job]
        batch = self.scheduler.schedule()
        rows = sum(job.num_rows for job in batch)
        took = self.seconds(rows) if batch else 0
        self.now += took
        if batch:
            assert batch[0].batch_key is not None
            self.scheduler.curve.record(batch[0].batch_key, rows, took)
        self.scheduler.update(batch)
        for job in batch:
            if job.step_index >= job.num_steps:
                self.done[job] = self.now
                self.scheduler.remove(job)
            else:
                job.batch_key = self.shapes[job]
        self.batches.append(batch)
        return batch

    def run(self, limit=10_000) -> None:
        while len(self.scheduler) and limit:
            self.forward()
            limit -= 1
        assert limit, "it never ends"


def wide(clockwork, rows=4, shape=SMALL):
    """As after a warm-up in which width has paid."""
    for width in (1, 2, 4, 8):
        for _ in range(2):
            clockwork.scheduler.curve.record(shape, width, 1.0)
    return clockwork
