"""Requirements on the blobs of every storage."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

NOW = int(time.time())
END = NOW + 60
NAME = "replay-" + "0" * 64


def no_reservation(num_bytes):
    raise AssertionError("nothing is copied")


@pytest.fixture
def blobs(backend):
    return backend.stores.blobs


def test_blob_is_readable_until_it_expires(blobs, tmp_path):
    (tmp_path / "large").write_bytes(b"from a file")
    blobs.put(NAME, b"", expires_at=END, now=NOW)
    blobs.put("b", tmp_path / "large", expires_at=END, now=NOW)

    assert blobs.read(NAME, now=END - 1) == b""
    assert blobs.read("b", now=END - 1) == b"from a file"
    assert blobs.read("b", now=END) is None
    assert blobs.read("c", now=NOW) is None


def test_range_of_a_blob_is_read(blobs):
    blobs.put(NAME, b"0123456789", expires_at=END, now=NOW)

    assert blobs.read_range(NAME, 3, 7, now=NOW) == b"3456"
    assert blobs.read_range(NAME, 0, 10, now=NOW) == b"0123456789"
    assert blobs.read_range(NAME, 0, 1, now=END) is None
    assert blobs.read_range("other", 0, 1, now=NOW) is None
    assert blobs.read_range("../other", 0, 1, now=NOW) is None


def test_blob_is_copied_to_a_file(blobs, tmp_path):
    reserved = []
    blobs.put(NAME, b"content", expires_at=END, now=NOW)

    assert blobs.copy(NAME, tmp_path / "copy", now=NOW, reserve=reserved.append)
    assert not blobs.copy(NAME, tmp_path / "late", now=END, reserve=no_reservation)
    assert not blobs.copy("other", tmp_path / "other", now=NOW, reserve=no_reservation)
    blobs.delete(NAME)

    assert reserved in ([], [7])
    assert (tmp_path / "copy").read_bytes() == b"content"
    assert not (tmp_path / "late").exists()
    assert not (tmp_path / "other").exists()


def test_later_blob_of_a_name_replaces_the_earlier(blobs):
    blobs.put(NAME, b"first", expires_at=END, now=NOW)
    blobs.put(NAME, b"second", expires_at=END + 60, now=NOW)

    blobs.sweep(now=END)

    assert blobs.read(NAME, now=END) == b"second"


def test_deleted_blob_is_gone(blobs, backend):
    blobs.put(NAME, b"x", expires_at=END, now=NOW)
    blobs.put(NAME, b"y", expires_at=END + 1, now=NOW)

    blobs.delete(NAME)
    blobs.delete(NAME)

    assert blobs.read(NAME, now=NOW) is None
    assert backend.everything() == []


def test_names_with_a_common_start_are_different_blobs(blobs):
    for name in ("a", "a.b", "a.c", "ab"):
        blobs.put(name, name.encode(), expires_at=END, now=NOW)

    blobs.delete("a")

    assert [blobs.read(name, now=NOW) for name in ("a", "a.b", "a.c", "ab")] == [None, b"a.b", b"a.c", b"ab"]


def test_blobs_with_a_common_start_are_deleted_together(blobs):
    names = ("a-1", "a-10.png", "a-2", "a", "a1", "b-1", "0")
    for name in names:
        blobs.put(name, b"x", expires_at=END, now=NOW)

    blobs.delete_all("a-")
    blobs.delete_all("c-")

    assert [name for name in names if blobs.read(name, now=NOW)] == ["a", "a1", "b-1", "0"]


@pytest.mark.parametrize("prefix", ["", "..", "A", "../"])
def test_invalid_start_of_names_deletes_nothing(blobs, prefix):
    blobs.put("a", b"x", expires_at=END, now=NOW)

    with pytest.raises(ValueError, match="invalid name"):
        blobs.delete_all(prefix)

    assert blobs.read("a", now=NOW) == b"x"


def test_blob_of_another_server_is_read(blobs, backend):
    blobs.put(NAME, b"x", expires_at=END, now=NOW)

    assert backend.reopened().blobs.read(NAME, now=NOW) == b"x"


def test_large_blob_is_whole(blobs, tmp_path):
    content = bytes(range(256)) * 50_000
    (tmp_path / "large").write_bytes(content)
    blobs.put(NAME, tmp_path / "large", expires_at=END, now=NOW)

    assert blobs.read(NAME, now=NOW) == content
    assert blobs.copy(NAME, tmp_path / "copy", now=NOW, reserve=lambda _: None)
    assert (tmp_path / "copy").read_bytes() == content


def test_sweep_deletes_only_expired_blobs(blobs):
    for index in range(5):
        blobs.put(f"blob{index}", b"x", expires_at=END + index, now=NOW)

    assert blobs.sweep(now=END + 1) == 2
    assert blobs.sweep(now=END + 1) == 0
    assert [blobs.read(f"blob{index}", now=NOW) for index in range(5)] == [None, None, b"x", b"x", b"x"]


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../secret", "a/b", "A", "a.part", "a.b.png", "x" * 129, "a\n", "\x00", "é"]
)
def test_invalid_name_is_never_used(blobs, tmp_path, name):
    with pytest.raises(ValueError, match="invalid name"):
        blobs.put(name, b"x", expires_at=END, now=NOW)
    blobs.delete(name)

    assert blobs.read(name, now=NOW) is None
    assert not blobs.copy(name, tmp_path / "copy", now=NOW, reserve=no_reservation)


def test_concurrent_writers_of_a_name_leave_one_whole_blob(blobs):
    contents = [bytes([digit]) * 300_000 for digit in range(8)]

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda content: blobs.put(NAME, content, expires_at=END, now=NOW), contents))

    assert blobs.read(NAME, now=NOW) in contents
    blobs.delete(NAME)
    assert blobs.read(NAME, now=NOW) is None
