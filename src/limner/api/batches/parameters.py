"""Parameters of the batches endpoints."""

from dataclasses import replace

from limner.batches.batch import ENDPOINTS, WINDOW
from limner.core.errors import BadRequestError
from limner.families.family import Table
from limner.families.files import ANCHOR_NAME, MAX_LIFETIME_S, MIN_LIFETIME_S
from limner.families.readers import (
    Param,
    integer,
    missing_error,
    text,
    unknown_parameter_error,
    words,
    wrong_type_error,
)
from limner.families.wording import shorten

MAX_PAIRS, MAX_NAME, MAX_VALUE = 16, 64, 512


def _read_metadata(name: str, raw: object) -> dict[str, str]:
    if not isinstance(raw, dict):
        raise wrong_type_error(name, raw, "an object")
    if len(raw) > MAX_PAIRS:
        raise BadRequestError(
            f"Invalid '{name}': too many properties. Expected an object with at most {MAX_PAIRS} properties, but got an"
            f" object with {len(raw)} properties instead.",
            param=name,
            code="object_above_max_properties",
        )
    for key, value in raw.items():
        own = f"{name}.{shorten(key, limit=MAX_NAME)}"
        if len(key) > MAX_NAME:
            raise _too_long_error(own, key, MAX_NAME)
        if not isinstance(value, str):
            raise wrong_type_error(own, value, "a string")
        if len(value) > MAX_VALUE:
            raise _too_long_error(own, value, MAX_VALUE)
    return raw


def _too_long_error(name: str, value: str, limit: int) -> BadRequestError:
    return BadRequestError(
        f"Invalid '{name}': string too long. Expected a string with maximum length {limit},"
        f" but got a string with length {len(value)} instead.",
        param=name,
        code="string_above_max_length",
    )


def _read_expiry(name: str, raw: object) -> int:
    """The seconds in `{"anchor": "created_at", "seconds": 3600}`."""
    if not isinstance(raw, dict):
        raise wrong_type_error(name, raw, "an object")
    known = {"anchor": words(ANCHOR_NAME), "seconds": integer(MIN_LIFETIME_S, MAX_LIFETIME_S)}
    for key in raw:
        if key not in known:
            raise unknown_parameter_error(f"{name}.{key}")
    values = {}
    for key, param in known.items():
        if raw.get(key) is None:
            raise missing_error(f"{name}.{key}")
        values[key] = param.read(f"{name}.{key}", raw[key])
    return int(values["seconds"])


METADATA = {"type": "object", "additionalProperties": {"type": "string", "maxLength": MAX_VALUE}}
EXPIRY = {
    "type": "object",
    "properties": {
        "anchor": {"const": ANCHOR_NAME},
        "seconds": {"type": "integer", "minimum": MIN_LIFETIME_S, "maximum": MAX_LIFETIME_S},
    },
    "required": ["anchor", "seconds"],
}
CREATION: Table = {
    "input_file_id": replace(text(max_length=255), required=True),
    "endpoint": replace(words(*ENDPOINTS), required=True),
    "completion_window": replace(words(WINDOW), required=True),
    "metadata": Param(read=_read_metadata, schema=METADATA | {"maxProperties": MAX_PAIRS}),
    "output_expires_after": Param(read=_read_expiry, schema=EXPIRY),
}
LISTING: Table = {"after": text(), "limit": integer(1, 100, default=20)}
