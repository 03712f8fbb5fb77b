"""Deploys engines as Ray Serve applications, each with one deployment, and updates what has changed."""

import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from limner.core.engine_deployment import EngineDeployment
from limner.engines.ray.connection import STARTED_HERE, RayUnavailableError
from limner.engines.ray.fingerprint import code_fingerprint, deployment_note, read_fingerprint
from limner.engines.ray.status import DEPLOYMENT, AppStatus, read_statuses

POLL_S = 0.2
GPU_ENGINES = frozenset({"diffusers"})
CONSTRUCTOR_ATTEMPTS = 3
"""Of Ray's 20: what an engine cannot load, it cannot load the next time, either."""
ROUTING_STATS_PERIOD_S = 1
RETRY_AFTER_S = 2
Change = Literal["deployed", "updated", "unchanged", "kept", "deleted"]
Report = Callable[[str, Change], None]


def deploy(
    wanted: Sequence[EngineDeployment],
    prefix: str,
    *,
    only_missing: bool,
    timeout_s: float,
    report: Report,
    needed: Collection[Collection[str]] | None = None,
) -> None:
    """Deploy what is missing. Unless `only_missing`, update what has changed and delete what is not wanted any more.

    Waits until all replicas run; if `only_missing`, for one replica of one application of each group in `needed`, which
    are all applications by default.
    Raises RayUnavailableError with the reason if an application does not start; the replicas that an update would
    replace go on drawing then, if there was room for both.
    """
    from ray import serve

    serve.start(proxy_location="Disabled")
    wanted = [keep_in_process(_with_processes(_with_gpu(one))) for one in wanted]
    found = read_statuses(prefix)
    changes = {one.app: _compare(one, found.get(one.app), only_missing=only_missing) for one in wanted}
    targets = [
        serve.RunTarget(_application(one), name=one.app, route_prefix=None)
        for one in wanted
        if changes[one.app] in ("deployed", "updated")
    ]
    if targets:
        serve.run_many(targets, wait_for_applications_running=False)
    groups = [{app} for app in changes] if needed is None else needed
    wait_until_running(groups, prefix, is_one_enough=only_missing, timeout_s=timeout_s)
    for app, change in changes.items():
        report(app, change)
    if not only_missing:
        delete((app for app in found if app not in changes), prefix, timeout_s=timeout_s, report=report)


def delete(apps: Iterable[str], prefix: str, *, timeout_s: float, report: Report) -> None:
    """Wait until their requests are finished and their replicas gone."""
    from ray import serve

    left = list(apps)
    for app in left:
        serve.delete(app, _blocking=False)
    deadline = time.monotonic() + timeout_s
    while left:
        statuses = read_statuses(prefix)
        for app in [app for app in left if app not in statuses]:
            left.remove(app)
            report(app, "deleted")
        if left and time.monotonic() > deadline:
            raise RayUnavailableError(f"Still not deleted after {timeout_s:g} s: {', '.join(left)}.")
        if left:
            time.sleep(POLL_S)


def wait_until_running(
    groups: Iterable[Collection[str]], prefix: str, *, is_one_enough: bool, timeout_s: float
) -> None:
    """Wait for an application of each group. `is_one_enough`: replica of an application.

    Raises RayUnavailableError with the messages of the replicas, or of Ray.
    """
    waiting = sorted(sorted(group) for group in groups)
    deadline = time.monotonic() + timeout_s
    while True:
        found = read_statuses(prefix)
        running = {app for app, status in found.items() if _is_running(status, is_one_enough)}
        waiting = [group for group in waiting if running.isdisjoint(group)]
        apps = sorted({app for group in waiting for app in group})
        messages = {app: found[app].message.rstrip(".") if app in found else "it is not there" for app in apps}
        failed = {app for app in apps if app in found and found[app].state == "DEPLOY_FAILED"}
        if lost := sorted({app for group in waiting if failed.issuperset(group) for app in group}):
            problems = (f"The application '{app}' does not run: {messages[app]}." for app in lost)
            raise RayUnavailableError(" ".join(problems))
        if not waiting:
            return
        if time.monotonic() > deadline:
            problems = (f"'{app}': {message or 'no reason is known'}" for app, message in messages.items())
            raise RayUnavailableError(f"Not all applications run after {timeout_s:g} s. {'; '.join(problems)}.")
        time.sleep(POLL_S)


