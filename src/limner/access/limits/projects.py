"""The limits of each project and model, for all keys of the project together."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import select

from limner.access.keys import DEFAULT_PROJECT
from limner.core.errors import OverloadedError
from limner.database.connections import RETRY_S, Database, unavailable_error
from limner.database.tables import project_rate_limits

FRESH_S = 0.5
MAX_AGE_S = 1.0
"""A change is obeyed within a second. Between the two ages, a request starts a query, but does not wait for it."""
MAX_WAIT_S = 1.0
"""For a database that does not answer, if older limits are known."""

Limit = Literal["requests_per_minute", "images_per_minute"]


@dataclass(frozen=True, slots=True)
class ProjectLimit:
    """None: no limit."""

    requests_per_minute: int | None = None
    images_per_minute: int | None = None


NO_LIMITS = ProjectLimit()


class ProjectLimitStore:
    """Every method raises OverloadedError if the database cannot be used."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find_all(self, project_id: str) -> dict[str, ProjectLimit]:
        """By model."""
        table = project_rate_limits
        query = select(table).where(table.c.project_id == project_id)
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return {row.model: ProjectLimit(row.requests_per_minute, row.images_per_minute) for row in rows}

    async def change(self, project_id: str, model: str, changes: Mapping[Limit, int | None]) -> ProjectLimit:
        """Set some limits of a model, and return all of them."""
        table = project_rate_limits
        values: dict[str, Any] = {str(name): value for name, value in changes.items()}
        statement = self._database.insert(table).values(project_id=project_id, model=model, **values)
        statement = statement.on_conflict_do_update(index_elements=["project_id", "model"], set_=values)
        async with self._database.write() as connection:
            result = await connection.execute(
                statement.returning(table.c.requests_per_minute, table.c.images_per_minute)
            )
            row = result.one()
        return ProjectLimit(row.requests_per_minute, row.images_per_minute)


@dataclass(slots=True)
class CachedProject:
    limits: Mapping[str, ProjectLimit] = field(default_factory=dict)
    """By model."""
    read_at_s: float | None = None
    """Monotonic seconds; None: not read yet."""
    retry_at_s: float = 0.0
    """When to ask again, after a failure; 0: there was none."""
    reading: "asyncio.Task[None] | None" = None


class ProjectLimits:
    """As the requests of a server see them: read from the database now and then."""

    def __init__(self, database: Database) -> None:
        self._store = ProjectLimitStore(database)
        self._projects: dict[str, CachedProject] = {}

    async def start(self) -> None:
        """Know the limits of keys without a project of their own, which work without the database.

        Raises OverloadedError.
        """
        await self.find(DEFAULT_PROJECT, "")

    async def find(self, project_id: str, model: str) -> ProjectLimit:
        """While the database cannot be used, the last known ones. Raises OverloadedError if there are none."""
        project = self._projects.setdefault(project_id, CachedProject())
        now_s = time.monotonic()
        age_s = None if project.read_at_s is None else now_s - project.read_at_s
        if (age_s is None or age_s > FRESH_S) and now_s >= project.retry_at_s:
            if project.reading is None:
                project.reading = asyncio.create_task(self._read(project_id, project))
            if age_s is None:
                await asyncio.shield(project.reading)
            elif age_s > MAX_AGE_S and not project.retry_at_s:
                await asyncio.wait({project.reading}, timeout=MAX_WAIT_S)
        if project.read_at_s is None:
            raise unavailable_error()
        return project.limits.get(model, NO_LIMITS)

    async def close(self) -> None:
        tasks = [project.reading for project in self._projects.values() if project.reading is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _read(self, project_id: str, project: CachedProject) -> None:
        asked_s = time.monotonic()
        try:
            project.limits = await self._store.find_all(project_id)
            project.read_at_s, project.retry_at_s = asked_s, 0.0
        except OverloadedError:  # logged
            project.retry_at_s = time.monotonic() + RETRY_S
        finally:
            project.reading = None
