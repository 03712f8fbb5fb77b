"""The file of SQLite: who may read it, and what happens if it is missing, damaged, deleted or replaced."""

import asyncio
import os
import shutil
import stat
import tempfile

import pytest
from sqlalchemy import text

from limner.access.control import AccessControl, check_database
from limner.core.errors import OverloadedError
from limner.database.connections import Database, describe_outage
from limner.database.schema import upgrade
from limner.settings import Access, Ledger, Settings, SettingsError, Storage
from limner.settings import Database as DatabaseSettings
from managed_keys import create_key, managed_server
from raw_http import get, post_json

PARAMS = {"model": "gpt-image-1", "prompt": "a", "size": "64x64"}


@pytest.fixture
def unwritable(tmp_path):
    """The settings of a storage folder that cannot be made."""
    (tmp_path / "file").touch()
    return Storage(folder=tmp_path / "file")


@pytest.mark.parametrize("access", [Access(managed_keys=True), Access(monthly_budget=1)], ids=["keys", "budget"])
def test_keys_and_budgets_need_a_lasting_database(unwritable, access):
    """In a temporary one all keys would be unknown, and after a restart nothing would be spent."""
    with pytest.raises(SettingsError, match=r"of the database .* cannot be made"):
        AccessControl(Settings(storage=unwritable, access=access))


@pytest.mark.parametrize("access", [Access(managed_keys=True), Access(monthly_budget=0)], ids=["keys", "budget"])
def test_keys_and_budgets_need_the_ledger(tmp_path, access):
    with pytest.raises(SettingsError, match=r"needs the ledger: set 'ledger\.enabled'"):
        AccessControl(Settings(storage=Storage(folder=tmp_path), access=access, ledger=Ledger(enabled=False)))


def test_temporary_database_is_deleted(unwritable, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    settings = Settings(storage=unwritable)
    asyncio.run(check_database(settings))

    async def scenario():
        access = AccessControl(settings)
        await access.start()
        found = list(tmp_path.glob("limner-*/limner.db"))
        await access.close()
        return found

    assert len(asyncio.run(scenario())) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("by_url", [False, True])
def test_damaged_database_is_named_at_the_start(tmp_path, by_url):
    path = tmp_path / "limner.db"
    path.write_bytes(os.urandom(10_000))
    url = f"sqlite:///{path}" if by_url else None
    settings = Settings(storage=Storage(folder=tmp_path), database=DatabaseSettings(url=url))
    name = r"of 'database\.url'" if by_url else f"'{path}'"

    with pytest.raises(SettingsError, match=f"The database {name} cannot be used: file is not a database"):
        asyncio.run(check_database(settings))


@pytest.mark.parametrize("by_url", [False, True])
def test_database_is_private(tmp_path, by_url):
    path = tmp_path / "folder" / "limner.db"
    url = f"sqlite:///{path}" if by_url else None
    asyncio.run(check_database(Settings(storage=Storage(folder=path.parent), database=DatabaseSettings(url=url))))

    async def modes():
        database = Database(f"sqlite:///{path}", timeout_s=5)
        try:
            await database.ping()
            async with database.write() as connection:
                await connection.execute(text("DELETE FROM ledger"))
            return {one.name: stat.S_IMODE(one.stat().st_mode) for one in path.parent.iterdir()}
        finally:
            await database.close()

    assert asyncio.run(modes()) == dict.fromkeys(("limner.db", "limner.db-shm", "limner.db-wal"), 0o600)


def test_mode_of_an_existing_database_is_kept(tmp_path):
    path = tmp_path / "limner.db"
    path.touch(0o640)
    path.chmod(0o640)

    asyncio.run(check_database(Settings(storage=Storage(folder=tmp_path))))

    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("end", ["deleted", "replaced"])
def test_deleted_or_replaced_file_is_an_outage(tmp_path, end):
    path = tmp_path / "limner.db"

    async def scenario():
        database = Database(f"sqlite:///{path}", timeout_s=5)
        try:
            await upgrade(database)
            if end == "replaced":
                shutil.copy(path, tmp_path / "backup")
                (tmp_path / "backup").replace(path)
            else:
                path.unlink()
            with pytest.raises(OverloadedError) as caught:
                await database.ping()
            return describe_outage(caught.value)
        finally:
            await database.close()

    reason = asyncio.run(scenario())
    assert str(path) in reason
    assert ("Restart the server" in reason) == (end == "replaced")


def test_server_without_its_folder_refuses_managed_keys_and_keeps_records(tmp_path):
    folder = tmp_path / "data"
    url = f"sqlite:///{folder / 'limner.db'}"
    headers = {"Authorization": f"Bearer {create_key(url).secret}"}

    with managed_server(url, folder, api_keys=("sk-static-key",)) as server:
        assert post_json(server.port, "/v1/images/generations", PARAMS, headers=headers).status == 200
        shutil.rmtree(folder)
        create_key(url)  # another database than the server's
        refused = post_json(server.port, "/v1/images/generations", PARAMS, headers={"api-key": "sk-limner-" + "a" * 43})
        ready = get(server.port, "/health/ready")
        drawn = post_json(server.port, "/v1/images/generations", PARAMS, headers={"api-key": "sk-static-key"})

    assert (refused.status, refused.error["code"]) == (503, "database_unavailable")
    assert (ready.status, ready.error["code"]) == (503, "dependency_failed")
    assert drawn.status == 200
    journal = b"".join(path.read_bytes() for path in (folder / "ledger").iterdir())
    assert drawn.headers["x-request-id"].encode() in journal
