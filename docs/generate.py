# ruff: noqa: INP001  (a script in the docs folder)
"""Write docs/parameters.md from the schemas of the model families, the table in docs/upstream-servers.md from the
profiles, and the one in docs/gpu.md from the known models: `python docs/generate.py`. Tests compare them."""

from collections.abc import Iterable
from pathlib import Path

from limner.core.errors import BadRequestError
from limner.core.picture import Picture, Size
from limner.core.request import Operation
from limner.core.upload import Upload
from limner.engines.diffusers.known_models import known_models
from limner.engines.diffusers.memory_need import MemoryNeed, describe_flags, find_fits
from limner.engines.proxy.profile import Profile
from limner.engines.proxy.profiles import PROFILES
from limner.engines.proxy.sizes import FixedSizes, GridSizes, Sizes
from limner.families.family import Table
from limner.families.images import MAX_IMAGES
from limner.families.readers import Param
from limner.families.registry import FAMILIES, PUBLISHED_MODELS
from limner.families.sizes import GRID, MAX_ASPECT, MAX_EDGE, MAX_PIXELS, MIN_EDGE, MIN_PIXELS

PAGE = Path(__file__).parent / "parameters.md"
UPSTREAM_PAGE = Path(__file__).parent / "upstream-servers.md"
GPU_PAGE = Path(__file__).parent / "gpu.md"
CARDS_GB = (8, 12, 16, 24, 48, 80)
CARD_GB = 2**30
"""As makers of cards count."""
OTHERS_BYTES = 800_000_000
"""Of the card's memory: for the driver, this engine's libraries and a desktop."""
TABLE_START, TABLE_END = "<!-- table -->\n", "<!-- end of the table -->\n"
REFERENCE = "an object with `image_url` or `file_id`"
ENDPOINTS: dict[Operation, str] = {
    "generate": "POST /v1/images/generations",
    "edit": "POST /v1/images/edits",
    "variation": "POST /v1/images/variations",
}
HEAD = """\
# Parameters

<!-- Written by docs/generate.py from src/limner/families: change the tables there, and run it. -->

The parameters of each endpoint, generated from the tables with which the server validates requests. *Lenient* is the
default validation mode and the same for every model. The other columns show the strict mode (`limner serve --strict`),
in which each model family has its own parameters. **✓**: like lenient; **·**: an unknown parameter. Defaults are bold.
For other differences of the two validation modes, see [the API](api.md#two-validation-modes).
"""


def main() -> None:
    PAGE.write_text(page(), encoding="utf-8")
    for page_, update in ((UPSTREAM_PAGE, with_table), (GPU_PAGE, with_cards)):
        page_.write_text(update(page_.read_text(encoding="utf-8")), encoding="utf-8")


def page() -> str:
    return "\n".join([HEAD, *_models(), *(line for operation in ENDPOINTS for line in _endpoint(operation)), ""])


def _models() -> Iterable[str]:
    yield "## Families\n"
    yield from _row("family", "models")
    yield from _row("---", "---")
    for name in FAMILIES:
        models = [model for model, family in PUBLISHED_MODELS.items() if family == name]
        served = ", ".join(f"`{model}`" for model in models)
        yield from _row(f"`{name}`", served or "`illustrator`, and models in the settings without another family")
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
        yield from _row(f"`{name}`", _describe(name, param), *(cells[index] for cells in columns))
    refused = _join(f"`{name}`" for name, param in _any_model(operation).items() if param.refused)
    yield f"\nRejected with an explicit error: {refused}.\n"
    missing = [f"`{family.name}`" for family in families if family not in serving]
    if missing:
        yield f"In strict mode, {_join(missing)} {'does' if len(missing) == 1 else 'do'} not have this endpoint.\n"


def _any_model(operation: Operation) -> Table:
    """The lenient table, which is the same for every model except for the defaults of the dall-e models."""
    return FAMILIES["gpt-image-1"].lenient.params[operation]


