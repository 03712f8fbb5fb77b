"""All tools, found by the pose of a figure."""

from limner_illustrator.subjects.figures import desk_tools, instruments, play_tools, sport_tools, work_tools
from limner_illustrator.subjects.figures.tools import TOOLS, Grip, Layer
from limner_illustrator.subjects.local_canvas import LocalCanvas

MODULES = (desk_tools, instruments, play_tools, sport_tools, work_tools)
"""Importing them registers their tools."""


def draw_tool(pen: LocalCanvas, layer: Layer, grip: Grip) -> None:
    """One layer of the tool of the figure's pose, if it has one there."""
    function = TOOLS.get(grip.body.pose.tool or "", {}).get(layer)
    if function:
        function(pen, grip)
