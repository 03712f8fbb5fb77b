"""Lets hatchling pack the token ranks before it builds a wheel, an editable one included. They come with npm, from the
package that package-lock.json names with its hash; a wheel contains them, so installing one needs no npm.
"""

import fcntl
import hashlib
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NO_NPM = (
    "Limner's token ranks are fetched with npm when it is installed from source, and npm was not found. "
    "Install it (Debian: apt-get install npm) and try again."
)


class TokenRanksHook(BuildHookInterface):
    PLUGIN_NAME = "token-ranks"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name == "wheel":
            pack(Path(self.root))


def pack(root: Path) -> None:
    """Writes `root`/src/limner/data; does nothing if what is there was made by the same code from the same lock."""
    folder, data = root / "tokenizer", root / "src/limner/data"
    sys.path.insert(0, str(folder))
    from ranks import write_ranks

    lock_path = folder / "package-lock.json"
    stamp = data / "stamp.txt"
    wanted = hashlib.sha256(b"".join(path.read_bytes() for path in (folder / "ranks.py", lock_path))).hexdigest()
    with lock_path.open(encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two installations at once would remove each other's node_modules
        if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
            return
        _fetch(folder)
        data.mkdir(parents=True, exist_ok=True)
        write_ranks(folder / "node_modules", data / "o200k_base.bin")
        stamp.write_text(wanted, encoding="ascii")


def _fetch(folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        sys.exit(NO_NPM)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"npm could not fetch the token ranks:\n{done.stderr.strip()}")
