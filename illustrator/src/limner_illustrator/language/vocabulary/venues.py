"""Places of business, seen from above: what stands in their main room, and which rooms are beside it."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Venue:
    words: str
    """Of the prompt, as a regular expression."""
    main: str
    """What the main room is called."""
    furniture: str
    """A name in `venue_furniture.UNITS`."""
    unit: str
    """What the furniture is called in prompts, as a regular expression."""
    count: int
    front: str
    """What stands at the entrance wall; empty for nothing."""
    rooms: tuple[str, ...]


VENUES: tuple[Venue, ...] = (
    Venue(
        r"seating (?:chart|plan|arrangement)|wedding (?:reception|venue|hall)|banquet|ball ?room|gala",
        "Hall",
        "round",
        r"(?:round )?tables?",
        10,
        "Head table",
        (),
    ),
    Venue(
        r"caf[eé]s?\b|coffee (?:shop|house|bar)|bistro|tea ?(?:house|room)|bakery|ice cream (?:shop|parlou?r)",
        "Guest area",
        "tables",
        r"(?:small )?tables?",
        6,
        "Counter",
        ("Kitchen", "Storage", "Restroom"),
    ),
    Venue(
        r"restaurant|diner\b|pizzeria|steakhouse|food court|canteen|cafeteria",
        "Dining room",
        "tables",
        r"tables?",
        9,
        "Bar",
        ("Kitchen", "Storage", "Restroom"),
    ),
    Venue(
        r"\bbar\b|\bpub\b|night ?club|brewery|taproom",
        "Lounge",
        "tables",
        r"tables?",
        8,
        "Bar",
        ("Storage", "Restroom"),
    ),
    Venue(
        r"class ?room|lecture (?:hall|room)|training room|seminar room|school\b",
        "Classroom",
        "pupils",
        r"(?:student |school )?(?:desks?|tables?|students?|pupils?|seats?)",
        16,
        "Board",
        (),
    ),
    Venue(
        r"co-?working|open[- ](?:plan )?office|office\b(?! supply)|call cent|start-?up space|workspace",
        "Open office",
        "desks",
        r"(?:work)?(?:desks?|stations?|workplaces?)",
        8,
        "Reception",
        ("Meeting room", "Kitchen", "Restroom"),
    ),
    Venue(
        r"yoga|pilates|dance (?:studio|school)|martial arts|meditation",
        "Studio",
        "mats",
        r"(?:yoga )?mats?",
        12,
        "Reception",
        ("Changing room", "Showers"),
    ),
    Venue(
        r"gym\b|fitness|crossfit",
        "Training area",
        "machines",
        r"(?:machines?|treadmills?|stations?)",
        9,
        "Reception",
        ("Changing room", "Showers"),
    ),
    Venue(
        r"library|book ?(?:store|shop)",
        "Reading room",
        "shelves",
        r"(?:book)?shel(?:f|ves)",
        8,
        "Desk",
        ("Office", "Restroom"),
    ),
    Venue(
        r"super ?market|grocery|retail|boutique|\bshop\b|\bstore\b|pharmacy|market hall|convenience",
        "Shop floor",
        "shelves",
        r"(?:shel(?:f|ves)|aisles?|racks?)",
        8,
        "Checkout",
        ("Storage", "Office"),
    ),
    Venue(
        r"salon|barber|hairdress|nail studio|tattoo (?:studio|shop|parlou?r)",
        "Salon",
        "chairs",
        r"(?:chairs?|seats?)",
        6,
        "Reception",
        ("Waiting area", "Restroom"),
    ),
    Venue(
        r"clinic|dental|dentist|doctor'?s? (?:office|practice)|hospital ward|\bward\b|veterinar|"
        r"\bspa\b|hostel|dormitor",
        "Treatment",
        "beds",
        r"(?:beds?|chairs?|couches)",
        6,
        "Reception",
        ("Waiting room", "Office", "Restroom"),
    ),
    Venue(
        r"warehouse|storage hall|factory|workshop hall",
        "Hall",
        "shelves",
        r"(?:shel(?:f|ves)|racks?|aisles?)",
        12,
        "Loading dock",
        ("Office", "Restroom"),
    ),
    Venue(
        r"conference (?:hall|room|center|centre)|event (?:space|hall|venue)|theat(?:er|re)|auditorium|cinema|church",
        "Hall",
        "seats",
        r"(?:seats?|chairs?)",
        30,
        "Stage",
        ("Foyer", "Restroom"),
    ),
)
MOST = 48
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
            "twelve": 12, "fifteen": 15, "twenty": 20}  # fmt: skip
_HOMES = re.compile(r"\b(?:bed ?rooms?|apartment|flat|house|home|bungalow|cottage|villa|condo|cabin)\b")


def find_venue(text: str) -> tuple[Venue, int] | None:
    """The place and how many pieces of its furniture stand there, for a prompt in lower case; None for homes."""
    if _HOMES.search(text):
        return None
    venue = next((one for one in VENUES if re.search(rf"\b(?:{one.words})", text)), None)
    if venue is None:
        return None
    said = re.search(rf"\b(\d{{1,2}}|{'|'.join(_NUMBERS)}) (?:\w+ )?(?:{venue.unit})\b", text)
    count = (_NUMBERS.get(said[1]) or int(said[1])) if said else venue.count
    return venue, max(1, min(MOST, count))
