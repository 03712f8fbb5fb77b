"""Translates what goes wrong between this server and an upstream one into errors for the client.

What the client can change stays its error. What only the operator can change (the key, the base URL, the profile, the
account) is an error of the server, and the log says what to do. Messages of refusals by status 401 and 403 are never
repeated: they may hold a part of the key.
"""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from limner.core.errors import (
    APIError,
    BadRequestError,
    EngineError,
    OverloadedError,
    PayloadTooLargeError,
    PictureError,
    RateLimitError,
    UpstreamError,
    retry_s,
)
from limner.core.request import ImageRequest
from limner.engines.proxy.http_connection import TransportError
from limner.engines.proxy.profile import Profile
from limner.engines.proxy.request_body import RESOLVED

log = logging.getLogger("limner.proxy")

NO_RETRY = {"x-should-retry": "false"}
DEFAULT_RETRY_S = 5
MODERATION_CODES = frozenset(
    {
        "moderation_blocked",
        "content_policy_violation",
        "contentfilter",
        "content_filter",
        "responsibleaipolicyviolation",
    }
)
QUOTA_CODES = frozenset(
    {
        "insufficient_quota",
        "billing_hard_limit_reached",
        "billing_not_active",
        "account_deactivated",
        "access_terminated",
    }
)
MODEL_CODES = frozenset({"model_not_found", "deploymentnotfound", "unknown_model"})
MODEL_MESSAGE = re.compile(r"\binvalid model name\b|\bmodel\b.{0,300}\b(?:not found|does not exist)\b", re.IGNORECASE)
"""Of servers that name neither a code nor the parameter, such as LiteLLM, LocalAI and Xinference."""
CREDENTIAL_CODES = frozenset({"auth_error", "authentication_error", "invalid_api_key"})
"""Codes and types: some servers answer these with status 400, and repeat the key."""
UNKNOWN_CODES = frozenset({"unknown_parameter", "unsupported_parameter", "unsupported_value"})
MAX_MESSAGE = 1000
WAIT = re.compile(r"(?:try again|retry)[a-z ]* in (\d+(?:\.\d+)?) ?(ms|s|seconds?|m)\b", re.IGNORECASE)


class BlockedError(PictureError):
    """A refusal by the upstream server's moderation, with its details."""

    def __init__(self, message: str, *, code: str, details: Mapping[str, Any] | None = None) -> None:
        super().__init__(message, code=code)
        self.details = details

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild_blocked, (self.message, self.code, self.details)

    def body(self) -> dict[str, object]:
        error = super().body()["error"]
        assert isinstance(error, dict)
        return {"error": {**error, "moderation_details": self.details} if self.details else error}


def _rebuild_blocked(message: str, code: str, details: Mapping[str, Any] | None) -> BlockedError:
    return BlockedError(message, code=code, details=details)


@dataclass(frozen=True, slots=True, kw_only=True)
class UpstreamFault:
    """An error response or event of an upstream server, in whatever shape it came."""

    status: int
    """Of the response; 200 for an event in a stream."""
    message: str = ""
    type: str = ""
    code: str = ""
    param: str | None = None
    details: Mapping[str, Any] | None = None
    retry_after_s: float | None = None
    is_final: bool = False
    """The server says that a retry cannot help, as another Limner does."""

    @property
    def is_temporary(self) -> bool:
        """Whether the server refused a request before any work, and may accept it in a moment."""
        return self.status == OverloadedError.status


def read_fault(status: int, headers: Mapping[str, str], body: bytes | bytearray) -> UpstreamFault:
    """Reads the error bodies of OpenAI, Azure, FastAPI, and plain texts."""
    try:
        value = msgspec.json.decode(body)
    except msgspec.DecodeError:
        value = None  # HTML of a proxy, or plain text
    fields = _error_fields(value) if isinstance(value, dict) else {}
    is_final = headers.get("x-should-retry") == "false"
    wait_s = _retry_after_s(headers, fields.get("message", ""))
    return UpstreamFault(status=status, retry_after_s=wait_s, is_final=is_final, **fields)


def read_error_event(value: Mapping[str, Any]) -> UpstreamFault:
    """An error in a stream, whose status was 200. `status` is what the same error has as a response, if known."""
    fields = _error_fields(value)
    found = value.get("error")
    status = found.get("status") or found.get("code") if isinstance(found, dict) else None
    known = {"rate_limit_exceeded": 429, "server_shutting_down": 503}
    if not isinstance(status, int) or not 400 <= status < 600:
        is_clients = "user_error" in fields["type"] or fields["type"] == "invalid_request_error"
        status = known.get(fields["code"], 400 if is_clients else 500)
    return UpstreamFault(status=status, retry_after_s=_retry_after_s({}, fields.get("message", "")), **fields)


