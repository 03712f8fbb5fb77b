"""Migrations: what they make, who may run them at the same time, and what is refused."""

import asyncio
import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from limner.core.errors import OverloadedError
from limner.database import schema
from limner.database.connections import Database, describe_outage
from limner.database.schema import SchemaError, current_revision, prepare, upgrade
from limner.database.tables import VERSION_TABLE, metadata

UPGRADE = """
import asyncio, sys
from limner.database.connections import Database
from limner.database.schema import upgrade

async def run():
    database = Database(sys.argv[1], timeout_s=20)
    try:
        print("ready", flush=True)
        sys.stdin.readline()
        await upgrade(database)
    finally:
        await database.close()

asyncio.run(run())
"""


def run(url, work):
    """The result of `work(database)`."""

    async def scenario():
        database = Database(url, timeout_s=20)
        try:
            return await work(database)
        finally:
            await database.close()

    return asyncio.run(scenario())


async def execute(database, *statements):
    async with database.write() as connection:
        for statement in statements:
            await connection.execute(text(statement))


def test_head_is_the_newest_migration():
    scripts = ScriptDirectory(str(schema.FOLDER))

    assert scripts.get_heads() == [schema.HEAD]


def test_migrations_make_the_declared_tables(database_url):
    def compare(connection):
        options = {"compare_type": True, "include_object": is_declared, "version_table": VERSION_TABLE}
        return compare_metadata(MigrationContext.configure(connection, opts=options), metadata)

    def is_declared(item, name, kind, is_reflected, other):
        return not (kind == "table" and name.startswith("ledger_"))  # partitions

    async def work(database):
        await upgrade(database)
        async with database.read() as connection:
            return await connection.run_sync(compare)

    assert run(database_url, work) == []


def test_upgrading_again_changes_nothing(database_url):
    async def work(database):
        before = await current_revision(database)
        await upgrade(database)
        await execute(database, "INSERT INTO spending VALUES ('key_1', '2026-11', 7)")
        await upgrade(database)
        async with database.read() as connection:
            return (
                before,
                await current_revision(database),
                await connection.scalar(text("SELECT amount FROM spending")),
            )

    assert run(database_url, work) == (None, schema.HEAD, 7)


def test_several_processes_upgrade_at_once(database_url):
    command = [sys.executable, "-c", UPGRADE, database_url]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    processes = [subprocess.Popen(command, **pipes) for _ in range(2)]
    for process in processes:
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()

    results = [(process.communicate(timeout=60)[1], process.returncode) for process in processes]

    assert results == [("", 0)] * 2
    assert run(database_url, current_revision) == schema.HEAD


def test_failed_upgrade_leaves_nothing_behind(database_url, monkeypatch):
    def fail(connection):
        migrate(connection)
        raise RuntimeError("the power went out")

    migrate = schema._upgrade
    monkeypatch.setattr(schema, "_upgrade", fail)

    with pytest.raises(RuntimeError, match="power"):
        run(database_url, upgrade)

    assert run(database_url, current_revision) is None


@pytest.mark.parametrize("work", [prepare, upgrade], ids=["a server's start", "upgrade"])
def test_newer_database_is_refused(database_url, work):
    async def make_newer(database):
        await upgrade(database)
        await execute(database, "UPDATE limner_schema SET version_num = '9999'")

    run(database_url, make_newer)

    with pytest.raises(SchemaError, match=r"has the schema 9999, but this version .*: update Limner"):
        run(database_url, work)


def test_start_upgrades_sqlite_only(database_url):
    if database_url.startswith("sqlite"):
        run(database_url, prepare)
        assert run(database_url, current_revision) == schema.HEAD
    else:
        with pytest.raises(SchemaError, match=r"has no schema, but needs \d+\. Run: limner db upgrade"):
            run(database_url, prepare)


def test_upgrade_waits_for_another_on_postgres(postgres_url, monkeypatch):
    async def work(database):
        async with database.write() as connection:
            await connection.execute(text(f"SELECT pg_advisory_xact_lock({schema.LOCK})"))
            waiting = asyncio.create_task(upgrade(database))
            await asyncio.sleep(0.2)
            is_waiting = not waiting.done()
        await waiting
        return is_waiting, await current_revision(database)

    assert run(postgres_url, work) == (True, schema.HEAD)


def test_damaged_file_is_an_outage(tmp_path):
    (tmp_path / "limner.db").write_bytes(b"no database" * 100)

    with pytest.raises(OverloadedError) as caught:
        run(f"sqlite:///{tmp_path / 'limner.db'}", prepare)

    assert caught.value.code == "database_unavailable"


def test_schema_of_another_application_is_not_taken_for_ours(database_url):
    async def work(database):
        await execute(database, "CREATE TABLE alembic_version (version_num VARCHAR(32))")
        await execute(database, "INSERT INTO alembic_version VALUES ('0001')")
        before = await current_revision(database)
        await upgrade(database)
        async with database.read() as connection:
            theirs = (await connection.execute(text("SELECT version_num FROM alembic_version"))).all()
        return before, await current_revision(database), theirs

    assert run(database_url, work) == (None, schema.HEAD, [("0001",)])


def test_table_of_another_application_is_left_alone(database_url):
    async def work(database):
        await execute(database, "CREATE TABLE ledger (x INTEGER)", "INSERT INTO ledger VALUES (7)")
        with pytest.raises(OverloadedError) as caught:
            await upgrade(database)
        async with database.read() as connection:
            kept = (await connection.execute(text("SELECT x FROM ledger"))).all()
        return describe_outage(caught.value), await current_revision(database), kept

    reason, revision, kept = run(database_url, work)
    assert "ledger" in reason
    assert "already exists" in reason
    assert (revision, kept) == (None, [(7,)])
