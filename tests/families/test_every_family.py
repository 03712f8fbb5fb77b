"""Requirements on every model family."""

from dataclasses import fields

import pytest

from limner.core.errors import BadRequestError
from limner.core.picture import Picture, Size
from limner.core.request import ImageRequest
from limner.core.upload import Upload
from limner.families.family import Fields
from limner.families.readers import FormText
from limner.families.registry import FAMILIES, GPT_ONLY, PUBLISHED_MODELS

SCHEMAS = [
    pytest.param(family, strict, operation, id=f"{family.name} {'strict' if strict else 'lenient'} {operation}")
    for family in FAMILIES.values()
    for strict in (False, True)
    for operation in (family.strict if strict else family.lenient).params
]
IMAGE = Upload(picture=Picture(b"", "png", Size(64, 64)), num_bytes=100, content_type="image/png", has_alpha=True)


def table_of(family, strict, operation):
    return (family.strict if strict else family.lenient).params[operation]


def minimal_form(table):
    needed = {"prompt": FormText("a"), "image": (IMAGE,)}
    return {name: needed[name] for name, row in table.items() if row.required and row.only != "json"}


@pytest.mark.parametrize(("family", "strict", "operation"), SCHEMAS)
def test_minimal_request_is_complete(family, strict, operation):
    request = family.read(
        operation, "m", Fields("form", minimal_form(table_of(family, strict, operation))), strict=strict
    )

    assert isinstance(request.size, Size)
    assert (request.n, request.quality, request.output_format) == (1, "medium", "png")
    assert request.background in ("opaque", "auto")
    assert (request.partial_images, request.stream, request.output_compression) == (0, False, 100)
    assert request.response_format == ("b64_json" if family.response.is_described else "url")
    assert request.ignored == frozenset()


@pytest.mark.parametrize(("family", "strict", "operation"), SCHEMAS)
def test_every_parameter_maps_to_a_request_field(family, strict, operation):
    known = {field.name for field in fields(ImageRequest)}

    for name, row in table_of(family, strict, operation).items():
        assert row.refused or (row.field or name) in known


@pytest.mark.parametrize(("family", "strict", "operation"), SCHEMAS)
def test_null_counts_as_omitted_where_allowed(family, strict, operation):
    table = table_of(family, strict, operation)
    nulls = {name: None for name, row in table.items() if row.nullable and row.only != "json"}

    request = family.read(operation, "m", Fields("form", {**nulls, **minimal_form(table)}), strict=strict)

    assert request.asked == frozenset(minimal_form(table))


@pytest.mark.parametrize(("family", "strict", "operation"), SCHEMAS)
def test_strength_has_no_effect_without_an_input_image(family, strict, operation):
    table = table_of(family, strict, operation)
    if "strength" not in table:
        pytest.skip("Published models have no such parameter in strict mode.")
    values = {**minimal_form(table), "strength": FormText("0.5")}

    request = family.read(operation, "m", Fields("form", values), strict=strict)

    assert request.ignored == ({"strength"} if operation == "generate" else set())


@pytest.mark.parametrize(("family", "strict", "operation"), SCHEMAS)
def test_unknown_key_is_rejected_first(family, strict, operation):
    with pytest.raises(BadRequestError) as raised:
        family.read(operation, "m", Fields("form", {"zzz": FormText("1")}), strict=strict)

    assert (raised.value.code, raised.value.param) == ("unknown_parameter", "zzz")


@pytest.mark.parametrize(("family", "strict", "operation"), SCHEMAS)
def test_missing_required_parameter_is_named(family, strict, operation):
    table = table_of(family, strict, operation)
    for missing in minimal_form(table):
        rest = {name: value for name, value in minimal_form(table).items() if name != missing}

        with pytest.raises(BadRequestError) as raised:
            family.read(operation, "m", Fields("form", rest), strict=strict)

        assert (raised.value.code, raised.value.param) == ("missing_required_parameter", missing)


def test_every_published_model_has_a_family():
    assert set(PUBLISHED_MODELS.values()) <= set(FAMILIES)


def test_lenient_parameters_are_the_same_for_all_families():
    for operation in ("generate", "edit", "variation"):
        tables = [set(family.lenient.params[operation]) for family in FAMILIES.values()]

        assert all(table == tables[0] for table in tables)
        assert operation != "generate" or tables[0] >= GPT_ONLY - {"input_fidelity"}


@pytest.mark.parametrize(
    ("width", "height"), [(64, 64), (1000, 377), (5000, 5000), (9000, 70), (70, 9000), (1, 1), (10, 4000)]
)
@pytest.mark.parametrize("name", FAMILIES)
def test_edit_without_size_gets_a_supported_size(name, width, height):
    upload = Upload(picture=Picture(b"", "png", Size(width, height)), num_bytes=1)
    body = Fields("form", {"prompt": FormText("a"), "image": (upload,), "size": FormText("auto")})

    size = FAMILIES[name].read("edit", "m", body, strict=False).size

    assert all(64 <= edge <= 3840 for edge in size)
    assert size.width * size.height <= 8_294_400


@pytest.mark.parametrize(
    ("size", "accepted"),
    [
        ("1024x1024", True),
        ("3840x2160", True),
        ("816x816", True),
        ("2880x2880", True),
        ("1536x512", True),
        ("auto", True),
        ("800x800", False),
        ("512x512", False),
        ("1552x512", False),
        ("3856x2160", False),
        ("3840x2176", False),
        ("1000x1000", False),
    ],
)
def test_strict_gpt_image_2_checks_its_size_rule(size, accepted):
    family, body = FAMILIES["gpt-image-2"], Fields("json", {"prompt": "a", "size": size})
    if accepted:
        family.read("generate", "gpt-image-2", body, strict=True)
        return

    with pytest.raises(BadRequestError) as raised:
        family.read("generate", "gpt-image-2", body, strict=True)
    assert raised.value.param == "size"
