"""Content of quadrants: SWOT analyses, well-known matrices, and quadrants of two named axes."""

import random
import re

from limner_illustrator.language.graphic_diagrams import read_listed, split_detail
from limner_illustrator.language.graphic_lists import (
    clean_label,
    extract_title,
    make_title,
    split_items,
    strip_joints,
)
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.graphic_topics import derive_swot, find_swot, find_topic
from limner_illustrator.language.graphic_translation import detect_language
from limner_illustrator.scene import Graphic, GraphicItem

_SWOT = ("Strengths", "Weaknesses", "Opportunities", "Threats")
_SWOT_POINTS = (
    ("Strong brand", "Skilled team", "Loyal customers"), ("Small budget", "Few channels", "Dependence on one product"),
    ("New markets", "Partnerships", "Growing demand"), ("Strong competition", "New regulation", "Rising costs"),
)  # fmt: skip
_MATRICES: tuple[tuple[str, str, str | None, str | None, tuple[str, str, str, str]], ...] = (
    ("eisenhower|urgen|time management|task|to-?do", "Eisenhower matrix", "Urgency", "Importance", ("Schedule",
        "Do first", "Eliminate",
        "Delegate")),
    ("bcg|boston", "BCG matrix", "Market share", "Market growth", ("Question marks", "Stars", "Dogs", "Cash cows")),
    ("impact|effort|priorit", "Impact and effort", "Effort", "Impact", ("Quick wins", "Major projects", "Fill-ins",
        "Thankless tasks")),
    ("risk", "Risk matrix", "Likelihood", "Impact", ("Prepare", "Act now", "Accept", "Monitor")),
    ("gartner|magic", "Magic quadrant", "Completeness of vision", "Ability to execute", ("Challengers", "Leaders",
        "Niche players", "Visionaries")),
    ("", "", None, None, ("Quadrant 1", "Quadrant 2", "Quadrant 3", "Quadrant 4")),
)  # fmt: skip
_AXES = re.compile(r"\b([\w ]{3,30}?)\s+(?:vs\.?|versus|and|against|by|x)\s+([\w ]{3,30})\s*$", re.IGNORECASE)


def read_matrix(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    title, text = extract_title(after)
    if re.search(r"swot|foda|dafo", prompt.lower):
        return _read_swot(prompt, title, before, text)
    _, heading, x_label, y_label, names = next(
        entry
        for source in ("urgent" if "urgent" in prompt.lower else prompt.phrase, prompt.lower)
        for entry in _MATRICES
        if (entry[0] and re.search(rf"\b(?:{entry[0]})", source)) or (not entry[0] and source == prompt.lower)
    )
    listed = read_listed(before, text)
    parts = [split_detail(part) for part in listed.parts]
    if len(parts) == 2 or not parts:
        axes = _AXES.search(strip_joints(text).split(",")[0]) if not heading else None
        if len(parts) == 2 and not heading:
            y_label, x_label = parts[0].label, parts[1].label
        elif axes:
            y_label, x_label = clean_label(axes[1]), clean_label(axes[2])
        if not heading and x_label and y_label:
            y, x = y_label.lower(), x_label.lower()
            names = (f"High {y}, low {x}", f"High {y}, high {x}", f"Low {y}, low {x}", f"Low {y}, high {x}")
        items = tuple(GraphicItem(label=name) for name in names)
        is_sample = not heading
        return Graphic(
            kind=prompt.kind, title=title or heading or make_title(before), items=items, x_label=x_label,
            y_label=y_label,
            is_sample=is_sample,
        )  # fmt: skip
    is_sorted = heading and re.search(r"\b(?:tasks?|items|projects|ideas|features)\b", prompt.lower)
    if is_sorted and not any(part.label.lower() in map(str.lower, names) for part in parts):
        sorted_in = tuple(
            GraphicItem(label=name, lines=tuple(part.label for part in parts[at::4])) for at, name in enumerate(names)
        )
        return Graphic(kind=prompt.kind, title=title or heading, items=sorted_in, x_label=x_label, y_label=y_label)
    items = tuple([*parts, *(GraphicItem(label=name) for name in names[len(parts) :])][:4])
    return Graphic(kind=prompt.kind, title=title or heading or listed.heading, items=items)


def _with_article(noun: str, prompt: str) -> str:
    """As the prompt has it: "a coffee shop", "remote work"."""
    match = re.search(rf"\b(an?|the)\s+{re.escape(noun.lower())}", prompt)
    return f"{match[1]} {noun}" if match else noun


def _read_swot(prompt: GraphicPrompt, title: str | None, before: str, text: str) -> Graphic:
    items = []
    is_sample = True
    topic = find_topic(re.split(rf"\b(?:{'|'.join(_SWOT)})\b|:", f"{before} {text}", flags=re.IGNORECASE)[0])
    points_of_topic = find_swot(prompt.topic) or (derive_swot(topic) if topic else _SWOT_POINTS)
    for name, samples in zip(_SWOT, points_of_topic, strict=True):
        match = re.search(
            rf"\b{name}\b\s*[:(=-]\s*(.+?)(?=[;.)\n]|,?\s*(?:and\s+)?\b(?:{'|'.join(_SWOT)})\b|$)", text, re.IGNORECASE
        )
        points = tuple(clean_label(one) for one in split_items(match[1])) if match else samples
        is_sample &= match is None
        items.append(GraphicItem(label=name, lines=points[:6]))
    subject = make_title(re.split(rf"\b(?:{'|'.join(_SWOT)}|showing|with)\b|:", text, flags=re.IGNORECASE)[0])
    is_name = subject is not None and (subject[1:2].isupper() or subject in prompt.text)
    plain = subject if subject is None or is_name else subject[0].lower() + subject[1:]
    if detect_language(prompt.text) is None:
        name = " ".join(
            one for one in ("SWOT analysis", f"of {_with_article(plain, prompt.lower)}" if plain else before) if one
        )
    else:
        name = ": ".join(one for one in (f"{prompt.phrase[:1].upper()}{prompt.phrase[1:]}", subject) if one)
        name = re.sub(r"(?i)\b(?:swot|foda|dafo)\b", lambda match: match.group().upper(), name)
        name = name.replace("SWOT analyse", "SWOT-Analyse" if detect_language(prompt.text) == "de" else "SWOT analyse")
    heading = title or name
    return Graphic(kind=prompt.kind, title=heading, items=tuple(items), options=("swot",), is_sample=is_sample)
