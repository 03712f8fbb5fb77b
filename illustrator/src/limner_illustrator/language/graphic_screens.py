"""Content of screens: the device around them, the name of the application, and the elements that a prompt lists."""

import random
import re

from limner_illustrator.language.design_subjects import find_hero_place, find_themes
from limner_illustrator.language.graphic_lists import clean_label, extract_title, make_title, quoted_texts, split_items
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.graphic_tasks import read_tasks
from limner_illustrator.language.vocabulary.page_topics import CHATS
from limner_illustrator.language.vocabulary.screen_graphics import GENERAL, SUBJECTS
from limner_illustrator.scene import Graphic, GraphicItem

_FRAMES = (
    (
        "watch",
        r"\b(?:smart ?watch|(?:apple|galaxy) watch|wear ?os|wearable|watch ?(?:os|app|ui|screen))\b",
    ),
    ("tablet", r"\b(?:tablet|ipad)\b"),
    ("phone", r"\b(?:mobile|phone|smartphone|iphone|android|ios|app)\b"),
    ("browser", r"\b(?:web ?site|web ?page|web|browser|desktop|page|landing|saas|admin|laptop|homepage|dashboard)\b"),
)
_ON_PHONE = re.compile(r"\b(?:mobile (?!app|banking|game)|phone|smartphone|iphone)\b")
"""What puts a landing page in a phone: "for a mobile app" is only what the page offers."""
_HANDHELD = frozenset({
    "login-screen", "sign-up-screen", "settings-screen", "chat-screen", "profile-screen", "feed-screen", "app-screen",
})  # fmt: skip
"""Kinds that stand in a phone where the prompt names no device."""
SEEN_AT = frozenset({"dashboard", "app-screen", "product-page", "feed-screen"})
_IN_WINDOW = frozenset({"code-screen", "call-screen"})
"""Kinds that stand in a window of their own where the prompt names no phone or tablet."""
_WIREFRAME = re.compile(r"\b(?:wireframes?|low[- ]fidelity|lo-?fi|skeleton|mid-fidelity)\b", re.IGNORECASE)
_ROLES: tuple[tuple[str, str], ...] = (
    ("bar", r"bar (?:chart|graph)|column chart|histogram"),
    ("pie", r"pie|donut|doughnut"),
    ("line", (r"line (?:chart|graph)|trend|area chart|performance graph|revenue (?:chart|graph)|"
     r"(?:sales|traffic|growth) (?:chart|graph)|\bcharts?\b|\bgraphs?\b")),
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
    ("faq", r"faq|questions"),
    ("steps", r"how it works|\bprocess\b|\bsteps\b"), ("stats", r"statistics section|our numbers|achievements"),
    ("about", r"\babout\b"), ("newsletter", r"newsletter"), ("search", r"search"), ("team", r"\bteam\b"),
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
    r"\b(?:for|of)\s+(?:an?|the|my|our)?\s*(?P<subject>[^,.;:\"“]+?)(?=\s*(?:$|[,.;:\"“]|\bwith\b|\bin\b|"
    r"\bshowing\b|\bthat\b|"
    r"\bcalled\b|\bnamed\b|\bincluding\b|\bfeaturing\b|\busing\b|\bon\b|\bwhere\b))",
    re.IGNORECASE,
)
_CONTROLS = re.compile(
    r"^(?:toggles?|switch(?:es)?|options?|sections?|buttons?|menu items?)\s+(?:for|to|like|such as)\s+"
)
"""What stands before the names of settings."""
_PLACE = re.compile(r"\b(?:in|for|of) (?P<place>[A-ZÀ-Ý][\w'-]+(?: [A-ZÀ-Ý][\w'-]+)*)")
"""Whose weather is shown."""
_WHERE = frozenset({"sidebar", "tabs", "nav"})


