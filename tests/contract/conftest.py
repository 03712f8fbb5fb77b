import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from limner.settings import Settings, Storage
from running import RunningServer, running_server
from tiny_engine import TinyEngine


@pytest.fixture(scope="session", autouse=True)
def upload_folder(tmp_path_factory) -> Iterator[Path]:
    """The folder for spooled uploads, which only these tests use."""
    usual, tempfile.tempdir = tempfile.tempdir, str(tmp_path_factory.mktemp("uploads"))
    yield Path(tempfile.tempdir)
    tempfile.tempdir = usual


@pytest.fixture
def uploads(upload_folder):
    """A function that lists the folders of requests on disk."""
    return lambda: list(upload_folder.glob("limner-*/server-*/*"))


@pytest.fixture(scope="session")
def shared_engine() -> TinyEngine:
    return TinyEngine()


@pytest.fixture(scope="session")
def shared(shared_engine, tmp_path_factory) -> Iterator[RunningServer]:
    """A lenient server for all tests that leave nothing behind."""
    with running_server(shared_engine, Settings(storage=Storage(folder=tmp_path_factory.mktemp("lenient")))) as server:
        yield server


@pytest.fixture(scope="session")
def shared_strict(tmp_path_factory) -> Iterator[RunningServer]:
    settings = Settings(strict=True, storage=Storage(folder=tmp_path_factory.mktemp("strict")))
    with running_server(TinyEngine(), settings) as server:
        yield server


@pytest.fixture
def last_request(shared, shared_engine):
    """A function that returns the latest request of the shared server's engine."""
    return lambda: shared_engine.requests[-1]
