"""Layout: where everything in a Scene is drawn. No pixels here."""

from limner_illustrator.layout.compose import layout, locate
from limner_illustrator.layout.placement import Measure, Placement

__all__ = ["Measure", "Placement", "layout", "locate"]
