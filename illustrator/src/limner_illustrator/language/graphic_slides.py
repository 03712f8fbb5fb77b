"""Content of slides: a title, bullet points, and a picture or a chart."""

import random
import re

from limner_illustrator.language.design_subjects import find_hero_place, find_themes
from limner_illustrator.language.graphic_diagrams import read_listed
from limner_illustrator.language.graphic_lists import clean_label, make_title, quoted_texts
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.graphic_topics import collect_points
from limner_illustrator.language.vocabulary.slides import PLAIN_POINTS, SLIDES
from limner_illustrator.scene import Graphic, GraphicItem

MOST = 5
_ABOUT = re.compile(
    r"(?i)^(?:the )?(?:benefits|advantages|history|future|importance|basics|facts|tips|state)? ?(?:of|about)? ?"
)
_FILLERS = re.compile(
    r"\b(?:pitch deck|deck|presentation|powerpoint|keynote|google|slides?|with|bullets?|points?)\b", re.IGNORECASE
)


def read_slide(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    quoted = quoted_texts(after)
    after = re.sub(r"\b(?:title|cover|opening) slide\b", " ", after)
    listed = read_listed(before, after)
    text = prompt.lower
    known = next((one for one in SLIDES if re.search(rf"\b(?:{one[0]})", text)), None)
    subject = make_title(_FILLERS.sub(" ", listed.subject))
    points = [clean_label(part) for part in listed.parts][:MOST]
    is_sample = len(points) < 2
    form, picture = ("picture", "") if known is None else (known[2], known[4])
    if is_sample:
        points = list(known[3]) if known else collect_points(_FILLERS.sub(" ", prompt.topic))[:4] or list(PLAIN_POINTS)
    is_title = re.search(r"\b(?:title|cover|opening) slide\b", text) is not None
    if is_title and is_sample:
        points = []
    title = listed.title or (quoted[0] if quoted else None) or subject or (known[1] if known else "Our idea")
    about = f"for {_FILLERS.sub(' ', listed.subject)}"
    themes = find_themes(about.lower())
    shown = (
        find_hero_place(about)
        or (f"a {themes[0]}" if themes else picture)
        or _ABOUT.sub("", subject or "")
        or "a light bulb"
    )
    items = [GraphicItem(label=one, role="point") for one in points]
    if form == "picture":
        items.append(GraphicItem(label=shown, role="picture"))
    options = (("title",) if is_title else ()) + ((form,) if form == "chart" else ())
    return Graphic(kind=prompt.kind, title=title, items=tuple(items), options=options, is_sample=is_sample)
