"""The checks of `limner doctor`. Each returns one finding or yields several."""

import asyncio
import importlib.metadata
import os
import platform
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from limner import __version__
from limner.cli.findings import Finding, Status
from limner.cli.service_checks import check_services
from limner.cli.terminal import has_pillow, image_protocol
from limner.core.errors import APIError
from limner.engines.registry import ENGINES, EngineNotInstalledError, EngineSetupError, load_engine
from limner.model_plan import find_uses
from limner.settings import Settings, SettingsError, Storage, load_settings
from limner.storage.registry import open_storage

SYSTEM_LIBRARIES = {
    "libGL": "Debian: apt-get install libgl1; Fedora: dnf install libglvnd-glx",
    "libEGL": "Debian: apt-get install libegl1; Fedora: dnf install libglvnd-egl",
    "libfontconfig": "Debian: apt-get install libfontconfig1; Fedora: dnf install fontconfig",
}
REQUIREMENT = re.compile(r"^([A-Za-z0-9_.-]+)[^;]*;.*\bextra\s*==\s*['\"]([^'\"]+)['\"]")
GIB = 2**30


def run_checks(config: Path | None) -> Iterator[Finding]:
    """Run all checks, quick ones first."""
    yield Finding("limner", "ok", f"{__version__}, Python {platform.python_version()}, {platform.platform(terse=True)}")
    try:
        settings = load_settings(config)
    except SettingsError as error:
        yield Finding(
            "settings",
            "missing",
            str(error),
            "Correct the settings file or the LIMNER_ variable that the message names.",
        )
        settings = Settings()
    yield _storage(settings.storage)
    yield from check_services(settings)
    yield _check_packed_data("token ranks", "limner", ("o200k_base.bin",))
    yield from _illustrator(settings)
    yield from _engines(settings)
    yield from _extras()
    yield _gpu()
    yield _terminal()


def _storage(storage: Storage) -> Finding:
    return _folder(storage.folder) if storage.backend == "disk" else _bucket(storage)


def _folder(folder: Path) -> Finding:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        remedy = "Choose another folder: set LIMNER_STORAGE__FOLDER=/path, or storage.folder in the settings file."
        return Finding("storage", "missing", f"'{folder}' cannot be written: {error.strerror}", remedy)
    return Finding("storage", "ok", f"{folder}, {shutil.disk_usage(folder).free / GIB:.0f} GiB free")


def _bucket(storage: Storage) -> Finding:
    """Write, read and delete an object."""
    name, content, now = f"doctor-{secrets.token_hex(8)}", b"limner doctor", time.time()
    began = time.monotonic()
    try:
        stores = open_storage(storage)
        stores.blobs.put(name, content, expires_at=int(now) + 60, now=now)
        found = stores.blobs.read(name, now=now)
        stores.blobs.delete(name)
        stores.signing_secret()
    except SettingsError as error:
        remedy = "Correct the tables storage and storage.s3 of the settings."
        detail, _, command = str(error).partition(" Run: ")
        return Finding("storage", "missing", detail, command or remedy)
    except APIError as error:
        remedy = "Correct the table storage.s3 of the settings, or the bucket and what its credentials allow."
        return Finding("storage", "missing", f"{storage.backend}: {error.message}", remedy)
    if found != content:
        return Finding("storage", "missing", f"{storage.backend}: what was written is not found")
    took_ms = (time.monotonic() - began) * 1000
    return Finding("storage", "ok", f"{storage.backend}: written, read and deleted an object in {took_ms:.0f} ms")


def _drawing_library() -> Finding:
    done = subprocess.run(  # in its own process, because a missing library may crash it
        [sys.executable, "-c", "import skia; print(skia.__version__)"], capture_output=True, text=True, check=False
    )
    if done.returncode == 0:
        return Finding("drawing library", "ok", f"skia {done.stdout.strip()}")
    detail = (done.stderr.strip().splitlines() or ["skia cannot be loaded"])[-1]
    remedies = [remedy for library, remedy in SYSTEM_LIBRARIES.items() if library in detail]
    remedy = " ".join(remedies) or "pip install --force-reinstall skia-python"
    return Finding("drawing library", "missing", detail, remedy)


def _check_packed_data(title: str, module: str, required: tuple[str, ...]) -> Finding:
    """Data that is packed into a distribution when its wheel is built."""
    spec = find_spec(module)
    folder = Path(spec.origin if spec and spec.origin else "").parent / "data"
    absent = [name for name in required if not (folder / name).is_file()]
    if not absent:
        size = sum((folder / name).stat().st_size for name in required) / 1e6
        return Finding(title, "ok", f"packed, {size:.1f} MB")
    remedy = "Install it from a wheel, or from its source folder again."
    if shutil.which("npm") is None:
        remedy += " The latter needs npm (Debian: apt-get install npm)."
    return Finding(title, "missing", f"not packed: {', '.join(absent)}", remedy)


