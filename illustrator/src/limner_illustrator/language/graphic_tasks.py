"""Tasks of a to-do list: those that a prompt names, or as many as it asks for, some of them done."""

import re

from limner_illustrator.language.design_content import NUMBERS, read_number
from limner_illustrator.language.graphic_lists import clean_label, split_items
from limner_illustrator.scene import GraphicItem

TASK, DONE = "task", "done-task"
MOST_TASKS = 10
USUAL_TASKS = 6
USUAL_DONE = 2
_ABOUT = re.compile(r"\b(?:to-?do|to do list|task (?:list|manager|management|app)|tasks? app|checklist app)\b")
_COUNT = rf"(?P<count>\d{{1,2}}|{'|'.join(NUMBERS)})"
_MANY = re.compile(rf"\b{_COUNT} (?:\w+ )?(?:tasks?|items?|to-?dos?)\b")
_FINISHED = re.compile(
    rf"\b{_COUNT} (?:(?:tasks?|items?|of them|are|already) )*(?:done|completed?|checked|finished|ticked)\b"
)
_LISTED = re.compile(r"\b(?:tasks?|items?|list|to-?dos?)\s*:\s*(?P<tasks>[^;\n]+)$", re.IGNORECASE)
_USUAL = (
    "Write the report", "Call Ben", "Buy milk", "Go for a run", "Plan the trip", "Read 20 pages", "Water the plants",
    "Pay the bills", "Book the dentist", "Tidy the desk",
)  # fmt: skip


def read_tasks(text: str) -> list[GraphicItem]:
    """[] where the prompt is about no list of tasks."""
    lower = text.lower()
    if not _ABOUT.search(lower):
        return []
    listed = _LISTED.search(text)
    names = [clean_label(one) for one in split_items(listed["tasks"])] if listed else []
    names = [one[:1].upper() + one[1:] for one in names if 0 < len(one) <= 40][:MOST_TASKS]
    finished = _FINISHED.search(lower)
    done = read_number(finished["count"]) if finished else 0 if names else USUAL_DONE
    if len(names) < 2:
        many = _MANY.search(lower)
        names = list(_USUAL[: min(MOST_TASKS, read_number(many["count"]) if many else USUAL_TASKS)])
    return [GraphicItem(label=name, role=DONE if at < done else TASK) for at, name in enumerate(names)]
