"""What each known server says if something is wrong, and what the official client makes of it behind a Limner."""

import openai
import pytest
from starlette.responses import PlainTextResponse, Response
from upstreams import PRODUCTS, running_upstream

from stand_ins.azure import BLOCKED, CONTENT_FILTER
from stand_ins.localai import go_json
from stand_ins.server import StandIn, compact

MODEL = "gpt-image-1"
MODERATED = (
    "Your request was rejected by the safety system. If you believe this is an error, contact us at help.openai.com and"
    " include the request ID req_1. safety_violations=[violence]."
)
RATE_LIMITED = (
    "Rate limit reached for gpt-image-1 (for limit gpt-image) in organization org-secret on input-images per min: Limit"
    " 5, Used 5, Requested 1. Please try again in 12s."
)
QUOTA = "You exceeded your current quota, please check your plan and billing details."
LOADING = "Model is loading, please retry later: sd3.5-medium"
USER_ERROR = "image_generation_user_error"


def envelope(message, status, *, kind=None, param=None, code=None, headers=None) -> Response:
    return compact({"error": {"message": message, "type": kind, "param": param, "code": code}}, status, headers)


def detail(content, status, headers=None) -> Response:
    return compact({"detail": content}, status, headers)


def go_error(message, status, headers=None) -> Response:
    return go_json({"error": {"code": status, "message": message, "type": ""}}, status, headers)


CASES = [
    ("openai", envelope(MODERATED, 400, kind=USER_ERROR, code="moderation_blocked"), 400, "moderation_blocked"),
    (
        "openai",
        envelope(RATE_LIMITED, 429, kind="input-images", code="rate_limit_exceeded"),
        429,
        "rate_limit_exceeded",
    ),
    (
        "openai",
        envelope(QUOTA, 429, kind="insufficient_quota", code="insufficient_quota"),
        502,
        "upstream_quota_exceeded",
    ),
    (
        "openai",
        envelope("The server had an error", 500, kind="server_error", code="server_error"),
        502,
        "upstream_error",
    ),
    ("azure", CONTENT_FILTER, 400, "content_policy_violation"),
    ("azure", BLOCKED, 502, "upstream_misconfigured"),
    (
        "azure",
        compact({"error": {"code": "429", "message": "Please retry after 20 seconds."}}, 429, {"retry-after": "20"}),
        429,
        "rate_limit_exceeded",
    ),
    (
        "azure",
        compact({"error": {"code": "DeploymentNotFound", "message": "The API deployment does not exist."}}, 404),
        502,
        "upstream_misconfigured",
    ),
    ("vllm-omni", envelope("EngineDeadError", 500, kind="InternalServerError", code=500), 502, "upstream_error"),
    (
        "vllm-omni",
        envelope("Stage configs not found.", 503, kind="Service Unavailable", code=503),
        503,
        "upstream_unavailable",
    ),
    (
        "vllm-omni",
        envelope("Requested image size 1024x1024 exceeds the maximum", 400, kind="Bad Request", code=400),
        400,
        None,
    ),
    ("sglang", PlainTextResponse("Internal Server Error", 500), 502, "upstream_error"),
    ("sglang", detail("Failed to process image source: cannot identify image file", 400), 400, None),
    ("localai", go_error("rpc error: code = Unknown desc = inference failed", 500), 502, "upstream_error"),
    ("localai", go_error("model is loading", 503, {"Retry-After": "7"}), 503, "upstream_unavailable"),
    ("localai", go_error('model "x" not found. To see available models, call GET /v1/models', 404), 502, None),
    ("xinference", detail(LOADING, 503, {"Retry-After": "30"}), 503, "upstream_unavailable"),
    ("xinference", detail("Rate limit reached for the model. Current limit: 1", 429), 429, "rate_limit_exceeded"),
    ("xinference", detail("[address=127.0.0.1:36413, pid=1] CUDA out of memory", 500), 502, "upstream_error"),
    ("xinference", detail("Model not found in the model list, uid: x", 404), 502, "upstream_misconfigured"),
    ("xinference", PlainTextResponse("Internal Server Error: 1 validation error", 500), 502, "upstream_error"),
    ("sd-cpp", compact({"error": "invalid params"}, 400), 400, None),
    ("sd-cpp", compact({"error": "generate_image returned no results"}, 500), 502, "upstream_error"),
    ("sd-cpp", compact({"error": "server_error", "message": "type must be string"}, 500), 502, "upstream_error"),
    (
        "litellm",
        envelope("litellm.RateLimitError: RateLimitError: OpenAIException", 429, kind="throttling_error", code="429"),
        429,
        "rate_limit_exceeded",
    ),
    (
        "litellm",
        envelope("litellm.BadRequestError: OpenAIException - ...", 400, kind="invalid_request_error", code="400"),
        400,
        "400",
    ),
    ("litellm", envelope("litellm.InternalServerError: ...", 500, code="500"), 502, "upstream_error"),
]


