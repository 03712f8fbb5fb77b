"""Removes what clients wrap around a prompt: quotation marks, JSON, code fences, tags, "Prompt:"."""

import ast
import json
import re
from typing import Any

from limner_illustrator.language.parser import parse

MAX_WRAPPINGS = 8
MAX_LITERAL_LETTERS = 8000
"""Limit for Python literals. Longer ones are not parsed."""

_PAIRS = {
    '"': '"', "'": "'", "`": "`", "“": "”", "„": "“”", "”": "”", "‟": "”", "‘": "’", "‚": "‘’", "’": "’", "«": "»",
    "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』", "《": "》", "〈": "〉", "【": "】", "｢": "｣", "〝": "〞〟",
    "＂": "＂", "＇": "＇", "´": "´",
}  # fmt: skip
_LABEL = re.compile(
    r"[\s#>*_/-]{0,12}(?:here(?: is|'s) )?(?:(?:my|the|an?|user|your) )?(?:imagine )?"
    r"(?:(?:image|picture|text|input|positive|midjourney|dall[ -]?e|stable diffusion)[ -])?"
    r"(?:prompt|description|query|prompt text|instructions?|edit|edit (?:instructions?|prompt)|request|task|command|"
    r"image description|bildbeschreibung"
    r"|descripción|提示词|提示詞|プロンプト|프롬프트)"
    r"[\s*_]{0,4}(?:is ?)?[:=：＝][\s*_]*",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"\W{0,4}(?:please |kindly )?(?:(?:can|could|would) you (?:please )?|i (?:want|need|would like) (?:you to )?)?"
    r"(?:generate|create|draw|make|paint|render|produce|design|illustrate|show|imagine|generiere|erstelle|zeichne|"
    r"genera|crea|dibuja|génère|crée|dessine)?(?: me| us)?(?: this)? ?"
    r"(?:(?:an?|the|one|ein|eine|una|une) )?(?:(?:new|detailed|realistic|beautiful|high[ -]quality) )?"
    r"(?:image|picture|photo|illustration|drawing|painting|artwork|graphic|bild|imagen|dibujo|dessin)?"
    r"(?: (?:of|for|from|with|showing|depicting|based on|von|de|according to|that shows)(?: the)?"
    r"(?: (?:following|this))?(?: (?:prompt|description|text|scene))?| with the prompt| titled)?"
    r"(?: this)?\s{0,4}[:：]?\s{0,4}",
    re.IGNORECASE,
)
_FENCE = re.compile(r"(`{3,8}|~{3,8})[ \t]{0,4}(?:[\w+-]{1,20}[ \t]{0,4}\n|(?:json|text|txt|plaintext|prompt)\s)?")
_TAG = re.compile(r"<([a-z][\w-]{0,30})>", re.IGNORECASE)
_PROMPT_KEYS = (
    "prompt", "image_prompt", "imageprompt", "positive_prompt", "text_prompt", "description", "text", "caption",
    "input", "query", "content",
)  # fmt: skip
_SETTING_KEYS = frozenset({
    "model", "size", "n", "quality", "seed", "response_format", "output_format", "width", "height", "steps", "id",
    "user", "role", "type", "format", "background", "negative_prompt", "negative", "aspect_ratio", "ratio", "version",
    "resolution", "moderation", "avoid", "exclude", "language", "action",
})  # fmt: skip
_OCCASIONS = (
    "birthday", "new year", "anniversary", "easter", "halloween", "holidays", "valentine", "mother", "father",
    "thanksgiving", "hanukkah", "diwali", "weekend", "friday", "christmas", "xmas",
)  # fmt: skip
_GREETING = re.compile(
    rf"(?:happy|merry) (?:{'|'.join(_OCCASIONS)})|(?:welcome|thank you|thanks|congratulations|congrats"
    r"|good (?:morning|night|luck)|get well|i love|we love|best wishes|keep calm|sorry|hello|coming soon)\b",
    re.IGNORECASE,
)
_DESCRIBING = re.compile(
    r"(?:an?|the|one|two|three|four|five|some|several|my|our|make|add|remove|change|turn|replace|delete|erase|give|draw|"
    r"paint|generate|create|show|recolou?r|cut|crop|isolate|move|ein|eine|un|una|une|uno|el|la|le|der|die|das)\s",
    re.IGNORECASE,
)


