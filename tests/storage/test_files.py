import fcntl
import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from limner.core.errors import NotFoundError
from limner.storage.files import FileFolder, Page

NOW = 1_800_000_000.0


@pytest.fixture
def files(tmp_path):
    return FileFolder(tmp_path / "files")


def content(files, file):
    with files.open(file.id, now=NOW) as opened:
        return opened.read()


def test_bytes_and_paths_are_stored(files, tmp_path):
    (tmp_path / "upload").write_bytes(b"from a file")

    first = files.put(b"from memory", filename="a.png", purpose="vision", now=5.9)
    second = files.put(tmp_path / "upload", filename="größe.png", purpose="batch", now=7)

    assert (first.bytes, first.created_at, first.filename, first.purpose) == (11, 5, "a.png", "vision")
    assert content(files, first) == b"from memory"
    assert content(files, second) == b"from a file"
    assert files.list_page(now=NOW).files == [second, first]
    assert files.find(second.id, now=NOW) == second


def test_deleted_file_is_not_found(files, tmp_path):
    file = files.put(b"x", filename="a", purpose="vision", now=1)

    files.delete(file.id, now=NOW)

    assert files.list_page(now=NOW) == Page([], has_more=False)
    assert list((tmp_path / "files").iterdir()) == []
    for look in (files.find, files.open, files.delete):
        with pytest.raises(NotFoundError, match=f"No such File object: {file.id}"):
            look(file.id, now=NOW)


@pytest.mark.parametrize(
    "file_id", ["", "file-", "../secret", "file-" + "0" * 23, "file-" + "g" * 24, "file-" + "0" * 24 + "\n"]
)
def test_unknown_ids_are_not_found(files, file_id):
    files.put(b"x", filename="a", purpose="vision", now=1)

    with pytest.raises(NotFoundError):
        files.find(file_id, now=NOW)


def test_missing_folder_has_no_files(files):
    assert files.list_page(now=NOW) == Page([], has_more=False)


def put(files, name="a", **values):
    return files.put(b"x", **{"filename": name, "purpose": "vision", "now": 1_700_000_000, **values})


def names(page):
    return "".join(file.filename for file in page.files)


def test_expired_file_is_not_found_and_then_swept(files, tmp_path):
    file = put(files, lifetime_s=3600)
    kept = put(files, "b")
    end = file.created_at + 3600

    assert file.expires_at == end
    assert files.find(file.id, now=end - 1) == file
    for look in (files.find, files.open):
        with pytest.raises(NotFoundError):
            look(file.id, now=end)
    assert files.list_page(now=end).files == [kept]
    assert files.sweep(now=end - 1) == 0
    assert files.sweep(now=end) == 1
    assert {path.name for path in (tmp_path / "files").iterdir()} == {kept.id, f"{kept.id}.json"}


def test_expiry_is_known_after_a_restart(files, tmp_path):
    file = put(files, lifetime_s=3600)

    assert FileFolder(tmp_path / "files").sweep(now=file.created_at + 3600) == 1


@pytest.mark.parametrize("oldest_first", [False, True])
@pytest.mark.parametrize("limit", [1, 2, 3, 7, 8, 100])
def test_pages_follow_each_other(files, oldest_first, limit):
    for index, name in enumerate("abcdefg"):
        put(files, name, now=1_700_000_000 + index * 0.002)

    found, after = "", None
    while True:
        page = files.list_page(now=NOW, limit=limit, after=after, oldest_first=oldest_first)
        assert len(page.files) <= limit
        found += names(page)
        if not page.has_more:
            break
        after = page.files[-1].id

    assert found == ("abcdefg" if oldest_first else "gfedcba")


def test_page_is_filled_with_the_files_of_a_purpose(files):
    for index, name in enumerate("aBcDeF"):
        purpose = "batch" if name.isupper() else "vision"
        put(files, name, purpose=purpose, now=1_700_000_000 + index)

    first = files.list_page(now=NOW, limit=2, purpose="batch")
    rest = files.list_page(now=NOW, limit=2, purpose="batch", after=first.files[-1].id)

    assert (names(first), first.has_more) == ("FD", True)
    assert (names(rest), rest.has_more) == ("B", False)


