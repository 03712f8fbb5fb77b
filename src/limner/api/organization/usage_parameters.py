"""The query parameters of usage, costs and reports."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from limner.access.usage.latency import MEASURES
from limner.access.usage.queries import Dimension
from limner.access.usage.report import FIELDS, REPORT_FIELDS, SOURCES, WIDTHS
from limner.api.organization.buckets import MAX_TIME_S
from limner.api.organization.usage_query import size, stored_text
from limner.families.family import Table
from limner.families.readers import choice, integer, words

LIMITS = {"1m": (60, 1440), "1h": (24, 168), "1d": (7, 31)}
"""Buckets of a page of usage: the default, and the maximum."""
MAX_ROWS = 10_000
"""Of a report."""
COST_FIELDS = ("project_id", "user_id", "line_item", "api_key_id", "api_source")

RANGE: Table = {
    "start_time": replace(integer(0, MAX_TIME_S), required=True),
    "end_time": integer(0, MAX_TIME_S),
}
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
    "engines": "engine",
}

USAGE: Table = {
    **RANGE,
    "bucket_width": words(*WIDTHS, default="1d"),
    "limit": integer(1, max(most for _, most in LIMITS.values())),
    "page": stored_text(),
}
USAGE_LISTS: Table = {**FILTERS, "group_by": words(*FIELDS)}

COSTS: Table = {
    **RANGE,
    "bucket_width": words("1d", default="1d"),
    "limit": integer(1, 180, default=7),
    "page": stored_text(),
}
COSTS_LISTS: Table = {
    "project_ids": FILTERS["project_ids"],
    "api_key_ids": FILTERS["api_key_ids"],
    "line_items": stored_text(),
    "group_by": words(*COST_FIELDS),
}

REPORT: Table = {**RANGE, "bucket_width": words(*WIDTHS), "limit": integer(1, MAX_ROWS, default=1000)}
REPORT_LISTS: Table = {
    **FILTERS,
    "engines": stored_text(),
    "group_by": words(*REPORT_FIELDS),
    "latency": words(*MEASURES),
}


def filters_of(query: Mapping[str, Any]) -> dict[Dimension, tuple[str, ...]]:
    return {dimension: query[name] for name, dimension in FILTERED.items() if query.get(name)}
