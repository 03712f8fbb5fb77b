"""What a gateway, PostgreSQL and Redis serve for each core: `python benchmarks/capacity_services.py [--save]`.

CPU seconds are counted besides the rates, because they hardly depend on what else the machine does. PostgreSQL is found
like that of the tests; Redis is started on a port of its own. `--save` writes the figures that `capacity.py` reads.
"""

import argparse
import asyncio
import json
import os
import platform
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from capacity_router import measure_router
from operations import BODY, make_key, new_database
from raw_client import Connection, in_threads

from limner.access.budgets import Budgets
from limner.access.ledger import Ledger
from limner.access.limits.claim import Claim, Window
from limner.access.limits.shared import SharedCounters
from limner.core.picture import Size
from limner.core.request_record import RequestRecord
from limner.core.usage import TokenUsage
from limner.database.connections import POOL_SIZE, Database
from limner.database.schema import upgrade

HERE = Path(__file__).parent
SAVED = HERE / "capacity_services.json"
IMAGE_BYTES = 2_000_000
CONNECTIONS = 8
REQUESTS = 400
ROWS = 5_000
LARGE = 500
"""Rows of a transaction: the most that the ledger writes at once, as after an outage."""
SMALL = 5
"""What a gateway with 25 requests a second writes every 0.2 seconds."""
NUM_KEYS = 100
RESERVATIONS = 2_000
CLAIMS = 5_000
PATIENT = {"LIMNER_REDIS__TIMEOUT_S": "5"}
"""On a machine that does other work, too."""
AT_A_TIME = POOL_SIZE
"""More would open connections that are closed at once, with the CPU time that they used."""
TICK_S = 1 / os.sysconf("SC_CLK_TCK")

Figures = dict[str, float]


def measure() -> Figures:
    figures: Figures = {}
    with ExitStack() as stack:
        redis_port, redis_pid = stack.enter_context(redis_server())
        for name, variables in (
            ("gateway_bare", {"LIMNER_LEDGER__ENABLED": "false", "LIMNER_OBSERVABILITY__METRICS": "false"}),
            (
                "gateway",
                {"LIMNER_DATABASE__URL": "", "LIMNER_REDIS__URL": f"redis://127.0.0.1:{redis_port}/0"} | PATIENT,
            ),
        ):
            figures |= measure_gateway(name, variables)
        figures |= asyncio.run(measure_database(stack.enter_context(new_database())))
        figures |= asyncio.run(measure_redis(redis_port, redis_pid))
    return figures | measure_router()


def measure_gateway(name: str, variables: dict[str, str]) -> Figures:
    """One process on one core: requests for one image of 2 MB as base64, with keys, limits and ledger or without."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        variables = variables | {"LIMNER_STORAGE__FOLDER": folder}
        secret = ""
        if "LIMNER_DATABASE__URL" in variables:
            variables["LIMNER_DATABASE__URL"] = stack.enter_context(new_database())
            variables["LIMNER_ACCESS__MANAGED_KEYS"] = "true"
            secret = asyncio.run(make_key(variables))
        command = [sys.executable, str(HERE / "capacity_gateway.py"), str(IMAGE_BYTES)]
        process = stack.enter_context(
            subprocess.Popen(command, env=os.environ | variables, stdout=subprocess.PIPE, text=True)
        )
        stack.callback(process.terminate)
        assert process.stdout is not None
        port = int(process.stdout.readline())
        send(port, secret, 40)  # warm
        before_s = cpu_s(process.pid)
        seconds = send(port, secret, REQUESTS)
        used_s = cpu_s(process.pid) - before_s
    return {f"{name}_per_s": REQUESTS / seconds, f"{name}_cpu_ms": 1000 * used_s / REQUESTS}


def send(port: int, secret: str, requests: int) -> float:
    body = json.dumps(BODY).encode()

    def work() -> None:
        connection = Connection(port, headers={"authorization": f"Bearer {secret}"})
        for _ in range(requests // CONNECTIONS):
            connection.post("/v1/images/generations", "application/json", body)
        connection.close()

    return in_threads([work] * CONNECTIONS)


async def measure_database(url: str) -> Figures:
    """Ledger rows in large and in small transactions, and budget reservations: of one key, and of many."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(url, timeout_s=30)
        budgets = Budgets(database)
        ledger = Ledger(database, budgets, Path(folder))

        async def flush(num_rows: int) -> None:
            for number in range(num_rows):
                ledger.add(make_record(number), is_reserved=False)
            await ledger.flush()

        async def reserve(number: int, num_keys: int) -> None:
            key_id = f"key_{number % num_keys}"
            await budgets.reserve(uuid.uuid4().hex, key_id, 1, budget=10**15, now=time.time())

        try:
            await upgrade(database)
            await asyncio.gather(*(reserve(number, AT_A_TIME) for number in range(AT_A_TIME)))  # opens the connections
            processes = await backends(url)
            figures = await rate("ledger_large", ROWS, lambda _: flush(LARGE), processes, size=LARGE, at_a_time=1)
            figures |= await rate("ledger_small", ROWS, lambda _: flush(SMALL), processes, size=SMALL, at_a_time=1)
            for name, num_keys in (("reserve_one_key", 1), ("reserve_many_keys", NUM_KEYS)):
                figures |= await rate(name, RESERVATIONS, partial(reserve, num_keys=num_keys), processes)
            await ledger.close()
        finally:
            await database.close()
    return figures


