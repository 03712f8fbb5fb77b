"""Records reach the database once, whatever fails on the way."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from limner.access import ledger as ledger_module
from limner.access.budgets import Budgets, period_of
from limner.access.journal import Journal, JournalEntry
from limner.access.ledger import Ledger
from limner.core.errors import OverloadedError
from limner.core.picture import Size
from limner.core.usage import TokenUsage
from limner.database.tables import api_keys, ledger, reservations, spending
from records import NOW, make_record, opened, opened_ledger, rows_of


def test_record_becomes_a_row(database_url, tmp_path):
    record = make_record(
        size=Size(1536, 1024), user="ann", usage=TokenUsage(7, 11, 13), num_partials=2, error_code="x", prompt="a fox"
    )

    async def scenario():
        async with opened_ledger(database_url, tmp_path) as (book, database):
            book.add(record, is_reserved=False)
            await book.flush()
            return await rows_of(database, ledger)

    (row,) = asyncio.run(scenario())
    assert (row["size"], row["user"], row["prompt"], row["num_partials"]) == ("1536x1024", "ann", "a fox", 2)
    assert (row["text_tokens"], row["image_tokens"], row["output_tokens"]) == (7, 11, 13)
    assert {name: row[name] for name in ("request_id", "key_id", "cost", "drawing_s", "error_code")} == {
        "request_id": "req_1",
        "key_id": "key_1",
        "cost": 100,
        "drawing_s": 0.2,
        "error_code": "x",
    }


def test_rows_are_written_without_a_flush(database_url, tmp_path):
    async def scenario():
        async with opened_ledger(database_url, tmp_path) as (book, database):
            for number in range(1200):
                book.add(make_record(f"req_{number}"), is_reserved=False)
            async with asyncio.timeout(20):
                while book.num_waiting:
                    await asyncio.sleep(0.02)
            return len(await rows_of(database, ledger))

    assert asyncio.run(scenario()) == 1200


def test_the_same_record_counts_once(database_url, tmp_path):
    record = make_record(cost=70)

    async def scenario():
        async with opened_ledger(database_url, tmp_path) as (book, database):
            for _ in range(3):
                book.add(record, is_reserved=False)
                await book.flush()
            return await rows_of(database, ledger), await rows_of(database, spending)

    rows, spent = asyncio.run(scenario())
    assert len(rows) == 1
    assert [one["amount"] for one in spent] == [70]


def test_flush_replaces_a_reservation_by_the_cost(database_url, tmp_path):
    async def scenario():
        async with opened_ledger(database_url, tmp_path) as (book, database):
            await book._budgets.reserve("req_1", "key_1", 500, budget=1000, now=NOW)
            before = await rows_of(database, spending)
            book.add(make_record(cost=120), is_reserved=True)
            await book.flush()
            return before, await rows_of(database, spending), await rows_of(database, reservations)

    before, after, left = asyncio.run(scenario())
    assert before == [{"key_id": "key_1", "period": period_of(NOW), "amount": 500}]
    assert after == [{"key_id": "key_1", "period": period_of(NOW), "amount": 120}]
    assert left == []


def test_last_use_of_a_key_is_noted(database_url, tmp_path):
    async def scenario():
        async with opened_ledger(database_url, tmp_path) as (book, database):
            from limner.access.keys import KeyStore

            keys = KeyStore(database)
            key = (await keys.create(name="ci")).key
            for at in (1_000_000, 3_000_000, 2_000_000):
                book.add(make_record(f"req_{at}", key_id=key.id, created_at_ms=at), is_reserved=False)
                await book.flush()
            return await rows_of(database, api_keys)

    (row,) = asyncio.run(scenario())
    assert row["last_used_at"] == 3000


def test_a_refused_record_does_not_hold_up_the_others(postgres_url, tmp_path, caplog):
    async def scenario():
        async with opened_ledger(postgres_url, tmp_path) as (book, database):
            book.add(make_record("req_good_1"), is_reserved=False)
            book.add(make_record("req_bad", model="x" * 300), is_reserved=False)
            book.add(make_record("req_good_2"), is_reserved=False)
            await book.flush()
            return [row["request_id"] for row in await rows_of(database, ledger)], book.num_failures

    rows, failures = asyncio.run(scenario())
    assert sorted(rows) == ["req_good_1", "req_good_2"]
    assert failures == 1
    assert "req_bad" in caplog.text


def test_records_wait_while_the_database_is_gone(tmp_path, monkeypatch):
    monkeypatch.setattr(ledger_module, "RETRY_S", 0.05)
    url = f"sqlite:///{tmp_path / 'test.db'}"

    async def scenario():
        async with opened_ledger(url, tmp_path / "journal") as (book, database):
            async with database.write() as connection:
                await connection.execute(text("ALTER TABLE ledger RENAME TO away"))
            book.add(make_record(), is_reserved=False)
            with pytest.raises(OverloadedError):
                await book.flush()
            assert book.num_waiting == 1
            async with database.write() as connection:
                await connection.execute(text("ALTER TABLE away RENAME TO ledger"))
            async with asyncio.timeout(10):
                while book.num_waiting:
                    await asyncio.sleep(0.02)
            return len(await rows_of(database, ledger))

    assert asyncio.run(scenario()) == 1
    assert list((tmp_path / "journal").iterdir()) == []


def test_journal_of_a_killed_process_is_taken_over(tmp_path):
    journal = tmp_path / "journal"
    code = (
        "import os, signal; from pathlib import Path; from records import make_record\n"
        "from limner.access.journal import Journal, JournalEntry\n"
        f"journal = Journal(Path({str(journal)!r}))\n"
        "for number in range(3): journal.append(JournalEntry(make_record(f'req_{number}'), False))\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    done = subprocess.run([sys.executable, "-c", code], check=False, env=environment)
    assert done.returncode == -signal.SIGKILL

    async def scenario():
        async with opened_ledger(f"sqlite:///{tmp_path / 'test.db'}", journal) as (book, database):
            await book.flush()
            return sorted(row["request_id"] for row in await rows_of(database, ledger))

    assert asyncio.run(scenario()) == ["req_0", "req_1", "req_2"]
    assert list(journal.iterdir()) == []


def test_journal_in_use_is_not_taken_over(tmp_path):
    first = Journal(tmp_path)
    first.append(JournalEntry(make_record(), is_reserved=True))

    second = Journal(tmp_path)

    assert second.adopt() == []
    second.close()
    first.close()
    third = Journal(tmp_path)
    (entry,) = third.adopt()
    assert (entry.record.request_id, entry.is_reserved) == ("req_1", True)
    third.clear()
    third.close()
    assert list(tmp_path.iterdir()) == []


def test_damaged_line_of_a_journal_is_skipped(tmp_path, caplog):
    first = Journal(tmp_path)
    first.append(JournalEntry(make_record("req_1"), is_reserved=False))
    os.write(first._file, b'{"record": {"request_id"')
    first.close()

    second = Journal(tmp_path)

    assert [entry.record.request_id for entry in second.adopt()] == ["req_1"]
    assert "damaged" in caplog.text
    second.clear()
    second.close()


def test_ledger_works_without_a_journal(tmp_path, caplog):
    (tmp_path / "journal").write_text("a file where the folder should be")

    async def scenario():
        async with opened(f"sqlite:///{tmp_path / 'test.db'}") as database:
            book = Ledger(database, Budgets(database), tmp_path / "journal")
            await book.start()
            book.add(make_record(), is_reserved=False)
            await book.close()
            return len(await rows_of(database, ledger)), book.num_failures

    assert asyncio.run(scenario()) == (1, 1)
    assert "in memory only" in caplog.text


def test_close_leaves_the_journal_if_the_database_is_gone(tmp_path):
    url = f"sqlite:///{tmp_path / 'test.db'}"

    async def lose():
        async with opened_ledger(url, tmp_path / "journal") as (book, database):
            book.add(make_record(), is_reserved=False)
            async with database.write() as connection:
                await connection.execute(text("ALTER TABLE ledger RENAME TO away"))

    async def recover():
        async with opened(url) as database, database.write() as connection:
            await connection.execute(text("ALTER TABLE away RENAME TO ledger"))
        async with opened_ledger(url, tmp_path / "journal") as (book, database):
            await book.flush()
            return len(await rows_of(database, ledger))

    asyncio.run(lose())
    assert len(list((tmp_path / "journal").iterdir())) == 1
    assert asyncio.run(recover()) == 1
