"""GET /v1/images/{request_id}: the responses of requests with `limner_keep`, for clients that left."""

import re
import time
from dataclasses import dataclass

import msgspec
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from limner.access.replies import ReplyEntry, ReplyIndex
from limner.api.client_sink import ClientSink
from limner.api.detached import DetachedRuns
from limner.api.hangups import while_connected
from limner.api.request_buffers import MemoryBudget, RequestBuffers
from limner.api.stored_replies import StoredReplies
from limner.core.errors import APIError, BadRequestError, GoneError, InternalServerError, NotFoundError, retry_s
from limner.core.queue_estimate import QueueEstimate

CLIENT_ID_HEADER = "X-Client-Request-Id"
CLIENT_ID = re.compile(r"[A-Za-z0-9._-]{16,255}", re.ASCII)
PATH = "/images/{request_id:client_id}"
FINAL = {"x-should-retry": "false"}
"""Of errors that stay: clients need not ask again."""


class ClientIdConvertor(StringConvertor):
    """Longer than the names of the other endpoints below /images."""

    regex = CLIENT_ID.pattern


register_url_convertor("client_id", ClientIdConvertor())


@dataclass(frozen=True, slots=True)
class KeptApi:
    replies: ReplyIndex
    stored: StoredReplies
    runs: DetachedRuns
    budget: MemoryBudget

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        http = Request(scope, receive)
        name = http.path_params["request_id"]
        entry = await self.replies.find_kept(http.state.key.id, name)
        if entry is None:
            raise NotFoundError(f"No response is kept for the request '{name}'.", param="request_id", code="not_found")
        run = self.runs.find(entry.request_id)
        now = time.time()
        if run is not None and entry.state == "running":
            await _still_running(entry, run.call.submission.estimate())(scope, receive, send)
        elif entry.is_running(now):
            await _still_running(entry, entry.estimate)(scope, receive, send)
        elif entry.expires_at <= now:
            raise _expired_error(name)
        elif entry.state != "done":
            raise _lost_error(entry)
        else:
            with RequestBuffers(self.budget) as buffers:
                reply = await self.stored.open("kept", entry.request_id, buffers)
                if reply is None:
                    raise _expired_error(name)
                headers = {"original-request": entry.request_id} | (FINAL if reply.head.status >= 400 else {})
                await while_connected(receive, reply.send(ClientSink(send), headers))


def read_client_id(headers: Headers) -> str | None:
    """The client's own id for its request. Raises BadRequestError if the response could not be found by it."""
    value = headers.get(CLIENT_ID_HEADER)
    if value is not None and not CLIENT_ID.fullmatch(value):
        raise BadRequestError(
            f"Invalid header '{CLIENT_ID_HEADER}': with 'limner_keep', it must have 16 to 255 letters, digits, '.', '_'"
            " or '-', because the response is found by it.",
            param=CLIENT_ID_HEADER,
            code="invalid_client_request_id",
        )
    return value


def _still_running(entry: ReplyEntry, estimate: QueueEstimate) -> Response:
    body = {
        "id": entry.request_id,
        "object": "image.request",
        "status": "in_progress",
        "queue_position": estimate.ahead,
        "eta_s": estimate.eta_s,
    }
    headers = {**estimate.headers(), "retry-after": str(retry_s(estimate.eta_s or 1))}
    return Response(msgspec.json.encode(body), 202, headers, "application/json")


def _expired_error(name: str) -> GoneError:
    return GoneError(f"The response of the request '{name}' has expired.", param="request_id", code="expired")


def _lost_error(entry: ReplyEntry) -> APIError:
    if entry.state == "running":
        message = "The server that was drawing this request has stopped. Please send it again."
        return InternalServerError(message, code="request_lost", headers=FINAL)
    message = "The images were drawn, but their storage was full or not available. Please send the request again."
    return InternalServerError(message, code="response_not_stored", headers=FINAL)
