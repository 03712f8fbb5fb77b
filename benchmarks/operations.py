"""The cost of keys, limits and the ledger: small pictures of one server with all of it, and of one without.

Alone: `python benchmarks/operations.py`. The services are found like those of the tests.
"""

import asyncio
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from figures import Figure, show
from raw_client import Connection, Load, in_threads

from limner.access.control import open_database
from limner.access.keys import KeyLimits, KeyStore
from limner.database.schema import upgrade
from limner.settings import load_settings

POSTGRES = os.environ.get("LIMNER_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
REDIS = os.environ.get("LIMNER_TEST_REDIS", "redis://127.0.0.1:6379/15")
ROUNDS = 6
MANY = 16
REQUESTS = {1: 30, MANY: 240}
"""Per round, by the number of connections."""
BODY = {"model": "gpt-image-1", "prompt": "a red fox", "size": "128x128", "quality": "low"}
UNREACHED = KeyLimits(requests_per_minute=10**6, images_per_minute=10**6, concurrency=1000, monthly_budget=10**15)
"""So that every limit is checked and none refuses."""
OFF = "off"
MAX_LOSS = 5
MAX_DELAY_MS = 2


@dataclass(frozen=True)
class Server:
    port: int
    secret: str


def measure() -> Iterator[Figure]:
    with ExitStack() as stack:
        servers = {name: stack.enter_context(started(name)) for name in (OFF, "SQLite", "PostgreSQL + Redis")}
        loads = {(name, count): Load() for name in servers for count in REQUESTS}
        for server in servers.values():
            ask(server, MANY, 64)  # warm
        for number in range(ROUNDS):
            names = list(servers) if number % 2 else list(reversed(servers))
            for count, requests in REQUESTS.items():
                for name in names:
                    loads[name, count].add(ask(servers[name], count, requests))
        for name in servers:
            yield Figure(f"{name}: requests, {MANY} at a time", loads[name, MANY].per_second, "/s")
            yield Figure(f"{name}: median latency, one at a time", loads[name, 1].median_ms, "ms")
        for name in servers:
            if name != OFF:
                loss = 100 * (1 - loads[name, MANY].per_second / loads[OFF, MANY].per_second)
                delay_ms = loads[name, 1].median_ms - loads[OFF, 1].median_ms
                yield Figure(f"{name}: fewer requests, {MANY} at a time", loss, "%", at_most=MAX_LOSS)
                yield Figure(f"{name}: more latency, one at a time", delay_ms, "ms", at_most=MAX_DELAY_MS)


@contextmanager
def started(name: str) -> Iterator[Server]:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        variables = {"LIMNER_STORAGE__FOLDER": folder, "LIMNER_OBSERVABILITY__METRICS": str(name != OFF).lower()}
        if name == OFF:
            variables["LIMNER_LEDGER__ENABLED"] = "false"
        else:
            variables["LIMNER_ACCESS__MANAGED_KEYS"] = "true"
        if name == "PostgreSQL + Redis":
            variables["LIMNER_DATABASE__URL"] = stack.enter_context(new_database())
            variables["LIMNER_REDIS__URL"] = REDIS
        secret = "" if name == OFF else asyncio.run(make_key(variables))
        command = [sys.executable, "-m", "limner.cli", "serve", "--port", "0"]
        with subprocess.Popen(
            command, env=os.environ | variables, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as process:
            assert process.stdout is not None
            try:
                match = re.search(r"http://127.0.0.1:(\d+)", process.stdout.readline())
                assert match is not None, "the server did not start"
                yield Server(int(match[1]), secret)
            finally:
                process.terminate()


async def make_key(variables: dict[str, str]) -> str:
    database = open_database(load_settings(environment=variables))
    try:
        await upgrade(database)
        return (await KeyStore(database).create(name="benchmark", limits=UNREACHED)).secret
    finally:
        await database.close()


@contextmanager
def new_database() -> Iterator[str]:
    import asyncpg

    async def run(statement: str) -> None:
        connection = await asyncpg.connect(POSTGRES, timeout=5)
        await connection.execute(statement)
        await connection.close()

    name = f"limner_{uuid.uuid4().hex[:12]}"
    asyncio.run(run(f"CREATE DATABASE {name}"))
    try:
        yield f"{POSTGRES.rpartition('/')[0]}/{name}"
    finally:
        asyncio.run(run(f"DROP DATABASE {name} WITH (FORCE)"))


def ask(server: Server, connections: int, requests: int) -> Load:
    result = Load()

    def work() -> None:
        connection = Connection(server.port, headers={"authorization": f"Bearer {server.secret}"})
        for number in range(requests // connections):
            body = json.dumps(BODY | {"seed": number}).encode()
            began = time.perf_counter()
            connection.post("/v1/images/generations", "application/json", body)
            result.latencies.append(time.perf_counter() - began)
        connection.close()

    result.seconds = in_threads([work] * connections)
    return result


if __name__ == "__main__":
    show("Keys, limits and ledger", measure)