def test_deleting_while_paging_skips_nothing(files):
    for index, name in enumerate("abcdef"):
        put(files, name, now=1_700_000_000 + index)

    found, after = "", None
    while page := files.list_page(now=NOW, limit=2, after=after).files:
        for file in page:
            files.delete(file.id, now=NOW)
            found += file.filename
        after = page[-1].id

    assert found == "fedcba"


@pytest.mark.parametrize("after", ["", "x", "file-", "file-" + "f" * 24, "../secret"])
def test_unknown_cursor_is_not_found(files, after):
    put(files)

    with pytest.raises(NotFoundError):
        files.list_page(now=NOW, after=after)


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

    assert files.list_page(now=NOW).files == [fine]
    assert FileFolder(tmp_path / "files").sweep(now=NOW) == 0
    for look in (files.find, files.open):
        with pytest.raises(NotFoundError):
            look(broken.id, now=NOW)
    files.delete(broken.id, now=NOW)
    assert {path.name for path in (tmp_path / "files").iterdir()} == {fine.id, f"{fine.id}.json"}


@pytest.mark.parametrize("name", ["bytes", "created_at", "expires_at"])
@pytest.mark.parametrize("number", [-1, 10**30, 2**53])
def test_record_with_oversized_number_is_damaged(files, tmp_path, name, number):
    broken, fine = put(files), put(files, "b")
    path = tmp_path / "files" / f"{broken.id}.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {name: number}))

    assert files.list_page(now=NOW).files == [fine]
    with pytest.raises(NotFoundError):
        files.find(broken.id, now=NOW)


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to("nowhere")])
def test_record_that_is_not_a_file_is_damaged(files, tmp_path, make):
    broken, fine = put(files), put(files, "b")
    path = tmp_path / "files" / f"{broken.id}.json"
    path.unlink()
    make(path)

    assert files.list_page(now=NOW).files == [fine]
    with pytest.raises(NotFoundError):
        files.find(broken.id, now=NOW)


def test_record_of_a_later_version_is_read(files, tmp_path):
    file = put(files)
    record = tmp_path / "files" / f"{file.id}.json"
    record.write_text(record.read_text().replace("{", '{"owner":"me",', 1))

    assert files.find(file.id, now=NOW) == file


def test_record_of_an_earlier_version_is_read(files, tmp_path):
    file_id = "file-" + "f" * 24
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / file_id).write_bytes(b"x")
    (tmp_path / "files" / f"{file_id}.json").write_text(
        json.dumps({"id": file_id, "bytes": 1, "created_at": 5, "filename": "a", "purpose": "vision"})
    )

    assert files.list_page(now=NOW).files == [files.find(file_id, now=NOW)]
    assert files.list_page(now=NOW, after=file_id).files == []


def test_record_without_content_is_not_found_and_swept(files, tmp_path):
    file = put(files)
    (tmp_path / "files" / file.id).unlink()

    with pytest.raises(NotFoundError):
        files.find(file.id, now=NOW)
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


def test_open_and_copied_files_outlive_their_deletion(files, tmp_path):
    file = files.put(b"content", filename="a", purpose="vision", now=1)
    with files.open(file.id, now=NOW) as opened:
        files.copy(file.id, tmp_path / "copy", now=NOW)
        files.delete(file.id, now=NOW)

        assert opened.read() == b"content"
    assert (tmp_path / "copy").read_bytes() == b"content"


def test_sweep_is_safe_while_threads_use_the_folder(files):
    def use(index):
        for step in range(25):
            file = put(files, now=NOW + index + step)
            files.sweep(now=NOW)
            assert files.find(file.id, now=NOW) == file
            files.list_page(now=NOW, limit=3)
            files.delete(file.id, now=NOW)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(use, range(6)))
    assert files.list_page(now=NOW).files == []


def test_concurrent_deletions_leave_nothing_behind(files, tmp_path):
    file = put(files)

    def delete(_):
        try:
            files.delete(file.id, now=NOW)
        except NotFoundError:
            return 0
        return 1

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(delete, range(8))) >= 1
    assert list((tmp_path / "files").iterdir()) == []