async def measure_redis(port: int, pid: int) -> Figures:
    """All limits of a request taken in one script, and released."""
    counters = SharedCounters(f"redis://127.0.0.1:{port}/0", timeout_s=5, consequence="")

    async def take_and_release(number: int) -> None:
        owner, windows = f"key{number % NUM_KEYS}", []
        for one in (owner, f"project{number % 10}"):
            windows += [Window(kind, one, 10**6, 1) for kind in ("requests", "images")]
        claim = Claim(str(number), owner, tuple(windows), 1000)
        await counters.take(claim)
        await counters.release([(owner, claim.id)])

    try:
        await counters.ping()
        return await rate("limits", CLAIMS, take_and_release, [pid])
    finally:
        await counters.close()


async def rate(
    name: str,
    number: int,
    work: Callable[[int], Awaitable[object]],
    processes: list[int],
    *,
    size: int = 1,
    at_a_time: int = AT_A_TIME,
) -> Figures:
    """`number` items, `size` in each call of `work`: a second, and CPU microseconds of this and of the other side."""
    numbers = iter(range(number // size))

    async def repeat() -> None:
        for each in numbers:
            await work(each)

    before_s, own_s, began_s = sum(map(cpu_s, processes)), time.process_time(), time.perf_counter()
    await asyncio.gather(*(repeat() for _ in range(at_a_time)))
    seconds = time.perf_counter() - began_s
    return {
        f"{name}_per_s": number / seconds,
        f"{name}_cpu_us": 1e6 * (sum(map(cpu_s, processes)) - before_s) / number,
        f"{name}_gateway_cpu_us": 1e6 * (time.process_time() - own_s) / number,
    }


def make_record(number: int) -> RequestRecord:
    return replace(RECORD, request_id=f"req_{uuid.uuid4().hex}", key_id=f"key_{number % NUM_KEYS}")


RECORD = RequestRecord(
    request_id="",
    created_at_ms=time.time_ns() // 1_000_000,
    key_id="",
    project_id="proj_default",
    user="user-1234",
    operation="generate",
    model="gpt-image-1",
    size=Size(1024, 1024),
    quality="medium",
    output_format="png",
    n=1,
    num_images=1,
    num_partials=0,
    num_bytes=IMAGE_BYTES,
    usage=TokenUsage(text_tokens=20, image_tokens=0, output_tokens=1056),
    queued_s=1.5,
    drawing_s=7.3,
    encoding_s=0.01,
    total_s=8.9,
    outcome="completed",
    cost=42_000,
    engine="diffusers",
)


async def backends(url: str) -> list[int]:
    """The processes of PostgreSQL that serve this database."""
    import asyncpg

    connection = await asyncpg.connect(url)
    try:
        rows = await connection.fetch(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    finally:
        await connection.close()
    return [row["pid"] for row in rows]


@contextmanager
def redis_server() -> Iterator[tuple[int, int]]:
    """Its port and process."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen([*command, "--dir", folder], stdout=subprocess.DEVNULL)
        try:
            while True:
                try:
                    socket.create_connection(("127.0.0.1", port), timeout=1).close()
                    break
                except OSError:
                    if process.poll() is not None:
                        raise
                    time.sleep(0.05)
            yield port, process.pid
        finally:
            process.terminate()
            process.wait()


def cpu_s(pid: int) -> float:
    """User and system time of a process."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * TICK_S


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--save", action="store_true", help=f"write {SAVED.name}")
    options = parser.parse_args()
    figures = {name: round(value, 3) for name, value in measure().items()}
    for name, value in figures.items():
        print(f"{name:<32} {value:>12,.2f}")
    if options.save:
        origin = f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} shared cores, Python {platform.python_version()}"
        SAVED.write_text(json.dumps({"measured": origin, **figures}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
