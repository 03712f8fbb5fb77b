"""Runs of the simulation, and what is kept of them: plain figures that are saved as JSON."""

import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any

from capacity_arrivals import DAY_S, GREEDY, arrivals
from capacity_checks import GPUS
from capacity_device import Outcome, percentile

LOADS = (0.4, 0.6, 0.8, 1.0, 1.2, 1.4)
SEEDS = (1, 2)
SWEEP_S = 8 * 3600
DAY_LOAD = 0.9
SATURATED = 3.0
HOUR_S = 3600
PERCENTILES = (50, 95, 99)
CLASSES = ("interactive", "greedy", "batch")

Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Run:
    gpu: str
    load: float
    duration_s: float
    seeds: tuple[int, ...]
    is_day: bool = False


def simulate(run: Run) -> Figures:
    """Figures of all seeds together."""
    outcomes: list[Outcome] = []
    busy_s = span_s = num_rows = num_steps = 0.0
    for seed in run.seeds:
        gpu = GPUS[run.gpu]()
        gpu.run(arrivals(load=run.load, duration_s=run.duration_s, seed=seed, is_day=run.is_day))
        outcomes += gpu.outcomes
        busy_s, span_s = busy_s + gpu.busy_s, span_s + gpu.now_s
        num_rows, num_steps = num_rows + gpu.num_rows, num_steps + gpu.num_steps
    completed = [one for one in outcomes if one.end == "completed"]
    figures: Figures = {
        "gpu": run.gpu,
        "load": run.load,
        "images_a_day": round(DAY_S * sum(one.request.n for one in completed) / span_s),
        "busy": round(busy_s / span_s, 3),
        "rows_a_step": round(num_rows / num_steps, 2),
    }
    for kind in CLASSES:
        figures[kind] = _class_figures([one for one in outcomes if class_of(one) == kind])
    if run.is_day:
        figures["hours"] = [_hour_figures(outcomes, hour) for hour in range(24)]
    return figures


def class_of(outcome: Outcome) -> str:
    if outcome.request.is_batch:
        return "batch"
    return "greedy" if outcome.request.key == GREEDY else "interactive"


def _class_figures(outcomes: Sequence[Outcome]) -> Figures:
    """Waits of those that were completed, and how all ended."""
    waited = sorted(one.wait_s for one in outcomes if one.end == "completed")
    kinds = {end: sum(one.end == end for one in outcomes) for end in ("completed", "left", "refused")}
    shares = {end: round(number / max(1, len(outcomes)), 3) for end, number in kinds.items()}
    return {f"p{percent}_s": round(percentile(waited, percent), 1) for percent in PERCENTILES} | shares


def _hour_figures(outcomes: Iterable[Outcome], hour: int) -> Figures:
    """Of interactive requests that arrived in this hour."""
    arrived = [one for one in outcomes if one.request.arrived_s // HOUR_S == hour and class_of(one) == "interactive"]
    return {"requests": len(arrived), **_class_figures(arrived)}


def all_figures() -> Figures:
    """Everything that is plotted. Minutes on two cores."""
    sweep = [Run(gpu, load, SWEEP_S, SEEDS) for load in LOADS for gpu in GPUS]
    day = [Run(gpu, DAY_LOAD, DAY_S, SEEDS, is_day=True) for gpu in GPUS]
    saturated = [Run(gpu, SATURATED, 4 * HOUR_S, (1,)) for gpu in GPUS]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(simulate, [*day, *saturated, *sweep]))
    return {
        "day": results[: len(day)],
        "saturated": results[len(day) : len(day) + len(saturated)],
        "sweep": results[len(day) + len(saturated) :],
    }
