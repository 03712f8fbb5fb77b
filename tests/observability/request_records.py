"""Records of requests that are over."""

from limner.core.picture import Size
from limner.core.request_record import RequestRecord
from limner.core.usage import TokenUsage


def make_record(**fields) -> RequestRecord:
    values = {
        "request_id": "req_1",
        "created_at_ms": 1_790_000_000_000,
        "key_id": "key_1",
        "project_id": "default",
        "user": None,
        "operation": "generate",
        "model": "gpt-image-1",
        "size": Size(1024, 1024),
        "quality": "medium",
        "output_format": "png",
        "n": 2,
        "num_images": 2,
        "num_partials": 3,
        "num_bytes": 5000,
        "usage": TokenUsage(10, 20, 300),
        "queued_s": 0.5,
        "drawing_s": 2.0,
        "encoding_s": 0.25,
        "total_s": 2.75,
        "outcome": "completed",
    }
    return RequestRecord(**values | fields)
