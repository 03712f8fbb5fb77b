"""`limner db`, and what `limner serve` says about a database."""

import asyncio
import json
import subprocess
import sys

import pytest
from sqlalchemy import make_url, text

from limner.database.connections import Database
from limner.database.schema import HEAD, current_revision, upgrade


def run(url, work):
    async def scenario():
        database = Database(url, timeout_s=10)
        try:
            return await work(database)
        finally:
            await database.close()

    return asyncio.run(scenario())


async def make_newer(database):
    await upgrade(database)
    async with database.write() as connection:
        await connection.execute(text("UPDATE limner_schema SET version_num = '9999'"))


@pytest.fixture
def url(monkeypatch, database_url):
    monkeypatch.setenv("LIMNER_DATABASE__URL", database_url)
    return database_url


@pytest.mark.parametrize("command", ["upgrade", "status"])
def test_help_has_examples(limner, command):
    ran = limner("db", command, "--help")

    assert ran.code == 0
    assert f"limner db {command}" in ran.out.split("Examples")[1]


def test_upgrade_brings_the_schema(limner, url):
    before = limner("db", "status")
    first, second = limner("db", "upgrade"), limner("db", "upgrade")
    after = limner("db", "status")

    shown = make_url(url).render_as_string(hide_password=True)
    assert (before.code, before.lines[-1]) == (1, "Run: limner db upgrade")
    assert "has no schema" in before.out
    assert (first.code, first.out) == (0, f"{shown} was upgraded to the schema {HEAD}.\n")
    assert (second.code, second.out) == (0, f"{shown} has the schema {HEAD}.\n")
    assert (after.code, after.lines[-1]) == (0, "Nothing is to be done.")
    assert run(url, current_revision) == HEAD


def test_status_is_readable_by_programs(limner, url):
    before = limner("db", "status", "--json")
    limner("db", "upgrade")
    after = limner("db", "status", "--json")

    assert json.loads(before.out) | {"database": ""} == {
        "database": "",
        "schema": None,
        "needed": HEAD,
        "remedy": "Run: limner db upgrade",
    }
    assert (json.loads(after.out)["schema"], json.loads(after.out)["remedy"]) == (HEAD, None)


def test_newer_database_is_refused(limner, url):
    run(url, make_newer)

    status, upgraded = limner("db", "status"), limner("db", "upgrade")

    assert (status.code, status.lines[-1]) == (1, "Update Limner: a newer version has upgraded the database.")
    assert (upgraded.code, upgraded.out) == (2, "")
    assert f"has the schema 9999, but this version of Limner knows {HEAD}: update Limner." in upgraded.err
    assert len(upgraded.err.splitlines()) == 1


@pytest.mark.parametrize("command", ["upgrade", "status"])
def test_absent_database_is_one_clear_line(limner, monkeypatch, command):
    monkeypatch.setenv("LIMNER_DATABASE__URL", "postgresql://ann:hunter2@127.0.0.1:1/name")

    ran = limner("db", command)

    assert (ran.code, ran.out) == (1, "")
    assert "The database postgresql://ann:***@127.0.0.1:1/name cannot be used: " in ran.err
    assert len(ran.err.splitlines()) == 1


def test_config_file_names_the_database(limner, monkeypatch, tmp_path):
    (tmp_path / "limner.toml").write_text(f'[database]\nurl = "sqlite:///{tmp_path / "named.db"}"\n')

    assert limner("db", "upgrade", "--config", str(tmp_path / "limner.toml")).code == 0
    assert run(f"sqlite:///{tmp_path / 'named.db'}", current_revision) == HEAD


@pytest.mark.parametrize(
    ("prepare", "message"),
    [
        (None, f"The database has no schema, but needs {HEAD}. Run: limner db upgrade"),
        (make_newer, f"The database has the schema 9999, but this version of Limner knows {HEAD}: update Limner."),
    ],
    ids=["empty", "newer"],
)
def test_serve_says_what_postgres_needs(monkeypatch, postgres_url, tmp_path, prepare, message):
    if prepare is not None:
        run(postgres_url, prepare)
    monkeypatch.setenv("LIMNER_DATABASE__URL", postgres_url)
    monkeypatch.setenv("LIMNER_STORAGE__FOLDER", str(tmp_path))

    command = [sys.executable, "-m", "limner.cli", "serve", "--port", "0"]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    assert ran.returncode == 2
    assert ran.stderr == f"limner: {message}\n"
