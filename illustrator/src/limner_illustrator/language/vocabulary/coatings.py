"""Stuff that covers things, and the words that say so. Coat -> the words for it."""

COATINGS = {
    "snow": "snow, fresh snow, powder snow",
    "frost": "frost, hoarfrost, ice, icicles",
    "moss": "moss, green moss, lichen, algae",
    "ivy": "ivy, vines, vine, creepers, green vines, climbing plants, plants, greenery",
    "leaves": "leaves, autumn leaves, fallen leaves",
    "mud": "mud, dirt, soil, filth, grime",
    "rust": "rust",
    "dust": "dust, ash, ashes, cobwebs, sand, soot",
    "sugar": "sugar, powdered sugar, icing sugar, flour, salt, sprinkles, coconut flakes",
    "glitter": "glitter, sparkles, gold dust, gold leaf, jewels, sequins",
    "chocolate": "chocolate, melted chocolate, dark chocolate, chocolate sauce, caramel, syrup, fudge",
    "cheese": "cheese, melted cheese, cheese sauce, mozzarella, grated cheese",
    "honey": "honey, maple syrup, golden syrup, butter, olive oil",
    "paint": "paint, wet paint, splashes of paint, paint splatters",
    "slime": "slime, goo, green slime",
    "icing": "icing, frosting, whipped cream, cream, glaze, white icing",
    "flowers": "flowers, blossoms, roses, wildflowers, blooming flowers, climbing roses, daisies, petals, wisteria",
    "cloth": "cloth, a cloth, blanket, sheet, white sheet, tablecloth, drape, fabric, tarp, tarpaulin, veil",
}
PHRASES = (
    "covered in, covered with, coated in, coated with, blanketed in, blanketed with, overgrown with, overgrown by, "
    "covered by, smothered in, drenched in, dusted with, sprinkled with, dipped in, glazed with, buried under, "
    "caked in, draped in, draped with, draped over with, encrusted with, drizzled with, wrapped in"
)
ADJECTIVES = {"rusty": "rust", "rusted": "rust", "rusting": "rust", "mossy": "moss", "muddy": "mud"}
"""Adjective -> the coat of the thing that is said to be so."""
PARTICIPLES = frozenset({"covered", "coated", "dipped", "dusted", "overgrown", "glazed", "draped", "drizzled"})
"""After a hyphen: "moss-covered"."""
ON_THINGS = frozenset({"snow", "moss", "ivy", "frost", "dust", "vines", "rust", "mud", "icing", "frosting"})
"""Stuff that also covers what it is said to be "on"."""
ROOFS = frozenset({"roof", "roofs", "rooftops", "housetops"})
CLOTHS = frozenset({"cloth", "blanket", "sheet", "tablecloth", "tarp"})
"""What lies over things."""
ON_WALLS = {"graffiti": "graffiti", "street art": "graffiti", "mural": "graffiti", "moss": "moss", "ivy": "ivy",
            "vines": "ivy", "vine": "ivy"}  # fmt: skip
"""Stuff -> the accent that a backdrop of a wall shows."""