@pytest.fixture(scope="module")
def servers(tmp_path_factory):
    """Starts a server on first use."""
    running, contexts = {}, []

    def server(name):
        if name not in running:
            contexts.append(running_upstream(name, tmp_path_factory.mktemp(name)))
            running[name] = contexts[-1].__enter__()
        running[name].stand_in.reset()
        return running[name]

    yield server
    for context in contexts:
        context.__exit__(None, None, None)


@pytest.mark.parametrize(("name", "response", "status", "code"), CASES)
def test_error_of_the_server_is_translated(servers, name, response, status, code):
    upstream = servers(name)
    upstream.stand_in.failures += [response] * 3

    with pytest.raises(openai.APIStatusError) as caught:
        upstream.client.images.generate(model=MODEL, prompt="a fox", size="1024x1024")

    error = caught.value
    assert (error.status_code, error.code) == (status, code or error.code)
    assert set(error.body) >= {"message", "type", "param", "code"}
    assert not [secret for secret in ("org-secret", StandIn.API_KEY, "127.0.0.1") if secret in error.message]
    wait_s = response.headers.get("retry-after")
    if status in (429, 503) and wait_s is not None:
        assert error.response.headers["retry-after"] == wait_s


@pytest.mark.parametrize("name", PRODUCTS)
def test_wrong_key_of_the_settings_is_an_error_of_the_server(name, tmp_path):
    with running_upstream(name, tmp_path, api_key="sk-wrong-secret") as upstream:
        upstream.stand_in.failures += [] if has_keys(upstream.stand_in) else [compact({"error": "no"}, 401)]

        with pytest.raises(openai.InternalServerError) as caught:
            upstream.client.images.generate(model=MODEL, prompt="a fox", size="1024x1024")

    assert caught.value.code == "upstream_misconfigured"
    assert "sk-wrong-secret" not in str(caught.value)
    assert caught.value.response.headers["x-should-retry"] == "false"


def has_keys(stand_in) -> bool:
    return type(stand_in).authenticate is not StandIn.authenticate


@pytest.mark.parametrize("name", ["localai", "xinference", "openai", "azure"])
def test_model_of_the_settings_that_the_server_lacks_is_an_error_of_the_server(name, tmp_path):
    with (
        running_upstream(name, tmp_path, model="no-such-model") as upstream,
        pytest.raises(openai.InternalServerError) as caught,
    ):
        upstream.client.images.generate(model=MODEL, prompt="a fox", size="1024x1024")

    assert caught.value.code == "upstream_misconfigured"


def test_parameter_out_of_the_servers_range_is_named_by_the_clients_name(servers):
    upstream = servers("vllm-omni")

    with pytest.raises(openai.BadRequestError) as caught:
        upstream.client.images.generate(
            model=MODEL, prompt="a fox", size="1024x1024", extra_body={"guidance_scale": 25}
        )

    assert caught.value.param == "guidance_scale"
