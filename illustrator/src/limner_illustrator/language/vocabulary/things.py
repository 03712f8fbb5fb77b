"""Modifiers of nouns (numbers, colours, sizes, materials) and nouns with a special meaning."""

from limner_illustrator.canvas.palette import COLORS
from limner_illustrator.language.vocabulary import other_things
from limner_illustrator.language.vocabulary.garments import GARMENT_ALIASES

NUMBERS = {
    "one": 1, "single": 1, "two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
    "hundred": 100, "a hundred": 100, "one hundred": 100, "two hundred": 100, "five hundred": 100, "thousand": 100,
    "a thousand": 100, "one thousand": 100, "a million": 100, "a queue of": 6, "queue of": 6, "a pair": 2,
    "hundreds of": 60, "thousands of": 80, "a couple of": 2, "couple of": 2, "a pair of": 2, "pair of": 2,
    "a duo of": 2, "a trio of": 3, "a few": 3, "few": 3, "some": 3, "several": 4, "a handful of": 4,
    "half a dozen": 6, "half-dozen": 6, "a dozen": 12, "dozen": 12, "two dozen": 24, "dozens of": 24, "many": 8,
    "lots of": 8, "a lot of": 8, "various": 5, "multiple": 4, "numerous": 8, "countless": 20, "tons of": 12,
    "plenty of": 8, "a group of": 5, "group of": 5, "groups of": 6, "a choir of": 6, "choir of": 6,
    "a crowd of": 14, "an audience of": 12, "a class of": 5, "crowd of": 14,
    "crowds of": 16, "a bunch of": 6, "bunch of": 6, "a herd of": 7, "herd of": 7, "a flock of": 8, "flock of": 8,
    "a pack of": 5, "pack of": 5, "a swarm of": 14, "swarm of": 14, "a school of": 9, "school of": 9,
    "an army of": 14, "army of": 14, "a team of": 5, "team of": 5, "a family of": 4, "family of": 4, "a row of": 5,
    "row of": 5, "rows of": 8, "a line of": 5, "line of": 5, "a pile of": 7, "pile of": 7, "a stack of": 5,
    "stack of": 5, "stacks of": 8, "piles of": 9, "a heap of": 7, "heap of": 7, "a mound of": 7,
    "a pyramid of": 6, "a set of": 4, "set of": 4,
    "a collection of": 6, "collection of": 6, "a series of": 4, "an assortment of": 6, "assortment of": 6,
    "a variety of": 5, "variety of": 5, "a litter of": 5, "litter of": 5, "a bouquet of": 6, "bouquet of": 6,
    "a selection of": 5, "a caravan of": 4, "caravan of": 4, "a sea of": 16, "a colony of": 9, "a pride of": 4,
    "a fleet of": 6, "a gang of": 5, "a circle of": 6, "a sky full of": 8, "a cluster of": 6, "dos": 2,
    "tres": 3, "cuatro": 4, "cinco": 5, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "zwei": 2, "drei": 3,
    "vier": 4, "fünf": 5, "due": 2, "tre": 3, "quattro": 4, "dois": 2, "duas": 2, "três": 3, "два": 2, "две": 2,
    "три": 3, "четыре": 4, "两只": 2, "三只": 3, "两个": 2, "三个": 3,
}  # fmt: skip
PLURAL_COUNT = 3
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
NUMBERS |= {
    f"{ten}{between}{one}": NUMBERS[ten] + count
    for ten in ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    for count, one in enumerate(_ONES, 1)
    for between in (" ", "-")
}
MAX_COUNT = 100

