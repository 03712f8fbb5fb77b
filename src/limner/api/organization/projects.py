"""/v1/organization/projects: what the keys name as their project. Projects are not created: a key names a new one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from limner.access.keys import KeyStore, Project
from limner.api.meta import json_response
from limner.api.organization.parameters import list_response, read_query, unknown_cursor_error
from limner.core.errors import NotFoundError
from limner.families.family import Table
from limner.families.readers import integer, text
from limner.families.wording import shorten

LISTING: Table = {"after": text(), "limit": integer(1, 100, default=20)}


@dataclass(frozen=True, slots=True)
class ProjectsApi:
    keys: KeyStore

    def routes(self, prefix: str) -> Sequence[Route]:
        top = f"{prefix}/organization/projects"
        return [
            Route(top, self.list, methods=["GET"]),
            Route(f"{top}/{{project}}", self.retrieve, methods=["GET"]),
        ]

    async def list(self, http: Request) -> Response:
        query = read_query(http, LISTING)
        projects = await self.keys.projects()
        begin = 0
        if query["after"]:
            ids = [project.id for project in projects]
            if query["after"] not in ids:
                raise unknown_cursor_error("after", query["after"])
            begin = ids.index(query["after"]) + 1
        end = begin + query["limit"]
        return list_response([_as_json(one) for one in projects[begin:end]], has_more=end < len(projects))

    async def retrieve(self, http: Request) -> Response:
        return json_response(_as_json(await find_project(self.keys, http.path_params["project"])))


async def find_project(keys: KeyStore, project_id: str) -> Project:
    """Raises NotFoundError."""
    for project in await keys.projects():
        if project.id == project_id:
            return project
    raise NotFoundError(f"No such project: {shorten(project_id)}", code="not_found")


def _as_json(project: Project) -> dict[str, Any]:
    return {
        "object": "organization.project",
        "id": project.id,
        "name": project.id,
        "created_at": project.created_at,
        "archived_at": None,
        "status": "active",
    }
