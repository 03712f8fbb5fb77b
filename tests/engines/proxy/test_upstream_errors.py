"""What a client gets for each error of an upstream server."""

import json
import logging
import pickle

import pytest

from limner.core import errors
from limner.core.errors import APIError
from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.engines.proxy.errors import read_error_event, read_fault, translate, transport_error
from limner.engines.proxy.http_connection import FailureKind, TransportError
from limner.engines.proxy.profiles import PROFILES

KEY = "sk-secret-of-the-operator"


def make_request(**fields) -> ImageRequest:
    return ImageRequest(
        **{"operation": "generate", "model": "gpt-image-1", "prompt": "a", "size": Size(1024, 1024)}
        | {"asked": frozenset({"prompt", "size"})}
        | fields
    )


def translate_body(status, body, headers=None, *, is_own_model=False, profile="openai", **fields) -> APIError:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    fault = read_fault(status, headers or {}, data)
    return translate(fault, make_request(**fields), PROFILES[profile], is_own_model=is_own_model)


def shape(error: APIError) -> tuple[int, str | None, str | None]:
    return error.status, error.code, error.param


KEPT, OURS = "kept", (502, "upstream_misconfigured", None)
UNAVAILABLE, FAILED = (503, "upstream_unavailable", None), (502, "upstream_error", None)
EXPECTED = {
    "APIError": FAILED,
    "BadRequestError": KEPT,
    "PictureError": KEPT,
    "AuthenticationError": OURS,
    "PermissionDeniedError": OURS,
    "NotFoundError": OURS,
    "GoneError": OURS,
    "MethodNotAllowedError": OURS,
    "RequestTimeoutError": (502, "upstream_timeout", None),
    "ConflictError": UNAVAILABLE,
    "PayloadTooLargeError": (413, "some_code", "prompt"),
    "UnsupportedMediaTypeError": OURS,
    "RangeNotSatisfiableError": OURS,
    "HeadersTooLargeError": OURS,
    "RateLimitError": (429, "rate_limit_exceeded", None),
    "InternalServerError": FAILED,
    "EngineError": FAILED,
    "UpstreamError": UNAVAILABLE,
    "OverloadedError": UNAVAILABLE,
    "StorageFullError": FAILED,
}
CLASSES = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, APIError)]


@pytest.mark.parametrize("kind", dict.fromkeys(CLASSES), ids=lambda kind: kind.__name__)
def test_every_error_class_of_another_limner_is_translated(kind):
    sent = kind("The message.", param="prompt", code="some_code", headers={"retry-after": "7"})

    error = translate_body(sent.status, sent.body(), sent.headers)

    expected = EXPECTED[kind.__name__]
    if expected == KEPT:
        assert error.body() == sent.body()
        assert error.status == sent.status
    else:
        assert shape(error) == expected
    assert error.headers.get("retry-after") == ("7" if error.status in (429, 503) else None)
    assert error.headers.get("x-should-retry") == ("false" if shape(error) == OURS else None)
    assert error.status not in (401, 403, 404)


def openai_error(message, *, kind="invalid_request_error", code=None, param=None, **more):
    return {"error": {"message": message, "type": kind, "code": code, "param": param, **more}}


@pytest.mark.parametrize("status", [401, 403])
def test_refused_key_is_the_operators_problem(status, caplog):
    body = openai_error(f"Incorrect API key provided: {KEY}.", code="invalid_api_key")

    error = translate_body(status, body)

    assert shape(error) == OURS
    assert KEY not in str(error.body()) + caplog.text
    assert "invalid_api_key" in caplog.text
    assert "'api_key'" in caplog.text
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (400, openai_error("Your request was rejected by the safety system.", code="moderation_blocked")),
        (400, openai_error("Not allowed.", kind="image_generation_user_error", code="content_policy_violation")),
        (403, openai_error("Filtered.", code="content_filter")),
        (400, {"error": {"code": "contentFilter", "message": "Filtered."}}),
    ],
)
def test_moderation_refusal_keeps_code_and_message(status, body):
    error = translate_body(status, body)

    assert shape(error) == (400, body["error"]["code"], None)
    assert error.message == body["error"]["message"]