COLOR_WORDS: dict[str, str] = {name: name for name in COLORS} | {
    "grey": "gray", "golden": "gold", "silvery": "silver", "reddish": "red", "bluish": "blue", "greenish": "green",
    "yellowish": "yellow", "light blue": "cyan", "pale blue": "cyan", "sky blue": "cyan", "baby blue": "cyan",
    "bright blue": "blue", "royal blue": "blue", "cobalt": "blue", "cobalt blue": "blue", "azure": "cyan",
    "dark blue": "navy", "navy blue": "navy", "midnight blue": "navy", "deep blue": "navy", "light green": "mint",
    "pale green": "mint", "mint green": "mint", "dark green": "olive", "forest green": "green",
    "olive green": "olive", "lime green": "lime", "neon green": "lime", "bright green": "lime",
    "emerald green": "emerald", "sea green": "teal", "aqua": "turquoise", "aquamarine": "turquoise",
    "dark red": "maroon", "deep red": "maroon", "blood red": "crimson", "bright red": "red", "cherry red": "red",
    "wine red": "burgundy", "light red": "coral", "light pink": "pink", "hot pink": "magenta",
    "neon pink": "magenta", "bright pink": "magenta", "fuchsia": "magenta", "pale pink": "pink",
    "rose gold": "copper", "dark pink": "magenta", "light purple": "lavender", "pale purple": "lavender",
    "dark purple": "indigo", "deep purple": "indigo", "mauve": "lilac", "light yellow": "cream",
    "pale yellow": "cream", "bright yellow": "yellow", "mustard": "amber", "dark yellow": "amber",
    "light brown": "tan", "dark brown": "brown", "chocolate brown": "brown", "light gray": "silver",
    "light grey": "silver", "dark gray": "charcoal", "dark grey": "charcoal", "dark orange": "copper",
    "bright orange": "orange", "off-white": "ivory", "off white": "ivory", "snow white": "white",
    "jet black": "black", "pitch black": "black", "auburn": "copper", "ginger": "orange", "blonde": "cream",
    "salmon pink": "pink", "coral pink": "coral", "dusty pink": "pink", "blush pink": "pink", "powder blue": "cyan",
    "ice blue": "cyan", "electric blue": "blue", "steel blue": "blue", "moss green": "olive", "sage green": "mint",
    "army green": "olive", "burnt orange": "copper", "brick red": "maroon", "ruby red": "crimson",
    "lemon yellow": "yellow", "mustard yellow": "amber", "golden yellow": "amber",
    "rust": "copper", "plum": "purple", "sandy": "tan", "blue-green": "teal", "blue and white": "blue",
    "black and white": "black", "red and white": "red", "ebony": "black", "rojo": "red", "roja": "red",
    "rouge": "red", "rot": "red", "rote": "red", "roter": "red", "rotes": "red", "rosso": "red", "rossa": "red",
    "vermelho": "red", "vermelha": "red", "красный": "red", "красная": "red", "azul": "blue", "bleu": "blue",
    "bleue": "blue", "blau": "blue", "blaue": "blue", "blauer": "blue", "blaues": "blue", "синий": "blue",
    "verde": "green", "vert": "green", "verte": "green", "grün": "green", "grüne": "green", "grüner": "green",
    "зелёный": "green", "amarillo": "yellow", "amarilla": "yellow", "jaune": "yellow", "gelb": "yellow",
    "gelbe": "yellow", "negro": "black", "negra": "black", "noire": "black", "schwarz": "black", "schwarze": "black",
    "schwarzer": "black", "чёрный": "black", "черный": "black", "чёрная": "black", "blanco": "white",
    "blanca": "white", "blanc": "white", "blanche": "white", "weiß": "white", "weiße": "white", "weißer": "white",
    "белый": "white", "белая": "white", "rosa": "pink", "naranja": "orange", "赤い": "red", "青い": "blue",
    "白い": "white", "黒い": "black", "红色": "red",
    "红": "red", "蓝色": "blue", "白色": "white", "黑色": "black", "绿色": "green",
    "黄色": "yellow",
}  # fmt: skip
# Colours that are nouns unless another noun follows.
COLORS_OR_THINGS = frozenset({
    "orange", "gold", "silver", "peach", "olive", "lime", "coral", "salmon", "copper", "bronze", "ruby", "emerald",
    "sapphire", "lavender", "rust", "rose", "plum", "mint", "mustard", "ginger", "charcoal", "amber",
})  # fmt: skip

