"""The Scene: what a picture shows, as plain data. It is parsed from a prompt, changed by edits, and drawn."""

from limner_illustrator.scene.graphic import Graphic, GraphicItem, GraphicLink
from limner_illustrator.scene.scene import (
    FIELD_COUNT,
    Area,
    Entity,
    Position,
    Relation,
    RelationKind,
    Scene,
    SceneError,
    Season,
    Time,
    View,
    Weather,
)

__all__ = [
    "FIELD_COUNT",
    "Area",
    "Entity",
    "Graphic",
    "GraphicItem",
    "GraphicLink",
    "Position",
    "Relation",
    "RelationKind",
    "Scene",
    "SceneError",
    "Season",
    "Time",
    "View",
    "Weather",
]
