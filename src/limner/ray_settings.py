"""The settings of Ray: where it runs, and how it deploys each engine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import msgspec

MAX_S = 1_000_000_000
Count = Annotated[int, msgspec.Meta(ge=1)]
Amount = Annotated[float, msgspec.Meta(ge=0, le=1_000_000)]
Seconds = Annotated[float, msgspec.Meta(gt=0, le=MAX_S)]
Delay = Annotated[float, msgspec.Meta(ge=0, le=MAX_S)]


@dataclass(frozen=True, slots=True, kw_only=True)
class RayAutoscaling:
    """Ray Serve's own options, with its names."""

    min_replicas: Count = 1
    max_replicas: Count = 1
    initial_replicas: Count | None = None
    target_ongoing_requests: Annotated[float, msgspec.Meta(gt=0)] = 2
    """Per replica, queued requests included."""
    upscale_delay_s: Delay = 30
    downscale_delay_s: Delay = 600
    look_back_period_s: Seconds = 30

    def __post_init__(self) -> None:
        replicas = [self.min_replicas, self.initial_replicas or self.min_replicas, self.max_replicas]
        if replicas != sorted(replicas):
            raise ValueError("min_replicas <= initial_replicas <= max_replicas does not hold")


@dataclass(frozen=True, slots=True, kw_only=True)
class RayDeployment:
    """How Ray runs an engine: mostly Ray Serve's own options, with its names."""

    enabled: bool | None = None
    """False: the gateways draw with this engine themselves. By default, they do so with engines that call servers."""
    num_replicas: Count = 1
    autoscaling_config: RayAutoscaling | None = None
    """Instead of `num_replicas`."""
    num_cpus: Amount | None = None
    """Of a replica, by default 1. The illustrator has as many processes; by default one, or one for each CPU of a
    Ray that `limner serve --ray` has started."""
    num_gpus: Amount | None = None
    """Of a replica. Two replicas with 0.5 share a GPU. By default 1 for `diffusers` if the cluster has GPUs, else 0."""
    memory: Count | None = None
    """Bytes that Ray reserves on a node for a replica."""
    resources: Mapping[str, float] = field(default_factory=dict)
    """Custom resources of nodes."""
    accelerator_type: str | None = None
    max_ongoing_requests: Count = 64
    """Of a replica."""
    max_queued_requests: Annotated[int, msgspec.Meta(ge=-1)] = 256
    """In each gateway, when all replicas are busy; beyond it, 429. -1: no limit."""
    graceful_shutdown_timeout_s: Delay = 600
    """For running requests when a replica is stopped: longer than the longest one."""
    health_check_period_s: Seconds = 2
    health_check_timeout_s: Seconds = 30
    max_surge_percent: Annotated[int, msgspec.Meta(ge=0, le=100)] | None = None
    """Extra replicas during an update. By default 100 if the cluster has room for one more replica, else 0."""
    runtime_env: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RaySettings:
    address: str | None = None
    """`local` starts Ray on this machine, `auto` and `host:port` join one that runs. None: without Ray."""
    app_prefix: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?\Z")] = "limner"
    """Of the names of Serve applications. Settings that share a cluster need different ones."""
    token_file: Path | None = None
    """The token of the cluster. By default `ray-token` in the storage folder, if Ray's own variables name none."""
    num_cpus: Count | None = None
    """Of a Ray that `limner serve --ray` starts, instead of what the machine has."""
    num_gpus: Annotated[int, msgspec.Meta(ge=0)] | None = None
    first_event_s: Seconds = 120
    """Until a replica accepts a request; then 503."""
    deploy_timeout_s: Seconds = 1800
    """Until the replicas of all applications run."""
    engines: Mapping[str, RayDeployment] = field(default_factory=dict)
    """`[ray.engines.illustrator]`: for the models of an engine that have no table `ray` of their own."""
