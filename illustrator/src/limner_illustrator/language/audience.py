"""For whom a picture is made: "a coloring page of a unicorn for kids" has no children in it."""

import re

_MADE = re.compile(
    r"\b(?:colou?ring|pages?|sheets?|worksheets?|posters?|prints?|illustrations?|drawings?|pictures?|images?|"
    r"clip ?art|art|stickers?|books?|cards?|wallpapers?|patterns?|icons?|story|storybooks?|cartoons?|designs?|"
    r"backgrounds?|mazes?)\b",
    re.IGNORECASE,
)
"""What is made for somebody."""
_WHO = (
    r"(?:kids|children|toddlers?|preschoolers?|kindergart(?:en|ners|eners)|adults|beginners|babies|teens|teenagers|"
    r"students|boys|girls|seniors)"
)
_FOR = re.compile(
    r"(?<=\w),? (?:suitable |meant |made |intended |perfect |great )?for (?:(?:my|our|the|all|small|little|young|"
    rf"younger|older|preschool) )*{_WHO}(?:(?: and| or|,) {_WHO})*"
    r"(?: of all ages| (?:aged?|ages) \d+(?: ?(?:-|–|to) ?\d+)?)?(?=\s*(?:$|[,.;]))",
    re.IGNORECASE,
)


def strip_audience(text: str) -> str:
    """Without "for kids" and the like, where that says for whom a page, a print or a drawing is."""
    match = _FOR.search(text)
    if match is None or _MADE.search(text[: match.start()]) is None:
        return text
    return f"{text[: match.start()]}{text[match.end() :]}"
