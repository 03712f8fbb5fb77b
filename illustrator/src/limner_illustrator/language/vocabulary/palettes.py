"""Colours that designs ask for beyond the named ones of things: finer tones, and palettes with a name of their own."""

TONES = {
    "sage green": "#9caf88", "sage": "#9caf88", "forest green": "#22593a", "dark green": "#17472f",
    "hunter green": "#355e3b", "pine green": "#1f4d3a", "moss green": "#7a8450", "pastel green": "#b5e3c0",
    "kelly green": "#4cbb17", "terracotta": "#c8674a", "terra cotta": "#c8674a", "blush pink": "#f2c6c8",
    "blush": "#f2c6c8", "dusty rose": "#d4a5a5", "dusty pink": "#d4a5a5", "pastel pink": "#f8c8d4",
    "hot pink": "#ff4fa3", "neon pink": "#ff3eb5", "neon green": "#39ff5a", "neon blue": "#2de2ff",
    "electric blue": "#1f6bff", "neon purple": "#b537f2", "neon yellow": "#f4f932", "neon orange": "#ff7a1a",
    "electric purple": "#a033ff", "light blue": "#a6d4f2", "baby blue": "#a6d4f2", "sky blue": "#7cc4f0",
    "pastel blue": "#b3d4f0", "powder blue": "#b0d0e6", "pale blue": "#bfdcf2", "ice blue": "#d2ecf5",
    "royal blue": "#2b50c8", "cobalt blue": "#1b46b0", "cobalt": "#1b46b0", "slate blue": "#5a6b8c",
    "slate gray": "#5f6b78", "slate grey": "#5f6b78", "slate": "#56616e", "steel blue": "#4b79a8",
    "navy blue": "#1c2c62", "deep blue": "#14306e", "midnight blue": "#141c46", "midnight": "#141c46",
    "dark blue": "#1b3272", "dark purple": "#3f2470", "deep purple": "#4a2483", "light purple": "#c4aee8",
    "pastel purple": "#d3c3ee", "light green": "#a9dca4", "pale green": "#c5e6bd", "dark red": "#8c1a22",
    "deep red": "#8c1a22", "brick red": "#a83c32", "cherry red": "#c81e3a", "light pink": "#f9c4d2",
    "pale pink": "#fadbe2", "soft pink": "#f7cdd6", "light gray": "#d9dde2", "light grey": "#d9dde2",
    "dark gray": "#3d424a", "dark grey": "#3d424a", "mustard yellow": "#e0a526", "mustard": "#e0a526",
    "ochre": "#c98a2b", "sand": "#e4d3b2", "taupe": "#a1917f", "espresso": "#3b261c", "chocolate": "#5a3824",
    "champagne": "#f0dfc0", "rose gold": "#d99a8c", "periwinkle": "#9ea4e8", "eggplant": "#4a2748",
    "aubergine": "#4a2748", "mauve": "#c79ebf", "burnt orange": "#c8591f", "rust": "#a8492b", "wine": "#6a1730",
    "pastel yellow": "#faeaa5", "lemon yellow": "#f9e04c", "light yellow": "#faf0b4", "off-white": "#faf6ec",
    "off white": "#faf6ec", "offwhite": "#faf6ec", "aqua": "#4fd0d0", "seafoam": "#9fe0c4", "sea foam": "#9fe0c4",
    "jade": "#1fa37a", "graphite": "#3a3e45", "lemon": "#f9e04c", "tangerine": "#f58a2c", "apricot": "#fac898",
    "raspberry": "#c42a5e", "fuchsia": "#d62a9a", "denim": "#42608c", "mint green": "#9adfba", "sea green": "#2e9a78",
    "dark teal": "#0b4f54", "deep teal": "#0b4f54", "light teal": "#86cfcb", "dark brown": "#4a2f20",
    "light brown": "#b98d64",
}  # fmt: skip
"""Names of tones in lower case -> their codes. Only designs mix paint; a thing keeps the nearest named colour."""

_PASTELS = "#f8c8d4 #b3d4f0 #b5e3c0 #faeaa5 #d3c3ee #fbd3b4"
PALETTES = {
    "primary": "red yellow blue",
    "primaries": "red yellow blue",
    "secondary": "orange green purple",
    "pastel, pastels, soft pastel, soft, candy": _PASTELS,
    "earth, earthy, earth tone, earthy and natural, natural, organic, desert": (
        "#8c5a3c #c8674a #d9b382 #6b705c #efe3cc"
    ),
    "jewel, jewel tone": "emerald sapphire ruby #6a2c8f amber",
    "warm": "#d6453d #f58a2c #fac83c #8c2a2e #fbe8cf",
    "cool": "#1b4f9c #2a9fb0 #7cc4f0 #5a4fb0 #e3f1f6",
    "autumn, fall, autumnal": "#a8492b #d9822b #e0a526 #6b3a24 #f3e3c4",
    "spring": "#f7a8b8 #a9dca4 #faeaa5 #a6d4f2 #fdf6ee",
    "summer, tropical": "#00a6a6 #ff7a59 #ffc93c #3fae5a #fdf3d8",
    "winter, icy": "#1b3a6b #7cb3dc #d2ecf5 #5f6b78 #f5fafd",
    "rainbow, full spectrum": "red orange yellow green blue purple",
    "neon, cyberpunk, vaporwave, synthwave": "#ff3eb5 #2de2ff #b537f2 #f4f932 #39ff5a",
    "sunset": "#3b1f5b #a3386b #f0605a #f9a03f #fde2a6",
    "ocean, aquatic, marine, sea": "#0b3c5d #1f78a6 #38b2b8 #9adbd6 #eef8f6",
    "forest, woodland": "#22593a #4f7a4a #8aa86a #6b4a2e #eef0e0",
    "retro, vintage, seventies, 70s, mid-century, midcentury": "#2a6f6b #e07a3f #e0b33c #a83c32 #f5e6c8",
    "muted, desaturated, neutral": "#7a8594 #b39b8a #9caf88 #d4a5a5 #f0ece4",
    "vibrant, bright, bold, vivid, colorful, colourful, multicolor, multicolored": (
        "#e5344b #ff9f1c #ffd23f #1fa37a #2b6fe0 #7d3fc8"
    ),
    "monochrome, monochromatic, grayscale, greyscale, black and white": "#1e1e24 #6c727a #b9bec4 #f4f4f5",
    "patriotic": "red white navy",
    "christmas, holiday": "#b3202c #1f6b3a #e2b23c #fbf5ea",
    "halloween": "#1e1a24 #f0761e #5a2a82 #8fae2e",
}
"""What stands before "colours", "palette" or "tones", separated by commas -> names in COLORS, or codes."""
