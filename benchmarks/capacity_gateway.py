"""A gateway whose images are ready, as those of a remote engine are: `python capacity_gateway.py BYTES`.

It is the whole application, with the settings of the environment, in one process on one core. Prints its port.
"""

import os
import sys
from collections.abc import AsyncGenerator

from limner.core.picture import CompletedImage, Event, Picture
from limner.core.request import ImageRequest
from limner.families.registry import FAMILIES, PUBLISHED_MODELS
from limner.models import Model
from limner.server import GracefulServer, uvicorn_config
from limner.service import ImageService
from limner.settings import load_settings


class RemoteEngine:
    """Stands for replicas on other machines: gives the same encoded bytes for each image."""

    obeys: frozenset[str] = frozenset()
    deterministic = True

    def __init__(self, num_bytes: int) -> None:
        self._data = os.urandom(num_bytes)

    async def start(self) -> None: ...

    async def close(self) -> None: ...

    async def generate(self, request: ImageRequest) -> AsyncGenerator[Event, None]:
        for index in range(request.n):
            picture = Picture(self._data, request.output_format, request.size)
            yield CompletedImage(image_index=index, picture=picture)


def main() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    settings = load_settings()
    engine = RemoteEngine(int(sys.argv[1]))
    models = [Model(name, FAMILIES[family], engine) for name, family in PUBLISHED_MODELS.items()]
    service = ImageService(models, settings)
    config = uvicorn_config(service, settings, port=0, log_level="error")

    def announce(address: str) -> None:
        print(address.rpartition(":")[2], flush=True)

    GracefulServer(config, service, shutdown_s=settings.shutdown_s, on_ready=announce).run()


if __name__ == "__main__":
    main()
