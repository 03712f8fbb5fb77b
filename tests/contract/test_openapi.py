"""The server matches its own description, tested by schemathesis."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from limner.settings import Settings, Storage
from raw_http import get
from running import running_server
from tiny_engine import TinyEngine

OPERATIONS = [
    ("POST", "/v1/images/generations"),
    ("POST", "/v1/images/edits"),
    ("POST", "/v1/images/variations"),
    ("GET", "/v1/images/{request_id}"),
    ("GET", "/v1/models"),
    ("GET", "/v1/models/{model}"),
    ("GET", "/v1/files"),
    ("POST", "/v1/files"),
    ("GET", "/v1/files/{file}"),
    ("DELETE", "/v1/files/{file}"),
    ("GET", "/v1/files/{file}/content"),
    ("GET", "/v1/batches"),
    ("POST", "/v1/batches"),
    ("GET", "/v1/batches/{batch}"),
    ("POST", "/v1/batches/{batch}/cancel"),
    ("GET", "/health"),
    ("GET", "/health/live"),
    ("GET", "/health/ready"),
    ("GET", "/metrics"),
    ("GET", "/v1/organization/usage/images"),
    ("GET", "/v1/organization/costs"),
    ("GET", "/v1/organization/limner/usage"),
    ("GET", "/v1/organization/limner/live"),
    ("GET", "/v1/organization/limner/models"),
]


@pytest.fixture(params=["lenient", "strict"], scope="module")
def validation(request):
    return request.param


@pytest.fixture(scope="module")
def schema(validation, tmp_path_factory):
    options = Settings(strict=validation == "strict", storage=Storage(folder=tmp_path_factory.mktemp("described")))
    with running_server(TinyEngine(), options) as server:
        yield schemathesis.openapi.from_url(f"{server.address}/openapi.json")


def test_every_operation_is_exercised(schema):
    described = [(one.ok().method.upper(), one.ok().path) for one in schema.get_all_operations()]

    assert sorted(described) == sorted(OPERATIONS)


@pytest.mark.parametrize(
    ("mode", "method", "path"),
    [
        *(pytest.param(GenerationMode.POSITIVE, *one, id=f"{' '.join(one)} as described") for one in OPERATIONS),
        *(pytest.param(GenerationMode.NEGATIVE, *one, id=f"{' '.join(one)} otherwise") for one in OPERATIONS[:3]),
    ],
)
def test_every_response_matches_the_description(schema, validation, mode, method, path):
    statuses = set()
    cases = schema[path][method].as_strategy(generation_mode=mode)

    @settings(
        max_examples=20,
        derandomize=True,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(data=st.data())
    def try_it(data):
        case = data.draw(cases)
        if isinstance(case.body, dict) and "size" not in case.body and "/images/" in path:
            case.body["size"] = "64x64"
        answer = case.call()
        statuses.add(answer.status_code)
        case.validate_response(
            answer,
            checks=[not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance],
        )

    try_it()
    if mode is GenerationMode.NEGATIVE:
        assert 400 in statuses
        assert statuses <= {400, 409}  # examples repeat an idempotency key
    elif validation == "lenient":  # in strict mode, a parameter of one model is an error for another
        assert statuses & {200, 404}


def test_description_names_every_parameter_of_the_tables(shared, shared_strict):
    lenient, strict = (get(server.port, "/openapi.json").json() for server in (shared, shared_strict))

    def properties(document, path, kind):
        body = document["paths"][path]["post"]["requestBody"]["content"][kind]["schema"]
        return set(body["properties"])

    generation = properties(lenient, "/v1/images/generations", "application/json")
    edit = properties(lenient, "/v1/images/edits", "multipart/form-data")
    edit_json = properties(lenient, "/v1/images/edits", "application/json")

    assert {"model", "prompt", "n", "size", "quality", "style", "seed", "stream", "moderation"} <= generation
    assert {"image", "mask", "input_fidelity", "mask_mode"} <= edit
    assert "images" not in edit
    assert {"images", "mask"} <= edit_json
    assert "image" not in edit_json | generation
    required = strict["paths"]["/v1/images/generations"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert set(required["required"]) == {"model", "prompt"}
