"""Several screens beside each other: "three onboarding screens", "app mockup with 3 screens: login, home, profile"."""

import random
import re

from limner_illustrator.language.graphic_prompt import GraphicPrompt, find_graphic
from limner_illustrator.language.vocabulary.intro_screens import INTRO_SCREENS
from limner_illustrator.language.vocabulary.page_topics import find_page
from limner_illustrator.language.vocabulary.screen_graphics import SCREENS
from limner_illustrator.scene import Graphic, GraphicItem

SCREEN_ROW = "screen-row"
MOST_SCREENS = 5
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
_COUNT = re.compile(
    r"\b(?P<number>[2-5]|two|three|four|five)[- ](?:(?:mobile|app|phone|iphone|ui|onboarding|different|smartphone|"
    r"intro|welcome|login|walkthrough|step|android|ios)[- ])*(?:screens?|pages|steps?|slides)\b",
    re.IGNORECASE,
)
_ROW = re.compile(r"\b(?:screens|onboarding|walkthrough|user flow|app ui|app mockup|app design)\b", re.IGNORECASE)
_LISTED = re.compile(r"\bscreens\b[^:]{0,40}:\s*(?P<names>[^.;]+)", re.IGNORECASE)
_WITH = re.compile(r"(?:^|\b(?:with|showing|of)\s+)(?P<names>[^.;:]+?)\s+screens\b", re.IGNORECASE)
_APP = re.compile(
    r"\b(?:an?|the|my|our)\s+(?P<app>(?:[\w-]+ ){0,3}(?:app|application|store|shop|platform|bank|tracker))\b",
    re.IGNORECASE,
)
_LOOK = re.compile(
    r"\b(?:style|colou?rs?|palette|theme|mode|minimal(?:ist)?|pastel|dark|flat|clean|modern|side by side|background|"
    r"accent|rounded|icons?|illustrations?)\b",
    re.IGNORECASE,
)
_INTRO = re.compile(r"\b(?:onboarding|walkthrough|intro|welcome)\b", re.IGNORECASE)


def find_screen_row(prompt: str, found: GraphicPrompt | None) -> GraphicPrompt | None:
    """At least two screens; `found`: the one screen that the prompt would be read as."""
    text = " ".join(prompt.split())
    is_screen = found is not None and (found.kind in SCREENS or found.kind in INTRO_SCREENS)
    if not is_screen and re.search(r"\bscreens\b", text, re.IGNORECASE) is None:
        return None
    if not is_screen and found is not None and found.kind != "phone-mockup":
        return None
    if _ROW.search(text) is None or not list_screens(text):
        return None
    return GraphicPrompt(SCREEN_ROW, "screens", "", text, text)


def list_screens(text: str) -> list[str]:
    """The prompts of the single screens. () where there are fewer than two."""
    count = _COUNT.search(text)
    number = 0 if count is None else _NUMBERS.get(count["number"].lower()) or int(count["number"])
    app = _APP.search(text)
    subject = f"for a {app['app']}" if app else ""
    is_intro = number > 1 and _INTRO.search(text) is not None
    named = _LISTED.search(text) or (None if is_intro else _WITH.search(text))
    if named is not None:
        parts = [re.sub(r"^(?:an?|the) ", "", one.strip()) for one in re.split(r",|\band\b|&|\+", named["names"])]
        parts = [one for one in parts if one and len(one.split()) <= 4 and not _LOOK.search(one)][:MOST_SCREENS]
        parts = [one for one in parts if not re.search(r"\d|\bapp\b", one)]
        prompts = [_make_prompt(one, subject) for one in parts]
        if len(prompts) > 1 and all(prompts):
            return [one for one in prompts if one]
    if not is_intro:
        return []
    page = find_page(text.lower())
    headlines = ["Welcome", "Find your way", "Make it yours", "Share it", "Get started"]
    headlines = [page[0], *page[1], "Get started"] if page is not None else headlines
    return [
        f'onboarding screen {subject}, "{headline}", page {at} of {number}'
        for at, headline in enumerate(headlines[:number], 1)
    ]


def _make_prompt(name: str, subject: str) -> str | None:
    """The prompt of one screen; None for a name that no screen is known by."""
    plain = re.sub(r"\s+(?:screens?|pages?|view)$", "", name.lower())
    for form in ("screen", "page", "app screen"):
        found = find_graphic(f"mobile {plain} {form} {subject}".strip())
        if found is not None and (found.kind in SCREENS or found.kind in INTRO_SCREENS):
            return f"mobile {plain} {form} {subject}".strip()
    return None


def read_screen_row(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    items = tuple(GraphicItem(label=one, role="screen") for one in list_screens(prompt.text))
    return Graphic(kind=prompt.kind, items=items, options=("phone",), is_sample=True)