SIZES = {
    "tiny": 0.45, "microscopic": 0.4, "miniature": 0.45, "mini": 0.5, "minuscule": 0.4, "small": 0.65, "little": 0.7,
    "baby": 0.7, "young": 0.75, "short": 0.8, "compact": 0.7, "tall": 1.25, "big": 1.3, "large": 1.35,
    "oversized": 1.5, "huge": 1.6, "massive": 1.6, "enormous": 1.8, "giant": 1.8, "gigantic": 1.8, "colossal": 1.8,
    "monumental": 1.7, "towering": 1.7, "petite": 0.7, "chubby": 1.1, "fat": 1.15, "grand": 1.4, "newborn": 0.6,
}  # fmt: skip

# Sizes that are nouns unless another noun follows.
SIZES_OR_THINGS = frozenset({"baby", "newborn", "giant"})
# Accents that are things when they are counted, described or related to.
ACCENTS_OR_THINGS = frozenset({"trees"})

MATERIALS = {
    "wood": "wood, wooden, oak, wood carved, timber, pine wood, bamboo",
    "glass": "glass, crystal, transparent glass, blown glass, translucent",
    "metal": "metal, metallic, steel, iron, tin, aluminum, aluminium, chrome, stainless steel, titanium, robotic",
    "gold": "solid gold, gold plated, gilded",
    "stone": "stone, marble, granite, rock, concrete, sandstone, jade",
    "paper": "paper, cardboard, origami, papier-mache, paper-mache, folded paper",
    "ice": "ice, frozen",
    "brick": "brick, bricks",
    "wool": "wool, woolen, woollen, yarn, felt, felted, fuzzy wool",
    "knitted": "knitted, knit, crocheted, crochet",
    "leather": "leather",
    "fabric": "fabric, cloth, silk, velvet, cotton, denim, plush, fleece, linen, lace",
    "plastic": "plastic, rubber, inflatable, vinyl",
    "clay": "ceramic, porcelain, terracotta, pottery",
    "chocolate": "chocolate, gingerbread",
    "candy": "candy, sugar, gummy, jelly",
    "straw": "straw, wicker, rattan",
    "fur": "fur, furry, fluffy fur",
    "water": "water, liquid",
    "fire": "fire, flames, lava, flaming",
    "leaves": "leaves, foliage, moss",
}
MATERIAL_WORDS = frozenset(word.strip() for words in MATERIALS.values() for word in words.split(","))
# Adjectives that are usually part of a name ("giant panda", "glass of wine").
SPECIES_ADJECTIVES = frozenset({
    "giant", "glass", "paper", "grand", "short", "tin", "rubber", "plush", "candy", "chocolate", "rock", "ice", "water",
    "fire", "oak", "bamboo",
})  # fmt: skip
# Materials that are nouns unless another noun follows.
MATERIALS_OR_THINGS = frozenset({
    "chocolate", "gingerbread", "candy", "fire", "water", "leaves", "rock", "ice", "bricks", "straw", "flames",
    "glass", "crystal", "yarn", "bamboo",
})  # fmt: skip
STYLES_OR_THINGS = frozenset({"lego"})
"""Styles where a noun follows, else things."""

BODY_PARTS = frozenset({
    "torso",
    "eye", "eyes", "nose", "mouth", "ear", "ears", "hair", "beard", "mustache", "moustache", "tail", "paw", "paws",
    "face", "head", "hand", "hands", "arm", "arms", "leg", "legs", "foot", "feet", "wing", "wings", "fur", "skin",
    "tongue", "teeth", "tooth", "horn", "horns", "tusk", "tusks", "mane", "beak", "feather", "feathers", "whiskers",
    "claw", "claws", "belly", "back", "body", "neck", "shoulder", "shoulders", "lap", "finger", "fingers", "thumb",
    "lips", "eyebrows", "cheek", "cheeks", "chin", "hips", "knee", "knees", "fangs", "antlers", "trunk", "stripe",
    "stripes", "spots", "smile", "grin", "expression", "gaze", "muscles", "braids", "ponytail", "bangs", "freckles",
    "wrinkles", "fin", "fins", "scales", "bun", "hairs", "forehead", "hairstyle", "haircut", "curls", "dreadlocks",
    "afro", "mohawk", "pigtails", "pigtail", "dreads", "cornrows", "goatee", "plaits", "topknot", "braid",
    "scar", "scars", "dimples",
})  # fmt: skip
# Nouns that are not things: sides, parts, measures.
RELATIVE_NOUNS = frozenset({
    "side", "sides", "top", "bottom", "middle", "center", "centre", "left", "right", "front", "back", "end", "edge",
    "corner", "part", "piece", "pieces", "slice", "type", "kind", "sort", "shape", "form", "group", "number", "bit",
    "lot", "line", "row", "area", "space", "way", "place", "spot", "position", "distance", "view", "foreground",
    "background", "inside", "outside", "surface",
})  # fmt: skip

