"""Requirements on the uploaded files of every storage."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from limner.core.errors import NotFoundError
from limner.storage.content import Pieces
from limner.storage.files import Page, new_file_id

NOW = 1_800_000_000.0


@pytest.fixture
def files(backend):
    return backend.stores.files


@pytest.fixture
def read(files, tmp_path):
    """A function that reads the content of a file."""

    def read(file_id, *, owner="", now=NOW):
        with files.open(file_id, owner=owner, now=now, scratch=lambda _: tmp_path / "scratch") as opened:
            (tmp_path / "scratch").unlink(missing_ok=True)
            return opened.read()

    return read


def test_bytes_and_paths_are_stored(files, read, tmp_path):
    (tmp_path / "upload").write_bytes(b"from a file")

    first = files.put(b"from memory", filename="a.png", purpose="vision", owner="", now=5.9)
    second = files.put(tmp_path / "upload", filename="größe.png", purpose="batch", owner="", now=7)

    assert (first.bytes, first.created_at, first.filename, first.purpose) == (11, 5, "a.png", "vision")
    assert read(first.id) == b"from memory"
    assert read(second.id) == b"from a file"
    assert files.list_page(owner="", now=NOW).files == [second, first]
    assert files.find(second.id, owner="", now=NOW) == second


def test_empty_and_large_files_are_whole(files, read, tmp_path):
    large = bytes(range(256)) * 50_000
    (tmp_path / "upload").write_bytes(large)

    for content, expected in ((b"", b""), (large, large), (tmp_path / "upload", large)):
        file = files.put(content, filename="a", purpose="batch", owner="", now=1)

        assert file.bytes == len(expected)
        assert read(file.id) == expected


def test_pieces_are_stored_as_one_file(files, read, backend):
    pieces = [bytes([number]) * 3_000_000 for number in range(5)]
    content = Pieces(15_000_000, lambda: iter(pieces))

    file = files.put(content, filename="a", purpose="batch_output", owner="", now=1)

    assert file.bytes == 15_000_000
    assert read(file.id) == b"".join(pieces)


@pytest.mark.parametrize("num_bytes", [2, 4])
def test_pieces_of_another_length_store_nothing(files, backend, num_bytes):
    with pytest.raises(Exception, match=f"expected {num_bytes} bytes of content"):
        files.put(Pieces(num_bytes, lambda: [b"abc"]), filename="a", purpose="batch", owner="", now=1)

    assert files.list_page(owner="", now=NOW).files == []
    assert backend.everything() == []


def test_file_with_a_reserved_id_is_replaced(files, read, backend):
    file_id = new_file_id(5)
    stored = [
        files.put(content, filename="a", purpose="batch_output", owner="", now=5, lifetime_s=10, file_id=file_id)
        for content in (b"first", Pieces(6, lambda: [b"sec", b"ond"]))
    ]
    found = read(file_id, now=6)
    files.delete(file_id, owner="", now=6)

    assert [file.id for file in stored] == [file_id] * 2
    assert found == b"second"
    assert backend.everything() == []


def test_deleted_file_is_not_found(files, read, backend):
    file = files.put(b"x", filename="a", purpose="vision", owner="", now=1)

    files.delete(file.id, owner="", now=NOW)

    assert files.list_page(owner="", now=NOW) == Page([], has_more=False)
    assert backend.everything() == []
    for look in (files.find, read, files.delete):
        with pytest.raises(NotFoundError, match=f"No such File object: {file.id}"):
            look(file.id, owner="", now=NOW)


@pytest.mark.parametrize(
    "file_id", ["", "file-", "../secret", "file-" + "0" * 23, "file-" + "g" * 24, "file-" + "0" * 24 + "\n"]
)
def test_unknown_ids_are_not_found(files, read, file_id):
    files.put(b"x", filename="a", purpose="vision", owner="", now=1)

    for look in (files.find, read, files.delete):
        with pytest.raises(NotFoundError):
            look(file_id, owner="", now=NOW)


def test_empty_storage_has_no_files(files):
    assert files.list_page(owner="", now=NOW) == Page([], has_more=False)
    assert files.sweep(now=NOW) == 0


def put(files, name="a", **values):
    return files.put(b"x", **{"filename": name, "purpose": "vision", "owner": "", "now": 1_700_000_000, **values})


def names(page):
    return "".join(file.filename for file in page.files)


def test_expired_file_is_not_found_and_then_swept(files, read, backend):
    file = put(files, lifetime_s=3600)
    kept = put(files, "b")
    end = file.created_at + 3600

    assert file.expires_at == end
    assert files.find(file.id, owner="", now=end - 1) == file
    for look in (files.find, read):
        with pytest.raises(NotFoundError):
            look(file.id, owner="", now=end)
    assert files.list_page(owner="", now=end).files == [kept]
    assert files.sweep(now=end - 1) == 0
    assert backend.reopened().files.sweep(now=end) == 1
    assert files.sweep(now=end) == 0
    assert files.list_page(owner="", now=end).files == [kept]
    files.delete(kept.id, owner="", now=end)
    assert backend.everything() == []


def test_expired_file_cannot_be_deleted_by_a_client(files, backend):
    file = put(files, lifetime_s=3600)

    with pytest.raises(NotFoundError):
        files.delete(file.id, owner="", now=NOW)

    assert backend.everything() == []


@pytest.mark.parametrize(("owner", "other"), [("key_1", "key_2"), ("key_1", ""), ("", "key_1"), ("a/b", "a")])
def test_file_exists_only_for_its_owner(files, read, tmp_path, owner, other):
    mine, theirs = put(files, owner=owner), put(files, "b", owner=other)
    copy = partial(files.copy, target=tmp_path / "copy", reserve=lambda _: None)

    for look in (files.find, read, copy, files.delete):
        with pytest.raises(NotFoundError, match=f"No such File object: {theirs.id}"):
            look(theirs.id, owner=owner, now=NOW)
    assert files.list_page(owner=owner, now=NOW).files == [mine]
    assert files.list_page(owner=owner, now=NOW, after=theirs.id, oldest_first=True).files in ([], [mine])
    assert files.find(theirs.id, owner=other, now=NOW) == theirs
    assert read(theirs.id, owner=other) == b"x"
    assert not (tmp_path / "copy").exists()
    files.delete(theirs.id, owner=other, now=NOW)
    assert files.list_page(owner=other, now=NOW).files == []


def test_page_of_an_owner_is_full(files):
    for index, name in enumerate("aBcDeF"):
        put(files, name, owner="key" if name.isupper() else "", now=1_700_000_000 + index)

    first = files.list_page(owner="key", now=NOW, limit=2)
    rest = files.list_page(owner="key", now=NOW, limit=2, after=first.files[-1].id)

    assert (names(first), first.has_more) == ("FD", True)
    assert (names(rest), rest.has_more) == ("B", False)


@pytest.mark.parametrize("oldest_first", [False, True])
@pytest.mark.parametrize("limit", [1, 2, 3, 7, 8, 100])
def test_pages_follow_each_other(files, oldest_first, limit):
    for index, name in enumerate("abcdefg"):
        put(files, name, now=1_700_000_000 + index * 0.002)

    found, after = "", None
    while True:
        page = files.list_page(owner="", now=NOW, limit=limit, after=after, oldest_first=oldest_first)
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

    first = files.list_page(owner="", now=NOW, limit=2, purpose="batch")
    rest = files.list_page(owner="", now=NOW, limit=2, purpose="batch", after=first.files[-1].id)

    assert (names(first), first.has_more) == ("FD", True)
    assert (names(rest), rest.has_more) == ("B", False)


def test_deleting_while_paging_skips_nothing(files):
    for index, name in enumerate("abcdef"):
        put(files, name, now=1_700_000_000 + index)

    found, after = "", None
    while page := files.list_page(owner="", now=NOW, limit=2, after=after).files:
        for file in page:
            files.delete(file.id, owner="", now=NOW)
            found += file.filename
        after = page[-1].id

    assert found == "fedcba"


@pytest.mark.parametrize("after", ["", "x", "file-", "file-" + "f" * 24, "../secret"])
def test_unknown_cursor_is_not_found(files, after):
    put(files)

    with pytest.raises(NotFoundError):
        files.list_page(owner="", now=NOW, after=after)


def test_open_and_copied_files_outlive_their_deletion(files, tmp_path):
    file = files.put(b"content", filename="a", purpose="vision", owner="", now=1)
    reserved = []
    with files.open(file.id, owner="", now=NOW, scratch=lambda _: tmp_path / "scratch") as opened:
        files.copy(file.id, tmp_path / "copy", owner="", now=NOW, reserve=reserved.append)
        files.delete(file.id, owner="", now=NOW)

        assert opened.read() == b"content"
    assert (tmp_path / "copy").read_bytes() == b"content"
    assert reserved in ([], [7])


def test_sweep_is_safe_while_threads_use_the_folder(files):
    def use(index):
        for step in range(10):
            file = put(files, now=NOW + index + step)
            files.sweep(now=NOW)
            assert files.find(file.id, owner="", now=NOW) == file
            files.list_page(owner="", now=NOW, limit=3)
            files.delete(file.id, owner="", now=NOW)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(use, range(6)))
    assert files.list_page(owner="", now=NOW).files == []


def test_concurrent_deletions_leave_nothing_behind(files, backend):
    file = put(files)

    def delete(_):
        try:
            files.delete(file.id, owner="", now=NOW)
        except NotFoundError:
            return 0
        return 1

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(delete, range(8))) >= 1
    assert backend.everything() == []
