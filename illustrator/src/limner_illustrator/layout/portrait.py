"""Places what fills the picture: a bust, an animal's head, or a whole thing."""

from collections.abc import Sequence

from limner_illustrator.catalog.face import Face
from limner_illustrator.catalog.kinds import is_animal
from limner_illustrator.layout import kinds, order
from limner_illustrator.layout.arrange import Frame
from limner_illustrator.layout.placement import Cluster, Spot
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.heads import head_at
from limner_illustrator.subjects.natural_size import natural_height

_HEAD_WIDTH = 0.5
"""Of an animal's head, in widths of the picture."""
_HEAD_Y = 0.42
_SMALLEST_M = 0.12
_CLOSEST = 2.4
"""The largest enlargement of an animal over the one at which all of it is seen."""


def place_portrait(scene: Scene, frame: Frame, clusters: Sequence[Cluster]) -> list[Spot]:
    """As large as the canvas allows; the lower edge may crop a bust."""
    if len(clusters) == 1 and (head := _find_head(clusters[0])):
        return [_place_head(frame, clusters[0], head)]
    row = order.sort_horizontally(scene, clusters)
    total = sum(cluster.width for cluster in row)
    tallest = max(cluster.height for cluster in row)
    unit = min(0.97 * frame.height / tallest, (0.99 if len(row) == 1 else 0.96) * frame.width / total)
    unit *= 0.96 if any(not kinds.is_figure(cluster.parent.entity) for cluster in row) else 1.0
    edge = (frame.width - total * unit) / 2
    spots = []
    for cluster in row:
        foot = float(frame.height)
        if not kinds.is_figure(cluster.parent.entity):
            foot = min(frame.height * 0.97, (frame.height + cluster.height * unit) / 2)
        spots.append(Spot(cluster, edge - cluster.left * unit, foot, unit, depth=1, grounded=False))
        edge += cluster.width * unit
    return spots


def _find_head(cluster: Cluster) -> Face | None:
    """The head of an animal whose whole body is drawn."""
    part = cluster.parent
    record = kinds.record_of(part.entity)
    if (
        not is_animal(part.entity.drawing)
        or not part.entity.drawing.startswith("noto:")
        or record.head is None
        or _is_tiny(part.entity)
    ):
        return None
    return head_at(part.entity.drawing, part.pose or part.entity.action, part.width, part.height)


def _is_tiny(entity: Entity) -> bool:
    """Insects are seen whole in a close-up."""
    return natural_height(entity) < _SMALLEST_M


def _place_head(frame: Frame, cluster: Cluster, head: Face) -> Spot:
    """The eyes above the middle; the body runs out of the picture."""
    part = cluster.parent
    whole = min(0.93 * frame.height / cluster.height, 0.95 * frame.width / cluster.width)
    unit = min(_CLOSEST * whole, max(whole, _HEAD_WIDTH * frame.width / head.width))
    x = 0.5 * frame.width - (head.eyes[0] - part.width / 2) * unit
    foot = _HEAD_Y * frame.height + (part.height - head.eyes[1]) * unit
    # No gap at an edge that the body could reach.
    foot = max(foot, min(0.97 * frame.height, 0.03 * frame.height + cluster.height * unit))
    return Spot(cluster, x, foot, unit, depth=1, grounded=False)
