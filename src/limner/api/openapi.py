"""GET /openapi.json, generated from the families' tables."""

from collections.abc import Mapping
from typing import Any, get_args

from limner import __version__
from limner.api.batches.parameters import CREATION
from limner.api.batches.parameters import LISTING as PAGE_OF_BATCHES
from limner.api.kept import CLIENT_ID, CLIENT_ID_HEADER
from limner.api.organization.description import organization_operations
from limner.api.replay import KEY_HEADER, MAX_KEY_LENGTH
from limner.batches.batch import ENDPOINTS, WINDOW, Status
from limner.core.formats import FORMATS
from limner.core.request import Operation
from limner.families.family import Table
from limner.families.files import LISTING, UPLOAD
from limner.model_plan import WILDCARD
from limner.models import Model

PATHS: dict[Operation, tuple[str, str]] = {
    "generate": ("/v1/images/generations", "Create images from a prompt"),
    "edit": ("/v1/images/edits", "Edit images, with a prompt and perhaps a mask"),
    "variation": ("/v1/images/variations", "Create variations of an image"),
}
ERROR_REF = {"$ref": "#/components/schemas/Error"}
IMAGES_REF = {"$ref": "#/components/schemas/ImagesResponse"}
REQUEST_HEADERS = [
    {
        "name": KEY_HEADER,
        "in": "header",
        "description": "Sent again, the same request gets the same response, and is not drawn again",
        "schema": {"type": "string", "minLength": 1, "maxLength": MAX_KEY_LENGTH, "pattern": "^[!-~]([ -~]*[!-~])?$"},
    },
    {
        "name": CLIENT_ID_HEADER,
        "in": "header",
        "description": "With `limner_keep`: a name for the response, of 16 to 255 letters, digits, '.', '_' or '-'",
        "schema": {"type": "string"},
    },
]


def describe_api(models: Mapping[str, Model], *, strict: bool) -> dict[str, Any]:
    """The OpenAPI 3.1 document of a server with these models."""
    paths: dict[str, Any] = {
        path: {"post": _images_operation(operation, summary, models, strict=strict)}
        for operation, (path, summary) in PATHS.items()
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Limner",
            "version": __version__,
            "description": "The self-hosted Images API.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": {**paths, **_meta_paths(), **_batches_paths(), **_organization_paths()},
        "security": [{"bearer": []}, {}],
        "components": {
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
            "schemas": SCHEMAS,
        },
    }


def _images_operation(
    operation: Operation, summary: str, models: Mapping[str, Model], *, strict: bool
) -> dict[str, Any]:
    tables = [_table(model, operation, strict=strict) for model in models.values()]
    names = [model_id for model_id in models if model_id != WILDCARD]
    kinds = {"generate": ("json",), "edit": ("form", "json"), "variation": ("form",)}[operation]
    media = {"json": "application/json", "form": "multipart/form-data"}
    model = {"type": "string", "examples": names} if WILDCARD in models else {"type": "string", "enum": names}
    content = {media[kind]: {"schema": _body(tables, model, kind, strict=strict)} for kind in kinds}
    stream: dict[str, Any] = {"text/event-stream": {"schema": {}}}
    return {
        "operationId": f"{operation}_image",
        "summary": summary,
        "parameters": REQUEST_HEADERS,
        "requestBody": {"required": True, "content": content},
        "responses": {
            "200": {
                "description": "The pictures, or with `stream` their events",
                "content": {"application/json": {"schema": IMAGES_REF}, **stream},
            },
            **_errors(400, 401, 403, 408, 409, 413, 429, 500, 503, 507),
        },
    }


def _table(model: Model, operation: Operation, *, strict: bool) -> Table:
    schema = model.family.strict if strict else model.family.lenient
    return schema.params.get(operation, {})


