"""The folder of temporary files: private, shared by servers, cleaned of files of killed servers."""

import os
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from limner.api.spool_folder import SpoolFolder, default_spool_root
from limner.settings import Settings, SettingsError, Storage
from raw_http import get
from running import running_server
from tiny_engine import TinyEngine

HOLD = """
import sys, pathlib
from limner.api.spool_folder import SpoolFolder
spool = SpoolFolder(pathlib.Path(sys.argv[1]), max_bytes=10**9)
spool.open()
(spool.new_folder() / "upload").write_bytes(b"x" * 1000)
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def root(tmp_path):
    return tmp_path / "spool"


def opened(root):
    spool = SpoolFolder(root, max_bytes=10**9)
    spool.open()
    return spool


def uploads_in(root):
    return sorted(path.name for path in root.rglob("*") if path.is_file())


def holding_process(root):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "ready\n"
    return process


def end(process, sig):
    process.send_signal(sig)
    process.wait()
    process.stdin.close()
    process.stdout.close()


def test_folders_of_killed_servers_are_removed(root):
    end(holding_process(root), signal.SIGKILL)
    assert uploads_in(root) == ["upload"]

    opened(root).close()

    assert list(root.iterdir()) == []


def test_files_of_a_running_server_are_kept(root):
    process = holding_process(root)
    try:
        opened(root).close()
        assert uploads_in(root) == ["upload"]
    finally:
        end(process, signal.SIGKILL)


def test_several_servers_of_one_process_keep_their_files(root):
    first, second = opened(root), opened(root)
    (first.new_folder() / "first").touch()
    (second.new_folder() / "second").touch()
    second.close()
    third = opened(root)

    assert uploads_in(root) == ["first"]
    first.close()
    third.close()
    assert list(root.iterdir()) == []


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_folder_is_private_whatever_the_umask(root, mask):
    before = os.umask(mask)
    try:
        spool = opened(root)
        folder = spool.new_folder()
    finally:
        os.umask(before)

    assert {stat.S_IMODE(path.stat().st_mode) for path in (root, folder.parent, folder)} == {0o700}
    spool.close()


def test_open_folder_is_made_private(root):
    root.mkdir(mode=0o755)
    root.chmod(0o777)
    opened(root).close()

    assert stat.S_IMODE(root.stat().st_mode) == 0o700


@pytest.mark.parametrize("kind", ["link", "dangling link", "file"])
def test_root_that_is_not_a_folder_is_refused(root, tmp_path, kind):
    target = tmp_path / "elsewhere"
    if kind == "link":
        target.mkdir()
    if kind == "file":
        root.touch()
    else:
        root.symlink_to(target)

    with pytest.raises(SettingsError, match=r"spool_folder"):
        SpoolFolder(root, max_bytes=1)


def test_links_in_the_folder_are_not_followed(root, tmp_path):
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "file").touch()
    stale = root / "server-stale"
    stale.mkdir(parents=True)
    (stale / "link").symlink_to(precious)
    (root / "server-link").symlink_to(precious)

    opened(root).close()

    assert (precious / "file").exists()
    assert not stale.exists()


def test_other_files_in_the_folder_are_kept(root):
    root.mkdir()
    (root / "notes.txt").touch()
    (root / "folder").mkdir()
    opened(root).close()

    assert sorted(path.name for path in root.iterdir()) == ["folder", "notes.txt"]


def test_removed_folder_is_recreated(root):
    spool = opened(root)
    spool.new_folder().parent.rename(root / "gone")

    assert spool.new_folder().is_dir()
    spool.close()


def test_default_folder_belongs_to_the_user(upload_folder):
    assert default_spool_root() == Path(tempfile.gettempdir()) / f"limner-{os.getuid()}"


def test_server_empties_the_configured_folder_and_leaves_it_empty(tmp_path, root):
    end(holding_process(root), signal.SIGKILL)
    settings = Settings(storage=Storage(folder=tmp_path / "storage", spool_folder=root))
    with running_server(TinyEngine(), settings) as server:
        assert get(server.port, "/health").status == 200
        assert uploads_in(root) == []
        assert len(list(root.iterdir())) == 1

    assert list(root.iterdir()) == []
