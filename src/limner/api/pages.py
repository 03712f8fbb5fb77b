"""Serve the HTML, scripts and styles of the playground and of the usage page from the package."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from limner.core.errors import NotFoundError

PLAYGROUND = Path(__file__).parent / "playground"
USAGE = Path(__file__).parent / "usage_page"
MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}
SAME_ORIGIN = "default-src 'self'; img-src 'self' blob: data:; style-src 'self' 'unsafe-inline'"


async def playground(http: Request) -> Response:
    """Serve the page at `/` and its files at `/playground/NAME`."""
    return _serve(PLAYGROUND, http)


async def usage_page(http: Request) -> Response:
    """Serve the page at `/usage` and its files at `/usage/NAME`."""
    return _serve(USAGE, http)


def _serve(folder: Path, http: Request) -> Response:
    path = folder / http.path_params.get("name", "index.html")
    if path.parent != folder or path.suffix not in MEDIA_TYPES or not path.is_file():
        raise NotFoundError(f"Invalid URL ({http.method} {http.url.path})")
    headers = {"content-security-policy": SAME_ORIGIN, "cache-control": "no-cache"}
    return FileResponse(path, media_type=MEDIA_TYPES[path.suffix], headers=headers)
