"""Real services for tests: PostgreSQL and Redis by environment variable or default port, S3 by moto's server."""

import os
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

POSTGRES = os.environ.get("LIMNER_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
REDIS = os.environ.get("LIMNER_TEST_REDIS", "redis://127.0.0.1:6379/15")
BUCKET = "pictures"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@contextmanager
def postgres_database() -> Iterator[str]:
    """The URL of a new, empty database, which is dropped at the end."""
    import asyncio

    import asyncpg

    async def run(statement: str) -> None:
        connection = await asyncpg.connect(POSTGRES, timeout=5)
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    name = f"limner_{uuid.uuid4().hex[:12]}"
    try:
        asyncio.run(run(f"CREATE DATABASE {name}"))
    except (OSError, asyncpg.PostgresError) as error:
        pytest.skip(f"postgres cannot be used: {error}")
    try:
        yield f"{POSTGRES.rpartition('/')[0]}/{name}"
    finally:
        asyncio.run(run(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def postgres_url() -> Iterator[str]:
    with postgres_database() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request, tmp_path) -> str:
    """The URL of an empty database, of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'test.db'}"
    return request.getfixturevalue("postgres_url")


@pytest.fixture(scope="session")
def redis_url() -> str:
    """The URL of a Redis that is shared by all tests."""
    import redis

    try:
        with redis.Redis.from_url(REDIS, socket_timeout=5) as client:
            client.ping()
    except redis.RedisError as error:
        pytest.skip(f"redis cannot be used: {error}")
    return REDIS


@contextmanager
def s3_server(*, port: int = 0, **environment: str) -> Iterator[str]:
    """The address of a new S3 server with an empty bucket `BUCKET`. `environment`: settings of moto."""
    try:
        import moto  # noqa: F401
    except ImportError:
        pytest.skip("s3 cannot be used: moto is not installed")
    import httpx2

    port = port or free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    variables = {**os.environ, **environment}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=variables) as server:
        address = f"http://127.0.0.1:{port}"
        try:
            deadline = time.monotonic() + 60
            while True:
                try:
                    httpx2.put(f"{address}/{BUCKET}").raise_for_status()
                    break
                except httpx2.TransportError:
                    if time.monotonic() > deadline or server.poll() is not None:
                        raise
                    time.sleep(0.05)
            yield address
        finally:
            server.terminate()


@pytest.fixture(scope="session")
def s3_endpoint() -> Iterator[str]:
    """The address of an S3 server with an empty bucket `BUCKET`; any credentials are accepted."""
    with s3_server() as address:
        yield address
