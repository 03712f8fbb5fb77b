"""Reads floor plans: the rooms of a home, or the furniture and the side rooms of a place of business."""

import re
from typing import TYPE_CHECKING

from limner_illustrator.language.design_content import read_rooms
from limner_illustrator.language.vocabulary.places import PLACES
from limner_illustrator.language.vocabulary.venues import find_venue
from limner_illustrator.scene import GraphicItem

if TYPE_CHECKING:
    from limner_illustrator.language.design_reader import DesignReader

_SIDE_ROOMS = {
    r"kitchen": "Kitchen",
    r"restrooms?|toilets?|bathrooms?|\bwc\b": "Restroom",
    r"storage|store ?room": "Storage",
    r"(?:meeting|conference) rooms?": "Meeting room",
    r"break ?room": "Kitchen",
    r"changing rooms?|lockers?": "Changing room",
    r"showers?": "Showers",
    r"waiting (?:room|area)": "Waiting room",
    r"(?:manager'?s? |private |back )offices?": "Office",
    r"foyer|lobby": "Foyer",
}
MOST_SIDE_ROOMS = 4


def read_floor_plan(reader: "DesignReader") -> None:
    if "blueprint" in reader.prompt.lower:
        reader.options.append("blueprint")
    reader.subject = " "
    if (found := find_venue(reader.prompt.lower)) is None:
        rooms, is_sample = read_rooms(f"{reader.before} {reader.rest}", reader.prompt.phrase)
        reader.items += rooms
        reader.made_up = "rooms are" if is_sample else None
        return
    venue, count = found
    named = [name for words, name in _SIDE_ROOMS.items() if re.search(rf"\b(?:{words})", reader.prompt.lower)]
    beside = list(dict.fromkeys([*named, *venue.rooms]))[:MOST_SIDE_ROOMS]
    reader.options.append("venue")
    reader.items.append(GraphicItem(label=venue.main, role="main", detail=venue.furniture, value=float(count)))
    if venue.front:
        reader.items.append(GraphicItem(label=venue.front, role="front"))
    reader.items += [GraphicItem(label=one, role="side") for one in beside]
    reader.made_up = "layout is"


def read_transit_map(reader: "DesignReader") -> None:
    reader.count("(?:colou?red )?lines?|routes?")
    name = re.search(r"\b(?:of|for)\s+(?:the )?(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)", reader.rest)
    if reader.title is None and name:
        reader.title = f"{name['name']} Metro"
    reader.made_up, reader.subject = "stations are", " "


def read_place_map(reader: "DesignReader") -> None:
    phrase = reader.prompt.phrase
    known = [(one, found) for names, found in PLACES.items() for one in names.split(", ")]
    _, (title, sights) = max(
        (entry for entry in known if re.search(rf"\b{entry[0]}\b", phrase)), key=lambda entry: len(entry[0])
    )
    reader.title = reader.title or f"{title} map"
    reader.items += [GraphicItem(label=name, role="sight", detail=thing) for name, thing in sights]
    reader.subject = f"icon of {', '.join(f'a {thing}' for _, thing in sights)}"
    reader.made_up = "places are"
