"""What files are called, and how they come to be: whole or not at all, and never in another's place unasked."""

import os
import re
import unicodedata
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

MAX_STEM = 60
SUFFIXES = {"png": ".png", "jpeg": ".jpg", "webp": ".webp"}


def slug(prompt: str) -> str:
    """The prompt as a file's name: its first words, in any script; `picture` if there are none."""
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", prompt).lower().replace("'", ""))
    stem = ""
    for word in words:
        longer = f"{stem}-{word}" if stem else word[:MAX_STEM]
        if len(longer) > MAX_STEM:
            break
        stem = longer
    while len(stem.encode()) > 200:  # file systems count bytes
        stem = stem[:-1]
    return stem or "picture"


def kind_of(data: bytes) -> str:
    """The format of an encoded picture, by its first bytes: a server may answer with another one than was asked for."""
    if data.startswith(b"\xff\xd8"):
        return "jpeg"
    return "webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else "png"


class Places:
    """Gives each picture of a run its file. `name`: what the one file was asked to be called."""

    def __init__(self, folder: Path, *, force: bool, name: str | None = None) -> None:
        self._folder = folder
        self._force = force
        self._name = name
        self._taken: set[Path] = set()

    def first(self, num: int) -> list[Path]:
        """The files that so many pictures of the asked name will get."""
        assert self._name is not None
        return list(islice(self._candidates(Path(self._name).stem, Path(self._name).suffix), num))

    def put(self, data: bytes, *, stem: str) -> Path:
        """Write a picture to the first free name."""
        suffix = SUFFIXES[kind_of(data)]
        if self._name is not None:
            stem, suffix = Path(self._name).stem, Path(self._name).suffix
        temporary = self._folder / f".limner-{os.getpid()}.part"
        try:
            temporary.write_bytes(data)
            for path in self._candidates(stem, suffix):
                if path not in self._taken and self._move(temporary, path):
                    self._taken.add(path)
                    return path
        finally:
            temporary.unlink(missing_ok=True)
        raise AssertionError("the candidates are without end")

    def _candidates(self, stem: str, suffix: str) -> Iterator[Path]:
        yield self._folder / f"{stem}{suffix}"
        for number in count(2):
            yield self._folder / f"{stem}-{number}{suffix}"

    def _move(self, temporary: Path, path: Path) -> bool:
        """Whether the file now bears that name."""
        if self._force:
            temporary.replace(path)
            return True
        try:
            path.hardlink_to(temporary)  # unlike a rename, this fails where there is a file already
        except FileExistsError:
            return False
        except OSError:  # a file system without links
            if path.exists():
                return False
            temporary.replace(path)
        return True
