# ruff: noqa: INP001  (a script beside the pages that it writes)
"""Writes docs/parameters.md from the tables of the model families: `python docs/generate.py`. A test runs it, too."""

from collections.abc import Iterable
from pathlib import Path

from limner.core.errors import BadRequestError
from limner.core.picture import Picture, Size
from limner.core.request import Operation
from limner.core.upload import Upload
from limner.families.family import Table
from limner.families.images import MAX_IMAGES
from limner.families.readers import Param
from limner.families.registry import FAMILIES, PUBLISHED_MODELS
from limner.families.sizes import GRID, MAX_ASPECT, MAX_EDGE, MAX_PIXELS, MIN_EDGE, MIN_PIXELS

PAGE = Path(__file__).parent / "parameters.md"
REFERENCE = "an object with `image_url` or `file_id`"
ENDPOINTS: dict[Operation, str] = {
    "generate": "POST /v1/images/generations",
    "edit": "POST /v1/images/edits",
    "variation": "POST /v1/images/variations",
}
HEAD = """\
# Parameters

<!-- Written by docs/generate.py from src/limner/families: change the tables there, and run it. -->

What each endpoint accepts, written from the tables that the server reads requests with. *Lenient* is the default
manner, and the same for every model. The other columns are the strict one (`limner serve --strict`), in which each
family of models knows its own parameters. **✓**: as in the lenient manner; **·**: an unknown parameter there. Bold
words are the defaults. For other differences of the two validation modes see [the API](api.md#two-validation-modes).
"""


def main() -> None:
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    return "\n".join([HEAD, *_models(), *(line for operation in ENDPOINTS for line in _endpoint(operation)), ""])


def _models() -> Iterable[str]:
    yield "## Families\n"
    yield from _row("family", "models")
    yield from _row("---", "---")
    for name in FAMILIES:
        models = [model for model, family in PUBLISHED_MODELS.items() if family == name]
        served = ", ".join(f"`{model}`" for model in models)
        yield from _row(f"`{name}`", served or "`illustrator`, and models of the settings that name no other family")
    yield ""


def _endpoint(operation: Operation) -> Iterable[str]:
    families = [family for family in FAMILIES.values() if family.strict is not family.lenient]
    serving = [family for family in families if operation in family.strict.params]
    lenient = {name: param for name, param in _any_model(operation).items() if not param.refused}
    columns: dict[tuple[str, ...], list[str]] = {}
    for family in serving:
        table = family.strict.params[operation]
        cells = tuple(_strict_cell(name, table.get(name), param) for name, param in lenient.items())
        columns.setdefault(cells, []).append(f"`{family.name}`")
    yield f"## `{ENDPOINTS[operation]}`\n"
    yield from _row("parameter", "lenient", *map(", ".join, columns.values()))
    yield from _row("---", "---", *("---" for _ in columns))
    for index, (name, param) in enumerate(lenient.items()):
        yield from _row(f"`{name}`", _described(name, param), *(cells[index] for cells in columns))
    refused = _joined(f"`{name}`" for name, param in _any_model(operation).items() if param.refused)
    yield f"\nKnown by name, and refused with an error that says so: {refused}.\n"
    missing = [f"`{family.name}`" for family in families if family not in serving]
    if missing:
        yield f"Strict, {_joined(missing)} {'does' if len(missing) == 1 else 'do'} not have this endpoint.\n"


def _any_model(operation: Operation) -> Table:
    """The lenient table: one for every model, but for the defaults of the dall-e models."""
    return FAMILIES["gpt-image-1"].lenient.params[operation]


def _strict_cell(name: str, param: Param | None, lenient: Param) -> str:
    if param is None:
        return "·"
    described = _described(name, param)
    return "✓" if described == _described(name, lenient) else described


def _described(name: str, param: Param) -> str:
    """One cell: what may be given, with the default in bold."""
    only = {"form": "; multipart only", "json": "; JSON only", None: ""}[param.only]
    return f"{_values(name, param)}{', required' if param.required else ''}{only}"


def _values(name: str, param: Param) -> str:
    schema = param.schema
    if param.json_schema:
        return f"a file, or {REFERENCE} in JSON"
    if "enum" in schema:
        return _words(name, param, schema["enum"])
    match schema.get("type"):
        case "integer" | "number" if schema["maximum"] > 2**53:
            return f"{schema['minimum']} to 2⁶³ - 1"
        case "integer" if schema["minimum"] == schema["maximum"]:
            return str(schema["minimum"])
        case "integer" | "number":
            default = "" if param.default is None else f", **{param.default}**"
            return f"{schema['minimum']} to {schema['maximum']}{default}"
        case "boolean":
            return "`true`, `false`"
        case "string" if "pattern" in schema:
            return _sizes(param)
        case "string" if "maxLength" in schema:
            return f"text, {schema['maxLength']:,} characters at most"
        case "string":
            return "text"
        case "array" if "name" in schema["items"].get("required", ()):
            return "a list of objects with `name` and `scale`"
    if param.only == "form":
        return _files(name, param)
    return f"1 to {MAX_IMAGES} times {REFERENCE}"


def _words(name: str, param: Param, words: list[str]) -> str:
    """The first word that stands for the default is in bold."""
    default = next((word for word in words if param.default and param.read(name, word) == param.default), None)
    return ", ".join(f"**`{word}`**" if word == default else f"`{word}`" for word in words)


def _files(name: str, param: Param) -> str:
    one = Upload(picture=Picture(b"", "png", Size(64, 64)), num_bytes=1, content_type="image/png")
    try:
        param.read(name, (one, one))
    except BadRequestError:
        return "1 file"
    return f"1 to {MAX_IMAGES} files"


def _sizes(param: Param) -> str:
    try:
        param.read("size", f"{MIN_EDGE}x{MIN_EDGE}")
    except BadRequestError:
        return (
            f"**`auto`**, or WxH: multiples of {GRID}, 1:{MAX_ASPECT} to {MAX_ASPECT}:1, an edge of {MAX_EDGE} at most,"
            f" {MIN_PIXELS:,} to {MAX_PIXELS:,} pixels"
        )
    return f"**`auto`**, or WxH: {MIN_EDGE} to {MAX_EDGE} an edge"


def _row(*cells: str) -> Iterable[str]:
    yield f"| {' | '.join(cells)} |"


def _joined(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


if __name__ == "__main__":
    main()
