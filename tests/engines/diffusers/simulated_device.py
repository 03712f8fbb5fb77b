"""A scheduler on a simulated device whose forwards take given times."""

from limner.engines.diffusers.scheduler import Job, Scheduler
from limner.engines.diffusers.throughput import BatchKey, BatchSizeTuner

SMALL = BatchKey("m", "512x512")
LARGE = BatchKey("m", "1024x1024")


class SimulatedDevice:
    """`seconds`: duration of a forward, by its number of rows."""

    def __init__(self, *, max_rows=4, seconds=lambda rows: 1.0, **options):
        self.tuner = BatchSizeTuner(max_rows=max_rows)
        self.scheduler = Scheduler(tuner=self.tuner, **options)
        self.seconds = seconds
        self.shapes: dict[Job, BatchKey] = {}
        self.now = 0.0
        self.done: dict[Job, float] = {}
        self.batches: list[list[Job]] = []

    def add(self, key="a", shape=SMALL, steps=4, **fields) -> Job:
        job = Job(key=key, model_id="m", num_steps=steps, arrived_s=self.now + 1e-6 * len(self.shapes), **fields)
        self.shapes[job] = shape
        self.scheduler.add(job)
        return job

    def forward(self) -> list[Job]:
        for job in self.scheduler.admit():
            job.batch_key = self.shapes[job]
        batch = self.scheduler.schedule()
        rows = sum(job.num_rows for job in batch)
        duration = self.seconds(rows) if batch else 0
        self.now += duration
        if batch:
            assert batch[0].batch_key is not None
            self.tuner.record(batch[0].batch_key, rows, duration)
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


def tuned(device, shape=SMALL):
    """The device after a warm-up in which batching paid at every size."""
    for rows in (1, 2, 4, 8):
        for _ in range(2):
            device.tuner.record(shape, rows, 1.0)
    return device
