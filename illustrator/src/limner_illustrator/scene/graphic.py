"""What a graphic shows: a chart, a diagram, a table or a screen, as plain data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphicItem:
    """A bar, a slice, a step, a box, a row, ..."""

    label: str
    value: float | None = None
    start: float | None = None
    """Where a span begins: of a bar in a Gantt chart; a point's x."""
    group: str | None = None
    """The series of a chart, the lane, tier or set that the item belongs to."""
    role: str | None = None
    """What the item is in its graphic: `decision`, `router`, `done`, ..."""
    detail: str | None = None
    """A second, smaller text: a name, a date, a price."""
    lines: tuple[str, ...] = ()
    """Further texts: the cells of a row, the features of a plan, the points of a quadrant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphicLink:
    """From an item to another one, by index."""

    source: int
    target: int
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Graphic:
    kind: str
    """A name in the registry of graphics."""
    title: str | None = None
    items: tuple[GraphicItem, ...] = ()
    links: tuple[GraphicLink, ...] = ()
    unit: str | None = None
    """Of the values: `%` or `°C` after the number, `$` or `€` before it."""
    x_label: str | None = None
    y_label: str | None = None
    colors: tuple[str, ...] = ()
    """Names in `palette.COLORS`, in the order in which they are used. () leaves the choice to the theme."""
    background: str | None = None
    """A name in `palette.COLORS`."""
    looks: tuple[str, ...] = ()
    """How it is drawn: `dark`, `pastel`, `hand-drawn`, ..."""
    options: tuple[str, ...] = ()
    """Variants of the kind: `horizontal`, `stacked`, `donut`, `phone`, ..."""
    is_sample: bool = False
    """The content is made up, because the prompt gives none."""

    def has(self, option: str) -> bool:
        return option in self.options or option in self.looks
