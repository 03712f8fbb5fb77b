"""One frozen Settings, from a TOML file, the environment and flags; the later wins."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import msgspec
import platformdirs

PREFIX = "LIMNER_"
MB = 1_000_000

Port = Annotated[int, msgspec.Meta(ge=0, le=65_535)]
Count = Annotated[int, msgspec.Meta(ge=1)]
MAX_S = 1_000_000_000
"""Some 30 years: timers and expiry times overflow on `inf`."""
Seconds = Annotated[float, msgspec.Meta(gt=0, le=MAX_S)]
ApiKey = Annotated[str, msgspec.Meta(pattern=r"^[\x21-\x7e]+\Z")]
"""What an Authorization header can carry."""


class SettingsError(ValueError):
    """Something in the settings is wrong; the message names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """Which model serves a request that names none."""

    generation: str = "dall-e-2"
    gpt: str = "gpt-image-1.5"
    """Generations that use a parameter which only the GPT image models know."""
    edit: str = "gpt-image-1.5"
    variation: str = "dall-e-2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    max_file_bytes: Count = 50 * MB
    max_mask_bytes: Count = 4 * MB
    max_request_bytes: Count = 900 * MB
    """A whole request: room for 16 files of 50 MB."""
    max_pixels: Count = 64_000_000
    """Of one input image, read from its header: larger ones are refused before they are decoded."""
    max_request_pixels: Count = 256_000_000
    """Of all input images of a request together: sixteen of the largest that can be drawn."""
    upload_memory_bytes: Annotated[int, msgspec.Meta(ge=0)] = 32 * MB
    """Bytes of uploads and finished pictures that all requests together may hold in memory; the rest waits on disk."""
    max_spooled_bytes: Count = 4_000 * MB
    """Bytes of temporary files of all requests together; an upload that finds no room is answered with 503."""
    max_waiting: Count = 256
    """Images that may wait or be drawn at a time, over all clients; beyond, 429 with Retry-After."""
    receive_timeout_s: Seconds = 60
    """Seconds that the head of a request may take, and that its body may be silent; then 408."""
    send_timeout_s: Seconds = 60
    """Seconds in which a client may take nothing of its reply; then its connection is given up."""
    stream_timeout_s: Seconds = 3600
    """Seconds from the first byte of a response to its last, the drawing of a stream included; then it is cut off."""
    keep_alive_s: Annotated[int, msgspec.Meta(ge=1, le=MAX_S)] = 75
    """Seconds that an unused connection stays open: longer than load balancers keep theirs (60), so that they close."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Storage:
    folder: Path = field(default_factory=lambda: Path(platformdirs.user_data_dir("limner")))
    """Where pictures that are answered as URLs, and uploaded files, lie."""
    spool_folder: Path | None = None
    """Where uploads, and pictures not yet sent, wait that do not fit into memory; by default in the temporary folder.
    """
    lifetime_s: Seconds = 3600
    """How long a picture's URL is valid."""
    max_bytes: Annotated[int, msgspec.Meta(ge=0)] = 20_000 * MB
    """What pictures and files may take together; beyond, 507. 0 sets no limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSettings:
    """`[models."gpt-image-1"]`: what serves that name. Every other key is an option of its engine."""

    family: str = "native"
    engine: str = "illustrator"
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    host: str = "127.0.0.1"
    port: Port = 8000
    """0 picks a free port and prints it."""
    strict: bool = False
    """Validate exactly as the API does upstream, model family by model family."""
    api_keys: tuple[ApiKey, ...] = ()
    """With keys, a request must bear one of them. Without, any is accepted, and only on loopback."""
    no_auth: bool = False
    """Listen on other addresses than loopback although there are no keys."""
    public_url: str | None = None
    """The base of the URLs of pictures, where clients reach the server by another name than they send."""
    heartbeat_s: Seconds = 10
    """Seconds of silence after which a stream sends a comment."""
    shutdown_s: Annotated[float, msgspec.Meta(ge=0, le=MAX_S)] = 60
    """Seconds that running pictures have to finish after SIGTERM."""
    defaults: Defaults = field(default_factory=Defaults)
    limits: Limits = field(default_factory=Limits)
    storage: Storage = field(default_factory=Storage)
    engines: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """`[engines.illustrator]`: options of an engine, for all its models."""
    models: Mapping[str, ModelSettings] = field(default_factory=dict)
    """Further models, or other engines for the published names. The name "*" serves every other name."""


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
        place, kind = found, Settings
        for table in tables:
            place = place.setdefault(table, {})
            if not isinstance(place, dict):
                raise SettingsError(f"'{name}' sets a part of '{table}', which another variable sets as a whole.")
            kind = get_type_hints(kind).get(table, object) if is_dataclass(kind) else object
        hints = get_type_hints(kind) if is_dataclass(kind) else {}
        is_list = get_origin(hints.get(key)) is tuple
        if is_list:
            place[key] = [part.strip() for part in text.split(",") if part.strip()]
        else:
            place[key] = text if key in hints else _guess(text)
    return found


def _guess(text: str) -> Any:
    """An engine's own option has no declared type: it is read as TOML would, else it is text."""
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
    known = {"family", "engine"}
    for name, model in models.items():
        if isinstance(model, dict):
            options = {key: value for key, value in model.items() if key not in known}
            models[name] = {key: model[key] for key in known & model.keys()} | {"options": options}


def _refuse_unknown(data: Mapping[str, Any], kind: Any, path: str) -> None:
    hints = get_type_hints(kind)
    known = [one.name for one in fields(kind)]
    for key, value in data.items():
        if key not in known:
            raise SettingsError(f"Unknown setting '{path}{key}'. Known: {', '.join(known)}.")
        if isinstance(value, Mapping):
            if is_dataclass(hints[key]):
                _refuse_unknown(value, hints[key], f"{path}{key}.")
            elif get_origin(hints[key]) is not None and is_dataclass(get_args(hints[key])[-1]):
                for name, inner in value.items():
                    if isinstance(inner, Mapping):
                        _refuse_unknown(inner, get_args(hints[key])[-1], f"{path}{key}.{name}.")
