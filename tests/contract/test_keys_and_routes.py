"""Keys, prefixes of endpoints, headers of every response, envelopes of every error."""

import json

import openai
import pytest

from limner.settings import Settings, Storage
from raw_http import file, get, post, post_form, post_json
from running import running_server
from tiny_engine import TinyEngine
from wire_pictures import picture

GENERATIONS = "/v1/images/generations"
PARAMS = {"model": "gpt-image-1", "prompt": "a", "size": "64x64"}
KEY = "sk-a-long-and-secret-key"


@pytest.fixture(scope="module")
def locked(tmp_path_factory):
    settings = Settings(api_keys=("other", KEY), storage=Storage(folder=tmp_path_factory.mktemp("locked")))
    with running_server(TinyEngine(), settings) as server:
        yield server


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": f"Bearer {KEY}"},
        {"Authorization": "Bearer other"},
        {"authorization": f"bearer {KEY}"},
        {"api-key": KEY},
        {"Authorization": "Basic eDp5", "api-key": KEY},
    ],
    ids=["bearer", "another key", "lower case", "api-key", "api-key beside basic"],
)
def test_known_key_is_accepted(locked, headers):
    assert post_json(locked.port, GENERATIONS, PARAMS, headers=headers).status == 200


@pytest.mark.parametrize(
    ("headers", "message"),
    [
        pytest.param(
            {"Authorization": "Bearer fake_key"},
            "Incorrect API key provided: fake_key. You can find your API key at https://platform.openai.com/account/api-keys.",
            id="short",
        ),
        pytest.param(
            {"api-key": KEY + "x"},
            "Incorrect API key provided: sk-a-lon*************keyx. You can find your API key at https://platform.openai.com/account/api-keys.",
            id="long, and masked",
        ),
    ],
)
@pytest.mark.parametrize("path", [GENERATIONS, "/images/edits", "/openai/deployments/gpt-image-1/images/generations"])
def test_wrong_key_has_the_literal_error(locked, headers, message, path):
    answer = post_json(locked.port, path, PARAMS, headers=headers)

    assert answer.status == 401
    assert answer.error == {
        "message": message,
        "type": "invalid_request_error",
        "param": None,
        "code": "invalid_api_key",
    }
    assert answer.headers["www-authenticate"] == 'Bearer realm="OpenAI API"'
    assert answer.headers["openai-organization"] is None
    assert answer.headers["x-request-id"].startswith("req_")


@pytest.mark.parametrize("keys", [(KEY, "wrong"), ("wrong", KEY), (KEY, "other")])
@pytest.mark.parametrize(("name", "scheme"), [("Authorization", "Bearer "), ("api-key", "")])
@pytest.mark.parametrize("path", ["/v1/models", "/metrics"])
def test_several_keys_are_refused(locked, keys, name, scheme, path):
    lines = f"\r\n{name}: ".join(scheme + key for key in keys)

    answer = get(locked.port, path, headers={name: lines})

    assert answer.status == 401
    assert set(answer.error) == {"message", "type", "param", "code"}


def test_the_same_key_twice_is_accepted(locked):
    headers = {"Authorization": f"Bearer {KEY}\r\nAuthorization: Bearer {KEY}", "api-key": "ignored"}

    assert get(locked.port, "/v1/models", headers=headers).status == 200


@pytest.mark.parametrize("path", ["/v1/models", "/v1/files", "/v1/files/file-1/content", "/nowhere"])
def test_missing_key_reveals_nothing(locked, path):
    answer = get(locked.port, path)

    assert answer.status == 401
    assert answer.error["message"].startswith("You didn't provide an API key.")


def test_health_and_pictures_need_no_key(locked):
    answer = post_json(locked.port, GENERATIONS, {**PARAMS, "response_format": "url"}, headers={"api-key": KEY})
    path = answer.json()["data"][0]["url"].removeprefix("http://127.0.0.1")

    assert get(locked.port, path).status == 200
    assert get(locked.port, "/health").json()["status"] == "ok"


def test_official_client_raises_its_authentication_error(locked):
    with locked.client(api_key="wrong") as client, pytest.raises(openai.AuthenticationError) as raised:
        client.images.generate(prompt="a")

    assert raised.value.code == "invalid_api_key"


def test_server_without_keys_accepts_any_key(shared):
    assert post_json(shared.port, GENERATIONS, PARAMS).status == 200
    assert post_json(shared.port, GENERATIONS, PARAMS, headers={"Authorization": "Bearer anything"}).status == 200


@pytest.mark.parametrize("prefix", ["/v1", "", "/openai/v1", "/openai/deployments/gpt-image-2"])
def test_endpoints_are_served_under_every_prefix(shared, last_request, prefix):
    query = "?api-version=2025-04-01-preview"

    drawn = post_json(shared.port, f"{prefix}/images/generations{query}", {"prompt": "a", "size": "64x64"})
    edited = post_form(
        shared.port,
        f"{prefix}/images/edits{query}",
        file("image", picture()),
        ([b'Content-Disposition: form-data; name="prompt"'], b"a"),
    )

    assert (drawn.status, edited.status) == (200, 200)
    if "deployments" in prefix:
        assert last_request().model == "gpt-image-2"


