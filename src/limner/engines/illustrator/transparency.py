"""Whether a picture is drawn with a transparent background, where the request leaves that to the engine."""

from limner.core.picture import Background
from limner.core.request import ImageRequest


def resolve_background(request: ImageRequest) -> Background:
    return "opaque" if request.background == "auto" else request.background
