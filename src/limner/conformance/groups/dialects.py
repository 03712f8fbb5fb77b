"""An edit as multipart bodies of ten SDKs, as captured from them, with peculiarities that can break parsers.

Each requests a JPEG, so that the response shows whether its fields were read.
"""

# ruff: noqa: E501 (a row of a table is one line)

from collections.abc import Callable
from dataclasses import dataclass

from limner.conformance.forms import OutgoingPart, disposition, field, file
from limner.conformance.target import Target

OCTETS = "Content-Type: application/octet-stream"
TEXT = "Content-Type: text/plain"
TEXT_UTF8 = "Content-Type: text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Dialect:
    name: str
    sentence: str
    boundary: bytes
    chunk_bytes: int
    """0: with a Content-Length."""
    parts: Callable[[Target], list[OutgoingPart]]


def _binary(data: bytes, *headers: str) -> OutgoingPart:
    return OutgoingPart(headers, data, is_file=True)


def _values(target: Target) -> dict[str, str]:
    return {name: str(value) for name, value in target.generation_fields(output_format="jpeg", n=1).items()}


def _texts(target: Target, *headers: str) -> list[OutgoingPart]:
    return [field(name, value, *headers) for name, value in _values(target).items()]


def _python(target: Target) -> list[OutgoingPart]:
    files = [file("image", target.photo, filename="upload", content_type="application/octet-stream")]
    return [*_texts(target), *files, file("mask", target.mask, filename="mask.png")]


def _python_list(target: Target) -> list[OutgoingPart]:
    return [*_texts(target), file("image[]", target.photo, filename="one.png")]


def _node(target: Target) -> list[OutgoingPart]:
    head, *rest = _texts(target)
    return [head, _binary(target.photo, disposition("image", "photo.png"), "Content-Type: image/png"), *rest]


def _node_stream(target: Target) -> list[OutgoingPart]:
    head, *rest = _texts(target)
    mask = _binary(target.mask, disposition("mask", "mask.png"), OCTETS)
    return [mask, head, *rest, _binary(target.photo, disposition("image", "photo.png"), OCTETS)]


def _ruby(target: Target) -> list[OutgoingPart]:
    null = field("background", "null", "Content-Type: application/json")
    files = [_binary(target.photo, disposition("image[]", "upload"), OCTETS)]
    return [*files, *_texts(target, TEXT), null, _binary(target.mask, disposition("mask"), OCTETS)]


def _go(target: Target) -> list[OutgoingPart]:
    files = {name: _binary(data, disposition(name, "anonymous_file"), OCTETS) for name, data in _pair(target)}
    texts = {name: field(name, value) for name, value in (_values(target) | {"background": "null"}).items()}
    return [part for _, part in sorted((files | texts).items())]


def _java(target: Target) -> list[OutgoingPart]:
    photo = _binary(target.photo, disposition("image"), OCTETS, f"Content-Length: {len(target.photo)}")
    return [photo, *_texts(target, TEXT_UTF8), _binary(target.mask, disposition("mask"), OCTETS)]


def _dotnet(target: Target) -> list[OutgoingPart]:
    texts = [
        OutgoingPart((TEXT_UTF8, f"Content-Disposition: form-data; name={name}"), value.encode())
        for name, value in _values(target).items()
    ]
    path = "filename=\"Assets%2fphoto.png\"; filename*=utf-8''Assets%2fphoto.png"
    photo = _binary(target.photo, f"Content-Disposition: form-data; name=image; {path}")
    name = "filename=mask.png; filename*=utf-8''mask.png"
    return [photo, *texts, _binary(target.mask, f"Content-Disposition: form-data; name=mask; {name}")]


def _php(target: Target) -> list[OutgoingPart]:
    texts = [
        OutgoingPart((disposition(name), f"Content-Length: {len(value)}"), value.encode())
        for name, value in _values(target).items()
    ]
    size = f"Content-Length: {len(target.photo)}"
    return [*texts, _binary(target.photo, disposition("image", "photo.png"), size, "Content-Type: image/png")]


def _curl(target: Target) -> list[OutgoingPart]:
    return [file("image[]", target.photo, filename="photo.png"), *_texts(target)]


def _pair(target: Target) -> tuple[tuple[str, bytes], ...]:
    return ("image", target.photo), ("mask", target.mask)


DIALECTS = (
    Dialect("python", "Python: text first, a file of octets named upload", b"0f1d8a4bcc5d4d55a4e2b4a5d1c2b3a4", 0, _python),
    Dialect("python list", "Python with a list: image[], even for one", b"0f1d8a4bcc5d4d55a4e2b4a5d1c2b3a4", 0, _python_list),
    Dialect("node", "Node: files among the text", b"----formdata-undici-012345678901", 0, _node),
    Dialect("node streams", "Node with streams: chunked, octets, the mask first, the image last", b"----formdata-undici-012345678901", 65_536, _node_stream),
    Dialect("ruby", "Ruby: chunked, typed text, nil as the word null, a file without a name", b"sIq6-Fo3_dx8rBYg", 7001, _ruby),
    Dialect("go", "Go: sorted by name, octets, null as a word", b"3c3b7a1d9e5f0a8b", 0, _go),
    Dialect("java", "Java: chunked, files without names, lengths of parts", b"f5d3a7f0-4d6b-4a0e-9d4e-1e7cf9a0b0c1", 8192, _java),
    Dialect("dotnet", ".NET: a boundary with =, unquoted names, types before names, files without a type", b"=_a+b/c:d=", 0, _dotnet),
    Dialect("php", "PHP: a length in every part", b"d41d8cd98f00b204e9800998ecf8427e", 0, _php),
    Dialect("curl", "curl: image[] before the text", b"------------------------a1b2c3d4e5f60718", 0, _curl),
)  # fmt: skip
