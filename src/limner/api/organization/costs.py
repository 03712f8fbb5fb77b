"""GET /v1/organization/costs: what the requests of each day cost."""

import time
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from limner.access.usage.queries import Dimension, Usage, UsageSums
from limner.access.usage.report import WIDTHS, decimal
from limner.api.meta import json_response
from limner.api.organization.buckets import page_of_buckets
from limner.api.organization.usage import require_usage, results_by_bucket
from limner.api.organization.usage_parameters import COST_FIELDS, COSTS, COSTS_LISTS, filters_of
from limner.api.organization.usage_query import read_query

LINE_ITEM = ", images"
"""The ledger has one cost for each request, so a model has one line item."""
API_SOURCE = "unlabeled"
"""Of all requests: upstream, the others are those of agents."""


@dataclass(frozen=True, slots=True)
class CostsApi:
    usage: Usage | None
    """None: the server keeps no ledger."""
    currency: str

    def routes(self, prefix: str) -> list[Route]:
        return [Route(f"{prefix}/organization/costs", self.costs, methods=["GET"])]

    async def costs(self, http: Request) -> Response:
        usage = require_usage(self.usage)
        query = read_query(http.query_params.multi_items(), COSTS, COSTS_LISTS)
        page = page_of_buckets(
            query["start_time"],
            query["end_time"],
            width_s=WIDTHS["1d"],
            limit=query["limit"],
            page=query["page"],
            now=time.time(),
            whole=True,
        )
        group_by: tuple[str, ...] = query["group_by"]
        results = await results_by_bucket(
            usage,
            page.buckets,
            width_s=WIDTHS["1d"],
            group_by=tuple("model" if name == "line_item" else name for name in group_by if name != "api_source"),
            filters=filters_of(query) | _line_items(query["line_items"]),
        )
        return json_response(page.respond(lambda bucket: [self._result(group_by, *one) for one in results[bucket]]))

    def _result(self, group_by: tuple[str, ...], group: dict[str, str | None], sums: UsageSums) -> dict[str, object]:
        result: dict[str, object] = {
            "object": "organization.costs.result",
            "amount": {"value": decimal(sums.cost), "currency": self.currency},
            **dict.fromkeys(COST_FIELDS),
            "quantity": None,
            "quantity_unit": None,
            **{name: value for name, value in group.items() if name in COST_FIELDS},
        }
        if "line_item" in group_by:
            result |= {
                "line_item": f"{group['model']}{LINE_ITEM}",
                "quantity": sums.num_images,
                "quantity_unit": "images",
            }
        if "api_source" in group_by:
            result["api_source"] = API_SOURCE
        return result


def _line_items(names: tuple[str, ...]) -> dict[Dimension, tuple[str, ...]]:
    """A name that is no line item selects nothing."""
    models = tuple(name.removesuffix(LINE_ITEM) for name in names if name.endswith(LINE_ITEM))
    return {"model": models or ("",)} if names else {}