def _body(tables: list[Table], model: dict[str, Any], kind: str, *, strict: bool) -> dict[str, Any]:
    """The union of the models' tables; `anyOf` where they disagree about a parameter."""
    properties: dict[str, Any] = {"model": dict(model)}
    required: set[str] = {"model"} if strict else set()
    for table in tables:
        for name, param in table.items():
            if param.only not in (None, kind):
                continue
            schema = dict(param.schema)
            if kind == "json":
                schema = dict(param.json_schema or param.schema)
                schema = _nullable(schema) if param.nullable else schema
            known = properties.setdefault(name, schema)
            if known != schema:
                options = known.get("anyOf", [known]) if "x-merged" in known else [known]
                merged = options if schema in options else [*options, schema]
                properties[name] = {"anyOf": merged, "x-merged": True} if len(merged) > 1 else known
            if param.required:
                required.add(name)
    for schema in properties.values():
        schema.pop("x-merged", None)
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(required),
        "additionalProperties": False,
    }


def _nullable(schema: Mapping[str, Any]) -> dict[str, Any]:
    if not schema:
        return {}
    if "enum" in schema:
        return {**schema, "type": ["string", "null"], "enum": [*schema["enum"], None]}
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [*schema.get("anyOf", [schema]), {"type": "null"}]}


def _errors(*statuses: int) -> dict[str, Any]:
    content = {"application/json": {"schema": ERROR_REF}}
    return {str(status): {"description": "An error", "content": content} for status in statuses}


def _get(
    summary: str, schema: Mapping[str, Any], *, errors: tuple[int, ...] = (401, 403), path: str = ""
) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "summary": summary,
        "responses": {
            "200": {"description": "OK", "content": {"application/json": {"schema": dict(schema)}}},
            **_errors(*errors),
        },
    }
    if path:
        operation["parameters"] = [{"name": path, "in": "path", "required": True, "schema": {"type": "string"}}]
    return operation


def _meta_paths() -> dict[str, Any]:
    file = {"$ref": "#/components/schemas/File"}
    model = {"$ref": "#/components/schemas/Model"}
    upload = _get("Upload a file for `file_id`", file, errors=(400, 401, 403, 408, 413, 503, 507))
    upload["requestBody"] = {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {name: dict(param.schema) for name, param in UPLOAD.items() if not param.refused},
                    "required": [name for name, param in UPLOAD.items() if param.required],
                    "additionalProperties": False,
                }
            }
        },
    }
    listing = _get("List the files", _page_of(file), errors=(400, 401, 403, 503))
    listing["parameters"] = [
        {"name": name, "in": "query", "schema": dict(param.schema)} for name, param in LISTING.items()
    ]
    content = _get("The bytes of a file", {}, errors=(401, 404), path="file")
    content["responses"]["200"]["content"] = {"application/octet-stream": {"schema": {"type": "string"}}}
    metrics = _get("The metrics, for Prometheus", {}, errors=(401, 404))
    metrics["responses"]["200"]["content"] = {"text/plain": {"schema": {"type": "string"}}}
    kept = _get("The response of a request with `limner_keep`", IMAGES_REF, errors=(400, 401, 403), path="request_id")
    kept["parameters"][0]["schema"]["pattern"] = f"^{CLIENT_ID.pattern}$"
    kept["responses"] |= _errors(404, 410, 500, 503)
    kept["responses"]["202"] = {
        "description": "It is still running",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/RunningRequest"}}},
    }
    return {
        "/v1/images/{request_id}": {"get": kept},
        "/v1/models": {"get": _get("List the models", _list_of(model))},
        "/v1/models/{model}": {"get": _get("One model", model, errors=(401, 404), path="model")},
        "/v1/files": {"get": listing, "post": upload},
        "/v1/files/{file}": {
            "get": _get("One file", file, errors=(401, 404), path="file"),
            "delete": _get("Delete a file", {"type": "object"}, errors=(401, 404), path="file"),
        },
        "/v1/files/{file}/content": {"get": content},
        "/health": {"get": _get("Whether the server draws", {"type": "object"}, errors=(503,))},
        "/health/live": {"get": _get("Whether the process answers", {"type": "object"}, errors=())},
        "/health/ready": {"get": _get("Whether requests can be served", {"type": "object"}, errors=(503,))},
        "/metrics": {"get": metrics},
    }


