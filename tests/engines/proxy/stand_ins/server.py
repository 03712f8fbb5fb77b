"""What all stand-ins share: an HTTP server in a thread that records what it received."""

import json
import threading
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, ClassVar

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from running import wait_until


@dataclass(frozen=True)
class File:
    name: str
    """Of the form field."""
    filename: str | None
    content_type: str | None
    data: bytes


@dataclass
class Received:
    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    content_type: str
    fields: dict[str, Any] = field(default_factory=dict)
    """Of the JSON body, or of the form; a list if a field of the form was sent several times."""
    files: list[File] = field(default_factory=list)

    def file(self, name: str) -> bytes | None:
        return next((file.data for file in self.files if file.name == name), None)

    def images(self, *names: str) -> list[bytes]:
        return [file.data for file in self.files if file.name in names]


class RefusedError(Exception):
    """An error response of the product."""

    def __init__(self, response: Response) -> None:
        super().__init__(response.status_code)
        self.response = response


Handler = Callable[[Received], Awaitable[Response]]


class StandIn:
    """Subclasses answer as one product does. `API_KEY` is what they accept."""

    API_KEY = "sk-upstream-secret"
    KNOWN: ClassVar[Mapping[str, frozenset[str]]] = {}
    """By path: the fields that the product reads there."""

    def __init__(self) -> None:
        self.address = ""
        self.received: list[Received] = []
        self.failures: list[Response] = []
        """The next requests get these responses instead of images."""
        self.num_images = 0

    def routes(self) -> list[Route]:
        raise NotImplementedError

    def post(self, path: str, handler: Handler) -> Route:
        async def serve(request: Request) -> Response:
            received = await read_request(request)
            self.received.append(received)
            try:
                self.authenticate(received)
                if self.failures:
                    return self.failures.pop(0)
                return await handler(received)
            except RefusedError as error:
                return error.response

        return Route(path, serve, methods=["POST"])

    def authenticate(self, received: Received) -> None:
        """Raises a RefusedError if the key is wrong."""

    def reset(self) -> None:
        self.received.clear()
        self.failures.clear()
        self.num_images = 0

    def unknown_fields(self) -> set[str]:
        """What it received and does not know. Some products ignore such fields, others refuse them."""
        found = set()
        for received in self.received:
            known = next((names for path, names in self.KNOWN.items() if received.path.endswith(path)), frozenset())
            found |= ({*received.fields} | {file.name for file in received.files}) - known
        return found

    def exception_handlers(self) -> Mapping[Any, Any]:
        """Of Starlette: for paths and methods that the product does not have, and for failures."""
        return {}

    @contextmanager
    def run(self) -> Iterator[None]:
        app = Starlette(routes=self.routes(), exception_handlers=self.exception_handlers())
        config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="critical", timeout_graceful_shutdown=1)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run)
        thread.start()
        try:
            assert wait_until(lambda: server.started)
            self.address = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
            yield
        finally:
            server.should_exit = True
            thread.join()


async def read_request(request: Request) -> Received:
    content_type = request.headers.get("content-type", "")
    received = Received(
        request.method, request.url.path, dict(request.query_params), dict(request.headers), content_type
    )
    if content_type.startswith("multipart/form-data"):
        async with request.form(max_part_size=64 * 2**20) as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    received.files.append(File(name, value.filename, value.content_type, await value.read()))
                elif name in received.fields:
                    earlier = received.fields[name]
                    received.fields[name] = [*(earlier if isinstance(earlier, list) else [earlier]), value]
                else:
                    received.fields[name] = value
    else:
        body = await request.body()
        received.fields = json.loads(body) if body else {}
    return received


def compact(body: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """JSON without spaces, as FastAPI, Starlette and nlohmann's library write it."""
    text = json.dumps(body, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return Response(text, status, headers, media_type="application/json")


def refuse(body: Any, status: int, headers: Mapping[str, str] | None = None) -> RefusedError:
    return RefusedError(compact(body, status, headers))
