"""What `limner doctor` says about the services of the settings."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import make_url, text

from limner.cli.service_checks import check_services
from limner.database.connections import Database
from limner.database.schema import HEAD, upgrade
from limner.database.tables import batches
from limner.settings import Database as DatabaseSettings
from limner.settings import Moderation, Redis, Settings, Storage


@pytest.fixture
def settings(tmp_path):
    return Settings(storage=Storage(folder=tmp_path))


def found(settings, name):
    return next(one for one in check_services(settings) if one.name == name)


def with_url(settings, url):
    return replace(settings, database=DatabaseSettings(url=url, timeout_s=2))


def prepare(url, *statements):
    async def scenario():
        database = Database(url, timeout_s=10)
        try:
            await upgrade(database)
            async with database.write() as connection:
                for statement in statements:
                    await connection.execute(text(statement) if isinstance(statement, str) else statement)
        finally:
            await database.close()

    asyncio.run(scenario())


def test_default_database_is_not_made(settings, tmp_path):
    finding = found(settings, "database")

    assert (finding.status, list(tmp_path.iterdir())) == ("ok", [])
    assert finding.detail == f"'{tmp_path / 'limner.db'}' will be made when a server starts"


def test_database_with_the_schema_is_ok(settings, database_url):
    prepare(database_url)

    finding = found(with_url(settings, database_url), "database")

    assert (finding.status, finding.remedy) == ("ok", "")
    assert finding.detail.endswith(f"has the schema {HEAD}")


BATCH = {
    "id": "batch_1",
    "key_id": "",
    "endpoint": "/v1/images/edits",
    "input_file_id": "file-1",
    "base_url": "",
    "created_at": 1000,
    "expires_at": 2000,
    "total": 9,
    "completed": 3,
    "failed": 1,
    "num_attempts": 0,
    "text_tokens": 0,
    "image_tokens": 0,
    "output_tokens": 0,
    "lease_expires_at": 0,
    "turn_at": 0,
}


@pytest.mark.parametrize("status", ["in_progress", "completed"])
def test_unfinished_batches_are_counted(settings, database_url, status):
    prepare(database_url, batches.insert().values(BATCH | {"status": status, "has_parts": True}))

    finding = found(with_url(settings, database_url), "batches")

    assert finding.status == "ok"
    if status == "completed":
        assert finding.detail == "0 unfinished"
    else:
        assert finding.detail.startswith("1 unfinished, 5 lines wait, and 0 are drawn; the oldest was created ")


def test_postgres_without_a_schema_names_the_command(settings, postgres_url):
    finding = found(with_url(settings, postgres_url), "database")

    assert (finding.status, finding.remedy) == ("missing", "limner db upgrade")
    assert "has no schema" in finding.detail


def test_newer_database_is_reported(settings, database_url):
    prepare(database_url, "UPDATE limner_schema SET version_num = '9999'")

    finding = found(with_url(settings, database_url), "database")

    assert (finding.status, finding.remedy.split(":")[0]) == ("missing", "Update Limner")


@pytest.mark.parametrize(
    ("change", "reason"), [({"database": "nothing_of_limner"}, "does not exist"), ({"port": 1}, "Connect call failed")]
)
def test_unusable_database_is_reported_without_the_password(settings, postgres_url, change, reason):
    url = make_url(postgres_url).set(password="hunter2", **change)  # noqa: S106

    finding = found(with_url(settings, url.render_as_string(hide_password=False)), "database")

    assert finding.status == "missing"
    assert reason in finding.detail
    assert "hunter2" not in finding.detail


def test_wrong_url_of_the_database_is_reported(settings):
    finding = found(with_url(settings, "mysql://a:hunter2@b/c"), "database")

    assert finding.status == "missing"
    assert "names 'mysql'" in finding.detail


def test_redis_that_works_is_ok(settings, redis_url):
    assert found(replace(settings, redis=Redis(url=redis_url)), "redis").status == "ok"


@pytest.mark.parametrize(
    ("url", "reason"),
    [("redis://:hunter2@127.0.0.1:1/0", "refused"), ("http://:hunter2@127.0.0.1", "is not a URL such as")],
)
def test_unusable_redis_is_reported_without_the_password(settings, url, reason):
    finding = found(replace(settings, redis=Redis(url=url)), "redis")

    assert finding.status == "missing"
    assert reason in finding.detail
    assert "hunter2" not in finding.detail


def test_redis_is_checked_only_if_it_is_set(settings):
    assert "redis" not in {one.name for one in check_services(settings)}


@pytest.mark.parametrize(
    ("moderation", "status", "detail"),
    [
        (Moderation(), "optional", "off: prompts are not checked"),
        (Moderation(provider="patterns"), "ok", "patterns works"),
        (Moderation(provider="nothing"), "missing", "nothing: Unknown provider 'nothing'"),
        (Moderation(provider="openai", url="http://127.0.0.1:1", api_key="hunter2"), "missing", "openai: ConnectError"),
    ],
)
def test_moderation_is_checked(settings, moderation, status, detail):
    finding = found(replace(settings, moderation=moderation), "moderation")

    assert finding.status == status
    assert finding.detail.startswith(detail)
    assert "hunter2" not in finding.detail


def test_moderation_of_a_public_server_is_the_list(settings):
    assert found(replace(settings, host="0.0.0.0"), "moderation").detail == "patterns works"
