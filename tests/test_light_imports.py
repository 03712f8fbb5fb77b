"""The server, the library and the command line run without any imaging library: engines bring those."""

import subprocess
import sys

import pytest

FORBID_HEAVY_IMPORTS = """
import sys

HEAVY = {"numpy", "cv2", "PIL", "skia", "simplejpeg", "isal", "torch"}


class HeavyImportForbidden:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in HEAVY:
            raise ModuleNotFoundError(f"{name} is imported", name=name)


sys.meta_path.insert(0, HeavyImportForbidden())
"""
MODULES = (
    "limner.api.app",
    "limner.cli.app",
    "limner.codec",
    "limner.conformance.suite",
    "limner.engines.diffusers.known_models",
    "limner.engines.diffusers.memory_need",
    "limner.engines.diffusers.process_engine",
    "limner.engines.proxy.engine",
    "limner.engines.registry",
    "limner.families.registry",
    "limner.library.client",
    "limner.library.inputs",
    "limner.service",
    "limner.server",
    "limner.storage.disk",
    "limner.storage.files",
    "limner.testing",
)
READ_HEADERS = """
import zlib
from limner import codec

def chunk(name, content):
    return len(content).to_bytes(4, "big") + name + content + zlib.crc32(name + content).to_bytes(4, "big")

png = b"\\x89PNG\\r\\n\\x1a\\n" + chunk(b"IHDR", b"\\0\\0\\0\\x03\\0\\0\\0\\x02\\x08\\x06\\0\\0\\0")
picture = codec.probe(png + chunk(b"iTXt", b"limner:a\\0\\0\\0\\0\\0b") + chunk(b"IEND", b""))
assert picture.size == (3, 2)
assert codec.has_alpha(picture)
assert codec.read_metadata(picture) == {"limner:a": "b"}
assert codec.describe_foreign(b"GIF89a") == "a GIF image"
assert codec.encode_base64(b"abc") == b"YWJj"
"""
USE_LIBRARY = """
from pathlib import Path
from limner.library.inputs import read_inputs
from limner.settings import Limits

fields = read_inputs({"image": b"GIF89a", "prompt": "x"}, Limits())
assert fields.values["image"][0].looks_like == "a GIF image"
"""


def run_without_imaging_libraries(code: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", FORBID_HEAVY_IMPORTS + code]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("module", MODULES)
def test_module_imports_without_imaging_libraries(module):
    done = run_without_imaging_libraries(f"import {module}")

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("code", [READ_HEADERS, USE_LIBRARY], ids=["codec", "library"])
def test_headers_are_read_without_imaging_libraries(code):
    done = run_without_imaging_libraries(code)

    assert done.returncode == 0, done.stderr


def test_command_line_help_works_without_imaging_libraries():
    code = "import limner.cli\nsys.argv = ['limner', '--help']\nlimner.cli.run()"

    done = run_without_imaging_libraries(code)

    assert done.returncode == 0, done.stderr
    assert "generate" in done.stdout


def test_diffusers_engine_starts_without_opencv():
    pytest.importorskip("torch", reason="needs limner[diffusers]")
    code = "import sys, limner.engines.diffusers.engine\nassert 'cv2' not in sys.modules"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


def test_decoding_needs_an_imaging_library():
    """The import hook works: what needs pixels does fail."""
    done = run_without_imaging_libraries("from limner import codec\ncodec.decode")

    assert "ModuleNotFoundError" in done.stderr


def test_unknown_codec_name_is_an_attribute_error():
    from limner import codec

    with pytest.raises(AttributeError, match="'scale'"):
        codec.scale  # noqa: B018
