"""Notes on what an edit of an external image could not do, and on what it assumed."""

from limner_illustrator.edit.notes import NOT_GENERATED
from limner_illustrator.edit.raster_edit.task import EditTask

NOT_SEPARATED = (
    f"{NOT_GENERATED}, and its subject could not be separated from its background, so nothing was changed. "
    "Use a mask to mark the area to edit."
)
NOT_EDITABLE = f"{NOT_GENERATED}, and this edit needs its scene; nothing was changed."
SIZE_IS_A_PARAMETER = "The request's parameter `size` sets the size of the result, so nothing was changed."
NOT_CUT = f"{NOT_GENERATED}, and its subject could not be separated from its background, so nothing was removed."
TOO_LARGE = f"{NOT_GENERATED}; what is behind '{{}}' cannot be told from the rest of it, so nothing was changed."
NO_COLOURS = "The picture is black and white, and its colours cannot be known, so nothing was changed."
DESCRIBED = (
    f"{NOT_GENERATED}, and the prompt describes a picture instead of a change, so nothing was changed. Say what to "
    "change (“add a flamingo”, “replace the background with a beach”), or generate a new image."
)


def explain_not_found(target: str) -> str:
    return f"{NOT_GENERATED}, so '{target}' could not be found in it. Use a mask to mark the area to edit."


def explain_assumed(name: str) -> str:
    return f"{NOT_GENERATED}; its foreground was assumed to be '{name}'."


def explain_undrawn(thing: str, task: EditTask) -> str:
    outcome = "it was left out" if task.is_part else "nothing was changed"
    return f"'{thing}' cannot be drawn, so {outcome}."


def explain_impossible(task: EditTask) -> str:
    if task.is_part:
        return f"{NOT_GENERATED}, so '{task.prompt[:80]}' could not be applied to its pixels."
    return NOT_EDITABLE
