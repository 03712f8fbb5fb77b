"""Layout: where everything in a Scene is drawn. No pixels here."""

from limner.engines.illustrator.layout.compose import layout
from limner.engines.illustrator.layout.placement import Measure, Placement

__all__ = ["Measure", "Placement", "layout"]
