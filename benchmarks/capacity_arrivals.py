"""Requests as they arrive at one GPU: a Poisson process with bursts, a day's curve, one greedy key, batches, hang-ups.

The shares below are assumptions, chosen to be unpleasant, and not measured: no log of a service was at hand.
"""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from capacity_times import ENCODE_S, FINISH_S, step_s

DAY_S = 86_400
NUM_KEYS = 12
"""Of interactive clients; the most active one sends twelve times as many requests as the least active."""
BURST_MEAN = 3
"""Requests of a burst, geometrically distributed."""
BURST_GAP_S = 2.0
GREEDY = "greedy"
GREEDY_SHARE = 0.25
"""Of the work that arrives."""
GREEDY_BURST = 40
"""Requests that it sends at once."""
BATCH = "batch"
BATCH_SHARE = 0.15
BATCH_LINES = 50
"""Of one batch file."""
SIZES = {512: 0.3, 1024: 0.7}
STEPS = {20: 0.25, 30: 0.5, 40: 0.23, 100: 0.02}
"""Low, medium and high quality of docs/gpu.md, and a few requests for many steps."""
N_WEIGHTS = {n: n**-2.0 for n in range(1, 11)}
"""65 % ask for one image, 6 % for six and more."""
IMPATIENT_SHARE = 0.08
IMPATIENCE_S = 30.0
"""The mean time after which these clients leave."""
TIMEOUT_S = 600.0
"""The official clients' default."""
DAY_SWING = 0.75
"""Interactive requests come at 0.25 times their mean rate at midnight, and at 1.75 times at noon."""


@dataclass(frozen=True, slots=True)
class Request:
    number: int
    key: str
    arrived_s: float
    n: int
    edge: int
    steps: int
    leaves_s: float = math.inf
    """When its client hangs up."""

    @property
    def is_batch(self) -> bool:
        return self.key == BATCH

    @property
    def work_s(self) -> float:
        """Seconds of a GPU that draws one image at a time."""
        return ENCODE_S + self.n * (self.steps * step_s(self.edge, 1) + FINISH_S)


def arrivals(*, load: float, duration_s: float, seed: int, is_day: bool = False) -> list[Request]:
    """In order of time. `load`: the work that arrives, as a share of what a GPU does that draws one image at a time.

    `is_day`: interactive requests follow a day's curve, else they come evenly.
    """
    source, numbers = random.Random(seed), count()
    rate = load / mean_work_s()
    swing = DAY_SWING if is_day else 0.0
    keys = [f"key {rank}" for rank in range(1, NUM_KEYS + 1)]
    weights = [1 / rank for rank in range(1, NUM_KEYS + 1)]
    requests: list[Request] = []
    bursts = rate * (1 - GREEDY_SHARE - BATCH_SHARE) / BURST_MEAN * (1 + swing)
    for burst_s in _poisson_process(source, bursts, duration_s):
        if source.random() * (1 + swing) > 1 - swing * math.cos(2 * math.pi * burst_s / DAY_S):
            continue
        (key,) = source.choices(keys, weights)
        at_s = burst_s
        for _ in range(_geometric(source, BURST_MEAN)):
            requests.append(_make_request(source, next(numbers), key, at_s))
            at_s += source.expovariate(1 / BURST_GAP_S)
    for key, share, size in ((GREEDY, GREEDY_SHARE, GREEDY_BURST), (BATCH, BATCH_SHARE, BATCH_LINES)):
        for at_s in _poisson_process(source, rate * share / size, duration_s):
            requests += [_make_request(source, next(numbers), key, at_s) for _ in range(size)]
    return sorted(requests, key=lambda request: (request.arrived_s, request.number))


def mean_work_s() -> float:
    """Of a request, by the distributions above."""
    mean_n = sum(n * weight for n, weight in N_WEIGHTS.items()) / sum(N_WEIGHTS.values())
    mean_steps = sum(steps * share for steps, share in STEPS.items())
    mean_step_s = sum(share * step_s(edge, 1) for edge, share in SIZES.items())
    return ENCODE_S + mean_n * (mean_steps * mean_step_s + FINISH_S)


def _make_request(source: random.Random, number: int, key: str, at_s: float) -> Request:
    (n,) = source.choices(list(N_WEIGHTS), list(N_WEIGHTS.values()))
    (edge,) = source.choices(list(SIZES), list(SIZES.values()))
    (steps,) = source.choices(list(STEPS), list(STEPS.values()))
    patience_s = TIMEOUT_S
    if source.random() < IMPATIENT_SHARE:
        patience_s = min(patience_s, source.expovariate(1 / IMPATIENCE_S))
    return Request(number, key, at_s, n, edge, steps, math.inf if key == BATCH else at_s + patience_s)


def _poisson_process(source: random.Random, rate: float, duration_s: float) -> Iterator[float]:
    at_s = source.expovariate(rate)
    while at_s < duration_s:
        yield at_s
        at_s += source.expovariate(rate)


def _geometric(source: random.Random, mean: float) -> int:
    number = 1
    while source.random() > 1 / mean:
        number += 1
    return number
