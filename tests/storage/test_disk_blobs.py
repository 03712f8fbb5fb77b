"""Blobs in a folder: replacement and quota."""

import os
import time

import pytest

from limner.storage.disk import DiskBlobs
from limner.storage.quota import Quota

NOW = int(time.time())
END = NOW + 60
NAME = "replay-" + "0" * 64


def test_failed_replacement_keeps_the_earlier_blob(tmp_path, monkeypatch):
    blobs = DiskBlobs(tmp_path)
    blobs.put(NAME, b"first", expires_at=END, now=NOW)
    monkeypatch.setattr(os, "utime", lambda *_: (_ for _ in ()).throw(OSError("fault")))

    with pytest.raises(Exception, match="cannot be used"):
        blobs.put(NAME, b"second", expires_at=END, now=NOW)

    assert blobs.read(NAME, now=NOW) == b"first"
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_replaced_blob_is_not_counted_by_the_quota(tmp_path):
    quota = Quota(10 * 4096)
    blobs = DiskBlobs(tmp_path, quota=quota)

    for _ in range(20):
        blobs.put(NAME, b"x" * 4096, expires_at=END, now=NOW)

    assert quota.num_bytes == 4096
