"""The options of the engine `openai`, checked when the server starts. Messages never repeat a secret."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Annotated, Any
from urllib.parse import quote

import msgspec
from msgspec import Meta

from limner.engines.proxy.http_client import Timeouts, Url, read_url
from limner.engines.proxy.profile import Profile
from limner.engines.proxy.profiles import PROFILES

Text = Annotated[str, Meta(min_length=1)]
Seconds = Annotated[float, Meta(gt=0, le=1_000_000_000)]
HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+", re.ASCII)
HEADER_VALUE = re.compile(r"[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?", re.ASCII)
PRINTABLE = re.compile(r"[\x21-\x7e]+", re.ASCII)
RESERVED_HEADERS = frozenset(
    {"host", "content-length", "content-type", "transfer-encoding", "connection", "expect", "upgrade"}
    | {"accept-encoding"}
)
EXPECTED = {
    "base_url": "must be text, such as 'https://api.openai.com/v1'",
    "api_key": "must be text: printable ASCII without spaces",
    "model": "must be the name of a model",
    "profile": f"must be one of {', '.join(sorted(PROFILES))}",
    "api_version": "must be text, such as '2025-04-01-preview'",
    "headers": "must be a table of names and texts",
    "connect_timeout_s": "must be a number of seconds above 0",
    "first_byte_timeout_s": "must be a number of seconds above 0",
    "timeout_s": "must be a number of seconds above 0",
    "connections": "must be a whole number from 1 to 10000",
    "url_hosts": "must be a list of host names",
    "deterministic": "must be true or false",
}


class EngineOptions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """As in the settings. docs/upstream.md explains each."""

    base_url: Text | None = None
    api_key: Text | None = None
    model: Text | None = None
    profile: Text = "openai"
    api_version: Text | None = None
    headers: dict[str, str] = {}
    connect_timeout_s: Seconds = 5
    first_byte_timeout_s: Seconds = 600
    timeout_s: Seconds = 600
    connections: Annotated[int, Meta(ge=1, le=10_000)] = 32
    url_hosts: list[str] = []
    deterministic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Upstream:
    """An upstream server, as the engine uses it."""

    base_url: str
    profile: Profile
    model: str | None
    """Its name of the model. None: the name that the client sent."""
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    """Of each request to it, with the key."""
    query: str
    timeouts: Timeouts
    connections: int
    url_hosts: frozenset[str]
    """From which images are fetched that it returns as URLs."""
    deterministic: bool

    @property
    def origin(self) -> tuple[str, str, int]:
        return read_url(self.base_url).origin

    def url(self, path: str, model: str) -> Url:
        return _url(f"{self.base_url}{path.replace('{model}', quote(model, safe=''))}{self.query}")


@lru_cache(maxsize=256)
def _url(text: str) -> Url:
    return read_url(text)


def read_options(options: Mapping[str, Any]) -> EngineOptions:
    """Raises ValueError, which names the option, and not its value: it may be a secret."""
    try:
        return msgspec.convert(dict(options), EngineOptions)
    except msgspec.ValidationError as error:
        unknown = re.search(r"unknown field `([^`]*)`", str(error))
        if unknown is not None:
            raise ValueError(f"Unknown option '{unknown[1]}'. Known: {', '.join(EXPECTED)}.") from None
        found = re.search(r"\$\.(\w+)", str(error))
        name = found[1] if found else ""
        raise ValueError(f"'{name}' {EXPECTED[name]}." if name in EXPECTED else str(error)) from None


def read_upstream(options: Mapping[str, Any]) -> Upstream:
    """Raises ValueError, which names the option."""
    read = read_options(options)
    if read.profile not in PROFILES:
        raise ValueError(f"'profile' {EXPECTED['profile']}, not '{read.profile}'.")
    profile = PROFILES[read.profile]
    base_url = read.base_url or profile.base_url
    if base_url is None:
        raise ValueError(f"'base_url' is missing: the profile '{profile.name}' has no public address.")
    base_url = base_url.rstrip("/")
    try:
        url = read_url(base_url)
    except ValueError as error:
        hint = " Use 'api_key' or 'headers'." if "@" in base_url else ""
        raise ValueError(f"'base_url' is {error}.{hint}") from None
    if "?" in url.target or "#" in base_url:
        raise ValueError("'base_url' must not have a query. 'api_version' adds one.")
    return Upstream(
        base_url=base_url,
        profile=profile if read.model is None else profile.for_model(read.model),
        model=read.model,
        headers=tuple(_headers(read, profile)),
        query=f"?api-version={_api_version(read.api_version)}" if read.api_version else "",
        timeouts=Timeouts(read.connect_timeout_s, read.first_byte_timeout_s, read.timeout_s),
        connections=read.connections,
        url_hosts=frozenset({url.host, *(host.lower() for host in read.url_hosts)}),
        deterministic=read.deterministic,
    )


def _headers(options: EngineOptions, profile: Profile) -> list[tuple[str, str]]:
    headers = []
    if options.api_key is not None:
        if not PRINTABLE.fullmatch(options.api_key):
            raise ValueError(f"'api_key' {EXPECTED['api_key']}.")
        headers.append((profile.key_header, f"{profile.key_prefix}{options.api_key}"))
    for name, value in options.headers.items():
        if not HEADER_NAME.fullmatch(name) or name.lower() in RESERVED_HEADERS:
            raise ValueError(f"'headers' must not contain {name!r}.")
        if not HEADER_VALUE.fullmatch(value):
            raise ValueError(f"'headers.{name}' must be printable ASCII.")
        headers.append((name.lower(), value))
    return headers


def _api_version(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9._-]+", text, re.ASCII):
        raise ValueError(f"'api_version' {EXPECTED['api_version']}.")
    return text
