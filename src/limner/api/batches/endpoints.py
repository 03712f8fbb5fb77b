"""POST, GET /v1/batches, GET /v1/batches/{batch}, POST /v1/batches/{batch}/cancel."""

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from limner.access.recorder import clean_text
from limner.api.batches.parameters import CREATION, LISTING
from limner.api.body import BodyReader
from limner.api.meta import json_response
from limner.api.organization.parameters import list_response, read_body, read_query, unknown_cursor_error
from limner.batches.batch import WINDOW, Batch
from limner.batches.store import BatchStore
from limner.core.errors import NotFoundError

TIMES = (
    *("created_at", "in_progress_at", "expires_at", "finalizing_at", "completed_at"),
    *("failed_at", "expired_at", "cancelling_at", "cancelled_at"),
)


@dataclass(frozen=True, slots=True)
class BatchesApi:
    batches: BatchStore
    body: BodyReader
    max_open: int
    """Unfinished batches of a key."""
    wake: Callable[[], None]
    """Called when there is something to do for a batch."""

    def routes(self, prefix: str) -> Sequence[Route]:
        return [
            Route(f"{prefix}/batches", self.list, methods=["GET"]),
            Route(f"{prefix}/batches", self.create, methods=["POST"]),
            Route(f"{prefix}/batches/{{batch}}", self.retrieve, methods=["GET"]),
            Route(f"{prefix}/batches/{{batch}}/cancel", self.cancel, methods=["POST"]),
        ]

    async def create(self, http: Request) -> Response:
        values = await read_body(http, self.body, CREATION)
        batch = await self.batches.create(
            key_id=http.state.key.id,
            endpoint=values["endpoint"],
            input_file_id=clean_text(values["input_file_id"]),
            metadata=values["metadata"],
            output_lifetime_s=values["output_expires_after"],
            base_url=str(http.base_url),
            max_open=self.max_open,
            now=time.time(),
        )
        self.wake()
        return json_response(batch_json(batch))

    async def list(self, http: Request) -> Response:
        query = read_query(http, LISTING)
        try:
            page = await self.batches.list_page(key_id=http.state.key.id, after=query["after"], limit=query["limit"])
        except NotFoundError:
            raise unknown_cursor_error("after", query["after"]) from None
        return list_response([batch_json(batch) for batch in page.batches], has_more=page.has_more)

    async def retrieve(self, http: Request) -> Response:
        batch = await self.batches.find(http.path_params["batch"], key_id=http.state.key.id)
        return json_response(batch_json(batch))

    async def cancel(self, http: Request) -> Response:
        batch = await self.batches.cancel(http.path_params["batch"], key_id=http.state.key.id, now=time.time())
        self.wake()
        return json_response(batch_json(batch))


def batch_json(batch: Batch) -> dict[str, Any]:
    errors = [asdict(error) for error in batch.errors]
    usage = batch.usage
    return {
        "id": batch.id,
        "object": "batch",
        "endpoint": batch.endpoint,
        "model": batch.model,
        "errors": {"object": "list", "data": errors} if errors else None,
        "input_file_id": batch.input_file_id,
        "completion_window": WINDOW,
        "status": batch.status,
        "output_file_id": batch.output_file_id if batch.is_finished else None,
        "error_file_id": batch.error_file_id if batch.is_finished else None,
        **{name: getattr(batch, name) for name in TIMES},
        "request_counts": {"total": batch.total, "completed": batch.completed, "failed": batch.failed},
        "usage": {
            "input_tokens": usage.input_tokens,
            "input_tokens_details": {"cached_tokens": 0},
            "output_tokens": usage.output_tokens,
            "output_tokens_details": {"reasoning_tokens": 0},
            "total_tokens": usage.total_tokens,
        },
        "metadata": batch.metadata,
    }
