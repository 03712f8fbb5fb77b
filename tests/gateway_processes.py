"""Processes of `limner serve` that share PostgreSQL, Redis and a bucket, as an operator would run them.

Their models are drawn by TinyEngine, which is installed for them as an engine named `tiny`. Leases are shorter than in
production, so that tests need not wait a minute for what a killed process leaves behind.
"""

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import openai
import pytest
from sqlalchemy import func, select

from limner.database.tables import ledger, reservations, spending
from limner.families.registry import PUBLISHED_MODELS
from records import opened
from services import BUCKET, free_port, postgres_database

TESTS = Path(__file__).parent
LEASE_S = 6
PRICE = 0.01
PR_SET_PDEATHSIG = 1
LIMNER = f"""
import ctypes, signal, sys
if sys.platform == "linux":  # else it outlives tests that are killed
    ctypes.CDLL(None).prctl({PR_SET_PDEATHSIG}, signal.SIGKILL)
from limner.access import budgets, replies
from limner.access.limits import shared
budgets.LEASE_S = replies.LEASE_S = shared.LEASE_S = {LEASE_S}
budgets.RENEW_S = replies.RENEW_S = shared.RENEW_S = {LEASE_S / 4}
from limner.cli import run
run()
"""
SETTINGS = """
port = {port}
heartbeat_s = 0.2
shutdown_delay_s = 2

[limits]
upload_memory_bytes = 0

[access]
managed_keys = true

[database]
url = "{database}"
timeout_s = 30

[redis]
url = "{redis}"
timeout_s = 10

[storage]
folder = "{folder}"
spool_folder = "{folder}/spool"
backend = "s3"

[storage.s3]
bucket = "{bucket}"
prefix = "{prefix}"
endpoint = "{endpoint}"
access_key_id = "test"

[batches]
lease_s = {lease_s}
concurrency = 2

[prices]
gpt-image-1 = {{image = {price}}}
slow-on-one = {{image = {price}}}

[models.slow]
family = "gpt-image-1"
engine = "tiny"
seconds_per_step = 60

[models.steady]
family = "gpt-image-1"
engine = "tiny"
seconds_per_step = 0.05

[models.slow-on-one]
family = "gpt-image-1"
engine = "tiny"
seconds_per_step = {seconds_per_step}
"""


class Gateway:
    """A process of `limner serve` on a port that it keeps when it is started again."""

    def __init__(self, port: int, config: Path, database: str, environment: dict[str, str]) -> None:
        self.port = port
        self.database = database
        self.folder = config.parent
        self.config = config
        self._environment = environment
        self._process: subprocess.Popen[str] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def num_temporary_files(self) -> int:
        return sum(path.is_file() for path in (self.folder / "spool").rglob("*"))

    def client(self, key: str, **options: object) -> openai.OpenAI:
        return client_of(self.address, key, **options)

    def begin(self) -> None:
        """Start the process, without waiting for it."""
        command = [sys.executable, "-c", LIMNER, "serve", "--config", str(self.config)]
        log = (self.folder / "log").open("a")
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True, env=self._environment)
        log.close()

    def wait_until_up(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert re.match(rf"Limner draws at {self.address}/v1", line), (self.folder / "log").read_text()

    def start(self) -> None:
        self.begin()
        self.wait_until_up()

    def stop(self) -> int:
        """As a supervisor does; returns the exit code."""
        return self._end(signal.SIGTERM)

    def kill(self) -> None:
        self._end(signal.SIGKILL)

    def run(self, *arguments: str) -> str:
        """Another command with the settings of this server; returns its output."""
        command = [sys.executable, "-m", "limner.cli", *arguments, "--config", str(self.config)]
        return subprocess.run(command, env=self._environment, stdout=subprocess.PIPE, text=True, check=True).stdout

    def create_key(self, name: str, *options: str) -> str:
        return json.loads(self.run("keys", "create", name, "--json", *options))["secret"]

    def _end(self, sent: signal.Signals) -> int:
        process, self._process = self._process, None
        if process is None:
            return 0
        process.send_signal(sent)
        code = process.wait(120)
        assert process.stdout is not None
        process.stdout.close()
        return code


def client_of(address: str, key: str, **options: object) -> openai.OpenAI:
    return openai.OpenAI(**{"base_url": f"{address}/v1", "api_key": key, "max_retries": 0, "timeout": 120} | options)


def read_accounts(url: str, key_id: str) -> tuple[int, int, Counter[str], int]:
    """What a key has spent, the cost of its rows, its outcomes, and its open reservations."""

    async def read():
        async with opened(url) as database, database.read() as connection:
            spent = await connection.scalar(select(func.sum(spending.c.amount)).filter_by(key_id=key_id))
            cost = await connection.scalar(select(func.sum(ledger.c.cost)).filter_by(key_id=key_id))
            outcomes = await connection.scalars(select(ledger.c.outcome).filter_by(key_id=key_id))
            open_ones = select(func.count()).select_from(reservations).filter_by(key_id=key_id)
            return int(spent or 0), int(cost or 0), Counter(outcomes), await connection.scalar(open_ones)

    return asyncio.run(read())


@contextmanager
def two_gateways(folder: Path, *, database: str, redis: str, s3: str) -> Iterator[tuple[Gateway, Gateway]]:
    """Both are running. Whatever happens, their processes end with the context."""
    packages = folder / "packages" / "tiny-1.dist-info"
    packages.mkdir(parents=True)
    (packages / "METADATA").write_text("Name: tiny\nVersion: 1\n")
    (packages / "entry_points.txt").write_text("[limner.engines]\ntiny = tiny_engine:TinyEngine\n")
    paths = [str(packages.parent), str(TESTS), os.environ.get("PYTHONPATH", "")]
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(path for path in paths if path),
        "LIMNER_STORAGE__S3__SECRET_ACCESS_KEY": "secret",
    }
    prefix = f"tests/{uuid.uuid4().hex}"
    with ExitStack() as stack:
        gateways = []
        for name, seconds_per_step in (("one", 60), ("two", 0)):
            (folder / name).mkdir()
            config, port = folder / name / "limner.toml", free_port()
            values = {
                "port": port,
                "database": database,
                "redis": redis,
                "folder": config.parent,
                "bucket": BUCKET,
                "prefix": prefix,
                "endpoint": s3,
                "lease_s": LEASE_S,
                "price": PRICE,
                "seconds_per_step": seconds_per_step,
            }
            tiny = [f'[models."{model}"]\nfamily = "{family}"\nengine = "tiny"\n' for model, family in MODELS.items()]
            config.write_text("\n".join([SETTINGS.format(**values), *tiny]))
            gateway = Gateway(port, config, database, environment)
            stack.callback(gateway.kill)
            gateways.append(gateway)
        one, two = gateways
        one.run("db", "upgrade")
        for gateway in gateways:
            gateway.begin()
        for gateway in gateways:
            gateway.wait_until_up()
        yield one, two


@pytest.fixture(scope="session")
def gateways(redis_url, s3_endpoint, tmp_path_factory) -> Iterator[tuple[Gateway, Gateway]]:
    """Two running processes. A test that stops one starts it again."""
    folder = tmp_path_factory.mktemp("gateways")
    with (
        postgres_database() as database,
        two_gateways(folder, database=database, redis=redis_url, s3=s3_endpoint) as two,
    ):
        yield two


MODELS = {**PUBLISHED_MODELS, "illustrator": "native"}
"""All that the illustrator would draw otherwise."""
