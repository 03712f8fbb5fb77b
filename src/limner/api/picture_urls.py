"""Pictures as URLs: absolute, signed, readable without a key, expiring."""

import time
from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import Response

from limner.core.formats import MEDIA_TYPES
from limner.core.picture import Picture
from limner.storage.pictures import CACHE_CONTROL, Pictures, Signer
from limner.storage.threads import in_thread

PATH = "/pictures"


class PictureUrls:
    def __init__(self, pictures: Pictures, signing_secret: Callable[[], bytes], *, public_url: str | None) -> None:
        """`signing_secret`: blocks while it is read for the first time, and raises an APIError if it cannot be."""
        self._pictures = pictures
        self._signing_secret = signing_secret
        self._public_url = public_url

    async def store(self, picture: Picture, *, base_url: str, now: float, expires_at: int | None = None) -> str:
        """Store a picture; returns its URL, under `public_url` if that is set, else under `base_url`.

        `expires_at`: None: after the lifetime of the settings.
        """
        return await in_thread(self._store, picture, (self._public_url or base_url).rstrip("/"), now, expires_at)

    def _store(self, picture: Picture, base_url: str, now: float, expires_at: int | None) -> str:
        signer = Signer(self._signing_secret())  # first: nothing is stored if it cannot be read
        file = self._pictures.put(picture.data, extension=picture.format, now=now, expires_at=expires_at)
        return file.url or f"{base_url}{PATH}/{file.name}?{signer.query(file)}"

    async def serve(self, http: Request) -> Response:
        name = http.path_params["name"]
        data = await in_thread(self._read, name, http.query_params)
        return Response(
            data,
            media_type=MEDIA_TYPES[name.rpartition(".")[2]],
            headers={"cache-control": CACHE_CONTROL},
        )

    def _read(self, name: str, query: Mapping[str, str]) -> bytes:
        now = time.time()
        Signer(self._signing_secret()).check(name, query, now=now)
        return self._pictures.read(name, now=now)
