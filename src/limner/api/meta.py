"""What is not a picture: models, files, health, and the description of the API."""

import asyncio
import time
from dataclasses import asdict, dataclass
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from limner import __version__
from limner.api.body import BodyReader
from limner.api.openapi import describe_api
from limner.api.uploads import MemoryBudget, UploadSpace
from limner.core.errors import BadRequestError, NotFoundError, OverloadedError, shutting_down
from limner.families.wording import join_and
from limner.router import WILDCARD, Router
from limner.storage.files import PURPOSES, FileFolder, FileObject

CREATED = 1_763_683_200
"""When Limner's first models were made; clients only sort by it."""


def json_response(body: Any) -> Response:
    return Response(orjson.dumps(body), media_type="application/json")


@dataclass(frozen=True, slots=True)
class MetaApi:
    router: Router
    body: BodyReader
    files: FileFolder
    budget: MemoryBudget
    strict: bool

    async def models(self, http: Request) -> Response:
        ids = [model_id for model_id in self.router.models if model_id != WILDCARD]
        return json_response({"object": "list", "data": [_model(model_id) for model_id in ids]})

    async def model(self, http: Request) -> Response:
        model_id = http.path_params["model"]
        if model_id not in self.router.models or model_id == WILDCARD:
            raise NotFoundError(f"The model '{model_id}' does not exist", param="model", code="model_not_found")
        return json_response(_model(model_id))

    async def health(self, http: Request) -> Response:
        if self.router.is_closing:
            raise shutting_down()
        if self.router.trouble is not None:
            raise OverloadedError(self.router.trouble, code="device_lost")
        return json_response({"status": "ok", "version": __version__, "waiting": self.router.num_waiting})

    async def openapi(self, http: Request) -> Response:
        return json_response(describe_api(self.router.models, strict=self.strict))

    async def upload_file(self, http: Request) -> Response:
        with UploadSpace(self.budget) as space:
            part, purpose = await self.body.read_file(http, space)
            if purpose not in PURPOSES:
                raise BadRequestError(
                    f"Invalid value: '{purpose}'. Supported values are: {join_and(PURPOSES)}.",
                    param="purpose",
                    code="invalid_value",
                )
            filename = (part.filename or "upload").replace("\\", "/").rpartition("/")[2][:255]
            file = await asyncio.to_thread(
                self.files.put, part.content, filename=filename, purpose=purpose, now=time.time()
            )
        return json_response(_file(file))

    async def list_files(self, http: Request) -> Response:
        purpose = http.query_params.get("purpose")
        found = [file for file in await asyncio.to_thread(self.files.list) if purpose in (None, file.purpose)]
        ends = {"first_id": found[0].id, "last_id": found[-1].id} if found else {"first_id": None, "last_id": None}
        return json_response({"object": "list", "data": list(map(_file, found)), "has_more": False, **ends})

    async def file(self, http: Request) -> Response:
        return json_response(_file(await asyncio.to_thread(self.files.find, http.path_params["file"])))

    async def file_content(self, http: Request) -> Response:
        path = await asyncio.to_thread(self.files.path, http.path_params["file"])
        return FileResponse(path, media_type="application/octet-stream")

    async def delete_file(self, http: Request) -> Response:
        file_id = http.path_params["file"]
        await asyncio.to_thread(self.files.delete, file_id)
        return json_response({"id": file_id, "object": "file", "deleted": True})


def _model(model_id: str) -> dict[str, object]:
    return {"id": model_id, "object": "model", "created": CREATED, "owned_by": "limner"}


def _file(file: FileObject) -> dict[str, object]:
    fixed = {"object": "file", "expires_at": None, "status": "processed", "status_details": None}
    return asdict(file) | fixed
