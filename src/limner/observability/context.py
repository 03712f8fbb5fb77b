"""The request that the running code belongs to."""

from collections.abc import Mapping
from contextvars import ContextVar
from types import MappingProxyType
from typing import Any

NO_REQUEST: Mapping[str, Any] = MappingProxyType({})
request_state: ContextVar[Mapping[str, Any]] = ContextVar("limner_request_state", default=NO_REQUEST)
"""The `state` of the request's ASGI scope, which middleware fills in: `request_id`, `key_id`, `trace_id`."""
