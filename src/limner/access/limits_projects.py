"""The limits of each project and model, as the requests of a server see them: read from the database now and then."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from limner.access.keys import DEFAULT_PROJECT
from limner.access.project_limits import ProjectLimit, ProjectLimitStore
from limner.core.errors import OverloadedError
from limner.database.connections import RETRY_S, Database, unavailable_error

FRESH_S = 0.5
MAX_AGE_S = 1.0
"""A change is obeyed within a second. Between the two ages, a request starts a query, but does not wait for it."""


MAX_WAIT_S = 1.0
"""For a database that does not answer, if older limits are known."""
NO_LIMITS = ProjectLimit()


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
