"""The choice of the storage: built-in backends, and those of other packages."""

import sys

import pytest

from limner.settings import SettingsError, Storage
from limner.storage.disk import DiskBlobs
from limner.storage.registry import open_storage

PLUGIN = """
from dataclasses import replace
from pathlib import Path

from limner.settings import Storage
from limner.storage.registry import open_disk


def open_mine(settings):
    return replace(open_disk(settings), is_shared=True)
"""


@pytest.fixture
def plugin(tmp_path, monkeypatch):
    """An installed package with two backends, one of which cannot be loaded."""
    info = tmp_path / "mine-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: mine\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[limner.stores]\nmine = mine_storage:open_mine\nbroken = no_module:x\n")
    (tmp_path / "mine_storage.py").write_text(PLUGIN)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield
    sys.modules.pop("mine_storage", None)


def test_disk_is_the_default(tmp_path):
    stores = open_storage(Storage(folder=tmp_path))

    assert isinstance(stores.blobs, DiskBlobs)
    assert not stores.is_shared


def test_backend_of_another_package_is_used(plugin, tmp_path):
    stores = open_storage(Storage(backend="mine", folder=tmp_path / "data"))

    assert stores.is_shared
    assert stores.pictures.put(b"x", extension="png", now=1).expires_at == 3601


def test_backend_that_cannot_be_loaded_is_named(plugin):
    with pytest.raises(SettingsError, match=r"The storage backend 'broken' cannot be loaded: .*no_module"):
        open_storage(Storage(backend="broken"))


def test_unknown_backend_lists_the_known(plugin):
    with pytest.raises(SettingsError, match=r"Unknown storage backend 'ftp'. Known: broken, disk, mine, s3."):
        open_storage(Storage(backend="ftp"))


def test_missing_extra_says_what_to_install(monkeypatch):
    monkeypatch.setattr("limner.storage.registry.find_spec", lambda name: None)

    with pytest.raises(SettingsError, match=r"Run: pip install 'limner\[s3\]'"):
        open_storage(Storage(backend="s3"))
