"""What `limner doctor` looks at. Each check is a function that finds one thing or several."""

import asyncio
import importlib.metadata
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from limner import __version__
from limner.cli.terminal import picture_kind
from limner.settings import Settings, SettingsError, load_settings

Status = Literal["ok", "optional", "missing"]
LIBRARIES = {
    "libGL": "Debian: apt-get install libgl1; Fedora: dnf install libglvnd-glx",
    "libEGL": "Debian: apt-get install libegl1; Fedora: dnf install libglvnd-egl",
    "libfontconfig": "Debian: apt-get install libfontconfig1; Fedora: dnf install fontconfig",
}
REQUIREMENT = re.compile(r"^([A-Za-z0-9_.-]+)[^;]*;.*\bextra\s*==\s*['\"]([^'\"]+)['\"]")
GIB = 2**30


@dataclass(frozen=True, slots=True)
class Finding:
    name: str
    status: Status
    detail: str
    remedy: str = ""


def examine(config: Path | None) -> Iterator[Finding]:
    """Everything, the quick first."""
    yield Finding("limner", "ok", f"{__version__}, Python {platform.python_version()}, {platform.platform(terse=True)}")
    try:
        settings = load_settings(config)
    except SettingsError as error:
        yield Finding("settings", "missing", str(error), "Mend the settings file or the LIMNER_ variable it names.")
        settings = Settings()
    yield _storage(settings.storage.folder)
    yield _drawing_library()
    yield _art()
    yield _illustrator()
    yield from _engines(settings)
    yield from _extras()
    yield _gpu()
    yield _terminal()


def _storage(folder: Path) -> Finding:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        remedy = "Choose another: LIMNER_STORAGE__FOLDER=/path, or storage.folder in the settings."
        return Finding("storage", "missing", f"'{folder}' cannot be written: {error.strerror}", remedy)
    return Finding("storage", "ok", f"{folder}, {shutil.disk_usage(folder).free / GIB:.0f} GiB free")


def _drawing_library() -> Finding:
    done = subprocess.run(  # in a process of its own: a missing library may end it
        [sys.executable, "-c", "import skia; print(skia.__version__)"], capture_output=True, text=True, check=False
    )
    if done.returncode == 0:
        return Finding("drawing library", "ok", f"skia {done.stdout.strip()}")
    said = done.stderr.strip().splitlines()[-1:] or ["skia cannot be loaded"]
    lacking = [remedy for library, remedy in LIBRARIES.items() if library in said[0]]
    return Finding("drawing library", "missing", said[0], " ".join(lacking) or "pip install --force-reinstall limner")


def _art() -> Finding:
    folder = Path(__file__).parents[1] / "data"
    needed = ("icons.bin", "nouns.bin", "words.bin", "o200k_base.bin", "font-sans.ttf")
    absent = [name for name in needed if not (folder / name).is_file()]
    if not absent:
        size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
        return Finding("art", "ok", f"icons, fonts and words are packed, {size:.0f} MB")
    remedy = "Install limner from a wheel, or run 'python assets/pack.py' in its source folder."
    if shutil.which("npm") is None:
        remedy += " It needs npm (Debian: apt-get install npm)."
    return Finding("art", "missing", f"not packed: {', '.join(absent)}", remedy)


def _illustrator() -> Finding:
    """Draws a small picture, as `limner generate` does."""
    from limner.core.errors import ApiError

    began = time.monotonic()
    try:
        asyncio.run(_draw())
    except (ImportError, SettingsError, ApiError) as error:
        return Finding("illustrator", "missing", f"draws nothing: {error}", "Mend what is said above, and ask again.")
    return Finding("illustrator", "ok", f"draws; its first picture took {time.monotonic() - began:.1f} s")


async def _draw() -> None:
    from limner.cli.asked import Wish
    from limner.cli.local import LocalDoor

    door = LocalDoor(Settings(), num_pictures=1)
    wish = Wish(operation="generate", prompt="a red apple", parameters={"size": "128x128"}, stem="apple")
    try:
        async for _ in door.draw(wish, partial_images=0):
            pass
    finally:
        await door.close()


def _engines(settings: Settings) -> Iterator[Finding]:
    """The engines beside the illustrator: those that are known, and those that the settings name."""
    from limner.engines.registry import ENGINES, EngineSetupError, load_engine

    plugins = {point.name for point in importlib.metadata.entry_points(group="limner.engines")}
    asked = {model.engine: model for model in settings.models.values()}
    for name in sorted((plugins | ENGINES.keys() | asked.keys()) - {"illustrator"}):
        if name not in asked:
            yield Finding(f"engine {name}", "optional", "known; no model of the settings uses it")
            continue
        try:
            load_engine(name, {**settings.engines.get(name, {}), **asked[name].options})
        except EngineSetupError as error:
            yield Finding(f"engine {name}", "missing", str(error), "Mend the settings, or install what it asks for.")
        else:
            yield Finding(f"engine {name}", "ok", "can be loaded")


def _extras() -> Iterator[Finding]:
    """The optional parts of the package, from its own description."""
    try:
        requirements = importlib.metadata.requires("limner") or []
    except importlib.metadata.PackageNotFoundError:
        return
    extras: dict[str, list[str]] = {}
    for requirement in requirements:
        if found := REQUIREMENT.match(requirement):
            extras.setdefault(found[2], []).append(found[1])
    for extra, packages in extras.items():
        versions = {package: _version(package) for package in packages}
        absent = [package for package, version in versions.items() if version is None]
        if absent:
            remedy = f"pip install 'limner[{extra}]'"
            yield Finding(f"extra {extra}", "optional", f"not installed: {', '.join(absent)}", remedy)
        else:
            yield Finding(f"extra {extra}", "ok", ", ".join(f"{name} {version}" for name, version in versions.items()))


def _version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def _gpu() -> Finding:
    if find_spec("torch") is None:
        seen = "an NVIDIA GPU is here, but no torch" if shutil.which("nvidia-smi") else "no torch: no GPU engine"
        return Finding("gpu", "optional", seen, "For diffusion models: pip install 'limner[diffusers]'")
    code = (
        "import torch; c = torch.cuda; print(torch.__version__, torch.version.cuda, sep='|');"
        "devices = map(c.get_device_properties, range(c.device_count()));"
        "[print(device.name, device.total_memory, sep='|') for device in devices]"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter, and code that stands above
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    if done.returncode:
        return Finding("gpu", "optional", "torch cannot be loaded", "pip install --force-reinstall torch")
    first, *devices = (line.split("|") for line in done.stdout.splitlines())
    if not devices:
        remedy = "" if first[1] != "None" else "This torch was built without CUDA: see pytorch.org/get-started."
        return Finding("gpu", "optional", f"torch {first[0]} sees none", remedy)
    named = ", ".join(f"{name} ({int(memory) / GIB:.0f} GiB)" for name, memory in devices)
    return Finding("gpu", "ok", f"torch {first[0]}, CUDA {first[1]}: {named}")


def _terminal() -> Finding:
    kind = picture_kind(sys.stderr, os.environ)
    if kind is None:
        return Finding("terminal", "optional", "shows no pictures while they are drawn; everything else works")
    names = {"kitty": "kitty's protocol", "iterm2": "iTerm2's protocol", "half_blocks": "half blocks"}
    return Finding("terminal", "ok", f"shows pictures: {names[kind.__name__]}")
