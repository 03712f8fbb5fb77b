"""Content of screens that introduce, wait or report: onboarding, splash, empty states, error pages."""

import random
import re
from dataclasses import dataclass

from limner_illustrator.language import lexicon
from limner_illustrator.language.design_subjects import find_hero_place, find_themes
from limner_illustrator.language.graphic_lists import extract_title, make_title, quoted_texts
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.graphic_screens import choose_frame
from limner_illustrator.language.vocabulary.intro_screens import PLAIN_SUBTITLE, VARIANTS
from limner_illustrator.language.vocabulary.page_topics import find_page
from limner_illustrator.scene import Graphic, GraphicItem

LONGEST_NAME = 32
PLAIN_PICTURE = "a laptop and a plant on a desk"
PLAIN_MARK = " "
"""No picture: a splash screen shows its initial or a spinner then."""
_MARK = re.compile(r"\b(?:an?|the|our) (?:[\w-]+ )?(?P<thing>[\w-]+) (?:logo|icon|symbol|mark)\b", re.IGNORECASE)
_APP = re.compile(
    r"\bfor (?:an? |the |my |our )?(?P<app>[^,.;:]*?\b(?:app|application|website|site|store|shop|service|platform|"
    r"game|company|startup|tool))\b",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(r",?\s*\bpage ([1-5]) of ([2-5])\b")
_ABOUT = re.compile(
    r"\b(?:about|on|for|introducing|explaining) (?P<topic>[^,.;:]+?)(?= with | in |[,.;:]|$)",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"(?:^|\b)(?:with|showing|featuring|of|depicting|that shows|where)\s+(?!the (?:title|text|words?|headline)\b)"
    r"(?P<shown>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_PARTS = re.compile(
    r",?\s*(?:\b(?:and|with|plus)\s+)?(?:an? |the |some |two |three |\d )?(?:[\w-]+ )?(?:buttons?|dots|progress (?:bar|"
    r"dots|indicator)|page indicators?|skip (?:link|button)|headline|title|subtitle|text|logo|loading (?:bar|spinner|"
    r"indicator)|spinner|call to action|cta)\b",
    re.IGNORECASE,
)
"""What such screens have anyway."""


@dataclass(frozen=True, slots=True)
class IntroReading:
    graphic: Graphic
    rest: str
    """What the illustration shows."""


def read_intro(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> IntroReading:
    title, text = extract_title(after)
    text = _PAGE_NUMBER.sub(" ", text)
    quoted = [one for one in quoted_texts(text) if one != title]
    for one in quoted:
        text = re.sub(rf"[\"“”'‘]?{re.escape(one)}[\"“”'’]?", " ", text)
    form, _, (headline, subtitle, action, shown) = next(
        entry for entry in VARIANTS if re.search(rf"\b(?:{entry[1]})", prompt.lower)
    )
    app = _APP.search(text)
    name = make_title(app["app"]) if app else make_title(before)
    is_cause = form == "missing" and re.search(r"\b(?:server|internal|error|forbidden)\b", (name or "").lower())
    name = name if name and len(name) <= LONGEST_NAME and not is_cause else None
    plain = _APP.sub(" ", text) if app else text
    asked = _SHOWN.search(plain)
    picture = _PARTS.sub(" ", asked["shown"]).strip(" ,.") if asked else ""
    about = _ABOUT.search(plain[: asked.start()] if asked else plain)
    topic = make_title(about["topic"]) if about else None
    if form == "splash":
        headline = title or (quoted[0] if quoted else None) or name or "Welcome"
        subtitle = ""
        name = None if headline == name else name
    elif form == "onboarding":
        known = find_page(prompt.lower)
        headline = (quoted[0] if quoted else None) or topic or (known[0] if known else "") or "Welcome"
        headline = f"Welcome to {title}" if title and not topic and not quoted else headline
        subtitle = f"{'. '.join(known[1])}." if known else PLAIN_SUBTITLE
        name = title or name
        action = "Get started" if re.search(r"welcome|get started", prompt.lower) else action
    else:
        headline = (quoted[0] if quoted else None) or headline
        name = title or name
    if form == "splash" and (mark := _MARK.search(text)) and lexicon.find(mark["thing"].lower()):
        picture = mark["thing"]
    usual = _choose_picture(f"{before} {text}", topic)
    picture = picture or shown or (PLAIN_MARK if form == "splash" and usual == PLAIN_PICTURE else usual)
    items = [
        GraphicItem(label=label, role=role)
        for label, role in ((name, "name"), (subtitle, "subtitle"), (action, "button"))
        if label
    ]
    page = _PAGE_NUMBER.search(prompt.lower)
    steps = (f"page-{page[1]}", f"pages-{page[2]}") if page else ()
    if page and title:  # it is the headline of one page of several
        headline = title
        items = [item for item in items if item.role != "name"]
    frame = choose_frame(prompt, "intro-screen", handheld=form in ("onboarding", "splash", "report"))
    options = (frame, form, *steps)
    graphic = Graphic(
        kind=prompt.kind, title=headline, items=tuple(items), options=options, is_sample=not (title or quoted)
    )
    return IntroReading(graphic, picture)


def _choose_picture(text: str, topic: str | None) -> str:
    """What stands for the topic: the place of its trade, its emblem, else the topic itself."""
    if place := find_hero_place(f"for {text}"):
        return place
    if themes := find_themes(text.lower()):
        return f"a {themes[0]}"
    return topic or PLAIN_PICTURE
