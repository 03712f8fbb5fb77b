"""A file that a client sent, as it lies before a family has judged it."""

from dataclasses import dataclass

from limner.core.errors import ApiError
from limner.core.picture import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    picture: Picture | None
    """None if the bytes are no PNG, JPEG or WebP."""
    num_bytes: int
    has_alpha: bool = False
    content_type: str | None = None
    """As the client declared it: only the strict manner cares."""
    filename: str | None = None
    in_list: bool = False
    """Whether its part was named as a member of a list, such as `image[]`."""
    looks_like: str | None = None
    """If `picture` is None: what the bytes are instead, in words, where that is known."""
    problem: ApiError | None = None
    """Why it may not be used, if that was known before its turn to be checked came."""

    @property
    def is_text(self) -> bool:
        """Whether it looks like a text field with a file's name: no file name, no image, no type of its own."""
        declared = (self.content_type or "text/plain").split(";")[0]
        return self.picture is None and self.filename is None and declared == "text/plain"
