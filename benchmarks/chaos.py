"""Thousands of mixed requests while everything behind the server fails in turns, and what must hold afterwards.

    python benchmarks/chaos.py [REQUESTS]
    python benchmarks/chaos.py --kill-workers 60

The first form starts a server on loopback with its own PostgreSQL and Redis and a small disk. Meanwhile it kills worker
processes, fills the disk, and stops and starts the services. The second form only kills a random worker process every
half second while 16 clients ask for small pictures, for so many seconds. Exits with 1 if something is wrong.
"""

import argparse
import asyncio
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx2
from chaos_services import SmallDisk, postgres, redis, restart_in_turns
from chaos_traffic import KILLED_TWICE, PROMPTS, Outcomes, storm
from sqlalchemy import func, select

from limner.access.keys import KeyLimits, KeyStore
from limner.database.connections import Database
from limner.database.schema import upgrade
from limner.database.tables import ledger, reservations, spending

SETTLE_S = 90
METRICS_KEY = "chaos"
NUM_CLIENTS = 16
KILL_EVERY_S = 0.5
DISK_BYTES = 48_000_000
WARM_REQUESTS = 400
MAX_GROWTH = 0.10
MAX_MORE_FILES = 15
"""The pools of connections to PostgreSQL and Redis may grow by as many; a leak by request is larger."""
WORKERS = 2


@dataclass(frozen=True)
class RunningServer:
    process: "subprocess.Popen[str]"
    port: int

    @property
    def pid(self) -> int:
        return self.process.pid

    def get(self, path: str) -> str:
        headers = {"authorization": f"Bearer {METRICS_KEY}"}
        return httpx2.get(f"http://127.0.0.1:{self.port}{path}", headers=headers, timeout=10).text

    def num_waiting(self) -> int:
        return int(json.loads(self.get("/health"))["waiting"])

    def memory_mb(self) -> float:
        """Of the server process, without its workers, which are killed."""
        return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{self.pid}/status").read_text())[1]) / 1000  # type: ignore[index]

    def num_files(self) -> int:
        return len(list(Path(f"/proc/{self.pid}/fd").iterdir()))

    def num_settled(self) -> int:
        """Requests that the metrics counted as over."""
        return self._sum("limner_requests_total")

    def num_ready_workers(self) -> int:
        return self._sum("limner_engine_workers_alive")

    def _sum(self, metric: str) -> int:
        counts = re.findall(rf"^{metric}\{{.*\}} ([\d.e+]+)$", self.get("/metrics"), re.MULTILINE)
        return sum(int(float(count)) for count in counts)


@contextmanager
def serving(variables: dict[str, str]) -> Iterator[RunningServer]:
    command = [sys.executable, "-m", "limner.cli", "serve", "--port", "0"]
    environment = os.environ | variables
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        try:
            match = re.search(r"http://127.0.0.1:(\d+)", process.stdout.readline())
            assert match is not None, "the server did not start"
            yield RunningServer(process, int(match[1]))
        finally:
            process.terminate()
            if process.wait(90):
                print("the server did not shut down properly")


