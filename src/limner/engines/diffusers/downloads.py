"""Fetches checkpoints from the hub, before the loading that only one model can do at a time.

Imports diffusers only to download: commands look for checkpoints without it.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from huggingface_hub import constants
from huggingface_hub.file_download import repo_folder_name

from limner.engines.diffusers.config import ModelSpec
from limner.engines.diffusers.hub_cache import find_folder, find_source, get_source
from limner.engines.diffusers.pulling import PullError, PullPlan, plan_components, plan_pull, pull
from limner.engines.diffusers.single_files import check_file, find_config_id, parts_elsewhere
from limner.engines.diffusers.sources import hub_source, is_local, is_single_file
from limner.engines.diffusers.weight_headers import TensorHeader

log = logging.getLogger("limner.diffusers")

REPORT_EVERY_S = 30.0


def download(spec: ModelSpec) -> None:
    """Fetch all that the model has on the hub; a file that is here already is not fetched again.

    Raises ValueError, which names what is not there.
    """
    for name, label in _sources(spec).items():
        try:
            source = hub_source(name)
            if source is not None:
                with _log_progress(source.repository):
                    _download(name, spec)
        except Exception as error:
            raise ValueError(f"{label}: {error}") from error
    if is_single_file(spec.checkpoint):
        _download_config(spec)


def find_config(spec: ModelSpec) -> str:
    """The folder or hub id with the configuration of a single file that is here. Raises ValueError if it is unknown."""
    if spec.config is not None:
        return spec.config
    file = find_source(spec.checkpoint, spec.revision)
    found = find_config_id(check_file(file))
    if found is None:
        raise ValueError(
            f"diffusers does not know what model '{file.name}' is. Set 'config' to the folder, or to the hub id, of a"
            " model in the format of diffusers that has the same architecture."
        )
    return found


def without_weights(spec: ModelSpec, header: Mapping[str, TensorHeader]) -> Callable[[Mapping[str, Any]], set[str]]:
    """By model_index.json: the components of which the configuration's repository needs no weights."""
    return lambda index: parts_elsewhere(header, index) | ({"vae"} if spec.vae else set())


def _download(name: str, spec: ModelSpec) -> None:
    is_checkpoint = name == spec.checkpoint
    try:
        for plan in _plan(name, spec.revision if is_checkpoint else None, spec.variant if is_checkpoint else None):
            pull(plan)
    except PullError:
        is_pipeline = is_checkpoint and not is_single_file(name)
        if (find_folder(name, spec.revision) if is_pipeline else get_source(name)) is None:
            raise
        log.warning("the hub cannot say whether %s is complete: what is here is used", name)


def _plan(name: str, revision: str | None, variant: str | None) -> Iterator[PullPlan]:
    """Pull each before the next is taken."""
    source = hub_source(name)
    assert source is not None
    plan = plan_pull(source.repository, revision=revision, variant=variant, path=source.path)
    yield plan
    yield from plan_components(plan, variant)


def _download_config(spec: ModelSpec) -> None:
    """Of a single file, with the weights of the parts that the file does not have.

    Raises ValueError, which says what to do without the hub.
    """
    header = check_file(find_source(spec.checkpoint, spec.revision))
    config = find_config(spec)
    if is_local(config):
        return
    try:
        with _log_progress(config):
            pull(plan_pull(config, variant=spec.variant, without_weights=without_weights(spec, header)))
    except PullError as error:
        if find_folder(config) is None:
            raise ValueError(
                f"the configuration of '{spec.checkpoint}' is that of '{config}', which is not here: {error}"
                " Run 'limner pull' while the hub can be reached, or set 'config' to a folder."
            ) from error


def _sources(spec: ModelSpec) -> dict[str, str]:
    """What may be on the hub, with what error messages call it."""
    names = {spec.checkpoint: f"'{spec.checkpoint}'"}
    names |= {one.weights: f"the adapter '{one.name}' ('{one.weights}')" for one in spec.lora}
    names |= {name: f"'{name}'" for name in (spec.vae, spec.preview_vae, spec.safety_checker) if isinstance(name, str)}
    return names


def cached_bytes(spec: ModelSpec) -> int:
    """What is here of the repository on the hub, files that are being downloaded included. 0 for a folder."""
    try:
        source = hub_source(spec.checkpoint)
    except FileNotFoundError:
        return 0
    return 0 if source is None else _size_of(_blobs(source.repository))


def _blobs(name: str) -> Path:
    return Path(constants.HF_HUB_CACHE) / repo_folder_name(repo_id=name, repo_type="model") / "blobs"


@contextmanager
def _log_progress(name: str) -> Iterator[None]:
    folder = _blobs(name)
    done = threading.Event()
    started_s, size_before = time.monotonic(), _size_of(folder)

    def report() -> None:
        while not done.wait(REPORT_EVERY_S):
            gigabytes = (_size_of(folder) - size_before) / 1e9
            log.info("downloading %s: %.1f GB in %.0f s", name, gigabytes, time.monotonic() - started_s)

    log.info("downloading what is missing of %s", name)
    threading.Thread(target=report, name="diffusers-progress", daemon=True).start()
    try:
        yield
    finally:
        done.set()


def _size_of(folder: Path) -> int:
    """Of files that may be moved meanwhile."""
    total = 0
    for file in folder.iterdir() if folder.is_dir() else ():
        try:
            total += file.stat().st_size
        except OSError:
            continue
    return total
