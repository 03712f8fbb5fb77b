"""A server whose engine has its image prepared: `python serve_sample.py limner|naive FOLDER`. Prints its port.

`limner` is the real application. `naive` is a naive handler. Both run on the same uvicorn,
encode in threads, and send the pixels of `FOLDER/PROMPT.npy`.
"""

import asyncio
import base64
import io
import os
import socket
import sys
import tempfile
import time
from collections.abc import AsyncGenerator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import uvicorn
from PIL import Image
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from limner import codec
from limner.core.picture import CompletedImage, Event
from limner.core.request import ImageRequest
from limner.families.registry import FAMILIES, PUBLISHED_MODELS
from limner.models import Model
from limner.server import uvicorn_config
from limner.service import ImageService
from limner.settings import Settings, Storage

PIXELS = {path.stem: np.load(path) for path in Path(sys.argv[2]).glob("*.npy")}


class ReadyEngine:
    """Draws nothing, and encodes in one thread per CPU core."""

    obeys: frozenset[str] = frozenset()
    deterministic = True

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(os.cpu_count())

    async def start(self) -> None: ...

    async def close(self) -> None:
        self._threads.shutdown()

    async def generate(self, request: ImageRequest) -> AsyncGenerator[Event, None]:
        pixels = PIXELS[request.prompt]
        loop = asyncio.get_running_loop()
        for index in range(request.n):
            picture = await loop.run_in_executor(self._threads, codec.encode, pixels, request.output_format)
            yield CompletedImage(image_index=index, picture=picture)


def limner(folder: Path) -> uvicorn.Config:
    """The whole server, like `limner serve`."""
    engine = ReadyEngine()
    settings = Settings(storage=Storage(folder=folder))
    models = [Model(name, FAMILIES[family], engine) for name, family in PUBLISHED_MODELS.items()]
    return uvicorn_config(ImageService(models, settings), settings, log_level="error")


def naive() -> uvicorn.Config:
    def draw(prompt: str) -> str:
        file = io.BytesIO()
        Image.fromarray(PIXELS[prompt]).save(file, "png")
        return base64.b64encode(file.getvalue()).decode()

    async def generate(http: Request) -> JSONResponse:
        text = await asyncio.to_thread(draw, (await http.json())["prompt"])
        return JSONResponse({"created": int(time.time()), "data": [{"b64_json": text}]})

    app = Starlette(routes=[Route("/v1/images/generations", generate, methods=["POST"])])
    return uvicorn.Config(app, log_level="error", access_log=False, server_header=False)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0), backlog=128) as listener:
        config = limner(Path(folder)) if sys.argv[1] == "limner" else naive()
        print(listener.getsockname()[1], flush=True)
        uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main()
