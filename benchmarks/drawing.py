"""The illustrator, from prompt to PNG."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from figures import Figure

MEDIAN_MS = 300


def measure() -> Iterator[Figure]:
    command = [sys.executable, str(Path(__file__).parent / "draw_samples.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1])
    found = json.loads(done.stdout)
    yield Figure("1024x1024, medium: median of 20 plain prompts", found["plain"], "ms", at_most=MEDIAN_MS)
    yield Figure("the same once more", found["again"], "ms")
    yield Figure("the slowest of them", found["slowest"], "ms")
    yield Figure("the first picture of a process", found["first"], "ms")
    yield Figure("1024x1024, low", found["low"], "ms")
    yield Figure("1024x1024, high", found["high"], "ms")
    yield Figure("peak memory, 1024x1024", found["peak"], "MB")
    yield Figure("3840x2160, medium", found["4k"], "ms")
    yield Figure("peak memory, 3840x2160", found["4k_peak"], "MB")
    for style, ms in sorted(found["styles"].items(), key=lambda item: item[1]):
        yield Figure(f"style {style}", ms, "ms")
