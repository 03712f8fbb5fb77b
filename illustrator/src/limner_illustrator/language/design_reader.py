"""Reads the content of one design: its title, its texts, what it shows, what is made up."""

import random
import re
from collections.abc import Callable

from limner_illustrator.language import design_cards as cards
from limner_illustrator.language import design_content as content
from limner_illustrator.language import design_documents as documents
from limner_illustrator.language import design_emblems as emblems
from limner_illustrator.language import design_games as games
from limner_illustrator.language import design_icons as icons
from limner_illustrator.language import design_memes as memes
from limner_illustrator.language import design_offers as offers
from limner_illustrator.language import design_papers as papers
from limner_illustrator.language import design_plans as plans
from limner_illustrator.language.design_patterns import read_pattern
from limner_illustrator.language.design_stories import read_story
from limner_illustrator.language.design_subjects import (
    find_genre_title,
    find_subject,
    find_theme,
    find_themes,
    names_thing,
    strip_forms,
    strip_joint,
)
from limner_illustrator.language.design_texts import (
    DesignTexts,
    find_origin,
    find_recipient,
    find_topic,
    strip_names,
    to_title,
)
from limner_illustrator.language.design_trading_cards import read_trading_card
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.vocabulary.designs import EVENTS, MARK_KINDS, NAMED_FOR, TITLED_BY_TOPIC
from limner_illustrator.language.vocabulary.foreign_designs import INVITED, to_english
from limner_illustrator.scene import GraphicItem

_COUPLE = re.compile(r"\b([A-ZÀ-Ý][\w'’-]+ (?:and|und|et|y|e|&|\+) [A-ZÀ-Ý][\w'’-]+)\b")
NAMED_AFTER = frozenset({"label", "package", "logo", "album-cover", "book-cover", "app-icon"})
_NAME_FIRST = re.compile(
    r"\s*(?P<name>[A-ZÀ-Ý][\w'’-]+(?: (?:[A-ZÀ-Ý][\w'’-]*|&|and|of|the))* [A-ZÀ-Ý][\w'’-]+)(?=\s*(?:$|,))"
)
"""A name without quotes after what the design is: "coffee label Morning Ritual, kraft"."""
_ACHIEVING = re.compile(r"\b(?:completing|finishing|reaching|earning|achieving) ")
_TURNING = re.compile(r"\b(?P<name>[A-ZÀ-Ý][\w'’-]+)(?: is)? (?:turning|turns) (?P<age>\d{1,2})\b")
_SLIME = re.compile(r"\b(?:slimes?|blobs?|jell(?:y|ies)|goo|ooze)\b", re.IGNORECASE)
_MOVES = ("walking", "running", "jumping", "idle", "waving", "fighting", "dancing")


