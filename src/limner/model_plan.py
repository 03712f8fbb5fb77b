"""Which models are served, with which engines, and which Ray Serve application draws for each of those."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import blake2b
from typing import Any, NamedTuple

from limner.core.engine_deployment import EngineDeployment
from limner.families.registry import PUBLISHED_MODELS
from limner.ray_settings import RayDeployment
from limner.settings import ModelSettings, Settings

WILDCARD = "*"
EMBEDDED = "illustrator"
"""The model that every server has; only its own name stands for it where other models replace the published ones."""
UPSTREAM_ENGINES = frozenset({"openai", "comfyui", "sdapi"})
"""They wait for other servers: gateways draw with them without Ray."""
MAX_NAME = 40
SERVE_OPTIONS = (
    "max_ongoing_requests",
    "max_queued_requests",
    "graceful_shutdown_timeout_s",
    "health_check_period_s",
    "health_check_timeout_s",
    "max_surge_percent",
)
ACTOR_OPTIONS = ("num_cpus", "num_gpus", "memory", "resources", "accelerator_type", "runtime_env")


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineUse:
    """An engine as a model, or one of its routes, uses it."""

    engine: str
    options: Mapping[str, Any]
    """Those of the engine's own table included."""
    ray: RayDeployment
    is_plain: bool
    """Without options or a deployment of its own."""

    @property
    def is_on_ray(self) -> bool:
        """Whether Ray draws, if the server uses it."""
        return self.engine not in UPSTREAM_ENGINES if self.ray.enabled is None else self.ray.enabled

    @property
    def key(self) -> str:
        """Uses with the same key can share an engine."""
        return f"{self.engine} {sorted(self.options.items())!r}"

    @property
    def deployment_key(self) -> str:
        """Uses with the same key can share an application."""
        return f"{self.key} {self.ray!r}"


class Owner(NamedTuple):
    """A model, or one of its routes, that an application draws for."""

    model: str
    route: str
    """Empty if the model has none."""


def find_use(
    settings: Settings, engine: str, own_options: Mapping[str, Any], own_ray: RayDeployment | None = None
) -> EngineUse:
    return EngineUse(
        engine=engine,
        options={**settings.engines.get(engine, {}), **own_options},
        ray=own_ray or settings.ray.engines.get(engine, RayDeployment()),
        is_plain=not own_options and own_ray is None,
    )


def find_uses(settings: Settings, model: ModelSettings) -> list[EngineUse]:
    """One, or one for each route."""
    return [find_use(settings, *one) for one in model.engines]


def wanted_models(settings: Settings) -> Mapping[str, ModelSettings]:
    """The published names, all drawn by the illustrator, with the additions and replacements of the settings."""
    published = {name: ModelSettings(family=family) for name, family in PUBLISHED_MODELS.items()}
    return {**published, EMBEDDED: ModelSettings(), **settings.models}


def plan_deployments(settings: Settings) -> list[EngineDeployment]:
    """The applications for all models that Ray draws. Models with the same engine, options and deployment share one."""
    return list(plan_applications(settings).values())


def plan_applications(settings: Settings) -> dict[str, EngineDeployment]:
    """The same, by the `deployment_key` of the uses that they draw for."""
    uses: dict[str, EngineUse] = {}
    owners: dict[str, list[Owner]] = {}
    for name, model in wanted_models(settings).items():
        routes = [route.name for route in model.routes] or [""]
        for route, use in zip(routes, find_uses(settings, model), strict=True):
            if use.is_on_ray:
                uses.setdefault(use.deployment_key, use)
                owners.setdefault(use.deployment_key, []).append(Owner(name, route))
    planned: dict[str, EngineDeployment] = {}
    apps: set[str] = set()
    for key, use in uses.items():
        owner = _first_own(owners[key])
        app = _app_name(settings, use, owner)
        if app in apps:  # names that differ only in characters that applications may not have
            app += f"-{blake2b(repr(owner).encode(), digest_size=3).hexdigest()}"
        apps.add(app)
        planned[key] = _deployment(app, list(dict.fromkeys(one.model for one in owners[key])), use)
    return planned


def find_needed(settings: Settings) -> frozenset[frozenset[str]]:
    """Of each model that Ray alone draws: its applications, one of which must run."""
    planned = plan_applications(settings)
    uses = (find_uses(settings, model) for model in wanted_models(settings).values())
    return frozenset(
        frozenset(planned[use.deployment_key].app for use in own) for own in uses if all(use.is_on_ray for use in own)
    )


def _deployment(app: str, names: list[str], use: EngineUse) -> EngineDeployment:
    ray, options = use.ray, dict(use.options)
    if use.engine == "illustrator" and ray.num_cpus is not None:
        options.setdefault("processes", max(1, int(ray.num_cpus)))
    serve_options = {name: getattr(ray, name) for name in SERVE_OPTIONS if getattr(ray, name) is not None}
    if ray.autoscaling_config is None:
        serve_options["num_replicas"] = ray.num_replicas
    else:
        scaling = asdict(ray.autoscaling_config)
        serve_options["autoscaling_config"] = {key: value for key, value in scaling.items() if value is not None}
    actor_options: dict[str, Any] = {"num_cpus": 1}
    actor_options |= {name: value for name in ACTOR_OPTIONS if (value := getattr(ray, name)) not in (None, {})}
    return EngineDeployment(
        app=app,
        engine=use.engine,
        options=options,
        models=tuple(names),
        serve_options=serve_options,
        actor_options=actor_options,
    )


def _first_own(owners: list[Owner]) -> Owner:
    """A model that is not published, if there is one."""
    return next((one for one in owners if one.model not in PUBLISHED_MODELS and one.model != WILDCARD), owners[0])


def _app_name(settings: Settings, use: EngineUse, owner: Owner) -> str:
    """After the engine, if it has no options of the models' own. Other options do not change the name."""
    name = use.engine if use.is_plain else f"{owner.model} {owner.route}"
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:MAX_NAME].strip("-")
    return f"{settings.ray.app_prefix}-{slug or 'any'}"
