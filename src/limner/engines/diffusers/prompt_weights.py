"""The syntax of weighted prompts, as AUTOMATIC1111's web UI reads it. Pure: imports no torch.

`(word)` is 1.1 times as strong, `[word]` 1.1 times weaker, `(word:1.3)` 1.3 times as strong; they nest. `\\(` is a
bracket. A bracket without its counterpart is text.
"""

import re
from dataclasses import dataclass

BRACKET_WEIGHT = 1.1
MAX_WEIGHT = 10.0
"""Of a product of nested weights, in either direction."""
CLOSINGS = {"(": ")", "[": "]"}
PART = re.compile(r"\\[\\()\[\]]|[()\[\]]|[^\\()\[\]]+|\\")
EXPLICIT_WEIGHT = re.compile(r":[ \t]*([+-]?(?:\d+\.?\d*|\.\d+))[ \t]*$")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part of a prompt whose words have one weight."""

    text: str
    weight: float = 1.0


def parse_weights(prompt: str) -> list[Fragment]:
    """The fragments in order; neighbours differ in weight. None is empty. Takes linear time."""
    parts = PART.findall(prompt)
    factors, closings = _match_brackets(parts)
    weights, fragments = [1.0], [Fragment("")]
    for index, part in enumerate(parts):
        if index in factors:
            weights.append(max(-MAX_WEIGHT, min(MAX_WEIGHT, weights[-1] * factors[index])))
        elif index in closings:
            weights.pop()
        else:
            text = part[1] if len(part) == 2 and part[0] == "\\" else part
            fragments.append(Fragment(text, weights[-1]))
    return _merge(fragments)


def _match_brackets(parts: list[str]) -> tuple[dict[int, float], set[int]]:
    """The factor of each opening bracket, and the closing ones, by index. Removes explicit weights from `parts`."""
    factors: dict[int, float] = {}
    closings: set[int] = set()
    unclosed: list[int] = []
    for index, part in enumerate(parts):
        if part in CLOSINGS:
            unclosed.append(index)
        elif unclosed and part == CLOSINGS[parts[unclosed[-1]]]:
            opening = unclosed.pop()
            closings.add(index)
            explicit = EXPLICIT_WEIGHT.search(parts[index - 1]) if part == ")" else None
            if explicit is not None:
                parts[index - 1] = parts[index - 1][: explicit.start()]
                factors[opening] = float(explicit[1])
            else:
                factors[opening] = BRACKET_WEIGHT if part == ")" else 1 / BRACKET_WEIGHT
    return factors, closings


def _merge(fragments: list[Fragment]) -> list[Fragment]:
    texts: list[tuple[list[str], float]] = []
    for one in fragments:
        if not one.text:
            continue
        if texts and texts[-1][1] == one.weight:
            texts[-1][0].append(one.text)
        else:
            texts.append(([one.text], one.weight))
    return [Fragment("".join(pieces), weight) for pieces, weight in texts]
