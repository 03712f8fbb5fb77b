"""The folder for temporary files, shared by all servers of a user on a machine.

Each server locks a subfolder of its own for as long as its process runs. A server that starts removes the subfolders
without a lock: their servers were killed.
"""

import fcntl
import os
import shutil
import stat
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from limner.settings import SettingsError

PREFIX = "server-"
OWN_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW


class SpoolFolder:
    """The temporary files of one server, with a limit on their total size."""

    def __init__(self, root: Path, *, max_bytes: int) -> None:
        """Raises SettingsError if `root` cannot be made a private folder."""
        self.max_bytes = max_bytes
        self._root = root
        self._num_bytes = 0
        self._folder: Path | None = None
        self._lock_fd = -1
        self._lock = threading.Lock()
        _make_private(root)

    def open(self) -> None:
        """Remove the subfolders of killed servers, and create this server's."""
        with self._lock, _lock_folder(self._root):
            for entry in os.scandir(self._root):
                if entry.name.startswith(PREFIX) and entry.is_dir(follow_symlinks=False):
                    _remove_if_unlocked(Path(entry.path))
            self._create()

    def close(self) -> None:
        with self._lock:
            if self._folder is not None:
                shutil.rmtree(self._folder, ignore_errors=True)
                os.close(self._lock_fd)
                self._folder = None

    def new_folder(self) -> Path:
        """An empty folder for one request."""
        with self._lock:
            if self._folder is None or not self._folder.is_dir():  # a cleaner of temporary files may have removed it
                _make_private(self._root)
                with _lock_folder(self._root):
                    self._create()
            return Path(tempfile.mkdtemp(dir=self._folder))

    def reserve(self, num_bytes: int, *, max_bytes: int) -> bool:
        """Reserve bytes if the total stays within `max_bytes`; returns whether it does."""
        with self._lock:
            if self._num_bytes + num_bytes > max_bytes:
                return False
            self._num_bytes += num_bytes
            return True

    def release(self, num_bytes: int) -> None:
        with self._lock:
            self._num_bytes -= num_bytes

    @property
    def num_bytes(self) -> int:
        return self._num_bytes

    def _create(self) -> None:
        if self._folder is not None:
            os.close(self._lock_fd)
        self._folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=self._root))
        self._lock_fd = os.open(self._folder, OWN_FOLDER)
        with suppress(OSError):  # without locks in the file system, other servers leave the folder alone
            fcntl.flock(self._lock_fd, fcntl.LOCK_EX | fcntl.LOCK_NB)


def default_spool_root() -> Path:
    return Path(tempfile.gettempdir()) / f"limner-{os.getuid()}"


def _make_private(root: Path) -> None:
    """Create the folder, or check that it is ours, not a link, and closed to other users."""
    try:
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = root.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
            raise SettingsError(
                f"'{root}' is not a folder owned by this user. Set 'storage.spool_folder' to another one."
            )
        if stat.S_IMODE(found.st_mode) != 0o700:
            root.chmod(0o700)
    except OSError as error:
        raise SettingsError(f"'storage.spool_folder': '{root}' cannot be used: {error.strerror}.") from error


@contextmanager
def _lock_folder(folder: Path) -> Iterator[None]:
    """Prevents that one server removes a subfolder that another has created but not locked yet."""
    fd = os.open(folder, OWN_FOLDER)
    try:
        with suppress(OSError):
            fcntl.flock(fd, fcntl.LOCK_EX)
        yield
    finally:
        os.close(fd)


def _remove_if_unlocked(folder: Path) -> None:
    try:
        fd = os.open(folder, OWN_FOLDER)
    except OSError:
        return
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(folder, ignore_errors=True)
    except OSError:  # its server runs
        return
    finally:
        os.close(fd)
