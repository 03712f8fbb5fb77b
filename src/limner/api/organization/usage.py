"""GET /v1/organization/usage/images: images and requests by time."""

import time
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from limner.access.usage import Dimension, Usage, UsageQuery
from limner.access.usage_report import FIELDS, SOURCES, WIDTHS, group_fields
from limner.api.meta import json_response
from limner.api.organization.buckets import MAX_TIME_S, Bucket, page_of_buckets
from limner.api.organization.query import read_query, size, stored_text
from limner.core.errors import NotFoundError
from limner.families.family import Table
from limner.families.readers import Param, check_range, choice, integer, words

LIMITS = {"1m": (60, 1440), "1h": (24, 168), "1d": (7, 31)}
"""Buckets of a page: the default, and the maximum."""


def start_time() -> Param:
    found = integer(0, MAX_TIME_S)
    return Param(read=found.read, schema=found.schema, required=True)


RANGE: Table = {"start_time": start_time(), "end_time": integer(0, MAX_TIME_S)}
FILTERS: Table = {
    "project_ids": stored_text(),
    "user_ids": stored_text(),
    "api_key_ids": stored_text(),
    "models": stored_text(),
    "sizes": size(),
    "sources": choice({source: operation for operation, source in SOURCES.items()}),
}
FILTERED: Mapping[str, Dimension] = {
    "project_ids": "project",
    "user_ids": "user",
    "api_key_ids": "key",
    "models": "model",
    "sizes": "size",
    "sources": "operation",
}
QUERY: Table = {
    **RANGE,
    "bucket_width": words(*WIDTHS, default="1d"),
    "limit": integer(1, max(most for _, most in LIMITS.values())),
    "page": stored_text(),
}
LISTS: Table = {**FILTERS, "group_by": words(*FIELDS)}


@dataclass(frozen=True, slots=True)
class UsageApi:
    usage: Usage | None
    """None: the server keeps no ledger."""

    def routes(self, prefix: str) -> list[Route]:
        return [Route(f"{prefix}/organization/usage/images", self.images, methods=["GET"])]

    async def images(self, http: Request) -> Response:
        usage = require_usage(self.usage)
        query = read_query(http.query_params.multi_items(), QUERY, LISTS)
        width, group_by = query["bucket_width"], query["group_by"]
        default, most = LIMITS[width]
        limit = default if query["limit"] is None else query["limit"]
        check_range("limit", limit, 1, most, "integer")
        page = page_of_buckets(
            query["start_time"],
            query["end_time"],
            width_s=WIDTHS[width],
            limit=limit,
            page=query["page"],
            now=time.time(),
        )
        results = await results_by_bucket(
            usage, page.buckets, width_s=WIDTHS[width], group_by=group_by, filters=filters_of(query)
        )
        return json_response(page.respond(lambda bucket: [_result(*one) for one in results[bucket]]))


async def results_by_bucket(
    usage: Usage,
    buckets: list[Bucket],
    *,
    width_s: int,
    group_by: tuple[str, ...],
    filters: Mapping[Dimension, tuple[str, ...]],
) -> "Mapping[Bucket, list[tuple[dict[str, str | None], Any]]]":
    """The groups of each bucket, by the names of the API, with their sums."""
    found: dict[Bucket, list[tuple[dict[str, str | None], Any]]] = defaultdict(list)
    if buckets:
        query = UsageQuery(
            start_ms=buckets[0].start_s * 1000,
            end_ms=buckets[-1].end_s * 1000,
            bucket_s=width_s,
            group_by=tuple(FIELDS[name] for name in group_by),
            filters=filters,
        )
        begun = {bucket.start_s - bucket.start_s % width_s: bucket for bucket in buckets}
        for row in await usage.sums(query):
            found[begun[row.bucket_ms // 1000]].append((group_fields(group_by, row.group), row.sums))
    return found


def filters_of(query: Mapping[str, Any]) -> dict[Dimension, tuple[str, ...]]:
    return {dimension: query[name] for name, dimension in FILTERED.items() if query.get(name)}


def require_usage(usage: Usage | None) -> Usage:
    """Raises NotFoundError if the server keeps no ledger."""
    if usage is None:
        raise NotFoundError(
            "This server records no usage: 'ledger.enabled' is false in its settings.", code="ledger_disabled"
        )
    return usage


def _result(group: dict[str, str | None], sums: Any) -> dict[str, object]:
    return {
        "object": "organization.usage.images.result",
        "images": sums.num_images,
        "num_model_requests": sums.num_requests,
        **dict.fromkeys(FIELDS),
        **group,
    }
