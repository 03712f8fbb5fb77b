"""Usage as JSON, under the names of OpenAI's usage API: for `/v1/organization/limner/usage` and `limner usage`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from limner.access.prices import MICRO
from limner.access.usage.latency import Latency, Measure
from limner.access.usage.queries import Dimension, Group, Usage, UsageQuery, UsageRow, UsageSums, narrow
from limner.core.request import Operation

FIELDS: Mapping[str, Dimension] = {
    "project_id": "project",
    "user_id": "user",
    "api_key_id": "key",
    "model": "model",
    "size": "size",
    "source": "operation",
}
"""The dimensions of OpenAI's usage API, as `group_by` and the results name them."""
REPORT_FIELDS: Mapping[str, Dimension] = {**FIELDS, "engine": "engine"}
"""Those of Limner's own report."""
SOURCES: Mapping[Operation, str] = {
    "generate": "image.generation",
    "edit": "image.edit",
    "variation": "image.variation",
}
WIDTHS = {"1m": 60, "1h": 3600, "1d": 86_400}
"""Seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    start_s: int
    end_s: int
    bucket_width: str | None = None
    group_by: Sequence[str] = ()
    """Of `REPORT_FIELDS`."""
    filters: Mapping[Dimension, tuple[str, ...]] = field(default_factory=dict)
    measures: Sequence[Measure] = ()
    limit: int
    """Of rows."""


async def report_usage(usage: Usage, options: ReportOptions, *, currency: str) -> dict[str, Any]:
    """The rows by time and then by images, and the totals of the whole time, also if there are more rows.

    Raises OverloadedError if the database cannot be used.
    """
    query = UsageQuery(
        start_ms=options.start_s * 1000,
        end_ms=options.end_s * 1000,
        bucket_s=WIDTHS[options.bucket_width] if options.bucket_width else None,
        group_by=tuple(REPORT_FIELDS[name] for name in options.group_by),
        filters=options.filters,
        limit=options.limit + 1,
    )
    whole = replace(query, bucket_s=None, group_by=())
    rows = await usage.sums(query)
    totals = await usage.sums(whole)
    has_more = len(rows) > options.limit
    rows = rows[: options.limit]
    latencies = await usage.latencies(narrow(query, rows), options.measures)
    total_latency = await usage.latencies(whole, options.measures)
    groups = [group_fields(options.group_by, row.group) for row in rows]
    if "api_key_id" in options.group_by:
        names = await usage.key_names({fields["api_key_id"] or "" for fields in groups})
        groups = [fields | {"api_key_name": names.get(fields["api_key_id"] or "")} for fields in groups]
    return {
        "object": "limner.usage",
        "start_time": options.start_s,
        "end_time": options.end_s,
        "bucket_width": options.bucket_width,
        "group_by": list(options.group_by),
        "currency": currency,
        "data": [
            _times(row, query, options)
            | fields
            | _numbers(row.sums, latencies.get((row.bucket_ms, row.group), {}), options.measures)
            for row, fields in zip(rows, groups, strict=True)
        ],
        "totals": _numbers(totals[0].sums if totals else UsageSums(), total_latency.get((0, ()), {}), options.measures),
        "has_more": has_more,
    }


def group_fields(group_by: Sequence[str], group: Group) -> dict[str, str | None]:
    """The values of a row's group, under the names of the API."""
    found = dict(zip(group_by, group, strict=True))
    if found.get("source"):
        found["source"] = SOURCES[found["source"]]  # type: ignore[index] # a column that holds operations
    return found


def decimal(micros: int) -> float:
    """An amount as the API writes it; the ledger counts in millionths."""
    return micros / MICRO


def _times(row: UsageRow, query: UsageQuery, options: ReportOptions) -> dict[str, int]:
    if query.bucket_s is None:
        return {}
    begin_s = row.bucket_ms // 1000
    return {
        "start_time": max(begin_s, options.start_s),
        "end_time": min(begin_s + query.bucket_s, options.end_s),
    }


def _numbers(sums: UsageSums, latency: Mapping[Measure, Latency], measures: Sequence[Measure]) -> dict[str, Any]:
    numbers: dict[str, Any] = {
        "num_model_requests": sums.num_requests,
        "num_failed": sums.num_failed,
        "num_cancelled": sums.num_cancelled,
        "images": sums.num_images,
        "partial_images": sums.num_partials,
        "bytes": sums.num_bytes,
        "text_tokens": sums.text_tokens,
        "image_tokens": sums.image_tokens,
        "output_tokens": sums.output_tokens,
        "cost": decimal(sums.cost),
    }
    if measures:
        numbers["latency"] = {measure: _percentiles(latency.get(measure)) for measure in measures}
    return numbers


def _percentiles(latency: Latency | None) -> dict[str, float] | None:
    """In seconds; None without a completed request."""
    return None if latency is None else {"p50": latency.p50, "p90": latency.p90, "p99": latency.p99}
