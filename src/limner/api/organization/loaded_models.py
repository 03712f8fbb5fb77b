"""/v1/organization/limner/models: which models are loaded where, and loading, unloading and pinning them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from limner.api.body import BodyReader
from limner.api.meta import json_response
from limner.api.organization.parameters import read_body
from limner.core.errors import BadRequestError, NotFoundError
from limner.engines.engine import Engine, SupportsModelControl
from limner.engines.routing.engine import RoutingEngine
from limner.families.family import Table
from limner.families.readers import text, words
from limner.models import Model
from limner.service import ImageService

CONTROL: Table = {
    "model": replace(text(), required=True),
    "action": replace(words("load", "unload", "pin", "unpin"), required=True),
}


@dataclass(frozen=True, slots=True)
class LoadedModelsApi:
    service: ImageService
    body: BodyReader

    def routes(self, prefix: str) -> list[Route]:
        path = f"{prefix}/organization/limner/models"
        return [Route(path, self.list, methods=["GET"]), Route(path, self.control, methods=["POST"])]

    async def list(self, http: Request) -> Response:
        return json_response(self._states(None))

    async def control(self, http: Request) -> Response:
        values = await read_body(http, self.body, CONTROL)
        model = self.service.models.get(values["model"])
        if model is None:
            raise NotFoundError(f"The model '{values['model']}' does not exist", param="model", code="model_not_found")
        engines = [one for one in _engines(model) if isinstance(one, SupportsModelControl)]
        if not engines:
            raise BadRequestError(
                f"The engine of the model '{model.id}' loads no models.", param="model", code="invalid_value"
            )
        for engine in engines:
            await engine.control_model(values["action"])
        return json_response(self._states(model))

    def _states(self, only: Model | None) -> dict[str, Any]:
        names: dict[int, tuple[SupportsModelControl, list[str]]] = {}
        for model in self.service.models.values():
            for engine in _engines(model):
                if isinstance(engine, SupportsModelControl):
                    names.setdefault(id(engine), (engine, []))[1].append(model.id)
        data = [
            {
                "object": "limner.loaded_model",
                "checkpoint": state.checkpoint,
                "device": state.device,
                "models": served,
                "status": state.status,
                "pinned": state.is_pinned,
                "bytes": state.num_bytes,
                "problem": state.problem,
            }
            for engine, served in names.values()
            if only is None or only.id in served
            for state in engine.model_states()
        ]
        return {"object": "list", "data": data}


def _engines(model: Model) -> Iterator[Engine]:
    """That of the model, or those of its routes."""
    if isinstance(model.engine, RoutingEngine):
        yield from model.engine.engines
    else:
        yield model.engine
