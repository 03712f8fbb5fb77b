"""What `peers.py` measures of each server, over HTTP."""

import contextlib
import http.client
import io
import itertools
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from peers_processes import RunningServer
from peers_servers import NAME, STEPS, Picture
from PIL import Image
from raw_client import in_threads

TIMEOUT_S = 180
CLIENTS = (1, 4, 8)
EDGES = (64, 256)
PICTURES = {1: 4, 4: 12, 8: 16}
"""Per round, by the number of clients, at 64x64; at 256x256 half as many."""
LONG_STEPS, SHORT_STEPS = 64, 4
HANG_UP_STEPS, HANG_UPS = 96, 4
COLORS = ("red", "blue", "green", "yellow", "purple", "orange", "pink", "white")
OBJECTS = ("apple", "car", "cat", "house", "tree", "fish", "umbrella", "dog")
CONFORMANCE_S = 180
SEEDS = itertools.count(1000)


def picture_of(seed: int, **fields: int) -> Picture:
    """A new prompt for each seed, as the servers may keep encoded ones."""
    return Picture(prompt=f"a {COLORS[seed % 8]} {OBJECTS[seed // 8 % 8]}", seed=seed, **fields)


class Client:
    """One connection."""

    def __init__(self, running: RunningServer) -> None:
        self._server = running.server
        self._connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=TIMEOUT_S)

    def draw(self, picture: Picture) -> bytes:
        """The encoded picture. Raises RuntimeError if there is none."""
        response = self.send(picture)
        body = response.read()
        if response.status != 200:
            raise RuntimeError(f"{self._server.name}: {response.status} {body[:300]!r}")
        return self._server.read(body)

    def send(self, picture: Picture, **fields: object) -> http.client.HTTPResponse:
        self.begin(picture, **fields)
        return self._connection.getresponse()

    def begin(self, picture: Picture, **fields: object) -> None:
        call = self._server.call(picture)
        body = json.dumps({**call.fields, **fields})
        own = {"Content-Type": "application/json", "Authorization": f"Bearer {self._server.key}"}
        self._connection.request("POST", call.path, body, own | dict(call.headers))

    def close(self) -> None:
        self._connection.close()


def pictures_per_s(running: RunningServer, clients: int, edge: int) -> tuple[float, float]:
    """Pictures per second, and CPU seconds of the server for each."""
    num = PICTURES[clients] if edge == min(EDGES) else max(clients, PICTURES[clients] // 2)
    before_s = running.cpu_s()
    took_s = draw_all(running, [picture_of(next(SEEDS), edge=edge) for _ in range(num)], clients)
    return num / took_s, (running.cpu_s() - before_s) / num


def draw_all(running: RunningServer, pictures: Sequence[Picture], clients: int) -> float:
    """Seconds."""
    return in_threads([_drawing(running, pictures[index::clients]) for index in range(clients)])


def _drawing(
    running: RunningServer, pictures: Sequence[Picture], results: dict[int, bytes] | None = None
) -> Callable[[], None]:
    def draw() -> None:
        client = Client(running)
        for one in pictures:
            encoded = client.draw(one)
            if results is not None:
                results[one.seed] = encoded
        client.close()

    return draw


def latency_s(running: RunningServer, edge: int = 64) -> float:
    """Of one picture, on a connection that is open."""
    client = Client(running)
    began_s = time.perf_counter()
    client.draw(picture_of(next(SEEDS), edge=edge))
    took_s = time.perf_counter() - began_s
    client.close()
    return took_s


def short_behind_long_s(running: RunningServer) -> float:
    """The latest of 8 short pictures that are sent 0.2 s after 4 long ones."""
    times: list[float] = []

    def long() -> None:
        Client(running).draw(picture_of(next(SEEDS), steps=LONG_STEPS))

    def short() -> None:
        time.sleep(0.2)
        began_s = time.perf_counter()
        Client(running).draw(picture_of(next(SEEDS), steps=SHORT_STEPS))
        times.append(time.perf_counter() - began_s)

    in_threads([long] * 4 + [short] * 8)
    return max(times)


def hang_up_cpu_s(running: RunningServer) -> float:
    """CPU seconds after the clients of 4 pictures of 96 steps have hung up, 0.3 s after they asked."""
    steps = HANG_UP_STEPS if running.server.takes_steps else STEPS
    clients = [Client(running) for _ in range(HANG_UPS)]
    for client in clients:
        client.begin(picture_of(next(SEEDS), edge=256, steps=steps))
    time.sleep(0.3)
    for client in clients:
        client.close()
    return running.wait_until_quiet(60)


def first_preview_s(running: RunningServer) -> float | None:
    """Until the first event of a stream. None if it sends none."""
    client = Client(running)
    began_s = time.perf_counter()
    response = client.send(picture_of(next(SEEDS)), stream=True, partial_images=2)
    is_stream = "text/event-stream" in (response.getheader("content-type") or "")
    line = response.readline() if is_stream else b""
    while is_stream and line and b"partial_image" not in line:
        line = response.readline()
    took_s = time.perf_counter() - began_s
    response.read()
    client.close()
    return took_s if line else None


def equal_in_a_crowd(running: RunningServer, num: int) -> tuple[int, int]:
    """How many pictures have the same pixels alone and among 8 clients, and the largest difference of a colour."""
    alone: dict[int, bytes] = {}
    crowd: dict[int, bytes] = {}
    pictures = [picture_of(seed) for seed in range(1, num + 1)]  # hf-serve takes 0 for none
    in_threads([_drawing(running, pictures, alone)])
    in_threads([_drawing(running, pictures[index::8], crowd) for index in range(8)])
    pairs = [(pixels(alone[one.seed]), pixels(crowd[one.seed])) for one in pictures]
    differences = [int(np.abs(one - other).max()) for one, other in pairs]
    return differences.count(0), max(differences)


def pixels(encoded: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(encoded)).convert("RGB")).astype(int)


def conformance(running: RunningServer) -> str:
    """Passed and applicable checks of `limner conformance`; those that it did not reach count as failed."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        name = str(running.server.call(Picture()).fields.get("model", NAME))
        command = [sys.executable, "-m", "limner.cli", "conformance", f"http://127.0.0.1:{running.port}/v1"]
        with contextlib.suppress(subprocess.TimeoutExpired):
            subprocess.run(
                [*command, "--model", name, "--key", running.server.key, "--timeout", "10", "--json", str(report)],
                capture_output=True, timeout=CONFORMANCE_S, check=False,
            )  # fmt: skip
        if not report.exists():
            return f"not done in {CONFORMANCE_S} s"
        groups = json.loads(report.read_text())["groups"].values()
        passed = sum(group["passed"] for group in groups)
        return f"{passed}/{passed + sum(group['failed'] for group in groups)}"
