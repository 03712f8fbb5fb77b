"""What a design shows: the things of the prompt, or those that stand for a trade, an event, a genre."""

import re
from collections.abc import Sequence
from functools import lru_cache

from limner_illustrator.art_styles.registry import ART_STYLES
from limner_illustrator.catalog import kinds
from limner_illustrator.language import lexicon
from limner_illustrator.language.design_details import SIDED
from limner_illustrator.language.vocabulary.design_genres import GENRE_TITLES, GENRES, HERO_PLACES, ICON_SETS
from limner_illustrator.language.vocabulary.design_themes import THEMES
from limner_illustrator.language.vocabulary.designs import MARK_KINDS
from limner_illustrator.language.vocabulary.foreign_designs import to_english
from limner_illustrator.language.vocabulary.things import COLOR_WORDS
from limner_illustrator.language.vocabulary.trades import find_trade

_JOINTS = re.compile(
    r"^(?:\s*(?:of|for|with|showing|featuring|that shows|which shows|about|depicting|in|on|and|containing|mockup|"
    r"design|template|set|image|graphic|illustration|style|using|where|in which|to|displaying|that features|"
    r"by)\b)+\s*"
    r"(?:(?:an?|the|my|our|your)\s+)?",
    re.IGNORECASE,
)
_NO_THINGS = re.compile(
    r"\b(?:app|application|website|web site|site|landing page|homepage|home page|page|company|business|brand|"
    r"startup|shop|store|agency|firm|studio|"
    r"team|club|blog|channel|event|product|person|name|text|lettering|words?|letters?|font|typography|title|"
    r"mockup|template|"
    r"background|colou?rs?|transparent|gradient|minimalist|modern|simple|elegant|professional|vintage|retro|"
    r"flat|cute|"
    r"print|printed|design|creative|corporate|playful|bold|clean|frames?|animation|sprites?|icons?|pixel art|game|"
    r"party|concert|festival|sale|conference|invitation|celebration|style|tagline|slogan|front|back|cover|"
    r"novel|book|album|movie|film|magazine|issue|story|band|room for text|space for text|copy space)\b",
    re.IGNORECASE,
)
_PUBLICATIONS = re.compile(
    r"\b(?:an? |the |my |our )?(?:[\w-]+ ){0,2}?(?:novel|thriller|memoir|anthology|ebook|e-book|book|film|movie|"
    r"album|"
    r"single|ep|mixtape|playlist|podcast|magazine|issue|short story|story|stories|series|trilogy|record|band|artist|"
    r"song|biography|textbook|guide|cookbook|show)\b(?:\s*(?:about|of|on|set in|set on|with|by|for|featuring)\b)?",
    re.IGNORECASE,
)
_ROOM_FOR_TEXT = re.compile(
    r",?\s*\b(?:with |and |leaving )?(?:(?:some|plenty of|lots of|enough|empty|negative|copy|blank|free|white|clear) )*"
    r"(?:room|space|area)(?: (?:for (?:the |a |some |your )?(?:text|copy|headline|title|words|logo|cta)(?: text)?|"
    r"(?:on|to|at) the (?:left|right)(?: side)?|at the top))+|"
    r",?\s*\b(?:with )?(?:copy|negative|white) ?space(?: (?:on|to|at) the (?:left|right))?|"
    r",?\s*\b(?:text|headline|copy) (?:area )?on the (?:left|right)|,?\s*\b(?:left|right)[- ]aligned(?: text)?",
    re.IGNORECASE,
)
_TEAM = re.compile(
    r"\b(?:(?:an?|the|our|remote|diverse|small|happy) )*team(?: members)?\b(?= (?:of|working|collaborat|meeting|in|"
    r"around|at|having|discuss|brainstorm|celebrat|sitting|standing|high-fiv))",
    re.IGNORECASE,
)
"""People in a picture, not whom a design is for."""
_PLACED = re.compile(r"\s*\b(?:on|to|at) the (?:left|right)(?:[- ]hand)?(?: side)?(?: half)?\b", re.IGNORECASE)
"""Where a design has its subject, which the option for the free side says."""
_AFTER_PURPOSE = re.compile(
    r"\s*for (?:an?|the|my|our) [^,.;:]+, (?P<shown>(?!with\b)[^,]*\b(?:behind|on|over|under|above|below|inside|"
    r"holding|wearing|riding|in front of|next to)\b.+)$",
    re.IGNORECASE | re.DOTALL,
)
"""What a mark shows after what it is for: "for a weather app, sun behind a cloud"."""
_TOOL = re.compile(r"\b(\w+(?:ing|ment)) (?:tool|platform|kit|suite)s?\b")
"""Software, and no tool of a workshop."""
_SHOWN_WITH = re.compile(r"\s*(?:with|featuring|showing)\b", re.IGNORECASE)
HOLDERS = frozenset({
    "scout", "scouts", "boy scout", "girl scout", "cub scout", "camp", "school", "team", "club", "ranger",
    "park ranger", "junior ranger", "explorer", "adventurer", "achievement", "merit", "navy", "army",
})  # fmt: skip
"""Who wears a badge: with a thing to show, the badge does not show them."""
CUT_PLACES = {
    r"(?<!sea )(?:mountain|alp)s?(?: (?:peaks?|range|ranges|tops?|silhouette|scene|landscape))?"
    r"(?! (?:bik|goat|lion|climb|rescue|dew|view|laurel|hut|lodge))": "mountain peak",
    r"(?<!mountain )(?:snowy |snow-capped |rocky )?peaks?": "mountain peak",
    r"(?:ocean |sea )?waves?": "water wave",
    r"(?<!in the )(?<!in a )(?:pine )?forest(?! (?:animal|friend|creature|ranger|fire))": "pine trees",
}
"""Places -> what is cut out for them where a design shows things without any place."""
PLAIN_HERO = "a laptop, a smartphone and a plant on a desk"
"""What a banner shows that names nothing."""
WARELESS = frozenset({
    "online", "organic", "service", "software", "cloud", "training", "course", "care", "hero", "image", "insurance",
    "mobile", "phone", "food", "travel",
})  # fmt: skip
"""Words of trades that have a drawing, but are no ware."""
_GENRE_MOODS = re.compile(
    r"(?:\s*(?:an?|the|cozy|cosy|gritty|epic|dark|young adult|ya|psychological|gripping|heart-?warming|steamy|"
    r"fast-paced|sustainable|healthy|slow|street|luxury|modern|outdoor|classic|urban|high|hard-boiled|"
    r"scandinavian|nordic|small-town|funny|dystopian|new|debut|"
    r"best-?selling)\b)*\s*",
    re.IGNORECASE,
)
"""What is said of a genre, and shows nothing by itself."""
_DESCRIBED = re.compile(
    r"[:,]\s*(?:an? |the |two |three |some )?[a-z-]+(?: [a-z-]+){0,3} "
    r"(?:on|in|under|over|beside|behind|at) (?:an?|the) "
)
"""A scene of its own after a colon or a comma: "coffee beans scattered on a table"."""
_STICKER_EDGE = re.compile(
    r",?\s*\b(?:with )?(?:an? )?(?:(?:thick|thin|clean|bold) )?(?:white )?(?:die[- ]cut )?(?:outline|border|edge)s?\b",
    re.IGNORECASE,
)
"""What every sticker has."""
_DELIVERED = re.compile(r"\b([a-z]+) (?:delivery|subscription|rental|shop|store)\b")
PLAIN_THEME = "laptop"
"""What stands for any start-up: another trade of the same text says more."""
_COVERED = re.compile(r"\b(\w+) (?:blog|vlog|podcast|newsletter|channel|newspaper)\b", re.IGNORECASE)
"""What a publication is about: "a coffee blog"."""
_BAND = re.compile(
    r"(?:(?:an?|the) )?(?:[\w-]+ ){0,4}(?:band|album|singer|rapper|duo|artist|ep|record|single)\W*", re.IGNORECASE
)
"""Who made an album, and nothing that its cover shows."""
SHORT = 5
"""Words with fewer letters begin longer ones of another meaning: "law" and "lawn"."""
SET_KINDS = frozenset({"sprite-sheet", "sticker-sheet", "icon-set"})
FORMS = (
    "app application website web site page company business brand startup shop store agency firm studio team club blog "
    "channel event product person name text lettering word letter font typography title mockup template background "
    "transparent gradient style print printed design cover novel book album movie film magazine issue story band "
    "conference celebration edition thriller memoir anthology ebook single ep mixtape playlist podcast trilogy record "
    "artist song biography guide show space room copy"
)
"""Words of a prompt that say what a design is, not what it shows."""
PUBLICATION_KINDS = frozenset({"poster", "book-cover", "album-cover", "magazine-cover"})


