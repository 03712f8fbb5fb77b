import gc
import os
from collections.abc import Iterator

import httpx2
import pytest

from gateway_processes import gateways  # noqa: F401 (fixture)
from limner.settings import Settings, Storage
from ray_cluster import ray_cluster  # noqa: F401 (fixture)
from running import RunningServer, running_server
from services import database_url, postgres_url, redis_url, s3_endpoint  # noqa: F401 (fixtures)
from tiny_engine import TinyEngine

NEEDED = os.environ.get("TESTS_NEED", "").split()
"""Requirements of this machine: a test that is skipped for lack of one fails."""


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """For `-n auto`: more than there are cores, because many tests wait for servers, timers and processes."""
    return (os.cpu_count() or 1) + 2


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Collect no garbage meanwhile: every worker imports all modules, and nearly all of it stays in use."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_collection_finish() -> None:
    """Exempt the collected tests and all modules from garbage collection, which the engines trigger often."""
    gc.collect()
    gc.freeze()


def fail_if_needed(report: pytest.TestReport | pytest.CollectReport) -> None:
    reason = report.longrepr[-1] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if report.skipped and any(name in reason.lower() for name in NEEDED):
        report.outcome = "failed"
        report.longrepr = f"skipped although it is needed here: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    fail_if_needed(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    report = yield
    fail_if_needed(report)
    return report


@pytest.fixture(scope="session", autouse=True)
def _own_data_folder(tmp_path_factory) -> Iterator[None]:
    """The default storage folder, of this process and those that it starts: not the one of this machine's user."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture
def engine() -> TinyEngine:
    return TinyEngine()


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(storage=Storage(folder=tmp_path))


@pytest.fixture
def server(engine, settings) -> Iterator[RunningServer]:
    with running_server(engine, settings) as server:
        yield server


@pytest.fixture
def strict_server(engine, tmp_path) -> Iterator[RunningServer]:
    with running_server(engine, Settings(strict=True, storage=Storage(folder=tmp_path))) as server:
        yield server


@pytest.fixture
def http(server) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=server.address, timeout=30) as client:
        yield client