def unwrap(prompt: str) -> str:
    """The prompt without wrappers. Quotation marks around text that should be lettered stay."""
    for _ in range(MAX_WRAPPINGS):
        inner = _remove_wrapper(prompt)
        if inner is None or not inner.strip():
            break
        prompt = inner
    return prompt


def _remove_wrapper(prompt: str) -> str | None:
    """The text without its outermost wrapper, or None if it has none."""
    text = prompt.strip("\ufeff\u200b \t\r\n")
    label = _LABEL.match(text)
    if label is not None:
        return text[label.end() :]
    wrapped = _remove_delimiters(text)
    if wrapped is not None:
        return wrapped
    lead_in = _LEAD_IN.match(text)
    if lead_in is not None and lead_in.end():
        return _remove_delimiters(text[lead_in.end() :].strip())
    return None


def _remove_delimiters(text: str) -> str | None:
    if len(text) < 3:
        return None
    return _from_fence(text) or _from_tag(text) or _from_data(text) or _from_quotes(text)


def _from_fence(text: str) -> str | None:
    fence = _FENCE.match(text)
    if fence is None:
        return None
    end = text.rfind(fence[1])
    return text[fence.end() : end] if end >= fence.end() else text[fence.end() :]


def _from_tag(text: str) -> str | None:
    tag = _TAG.match(text)
    closing = f"</{tag[1]}>" if tag else ""
    if tag is None or not text.lower().endswith(closing.lower()):
        return None
    return text[tag.end() : -len(closing)]


def _from_data(text: str) -> str | None:
    """The texts of a JSON object or list, or of a Python literal of one."""
    if text[0] not in "{[":
        return None
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        if len(text) > MAX_LITERAL_LETTERS or "'" not in text[:4]:
            return None
        try:
            data = ast.literal_eval(text)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return None
    try:
        texts = _collect_texts(data)
    except RecursionError:
        return None
    return ", ".join(texts) or None


def _collect_texts(data: Any) -> list[str]:
    """The texts that describe the picture: the prompt first, then style, place and light."""
    if isinstance(data, str):
        return [data.strip()] if data.strip() else []
    if isinstance(data, list | tuple):
        return [text for one in data for text in _collect_texts(one)]
    if not isinstance(data, dict):
        return []
    named = {str(key).lower(): value for key, value in data.items()}
    first = next((key for key in _PROMPT_KEYS if key in named and _collect_texts(named[key])), None)
    keys = [key for key in named if key not in _SETTING_KEYS and key != first]
    if first is not None:
        keys = [first, *(key for key in keys if key not in _PROMPT_KEYS)]
    return [text for key in keys for text in _collect_texts(named[key])]


def _from_quotes(text: str) -> str | None:
    closings = _PAIRS.get(text[0])
    bare = text.rstrip(" .,;!")
    if closings is None or len(bare) < 3 or bare[-1] not in closings:
        return None
    opening, closing = text[0], bare[-1]
    inner = bare[1:-1]
    if not _is_one_quotation(inner, opening, closing):
        return None
    if opening == closing == '"' and "\\" in inner:
        try:
            inner = str(json.loads(bare, strict=False))
        except ValueError:
            inner = inner.replace('\\"', '"')
    return inner if _is_description(inner) else None


def _is_one_quotation(inner: str, opening: str, closing: str) -> bool:
    """Whether the first and the last mark form a pair, unlike those of '"one" and "another"'."""
    marks = [
        at
        for at, letter in enumerate(inner)
        if letter in (opening, closing)
        and not (0 < at < len(inner) - 1 and inner[at - 1].isalnum() and inner[at + 1].isalnum())
        and inner[at - 1 : at] != "\\"
    ]
    if not marks:
        return True
    if opening != closing:
        return inner[marks[0]] == opening
    # An inner quotation with the same marks starts after a space.
    return len(marks) % 2 == 0 and (marks[0] == 0 or not inner[marks[0] - 1].isalnum())


def _is_description(text: str) -> bool:
    """Whether a quoted text says what to draw, not what to write."""
    words = text.split()
    if _DESCRIBING.match(text.lstrip("\"'“‘«([{ ")) and len(words) > 1:
        return True
    shouted = text.upper() == text and text.lower() != text
    if shouted or _GREETING.match(text.strip()):
        return False
    if text.lstrip()[:1] in _PAIRS or _LABEL.match(text) or text.lstrip()[:1] in "{[":
        return True
    scene = parse(text, seed=0)
    return (
        bool(scene.entities)
        or scene.graphic is not None
        or scene.backdrop not in (None, "abstract")
        or bool(scene.texts)
    )
