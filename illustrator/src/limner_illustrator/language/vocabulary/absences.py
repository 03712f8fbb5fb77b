"""What a prompt may exclude: scenery that a backdrop leaves out, and parts that a drawing leaves out."""

_SCENERY = {
    "cloud": "cloud",
    "sun": "sun",
    "moon": "moon",
    "star": "star",
    "tree": "tree, pine, palm tree, palm, vegetation, tree trunk, greenery",
    "cactus": "cactus, cacti, vegetation, plant, greenery",
    "palm": "palm tree, palm",
    "flower": "flower, blossom, vegetation",
    "bush": "bush, shrub, vegetation, tree",
    "mountain": "mountain, peak, hill",
    "building": "building, house, skyscraper, tower, shop, architecture",
    "umbrella": "umbrella, parasol, sunshade",
    "boat": "boat, ship, sailboat",
    "lamp": "lamp, street lamp, street light, streetlight, light",
    "people": "person, people, human, crowd, tourist, pedestrian, spectator, nobody, anyone, anybody, audience, fan",
    "furniture": "furniture, furnishing",
    "picture": "picture, painting, poster, wall art, decoration",
    "rug": "rug, carpet, furniture",
    "book": "book",
    "plant": "plant, houseplant, vegetation",
    "clock": "clock",
    "cupboard": "cupboard, cabinet",
    "window": "window",
    "fence": "fence, railing, barrier",
}
"""Name in `Scene.absent` -> the nouns that exclude it."""
SCENERY: dict[str, tuple[str, ...]] = {}
for _name, _nouns in _SCENERY.items():
    for _noun in _nouns.split(","):
        SCENERY[_noun.strip()] = (*SCENERY.get(_noun.strip(), ()), _name)

_ESSENTIAL = {
    "tree": "forest, jungle, orchard, cherrypark, swamp, greenhouse",
    "mountain": "mountains, volcano, canyon",
    "building": "city, village, market, harbour, neonalley, church, castlehall, station, hospital",
    "book": "library",
    "furniture": "office, classroom, cafe, restaurant, library, kitchen, bedroom, bathroom, nursery, laboratory, gym",
    "snow": "snow, arctic",
    "grass": "meadow, garden, farm, crops, vineyard",
    "sand": "beach, desert, island",
    "water": "sea, lake, river, beach, coast, harbour, pool, waterfall, underwater, island",
    "star": "space",
    "cloud": "heaven",
    "flower": "garden, cherrypark",
    "sign": "neonalley, market",
    "lamp": "street, neonalley, stage, bedroom",
    "boat": "harbour",
    "window": "library, church, city, street, village",
    "door": "street, village",
    "rock": "canyon, desert, mars, moon, cave, coast, mountains",
    "bed": "bedroom, hospital",
}
ESSENTIAL: dict[str, frozenset[str]] = {
    noun: frozenset(name.strip() for name in names.split(",")) for noun, names in _ESSENTIAL.items()
}
"""Noun -> the backdrops that consist of it, so that they cannot leave it out."""

REMOVABLE_PARTS: dict[str, frozenset[str]] = {
    "own:snowman": frozenset({"hat", "scarf"}),
    "own:cake": frozenset({"candle"}),
    "own:pizza": frozenset({"cheese", "tomato", "basil", "pepperoni"}),
}
"""Drawing -> the parts that it leaves out for an attribute such as "hatless"."""
PERSON_PARTS = frozenset({"hat", "beard", "eyepatch", "glasses", "mask", "scarf", "belt", "apron", "bowtie", "tie"})
"""The same for every person."""

_PARTS_OF_DRAWINGS = {
    "mailman": "bag, mailbag",
    "mail-carrier": "bag, mailbag",
    "hot-beverage": "steam, saucer",
    "bookshelf": "book, books",
    "skateboard": "wheel",
    "dinner": "plate",
    "birthday-cake": "candle",
    "bicycle": "wheel, basket, pedal",
    "automobile": "wheel, window",
    "sailboat": "sail, mast",
    "rose": "thorn, stem, leaf",
    "snowman": "scarf, hat, carrot nose, button, arm",
    "house": "window, door, chimney, roof",
    "pot-of-food": "spoon",
    "bowl-with-spoon": "spoon",
    "ladle": "spoon",
    "wine-glass": "wine",
    "beer-mug": "foam, beer",
    "tropical-drink": "straw, umbrella",
    "ice-cream": "cone",
    "lamp": "shade",
    "candle": "flame",
    "hamburger": "lettuce, tomato, cheese, bun",
    "pizza": "olive, pepperoni, cheese, tomato, crust",
    "salad": "tomato, lettuce, cucumber, onion",
    "sandwich": "cheese, lettuce, tomato, ham, meat, bread",
    "taco": "meat, lettuce, tomato, cheese",
    "ramen": "egg, meat, pork, seaweed, noodle, broth",
    "pancakes": "syrup, butter",
    "book": "cover",
    "clock": "hand, number",
    "guitar": "string",
    "butterfly": "wing",
    "potted-plant": "pot",
    "spaghetti": "fork, sauce",
    "boat": "sail, mast",
    "castle": "tower, flag, window",
    "truck": "wheel",
    "bus": "wheel, window",
}
PARTS_OF_DRAWINGS: dict[str, frozenset[str]] = {
    word: frozenset(part.strip() for part in parts.split(",")) for word, parts in _PARTS_OF_DRAWINGS.items()
}
"""A word of a drawing's name -> parts that it always shows, besides body parts."""

LESS = frozenset({
    "cloud", "tree", "moon", "star", "leaf", "hair", "face", "window", "shoe", "hat", "shirt", "wing", "horn", "head",
    "wheel", "people", "car", "beard", "tail", "sun", "snow", "door", "tooth", "eye", "brim", "sleeve", "antler",
    "flower", "candle", "sail", "arm", "leg",
})  # fmt: skip
"""Nouns of adjectives that exclude them: "a treeless hill"."""
DESERTED = frozenset({"empty", "deserted", "uninhabited", "unoccupied", "unpeopled", "abandoned", "vacant", "lifeless"})
"""Adjectives of places that exclude people."""
UNIMPORTANT = frozenset({
    "text", "watermark", "logo", "letter", "word", "border", "frame", "shadow", "clutter", "background", "other",
    "distraction", "blur", "noise", "caption", "signature", "title", "one", "anything", "thing", "detail", "gradient",
    "outline", "filter", "effect", "reflection", "trace", "sign", "hint",
    "sugar", "weed", "dirt", "dust", "mess", "problem", "fear", "doubt", "worry", "else", "lettering",
})  # fmt: skip
"""Nouns that no picture shows by itself."""