def test_moderation_details_are_passed_on():
    details = {"moderation_stage": "input", "categories": ["violence"]}
    error = translate_body(400, openai_error("No.", code="moderation_blocked", moderation_details=details))

    assert error.body()["error"]["moderation_details"] == details
    assert pickle.loads(pickle.dumps(error)).body() == error.body()  # noqa: S301


def test_inner_error_of_azure_is_a_moderation_refusal():
    inner = {"code": "ResponsibleAIPolicyViolation", "content_filter_results": {}}
    error = translate_body(400, {"error": {"code": "invalid_request", "message": "Filtered.", "inner_error": inner}})

    assert shape(error) == (400, "content_policy_violation", None)


@pytest.mark.parametrize(
    ("status", "code"), [(429, "insufficient_quota"), (400, "billing_hard_limit_reached"), (402, None)]
)
def test_spent_account_is_not_worth_a_retry(status, code, caplog):
    error = translate_body(status, openai_error("You exceeded your current quota.", code=code))

    assert shape(error) == (502, "upstream_quota_exceeded", None)
    assert error.headers == {"x-should-retry": "false"}
    assert "billing" in caplog.text


@pytest.mark.parametrize(
    ("headers", "message", "seconds"),
    [
        ({"retry-after": "12"}, "", "12"),
        ({"retry-after-ms": "1500"}, "", "2"),
        ({"retry-after": "3600"}, "", "60"),
        ({"retry-after": "Wed, 21 Oct 2026 07:28:00 GMT"}, "Please try again in 3s.", "3"),
        ({}, "Rate limit reached in organization org-123. Please try again in 12s.", "12"),
        ({}, "Try again in 250ms.", "1"),
        ({}, "Please retry after some time.", "5"),
    ],
)
def test_rate_limit_says_when_to_retry(headers, message, seconds):
    error = translate_body(429, openai_error(message, kind="requests", code="rate_limit_exceeded"), headers)

    assert shape(error) == (429, "rate_limit_exceeded", None)
    assert error.headers == {"retry-after": seconds}
    assert "org-" not in error.message


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (openai_error("Invalid value: 'x'.", param="prompt", code="invalid_value"), ("Invalid value: 'x'.", "prompt")),
        ({"detail": "No prompt."}, ("No prompt.", None)),
        ({"detail": [{"loc": ["body", "prompt"], "msg": "Too short", "type": "x"}]}, ("Too short", "prompt")),
        ({"error": "No prompt."}, ("No prompt.", None)),
        ({"object": "error", "message": "No prompt.", "param": None, "code": 400}, ("No prompt.", None)),
        ({"detail": {"error": {"message": "No prompt."}}}, ("No prompt.", None)),
        (b"<html>Bad Request</html>", ("The upstream server refused the request.", None)),
        (b"[]", ("The upstream server refused the request.", None)),
        (b"", ("The upstream server refused the request.", None)),
    ],
)
@pytest.mark.parametrize("status", [400, 422])
def test_error_of_the_client_stays_the_clients(status, body, expected):
    error = translate_body(status, body)

    assert (error.status, error.message, error.param) == (400, *expected)
    assert set(error.body()["error"]) == {"message", "type", "param", "code"}


def test_parameter_has_the_clients_name():
    assert translate_body(400, openai_error("Bad file.", param="image[]")).param == "image"


@pytest.mark.parametrize(
    ("param", "code"),
    [("background", "unknown_parameter"), ("quality", "invalid_value"), ("output_format", "unsupported_parameter")],
)
def test_parameter_that_the_client_did_not_send_is_the_profiles_fault(param, code, caplog):
    error = translate_body(400, openai_error("Unknown.", param=param, code=code))

    assert shape(error) == OURS
    assert "'profile'" in caplog.text


def test_parameter_that_the_client_sent_is_its_fault():
    error = translate_body(400, openai_error("Too small.", param="size", code="invalid_value"))

    assert shape(error) == (400, "invalid_value", "size")


