"""The server under test, as the checks see it: how to ask it, what it has, and a few answers worth asking for once."""

import json
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from limner.conformance import pictures
from limner.conformance.forms import BOUNDARY, Part, file, form
from limner.conformance.forms import field as text_field
from limner.conformance.verdict import Failed, Manner, Skipped
from limner.conformance.wire import Address, Answer, Connection, WireError, in_chunks, request_head

PROMPT = "a red apple on a table"
LEFT_OUT: Any = object()
"""As a parameter's value: do not send what is sent by default."""
GENERATIONS, EDITS, VARIATIONS = "/images/generations", "/images/edits", "/images/variations"
CHEAP: tuple[dict[str, str], ...] = (
    {"size": "64x64", "quality": "low"},
    {"size": "256x256", "quality": "low"},
    {"size": "512x512", "quality": "low"},
    {"size": "1024x1024", "quality": "low"},
    {"size": "1024x1024"},
    {},
)
"""Ways to ask for a small picture; the first that the server draws is used from then on."""
PREFERRED_MODELS = ("gpt-image-1", "gpt-image-1-mini", "gpt-image-1.5", "gpt-image-2")
PUBLISHED = ("gpt-image-", "chatgpt-image-", "dall-e-")
ABSENT = (404, 405, 501)
BASE64 = re.compile(r"[A-Za-z0-9+/=]{100,}")
T = TypeVar("T")


