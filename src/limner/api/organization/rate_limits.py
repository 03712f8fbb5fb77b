"""/v1/organization/projects/{project}/rate_limits: limits of all keys of a project together, by model."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from limner.access.keys import MAX_NAME, KeyStore
from limner.access.limits.projects import Limit, ProjectLimit, ProjectLimitStore
from limner.api.body import BodyReader
from limner.api.meta import json_response
from limner.api.organization.parameters import (
    list_response,
    read_body,
    read_query,
    require_admin_key,
    unknown_cursor_error,
)
from limner.api.organization.projects import find_project
from limner.core.errors import BadRequestError, NotFoundError
from limner.families.family import Table
from limner.families.readers import integer, missing_error, text, unsupported
from limner.families.wording import shorten
from limner.model_plan import WILDCARD
from limner.service import ImageService

ID_PREFIX = "rl-"
NO_LIMIT = 2_147_483_647
"""Clients expect a number where there is no limit, and may send it to remove one."""
LISTING: Table = {"after": text(), "before": text(), "limit": integer(1, 1000, default=100)}
COLUMNS: dict[str, Limit] = {
    "max_requests_per_1_minute": "requests_per_minute",
    "max_images_per_1_minute": "images_per_minute",
}
CHANGE: Table = {
    **{name: integer(1, NO_LIMIT) for name in COLUMNS},
    "max_tokens_per_1_minute": unsupported(),
    "max_audio_megabytes_per_1_minute": unsupported(),
    "max_requests_per_1_day": unsupported(),
    "batch_1_day_max_input_tokens": unsupported(),
}


@dataclass(frozen=True, slots=True)
class RateLimitsApi:
    keys: KeyStore
    limits: ProjectLimitStore
    service: ImageService
    body: BodyReader

    def routes(self, prefix: str) -> Sequence[Route]:
        top = f"{prefix}/organization/projects/{{project}}/rate_limits"
        return [
            Route(top, self.list, methods=["GET"]),
            Route(f"{top}/{{rate_limit:path}}", self.update, methods=["POST"]),
        ]

    async def list(self, http: Request) -> Response:
        query = read_query(http, LISTING)
        project = await find_project(self.keys, http.path_params["project"])
        limits = await self.limits.find_all(project.id)
        models = sorted({*self.service.models, *limits} - {WILDCARD})
        begin, end = _range_of(models, query)
        page = [_as_json(model, limits.get(model, ProjectLimit())) for model in models[begin:end]]
        return list_response(page, has_more=begin > 0 if query["before"] else end < len(models))

    async def update(self, http: Request) -> Response:
        require_admin_key(http)
        project = await find_project(self.keys, http.path_params["project"])
        model = self._model_of(http.path_params["rate_limit"])
        values = await read_body(http, self.body, CHANGE)
        changes = {COLUMNS[name]: value for name, value in values.items() if value is not None}
        if not changes:
            raise missing_error("max_images_per_1_minute")
        limit = await self.limits.change(
            project.id, model, {name: None if value == NO_LIMIT else value for name, value in changes.items()}
        )
        return json_response(_as_json(model, limit))

    def _model_of(self, limit_id: str) -> str:
        model = limit_id.removeprefix(ID_PREFIX)
        is_known = model in self.service.models or WILDCARD in self.service.models
        is_name = 0 < len(model) <= MAX_NAME and model.isprintable() and model not in (limit_id, WILDCARD)
        if not is_known or not is_name:
            raise NotFoundError(f"No such rate limit: {shorten(limit_id)}", code="not_found")
        return model


def _range_of(models: list[str], query: dict[str, Any]) -> tuple[int, int]:
    """The page of the models as indices."""
    if query["after"] and query["before"]:
        raise BadRequestError("Send either 'after' or 'before'.", param="before", code="invalid_value")
    if query["before"]:
        end = _index_of(models, "before", query["before"])
        return max(0, end - query["limit"]), end
    begin = _index_of(models, "after", query["after"]) + 1 if query["after"] else 0
    return begin, min(len(models), begin + query["limit"])


def _index_of(models: list[str], name: str, limit_id: str) -> int:
    model = limit_id.removeprefix(ID_PREFIX)
    if model not in models:
        raise unknown_cursor_error(name, limit_id)
    return models.index(model)


def _as_json(model: str, limit: ProjectLimit) -> dict[str, Any]:
    return {
        "object": "project.rate_limit",
        "id": f"{ID_PREFIX}{model}",
        "model": model,
        "max_requests_per_1_minute": NO_LIMIT if limit.requests_per_minute is None else limit.requests_per_minute,
        "max_tokens_per_1_minute": NO_LIMIT,
        "max_images_per_1_minute": limit.images_per_minute,
    }
