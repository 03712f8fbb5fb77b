"""Two generated images of 1024x1024 as input for encoders."""

import cv2
import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]


def photograph(height: int = 1024, width: int = 1024) -> Pixels:
    """Like a photograph: soft shapes of every size, and sensor noise."""
    rng = np.random.default_rng(1)
    light = np.zeros((height, width, 3), np.float32)
    cells = 4
    while cells < min(height, width):
        layer = rng.standard_normal((cells, cells, 3)).astype(np.float32)
        light += cv2.resize(layer, (width, height), interpolation=cv2.INTER_CUBIC) / cells**0.9
        cells *= 2
    light = (light - light.min()) / np.ptp(light) * 255
    return np.clip(light + rng.normal(0, 2, light.shape), 0, 255).astype(np.uint8)


def illustration(height: int = 1024, width: int = 1024) -> Pixels:
    """Like a drawing: flat shapes with smooth edges over a gradient."""
    rng = np.random.default_rng(2)
    down = np.linspace(0, 1, height)[:, None, None]
    gradient = (1 - down) * (120, 180, 240) + down * (250, 230, 200)
    pixels = np.repeat(gradient, width, axis=1).astype(np.uint8)
    for _ in range(60):
        center = (int(rng.integers(0, width)), int(rng.integers(0, height)))
        color = tuple(int(value) for value in rng.integers(0, 255, 3))
        cv2.circle(pixels, center, int(rng.integers(10, width // 8)), color, -1, cv2.LINE_AA)
    for _ in range(15):
        corners = rng.integers(0, width, (5, 2)).astype(np.int32)
        cv2.polylines(pixels, [corners], isClosed=True, color=(40, 40, 40), thickness=3, lineType=cv2.LINE_AA)
    return pixels


SAMPLES = {"photograph": photograph, "illustration": illustration}