def strip_joint(text: str) -> str:
    """Without "of a", "for the", "showing", ... at its beginning."""
    return _JOINTS.sub("", text)


def strip_forms(text: str) -> str:
    """Without the words that name no thing to be drawn."""
    return re.sub(r"\s{2,}", " ", _NO_THINGS.sub(" ", text)).strip(" ,.;:-")


def find_subject(kind: str, before: str, rest: str, title: str | None, prompt: str) -> str:
    """The text that is read as things and places; `prompt` in lower case."""
    before, rest = to_english(before), to_english(rest)
    if kind == "badge" and _SHOWN_WITH.match(rest) and before.lower() in HOLDERS:
        before = ""
    if before.lower() in find_styles(before.lower()):
        before = ""  # it is added to the subject below: "vintage hummingbird" is none
    shown, *purpose = re.split(r" for (?=(?:an?|the|my|our|your) )", rest, maxsplit=1)
    is_shown = _SHOWN_WITH.match(rest) or (kind in MARK_KINDS and re.match(r"\s*of\b", rest))
    if purpose and is_shown and find_themes(purpose[0]) and not find_themes(shown):
        rest = shown
    if kind in MARK_KINDS:
        rest = _TOOL.sub(r"\1", rest)
    if kind in MARK_KINDS and (told := _AFTER_PURPOSE.match(rest)) and names_thing(told["shown"].lower()):
        rest = told["shown"]
    joint = ", " if kind in ("label", "package") else "with "
    joint = joint if before and kind in MARK_KINDS and _SHOWN_WITH.match(rest) else ""
    said = _ROOM_FOR_TEXT.sub(" ", " ".join(one for one in (before, joint + strip_joint(rest)) if one))
    said = _PLACED.sub("", said) if kind in SIDED else said
    said = _STICKER_EDGE.sub(" ", said) if kind in ("sticker", "sticker-sheet") else said
    said = re.sub(rf"^({re.escape(before)})", r"\1 app", said) if kind == "app-icon" and before else said
    if kind in SET_KINDS and (named := find_icon_set(said)):
        themed = named
    elif kind == "banner" and (own := _DESCRIBED.search(said.lower())):
        themed = said[own.start() + 1 :].strip()
    elif kind == "banner" and (place := find_hero_place(said)):
        themed = place
    elif find_themes(before) and not find_themes(rest) and re.match(r"(?:with|featuring|showing|of)\b", rest):
        themed = strip_joint(rest)  # the theme is only the occasion: "christmas card with a snowman"
    elif kind == "album-cover" and _BAND.fullmatch(strip_joint(said)) and (genre := _find_genre(prompt)):
        themed = genre
    else:
        themed = replace_themes(said)
    if themed != said:
        said = themed
    elif kind in PUBLICATION_KINDS:
        said = strip_joint(_PUBLICATIONS.sub(" ", said).strip(" ,.;:-"))
        said = _strip_genres(said)
        if not any(letter.isalpha() for letter in _style_phrases().sub(" ", strip_forms(said).lower())):
            animals = [word for word in re.findall(r"[a-z]+", (title or "").lower()) if _is_animal(word)]
            genre = _find_genre(prompt)
            said = f"a {animals[-1]}" if animals and genre else genre or title or ""
    elif kind in MARK_KINDS or kind == "banner":
        said = strip_forms(_TEAM.sub("three people", said))
        if kind == "banner" and not any(letter.isalpha() for letter in strip_joint(said)):
            said = title or PLAIN_HERO
    if kind in MARK_KINDS or (kind == "banner" and title):  # or they would be a sky and a weather
        said = re.sub(r"\b(star|snowflake)s\b", r"\1", said, flags=re.IGNORECASE)
    if kind in MARK_KINDS:  # or they would be a season
        said = re.sub(r"\b(?:autumn|fall|falling) leaves", "maple leaf and fallen leaf", said, flags=re.IGNORECASE)
        said = re.sub(r"(^|,|\band|\bwith|\bof) ?\bleaves\b", r"\1 green leaves", said, flags=re.IGNORECASE)
        alone = re.search(r",| and | with ", said) is None  # then it is read as a thing anyway
        for place, thing in ({} if alone else CUT_PLACES).items():
            said = re.sub(rf"\b(?:{place})\b", thing, said, flags=re.IGNORECASE)
    said = said.strip(" ,.;:-")
    if not said:
        return " "
    missing = [one for one in find_styles(prompt) if one not in said.lower()]
    said = ", ".join([said, *missing])
    return f"icon of {said}" if kind in MARK_KINDS else said


