"""What was learned about models, stored in a folder: batch sizes, and projections for previews."""

import hashlib
import json
import logging
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile

from limner.engines.diffusers.loaded_model import LoadedModel
from limner.engines.diffusers.throughput import MAX_SHAPES, BatchKey, BatchSizeTuner

log = logging.getLogger("limner.diffusers")

MAX_ROWS = 4 * MAX_SHAPES
"""Of a model's file: the last ones."""


class TuningCache:
    """`folder`: None stores nothing. A file that cannot be read is ignored. `device_kind`: such as the GPU's name."""

    def __init__(self, folder: Path | None, *, device_kind: str, tuner: BatchSizeTuner) -> None:
        self._folder = folder
        self._device_kind = device_kind
        self._tuner = tuner
        self._saved_rows: dict[str, list[Mapping[str, Any]]] = {}

    def load(self, model: LoadedModel) -> None:
        if self._folder is None:
            return
        rows_file, projection_file = self._files(model)
        try:
            if projection_file.exists():
                model.projection.restore(projection_file)
            if rows_file.exists():
                rows = json.loads(rows_file.read_text(encoding="utf-8"))
                self._saved_rows[model.id] = [
                    {
                        "model": str(row["model"]),
                        "shape": str(row["shape"]),
                        "rows": int(row["rows"]),
                        "seconds": float(row["seconds"]),
                    }
                    for row in rows
                ]
        except (OSError, ValueError, KeyError, TypeError, EOFError, BadZipFile):
            log.warning("the tuning cache of %s cannot be read and is learned again", model.name)

    def restore(self, key: BatchKey) -> None:
        """Give the tuner what an earlier run learned about this shape."""
        if key.is_timed and key not in self._tuner and key.model in self._saved_rows:
            self._tuner.restore(key, self._saved_rows[key.model])

    def save(self, model: LoadedModel) -> None:
        if self._folder is None:
            return
        rows_file, projection_file = self._files(model)
        learned = [row for row in self._tuner.to_json() if row["model"] == model.id]
        projection = model.projection
        try:
            if projection.is_ready:
                with _replacing(projection_file) as file:
                    projection.save(file)
            if learned:
                with _replacing(rows_file) as file:
                    file.write(json.dumps([*self._unused(model, learned), *learned][-MAX_ROWS:]).encode())
        except OSError:
            log.warning("the tuning cache cannot be written to %s", self._folder)

    def _unused(self, model: LoadedModel, learned: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
        """What an earlier run learned about shapes that this one has not drawn."""
        shapes = {row["shape"] for row in learned}
        return [row for row in self._saved_rows.get(model.id, ()) if row["shape"] not in shapes]

    def _files(self, model: LoadedModel) -> tuple[Path, Path]:
        assert self._folder is not None
        identity = f"{model.id} {self._device_kind}".encode()
        stem = hashlib.blake2b(identity, digest_size=8).hexdigest()
        return self._folder / f"{stem}.json", self._folder / f"{stem}.npz"


@contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file that replaces `path` once it is complete; several servers may share one folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
