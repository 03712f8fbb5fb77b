"""The cost of the engine `openai`: canned images of a raw server, directly, through Limner, and through LiteLLM.

Alone: `python benchmarks/proxy.py`. `LITELLM` names the executable of `litellm[proxy]`; without it, only Limner is
measured, and the throughput is compared with LiteLLM's published in benchmarks/LOG.md. All servers run on this machine,
each in a single process.
"""

import asyncio
import json
import multiprocessing
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import cast

import numpy as np
import uvloop
from figures import Figure, show
from raw_client import Connection, Load, in_threads

from limner import codec
from limner.core.picture import Size

LITELLM = os.environ.get("LITELLM", "")
PATH = "/v1/images/generations"
SIZES = {"1 kB": Size(64, 64), "2 MB": Size(816, 816)}
NOISY_ROWS = {"1 kB": 5, "2 MB": 816}
"""Noise, which PNG cannot compress: 960 bytes and 1,997,568 bytes."""
KEY = "sk-of-the-benchmark-0123456789abcdef"
ROUNDS = 6
MANY = 8
ONE_AT_A_TIME, AT_A_TIME = 25, 80
"""Requests of a round."""
MAX_ADDED_MS = {"1 kB": 2, "2 MB": 5}
LEAST_TIMES = 5
LITELLM_PER_SECOND = {"1 kB": 126, "2 MB": 60}
"""LiteLLM 1.108.7 with one worker, 8 clients, on two cores."""


def measure() -> Iterator[Figure]:
    with ExitStack() as stack:
        direct = stack.enter_context(stand_in())
        ports = {"direct": direct, "Limner": stack.enter_context(limner(direct))}
        if LITELLM:
            ports["LiteLLM"] = stack.enter_context(litellm(direct))
        loads = {(name, kind, count): Load() for name in ports for kind in SIZES for count in (1, MANY)}
        for name, port in ports.items():
            for kind in SIZES:
                ask(name, port, kind, MANY, 16)  # warm
        for number in range(ROUNDS):
            for name in list(ports) if number % 2 else list(reversed(ports)):
                for kind in SIZES:
                    loads[name, kind, 1].add(ask(name, ports[name], kind, 1, ONE_AT_A_TIME))
                    loads[name, kind, MANY].add(ask(name, ports[name], kind, MANY, AT_A_TIME))
    for name in ports:
        for kind in SIZES:
            yield Figure(f"{name}, {kind}: median latency", loads[name, kind, 1].median_ms, "ms")
            yield Figure(f"{name}, {kind}: {MANY} clients", loads[name, kind, MANY].per_second, "/s")
    for kind, at_most in MAX_ADDED_MS.items():
        added_ms = loads["Limner", kind, 1].median_ms - loads["direct", kind, 1].median_ms
        yield Figure(f"Limner adds, {kind}", added_ms, "ms", at_most=at_most)
        added_ms = fast_ms(loads["Limner", kind, 1]) - fast_ms(loads["direct", kind, 1])
        yield Figure(f"Limner adds, {kind}, fastest tenth", added_ms, "ms", at_most=at_most)
        if LITELLM:
            added_ms = loads["LiteLLM", kind, 1].median_ms - loads["direct", kind, 1].median_ms
            yield Figure(f"LiteLLM adds, {kind}", added_ms, "ms")
            added_ms = fast_ms(loads["LiteLLM", kind, 1]) - fast_ms(loads["direct", kind, 1])
            yield Figure(f"LiteLLM adds, {kind}, fastest tenth", added_ms, "ms")
        other = loads["LiteLLM", kind, MANY].per_second if LITELLM else LITELLM_PER_SECOND[kind]
        times = loads["Limner", kind, MANY].per_second / other
        yield Figure(f"Limner's throughput, in LiteLLM's, {kind}", times, "", at_least=LEAST_TIMES)


