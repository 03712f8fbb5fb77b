"""What a design shows: the things of the prompt, or those that stand for a trade, an event, a genre."""

import re
from collections.abc import Sequence
from functools import lru_cache

from limner_illustrator.art_styles.registry import ART_STYLES
from limner_illustrator.language.vocabulary.design_genres import GENRE_TITLES, GENRES, HERO_PLACES, ICON_SETS
from limner_illustrator.language.vocabulary.design_themes import THEMES
from limner_illustrator.language.vocabulary.designs import MARK_KINDS

_JOINTS = re.compile(
    r"^(?:\s*(?:of|for|with|showing|featuring|that shows|which shows|about|depicting|in|on|and|containing|mockup|"
    r"design|template|set|image|graphic|illustration|style|using|where|in which|to|displaying|that features|by)\b)+\s*"
    r"(?:(?:an?|the|my|our|your)\s+)?",
    re.IGNORECASE,
)
_NO_THINGS = re.compile(
    r"\b(?:app|application|website|web site|site|page|company|business|brand|startup|shop|store|agency|firm|studio|"
    r"team|club|blog|channel|event|product|person|name|text|lettering|words?|letters?|font|typography|title|mockup|template|"
    r"background|colou?rs?|transparent|gradient|minimalist|modern|simple|elegant|professional|vintage|retro|flat|cute|"
    r"print|printed|design|creative|corporate|playful|bold|clean|frames?|animation|sprites?|icons?|pixel art|game|"
    r"party|concert|festival|sale|conference|invitation|celebration|style|tagline|slogan|front|back|cover|"
    r"novel|book|album|movie|film|magazine|issue|story|band|room for text|space for text|copy space)\b",
    re.IGNORECASE,
)
_PUBLICATIONS = re.compile(
    r"\b(?:an? |the |my |our )?(?:[\w-]+ ){0,2}?(?:novel|thriller|memoir|anthology|ebook|e-book|book|film|movie|album|"
    r"single|ep|mixtape|playlist|podcast|magazine|issue|short story|story|stories|series|trilogy|record|band|artist|"
    r"song|biography|textbook|guide|cookbook|show)\b(?:\s*(?:about|of|on|set in|set on|with|by|for|featuring)\b)?",
    re.IGNORECASE,
)
_ROOM_FOR_TEXT = re.compile(
    r",?\s*\b(?:with |and |leaving )?(?:(?:some|plenty of|lots of|enough|empty|negative|copy|blank) )*(?:room|space|"
    r"area) (?:for (?:the |a |some )?(?:text|copy|headline|title|words|logo)|on the (?:left|right)|at the top)"
    r"(?: on the (?:left|right))?|,?\s*\b(?:with )?(?:copy|negative|white) space(?: on the (?:left|right))?",
    re.IGNORECASE,
)
SET_KINDS = frozenset({"sprite-sheet", "sticker-sheet"})
PUBLICATION_KINDS = frozenset({"poster", "book-cover", "album-cover", "magazine-cover"})


def strip_joint(text: str) -> str:
    """Without "of a", "for the", "showing", ... at its beginning."""
    return _JOINTS.sub("", text)


def strip_forms(text: str) -> str:
    """Without the words that name no thing to be drawn."""
    return re.sub(r"\s{2,}", " ", _NO_THINGS.sub(" ", text)).strip(" ,.;:-")


