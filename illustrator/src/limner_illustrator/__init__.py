"""Draws pictures from English words, and edits pictures as words say: no weights, no network, always the same result.

from limner_illustrator import draw, edit

otter = draw("a sea otter holding a red balloon", size=(1024, 1024), seed=7)
night = edit(otter, "make it night")
"""

from limner_illustrator.arrays import Drawing, draw, edit
from limner_illustrator.scene import Entity, Relation, Scene

__all__ = ["Drawing", "Entity", "Relation", "Scene", "draw", "edit"]
