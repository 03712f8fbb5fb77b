"""What the workers of an engine do at the moment, as the metrics report it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerStats:
    """Of the workers that draw on one device."""

    engine: str
    device: str
    num_workers: int
    """That should be there."""
    num_alive: int
    """Of those, the ones that can draw."""
    num_queued: int
    """Images that wait for a worker."""
    num_drawing: int
    """Images that have been begun."""
    num_forwards: int | None = None
    """Forward passes so far; None for an engine that does not draw in batches."""
    num_forward_images: int = 0
    """Images, summed over these."""
    forward_s: float = 0.0
    """Seconds that these took on the device."""
    num_batch_images: int = 0
    """Images of the latest forward pass."""
    memory: "DeviceMemory | None" = None
    """Of a device with memory of its own."""
    replica: str = ""
    """On Ray: `APPLICATION/ID` of the replica that they belong to, which all gateways report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceMemory:
    total_bytes: int
    reserved_bytes: int
    """That this process holds."""
    allocated_bytes: int
    """Of those, the ones in use."""
