"""The models that a server has, each with its family and its engine."""

from dataclasses import astuple, dataclass

from limner.engine_loader import EngineLoader
from limner.engines.engine import Engine
from limner.families.family import Family
from limner.families.registry import FAMILIES
from limner.model_plan import EMBEDDED, WILDCARD, find_uses, wanted_models
from limner.settings import Settings, SettingsError


@dataclass(frozen=True, slots=True)
class Model:
    id: str
    family: Family
    engine: Engine
    engine_name: str = ""
    """As in the settings; responses and the ledger say it."""
    starts_late: bool = False
    """With its first request, unless its engine draws another model, too."""


def build_models(settings: Settings, *, on_ray: bool = False) -> list[Model]:
    """The published names, all drawn by the illustrator, with the additions and replacements of the settings.

    `on_ray`: the applications of `plan_deployments` draw them, as far as the settings do not exclude it.
    """
    loader = EngineLoader(settings, on_ray=on_ray)
    models = []
    unnamed = set() if on_ray else {EMBEDDED} - {*settings.models, *astuple(settings.defaults)}
    for name, model in wanted_models(settings).items():
        if model.family not in FAMILIES:
            raise SettingsError(
                f"Unknown family '{model.family}' in 'models.{name}.family'. Known: {', '.join(FAMILIES)}."
            )
        if model.routes:
            engine: Engine = loader.load_routes(name, model)
        else:
            (use,) = find_uses(settings, model)
            engine = loader.load(f"The model '{name}'", use, is_wanted=name in settings.models)
        engine_name = "" if model.routes else model.engine
        models.append(Model(name, FAMILIES[model.family], engine, engine_name, name in unnamed))
    known = {model.id for model in models}
    for setting in ("generation", "gpt", "edit", "variation"):
        default = getattr(settings.defaults, setting)
        if default not in known and WILDCARD not in known:
            raise SettingsError(f"'defaults.{setting}' names the model '{default}', which is not there.")
    return models
