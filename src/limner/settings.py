"""Settings from a TOML file, the environment and flags; later sources take precedence."""

import ipaddress
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec
import platformdirs

from limner.ray_settings import RayDeployment, RaySettings
from limner.rewriting_settings import PromptRewriter
from limner.route_settings import RouteSettings, RouteSettingsError, gather_routes

PREFIX = "LIMNER_"
MB = 1_000_000

Port = Annotated[int, msgspec.Meta(ge=0, le=65_535)]
Count = Annotated[int, msgspec.Meta(ge=1)]
MAX_S = 1_000_000_000
"""About 30 years: timers and expiry times overflow on `inf`."""
Seconds = Annotated[float, msgspec.Meta(gt=0, le=MAX_S)]
Amount = Annotated[float, msgspec.Meta(ge=0, le=1_000_000_000)]
"""Of money: costs are counted in 64 bits."""
ApiKey = Annotated[str, msgspec.Meta(pattern=r"^[\x21-\x7e]+\Z")]
"""Printable ASCII without spaces, as an Authorization header allows."""


class SettingsError(ValueError):
    """Invalid settings; the message names the setting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """The model of requests that name none."""

    generation: str = "dall-e-2"
    gpt: str = "gpt-image-1.5"
    """For generations with a parameter that only the GPT image models have."""
    edit: str = "gpt-image-1.5"
    variation: str = "dall-e-2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    max_file_bytes: Count = 50 * MB
    max_mask_bytes: Count = 4 * MB
    max_request_bytes: Count = 900 * MB
    """A whole request: 16 files of 50 MB fit."""
    max_pixels: Count = 64_000_000
    """Of one input image; checked by its header, before decoding."""
    max_request_pixels: Count = 256_000_000
    """Of all input images of a request: sixteen of the largest supported output size fit."""
    upload_memory_bytes: Annotated[int, msgspec.Meta(ge=0)] = 32 * MB
    """Memory for uploads and finished images of all requests; beyond it, they are spooled to disk."""
    max_spooled_bytes: Count = 4_000 * MB
    """Temporary files of all requests; an upload that exceeds it is rejected with 503."""
    max_waiting: Count = 256
    """Images that are queued or being drawn, over all clients; beyond it, 429 with Retry-After."""
    receive_timeout_s: Seconds = 60
    """Maximum time for the head of a request, and between two pieces of its body; then 408."""
    send_timeout_s: Seconds = 60
    """Maximum time in which a client reads nothing of its response; then the connection is closed."""
    stream_timeout_s: Seconds = 3600
    """Maximum time from the first to the last byte of a response, including drawing in streams; then it is cut off."""
    keep_alive_s: Annotated[int, msgspec.Meta(ge=1, le=MAX_S)] = 75
    """Idle time of connections: longer than the usual 60 s of load balancers, so that those close first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class S3:
    """A bucket of any S3 server. Without keys, the usual AWS sources of credentials are used."""

    bucket: str = ""
    prefix: str = ""
    endpoint: str | None = None
    region: str = "us-east-1"
    access_key_id: str | None = None
    secret_access_key: str | None = None
    urls: Literal["server", "bucket"] = "server"
    """Image URLs: `server` sends the bytes itself; `bucket` returns the bucket's own presigned URLs."""
    timeout_s: Seconds = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Storage:
    folder: Path = field(default_factory=lambda: Path(platformdirs.user_data_dir("limner")))
    """For images that are returned as URLs, and uploaded files."""
    spool_folder: Path | None = None
    """For uploads and unsent images that do not fit into memory; by default in the temporary folder."""
    lifetime_s: Seconds = 3600
    """How long an image URL is valid."""
    max_bytes: Annotated[int, msgspec.Meta(ge=0)] = 20_000 * MB
    """Limit on images, files and recorded responses together; beyond it, 507. 0: no limit. Not for buckets."""
    backend: str = "disk"
    """`disk`, `s3`, or an entry point of the group `limner.stores`."""
    s3: S3 = field(default_factory=S3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    url: str | None = None
    """`postgresql://user:password@host/name` or `sqlite:///path`; by default `limner.db` in the storage folder."""
    timeout_s: Seconds = 5
    """For a connection, and for each statement."""
    pool_size: Count = 5
    """Connections that this server keeps open."""
    max_overflow: Annotated[int, msgspec.Meta(ge=0)] = 10
    """More of them, while they are needed; beyond it, requests wait for one, and get 503 after `timeout_s`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redis:
    url: str | None = None
    """`redis://host:6379/0`: limits that several gateways share. Without it, each process counts by itself."""
    timeout_s: Seconds = 0.25
    on_failure: Literal["allow", "refuse"] = "allow"
    """While Redis cannot be used: `allow` counts in this process, `refuse` answers 503."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    managed_keys: bool = False
    """Accept the keys of `limner keys create`, and require one (or one of `api_keys`) in each request."""
    requests_per_minute: Count | None = None
    """The limits of each key that has none of its own, `api_keys` included."""
    images_per_minute: Count | None = None
    concurrency: Count | None = None
    """Requests at a time."""
    monthly_budget: Amount | None = None
    """In the currency of the prices, for each calendar month (UTC)."""
    idempotency_s: Seconds = 86_400
    """How long the answer to a request with an `Idempotency-Key` is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batches:
    """`/v1/batches`."""

    enabled: bool = True
    concurrency: Count = 8
    """Lines that this server draws at a time."""
    max_file_bytes: Count = 209_715_200
    """Of an input file."""
    max_lines: Count = 50_000
    max_open: Annotated[int, msgspec.Meta(ge=0)] = 100
    """Unfinished batches of a key; beyond it, 429. 0: no limit."""
    retention_days: Annotated[int, msgspec.Meta(ge=0, le=36_500)] = 30
    """How long finished batches are kept, and their files unless a batch says otherwise. 0: for ever."""
    lease_s: Annotated[float, msgspec.Meta(ge=1, le=30)] = 30
    """How long the lines of a server that was killed wait for another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    enabled: bool = True
    """Record each accepted request: key, model, size, tokens, times, outcome, cost."""
    store_prompts: bool = False
    retention_days: Annotated[int, msgspec.Meta(ge=0, le=36_500)] = 0
    """Delete older rows. 0: keep them."""
    currency: Annotated[str, msgspec.Meta(pattern=r"^[a-z]{3}\Z")] = "usd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """Of a model, in the ledger's currency: tokens by the million, images by the piece."""

    text_input: Amount = 0
    image_input: Amount = 0
    output: Amount = 0
    image: Amount = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Moderation:
    provider: str | None = None
    """`off`, `patterns`, `openai`, or an entry point of the group `limner.moderators`. By default `off` on loopback,
    else `patterns`."""
    patterns_file: Path | None = None
    """An edited copy of the built-in list."""
    url: str = "https://api.openai.com/v1"
    """For `openai`: any server with `/v1/moderations`."""
    api_key: str | None = None
    model: str = "omni-moderation-latest"
    timeout_s: Seconds = 5
    on_failure: Literal["allow", "refuse"] = "refuse"
    """While the service cannot be reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """Input images by http(s) URL in JSON edits."""

    enabled: bool = False
    timeout_s: Seconds = 10
    max_redirects: Annotated[int, msgspec.Meta(ge=0, le=20)] = 3
    allow_private: bool = False
    """Also from loopback and private networks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observability:
    log_format: Literal["text", "json"] = "text"
    metrics: bool = True
    """Serve `/metrics`."""
    metrics_key: ApiKey | None = None
    """If set, `/metrics` needs it as a bearer token. Otherwise one of `api_keys`, if the server has keys."""
    traces: bool = False
    """Send OpenTelemetry traces as the OTEL_ variables say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSettings:
    """`[models."gpt-image-1"]`: family and engine of a model. All other keys are options of the engine."""

    family: str = "native"
    engine: str = "illustrator"
    ray: RayDeployment | None = None
    """Its deployment on Ray. None: that of its engine in `ray.engines`."""
    routes: tuple[RouteSettings, ...] = ()
    """Several engines, instead of `engine`."""
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def engines(self) -> tuple[tuple[str, Mapping[str, Any], RayDeployment | None], ...]:
        """The engines that draw it, each with its own options and deployment."""
        if self.routes:
            return tuple((route.engine, route.options, route.ray) for route in self.routes)
        return ((self.engine, self.options, self.ray),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    host: str = "127.0.0.1"
    port: Port = 8000
    """0: choose a free port and print it."""
    strict: bool = False
    """Use the strict validation mode: validate like the upstream API, per model family."""
    api_keys: tuple[ApiKey, ...] = ()
    """If set, a request must send one of them. Otherwise any key is accepted, on loopback only."""
    no_auth: bool = False
    """Allow addresses other than loopback without keys."""
    public_url: str | None = None
    """The base of image URLs, if clients reach the server by another name than the Host they send."""
    heartbeat_s: Seconds = 10
    """Seconds without events after which a stream sends a comment."""
    shutdown_s: Annotated[float, msgspec.Meta(ge=0, le=MAX_S)] = 60
    """Seconds for running requests to finish after SIGTERM."""
    shutdown_delay_s: Annotated[float, msgspec.Meta(ge=0, le=MAX_S)] = 0
    """Seconds after SIGTERM in which a server behind a load balancer is not ready, but accepts requests; then it stops
    listening. 0: it refuses requests with 503 at once."""
    defaults: Defaults = field(default_factory=Defaults)
    limits: Limits = field(default_factory=Limits)
    storage: Storage = field(default_factory=Storage)
    database: Database = field(default_factory=Database)
    redis: Redis = field(default_factory=Redis)
    access: Access = field(default_factory=Access)
    batches: Batches = field(default_factory=Batches)
    ledger: Ledger = field(default_factory=Ledger)
    moderation: Moderation = field(default_factory=Moderation)
    fetch: Fetch = field(default_factory=Fetch)
    observability: Observability = field(default_factory=Observability)
    ray: RaySettings = field(default_factory=RaySettings)
    prices: Mapping[str, Price] = field(default_factory=dict)
    """`[prices."gpt-image-1"]`: replaces the published price of a model. The name "*" matches every other name."""
    prompt_rewriters: Mapping[str, PromptRewriter] = field(default_factory=dict)
    """By the name of a model. The name "*" matches every other name."""
    engines: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """`[engines.illustrator]`: options of an engine for all its models."""
    models: Mapping[str, ModelSettings] = field(default_factory=dict)
    """Additional models, or other engines for published models. The name "*" matches every other name."""

    @property
    def needs_key(self) -> bool:
        """Whether each request needs a key."""
        return bool(self.api_keys) or self.access.managed_keys


def load_settings(
    path: Path | None = None, *, environment: Mapping[str, str] = os.environ, flags: Mapping[str, Any] | None = None
) -> Settings:
    """Raises SettingsError."""
    merged: dict[str, Any] = {}
    if path is not None:
        try:
            merged = tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise SettingsError(f"There is no settings file '{path}'.") from None
        except OSError as error:
            raise SettingsError(f"The settings file '{path}' cannot be read: {error.strerror}.") from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingsError(f"'{path}' is not valid TOML: {error}") from error
    _merge(merged, _from_environment(environment))
    _merge(merged, {key: value for key, value in (flags or {}).items() if value is not None})
    _gather_model_options(merged)
    _refuse_unknown(merged, Settings, "")
    try:
        return msgspec.convert(merged, Settings, strict=False, dec_hook=_decode)
    except msgspec.ValidationError as error:
        raise SettingsError(f"Wrong setting: {error}") from error


def _decode(kind: type, value: Any) -> Any:
    if kind is Path and isinstance(value, str):
        return Path(value).expanduser()
    raise ValueError(f"Expected {kind.__name__}, got {value!r}")


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    """`LIMNER_PORT=80`, `LIMNER_API_KEYS=a,b`, and `LIMNER_STORAGE__FOLDER=/data` for `storage.folder`."""
    found: dict[str, Any] = {}
    for name, text in environment.items():
        if not name.startswith(PREFIX):
            continue
        *tables, key = name.removeprefix(PREFIX).lower().split("__")
        target, kind = found, Settings
        for table in tables:
            target = target.setdefault(table, {})
            if not isinstance(target, dict):
                raise SettingsError(f"'{name}' sets a part of '{table}', which another variable sets as a whole.")
            kind = get_type_hints(kind).get(table, object) if is_dataclass(kind) else object
        hints = get_type_hints(kind) if is_dataclass(kind) else {}
        is_list = get_origin(hints.get(key)) is tuple
        if is_list:
            target[key] = [part.strip() for part in text.split(",") if part.strip()]
        else:
            target[key] = text if key in hints else _parse_untyped(text)
    return found


def _parse_untyped(text: str) -> Any:
    """Parse an engine option, which has no declared type, as TOML, else as text."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _merge(into: dict[str, Any], over: Mapping[str, Any]) -> None:
    for key, value in over.items():
        if isinstance(value, Mapping) and isinstance(into.get(key), dict):
            _merge(into[key], value)
        else:
            into[key] = value


def _gather_model_options(merged: dict[str, Any]) -> None:
    models = merged.get("models")
    if not isinstance(models, dict):
        return
    known = {"family", "engine", "ray"}
    for name, model in models.items():
        if isinstance(model, dict) and "routes" in model:
            try:
                model["routes"] = gather_routes(model, f"models.{name}")
            except RouteSettingsError as error:
                raise SettingsError(str(error)) from error
        elif isinstance(model, dict):
            options = {key: value for key, value in model.items() if key not in known}
            models[name] = {key: model[key] for key in known & model.keys()} | {"options": options}


def _refuse_unknown(data: Mapping[str, Any], kind: Any, path: str) -> None:
    hints = get_type_hints(kind)
    known = [one.name for one in fields(kind)]
    for key, value in data.items():
        if key not in known:
            raise SettingsError(f"Unknown setting '{path}{key}'. Known: {', '.join(known)}.")
        table = next((one for one in (hints[key], *get_args(hints[key])) if is_dataclass(one)), None)
        if table is None:
            continue
        tables: dict[str, Any] = {}
        if isinstance(value, list):
            tables = {f"{path}{key}[{index}]": inner for index, inner in enumerate(value)}
        elif isinstance(value, Mapping) and get_origin(hints[key]) is Mapping:
            tables = {f"{path}{key}.{name}": inner for name, inner in value.items()}
        else:
            tables = {f"{path}{key}": value}
        for name, inner in tables.items():
            if isinstance(inner, Mapping):
                _refuse_unknown(inner, table, f"{name}.")


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
