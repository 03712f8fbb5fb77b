"""/v1/organization/admin_api_keys: the keys that administer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from limner.access.keys import ApiKey, KeyStore, no_such_key_error
from limner.api.body import BodyReader
from limner.api.meta import json_response
from limner.api.organization.parameters import list_response, read_body, read_query, require_admin_key
from limner.api.organization.project_keys import account_id, fetch_page
from limner.api.organization.service_accounts import LIFETIME, NAME, expiry
from limner.families.family import Table
from limner.families.readers import integer, text, words

LISTING: Table = {
    "after": text(),
    "limit": integer(1, 100, default=20),
    "order": words("asc", "desc", default="desc"),
}
CREATION: Table = {"name": NAME, "expires_in_seconds": LIFETIME}


@dataclass(frozen=True, slots=True)
class AdminKeysApi:
    keys: KeyStore
    body: BodyReader

    def routes(self, prefix: str) -> Sequence[Route]:
        top = f"{prefix}/organization/admin_api_keys"
        return [
            Route(top, self.list, methods=["GET"]),
            Route(top, self.create, methods=["POST"]),
            Route(f"{top}/{{key}}", self.retrieve, methods=["GET"]),
            Route(f"{top}/{{key}}", self.delete, methods=["DELETE"]),
        ]

    async def create(self, http: Request) -> Response:
        require_admin_key(http)
        values = await read_body(http, self.body, CREATION)
        expires_at = expiry(values["expires_in_seconds"])
        new = await self.keys.create(name=values["name"], kind="admin", expires_at=expires_at)
        return json_response(_as_json(new.key) | {"value": new.secret})

    async def list(self, http: Request) -> Response:
        query = read_query(http, LISTING)
        page = await fetch_page(self.keys, "admin", query, oldest_first=query["order"] == "asc")
        return list_response([_as_json(key) for key in page.keys], has_more=page.has_more)

    async def retrieve(self, http: Request) -> Response:
        return json_response(_as_json(await self._find(http)))

    async def delete(self, http: Request) -> Response:
        require_admin_key(http)
        key = await self._find(http)
        await self.keys.revoke(key.id)
        return json_response({"object": "organization.admin_api_key.deleted", "id": key.id, "deleted": True})

    async def _find(self, http: Request) -> ApiKey:
        key = await self.keys.find(http.path_params["key"])
        if key.kind != "admin" or key.revoked_at is not None:
            raise no_such_key_error(http.path_params["key"])
        return key


def _as_json(key: ApiKey) -> dict[str, Any]:
    owner = {"type": "service_account", "object": "organization.service_account", "role": "owner"}
    return {
        "object": "organization.admin_api_key",
        "id": key.id,
        "name": key.name,
        "redacted_value": key.redacted,
        "created_at": key.created_at,
        "last_used_at": key.last_used_at,
        "expires_at": key.expires_at,
        "owner": {**owner, "id": account_id(key), "name": key.name, "created_at": key.created_at},
    }
