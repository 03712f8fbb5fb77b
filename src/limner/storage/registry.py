"""The storage that the settings choose."""

from importlib.metadata import entry_points
from importlib.util import find_spec
from typing import cast

from limner.settings import SettingsError, Storage
from limner.storage.disk import DiskBlobs
from limner.storage.file_folder import FileFolder
from limner.storage.pictures import Pictures, is_name
from limner.storage.quota import Quota
from limner.storage.secret import read_secret
from limner.storage.stores import Stores

GROUP = "limner.stores"
"""Entry points of other backends: functions that take the settings and return Stores."""


def open_storage(settings: Storage) -> Stores:
    """Raises SettingsError."""
    plugins = {point.name: point for point in entry_points(group=GROUP)}
    if settings.backend in plugins:
        try:
            return cast(Stores, plugins[settings.backend].load()(settings))
        except (ImportError, AttributeError) as error:
            raise SettingsError(f"The storage backend '{settings.backend}' cannot be loaded: {error}") from error
    if settings.backend == "disk":
        return open_disk(settings)
    if settings.backend != "s3":
        known = ", ".join(sorted({"disk", "s3", *plugins}))
        raise SettingsError(f"Unknown storage backend '{settings.backend}'. Known: {known}.")
    if find_spec("obstore") is None:
        raise SettingsError("The storage backend 's3' is not installed. Run: pip install 'limner[s3]'")
    from limner.storage.s3 import open_s3  # imported here because obstore is heavy

    return open_s3(settings)


def open_disk(settings: Storage) -> Stores:
    folder, quota = settings.folder, Quota(settings.max_bytes)
    pictures = DiskBlobs(folder / "pictures", quota=quota, is_name=is_name)
    secret = read_secret(folder)
    return Stores(
        pictures=Pictures(pictures, lifetime_s=settings.lifetime_s),
        files=FileFolder(folder / "files", quota=quota),
        blobs=DiskBlobs(folder / "blobs", quota=quota),
        signing_secret=lambda: secret,
    )
