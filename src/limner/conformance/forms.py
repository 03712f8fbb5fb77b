"""Multipart bodies with explicit header lines, to reproduce those of real clients."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

BOUNDARY = b"limner-conformance"


@dataclass(frozen=True, slots=True)
class OutgoingPart:
    headers: tuple[str, ...]
    content: bytes
    is_file: bool = False


def disposition(name: str, filename: str | None = None) -> str:
    end = "" if filename is None else f'; filename="{filename}"'
    return f'Content-Disposition: form-data; name="{name}"{end}'


def field(name: str, value: str, *headers: str) -> OutgoingPart:
    return OutgoingPart((disposition(name), *headers), value.encode())


def file(
    name: str, data: bytes, *, filename: str | None = "a.png", content_type: str | None = "image/png"
) -> OutgoingPart:
    typed = () if content_type is None else (f"Content-Type: {content_type}",)
    return OutgoingPart((disposition(name, filename), *typed), data, is_file=True)


def form(parts: Sequence[OutgoingPart], *, boundary: bytes = BOUNDARY) -> bytes:
    pieces = [
        b"--" + boundary + b"\r\n" + "".join(f"{line}\r\n" for line in part.headers).encode() + b"\r\n" + part.content
        for part in parts
    ]
    return b"\r\n".join([*pieces, b"--" + boundary + b"--\r\n"])


def declare_type(part: OutgoingPart) -> OutgoingPart:
    """Declare the content type of a file part: upstream rejects files without one."""
    if not part.is_file:
        return part
    kept = tuple(line for line in part.headers if not line.lower().startswith("content-type:"))
    return replace(part, headers=(*kept, "Content-Type: image/png"))
