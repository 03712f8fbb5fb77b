"""Content of trading cards: the name, the points, the stats and the element of what is on the card."""

import re
from typing import TYPE_CHECKING

from limner_illustrator.language.design_subjects import strip_joint
from limner_illustrator.language.design_texts import to_title
from limner_illustrator.language.vocabulary.things import COLOR_WORDS
from limner_illustrator.scene import GraphicItem

if TYPE_CHECKING:
    from limner_illustrator.language.design_reader import DesignReader

_NAMES = {
    "atk": "Attack", "attack": "Attack", "att": "Attack", "def": "Defense", "defense": "Defense", "defence": "Defence",
    "strength": "Strength", "str": "Strength", "speed": "Speed", "power": "Power", "magic": "Magic", "mana": "Mana",
    "agility": "Agility", "stamina": "Stamina", "intelligence": "Intelligence", "wisdom": "Wisdom", "armor": "Armor",
    "armour": "Armour", "damage": "Damage", "level": "Level", "cost": "Cost", "energy": "Energy", "luck": "Luck",
    "charisma": "Charisma", "dexterity": "Dexterity", "shield": "Shield", "skill": "Skill", "rank": "Rank",
}  # fmt: skip
"""What prompts call the stats -> what is written."""
_ANY = "|".join(sorted(_NAMES, key=len, reverse=True))
_STAT = re.compile(
    rf"(?:\b(?:with|and|an?|has|stats?:?)\s+)*\b(?:(?P<name>{_ANY})(?: (?:points|value|of|is|stat))*\s*[:=+]?\s*"
    rf"(?P<points>\d{{1,5}})\b|(?P<first>\d{{1,5}})\s+(?P<after>{_ANY})\b)\s*[,/|]?",
    re.IGNORECASE,
)
_HEALTH = re.compile(
    r",?\s*(?:with |and )?(?:\b(\d{1,5}) ?(?:hp|hit ?points|health|life)\b|\b(?:hp|health|life)\s*[:=]?\s*(\d{1,5})\b)",
    re.IGNORECASE,
)
ELEMENTS = {
    "fire": "red", "flame": "red", "lava": "orange", "ice": "light blue", "frost": "light blue", "water": "blue",
    "ocean": "blue", "earth": "brown", "rock": "gray", "stone": "gray", "nature": "green", "forest": "green",
    "grass": "green", "poison": "purple", "shadow": "black", "dark": "black", "lightning": "yellow",
    "thunder": "yellow", "electric": "yellow", "light": "gold", "wind": "turquoise", "psychic": "pink",
}  # fmt: skip
"""Of creatures -> the colour that stands for it."""
CREATURES = (
    "dragon wolf phoenix fox lion tiger bear turtle snake serpent spider bird eagle owl cat dog horse unicorn golem "
    "dinosaur shark whale fish frog lizard rabbit bat scorpion monkey gorilla elephant griffin crab"
)
_ELEMENTAL = re.compile(
    rf"\b(?P<element>{'|'.join(ELEMENTS)})(?:[- ]type)? (?P<creature>{'|'.join(CREATURES.split())})\b", re.IGNORECASE
)


def read_trading_card(reader: "DesignReader") -> None:
    if points := _HEALTH.search(reader.rest):
        reader.items.append(GraphicItem(label=points[1] or points[2], role="value"))
        reader.rest = reader.rest.replace(points.group(), " ")
    stats = list(_STAT.finditer(reader.rest))
    for stat in stats:
        name, value = (stat["name"], stat["points"]) if stat["name"] else (stat["after"], stat["first"])
        reader.items.append(GraphicItem(label=_NAMES[name.lower()], detail=value, role="stat"))
    reader.rest = re.sub(r"[,\s]*(?:\bwith|\band)?[,\s]*$", "", _STAT.sub(" ", reader.rest))
    if reader.title and ":" in reader.title:
        reader.items.insert(0, GraphicItem(label=reader.title))
        reader.title = None
    _take_element(reader)
    if reader.title and not re.search(r"\w\w", f"{reader.before}{strip_joint(reader.rest)}"):
        reader.subject = reader.title.lower()
    if not stats and not any(one.role != "value" for one in reader.items):
        texts = ("Quick strike: 30 damage", "Second wind: heal 20 points")
        reader.items += [GraphicItem(label=one, role="detail") for one in texts]
        reader.made_up = "values are"


def _take_element(reader: "DesignReader") -> None:
    """The colour of "a fire dragon", unless another one is said; its frame has it too."""
    found = _ELEMENTAL.search(reader.before) or _ELEMENTAL.search(reader.rest)
    if found is None:
        return
    color = ELEMENTS[found["element"].lower()]
    if reader.title is None:
        reader.title = to_title(found.group().lower())
    said = strip_joint(" ".join(one for one in (reader.before, reader.rest) if one))
    if not set(re.findall(r"[a-z]+", said.lower())) & set(COLOR_WORDS):
        reader.subject = said.replace(found.group(), f"{color} {found['creature']}")
        reader.colors.append(COLOR_WORDS[color])
