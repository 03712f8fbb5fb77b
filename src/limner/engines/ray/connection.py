"""Starts Ray on this machine, or joins a Ray that runs."""

import logging
import os
import re
import secrets
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

LOCAL = "local"
JOINABLE = re.compile(r"auto|(?:\[[0-9a-fA-F:.]+\]|[^\s:/\[\]]+):[0-9]{1,5}")
NAMESPACE = "serve"
STARTED_HERE = "limner_started"
"""A resource that marks a Ray which a server has started for itself on its machine."""
VARIABLES = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_SERVE_QUEUE_LENGTH_RESPONSE_DEADLINE_S": "1",  # of 0.1: an engine may keep its replica's Python busy
}
"""Defaults for variables of Ray, which it reads when it is imported."""
JOINING_VARIABLES = {
    "RAY_NUM_REDIS_GET_RETRIES": "5",  # attempts to join, of 20; the address has been checked
}
REACH_S = 5
INSTALL = "pip install 'limner[ray]'"


class RaySetupError(ValueError):
    """Wrong settings, or Ray is not installed. The message says what to do."""


class RayUnavailableError(OSError):
    """Ray cannot be started or joined, or an application does not run."""


def is_installed() -> bool:
    return find_spec("ray") is not None


def check_address(address: str) -> None:
    """Raises RaySetupError."""
    if "://" in address:
        raise RaySetupError(
            f"'{address}' cannot be used: images are streamed, which Ray Client does not support. Run the command"
            " on a node of the cluster, with the address 'auto' or 'host:port' of the head node, such as 10.0.0.5:6379."
        )
    if address != LOCAL and not JOINABLE.fullmatch(address):
        raise RaySetupError(f"'{address}' is not an address of Ray. Use 'local', 'auto', or 'host:port'.")


@contextmanager
def connected(
    address: str,
    *,
    token_file: Path | None = None,
    default_token_file: Path | None = None,
    num_cpus: int | None = None,
    num_gpus: int | None = None,
) -> Iterator[None]:
    """Start Ray (`local`) or join it, and leave it at the end; one that was started here stops.

    Call it in the main thread: the processes of a Ray that is started end with the thread that started it.
    `default_token_file` is used if neither `token_file` nor Ray's own variables say where the token is.
    """
    if not is_installed():
        raise RaySetupError(f"Ray is not installed. Run: {INSTALL}")
    check_address(address)
    if address == "auto":
        check_address(os.environ.get("RAY_ADDRESS") or address)  # Ray uses it for `auto`
    is_own = address == LOCAL
    token = _set_up_token(token_file, default_token_file, may_create=is_own)
    for name, value in (VARIABLES if is_own else VARIABLES | JOINING_VARIABLES).items():
        os.environ.setdefault(name, value)
    import ray
    from ray import serve  # noqa: F401 (sets up its logger)
    from ray.exceptions import AuthenticationError

    _quieten_logs()
    if not is_own:
        _check_reachable(address)
    resources: dict[str, Any] = {}
    if is_own:
        resources = {"num_cpus": num_cpus, "num_gpus": num_gpus, "include_dashboard": False}
        resources["resources"] = {STARTED_HERE: 1}
    try:
        try:
            ray.init(address, namespace=NAMESPACE, log_to_driver=False, configure_logging=False, **resources)
        except AuthenticationError as error:
            reason = f"the token in '{token}' is not accepted" if token else "a token is needed"
            remedy = "Set ray.token_file to a copy of the cluster's token."
            raise RayUnavailableError(f"Ray at '{address}' cannot be joined: {reason}. {remedy}") from error
        except (OSError, RuntimeError, ValueError) as error:
            reason = " ".join(str(error).split()).rstrip(".")
            if is_own:
                raise RayUnavailableError(f"Ray cannot be started here: {reason}.") from error
            place = f"'{token}'" if token else "Ray's own place"
            raise RayUnavailableError(
                f"Ray at '{address}' cannot be joined: {reason}. Does it run, is this machine one of its nodes,"
                f" and is its token in {place}? See ray.token_file."
            ) from error
        yield
    finally:
        ray.shutdown()


def _check_reachable(address: str) -> None:
    """Ray itself would try for many minutes."""
    from ray._private.services import canonicalize_bootstrap_address

    try:
        found = str(canonicalize_bootstrap_address(address))
    except (OSError, ValueError) as error:
        raise RayUnavailableError(
            f"Ray at '{address}' cannot be found: {' '.join(str(error).split()).rstrip('.')}."
        ) from error
    host, _, port = found.rpartition(":")
    try:
        socket.create_connection((host.strip("[]"), int(port)), REACH_S).close()
    except (OSError, OverflowError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise RayUnavailableError(
            f"Nothing answers at '{address}': {reason}. Is it the head node's address?"
        ) from error


def _quieten_logs() -> None:
    """Only warnings, through the handlers of this process, in its format. Replicas write to Ray's log folder."""
    for name in ("ray", "ray.serve"):
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
        logger.setLevel(logging.WARNING)


def _set_up_token(token_file: Path | None, default: Path | None, *, may_create: bool) -> Path | None:
    """Set Ray's variables, which the processes that it starts inherit. Returns the file, if it is not Ray's own."""
    if token_file is None:
        if {"RAY_AUTH_TOKEN", "RAY_AUTH_TOKEN_PATH"} & os.environ.keys() or _is_token_disabled():
            return None
        token_file = default
        if token_file is None or (not may_create and not token_file.exists()):
            return None
    if not token_file.exists():
        if not may_create:
            raise RaySetupError(f"There is no file '{token_file}', which ray.token_file names.")
        _create_token(token_file)
    os.environ["RAY_AUTH_MODE"] = "token"
    os.environ["RAY_AUTH_TOKEN_PATH"] = str(token_file.resolve())
    return token_file


def _is_token_disabled() -> bool:
    return os.environ.get("RAY_AUTH_MODE", "").lower() == "disabled"


def _create_token(path: Path) -> None:
    """Readable by this user only. Two servers that start at the same time agree on one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_hex(32), encoding="ascii")
    try:
        with suppress(FileExistsError):
            path.hardlink_to(draft)
    finally:
        draft.unlink()
