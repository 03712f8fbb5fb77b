"""Names of output files, and writing them: atomically, and over existing files only with `--force`."""

import os
import re
import unicodedata
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from limner.cli.backend import BackendError
from limner.core.formats import FORMATS
from limner.core.picture import Format

MAX_STEM = 60
MAX_STEM_BYTES = 200


def file_stem(prompt: str) -> str:
    """Make a file name of the prompt's first words, in any script; `picture` if it has none."""
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", prompt).lower().replace("'", ""))
    stem = ""
    for word in words:
        longer = f"{stem}-{word}" if stem else word[:MAX_STEM]
        if len(longer) > MAX_STEM:
            break
        stem = longer
    while len(stem.encode()) > MAX_STEM_BYTES:  # file systems limit bytes, not characters
        stem = stem[:-1]
    return stem or "picture"


def detect_format(data: bytes, origin: str) -> Format:
    """Read the format from the first bytes: a server may return another one than the requested.

    Raises BackendError, which says where the bytes are from, if they are of no image that the API knows.
    """
    if data.startswith(b"\x89PNG"):
        return "png"
    if data.startswith(b"\xff\xd8"):
        return "jpeg"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    raise BackendError(f"{origin} is not an image in the format PNG, JPEG or WebP.")


class OutputFiles:
    """The files of one run. `name`: the file name from `--output`; without it, each image has a stem of its own."""

    def __init__(self, folder: Path, *, force: bool, name: str | None = None) -> None:
        self._folder = folder
        self._force = force
        self._name = name
        self._written: set[Path] = set()

    def first_paths(self, num: int) -> list[Path]:
        """The first `num` paths for the name from `--output`."""
        assert self._name is not None
        return list(islice(self._candidates(Path(self._name).stem, Path(self._name).suffix), num))

    def write(self, data: bytes, *, stem: str, origin: str = "The result") -> Path:
        """Write an image to the first free path. Raises BackendError, which names `origin`, if it is no image."""
        suffix = FORMATS[detect_format(data, origin)].suffixes[0]
        if self._name is not None:
            stem, suffix = Path(self._name).stem, Path(self._name).suffix
        temporary = self._folder / f".limner-{os.getpid()}.part"
        try:
            temporary.write_bytes(data)
            for path in self._candidates(stem, suffix):
                if path not in self._written and self._move(temporary, path):
                    self._written.add(path)
                    return path
        finally:
            temporary.unlink(missing_ok=True)
        raise AssertionError("the candidates are infinite")

    def _candidates(self, stem: str, suffix: str) -> Iterator[Path]:
        yield self._folder / f"{stem}{suffix}"
        for number in count(2):
            yield self._folder / f"{stem}-{number}{suffix}"

    def _move(self, temporary: Path, path: Path) -> bool:
        """Return whether the file was moved to `path`; it is not if another file has that name."""
        if self._force:
            temporary.replace(path)
            return True
        try:
            path.hardlink_to(temporary)  # unlike a rename, this fails if the file exists
        except FileExistsError:
            return False
        except OSError:  # a file system without hard links
            if path.exists():
                return False
            temporary.replace(path)
        return True
