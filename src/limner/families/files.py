"""Parameters of the files endpoints: fields of an upload, and the query of a list."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from limner.core.errors import BadRequestError
from limner.families.family import Table
from limner.families.readers import (
    FormText,
    Param,
    integer,
    missing_error,
    text,
    unknown_parameter_error,
    words,
    wrong_type_error,
)

PURPOSES = ("assistants", "batch", "fine-tune", "vision", "user_data", "evals")
MIN_LIFETIME_S, MAX_LIFETIME_S = 3600, 2_592_000
BATCH_LIFETIME_S = MAX_LIFETIME_S
"""Files with the purpose `batch` expire after 30 days by default; others are kept."""
MAX_PAGE = 10_000
ANCHOR_NAME = "created_at"
ANCHOR, SECONDS = "expires_after[anchor]", "expires_after[seconds]"


def _one_file(name: str, raw: object) -> object:
    if not isinstance(raw, tuple) or len(raw) != 1:
        raise wrong_type_error(name, raw, "a file")
    return raw[0]


def _refuse_object(name: str, raw: object) -> object:
    raise wrong_type_error(name, raw, "an object")


FILE = Param(read=_one_file, schema={"type": "string", "format": "binary"}, required=True)
UPLOAD: Table = {
    "file": FILE,
    "purpose": replace(words(*PURPOSES), required=True),
    ANCHOR: words(ANCHOR_NAME),
    SECONDS: integer(MIN_LIFETIME_S, MAX_LIFETIME_S),
    "expires_after": Param(read=_refuse_object, schema={}, refused=True),
}
LISTING: Table = {
    "after": text(),
    "limit": integer(1, MAX_PAGE, default=MAX_PAGE),
    "order": words("asc", "desc", default="desc"),
    "purpose": text(),
}


@dataclass(frozen=True, slots=True)
class FileUpload:
    file: Any
    purpose: str
    lifetime_s: int | None


def read_upload(fields: Mapping[str, object]) -> FileUpload:
    """Raises a BadRequestError that names the parameter. `file` of the result is the part in `fields`."""
    for name in fields:
        if name not in UPLOAD:
            raise unknown_parameter_error(name)
    values = _read(UPLOAD, fields)
    for name, other in ((ANCHOR, SECONDS), (SECONDS, ANCHOR)):
        if values[name] is None and values[other] is not None:
            raise missing_error(name)
    if values["purpose"] == "batch" and not (values["file"].filename or "").lower().endswith(".jsonl"):
        raise BadRequestError("Invalid file format for Batch API. Must be .jsonl")
    lifetime_s = values[SECONDS] or (BATCH_LIFETIME_S if values["purpose"] == "batch" else None)
    return FileUpload(values["file"], values["purpose"], lifetime_s)


def read_listing(query: Mapping[str, str]) -> dict[str, Any]:
    """Read `after`, `limit`, `order` and `purpose`. Empty and unknown query parameters are ignored."""
    return _read(LISTING, {name: FormText(value) for name, value in query.items() if value})


def _read(table: Table, fields: Mapping[str, object]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, param in table.items():
        raw = fields.get(name)
        if raw is None and param.required:
            raise missing_error(name)
        values[name] = param.default if raw is None else param.read(name, raw)
    return values
