"""CPU time of a gateway to choose a replica: the real router, without a cluster."""

import asyncio
import time
from dataclasses import dataclass, field
from itertools import count
from types import SimpleNamespace
from typing import Any

NUM_GATEWAYS = 10
"""Of whose work each replica reports."""
CHOICES = 50
NUM_REPLICAS = (8, 128, 1000)


@dataclass(frozen=True, slots=True)
class Replica:
    """What the router reads of Serve's `RunningReplica`."""

    replica_id: Any
    routing_stats: dict[str, Any] = field(default_factory=dict)


def measure_router() -> dict[str, float]:
    """Milliseconds for each choice, by the number of replicas."""
    return {f"router_{number}_cpu_ms": 1000 * asyncio.run(choice_s(number)) for number in NUM_REPLICAS}


async def choice_s(num_replicas: int) -> float:
    from ray.serve._private.common import DeploymentID
    from ray.serve.request_router import ReplicaID

    from limner.engines.ray.router import LeastWorkRouter

    router = LeastWorkRouter.__new__(LeastWorkRouter)  # Serve's own constructor needs a cluster
    router.initialize_state()
    work = {f"gateway {number}": float(number) for number in range(NUM_GATEWAYS)}
    deployment = DeploymentID(name="engine", app_name="limner")
    replicas: Any = [
        Replica(ReplicaID(unique_id=f"replica {number}", deployment_id=deployment), {"work": work})
        for number in range(num_replicas)
    ]
    numbers = count()
    began_s = time.process_time()
    for _ in range(CHOICES):
        request: Any = SimpleNamespace(
            metadata=SimpleNamespace(internal_request_id=str(next(numbers))),
            kwargs={"cost": 1.0, "sender": "gateway 0"},
        )
        await router.choose_replicas(replicas, request)
    return (time.process_time() - began_s) / CHOICES
