"""Content of word clouds: the words of the prompt, else those that belong to its topic."""

import random
import re

from limner_illustrator.language.graphic_lists import clean_label, extract_title, quoted_texts, split_head, split_items
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.graphic_topics import collect_words
from limner_illustrator.scene import Graphic, GraphicItem

MOST = 40
LEAST = 12
LONGEST = 22
_ABOUT = re.compile(
    r"\b(?:about|of|on|for|around|related to)\s+(?:the |words (?:about|related to) )?(?P<topic>[^,.;:]+?)"
    r"(?=\s*(?:$|[,.;:]|\bin\b|\bwith\b|\bshaped\b))"
)
_LISTED = re.compile(r"\b(?:with|using|containing|from) (?:the )?(?:words?|terms?)\b:?\s*(?P<words>.+)$", re.IGNORECASE)
_PLAIN = (
    "Ideas", "People", "Goals", "Time", "Trust", "Growth", "Learning", "Change", "Future", "Energy", "Focus", "Joy",
    "Quality", "Vision", "Together", "Balance", "Courage", "Talent",
)  # fmt: skip
"""What belongs to most topics."""


def read_word_cloud(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    title, text = extract_title(after)
    listed = _LISTED.search(text)
    said = listed["words"] if listed else split_head(text)[1]
    words = [clean_label(one) for one in (split_items(said) if said else quoted_texts(text))]
    topic = _ABOUT.search(text if not listed else text[: listed.start()])
    name = clean_label(topic["topic"]) if topic else clean_label(before) if before else ""
    is_sample = len(words) < 3
    if is_sample:
        words += collect_words(prompt.topic.replace(prompt.phrase, " "))
        words += [one for one in _PLAIN if len(words) < LEAST or len(words) < len(_PLAIN)][: max(0, 24 - len(words))]
    shown = list(dict.fromkeys(one for one in [name, *words] if one and len(one) <= LONGEST))[:MOST]
    items = tuple(GraphicItem(label=word) for word in shown)
    return Graphic(kind=prompt.kind, title=title, items=items, is_sample=is_sample)