def find_subject(kind: str, before: str, rest: str, title: str | None, prompt: str) -> str:
    """The text that is read as things and places; `prompt` in lower case."""
    said = _ROOM_FOR_TEXT.sub(" ", " ".join(one for one in (before, strip_joint(rest)) if one))
    said = re.sub(rf"^({re.escape(before)})", r"\1 app", said) if kind == "app-icon" and before else said
    if kind in SET_KINDS and (named := _find_icon_set(said)):
        themed = named
    elif kind == "banner" and (place := _find_hero_place(said)):
        themed = place
    elif find_themes(before) and not find_themes(rest) and re.match(r"(?:with|featuring|showing|of)\b", rest):
        themed = strip_joint(rest)  # the theme is only the occasion: "christmas card with a snowman"
    else:
        themed = replace_themes(said)
    if themed != said:
        said = themed
    elif kind in PUBLICATION_KINDS:
        said = strip_joint(_PUBLICATIONS.sub(" ", said).strip(" ,.;:-"))
        said = _strip_genres(said)
        if not any(letter.isalpha() for letter in said):
            said = _find_genre(prompt) or title or ""
    elif kind in MARK_KINDS or kind == "banner":
        said = strip_forms(said)
    if kind in MARK_KINDS:  # or they would be a season
        said = re.sub(r"\b(?:autumn|fall|falling) leaves", "leaves", said, flags=re.IGNORECASE)
    said = said.strip(" ,.;:-")
    if not said:
        return " "
    missing = [one for one in find_styles(prompt) if one not in said.lower()]
    said = ", ".join([said, *missing])
    return f"icon of {said}" if kind in MARK_KINDS else said


def _find_icon_set(text: str) -> str | None:
    """The things of a set that names only its subject: "weather icons"."""
    lower = text.lower()
    if "," in lower or ":" in lower:
        return None
    pattern = r"\b(?:{})s?\b(?: (?:icons?|items?|stickers?|theme|themed|symbols?))*\s*$"
    for words, things in ICON_SETS.items():
        if re.search(pattern.format("|".join(re.escape(one) for one in words.split(", "))), lower.strip(" .")):
            return things
    return None


def find_genre_title(text: str) -> str | None:
    return next((title for names, title in GENRE_TITLES.items() if any(one in text for one in names.split(", "))), None)


def _find_hero_place(text: str) -> str | None:
    lower = text.lower()
    return next((place for words, place in HERO_PLACES.items() if any(one in lower for one in words.split(", "))), None)


def _strip_genres(text: str) -> str:
    words = "|".join(re.escape(one) for names in GENRES for one in names.split(", "))
    return re.sub(rf"\b(?:{words})\b", " ", text, flags=re.IGNORECASE).strip(" ,.;:-")


def _find_genre(text: str) -> str | None:
    return next((shown for names, shown in GENRES.items() if any(one in text for one in names.split(", "))), None)


@lru_cache(maxsize=1)
def _style_phrases() -> re.Pattern[str]:
    phrases = {one for style in ART_STYLES.values() for one in style.phrases if one.isascii() and len(one) > 3}
    return re.compile(rf"\b(?:{'|'.join(re.escape(one) for one in sorted(phrases, key=len, reverse=True))})\b")


def find_styles(text: str) -> list[str]:
    """What a text in lower case says of the art style."""
    return list(dict.fromkeys(_style_phrases().findall(text)))


@lru_cache(maxsize=1)
def _theme_names() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {name.strip(): thing for thing, texts in THEMES.items() for name in texts.split(",")}
    words = "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True))
    return re.compile(rf"\b(?:{words})(?:'s|s)?(?![\w-])", re.IGNORECASE), names


def find_themes(text: str) -> Sequence[str]:
    """The things that stand for the trades and events of a text."""
    pattern, names = _theme_names()
    found = []
    for match in pattern.finditer(text):
        name = match.group().lower()
        thing = names.get(name) or names.get(name.removesuffix("s")) or names.get(name.removesuffix("'s"))
        if thing:
            found.append(thing)
    return list(dict.fromkeys(found))


def replace_themes(text: str) -> str:
    """Only the thing that stands for the trade or event, or what the text says to be shown with it."""
    found = find_themes(text)
    if not found:
        return text
    shown = re.search(r"\b(?:(?:with|featuring|showing) |and (?:an?|the|some|two|three) ).+", text)
    if shown and not find_themes(shown.group()) and strip_forms(strip_joint(shown.group())):
        return strip_forms(strip_joint(shown.group()))
    return f"a {found[0]}"


def find_theme(text: str) -> str:
    """The thing that stands for a trade, to be read as a mark; a space where the text names none."""
    found = find_themes(text)
    return f"icon of a {found[0]}" if found else " "
