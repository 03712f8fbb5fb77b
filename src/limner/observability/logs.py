"""Logs: text, or one JSON object per line."""

import json
import logging
from datetime import UTC, datetime
from typing import Any, Literal

from limner.observability.context import request_state

TEXT_FORMAT = "%(asctime)s %(name)s %(message)s"
NOISY = ("alembic.runtime.plugins", "httpx2")
"""Loggers of libraries whose INFO says nothing about this server."""
REQUEST_FIELDS = ("request_id", "key_id", "trace_id")


class JsonFormatter(logging.Formatter):
    """`extra={"fields": {...}}` adds fields to a line. The request's come from its context."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        state = request_state.get()
        line |= {name: state[name] for name in REQUEST_FIELDS if state.get(name)}
        line |= getattr(record, "fields", {})
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        if record.stack_info:
            line["stack"] = self.formatStack(record.stack_info)
        return json.dumps(line, default=str)


def access_fields(method: str, path: str, status: int, took_ms: float, request_id: str) -> dict[str, dict[str, object]]:
    """The `extra` of a line of the access log."""
    fields = {"method": method, "path": path, "status": status, "duration_ms": round(took_ms), "request_id": request_id}
    return {"fields": fields}


def set_up_logging(log_format: Literal["text", "json"]) -> None:
    """For the process: everything from INFO on, to stderr."""
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)
    if log_format == "text":
        logging.basicConfig(level=logging.INFO, format=TEXT_FORMAT)
        return
    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    logging.captureWarnings(True)
