"""Reads screens of games: the form, the game's name, and the scene behind it."""

import re
from typing import TYPE_CHECKING

from limner_illustrator.language.design_texts import to_title
from limner_illustrator.language.vocabulary.games import FORMS, LOOT, SPACE_LOOT, WORLDS
from limner_illustrator.language.vocabulary.tiles import TILES
from limner_illustrator.scene import GraphicItem

if TYPE_CHECKING:
    from limner_illustrator.language.design_reader import DesignReader

_LISTED = re.compile(r"\b(?:with|containing|showing|of)\s+(?P<things>(?:an?|the|\d+|two|three)\s+.+,.+)$")
_BUTTONS = re.compile(r"\b(?:with|and)?\s*(?P<names>[\w ,]+?) (?:buttons?|options?)\b")


def read_game_screen(reader: "DesignReader") -> None:
    text = reader.prompt.lower
    form = next(name for name, words in FORMS if not words or re.search(words, text))
    world = next(one for one in WORLDS if not one[0] or re.search(rf"\b(?:{one[0]})", text))
    reader.options.append(form)
    if re.search(r"\b(?:rac(?:e|ing)|kart|driving|cars?|rally)\b", text):
        reader.options.append("race")
    if form == "inventory":
        listed = _LISTED.search(reader.rest)
        loot = SPACE_LOOT if world is WORLDS[0] else LOOT
        reader.subject = f"icon of {listed['things'] if listed else loot}"
        reader.title = reader.title or "Inventory"
    else:
        shown = re.search(r"\b(?:with|showing|featuring) (?P<shown>(?:an?|the|two|some) (?!.*buttons?).+)", reader.rest)
        reader.subject = shown["shown"] if shown else world[1]
        if form == "over":
            is_won = re.search(r"victory|you win", text)
            reader.title = reader.title or ("Victory!" if is_won else "Game Over")
        own = "Paused" if "pause" in text else world[2]
        reader.title = reader.title or (own if form == "menu" else None)
    if form == "menu":
        named = _BUTTONS.search(reader.rest)
        parts = re.split(r",\s*|\s+and\s+", named["names"].strip()) if named else []
        names = [to_title(one.strip()) for one in parts if one.strip()]
        for name in names if len(names) > 1 else ("Play", "Options", "Credits", "Quit"):
            reader.items.append(GraphicItem(label=name, role="button"))
    reader.made_up = "content is"


_TILE_WORDS = re.compile(r"\b(?:tiles?|blocks?|ground|terrain|an?|the|textures?|pixel art|style|top[- ]down)\b")


def read_tile_set(reader: "DesignReader") -> None:
    """The grounds that are named; another one is missing."""
    listed = re.sub(r"^\W*(?:of|with|for|including|featuring|:)\s+", "", reader.rest.rpartition(":")[2])
    for part in re.split(r",|\band\b|&", listed):
        words = re.sub(
            r"\b(?:tiles?|blocks?|ground|terrain|an?|the|textures?|pixel art|style|top[- ]down)\b", " ", part.lower()
        )
        name = " ".join(words.split()).strip(" .")
        known = next((one for one in (name, name.removesuffix("s"), name.rpartition(" ")[2]) if one in TILES), None)
        if known is not None:
            reader.items.append(GraphicItem(label=known, role="tile"))
        elif name and not re.search(r"\d|game|rpg|platformer|seamless|retro|bit\b", name):
            reader.missing.append(name)
    reader.subject = " "
