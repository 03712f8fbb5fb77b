"""All tools, found by the pose of a figure."""

from dataclasses import replace

from limner_illustrator.catalog.kinds import is_food, is_person
from limner_illustrator.subjects.figures import (
    desk_tools,
    family_tools,
    instruments,
    play_tools,
    service_tools,
    sport_tools,
    task_tools,
    work_tools,
)
from limner_illustrator.subjects.figures.tools import TOOLS, Grip, Layer
from limner_illustrator.subjects.local_canvas import LocalCanvas

MODULES = (desk_tools, family_tools, instruments, play_tools, service_tools, sport_tools, task_tools, work_tools)
"""Importing them registers their tools."""


_MEALS = frozenset({"cup", "food"})


def draw_tool(pen: LocalCanvas, layer: Layer, grip: Grip) -> None:
    """One layer of the tools of the figure's pose, if it has one there."""
    pose = grip.body.pose
    for tool in (pose.tool, pose.second_tool):
        function = TOOLS.get(tool or "", {}).get(layer)
        if function is None:
            continue
        function(pen, _with_own_things(grip, tool) if pose.second_tool else grip)


def _with_own_things(grip: Grip, tool: str | None) -> Grip:
    """Of two tools, the cup and the fork take what is eaten, and arms the baby."""
    wanted = "food" if tool in _MEALS else "person" if tool == "swaddled" else "thing"
    return replace(grip, things=tuple(one for one in grip.things if _sort_of(one.entity.drawing, tool) == wanted))


def _sort_of(drawing: str, tool: str | None) -> str:
    """What kind of tool a thing belongs to; a pan takes food as well."""
    if is_person(drawing):
        return "person"
    return "food" if is_food(drawing) and tool != "pan" else "thing"
