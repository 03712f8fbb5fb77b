"""The house: who may import whom, how long a file may be, and how quickly `import limner` is done."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "limner"
FLOORS = {
    "cli": 7,
    "testing": 7,
    "server": 6,
    "conformance": 6,
    "api": 5,
    "connection": 5,
    "lingering": 4,
    "listening": 5,
    "library": 5,
    "service": 4,
    "engines": 3,
    "families": 2,
    "storage": 2,
    "codec": 2,
    "settings": 2,
    "core": 1,
}
FORBIDDEN_TO_ENGINES = {"families", "storage", "settings"}
MAX_LINES = 400
FOREIGN_HOMES = {
    "starlette": {"api"},
    "uvicorn": {"server", "connection"},
    "typer": {"cli"},
    "skia": {"engines"},
    "cv2": {"engines", "codec"},
    "tiktoken": {"families"},
}
FILES = sorted(SOURCE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> set[str]:
    """Every module that a file imports, in full; `from limner import codec` counts as `limner.codec`."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names):
                found |= {name.name for name in names}
            case ast.ImportFrom(module=str(module), names=names, level=0):
                found |= {f"limner.{name.name}" for name in names} if module == "limner" else {module}
            case ast.ImportFrom(level=level) if level:
                found.add("a relative import")
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_room_imports_from_its_own_folder_and_from_the_floors_below(path):
    room = room_of(path)
    if room == "__init__":  # its imports are for type checkers: see test_import_limner_loads_nothing_heavy
        return

    for name in imports_of(path):
        assert name != "a relative import", f"{path} imports relatively"
        top, _, rest = name.partition(".")
        if top == "limner" and rest and not rest.startswith("__"):
            other = rest.partition(".")[0]
            assert other == room or FLOORS[other] < FLOORS[room], f"{room} imports {name}"
            assert not (room == "engines" and other in FORBIDDEN_TO_ENGINES), f"an engine imports {name}"
        assert room in FOREIGN_HOMES.get(top, {room}), f"{room} imports {top}"


def test_one_engine_never_imports_another():
    kinds = {path.name for path in (SOURCE / "engines").iterdir() if path.is_dir() and path.name != "__pycache__"}

    for path in FILES:
        parts = path.relative_to(SOURCE).parts
        if parts[0] == "engines" and parts[1] in kinds:
            for name in imports_of(path):
                other = name.removeprefix("limner.engines.").partition(".")[0] if "limner.engines." in name else ""
                assert other not in kinds - {parts[1]}, f"{path} imports {name}"


def test_core_imports_the_standard_library_only():
    for path in FILES:
        if room_of(path) == "core":
            outside = {name for name in imports_of(path) if name.partition(".")[0] not in sys.stdlib_module_names}
            assert all(name.startswith("limner.core") for name in outside), path


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_file_is_too_long(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


def test_no_module_has_a_name_that_says_nothing():
    nothing = {"utils", "util", "helpers", "common", "misc", "base", "manager", "handler", "info"}

    assert not [path for path in FILES if path.stem in nothing]


def test_import_limner_loads_nothing_heavy():
    code = "import limner, sys; print(*sys.modules)"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert [name for name in loaded if name.startswith("limner.")] == []
    assert not {"numpy", "skia", "cv2", "starlette", "tiktoken", "PIL", "torch"} & set(loaded)


def test_nothing_names_a_registry_host_in_the_lock():
    lock = (ROOT / "assets" / "package-lock.json").read_text(encoding="utf-8")

    assert '"resolved"' not in lock
    assert '"integrity"' in lock
