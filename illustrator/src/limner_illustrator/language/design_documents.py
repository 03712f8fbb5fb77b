"""Reads resumes, recipe cards and newsletters: for whom, of what, and what they say where the prompt does not."""

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from limner_illustrator.language.design_content import make_contacts
from limner_illustrator.language.design_subjects import (
    find_hero_place,
    find_themes,
    strip_joint,
)
from limner_illustrator.language.design_texts import to_title
from limner_illustrator.language.vocabulary.labelled import CUTAWAY_PARTS, DEFAULT_LABELLED, find_labelled, read_anchors
from limner_illustrator.language.vocabulary.page_topics import find_page
from limner_illustrator.language.vocabulary.resumes import SKILLS
from limner_illustrator.scene import GraphicItem

if TYPE_CHECKING:
    from limner_illustrator.language.design_reader import DesignReader

_RECIPES = Path(__file__).with_name("vocabulary") / "recipes.txt"
_NAME = re.compile(r"\b(?P<name>[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)+)")
_TRADE = re.compile(r"\b(?:for|of) (?:an? |the |my )?(?P<trade>[a-z][\w -]{2,36}?)(?=\s*(?:[,.;:]|$| with | in | at ))")
_DISH = re.compile(
    r"(?:\b(?:for|of|with|about)|^\s*:)\s+(?:an? |the |my |some |(?:grand)?(?:ma|mom|mother|dad)'?s )*"
    r"(?P<dish>[^,.;:]+?)(?=\s*(?:[,.;:]|$| with | in | on ))"
)


def read_resume(reader: "DesignReader") -> None:
    named = _NAME.search(reader.rest)
    if reader.title is None and named:
        reader.title, reader.rest = named["name"], reader.rest.replace(named.group(), " ")
    trade = _TRADE.search(reader.rest)
    profession = (trade["trade"] if trade else reader.before).strip()
    if profession:
        reader.items.append(GraphicItem(label=to_title(profession), role="profession"))
    reader.title = reader.title or "Alex Morgan"
    _, skills, jobs, degree = next(
        one for one in SKILLS if not one[0] or re.search(rf"\b(?:{one[0]})", profession.lower())
    )
    contacts = [GraphicItem(label=one, role="contact") for one in reader.texts.contacts]
    reader.items += contacts or make_contacts(reader.title)
    reader.items += [GraphicItem(label=one, role="skill") for one in skills.split("; ")]
    for years, job in zip(("2021 – now", "2017 – 2021"), jobs.split("; "), strict=False):
        position, _, company = job.partition(", ")
        reader.items.append(GraphicItem(label=position, role="job", detail=f"{company}, {years}"))
    reader.items.append(GraphicItem(label=degree, role="degree", detail="2013 – 2017"))
    reader.made_up, reader.subject = "career is", " "


def read_recipe(reader: "DesignReader") -> None:
    said = reader.topic or reader.before
    if named := _DISH.search(reader.prompt.after):
        said = named["dish"]
    said = strip_joint(said or "").strip()
    text = f"{reader.title or ''} {said}".lower()
    serves, ingredients, steps = find_recipe(text)
    reader.title = reader.title or (to_title(said) if said else "Family Recipe")
    reader.items = [
        GraphicItem(label=serves, role="serves"),
        *(GraphicItem(label=one, role="ingredient") for one in ingredients),
        *(GraphicItem(label=one, role="step") for one in steps),
    ]
    reader.made_up = "recipe is"
    reader.subject = f"icon of {said or reader.title}"


def read_newsletter(reader: "DesignReader") -> None:
    said = re.sub(r"^(?:template|design|layout)\s+", "", strip_joint(f"{reader.before} {reader.rest}").strip())
    about = f"for {said}"
    page = find_page(f"{reader.title or ''} {said}".lower())
    name = reader.title or to_title(reader.topic or said or "Our Newsletter")
    reader.title = page[0] if page else "News of the month"
    reader.items = [GraphicItem(label=name, role="masthead")]
    features = page[1] if page else ("What is new", "Behind the scenes", "Coming up")
    reader.items += [GraphicItem(label=one, role="article") for one in features]
    reader.made_up = "articles are"
    shown = re.search(r"\b(?:with|featuring|showing) (?P<shown>(?:an?|the|two|some) .+)", said)
    themes = find_themes(about.lower())
    place = find_hero_place(about) or (f"a {themes[0]}" if themes else said)
    reader.subject = shown["shown"] if shown else place or " "


def find_recipe(text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """(servings and time, ingredients, steps) of a dish in lower case."""
    _, serves, ingredients, steps = next(one for one in _load() if not one[0] or re.search(rf"\b(?:{one[0]})", text))
    return serves, tuple(ingredients.split("; ")), tuple(steps.split("; "))


@lru_cache(maxsize=1)
def _load() -> tuple[tuple[str, ...], ...]:
    lines = _RECIPES.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(one.strip() for one in line.split("=>")) for line in lines if not line.startswith("#"))


def read_labelled(reader: "DesignReader") -> None:
    """The parts of a known thing; a prompt that names some of them gets only those."""
    shown, title, parts = find_labelled(reader.prompt.lower) or DEFAULT_LABELLED
    is_cutaway = shown.startswith("cutaway ")
    names = CUTAWAY_PARTS.get(shown.removeprefix("cutaway "), ()) if is_cutaway else tuple(read_anchors(parts))
    asked = [one for one in names if re.search(rf"\b{re.escape(one.lower())}s?\b", reader.prompt.lower)]
    reader.items = [GraphicItem(label=one, role="part") for one in (asked if len(asked) > 2 else names)]
    if is_cutaway:
        reader.options.append(shown.removeprefix("cutaway "))
    reader.title = reader.title or title
    reader.subject = " " if is_cutaway else f"icon of a {shown}"


def read_loyalty_card(reader: "DesignReader") -> None:
    reader.count("stamps?|punches|circles|visits|coffees")
    named = re.sub(r"\bwith\b.*", "", strip_joint(reader.rest)).strip(" ,.")
    name = re.sub(r"^(?:an?|the|my|our) ", "", named or reader.before)
    theme = find_themes(f"{reader.before} {reader.rest}".lower())
    reader.title = reader.title or to_title(name or "Loyalty Card")
    reader.subject = f"icon of a {theme[0]}" if theme else " "