def find_icon_set(text: str) -> str | None:
    """The things of a set that names only its subject: "weather icons"."""
    lower = text.lower()
    if "," in lower or ":" in lower:
        return None
    pattern = r"\b(?:{})s?\b(?: (?:icons?|items?|stickers?|theme|themed|symbols?|things|stuff|objects|elements))*\s*$"
    for words, things in ICON_SETS.items():
        if re.search(pattern.format("|".join(re.escape(one) for one in words.split(", "))), lower.strip(" .")):
            return things
    return None


def find_genre_title(text: str) -> str | None:
    return next((title for names, title in GENRE_TITLES.items() if any(one in text for one in names.split(", "))), None)


def find_hero_place(text: str) -> str | None:
    """None where the text says what is shown: "a header for a farm, with a red barn"."""
    lower = text.lower()
    if re.search(r"\b(?:with|featuring|showing) (?!(?:the )?(?:text|words?|title|headline|slogan)\b)", lower):
        return None
    if (trade := find_trade(lower)) is not None:
        wares = [word for word in _DELIVERED.findall(lower) if _is_ware(word) and word not in trade.hero]
        return f"a {wares[0]}, {trade.hero}" if wares else trade.hero
    found = [
        (one, match[0], place)
        for words, place in HERO_PLACES.items()
        for one in words.split(", ")
        if (match := re.search(rf"\b{re.escape(one)}{'s?' if len(one) < SHORT else r'[a-z]*'}\b", lower))
    ]
    if not found:
        return None
    place = max(found, key=lambda one: len(one[0]))[2]
    for _, trade_words, _ in found:
        if " " in trade_words:  # "remote work" has no remote
            lower = lower.replace(trade_words, " ")
    named = [word for word in re.findall(r"[a-z]+", lower) if _is_ware(word) and word not in place]
    return f"a {named[0]}, {place}" if named else place


