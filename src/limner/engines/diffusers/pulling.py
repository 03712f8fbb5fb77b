"""Downloads a model from the hub ahead of its use, with progress. What was downloaded before is not fetched again.

Imports no torch; the engine finds the files in the same cache.
"""

import errno
import shutil
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from huggingface_hub import HfApi, constants, hf_hub_download, try_to_load_from_cache
from huggingface_hub.errors import (
    EntryNotFoundError,
    GatedRepoError,
    HfHubHTTPError,
    HFValidationError,
    LocalEntryNotFoundError,
    OfflineModeIsEnabled,
    RepositoryNotFoundError,
    RevisionNotFoundError,
)

from limner.engines.diffusers.hub_cache import find_folder
from limner.engines.diffusers.hub_files import (
    FORMATS,
    HubFile,
    folder_files,
    modular_folders,
    network_files,
    pipeline_files,
)
from limner.engines.diffusers.pipeline_index import INDEX, MODULAR_INDEX, read_index
from limner.engines.diffusers.sources import SINGLE_FILES, is_local

ENDPOINT = constants.ENDPOINT
"""Of the hub."""
NUM_CONNECTIONS = 4
DEFAULT_REVISION = "main"
MORE_SPACE = "Set HF_HOME to a folder with more space."
OnProgress = Callable[[int], None]
"""Called with the bytes that have arrived, in any thread."""


class PullError(Exception):
    """One sentence that says what is wrong, and what to do."""


@dataclass(frozen=True, slots=True)
class PullPlan:
    repository: str
    revision: str
    commit: str
    files: tuple[HubFile, ...]
    missing: tuple[HubFile, ...]
    """Of `files`: those that are not in the cache."""

    @property
    def num_bytes(self) -> int:
        return sum(file.num_bytes for file in self.files)

    @property
    def num_missing_bytes(self) -> int:
        return sum(file.num_bytes for file in self.missing)


def plan_pull(
    repository: str,
    *,
    revision: str | None = None,
    variant: str | None = None,
    path: str | None = None,
    folders: Collection[str] = (),
    timeout_s: float | None = None,
    without_weights: Callable[[Mapping[str, Any]], Collection[str]] = lambda index: (),
) -> PullPlan:
    """Ask the hub which files there are. Raises PullError.

    `path`: the only file that is needed. `folders`: the only ones, each of one component. `timeout_s`: of the hub's
    answer; None: no limit. `without_weights`: by model_index.json, the components whose weights are not needed.
    """
    revision = revision or DEFAULT_REVISION
    with _explained(repository, revision):
        hub = HfApi(endpoint=ENDPOINT)
        info = hub.model_info(repository, revision=revision, files_metadata=True, timeout=timeout_s)
        commit = info.sha or revision
        files = [HubFile(one.rfilename, one.size or 0) for one in info.siblings or ()]
        leaves_out: Collection[str] = ()
        if path is not None:
            chosen = [file for file in files if file.path == path]
        elif folders:
            chosen = folder_files(files, folders, variant)
        elif any(file.path == INDEX for file in files):
            index = read_index(Path(_fetch(repository, INDEX, commit)))
            leaves_out = without_weights(index)
            chosen = pipeline_files(files, index, variant, without_weights=leaves_out)
        elif any(file.path == MODULAR_INDEX for file in files):
            index = read_index(Path(_fetch(repository, MODULAR_INDEX, commit)))
            own = modular_folders(index, repository)
            chosen = [file for file in files if file.path == MODULAR_INDEX]
            chosen += folder_files(files, own[repository], variant)
            leaves_out = [one for one in own if one != repository]
        else:
            chosen = network_files(files, variant)
    if path is not None and not chosen:
        raise PullError(f"'{repository}' has no file '{path}'.")
    if not leaves_out and not any(file.path.endswith((*FORMATS, *SINGLE_FILES)) for file in chosen):
        raise PullError(f"'{repository}' has no weights that diffusers can load: it is not in the format of diffusers.")
    missing = [
        file for file in chosen if not isinstance(try_to_load_from_cache(repository, file.path, revision=commit), str)
    ]
    return PullPlan(repository, revision, commit, tuple(chosen), tuple(missing))


def plan_components(plan: PullPlan, variant: str | None) -> Iterator[PullPlan]:
    """Of a modular pipeline that was pulled: of its components in other repositories."""
    if not any(file.path == MODULAR_INDEX for file in plan.files):
        return
    folder = find_folder(plan.repository, plan.revision)
    assert folder is not None
    index = read_index(folder / MODULAR_INDEX)
    for repository, folders in modular_folders(index, plan.repository).items():
        if repository != plan.repository and not is_local(repository):
            yield plan_pull(repository, variant=variant, folders=folders)


