"""What kind of thing a drawing is, from the groups of its art and short lists of what the groups get wrong."""

from limner_illustrator.catalog import art

_MAMMAL, _BUG = 34, 39
_FLOWER, _OTHER_PLANT = 40, 41
_FRUIT, _VEGETABLE, _DRINK = 42, 43, 47
_BUILDING, _SHRINE = 51, 52
_GROUND, _AIR = 54, 56
_PERSON, _FAMILY = 23, 30
_CLOTHING = 65

_DEAD_PARTS = frozenset({
    "paw-prints", "pig-nose", "feather", "wing", "coral", "spiral-shell", "spider-web", "microbe", "empty-nest",
    "nest-with-eggs",
})  # fmt: skip
_CREATURES = frozenset({
    "robot", "ghost", "alien", "alien-monster", "ogre", "goblin", "troll", "genie", "baby-angel", "clown-face",
    "phoenix",
})  # fmt: skip
_THINGS_WITH_A_PERSON = frozenset({"person-surfing", "person-lifting-weights", "snowboarder"})
"""Icons of people that stand for the thing they use."""
_FOODS = frozenset({
    "own:cake", "own:ramen", "own:sushi", "own:spaghetti", "own:fried-eggs", "own:pancakes", "own:dinner",
    "own:cookies", "own:juice", "own:pizza", "own:roast-chicken", "own:curry", "own:wine", "own:pumpkin",
    "noto:lobster", "noto:shrimp", "noto:oyster",
})  # fmt: skip
_NO_VEHICLES = frozenset({
    "fuel-pump", "police-car-light", "vertical-traffic-light", "horizontal-traffic-light", "stop-sign",
    "construction", "wheel", "oil-drum", "railway-track", "motorway", "bus-stop", "station", "anchor",
    "ring-buoy", "seat", "mountain-railway", "parachute", "roller-skate",
})  # fmt: skip
_OTHER_VEHICLES = frozenset({
    "own:cable-car", "own:carriage", "own:drone", "own:pirate-ship", "own:sailing-ship", "own:satellite",
    "own:steam-train",
    "own:submarine", "own:digger", "own:tank", "own:ufo", "own:hotair",
    "noto:sled", "noto:shopping-cart", "noto:carousel-horse",
})  # fmt: skip
_NO_PLANTS = frozenset({"rosette", "empty-nest", "nest-with-eggs"})
_OTHER_PLANTS = frozenset({"noto:christmas-tree", "noto:pine-decoration", "noto:brown-mushroom"})
_NO_CLOTHES = frozenset({
    "gem-stone", "lipstick", "hair-pick", "folding-hand-fan", "shopping-bags", "purse", "clutch-bag",
})  # fmt: skip
_OTHER_CLOTHES = frozenset({
    "headphone", "diving-mask", "performing-arts", "ribbon", "watch", "martial-arts-uniform", "running-shirt",
})  # fmt: skip
_OWN_ANIMALS = frozenset({"own:dragon", "own:dragonfly", "own:seahorse", "own:starfish"})
_WORN = frozenset({
    "own:necktie", "own:bow-tie", "own:eyepatch", "own:knight-helmet", "own:monocle", "own:pirate-hat",
    "own:police-cap", "own:sailor-hat", "own:scarf",
    "own:beanie", "own:beret", "own:cook-hat", "own:cowboy-hat", "own:fedora", "own:party-hat", "own:santa-hat",
    "own:sombrero", "own:straw-hat", "own:witch-hat", "own:wizard-hat",
})  # fmt: skip
_NO_BUILDINGS = frozenset({
    "brick", "rock", "wood", "building-construction", "statue-of-liberty", "wedding", "stadium",
})  # fmt: skip
_OTHER_BUILDINGS = frozenset(
    {"own:castle", "own:lighthouse", "own:pyramid", "own:skyscraper", "own:tent", "own:tower", "own:windmill",
     "own:cabin", "own:igloo", "own:mushroom-house",
     "noto:circus-tent", "noto:tent"}
)  # fmt: skip
_SWIMMERS = frozenset({
    "blowfish", "crab", "dolphin", "fish", "jellyfish", "lobster", "octopus", "orca", "oyster", "shark",
    "shrimp", "spouting-whale", "squid", "tropical-fish", "whale", "coral", "spiral-shell",
})  # fmt: skip
_FLYERS = frozenset({
    "airplane", "airplane-arrival", "airplane-departure", "bat", "bird", "black-bird", "butterfly", "comet",
    "dove", "eagle", "fly", "flying-saucer", "helicopter", "honeybee", "meteor", "monarch-butterfly",
    "mosquito", "parachute", "phoenix", "rocket", "satellite", "small-airplane",
})  # fmt: skip
_OWN_FLYERS = frozenset({
    "own:ufo", "own:satellite", "own:dragonfly", "own:drone", "own:cable-car", "own:hotair", "own:balloon", "own:kite",
    "figure:fairy", "figure:superhero",
})  # fmt: skip
_SKY = frozenset({
    "sun", "sun-with-face", "star", "glowing-star", "shooting-star", "comet", "meteor", "milky-way", "rainbow",
    "ringed-planet", "high-voltage", "fireworks", "globe-showing-europe-africa",
})  # fmt: skip


