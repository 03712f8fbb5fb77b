"""Which models are served, and which Ray Serve application draws each of them."""

import re
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import blake2b
from typing import Any

from limner.core.engine_deployment import EngineDeployment
from limner.families.registry import PUBLISHED_MODELS
from limner.ray_settings import RayDeployment
from limner.settings import ModelSettings, Settings

WILDCARD = "*"
UPSTREAM_ENGINES = frozenset({"openai", "comfyui", "a1111"})
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


def wanted_models(settings: Settings) -> Mapping[str, ModelSettings]:
    """The published names, all drawn by the illustrator, with the additions and replacements of the settings."""
    published = {name: ModelSettings(family=family) for name, family in PUBLISHED_MODELS.items()}
    return {**published, "illustrator": ModelSettings(), **settings.models}


def engine_options(settings: Settings, model: ModelSettings) -> dict[str, Any]:
    return {**settings.engines.get(model.engine, {}), **model.options}


def plan_deployments(settings: Settings) -> list[EngineDeployment]:
    """The applications for all models that Ray draws. Models with the same engine, options and deployment share one."""
    groups: dict[str, list[str]] = {}
    models = wanted_models(settings)
    for name, model in models.items():
        if is_on_ray(settings, model):
            options, deployment = engine_options(settings, model), ray_deployment(settings, model)
            groups.setdefault(f"{model.engine} {sorted(options.items())!r} {deployment!r}", []).append(name)
    planned: dict[str, EngineDeployment] = {}
    for names in groups.values():
        model = models[names[0]]
        app = _app_name(settings, names)
        if app in planned:  # names that differ only in characters that applications may not have
            app += f"-{blake2b(names[0].encode(), digest_size=3).hexdigest()}"
        planned[app] = _deployment(app, names, settings, model)
    return list(planned.values())


def is_on_ray(settings: Settings, model: ModelSettings) -> bool:
    enabled = ray_deployment(settings, model).enabled
    return model.engine not in UPSTREAM_ENGINES if enabled is None else enabled


def ray_deployment(settings: Settings, model: ModelSettings) -> RayDeployment:
    return model.ray or settings.ray.engines.get(model.engine, RayDeployment())


def _deployment(app: str, names: list[str], settings: Settings, model: ModelSettings) -> EngineDeployment:
    ray = ray_deployment(settings, model)
    options = engine_options(settings, model)
    if model.engine == "illustrator":
        options.setdefault("processes", max(1, int(ray.num_cpus)))
    serve_options = {name: getattr(ray, name) for name in SERVE_OPTIONS if getattr(ray, name) is not None}
    if ray.autoscaling_config is None:
        serve_options["num_replicas"] = ray.num_replicas
    else:
        scaling = asdict(ray.autoscaling_config)
        serve_options["autoscaling_config"] = {key: value for key, value in scaling.items() if value is not None}
    actor_options = {name: value for name in ACTOR_OPTIONS if (value := getattr(ray, name)) not in (None, {})}
    return EngineDeployment(
        app=app,
        engine=model.engine,
        options=options,
        models=tuple(names),
        serve_options=serve_options,
        actor_options=actor_options,
    )


def _app_name(settings: Settings, names: list[str]) -> str:
    """After the engine, if its models have no options of their own; else after a model that is not published."""
    models = wanted_models(settings)
    first = models[names[0]]
    if not first.options and first.ray is None:
        name = first.engine
    else:
        own = (one for one in names if one not in PUBLISHED_MODELS and one != WILDCARD)
        name = next(own, names[0])
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:MAX_NAME].strip("-")
    return f"{settings.ray.app_prefix}-{slug or 'any'}"