def test_unknown_deployment_gives_the_model_error(shared):
    answer = post_json(shared.port, "/openai/deployments/mine/images/generations", {"prompt": "a"})

    assert (answer.status, answer.error["message"]) == (400, "The model 'mine' does not exist.")


def test_azure_client_draws(locked):
    client = openai.AzureOpenAI(
        azure_endpoint=locked.address, api_key=KEY, api_version="2025-04-01-preview", max_retries=0
    )
    with client:
        drawn = client.images.generate(model="gpt-image-1", prompt="a")
        edited = client.images.edit(model="gpt-image-1", prompt="a", image=("a.png", picture()))

    assert drawn.data[0].b64_json
    assert edited.data[0].b64_json


@pytest.mark.parametrize("prefix", ["/v1", "", "/openai/v1"])
def test_models_and_files_are_served_under_every_prefix(shared, prefix):
    assert get(shared.port, f"{prefix}/models").json()["object"] == "list"
    assert get(shared.port, f"{prefix}/models/dall-e-2").json()["id"] == "dall-e-2"
    assert get(shared.port, f"{prefix}/files").json()["object"] == "list"


@pytest.mark.parametrize(
    ("method", "path", "status", "message"),
    [
        pytest.param("POST", "/v1/images/nothing", 404, "Invalid URL (POST /v1/images/nothing)", id="no such path"),
        pytest.param(
            "GET", "/v1/images/generations/x", 404, "Invalid URL (GET /v1/images/generations/x)", id="too long a path"
        ),
        pytest.param(
            "GET",
            GENERATIONS,
            405,
            f"Not allowed to GET on {GENERATIONS}. (HINT: Perhaps you meant to use a different HTTP method?)",
            id="wrong method",
        ),
        pytest.param(
            "DELETE",
            "/v1/models",
            405,
            "Not allowed to DELETE on /v1/models. (HINT: Perhaps you meant to use a different HTTP method?)",
            id="wrong method of models",
        ),
        pytest.param("GET", "/v1/files/nothing", 404, "No such File object: nothing", id="no such file"),
        pytest.param("DELETE", "/v1/files/..%2f..%2fsecret", 404, None, id="a path for a file"),
        pytest.param("GET", "/v1/models/x", 404, "The model 'x' does not exist", id="no such model"),
    ],
)
def test_framework_errors_are_in_the_envelope(shared, method, path, status, message):
    answer = get(shared.port, path, method=method)

    assert answer.status == status
    assert set(answer.error) == {"message", "type", "param", "code"}
    assert answer.error["type"] == "invalid_request_error"
    assert message in (None, answer.error["message"])
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-request-id"].startswith("req_")
    assert (answer.headers["allow"] is not None) == (status == 405)


@pytest.mark.parametrize("path", [GENERATIONS, "/v1/files/x", "/pictures/x.png"])
def test_cors_allows_any_origin(locked, path):
    headers = {
        "Origin": "https://page.test",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization, content-type, x-stainless-os",
    }

    preflight = get(locked.port, path, method="OPTIONS", headers=headers)
    refused = post_json(locked.port, GENERATIONS, PARAMS, headers={"Origin": "https://page.test"})

    assert preflight.status in (200, 204)
    assert preflight.headers["access-control-allow-origin"] == "*"
    assert "POST" in preflight.headers["access-control-allow-methods"]
    allowed = [name.strip().lower() for name in preflight.headers["access-control-allow-headers"].split(",")]
    assert {"*", "authorization", "content-type", "api-key"} <= set(allowed)
    assert refused.status == 401
    assert refused.headers["access-control-allow-origin"] == "*"
    assert "x-request-id" in refused.headers["access-control-expose-headers"].lower()


def test_every_request_has_a_unique_id(shared):
    ids = [get(shared.port, "/health").headers["x-request-id"] for _ in range(3)]

    assert len(set(ids)) == 3
    assert all(len(one) == 36 for one in ids)


def test_every_response_has_nosniff(shared):
    answer = get(shared.port, "/v1/models")

    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["openai-version"] == "2020-10-01"
    assert int(answer.headers["openai-processing-ms"]) >= 0


def test_head_response_has_no_body(shared):
    answer = get(shared.port, "/health", method="HEAD")

    assert (answer.status, answer.body) == (200, b"")


def test_expect_100_continue_is_answered(shared):
    body = json.dumps(PARAMS).encode()

    answer = post(shared.port, GENERATIONS, body, headers={"Expect": "100-continue"}, content_type="application/json")

    assert answer.status == 200
