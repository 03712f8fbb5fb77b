"""Content of diagrams of neural networks: how many layers there are, and how many nodes each has."""

import random
import re

from limner_illustrator.language.graphic_lists import extract_title, make_title
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.scene import Graphic, GraphicItem

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})"
MOST_LAYERS = 6


def read_neural_network(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    title, _ = extract_title(after)
    text = prompt.lower
    hidden = min(MOST_LAYERS, _count(rf"{_NUMBER}[- ](?:hidden )?layers?\b", text) or 2)
    inputs = _count(rf"{_NUMBER}[- ]inputs?\b", text) or 4
    outputs = _count(rf"{_NUMBER}[- ]outputs?\b", text) or 2
    nodes = _count(rf"{_NUMBER} (?:nodes|neurons|units)\b", text) or 5
    layers = [("Input", inputs), *((f"Hidden {at + 1}", nodes) for at in range(hidden)), ("Output", outputs)]
    items = tuple(GraphicItem(label=label, value=float(count)) for label, count in layers)
    heading = title or make_title(prompt.phrase.replace("diagram", "").strip()) or "Neural network"
    return Graphic(kind=prompt.kind, title=heading, items=items)


def _count(pattern: str, text: str) -> int:
    match = re.search(pattern, text)
    return 0 if match is None else _NUMBERS.get(match["number"]) or int(match["number"])
