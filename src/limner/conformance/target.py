"""The server under test: requests to it, its features, and cached responses that several checks use."""

import json
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from limner.conformance import pictures
from limner.conformance.forms import BOUNDARY, OutgoingPart, file, form
from limner.conformance.forms import field as text_field
from limner.conformance.result import CheckFailed, CheckSkipped, ValidationMode
from limner.conformance.wire import Address, ClientConnection, HttpResponse, WireError, encode_chunks, request_head

PROMPT = "a red apple on a table"
OMIT: Any = object()
"""As a parameter value: omit the parameter."""
GENERATIONS, EDITS, VARIATIONS = "/images/generations", "/images/edits", "/images/variations"
CHEAP: tuple[dict[str, str], ...] = (
    {"size": "64x64", "quality": "low"},
    {"size": "256x256", "quality": "low"},
    {"size": "512x512", "quality": "low"},
    {"size": "1024x1024", "quality": "low"},
    {"size": "1024x1024"},
    {},
)
"""Parameters for cheap images; the first that the server accepts is used in all checks."""
PREFERRED_MODELS = ("gpt-image-1", "gpt-image-1-mini", "gpt-image-1.5", "gpt-image-2")
PUBLISHED = ("gpt-image-", "chatgpt-image-", "dall-e-")
ABSENT = (404, 405, 501)
BASE64 = re.compile(r"[A-Za-z0-9+/=]{100,}")
T = TypeVar("T")