class DesignReader:
    """Reads one design; `items`, `options`, `title` and `subject` are the result."""

    def __init__(
        self, kind: str, prompt: GraphicPrompt, before: str, rest: str, texts: DesignTexts, rng: random.Random
    ) -> None:
        self.kind, self.prompt, self.before, self.rest, self.texts, self.rng = kind, prompt, before, rest, texts, rng
        self.title = texts.title
        self.items = [GraphicItem(label=line) for line in [*texts.lines, *texts.when, *texts.where]]
        self.options: list[str] = []
        self.made_up: str | None = None
        """A subject and its verb: "dishes are"."""
        self.subject = ""
        self.colors: list[str] = []
        """Of the design, where the prompt names none."""
        self.missing: list[str] = []
        """Names of the prompt that nothing is drawn for."""
        self.topic = find_topic(rest)

    def read(self) -> "DesignReader":
        if self.title is None and self.kind in NAMED_AFTER and (named := _NAME_FIRST.match(self.rest)):
            self.title, self.rest = named["name"], self.rest[named.end() :]
        if self.kind in READERS:
            READERS[self.kind](self)
        if self.kind in offers.WORDED:
            offers.take_words(self)
        if self.kind == "badge" and self.topic:
            self.topic = _ACHIEVING.sub("", self.topic)
            self.rest = self.rest.replace(self.topic, " ") if _ACHIEVING.search(self.rest) else self.rest
            self.rest = _ACHIEVING.sub("", self.rest)
        if self.kind == "badge" and self.title is None and self.topic and len(self.topic) < 24:
            self.title = None if self.topic[:1].isupper() else to_title(self.topic)
        if self.title is None and self.kind in NAMED_FOR:
            self.title, self.rest = find_recipient(self.rest)
        is_event = bool(set((self.topic or "").lower().split()) & EVENTS)
        if self.title is None and (self.kind in TITLED_BY_TOPIC or (self.kind == "banner" and is_event)):
            self.title = self._title_by_topic()
        if self.kind in MARK_KINDS:
            self.rest = strip_names(self.rest, self.title)
        if self.kind in icons.LETTERED:
            icons.read_letters(self)
        self.subject = self.subject or find_subject(self.kind, self.before, self.rest, self.title, self.prompt.lower)
        return self

    def _title_by_topic(self) -> str | None:
        named = re.sub(
            r"\b(?:poster|flyer|flier|leaflet|menu|magazine|cover)s?\b", "", f"{self.before} {self.prompt.phrase}"
        )
        named = strip_joint(" ".join(named.split()))
        if named.lower().rpartition(" ")[2] in EVENTS - {"event"}:
            is_named = " " not in named and self.topic and len(self.topic) <= 28
            event = offers.find_event(self.topic) if is_named and self.topic else None
            return event or to_title(f"{self.topic} {named}" if is_named else named)
        if self.topic and len(self.topic) <= 40:
            return to_title(self.topic)
        plain = self.before.strip()
        return to_title(plain) if self.kind != "poster" and strip_forms(plain) else None

    def read_business_card(self) -> None:
        topic = re.sub(r"\b(?:named|called)\b.*", "", self.topic or "").strip()
        listed = re.match(r"\s*:?\s*([A-Z][\w.'-]+(?: [A-Z][\w.'-]+)+)\s*(?:,\s*([^,\n]{3,40}))?", self.rest)
        if self.title is None and listed:
            self.title, topic = listed[1], (listed[2] or "").strip()
            self.rest = self.rest[listed.end() :]
        name, without = find_recipient(self.rest)
        if self.title is None and name:
            self.title, self.rest = name, without
            topic = ""
        if self.title is None and (last := re.search(r",\s*([A-Z][\w'-]+(?: [A-Z][\w'.-]+)+)", self.rest)):
            self.title, without = last[1], self.rest.replace(last.group(), " ")
            self.rest = without
        if self.title is None:
            self.title, self.made_up = "Alex Morgan", "name and contact details are"
        said = without if name else self.rest
        trade = re.search(r",\s*(?:an? )?([A-Za-z][\w -]{2,40}?)(?= at |\s*,|\s*$)", said)
        if company := re.search(r" at ((?:[A-Z][\w'&-]*\s*)+)", said):
            self.items.append(GraphicItem(label=company[1].strip()))
            self.rest = self.rest.replace(company.group(), " ")
        profession = topic or self.before.strip() or (trade[1] if trade else "")
        is_job = re.fullmatch(r"(?:[A-Z][\w-]* )+[A-Z][\w-]*", profession) is not None  # "Product Designer"
        profession = strip_forms(profession) if profession and not topic and not is_job else profession
        if profession and len(profession) < 40:
            self.items.append(GraphicItem(label=to_title(profession), role="profession"))
        if self.texts.contacts:
            self.items += [GraphicItem(label=one, role="contact") for one in self.texts.contacts]
        else:
            self.items += content.make_contacts(self.title or "")
            self.made_up = self.made_up or "contact details are"
        self.subject = find_theme(f"{self.before} {self.rest} {profession}")

    def read_invitation(self) -> None:
        topic = self.topic or self.before.strip()
        couple = _COUPLE.search(self.rest)
        turned = _TURNING.search(self.rest)
        if self.title is None and turned:
            self.title = f"{turned['name']}'s {cards.to_ordinal(int(turned['age']))} Birthday"
            self.rest, self.topic, topic = self.rest.replace(turned.group(), " "), None, ""
        if self.title is None and couple:
            self.title, self.rest = couple[1], self.rest.replace(couple[1], " ")
        is_date = "date" in self.prompt.phrase
        said = to_english(f"{self.prompt.phrase} {topic} {self.before} {self.rest}".lower())
        for_wedding = re.search(r"\bwedding\b", said) is not None
        opening = "Save the date" if is_date else "You are invited to"
        if for_wedding and not is_date:
            is_couple = bool(self.title) or topic[:1].isupper()
            of_wedding = "You are invited to the wedding of"
            opening = "You are invited to"
            if is_couple:
                opening = next((one for word, one in INVITED.items() if word in self.prompt.lower), of_wedding)
        self.items.append(GraphicItem(label=opening, role="opening"))
        if self.title is None:
            event = self.prompt.phrase.replace("invitation", "").replace("invite", "").replace("card", "").strip()
            event = "" if "save" in event else event
            self.title = to_title(topic or event or "Our Party")
            self.rest = self.rest.replace(topic, " ") if topic[:1].isupper() else self.rest
            self.title = "Our Wedding" if self.title.lower() in ("wedding", "a wedding") else self.title
        if not self.texts.when and not self.texts.where:
            self.items += [
                GraphicItem(label=one, role="detail") for one in ("Saturday, June 14", "6 pm", "12 Garden Lane")
            ]
            self.made_up = "date and place are"
        if for_wedding and not find_themes(self.rest) and not self.texts.rest.partition(" with ")[2]:
            self.subject = "icon of a bouquet"
        elif not self.topic and "birthday" in self.prompt.phrase:
            self.subject = f"icon of {strip_joint(self.rest) or 'a birthday cake'}"

    def read_postcard(self) -> None:
        origin, without = find_origin(self.rest)
        if origin is not None and self.title is None:
            self.title = f"Greetings from {origin}"
            shown = strip_joint(without)
            self.subject = f"{shown} in {origin}" if shown else origin
        elif self.title is None and (
            place := re.search(r"\b(?:of|in) ((?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)", self.rest)
        ):
            self.title = f"Greetings from {place[1]}"

    def read_stamp(self) -> None:
        value = re.search(r"\b(\d{1,3}) ?(?:cents?|c|p|pence|¢)\b|([$€£]\d(?:\.\d\d)?)", self.rest)
        if value:
            self.items.append(GraphicItem(label=value[1] or value[2], role="value"))
            self.rest = self.rest.replace(value.group(), " ")

    def read_poster(self) -> None:
        phrase = f"{self.prompt.phrase} {self.before}".lower()
        words = set(re.findall(r"[a-z]+", to_english(f"{self.topic or ''} {phrase}").lower()))
        if re.search(r"\b(?:movie|film)\b", phrase) or re.search(r"\b(?:movie|film)\b", (self.topic or "").lower()):
            self.options.append("movie")
            self._name_film()
        elif words & EVENTS or any(f"{one}s" in words for one in EVENTS):
            self.options.append("event")
        if "travel" in phrase:
            place = re.search(r"\b(?:for|of|to|from)\s+(?:the )?([A-Z][\w-]+(?: [A-Z][\w-]+)*)", self.rest)
            if self.title is None and place:
                self.title = f"Visit {place[1]}"
        if "movie" not in self.options and "event" not in self.options and self.title is None:
            self.topic = (
                self.topic
                if self.topic and not re.match(r"(?:an?|the|my|kids?|child|bedroom|wall)\b", self.topic)
                else None
            )

    def _name_film(self) -> None:
        if self.title is None:
            self.title = find_genre_title(self.prompt.lower)
            self.made_up = "title is" if self.title else None

    def read_flyer(self) -> None:
        self.options.append("event")

    def read_album_cover(self) -> None:
        if self.texts.author:
            self.items.append(GraphicItem(label=self.texts.author, role="author"))

    def read_book_cover(self) -> None:
        if self.texts.author:
            self.items.append(GraphicItem(label=self.texts.author, role="author"))
        if self.title is None:
            topic = re.sub(r"^(?:.*\b)?(?:about|of|on) (?:an? |the )?", "", self.topic or "")
            topic = strip_forms(re.split(r" (?:who|that|in|on|at|with) ", topic)[0])
            genre = find_genre_title(self.prompt.lower)
            self.title = genre if genre and not topic else f"The {to_title(topic)}" if topic else "Untitled"
            self.made_up = "title is"

    def read_magazine_cover(self) -> None:
        if not self.texts.lines:
            lines = ("The new issue", "Ideas for slow days", "Ten places to see")
            self.items += [GraphicItem(label=one, role="detail") for one in lines]
            self.made_up = "cover lines are"

    def read_menu(self) -> None:
        dishes = content.read_menu(self.rest)
        text = f"{self.rest} {self.before} {self.prompt.phrase} {self.title or ''}"
        if dishes:
            self.items += dishes
            self.rest = re.split(r":| with ", self.rest)[0]
        else:
            self.items += content.make_menu(text, self.rng)
            self.made_up = "dishes and prices are"
        if self.title is None and self.topic is None:
            self.title = to_title(self.prompt.phrase)
        self.subject = find_theme(text)

    def read_label(self) -> None:
        """The name of a label or a box: what it is for, where it has no other."""
        if self.title is None:
            name = strip_forms(
                self.topic or self.before or re.sub(r"label|packaging|package|box|design", "", self.prompt.phrase)
            )
            self.title = to_title(name) if name else None
        ware = re.sub(r"\b(?:label|packaging|package|box|design|bottle|jar|can|bag)s?\b", " ", self.prompt.phrase)
        ware = ware.strip()
        if ware and ware not in self.rest and names_thing(ware):
            self.rest = f"{self.rest}, {ware}" if strip_joint(self.rest) else f"with {ware}"

    def read_phone_mockup(self) -> None:
        if "hand" in self.prompt.phrase or re.search(r"\bin (?:a|the|someone's)? ?hand\b", self.prompt.lower):
            self.options.append("hand")
        self._read_screen()

    def read_laptop_mockup(self) -> None:
        self._read_screen()

    def _read_screen(self) -> None:
        """What is on the screen, where that is a graphic itself: "a dashboard", "a login page"."""
        shown = re.sub(r"^(?:picture|photo|image) of (?:an? |the )?", "", strip_joint(self.rest))
        if re.search(r"\b(?:apps?|website|dashboard|page|screen|ui|login|chart|graph|form|feed|chat|table)\b", shown):
            self.items.append(GraphicItem(label=shown[:200], role="screen"))
            self.subject = " "

    def read_sticker_sheet(self) -> None:
        self.count("stickers?|items?")
        self.subject = icons.list_things(self.rest) if ":" in self.prompt.after else ""
        if self.subject and not any(one.role == "count" for one in self.items):
            number = self.subject.count(",") + 1
            self.items.append(GraphicItem(label=str(number), value=float(number), role="count"))

    def read_sprite_sheet(self) -> None:
        self.count("frames?|sprites?|items?|icons?")
        if _SLIME.search(self.rest):
            self.options.append("slime")
            self.subject = " "
        text = f"{self.prompt.phrase} {self.before} {self.rest}".lower()
        if spell := re.search(r"\bcast\w*(?: an?)?(?: \w+)? spells?", self.rest, re.IGNORECASE):
            self.options.append("waving")
            self.rest = self.rest.replace(spell.group(), " ")
        for move in _MOVES:
            if re.search(rf"\b{move[:4]}\w*", text):
                self.options.append(move)
                self.rest = re.sub(
                    rf"\b(?:an? )?{move[:4]}\w*(?: (?:cycle|animation|right|left|forward))?", " ", self.rest
                )

    def count(self, units: str) -> None:
        count, self.rest = content.read_count(self.rest, units)
        if not count:
            before = self.prompt.lower[: self.prompt.lower.find(self.prompt.phrase)]
            numbers = re.findall(rf"\b(\d{{1,2}}|{'|'.join(content.NUMBERS)})\b", before)
            numbers = [one for one in numbers if one not in ("a", "an", "one")]
            count = content.read_number(numbers[-1]) if numbers else 0
        if not count and (number := re.search(r"\b(\d{1,2})\b\s*", self.rest)):
            count, self.rest = int(number[1]), self.rest.replace(number.group(), "", 1)
        if count:
            self.items.append(GraphicItem(label=str(count), value=float(count), role="count"))

    def read_comic(self) -> None:
        read_story(self)
        if self.title and self.title in [item.label for item in self.items]:
            self.title = None

    def read_blank(self) -> None:
        """All that it shows is its own."""
        self.subject = " "

    def read_fantasy_map(self) -> None:
        name = re.search(r"\b(?:of|for)\s+(?:the )?([A-Z][\w'-]+(?: (?:of )?[A-Z][\w'-]+)*)", self.rest)
        if self.title is None and name:
            self.title = name[1]
        self.made_up = "names are" if not self.texts.lines else None
        self.subject = " "

    def read_city_map(self) -> None:
        name = re.search(r"\b(?:of|for)\s+(?:downtown |central |the )?([A-Z][\w'-]+(?: [A-Z][\w'-]+)*)", self.rest)
        if self.title is None and name:
            self.title = name[1]
        self.made_up = "streets are"
        self.subject = " "

    def read_qr_code(self) -> None:
        data = self.title or next(iter(self.texts.contacts), None) or strip_joint(self.rest).strip() or None
        self.items.append(GraphicItem(label=data or "https://example.org", role="data"))
        self.made_up = None if data else "address is"
        self.title, self.subject = None, " "


