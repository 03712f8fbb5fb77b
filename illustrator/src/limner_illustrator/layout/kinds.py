"""What the layout must know about kinds of things: what flies, what is worn where, what one enters."""

from limner_illustrator.catalog.kinds import belongs_in_sky
from limner_illustrator.scene import Entity

FLYING = frozenset({"flying", "fly", "soaring", "floating", "hovering", "gliding", "levitating"})
"""Actions that take their subject off the ground."""

AIRBORNE = frozenset({
    "airplane", "small-airplane", "airplane-departure", "airplane-arrival", "helicopter", "parachute", "kite",
    "balloon", "hotair", "butterfly", "honeybee", "bat", "mosquito", "dove", "flying-saucer", "rocket", "ufo", "fairy",
    "drone", "dragonfly",
})  # fmt: skip
"""Drawings that are in the air unless the prompt puts them somewhere."""

CELESTIAL = frozenset({
    "sun", "sun-with-face", "full-moon", "full-moon-face", "crescent-moon", "new-moon-face",
    "first-quarter-moon-face", "last-quarter-moon-face", "star", "glowing-star", "shooting-star", "cloud",
    "sun-behind-cloud", "rainbow", "comet", "ringed-planet", "cloud-with-rain", "cloud-with-lightning",
    "high-voltage", "fireworks", "snowflake",
})  # fmt: skip
"""Drawings that hang high in the sky."""

EYEWEAR = frozenset({"glasses", "sunglasses", "goggles"})
NECKWEAR = frozenset({"scarf", "necktie", "sports-medal", "1st-place-medal", "ribbon", "bow-tie"})
CLOTHES = frozenset(
    {"dress", "t-shirt", "coat", "jeans", "shorts", "kimono", "sari", "lab-coat", "safety-vest", "bikini"}
)
INSTRUMENTS = frozenset({"guitar", "violin", "banjo", "accordion"})
"""Played before the chest."""
REACHING = frozenset({"hugging", "kissing", "embracing", "cuddling"})
"""What two do with their arms round each other."""
BOOKS = frozenset({"open-book", "closed-book", "notebook", "books", "green-book", "blue-book", "orange-book"})
SAT_BEHIND = frozenset({"table", "desk", "dining-table"})
SEATED = frozenset(
    {"sitting", "reading", "eating", "drinking", "working", "thinking", "writing", "talking", "relaxing"}
)
"""Actions of those who, on a seat, sit."""
CARRIED_HIGH = frozenset({
    "umbrella", "umbrella-with-rain-drops", "closed-umbrella", "balloon", "kite",
    "triangular-flag", "chequered-flag", "parachute", "sign", "placard", "white-flag", "black-flag",
})  # fmt: skip
"""Held at their lower end, above the hand."""
ON_A_STRING = frozenset({"kite"})
"""Held by a string, high up."""
BEHIND_HOLDER = frozenset({"umbrella", "umbrella-with-rain-drops", "balloon", "kite"})
WATERCRAFT = frozenset(
    {
        "sailboat",
        "speedboat",
        "motor-boat",
        "ship",
        "ferry",
        "passenger-ship",
        "canoe",
        "pirate-ship",
        "sailing-ship",
    }
)
HUNG_ON = frozenset({"door", "fridge"})
"""Signs and pictures hang on the front of these."""
FOOTWEAR = frozenset(
    {"womans-boot", "hiking-boot", "mans-shoe", "running-shoe", "high-heeled-shoe", "ballet-shoes", "socks"}
)
RIMS = {
    "bowl-with-spoon": 0.5,
    "basket": 0.63, "canoe": 0.45, "motor-boat": 0.4, "speedboat": 0.4, "sailboat": 0.24,
    "ship": 0.5, "ferry": 0.4, "bathtub": 0.55, "shopping-cart": 0.6, "automobile": 0.6, "nest-with-eggs": 0.5,
    "empty-nest": 0.5, "bed": 0.4, "hotair": 0.16, "steaming-bowl": 0.5,
    "teacup-without-handle": 0.75, "vase": 1.0, "amphora": 1.0, "bottle": 1.0,
    "bucket": 0.8, "barrel": 0.95, "cauldron": 0.7, "birdcage": 0.4, "fishbowl": 0.45, "aquarium": 0.5, "carriage": 0.5,
}  # fmt: skip
"""How high up the rim of a container is, as a part of its height."""
OPEN = frozenset(
    {"basket", "bowl-with-spoon", "bucket", "bathtub", "shopping-cart", "sailboat", "ship", "ferry", "passenger-ship"}
)
"""Containers whose art shows their inside, or what rises behind it."""
AFLOAT = frozenset({"wood", "log", "lotus", "ice", "rock"})
"""What swims high in the water."""
SUNK = {"duck": 0.34, "goose": 0.34, "hippopotamus": 0.38, "crocodile": 0.12, "bridge": 0.1, "flamingo": 0.2}
"""How much of the height of others is under water."""
MOUTHS = {"vase": 1.5, "amphora": 1.5, "bottle": 1.5, "bowl-with-spoon": 0.62}
"""How wide what is in them spreads, in widths; 0.78 in others."""
CAPS = {"mushroom": 0.5, "brown-mushroom": 0.5, "parasol": 0.4, "umbrella-on-ground": 0.4}
"""How much of their height is a roof over what is under them."""
NECKS = frozenset({"vase", "amphora", "bottle"})
"""Containers from which things spread out."""
TREES = frozenset({"deciduous-tree", "evergreen-tree", "palm-tree", "leafless-tree", "tanabata-tree"})
"""What is in a tree or on it is in its crown."""
SPANS = frozenset({"bridge"})
"""What reaches from one side of the water to the other."""
BOUGHS = frozenset({"branch"})
"""What grows into the picture from its side."""
SUSPENDED = BOUGHS | {"shelf"}
"""Hosts that stand on nothing."""
STOOD_ON = frozenset({"skateboard", "surfboard", "snowboard", "skis", "kick-scooter", "sled", "rug"})

SAT_ON = frozenset({
    "sofa", "armchair", "chair", "bench", "bed", "couch-and-lamp", "seat", "throne", "stool", "swing", "wood", "log",
    "rock", "cloud", "crescent-moon", "canoe", "motor-boat", "speedboat", "hammock",
})  # fmt: skip
"""What a person sits on or in, if the prompt does not say otherwise."""


def name_of(entity: Entity) -> str:
    """The drawing's name without the set it comes from."""
    return entity.drawing.split(":", 1)[-1]


def is_figure(entity: Entity) -> bool:
    return entity.drawing.startswith("figure:")


def sunk(entity: Entity) -> float:
    """How much of its height is under water when it swims."""
    name = name_of(entity)
    if entity.action == "swimming" and name not in SUNK:
        return 0.52 if is_figure(entity) else 0.36
    if name in WATERCRAFT:
        return 0.1
    return SUNK.get(name, 0.14 if name in AFLOAT else 0.26)


def is_flying(entity: Entity, pose: str | None) -> bool:
    """`pose` is what the layout made of its action."""
    if entity.action in FLYING and pose != "holding":
        return True
    return entity.action is None and name_of(entity) in AIRBORNE


def is_celestial(entity: Entity) -> bool:
    return name_of(entity) in CELESTIAL or name_of(entity).startswith("globe-") or belongs_in_sky(entity.drawing)
