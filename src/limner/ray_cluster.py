"""Ray as the settings say: started or joined, with the engines of the models deployed on it."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from limner.engines.ray import connection, deployments
from limner.engines.ray.connection import RaySetupError
from limner.engines.ray.deployments import Change
from limner.engines.ray.status import read_statuses
from limner.model_plan import find_needed, plan_deployments
from limner.settings import Settings, SettingsError

log = logging.getLogger("limner.ray")

TOKEN_FILE = "ray-token"  # noqa: S105 (a file's name)
"""In the storage folder."""


@contextmanager
def connected(settings: Settings, address: str) -> Iterator[None]:
    """Start Ray (`local`) or join it, and leave or stop it at the end. Raises SettingsError and RayUnavailableError."""
    ray = settings.ray
    try:
        with connection.connected(
            address,
            token_file=ray.token_file,
            default_token_file=settings.storage.folder / TOKEN_FILE,
            num_cpus=ray.num_cpus,
            num_gpus=ray.num_gpus,
        ):
            yield
    except RaySetupError as error:
        raise SettingsError(str(error)) from error


@contextmanager
def connected_gateway(settings: Settings) -> Iterator[None]:
    """For a server: also deploy what is missing on the cluster. Without `ray.address`, it does nothing."""
    if settings.ray.address is None:
        yield
        return
    log.info("connecting to Ray at '%s'", settings.ray.address)
    with connected(settings, settings.ray.address):
        changes: dict[str, Change] = {}
        deploy(settings, only_missing=True, report=lambda app, change: changes.update({app: change}))
        for app, change in changes.items():
            log.info("application '%s' %s", app, change)
        for app, status in read_statuses(settings.ray.app_prefix).items():
            if app in changes and not status.num_running:
                reason = status.message or "it is being started"
                log.warning("application '%s' does not run yet, so its routes are out: %s", app, reason)
        yield


def deploy(settings: Settings, *, only_missing: bool, report: Callable[[str, Change], None]) -> None:
    """On the cluster that this process has joined.

    Raises RayUnavailableError; if `only_missing`, then only for a model that nothing can draw.
    """
    deployments.deploy(
        plan_deployments(settings),
        settings.ray.app_prefix,
        only_missing=only_missing,
        timeout_s=settings.ray.deploy_timeout_s,
        report=report,
        needed=find_needed(settings) if only_missing else None,
    )
