"""Content of screens: the device around them, the name of the application, and the elements that a prompt lists."""

import random
import re

from limner_illustrator.language.graphic_lists import clean_label, extract_title, make_title, quoted_texts, split_items
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.vocabulary.screen_graphics import GENERAL, SUBJECTS
from limner_illustrator.scene import Graphic, GraphicItem

_FRAMES = (
    ("tablet", r"\b(?:tablet|ipad)\b"),
    ("phone", r"\b(?:mobile|phone|smartphone|iphone|android|ios|app)\b"),
    ("browser", r"\b(?:web ?site|web ?page|web|browser|desktop|page|landing|saas|admin|laptop|homepage|dashboard)\b"),
)
_HANDHELD = frozenset({
    "login-screen", "sign-up-screen", "settings-screen", "chat-screen", "profile-screen", "feed-screen", "app-screen",
})  # fmt: skip
"""Kinds that stand in a phone where the prompt names no device."""
_WIREFRAME = re.compile(r"\b(?:wireframes?|low[- ]fidelity|lo-?fi|skeleton|mid-fidelity)\b", re.IGNORECASE)
_ROLES: tuple[tuple[str, str], ...] = (
    ("line", (r"line (?:chart|graph)|trend|area chart|performance graph|revenue (?:chart|graph)|"
     r"(?:sales|traffic|growth) (?:chart|graph)|\bcharts?\b|\bgraphs?\b")),
    ("bar", r"bar (?:chart|graph)|column chart|histogram"),
    ("pie", r"pie|donut|doughnut"),
    ("table", r"\btables?\b|recent orders|transactions?|\borders\b|users list|user list"),
    ("cards", r"kpis?|stat(?:s|istics)? cards?|metrics?|summary cards?|\bcards\b|numbers|totals"),
    ("map", r"\bmap\b"),
    ("calendar", r"calendar"),
    ("sidebar", r"side ?bar|side (?:menu|navigation|nav)"),
    ("tabs", r"tab bar|bottom (?:nav\w*|bar|tabs)|navigation bar"),
    ("google", r"google"), ("apple", r"apple"), ("facebook", r"facebook"), ("github", r"github"), ("social",
        r"social (?:login|buttons?|sign)"),
    ("remember", r"remember me"), ("forgot", r"forgot"),
    ("hero", r"\bhero\b"), ("features", r"features?|benefits"), ("testimonials", r"testimonials?|reviews?|quotes?"),
    ("pricing", r"pricing|plans"), ("contact", r"contact"), ("gallery", r"gallery|portfolio|photos?|images?|grid"),
    ("footer", r"footer"), ("nav", r"navigation|navbar|nav bar|menu|header"), ("logos", r"logos|partners|clients"),
    ("faq", r"faq|questions"), ("newsletter", r"newsletter"), ("search", r"search"), ("team", r"\bteam\b"),
)  # fmt: skip
"""Role of an element -> the words that ask for it."""
_FIELDS = re.compile(
    r"\b(full name|first name|last name|user ?name|name|e-?mail(?: address)?|confirm password|password|"
    r"phone(?: number)?|address|city|country|zip(?: code)?|postal code|company|message|subject|date of birth|birthday|"
    r"card number|expiry(?: date)?|cvv|cvc|gender|age|website|comments?|pin(?: code)?|"
    r"verification code|otp|job title)\b",
    re.IGNORECASE,
)
_BUTTON = re.compile(r"[\"“']?([\w ]{2,24}?)[\"”']?\s+(?:button|cta)\b", re.IGNORECASE)
_PROVIDED = re.compile(r"\b(?:google|apple|facebook|github|social|remember|forgot|and|with)\b", re.IGNORECASE)
"""Words of buttons that screens have anyway, or that join a button to something else."""
_FOR = re.compile(
    r"\b(?:for|of)\s+(?:an?|the|my|our)?\s*(?P<subject>[^,.;:\"“]+?)(?=\s*(?:$|[,.;:\"“]|\bwith\b|\bin\b|\bshowing\b|\bthat\b|"
    r"\bcalled\b|\bnamed\b|\bincluding\b|\bfeaturing\b|\busing\b|\bon\b|\bwhere\b))",
    re.IGNORECASE,
)
_WHERE = frozenset({"sidebar", "tabs", "nav"})


def choose_screen(prompt: GraphicPrompt) -> str:
    """The kind: a general name ("wireframe") is decided by what else the prompt says."""
    if prompt.kind not in GENERAL:
        return prompt.kind
    text = prompt.lower
    if re.fullmatch(r"(?:landing page|homepage|home page).*", prompt.phrase):
        return prompt.kind
    return next((kind for kind, words in SUBJECTS if re.search(rf"(?:{words})", text)), prompt.kind)