@dataclass(slots=True)
class Target:
    address: Address
    model: str | None
    """None: choose from the server's model list."""
    mode: ValidationMode
    key: str | None
    deadline: float = 0.0
    """Deadline of the current check, by the monotonic clock."""
    _known: dict[str, Any] = field(default_factory=dict)

    # requests

    def connect(self) -> ClientConnection:
        return ClientConnection(self.address, deadline=self.deadline)

    def head(
        self, method: str, path: str, headers: Mapping[str, str] | None = None, *, under: str | None = None
    ) -> bytes:
        """`under`: a path prefix instead of `/v1`. Headers with an empty value are not sent."""
        prefix = self.address.path if under is None else self.address.path.removesuffix("/v1") + under
        sent = {"Host": self.address.authority, "User-Agent": "limner-conformance"}
        sent |= {"Authorization": f"Bearer {self.key}"} if self.key else {}
        sent |= headers or {}
        return request_head(method, prefix + path, {name: value for name, value in sent.items() if value})

    def request(
        self, method: str, path: str, headers: Mapping[str, str] | None = None, *, under: str | None = None
    ) -> HttpResponse:
        with self.connect() as connection:
            connection.send(self.head(method, path, headers, under=under))
            return connection.receive(method=method)

    def post(
        self,
        path: str,
        body: bytes,
        content_type: str | None,
        *,
        chunk_bytes: int = 0,
        headers: Mapping[str, str] | None = None,
        under: str | None = None,
    ) -> HttpResponse:
        """`chunk_bytes`: the chunk size; 0 sends a Content-Length instead."""
        with self.connect() as connection:
            connection.send(self.post_head(path, body, content_type, chunk_bytes, headers, under))
            connection.send(encode_chunks(body, chunk_bytes) if chunk_bytes else body)
            return connection.receive()

    def post_head(
        self,
        path: str,
        body: bytes,
        content_type: str | None,
        chunk_bytes: int = 0,
        headers: Mapping[str, str] | None = None,
        under: str | None = None,
    ) -> bytes:
        framing = {"Transfer-Encoding": "chunked"} if chunk_bytes else {"Content-Length": str(len(body))}
        kind = {"Content-Type": content_type} if content_type else {}
        return self.head("POST", path, {**kind, **framing, **(headers or {})}, under=under)

    def post_json(self, path: str, values: object, **options: Any) -> HttpResponse:
        return self.post(path, json.dumps(values).encode(), "application/json", **options)

    def post_form(self, path: str, *parts: OutgoingPart, boundary: bytes = BOUNDARY, **options: Any) -> HttpResponse:
        kind = f'multipart/form-data; boundary="{boundary.decode()}"'
        return self.post(path, form(parts, boundary=boundary), kind, **options)

    def generation_fields(self, **values: Any) -> dict[str, Any]:
        """Parameters of a cheap generation, with `values` replacing defaults."""
        fields = {"model": self.name, "prompt": PROMPT, **self.cheap, **values}
        return {name: value for name, value in fields.items() if value is not OMIT}

    def generate(self, **values: Any) -> HttpResponse:
        return self.post_json(GENERATIONS, self.generation_fields(**values))

    def edit_fields(self, **values: Any) -> list[OutgoingPart]:
        """Text parts of a cheap edit, without files."""
        return [text_field(name, str(value)) for name, value in self.generation_fields(**values).items()]

    def edit(self, *parts: OutgoingPart, **values: Any) -> HttpResponse:
        """A cheap edit of a photo, with further `parts`."""
        return self.post_form(EDITS, *self.edit_fields(**values), file("image", self.photo), *parts)

    # features of the server

    @property
    def strict(self) -> bool:
        return self.mode == "strict"

    def once(self, name: str, find: Callable[[], T]) -> T:
        """Call `find` once, and cache its result or exception."""
        if name not in self._known:
            try:
                self._known[name] = find()
            except (CheckFailed, CheckSkipped, WireError) as error:
                self._known[name] = error
        known = self._known[name]
        if isinstance(known, (CheckFailed, CheckSkipped, WireError)):
            raise known.with_traceback(None)
        return known  # type: ignore[no-any-return]

    @property
    def name(self) -> str:
        """The model to request."""
        return self.model or self.once("name", self._choose_model)

    @property
    def models(self) -> tuple[str, ...]:
        """The model ids that the server lists; empty without a list."""
        return self.once("models", self._list_models)

    @property
    def cheap(self) -> dict[str, str]:
        return self.first[0]

    @property
    def first(self) -> tuple[dict[str, str], HttpResponse]:
        """The first generated image: its parameters and the response."""
        return self.once("first", self._draw_first)

    @property
    def edge(self) -> tuple[int, int]:
        """Width and height of cheap images and of photos for edits."""
        width, _, height = self.cheap.get("size", "1024x1024").partition("x")
        return int(width), int(height)

    @property
    def size(self) -> str:
        return "{}x{}".format(*self.edge)

    @property
    def photo(self) -> bytes:
        return self.once("photo", lambda: pictures.photo(*self.edge))

    @property
    def mask(self) -> bytes:
        return self.once("mask", lambda: pictures.mask(*self.edge))

    def require(self, need: str) -> None:
        """Raises CheckSkipped if the server lacks an endpoint, a feature or (any other value) a model."""
        match need:
            case "edits" | "variations":
                self.once(need, lambda: self._require_endpoint(need))
            case "json edits":
                self.once(need, self._require_json_edits)
            case "models" | "files":
                self.once(need, lambda: self._require_list(need))
            case "gpt":
                if self.name.startswith("dall-e"):
                    raise CheckSkipped(f"{self.name} knows fewer parameters")
            case "published":
                if not self.name.startswith(PUBLISHED):
                    raise CheckSkipped(f"upstream has no model {self.name} to compare with")
            case "key":
                self.once(need, self._require_key)
            case "a model list" if not self.models:
                raise CheckSkipped("the server lists no models")
            case "a model list":
                pass
            case _:
                if need not in self.models and need != self.model:
                    raise CheckSkipped(f"the server does not list the model {need}")

    def _choose_model(self) -> str:
        draws = [model for model in self.models if "image" in model]
        listed = [model for model in PREFERRED_MODELS if model in self.models]
        return next(iter((*listed, *draws, *self.models)), PREFERRED_MODELS[0])

    def _list_models(self) -> tuple[str, ...]:
        response = self.request("GET", "/models")
        try:
            return tuple(str(one["id"]) for one in json.loads(response.body)["data"]) if response.status == 200 else ()
        except (ValueError, TypeError, KeyError, RecursionError):
            return ()

    def _draw_first(self) -> tuple[dict[str, str], HttpResponse]:
        reason = ""
        for cheap in CHEAP:
            response = self.post_json(GENERATIONS, {"model": self.name, "prompt": PROMPT, **cheap})
            if response.status == 200:
                return cheap, response
            reason = f"{response.status}: {shorten(response.body)}"
            if response.status in (401, 403, *ABSENT):
                break
        raise CheckFailed(f"a picture of {self.name}", reason)

    def _require_endpoint(self, name: str) -> None:
        response = self.post_form(f"/images/{name}", text_field("model", self.name))
        if response.status in ABSENT:
            raise CheckSkipped(f"the server has no /images/{name}: it answers {response.status}")

    def _require_json_edits(self) -> None:
        self.require("edits")
        response = self.post_json(EDITS, self.generation_fields(images=[{"image_url": pictures.data_url(self.photo)}]))
        signs = (b"multipart", b"content type", b"content-type", b"prompt")  # a form parser reports a missing prompt
        if response.status in (*ABSENT, 415) or (
            response.status == 400 and any(one in response.body.lower() for one in signs)
        ):
            raise CheckSkipped("the server takes no JSON at /images/edits")

    def _require_list(self, name: str) -> None:
        response = self.request("GET", f"/{name}")
        if response.status != 200:
            raise CheckSkipped(f"the server has no /{name}: it answers {response.status}")

    def _require_key(self) -> None:
        fields = {"model": self.name, "prompt": PROMPT, "n": 0}
        if self.post_json(GENERATIONS, fields, headers={"Authorization": "Bearer wrong"}).status not in (401, 403):
            raise CheckSkipped("the server takes any key")


def shorten(body: bytes, *, max_length: int = 200) -> str:
    """Format a body for a message: on one line, without base64 images, and truncated."""
    text = BASE64.sub("…", " ".join(body.decode("utf-8", "replace").split()))
    return text if len(text) <= max_length else f"{text[:max_length]}…"


def set_deadline(target: Target, *, seconds: float) -> None:
    target.deadline = time.monotonic() + seconds
