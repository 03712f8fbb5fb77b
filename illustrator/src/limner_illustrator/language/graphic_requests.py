"""Forms that search for or book something: "flight search form from Berlin to Paris"."""

import random
import re

from limner_illustrator.language.graphic_lists import extract_title
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.graphic_screens import choose_frame
from limner_illustrator.scene import Graphic, GraphicItem

REQUEST = "request-screen"
_FORMS: tuple[tuple[str, str, str, str], ...] = (
    ("flight|airline", "Find a flight", "From|Berlin; To|Lisbon; Departure|12 May; Passengers|1 adult",
     "Search flights"),
    ("train|bus", "Find a connection", "From|Berlin; To|Hamburg; Date|12 May; Passengers|1 adult", "Search"),
    ("hotel|room|accommodation", "Find a place to stay",
     "Where|Lisbon; Check-in|12 May; Check-out|15 May; Guests|2 adults", "Search hotels"),
    ("restaurant|table|dinner", "Reserve a table", "Name|Anna Berg; Date|12 May; Time|19:30; Guests|2", "Reserve"),
    ("car", "Rent a car", "Pick-up|Berlin; From|12 May; Until|15 May; Car|Compact", "Search cars"),
    ("appointment|doctor|dentist|salon|hair|haircut|hairdresser", "Book an appointment",
     "Name|Anna Berg; Service|Consultation; Date|12 May; Time|10:30", "Book"),
    ("job", "Find a job", "What|Designer; Where|Berlin; Type|Full time", "Search jobs"),
    ("", "Book now", "Name|Anna Berg; Date|12 May; Time|10:30; Guests|2", "Book"),
)  # fmt: skip
"""Words of the prompt, the heading, the fields with their values, the button."""
_NAME = r"[A-ZÀ-Ý][\w'-]+(?: [A-ZÀ-Ý][\w'-]+)*"
_WAY = re.compile(rf"\bfrom (?P<start>{_NAME}) to (?P<end>{_NAME})")
_PLACE = re.compile(rf"\bin (?P<place>{_NAME})")


def read_request(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    """Items are the fields, whose details are their values, and the button."""
    title, _ = extract_title(after)
    _, heading, fields, action = next(
        one for one in _FORMS if not one[0] or re.search(rf"\b(?:{one[0]})(?:s|es)?\b", prompt.lower)
    )
    way, place = _WAY.search(prompt.text), _PLACE.search(prompt.text)
    said = {"From": way["start"], "To": way["end"]} if way else {"Where": place["place"]} if place else {}
    items = []
    for entry in fields.split("; "):
        label, _, value = entry.partition("|")
        items.append(GraphicItem(label=label, role="field", detail=said.get(label, value)))
    items.append(GraphicItem(label=action, role="button"))
    options = (choose_frame(prompt, REQUEST),)
    return Graphic(kind=REQUEST, title=title or heading, items=tuple(items), options=options, is_sample=True)
