"""What the Serve applications of a prefix do."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from limner.engines.ray.fingerprint import read_fingerprint

DEPLOYMENT = "engine"
"""The name of the one deployment of each application."""
ERROR_LINE = re.compile(r"^[\w.]*?(\w*(?:Error|Exception|Exit|Interrupt))(?:: (.*))?$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Replica:
    id: str
    state: str
    node_ip: str | None
    pid: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppStatus:
    name: str
    state: str
    """As Ray Serve names it: `RUNNING`, `DEPLOYING`, `DEPLOY_FAILED`, `UNHEALTHY`, `DELETING`, `NOT_STARTED`."""
    message: str
    """Why it does not run."""
    engine: str
    models: tuple[str, ...]
    fingerprint: str
    """Of what it was deployed with; empty if another program deployed it."""
    num_wanted: int
    """Replicas."""
    replicas: tuple[Replica, ...]
    resources: Mapping[str, float]
    """What a replica reserves."""

    @property
    def num_running(self) -> int:
        return sum(replica.state == "RUNNING" for replica in self.replicas)


def read_statuses(prefix: str) -> dict[str, AppStatus]:
    """The applications whose names begin with the prefix, by name. Empty if Serve does not run."""
    details = _serve_details().get("applications", {})
    return {name: _read(name, app) for name, app in sorted(details.items()) if name.startswith(f"{prefix}-")}


def is_serve_running() -> bool:
    return bool(_serve_details())


def _serve_details() -> Mapping[str, Any]:
    """What the dashboard shows; `serve.status()` leaves out the configuration and the replicas."""
    from ray.serve.context import _get_global_client

    client = _get_global_client(raise_if_no_controller_running=False)
    return {} if client is None else client.get_serve_details()


def _read(name: str, app: Mapping[str, Any]) -> AppStatus:
    deployment = app["deployments"].get(DEPLOYMENT, {})
    note = (deployment.get("deployment_config") or {}).get("user_config") or {}
    message = deployment.get("message") or app["message"] or ""
    state = _name_of(app["status"])
    return AppStatus(
        name=name,
        state=state,
        message="" if state == "RUNNING" else shorten_message(message),
        engine=str(note.get("engine", "")),
        models=tuple(note.get("models", ())),
        fingerprint=read_fingerprint(note),
        num_wanted=deployment.get("target_num_replicas", 0),
        replicas=tuple(
            Replica(
                id=str(replica["replica_id"]),
                state=_name_of(replica["state"]),
                node_ip=replica.get("node_ip"),
                pid=replica.get("pid"),
            )
            for replica in deployment.get("replicas", ())
        ),
        resources=deployment.get("required_resources") or {},
    )


def _name_of(state: Any) -> str:
    """Ray's states are enumerations, or the texts of their values."""
    return str(getattr(state, "value", state))


def shorten_message(message: str) -> str:
    """The message of the exception that ended a replica, from the traceback that Ray reports; else its first line."""
    errors = [match for match in ERROR_LINE.finditer(message) if match[2]]
    if errors:
        name, text = errors[-1].groups()
        return text if name.endswith(("SetupError", "EngineError")) else f"{name}: {text}"
    return next((line.strip() for line in message.splitlines() if line.strip()), "")
