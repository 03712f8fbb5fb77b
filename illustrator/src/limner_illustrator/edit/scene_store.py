"""The Scenes of the latest pictures, found by their pixels: for files whose metadata was stripped.

A folder of small files, named by the size and a digest of the pixels. Several processes may use it at the same time.
"""

import os
import tempfile
from contextlib import suppress
from hashlib import blake2b
from json import dumps
from pathlib import Path

import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.size import Size
from limner_illustrator.edit.framing import compose_over_white, size_of
from limner_illustrator.edit.scene_reader import MAX_BYTES, read_scene
from limner_illustrator.scene import Scene

MAX_SCENES = 2000
SPARE = 100
"""Scenes over the limit before the oldest are deleted."""
SUFFIX = ".scene"


class SceneStore:
    def __init__(self, folder: Path, *, max_scenes: int = MAX_SCENES) -> None:
        self._folder = folder
        self._max_scenes = max_scenes

    def keep(self, pixels: Pixels, scene: Scene) -> None:
        """A full disk is not an error: the picture has been drawn."""
        data = dumps(scene.to_json()).encode()
        if len(data) > MAX_BYTES:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._write(self._path(pixels), data)
            self._sweep()

    def has_size(self, size: Size) -> bool:
        """Whether the Scene of any picture of this size is kept. It saves decoding a picture only to look it up."""
        try:
            with os.scandir(self._folder) as entries:
                return any(entry.name.startswith(f"{size}-") for entry in entries)
        except OSError:
            return False

    def find(self, pixels: Pixels) -> Scene | None:
        """The Scene of exactly these pixels. A Scene that was asked for counts as new again."""
        path = self._path(pixels)
        try:
            with path.open("rb") as file:
                scene = read_scene(file.read(MAX_BYTES + 1))
        except OSError:
            return None
        with suppress(OSError):
            os.utime(path)
        return scene

    def _path(self, pixels: Pixels) -> Path:
        """Transparency is looked at over white: programs disagree about the colours of transparent pixels."""
        flat = np.ascontiguousarray(compose_over_white(pixels))
        digest = blake2b(f"{flat.shape}".encode(), digest_size=20)
        digest.update(flat.data)
        return self._folder / f"{size_of(flat)}-{digest.hexdigest()}{SUFFIX}"

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
