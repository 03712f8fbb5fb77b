"""Describes a graphic in one English sentence."""

from limner_illustrator.language.vocabulary.graphics import GRAPHICS
from limner_illustrator.scene import Graphic, GraphicItem

MAX_LISTED = 12
MAX_LETTERS = 2000
_BEFORE = frozenset("$€£¥₹")
_LOOKS = {
    "dark": "on a dark background",
    "pastel": "in pastel colours",
    "hand-drawn": "drawn by hand",
    "chalkboard": "on a chalkboard",
    "blueprint": "as a blueprint",
    "neon": "in neon colours",
    "monochrome": "in shades of grey",
}
_FORMS = {"horizontal": "horizontal", "stacked": "stacked", "grouped": "grouped", "donut": "ring-shaped"}


def describe_graphic(graphic: Graphic, *, is_transparent: bool = False) -> str:
    opening = GRAPHICS[graphic.kind].description
    article, _, name = opening.partition(" ")
    if forms := [_FORMS[option] for option in graphic.options if option in _FORMS]:
        name, article = " ".join([*forms, name]), "a"
    sentence = f"{article[0].upper()}{article[1:]} {name}"
    if graphic.title:
        sentence += f' titled "{graphic.title}"'
    shown = [_name_item(item, graphic.unit) for item in graphic.items if item.label]
    listed = list(dict.fromkeys(shown))
    if listed:
        further = len(listed) - MAX_LISTED
        sentence += f" with {_join(listed[:MAX_LISTED] + ([f'{further} more'] if further > 0 else []))}"
    details = []
    if graphic.colors:
        details.append(f"in {_join(list(graphic.colors))}")
    details += [
        _LOOKS[look] for look in graphic.looks if look in _LOOKS and not (look == "dark" and graphic.background)
    ]
    if graphic.background and not is_transparent:
        details.append(f"on a {graphic.background} background")
    if is_transparent:
        details.append("on a transparent background")
    return ", ".join([sentence, *details])[: MAX_LETTERS - 1] + "."


def _name_item(item: GraphicItem, unit: str | None) -> str:
    group = f" ({item.group})" if item.group and item.value is not None else ""
    if item.value is None:
        return item.label
    return f"{item.label}{group} {format_value(item.value, unit)}"


def format_value(value: float, unit: str | None) -> str:
    """A number as it is written in a graphic: "1,200", "$45", "12.5%", "21 °C"."""
    text = f"{value:,.0f}" if value == round(value) else f"{value:,.2f}".rstrip("0").rstrip(".")
    if unit is None:
        return text
    if unit in _BEFORE:
        return f"-{unit}{text[1:]}" if text.startswith("-") else f"{unit}{text}"
    return f"{text}%" if unit == "%" else f"{text} {unit}"


def _join(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
