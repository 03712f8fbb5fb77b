"""The organization's part of the OpenAPI document."""

from collections.abc import Mapping
from typing import Any

from limner.access.usage.latency import MEASURES
from limner.access.usage.report import FIELDS
from limner.api.organization.usage_parameters import (
    COST_FIELDS,
    COSTS,
    COSTS_LISTS,
    REPORT,
    REPORT_LISTS,
    USAGE,
    USAGE_LISTS,
)
from limner.families.family import Table

Json = dict[str, Any]
INTEGER: Json = {"type": "integer"}
NUMBER: Json = {"type": "number"}
OPTIONAL_INTEGER: Json = {"type": ["integer", "null"]}
TEXT: Json = {"type": ["string", "null"]}
NUMBERS = ("num_model_requests", "num_failed", "num_cancelled", "images", "partial_images", "bytes")
TOKENS = ("text_tokens", "image_tokens", "output_tokens")


def organization_operations() -> dict[str, tuple[str, list[Json], Json]]:
    """By path: a summary, the parameters, and the schema of the response."""
    amount = _object({"value": NUMBER, "currency": {"type": "string"}})
    usage = {"images": INTEGER, "num_model_requests": INTEGER, **dict.fromkeys(FIELDS, TEXT)}
    costs = {"amount": amount, **dict.fromkeys(COST_FIELDS, TEXT)}
    percentiles = {"anyOf": [_object(dict.fromkeys(("p50", "p90", "p99"), NUMBER)), {"type": "null"}]}
    latency: Json = {"type": "object", "properties": dict.fromkeys(MEASURES, percentiles)}
    numbers = _object({**dict.fromkeys((*NUMBERS, *TOKENS), INTEGER), "cost": NUMBER})
    numbers["properties"]["latency"] = latency
    report = _object(
        {
            "object": {"const": "limner.usage"},
            "currency": {"type": "string"},
            "data": {"type": "array", "items": numbers},
            "totals": numbers,
            "has_more": {"type": "boolean"},
        }
    )
    memory = dict.fromkeys(("memory_bytes", "memory_total_bytes"), OPTIONAL_INTEGER)
    counts = dict.fromkeys(("workers", "alive", "queued", "drawing"), INTEGER)
    worker = _object({"engine": {"type": "string"}, "device": {"type": "string"}, **counts, **memory})
    route = _object(
        {
            "model": {"type": "string"},
            "route": {"type": "string"},
            "problem": TEXT,
            **dict.fromkeys(("requests", "failures"), INTEGER),
        }
    )
    live = _object(
        {
            "object": {"const": "limner.live"},
            "ready": {"type": "boolean"},
            "waiting": INTEGER,
            "max_waiting": INTEGER,
            "workers": {"type": "array", "items": worker},
            "routes": {"type": "array", "items": route},
        }
    )
    loaded = _object(
        {
            "object": {"const": "limner.loaded_model"},
            "models": {"type": "array", "items": {"type": "string"}},
            "checkpoint": {"type": "string"},
            "device": {"type": "string"},
            "status": {"enum": ["absent", "downloading", "loading", "loaded"]},
            "pinned": {"type": "boolean"},
            "bytes": INTEGER,
            "problem": TEXT,
        }
    )
    folder = "/v1/organization"
    return {
        f"{folder}/usage/images": (
            "Images and requests by time",
            _parameters(USAGE, USAGE_LISTS),
            _page_of("organization.usage.images.result", usage),
        ),
        f"{folder}/costs": (
            "What the requests of each day cost",
            _parameters(COSTS, COSTS_LISTS),
            _page_of("organization.costs.result", costs),
        ),
        f"{folder}/limner/usage": (
            "Images, tokens, costs and times of requests, by time and by what they have in common",
            _parameters(REPORT, REPORT_LISTS),
            report,
        ),
        f"{folder}/limner/live": ("The queue and the workers", [], live),
        f"{folder}/limner/models": (
            "The models that engines have loaded",
            [],
            _object({"object": {"const": "list"}, "data": {"type": "array", "items": loaded}}),
        ),
    }


def _parameters(single: Table, lists: Table) -> list[Json]:
    return [
        *(
            {"name": name, "in": "query", "required": param.required, "schema": dict(param.schema)}
            for name, param in single.items()
        ),
        *(
            {"name": f"{name}[]", "in": "query", "schema": {"type": "array", "items": dict(param.schema)}}
            for name, param in lists.items()
        ),
    ]


def _page_of(name: str, fields: Mapping[str, Any]) -> Json:
    results = {"type": "array", "items": _object({"object": {"const": name}, **fields})}
    bucket = {"object": {"const": "bucket"}, "start_time": INTEGER, "end_time": INTEGER, "results": results}
    return _object(
        {
            "object": {"const": "page"},
            "data": {"type": "array", "items": _object(bucket)},
            "has_more": {"type": "boolean"},
            "next_page": TEXT,
        }
    )


def _object(fields: Mapping[str, Any]) -> Json:
    return {"type": "object", "properties": dict(fields), "required": list(fields)}
