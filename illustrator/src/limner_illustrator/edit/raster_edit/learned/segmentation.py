"""Finds what stands out in a photograph with U²-Net (Qin et al. 2020), in its small version."""

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.arrays import Floats, floats
from limner_illustrator.edit.raster_edit.learned.weights import find_network

PACKAGE, FILE = "rembg", "u2netp.onnx"
EDGE = 256
"""The network looks at a copy of this size. It was trained at 320, which takes half as much memory again."""
_MEAN = np.array([0.485, 0.456, 0.406], np.float32)
_SPREAD = np.array([0.229, 0.224, 0.225], np.float32)
LEAST_PEAK = 0.5
"""Below this the network has found nothing."""


def find_salient(pixels: Pixels) -> Floats | None:
    """(EDGE, EDGE), 0..1; None if the weights are not installed."""
    network = find_network(PACKAGE, FILE)
    if network is None:
        return None
    small = cv2.resize(pixels, (EDGE, EDGE), interpolation=cv2.INTER_AREA).astype(np.float32)
    normal = (small / max(1.0, float(small.max())) - _MEAN) / _SPREAD
    network.setInput(np.ascontiguousarray(normal.transpose(2, 0, 1)[None]))
    salient = floats(network.forward(network.getUnconnectedOutLayersNames()[0])[0, 0])
    return salient if float(salient.max()) >= LEAST_PEAK else np.zeros_like(salient)
