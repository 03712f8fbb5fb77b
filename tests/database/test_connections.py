"""URLs of databases, and what is reported if one cannot be used."""

import asyncio
import struct
import sys

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import SQLAlchemyError

from limner.access.control import check_database, open_database
from limner.core.errors import OverloadedError
from limner.database.connections import Database, DatabaseSetupError, describe_outage, read_url
from limner.database.schema import upgrade
from limner.settings import Database as DatabaseSettings
from limner.settings import Settings, SettingsError, load_settings


async def failure_of(url, statement="SELECT 1"):
    """Why a statement fails, for an operator."""
    database = Database(url, timeout_s=1)
    try:
        with pytest.raises(OverloadedError) as caught:
            async with database.read() as connection:
                await connection.execute(text(statement))
    finally:
        await database.close()
    assert caught.value.code == "database_unavailable"
    assert caught.value.message == "The server's database cannot be used at present. Please try again in 5s."
    assert database.num_failures == 1
    return describe_outage(caught.value)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("", "is not a URL"),
        ("limner.db", "is not a URL"),
        ("mysql://ann:hunter2@host/name", "names 'mysql'. Known: postgresql, sqlite."),
        ("postgresql://ann:hunter2@host:port/name", "is not a URL"),
        ("postgresql://ann:hunter2@host/name?sslmod=require", "the unknown option 'sslmod'"),
        ("postgresql://ann:hunter2@host:99999/name", "the port 99999. Known: 1 to 65535."),
        ("postgresql://ann:hunter2@host/name?host=a,b&port=1,x", "is wrong: Received non-integer port"),
        ("postgresql://ann:hunter2@host/name?host=a,b&port=1,2,3", "is wrong: number of hosts and ports"),
        ("postgresql://ann:hunter2@host/name?host=a,b&port=1,99999", "the port 99999"),
        ("sqlite:////tmp", "'/tmp' cannot be opened: Is a directory"),
        ("sqlite://", "must name a file"),
        ("sqlite:///:memory:", "must name a file"),
        ("sqlite://host/limner.db", "must name a file"),
        ("sqlite:///limner.db?mode=ro", "must name a file"),
        ("sqlite:////proc/nothing/limner.db", "'/proc/nothing/limner.db' cannot be made: No such file"),
    ],
)
def test_wrong_url_is_a_wrong_setting(url, message):
    settings = Settings(database=DatabaseSettings(url=url))

    with pytest.raises(SettingsError, match=message) as caught:
        asyncio.run(check_database(settings))

    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "driver"),
    [
        ("postgresql://u@h/d", "postgresql+asyncpg"),
        ("postgres://u@h/d", "postgresql+asyncpg"),
        ("postgresql+psycopg://u@h/d", "postgresql+asyncpg"),
        ("sqlite:///x.db", "sqlite+aiosqlite"),
    ],
)
def test_driver_is_chosen_by_the_database(url, driver):
    assert read_url(url).drivername == driver


def test_missing_driver_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "asyncpg", None)

    with pytest.raises(DatabaseSetupError, match=r"pip install 'limner\[postgres\]'"):
        Database("postgresql://postgres@127.0.0.1/postgres", timeout_s=1)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"database": "nothing_of_limner"}, 'database "nothing_of_limner" does not exist'),
        ({"username": "unknown_role"}, 'role "unknown_role" does not exist'),
        ({"port": 1}, "Connect call failed"),
        ({"host": "host.invalid"}, "not known"),
    ],
)
def test_unusable_postgres_is_an_outage(postgres_url, change, reason, caplog):
    url = make_url(postgres_url).set(password="hunter2", **change)  # noqa: S106

    shown = asyncio.run(failure_of(url.render_as_string(hide_password=False)))

    assert reason in shown
    assert shown in caplog.text
    assert "hunter2" not in caplog.text