_OWN_KINDS = (
    ("login-screen", r"\b(?:log[- ]?in|sign[- ]?in)\b(?! (?:button|link))"),
    ("sign-up-screen", r"\b(?:sign[- ]?up|registration)\b(?! (?:button|link))"),
)
"""What an application is seen at, whatever it is for: "banking app login"."""

_BUTTON_NAMED = re.compile(r"\b(?:log[- ]?in|sign[- ]?(?:in|up)|checkout|register)(?= (?:buttons?|links?|cta)\b)")
"""It leads to another page than the one that shows it."""


def choose_screen(prompt: GraphicPrompt) -> str:
    """The kind: a general name ("wireframe") is decided by what else the prompt says."""
    if prompt.kind in SEEN_AT and not re.search(r"dashboard|landing|home ?page|website", prompt.lower):
        own = next((kind for kind, words in _OWN_KINDS if re.search(words, prompt.lower)), None)
        if own is not None:
            return own
    if prompt.kind not in GENERAL:
        return prompt.kind
    text = prompt.lower
    if re.fullmatch(r"(?:landing page|homepage|home page).*", prompt.phrase):
        return prompt.kind
    text = _BUTTON_NAMED.sub("", text)
    return next((kind for kind, words in SUBJECTS if re.search(rf"(?:{words})", text)), prompt.kind)


