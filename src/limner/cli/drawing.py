"""The work of `generate`, `edit` and `vary`: every wish to the door, every picture to its file, every failure told."""

import asyncio
import json
import sys
import time
from contextlib import aclosing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import typer

from limner.cli import describe
from limner.cli.asked import FORMATS, Asked, Wish
from limner.cli.doors import Door, DoorError, Drawn, Preview, Told
from limner.cli.names import Places, kind_of
from limner.cli.show import Display
from limner.core.errors import ApiError, AuthenticationError, BadRequestError, OverloadedError, RateLimitError

NUM_PREVIEWS = 2
MAX_TRIES = 5
MAX_WAIT_S = 60.0
FLAGS = {"output_format": "--format", "n": "-n", "image": "--image", "prompt": "PROMPT"} | {
    name: f"--{name}" for name in ("size", "quality", "background", "seed", "model", "mask")
}


class HopelessError(Exception):
    """What is wrong with this wish is wrong with all of them. It was said already."""


@dataclass(slots=True)
class Studio:
    asked: Asked
    door: Door
    places: Places | None
    display: Display
    partial_images: int
    files: list[Path] = field(default_factory=list)
    code: int = 0
    """The exit code so far: 1, something failed; 2, it was asked wrongly."""
    has_reader: bool = True
    """Whether anything still reads stdout."""

    async def draw_all(self, wishes: list[Wish]) -> None:
        places = asyncio.Semaphore(self.asked.jobs)

        async def one(wish: Wish) -> None:
            async with places:
                await self._attempt(wish)

        showing = asyncio.create_task(self.display.animate())
        try:
            async with asyncio.TaskGroup() as group:
                for wish in wishes:
                    group.create_task(one(wish))
        except* HopelessError:
            pass
        finally:
            showing.cancel()
            await asyncio.gather(showing, return_exceptions=True)
            await self.door.close()
            self.display.close()
        if not self.has_reader:
            raise BrokenPipeError

    async def _attempt(self, wish: Wish) -> None:
        try:
            await self._draw_patiently(wish)
        except (ApiError, DoorError) as error:
            self._tell_failure(wish, error)
            is_wrong = isinstance(error, BadRequestError)
            is_shared = getattr(error, "param", None) not in (None, "prompt")
            self.code = max(self.code, 2 if is_wrong and (is_shared or not self.display.is_batch) else 1)
            if isinstance(error, DoorError | AuthenticationError) or (is_wrong and is_shared):
                raise HopelessError from error
        except BrokenPipeError as error:
            self.has_reader = False
            raise HopelessError from error
        except OSError as error:
            self.display.error(f"The picture cannot be written. {describe(error)}")
            self.code = max(self.code, 1)
            raise HopelessError from error

    async def _draw_patiently(self, wish: Wish) -> None:
        """A server that is busy says when to come again."""
        for left in reversed(range(MAX_TRIES)):
            try:
                return await self._draw(wish)
            except (RateLimitError, OverloadedError) as error:
                if not left:
                    raise
                asked_s = error.headers.get("retry-after", "")
                wait_s = min(float(asked_s) if asked_s.isdigit() else 2.0, MAX_WAIT_S)
                self.display.note(f"busy, trying again in {wait_s:.0f} s")
                await asyncio.sleep(wait_s)
        return None

    async def _draw(self, wish: Wish) -> None:
        began = time.monotonic()
        facts: dict[str, Any] = {}
        files: list[str] = []
        async with aclosing(self.door.draw(wish, partial_images=self.partial_images)) as events:
            async for event in events:
                match event:
                    case Told(told):
                        facts |= told
                    case Preview():
                        self.display.preview(wish, event.image_index, event.data)
                    case Drawn():
                        files.append(self._keep(wish, event.data))
                        self.display.done(wish, event.image_index, event.data)
        facts["took_s"] = round(time.monotonic() - began, 3)
        self._tell(wish, files, facts)

    def _keep(self, wish: Wish, data: bytes) -> str:
        if self.places is None:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
            return "-"
        path = self.places.put(data, stem=wish.stem)
        self.files.append(path)
        if FORMATS.get(path.suffix.lower()) != kind_of(data):
            self.display.note(f"'{path}' holds a {kind_of(data).upper()}: the server made no other")
        return str(path)

    def _tell(self, wish: Wish, files: list[str], facts: dict[str, Any]) -> None:
        if self.asked.as_json:
            self.display.result(json.dumps({"prompt": wish.prompt, "files": files} | facts, ensure_ascii=False))
            return
        for file in files if self.places is not None else ():
            self.display.result(file)
        if facts.get("note"):
            self.display.note(str(facts["note"]))
        if facts.get("ignored"):
            self.display.note(f"without effect here: {', '.join(facts['ignored'])}")
        self.display.fact(_summary(facts))

    def _tell_failure(self, wish: Wish, error: ApiError | DoorError) -> None:
        param = getattr(error, "param", None)
        text = str(error)
        if isinstance(error, ApiError) and param in FLAGS:
            text = f"{FLAGS[param]}: {text}"
        if self.display.is_batch:
            text = f"{_shortened(wish.title)}: {text}"
        self.display.error(text)
        if self.asked.as_json:
            told = {"message": str(error), "param": param, "code": getattr(error, "code", None)}
            self.display.result(json.dumps({"prompt": wish.prompt, "error": told}, ensure_ascii=False))


def draw(asked: Asked, wishes: list[Wish]) -> int:
    """The exit code."""
    places = asked.places(wishes)
    num_pictures = sum(wish.num for wish in wishes)
    display = Display(num_pictures, is_batch=len(wishes) > 1, preview=asked.preview)
    return asyncio.run(_run(asked, wishes, places, display, num_pictures))


async def _run(asked: Asked, wishes: list[Wish], places: Places | None, display: Display, num_pictures: int) -> int:
    door = open_door(asked, num_pictures)
    studio = Studio(asked, door, places, display, NUM_PREVIEWS if display.shows_previews else 0)
    await studio.draw_all(wishes)
    for path in studio.files if asked.open_ else ():
        typer.launch(str(path))
    return studio.code


def open_door(asked: Asked, num_pictures: int) -> Door:
    if asked.server:
        from limner.cli.remote import RemoteDoor
        from limner.cli.wire import Server

        try:
            return RemoteDoor(Server.at(asked.server, key=asked.key))
        except ValueError as error:
            raise typer.BadParameter(str(error), param_hint="--server") from error
    from limner.cli.local import LocalDoor
    from limner.settings import load_settings

    return LocalDoor(load_settings(asked.config), num_pictures=num_pictures)


def _summary(facts: dict[str, Any]) -> str:
    tokens = (facts.get("usage") or {}).get("total_tokens")
    said = [
        str(facts.get("size") or ""),
        f"seed {facts['seed']}" if facts.get("seed") is not None else "",
        f"{tokens} tokens" if tokens else "",
        f"{facts['took_s']:.1f} s",
    ]
    return " · ".join(one for one in said if one)


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
