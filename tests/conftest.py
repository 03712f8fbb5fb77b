from collections.abc import Iterator

import httpx2
import pytest

from limner.settings import Settings, Storage
from running import RunningServer, running_server
from tiny_engine import TinyEngine


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