# Words that the lexicon's tags and hypernyms would misread. They may still be part of a whole label ("old key").
NEVER_THINGS = frozenset({
    "coaster", "opener", "dispenser", "baster", "swatter", "spinner",
    "server", "servers", "rover", "rovers", "master", "masters", "vibe", "vibes", "runner", "tracker", "trackers",
    "a", "an", "the", "this", "that", "these", "those", "it", "its", "he", "she", "they", "them", "his", "her",
    "their", "him", "i", "me", "my", "we", "our", "you", "your", "who", "which", "what", "whose", "where", "when",
    "while", "as", "if", "then", "than", "so", "and", "or", "but", "nor", "not", "no", "of", "to", "in", "on", "at",
    "by", "for", "from", "with", "without", "into", "onto", "over", "under", "above", "below", "up", "down", "out",
    "off", "through", "across", "along", "around", "about", "near", "next", "behind", "beside", "between", "among",
    "against", "during", "before", "after", "is", "are", "was", "were", "be", "been", "being", "am", "do", "does",
    "did", "done", "has", "have", "had", "having", "can", "could", "will", "would", "shall", "should", "may",
    "might", "must", "there", "here", "just", "very", "really", "quite", "too", "also", "only", "even", "still",
    "yet", "again", "ever", "never", "always", "often", "more", "most", "less", "least", "much", "many", "other",
    "another", "some", "any", "all", "each", "every", "both", "few", "several", "such", "own", "same", "new", "old",
    "young", "good", "bad", "great", "nice", "best", "better", "beautiful", "pretty", "cute", "lovely", "gorgeous",
    "stunning", "amazing", "wonderful", "handsome", "adorable", "elegant", "fancy", "majestic", "magnificent",
    "detailed", "intricate", "realistic", "vivid", "vibrant", "colorful", "colourful", "bright", "dark", "light",
    "pale", "deep", "soft", "hard", "warm", "cold", "hot", "cool", "wet", "dry", "clean", "dirty", "empty", "full",
    "open", "closed", "broken", "high", "low", "long", "short", "wide", "narrow", "thick", "thin", "round", "square",
    "flat", "curved", "straight", "shiny", "glossy", "matte", "smooth", "rough", "fluffy", "furry", "fuzzy", "hairy",
    "spotted", "striped", "dotted", "checkered", "plaid", "tartan", "gingham", "floral", "zigzag", "plain", "simple",
    "complex", "modern", "ancient", "medieval", "futuristic", "traditional",
    "classic", "rustic", "antique", "exotic", "strange", "weird", "odd", "funny", "silly", "serious", "angry", "sad",
    "happy", "tired", "sleepy", "hungry", "scared", "brave", "evil", "wise", "magical", "mystical", "mythical",
    "enchanted", "haunted", "abandoned", "ruined", "ornate", "decorated", "decorative", "luxurious", "luxury",
    "cozy", "lonely", "crowded", "busy", "quiet", "loud", "fast", "slow", "strong", "weak", "rich", "poor", "wild",
    "tame", "fresh", "ripe", "rotten", "sweet", "sour", "detail", "details", "quality", "style", "background",
    "foreground", "scene", "picture", "image", "photo", "painting", "illustration", "drawing", "art", "artwork",
    "artist", "render", "rendering", "design", "view", "angle", "shot", "lens", "focus", "exposure", "contrast",
    "tone", "tones", "palette", "texture", "textures", "composition", "perspective", "resolution", "lighting",
    "shadow", "shadows", "reflection", "reflections", "silhouette", "glow", "color", "colors", "colour", "colours",
    "hue", "shade", "shades", "pattern", "patterns", "motif", "theme", "concept", "idea", "mood", "feeling",
    "emotion", "atmosphere", "time", "day", "night", "morning", "evening", "year", "years", "century", "era",
    "age", "life", "world", "love", "peace", "war", "hope", "dream", "nature", "beauty", "power", "energy", "magic",
    "mystery", "story", "tale", "history", "future", "past", "moment", "memory", "thing", "things", "stuff",
    "object", "objects", "item", "items", "something", "someone", "somebody", "anything", "everything", "nothing",
    "subject", "character", "characters", "figure", "side", "sides", "top", "bottom", "middle", "center", "centre",
    "left", "right", "front", "back", "end", "edge", "corner", "part", "parts", "piece", "pieces", "type", "kind",
    "sort", "shape", "shapes", "form", "forms", "group", "set", "number", "size", "lot", "bit", "way", "place",
    "area", "land", "ground", "surface", "distance", "horizon", "scenery", "surroundings", "environment", "space",
    "line", "lines", "row", "word", "words", "text", "saying", "says", "say", "letter", "letters", "title",
    "caption", "name", "add", "remove", "make", "put", "change", "turn", "replace", "use", "using", "show", "shows",
    "showing", "shown", "depict", "depicting", "feature", "featuring", "include", "including", "display", "made",
    "look", "looks", "looking", "like", "get", "give", "take", "keep", "let", "create", "draw", "paint", "generate",
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "first", "second", "third",
    "last", "sprinkle", "sprinkles", "man-made", "action", "move", "motion", "pose", "pink", "red", "blue", "green",
    "yellow", "purple",
    "brown", "black", "white", "gray", "grey", "english", "french", "german", "italian", "spanish", "japanese",
    "chinese", "american", "british", "indian", "russian", "european", "asian", "african", "mexican", "korean",
    "greek", "roman", "egyptian", "viking", "victorian", "gothic", "renaissance", "fantasy", "sci-fi", "scifi",
    "body", "head", "face", "hand", "hands", "eye", "eyes", "hair", "skin", "close", "extreme", "macro",
    "inspired", "themed", "based", "covered", "filled", "surrounded", "dressed", "shaped", "sized", "colored",
    "coloured", "de", "la", "le", "les", "el", "los", "las", "un", "una", "uno", "une", "des", "du", "en", "con",
    "avec", "mit", "und", "et", "y", "il", "lo", "gli", "der", "die", "das", "ein", "eine", "einen", "im", "auf",
    "sur", "dans", "na", "em", "um", "uma", "o", "os", "e", "interesting", "awesome", "epic", "perfect",
    "professional", "famous", "popular", "favorite", "special", "unique", "rare", "common", "typical", "normal",
    "natural", "organic", "festive", "christmas", "halloween", "easter", "holiday", "birthday", "wedding", "party",
    "summer", "winter", "spring", "autumn", "fall", "snow", "rain", "storm", "wind", "fog", "cloud", "weather",
    "season", "amount", "variety", "selection", "assortment", "mix", "mixture", "combination", "pair", "couple",
    "dozen", "bunch", "crowd", "herd", "flock", "pack", "team", "crew", "cross", "cheer", "check", "mark", "point",
    "sign-off", "break", "match", "play", "work", "help", "need", "want", "hate", "fear", "fun", "joy", "job",
    "game", "sport", "reach", "rise", "stand", "sit", "run", "walk", "jump", "fly", "swim", "dance", "sleep", "eat",
    "drink", "read", "write", "sing", "wave", "smile", "laugh", "cry", "fight", "hug", "kiss", "hold", "carry",
    "wear", "ride", "drive", "climb", "catch", "throw", "kick", "push", "pull", "chase", "follow", "lead", "stare",
    "gaze", "watch", "stretch", "lean", "rest", "relax", "wait", "hang", "float", "hover", "shine", "sparkle",
    "burn", "melt", "bloom", "grow", "spin", "roll", "slide", "drop", "pour", "fill", "cover", "surround", "reflect",
    "cast", "build", "carve", "forming", "resembling", "resemble", "similar", "lots", "sitting", "standing",
})  # fmt: skip

