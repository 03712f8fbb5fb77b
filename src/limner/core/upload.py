"""A file that a client sent, before validation."""

from dataclasses import dataclass

from limner.core.errors import APIError
from limner.core.picture import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    picture: Picture | None
    """None if the bytes are not a PNG, JPEG or WebP."""
    num_bytes: int
    has_alpha: bool = False
    content_type: str | None = None
    """As declared by the client; used by strict validation only."""
    filename: str | None = None
    in_list: bool = False
    """Whether the part's name marks it as a list item, such as `image[]`."""
    looks_like: str | None = None
    """If `picture` is None: a description of the bytes, such as "a HEIC image", if recognised."""
    problem: APIError | None = None
    """An error found while the body was read; raised when the parameter is validated."""

    @property
    def is_text(self) -> bool:
        """Whether it is a text field under a file parameter's name: no file name, no image, no content type."""
        declared = (self.content_type or "text/plain").split(";")[0]
        return self.picture is None and self.filename is None and declared == "text/plain"
