"""Things that lean against others, as a ladder against a tree, and those that hang over a place."""

from collections.abc import Iterable

from limner_illustrator.catalog import kinds
from limner_illustrator.language.mention import Mention, Pending
from limner_illustrator.layout.behind import HIDING
from limner_illustrator.layout.leaning import LEANING, LYING


def lay_down(thing: Mention, action: str | None) -> None:
    if action == LYING:
        thing.attributes.append(LYING)


def lean_or_hide(subjects: Iterable[Mention], text: str) -> None:
    """Marks things that are "leaning against" another, and those who are "hiding behind" one."""
    hides = text.startswith(("hiding", "hidden", "peeking")) and text.endswith("behind")
    for one in subjects:
        is_animate = kinds.is_animate(one.drawing)
        if text.startswith("lean") and kinds.is_person(one.drawing) and one.action in (None, "standing"):
            one.action = LEANING
        if text.startswith("lean") and not is_animate:
            one.action = LEANING
        if hides and is_animate and HIDING not in one.attributes:
            one.attributes.append(HIDING)


def hang_over(pending: Pending) -> None:
    """What hangs over a street is in the air."""
    if pending.text.startswith(("hanging over", "hanging above", "suspended above", "strung", "floating over")):
        for subject in pending.subjects:
            if not kinds.is_animate(subject.drawing):
                subject.action = "floating"