def read_screen(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    kind = choose_screen(prompt)
    title, text = extract_title(after)
    options = [_choose_frame(prompt, kind)]
    if _WIREFRAME.search(prompt.text):
        options.append("wireframe")
    quoted = [one for one in quoted_texts(text) if one != title]
    buttons = [clean_label(match[1]) for match in _BUTTON.finditer(text) if not _PROVIDED.search(match[1])]
    name = title or (quoted[0] if quoted and quoted[0] not in buttons else None) or _name_subject(prompt, before, text)
    listed = re.search(
        r"\b(?:with|including|featuring|showing|containing|has|:)\s+(.+)$", text, re.IGNORECASE | re.DOTALL
    )
    items: list[GraphicItem] = []
    for part in split_items(listed[1]) if listed else []:
        items += _read_element(part, kind)
    for label in buttons:
        if label and not any(item.label == label for item in items):
            items.append(GraphicItem(label=_button_label(label), role="button"))
    if kind == "login-screen" and re.search(r"\b(?:forgot|reset)", prompt.phrase):
        name = name or "Reset password"
        items = items or [GraphicItem(label="Email", role="field"), GraphicItem(label="Send link", role="button")]
    return Graphic(kind=kind, title=name, items=tuple(_unique(items)), options=tuple(options), is_sample=True)


def _choose_frame(prompt: GraphicPrompt, kind: str) -> str:
    text = prompt.lower
    named = next((frame for frame, words in _FRAMES if re.search(words, text)), None)
    if named == "phone" and re.search(r"\bweb ?app|website|web ?page|\bdesktop\b", text) and "mobile" not in text:
        return "browser"
    return named or ("phone" if kind in _HANDHELD else "browser")


def _name_subject(prompt: GraphicPrompt, before: str, text: str) -> str | None:
    """ "a login screen for a banking app": Banking app."""
    match = _FOR.search(text)
    plain = (
        re.sub(r"\b(?:screen|page|mobile|ui|ux|wireframe|mockup|simple|modern|clean)\b", "", match["subject"])
        if match
        else before
    )
    plain = re.sub(
        r"\b(?:mobile|web|responsive|simple|modern|clean|ios|android|iphone|desktop|low|high|fidelity|ui|"
        r"website|web ?site|homepage|home page|page)\b",
        "",
        plain,
        flags=re.IGNORECASE,
    )
    name = make_title(re.sub(r"\s+", " ", plain))
    if name is None:
        words = re.match(r"^(.*?)\s*(?:dashboard|app|website|page|screen|ui|mockup|wireframe|design)\b", prompt.phrase)
        known = ("weather", "fitness", "banking", "travel", "music", "recipe", "food delivery", "meditation",
            "podcast", "sales", "finance",
                 "crypto", "marketing", "analytics", "health", "email", "news", "dating", "restaurant",
                 "portfolio")  # fmt: skip
        name = words[1].capitalize() if words and words[1] in known else None
    return name if name is None or len(name) <= 40 else None


def _read_element(part: str, kind: str) -> list[GraphicItem]:
    text = part.lower()
    fields = [clean_label(match[1]) for match in _FIELDS.finditer(part)]
    is_form = kind in ("login-screen", "sign-up-screen", "checkout-screen")
    if is_form and fields and "forgot" not in text and "remember" not in text and "button" not in text:
        return [GraphicItem(label=label, role="field") for label in fields]
    role = next((role for role, words in _ROLES if re.search(words, text)), None)
    if "button" in text and role not in ("google", "apple", "facebook", "github", "social"):
        match = _BUTTON.search(part)
        return [GraphicItem(label=_button_label(clean_label(match[1] if match else part)), role="button")]
    if role is not None:
        return [GraphicItem(label=clean_label(part)[:40], role=role)]
    label = clean_label(
        re.sub(r"\b(?:fields?|inputs?|sections?|options?|toggles?|links?|boxes|areas?|lists?)\b", "", part)
    )
    return [GraphicItem(label=label, role="entry")] if 1 < len(label) <= 32 and len(label.split()) <= 4 else []


def _button_label(text: str) -> str:
    plain = re.sub(
        r"^(?:a|an|the|big|large|blue|green|red|orange|round|primary|submit)\s+(?=\w)", "", text, flags=re.IGNORECASE
    )
    return plain[:1].upper() + plain[1:]


def _unique(items: list[GraphicItem]) -> list[GraphicItem]:
    return list({(item.role, item.label): item for item in items}.values())[:24]