def is_person(drawing: str) -> bool:
    icon = _icon(drawing)
    if icon is None:
        return drawing.startswith("figure:")
    return icon not in _THINGS_WITH_A_PERSON and _within(icon, _PERSON, _FAMILY)


def is_animal(drawing: str) -> bool:
    icon = _icon(drawing)
    if icon is None:
        return drawing in _OWN_ANIMALS
    return icon not in _DEAD_PARTS and _within(icon, _MAMMAL, _BUG)


def is_animate(drawing: str) -> bool:
    """People, animals, and creatures of fantasy: whatever can hold, ride, wear or look."""
    icon = _icon(drawing)
    toy = drawing == "own:plush" or icon in {"teddy-bear", "snowman-without-snow", "snowman"}
    return is_person(drawing) or is_animal(drawing) or icon in _CREATURES or toy or drawing == "own:snowman"


def is_food(drawing: str) -> bool:
    """What is eaten or drunk."""
    icon = _icon(drawing)
    return drawing in _FOODS or (icon is not None and _within(icon, _FRUIT, _DRINK))


def is_vehicle(drawing: str) -> bool:
    icon = _icon(drawing)
    return drawing in _OTHER_VEHICLES or (
        icon is not None and icon not in _NO_VEHICLES and _within(icon, _GROUND, _AIR)
    )


def is_plant(drawing: str) -> bool:
    icon = _icon(drawing)
    return drawing in _OTHER_PLANTS or (
        icon is not None and icon not in _NO_PLANTS and _within(icon, _FLOWER, _OTHER_PLANT)
    )


def is_grown(drawing: str) -> bool:
    """Whether a field may be full of it."""
    icon = _icon(drawing)
    return is_plant(drawing) or drawing == "own:pumpkin" or (icon is not None and _within(icon, _FRUIT, _VEGETABLE))


def is_wearable(drawing: str) -> bool:
    icon = _icon(drawing)
    if icon is None:
        return drawing in _WORN
    return icon in _OTHER_CLOTHES or (icon not in _NO_CLOTHES and _within(icon, _CLOTHING, _CLOTHING))


def is_building(drawing: str) -> bool:
    icon = _icon(drawing)
    return drawing in _OTHER_BUILDINGS or (
        icon is not None and icon not in _NO_BUILDINGS and _within(icon, _BUILDING, _SHRINE)
    )


def lives_in_water(drawing: str) -> bool:
    return drawing in ("figure:mermaid", "own:seahorse", "own:starfish", "own:submarine") or _icon(drawing) in _SWIMMERS


def flies(drawing: str) -> bool:
    """Is in the air unless the prompt says where it is."""
    return drawing in _OWN_FLYERS or _icon(drawing) in _FLYERS


def belongs_in_sky(drawing: str) -> bool:
    """Sun, moon, stars, clouds and what else hangs high."""
    icon = _icon(drawing)
    return icon is not None and (icon in _SKY or icon.startswith("cloud") or "-moon" in icon or "sun-behind" in icon)


def _icon(drawing: str) -> str | None:
    name = drawing.removeprefix("noto:")
    return name if name != drawing and art.has_icon(name) else None


def _within(icon: str, first: int, last: int) -> bool:
    """Whether the icon's subgroup lies between the two, both included."""
    return first <= art.icon_group(icon)[1] <= last
