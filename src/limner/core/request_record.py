"""What is known of a request once it is over: a row of the ledger, and what the metrics count."""

from dataclasses import dataclass
from typing import Literal

from limner.core.picture import Format, Size
from limner.core.request import Operation, Quality
from limner.core.usage import TokenUsage

Outcome = Literal["completed", "failed", "cancelled"]
"""`cancelled`: the client left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRecord:
    """Of a request that was admitted. Refused requests have none."""

    request_id: str
    """The `x-request-id` of the response."""
    created_at_ms: int
    """Unix milliseconds at which the request was admitted."""
    key_id: str
    """Empty without a key."""
    project_id: str
    user: str | None
    operation: Operation
    model: str
    size: Size
    quality: Quality
    output_format: Format
    n: int
    num_images: int
    """Images that were completed."""
    num_partials: int
    """Partial images that were sent."""
    num_bytes: int
    """Encoded bytes of the completed images."""
    usage: TokenUsage
    queued_s: float
    """From admission until the engine began to draw the first image."""
    drawing_s: float
    """From then until the last image was completed, or the request ended."""
    encoding_s: float
    """Of which encoding, as far as the engine says; of all images."""
    total_s: float
    outcome: Outcome
    error_code: str | None = None
    cost: int = 0
    """Millionths of the ledger's currency."""
    engine: str = ""
    """The engine that drew the latest image or partial image; empty if there was none."""
    prompt: str | None = None
    """Only if the settings say so."""