# Uses of things by the last word of their noun, in addition to the records of things.
WORN = frozenset({
    "hat", "cap", "beret", "crown", "tiara", "helmet", "glasses", "sunglasses", "goggles", "scarf", "necktie",
    "tie", "bow", "ribbon", "coat", "dress", "t-shirt", "shirt", "jeans", "kimono", "sari", "gloves", "socks",
    "shoes", "boots", "backpack", "headphone", "headphones", "mask", "necklace", "ring", "watch", "bikini", "cape",
    "cloak", "robe", "jacket", "suit", "uniform", "costume", "sweater", "hoodie", "apron", "bowtie", "monocle",
    "earrings", "beanie", "turban", "sombrero", "headband", "veil", "armor", "medal", "clogs", "eyepatch", "glove",
})  # fmt: skip
CONTAINERS = frozenset({
    "bowl", "vase", "basket", "box", "cup", "mug", "glass", "jar", "pot", "bucket", "bag", "plate", "tray",
    "bathtub", "sink", "cage", "crate", "chest", "nest", "barrel", "pan", "pocket", "backpack", "handbag",
    "suitcase", "luggage", "teacup", "boat", "canoe", "sleigh", "sled", "bottle", "aquarium", "fishbowl",
})  # fmt: skip
HEAPS = {
    "noto:books": "noto:books", "own:firewood": "own:firewood", "noto:page-with-curl": "own:paper-stack",
    "noto:coin": "own:coin-pile", "own:clothesline": "own:laundry-pile", "noto:coat": "own:laundry-pile",
    "noto:maple-leaf": "own:leaf-pile", "noto:fallen-leaf": "own:leaf-pile",
}  # fmt: skip
"""Drawings of piles, each a single drawing, by those of what is piled."""
OWN_CONTENTS = {
    "own:bookshelf": ("noto:books", "noto:closed-book", "noto:open-book"),
    "own:treasure": ("noto:coin", "noto:gem-stone", "noto:money-bag"),
}
"""What a drawing has in it already."""
TRUCKS = frozenset({"truck", "lorry", "pickup", "trailer", "wagon", "van", "cart"})
CLOSED = frozenset({"fridge", "refrigerator", "freezer", "closet", "wardrobe", "drawer", "cupboard", "cabinet", "oven"})
"""Of whose contents nothing shows."""
DRINKS = frozenset({
    "beer", "wine", "water", "drinking", "champagne", "whiskey", "whisky", "cocktail", "milk", "juice", "shot", "pint",
    "martini", "highball", "lemonade", "liquor",
})  # fmt: skip
"""Words before "glasses" that mean drinking glasses."""
VEILS = frozenset({"curtain", "blanket", "carpet", "veil", "canopy", "ribbon", "quilt", "shower", "curtains"})
"""Said of what is spread out: "a curtain of vines"."""
WRAPPINGS = frozenset({"newspaper", "paper", "towel", "foil", "blanket", "quilt", "plastic", "tissue", "cloth"})
TABLEWARE = frozenset({
    "plate", "bowl", "dish", "tray", "saucer", "cup", "mug", "glass", "jar", "pot", "pan", "board", "platter", "bucket",
})  # fmt: skip
"""What food is served on or in."""
PARTS_OF_FURNITURE = frozenset({"cushion", "leg", "armrest", "drawer", "curtain", "wheel", "pillow", "lid", "handle"})
VESSELS = frozenset({"pot", "bowl", "cup", "mug", "glass", "teacup", "beverage", "tumbler", "drink"})
SUPPORTS = frozenset({
    "table", "desk", "sofa", "bed", "bench", "shelf", "bookshelf", "chair", "plate", "tray", "rug", "stove",
    "pillow", "carpet", "counter", "pedestal", "log", "rock", "branch", "wood", "raft", "couch", "armchair",
})  # fmt: skip
SEATS = frozenset({
    "chair", "armchair", "sofa", "couch", "throne", "hammock", "seat", "bench", "swing", "stool",
})  # fmt: skip
CLOTHES = frozenset({
    "suit", "uniform", "dress", "gown", "jacket", "coat", "costume", "hoodie", "sweater", "armor", "armour", "robe",
    "robes", "apron", "kimono", "shirt", "t-shirt", "tshirt", "tuxedo", "vest", "jeans", "trousers", "pants",
    "shorts", "skirt", "pajamas", "cloak", "cape", "overalls", "sari", "swimsuit", "bikini", "blouse", "spacesuit",
    "raincoat", "poncho", "jumpsuit", "turtleneck", "scrubs", "boots", "shoes", "sneakers", "socks", "sandals", "heels",
    "slippers", "boot", "shoe", "sneaker", "mittens", "tutu", "waistcoat", "outfit", "clothes", "clothing", "jersey",
    "leotard", "tunic", "toga", "cardigan", "pajama", "pyjamas", "pyjama", "onesie", "jumper", "pullover", "sweatshirt",
    "parka", "overall", "trouser", "pant", "slipper", "sock", "dungarees", "dungaree",
    "earring", "earrings", "heel",
})  # fmt: skip
# Attributes of an animal that wears them, but entities when a person does.
ANIMAL_CLOTHES = frozenset({"backpack", "rucksack", "knapsack", "monocle", "eyepatch", "eye patch", "mask"})
# Skin colours of a person. Clothes in these colours must not change the skin.
SKIN_COLORS = frozenset({"white", "black", "brown", "tan"})
BUILT = frozenset({
    "tower", "house", "castle", "mountain", "crown", "wall", "bridge", "pyramid", "wreath", "garland", "hill",
    "city", "island", "ball", "heart", "throne", "tree", "fortress",
})  # fmt: skip
# Games, brands and shapes -> the noun that is drawn.
NOUN_ALIASES = {
    "name tag": "name badge", "jack o lantern": "jack-o-lantern", "phone case": "mobile phone", "laptop case": "laptop",
    "bass fish": "fish", "perch fish": "fish", "mint leaf": "herb", "pool table": "table",
    "billiard table": "table", "player": "athlete", "grocery": "shopping bag", "groceries": "shopping bag",
    "soccer": "soccer ball", "tennis": "tennis ball", "volleyball": "volleyball", "golf": "golf ball",
    "cards": "playing card", "suit": "coat", "armor": "coat", "armour": "coat", "outfit": "coat", "clothes": "coat",
    "clothing": "coat", "uniform": "coat", "spacesuit": "coat",
    "orb": "crystal ball", "porsche": "sports car", "corvette": "sports car",
    "ferrari": "sports car", "lamborghini": "sports car", "tesla": "car", "beetle car": "car", "honda": "car",
    "toyota": "car", "mercedes": "car", "bmw": "car", "harley davidson": "motorcycle", "labradoodle": "poodle",
    "samoyed": "dog", "chest": "treasure chest", "passport": "closed book", "podium": "table", "lectern": "table",
    "storefront": "shop",
    "shopfront": "shop", "shop front": "shop", "store front": "shop",
    "floor cushion": "rug", "telephone box": "telephone",
    **other_things.ALIASES, **GARMENT_ALIASES,
}  # fmt: skip
HEADSCARVES = frozenset({"hijab", "headscarf", "turban"})
"""Attributes of a person who wears them, as clothes are."""
# Plural nouns for a single thing.
PAIRS = frozenset({
    "glasses", "sunglasses", "scissors", "jeans", "pants", "trousers", "headphones", "skis", "shorts", "binoculars",
    "goggles", "noodles", "fries", "pancakes", "clothes", "stairs", "grapes", "pajamas", "tweezers", "pliers",
    "tights", "leggings", "drums", "boxing gloves", "peas", "beans", "spectacles", "overalls", "earphones", "leaves",
    "chopsticks", "chopstick", "footprints", "bagpipes", "cymbals", "bongos", "castanets", "timpani",
})  # fmt: skip
POURED_FROM = frozenset({"teapot", "kettle", "jug", "pitcher", "bottle", "carafe", "coffee pot", "coffeepot", "pot"})
COVERS = frozenset({"blanket", "quilt", "duvet", "sheet", "sheets", "covers", "comforter"})
"""Things that a subject is under, not beside."""
# Fruits that give furniture and other things their shape.
SHAPE_FRUITS = frozenset({
    "avocado", "strawberry", "watermelon", "pumpkin", "pineapple", "banana", "lemon", "mushroom", "pear", "apple",
    "peach", "orange", "cactus",
})  # fmt: skip
FRUIT_SHAPED = frozenset({
    "armchair", "chair", "sofa", "couch", "lamp", "house", "car", "teapot", "handbag", "clock", "bag", "purse", "hat",
    "bed", "bathtub", "boat", "airplane", "bus", "castle", "tent", "spaceship",
})  # fmt: skip
DETAILS = frozenset({
    "droplet", "water droplet", "dew drop", "dewdrop", "water drop", "raindrop", "rain drop", "drop", "drop of water",
    "drop of dew", "crumb", "dust particle", "sparkle",
})  # fmt: skip
PARTS_OF_BUILDINGS = frozenset({"door", "window", "roof", "chimney", "porch", "balcony", "gate", "stair", "stairs"})
PARTS_OF_PLANTS = frozenset({"leaf", "leaves", "fallen leaf", "branch", "petal", "blossom", "root", "trunk"})
# Words for groups: a number of people, or the members.
GROUPS: dict[str, int | tuple[str, ...]] = {
    "family": ("man", "woman", "girl", "boy"), "family of three": ("man", "woman", "child"),
    "family of four": ("man", "woman", "girl", "boy"), "family of five": ("man", "woman", "girl", "boy", "baby"),
    "couple": ("man", "woman"), "elderly couple": ("old-man", "old-woman"), "old couple": ("old-man", "old-woman"),
    "bride and groom": ("bride", "groom"), "newlyweds": ("bride", "groom"),
    "parents": ("man", "woman"), "grandparents": ("old-man", "old-woman"),
    "team": 4, "crowd": 12, "audience": 12, "choir": 6, "band": 4, "friends": 3, "twins": 2,
    "trio": 3, "quartet": 4, "quintet": 5, "jazz trio": 3, "jazz quartet": 4,
    "orchestra": ("violinist", "violinist", "cellist", "flutist", "trumpeter", "harpist"),
    "string quartet": ("violinist", "violinist", "violinist", "cellist"),
}  # fmt: skip
GROUPS |= {f"a {group}": members for group, members in GROUPS.items() if group.startswith("family of")}
TANKS = {
    "noto:bowl-with-spoon": "own:fishbowl", "own:water-glass": "own:fishbowl", "noto:jar": "own:fishbowl",
    "own:tank": "own:aquarium",
}  # fmt: skip
FIELDS = frozenset({"field", "fields", "patch", "farm field", "garden", "gardens"})
"""Settings that are filled with their crop: "a field of tulips"."""
RIDERS = frozenset({"rider", "jockey", "horseman", "horsewoman", "cowboy", "cowgirl"})
FLOCKS = frozenset({"sheep", "cattle", "livestock"})
"""Plural without an ending: "a shepherd and his sheep" has several."""
HERDERS = frozenset({"shepherd", "shepherdess", "herder", "farmer", "rancher", "herdsman", "drover"})
IMPLIED_COLORS = {"goldfish": "orange", "koi": "orange", "koi fish": "orange"}
"""Nouns that imply a colour."""
# Nouns that are replaced by the specific things that are listed with them.
GENERIC_FOOD = frozenset({"food", "fruit", "vegetable", "meal", "snack", "dessert"})