def _is_running(found: AppStatus, is_one_enough: bool) -> bool:
    return found.state == "RUNNING" or (is_one_enough and found.num_running > 0 and found.state != "DELETING")


def _compare(wanted: EngineDeployment, found: AppStatus | None, *, only_missing: bool) -> Change:
    if found is None or found.state == "DELETING":
        return "deployed"
    if only_missing and found.num_running:
        return "kept"
    if found.state == "DEPLOY_FAILED" or found.fingerprint != read_fingerprint(deployment_note(wanted)):
        return "updated"
    return "unchanged"


def _application(wanted: EngineDeployment) -> Any:
    from ray import serve
    from ray.serve.config import BackpressureConfig

    from limner.engines.ray.deployed_replica import DeployedReplica
    from limner.engines.ray.router import LeastWorkRouter

    options: dict[str, Any] = {"max_surge_percent": _surge_percent(wanted.actor_options), **wanted.serve_options}
    deployment = serve.deployment(name=DEPLOYMENT)(DeployedReplica).options(
        user_config=deployment_note(wanted),
        ray_actor_options=dict(wanted.actor_options),
        request_router_config={
            "request_router_class": LeastWorkRouter,
            "request_routing_stats_period_s": ROUTING_STATS_PERIOD_S,
        },
        backpressure_config=BackpressureConfig(status_code=429, retry_after_s=RETRY_AFTER_S),
        max_constructor_retry_count=CONSTRUCTOR_ATTEMPTS,
        graceful_shutdown_wait_loop_s=0.2,
        **options,
    )
    # The version makes an update of other options, such as the number of replicas, keep the replicas that run.
    versioned = deployment.options(version=code_fingerprint(wanted), _internal=True)
    return versioned.bind(wanted.engine, dict(wanted.options))


def _with_gpu(wanted: EngineDeployment) -> EngineDeployment:
    """With a GPU for each replica, if nothing is said of GPUs, and the engine uses one where there is one."""
    import ray

    has_gpu = ray.cluster_resources().get("GPU", 0) >= 1  # type: ignore[no-untyped-call]
    if "num_gpus" in wanted.actor_options or wanted.engine not in GPU_ENGINES or not has_gpu:
        return wanted
    return replace(wanted, actor_options={**wanted.actor_options, "num_gpus": 1})


def _with_processes(wanted: EngineDeployment) -> EngineDeployment:
    """The illustrator uses the whole machine if Ray was started for it; else what a replica reserves by default."""
    import ray

    if wanted.engine != "illustrator" or "processes" in wanted.options:
        return wanted
    resources = ray.cluster_resources()  # type: ignore[no-untyped-call]
    scaling = wanted.serve_options.get("autoscaling_config", {})
    num_replicas = scaling.get("max_replicas") or wanted.serve_options.get("num_replicas", 1)
    num_cpus = int(resources.get("CPU", 1)) if STARTED_HERE in resources else num_replicas
    return replace(wanted, options={**wanted.options, "processes": max(1, num_cpus // num_replicas)})


def keep_in_process(wanted: EngineDeployment) -> EngineDeployment:
    """A replica is a process of its own already."""
    if wanted.engine not in GPU_ENGINES:
        return wanted
    return replace(wanted, options={"in_process": True, **wanted.options})


def _surge_percent(reserved: Mapping[str, Any]) -> int:
    """100 if a machine has room for one more replica: it then starts before the old one stops."""
    from ray._private.state import available_resources_per_node

    names = {"num_cpus": "CPU", "num_gpus": "GPU", "memory": "memory"}
    needed = {names[name]: amount for name, amount in reserved.items() if name in names}
    needed |= reserved.get("resources", {})
    machines = available_resources_per_node().values()  # type: ignore[no-untyped-call]
    return 100 if any(all(free.get(name, 0) >= needed[name] for name in needed) for free in machines) else 0
