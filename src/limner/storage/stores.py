"""What a storage backend consists of."""

from collections.abc import Callable
from dataclasses import dataclass

from limner.storage.blobs import Blobs
from limner.storage.files import Files
from limner.storage.pictures import Pictures


@dataclass(frozen=True, slots=True, kw_only=True)
class Stores:
    pictures: Pictures
    """Images that are returned as URLs."""
    files: Files
    """Uploaded files."""
    blobs: Blobs
    """Recorded responses."""
    signing_secret: Callable[[], bytes]
    """The key that signs image URLs. Blocks, and raises an APIError, if it is still to be read."""
    is_shared: bool = False
    """Other servers use the same storage, over a network: it is swept less often, and not before the start."""
