"""The Ray engine: its latency and throughput at 2 MB, one and two replicas, uneven costs, a killed replica.

Alone: `python benchmarks/ray_serve.py`. It starts a cluster on this machine. Not named `ray`, which it imports.
"""

import asyncio
import os
import random
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, aclosing, contextmanager
from pathlib import Path

import blob_engine
import ray
from figures import Figure, show
from raw_client import Load, load
from ray import serve
from ray.serve.config import RequestRouterConfig

from limner.core.errors import APIError
from limner.core.picture import Event, Size
from limner.core.request import ImageRequest
from limner.engines.ray.engine import RayEngine
from limner.engines.ray.replica import EngineReplica
from limner.engines.ray.router import LeastWorkRouter

HERE = Path(__file__).parent
ROUNDS = 4
MANY = 16
REQUESTS = {1: 40, MANY: 160}
"""Per round, by the number of connections."""
DRAWINGS = 24
"""Per round and application."""
STEP_S = 0.02
COSTS = (40, 10, 10, 10) * 6
MAX_DELAY_MS = 15
MIN_SPEEDUP = 1.8
CORES = os.cpu_count() or 1


def measure() -> Iterator[Figure]:
    with cluster():
        with deployed("blob", blob_engine.NAME, {}, replicas=1):
            yield from measure_transport()
        with (
            deployed("one", "illustrator", {"processes": 1}, replicas=1),
            deployed("two", "illustrator", {"processes": 1}, replicas=2),
        ):
            yield from measure_replicas()
        with deployed("least-work", blob_engine.NAME, {"step_s": STEP_S}, replicas=2):
            with deployed("serve", blob_engine.NAME, {"step_s": STEP_S}, replicas=2, least_work=False):
                yield from measure_routing()
            yield from measure_death()


def measure_transport() -> Iterator[Figure]:
    with ExitStack() as stack:
        ports = {kind: stack.enter_context(started(kind)) for kind in ("local", "ray")}
        loads = {(kind, count): Load() for kind in ports for count in REQUESTS}
        for port in ports.values():
            load(port, "x", concurrency=4, requests=40)  # warm
        for number in range(ROUNDS):
            for count, requests in REQUESTS.items():
                for kind in sorted(ports, reverse=number % 2 == 0):
                    loads[kind, count].add(load(ports[kind], "x", concurrency=count, requests=requests))
        for kind in ports:
            yield Figure(f"{kind}: median latency at 2 MB, one at a time", loads[kind, 1].median_ms, "ms")
            yield Figure(f"{kind}: requests of 2 MB, {MANY} at a time", loads[kind, MANY].per_second, "/s")
        delay_ms = loads["ray", 1].median_ms - loads["local", 1].median_ms
        yield Figure("added latency at 2 MB", delay_ms, "ms", at_most=MAX_DELAY_MS)


def measure_replicas() -> Iterator[Figure]:
    seconds: Counter[str] = Counter()
    for number in range(ROUNDS):
        for app in sorted(("one", "two"), reverse=number % 2 == 0):
            requests = [make_request(prompt=f"a red fox {number} {index}") for index in range(DRAWINGS)]
            seconds[app] += asyncio.run(timed(app, requests))
    for app in ("one", "two"):
        yield Figure(f"{app} replica(s) of the illustrator: images", ROUNDS * DRAWINGS / seconds[app], "/s")
    goal = MIN_SPEEDUP if CORES >= 2 else None
    yield Figure("two replicas against one", seconds["one"] / seconds["two"], "x", at_least=goal)


def measure_routing() -> Iterator[Figure]:
    seconds: Counter[str] = Counter()
    shares: Counter[str] = Counter()
    for _ in range(ROUNDS):
        costs = random.sample(COSTS, len(COSTS))
        for app in ("least-work", "serve"):
            requests = [make_request(num_inference_steps=cost) for cost in costs]
            seconds[app] += asyncio.run(timed(app, requests, work := Counter()))
            shares[app] += 100 * max(work.values()) / sum(COSTS) / ROUNDS
    for app in ("least-work", "serve"):
        yield Figure(f"{app} router: work of the busier replica of two", shares[app], "%")
        yield Figure(f"{app} router: seconds for uneven costs", seconds[app] / ROUNDS, "s")
    yield Figure("time under our router against Serve's", seconds["least-work"] / seconds["serve"], "x", at_most=1)


