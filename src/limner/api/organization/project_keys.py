"""/v1/organization/projects/{project}/api_keys: list, retrieve and delete the keys of a project."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from limner.access.key_secrets import Kind
from limner.access.keys import ApiKey, KeyPage, KeyStore, no_such_key_error
from limner.api.meta import json_response
from limner.api.organization.parameters import list_response, read_query, require_admin_key, unknown_cursor_error
from limner.api.organization.projects import find_project
from limner.core.errors import NotFoundError
from limner.families.family import Table
from limner.families.readers import integer, text, words

LISTING: Table = {
    "after": text(),
    "limit": integer(1, 100, default=20),
    "owner_project_access": words("active", "inactive", "any"),
}


@dataclass(frozen=True, slots=True)
class ProjectKeysApi:
    keys: KeyStore

    def routes(self, prefix: str) -> Sequence[Route]:
        top = f"{prefix}/organization/projects/{{project}}/api_keys"
        return [
            Route(top, self.list, methods=["GET"]),
            Route(f"{top}/{{key}}", self.retrieve, methods=["GET"]),
            Route(f"{top}/{{key}}", self.delete, methods=["DELETE"]),
        ]

    async def list(self, http: Request) -> Response:
        query = read_query(http, LISTING)
        project = await find_project(self.keys, http.path_params["project"])
        if query["owner_project_access"] == "inactive":
            return list_response([], has_more=False)
        page = await fetch_page(self.keys, "project", query, project_id=project.id)
        return list_response([_as_json(key) for key in page.keys], has_more=page.has_more)

    async def retrieve(self, http: Request) -> Response:
        return json_response(_as_json(await find_key(self.keys, http.path_params["key"], http.path_params["project"])))

    async def delete(self, http: Request) -> Response:
        require_admin_key(http)
        key = await find_key(self.keys, http.path_params["key"], http.path_params["project"])
        await self.keys.revoke(key.id)
        return json_response({"object": "organization.project.api_key.deleted", "id": key.id, "deleted": True})


async def fetch_page(
    keys: KeyStore,
    kind: Kind,
    query: dict[str, Any],
    *,
    project_id: str | None = None,
    after: str | None = None,
    oldest_first: bool = False,
) -> KeyPage:
    """`after`: the key's id, if it differs from that in the query."""
    try:
        return await keys.list_page(
            kind,
            project_id=project_id,
            after=query["after"] if after is None else after,
            limit=query["limit"],
            oldest_first=oldest_first,
        )
    except NotFoundError:
        raise unknown_cursor_error("after", query["after"]) from None


async def find_key(keys: KeyStore, key_id: str, project_id: str) -> ApiKey:
    """A key of a project that is not revoked. Raises NotFoundError."""
    key = await keys.find(key_id)
    if (key.kind, key.project_id, key.revoked_at) != ("project", project_id, None):
        raise no_such_key_error(key_id)
    return key


def account_id(key: ApiKey) -> str:
    """Of the service account that owns a key: each has exactly one."""
    return "svc_acct_" + key.id.removeprefix("key_")


def key_id_of(account: str) -> str:
    return "key_" + account.removeprefix("svc_acct_")


def _as_json(key: ApiKey) -> dict[str, Any]:
    owner = {"id": account_id(key), "name": key.name, "created_at": key.created_at, "role": "member"}
    return {
        "object": "organization.project.api_key",
        "id": key.id,
        "name": key.name,
        "redacted_value": key.redacted,
        "created_at": key.created_at,
        "last_used_at": key.last_used_at,
        "expires_at": key.expires_at,
        "owner": {"type": "service_account", "service_account": owner},
        "owner_project_access": "active",
    }
