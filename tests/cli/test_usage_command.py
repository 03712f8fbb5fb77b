"""`limner usage`, from a database and from a server, as table, JSON and CSV."""

import asyncio
import csv
import io
import json
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from limner.access.keys import KeyStore
from limner.database.connections import Database as OpenDatabase
from limner.database.schema import HEAD
from limner.settings import Access, Database, Settings, Storage
from records import fill_ledger, make_record, opened
from running import running_server
from tiny_engine import TinyEngine

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
NOVEMBER = ("--since", "2026-11-01", "--until", "2026-12-01")


def record(day, **values):
    return make_record(created_at_ms=int(NOON.replace(day=day).timestamp() * 1000), **values)


RECORDS = [
    record(1, model="gpt-image-1", num_images=2, cost=1_500_000, total_s=1.0),
    record(2, model="gpt-image-1", num_images=1, cost=250_000, total_s=3.0),
    record(2, model="dall-e-2", num_images=0, cost=0, outcome="failed", key_id="", operation="edit"),
]


@pytest.fixture
def storage(tmp_path):
    """The folder that the fixture `limner` names in the environment, with a filled database."""
    folder = tmp_path / "storage"
    folder.mkdir()
    fill_ledger(f"sqlite:///{folder / 'limner.db'}", folder / "ledger", RECORDS)
    return folder


def rows_of(ran):
    """The cells of each line of the table, up to the empty line."""
    table = ran.lines[: ran.lines.index("")]
    return [line.split() for line in table]


def test_table_has_models_and_totals(limner, storage):
    ran = limner("usage", *NOVEMBER)

    head, *rows = rows_of(ran)
    assert ran.code == 0
    assert (head[0], head[1], head[-5:]) == ("MODEL", "REQUESTS", ["COST", "USD", "P50", "P90", "P99"])
    assert rows == [
        ["gpt-image-1", "2", "0", "0", "3", "10", "0", "2,112", "1.7500", "1.000", "3.000", "3.000"],
        ["dall-e-2", "1", "1", "0", "0", "5", "0", "1,056", "0.0000", "-", "-", "-"],
        ["total", "3", "1", "0", "3", "15", "0", "3,168", "1.7500", "1.000", "3.000", "3.000"],
    ]
    assert "From 2026-11-01 00:00:00 until 2026-12-01 00:00:00 UTC." in ran.lines[-1]


def test_rows_are_by_day_and_operation(limner, storage):
    ran = limner("usage", "--by", "day", "--by", "operation", *NOVEMBER)

    assert [row[:2] for row in rows_of(ran)[1:-1]] == [
        ["2026-11-01", "image.generation"],
        ["2026-11-02", "image.generation"],
        ["2026-11-02", "image.edit"],
    ]


def test_rows_are_by_hour(limner, storage):
    ran = limner("usage", "--by", "hour", *NOVEMBER)

    assert [row[:2] for row in rows_of(ran)[1:-1]] == [["2026-11-01", "12:00"], ["2026-11-02", "12:00"]]


def test_keys_are_shown_with_their_names(limner, tmp_path, storage):
    url = f"sqlite:///{storage / 'limner.db'}"

    async def create():
        database = OpenDatabase(url, timeout_s=5)
        key = (await KeyStore(database).create(name="Web shop")).key
        await database.close()
        return key.id

    key_id = asyncio.run(create())
    fill_ledger(url, storage / "ledger", [record(3, key_id=key_id)])

    ran = limner("usage", "--by", "key", "--since", "2026-11-03", "--until", "2026-11-04")

    head, row, _ = rows_of(ran)
    assert head[:2] == ["KEY", "NAME"]
    assert row[:3] == [key_id, "Web", "shop"]


def test_names_of_clients_cannot_control_the_terminal(limner, tmp_path, storage):
    fill_ledger(f"sqlite:///{storage / 'limner.db'}", storage / "ledger", [record(3, user="a\x1b[2J\nb")])

    ran = limner("usage", "--by", "user", "--since", "2026-11-03", "--until", "2026-11-04")

    assert rows_of(ran)[1][0] == "a?[2J?b"


def test_rows_are_by_engine(limner, storage):
    records = [record(3, engine="gpu"), record(3, engine="upstream", num_images=2), record(3, num_images=0)]
    fill_ledger(f"sqlite:///{storage / 'limner.db'}", storage / "ledger", records)

    ran = limner("usage", "--by", "engine", "--since", "2026-11-03", "--until", "2026-11-04")

    assert [row[0] for row in rows_of(ran)] == ["ENGINE", "upstream", "gpu", "-", "total"]


def test_json_is_the_report(limner, storage):
    ran = limner("usage", "--by", "model", "--by", "day", *NOVEMBER, "--json")

    report = json.loads(ran.out)
    assert report["object"] == "limner.usage"
    assert report["group_by"] == ["model"]
    first = report["data"][0]
    assert (first["start_time"], first["model"], first["cost"]) == (1_793_491_200, "gpt-image-1", 1.5)
    assert report["totals"]["latency"]["total"] == {"p50": 1.0, "p90": 3.0, "p99": 3.0}


