"""How many things a picture holds."""

MAX_COPIES = 30
MAX_THINGS = 72
"""In total; more would be too small to recognise."""


def max_copies(num_entities: int) -> int:
    """How many copies of each entity are drawn at most."""
    return max(1, min(MAX_COPIES, MAX_THINGS // max(1, num_entities)))


SCENERY_M = 4.0
"""Taller things are placed behind smaller ones."""