def _batches_paths() -> dict[str, Any]:
    batch = {"$ref": "#/components/schemas/Batch"}
    create = _get("Create a batch from an uploaded file", batch, errors=(400, 401, 403, 408, 413, 503))
    body = {
        "type": "object",
        "properties": {name: dict(param.schema) for name, param in CREATION.items()},
        "required": [name for name, param in CREATION.items() if param.required],
        "additionalProperties": False,
    }
    create["requestBody"] = {"required": True, "content": {"application/json": {"schema": body}}}
    listing = _get("List the batches, newest first", _page_of(batch), errors=(400, 401, 403, 503))
    listing["parameters"] = [
        {"name": name, "in": "query", "schema": dict(param.schema)} for name, param in PAGE_OF_BATCHES.items()
    ]
    cancel = _get("Draw no more lines of a batch", batch, errors=(400, 401, 403, 404, 409, 503), path="batch")
    return {
        "/v1/batches": {"get": listing, "post": create},
        "/v1/batches/{batch}": {"get": _get("One batch", batch, errors=(400, 401, 403, 404, 503), path="batch")},
        "/v1/batches/{batch}/cancel": {"post": cancel},
    }


def _organization_paths() -> dict[str, Any]:
    paths = {}
    for path, (summary, parameters, schema) in organization_operations().items():
        operation = _get(summary, schema, errors=(400, 401, 403, 404, 503))
        paths[path] = {"get": operation | {"parameters": parameters}}
    return paths


def _list_of(item: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": {"data": {"type": "array", "items": dict(item)}}, "required": ["data"]}


def _page_of(item: Mapping[str, Any]) -> dict[str, Any]:
    end = {"type": ["string", "null"]}
    page = {"has_more": {"type": "boolean"}, "first_id": end, "last_id": end}
    listing = _list_of(item)
    return listing | {"properties": listing["properties"] | page, "required": [*listing["required"], *page]}


def _object(required: Mapping[str, Any], optional: Mapping[str, Any] | None = None) -> dict[str, Any]:
    return {"type": "object", "properties": {**required, **(optional or {})}, "required": list(required)}


INTEGER, STRING = {"type": "integer"}, {"type": "string"}
TOKENS = _object({"image_tokens": INTEGER, "text_tokens": INTEGER})
USAGE = _object(
    {"input_tokens": INTEGER, "input_tokens_details": TOKENS, "output_tokens": INTEGER, "total_tokens": INTEGER},
    {"output_tokens_details": TOKENS},
)
IMAGE = _object({}, {"b64_json": STRING, "url": STRING, "revised_prompt": STRING})
SCHEMAS: dict[str, Any] = {
    "ImagesResponse": _object(
        {"created": INTEGER, "data": {"type": "array", "items": IMAGE}},
        {
            "background": {"enum": ["opaque", "transparent"]},
            "output_format": {"enum": list(FORMATS)},
            "quality": {"enum": ["low", "medium", "high"]},
            "size": STRING,
            "usage": USAGE,
            "safety_identifier": STRING,
        },
    ),
    "RunningRequest": _object(
        {"id": STRING, "object": {"const": "image.request"}, "status": {"const": "in_progress"}}
        | {"queue_position": INTEGER, "eta_s": {"type": ["number", "null"]}}
    ),
    "Model": _object({"id": STRING, "object": {"const": "model"}, "created": INTEGER, "owned_by": STRING}),
    "File": _object(
        {"id": STRING, "object": {"const": "file"}, "bytes": INTEGER, "created_at": INTEGER, "filename": STRING}
        | {"purpose": STRING, "status": STRING, "expires_at": {"type": ["integer", "null"]}}
    ),
    "Batch": _object(
        {"id": STRING, "object": {"const": "batch"}, "endpoint": {"enum": list(ENDPOINTS)}, "input_file_id": STRING}
        | {"completion_window": {"const": WINDOW}, "status": {"enum": list(get_args(Status))}}
        | {"created_at": INTEGER, "expires_at": INTEGER}
        | {"request_counts": _object(dict.fromkeys(("total", "completed", "failed"), INTEGER))},
        {name: {"type": ["string", "null"]} for name in ("model", "output_file_id", "error_file_id")}
        | {"errors": {"type": ["object", "null"]}, "metadata": {"type": ["object", "null"]}},
    ),
    "Error": _object(
        {
            "error": _object(
                {
                    "message": STRING,
                    "type": STRING,
                    "param": {"type": ["string", "null"]},
                    "code": {"type": ["string", "null"]},
                }
            )
        }
    ),
}
