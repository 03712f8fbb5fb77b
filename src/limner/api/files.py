"""/v1/files: files that clients upload once, and refer to by id in edits."""

import asyncio
import os
import sys
import time
from dataclasses import asdict, dataclass
from typing import BinaryIO

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.types import Receive, Scope, Send

from limner.api.body import BodyReader
from limner.api.meta import json_response
from limner.api.request_buffers import MemoryBudget, RequestBuffers
from limner.core.errors import BadRequestError, NotFoundError
from limner.families.files import read_listing, read_upload
from limner.storage.files import FileFolder, FileObject


@dataclass(frozen=True, slots=True)
class FilesApi:
    body: BodyReader
    files: FileFolder
    budget: MemoryBudget

    async def upload(self, http: Request) -> Response:
        with RequestBuffers(self.budget) as buffers:
            upload = read_upload(await self.body.read_file_form(http, buffers))
            filename = (upload.file.filename or "upload").replace("\\", "/").rpartition("/")[2][:255]
            file = await asyncio.to_thread(
                self.files.put,
                upload.file.content,
                filename=filename,
                purpose=upload.purpose,
                now=time.time(),
                lifetime_s=upload.lifetime_s,
            )
        return json_response(_file(file))

    async def list(self, http: Request) -> Response:
        query = read_listing(http.query_params)
        try:
            page = await asyncio.to_thread(
                self.files.list_page,
                now=time.time(),
                limit=query["limit"],
                after=query["after"],
                oldest_first=query["order"] == "asc",
                purpose=query["purpose"],
            )
        except NotFoundError as error:
            raise BadRequestError(error.message, param="after", code="invalid_value") from None
        ids = [file.id for file in page.files]
        return json_response(
            {
                "object": "list",
                "data": list(map(_file, page.files)),
                "has_more": page.has_more,
                "first_id": ids[0] if ids else None,
                "last_id": ids[-1] if ids else None,
            }
        )

    async def find(self, http: Request) -> Response:
        file = await asyncio.to_thread(self.files.find, http.path_params["file"], now=time.time())
        return json_response(_file(file))

    async def content(self, http: Request) -> Response:
        return OpenFileResponse(await asyncio.to_thread(self.files.open, http.path_params["file"], now=time.time()))

    async def delete(self, http: Request) -> Response:
        file_id = http.path_params["file"]
        await asyncio.to_thread(self.files.delete, file_id, now=time.time())
        return json_response({"id": file_id, "object": "file", "deleted": True})


class OpenFileResponse(FileResponse):
    """Sends an open file, completely even if it is deleted meanwhile."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        number = file.fileno()
        path = file.name if sys.platform == "win32" else f"/dev/fd/{number}"
        super().__init__(path, media_type="application/octet-stream", stat_result=os.fstat(number))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with self._file:
            await super().__call__(scope, receive, send)


def _file(file: FileObject) -> dict[str, object]:
    return asdict(file) | {"object": "file", "status": "processed", "status_details": None}
