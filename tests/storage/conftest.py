from dataclasses import dataclass
from pathlib import Path

import pytest

from buckets import bucket_settings
from limner.settings import Storage
from limner.storage.bucket import open_bucket
from limner.storage.registry import open_storage
from limner.storage.stores import Stores


@dataclass(frozen=True)
class Backend:
    stores: Stores
    settings: Storage

    def reopened(self) -> Stores:
        """As another server, or the same after a restart, opens it."""
        return open_storage(self.settings)

    def everything(self) -> list[str]:
        """The names of all files or objects except the signing secret."""
        if self.settings.backend == "s3":
            names = [entry.key for entry in open_bucket(self.settings.s3).list("")]
        else:
            names = [str(path) for path in self.settings.folder.rglob("*") if path.is_file()]
        return [name for name in names if Path(name).name != "secret"]


@pytest.fixture(params=["disk", "s3"])
def backend(request, tmp_path) -> Backend:
    """An empty storage, of each kind in turn."""
    settings = Storage(backend=request.param, folder=tmp_path / "storage", lifetime_s=60)
    if request.param == "s3":
        endpoint = request.getfixturevalue("s3_endpoint")
        settings = Storage(backend="s3", s3=bucket_settings(endpoint), lifetime_s=60)
    return Backend(open_storage(settings), settings)
