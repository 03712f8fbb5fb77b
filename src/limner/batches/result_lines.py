"""The lines of the output and error files."""

import json
import uuid
from typing import Any

EXPIRED = "batch_expired", "This request could not be executed before the completion window expired."
CANCELLED = "batch_cancelled", "This request was not executed because the batch was cancelled."
LOST = "result_lost", "The result of this request is no longer in the server's storage."
STOPPED = "request_failed", "The servers that drew this request stopped each time before it was done."


def new_result_id() -> str:
    return f"batch_req_{uuid.uuid4().hex}"


def begin_result(custom_id: str, *, status: int, request_id: str) -> bytes:
    """What precedes the body of a response. `custom_id` is JSON text."""
    return (
        f'{{"id":"{new_result_id()}","custom_id":{custom_id},'
        f'"response":{{"status_code":{status},"request_id":"{request_id}","body":'
    ).encode()


END_RESULT = b'},"error":null}\n'


def error_response(custom_id: str, *, status: int, request_id: str, body: dict[str, Any]) -> str:
    """The result of a request that was answered with an error, as JSON text."""
    begin = begin_result(custom_id, status=status, request_id=request_id).decode()
    return begin + json.dumps(body, separators=(",", ":")) + END_RESULT.decode().rstrip("\n")


def no_response(custom_id: str, reason: tuple[str, str]) -> str:
    """The result of a request without a response, as JSON text. `reason`: a code and a message."""
    code, message = reason
    error = json.dumps({"code": code, "message": message}, separators=(",", ":"))
    return f'{{"id":"{new_result_id()}","custom_id":{custom_id},"response":null,"error":{error}}}'
