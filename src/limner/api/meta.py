"""The endpoints for models, health, and the description of the API."""

from dataclasses import dataclass
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from limner import __version__
from limner.api.openapi import describe_api
from limner.api.server_state import ServerProbe
from limner.core.errors import NotFoundError, OverloadedError
from limner.model_plan import WILDCARD
from limner.service import ImageService

CREATED = 1_763_683_200
"""The `created` of every model; clients only sort by it."""


def json_response(body: Any) -> Response:
    return Response(msgspec.json.encode(body), media_type="application/json")


@dataclass(frozen=True, slots=True)
class MetaApi:
    service: ImageService
    probe: ServerProbe
    strict: bool

    async def models(self, http: Request) -> Response:
        ids = [model_id for model_id in self.service.models if model_id != WILDCARD]
        return json_response({"object": "list", "data": [_model(model_id) for model_id in ids]})

    async def model(self, http: Request) -> Response:
        model_id = http.path_params["model"]
        if model_id not in self.service.models or model_id == WILDCARD:
            raise NotFoundError(f"The model '{model_id}' does not exist", param="model", code="model_not_found")
        return json_response(_model(model_id))

    async def health(self, http: Request) -> Response:
        if error := self.probe.broken_error():
            raise error
        body: dict[str, Any] = {"status": "ok", "version": __version__, "waiting": self.service.num_waiting}
        if routes := self.probe.routes():
            # without the reasons, which name what only the operator should know
            body["routes_out"] = [f"{one.model}/{one.route}" for one in routes if one.problem]
        return json_response(body)

    async def live(self, http: Request) -> Response:
        """For what restarts the process: an error only helps if a restart does."""
        if error := self.service.fatal_error:
            raise OverloadedError(error, code="device_lost")
        return json_response({"status": "ok"})

    async def ready(self, http: Request) -> Response:
        """For what sends requests to the server."""
        if error := await self.probe.unready_error():
            raise error
        return json_response({"status": "ok"})

    async def openapi(self, http: Request) -> Response:
        return json_response(describe_api(self.service.models, strict=self.strict))


def _model(model_id: str) -> dict[str, object]:
    return {"id": model_id, "object": "model", "created": CREATED, "owned_by": "limner"}
