"""Names of garments of two words, and others that only people wear -> the noun whose drawing they have on their own."""

_SHIRTS = (
    "tank top", "crop top", "halter top", "sleeveless top", "sleeveless shirt", "camisole", "polo shirt", "polo",
    "muscle shirt", "undershirt", "tube top", "rugby shirt", "football shirt", "soccer jersey",
)  # fmt: skip
_TROUSERS = (
    "leggings", "cargo pants", "sweatpants", "yoga pants", "ripped jeans", "track pants", "joggers", "bell bottoms",
    "harem pants", "baggy pants", "skinny jeans",
)  # fmt: skip
_SHORTS = ("swimshorts", "boxershorts", "swimshort", "boxershort")
_UNIFORMS = (
    "school uniform", "police uniform", "nurse uniform", "army uniform", "military uniform", "chef uniform",
    "pilot uniform", "firefighter uniform", "soldier uniform", "sailor uniform", "maid uniform", "prison uniform",
)  # fmt: skip
_COATS = (
    "wetsuit", "diving suit", "space suit", "tracksuit", "windbreaker", "fleece jacket", "yukata", "hanbok", "catsuit",
    "leather coat", "bathing suit", "one-piece swimsuit", "swimming costume", "ski suit", "snowsuit", "romper",
    "hazmat suit",
)  # fmt: skip
GARMENT_ALIASES: dict[str, str] = {
    **dict.fromkeys(_SHIRTS, "shirt"),
    **dict.fromkeys(_TROUSERS, "trousers"),
    **dict.fromkeys(_SHORTS, "shorts"),
    **dict.fromkeys((*_UNIFORMS, *_COATS), "coat"),
    **dict.fromkeys(("flower crown", "floral crown", "flower wreath", "daisy crown", "floral wreath"), "bouquet"),
    "wedding gown": "dress",
    "bridal gown": "dress",
}
_TRUNKS = ("swim trunks", "swimming trunks", "board shorts", "swim shorts", "bathing trunks", "swimming shorts")
GARMENT_IDIOMS = {**dict.fromkeys(_TRUNKS, "swimshorts"), "boxer shorts": "boxershorts"}
GARMENT_IDIOMS |= dict.fromkeys(("tie-dye", "tie-dyed", "tie dye", "tie dyed"), "multicolored")
"""Garments whose first word would be read as a verb or a person."""
