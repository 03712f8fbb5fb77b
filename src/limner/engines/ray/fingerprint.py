"""Tells whether an application runs what the settings say."""

import json
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from limner import __version__
from limner.core.engine_deployment import EngineDeployment


def code_fingerprint(wanted: EngineDeployment) -> str:
    """Of what replicas must be restarted for, besides what they reserve."""
    return _hash([__version__, wanted.engine, wanted.options])


def deployment_note(wanted: EngineDeployment) -> dict[str, Any]:
    """What an application carries as its `user_config`, to be compared and shown."""
    options = {**wanted.serve_options, "max_surge_percent": None}  # concerns updates only
    fingerprint = _hash([code_fingerprint(wanted), options, wanted.actor_options, wanted.models])
    return {"engine": wanted.engine, "models": list(wanted.models), "fingerprint": fingerprint}


def read_fingerprint(note: Mapping[str, Any]) -> str:
    return str(note.get("fingerprint", ""))


def _hash(value: Any) -> str:
    return blake2b(json.dumps(value, sort_keys=True, default=str).encode(), digest_size=16).hexdigest()