def names_thing(text: str) -> bool:
    """Whether a text in lower case names a thing that has a drawing."""
    words = re.findall(r"[a-z]+", strip_forms(text))
    return any(_is_ware(word) and word not in COLOR_WORDS and len(word) > 2 for word in words)


def _is_animal(word: str) -> bool:
    match = lexicon.find(word)
    return match is not None and match.how in ("own", "record", "label") and kinds.is_animal(match.drawing)


def _is_ware(word: str) -> bool:
    """Whether a business may trade in it or care for it: the plant of "a plant delivery service"."""
    if _NO_THINGS.fullmatch(word) or word in WARELESS or word.endswith("ing"):
        return False
    match = lexicon.find(word)
    return match is not None and match.how in ("own", "record", "label") and not kinds.is_person(match.drawing)


def _strip_genres(text: str) -> str:
    words = "|".join(re.escape(one) for names in GENRES for one in names.split(", "))
    plain = re.sub(rf"\b(?:{words})\b", " ", text, flags=re.IGNORECASE).strip(" ,.;:-")
    return "" if plain != text and _GENRE_MOODS.fullmatch(strip_joint(plain)) else plain


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
    return sorted(dict.fromkeys(found), key=lambda thing: thing == PLAIN_THEME)


def find_theme_words(text: str) -> list[str]:
    """What the text calls its trades and events."""
    return _theme_names()[0].findall(text)


def replace_themes(text: str) -> str:
    """Only the thing that stands for the trade or event, or what the text says to be shown with it."""
    found = find_themes(text)
    if not found:
        return text
    covered = _COVERED.search(text)
    if covered and _is_ware(covered[1].lower()):
        return f"a {covered[1]}"
    shown = re.search(
        r"\b(?:(?:with|featuring|showing) |and (?:an?|the|some|two|three) ).+|, (?:an?|two|three) .+", text
    )
    if shown and not find_themes(shown.group()) and strip_forms(strip_joint(shown.group())):
        return strip_forms(strip_joint(shown.group()))
    named = _find_listed_things(text)
    return named or f"a {found[0]}"


def _find_listed_things(text: str) -> str:
    """Things without an article after commas: "for a recipe app, chef hat, flat style"."""
    parts = [strip_forms(part).lower() for part in text.split(",")[1:]]
    found = [part for part in parts if part and part not in find_styles(part)]
    found = [part for part in found if _theme_names()[0].fullmatch(part) is None]
    found = [part for part in found if part not in COLOR_WORDS and part.split()[-1] not in COLOR_WORDS]
    known = [part for part in found if (match := lexicon.find(part)) is not None and match.how != "wordnet"]
    return ", ".join(f"a {part}" for part in known)


def find_theme(text: str) -> str:
    """The thing that stands for a trade, to be read as a mark; a space where the text names none."""
    found = find_themes(text)
    return f"icon of a {found[0]}" if found else " "
