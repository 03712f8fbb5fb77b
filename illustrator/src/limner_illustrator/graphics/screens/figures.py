"""The figure of an application that its prompt gives: "a smartwatch app showing heart rate 72 bpm"."""

import re
from dataclasses import replace

from limner_illustrator.language.vocabulary.app_topics import AppTopic

_UNITS = (
    r"bpm|steps|kcal|calories|cal|km|miles|mi|kg|lbs?|°\s?[CF]|degrees|%|percent|hours|hrs?|minutes|mins?|ml|l|kwh|mph|"
    r"km/h|mg/dl|points|days|glasses|watts|w"
)
_GIVEN = re.compile(rf"(?P<number>[$€£]?\d[\d.,:]*)\s?(?P<unit>{_UNITS})?(?![\w%])", re.IGNORECASE)
_SIGNS = "$€£"


def put_given_figure(topic: AppTopic, prompt: str) -> AppTopic:
    """The topic with the first amount of the prompt in place of its own figure."""
    given = next((one for one in _GIVEN.finditer(prompt) if one["unit"] or one["number"][0] in _SIGNS), None)
    if given is None or not topic.figure or topic.layout == "player":
        return topic
    number, unit = given["number"].rstrip(".,:"), (given["unit"] or "").replace(" ", "")
    unit = unit.upper() if unit.startswith("°") else unit
    if not unit:
        return replace(topic, figure=number)
    if topic.caption.lower().startswith(unit.lower()) or (topic.layout == "ring" and len(unit) > 2):
        return replace(topic, figure=number, caption=unit)
    joint = "" if unit == "%" else " "
    is_share = topic.caption.startswith(("of ", "goal"))
    return replace(topic, figure=f"{number}{joint}{unit}", caption="" if is_share else topic.caption)
