"""What happens in the panels of a comic whose prompt tells it in one sentence: "a cat learning to swim"."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from limner_illustrator.language import design_content as content
from limner_illustrator.language.design_subjects import strip_forms, strip_joint
from limner_illustrator.language.story_moments import Moment, continue_story, split_moments
from limner_illustrator.scene import GraphicItem

if TYPE_CHECKING:
    from limner_illustrator.language.design_reader import DesignReader

_BETWEEN = ("{} thinking", "{} walking", "{} jumping", "{} running", "{} waving", "{} sitting", "{} sleeping")
"""What the hero does between the beginning and the deed, where a comic has more panels than the prompt has deeds."""


def tell_story(text: str, count: int) -> list[Moment]:
    """One moment for each panel; empty if the prompt names no action. `count` 0: one panel for each action."""
    told = split_moments(text)
    if not told:
        return []
    wanted = count or (4 if len(told) < 3 else min(len(told), content.MAX_PANELS))
    if len(told) >= wanted:
        return [_join_moments(told[at * len(told) // wanted : (at + 1) * len(told) // wanted]) for at in range(wanted)]
    hero = told[0].subject
    lead = [f"{hero} standing"]
    end = [f"{hero} cheering"] if len(told) + 1 < wanted else []
    missing = wanted - len(told) - len(lead) - len(end)
    between = [_BETWEEN[number % len(_BETWEEN)].format(hero) for number in range(missing)]
    invented = [Moment(shown, "", hero) for shown in (*lead, *between, *end)]
    at = len(lead) + missing
    return [*invented[:at], *told, *invented[at:]]


def _join_moments(moments: list[Moment]) -> Moment:
    """In one panel, which shows the last one and tells them all."""
    return replace(moments[-1], caption=". ".join(one.caption for one in moments))


def read_story(reader: "DesignReader") -> None:
    """Items: `count` and one `panel` each, told by the prompt, or by what its hero does."""
    count, _ = content.read_count(f"{reader.prompt.text}", "panels?|frames?|shots?|scenes?")
    leading = re.match(rf"(?:.*?\b)?(\d|{'|'.join(content.NUMBERS)})[\s-](?:panel|frame|koma)", reader.prompt.lower)
    count = content.read_number(leading[1]) if leading else count
    if count > 1:
        reader.items.append(GraphicItem(label=str(count), value=float(min(count, 12)), role="count"))
    told, is_numbered = content.read_panels(reader.rest)
    story = [] if is_numbered or any(said for _, said in told) else _read_sentence(reader.rest, count)
    if told and not story:
        moments = continue_story([shown for shown, _ in told])
        reader.items += [
            _make_panel(moment, said) if moment else GraphicItem(label=said, detail=shown or None, role="panel")
            for (shown, said), moment in zip(told, moments, strict=True)
        ]
        lead = strip_joint(reader.rest.partition(":")[0]) if ":" in reader.rest else ""
        reader.subject = (
            lead if strip_forms(lead) and not re.match(r"panel|frame|\d", lead, re.IGNORECASE) else told[0][0]
        )
        return
    if story:
        reader.items += [_make_panel(moment) for moment in story]
        reader.subject = next((one for one in story if one.caption), story[-1]).shown
        reader.made_up = None if all(one.caption for one in story) else "other panels are"
        return
    said_lines, reader.rest = content.take_speech(reader.rest)
    reader.items += [GraphicItem(label=said, role="panel") for said in said_lines]
    reader.made_up = None if said_lines else "story is"


def _read_sentence(text: str, count: int) -> list[Moment]:
    """What one sentence tells, whose beginning may be a title: "Rex: a dog steals a sausage"."""
    plain = content.strip_panels(text)
    if content.take_speech(plain)[0]:
        return []
    _, colon, last = plain.partition(":")
    return (tell_story(last, count) if colon else []) or tell_story(plain, count)


def _make_panel(moment: Moment, said: str = "") -> GraphicItem:
    lines = (moment.caption,) if moment.caption else ()
    return GraphicItem(label=said, detail=moment.shown, role="panel", lines=lines)
