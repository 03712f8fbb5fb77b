"""Pictures as URLs: absolute, signed, readable without a key, expiring."""

import time

from starlette.requests import Request
from starlette.responses import Response

from limner.core.formats import MEDIA_TYPES
from limner.core.picture import Picture
from limner.storage.pictures import Pictures, Signer
from limner.storage.threads import in_thread

PATH = "/pictures"


class PictureUrls:
    def __init__(self, pictures: Pictures, signer: Signer, *, public_url: str | None) -> None:
        self._pictures = pictures
        self._signer = signer
        self._public_url = public_url

    async def store(self, picture: Picture, *, base_url: str, now: float) -> str:
        """Store a picture; returns its URL, under `public_url` if that is set, else under `base_url`."""
        file = await in_thread(self._pictures.put, picture.data, extension=picture.format, now=now)
        base = (self._public_url or base_url).rstrip("/")
        return f"{base}{PATH}/{file.name}?{self._signer.query(file)}"

    async def serve(self, http: Request) -> Response:
        name = http.path_params["name"]
        now = time.time()
        self._signer.check(name, http.query_params, now=now)
        data = await in_thread(self._pictures.read, name, now=now)
        return Response(
            data,
            media_type=MEDIA_TYPES[name.rpartition(".")[2]],
            headers={"cache-control": "private, max-age=3600, immutable"},
        )
