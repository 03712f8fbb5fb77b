"""A Ray cluster on this machine, for the tests that need one. It takes seconds to start: one for the whole session."""

import gc
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import scripted_engine

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class RayCluster:
    folder: Path
    """For files that the tests and the replicas share."""
    address: str

    def deploy(self, **apps: Mapping[str, Any]) -> None:
        """Deploy applications with a deployment `engine`, at the same time. The values: see `make_deployment`."""
        from ray_imports import serve

        targets = [
            serve.RunTarget(
                make_deployment(**{"options": self.options_of(app)} | settings),
                name=app,
                route_prefix=None,
                logging_config={"enable_access_log": False},
            )
            for app, settings in apps.items()
        ]
        serve.run_many(targets)

    def options_of(self, app: str) -> dict[str, Any]:
        """Of the scripted engine."""
        self.folder_of(app).mkdir(exist_ok=True)
        return {"folder": str(self.folder_of(app)), "step_s": 0.02}

    def folder_of(self, app: str) -> Path:
        return self.folder / app


def make_deployment(*, options, engine=scripted_engine.NAME, least_work=True, **settings):
    """`options`: of the engine. `settings`: of the deployment."""
    from ray.serve.config import RequestRouterConfig

    from limner.engines.ray.replica import EngineReplica
    from limner.engines.ray.router import LeastWorkRouter
    from ray_imports import serve

    router = {"request_router_class": LeastWorkRouter} if least_work else {}
    defaults = {
        "name": "engine",
        "num_replicas": 2,
        "max_ongoing_requests": 100,
        "ray_actor_options": {"num_cpus": 0},
        "graceful_shutdown_timeout_s": 20,
        "graceful_shutdown_wait_loop_s": 0.1,
        "health_check_period_s": 0.5,
        "request_router_config": RequestRouterConfig(request_routing_stats_period_s=0.3, **router),
    }
    return serve.deployment(EngineReplica).options(**defaults | settings).bind(engine, options)


@pytest.fixture(scope="session")
def ray_cluster() -> Iterator[RayCluster]:
    pytest.importorskip("ray", reason="needs limner[ray]")
    from ray_imports import ray, serve

    folder = Path(tempfile.mkdtemp(prefix="ray-"))  # short: the paths of sockets are limited
    plugin = scripted_engine.install(folder / "plugin")
    token = folder / "token"
    token.write_text(secrets.token_hex(32), encoding="ascii")
    paths = [
        ROOT / "src",
        ROOT / "illustrator" / "src",
        ROOT / "tests",
        ROOT / "tests" / "engines" / "diffusers",
        plugin,
    ]
    environment = {
        "PYTHONPATH": os.pathsep.join([*map(str, paths), os.environ.get("PYTHONPATH", "")]),
        "RAY_AUTH_MODE": "",
        "RAY_AUTH_TOKEN_PATH": str(token),
        "RAY_memory_monitor_refresh_ms": "0",  # it watches the whole machine
        "RAY_USAGE_STATS_ENABLED": "0",
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        patch.delenv("RAY_AUTH_MODE")  # `init` turns the tokens on; Ray has read the variable when it was imported
        patch.setattr(sys, "path", [*sys.path, str(plugin)])
        context = start_ray(
            num_cpus=2,
            num_gpus=1,  # a name and a number: nothing uses it
            include_dashboard=False,
            object_store_memory=200 * 2**20,
            _temp_dir=str(folder / "ray"),
            log_to_driver=False,
            logging_level="ERROR",
            namespace="serve",
        )
        processes = [one for one in gc.get_objects() if isinstance(one, subprocess.Popen)]
        try:
            serve.start(proxy_location="Disabled")
            yield RayCluster(folder, context.address_info["gcs_address"])
        finally:
            serve.shutdown()
            ray.shutdown()
            for process in processes:
                process.wait()  # Ray does not, and Python warns
            shutil.rmtree(folder, ignore_errors=True)


def start_ray(**options):
    """Ray gives up after 30 s, which a busy machine may need."""
    from ray_imports import ray

    for _ in range(3):
        try:
            return ray.init(**options)
        except Exception as error:
            ray.shutdown()
            failure = error
    raise failure
