"""The import rules of both distributions, the length of files, and what `import limner` loads."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = {
    "limner": ROOT / "src" / "limner",
    "limner_illustrator": ROOT / "illustrator" / "src" / "limner_illustrator",
}
LAYERS = {
    "limner": {
        "cli": 10,
        "testing": 10,
        "server": 9,
        "conformance": 9,
        "api": 8,
        "connection": 8,
        "listening": 8,
        "library": 8,
        "access": 7,
        "batches": 7,
        "flow": 7,
        "lingering": 7,
        "service": 6,
        "rewriting": 3,
        "models": 5,
        "engine_loader": 4,
        "ray_cluster": 4,
        "engines": 3,
        "database": 3,
        "model_plan": 3,
        "storage": 3,
        "observability": 2,
        "families": 2,
        "settings": 2,
        "codec": 1,
        "route_settings": 1,
        "ray_settings": 0,
        "rewriting_settings": 0,
        "core": 0,
    },
    "limner_illustrator": {
        "arrays": 11,
        "drawing": 10,
        "edit": 9,
        "graphics": 8,
        "render": 7,
        "language": 6,
        "layout": 5,
        "backdrops": 4,
        "subjects": 3,
        "art_styles": 2,
        "catalog": 2,
        "canvas": 1,
        "scene": 0,
    },
}
"""A package imports from itself and from those with a lower number."""
FORBIDDEN_TO_ENGINES = {"families", "storage", "settings"}
SHARED_BY_ENGINES = {"proxy", "replicas"}
"""What engines need that draw on other servers (completion, HTTP, errors), or in other processes."""
MAX_LINES = 400
FOREIGN_HOMES = {
    "limner": {
        "starlette": {"api"},
        "uvicorn": {"server", "connection", "flow"},
        "typer": {"cli"},
        "limner_illustrator": {"engines"},
        "cv2": {"engines", "codec"},
        "tiktoken": {"families"},
        "sqlalchemy": {"database", "access", "batches"},
        "alembic": {"database"},
        "limits": {"access"},
        "prometheus_client": {"observability"},
        "opentelemetry": {"observability"},
        "obstore": {"storage"},
        "ray": {"engines"},
    },
    "limner_illustrator": {},
}
LIMNER_FILES = sorted(SOURCES["limner"].rglob("*.py"))


def package_of(distribution: str, path: Path) -> str:
    return path.relative_to(SOURCES[distribution]).parts[0].removesuffix(".py")


@cache
def imports_of(distribution: str, path: Path) -> set[str]:
    """Every module that a file imports, in full; `from limner import codec` counts as `limner.codec`."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names):
                found |= {name.name for name in names}
            case ast.ImportFrom(module=str(module), names=names, level=0):
                found |= {f"{module}.{name.name}" for name in names} if module == distribution else {module}
            case ast.ImportFrom(level=level) if level:
                found.add("a relative import")
    return found


@pytest.mark.parametrize("distribution", SOURCES)
def test_a_package_imports_only_from_itself_and_from_lower_layers(distribution):
    paths = sorted(SOURCES[distribution].rglob("*.py"))

    assert paths
    assert [fault for path in paths for fault in wrong_imports_of(distribution, path)] == []


def wrong_imports_of(distribution: str, path: Path) -> Iterator[str]:
    package, layers = package_of(distribution, path), LAYERS[distribution]
    if package == "__init__":
        return

    for name in sorted(imports_of(distribution, path)):
        if name == "a relative import":
            yield f"{path} imports relatively"
        top, _, rest = name.partition(".")
        if top == distribution and rest and not rest.startswith("__"):
            other = rest.partition(".")[0]
            if other != package and layers[other] >= layers[package]:
                yield f"{path}: {package} imports {name}"
            if distribution == "limner" and package == "engines" and other in FORBIDDEN_TO_ENGINES:
                yield f"{path}: an engine imports {name}"
        if package not in FOREIGN_HOMES[distribution].get(top, {package}):
            yield f"{path}: {package} imports {top}"


def test_the_illustrator_never_imports_the_server():
    for path in SOURCES["limner_illustrator"].rglob("*.py"):
        assert "limner" not in {name.partition(".")[0] for name in imports_of("limner_illustrator", path)}, path


def test_only_the_adapter_imports_the_illustrator():
    adapter = SOURCES["limner"] / "engines" / "illustrator"

    for path in LIMNER_FILES:
        if adapter not in path.parents:
            assert "limner_illustrator" not in {name.partition(".")[0] for name in imports_of("limner", path)}, path


def test_one_engine_never_imports_another():
    engines = SOURCES["limner"] / "engines"
    kinds = {path.name for path in engines.iterdir() if path.is_dir() and path.name != "__pycache__"}

    for path in engines.rglob("*.py"):
        kind = path.relative_to(engines).parts[0]
        if kind in kinds:
            for name in imports_of("limner", path):
                other = name.removeprefix("limner.engines.").partition(".")[0] if "limner.engines." in name else ""
                assert other not in kinds - SHARED_BY_ENGINES - {kind}, f"{path} imports {name}"


def test_core_imports_the_standard_library_only():
    core = list((SOURCES["limner"] / "core").rglob("*.py"))

    assert core
    for path in core:
        names = imports_of("limner", path)
        outside = {name for name in names if name.partition(".")[0] not in sys.stdlib_module_names}
        assert all(name.startswith("limner.core") for name in outside), path


@pytest.mark.parametrize(
    ("distribution", "project", "plugins"),
    [
        pytest.param("limner", ROOT / "pyproject.toml", {"pytest"}, id="limner"),  # testing.py is a plugin of pytest
        pytest.param("limner_illustrator", ROOT / "illustrator" / "pyproject.toml", set(), id="limner_illustrator"),
    ],
)
def test_every_imported_distribution_is_declared(distribution, project, plugins):
    metadata = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
    extras = metadata.get("optional-dependencies", {}).values()
    requirements = [*metadata["dependencies"], *(one for extra in extras for one in extra)]
    declared = {canonical(re.match(r"[\w.-]+", one)[0]) for one in requirements}
    names = {name.partition(".")[0] for path in SOURCES[distribution].rglob("*.py") for name in imports_of("", path)}
    owners = packages_distributions()

    for name in names - sys.stdlib_module_names - {distribution} - plugins:
        assert declared & {canonical(owner) for owner in owners.get(name, [name])}, f"{name} is not declared"


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_no_file_is_too_long():
    paths = [path for folder in SOURCES.values() for path in folder.rglob("*.py")]

    assert paths
    assert [path for path in paths if len(path.read_text(encoding="utf-8").splitlines()) > MAX_LINES] == []


def test_module_names_are_specific():
    nothing = {"utils", "util", "helpers", "common", "misc", "base", "manager", "handler", "info"}

    assert not [path for folder in SOURCES.values() for path in folder.rglob("*.py") if path.stem in nothing]


def test_import_limner_loads_nothing_heavy():
    code = "import limner, sys; print(*sys.modules)"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert [name for name in loaded if name.startswith("limner.")] == []
    assert not {"numpy", "skia", "cv2", "starlette", "tiktoken", "PIL", "torch"} & set(loaded)


@pytest.mark.parametrize("lock", ["tokenizer/package-lock.json", "illustrator/assets/package-lock.json"])
def test_nothing_names_a_registry_host_in_the_lock(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert '"resolved"' not in text
    assert '"integrity"' in text
