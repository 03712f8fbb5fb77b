"""Whole HTTP requests: Limner compared with a naive handler, alternately."""

import base64
import io
import json
from collections.abc import Iterator

import numpy as np
from figures import Figure
from PIL import Image
from raw_client import Load, fetch, load
from sample_pixels import SAMPLES
from server_process import ServerProcess, started

ROUNDS = 3
MANY = 16
REQUESTS = {
    ("naive", "photograph"): (2, 16),
    ("naive", "illustration"): (8, 48),
    ("limner", "photograph"): (25, 160),
    ("limner", "illustration"): (60, 400),
}
"""Per round: sequential requests, and 16 concurrent ones."""
GOALS = {"photograph": (20, 25), "illustration": (12, 14)}
PEAK_MB = 250


def measure() -> Iterator[Figure]:
    with started("naive") as naive, started("limner") as limner:
        servers = {"naive": naive, "limner": limner}
        for server in servers.values():
            for sample in SAMPLES:
                _check(server, sample)
        loads = {(*key, concurrency): Load() for key in REQUESTS for concurrency in (1, MANY)}
        for _ in range(ROUNDS):
            for (kind, sample), counts in REQUESTS.items():
                for concurrency, requests in zip((1, MANY), counts, strict=True):
                    done = load(servers[kind].port, sample, concurrency=concurrency, requests=requests)
                    loads[kind, sample, concurrency].add(done)
        for sample in SAMPLES:
            yield from _compare(sample, loads)
        yield Figure("naive: peak memory, 16 at a time", naive.peak_mb(), "MB")
        yield Figure("limner: peak memory, 16 at a time", limner.peak_mb(), "MB", at_most=PEAK_MB)


def _check(server: ServerProcess, sample: str) -> None:
    """Check that both servers return the same pixels."""
    text = json.loads(fetch(server.port, sample))["data"][0]["b64_json"]
    image = Image.open(io.BytesIO(base64.b64decode(text)))
    if not np.array_equal(np.array(image), SAMPLES[sample]()):
        raise ValueError(f"The server sent another picture than the {sample}.")


def _compare(sample: str, loads: dict[tuple[str, str, int], Load]) -> Iterator[Figure]:
    alone = {kind: loads[kind, sample, 1].median_ms for kind in ("naive", "limner")}
    many = {kind: loads[kind, sample, MANY].per_second for kind in ("naive", "limner")}
    for kind in ("naive", "limner"):
        yield Figure(f"{sample}, {kind}: median latency, one at a time", alone[kind], "ms")
        yield Figure(f"{sample}, {kind}: requests, {MANY} at a time", many[kind], "/s")
    goal_alone, goal_many = GOALS[sample]
    yield Figure(f"{sample}: times faster, one at a time", alone["naive"] / alone["limner"], "x", at_least=goal_alone)
    yield Figure(f"{sample}: times faster, {MANY} at a time", many["limner"] / many["naive"], "x", at_least=goal_many)
