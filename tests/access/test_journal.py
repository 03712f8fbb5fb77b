"""The journal keeps each record, whatever happens to its file and to other processes."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from limner.access import journal as journal_module
from limner.access.journal import Journal, JournalEntry
from records import make_record


def entry(request_id):
    return JournalEntry(make_record(request_id), is_reserved=False)


def leave(folder, *request_ids):
    """The journal of a killed process with these records."""
    journal = Journal(folder)
    for request_id in request_ids:
        journal.append(entry(request_id))
    os.close(journal._file)
    return journal._path


def ids_left(folder):
    """The records that the next process finds."""
    journal = Journal(folder)
    ids = sorted(one.record.request_id for one in journal.adopt())
    journal.clear()
    journal.close()
    return ids


def test_new_file_is_not_lost_to_a_process_that_takes_it_over(tmp_path, monkeypatch):
    """Another process may lock and delete the empty file before the one that created it locks it."""
    lock = journal_module.fcntl.flock
    deleted = []

    def take_over_first(file, operation):
        if not deleted:
            deleted.extend(tmp_path.iterdir())
            deleted[0].unlink()
        lock(file, operation)

    monkeypatch.setattr(journal_module.fcntl, "flock", take_over_first)
    leave(tmp_path, "req_1")

    assert len(deleted) == 1
    assert ids_left(tmp_path) == ["req_1"]


def test_one_unusable_file_does_not_lose_the_others(tmp_path, caplog):
    paths = [leave(tmp_path, f"req_{number}") for number in range(3)]
    broken = list(tmp_path.glob("*.jsonl"))[1]
    broken.unlink()
    broken.mkdir()

    journal = Journal(tmp_path)
    adopted = journal.adopt()

    assert len(adopted) == 2
    assert str(broken) in caplog.text
    assert [path for path in paths if path.exists()] == [broken]
    os.close(journal._file)
    assert ids_left(tmp_path) == sorted(one.record.request_id for one in adopted)


def test_file_that_cannot_be_moved_is_left_for_the_next_start(tmp_path, monkeypatch, caplog):
    path = leave(tmp_path, "req_1", "req_2")
    journal = Journal(tmp_path)
    append = Journal.append

    def fail_second(self, one):
        if one.record.request_id == "req_2":
            raise OSError(errno.ENOSPC, "No space left on device")
        append(self, one)

    monkeypatch.setattr(Journal, "append", fail_second)
    assert [one.record.request_id for one in journal.adopt()] == ["req_1"]
    assert "No space left" in caplog.text
    monkeypatch.undo()
    journal.clear()
    journal.close()

    assert path.exists()
    assert ids_left(tmp_path) == ["req_1", "req_2"]


@pytest.mark.parametrize("what", ["file", "folder"])
def test_deleted_file_is_written_again(tmp_path, what):
    folder = tmp_path / "ledger"
    journal = Journal(folder)
    journal.append(entry("req_1"))
    delete(folder, what)

    journal.append(entry("req_2"))

    os.close(journal._file)
    assert ids_left(folder) == ["req_1", "req_2"]


def test_deleted_file_is_written_again_at_the_end(tmp_path):
    journal = Journal(tmp_path)
    journal.append(entry("req_1"))
    delete(tmp_path, "file")

    journal.close()

    assert ids_left(tmp_path) == ["req_1"]


def test_failed_copy_leaves_no_file_and_loses_nothing(tmp_path, monkeypatch):
    journal = Journal(tmp_path)
    journal.append(entry("req_1"))
    delete(tmp_path, "file")

    def fail(*files):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(journal_module.shutil, "copyfileobj", fail)
    with pytest.raises(OSError, match="No space"):
        journal.append(entry("req_2"))
    assert list(tmp_path.iterdir()) == []

    monkeypatch.undo()
    journal.append(entry("req_2"))
    os.close(journal._file)
    assert ids_left(tmp_path) == ["req_1", "req_2"]


def delete(folder: Path, what: str) -> None:
    if what == "folder":
        shutil.rmtree(folder)
    else:
        for path in folder.iterdir():
            path.unlink()