@pytest.mark.parametrize("status", [400, 404])
@pytest.mark.parametrize(("is_own_model", "expected"), [(False, (400, "invalid_value", "model")), (True, OURS)])
def test_unknown_model_is_the_fault_of_who_named_it(status, is_own_model, expected):
    body = openai_error("The model 'secret-deployment' does not exist", code="model_not_found")

    error = translate_body(status, body, is_own_model=is_own_model)

    assert shape(error) == expected
    assert "secret-deployment" not in error.message


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (400, openai_error("/images/generations: Invalid model name passed in model=x.", kind=None, param="None")),
        (400, {"detail": {"error": "/images/edits: Invalid model name passed in model=x. Call `/v1/models`"}}),
        (404, {"error": {"code": 404, "message": 'model "x" not found. To see available models', "type": ""}}),
        (404, {"detail": "Model not found in the model list, uid: x"}),
    ],
)
@pytest.mark.parametrize(("is_own_model", "expected"), [(False, (400, "invalid_value", "model")), (True, OURS)])
def test_unknown_model_is_recognized_by_its_message(status, body, is_own_model, expected):
    assert shape(translate_body(status, body, is_own_model=is_own_model)) == expected


def test_message_about_another_parameter_is_not_about_the_model():
    body = openai_error("The style of this model does not exist.", param="style", code="invalid_value")

    assert shape(translate_body(400, body, asked=frozenset({"style"}))) == (400, "invalid_value", "style")


@pytest.mark.parametrize(
    "body",
    [
        openai_error(f"Incorrect API key provided: {KEY}.", code="invalid_api_key"),
        openai_error(f"Authentication Error, Received={KEY}", kind="auth_error", param="None", code="400"),
    ],
)
def test_key_that_is_refused_with_400_is_the_operators_problem(body, caplog):
    error = translate_body(400, body)

    assert shape(error) == OURS
    assert KEY not in str(error.body()) + caplog.text


def test_param_that_is_none_as_text_is_none():
    assert translate_body(400, openai_error("Bad.", param="None")).param is None


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (408, "upstream_timeout"),
        (429, "rate_limit_exceeded"),
        (500, "upstream_error"),
        (502, "upstream_error"),
        (503, "upstream_error"),
        (504, "upstream_timeout"),
    ],
)
def test_error_that_no_retry_changes_stays_so(status, code):
    error = translate_body(status, openai_error("No."), {"x-should-retry": "false", "retry-after": "1"})

    assert error.code == code
    assert error.headers == {"x-should-retry": "false"}
    assert "again" not in error.message


@pytest.mark.parametrize("status", [301, 308, 404, 405, 410, 418])
def test_wrong_address_is_the_operators_problem(status, caplog):
    assert shape(translate_body(status, b"<html></html>")) == OURS
    assert "'base_url'" in caplog.text


@pytest.mark.parametrize(("status", "expected"), [(500, FAILED), (502, UNAVAILABLE), (503, UNAVAILABLE), (529, FAILED)])
def test_failure_of_the_server_may_be_retried(status, expected):
    error = translate_body(status, b"<html>Traceback: /home/operator/app.py</html>")

    assert shape(error) == expected
    assert "operator/" not in str(error.body())
    assert "x-should-retry" not in error.headers


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ({"type": "error", **openai_error("No.", code="moderation_blocked")}, (400, "moderation_blocked", None)),
        ({"type": "error", **openai_error("Busy.", code="rate_limit_exceeded")}, (429, "rate_limit_exceeded", None)),
        ({"type": "error", **openai_error("Bad.", param="prompt", code="x")}, (400, "x", "prompt")),
        ({"type": "error", **openai_error("Failed", kind="server_error")}, FAILED),
        ({"error": {"message": "CUDA out of memory", "code": 500}}, FAILED),
        ({"error": {"message": "Wait", "code": 503}}, UNAVAILABLE),
        ({"error": "broken"}, FAILED),
    ],
)  # fmt: skip
def test_error_in_a_stream_is_translated(event, expected):
    error = translate(read_error_event(event), make_request(), PROFILES["openai"], is_own_model=False)

    assert shape(error) == expected


@pytest.mark.parametrize("kind", FailureKind.__args__)
def test_every_transport_error_is_translated(kind):
    error = transport_error(TransportError(kind, "10.0.0.7 says no", sent=True))

    expected = {"timeout": "upstream_timeout", "size": "upstream_response_too_large"}
    expected |= {"protocol": "upstream_invalid_response", "closed": "upstream_disconnected"}
    assert error.code == expected.get(kind, "upstream_unavailable")
    assert error.status == (502 if kind in expected else 503)
    assert "10.0.0.7" not in error.message
