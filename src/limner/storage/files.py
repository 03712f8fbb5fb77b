"""Files that clients upload for later, as far as `file_id` in an edit needs them: bytes and a small JSON each."""

import json
import re
import secrets
import shutil
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from limner.core.errors import NotFoundError

ID = re.compile(r"file-[0-9a-f]{24}", re.ASCII)
PURPOSES = ("assistants", "batch", "fine-tune", "vision", "user_data", "evals")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileObject:
    """The API's File object, less its fixed fields."""

    id: str
    bytes: int
    created_at: int
    filename: str
    purpose: str


class FileFolder:
    """Every method blocks: call it in a thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, content: bytes | Path, *, filename: str, purpose: str, now: float) -> FileObject:
        self._folder.mkdir(parents=True, exist_ok=True)
        file_id = f"file-{secrets.token_hex(12)}"
        path = self._folder / file_id
        try:
            if isinstance(content, Path):
                shutil.copyfile(content, path)
            else:
                path.write_bytes(content)
        except OSError:  # a full disk, for one: bytes without their record could never be deleted
            path.unlink(missing_ok=True)
            raise
        file = FileObject(
            id=file_id, bytes=path.stat().st_size, created_at=int(now), filename=filename, purpose=purpose
        )
        unfinished = path.with_suffix(".part")
        unfinished.write_text(json.dumps(asdict(file)), encoding="utf-8")
        unfinished.replace(path.with_suffix(".json"))
        return file

    def find(self, file_id: str) -> FileObject:
        if not ID.fullmatch(file_id):
            raise _no_such_file(file_id)
        try:
            text = (self._folder / f"{file_id}.json").read_text(encoding="utf-8")
        except FileNotFoundError:
            raise _no_such_file(file_id) from None
        return FileObject(**json.loads(text))

    def path(self, file_id: str) -> Path:
        """Where the bytes of a file lie."""
        return self._folder / self.find(file_id).id

    def list(self) -> list[FileObject]:
        """Newest first."""
        if not self._folder.is_dir():
            return []
        files = []
        for path in self._folder.glob("file-*.json"):
            with suppress(NotFoundError):  # deleted since the folder was listed
                files.append(self.find(path.stem))
        return sorted(files, key=lambda file: (file.created_at, file.id), reverse=True)

    def delete(self, file_id: str) -> None:
        path = self.path(file_id)
        path.with_suffix(".json").unlink(missing_ok=True)
        path.unlink(missing_ok=True)


def _no_such_file(file_id: str) -> NotFoundError:
    return NotFoundError(f"No such File object: {file_id}", param="id", code=None)