def measure_death() -> Iterator[Figure]:
    async def draw_and_kill() -> int:
        async with started_engine("least-work") as engine:
            pid = int((await draw(engine, make_request()))[-1].revised_prompt)
            tasks = [asyncio.create_task(draw(engine, make_request(num_inference_steps=3))) for _ in range(60)]
            await asyncio.sleep(0.5)
            os.kill(pid, signal.SIGKILL)
            results = await asyncio.gather(*tasks, return_exceptions=True)
        return sum(isinstance(one, APIError) or len(one) != 1 for one in results)

    yield Figure("requests lost of 60 when one of two replicas is killed", asyncio.run(draw_and_kill()), "", at_most=0)


async def timed(app: str, requests: list[ImageRequest], work: Counter[str] | None = None) -> float:
    """Seconds for all requests, sent together. `work`: to add up the steps of each replica."""

    async def draw_one(request: ImageRequest) -> None:
        events = await draw(engine, request)
        if work is not None:
            work[events[-1].revised_prompt] += request.num_inference_steps

    async with started_engine(app) as engine:
        await draw(engine, make_request())
        begun = time.perf_counter()
        await asyncio.gather(*(draw_one(request) for request in requests))
        return time.perf_counter() - begun


class started_engine:  # noqa: N801 (used like a function)
    def __init__(self, app: str) -> None:
        self._engine = RayEngine(app, first_event_s=60)

    async def __aenter__(self) -> RayEngine:
        await self._engine.start()
        return self._engine

    async def __aexit__(self, *error: object) -> None:
        await self._engine.close()


async def draw(engine: RayEngine, request: ImageRequest) -> list[Event]:
    async with aclosing(engine.generate(request)) as events:
        return [event async for event in events]


def make_request(**fields) -> ImageRequest:
    defaults = {"operation": "generate", "model": "m", "prompt": "a red fox", "size": Size(1024, 1024), "seed": 1}
    return ImageRequest(**defaults | fields)


@contextmanager
def deployed(app: str, engine: str, options: dict, *, replicas: int, least_work: bool = True) -> Iterator[None]:
    """Not longer than needed: replicas that draw nothing use a core a little, too."""
    router = {"request_router_class": LeastWorkRouter} if least_work else {}
    deployment = serve.deployment(EngineReplica).options(
        name="engine",
        num_replicas=replicas,
        max_ongoing_requests=100,
        ray_actor_options={"num_cpus": 0},
        request_router_config=RequestRouterConfig(**router),
    )
    logs = {"enable_access_log": False, "log_level": "ERROR"}
    serve.run(deployment.bind(engine, options), name=app, route_prefix=None, logging_config=logs)
    yield
    serve.delete(app)


@contextmanager
def cluster() -> Iterator[None]:
    with tempfile.TemporaryDirectory(prefix="ray-", ignore_cleanup_errors=True) as folder:
        blob_engine.install(Path(folder))
        token = Path(folder, "token")
        token.write_text(secrets.token_hex(32), encoding="ascii")
        sys.path.append(folder)
        os.environ.pop("RAY_AUTH_MODE", None)  # `init` turns it on
        os.environ |= {
            "PYTHONPATH": os.pathsep.join([str(HERE), folder, os.environ.get("PYTHONPATH", "")]),
            "RAY_AUTH_TOKEN_PATH": str(token),
            "RAY_memory_monitor_refresh_ms": "0",  # it watches the whole machine
            "RAY_USAGE_STATS_ENABLED": "0",
        }
        context = ray.init(
            num_cpus=CORES,
            include_dashboard=False,
            object_store_memory=500 * 2**20,
            _temp_dir=str(Path(folder, "ray")),
            log_to_driver=False,
            logging_level="ERROR",
            namespace="serve",
        )
        os.environ["RAY_ADDRESS"] = context.address_info["gcs_address"]
        try:
            serve.start(proxy_location="Disabled")
            yield
        finally:
            serve.shutdown()
            ray.shutdown()


@contextmanager
def started(kind: str) -> Iterator[int]:
    """The port of a server in a process of its own."""
    command = [sys.executable, str(HERE / "serve_blob.py"), kind]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            lines = iter(process.stdout.readline, "")
            yield int(next(line for line in lines if line.strip().isdigit()))
        finally:
            process.terminate()


if __name__ == "__main__":
    show("Ray: a gateway and replicas on one machine", measure)
