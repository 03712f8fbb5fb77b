"""Decides which hosts and pages may use the server, by `Host`, `Origin` and `Sec-Fetch-Site`."""

import re
from urllib.parse import urlsplit

from starlette.types import Scope

from limner.core.errors import BadRequestError, PermissionDeniedError

LOCAL_NAMES = ("localhost", "127.0.0.1", "::1")
SIGNED_PATHS = "/pictures/"
HOST = re.compile(rb"(\[[0-9A-Za-z:.%]*\]|[^\x00-\x20\x7f-\xff\"#/<>?@\\^`{|}\[\]:,]*)(:[0-9]*)?")
"""RFC 9110's `Host`: a name or address, and a port."""
NO_KEYS = "this server has no API keys. Set api_keys, or start it with --no-auth."


def check_host(scope: Scope) -> None:
    """Require exactly one valid `Host`: with several, a proxy and this server could disagree."""
    hosts = [value for name, value in scope["headers"] if name == b"host"]
    if not hosts and scope.get("http_version") == "1.0":
        return
    if len(hosts) != 1:
        problem = "is missing" if not hosts else "was sent more than once"
    elif HOST.fullmatch(hosts[0]) is None:
        problem = "is not a valid host"
    else:
        return
    raise BadRequestError(f"Invalid header 'Host': it {problem}.", code="invalid_host", headers={"connection": "close"})


def refuse_foreign_names(headers: dict[bytes, bytes], own_names: frozenset[str]) -> None:
    """Refuse other host names while there are no keys: against DNS rebinding, where a foreign page's own name resolves
    to this machine, so that the browser sees a single origin.
    """
    host = headers.get(b"host", b"").decode("latin-1")
    if host and host_of(f"//{host}") not in own_names:
        raise PermissionDeniedError(
            f"Without API keys, this server does not accept the host name '{host[:100]}'. Use 'localhost', or set"
            " public_url or api_keys, or start it with --no-auth.",
            code="foreign_host",
        )


def host_of(url: str) -> str | None:
    """In lower case; None if there is none."""
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def refuse_foreign_pages(scope: Scope) -> None:
    """Refuse pages of other sites in a browser of this machine while there are no keys."""
    headers = dict(scope["headers"])
    origin = headers.get(b"origin", b"").decode("latin-1")
    if not origin:
        _refuse_cross_site(scope, headers)
        return
    page = origin.partition("://")[2] or origin  # sandboxed pages send `null`
    own = page == headers.get(b"host", b"").decode("latin-1")
    if not own and host_of(origin) not in LOCAL_NAMES:
        raise PermissionDeniedError(
            f"Requests from pages on '{page[:100]}' are not allowed: {NO_KEYS}", code="foreign_origin"
        )


def _refuse_cross_site(scope: Scope, headers: dict[bytes, bytes]) -> None:
    """Images, scripts and links of other sites send no `Origin`. Following a link is harmless, and signed pictures are
    public.
    """
    if headers.get(b"sec-fetch-site", b"").strip().lower() != b"cross-site":
        return
    if scope["method"] in ("GET", "HEAD"):
        follows_link = headers.get(b"sec-fetch-mode") == b"navigate" and headers.get(b"sec-fetch-dest") == b"document"
        if scope["path"].startswith(SIGNED_PATHS) or (follows_link and scope["path"] == "/"):
            return
    raise PermissionDeniedError(f"Requests from pages on other sites are not allowed: {NO_KEYS}", code="foreign_origin")
