"""Loads the engines that the settings name."""

from limner.core.picture import Size
from limner.engines.engine import Engine
from limner.engines.missing import MissingEngine
from limner.engines.ray.engine import RayEngine
from limner.engines.registry import EngineNotInstalledError, EngineSetupError, load_engine
from limner.engines.routing.conditions import Conditions
from limner.engines.routing.engine import RoutingEngine
from limner.engines.routing.route import Route, RouteError
from limner.engines.routing.target import Target
from limner.model_plan import EngineUse, find_uses, plan_applications
from limner.route_settings import RouteConditions
from limner.settings import ModelSettings, Settings, SettingsError


class EngineLoader:
    """Loads engines, one for all models and routes with the same options."""

    def __init__(self, settings: Settings, *, on_ray: bool) -> None:
        """`on_ray`: the applications of `plan_applications` draw, as far as the settings do not exclude it."""
        self._first_event_s = settings.ray.first_event_s
        self._apps = {key: one.app for key, one in plan_applications(settings).items()} if on_ray else {}
        self._engines: dict[str, Engine] = {}
        self._targets: dict[tuple[str, int, int, float], Target] = {}
        self._settings = settings

    def load(self, owner: str, use: EngineUse, *, is_wanted: bool = True) -> Engine:
        """`is_wanted`: whether it must be installed. Raises SettingsError that begins with `owner`."""
        app = self._apps.get(use.deployment_key)
        key = use.key if app is None else app
        if key not in self._engines:
            try:
                if app is None:
                    self._engines[key] = load_engine(use.engine, use.options)
                else:
                    self._engines[key] = RayEngine(app, first_event_s=self._first_event_s)
            except EngineNotInstalledError as error:
                self._engines[key] = MissingEngine(str(error))
            except EngineSetupError as error:
                raise SettingsError(f"{owner} cannot be served. {error}") from error
        engine = self._engines[key]
        if isinstance(engine, MissingEngine) and is_wanted:
            raise SettingsError(f"{owner} cannot be served. {engine.message}")
        return engine

    def load_routes(self, name: str, model: ModelSettings) -> RoutingEngine:
        routes: list[Route] = []
        for one, use in zip(model.routes, find_uses(self._settings, model), strict=True):
            engine = self.load(f"The route '{one.name}' of the model '{name}'", use)
            # models share what is known of an engine: if it is down for one of them, it is down for all
            key = (one.name, id(engine), one.max_failures, one.out_s)
            target = Target(one.name, engine, max_failures=one.max_failures, out_s=one.out_s)
            route = Route(
                name=one.name,
                target=self._targets.setdefault(key, target),
                rank=one.rank or (routes[-1].rank + 1 if routes else 1),
                weight=one.weight,
                conditions=_conditions(one.when),
                first_event_s=one.first_event_s,
                check_s=one.check_s,
            )
            routes.append(route)
        try:
            return RoutingEngine(name, routes)
        except RouteError as error:
            raise SettingsError(f"Wrong 'models.{name}.routes': {error}") from error


def _conditions(when: RouteConditions) -> Conditions:
    return Conditions(
        queue_s_above=when.queue_s_above,
        queue_images_above=when.queue_images_above,
        operations=frozenset(when.operations),
        sizes=frozenset(Size(*map(int, size.split("x"))) for size in when.sizes),
        min_pixels=when.min_pixels,
        max_pixels=when.max_pixels,
        qualities=frozenset(when.qualities),
        keys=frozenset(when.keys),
        projects=frozenset(when.projects),
    )