def _strict_cell(name: str, param: Param | None, lenient: Param) -> str:
    if param is None:
        return "·"
    described = _describe(name, param)
    return "✓" if described == _describe(name, lenient) else described


def _describe(name: str, param: Param) -> str:
    """A table cell: the accepted values, with the default in bold."""
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
    """The accepted words; the first one that means the default is bold."""
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


def with_table(text: str) -> str:
    """The page with the table of the present profiles."""
    return _replace_table(text, _upstream_table())


def with_cards(text: str) -> str:
    """The page with what the present known models need."""
    return _replace_table(text, _cards())


def _replace_table(text: str, lines: Iterable[str]) -> str:
    head, _, rest = text.partition(TABLE_START)
    _, _, tail = rest.partition(TABLE_END)
    return "".join([head, TABLE_START, *(f"{line}\n" for line in lines), TABLE_END, tail])


def _cards() -> Iterable[str]:
    yield from _row("models", "16 bits", *(f"{size} GB" for size in CARDS_GB))
    yield from _row(*["---"] * (len(CARDS_GB) + 2))
    groups: dict[tuple[str, ...], list[str]] = {}
    for model in known_models():
        need = model.memory_need()
        cells = (f"{need.num_bytes / 1e9:.1f} GB", *(_fit(need, size) for size in CARDS_GB))
        groups.setdefault((*model.parts, *cells), []).append(model.id.rpartition("/")[2])
    for key, names in groups.items():
        yield from _row(", ".join(names), *key[-len(CARDS_GB) - 1 :])


def _fit(need: MemoryNeed, card_gb: int) -> str:
    free = card_gb * CARD_GB - OTHERS_BYTES
    if need.fits(free):
        return "✓"
    fit = next(iter(find_fits(need, free)), None)
    if fit is None:
        return "–"
    return {"group": "layers"}.get(
        fit.offload or "",
        describe_flags(fit)
        .replace("--quantize ", "")
        .replace("--offload model", "+ offload" if fit.quantization else "offload"),
    )


def _upstream_table() -> Iterable[str]:
    yield from _row("profile", "endpoints", "masks", "sizes", "formats", "images of a call", "streams", "parameters")
    yield from _row(*["---"] * 8)
    for profile in PROFILES.values():
        yield from _row(
            f"`{profile.name}`",
            _endpoints(profile),
            _masks(profile),
            "those of the model" if profile.variants else _upstream_sizes(profile.sizes),
            _words_of(sorted(profile.formats)),
            _images_of_a_call(profile),
            _streams(profile),
            _words_of(sorted(profile.obeys - {"mask_mode", "partial_images"})),
        )


def _endpoints(profile: Profile) -> str:
    names: dict[Operation, str] = {"generate": "generations", "edit": "edits", "variation": "variations"}
    return ", ".join(name for operation, name in names.items() if profile.paths.get(operation))


def _masks(profile: Profile) -> str:
    if not profile.paths.get("edit"):
        return "·"
    return {"exact": "exact", "approximate": "approximate", "none": "no"}[profile.masks.support]


def _upstream_sizes(sizes: Sizes) -> str:
    if isinstance(sizes, FixedSizes):
        return ", ".join(str(size) for size in sizes.sizes)
    if isinstance(sizes, GridSizes):
        return f"multiples of {sizes.multiple}"
    return "any"


def _images_of_a_call(profile: Profile) -> str:
    if profile.max_n > 1 and "seed" in profile.obeys and not profile.has_consecutive_seeds:
        return f"{profile.max_n}, with a seed 1"
    return str(profile.max_n)


def _streams(profile: Profile) -> str:
    if not profile.streams:
        return "no"
    return f"yes, {profile.max_partial_images} partial images" if profile.max_partial_images else "yes"


def _words_of(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "·"


def _row(*cells: str) -> Iterable[str]:
    yield f"| {' | '.join(cells)} |"


def _join(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


if __name__ == "__main__":
    main()
