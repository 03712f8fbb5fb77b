"""GET /v1/organization/usage/images: images and requests by time."""

import time
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from limner.access.usage.queries import Dimension, Usage, UsageQuery
from limner.access.usage.report import FIELDS, WIDTHS, group_fields
from limner.api.meta import json_response
from limner.api.organization.buckets import Bucket, page_of_buckets
from limner.api.organization.usage_parameters import LIMITS, USAGE, USAGE_LISTS, filters_of
from limner.api.organization.usage_query import read_query
from limner.core.errors import BadRequestError, NotFoundError
from limner.families.readers import check_range

MAX_RESULTS = 50_000
"""Of a page. Clients choose the names of users, so there may be a million groups."""


@dataclass(frozen=True, slots=True)
class UsageApi:
    usage: Usage | None
    """None: the server keeps no ledger."""

    def routes(self, prefix: str) -> list[Route]:
        return [Route(f"{prefix}/organization/usage/images", self.images, methods=["GET"])]

    async def images(self, http: Request) -> Response:
        usage = require_usage(self.usage)
        query = read_query(http.query_params.multi_items(), USAGE, USAGE_LISTS)
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
    """The groups of each bucket, by the names of the API, with their sums. Raises BadRequestError for too many."""
    found: dict[Bucket, list[tuple[dict[str, str | None], Any]]] = defaultdict(list)
    if buckets:
        query = UsageQuery(
            start_ms=buckets[0].start_s * 1000,
            end_ms=buckets[-1].end_s * 1000,
            bucket_s=width_s,
            group_by=tuple(FIELDS[name] for name in group_by),
            filters=filters,
            limit=MAX_RESULTS + 1,
        )
        rows = await usage.sums(query)
        if len(rows) > MAX_RESULTS:
            raise too_many_results_error()
        begun = {bucket.start_s - bucket.start_s % width_s: bucket for bucket in buckets}
        for row in rows:
            found[begun[row.bucket_ms // 1000]].append((group_fields(group_by, row.group), row.sums))
    return found


def too_many_results_error() -> BadRequestError:
    return BadRequestError(
        f"The page would have more than {MAX_RESULTS} results. Please ask for fewer buckets with 'limit', or for some"
        " groups only, with a filter.",
        param="group_by",
        code="too_many_results",
    )


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
