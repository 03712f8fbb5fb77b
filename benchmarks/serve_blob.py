"""A server whose engine sends 2 MB: `python serve_blob.py local|ray`. Prints its port.

`ray`: the engine is in a replica of the cluster that `RAY_ADDRESS` names.
"""

import socket
import sys
import tempfile
from pathlib import Path

import uvicorn
from blob_engine import BlobEngine

from limner.engines.engine import Engine
from limner.engines.ray.engine import RayEngine
from limner.families.registry import FAMILIES, PUBLISHED_MODELS
from limner.models import Model
from limner.server import uvicorn_config
from limner.service import ImageService
from limner.settings import Ledger, Settings, Storage


def make_engine(kind: str) -> Engine:
    if kind == "local":
        return BlobEngine()
    import ray

    ray.init(namespace="serve", log_to_driver=False, logging_level="ERROR")
    return RayEngine("blob", first_event_s=30)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0), backlog=128) as listener:
        engine = make_engine(sys.argv[1])
        settings = Settings(storage=Storage(folder=Path(folder)), ledger=Ledger(enabled=False))
        models = [Model(name, FAMILIES[family], engine) for name, family in PUBLISHED_MODELS.items()]
        config = uvicorn_config(ImageService(models, settings), settings, log_level="error")
        print(listener.getsockname()[1], flush=True)
        uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main()
