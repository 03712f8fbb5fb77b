"""Requirements on every store, and the signatures of its URLs."""

import fcntl
import os
import threading
import time

import pytest

from limner.core.errors import GoneError, NotFoundError
from limner.storage.disk import DiskBlobs
from limner.storage.pictures import Pictures, Signer, StoredFile, is_name
from limner.storage.secret import read_secret

NOW = float(int(time.time()))
"""Real time: modification times come from the file system's clock."""


def disk_pictures(folder):
    return Pictures(DiskBlobs(folder, is_name=is_name), lifetime_s=60)


@pytest.fixture
def store(backend):
    return backend.stores.pictures


def test_stored_file_is_readable_until_it_expires(store):
    file = store.put(b"picture", extension="png", now=NOW)

    assert file.expires_at == NOW + 60
    assert store.read(file.name, now=NOW + 59) == b"picture"
    with pytest.raises(GoneError):
        store.read(file.name, now=NOW + 60)


def test_names_are_random_with_format_extension(store):
    names = {store.put(b"same", extension=extension, now=NOW).name for extension in ("png", "jpeg", "webp", "png")}

    assert len(names) == 4
    assert sorted(name.rpartition(".")[2] for name in names) == ["jpeg", "png", "png", "webp"]


def test_sweep_deletes_only_expired_files(store):
    old = store.put(b"old", extension="png", now=NOW - 100)
    new = store.put(b"new", extension="png", now=NOW)

    assert store.sweep(now=NOW) == 1
    assert store.sweep(now=NOW) == 0
    assert store.read(new.name, now=NOW) == b"new"
    with pytest.raises(GoneError):
        store.read(old.name, now=NOW)


def test_sweep_of_an_empty_store_deletes_nothing(store):
    assert store.sweep(now=NOW) == 0


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../secret", "a.png", "x" * 500, "0" * 32 + ".exe", "0" * 32 + ".png\n", "\x00"]
)
def test_unknown_names_are_not_found(store, name):
    with pytest.raises(NotFoundError):
        store.read(name, now=NOW)


def test_sweep_is_safe_while_threads_use_the_store(store):
    failures = []

    def use():
        try:
            for _ in range(20):
                file = store.put(b"x", extension="png", now=NOW)
                store.sweep(now=NOW)
                assert store.read(file.name, now=NOW) == b"x"
        except Exception as error:  # a thread's failure must reach the test
            failures.append(error)

    threads = [threading.Thread(target=use) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []


def test_unfinished_file_is_swept_unless_it_is_being_written(tmp_path):
    store = disk_pictures(tmp_path)
    abandoned, in_use = tmp_path / "abandoned.part", tmp_path / "in-use.part"
    abandoned.write_bytes(b"half")
    with in_use.open("wb") as writer:
        fcntl.flock(writer, fcntl.LOCK_EX)

        store.sweep(now=NOW)

        assert in_use.exists()
    assert not abandoned.exists()


def test_sweep_keeps_foreign_files(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    os.utime(tmp_path / "notes.txt", (1, 1))

    assert disk_pictures(tmp_path).sweep(now=NOW) == 0
    assert (tmp_path / "notes.txt").exists()


FILE = StoredFile("0" * 32 + ".png", 1000)


def query_of(text):
    return dict(pair.split("=") for pair in text.split("&"))


def test_signature_is_valid_until_it_expires():
    signer = Signer(b"secret")
    query = query_of(signer.query(FILE))

    signer.check(FILE.name, query, now=999)
    with pytest.raises(GoneError):
        signer.check(FILE.name, query, now=1000)


@pytest.mark.parametrize(
    "change",
    [
        {"expires": "2000"},
        {"expires": "١٠٠٠"},
        {"expires": "-1"},
        {"expires": ""},
        {"expires": "9" * 40},
        {"signature": ""},
        {"signature": "é"},
        {"signature": "0" * 32},
    ],
    ids=str,
)
def test_changed_signature_is_rejected(change):
    signer = Signer(b"secret")

    with pytest.raises(NotFoundError) as raised:
        signer.check(FILE.name, {**query_of(signer.query(FILE)), **change}, now=1)

    assert raised.value.status == 404


def test_signature_of_another_secret_or_file_is_rejected():
    query = query_of(Signer(b"secret").query(FILE))

    for signer, name in ((Signer(b"other"), FILE.name), (Signer(b"secret"), "1" * 32 + ".png")):
        with pytest.raises(NotFoundError):
            signer.check(name, query, now=1)


def test_secret_is_created_once_and_readable_by_owner_only(tmp_path):
    secrets = set()
    threads = [threading.Thread(target=lambda: secrets.add(read_secret(tmp_path / "new"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(secrets) == 1
    assert len(secrets.pop()) == 32
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["secret"]
    assert (tmp_path / "new" / "secret").stat().st_mode & 0o077 == 0


def test_damaged_secret_is_replaced(tmp_path):
    (tmp_path / "secret").write_bytes(b"")

    secret = read_secret(tmp_path)

    assert len(secret) == 32
    assert read_secret(tmp_path) == secret


def test_secret_that_cannot_be_stored_is_temporary(tmp_path):
    (tmp_path / "file").write_bytes(b"")

    assert len(read_secret(tmp_path / "file" / "folder")) == 32
