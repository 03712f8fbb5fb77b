"""What the administration's endpoints read and write alike: queries, JSON bodies, pages of a list."""

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from limner.access.keys import ApiKey
from limner.api.body import JSON, BodyReader, unsupported_content_type_error
from limner.api.json_text import parse_json
from limner.api.meta import json_response
from limner.core.errors import BadRequestError, PayloadTooLargeError, PermissionDeniedError
from limner.families.family import Table
from limner.families.readers import FormText, missing_error, unknown_parameter_error

MAX_BODY_BYTES = 64_000


def require_admin_key(http: Request) -> None:
    """Refuse changes on a server without keys: what they leave behind would count once the server has keys."""
    key: ApiKey = http.state.key
    if key.kind != "admin":
        raise PermissionDeniedError(
            "You have insufficient permissions for this operation. It needs an admin key, so 'access.managed_keys'"
            " must be set in the server's settings.",
            code="insufficient_permissions",
        )


def read_query(http: Request, table: Table) -> dict[str, Any]:
    """Empty and unknown query parameters are ignored, as on other endpoints."""
    return _read({name: FormText(value) for name, value in http.query_params.items() if value}, table)


async def read_body(http: Request, reader: BodyReader, table: Table) -> dict[str, Any]:
    """The fields of a JSON object; no body is an empty one. Raises a BadRequestError that names the parameter."""
    content_type = http.headers.get("content-type", JSON)
    if content_type.split(";")[0].strip().lower() != JSON:
        raise unsupported_content_type_error(content_type, JSON)
    text = bytearray()
    async for chunk in reader.receive(http):
        text += chunk
        if len(text) > MAX_BODY_BYTES:
            raise PayloadTooLargeError(
                f"The request is too large. The limit is {MAX_BODY_BYTES} bytes.",
                code="request_too_large",
                headers={"connection": "close"},
            )
    fields = parse_json(text) if text else {}
    if not isinstance(fields, dict):
        raise BadRequestError("We expected a JSON object as the body of your request.")
    for name in fields:
        if name not in table:
            raise unknown_parameter_error(str(name))
    return _read(fields, table)


def _read(fields: Mapping[str, object], table: Table) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, param in table.items():
        raw = fields.get(name)
        if raw is None and param.required:
            raise missing_error(name)
        values[name] = param.default if raw is None else param.read(name, raw)
    return values


def list_response(items: Sequence[Mapping[str, Any]], *, has_more: bool) -> Response:
    return json_response(
        {
            "object": "list",
            "data": items,
            "first_id": items[0]["id"] if items else None,
            "last_id": items[-1]["id"] if items else None,
            "has_more": has_more,
        }
    )


def unknown_cursor_error(name: str, value: str) -> BadRequestError:
    return BadRequestError(f"Invalid '{name}': there is no '{value[:100]}' here.", param=name, code="invalid_value")