def _illustrator(settings: Settings) -> Iterator[Finding]:
    """Draw a small image, as `limner generate` does."""
    try:
        load_engine("illustrator", settings.engines.get("illustrator", {}))
    except EngineSetupError as error:
        is_used = "illustrator" in _used_engines(settings) or (not settings.models and settings.ray.address is None)
        yield _report_broken_engine("illustrator", error, "missing" if is_used else "optional")
        return
    yield _drawing_library()
    yield _check_packed_data(
        "art", "limner_illustrator", ("icons.bin", "nouns.bin", "terms.bin", "words.bin", "font-sans.ttf")
    )
    began = time.monotonic()
    try:
        asyncio.run(_draw())
    except (ImportError, SettingsError, APIError) as error:
        yield Finding("illustrator", "missing", f"cannot draw: {error}", "Fix the problems listed above and try again.")
    else:
        yield Finding("illustrator", "ok", f"works; its first image took {time.monotonic() - began:.1f} s")


async def _draw() -> None:
    from limner.cli.job import CliJob
    from limner.cli.local_backend import LocalBackend

    backend = LocalBackend(Settings(), num_images=1)
    job = CliJob(operation="generate", prompt="a red apple", parameters={"size": "128x128"}, stem="apple")
    try:
        async for _ in backend.draw(job, partial_images=0):
            pass
    finally:
        await backend.close()


def _engines(settings: Settings) -> Iterator[Finding]:
    """Engines besides the illustrator: those that are installed, and those that the settings name."""
    plugins = {point.name for point in importlib.metadata.entry_points(group="limner.engines")}
    used = _used_engines(settings)
    for name in sorted((plugins | ENGINES.keys() | used.keys()) - {"illustrator"}):
        if name not in used:
            yield Finding(f"engine {name}", "optional", "no model in the settings uses it in this process")
            continue
        try:
            load_engine(name, used[name])
        except EngineSetupError as error:
            yield _report_broken_engine(f"engine {name}", error, "missing")
        else:
            yield Finding(f"engine {name}", "ok", "can be loaded")


def _used_engines(settings: Settings) -> dict[str, Mapping[str, Any]]:
    """The engines that draw in this process, not on Ray, for the settings' models: with the options of one of them."""
    uses = (use for model in settings.models.values() for use in find_uses(settings, model))
    return {use.engine: use.options for use in uses if settings.ray.address is None or not use.is_on_ray}


def _report_broken_engine(title: str, error: EngineSetupError, status: Status) -> Finding:
    engine = title.removeprefix("engine ")
    is_not_installed = isinstance(error, EngineNotInstalledError)
    remedy = f"pip install 'limner[{engine}]'" if is_not_installed else "Correct the settings, or install the engine."
    detail, _, _ = str(error).partition(" Run:")  # the remedy says it
    return Finding(title, status, detail, remedy)


def _extras() -> Iterator[Finding]:
    """The extras of the installed package, from its metadata."""
    try:
        requirements = importlib.metadata.requires("limner") or []
    except importlib.metadata.PackageNotFoundError:
        return
    extras: dict[str, list[str]] = {}
    for requirement in requirements:
        if match := REQUIREMENT.match(requirement):
            extras.setdefault(match[2], []).append(match[1])
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
        detail = "torch is not installed"
        if shutil.which("nvidia-smi"):
            detail = f"there is an NVIDIA GPU, but {detail}"
        return Finding("gpu", "optional", detail, "To draw with diffusion models: pip install 'limner[diffusers]'")
    code = (
        "import torch; c = torch.cuda; print(torch.__version__, torch.version.cuda, sep='|');"
        "devices = map(c.get_device_properties, range(c.device_count()));"
        "[print(device.name, device.total_memory, sep='|') for device in devices]"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    if done.returncode:
        return Finding("gpu", "optional", "torch cannot be loaded", "pip install --force-reinstall torch")
    first, *devices = (line.split("|") for line in done.stdout.splitlines())
    if not devices:
        remedy = "" if first[1] != "None" else "This build of torch has no CUDA support: see pytorch.org/get-started."
        return Finding("gpu", "optional", f"torch {first[0]} finds no GPU", remedy)
    names = ", ".join(f"{name} ({int(memory) / GIB:.0f} GiB)" for name, memory in devices)
    return Finding("gpu", "ok", f"torch {first[0]}, CUDA {first[1]}: {names}")


def _terminal() -> Finding:
    if not has_pillow():
        return Finding("terminal", "optional", "cannot show images: Pillow is not installed", "pip install pillow")
    protocol = image_protocol(sys.stderr, os.environ)
    if protocol is None:
        return Finding("terminal", "optional", "cannot show images while they are drawn; everything else works")
    names = {"kitty": "kitty's protocol", "iterm2": "iTerm2's protocol", "half_blocks": "half blocks"}
    return Finding("terminal", "ok", f"shows images: {names[protocol.__name__]}")
