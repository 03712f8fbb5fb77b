"""What must hold in the simulation, whatever it says about waiting."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from statistics import mean

from capacity_arrivals import Request, arrivals
from capacity_device import FifoGpu, Outcome, ScheduledGpu, SimulatedGpu, alone_s, percentile
from capacity_times import ENCODE_S, FINISH_S, STEP_S, step_s

GPUS: dict[str, Callable[[], SimulatedGpu]] = {
    "first in, first out, works on after hang-ups": lambda: FifoGpu(is_blind=True),
    "first in, first out": lambda: FifoGpu(is_blind=False),
    "scheduler": ScheduledGpu,
}
UTILISATION = 0.7
TOLERANCE = 0.1
NUM_POISSON = 6000


def failures(*, duration_s: float = 1200) -> Iterator[str]:
    """One sentence for each thing that does not hold."""
    for name, make_gpu in GPUS.items():
        for load in (0.5, 1.3):
            gpu = make_gpu()
            requests = arrivals(load=load, duration_s=duration_s, seed=1)
            gpu.run(requests)
            yield from (f"{name}, load {load}: {failure}" for failure in outcome_failures(requests, gpu))
        yield from (f"{name}: {failure}" for failure in work_failures(make_gpu()))
    yield from theory_failures(FifoGpu(is_blind=False))
    yield from short_job_failures(FifoGpu(is_blind=False), ScheduledGpu())
    first, second = ScheduledGpu(), ScheduledGpu()
    for gpu in (first, second):
        gpu.run(arrivals(load=1.0, duration_s=duration_s, seed=2))
    if first.outcomes != second.outcomes:
        yield "The same seed gives two results."


def outcome_failures(requests: Sequence[Request], gpu: SimulatedGpu) -> Iterator[str]:
    numbers = Counter(one.request.number for one in gpu.outcomes)
    if numbers != Counter(request.number for request in requests):
        yield "not every request has one outcome"
    if gpu.busy_s > gpu.now_s + 1e-6:
        yield "it was busy for longer than it ran"
    for one in gpu.outcomes:
        late = one.end == "completed" and one.ended_s < one.request.arrived_s + fastest_s(one.request) - 1e-6
        if late or one.ended_s < one.request.arrived_s:
            yield f"request {one.request.number} ended before it could"


def fastest_s(request: Request) -> float:
    """No batch makes an image faster than that."""
    return ENCODE_S + request.steps * step_s(request.edge, 1) + FINISH_S


def work_failures(gpu: SimulatedGpu) -> Iterator[str]:
    """All requests at once, and no client leaves: the device is never idle, and takes each step once."""
    requests = [Request(number, f"key {number % 3}", 0.0, 1 + number % 4, 1024, 20) for number in range(30)]
    gpu.run(requests)
    images = sum(request.n for request in requests)
    if abs(gpu.busy_s - gpu.now_s) > 1e-6:
        yield "it was idle while requests waited"
    if gpu.num_rows != 20 * images:
        yield f"it took {gpu.num_rows} steps of images instead of {20 * images}"
    least_s = len(requests) * ENCODE_S + images * FINISH_S + gpu.num_rows * STEP_S[1024][2] / 2
    most_s = len(requests) * ENCODE_S + images * FINISH_S + gpu.num_rows * STEP_S[1024][1]
    if not least_s - 1e-6 <= gpu.busy_s <= most_s + 1e-6:
        yield f"{gpu.busy_s:.0f} s of work were done in place of {least_s:.0f} to {most_s:.0f}"


def theory_failures(gpu: SimulatedGpu) -> Iterator[str]:
    """Equal requests, evenly random arrivals: the mean wait of an M/D/1 queue (Pollaczek-Khinchine)."""
    source, at_s, requests = random.Random(3), 0.0, []
    service_s = alone_s(Request(0, "a", 0.0, 1, 512, 4))
    for number in range(NUM_POISSON):
        at_s += source.expovariate(UTILISATION / service_s)
        requests.append(Request(number, "a", at_s, 1, 512, 4))
    gpu.run(requests)
    expected_s = UTILISATION * service_s / (2 * (1 - UTILISATION))
    measured_s = mean(one.wait_s for one in gpu.outcomes)
    if abs(measured_s - expected_s) > TOLERANCE * expected_s:
        yield f"The mean wait, first in first out, is {measured_s:.2f} s; by theory it is {expected_s:.2f} s."


def short_job_failures(fifo: SimulatedGpu, scheduled: SimulatedGpu) -> Iterator[str]:
    requests = arrivals(load=0.9, duration_s=3600, seed=4)
    for gpu in (fifo, scheduled):
        gpu.run(requests)
    fifo_s, scheduled_s = short_p95_s(fifo.outcomes), short_p95_s(scheduled.outcomes)
    if scheduled_s > fifo_s:
        yield f"Of short jobs, 95 % waited up to {scheduled_s:.0f} s; first in, first out {fifo_s:.0f} s."


def short_p95_s(outcomes: Sequence[Outcome]) -> float:
    short = [one for one in outcomes if one.request.n == 1 and one.request.steps == 20 and not one.request.is_batch]
    return percentile(sorted(one.wait_s for one in short if one.end == "completed"), 95)
