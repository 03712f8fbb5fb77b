"""Pictures drawn by a server, over HTTP: any server that speaks the Images API."""

import asyncio
import base64
import binascii
import json
from collections.abc import AsyncGenerator, Iterator
from dataclasses import dataclass
from typing import Any

from limner.cli.asked import Wish
from limner.cli.doors import DoorError, DoorEvent, Drawn, Preview, Told
from limner.cli.names import kind_of
from limner.cli.wire import Answer, Server, form_of
from limner.core.errors import ApiError, BadRequestError
from limner.core.header_text import decode_header_text

PATHS = {"generate": "images/generations", "edit": "images/edits", "variation": "images/variations"}
HEADERS = {"limner-seed": "seed", "limner-note": "note", "limner-ignored": "ignored"}
FACTS = ("size", "quality", "background", "output_format", "usage")


@dataclass(frozen=True, slots=True)
class RemoteDoor:
    server: Server

    async def draw(self, wish: Wish, *, partial_images: int) -> AsyncGenerator[DoorEvent, None]:
        """What blocks runs in a thread; closing hangs up, which wakes it and tells the server to stop."""
        answer = await self._ask(wish, partial_images)
        events = self._events(answer, wish)
        try:
            while (event := await asyncio.to_thread(next, events, None)) is not None:
                yield event
        finally:
            answer.hang_up()

    async def _ask(self, wish: Wish, partial_images: int) -> Answer:
        streaming = {"stream": True, "partial_images": partial_images} if partial_images else {}
        try:
            return await self.server.post(PATHS[wish.operation], *body_of(wish, streaming))
        except BadRequestError as error:
            if not streaming or error.param not in ("stream", "partial_images", "n"):
                raise
        # a server or a model that does not stream
        return await self.server.post(PATHS[wish.operation], *body_of(wish, {}))

    def _events(self, answer: Answer, wish: Wish) -> Iterator[DoorEvent]:
        facts: dict[str, Any] = {"model": wish.parameters.get("model"), "ignored": []}
        for header, name in HEADERS.items():
            if (text := answer.headers.get(header)) is not None:
                facts[name] = decode_header_text(text)
        facts["seed"] = int(facts["seed"]) if str(facts.get("seed", "")).isdigit() else wish.parameters.get("seed")
        if facts["ignored"]:
            facts["ignored"] = facts["ignored"].split(", ")
        yield Told(facts)
        if "event-stream" in answer.headers.get("content-type", ""):
            yield from self._streamed(answer)
        else:
            yield from self._collected(answer)

    def _collected(self, answer: Answer) -> Iterator[DoorEvent]:
        body = answer.json()
        images = body.get("data")
        if not isinstance(images, list) or not images:
            raise DoorError(f"{self.server.url} answered without a picture.")
        for index, image in enumerate(images):
            if image.get("b64_json"):
                yield Drawn(index, decoded(image["b64_json"]))
            elif image.get("url"):
                yield Drawn(index, self.server.download(image["url"]))
            else:
                raise DoorError(f"{self.server.url} answered without a picture.")
        facts = {name: body[name] for name in FACTS if name in body}
        yield Told(facts | {"revised_prompt": images[0].get("revised_prompt")})

    def _streamed(self, answer: Answer) -> Iterator[DoorEvent]:
        usage: dict[str, Any] = {}
        completed = False
        for name, value in answer.frames():
            if name == "limner-note":
                yield Told({"note": value})
                continue
            if name == "error":
                told = value.get("error", {})
                raise ApiError(str(told.get("message", "The server failed.")), param=told.get("param"))
            index = int(value.get("image_index", 0))
            picture = decoded(value.get("b64_json", ""))
            if not str(value.get("type", name)).endswith(".completed"):
                yield Preview(index, picture)
                continue
            completed = True
            usage = summed(usage, value.get("usage") or {})
            yield Drawn(index, picture)
            yield Told({name: value[name] for name in FACTS if name in value} | {"usage": usage})
        if not completed:
            raise DoorError(f"{self.server.url} ended its answer before the picture came.")

    async def close(self) -> None:
        """Every answer has hung up by itself."""


def body_of(wish: Wish, streaming: dict[str, Any]) -> tuple[bytes, str]:
    """The request's body and its type."""
    fields = {**wish.parameters, **streaming}
    if wish.operation != "variation":
        fields["prompt"] = wish.prompt
    if not wish.images:
        return json.dumps(fields).encode(), "application/json"
    name = "image" if len(wish.images) == 1 else "image[]"
    files = [(name, image.name, image.data, kind_of(image.data)) for image in wish.images]
    if wish.mask:
        files.append(("mask", wish.mask.name, wish.mask.data, kind_of(wish.mask.data)))
    return form_of(fields, files)


def decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise DoorError("The server's answer holds no readable picture.") from error


def summed(total: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """Usages added, with the tables inside them."""
    added = dict(total)
    for name, value in more.items():
        if isinstance(value, dict):
            added[name] = summed(total.get(name, {}), value)
        elif isinstance(value, int):
            added[name] = total.get(name, 0) + value
    return added
