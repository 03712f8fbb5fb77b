"""Landscapes inside of glass: an attribute of the vessel names the backdrop that it holds."""

_PREFIX = "landscape-"
LANDSCAPE_VESSELS = {
    "own:bottle": "own:landscape-bottle", "own:lying-bottle": "own:landscape-bottle",
    "noto:jar": "own:landscape-jar", "own:terrarium": "own:landscape-jar", "own:water-glass": "own:landscape-jar",
    "own:snow-globe": "own:landscape-globe", "noto:crystal-ball": "own:landscape-globe",
    "own:fishbowl": "own:landscape-globe", "noto:light-bulb": "own:landscape-bulb",
}  # fmt: skip
"""Drawings of vessels, and what they are drawn as with a landscape in them."""
LANDSCAPES = {
    "forest": "forest", "jungle": "forest", "meadow": "meadow", "garden": "meadow", "park": "meadow", "farm": "meadow",
    "mountains": "mountains", "volcano": "mountains", "canyon": "mountains", "beach": "sea", "sea": "sea",
    "island": "sea", "coast": "sea", "lake": "lake", "river": "lake", "waterfall": "lake", "city": "city",
    "street": "city", "skyline": "city", "village": "village", "desert": "desert", "savanna": "desert",
    "space": "space", "sky": "sky", "snow": "snow", "arctic": "snow", "underwater": "underwater",
}  # fmt: skip
"""Backdrops that fit into a vessel, and how they are drawn there."""


def landscape_attribute(backdrop: str) -> str:
    return f"{_PREFIX}{LANDSCAPES[backdrop]}"


def is_landscape(attribute: str) -> bool:
    return attribute.startswith(_PREFIX)


def find_landscape(attributes: tuple[str, ...]) -> str | None:
    """What is in the vessel: "forest"."""
    return next((one.removeprefix(_PREFIX) for one in attributes if is_landscape(one)), None)
