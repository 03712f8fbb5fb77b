"""The Scenes of the latest pictures, found by their pixels: for files whose metadata was stripped.

A folder of small files, named by the size and a digest of the pixels. Several processes may use it at the same time.
"""

import os
import re
import tempfile
from contextlib import suppress
from hashlib import blake2b
from json import dumps
from pathlib import Path

import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.size import Size
from limner_illustrator.edit.fingerprint import BITS, MAX_DISTANCE, distance, fingerprint
from limner_illustrator.edit.framing import compose_over_white, size_of
from limner_illustrator.edit.scene_reader import MAX_BYTES, read_scene
from limner_illustrator.scene import Scene

MAX_SCENES = 2000
SPARE = 100
"""Scenes over the limit before the oldest are deleted."""
SUFFIX = ".scene"
SAME_SHAPE = 0.02
"""How far the proportions of two copies of a picture may differ."""
_MARKED = re.compile(rf"(\d+)x(\d+)-[0-9a-f]+-([0-9a-f]+){re.escape(SUFFIX)}")


class SceneStore:
    """`finds_similar`: scaled and lossy copies are found, too, by a perceptual hash. Anyone who sends a picture that
    looks the same then gets its Scene, prompt included.
    """

    def __init__(self, folder: Path, *, max_scenes: int = MAX_SCENES, finds_similar: bool = False) -> None:
        self._folder = folder
        self._max_scenes = max_scenes
        self.finds_similar = finds_similar

    def keep(self, pixels: Pixels, scene: Scene) -> None:
        """A full disk is not an error: the picture has been drawn."""
        data = dumps(scene.to_json()).encode()
        if len(data) > MAX_BYTES:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._write(self._path(pixels, is_new=True), data)
            self._sweep()

    def has_size(self, size: Size) -> bool:
        """Whether the Scene of any picture of this size is kept, or of any at all where similar ones are found. It
        saves decoding a picture only to look it up.
        """
        try:
            with os.scandir(self._folder) as entries:
                return any(self.finds_similar or entry.name.startswith(f"{size}-") for entry in entries)
        except OSError:
            return False

    def find(self, pixels: Pixels) -> Scene | None:
        """The Scene of these pixels. A Scene that was asked for counts as new again."""
        path = self._path(pixels)
        if self.finds_similar and not path.exists():
            similar = self._find_similar(pixels)
            if similar is None:
                return None
            path = similar
        try:
            with path.open("rb") as file:
                scene = read_scene(file.read(MAX_BYTES + 1))
        except OSError:
            return None
        with suppress(OSError):
            os.utime(path)
        return scene

    def _find_similar(self, pixels: Pixels) -> Path | None:
        """The one that looks most like it, of those with its proportions."""
        own = fingerprint(pixels)
        if own is None:
            return None
        size = size_of(pixels)
        best: tuple[int, Path] | None = None
        with suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                known = _MARKED.fullmatch(entry.name)
                if known is None or abs(int(known[1]) * size.height / (int(known[2]) * size.width) - 1) > SAME_SHAPE:
                    continue
                apart = distance(own, int(known[3], 16))
                if apart <= MAX_DISTANCE and (best is None or apart < best[0]):
                    best = apart, Path(entry.path)
        return None if best is None else best[1]

    def _path(self, pixels: Pixels, *, is_new: bool = False) -> Path:
        """Transparency is looked at over white: programs disagree about the colours of transparent pixels."""
        flat = np.ascontiguousarray(compose_over_white(pixels))
        digest = blake2b(f"{flat.shape}".encode(), digest_size=20)
        digest.update(flat.data)
        stem = f"{size_of(flat)}-{digest.hexdigest()}"
        mark = fingerprint(flat) if self.finds_similar and is_new else None
        if mark is not None:
            stem = f"{stem}-{mark:0{BITS // 4}x}"
        elif self.finds_similar and not is_new:
            marked = next(self._folder.glob(f"{stem}-*{SUFFIX}"), None)
            return marked or self._folder / f"{stem}{SUFFIX}"
        return self._folder / f"{stem}{SUFFIX}"

    def _write(self, path: Path, data: bytes) -> None:
        """Atomically."""
        handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise

    def _sweep(self) -> None:
        """Another process may sweep at the same time: what is gone is gone."""
        with os.scandir(self._folder) as entries:
            names = [entry.path for entry in entries if entry.name.endswith(SUFFIX)]
        if len(names) <= self._max_scenes + min(SPARE, self._max_scenes):
            return
        ages = []
        for name in names:
            with suppress(OSError):
                ages.append((Path(name).stat().st_mtime_ns, name))
        for _, name in sorted(ages)[: len(ages) - self._max_scenes]:
            Path(name).unlink(missing_ok=True)