def test_csv_has_a_line_for_each_row(limner, storage):
    ran = limner("usage", "--by", "day", "--by", "key", *NOVEMBER, "--csv")

    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert [(row["day"], row["api_key_id"], row["images"], row["cost"], row["currency"]) for row in rows] == [
        ("2026-11-01", "key_1", "2", "1.5", "usd"),
        ("2026-11-02", "key_1", "1", "0.25", "usd"),
        ("2026-11-02", "", "0", "0.0", "usd"),
    ]
    assert rows[0]["total_p99_s"] == "1.0"
    assert rows[2]["total_p99_s"] == ""


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@a", "\x1b[31m", "a\r\n=1+1"])
def test_csv_has_no_formulas_and_no_control_characters(limner, tmp_path, name):
    folder = tmp_path / "storage"
    fill_ledger(f"sqlite:///{folder / 'limner.db'}", folder / "ledger", [record(1, user=name)])

    ran = limner("usage", "--by", "user", *NOVEMBER, "--csv")

    (row,) = csv.DictReader(io.StringIO(ran.out))
    assert row["user_id"][0] not in "=+-@"
    assert row["user_id"].isprintable()


def test_usage_of_postgres_is_that_of_the_settings_file(limner, postgres_url, tmp_path):
    fill_ledger(postgres_url, tmp_path / "ledger", RECORDS)
    Path("limner.toml").write_text(f'[database]\nurl = "{postgres_url}"\n')

    ran = limner("usage", "--config", "limner.toml", *NOVEMBER)

    assert rows_of(ran)[-1][:5] == ["total", "3", "1", "0", "3"]


def test_usage_of_a_server_needs_its_admin_key(limner, tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'server.db'}"
    fill_ledger(url, tmp_path / "ledger", RECORDS)

    async def create():
        async with opened(url) as database:
            return (await KeyStore(database).create(name="admin", kind="admin")).secret

    secret = asyncio.run(create())
    settings = Settings(storage=Storage(folder=tmp_path), database=Database(url=url), access=Access(managed_keys=True))
    with running_server(TinyEngine(), settings) as server:
        shown = limner("usage", "--server", server.address, "--key", secret, *NOVEMBER)
        monkeypatch.setenv("OPENAI_ADMIN_KEY", secret)
        by_environment = limner("usage", "--server", server.address, *NOVEMBER)
        monkeypatch.delenv("OPENAI_ADMIN_KEY")
        refused = limner("usage", "--server", server.address)

    assert rows_of(shown)[-1][:5] == ["total", "3", "1", "0", "3"]
    assert by_environment.out == shown.out
    assert refused.code == 1
    assert "Pass the server's key with --key." in refused.err


def test_server_and_database_give_the_same_report(limner, storage):
    settings = Settings(storage=Storage(folder=storage))
    by = ("--by", "day", "--by", "project", "--json")
    with running_server(TinyEngine(), settings) as server:
        of_server = limner("usage", "--server", server.address, *by, *NOVEMBER)
    of_database = limner("usage", *by, *NOVEMBER)

    assert json.loads(of_server.out) == json.loads(of_database.out)


def test_requests_of_this_second_are_counted(limner, storage):
    fill_ledger(
        f"sqlite:///{storage / 'limner.db'}", storage / "ledger", [make_record(created_at_ms=int(time.time() * 1000))]
    )

    assert rows_of(limner("usage", "--since", "5m"))[-1][1] == "1"


def test_missing_database_is_named_and_not_made(limner, tmp_path):
    ran = limner("usage")

    assert ran.code == 2
    path = tmp_path / "storage" / "limner.db"
    assert ran.err == f"limner: There is no database '{path}' yet: 'limner serve' makes it.\n"
    assert not (tmp_path / "storage").exists()


def test_database_without_tables_names_the_command(limner, postgres_url, monkeypatch):
    monkeypatch.setenv("LIMNER_DATABASE__URL", postgres_url)

    ran = limner("usage")

    assert ran.code == 2
    assert ran.err == f"limner: The database has no schema; this version needs {HEAD}. See: limner db status\n"


def test_unreachable_server_is_named(limner):
    ran = limner("usage", "--server", "127.0.0.1:9")

    assert ran.code == 1
    assert "Nothing answers at http://127.0.0.1:9/v1." in ran.err


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--since", "yesterday"), "--since: 'yesterday' is no time"),
        (("--since", "1066-10-14"), "--since: '1066-10-14' is no time"),
        (("--since", "999999d"), "--since: '999999d' is no time"),
        (("--since", "100000d"), "--since: '100000d' is no time"),
        (("--until", "12"), "--until: '12' is no time"),
        (("--since", "2026-11-02", "--until", "2026-11-01"), "--until: it is not after --since."),
        (("--by", "day", "--by", "hour"), "--by: choose one of day and hour."),
        (("--by", "color"), "--by"),
        (("--json", "--csv"), "choose one of --json and --csv."),
        (("--server", "not a url"), "--server: 'not a url' is not an address"),
    ],
)
def test_wrong_use_is_explained(limner, arguments, named):
    ran = limner("usage", *arguments)

    assert ran.code == 2
    assert named in ran.err
    assert len(ran.err.splitlines()) == 1
