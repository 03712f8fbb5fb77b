"""The class of the Serve deployments."""

from typing import Any

from limner.engines.ray.replica import EngineReplica


class DeployedReplica(EngineReplica):
    def reconfigure(self, user_config: Any) -> None:
        """Serve requires it of a deployment with a `user_config`, which only `deploy` reads."""