@dataclass(slots=True)
class Target:
    address: Address
    model: str | None
    """None: the server's list decides."""
    manner: Manner
    key: str | None
    deadline: float = 0.0
    """When the check that runs now must be done, by the monotonic clock."""
    _known: dict[str, Any] = field(default_factory=dict)

    # asking

    def connect(self) -> Connection:
        return Connection(self.address, deadline=self.deadline)

    def head(
        self, method: str, path: str, headers: Mapping[str, str] | None = None, *, under: str | None = None
    ) -> bytes:
        """`under`: what stands before the path, in the place of `/v1`. An empty header is not sent."""
        prefix = self.address.path if under is None else self.address.path.removesuffix("/v1") + under
        told = {"Host": self.address.authority, "User-Agent": "limner-conformance"}
        told |= {"Authorization": f"Bearer {self.key}"} if self.key else {}
        told |= headers or {}
        return request_head(method, prefix + path, {name: value for name, value in told.items() if value})

    def ask(
        self, method: str, path: str, headers: Mapping[str, str] | None = None, *, under: str | None = None
    ) -> Answer:
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
    ) -> Answer:
        """`chunk_bytes`: the size of a chunk; 0 sends a Content-Length instead."""
        with self.connect() as connection:
            connection.send(self.post_head(path, body, content_type, chunk_bytes, headers, under))
            connection.send(in_chunks(body, chunk_bytes) if chunk_bytes else body)
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

    def post_json(self, path: str, values: object, **options: Any) -> Answer:
        return self.post(path, json.dumps(values).encode(), "application/json", **options)

    def post_form(self, path: str, *parts: Part, boundary: bytes = BOUNDARY, **options: Any) -> Answer:
        kind = f'multipart/form-data; boundary="{boundary.decode()}"'
        return self.post(path, form(parts, boundary=boundary), kind, **options)

    def wish(self, **values: Any) -> dict[str, Any]:
        """A cheap generation, with `values` in the place of its defaults."""
        wish = {"model": self.name, "prompt": PROMPT, **self.cheap, **values}
        return {name: value for name, value in wish.items() if value is not LEFT_OUT}

    def generate(self, **values: Any) -> Answer:
        return self.post_json(GENERATIONS, self.wish(**values))

    def edit_fields(self, **values: Any) -> list[Part]:
        """A cheap edit's fields, as text parts, without its files."""
        return [text_field(name, str(value)) for name, value in self.wish(**values).items()]

    def edit(self, *parts: Part, **values: Any) -> Answer:
        """A cheap edit of a photo, and of what else `parts` hold."""
        return self.post_form(EDITS, *self.edit_fields(**values), file("image", self.photo), *parts)

    # what is known of the server

    @property
    def strict(self) -> bool:
        return self.manner == "strict"

    def once(self, name: str, find: Callable[[], T]) -> T:
        """What `find` returned the first time; what it raised then is raised again, at once."""
        if name not in self._known:
            try:
                self._known[name] = find()
            except (Failed, Skipped, WireError) as error:
                self._known[name] = error
        known = self._known[name]
        if isinstance(known, (Failed, Skipped, WireError)):
            raise known.with_traceback(None)
        return known  # type: ignore[no-any-return]

    @property
    def name(self) -> str:
        """The model that is asked for."""
        return self.model or self.once("name", self._choose_model)

    @property
    def models(self) -> tuple[str, ...]:
        """The ids that the server lists; none if it has no list."""
        return self.once("models", self._list_models)

    @property
    def cheap(self) -> dict[str, str]:
        return self.first[0]

    @property
    def first(self) -> tuple[dict[str, str], Answer]:
        """The first picture that the server drew, and how it was asked for."""
        return self.once("first", self._draw_first)

    @property
    def edge(self) -> tuple[int, int]:
        """Width and height of the cheap pictures; of the photos for edits too."""
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
        """Raises Skipped if the server lacks an endpoint, a feature or (any other word) a model that a check needs."""
        match need:
            case "edits" | "variations":
                self.once(need, lambda: self._require_endpoint(need))
            case "json edits":
                self.once(need, self._require_json_edits)
            case "models" | "files":
                self.once(need, lambda: self._require_list(need))
            case "gpt":
                if self.name.startswith("dall-e"):
                    raise Skipped(f"{self.name} knows fewer parameters")
            case "published":
                if not self.name.startswith(PUBLISHED):
                    raise Skipped(f"upstream has no model {self.name} to be like")
            case "key":
                self.once(need, self._require_key)
            case "a model list" if not self.models:
                raise Skipped("the server lists no models")
            case "a model list":
                pass
            case _:
                if need not in self.models and need != self.model:
                    raise Skipped(f"the server does not list the model {need}")

    def _choose_model(self) -> str:
        draws = [model for model in self.models if "image" in model]
        listed = [model for model in PREFERRED_MODELS if model in self.models]
        return next(iter((*listed, *draws, *self.models)), PREFERRED_MODELS[0])

    def _list_models(self) -> tuple[str, ...]:
        answer = self.ask("GET", "/models")
        try:
            return tuple(str(one["id"]) for one in json.loads(answer.body)["data"]) if answer.status == 200 else ()
        except (ValueError, TypeError, KeyError, RecursionError):
            return ()

    def _draw_first(self) -> tuple[dict[str, str], Answer]:
        said = ""
        for cheap in CHEAP:
            answer = self.post_json(GENERATIONS, {"model": self.name, "prompt": PROMPT, **cheap})
            if answer.status == 200:
                return cheap, answer
            said = f"{answer.status}: {shown(answer.body)}"
            if answer.status in (401, 403, *ABSENT):
                break
        raise Failed(f"a picture of {self.name}", said)

    def _require_endpoint(self, name: str) -> None:
        answer = self.post_form(f"/images/{name}", text_field("model", self.name))
        if answer.status in ABSENT:
            raise Skipped(f"the server has no /images/{name}: it answers {answer.status}")

    def _require_json_edits(self) -> None:
        self.require("edits")
        answer = self.post_json(EDITS, self.wish(images=[{"image_url": pictures.data_url(self.photo)}]))
        signs = (b"multipart", b"content type", b"content-type", b"prompt")  # a form's reader misses the prompt
        if answer.status in (*ABSENT, 415) or (
            answer.status == 400 and any(one in answer.body.lower() for one in signs)
        ):
            raise Skipped("the server takes no JSON at /images/edits")

    def _require_list(self, name: str) -> None:
        answer = self.ask("GET", f"/{name}")
        if answer.status != 200:
            raise Skipped(f"the server has no /{name}: it answers {answer.status}")

    def _require_key(self) -> None:
        wish = {"model": self.name, "prompt": PROMPT, "n": 0}
        if self.post_json(GENERATIONS, wish, headers={"Authorization": "Bearer wrong"}).status not in (401, 403):
            raise Skipped("the server takes any key")


def shown(body: bytes, *, max_length: int = 200) -> str:
    """A body in a message: on one line, without its pictures, and short."""
    text = BASE64.sub("…", " ".join(body.decode("utf-8", "replace").split()))
    return text if len(text) <= max_length else f"{text[:max_length]}…"


def allow(target: Target, *, seconds: float) -> None:
    target.deadline = time.monotonic() + seconds
