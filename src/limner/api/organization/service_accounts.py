"""/v1/organization/projects/{project}/service_accounts: the way to create a key through the API.

A service account and its key are one row: creating an account creates the key, and deleting either deletes both.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from limner.access.keys import ApiKey, KeyStore
from limner.api.body import BodyReader
from limner.api.meta import json_response
from limner.api.organization.parameters import list_response, read_body, read_query, require_admin_key
from limner.api.organization.project_keys import account_id, fetch_page, find_key, key_id_of
from limner.api.organization.projects import find_project
from limner.core.errors import BadRequestError, NotFoundError
from limner.families.family import Table
from limner.families.readers import boolean, integer, text
from limner.families.wording import shorten

MAX_LIFETIME_S = 3_155_760_000
"""A hundred years."""
LISTING: Table = {"after": text(), "limit": integer(1, 100, default=20)}
NAME = replace(text(), required=True)
LIFETIME = integer(1, MAX_LIFETIME_S)
CREATION: Table = {"name": NAME, "create_service_account_only": boolean(), "expires_in_seconds": LIFETIME}


@dataclass(frozen=True, slots=True)
class ServiceAccountsApi:
    keys: KeyStore
    body: BodyReader

    def routes(self, prefix: str) -> Sequence[Route]:
        top = f"{prefix}/organization/projects/{{project}}/service_accounts"
        return [
            Route(top, self.list, methods=["GET"]),
            Route(top, self.create, methods=["POST"]),
            Route(f"{top}/{{account}}", self.retrieve, methods=["GET"]),
            Route(f"{top}/{{account}}", self.delete, methods=["DELETE"]),
        ]

    async def create(self, http: Request) -> Response:
        require_admin_key(http)
        values = await read_body(http, self.body, CREATION)
        if values["create_service_account_only"]:
            raise BadRequestError(
                "Unsupported value: 'create_service_account_only' must be false, because each service account of this"
                " server has one key.",
                param="create_service_account_only",
                code="unsupported_value",
            )
        new = await self.keys.create(
            name=values["name"],
            project_id=http.path_params["project"],
            expires_at=expiry(values["expires_in_seconds"]),
        )
        key = {
            "object": "organization.project.service_account.api_key",
            "id": new.key.id,
            "name": new.key.name,
            "created_at": new.key.created_at,
            "expires_at": new.key.expires_at,
            "value": new.secret,
        }
        return json_response(_as_json(new.key) | {"api_key": key})

    async def list(self, http: Request) -> Response:
        query = read_query(http, LISTING)
        project = await find_project(self.keys, http.path_params["project"])
        after = key_id_of(query["after"]) if query["after"] else None
        page = await fetch_page(self.keys, "project", query, project_id=project.id, after=after)
        return list_response([_as_json(key) for key in page.keys], has_more=page.has_more)

    async def retrieve(self, http: Request) -> Response:
        return json_response(_as_json(await self._find(http)))

    async def delete(self, http: Request) -> Response:
        require_admin_key(http)
        key = await self._find(http)
        await self.keys.revoke(key.id)
        answer = {"object": "organization.project.service_account.deleted", "id": account_id(key), "deleted": True}
        return json_response(answer)

    async def _find(self, http: Request) -> ApiKey:
        account = http.path_params["account"]
        try:
            return await find_key(self.keys, key_id_of(account), http.path_params["project"])
        except NotFoundError:
            raise NotFoundError(f"No such service account: {shorten(account)}", code="not_found") from None


def expiry(lifetime_s: int | None) -> int | None:
    return None if lifetime_s is None else int(time.time()) + lifetime_s


def _as_json(key: ApiKey) -> dict[str, Any]:
    return {
        "object": "organization.project.service_account",
        "id": account_id(key),
        "name": key.name,
        "role": "member",
        "created_at": key.created_at,
    }