READERS: dict[str, Callable[[DesignReader], None]] = {
    "pattern": read_pattern,
    "app-icon": icons.read_mark,
    "icon": icons.read_mark,
    "business-card": DesignReader.read_business_card,
    "greeting-card": cards.read_greeting_card,
    "invitation": DesignReader.read_invitation,
    "postcard": DesignReader.read_postcard,
    "stamp": DesignReader.read_stamp,
    "flash-card": cards.read_flash_card,
    "trading-card": read_trading_card,
    "poster": DesignReader.read_poster,
    "flyer": DesignReader.read_flyer,
    "album-cover": DesignReader.read_album_cover,
    "book-cover": DesignReader.read_book_cover,
    "magazine-cover": DesignReader.read_magazine_cover,
    "menu": DesignReader.read_menu,
    "label": DesignReader.read_label,
    "package": DesignReader.read_label,
    "phone-mockup": DesignReader.read_phone_mockup,
    "laptop-mockup": DesignReader.read_laptop_mockup,
    "sticker-sheet": DesignReader.read_sticker_sheet,
    "sprite-sheet": DesignReader.read_sprite_sheet,
    "icon-set": icons.read_icon_set,
    "tile-set": games.read_tile_set,
    "comic": DesignReader.read_comic,
    "storyboard": read_story,
    "floor-plan": plans.read_floor_plan,
    "treasure-map": DesignReader.read_blank,
    "fantasy-map": DesignReader.read_fantasy_map,
    "city-map": DesignReader.read_city_map,
    "transit-map": plans.read_transit_map,
    "place-map": plans.read_place_map,
    "game-screen": games.read_game_screen,
    "qr-code": DesignReader.read_qr_code,
    "flag": emblems.read_flag,
    "coat-of-arms": emblems.read_coat_of_arms,
    "playing-card": emblems.read_playing_card,
    "emoji-set": emblems.read_emoji_set,
    "certificate": papers.read_certificate,
    "ticket": papers.read_ticket,
    "newspaper": papers.read_newspaper,
    "meme": memes.read_meme,
    "resume": documents.read_resume,
    "recipe-card": documents.read_recipe,
    "newsletter": documents.read_newsletter,
    "loyalty-card": documents.read_loyalty_card,
    "labelled-diagram": documents.read_labelled,
}
"""Kinds with content of their own."""
