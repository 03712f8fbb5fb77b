"""Serve the playground's HTML, scripts and styles from the package."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from limner.core.errors import NotFoundError

FOLDER = Path(__file__).parent / "playground"
MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}
SAME_ORIGIN = "default-src 'self'; img-src 'self' blob: data:; style-src 'self' 'unsafe-inline'"


async def playground(http: Request) -> Response:
    """Serve the page at `/` and its files at `/playground/NAME`."""
    path = FOLDER / http.path_params.get("name", "index.html")
    if path.parent != FOLDER or path.suffix not in MEDIA_TYPES or not path.is_file():
        raise NotFoundError(f"Invalid URL ({http.method} {http.url.path})")
    headers = {"content-security-policy": SAME_ORIGIN, "cache-control": "no-cache"}
    return FileResponse(path, media_type=MEDIA_TYPES[path.suffix], headers=headers)
