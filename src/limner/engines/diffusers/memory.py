"""What was learned about models and kept in a folder: widths of batches, and projections for previews."""

import hashlib
import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from limner.engines.diffusers.checkpoint import LoadedModel
from limner.engines.diffusers.curve import WidthCurve
from limner.engines.diffusers.job import BatchKey

log = logging.getLogger("limner.diffusers")


class Memory:
    """`folder`: None keeps nothing. A file that cannot be read is as good as none."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._widths: dict[str, list[Mapping[str, Any]]] = {}
        self._reminded: set[BatchKey] = set()

    def recall(self, model: LoadedModel, device: str) -> None:
        if self._folder is None:
            return
        widths, projection = self._files(model, device)
        try:
            if projection.exists():
                model.projection.restore(projection, model.pipeline.vae.device)
            if widths.exists():
                self._widths[model.spec.name] = json.loads(widths.read_text(encoding="utf-8"))
        except (OSError, ValueError, KeyError):
            log.warning("what was kept about %s cannot be read; it is learned anew", model.spec.name)

    def remind(self, curve: WidthCurve, key: BatchKey) -> None:
        """Tell the curve what an earlier run knew about this shape."""
        if key not in self._reminded and key.model in self._widths:
            self._reminded.add(key)
            curve.restore(key, self._widths[key.model])

    def keep(self, model: LoadedModel, device: str, curve: WidthCurve) -> None:
        if self._folder is None:
            return
        widths, projection = self._files(model, device)
        learned = [row for row in curve.saved() if row["model"] == model.spec.name]
        try:
            model.projection.save(projection)
            if learned:
                widths.parent.mkdir(parents=True, exist_ok=True)
                widths.write_text(json.dumps(learned), encoding="utf-8")
        except OSError:
            log.warning("nothing can be kept in %s", self._folder)

    def _files(self, model: LoadedModel, device: str) -> tuple[Path, Path]:
        assert self._folder is not None
        known = f"{model.spec!r} {device}".encode()
        stem = hashlib.blake2b(known, digest_size=8).hexdigest()
        return self._folder / f"{stem}.json", self._folder / f"{stem}.npz"
