"""The storage that the settings choose."""

from dataclasses import dataclass

from limner.settings import Storage
from limner.storage.blobs import Blobs
from limner.storage.disk import DiskBlobs
from limner.storage.files import FileFolder
from limner.storage.pictures import Pictures, is_name
from limner.storage.quota import Quota
from limner.storage.secret import read_secret


@dataclass(frozen=True, slots=True, kw_only=True)
class Stores:
    pictures: Pictures
    """Images that are returned as URLs."""
    files: FileFolder
    """Uploaded files."""
    blobs: Blobs
    """Recorded responses."""
    signing_secret: bytes


def open_storage(settings: Storage) -> Stores:
    folder, quota = settings.folder, Quota(settings.max_bytes)
    pictures = DiskBlobs(folder / "pictures", quota=quota, is_name=is_name)
    return Stores(
        pictures=Pictures(pictures, lifetime_s=settings.lifetime_s),
        files=FileFolder(folder / "files", quota=quota),
        blobs=DiskBlobs(folder / "blobs", quota=quota),
        signing_secret=read_secret(folder),
    )