def translate(fault: UpstreamFault, request: ImageRequest, profile: Profile, *, is_own_model: bool) -> APIError:
    """The error for the client. `is_own_model`: the settings name the upstream's model, and the client does not."""
    code = fault.code.lower()
    if code in MODERATION_CODES:
        message = fault.message or "Your request was rejected by the safety system."
        return BlockedError(message, code=fault.code, details=fault.details)
    if code in QUOTA_CODES or fault.status == 402:
        return _operator_error(fault, "The account of this server at the upstream server has no quota left.", "quota")
    if {code, fault.type.lower()} & CREDENTIAL_CODES:
        return _operator_error(fault, REFUSED_KEY, "credentials")
    if code in MODEL_CODES or _is_about_model(fault):
        if is_own_model:
            return _operator_error(fault, "The upstream server does not have the model of the settings.", "model")
        return unknown_model_error(request)
    match fault.status:
        case 401 | 403:
            return _operator_error(fault, REFUSED_KEY, "credentials")
        case 400 | 422:
            return _client_error(fault, request, profile)
        case 413:
            message = fault.message or "The request is too large for the upstream server."
            return PayloadTooLargeError(message, param=_param(fault, profile), code=fault.code or "request_too_large")
        case 415:
            return _operator_error(fault, "The upstream server refused the form of the request.", "profile")
        case 429:
            return _rate_limit_error(fault)
        case 408 | 504:
            headers = NO_RETRY if fault.is_final else None
            return UpstreamError("The upstream server took too long.", code="upstream_timeout", headers=headers)
        case 409 | 502 | 503 if not fault.is_final:
            return unavailable_error(fault.retry_after_s)
    if fault.status >= 500:
        log.warning("the upstream server failed: %s", describe(fault))
        headers = NO_RETRY if fault.is_final else None
        return UpstreamError(
            "The upstream server failed to generate the image.", code="upstream_error", headers=headers
        )
    return _operator_error(fault, "The upstream server cannot be used with this server's settings.", "address")


def transport_error(error: TransportError) -> APIError:
    """For a request without a complete response."""
    match error.kind:
        case "timeout":
            return UpstreamError("The upstream server did not respond in time.", code="upstream_timeout")
        case "refused" | "dns" | "tls" | "connect_timeout" | "unreachable":
            return unavailable_error(None)
        case "size":
            return UpstreamError("The upstream server sent too much.", code="upstream_response_too_large")
        case "protocol":
            return UpstreamError("The upstream server sent an invalid response.", code="upstream_invalid_response")
    return UpstreamError("The upstream server closed the connection too early.", code="upstream_disconnected")


def unavailable_error(wait_s: float | None) -> OverloadedError:
    return OverloadedError(
        "The upstream server is not available at present. Please try again in a moment.",
        code="upstream_unavailable",
        headers={"retry-after": str(retry_s(DEFAULT_RETRY_S if wait_s is None else wait_s))},
    )


def unknown_model_error(request: ImageRequest) -> PictureError:
    message = f"The model '{request.model}' does not exist."
    return PictureError(message, param="model", code="invalid_value", headers=NO_RETRY)


def unsupported_error(request: ImageRequest) -> APIError:
    """For an operation that the upstream server does not have. The wording is the API's."""
    return PictureError(
        f"The model '{request.model}' does not support this endpoint.", param="model", code="invalid_value"
    )


def too_many_images_error(count: int, limit: int) -> APIError:
    return BadRequestError(
        f"Invalid 'image': array too long. Expected an array with maximum length {limit},"
        f" but got an array with length {count} instead.",
        param="image",
        code="array_above_max_length",
    )


def describe(fault: UpstreamFault) -> str:
    """For the log. Without the message, which may repeat the key or the prompt."""
    named = [f"status {fault.status}", fault.type and f"type {fault.type}", fault.code and f"code {fault.code}"]
    return ", ".join([*filter(None, named), *([f"param {fault.param}"] if fault.param else [])])


ADVICE = {
    "quota": "check its plan and billing",
    "model": "check the option 'model'",
    "credentials": "check the options 'api_key' and 'headers'",
    "profile": "check the option 'profile'",
    "address": "check the options 'base_url' and 'profile'",
}