def read_screen(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    kind = choose_screen(prompt)
    title, text = extract_title(after)
    options = [choose_frame(prompt, kind)]
    if options == ["watch"]:  # only one value fits there
        kind = "app-screen"
    if _WIREFRAME.search(prompt.text):
        options.append("wireframe")
    quoted = [one for one in quoted_texts(text) if one != title]
    buttons = [clean_label(match[1]) for match in _BUTTON.finditer(text) if not _PROVIDED.search(match[1])]
    name = title or (quoted[0] if quoted and quoted[0] not in buttons else None) or _name_subject(prompt, before, text)
    if title is None and "weather" in prompt.lower and (place := _PLACE.search(text)):
        name = place["place"]
    listed = re.search(
        r"\b(?:with|including|featuring|showing|containing|has|:)\s+(.+)$", text, re.IGNORECASE | re.DOTALL
    )
    items: list[GraphicItem] = []
    if kind == "chat-screen":
        name, items = _read_chat(prompt, text, title, quoted)
        listed = None
    if kind == "settings-screen":
        listed = (
            re.search(
                r"\b(?:with|including|for|showing)\s+((?:toggles?|switch(?:es)?|options?|sections?)\b.+)$", prompt.text
            )
            or listed
        )
    for part in split_items(_CONTROLS.sub("", listed[1])) if listed else []:
        items += _read_element(part, kind)
    for label in buttons:
        if label and not any(item.label == label for item in items):
            items.append(GraphicItem(label=_button_label(label), role="button"))
    if kind == "login-screen" and re.search(r"\b(?:forgot|reset)", prompt.phrase):
        name = name or "Reset password"
        items = items or [GraphicItem(label="Email", role="field"), GraphicItem(label="Send link", role="button")]
    if kind == "app-screen" and (tasks := read_tasks(prompt.text)):
        items = [item for item in items if item.role == "button"] + tasks
    if shown := _choose_picture(prompt, kind, f"{before} {text}"):
        items.append(GraphicItem(label=shown, role="picture"))
    return Graphic(kind=kind, title=name, items=tuple(_unique(items)), options=tuple(options), is_sample=True)


_SHOWN = re.compile(
    r"\b(?:picture|photo|image|illustration|hero image|hero) (?:of|showing|with) "
    r"(?P<shown>(?:an?|the|two|some) [^,.;]+)",
    re.IGNORECASE,
)
_NAMED_ONLY = re.compile(r"\b(?:called|named|titled)\b.*|[\"“”].*", re.IGNORECASE | re.DOTALL)


def _choose_picture(prompt: GraphicPrompt, kind: str, text: str) -> str | None:
    """What the main picture of a page shows: what is said of it, else the place or the emblem of the trade."""
    if kind not in ("landing-page", "product-page"):
        return None
    if shown := _SHOWN.search(prompt.text):
        return shown["shown"]
    about = re.split(r"\b(?:with|showing|including|featuring|containing|displaying)\b|:", text)[0]
    if kind == "product-page":
        sold = _FOR.search(about)
        return None if sold is None or re.search(r"shop|store|app|site", sold["subject"]) else sold["subject"]
    plain = f"for {_NAMED_ONLY.sub(' ', about)}"
    themes = find_themes(plain.lower())
    return find_hero_place(plain) or (f"a {themes[0]}" if themes else None)


_BETWEEN = re.compile(
    r"\bbetween\s+(?:a |an |the )?([\w' ]{2,24}?)\s+(?:and|&)\s+(?:a |an |the |his |her )?([\w']{2,24})"
)
_PARTNER = re.compile(
    r"\b(?:with|from)\s+(?:a |an |the |my |your )?"
    r"(?!a\b|messages?|bubbles|dark|light|blue|green|input|text)([\w']{2,20})"
)


def _read_chat(
    prompt: GraphicPrompt, text: str, title: str | None, quoted: list[str]
) -> tuple[str | None, list[GraphicItem]]:
    """The partner's name, and the messages in turn: those of the prompt, else some about its topic."""
    pair, partner = _BETWEEN.search(text), _PARTNER.search(text)
    name = title or (clean_label(pair[1]) if pair else clean_label(partner[1]) if partner else None)
    messages: tuple[str, ...] = tuple(quoted)
    if not messages:
        messages = next((found for words, found in CHATS if re.search(rf"\b(?:{words})", prompt.lower)), ())
    if pair and not quoted and messages:
        messages = (f"Hi {clean_label(pair[2])}! {messages[0].removeprefix('Hi! ')}", *messages[1:])
    roles = ("message", "own-message")
    return name, [GraphicItem(label=one, role=roles[at % 2]) for at, one in enumerate(messages)]


def choose_frame(prompt: GraphicPrompt, kind: str, *, handheld: bool = False) -> str:
    text = prompt.lower
    named = next((frame for frame, words in _FRAMES if re.search(words, text)), None)
    if kind in _IN_WINDOW and (named not in ("phone", "tablet") or not _ON_PHONE.search(text)):
        return "window"
    if re.search(r"\b(?:pop-?up|modal|dialog)\b", text) and named != "tablet" and not _ON_PHONE.search(text):
        return "browser"
    if kind == "landing-page" and named == "phone" and not _ON_PHONE.search(text):
        return "browser"
    if named == "phone" and re.search(r"\bweb ?app|website|web ?page|\bdesktop\b", text) and "mobile" not in text:
        return "browser"
    return named or ("phone" if handheld or kind in _HANDHELD else "browser")


def _name_subject(prompt: GraphicPrompt, before: str, text: str) -> str | None:
    """ "a login screen for a banking app": Banking app."""
    if prompt.phrase.startswith("tracker") and before:
        return make_title(f"{before} tracker")
    match = _FOR.search(re.split(r"\b(?:with|showing|including|featuring|containing|displaying)\b|:", text)[0])
    plain = (
        re.sub(r"\b(?:screen|page|mobile|ui|ux|wireframe|mockup|simple|modern|clean)\b", "", match["subject"])
        if match
        else before
    )
    plain = re.sub(
        r"\b(?:mobile|web|responsive|simple|modern|clean|ios|android|iphone|desktop|low|high|fidelity|ui|"
        r"website|web ?site|homepage|home page|page|landing|hero|image|section|clone)\b|"
        r"\b\w+-(?:like|style|inspired)\b",
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
    plain = re.sub(r"\s+buttons?$", "", plain, flags=re.IGNORECASE)
    return plain[:1].upper() + plain[1:]


def _unique(items: list[GraphicItem]) -> list[GraphicItem]:
    return list({(item.role, item.label): item for item in items}.values())[:24]
