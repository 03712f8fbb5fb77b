"""Rate limits of a project, for all its keys together, by model."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import select

from limner.database.connections import Database
from limner.database.tables import project_rate_limits

Limit = Literal["requests_per_minute", "images_per_minute"]


@dataclass(frozen=True, slots=True)
class ProjectLimit:
    """None: no limit."""

    requests_per_minute: int | None = None
    images_per_minute: int | None = None


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
