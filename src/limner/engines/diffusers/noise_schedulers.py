"""The option `scheduler`: another noise scheduler than the checkpoint's own."""

import inspect
import json
from typing import Any

import diffusers

from limner.engines.diffusers.observer import is_flow

FLOW_OPTIONS = {"prediction_type": "flow_prediction", "use_flow_sigmas": True}
"""With which schedulers for other models draw with models of flow matching."""


def set_noise_scheduler(pipeline: Any, option: str) -> None:
    """`option`: JSON, the class as `type` and its options; the checkpoint's own configuration has the others.

    Raises ValueError, which names what is wrong.
    """
    options = json.loads(option)
    name = options.pop("type")
    found = getattr(diffusers, name, None)
    if not (inspect.isclass(found) and issubclass(found, diffusers.SchedulerMixin)):
        raise ValueError(f"'scheduler': diffusers has no scheduler '{name}'.")
    kind: Any = found
    known = set(inspect.signature(kind.__init__).parameters) - {"self"}
    unknown = sorted(options.keys() - known)
    if unknown:
        raise ValueError(f"'scheduler': {name} knows no {', '.join(unknown)}. Known: {', '.join(sorted(known))}.")
    own = pipeline.scheduler
    if is_flow(own) and known >= FLOW_OPTIONS.keys():
        shift = own.config.get("shift")
        flow_shift = {"flow_shift": shift} if "flow_shift" in known and shift is not None else {}
        options = FLOW_OPTIONS | flow_shift | options
    try:
        made = kind.from_config(own.config, **options)
    except (ImportError, TypeError, ValueError, NotImplementedError) as error:
        raise ValueError(f"'scheduler': {name}: {error}") from error
    if is_flow(made) != is_flow(own):
        raise ValueError(
            f"'scheduler': {name} does not fit this model, which {'draws' if is_flow(own) else 'does not draw'} by flow"
            f" matching. Its own is {type(own).__name__}."
        )
    pipeline.scheduler = made
