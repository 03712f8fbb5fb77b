"""What `limner pull` downloads: a checkpoint, the configuration of a single file, and other parts.

Imports no torch, except to recognise a single file whose configuration is not named.
"""

from collections.abc import Iterator

from limner.engines.diffusers.config import ModelSpec
from limner.engines.diffusers.downloads import find_config, without_weights
from limner.engines.diffusers.hub_cache import find_source
from limner.engines.diffusers.pulling import PullError, PullPlan, plan_components, plan_pull
from limner.engines.diffusers.single_files import check_file
from limner.engines.diffusers.sources import hub_source, is_local, is_single_file


def plan_model(spec: ModelSpec) -> Iterator[PullPlan]:
    """One plan for each repository, the checkpoint's first. Pull each before the next is taken: it may depend on it.

    Raises PullError.
    """
    for plan in _plan_source(spec.checkpoint, revision=spec.revision, variant=spec.variant):
        yield plan
        yield from plan_components(plan, spec.variant)
    if is_single_file(spec.checkpoint):
        yield from _plan_config(spec)
    for name in (spec.vae, spec.preview_vae, spec.safety_checker, *(one.weights for one in spec.lora)):
        if isinstance(name, str):
            yield from _plan_source(name)


def _plan_source(name: str, *, revision: str | None = None, variant: str | None = None) -> Iterator[PullPlan]:
    try:
        source = hub_source(name)
    except FileNotFoundError as error:
        raise PullError(str(error)) from error
    if source is not None:
        yield plan_pull(source.repository, revision=revision, variant=variant, path=source.path)


def _plan_config(spec: ModelSpec) -> Iterator[PullPlan]:
    try:
        header = check_file(find_source(spec.checkpoint, spec.revision))
        config = find_config(spec)
    except ValueError as error:
        raise PullError(str(error)) from error
    if not is_local(config):
        yield plan_pull(config, variant=spec.variant, without_weights=without_weights(spec, header))