async def survive(requests: int, folder: Path) -> list[str]:
    """Returns what is wrong afterwards."""
    with ExitStack() as stack:
        sql, cache = stack.enter_context(postgres(folder)), stack.enter_context(redis())
        disk = SmallDisk(folder / "disk", DISK_BYTES)
        stack.callback(disk.close)
        database = Database(f"postgresql://postgres@127.0.0.1:{sql.port}/postgres", timeout_s=5)
        await upgrade(database)
        keys = await make_keys(database)
        variables = {
            "TMPDIR": str(folder),
            "LIMNER_STORAGE__FOLDER": str(disk.path),
            "LIMNER_DATABASE__URL": f"postgresql://postgres@127.0.0.1:{sql.port}/postgres",
            "LIMNER_DATABASE__TIMEOUT_S": "2",
            "LIMNER_REDIS__URL": f"redis://127.0.0.1:{cache.port}/0",
            "LIMNER_ACCESS__MANAGED_KEYS": "true",
            "LIMNER_OBSERVABILITY__METRICS_KEY": METRICS_KEY,
            "LIMNER_LIMITS__MAX_REQUEST_BYTES": "10000000",
            "LIMNER_ENGINES__ILLUSTRATOR__PROCESSES": str(WORKERS),
        }
        server = stack.enter_context(serving(variables))
        warm = await storm(server.port, keys, WARM_REQUESTS, seed=1)
        await settle(server)
        memory_mb, num_files = server.memory_mb(), server.num_files()
        began = time.monotonic()
        async with failing(restart_in_turns([sql, cache], down_s=2, up_s=4), kill_workers(server), fill(disk)):
            outcomes = await storm(server.port, keys, requests, seed=2)
        took_s = time.monotonic() - began
        await settle(server)
        for one in (warm, outcomes):
            one.counts = Counter(dict(sorted(one.counts.items())))
        print(f"{requests} requests in {took_s:.0f} s")
        print(*(f"  {count:6} {outcome}" for outcome, count in outcomes.counts.items()), sep="\n")
        wrong = [*outcomes.unanswered]
        unexpected = [one for one in outcomes.counts if one.startswith("500") and one != f"500 {KILLED_TWICE}"]
        wrong += [f"the server answered {outcome}" for outcome in unexpected]
        wrong += [line async for line in check_rows(database, server, warm, outcomes)]
        wrong += check_remains(server, folder, disk.path, memory_mb, num_files)
        await database.close()
        return wrong


async def make_keys(database: Database) -> list[str]:
    """Keys without limits, with a budget that will be spent, and with rate limits that refuse."""
    keys = KeyStore(database)
    limits = [KeyLimits(), KeyLimits(monthly_budget=400_000), KeyLimits(requests_per_minute=120, images_per_minute=100)]
    return [(await keys.create(name=f"chaos {number}", limits=one)).secret for number, one in enumerate(limits)]


