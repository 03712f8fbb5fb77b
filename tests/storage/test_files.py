import pytest

from limner.core.errors import NotFoundError
from limner.storage.files import FileFolder


@pytest.fixture
def files(tmp_path):
    return FileFolder(tmp_path / "files")


def test_bytes_and_files_are_kept(files, tmp_path):
    (tmp_path / "upload").write_bytes(b"from a file")

    first = files.put(b"from memory", filename="a.png", purpose="vision", now=5.9)
    second = files.put(tmp_path / "upload", filename="größe.png", purpose="batch", now=7)

    assert (first.bytes, first.created_at, first.filename, first.purpose) == (11, 5, "a.png", "vision")
    assert files.path(first.id).read_bytes() == b"from memory"
    assert files.path(second.id).read_bytes() == b"from a file"
    assert files.list() == [second, first]
    assert files.find(second.id) == second


def test_what_is_deleted_is_gone(files, tmp_path):
    file = files.put(b"x", filename="a", purpose="vision", now=1)

    files.delete(file.id)

    assert files.list() == []
    assert list((tmp_path / "files").iterdir()) == []
    for look in (files.find, files.path, files.delete):
        with pytest.raises(NotFoundError, match=f"No such File object: {file.id}"):
            look(file.id)


@pytest.mark.parametrize(
    "file_id", ["", "file-", "../secret", "file-" + "0" * 23, "file-" + "g" * 24, "file-" + "0" * 24 + "\n"]
)
def test_ids_that_it_never_gave_are_not_found(files, file_id):
    files.put(b"x", filename="a", purpose="vision", now=1)

    with pytest.raises(NotFoundError):
        files.path(file_id)


def test_a_folder_that_is_not_there_holds_no_files(files):
    assert files.list() == []
