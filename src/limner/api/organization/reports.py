"""Limner's own usage endpoint, with costs, tokens, failures and latencies, and the state of the server now."""

import time
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from limner.access.usage.queries import Usage
from limner.access.usage.report import WIDTHS, ReportOptions, report_usage
from limner.api.meta import json_response
from limner.api.organization.buckets import read_range
from limner.api.organization.usage import require_usage
from limner.api.organization.usage_parameters import REPORT, REPORT_LISTS, filters_of
from limner.api.organization.usage_query import read_query
from limner.api.server_state import ServerProbe
from limner.core.errors import BadRequestError
from limner.core.route_state import RouteState
from limner.core.worker_stats import WorkerStats

MAX_BUCKETS = 2000


@dataclass(frozen=True, slots=True)
class ReportsApi:
    usage: Usage | None
    """None: the server keeps no ledger."""
    currency: str
    probe: ServerProbe

    def routes(self, prefix: str) -> list[Route]:
        folder = f"{prefix}/organization/limner"
        return [
            Route(f"{folder}/usage", self.report, methods=["GET"]),
            Route(f"{folder}/live", self.live, methods=["GET"]),
        ]

    async def report(self, http: Request) -> Response:
        usage = require_usage(self.usage)
        query = read_query(http.query_params.multi_items(), REPORT, REPORT_LISTS)
        start_s, end_s = read_range(query["start_time"], query["end_time"], now=time.time())
        width = query["bucket_width"]
        if width is not None and end_s - start_s > WIDTHS[width] * MAX_BUCKETS:
            raise BadRequestError(
                f"Invalid 'bucket_width': the time range has more than {MAX_BUCKETS} buckets of {width}.",
                param="bucket_width",
                code="invalid_value",
            )
        options = ReportOptions(
            start_s=start_s,
            end_s=end_s,
            bucket_width=width,
            group_by=query["group_by"],
            filters=filters_of(query),
            measures=query["latency"],
            limit=query["limit"],
        )
        return json_response(await report_usage(usage, options, currency=self.currency))

    async def live(self, http: Request) -> Response:
        state = await self.probe.state()
        return json_response(
            {
                "object": "limner.live",
                "ready": state.is_ready,
                "waiting": state.num_waiting,
                "max_waiting": state.max_waiting,
                "workers": [_worker(one) for one in state.workers],
                "routes": [_route(one) for one in state.routes],
            }
        )


def _worker(stats: WorkerStats) -> dict[str, object]:
    memory = stats.memory
    return {
        "engine": stats.engine,
        "device": stats.device,
        "workers": stats.num_workers,
        "alive": stats.num_alive,
        "queued": stats.num_queued,
        "drawing": stats.num_drawing,
        "memory_bytes": None if memory is None else memory.reserved_bytes,
        "memory_total_bytes": None if memory is None else memory.total_bytes,
    }


def _route(state: RouteState) -> dict[str, object]:
    return {
        "model": state.model,
        "route": state.route,
        "problem": state.problem,
        "requests": state.num_requests,
        "failures": state.num_failures,
    }
