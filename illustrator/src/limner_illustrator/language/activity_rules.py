"""What an activity makes of its object: what is held for it, and what is drawn in the object's place."""

from limner_illustrator.catalog import kinds
from limner_illustrator.language.mention import Mention
from limner_illustrator.subjects.figures.activities import can_sit, pose_with

_INTO = ("in", "into", "on", "onto", "over")
_INTO_VESSELS = frozenset({"pouring", "mixing", "cooking", "washing", "kneading", "chopping"})
_PUSHED = frozenset({
    "stroller", "pram", "baby carriage", "buggy", "shopping cart", "wheelbarrow", "lawn mower", "lawnmower", "trolley",
    "baby stroller", "pushchair", "cart",
})  # fmt: skip


def adapt_to_activity(subject: Mention, relation: str, target: Mention, text: str) -> str:
    """The relation between a doer and an object; `text` is the word that links them. Changes both where needed."""
    if subject.action == "flying" and target.drawing == "own:kite":
        subject.action, relation = "holding", "holding"
    if relation == "holding" and "hand" in target.attributes and kinds.is_animate(target.drawing):
        # "holding a baby's hand" does not hold the baby.
        subject.action, relation = "holding-hands", "beside"
    if subject.action in _INTO_VESSELS and text in _INTO:
        relation = "holding"
    if subject.action == "singing" and target.drawing == "noto:microphone":
        relation = "holding"
    if subject.action == "carrying" and target.noun.split()[-1] == "tray":
        subject.action = "serving"
    if subject.action == "teaching" and relation == "beside" and subject.drawing != "figure:teacher":
        # Without a class there is no blackboard.
        subject.action = "talking" if target.count == 1 else "teaching"
    if relation == "with" and kinds.is_person(subject.drawing) and target.noun in _PUSHED:
        subject.action, relation = "pushing", "beside"
    if subject.action == "sitting" and text.startswith(("play", "strum")) and pose_with(target.noun, target.drawing):
        subject.action = "playing"
        subject.attributes.append("sitting")
    if subject.action == "playing" and target.drawing == "own:chess" and kinds.is_person(subject.drawing):
        target.drawing = "own:chess-table"
    if subject.action == "reading" and target.drawing in ("noto:closed-book", "noto:books"):
        target.drawing = "noto:open-book"
    return relation


def add_activity_to_seat(doer: Mention, action: str | None) -> None:
    """ "Sitting on a bench reading a book" reads, and still sits."""
    if action is None or doer.action is None or "sitting" in doer.attributes:
        return
    if doer.action == "sitting" and action != "sitting" and can_sit(action):
        doer.attributes.append("sitting")
        doer.action = action
    elif action == "sitting" and can_sit(doer.action):
        doer.attributes.append("sitting")
