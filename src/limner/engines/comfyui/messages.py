"""Reads the messages of ComfyUI's WebSocket: JSON, and binary frames with previews."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

PREVIEW_IMAGE = 1
"""Type, format of the image (4 bytes each, big-endian), image. It does not say of which prompt."""
PREVIEW_IMAGE_WITH_METADATA = 4
"""Type, length of the metadata (4 bytes each, big-endian), metadata as JSON, image."""
FEATURE_FLAGS = msgspec.json.encode({"type": "feature_flags", "data": {"supports_preview_metadata": True}}).decode()
"""The first message to the server. Older versions ignore it, and send previews without metadata."""


@dataclass(frozen=True, slots=True)
class QueueLength:
    """Prompts that wait or run, of all clients."""

    remaining: int


@dataclass(frozen=True, slots=True)
class Started:
    prompt_id: str


@dataclass(frozen=True, slots=True)
class Progress:
    prompt_id: str
    node: str
    value: int
    total: int


@dataclass(frozen=True, slots=True)
class Preview:
    prompt_id: str | None
    """None: of the prompt that runs."""
    node: str | None
    data: bytes


@dataclass(frozen=True, slots=True)
class Ended:
    """The prompt is done or failed: its history says which."""

    prompt_id: str


Message = QueueLength | Started | Progress | Preview | Ended


def read_message(message: str | bytes) -> list[Message]:
    """Empty for messages that are not needed, or cannot be read: versions differ in what they send."""
    try:
        if isinstance(message, bytes):
            return _read_frame(message)
        content = msgspec.json.decode(message)
        return _read_json(content["type"], content["data"])
    except (msgspec.DecodeError, struct.error, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return []


def _read_json(kind: str, data: Mapping[str, Any]) -> list[Message]:
    match kind:
        case "status":
            return [QueueLength(int(data["status"]["exec_info"]["queue_remaining"]))]
        case "execution_start":
            return [Started(str(data["prompt_id"]))]
        case "executing" if data["node"] is None:
            return [Ended(str(data["prompt_id"]))]
        case "progress" if data.get("prompt_id"):
            return [Progress(str(data["prompt_id"]), str(data.get("node")), int(data["value"]), int(data["max"]))]
        case "progress_state":
            return [
                Progress(str(data["prompt_id"]), node, int(state["value"]), int(state["max"]))
                for node, state in data["nodes"].items()
                if state["state"] == "running"
            ]
    return []


def _read_frame(frame: bytes) -> list[Message]:
    kind, second = struct.unpack_from(">II", frame)
    if kind == PREVIEW_IMAGE:
        return [Preview(None, None, frame[8:])]
    if kind == PREVIEW_IMAGE_WITH_METADATA:
        metadata = msgspec.json.decode(frame[8 : 8 + second])
        return [Preview(str(metadata["prompt_id"]), metadata.get("node_id"), frame[8 + second :])]
    return []