def pull(plan: PullPlan, on_progress: OnProgress = lambda num_bytes: None) -> Path:
    """Download what is missing. Returns the folder of the files. Raises PullError.

    After an interruption the next one keeps complete files: huggingface_hub starts others again.
    """
    _check_space(plan)
    counter = _counter_class(on_progress)
    threads = ThreadPoolExecutor(NUM_CONNECTIONS)  # not as a context manager, which would wait for running downloads
    try:
        with _explained(plan.repository, plan.revision):
            jobs = [threads.submit(_fetch, plan.repository, file.path, plan.commit, counter) for file in plan.missing]
            for job in jobs:
                job.result()
            first = plan.files[0].path
            _fetch(plan.repository, first, plan.revision)  # stores which commit the revision is
            return Path(_fetch(plan.repository, first, plan.commit)).parents[first.count("/")]
    finally:
        threads.shutdown(wait=False, cancel_futures=True)


def _check_space(plan: PullPlan) -> None:
    folder = Path(constants.HF_HUB_CACHE)
    free = _free_bytes(folder)
    if plan.num_missing_bytes > free:
        missing = f"{plan.num_missing_bytes / 1e9:.1f} GB are missing, and {free / 1e9:.1f} GB are free"
        raise PullError(f"{missing} in '{folder}'. {MORE_SPACE}")


def _free_bytes(folder: Path) -> int:
    """`folder`: need not exist."""
    return shutil.disk_usage(next(one for one in (folder, *folder.parents) if one.is_dir())).free


@contextmanager
def _explained(repository: str, revision: str) -> Iterator[None]:
    """Raises PullError instead of the errors of the hub."""
    try:
        yield
    except GatedRepoError as error:
        page = f"{ENDPOINT}/{repository}"
        text = f"'{repository}' is gated: accept its licence at {page}, then run 'hf auth login' or set HF_TOKEN."
        raise PullError(text) from error
    except RevisionNotFoundError as error:
        raise PullError(f"'{repository}' has no revision '{revision}'.") from error
    except (RepositoryNotFoundError, HFValidationError) as error:
        text = f"There is no model '{repository}' on the hub. If it is private, run 'hf auth login' or set HF_TOKEN."
        raise PullError(text) from error
    except (OfflineModeIsEnabled, LocalEntryNotFoundError) as error:
        raise PullError(_unreachable(error)) from error
    except (HfHubHTTPError, EntryNotFoundError, ValueError) as error:
        raise PullError(f"'{repository}' cannot be downloaded: {str(error).partition(chr(10))[0]}") from error
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        raise PullError(f"There is no space left in '{constants.HF_HUB_CACHE}'. {MORE_SPACE}") from error
    except Exception as error:
        if not type(error).__module__.startswith("httpx"):  # which one it is depends on huggingface_hub's version
            raise
        raise PullError(_unreachable(error)) from error


def _unreachable(error: Exception) -> str:
    is_offline = isinstance(error, OfflineModeIsEnabled)
    reason = "HF_HUB_OFFLINE is set" if is_offline else str(error).partition("\n")[0] or type(error).__name__
    return f"The hub cannot be reached at {ENDPOINT}: {reason}."


class _FileCounter:
    """In place of the progress bar that huggingface_hub creates for each file. It shows nothing."""

    on_bytes: Callable[[int], None] = staticmethod(lambda num_bytes: None)

    def __init__(self, *args: Any, initial: int = 0, **options: Any) -> None:
        self.on_bytes(initial)

    def update(self, num_bytes: float | None = 1) -> None:
        self.on_bytes(int(num_bytes or 0))

    def update_transfer(self, num_bytes: float | None = 1) -> None:
        """Bytes of the network, which are fewer than those of the file."""

    def set_postfix_str(self, *args: Any, **options: Any) -> None:
        """The speed, which is computed from all files."""

    set_transfer_postfix_str = set_description_str = set_postfix_str

    def close(self) -> None:
        """There is nothing to close."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """There is nothing to close."""


def _fetch(repository: str, path: str, revision: str, counter: Any = _FileCounter) -> str:
    return hf_hub_download(repository, path, revision=revision, endpoint=ENDPOINT, tqdm_class=counter)


def _counter_class(on_progress: OnProgress) -> type[_FileCounter]:
    """Counts the bytes of all files together."""
    lock, counted = threading.Lock(), [0]

    def add(num_bytes: int) -> None:
        with lock:
            counted[0] += num_bytes
            on_progress(counted[0])

    return type("FileCounter", (_FileCounter,), {"on_bytes": staticmethod(add)})
