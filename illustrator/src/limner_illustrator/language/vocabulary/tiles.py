"""Grounds of tile sets: the form of their pixels, and their tones."""

TILES: dict[str, tuple[str, ...]] = {
    "grass": ("speckles", "#4f9a3c", "#5fb148", "#3c7d30"),
    "dirt": ("speckles", "#8a5a34", "#9c6a40", "#734826"),
    "sand": ("speckles", "#e2c884", "#ecd79c", "#cfb06a"),
    "snow": ("speckles", "#eef4fa", "#ffffff", "#d3e2f0"),
    "stone": ("cobbles", "#5c6068", "#8a8f98", "#a3a8b0"),
    "gravel": ("speckles", "#8f9096", "#a9aab0", "#6f7076"),
    "water": ("waves", "#2f7fd0", "#3a8ee0", "#9ad0f5"),
    "lava": ("waves", "#d8431c", "#e8601e", "#ffc53c"),
    "ice": ("waves", "#a8d8f0", "#b8e2f6", "#effaff"),
    "brick": ("bricks", "#5a2a22", "#a8483a", "#bb5a48"),
    "wood": ("planks", "#5a3a20", "#a8743e", "#b98449"),
    "mud": ("speckles", "#5c4028", "#6d4d32", "#48301c"),
    "path": ("speckles", "#c2a474", "#d0b486", "#a98c5e"),
    "forest": ("speckles", "#2c6a34", "#38803e", "#1f5128"),
    "road": ("speckles", "#4a4c54", "#54565e", "#404249"),
    "marble": ("speckles", "#e8e8ec", "#f4f4f6", "#c9c9d2"),
    "metal": ("bricks", "#4a525c", "#8894a2", "#9aa6b4"),
    "swamp": ("waves", "#4a5a2c", "#556834", "#84964c"),
}  # fmt: skip
