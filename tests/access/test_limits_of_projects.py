"""The limits of projects, read from the database."""

import asyncio
import time
from contextlib import asynccontextmanager

import pytest

from limner.access.limits import projects
from limner.access.limits.projects import ProjectLimit, ProjectLimits
from limner.core.errors import OverloadedError
from limner.database.connections import Database
from limner.database.tables import project_rate_limits
from records import opened


async def write(database, *, project="p", model="m", **limits):
    statement = database.insert(project_rate_limits).values(project_id=project, model=model, **limits)
    async with database.write() as connection:
        await connection.execute(statement.on_conflict_do_update(index_elements=["project_id", "model"], set_=limits))


@pytest.fixture
def num_queries(monkeypatch):
    """Counts the reads of the database."""
    counts = []
    read = Database.read

    def counting(database):
        counts.append(1)
        return read(database)

    monkeypatch.setattr(Database, "read", counting)
    return lambda: len(counts)


def test_limits_are_those_of_the_project_and_model(database_url):
    async def scenario():
        async with opened(database_url) as database:
            await write(database, requests_per_minute=5, images_per_minute=7)
            await write(database, project="q", images_per_minute=0)
            limits = ProjectLimits(database)
            found = [await limits.find(*names) for names in (("p", "m"), ("q", "m"), ("p", "other"), ("r", "m"))]
            await limits.close()
            return found

    assert asyncio.run(scenario()) == [ProjectLimit(5, 7), ProjectLimit(None, 0), ProjectLimit(), ProjectLimit()]


def test_many_requests_share_one_query(database_url, num_queries):
    async def scenario():
        async with opened(database_url) as database:
            limits = ProjectLimits(database)
            before = num_queries()
            await asyncio.gather(*(limits.find("p", f"model {index}") for index in range(50)))
            return num_queries() - before

    assert asyncio.run(scenario()) == 1


def test_change_is_obeyed_within_a_second(database_url, monkeypatch):
    async def scenario():
        async with opened(database_url) as database:
            await write(database, requests_per_minute=5)
            limits = ProjectLimits(database)
            before = await limits.find("p", "m")
            await write(database, requests_per_minute=9)
            limits._projects["p"].read_at_s -= projects.MAX_AGE_S  # a second passes
            return before, await limits.find("p", "m")

    assert asyncio.run(scenario()) == (ProjectLimit(5), ProjectLimit(9))


def test_busy_project_is_refreshed_without_waiting(database_url):
    async def scenario():
        async with opened(database_url) as database:
            await write(database, requests_per_minute=5)
            limits = ProjectLimits(database)
            await limits.find("p", "m")
            await write(database, requests_per_minute=9)
            limits._projects["p"].read_at_s -= projects.FRESH_S
            stale = await limits.find("p", "m")
            await limits._projects["p"].reading
            return stale, await limits.find("p", "m")

    assert asyncio.run(scenario()) == (ProjectLimit(5), ProjectLimit(9))


def test_last_known_limits_hold_without_the_database(database_url, monkeypatch, num_queries):
    async def scenario():
        async with opened(database_url) as database:
            await write(database, requests_per_minute=5)
            limits = ProjectLimits(database)
            await limits.find("p", "m")
            limits._projects["p"].read_at_s -= 100
            monkeypatch.setattr(Database, "read", failing_read)
            during = [await limits.find("p", "m") for _ in range(10)]
            with pytest.raises(OverloadedError) as refusal:
                await limits.find("unknown", "m")
            return during, refusal.value, len(asked)

    asked = []

    def failing_read(database):
        asked.append(1)
        raise OverloadedError("gone", code="database_unavailable")

    during, refusal, num_asked = asyncio.run(scenario())
    assert during == [ProjectLimit(5)] * 10
    assert refusal.code == "database_unavailable"
    assert num_asked == 2, "once for each project: a failure is not repeated at once"


def test_project_is_read_again_after_an_outage(database_url, monkeypatch):
    async def scenario():
        async with opened(database_url) as database:
            await write(database, requests_per_minute=5)
            limits = ProjectLimits(database)
            with monkeypatch.context() as patch:
                patch.setattr(projects, "RETRY_S", 0)
                patch.setattr(Database, "read", lambda database: (_ for _ in ()).throw(OverloadedError("gone")))
                with pytest.raises(OverloadedError):
                    await limits.find("p", "m")
            return await limits.find("p", "m")

    assert asyncio.run(scenario()) == ProjectLimit(5)


def test_database_that_does_not_answer_delays_requests_briefly_and_once(database_url, monkeypatch):
    hangs_s = 1.5
    monkeypatch.setattr(projects, "MAX_WAIT_S", 0.05)
    monkeypatch.setattr(projects, "RETRY_S", 0)

    @asynccontextmanager
    async def hang(database):
        await asyncio.sleep(hangs_s)
        raise OverloadedError("gone")
        yield

    async def scenario():
        async with opened(database_url) as database:
            await write(database, requests_per_minute=5)
            limits = ProjectLimits(database)
            await limits.find("p", "m")
            limits._projects["p"].read_at_s -= 100
            monkeypatch.setattr(Database, "read", hang)
            began = time.monotonic()
            found = [await limits.find("p", "m")]
            waited_s = time.monotonic() - began
            await limits._projects["p"].reading  # fails
            monkeypatch.setattr(projects, "MAX_WAIT_S", hangs_s)
            began = time.monotonic()
            found.append(await limits.find("p", "m"))
            await limits.close()
            return found, waited_s, time.monotonic() - began

    found, first_s, second_s = asyncio.run(scenario())
    assert found == [ProjectLimit(5)] * 2
    assert max(first_s, second_s) < hangs_s - 0.3


def test_keys_of_the_settings_work_without_the_database_from_the_start(database_url, monkeypatch):
    async def scenario():
        async with opened(database_url) as database:
            await write(database, project="proj_default", requests_per_minute=5)
            limits = ProjectLimits(database)
            await limits.start()
            monkeypatch.setattr(Database, "read", lambda database: (_ for _ in ()).throw(OverloadedError("gone")))
            limits._projects["proj_default"].read_at_s -= 100
            return await limits.find("proj_default", "m")

    assert asyncio.run(scenario()) == ProjectLimit(5)