def test_wrong_password_is_never_shown(caplog):
    """A server that asks for a password and refuses it, as this machine's own may trust everyone."""
    refusal = b'SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed for user "ann"\0\0'
    received = []

    async def serve(reader, writer):
        while (await reader.readexactly(8))[4:] == struct.pack(">I", 80_877_103):  # TLS?
            writer.write(b"N")
        await reader.read(1000)
        writer.write(b"R" + struct.pack(">II", 8, 3))  # send the password as it is
        received.append(await reader.read(1000))
        writer.write(b"E" + struct.pack(">I", 4 + len(refusal)) + refusal)
        await writer.drain()
        writer.close()

    async def scenario():
        async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            settings = Settings(database=DatabaseSettings(url=f"postgresql://ann:hunter2@127.0.0.1:{port}/name"))
            with pytest.raises(SettingsError) as caught:
                await check_database(settings)
            return str(caught.value)

    message = asyncio.run(scenario())
    assert b"hunter2" in received[0]
    assert 'cannot be used: password authentication failed for user "ann"' in message
    assert "hunter2" not in message + caplog.text


def test_tls_mode_of_libpq_is_understood(postgres_url):
    async def scenario():
        database = Database(f"{postgres_url}?sslmode=disable", timeout_s=5)
        try:
            await database.ping()
        finally:
            await database.close()

    asyncio.run(scenario())
    assert "rejected SSL" in asyncio.run(failure_of(f"{postgres_url}?sslmode=require"))


def test_missing_table_is_an_outage(database_url):
    assert "spending" in asyncio.run(failure_of(database_url, "SELECT * FROM spending"))


def test_terminated_connection_is_an_outage(postgres_url):
    shown = asyncio.run(failure_of(postgres_url, "SELECT pg_terminate_backend(pg_backend_pid())"))

    assert "administrator command" in shown


def test_slow_statement_is_an_outage(postgres_url):
    assert asyncio.run(failure_of(postgres_url, "SELECT pg_sleep(20)")) == "it did not answer in time"


def test_wrong_value_is_no_outage(postgres_url):
    async def insert(database, key_id):
        async with database.write() as connection:
            await connection.execute(text("INSERT INTO spending VALUES (:key, '2026-11', 1)"), {"key": key_id})

    async def scenario():
        database = Database(postgres_url, timeout_s=5)
        try:
            await upgrade(database)
            with pytest.raises(SQLAlchemyError) as caught:
                await insert(database, "hunter2\0")
            return str(caught.value), database.num_failures
        finally:
            await database.close()

    message, num_failures = asyncio.run(scenario())
    assert "invalid byte sequence" in message
    assert ("hunter2" in message, num_failures) == (False, 0)


def test_check_names_a_schema_that_is_missing(postgres_url):
    with pytest.raises(SettingsError, match=r"has no schema, but needs \d+\. Run: limner db upgrade"):
        asyncio.run(check_database(Settings(database=DatabaseSettings(url=postgres_url))))


@pytest.mark.parametrize(("pool_size", "max_overflow"), [(1, 0), (2, 1)])
def test_settings_limit_the_connections(database_url, pool_size, max_overflow):
    most = pool_size + max_overflow
    own = DatabaseSettings(url=database_url, timeout_s=30, pool_size=pool_size, max_overflow=max_overflow)

    async def hold(database, held, is_over):
        async with database.read() as connection:
            await connection.execute(text("SELECT 1"))
            held.release()
            await is_over.wait()

    async def scenario():
        database, held, is_over = open_database(Settings(database=own)), asyncio.Semaphore(0), asyncio.Event()
        holding = [asyncio.create_task(hold(database, held, is_over)) for _ in range(most)]
        try:
            for _ in range(most):
                await held.acquire()
            one_more = asyncio.create_task(database.ping())
            done, _ = await asyncio.wait({one_more}, timeout=0.2)
            assert not done
            is_over.set()
            await asyncio.gather(*holding, one_more)
        finally:
            await database.close()

    asyncio.run(scenario())


@pytest.mark.parametrize("wrong", [{"pool_size": 0}, {"max_overflow": -1}])
def test_wrong_number_of_connections_is_refused(wrong):
    with pytest.raises(SettingsError, match=next(iter(wrong))):
        load_settings(flags={"database": wrong}, environment={})
