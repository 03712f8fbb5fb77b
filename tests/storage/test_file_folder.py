"""Uploaded files in a folder: damaged and foreign records, unfinished files."""

import fcntl
import json
import os
from pathlib import Path

import pytest

from limner.core.errors import NotFoundError
from limner.storage.file_folder import FileFolder

NOW = 1_800_000_000.0


@pytest.fixture
def files(tmp_path):
    return FileFolder(tmp_path / "files")


def put(files, name="a"):
    return files.put(b"x", filename=name, purpose="vision", owner="", now=1_700_000_000)


DAMAGED = [
    b"",
    b"{",
    b"null",
    b"[]",
    b'"file"',
    b"\xff\xfe",
    b"{}",
    b'{"id":1}',
    b"[" * 100_000,
    b'{"id":"file-000000000000000000000000","bytes":1,"created_at":1,"filename":"a","purpose":"vision"}',
]


@pytest.mark.parametrize("damage", DAMAGED, ids=lambda damage: repr(damage[:12]))
def test_damaged_record_hides_only_its_own_file(files, tmp_path, damage):
    broken, fine = put(files), put(files, "b")
    (tmp_path / "files" / f"{broken.id}.json").write_bytes(damage)

    assert files.list_page(owner="", now=NOW).files == [fine]
    assert FileFolder(tmp_path / "files").sweep(now=NOW) == 0
    with pytest.raises(NotFoundError):
        files.find(broken.id, owner="", now=NOW)
    with pytest.raises(NotFoundError):
        files.delete(broken.id, owner="key", now=NOW)
    files.delete(broken.id, owner="", now=NOW)
    assert {path.name for path in (tmp_path / "files").iterdir()} == {fine.id, f"{fine.id}.json"}


@pytest.mark.parametrize("name", ["bytes", "created_at", "expires_at"])
@pytest.mark.parametrize("number", [-1, 10**30, 2**53])
def test_record_with_oversized_number_is_damaged(files, tmp_path, name, number):
    broken, fine = put(files), put(files, "b")
    path = tmp_path / "files" / f"{broken.id}.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {name: number}))

    assert files.list_page(owner="", now=NOW).files == [fine]
    with pytest.raises(NotFoundError):
        files.find(broken.id, owner="", now=NOW)


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to("nowhere")])
def test_record_that_is_not_a_file_is_damaged(files, tmp_path, make):
    broken, fine = put(files), put(files, "b")
    path = tmp_path / "files" / f"{broken.id}.json"
    path.unlink()
    make(path)

    assert files.list_page(owner="", now=NOW).files == [fine]
    with pytest.raises(NotFoundError):
        files.find(broken.id, owner="", now=NOW)


def test_record_of_a_later_version_is_read(files, tmp_path):
    file = put(files)
    record = tmp_path / "files" / f"{file.id}.json"
    record.write_text(record.read_text().replace("{", '{"color":"red",', 1))

    assert files.find(file.id, owner="", now=NOW) == file


def test_record_of_an_earlier_version_is_read(files, tmp_path):
    file_id = "file-" + "f" * 24
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / file_id).write_bytes(b"x")
    (tmp_path / "files" / f"{file_id}.json").write_text(
        json.dumps({"id": file_id, "bytes": 1, "created_at": 5, "filename": "a", "purpose": "vision"})
    )

    assert files.list_page(owner="", now=NOW).files == [files.find(file_id, owner="", now=NOW)]
    assert files.list_page(owner="", now=NOW, after=file_id).files == []
    assert files.list_page(owner="key", now=NOW).files == []


def test_record_without_content_is_not_found_and_swept(files, tmp_path):
    file = put(files)
    (tmp_path / "files" / file.id).unlink()

    with pytest.raises(NotFoundError):
        files.find(file.id, owner="", now=NOW)
    assert files.sweep(now=NOW) == 1
    assert list((tmp_path / "files").iterdir()) == []


def test_content_without_record_is_swept_unless_being_written(files, tmp_path):
    (tmp_path / "files").mkdir()
    orphan, in_use = (tmp_path / "files" / f"file-{digit * 24}" for digit in "01")
    orphan.write_bytes(b"x")
    with in_use.open("wb") as writer:
        fcntl.flock(writer, fcntl.LOCK_EX)

        assert files.sweep(now=NOW) == 1

        assert in_use.exists()
    assert not orphan.exists()
