"""What follows the topic of a chart or diagram and belongs to no title: its trend, its look, its usual parts."""

import re

_TRENDS = (
    r"rising|growing|increasing|climbing|improving|declining|decreasing|falling|dropping|shrinking|sinking|"
    r"(?:trending|going|moving) (?:up(?:wards?)?|down(?:wards?)?)|up and to the right|fluctuating|accelerating"
)
_TREND = re.compile(
    rf"(?:\s*,\s*(?:\w+ly |slowly |fast )?|\s+(?:that is |which is |is |and )?(?:\w+ly )?)(?:{_TRENDS})"
    r"(?:\s+(?:\w+ly|fast|slowly|over time|over the (?:year|months|years)|each (?:month|year|quarter|week)|"
    r"every (?:month|year|quarter|week)|year over year|month over month|trend))*(?=\s*(?:[,.;]|$))",
    re.IGNORECASE,
)
_LOOK = re.compile(
    r"\s*,\s*(?:(?:very|in|in an?|with|an?) )*(?:(?:colou?rful|colou?red|flat|minimal|minimalist|minimalistic|clean|"
    r"modern|simple|professional|bold|bright|playful|elegant|corporate|vector|sleek|friendly|cute|fun|stylish|easy to "
    r"read|readable|isometric|step by step|well[- ]labell?ed|labell?ed|side by side)[\s-]*)+"
    r"(?:design|style|look|layout|colou?rs?|graphics?|illustration|art)?(?=\s*(?:[,.;]|$))",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"(?:\s*,\s*|\s+)(?:with|and|including|featuring|using)\s+(?!(?:the (?:text|words?|title))\b)"
    r"(?:(?:an?|the|one|two|three|some|clear|simple|colou?red|colou?rful|small|big|labell?ed|connecting|yes/no|"
    r"yes and no|flat|cute|line|large|bold|nice)\s+)*"
    r"(?:decision (?:diamonds?|points?|nodes?|boxes|steps?)|decisions|diamonds?|diamond shapes?|arrows?|icons?|"
    r"illustrations?|rounded boxes|boxes|connectors?|branches|emojis?|numbered circles)"
    r"(?:\s+(?:for each (?:step|item|stage|phase|point|category)|in each (?:step|box)|"
    r"between (?:them|the steps|steps)))?"
    r"(?=\s*(?:[,.;]|$|\band\b|\bwith\b))",
    re.IGNORECASE,
)
DECISION = re.compile(r"\bdecisions?\b|\bdiamonds?\b")


def strip_tail(text: str) -> str:
    """The text without the trend, the look and the parts that are said of the graphic."""
    if ":" in text.rstrip(" ,.:"):
        head, colon, listed = text.partition(":")
        return f"{strip_tail(head) if head.strip() else head}{colon}{_PARTS.sub('', _LOOK.sub('', listed))}"
    for _ in range(3):
        plain = _TREND.sub("", _LOOK.sub("", _PARTS.sub("", text)))
        if plain == text or not re.search(r"\w", plain):
            break
        text = plain
    return text.rstrip(" ,;")


def find_tail_words(text: str) -> set[str]:
    """The words of its trends: sample values follow them."""
    return {word for match in _TREND.finditer(text) for word in re.findall(r"[a-z]+", match.group().lower())}
