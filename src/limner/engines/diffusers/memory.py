"""What was learned about models and kept in a folder: widths of batches, and projections for previews."""

import hashlib
import json
import logging
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile

from limner.engines.diffusers.checkpoint import LoadedModel
from limner.engines.diffusers.curve import WidthCurve
from limner.engines.diffusers.job import BatchKey

log = logging.getLogger("limner.diffusers")


class Memory:
    """`folder`: None keeps nothing. A file that cannot be read is as good as none. `kind`: of device."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._widths: dict[str, list[Mapping[str, Any]]] = {}
        self._reminded: set[BatchKey] = set()

    def recall(self, model: LoadedModel, kind: str) -> None:
        if self._folder is None:
            return
        widths, projection = self._files(model, kind)
        try:
            if projection.exists():
                model.projection.restore(projection)
            if widths.exists():
                rows = json.loads(widths.read_text(encoding="utf-8"))
                self._widths[model.spec.id] = [
                    {
                        "model": str(row["model"]),
                        "shape": str(row["shape"]),
                        "rows": int(row["rows"]),
                        "seconds": float(row["seconds"]),
                    }
                    for row in rows
                ]
        except (OSError, ValueError, KeyError, TypeError, EOFError, BadZipFile):
            log.warning("what was kept about %s cannot be read; it is learned anew", model.spec.name)

    def remind(self, curve: WidthCurve, key: BatchKey) -> None:
        """Tell the curve what an earlier run knew about this shape."""
        if key not in self._reminded and key.model in self._widths:
            self._reminded.add(key)
            curve.restore(key, self._widths[key.model])

    def keep(self, model: LoadedModel, kind: str, curve: WidthCurve) -> None:
        if self._folder is None:
            return
        widths, projection = self._files(model, kind)
        learned = [row for row in curve.saved() if row["model"] == model.spec.id]
        try:
            if model.projection.is_ready:
                with replacing(projection) as file:
                    model.projection.save(file)
            if learned:
                with replacing(widths) as file:
                    file.write(json.dumps(learned).encode())
        except OSError:
            log.warning("nothing can be kept in %s", self._folder)

    def _files(self, model: LoadedModel, kind: str) -> tuple[Path, Path]:
        assert self._folder is not None
        known = f"{model.spec.id} {kind}".encode()
        stem = hashlib.blake2b(known, digest_size=8).hexdigest()
        return self._folder / f"{stem}.json", self._folder / f"{stem}.npz"


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes the place of `path` once it is whole; several servers may keep things in one folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
