"""Measured times of image models on GPUs, with the origin of each figure. Times are in seconds.

No GPU was at hand, so all of it is published by others. `benchmarks/gpu.py` measures the same on a GPU.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

BASELINES = "sgl-project/sglang, python/sglang/multimodal_gen/test/server/perf_baselines.json, captured 2026-04-15"
"""One H100 80GB, 1024x1024, one image at a time."""
BATCHES = "sgl-project/sglang, pull request 22183, comment of 2026-04-10"
"""One H200, bfloat16, torch.compile, Qwen-Image-2512, 50 steps, guidance 4."""


@dataclass(frozen=True, slots=True)
class ModelTimes:
    """One image of 1024x1024 alone on a GPU."""

    name: str
    steps: int
    encode_s: float
    """The prompt."""
    denoise_s: float
    """All steps."""
    total_s: float

    @property
    def images_a_day(self) -> float:
        return 86_400 / self.total_s


MODELS = (  # origin: BASELINES
    ModelTimes("FLUX.2 klein 4B", 4, 0.09044, 0.26612, 0.47648),
    ModelTimes("Z-Image-Turbo", 9, 0.17334, 0.67580, 1.02794),
    ModelTimes("FLUX.1 dev", 50, 0.05238, 6.91527, 7.35197),
    ModelTimes("Qwen-Image", 50, 0.58848, 12.40423, 13.09920),
    ModelTimes("FLUX.2 dev", 50, 0.50054, 24.03673, 24.99955),
)

STEP_S: Mapping[int, Mapping[int, float]] = {  # origin: BATCHES
    512: {1: 0.167, 2: 0.183, 3: 0.186, 4: 0.240, 8: 0.425, 16: 0.832},
    1024: {1: 0.243, 2: 0.474, 3: 0.711},
}
"""One step of Qwen-Image, by the edge of the image and the number of images in the batch."""
ENCODE_S = 0.58848  # origin: BASELINES, qwen_image_t2i, TextEncodingStage
"""The prompt of a request."""
FINISH_S = 13.09920 - 12.40423 - 0.58848  # origin: BASELINES, qwen_image_t2i: all that is neither prompt nor step
"""Decoding of one image, and all else that is done once for it."""


def step_s(edge: int, num_rows: int) -> float:
    """Seconds of one step: interpolated between the measured batch sizes, proportional beyond the largest."""
    known = STEP_S[edge]
    sizes = sorted(known)
    if num_rows >= sizes[-1]:
        return known[sizes[-1]] * num_rows / sizes[-1]
    upper = sizes[bisect_left(sizes, num_rows)]
    if upper == num_rows:
        return known[upper]
    lower = sizes[bisect_left(sizes, num_rows) - 1]
    share = (num_rows - lower) / (upper - lower)
    return known[lower] + share * (known[upper] - known[lower])


def best_rows(edge: int, most: int) -> int:
    """The batch size of at most `most` images with the most images a second, doubled while that gains 5 %."""
    rows = 1
    while 2 * rows <= most and step_s(edge, rows) / rows >= 1.05 * step_s(edge, 2 * rows) / (2 * rows):
        rows *= 2
    return rows
