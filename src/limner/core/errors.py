"""
Every error that a client can see, named like the exception that the OpenAI client raises for its status:

APIError
 + BadRequestError         400
   - PictureError          400, type image_generation_user_error
 + AuthenticationError     401
 + PermissionDeniedError   403
 + NotFoundError           404
   - GoneError             410
 + MethodNotAllowedError   405
 + RequestTimeoutError     408
 + ConflictError           409
 + PayloadTooLargeError    413
 + UnsupportedMediaTypeError 415
 + RangeNotSatisfiableError  416
 + HeadersTooLargeError    431
 + RateLimitError          429
 + InternalServerError     500
   - EngineError           500, type image_generation_server_error
     - UpstreamError       502
   - OverloadedError       503
   - StorageFullError      507
"""

import math
from collections.abc import Mapping
from typing import ClassVar


class APIError(Exception):
    """An error that is reported to the client. Any other exception is a bug."""

    status: ClassVar[int] = 500
    type: ClassVar[str] = "server_error"

    def __init__(
        self,
        message: str,
        *,
        param: str | None = None,
        code: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.param = param
        self.code = code
        self.headers = dict(headers or {})

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.message, self.param, self.code, self.headers)

    @property
    def status_code(self) -> int:
        """`status`, under the official client's name."""
        return self.status

    def body(self) -> dict[str, object]:
        """The response body, with all four keys: some clients fail if one is missing."""
        return {"error": {"message": self.message, "type": self.type, "param": self.param, "code": self.code}}


def _rebuild(
    kind: type[APIError], message: str, param: str | None, code: str | None, headers: dict[str, str]
) -> APIError:
    return kind(message, param=param, code=code, headers=headers)


class BadRequestError(APIError):
    status = 400
    type = "invalid_request_error"


class PictureError(BadRequestError):
    """The request is well formed, but no image can be generated from it."""

    type = "image_generation_user_error"


class AuthenticationError(APIError):
    status = 401
    type = "invalid_request_error"


class PermissionDeniedError(APIError):
    status = 403
    type = "invalid_request_error"


class NotFoundError(APIError):
    status = 404
    type = "invalid_request_error"


class GoneError(NotFoundError):
    status = 410


class MethodNotAllowedError(APIError):
    status = 405
    type = "invalid_request_error"


class RequestTimeoutError(APIError):
    status = 408
    type = "invalid_request_error"


class ConflictError(APIError):
    status = 409
    type = "invalid_request_error"


class PayloadTooLargeError(APIError):
    status = 413
    type = "invalid_request_error"


class UnsupportedMediaTypeError(APIError):
    status = 415
    type = "invalid_request_error"


class RangeNotSatisfiableError(APIError):
    status = 416
    type = "invalid_request_error"


class HeadersTooLargeError(APIError):
    status = 431
    type = "invalid_request_error"


class RateLimitError(APIError):
    status = 429
    type = "requests"


class InternalServerError(APIError):
    pass


class EngineError(InternalServerError):
    """The engine failed while drawing."""

    type = "image_generation_server_error"


class UpstreamError(EngineError):
    """The server that draws for this one failed, or cannot be used with these settings."""

    status = 502


class OverloadedError(InternalServerError):
    status = 503


class StorageFullError(InternalServerError):
    """Nothing can be stored until space is freed, so retrying does not help."""

    status = 507


APIStatusError = APIError
"""The official client has errors without a status, too; here every error has one."""
ApiError = APIError
"""Deprecated: the name until version 0.1."""

MAX_RETRY_S = 60
"""The Node client ignores a longer Retry-After, and the Python client gives up above 120 s."""


def retry_s(wait_s: float) -> int:
    """A Retry-After value that every client respects; they ignore 0."""
    return max(1, min(MAX_RETRY_S, math.ceil(wait_s)))


def shutting_down_error() -> OverloadedError:
    return OverloadedError(
        "The server is shutting down. Please try again in a moment.",
        code="server_shutting_down",
        headers={"retry-after": "5"},
    )