def fast_ms(load: Load) -> float:
    """The 10th percentile, which a busy machine disturbs less than the median."""
    return 1000 * sorted(load.latencies)[len(load.latencies) // 10]


def ask(name: str, port: int, kind: str, connections: int, requests: int) -> Load:
    result = Load()
    size = SIZES[kind] if name == "Limner" else Size(1024, 1024)  # LiteLLM accepts OpenAI's sizes only
    body = json.dumps({"model": f"gpt-image-1-{kind[0]}", "prompt": kind, "size": str(size), "n": 1}).encode()

    def work() -> None:
        connection = Connection(port, headers={"authorization": f"Bearer {KEY}"})
        for _ in range(requests // connections):
            began = time.perf_counter()
            connection.post(PATH, "application/json", body)
            result.latencies.append(time.perf_counter() - began)
        connection.close()

    result.seconds = in_threads([work] * connections)
    return result


class StandIn(asyncio.Protocol):
    """Answers each request with the bytes for its prompt."""

    def __init__(self, responses: dict[bytes, bytes]) -> None:
        self._responses = responses
        self._received = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        self._received += data
        while True:
            head, separator, rest = self._received.partition(b"\r\n\r\n")
            length = head.lower().partition(b"content-length:")[2].split(b"\r\n")[0]
            if not separator or len(rest) < int(length or 0):
                return
            body, self._received = rest[: int(length or 0)], rest[int(length or 0) :]
            response = next((one for kind, one in self._responses.items() if kind in body), b"")
            assert self._transport is not None
            self._transport.write(response)


def canned_responses() -> dict[bytes, bytes]:
    random = np.random.default_rng(1)
    found = {}
    for kind, size in SIZES.items():
        pixels = np.zeros((size.height, size.width, 3), np.uint8)
        pixels[: NOISY_ROWS[kind]] = random.integers(0, 256, (NOISY_ROWS[kind], size.width, 3), np.uint8)
        picture = codec.encode(pixels, "png")
        body = b'{"created":1,"data":[{"b64_json":"' + codec.encode_base64(picture.read()) + b'"}]}'
        head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
        found[kind.encode()] = head.encode() + body
    return found


def serve_stand_in(listening: socket.socket) -> None:
    async def main() -> None:
        responses = canned_responses()
        server = await asyncio.get_running_loop().create_server(lambda: StandIn(responses), sock=listening)
        await server.serve_forever()

    uvloop.run(main())


@contextmanager
def stand_in() -> Iterator[int]:
    listening = socket.create_server(("127.0.0.1", 0))
    process = multiprocessing.get_context("fork").Process(target=serve_stand_in, args=(listening,), daemon=True)
    process.start()
    try:
        yield listening.getsockname()[1]
    finally:
        process.terminate()
        process.join()
        listening.close()


@contextmanager
def limner(upstream: int) -> Iterator[int]:
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        options = f'family = "gpt-image-1"\nengine = "openai"\nprofile = "limner"\nbase_url = "http://127.0.0.1:{upstream}/v1"\n'
        path = Path(folder) / "limner.toml"
        path.write_text(f'[models."*"]\n{options}', encoding="utf-8")
        command = [sys.executable, "-m", "limner.cli", "serve", "--port", str(port), "--config", str(path)]
        with running(command, port, {"LIMNER_STORAGE__FOLDER": folder}):
            yield port


@contextmanager
def litellm(upstream: int) -> Iterator[int]:
    port = free_port()
    models = [
        {
            "model_name": f"gpt-image-1-{kind[0]}",
            "litellm_params": {
                "model": "openai/gpt-image-1",
                "api_base": f"http://127.0.0.1:{upstream}/v1",
                "api_key": "sk-x",
            },
            "model_info": {"mode": "image_generation"},
        }
        for kind in SIZES
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "config.yaml"
        path.write_text(json.dumps({"model_list": models}), encoding="utf-8")  # JSON is YAML
        command = [LITELLM, "--port", str(port), "--host", "127.0.0.1", "--config", str(path), "--num_workers", "1"]
        with running(
            command, port, {"LITELLM_LOCAL_MODEL_COST_MAP": "True", "LITELLM_LOG": "ERROR", "LITELLM_MASTER_KEY": KEY}
        ):
            yield port


@contextmanager
def running(command: list[str], port: int, variables: dict[str, str]) -> Iterator[None]:
    """A server that answers a generation."""
    with subprocess.Popen(
        command, env=os.environ | variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            deadline_s = time.monotonic() + 120
            while not answers(port):
                if process.poll() is not None or time.monotonic() > deadline_s:
                    raise RuntimeError(f"{command[0]} did not start.")
                time.sleep(0.2)
            yield
        finally:
            process.terminate()


def answers(port: int) -> bool:
    with suppress(OSError):
        ask("", port, "1 kB", 1, 1)
        return True
    return False


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


if __name__ == "__main__":
    show("Upstream servers", measure)
