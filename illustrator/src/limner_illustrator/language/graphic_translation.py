"""The words that a diagram writes by itself, in the language of its prompt."""

import re
from dataclasses import replace

from limner_illustrator.language.vocabulary.graphic_languages import FUNCTION_WORDS, KINDS, STRONG
from limner_illustrator.language.vocabulary.graphic_translations import LANGUAGES, TRANSLATIONS
from limner_illustrator.scene import Graphic

LEAST_SCORE = 2
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def detect_language(prompt: str) -> str | None:
    """ "de", "fr" or "es"; None for English and for what is too short to tell."""
    words = _WORD.findall(prompt.lower())
    scores = {
        language: sum(word in FUNCTION_WORDS[language] for word in words)
        + 2 * sum(word in KINDS[language] for word in words)
        for language in LANGUAGES
    }
    best = max(scores, key=lambda language: scores[language])
    english = sum(word in FUNCTION_WORDS["en"] for word in words)
    is_clear = scores[best] >= LEAST_SCORE or (not english and not STRONG.isdisjoint(words))
    return best if is_clear and scores[best] > english else None


def translate(graphic: Graphic, prompt: str) -> Graphic:
    """Only texts that are known as a whole, and none that the prompt itself gives in that spelling."""
    language = detect_language(prompt)
    if language is None:
        return graphic
    at = LANGUAGES.index(language)
    texts = {text for item in graphic.items for text in (item.label, item.detail, *item.lines) if text}
    own = {text for text in texts if text not in prompt and not any(letter.isdigit() for letter in text)}
    if graphic.is_sample and 2 * len(own & TRANSLATIONS.keys()) < len(own):
        return graphic  # two languages in one diagram would be worse than one

    def turn(text: str | None) -> str | None:
        if text is None or text not in TRANSLATIONS:
            return text
        is_own = re.search(rf"(?<!\w){re.escape(text)}(?!\w)", prompt) is not None
        return text if is_own else TRANSLATIONS[text][at]

    items = tuple(
        replace(
            item,
            label=turn(item.label) or "",
            detail=turn(item.detail),
            group=turn(item.group),
            lines=tuple(turn(line) or "" for line in item.lines),
        )
        for item in graphic.items
    )
    links = tuple(replace(link, label=turn(link.label)) for link in graphic.links)
    return replace(graphic, items=items, links=links, x_label=turn(graphic.x_label), y_label=turn(graphic.y_label))