REFUSED_KEY = "The upstream server refused this server's credentials."


def _is_about_model(fault: UpstreamFault) -> bool:
    if fault.status not in (400, 404):
        return False
    return fault.param == "model" or (fault.param is None and MODEL_MESSAGE.search(fault.message) is not None)


def _operator_error(fault: UpstreamFault, message: str, advice: str) -> EngineError:
    log.error("the upstream server refused a request (%s): %s", describe(fault), ADVICE[advice])
    code = "upstream_quota_exceeded" if advice == "quota" else "upstream_misconfigured"
    return UpstreamError(f"{message} Its operator has to change that.", code=code, headers=NO_RETRY)


def _client_error(fault: UpstreamFault, request: ImageRequest, profile: Profile) -> APIError:
    param = _param(fault, profile)
    is_resolved_here = param in RESOLVED and param not in request.asked
    is_unknown = fault.code.lower() in UNKNOWN_CODES and param not in request.asked
    if is_resolved_here or is_unknown:
        return _operator_error(
            fault, "The upstream server does not know or accept a parameter of this server.", "profile"
        )
    message = fault.message[:MAX_MESSAGE] or "The upstream server refused the request."
    kind = PictureError if fault.type == PictureError.type else BadRequestError
    return kind(message, param=param, code=fault.code or None)


def _rate_limit_error(fault: UpstreamFault) -> RateLimitError:
    """With a message of our own: upstream's names the operator's organisation."""
    if fault.is_final:
        message = "The request exceeds a limit of the upstream server."
        return RateLimitError(message, code="rate_limit_exceeded", headers=NO_RETRY)
    wait_s = retry_s(DEFAULT_RETRY_S if fault.retry_after_s is None else fault.retry_after_s)
    return RateLimitError(
        f"The upstream server is busy. Please try again in {wait_s}s.",
        code="rate_limit_exceeded",
        headers={"retry-after": str(wait_s)},
    )


def _param(fault: UpstreamFault, profile: Profile) -> str | None:
    """By the client's name."""
    own = {name: field for names in profile.parameters.values() for field, name in names.items()}
    own |= {name: field for field, name in profile.extras.items()}
    own |= {profile.image_name: "image", profile.masks.name: "mask"}
    name = (fault.param or "").removeprefix("body.")  # vLLM
    return own.get(name, name) or None


def _error_fields(value: Mapping[str, Any]) -> dict[str, Any]:
    """`{"error": {...}}`, `{"error": "..."}`, `{"detail": ...}`, or the fields themselves."""
    found = value.get("error")
    if isinstance(found, str):
        found = {"message": found, **{key: value[key] for key in ("code", "param", "message") if key in value}}
    if not isinstance(found, dict):
        found = _detail_fields(value["detail"]) if "detail" in value else value
    details = found.get("moderation_details")
    inner = found.get("innererror") or found.get("inner_error")
    code = found.get("code")
    if isinstance(inner, dict) and str(inner.get("code", "")).lower() in MODERATION_CODES:
        code = "content_policy_violation"  # Azure
    return {
        "message": _text(found.get("message")),
        "type": _text(found.get("type")) if found.get("type") != "error" else "",
        "code": code if isinstance(code, str) else "",
        "param": _text(found.get("param")).removeprefix("None") or None,  # LiteLLM sends "None"
        "details": details if isinstance(details, dict) else None,
    }


def _detail_fields(detail: Any) -> dict[str, Any]:
    """FastAPI: a text, an object, or a list of problems with their place."""
    if isinstance(detail, dict):
        inner = detail.get("error")
        if isinstance(inner, str):  # LiteLLM
            return {"message": inner, **detail}
        return inner if isinstance(inner, dict) else detail
    if isinstance(detail, list) and detail and isinstance(detail[0], dict):
        place = detail[0].get("loc")
        param = str(place[-1]) if isinstance(place, list) and len(place) > 1 else None
        return {"message": _text(detail[0].get("msg")), "param": param, "code": "invalid_value"}
    return {"message": detail}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _retry_after_s(headers: Mapping[str, str], message: str) -> float | None:
    for name, factor in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers[name]) * factor
        except (KeyError, ValueError):
            continue
        if 0 <= seconds < 1e9:
            return seconds
    found = WAIT.search(message)
    if found is None:
        return None
    return float(found[1]) * {"ms": 0.001, "m": 60.0}.get(found[2].lower(), 1.0)
