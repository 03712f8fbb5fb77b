"""Times edits of a photograph at several sizes: `python benchmarks/photo_edits.py`."""

import time
from importlib.util import find_spec
from pathlib import Path
from statistics import median

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator import draw, edit

SIZES = {"0.3 MP": 512, "1 MP": 1024, "12 MP": 3464}
PROMPTS = (
    "make it black and white",
    "make it night",
    "blur it",
    "remove the background",
    "replace the background with a beach",
    "make her hair blue",
    "put a top hat on her head",
    'write "HELLO" on her suit',
    "zoom out",
)
ROUNDS = 3


def load(edge: int) -> npt.NDArray[np.uint8]:
    spec = find_spec("skimage")
    if spec is None or spec.origin is None:
        raise SystemExit("Install scikit-image: it ships the photograph.")
    pixels = cv2.imread(str(Path(spec.origin).parent / "data" / "astronaut.png"), cv2.IMREAD_COLOR)
    return cv2.cvtColor(cv2.resize(pixels, (edge, edge), interpolation=cv2.INTER_CUBIC), cv2.COLOR_BGR2RGB)


def main() -> None:
    cv2.setNumThreads(1)
    draw("a fox", size=(64, 64))
    began = time.perf_counter()
    draw("a fox in a forest", size=(1024, 1024))
    print(f"{'a picture of 1024x1024, to compare':40} {time.perf_counter() - began:6.2f} s")
    for name, edge in SIZES.items():
        pixels = load(edge)
        for prompt in PROMPTS:
            times = []
            for _ in range(ROUNDS if edge < 2000 else 1):
                began = time.perf_counter()
                edit(pixels, prompt)
                times.append(time.perf_counter() - began)
            print(f"{name:8} {prompt:40} {median(times):6.2f} s")


if __name__ == "__main__":
    main()
