"""Full, read-only and missing storage, and too many open files: on real file systems where mounting is possible."""

import errno
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from limner.core.errors import APIError, OverloadedError, StorageFullError
from limner.storage.disk import DiskBlobs
from limner.storage.faults import as_api_error
from limner.storage.file_folder import FileFolder
from limner.storage.pictures import Pictures, is_name
from limner.storage.quota import Quota

NOW = 1_800_000_000.0
MB = 1_000_000


@pytest.fixture
def mount(tmp_path):
    """Mount a small file system in memory, as a function of its options."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def mounted(options):
        try:
            subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as error:
            pytest.skip(f"no file system can be mounted here: {error}")
        return folder

    yield mounted
    if os.path.ismount(folder):
        subprocess.run(["umount", "-l", folder], check=True)


def pictures(folder, **options):
    return Pictures(DiskBlobs(folder / "pictures", is_name=is_name, **options), lifetime_s=60)


def put_picture(store, num_bytes, now=NOW):
    return store.put(b"p" * num_bytes, extension="png", now=now)


def put_file(files, num_bytes, **values):
    return files.put(b"f" * num_bytes, **{"filename": "a", "purpose": "vision", "owner": "", "now": NOW, **values})


def everything(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_full_disk_rejects_image_and_leaves_nothing(mount):
    folder = mount("size=1m")
    store = pictures(folder)
    kept = put_picture(store, 600_000)

    for _ in range(3):
        with pytest.raises(StorageFullError) as raised:
            put_picture(store, 600_000)

    assert (raised.value.status, raised.value.code) == (507, "storage_full")
    assert raised.value.headers == {"x-should-retry": "false"}
    assert everything(folder) == [kept.name]
    put_picture(store, 300_000)


def test_full_disk_deletes_expired_images_first(mount):
    store = pictures(mount("size=1m"))
    old = put_picture(store, 600_000)

    new = put_picture(store, 600_000, now=NOW + 61)

    assert store.read(new.name, now=NOW + 61)
    with pytest.raises(APIError):
        store.read(old.name, now=NOW + 61)


def test_full_disk_rejects_file_and_leaves_nothing(mount):
    folder = mount("size=1m")
    files = FileFolder(folder / "files")
    kept = put_file(files, 600_000)

    with pytest.raises(StorageFullError):
        put_file(files, 600_000)

    assert everything(folder) == [kept.id, f"{kept.id}.json"]


@pytest.mark.parametrize("options", ["size=64k", "nr_inodes=3"], ids=["blocks", "inodes"])
def test_file_whose_record_does_not_fit_leaves_nothing(mount, options):
    folder = mount(options)
    files = FileFolder(folder / "files")
    num_bytes = 65_000 if "size" in options else 10  # all 16 pages; or the last of the inodes

    with pytest.raises(StorageFullError):
        put_file(files, num_bytes)

    assert everything(folder / "files") == []


def test_read_only_disk_serves_reads_and_rejects_writes(mount):
    folder = mount("size=1m")
    store, files = pictures(folder), FileFolder(folder / "files")
    picture, file = put_picture(store, 10), put_file(files, 10)
    subprocess.run(["mount", "-o", "remount,ro", folder], check=True)

    assert store.read(picture.name, now=NOW) == b"p" * 10
    assert files.list_page(owner="", now=NOW).files == [file]
    for write in (
        lambda: put_picture(store, 10),
        lambda: put_file(files, 10),
        lambda: files.delete(file.id, owner="", now=NOW),
    ):
        with pytest.raises(OverloadedError) as raised:
            write()
        assert (raised.value.status, raised.value.code) == (503, "storage_unavailable")
        assert raised.value.headers == {"x-should-retry": "false"}


def test_deleted_folder_is_recreated(tmp_path):
    store, files = pictures(tmp_path), FileFolder(tmp_path / "files")
    picture = put_picture(store, 10)
    put_file(files, 10)
    subprocess.run(["rm", "-r", tmp_path / "pictures", tmp_path / "files"], check=True)

    with pytest.raises(APIError) as raised:
        store.read(picture.name, now=NOW)
    assert raised.value.status == 410
    assert files.list_page(owner="", now=NOW).files == []
    assert store.sweep(now=NOW) == files.sweep(now=NOW) == 0
    assert store.read(put_picture(store, 10).name, now=NOW)
    assert files.find(put_file(files, 10).id, owner="", now=NOW)


def test_file_instead_of_the_folder_is_unavailable(tmp_path):
    (tmp_path / "pictures").write_bytes(b"")

    with pytest.raises(OverloadedError, match="cannot be used"):
        put_picture(pictures(tmp_path), 10)


@pytest.mark.parametrize(
    ("number", "status", "code", "header"),
    [
        (errno.ENOSPC, 507, "storage_full", "x-should-retry"),
        (errno.EDQUOT, 507, "storage_full", "x-should-retry"),
        (errno.EMFILE, 503, "storage_busy", "retry-after"),
        (errno.ENFILE, 503, "storage_busy", "retry-after"),
        (errno.EROFS, 503, "storage_unavailable", "x-should-retry"),
        (errno.EACCES, 503, "storage_unavailable", "x-should-retry"),
        (errno.EIO, 503, "storage_unavailable", "x-should-retry"),
        (None, 503, "storage_unavailable", "x-should-retry"),
    ],
)
def test_disk_errors_say_whether_to_retry(number, status, code, header):
    error = as_api_error(OSError(number, "text", "/secret/path"))

    assert (error.status, error.code, list(error.headers)) == (status, code, [header])
    assert "/secret/path" not in error.message


def test_quota_covers_images_and_files_together(tmp_path):
    quota = Quota(MB)
    store, files = pictures(tmp_path, quota=quota), FileFolder(tmp_path / "files", quota=quota)
    picture = put_picture(store, 500_000)
    file = put_file(files, 300_000)

    for write in (lambda: put_picture(store, 300_000), lambda: put_file(files, 300_000)):
        with pytest.raises(StorageFullError, match=r"storage\.max_bytes"):
            write()

    assert everything(tmp_path) == sorted([picture.name, file.id, f"{file.id}.json"])
    files.delete(file.id, owner="", now=NOW)
    put_picture(store, 300_000)


def test_quota_is_freed_by_expiry(tmp_path):
    quota = Quota(MB)
    store, files = pictures(tmp_path, quota=quota), FileFolder(tmp_path / "files", quota=quota)
    put_picture(store, 400_000)
    put_file(files, 400_000, lifetime_s=3600)

    put_picture(store, 500_000, now=NOW + 61)
    with pytest.raises(StorageFullError):
        put_file(files, 500_000, now=NOW + 61)
    put_file(files, 450_000, now=NOW + 3601)


def test_quota_counts_existing_files_after_restart(tmp_path):
    put_picture(pictures(tmp_path), 900_000)
    quota = Quota(MB)
    store = pictures(tmp_path, quota=quota)

    store.sweep(now=NOW)

    with pytest.raises(StorageFullError):
        put_picture(store, 200_000)


def test_quota_counts_small_files_in_blocks(tmp_path):
    files = FileFolder(tmp_path, quota=Quota(100 * 4096))

    for _ in range(50):
        put_file(files, 1)

    with pytest.raises(StorageFullError):
        put_file(files, 1)
    assert len(files.list_page(owner="", now=NOW).files) == 50


def test_quota_holds_with_many_threads(tmp_path):
    quota = Quota(40 * 4096)
    store = pictures(tmp_path, quota=quota)

    def put(index):
        try:
            store.sweep(now=NOW) if index % 5 == 0 else put_picture(store, 4000)
        except StorageFullError:
            return

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(put, range(200)))
    store.sweep(now=NOW)

    assert quota.num_bytes == len(everything(tmp_path)) * 4096 <= 40 * 4096


def test_quota_of_zero_sets_no_limit(tmp_path):
    stored = [put_picture(pictures(tmp_path, quota=Quota(0)), MB) for _ in range(3)]

    assert len({*stored}) == 3
    assert sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()) >= 3 * MB


WRITER = """
import sys
from pathlib import Path
from limner.storage.file_folder import FileFolder
from limner.storage.pictures import Pictures, is_name

files = FileFolder(Path(sys.argv[1]))
print("ready", flush=True)
while True:
    files.put(b"x" * 2_000_000, filename="a", purpose="vision", owner="", now=1_700_000_000)
"""


def test_killed_writer_leaves_nothing_after_a_sweep(tmp_path):
    for delay_s in (0.02, 0.05, 0.11):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, tmp_path / "files"], stdout=subprocess.PIPE)
        assert writer.stdout.readline()
        time.sleep(delay_s)
        writer.kill()
        writer.communicate()
    files = FileFolder(tmp_path / "files")

    files.sweep(now=NOW)

    found = files.list_page(owner="", now=NOW).files
    assert everything(tmp_path) == sorted(name for file in found for name in (file.id, f"{file.id}.json"))
