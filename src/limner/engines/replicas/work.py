"""The work of a request in one unit for all engines: megapixels times steps, summed over its images."""

from limner.core.request import ImageRequest

STEPS = {"low": 14, "medium": 21, "high": 28}
"""Assumed where the client names no number: a gateway does not know the model's."""


def work_of(request: ImageRequest) -> float:
    steps: float = request.num_inference_steps or STEPS[request.quality]
    if request.images and request.strength is not None:
        steps *= request.strength  # only the last steps are drawn
    return request.n * request.size.width * request.size.height / 1e6 * max(1, steps)
