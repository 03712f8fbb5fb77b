"""/v1/files: files that clients upload once, and refer to by id in edits."""

import io
import os
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.types import Receive, Scope, Send

from limner.api.body import BodyReader
from limner.api.meta import json_response
from limner.api.references import too_large_error
from limner.api.request_buffers import MemoryBudget, RequestBuffers, full_disk_as_error
from limner.api.streamed_file import StreamedFileResponse
from limner.core.errors import BadRequestError, NotFoundError
from limner.families.files import read_listing, read_upload
from limner.storage.files import FileObject, Files
from limner.storage.threads import in_thread


@dataclass(frozen=True, slots=True)
class FilesApi:
    body: BodyReader
    files: Files
    budget: MemoryBudget
    max_batch_bytes: int
    """Of files with the purpose `batch`, which may be larger than images."""

    async def upload(self, http: Request) -> Response:
        with RequestBuffers(self.budget) as buffers:
            default = self.body.limits.max_file_bytes
            largest = max(default, self.max_batch_bytes)
            upload = read_upload(await self.body.read_file_form(http, buffers, max_file_bytes=largest))
            max_bytes = self.max_batch_bytes if upload.purpose == "batch" else default
            if upload.file.num_bytes > max_bytes:  # not earlier: the purpose may follow the file
                raise too_large_error("file", max_bytes)
            filename = (upload.file.filename or "upload").replace("\\", "/").rpartition("/")[2][:255]
            file = await in_thread(
                self.files.put,
                upload.file.content,
                filename=filename,
                purpose=upload.purpose,
                owner=http.state.key.id,
                now=time.time(),
                lifetime_s=upload.lifetime_s,
            )
        return json_response(_file(file))

    async def list(self, http: Request) -> Response:
        query = read_listing(http.query_params)
        try:
            page = await in_thread(
                self.files.list_page,
                owner=http.state.key.id,
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
        file = await in_thread(self.files.find, http.path_params["file"], owner=http.state.key.id, now=time.time())
        return json_response(_file(file))

    async def delete(self, http: Request) -> Response:
        file_id = http.path_params["file"]
        await in_thread(self.files.delete, file_id, owner=http.state.key.id, now=time.time())
        return json_response({"id": file_id, "object": "file", "deleted": True})


@dataclass(frozen=True, slots=True)
class FileContent:
    """GET /v1/files/{file}/content: an ASGI application, because a downloaded copy has to last until it is sent."""

    api: FilesApi

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        http = Request(scope)
        file_id, owner = http.path_params["file"], http.state.key.id
        with RequestBuffers(self.api.budget) as buffers, await in_thread(self._open, file_id, owner, buffers) as file:
            response = OpenFileResponse(file) if _is_local(file) else StreamedFileResponse(file, http)
            await response(scope, receive, send)

    def _open(self, file_id: str, owner: str, buffers: RequestBuffers) -> BinaryIO:
        def scratch(num_bytes: int) -> Path:
            buffers.reserve_disk(num_bytes)
            return buffers.new_path()

        with full_disk_as_error():
            return self.api.files.open(file_id, owner=owner, now=time.time(), scratch=scratch)


def _is_local(file: BinaryIO) -> bool:
    try:
        file.fileno()
    except io.UnsupportedOperation:
        return False
    return True


class OpenFileResponse(FileResponse):
    """Sends an open file, completely even if it is deleted meanwhile."""

    def __init__(self, file: BinaryIO) -> None:
        number = file.fileno()
        path = file.name if sys.platform == "win32" else f"/dev/fd/{number}"
        super().__init__(path, media_type="application/octet-stream", stat_result=os.fstat(number))


def _file(file: FileObject) -> dict[str, object]:
    fields = asdict(file) | {"object": "file", "status": "processed", "status_details": None}
    del fields["owner"]
    return fields
