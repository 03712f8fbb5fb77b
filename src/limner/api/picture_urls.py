"""Pictures as URLs: absolute, signed, readable without a key, expiring."""

import asyncio
import time

from starlette.requests import Request
from starlette.responses import Response

from limner.core.formats import MEDIA_TYPES
from limner.core.picture import Picture
from limner.storage.faults import storage_errors
from limner.storage.store import Signer, Store, StoredFile

PATH = "/pictures"


class PictureUrls:
    def __init__(self, store: Store, signer: Signer, *, public_url: str | None) -> None:
        self._store = store
        self._signer = signer
        self._public_url = public_url

    async def store(self, picture: Picture, *, base_url: str, now: float) -> str:
        """Store a picture; returns its URL, under `public_url` if that is set, else under `base_url`."""
        file = await asyncio.to_thread(self._put, picture, now)
        base = (self._public_url or base_url).rstrip("/")
        return f"{base}{PATH}/{file.name}?{self._signer.query(file)}"

    def _put(self, picture: Picture, now: float) -> StoredFile:
        with storage_errors():
            return self._store.put(picture.read(), extension=picture.format, now=now)

    async def serve(self, http: Request) -> Response:
        name = http.path_params["name"]
        now = time.time()
        self._signer.check(name, http.query_params, now=now)
        with storage_errors():
            data = await asyncio.to_thread(self._store.read, name, now=now)
        return Response(
            data,
            media_type=MEDIA_TYPES[name.rpartition(".")[2]],
            headers={"cache-control": "private, max-age=3600, immutable"},
        )