@asynccontextmanager
async def failing(*works: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Run these coroutines within the context."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        for done in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(done, Exception):
                raise done


async def kill_workers(server: RunningServer) -> None:
    rng = random.Random(0)
    while True:
        await asyncio.sleep(4)
        with suppress(ProcessLookupError, httpx2.HTTPError):
            # on a busy machine new workers take long to start, and killed meanwhile, none would ever be ready
            if await asyncio.to_thread(server.num_ready_workers) == WORKERS:
                os.kill(rng.choice(workers_of(server.pid)), signal.SIGKILL)


async def fill(disk: SmallDisk) -> None:
    try:
        while True:
            await asyncio.sleep(5)
            await asyncio.to_thread(disk.fill)
            await asyncio.sleep(2)
            disk.free()
    finally:
        disk.free()


async def settle(server: RunningServer) -> None:
    """Wait until nothing is drawn, killed workers are replaced, and the ledger is written."""
    deadline = time.monotonic() + SETTLE_S
    while time.monotonic() < deadline:
        if (
            not await asyncio.to_thread(server.num_waiting)
            and await asyncio.to_thread(server.num_ready_workers) == WORKERS
        ):
            break
        await asyncio.sleep(0.1)
    await asyncio.sleep(3)


async def check_rows(
    database: Database, server: RunningServer, warm: Outcomes, outcomes: Outcomes
) -> AsyncIterator[str]:
    async with database.read() as connection:
        ids = list(await connection.scalars(select(ledger.c.request_id)))
        costs = {
            key: int(cost)
            for key, cost in await connection.execute(
                select(ledger.c.key_id, func.sum(ledger.c.cost)).group_by(ledger.c.key_id)
            )
        }
        spent = {
            key: int(amount)
            for key, amount in await connection.execute(
                select(spending.c.key_id, func.sum(spending.c.amount)).group_by(spending.c.key_id)
            )
        }
        num_reserved = await connection.scalar(select(func.count()).select_from(reservations))
    rows = Counter(ids)
    completed, refused = warm.completed | outcomes.completed, warm.refused | outcomes.refused
    print(f"{len(ids)} rows, of them {len(completed)} for answers that clients read to the end")
    if twice := [one for one, count in rows.items() if count > 1]:
        yield f"{len(twice)} requests have several rows"
    if missing := completed - rows.keys():
        yield f"{len(missing)} completed requests have no row"
    if extra := refused & rows.keys():
        yield f"{len(extra)} refused requests have a row"
    if (settled := server.num_settled()) != len(ids):
        yield f"the metrics count {settled} requests, the ledger {len(ids)}"
    for key in costs.keys() | spent.keys():
        if costs.get(key, 0) != spent.get(key, 0):
            yield f"the key {key} spent {spent.get(key, 0)}, but its rows cost {costs.get(key, 0)}"
    if num_reserved:
        yield f"{num_reserved} reservations are left"


def check_remains(server: RunningServer, folder: Path, disk: Path, memory_mb: float, num_files: int) -> list[str]:
    wrong = []
    if waiting := server.num_waiting():
        wrong.append(f"{waiting} images are still waited for")
    now_mb, now_files = server.memory_mb(), server.num_files()
    print(f"memory {memory_mb:.0f} MB before, {now_mb:.0f} MB after; files {num_files} before, {now_files} after")
    if now_mb > memory_mb * (1 + MAX_GROWTH):
        wrong.append(f"the server's memory grew from {memory_mb:.0f} to {now_mb:.0f} MB")
    if now_files > num_files + MAX_MORE_FILES:
        wrong.append(f"the server's open files grew from {num_files} to {now_files}")
    wrong += [f"the upload {path.name} is still there" for path in folder.glob("limner-*/server-*/*")]
    wrong += [f"the unfinished file {path.name} is still there" for path in disk.rglob("*.part")]
    wrong += [f"the journal {path.name} is not empty" for path in disk.glob("ledger/*") if path.stat().st_size]
    return wrong + check_workers(server)


def check_workers(server: RunningServer) -> list[str]:
    workers = workers_of(server.pid)
    wrong = [f"there are {len(workers)} workers instead of {WORKERS}"] if len(workers) != WORKERS else []
    return wrong + [f"the worker {worker} is a zombie" for worker in workers if is_zombie(worker)]


async def ask_while_workers_die(server: RunningServer, seconds: float) -> list[str]:
    """Every status other than 200 is a failure, since all requests are valid."""
    outcomes: Counter[str] = Counter()
    end = time.monotonic() + seconds

    async def client(number: int) -> None:
        rng = random.Random(number)
        async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{server.port}", timeout=120) as http:
            while time.monotonic() < end:
                fields = {"model": "illustrator", "prompt": rng.choice(PROMPTS[:3]), "size": "256x256"}
                answer = await http.post("/v1/images/generations", json=fields | {"seed": rng.randrange(10**6)})
                failed = answer.status_code != 200
                outcomes[f"{answer.status_code} {answer.json()['error']['message']}" if failed else "200"] += 1

    async def killer() -> None:
        rng = random.Random(0)
        while time.monotonic() < end:
            if workers := workers_of(server.pid):
                os.kill(rng.choice(workers), signal.SIGKILL)
                outcomes["workers killed"] += 1
            await asyncio.sleep(KILL_EVERY_S)

    await asyncio.gather(killer(), *(client(number) for number in range(NUM_CLIENTS)))
    killed = outcomes.pop("workers killed")
    failures = outcomes.total() - outcomes["200"]
    print(f"{killed} workers killed in {seconds:.0f} s: {failures} of {outcomes.total()} requests failed")
    print(*(f"  {outcome}: {count}" for outcome, count in outcomes.most_common()), sep="\n")
    await asyncio.sleep(5)
    waiting = server.num_waiting()
    return ([f"{waiting} images are still waited for"] if waiting else []) + check_workers(server)


def workers_of(pid: int) -> list[int]:
    """Child processes of the server, started by any of its threads."""
    children: set[int] = set()
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):  # the thread has ended
            children.update(map(int, path.read_text().split()))
    return sorted(children)


def is_zombie(pid: int) -> bool:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("requests", type=int, nargs="?", default=10_000)
    parser.add_argument("--kill-workers", type=float, metavar="SECONDS", default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if asked.kill_workers:
            processes = {"LIMNER_ENGINES__ILLUSTRATOR__PROCESSES": str(WORKERS)}
            with serving({"TMPDIR": folder, "LIMNER_STORAGE__FOLDER": f"{folder}/storage"} | processes) as server:
                wrong = asyncio.run(ask_while_workers_die(server, asked.kill_workers))
        else:
            wrong = asyncio.run(survive(asked.requests, Path(folder)))
    print("\n".join(wrong) or "everything holds")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
