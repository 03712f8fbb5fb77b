"""What diagrams of usual topics say where their prompts give no content."""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from limner_illustrator.language.graphic_lists import ACRONYMS, make_title
from limner_illustrator.language.graphic_translation import detect_language
from limner_illustrator.language.vocabulary.graphic_aspects import ASPECTS
from limner_illustrator.language.vocabulary.graphic_topics import COURSES, SWOTS

_VOCABULARY = Path(__file__).with_name("vocabulary")
_ASKS_ADVICE = re.compile(r"\b(?:tips?|advice|ways to|habits|rules|dos and don|best practices|mistakes|hacks|tricks)\b")
_ASKS_WHY = re.compile(r"\b(?:benefits?|advantages?|reasons?|why|pros|good (?:for|about))\b")
MAX_TOPIC = 22
"""Letters: a longer topic makes no label."""
MAX_STEP = 34
"""Letters of a step with its detail in a box."""
_FRAMES = re.compile(
    r"\b(?:swot|analysis|mind ?map|flow ?chart|infographic|diagram|chart|map|timeline|roadmap|plan|process|steps?|tips|"
    r"facts?|reasons|guide|overview|how to|how|what|why|simple|short|the|an?|my|our|your|about|of|for|on|with|"
    r"explaining|showing|\d+|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)


def _has(words: str, text: str) -> bool:
    return re.search(rf"\b(?:{words})", text) is not None


def _find(table: Iterable[tuple[str, str]], text: str) -> tuple[str, ...] | None:
    found = next((entries for words, entries in table if _has(words, text)), None)
    return None if found is None else tuple(found.split("; "))


def find_swot(text: str) -> tuple[tuple[str, ...], ...] | None:
    """The strengths, weaknesses, opportunities and threats of the topic of a prompt in lower case."""
    found = next((entry[1:] for entry in SWOTS if _has(entry[0], text)), None)
    return None if found is None else tuple(tuple(points.split("; ")) for points in found)


def find_course(text: str, *, is_work: bool = True) -> tuple[str, ...] | None:
    """The steps of the work that a prompt names, without its decisions: "label|detail".

    Unless it `is_work`, only those of undertakings: an earthquake has steps, but a timeline of them has other ones.
    """
    known = find_known_course(text) if is_work else None
    return _find(COURSES, text) if known is None else known


def find_known_course(text: str) -> tuple[str, ...] | None:
    """The steps of well-known work, without its decisions."""
    known = find_decided_course(text)
    return None if known is None else tuple(step for step in known if not is_decision(step))


def find_decided_course(text: str) -> tuple[str, ...] | None:
    """The steps of well-known work with its decisions: "Done?|what is done in case of no"."""
    return _find_in_english("courses", text)


def find_benefits(text: str) -> tuple[str, ...] | None:
    """What is good about the topic of a prompt that asks for it: "label|detail"."""
    return _find_in_english("benefits", text) if _ASKS_WHY.search(text) else None


def find_tips(text: str) -> tuple[str, ...] | None:
    """Advice on the topic of a prompt that asks for it: "label|detail"."""
    return _find_in_english("tips", text) if _ASKS_ADVICE.search(text) else None


def _find_in_english(name: str, text: str) -> tuple[str, ...] | None:
    """None for prompts in other languages, into which these tables are not translated."""
    return _find(load_table(name), text) if detect_language(text) is None else None


def is_decision(step: str) -> bool:
    return step.partition("|")[0].endswith("?")


def name_step(step: str, longest: int = MAX_STEP) -> str:
    """A step with its detail, if both are short: "Email: type your address"."""
    label, _, detail = step.partition("|")
    if not detail or is_decision(step) or len(step) > longest:
        return label
    is_word = detail[1:2].islower() or detail[1:2] == " "
    return f"{label}: {detail[0].lower() if is_word else detail[0]}{detail[1:].rstrip('?')}"


def find_aspects(text: str) -> tuple[str, ...] | None:
    """What belongs to the topic of a prompt: "label|leaf, leaf"."""
    return _find_in_english("branches", text) or _find(ASPECTS, text)


def find_facts(text: str) -> tuple[str, ...] | None:
    """Facts about the topic of a prompt that asks for them: "label|detail"."""
    return _find_in_english("facts", text) if re.search(r"\bfacts?\b|\bdid you know\b", text) else None


def find_branches(text: str) -> tuple[str, ...] | None:
    """The parts of a narrower question: "label|leaf, leaf"."""
    return _find_in_english("branches", text)


def find_topic(subject: str) -> str | None:
    """The topic as a word or two for labels, in lower case unless it is a name: None if it is too long for that."""
    plain = re.sub(r"\s+", " ", _FRAMES.sub(" ", subject)).strip(" ,.:;-")
    if detect_language(subject) is not None:
        return None
    if not 2 < len(plain) <= MAX_TOPIC or make_title(plain) is None:
        return None
    return " ".join(ACRONYMS.get(word, word) for word in plain.split())


def derive_swot(topic: str) -> tuple[tuple[str, ...], ...]:
    """General points that name the topic."""
    return (
        (f"Experience with {topic}", "Skilled team", "Good reputation"),
        (f"High costs of {topic}", "Small team", "Little marketing"),
        (f"More interest in {topic}", "New partners", "Online channels"),
        (f"Rivals in {topic}", "Rising costs", "New rules"),
    )


def derive_aspects(topic: str) -> tuple[str, ...]:
    """What there is to say of any topic, and of anything that somebody does: "starting a podcast"."""
    if topic.partition(" ")[0].lower().endswith("ing"):
        return (
            "Why|Goals, Ideas",
            "What you need|Tools, Money",
            "First steps|Plan, Start",
            "People|Help, Feedback",
            "Challenges|Costs, Time",
            "Later|Improve, Grow",
        )
    return (
        f"What {topic} is|Meaning, Examples",
        f"Kinds of {topic}|Usual, Rare",
        "History|Beginnings, Today",
        "Benefits|For people, For nature",
        "Challenges|Costs, Time",
        f"Future of {topic}|Ideas, Trends",
    )


def derive_course(text: str) -> tuple[str, ...]:
    """The steps of any undertaking of the kind that the prompt's verb says, with its decision."""
    found = [
        (match.start(), match, steps)
        for verbs, steps in load_table("work_verbs")
        if (match := re.search(rf"\b(?:{verbs})\w*(?: (?P<thing>.+))?", text)) is not None
    ]
    if not found or detect_language(text) is not None:
        return PLAIN_COURSE
    _, match, steps = min(found, key=lambda one: one[0])
    thing = _name_thing(match["thing"] or "")
    named = steps.replace("{it}", thing).replace("{It}", thing[:1].upper() + thing[1:])
    return tuple(named.split("; "))


PLAIN_COURSE = (
    "Learn the basics|Read and ask",
    "Set a goal|What do you want?",
    "Make a plan|Time and money",
    "Get what you need|Tools and people",
    "Do it|Step by step",
    "Check the result|Improve it",
)
"""The steps of any undertaking."""
_THING_ENDS = re.compile(
    r"[,.;:(]|\b(?:in|with|for|at|on|from|using|that|which|by|to|as|and then|step by step|process|workflow|request|"
    r"properly|correctly|safely|easily|quickly|successfully|effectively)\b"
)
_ARTICLES = re.compile(r"^(?:(?:an?|the|your|my|our|some|new|good|perfect|successful|own)\s+)+")
LONGEST_THING = 18


def _name_thing(text: str) -> str:
    """What the work is done with, as the labels call it: "it" where that is not short."""
    said = _THING_ENDS.split(text.strip())[0].strip()
    plain = _ARTICLES.sub("", said).strip()
    if not 1 < len(plain) <= LONGEST_THING:
        return "it"
    return plain if plain == said else f"the {plain}"


@lru_cache(maxsize=4)
def load_table(name: str) -> tuple[tuple[str, str], ...]:
    """The lines of a file of the vocabulary: words as a regular expression, and entries."""
    lines = (_VOCABULARY / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    parted = (line.partition(" => ") for line in lines if line and not line.startswith("#"))
    return tuple((words.strip(), entries.strip()) for words, _, entries in parted)


def collect_words(text: str) -> list[str]:
    """Single words that belong to the topic of a prompt, from all that is known of it."""
    found: list[str] = []
    tables = (load_table("tips"), load_table("benefits"), ASPECTS, load_table("courses"))
    for table in tables if detect_language(text) is None else (ASPECTS,):
        for entry in _find(table, text) or ():
            label, _, details = entry.partition("|")
            found += [label.rstrip("?"), *(one for one in details.split(", ") if table is ASPECTS)]
    return list(dict.fromkeys(one[:1].upper() + one[1:] for one in found if 2 < len(one) <= MAX_TOPIC))


def collect_points(text: str) -> list[str]:
    """Short statements about the topic of a prompt: what is good about it, advice, its steps, its aspects."""
    if detect_language(text) is not None:
        return []
    for name in ("benefits", "tips", "courses"):
        if (entries := _find(load_table(name), text)) is not None:
            return [name_step(entry, 60) for entry in entries if not is_decision(entry)]
    return [entry.replace("|", ": ") for entry in find_aspects(text) or ()]
